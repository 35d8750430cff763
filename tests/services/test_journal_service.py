"""The journal as pages read it, and as it is corrected."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.statistics import Adherence, DayState
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON
from tests.helpers.coach import FakeCoach

DAY = 24 * 3600


def _coach(days: int = 0) -> FakeCoach:
    """A coach with a daily plan from Monday on, some days later."""
    coach = FakeCoach()
    coach.journal.save_person(make.person())
    coach.journal.save_plan(PERSON, make.plan())
    coach.clock.advance(days * DAY)
    return coach


def test_before_the_first_run_everything_is_empty() -> None:
    overview = FakeCoach().services.journal.overview()

    assert overview.is_empty
    assert overview.days == ()
    assert overview.first_day == overview.today == MONDAY


def test_the_overview_reaches_from_the_plan_to_this_sunday() -> None:
    coach = _coach(days=9)
    coach.journal.save_session(PERSON, make.session_record(MONDAY))

    overview = coach.services.journal.overview()

    assert overview.days[0].day == MONDAY
    assert overview.days[-1].day == MONDAY + timedelta(days=13)
    assert overview.days[0].state is DayState.DONE
    assert not overview.is_empty


def test_entries_from_before_the_plan_and_their_mornings_are_in_the_overview() -> None:
    coach = _coach()
    early = MONDAY - timedelta(days=10)
    coach.journal.save_check_in(PERSON, make.check_in(early))

    overview = coach.services.journal.overview()

    assert overview.days[0].day == early
    assert overview.first_day == early - timedelta(days=1)
    assert overview.pain[0].next_morning == 2


def test_the_adherence_of_the_overview_is_that_of_the_last_14_days() -> None:
    coach = _coach(days=30)
    for offset in (0, 20, 29, 30):
        coach.journal.save_session(PERSON, make.session_record(MONDAY + timedelta(days=offset)))

    overview = coach.services.journal.overview()

    assert overview.adherence == Adherence(planned=14, done=3, total=31)
    assert overview.adherence == coach.services.journal.adherence()


def test_the_pain_of_some_days_takes_their_mornings_and_no_others() -> None:
    coach = _coach(days=5)
    for offset in range(4):
        coach.journal.save_session(PERSON, make.session_record(MONDAY + timedelta(days=offset)))
        coach.journal.save_check_in(PERSON, make.check_in(MONDAY + timedelta(days=offset), pain=offset))

    points = coach.services.journal.pain(MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))

    assert [(p.day - MONDAY).days for p in points] == [1, 2]
    assert [p.next_morning for p in points] == [2, 3]


def test_the_week_goes_from_monday_to_sunday() -> None:
    week = _coach(days=2).services.journal.week()

    assert [day.day.weekday() for day in week] == list(range(7))
    assert [day.state for day in week[:3]] == [DayState.MISSED, DayState.MISSED, DayState.OPEN]


def test_done_today_counts_what_counts() -> None:
    coach = _coach()
    coach.journal.save_session(PERSON, make.session_record(MONDAY))
    little = make.session_record(MONDAY, id="little", sets=(make.set_record(reps_done=1),))
    coach.journal.save_session(PERSON, little)

    assert coach.services.journal.done_today() == {"strength": 1}


def test_a_corrected_session_keeps_its_sets_and_tells_what_changed() -> None:
    coach = _coach()
    record = make.session_record(MONDAY)
    coach.journal.save_session(PERSON, record)

    corrected = msgspec.structs.replace(record, pain_after=NoAnswer.MISSING, effort=0, note="tired")
    changes = coach.services.journal.replace_session(corrected)

    kept = coach.services.journal.session(record.id)
    assert changes is Changes.SESSIONS
    assert (kept.pain_after, kept.effort, kept.note) == (NoAnswer.MISSING, 0, "tired")
    assert kept.sets == record.sets


def test_a_session_is_replaced_and_deleted() -> None:
    coach = _coach()
    journal = coach.services.journal
    record = make.session_record(MONDAY)
    coach.journal.save_session(PERSON, record)

    journal.replace_session(msgspec.structs.replace(record, sets=(make.set_record(reps_done=3),)))
    assert journal.summaries()[0].share_done == 0.25

    assert journal.delete_session(record.id) is Changes.SESSIONS
    with pytest.raises(NotFoundError):
        journal.session(record.id)


def test_a_check_in_is_replaced_and_deleted() -> None:
    coach = _coach()
    journal = coach.services.journal
    check_in = make.check_in(MONDAY)
    coach.journal.save_check_in(PERSON, check_in)

    journal.replace_check_in(msgspec.structs.replace(check_in, pain=0))
    assert [kept.pain for kept in journal.check_ins()] == [0]

    assert journal.delete_check_in(check_in.id) is Changes.CHECK_INS
    assert journal.check_ins() == ()


def test_the_first_day_is_that_of_the_plan_or_of_the_first_session() -> None:
    coach = _coach()
    assert coach.services.journal.first_day() == MONDAY

    coach.journal.save_session(PERSON, make.session_record(MONDAY - timedelta(days=3)))
    assert coach.services.journal.first_day() == MONDAY - timedelta(days=3)
