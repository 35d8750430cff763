"""Every shipped figure in motion: planted contacts stay, joints neither jump nor pass their limits."""

from __future__ import annotations

import math

import pytest

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose import PosePatch, SidePatch, View
from ankle_coach.domain.pose_check import figure_problems
from ankle_coach.domain.pose_contacts import part_point
from ankle_coach.domain.pose_figure import Figure, Keyframe, PropKind, Track, TrackKind, Variant
from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_letters import LETTERS, pen_at, strokes
from ankle_coach.domain.pose_levels import at_level
from ankle_coach.domain.pose_motion import (
    Cue,
    Moment,
    Phase,
    Still,
    circle_angles,
    loop_pose,
    loop_seconds,
    pose_at,
    still,
)
from ankle_coach.domain.sides import Side

FIGURES = open_figures()
EACH_LEVEL = [(name, level) for name in FIGURES for level in (None, *FIGURES[name].levels)]
PUT_ON = (PropKind.WRAP, PropKind.SLEEVE, PropKind.BRACE)
PARTS = ("knee", "ankle", "heel", "ball", "tip", "elbow", "palm", "finger")
FASTEST = 60.0
"""Millimeters that any part may move in a sixtieth of a second: 3.6 meters a second."""
LIVELY = ("gait-", "ply-", "xtr-", "run-")
"""Exercises with running, hopping or swinging: 8.4 meters a second, as a runner's foot."""


def moments(name: str, level: str | None, seconds: float | None = None) -> list[Moment]:
    figure = FIGURES[name]
    length = min(loop_seconds(at_level(figure, level)), seconds or 14.0)
    return [loop_pose(figure, level, frame / 60) for frame in range(int(length * 60) + 2)]


def points(body: Skeleton) -> dict[str, tuple[float, float, float]]:
    names = [f"{side}.{part}" for side in ("work", "other") for part in PARTS]
    return {name: part_point(body, name) for name in ("pelvis", "skull", *names)}


@pytest.mark.parametrize(("name", "level"), EACH_LEVEL)
def test_planted_contacts_stay_where_they_are(name: str, level: str | None) -> None:
    shown = moments(name, level)
    moving = {prop.name or prop.kind.value for prop in shown[0].figure.props if prop.travel != (0.0, 0.0)}
    moving |= {"work", "other", "chest"}
    moving |= {track.joint.partition(".")[0] for track in shown[0].figure.tracks}
    for contact in shown[0].figure.contacts:
        if (
            contact.part == "lowest"
            or contact.hop
            or contact.at in ("bike.pedal", "bike.far-pedal", "bike.near-grip", "bike.far-grip")
            or contact.part.endswith("along")
            or (isinstance(contact.at, str) and contact.at.split(".")[0] in moving)
        ):
            continue
        places = [part_point(moment.body, contact.part) for moment in shown]
        front = shown[0].figure.view.facing
        assert max(p.y for p in places) - min(p.y for p in places) < 2
        if not front:
            assert max(p.x for p in places) - min(p.x for p in places) < 2
        if contact.part.endswith("sole"):
            heels = [part_point(m.body, contact.part.replace("sole", "heel")).y for m in shown]
            assert max(heels) - min(heels) < 2


@pytest.mark.parametrize(("name", "level"), EACH_LEVEL)
def test_nothing_jumps(name: str, level: str | None) -> None:
    shown = moments(name, level)
    fastest = 140.0 if name.startswith(LIVELY) else FASTEST
    before = points(shown[0].body)
    for moment in shown[1:]:
        now = points(moment.body)
        for part, place in now.items():
            assert math.dist(place, before[part]) < fastest, part
        before = now


@pytest.mark.parametrize("name", list(FIGURES))
def test_no_shipped_figure_has_a_problem(name: str) -> None:
    assert figure_problems(FIGURES[name]) == []


@pytest.mark.parametrize("name", list(FIGURES))
def test_every_figure_says_what_it_shows(name: str) -> None:
    alt = FIGURES[name].alt
    assert alt.endswith(".")
    assert 40 < len(alt) < 170


@pytest.mark.parametrize("name", list(FIGURES))
def test_start_and_end_differ_unless_the_exercise_is_a_hold(name: str) -> None:
    stills = [still(FIGURES[name], None, which) for which in (Still.START, Still.END)]
    if FIGURES[name].panels:
        stills = [moment.panels[0] for moment in stills]
    start, end = (points(moment.body) for moment in stills)
    moved = max(math.dist(start[part], end[part]) for part in start)
    lifted = stills[0].body.work.arch != stills[1].body.work.arch
    grows = any(prop.kind in PUT_ON for prop in FIGURES[name].props)
    assert moved > 20 or FIGURES[name].tracks or lifted or grows or not FIGURES[name].keys


def test_the_players_phases_join() -> None:
    figure = FIGURES["str-calf-bi"]

    def ankle(phase: Phase, fraction: float) -> float:
        return pose_at(figure, None, Cue(phase, fraction)).pose.work.ankle

    assert ankle(Phase.READY, 0) == ankle(Phase.UP, 0) == ankle(Phase.DOWN, 1) == ankle(Phase.PAUSE, 0.5) == 0
    assert ankle(Phase.UP, 1) == ankle(Phase.HOLD, 0.3) == ankle(Phase.DOWN, 0) == -38
    assert -38 < ankle(Phase.UP, 0.5) < 0


