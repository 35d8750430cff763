"""Every shipped figure in motion: planted contacts stay, joints neither jump nor pass their limits."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.figures import open_figures
from ankle_coach.domain.figure_cue import form_of
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose import (
    FOREARM,
    HAND,
    HEEL_TO_BALL,
    HIP_HALF,
    SHANK,
    THIGH,
    TOES,
    TRUNK,
    UPPER_ARM,
    PosePatch,
    SidePatch,
    View,
)
from ankle_coach.domain.pose_check import AIRBORNE, contact_gap, figure_problems
from ankle_coach.domain.pose_contacts import part_point
from ankle_coach.domain.pose_figure import Contact, Figure, Keyframe, PropKind, Track, TrackKind, Variant
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
from ankle_coach.domain.pose_props import stood_on
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import compile_dose

FIGURES = open_figures()
LIBRARY = open_library()


def forms_of(name: str, level: str) -> list[str]:
    """The forms that a dose of this level asks for, and those that the figure's own pictures show."""
    figure = at_level(FIGURES[name], level)
    levels = [each for each in LIBRARY.exercises[name].levels if each.id == level or not level]
    steps = [step for each in levels for step in compile_dose(each.dose, each.side_mode, Side.RIGHT)]
    asked = {form_of(step) for step in steps} | {panel.form for panel in figure.panels}
    return ["", *(form for form in figure.forms if form in asked)]


EACH_LEVEL = [
    (name, level, form)
    for name in FIGURES
    for level in ("", *FIGURES[name].levels)
    for form in forms_of(name, level)
    if not at_level(FIGURES[name], level, form).panels
]
"""Every figure, level and form that draws a person; rows of pictures only show other figures of this list."""

PUT_ON = (PropKind.WRAP, PropKind.SLEEVE, PropKind.BRACE)
PARTS = ("knee", "ankle", "heel", "ball", "tip", "elbow", "palm", "finger")
FRAMES = 60
"""Frames a second."""

STILL = 2.0
"""Millimeters that a planted contact may move."""

FASTEST = 3600.0 / FRAMES
"""Millimeters that any part may move in a frame: 3.6 meters a second.

App rule: the foot of an easy jogger swings forward at twice the speed of the ground, which passes below the
fastest figure at 1.75 meters a second; nobody who does these exercises moves a limb faster.
"""

HARDEST = 1500.0 / FRAMES
"""Millimeters a frame by which a part's way may change from one frame to the next: 1.5 meters a second.

A body that has hopped 10 cm high, the highest flight of section 7.3, meets the floor at 1.4 meters a second
and is stopped there; a joint that jumps changes its way by more than any landing does.
"""


def moments(name: str, level: str | None, seconds: float | None = None, form: str = "") -> list[Moment]:
    figure = FIGURES[name]
    length = min(loop_seconds(at_level(figure, level, form)), seconds or 14.0)
    count = int(length * FRAMES) + 3
    return [loop_pose(figure, level, frame / FRAMES, form=form) for frame in range(count)]


@pytest.fixture(scope="module", params=EACH_LEVEL, ids="/".join)
def film(request: pytest.FixtureRequest) -> list[Moment]:
    """Every frame of one loop; asked for once for all tests of a figure."""
    name, level, form = request.param
    return moments(name, level or None, form=form)


def points(body: Skeleton) -> dict[str, tuple[float, float, float]]:
    names = [f"{side}.{part}" for side in ("work", "other") for part in PARTS]
    return {name: part_point(body, name) for name in ("pelvis", "skull", *names)}


