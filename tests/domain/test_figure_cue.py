"""What the player's figure does at every moment of a session."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Checklist, Directions, Dose, Intervals, Reps, Tempo, Tracing
from ankle_coach.domain.figure_cue import cue_of, form_of, free_cue, moves_freely, settled, shown_exercise
from ankle_coach.domain.movement import Activity, Direction, LetterStyle
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.pose import PosePatch, View
from ankle_coach.domain.pose_figure import Figure, Keyframe, Track, TrackKind
from ankle_coach.domain.pose_motion import Cue, Phase, loop_cue
from ankle_coach.domain.session import CommandKind, new_session
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import Step, StepKind, compile_dose, compile_session
from tests.helpers.playing import HOLDS, ICE, MANUAL, RAISES, Player, at_work

LIBRARY = open_library()
ALT = "A person walks on and on, for the tests of what leads a figure."
WALKING = Figure(
    view=View.SIDE,
    alt=ALT,
    keys=(Keyframe(at="cycle 0.0"), Keyframe(at="cycle 0.5", pose=PosePatch(trunk=10.0))),
    loop=(0.5, 0.0, 0.5, 0.0),
)
SWAYING = Figure(
    view=View.FRONT, alt=ALT, tracks=(Track(kind=TrackKind.SINE, joint="side_bend", amplitude=2.0),)
)
PLAIN = Figure(view=View.SIDE, alt=ALT, keys=(Keyframe(at="start"), Keyframe(at="end")))


def _steps(*blocks: object, mode: SideMode = SideMode.BOTH) -> tuple[Step, ...]:
    return compile_dose(Dose(blocks=blocks), mode, None, exercise="x", prescription="p")  # type: ignore[arg-type]


def _at(player: Player, position: float) -> Cue:
    player.wait(position - player.state.position, tick=0.05)
    return cue_of(player.state, PLAIN)


def _kind(player: Player) -> StepKind:
    return player.state.step.kind


def test_before_the_start_and_while_getting_ready_it_stands_at_the_start_pose() -> None:
    assert cue_of(new_session(RAISES)) == Cue(Phase.READY, side=Side.BOTH)
    player = Player.of(RAISES)
    assert _kind(player) is StepKind.READY
    cues = set()
    for _ in range(10):
        player.wait(0.4, tick=0.1)
        cues.add(cue_of(player.state, PLAIN))
        if _kind(player) is not StepKind.READY:
            break
    assert Cue(Phase.READY, side=Side.BOTH) in cues
    assert len([cue for cue in cues if cue.phase is Phase.READY]) == 1


@pytest.mark.parametrize(
    ("position", "phase", "fraction"),
    [
        (0.5, Phase.UP, 0.25),
        (1.5, Phase.UP, 0.75),
        (2.5, Phase.HOLD, 0.5),
        (4.5, Phase.DOWN, 0.5),
        (6.5, Phase.UP, 0.25),
        (17.0, Phase.DOWN, 2 / 3),
    ],
)
def test_repetitions_move_in_their_own_tempo(position: float, phase: Phase, fraction: float) -> None:
    cue = _at(at_work(), position)
    assert (cue.phase, cue.side) == (phase, Side.BOTH)
    assert cue.fraction == pytest.approx(fraction, abs=0.03)


def test_a_rise_with_the_other_leg_goes_up_and_a_pause_waits() -> None:
    tempo = Tempo(up=0, down=3, pause=1)
    player = at_work(_steps(Reps(sets=1, reps=2, tempo=tempo, rise_seconds=2)))
    phases = [_at(player, second).phase for second in (1.0, 4.0, 5.5, 7.0)]
    assert phases == [Phase.UP, Phase.DOWN, Phase.PAUSE, Phase.UP]


def test_the_side_in_play_is_the_side_that_moves() -> None:
    player = Player.of(HOLDS)
    seen: dict[StepKind, list[Side]] = {}
    while not player.state.status.is_over:
        cue = cue_of(player.state, SWAYING)
        assert cue.side is player.state.step.side
        seen.setdefault(player.state.step.kind, []).append(cue.side)
        player.stall(0.5)
    assert {Side.LEFT, Side.RIGHT} <= set(seen[StepKind.HOLD])
    assert set(seen[StepKind.SWITCH]) == {Side.RIGHT}, "changing sides shows the side that comes"


def test_a_hold_holds_and_sways_with_its_seconds() -> None:
    player = at_work(HOLDS)
    first, later = _at(player, 1.0), _at(player, 4.0)
    assert first.phase is later.phase is Phase.HOLD
    assert later.elapsed == pytest.approx(4.0)
    assert settled(PLAIN, first) == settled(PLAIN, later), "without a sway nothing moves"
    assert settled(SWAYING, first) != settled(SWAYING, later)


def test_a_rest_is_one_and_the_same_cue() -> None:
    player = at_work(HOLDS)
    while _kind(player) is not StepKind.REST:
        player.stall(0.25)
    cues = set()
    while _kind(player) is StepKind.REST:
        cues.add(cue_of(player.state, SWAYING))
        player.stall(0.25)
    assert cues == {Cue(Phase.REST, side=Side.LEFT)}


def test_nothing_moves_while_it_is_paused_or_leads_in_again() -> None:
    player = at_work()
    player.wait(1.0, tick=0.1)
    player.send(CommandKind.PAUSE)
    before = cue_of(player.state, PLAIN)
    player.stall(5.0)
    assert cue_of(player.state, PLAIN) == before
    player.send(CommandKind.RESUME)
    player.wait(2.0, tick=0.5)
    assert cue_of(player.state, PLAIN) == before, "three seconds to get ready"
    player.wait(2.0, tick=0.5)
    assert cue_of(player.state, PLAIN) != before


def test_a_jump_to_work_stands_ready_first() -> None:
    player = at_work(HOLDS)
    player.wait(3.0)
    player.send(CommandKind.RESTART_SET)
    assert cue_of(player.state, PLAIN).phase is Phase.READY
    player.wait(4.0)
    assert cue_of(player.state, PLAIN).phase is Phase.HOLD


def test_circles_go_round_both_ways_once_a_repetition() -> None:
    ways = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
    player = at_work(_steps(Directions(directions=ways, reps=2, seconds=2.0), mode=SideMode.EACH))
    first = _at(player, 1.0)
    assert (first.phase, first.side) == (Phase.CLOCKWISE, Side.LEFT)
    assert first.fraction == pytest.approx(0.5, abs=0.03)
    assert _at(player, 2.5).fraction == pytest.approx(0.25, abs=0.03)
    player.wait(2.5, tick=0.1)
    assert cue_of(player.state).phase is Phase.COUNTERCLOCKWISE


@pytest.mark.parametrize(("hold", "phases"), [(0, [Phase.WORK] * 2), (3, [Phase.UP, Phase.HOLD])])
def test_a_reach_goes_out_and_back_or_stays_for_its_hold(hold: float, phases: list[Phase]) -> None:
    player = at_work(_steps(Directions(directions=(Direction.FRONT,), reps=2, seconds=4.0, hold=hold)))
    cues = [_at(player, 2.0), _at(player, 5.0)]
    assert [cue.phase for cue in cues] == phases
    assert [cue.form for cue in cues] == ["front", "front"]
    assert cues[0].fraction == pytest.approx(0.5, abs=0.03)


def test_tracing_follows_the_letters() -> None:
    block = Tracing(passes=1, seconds_per_letter=4, style=LetterStyle.CURSIVE, letters="AB9")
    player = at_work(_steps(block, mode=SideMode.AFFECTED))
    cue = _at(player, 1.0)
    assert (cue.phase, cue.letter, cue.style) == (Phase.TRACE, "A", LetterStyle.CURSIVE)
    assert cue.fraction == pytest.approx(0.25)
    player.wait(4.0, tick=0.1)
    assert cue_of(player.state).letter == "B"
    player.wait(4.0, tick=0.1)
    assert cue_of(player.state).phase is Phase.READY, "a digit is not written"


def test_intervals_go_by_the_figures_own_tempo() -> None:
    runs = Intervals(rounds=2, work=20, easy=10, work_activity=Activity.RUN, easy_activity=Activity.WALK)
    player = at_work(_steps(runs))
    player.wait(0.25, tick=0.05)
    cue = cue_of(player.state, WALKING)
    assert (cue.phase, cue.form) == (Phase.WORK, "run")
    assert cue.fraction == pytest.approx(loop_cue(WALKING, player.state.position).fraction)
    assert not moves_freely(player.state)
    player.wait(20.0, tick=0.5)
    assert player.state.step.kind is StepKind.REST
    assert moves_freely(player.state), "walking between runs is no standing still"
    assert cue_of(player.state, WALKING).form == "walk"
    player.send(CommandKind.PAUSE)
    assert not moves_freely(player.state)


def test_a_routine_s_walk_and_run_are_shown_on_foot() -> None:
    for activity, form in ((Activity.BRISK_WALK, "walk"), (Activity.RUN, "run")):
        step = Step(kind=StepKind.MOVE, activity=activity)
        assert (shown_exercise(step), form_of(step)) == ("run-walk", form)
    ice = Step(kind=StepKind.HOLD, exercise="rec-ice", activity=Activity.ICE)
    assert shown_exercise(ice) == "rec-ice"
    assert shown_exercise(Step(kind=StepKind.HOLD, activity=Activity.ICE)) == ""


def test_a_row_of_pictures_moves_all_the_time() -> None:
    row = LIBRARY.figures["run-walk"]
    assert row.panels
    cues = [free_cue(row, second / 4, Side.BOTH, "run") for second in range(40)]
    assert {cue.phase for cue in cues} == {Phase.WORK}
    assert len({settled(row, cue) for cue in cues}) == 40
    assert len({settled(row, Cue(Phase.REST, elapsed=second)) for second in range(9)}) == 1


def test_ice_holds_and_own_pace_moves_freely() -> None:
    ice = at_work(ICE)
    assert cue_of(ice.state, PLAIN).phase is Phase.HOLD
    assert not moves_freely(ice.state)
    assert moves_freely(at_work(MANUAL).state)
    assert moves_freely(at_work(_steps(Checklist(items=("Sit down",)))).state)


def test_a_form_is_the_direction_the_variant_or_the_activity() -> None:
    step = Step(kind=StepKind.MOVE, variant="bent-knee", activity=Activity.ROLL)
    assert form_of(step) == "bent-knee"
    assert form_of(Step(kind=StepKind.MOVE, direction=Direction.FRONT, variant="a")) == "front"
    assert form_of(Step(kind=StepKind.MOVE, activity=Activity.ROLL)) == "roll"
    assert form_of(Step(kind=StepKind.MOVE)) == ""


def test_steps_name_the_level_whose_figure_is_shown() -> None:
    level = LIBRARY.exercise("str-calf-bi").level("step")
    own = Prescription(
        id="p", exercise="str-calf-bi", level="step", dose=level.dose, side_mode=level.side_mode, session="s"
    )
    assert {step.level for step in compile_session((own,), None, frozenset({"p"}))} == {"step"}
    routine = LIBRARY.exercise("wup-pre-run").default
    pieces = {step.exercise: step.level for step in compile_dose(routine.dose, routine.side_mode, Side.RIGHT)}
    assert pieces["str-calf-bi"] == "support"


@pytest.mark.parametrize("name", list(LIBRARY.exercises))
def test_every_exercise_is_led_from_its_beginning_to_its_end(name: str) -> None:
    level = LIBRARY.exercise(name).default
    player = Player.of(compile_dose(level.dose, level.side_mode, Side.LEFT, exercise=name))
    phases = set()
    for _ in range(20_000):
        if player.state.status.is_over:
            break
        cue = cue_of(player.state, PLAIN)
        assert 0.0 <= cue.fraction <= 1.0
        phases.add(cue.phase)
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(1.3)
    assert player.state.status.is_over
    assert phases
