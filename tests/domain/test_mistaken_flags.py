"""A flag that was a mistake: its own day goes on, and the log keeps both (clinical.md §4.2)."""

from __future__ import annotations

from datetime import date

import pytest

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import reason
from ankle_coach.domain.journal_fold import JournalFold
from ankle_coach.domain.safety import Outcome as Record
from ankle_coach.domain.safety import ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.safety_facts import Assessed, FlagEvent
from ankle_coach.i18n import translator
from tests.helpers.rules import Diary, context_of, day_number, exercise, plan_of, prescribed, row
from tests.helpers.story import Story

YES = ScreenAnswer.YES


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


def folded(story: Story) -> JournalFold:
    """The journal folded up to now."""
    fold = story.services.coach.fold()
    assert fold is not None
    return fold


def told(decisions: tuple[Decision, ...], day: date) -> list[tuple[str, Outcome]]:
    """Rule and outcome of a day's decisions about the whole plan."""
    return [(d.rule, d.outcome) for d in decisions if d.day == day and d.is_plan_wide]


def loaded_today(story: Story) -> int:
    """How many prescriptions that load are offered today."""
    exercises = story.coach.library.exercises
    return sum(
        exercises[p.exercise].is_loaded(exercises[p.exercise].level(p.level))
        for session in story.services.coach.todays_sessions()
        for p in session.prescriptions
    )


@row("4.2-mistake")
def test_a_mistake_of_the_same_day_gives_the_day_its_loading_back(story: Story, row_id: str) -> None:
    before = loaded_today(story)
    assert before
    (flag,) = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    assert not folded(story).folded.loading
    assert not loaded_today(story)
    story.services.safety.record(flag.id, Record.MISTAKEN)
    assert folded(story).folded.loading
    assert loaded_today(story) == before
    assert told(folded(story).folded.decisions, story.today) == [
        ("4.2-lock", Outcome.LOCK),
        ("4.2-unlock", Outcome.UNLOCK),
        ("3.3-1", Outcome.STOP_SCREEN),
        (row_id, Outcome.REVISED),
    ]


@row("4.2-mistake")
def test_what_was_seen_and_cleared_on_its_day_still_keeps_that_day_without_loading(
    story: Story, row_id: str
) -> None:
    (flag,) = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    story.services.safety.record(flag.id, Record.CLEARED)
    assert not folded(story).folded.loading
    assert row_id not in {d.rule for d in folded(story).folded.decisions}


@row("4.2-mistake")
def test_a_second_flag_that_stands_keeps_the_day_without_loading(story: Story, row_id: str) -> None:
    safety = story.services.safety
    (wrong,) = safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    safety.save_screen(Occasion.WEEKLY, {"R01": YES})
    safety.record(wrong.id, Record.MISTAKEN)
    assert not folded(story).folded.loading
    assert not loaded_today(story)
    assert row_id in {d.rule for d in folded(story).folded.decisions}


@row("4.2-mistake")
def test_a_mistake_found_days_later_changes_nothing_of_the_days_before(story: Story, row_id: str) -> None:
    (flag,) = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    raised = story.today
    story.live(2, plays=False)
    story.services.safety.record(flag.id, Record.MISTAKEN)
    assert loaded_today(story)
    assert row_id not in {d.rule for d in folded(story).folded.decisions}
    assert ("3.3-1", Outcome.STOP_SCREEN) in told(folded(story).folded.decisions, raised)
    unlocked = next(d for d in folded(story).folded.decisions if d.outcome is Outcome.UNLOCK)
    assert unlocked.day == story.today
    assert reason(unlocked, translator()) == (
        "A safety sign (R12) was recorded as a mistake, so that nothing is locked by it."
    )


@row("4.2-mistake")
def test_the_session_that_a_mistake_ended_is_judged_by_what_was_done_of_it(row_id: str) -> None:
    stops = FlagEvent(kind="R12", day=day_number(0), urgency=Urgency.PAUSE, mistaken_on=day_number(0))
    one = exercise()
    book = Diary(plan_of(prescribed(one)), context_of(one)).trained(1, flags=(stops,))
    outcomes = [(d.rule, d.outcome) for d in book.decisions()]
    assert outcomes == [
        ("3.3-1", Outcome.STOP_SCREEN),
        (row_id, Outcome.REVISED),
        ("3.3-8", Outcome.CREDIT),
    ]


@row("4.2-mistake")
def test_an_advise_flag_that_was_a_mistake_holds_nothing_and_was_not_looked_at(row_id: str) -> None:
    one = exercise()
    wrong = FlagEvent(kind="R16", day=day_number(0), mistaken_on=day_number(0))
    right = FlagEvent(kind="R16", day=day_number(1))
    book = Diary(plan_of(prescribed(one)), context_of(one)).trained(1, flags=(wrong,))
    state, decisions = book.fold()
    assert state.flags == ()
    assert [(d.rule, d.outcome) for d in decisions][:2] == [
        ("3.3-1", Outcome.FLAG),
        (row_id, Outcome.REVISED),
    ]
    book.trained(1, flags=(right,))
    assert [flag.kind for flag in book.fold()[0].flags] == ["R16"]
    book.trained(1, assessed=(Assessed(day=book.today, kind="R16", mistaken=True),))
    assert book.fold()[0].flags == ()
    assert book.fold()[0].assessed == ()


def test_the_words_name_the_flag_and_what_holds_now(story: Story) -> None:
    (flag,) = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": YES}).flags
    story.services.safety.record(flag.id, Record.MISTAKEN)
    revised = next(d for d in folded(story).folded.decisions if d.outcome is Outcome.REVISED)
    assert reason(revised, translator()) == (
        "A safety sign (R12) was recorded as a mistake: it stops nothing today."
    )