@pytest.mark.parametrize(
    ("side", "clockwise", "outward"),
    [
        (Side.RIGHT, True, True),
        (Side.LEFT, True, False),
        (Side.RIGHT, False, False),
        (Side.LEFT, False, True),
    ],
)
def test_clockwise_is_as_the_person_sees_the_own_toes(side: Side, clockwise: bool, outward: bool) -> None:
    """Section 7.2: the right's clockwise is up, out (eversion), down, in; the left's up, in, down, out."""
    track = Track(TrackKind.ELLIPSE)
    top, quarter, bottom = (circle_angles(track, turn, side, clockwise) for turn in (0.0, 0.25, 0.5))
    assert top == pytest.approx((12, 6))
    assert bottom == pytest.approx((-36, 6))
    assert quarter[0] == pytest.approx(-12)
    assert quarter[1] == pytest.approx(-10 if outward else 22)


def test_circles_stay_on_their_ellipse() -> None:
    for frame in range(120):
        pose = loop_pose(FIGURES["mob-ankle-circles"], None, frame / 60).pose.work
        assert ((pose.ankle + 12) / 24) ** 2 + ((pose.frontal - 6) / 16) ** 2 == pytest.approx(1.0)


def test_left_and_right_write_the_same_letter() -> None:
    figure = FIGURES["mob-alphabet"]
    for fraction in (0.3, 0.5, 0.7):
        right, left = (
            pose_at(figure, None, Cue(Phase.TRACE, fraction, side, letter="B"))
            for side in (Side.RIGHT, Side.LEFT)
        )
        assert right.trail == left.trail
        assert right.pose.work.ankle == left.pose.work.ankle
        assert right.pose.work.frontal - 6 == pytest.approx(6 - left.pose.work.frontal)


@pytest.mark.parametrize("style", list(LetterStyle))
@pytest.mark.parametrize("letter", LETTERS)
def test_letters_stay_in_their_box_and_begin_in_the_middle(letter: str, style: LetterStyle) -> None:
    for x, y in (point for line in strokes(letter, style) for point in line):
        assert -1.15 <= x <= 1.15
        assert -1.15 <= y <= 1.15
    for fraction in (0.0, 1.0):
        pen = pen_at(letter, fraction, style)
        assert (pen.x, pen.y) == (0.0, 0.0)
    assert pen_at(letter, 0.95, style).written == strokes(letter, style)


def test_a_level_patches_poses_and_adds_props() -> None:
    figure = Figure(
        view=View.SIDE,
        alt="",
        base=PosePatch(work=SidePatch(knee=10, hip=3)),
        keys=(Keyframe("start"), Keyframe("end", PosePatch(both=SidePatch(ankle=-30)))),
        levels={
            "low": Variant(base=PosePatch(both=SidePatch(knee=20)), end=PosePatch(both=SidePatch(ankle=-10)))
        },
    )
    end = still(figure, "low", Still.END).pose
    assert (end.work.ankle, end.work.knee, end.work.hip) == (-10, 20, 3)
    assert still(figure, None, Still.END).pose.work.knee == 10
    assert at_level(figure, "unknown") is figure


def test_an_error_pose_differs_from_the_end() -> None:
    for figure in FIGURES.values():
        if figure.mistake is not None:
            wrong, right = (still(figure, None, which) for which in (Still.ERROR, Still.END))
            assert wrong.wrong
            assert not right.wrong
            assert points(wrong.body) != points(right.body) or wrong.figure.props != right.figure.props


@pytest.mark.parametrize("level", [None, "two-legs-support", "one-leg"])
def test_soles_stay_on_a_board_that_tips(level: str | None) -> None:
    shown = moments("bal-board", level, 3.0)
    slopes = []
    for moment in shown:
        (board,) = (prop for prop in moment.figure.props if prop.kind is PropKind.BOARD)
        up = moment.body.work.foot.frame.up
        slopes.append(math.degrees(math.atan2(up.z, up.y)))
        assert slopes[-1] == pytest.approx(board.turn, abs=0.01)
    assert max(slopes) > 5
    assert min(slopes) < -5


def test_a_lifted_arch_shortens_the_drawn_foot_only() -> None:
    figure = FIGURES["str-short-foot"]
    start, end = (still(figure, None, which) for which in (Still.START, Still.END))
    assert start.body.work.arch == 0
    assert 8 <= end.body.work.arch <= 14
    assert points(start.body) == points(end.body)


def test_an_error_may_have_its_own_props() -> None:
    kinds = {
        which: {prop.kind for prop in still(FIGURES["rec-ice"], None, which).figure.props}
        for which in (Still.END, Still.ERROR)
    }
    assert PropKind.ICE_PACK in kinds[Still.END]
    assert PropKind.ICE_PACK not in kinds[Still.ERROR]


def test_a_level_seen_from_elsewhere_brings_its_own_frame() -> None:
    figure = FIGURES["mob-pumps"]
    assert figure.view is View.LEG
    assert figure.frame is not None
    raised = at_level(figure, "leg-raised")
    assert raised.view is View.SIDE
    assert raised.frame is None
    assert raised.dashes == ()
    assert at_level(figure, "active").frame == figure.frame


def test_the_knee_stays_still_while_a_band_turns_the_foot() -> None:
    for name in ("str-band-inv", "str-band-ev"):
        knees = [moment.body.work.knee for moment in moments(name, None)]
        assert max(knee.z for knee in knees) - min(knee.z for knee in knees) < 3
        assert max(knee.y for knee in knees) - min(knee.y for knee in knees) < 40
