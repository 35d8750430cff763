"""What every journal does, whether it keeps its records in a file or in memory."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.errors import NotFoundError, StorageError
from ankle_coach.domain.journal import (
    Moment,
    NoAnswer,
    Role,
    SessionStatus,
    Source,
    summary_of,
)
from ankle_coach.domain.session import Command, CommandKind, advance
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from ankle_coach.domain.journal import Answer
    from ankle_coach.services.ports import Journal

TUESDAY = MONDAY + timedelta(days=1)
SUNDAY = MONDAY - timedelta(days=1)


def test_persons_keep_the_order_of_their_making_even_when_they_change(journal: Journal) -> None:
    journal.save_person(make.person(id="a", name="Ada", role=Role.PATIENT, affected=None))
    journal.save_person(make.person(name="Robin Miller", affected=Side.BOTH))

    assert journal.persons() == (
        make.person(name="Robin Miller", affected=Side.BOTH),
        make.person(id="a", name="Ada", role=Role.PATIENT, affected=None),
    )


def test_plan_versions_come_back_whole_and_oldest_first(journal: Journal) -> None:
    second = make.plan(version=2, starts_on=TUESDAY, reason="edited", affected=None, content_version=3)

    journal.save_plan(PERSON, second)
    journal.save_plan(PERSON, make.plan())

    assert journal.plans(PERSON) == (make.plan(), second)


def test_a_plan_version_that_exists_is_refused_and_stays_as_it_was(journal: Journal) -> None:
    journal.save_plan(PERSON, make.plan())

    with pytest.raises(StorageError, match=r"version 1 is in the journal already"):
        journal.save_plan(PERSON, make.plan(name="Another"))

    assert journal.plans(PERSON) == (make.plan(),)


def test_a_session_comes_back_with_every_field(journal: Journal) -> None:
    record = make.session_record(
        session="",
        name="Größe ✓\nsecond line",
        status=SessionStatus.STOPPED_FOR_PAIN,
        plan_version=7,
        duration=612.25,
        pain_before=3,
        note="Felt fine on the stairs; 'quoted', \"twice\"",
        source=Source.PAPER,
        started=Moment(
            at=datetime(2026, 3, 2, 23, 40, 1, 234567, tzinfo=UTC), offset_minutes=-570, training_day=MONDAY
        ),
        sets=(
            make.set_record(side=Side.LEFT, number=2, block=1, item=3, reps_done=7, kilograms=2.5),
            make.set_record(side=Side.RIGHT, reps_planned=0, reps_done=0, seconds_done=0.125, band="heavy"),
        ),
        answers=(
            make.exercise_answer(too_painful=True, pain_during=6),
            make.exercise_answer(side=Side.LEFT, form_lost=True, gave_way=True, touch_downs=4),
        ),
    )

    journal.save_session(PERSON, record)

    assert journal.session(record.id) == record
    assert journal.sessions(PERSON) == (record,)
    assert journal.summaries(PERSON) == (summary_of(record),)


def test_an_instant_of_another_time_zone_is_the_same_instant_in_utc(journal: Journal) -> None:
    west = datetime.fromisoformat("2026-03-02T10:00:00-08:00")
    record = make.session_record(started=Moment(at=west, offset_minutes=-480, training_day=MONDAY))

    journal.save_session(PERSON, record)

    assert journal.session(record.id).started.at == west


@pytest.mark.parametrize("answer", [0, 10, NoAnswer.MISSING, NoAnswer.NOT_ASKED], ids=str)
def test_zero_missing_and_not_asked_stay_three_things_in_sessions(journal: Journal, answer: Answer) -> None:
    record = make.session_record(
        pain_before=answer,
        pain_after=answer,
        effort=answer,
        answers=(make.exercise_answer(pain_during=answer),),
    )

    journal.save_session(PERSON, record)

    assert journal.session(record.id) == record
    summary = journal.summaries(PERSON)[0]
    assert (summary.pain_after, summary.effort, summary.pain_during) == (answer, answer, answer)


@pytest.mark.parametrize("answer", [0, 3, NoAnswer.MISSING, NoAnswer.NOT_ASKED], ids=str)
def test_zero_missing_and_not_asked_stay_three_things_in_check_ins(journal: Journal, answer: Answer) -> None:
    check_in = make.check_in(pain=answer, first_step=answer, stiff_minutes=answer, swelling=answer)

    journal.save_check_in(PERSON, check_in)

    assert journal.check_ins(PERSON) == (check_in,)


@pytest.mark.parametrize(
    ("answers", "worst"),
    [
        ((), NoAnswer.NOT_ASKED),
        ((NoAnswer.NOT_ASKED, NoAnswer.MISSING), NoAnswer.MISSING),
        ((NoAnswer.MISSING, 0), 0),
        ((4, NoAnswer.NOT_ASKED, 2), 4),
    ],
    ids=["no answers", "only missing", "zero beats missing", "the worst number"],
)
def test_a_summary_knows_the_worst_pain_during(
    journal: Journal, answers: tuple[Answer, ...], worst: Answer
) -> None:
    given = tuple(make.exercise_answer(pain_during=answer) for answer in answers)
    journal.save_session(PERSON, make.session_record(answers=given))

    assert journal.summaries(PERSON)[0].pain_during == worst


@pytest.mark.parametrize(
    "fields",
    [
        {"reps_planned": 12, "reps_done": 7},
        {"reps_planned": 12, "reps_done": 30},
        {"reps_planned": 0, "reps_done": 0, "seconds_planned": 40, "seconds_done": 25},
        {"reps_planned": 0, "reps_done": 1, "seconds_planned": 0, "seconds_done": 0},
        {"reps_planned": 0, "reps_done": 0, "seconds_planned": 0, "seconds_done": 33},
        {"reps_planned": 0, "reps_done": 30, "seconds_planned": 0, "seconds_done": 90},
    ],
    ids=["some reps", "more than planned", "seconds", "a tap", "only seconds", "on top of the plan"],
)
def test_a_summary_has_the_share_of_its_record(journal: Journal, fields: dict[str, float]) -> None:
    record = make.session_record(sets=(make.set_record(), make.set_record(number=2, **fields)))
    journal.save_session(PERSON, record)

    assert journal.summaries(PERSON)[0].share_done == pytest.approx(record.share_done, abs=1e-12)


def test_a_session_without_sets_has_done_nothing(journal: Journal) -> None:
    journal.save_session(PERSON, make.session_record(sets=(), answers=()))

    assert journal.summaries(PERSON)[0].share_done == 0.0
    assert journal.sessions(PERSON)[0].sets == ()


def test_saving_a_session_again_replaces_its_sets_and_answers(journal: Journal) -> None:
    journal.save_session(PERSON, make.session_record(sets=(make.set_record(),) * 3))
    edited = make.session_record(note="edited", sets=(make.set_record(reps_done=1),), answers=())

    journal.save_session(PERSON, edited)

    assert journal.sessions(PERSON) == (edited,)


def test_an_entry_of_another_person_is_never_replaced(journal: Journal) -> None:
    journal.save_person(make.person(id="other"))
    journal.save_session(PERSON, make.session_record())
    journal.save_check_in(PERSON, make.check_in())

    with pytest.raises(StorageError, match="another person"):
        journal.save_session("other", make.session_record(note="stolen"))
    with pytest.raises(StorageError, match="another person"):
        journal.save_check_in("other", make.check_in(note="stolen"))

    assert journal.sessions(PERSON) == (make.session_record(),)
    assert journal.check_ins(PERSON) == (make.check_in(),)
    assert journal.sessions("other") == ()


def test_a_session_that_is_not_there_is_not_found_and_deleting_it_is_no_error(journal: Journal) -> None:
    journal.save_session(PERSON, make.session_record())

    journal.delete_session(make.session_record().id)
    journal.delete_session(make.session_record().id)

    with pytest.raises(NotFoundError, match="no session 'session-2026-03-02'"):
        journal.session("session-2026-03-02")
    assert journal.summaries(PERSON) == ()


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (None, None, [SUNDAY, MONDAY, TUESDAY]),
        (MONDAY, None, [MONDAY, TUESDAY]),
        (None, MONDAY, [SUNDAY, MONDAY]),
        (MONDAY, MONDAY, [MONDAY]),
        (TUESDAY, SUNDAY, []),
    ],
    ids=["all", "from a day on", "up to a day", "one day", "the wrong way round"],
)
def test_entries_are_read_within_training_days_oldest_first(
    journal: Journal, first: date | None, last: date | None, found: list[date]
) -> None:
    for day in (TUESDAY, SUNDAY, MONDAY):
        journal.save_session(PERSON, make.session_record(day))
        journal.save_check_in(PERSON, make.check_in(day))

    assert [record.started.training_day for record in journal.sessions(PERSON, first, last)] == found
    assert [record.started.training_day for record in journal.summaries(PERSON, first, last)] == found
    assert [entry.entered.training_day for entry in journal.check_ins(PERSON, first, last)] == found


def test_an_hour_after_midnight_belongs_to_the_training_day_before(journal: Journal) -> None:
    late = make.session_record(id="late", started=make.moment(MONDAY, time(0, 40)))
    early = make.session_record(id="early", started=make.moment(MONDAY, time(6)))
    journal.save_session(PERSON, late)
    journal.save_session(PERSON, early)

    assert [record.id for record in journal.sessions(PERSON, MONDAY, MONDAY)] == ["early", "late"]


def test_a_check_in_is_changed_and_deleted(journal: Journal) -> None:
    journal.save_check_in(PERSON, make.check_in())
    edited = make.check_in(pain=7, note="worse than I wrote", source=Source.PAPER, side=Side.LEFT)
    journal.save_check_in(PERSON, edited)

    assert journal.check_ins(PERSON) == (edited,)

    journal.delete_check_in(edited.id)
    journal.delete_check_in(edited.id)

    assert journal.check_ins(PERSON) == ()


def test_the_session_in_progress_comes_back_exactly_where_it_was(journal: Journal) -> None:
    assert journal.progress(PERSON) is None
    waiting = make.progress(pain_before=0, pain_during=(("strength.str-calf-bi", Side.BOTH, 4),))
    state, _ = advance(waiting.state, Command(CommandKind.START), Reading(awake=1.5, elapsed=2.25))
    state, _ = advance(state, Command(CommandKind.TICK), Reading(awake=9.1, elapsed=9.85))
    running = msgspec.structs.replace(waiting, state=state)

    journal.save_progress(PERSON, waiting)
    journal.save_progress(PERSON, running)

    assert journal.progress(PERSON) == running
    assert journal.progress("other") is None

    journal.clear_progress(PERSON)
    journal.clear_progress(PERSON)

    assert journal.progress(PERSON) is None


def test_finishing_a_session_adds_its_record_and_forgets_the_progress(journal: Journal) -> None:
    journal.save_progress(PERSON, make.progress())

    journal.finish_session(PERSON, make.session_record())

    assert journal.progress(PERSON) is None
    assert journal.sessions(PERSON) == (make.session_record(),)


def test_finishing_fails_as_a_whole(journal: Journal) -> None:
    journal.save_person(make.person(id="other"))
    journal.save_session("other", make.session_record())
    journal.save_progress(PERSON, make.progress())

    with pytest.raises(StorageError):
        journal.finish_session(PERSON, make.session_record())

    assert journal.progress(PERSON) == make.progress()


def test_nothing_is_written_for_somebody_who_is_not_in_the_journal(journal: Journal) -> None:
    writes: list[Callable[[], None]] = [
        lambda: journal.save_plan("nobody", make.plan()),
        lambda: journal.save_session("nobody", make.session_record()),
        lambda: journal.finish_session("nobody", make.session_record()),
        lambda: journal.save_check_in("nobody", make.check_in()),
        lambda: journal.save_progress("nobody", make.progress()),
    ]
    for write in writes:
        with pytest.raises(NotFoundError, match="no person 'nobody'"):
            write()

    assert (journal.plans("nobody"), journal.sessions("nobody"), journal.check_ins("nobody")) == ((), (), ())


def test_persons_do_not_see_each_others_entries(journal: Journal) -> None:
    journal.save_person(make.person(id="other"))
    journal.save_session(PERSON, make.session_record())
    journal.save_check_in(PERSON, make.check_in())
    journal.save_plan(PERSON, make.plan())
    journal.save_plan("other", make.plan(name="Another"))

    assert journal.summaries("other") == ()
    assert journal.check_ins("other") == ()
    assert [plan.name for plan in journal.plans("other")] == ["Another"]
