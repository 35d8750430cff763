"""The screen as it is kept: what it locks, what ends a lock, and when it is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.intake import Intake, Onset
from ankle_coach.domain.safety import Outcome, RecordedBy, Scope, ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.services.safety_service import SafetyService
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story

YES, NO = ScreenAnswer.YES, ScreenAnswer.NO
DAY = 24 * 3600


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


@pytest.fixture
def safety(coach: FakeCoach) -> SafetyService:
    return coach.services.safety


def _all_no(safety: SafetyService) -> dict[str, ScreenAnswer]:
    return {question.id: NO for question in safety.questions(Occasion.WEEKLY, {})}


def test_a_screen_with_an_open_question_stays_due_and_says_so(
    coach: FakeCoach, safety: SafetyService
) -> None:
    coach.clock.advance(7 * DAY)
    assert safety.is_screen_due()
    answers = _all_no(safety)
    answers.popitem()
    screened = safety.save_screen(Occasion.WEEKLY, answers)
    assert not screened.record.complete
    assert screened.closing == safety.content.cards.incomplete_screen
    assert safety.is_screen_due()


def test_a_complete_screen_is_due_again_in_a_week(coach: FakeCoach, safety: SafetyService) -> None:
    coach.clock.advance(7 * DAY)
    screened = safety.save_screen(Occasion.WEEKLY, _all_no(safety))
    assert screened.closing == safety.content.cards.clear_screen
    assert not safety.is_screen_due()
    coach.clock.advance(6 * DAY)
    assert not safety.is_screen_due()
    coach.clock.advance(DAY)
    assert safety.is_screen_due()


def test_an_open_question_does_not_lift_what_is_locked(safety: SafetyService) -> None:
    safety.save_screen(Occasion.STOP, {"R01": YES})
    safety.save_screen(Occasion.STOP, {})
    (lock,) = safety.locks().active
    assert lock.scopes == (Scope.ALL_LOADING, Scope.MASSAGE) or Scope.ALL_LOADING in lock.scopes


def test_the_same_answer_again_raises_no_second_flag(safety: SafetyService) -> None:
    first = safety.save_screen(Occasion.WEEKLY, {"R12": YES})
    second = safety.save_screen(Occasion.WEEKLY, {"R12": YES})
    assert len(first.flags) == 1
    assert second.flags == ()
    assert second.result.findings


def test_a_more_urgent_answer_is_a_flag_of_its_own(safety: SafetyService) -> None:
    safety.save_screen(Occasion.WEEKLY, {"R12": YES})
    worse = safety.save_screen(Occasion.WEEKLY, {"R12": YES, "R12-limp": YES})
    assert [flag.finding.urgency for flag in worse.flags] == [Urgency.URGENT]
    assert safety.open_explanations()[0].flag == worse.flags[0]


def test_an_explanation_says_what_is_locked_who_to_see_and_what_to_do_meanwhile(
    safety: SafetyService,
) -> None:
    (flag,) = safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    explained = safety.explain(flag.id)
    assert explained.lock is not None
    assert explained.lock.scopes == flag.finding.scopes
    assert explained.action
    assert explained.see
    assert explained.meanwhile
    assert explained.no_plan
    assert explained.last is None


@pytest.mark.parametrize(
    ("outcome", "locked"),
    [
        (Outcome.NOT_SEEN, True),
        (Outcome.NOT_CLEARED, True),
        (Outcome.CLEARED, False),
        (Outcome.MISTAKEN, False),
    ],
)
def test_only_cleared_or_mistaken_ends_a_lock(safety: SafetyService, outcome: Outcome, locked: bool) -> None:
    (flag,) = safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    safety.record(flag.id, outcome, by=RecordedBy.THERAPIST, note="seen by the doctor")
    assert bool(safety.locks().active) is locked
    last = safety.explain(flag.id).last
    assert last is not None
    assert last.note == "seen by the doctor"


def test_what_happened_to_a_flag_that_is_not_there_is_refused(safety: SafetyService) -> None:
    with pytest.raises(NotFoundError, match="no flag"):
        safety.record("none", Outcome.CLEARED)
    with pytest.raises(NotFoundError, match="no flag"):
        safety.explain("none")


def test_mornings_that_get_worse_raise_a_flag_once_that_lets_nothing_advance() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(8, pain=1)
    story.live(8, pain=5, plays=False)
    story.services.coach.settle()
    story.services.coach.settle()
    rules = [flag.finding.rule for flag in story.services.safety.flags()]
    assert rules.count("T-morning") == 1
    explained = story.services.safety.open_explanations()[0]
    assert explained.holds_advance
    assert explained.see
    assert story.services.coach.state() is not None
    for flag in story.services.safety.locks().open_flags:
        story.services.safety.record(flag.id, Outcome.CLEARED)
    story.coach.clock.advance(DAY)
    state = story.services.coach.state()
    assert state is not None
    assert "T-morning" not in {flag.kind for flag in state.flags}


@pytest.mark.parametrize(
    ("answers", "due_after"),
    [
        pytest.param({"R26": YES}, 3, id="R26"),
        pytest.param({"R26": ScreenAnswer.UNSURE}, 3, id="R26 unsure"),
        pytest.param({"R26": NO}, 7, id="R26 no"),
        pytest.param({"R26": YES, "R26-better": YES}, 7, id="R26 looked at"),
    ],
)
def test_a_pop_at_a_sprain_asks_again_on_the_fourth_day(
    coach: FakeCoach, safety: SafetyService, answers: dict[str, ScreenAnswer], due_after: int
) -> None:
    today = safety.today()
    injured = Intake(onset=Onset.TWIST, injured_on=today - timedelta(days=1), safety=answers)
    coach.services.intake.save(injured)
    assert safety.next_screen() == today + timedelta(days=due_after)


def test_R26_after_two_weeks_the_weekly_screen_is_weekly_again(
    coach: FakeCoach, safety: SafetyService
) -> None:
    today = safety.today()
    coach.services.intake.save(Intake(onset=Onset.TWIST, injured_on=today, safety={"R26": YES}))
    coach.clock.advance(15 * DAY)
    assert safety.is_screen_due()
    safety.save_screen(Occasion.WEEKLY, _all_no(safety))
    assert not safety.is_screen_due()


def test_the_intakes_age_reaches_the_screen(coach: FakeCoach, safety: SafetyService) -> None:
    coach.services.intake.save(Intake(age=16, safety={}))
    assert safety.facts(Occasion.STOP).age == 16
