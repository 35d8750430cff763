"""Six runners' stories through the services, from the intake on (issue: the plan answers)."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.intake import Intake, Onset, Place, WalkPain
from ankle_coach.domain.safety import Outcome as Seen
from ankle_coach.domain.safety import RecordedBy, ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story


def _intake(*places: Place, **fields: object) -> Intake:
    values: dict[str, object] = {
        "places": places,
        "onset": Onset.GRADUAL,
        "age": 34,
        "affected": Side.RIGHT,
        "pain": 2,
        "first_step": 2,
        "stiff_minutes": 5,
        "swelling": 0,
        "intoxicated": False,
        "numb_feet": False,
        "other_injury": False,
    }
    return Intake(**{**values, **fields})  # type: ignore[arg-type]


SPRAIN = _intake(
    Place.OUTER_ANKLE,
    onset=Onset.TWIST,
    injured_on=MONDAY,
    swelling=1,
    walking=WalkPain.LITTLE,
    pain=3,
)


def _measure_exit(story: Story) -> None:
    """Write down what the running phase's exit asks for, all of it met."""
    proposal = story.services.phases.proposal()
    assert proposal is not None
    catalog = {measure.id: measure for measure in story.coach.rules.measures.measure}
    for result in proposal.exit.criteria:
        if result.holds:
            continue
        criterion, measure = result.criterion, catalog[result.criterion.measured_by]
        good = max(criterion.at_least or 0, 30) if criterion.at_least is not None else 0
        value = min(float(good), measure.most)
        if measure.per_side:
            story.measure(measure.id, value, value)
        else:
            story.measure(measure.id, value)


def test_a_mild_sprain_goes_from_day_0_to_running() -> None:
    story = Story()
    proposal = story.begin(SPRAIN)
    assert (proposal.pointer.program, proposal.phase) == ("lateral-sprain", "p1")

    reached = ["p1"]
    for _ in range(120):
        story.morning(0)
        story.services.coach.settle()
        ready = story.services.phases.proposal()
        assert ready is not None
        if ready.phase.id == "p5":
            break
        _measure_exit(story)
        ready = story.services.phases.proposal()
        if ready is not None and ready.is_ready:
            story.services.phases.accept()
            reached.append(ready.next_phase.id if ready.next_phase else "")
        story.play_all()
        story.coach.clock.advance(24 * 3600)

    assert reached == ["p1", "p2", "p3", "p4", "p5"]
    place = story.services.runs.place()
    assert place.stage is not None
    assert not story.outcomes(Outcome.STEP_BACK, Outcome.DELOAD, Outcome.PHASE_BACK)
    assert "run-walk" in story.levels()


def test_an_achilles_tendon_with_a_flare_in_week_3_steps_back_and_rests_and_goes_on() -> None:
    story = Story()
    proposal = story.begin(_intake(Place.TENDON_MIDDLE, worst_in_morning=True))
    assert proposal.pointer.program == "achilles-midportion"
    story.live(15, pain=2, during=3, after=3)
    before = len(story.outcomes(Outcome.STEP_BACK, Outcome.DELOAD))

    story.live(4, pain=6, during=6, after=6)

    assert before == 0
    hit = story.outcomes(Outcome.STEP_BACK, Outcome.STOP_EXERCISE, Outcome.DELOAD, Outcome.PHASE_BACK)
    assert hit
    assert all(decision.day >= MONDAY + timedelta(days=14) for decision in hit)
    assert story.services.coach.today_changes()
    story.live(20, pain=2, during=2, after=2)
    last = story.services.coach.decisions()[0].day
    assert [d for d in story.services.coach.decisions(last, last) if d.outcome is Outcome.CREDIT]


def test_an_insertional_tendon_is_never_given_work_below_neutral() -> None:
    story = Story()
    proposal = story.begin(_intake(Place.TENDON_HEEL, worst_in_morning=True))
    assert proposal.pointer.program == "achilles-insertional"

    for _ in range(40):
        for session in story.services.coach.todays_sessions():
            for prescription in session.prescriptions:
                exercise = story.coach.library.exercise(prescription.exercise)
                assert not exercise.level(prescription.level).below_neutral, prescription
        story.live(pain=1)


def test_a_sore_heel_with_rathleffs_preset_keeps_its_alternate_days_and_its_weeks() -> None:
    story = Story()
    story.services.intake.save(story.answers(_intake(Place.UNDER_HEEL, sharp_first_steps=True)))
    offered = [preset.id for preset in story.services.intake.propose().presets]
    assert "preset-rathleff" in offered
    story.services.intake.accept(story.services.intake.propose("preset-rathleff"))

    story.live(20, pain=1, during=3, after=2)

    records = story.services.journal.summaries()
    days = sorted({record.started.training_day for record in records})
    gaps = {(b - a).days for a, b in pairwise(days)}
    assert gaps == {2}
    weeks = [d.value("week") for d in story.outcomes(Outcome.ADVANCE) if d.rule == "3.4-preset"]
    assert weeks == [2, 3]


