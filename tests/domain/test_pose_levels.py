"""Forms of a dose, alternating cycles, hops and rows of pictures."""

from __future__ import annotations

import itertools

import pytest

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose import PosePatch, SidePatch, View
from ankle_coach.domain.pose_figure import Easing, Figure, Keyframe, Panel, Variant
from ankle_coach.domain.pose_keys import cycle_pose
from ankle_coach.domain.pose_levels import at_level
from ankle_coach.domain.pose_motion import Cue, Phase, Still, loop_pose, pose_at, still

FIGURES = open_figures()


def test_a_form_bends_the_knee_on_top_of_the_level() -> None:
    figure = FIGURES["str-heel-drop"]
    hold = pose_at(figure, "backpack", Cue(Phase.HOLD, 1.0, form="bent-knee"))
    assert hold.pose.work.knee == 35
    assert hold.pose.work.ankle == 18
    assert "backpack" in {prop.kind.value for prop in hold.figure.props}
    assert pose_at(figure, "backpack", Cue(Phase.HOLD, 1.0, form="straight-knee")).pose.work.knee == 0


def test_a_level_may_have_forms_of_its_own() -> None:
    figure = FIGURES["ply-hop-stick"]
    stepping = at_level(figure, "step-and-hold")
    assert max(loop_pose(stepping, None, t / 20, form="backward").pose.lift for t in range(48)) == 0.0
    assert max(loop_pose(figure, "long-hop", t / 20, form="backward").pose.lift for t in range(48)) > 60
    assert at_level(stepping, None, "outward").view is View.FRONT


def test_stills_may_show_other_moments_than_start_and_end() -> None:
    figure = FIGURES["str-calf-ecc"]
    high, low = (still(figure, None, which).body for which in (Still.START, Still.END))
    assert high.work.foot.heel.y > 100
    assert high.other.foot.heel.y > 100
    assert low.work.foot.heel.y < 10
    assert low.other.foot.ball.y > 50
    marching = FIGURES["gait-run-form"]
    assert still(marching, "marching", Still.END).body.work.foot.ankle.y > 350


def test_a_direction_turns_the_view() -> None:
    figure = FIGURES["ply-hop-stick"]
    assert at_level(figure, None, "inward").view is View.FRONT
    start, end = (still(figure, None, which, form="inward").body for which in (Still.START, Still.END))
    assert end.work.ankle.z < start.work.ankle.z - 200


def test_the_other_side_follows_half_a_turn_later_and_flows() -> None:
    keys = tuple(
        Keyframe(f"cycle {at}", PosePatch(work=SidePatch(knee=knee)), Easing.FLOW)
        for at, knee in ((0.0, 0.0), (0.25, 30.0), (0.5, 60.0), (0.75, 30.0))
    )
    figure = Figure(view=View.SIDE, alt="", keys=keys, alternate=True)
    for share in (0.0, 0.1, 0.6):
        assert cycle_pose(figure, share).other.knee == pytest.approx(
            cycle_pose(figure, share + 0.5).work.knee
        )
    # On the way up the middle keyframe is passed at full speed.
    before, at, after = (cycle_pose(figure, share).work.knee for share in (0.24, 0.25, 0.26))
    assert at == pytest.approx(30.0)
    assert after - at == pytest.approx(at - before, rel=0.05)
    assert after - at > 1.0


def test_a_hop_leaves_the_floor_and_lands_farther_on() -> None:
    figure = FIGURES["ply-hop-stick"]
    heights = [pose_at(figure, None, Cue(Phase.UP, k / 60)).body.work.foot.ball.y for k in range(61)]
    assert max(heights) > 50
    assert heights[0] == pytest.approx(0.0, abs=1.0)
    assert heights[-1] == pytest.approx(0.0, abs=1.0)
    landed = pose_at(figure, None, Cue(Phase.HOLD, 1.0)).body.work.foot.ball.x
    assert landed - pose_at(figure, None, Cue()).body.work.foot.ball.x == pytest.approx(300.0, abs=1.0)


def test_a_walking_foot_stays_on_the_passing_ground() -> None:
    figure = FIGURES["gait-heel-toe"]
    speed = 1200.0 / figure.loop[0]
    feet = [
        loop_pose(figure, None, figure.loop[0] * share).body.work.foot.ball
        for share in (0.15, 0.2, 0.25, 0.3)
    ]
    for before, after in itertools.pairwise(feet):
        assert before.x - after.x == pytest.approx(speed * figure.loop[0] * 0.05, abs=6.0)
        assert after.y == pytest.approx(0.0, abs=4.0)


def test_a_row_shows_all_its_pictures_and_a_form_one_of_them() -> None:
    figure = FIGURES["run-walk"]
    both = loop_pose(figure, "stage-1", 0.3)
    assert [panel.figure.alt for panel in both.panels] == [
        FIGURES[name].alt for name in ("gait-heel-toe", "gait-run-form")
    ]
    running = pose_at(figure, "stage-1", Cue(Phase.WORK, elapsed=0.3, form="run"))
    assert [panel.figure.alt for panel in running.panels] == [FIGURES["gait-run-form"].alt]


def test_pictures_of_a_long_row_move_one_after_the_other() -> None:
    figure = FIGURES["wup-pre-run"]
    first, later = loop_pose(figure, None, 0.5), loop_pose(figure, None, 1.5)
    moved = [a.body != b.body for a, b in zip(first.panels, later.panels, strict=True)]
    assert moved == [True, False, False, False, False]


def test_a_panel_without_an_exercise_is_the_figure_itself() -> None:
    figure = Figure(
        view=View.SIDE,
        alt="",
        panels=(Panel(form="low"),),
        forms={"low": Variant(base=PosePatch(trunk=30.0))},
    )
    assert still(figure, None, Still.START).panels[0].pose.trunk == 30.0