def runs(gaps: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The unbroken times for which a contact holds."""
    found: list[list[tuple[float, float]]] = [[]]
    for gap in gaps:
        if gap is not None:
            found[-1].append(gap)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def spread_of(values: Iterable[float]) -> float:
    values = list(values)
    return max(values) - min(values)


def test_planted_contacts_stay_where_they_are(film: list[Moment]) -> None:
    """Feet on the floor, on passing ground, on pedals; hands on things and on the body; hops while down."""
    for contact in film[0].figure.contacts:
        held = runs([contact_gap(moment, contact) for moment in film])
        assert held, "a contact that never holds"
        for run in held:
            assert spread_of(x for x, _ in run) < STILL, contact
            assert spread_of(y for _, y in run) < STILL, contact
        if contact.part.endswith("sole"):
            slopes = [sole_slope(moment, contact) for moment in film]
            assert spread_of(slopes) < STILL


def sole_slope(moment: Moment, contact: Contact) -> float:
    """How much higher the ball of a planted sole is than its heel, less what the board below it tips."""
    foot = getattr(moment.body, contact.part.partition(".")[0]).foot
    board = stood_on(contact.at, moment.figure.props)
    turn = board.turn if board is not None and moment.figure.view.facing else 0.0
    tip = math.sin(math.radians(turn)) * (foot.heel.z - foot.ball.z)
    return float(foot.ball.y - foot.heel.y - tip)


def test_a_hopping_foot_stands_still_between_its_flights(film: list[Moment]) -> None:
    hops = [contact.part for contact in film[0].figure.contacts if contact.hop]
    for part in hops:
        feet = [(part_point(moment.body, part), moment.pose.lift) for moment in film]
        stands = runs(
            [(math.hypot(foot.x, foot.z), foot.y) if lift <= AIRBORNE else None for foot, lift in feet]
        )
        for stand in stands:
            assert spread_of(away for away, _ in stand) < STILL
            assert spread_of(up for _, up in stand) < STILL


def test_no_foot_sinks_into_the_floor(film: list[Moment]) -> None:
    figure = film[0].figure
    floors = [prop for prop in figure.props if prop.kind is PropKind.FLOOR and prop.at == (0.0, 0.0)]
    if floors and figure.view in (View.SIDE, View.FRONT):
        for moment in film:
            for side in (moment.body.work, moment.body.other):
                assert min(side.foot.heel.y, side.foot.ball.y, side.foot.tip.y) > -STILL


def test_nothing_jumps(film: list[Moment]) -> None:
    shown = [points(moment.body) for moment in film]
    for part in shown[0]:
        places = [Vec(*body[part]) for body in shown]
        ways = [after.minus(before) for before, after in itertools.pairwise(places)]
        assert max(way.length() for way in ways) < FASTEST, part
        turns = [after.minus(before).length() for before, after in itertools.pairwise(ways)]
        assert max(turns) < HARDEST, part


BONES = [
    ("hip", "knee", THIGH), ("knee", "ankle", SHANK), ("heel", "ball", HEEL_TO_BALL), ("ball", "tip", TOES),
    ("shoulder", "elbow", UPPER_ARM), ("elbow", "wrist", FOREARM), ("wrist", "finger", HAND),
]  # fmt: skip


def test_no_segment_changes_its_length(film: list[Moment]) -> None:
    for moment in film[::3]:
        body = moment.body
        for owner in ("work", "other"):
            for start, end, length in BONES:
                ends = [part_point(body, f"{owner}.{part}") for part in (start, end)]
                assert math.dist(*ends) == pytest.approx(length, abs=0.05), (owner, start, end)
        trunk = math.dist(body.pelvis, body.waist) + math.dist(body.waist, body.chest)
        assert trunk == pytest.approx(TRUNK, abs=0.05)
        hips = math.dist(body.work.hip, body.other.hip)
        assert hips == pytest.approx(2 * HIP_HALF, abs=0.05)


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


@pytest.mark.parametrize(
    ("row", "level", "part", "part_level"),
    [
        ("run-walk", None, "gait-run-form", "cadence-5"),
        ("run-walk", "stage-0", "gait-heel-toe", "normal-pace"),
        ("wup-cool-down", None, "flx-wall-gastroc", None),
        ("wup-pre-run", "short", "mob-ankle-circles", None),
    ],
)
def test_a_row_of_pictures_shows_the_mistake_of_the_one_in_which_it_is_seen(
    row: str, level: str | None, part: str, part_level: str | None
) -> None:
    for side in (Side.LEFT, Side.RIGHT):
        shown = still(FIGURES[row], level, Still.ERROR, side)
        own = still(FIGURES[part], part_level, Still.ERROR, side)
        assert shown.wrong
        assert not shown.panels
        assert (points(shown.body), shown.cue.side) == (points(own.body), side)


def test_every_figure_shows_a_common_mistake() -> None:
    assert [name for name in FIGURES if FIGURES[name].mistake is None] == []


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
