"""Runs, what the guards say of them, shoes, and the walk-run stage."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from ankle_coach.domain.intake import Intake, Onset
from ankle_coach.domain.running import Guard, RunRecord
from ankle_coach.domain.shoes import Shoe, ShoeAdvice
from ankle_coach.domain.sides import Side
from ankle_coach.services.run_service import ConfirmRunError
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row
from tests.helpers.story import Story


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


def _run(day: int, minutes: float, **fields: object) -> RunRecord:
    started = moment(MONDAY + timedelta(days=day))
    return RunRecord(id=f"run-{day}", started=started, seconds=minutes * 60, **fields)  # type: ignore[arg-type]


def test_a_run_twice_as_long_is_only_kept_once_confirmed(story: Story) -> None:
    runs = story.services.runs
    runs.save(_run(-4, 30))
    long = _run(0, 70)
    assert runs.guards(long).single.guard is Guard.CONFIRM
    with pytest.raises(ConfirmRunError):
        runs.save(long)
    assert [run.id for run in runs.runs()] == ["run--4"]
    runs.save(long, confirmed=True)
    assert [run.id for run in runs.runs()] == ["run--4", "run-0"]
    runs.delete("run-0")
    assert [run.id for run in runs.runs()] == ["run--4"]


def test_the_first_weeks_back_are_capped_by_half_of_the_run_before(story: Story) -> None:
    story.services.intake.save(Intake(longest_run_minutes=60))
    guards = story.services.runs.guards(_run(0, 40))
    assert (guards.cap_minutes, guards.over_cap) == (30, True)
    assert story.services.runs.guards(_run(0, 40, stage=8)).cap_minutes is None


@pytest.mark.parametrize(
    ("onset", "away", "cap"),
    [
        pytest.param(Onset.GRADUAL, 3, None, id="3.8-back running never stopped"),
        pytest.param(Onset.GRADUAL, 28, None, id="3.8-back four weeks"),
        pytest.param(Onset.GRADUAL, 29, 30, id="3.8-back more than four weeks"),
        pytest.param(Onset.GRADUAL, None, 30, id="3.8-back not said"),
        pytest.param(Onset.TWIST, 3, 30, id="3.8-back after an injury"),
        pytest.param(None, 3, 30, id="3.8-back injury not said"),
    ],
)
def test_only_a_break_caps_the_first_weeks_back(
    story: Story, onset: Onset | None, away: int | None, cap: float | None
) -> None:
    answers = Intake(longest_run_minutes=60, onset=onset, days_without_running=away)
    story.services.intake.save(answers)
    assert story.services.runs.guards(_run(0, 40)).cap_minutes == cap


def test_a_pair_of_shoes_gathers_its_runs(story: Story) -> None:
    runs = story.services.runs
    runs.save_shoe(Shoe(id="blue", name="Blue", start_meters=475_000))
    runs.save(_run(0, 40, meters=8000, shoes="blue"))
    (view,) = runs.shoes()
    assert (view.meters, view.advice) == (483_000, ShoeAdvice.NOTE)
    runs.retire_shoe("blue")
    assert runs.shoes()[0].shoe.retired
    assert runs.shoes()[0].advice is ShoeAdvice.NOTHING


@row("3.7-every-2nd-day")
def test_the_gate_stands_before_running_and_the_stage_comes_from_the_standing(row_id: str) -> None:
    story = Story()
    plans = story.services.plans
    plans.accept(plans.propose(plans.program("lateral-sprain"), "p5", Side.RIGHT))
    place = story.services.runs.place()
    assert place.gate is not None
    assert not place.gate.is_open
    assert place.stage is not None
    assert place.standing is not None
    assert place.stage.level == place.standing.level
    assert place.not_before is None
    story.services.runs.save(_run(0, 6, stage=1, pain_during=0, pain_after=0, limp=False))
    assert story.services.runs.place().not_before == MONDAY + timedelta(days=2)


def _played_walk_run() -> Story:
    """A runner of the running phase who has just played the walk-run."""
    story = Story()
    plans = story.services.plans
    plans.accept(plans.propose(plans.program("lateral-sprain"), "p5", Side.RIGHT))
    plan = plans.current()
    assert plan is not None
    session = next(p.session for p in plan.prescriptions if p.exercise == "run-walk")
    record = make.session_record(
        story.today,
        session=session,
        sets=(
            make.set_record(
                prescription=f"{session}.run-walk",
                exercise="run-walk",
                level="stage-1",
                reps_planned=0,
                reps_done=0,
                seconds_planned=360,
                seconds_done=360,
            ),
        ),
    )
    story.coach.journal.save_session(story.services.people.required().id, record)
    return story


def test_a_played_walk_run_is_among_the_runs_and_keeps_the_next_one_a_day_away() -> None:
    story = _played_walk_run()
    (run,) = story.services.runs.runs()
    assert (run.stage, run.minutes, run.meters) == (1, 6, None)
    place = story.services.runs.place()
    assert place.last == run
    assert place.not_before == MONDAY + timedelta(days=2)


def test_a_played_run_is_completed_and_stays_one() -> None:
    story = _played_walk_run()
    runs = story.services.runs
    blank = runs.completed(runs.runs()[0])
    assert runs.guards(blank).weekly.guard is Guard.NONE
    runs.save(msgspec.structs.replace(blank, meters=900.0, shoes="blue"))
    (known,) = runs.known_runs()
    assert (known.run.meters, known.is_written, bool(known.session)) == (900.0, True, True)
    runs.delete(known.run.id)
    (known,) = runs.known_runs()
    assert (known.run.meters, known.is_written) == (None, False)


def test_the_guard_of_a_run_that_is_being_written_down_leaves_its_played_self_out() -> None:
    story = _played_walk_run()
    runs = story.services.runs
    runs.save(_run(-7, 24))
    typed = msgspec.structs.replace(_run(0, 24), started=story.services.reader.moment())
    assert runs.guards(typed).weekly.ratio == 1.0, "the player's 6 minutes are among these 24"