def test_a_red_flag_in_week_2_locks_over_a_restart_until_it_is_cleared() -> None:
    story = Story()
    story.begin(_intake(Place.NO_SPOT, dull_after_runs=True))
    story.live(9)
    safety = story.services.safety
    assert safety.is_screen_due()

    screened = safety.save_screen(Occasion.WEEKLY, {"R12": ScreenAnswer.YES})

    assert screened.closing == ""
    assert screened.result.urgency is Urgency.PAUSE
    again = Story(type(story.coach)(clock=story.coach.clock, journal=story.coach.journal))
    (lock,) = again.services.safety.locks().active
    explained = again.services.safety.explain(lock.flag)
    assert explained.see
    assert explained.meanwhile
    exercises = again.coach.library
    for day in (again.today, again.days_on(3)):
        for session in again.services.coach.sessions_on(day):
            for prescription in session.prescriptions:
                exercise = exercises.exercise(prescription.exercise)
                assert not exercise.is_loaded(exercise.level(prescription.level))
    again.live(3)
    again.services.safety.record(lock.flag, Seen.NOT_SEEN)
    assert again.services.safety.locks().active
    again.coach.clock.advance(60)
    again.services.safety.record(lock.flag, Seen.CLEARED, by=RecordedBy.THERAPIST, note="seen, may load")
    assert not again.services.safety.locks().active
    again.coach.clock.advance(24 * 3600)
    loaded = [p for s in again.services.coach.todays_sessions() for p in s.prescriptions]
    assert loaded
    assert [d.outcome for d in again.outcomes(Outcome.LOCK, Outcome.UNLOCK)] == [Outcome.LOCK, Outcome.UNLOCK]


def test_18_days_of_holiday_cost_a_phase_and_leave_the_adherence_alone() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(14, pain=0)
    story.services.schedule.pause(PauseKind.TRAVEL, story.today, story.days_on(17))
    assert not [card for card in story.services.today.today().cards if card.due.value == "planned"]

    story.live(18, plays=False)
    story.live(3)

    (back,) = story.outcomes(Outcome.PHASE_BACK)
    assert back.rule == "3.5-gap-15"
    plan = story.services.plans.current()
    assert plan is not None
    assert plan.phase == "p2"
    assert not [d for d in story.outcomes(Outcome.FLAG) if d.value("flag") == "smaller-plan"]


@pytest.mark.parametrize("affected", [None, Side.BOTH], ids=["no sore side", "two sore sides"])
def test_both_sides_of_an_exercise_earn_what_one_answer_says(affected: Side | None) -> None:
    story = Story(FakeCoach().with_plan("p3", affected))
    for _ in range(6):
        for side, _kept in story.services.check_ins.mornings():
            story.services.check_ins.save(0, side=side)
        story.services.coach.settle()
        story.play_all(during=1, after=1)
        story.coach.clock.advance(24 * 3600)

    bands = [d for d in story.outcomes(Outcome.CREDIT, Outcome.HOLD) if d.exercise.startswith("str-band")]
    assert {d.side for d in bands if d.outcome is Outcome.CREDIT} == {Side.LEFT, Side.RIGHT}
    assert not [d for d in bands if d.value("missing")]


def _heel_days(story: Story, days: int, first_step: int) -> list[str]:
    """Live days of a sore heel whose first steps hurt most; return the rules that were flagged."""
    for _ in range(days):
        story.services.check_ins.save(2, first_step=first_step, stiff_minutes=5)
        story.services.coach.settle()
        story.play_all()
        story.coach.clock.advance(24 * 3600)
    return [flag.finding.rule for flag in story.services.safety.flags()]


def test_a_sore_heel_is_held_against_the_first_steps_it_began_with() -> None:
    story = Story()
    story.begin(_intake(Place.UNDER_HEEL, sharp_first_steps=True, pain=2, first_step=5))
    assert "R16" not in _heel_days(story, 10, first_step=4)
    assert "R16" in _heel_days(story, 4, first_step=5)


def test_mornings_that_stay_the_same_after_a_clinician_looked_lock_nothing() -> None:
    story = Story()
    story.begin(_intake(Place.UNDER_HEEL, sharp_first_steps=True, pain=2, first_step=4))
    assert "R16" in _heel_days(story, 9, first_step=4)
    for flag in story.services.safety.flags():
        story.services.safety.record(flag.id, Seen.CLEARED)
    _heel_days(story, 12, first_step=4)
    assert not story.services.safety.locks().active


def test_in_a_fresh_sprain_the_letters_stay_small() -> None:
    story = Story()
    story.begin(SPRAIN)
    story.live(6, pain=0)
    assert story.levels()["mob-alphabet"] == "print-half-size"
    assert story.outcomes(Outcome.CREDIT)
