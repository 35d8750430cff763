"""The sample data is believable, tells one story, and fits together like real records."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean
from typing import TYPE_CHECKING, TypeVar

import pytest
from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.activities import Activities
from ankle_coach.domain.coach_day import changes_for
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.facts_of_records import Until
from ankle_coach.domain.journal import NoAnswer, SessionStatus, summary_of, value_of
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.journal_fold import fold_journal
from ankle_coach.domain.measures import Measurement, ScoreEntry
from ankle_coach.domain.offers import offers
from ankle_coach.domain.running import Guard, RunRecord, single_run_guard
from ankle_coach.domain.safety import Assessment, Flag
from ankle_coach.domain.safety_trends import trend_findings
from ankle_coach.domain.schedule import due_on
from ankle_coach.domain.session import new_session
from ankle_coach.domain.session_record import by_id, set_records
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import DayState, adherence, calendar, plan_on
from ankle_coach.domain.steps import compile_session
from ankle_coach.services.sample_data import Sample, sample_journal, sample_records
from ankle_coach.services.settling import journal_facts
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers.memory_journal import MemoryJournal

if TYPE_CHECKING:
    from pathlib import Path

    from ankle_coach.domain.journal import SessionRecord, SetRecord
    from ankle_coach.domain.journal_fold import JournalFold
    from ankle_coach.domain.offers import Offer
    from ankle_coach.domain.statistics import CalendarDay
    from ankle_coach.services.ports import Journal

Entry = TypeVar("Entry", bound=Struct)
MONDAY = date(2026, 3, 2)
OFFSET = timedelta(hours=1)
LIBRARY = open_library()


@pytest.fixture(scope="module", params=range(7), ids=["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
def today(request: pytest.FixtureRequest) -> date:
    """A day of the week on which somebody looks around."""
    return MONDAY + timedelta(days=request.param)


@pytest.fixture(scope="module")
def sample(today: date) -> Sample:
    """The sample data as of that day."""
    return sample_records(LIBRARY, today, OFFSET)


def _days(sample: Sample, today: date) -> tuple[CalendarDay, ...]:
    summaries = [summary_of(record) for record in sample.sessions]
    counted = {day.day: day for day in _fold(sample, today).folded.counted}
    return calendar(sample.plans, summaries, today - timedelta(days=56), today, today, counted)


def _contents(sample: Sample) -> JournalContents:
    return JournalContents(
        person=sample.person,
        plans=sample.plans,
        sessions=sample.sessions,
        check_ins=sample.check_ins,
        entries=sample.entries,
    )


def _fold(sample: Sample, day: date, sessions: tuple[SessionRecord, ...] | None = None) -> JournalFold:
    """The whole journal as the app folds it on a day, with all mornings up to it."""
    known = _contents(sample) if sessions is None else replace(_contents(sample), sessions=sessions)
    return fold_journal(known, LIBRARY, lambda: (), Until(day))


def _undone(given: list[Offer]) -> tuple[SetRecord, ...]:
    """The sets that offers plan, nothing of them done."""
    steps = [s for offer in given for s in compile_session([offer.prescription], offer.affected)]
    return set_records(new_session(tuple(steps)), by_id(offer.prescription for offer in given))


def test_the_same_seed_tells_the_same_story_and_another_one_another() -> None:
    assert sample_records(LIBRARY, MONDAY, OFFSET) == sample_records(LIBRARY, MONDAY, OFFSET)
    assert sample_records(LIBRARY, MONDAY, OFFSET, 1) != sample_records(LIBRARY, MONDAY, OFFSET, 2)


def test_it_covers_eight_weeks_and_leaves_today_open(sample: Sample, today: date) -> None:
    days = [record.started.training_day for record in sample.sessions]
    mornings = [check_in.entered.training_day for check_in in sample.check_ins]

    assert days[0] == today - timedelta(days=56)
    assert today - timedelta(days=3) <= max(days) < today
    assert max(mornings) < today
    assert 40 <= len(set(days)) <= 50
    assert 40 <= len(mornings) == len(set(mornings)) <= 52


def test_entries_are_in_order_and_every_id_is_its_own(sample: Sample) -> None:
    ids = [entry.id for entry in sample.sessions + sample.check_ins]

    assert len(set(ids)) == len(ids)
    assert all(a.started.at < b.started.at for a, b in pairwise(sample.sessions))
    assert all(a.entered.at < b.entered.at for a, b in pairwise(sample.check_ins))


def test_strength_follows_mobility_in_a_second_version_of_the_plan(sample: Sample) -> None:
    assert [(plan.version, plan.phase, plan.affected) for plan in sample.plans] == [
        (1, "p2", Side.RIGHT),
        (2, "p3", Side.RIGHT),
    ]
    assert sample.plans[0].id == sample.plans[1].id
    assert sample.person.affected is Side.RIGHT


def test_every_session_plays_what_the_coach_offered_that_day(sample: Sample) -> None:
    for number, record in enumerate(sample.sessions):
        day = record.started.training_day
        plan = plan_on(sample.plans, day)
        assert plan is not None
        assert record.plan_version == plan.version
        names = {s.session.id: {p.id for p in s.prescriptions} for s in due_on(plan, day)}[record.session]
        fold = _fold(sample, day, sessions=sample.sessions[:number])
        given = [o for o in offers(fold.folded.opening, fold.context, day) if o.prescription.id in names]
        assert tuple(replace(s, reps_done=0, seconds_done=0) for s in record.sets) == _undone(given)
        assert 0 < record.share_done <= 1
        assert 60 < record.duration < 60 * 60


def test_the_coach_advances_holds_and_steps_back_at_the_flare(sample: Sample, today: date) -> None:
    log = _fold(sample, today).folded.decisions
    (flare,) = [r.started.training_day for r in sample.sessions if r.status is SessionStatus.STOPPED_FOR_PAIN]
    told = Counter(decision.outcome for decision in log)

    assert told[Outcome.ADVANCE] >= 10
    assert told[Outcome.HOLD] >= 10
    back = sorted({d.day for d in log if d.outcome in (Outcome.STEP_BACK, Outcome.STOP_EXERCISE)})
    assert back[0] == flare
    assert len(back) <= 2
    assert not told[Outcome.NO_LOAD]
    assert not any(decision.value("step") == "other-dose" for decision in log)


def test_today_tells_of_an_advance_or_two_and_of_a_hold_and_no_flag_stands(
    sample: Sample, today: date
) -> None:
    fold = _fold(sample, today)
    changes = changes_for(fold, _contents(sample), today)
    last = [decision.outcome for decision in fold.folded.log() if decision.day == changes[0].day]

    assert [d.outcome for d in changes] in ([Outcome.ADVANCE], [Outcome.ADVANCE] * 2)
    assert Outcome.HOLD in last
    assert not fold.folded.state.flags


def test_some_sessions_are_cut_short_and_have_undone_sets(sample: Sample) -> None:
    short = [record for record in sample.sessions if record.status is SessionStatus.ENDED_EARLY]

    assert len(short) >= 3
    assert all(record.share_done < 1 and record.sets[-1].done == 0 for record in short)
    assert all(
        record.share_done == pytest.approx(1)
        for record in sample.sessions
        if record.status is SessionStatus.FINISHED
    )


def test_there_is_one_flare_in_week_4_or_5_and_it_stops_a_session(sample: Sample, today: date) -> None:
    (flare,) = [record for record in sample.sessions if record.status is SessionStatus.STOPPED_FOR_PAIN]
    day = flare.started.training_day
    mornings = {check_in.entered.training_day: check_in.pain for check_in in sample.check_ins}

    assert 21 <= (day - (today - timedelta(days=56))).days < 35
    assert (flare.pain_during, flare.pain_after, mornings[day + timedelta(days=1)]) == (6, 5, 5)
    assert [answer.too_painful for answer in flare.answers].count(True) == 1
    others = [value_of(record.pain_during) or 0 for record in sample.sessions if record is not flare]
    assert max(others) <= 4


def test_the_soreness_goes_down_from_about_5_to_about_1(sample: Sample, today: date) -> None:
    def mean_of_week(number: int) -> float:
        first = today - timedelta(days=56 - 7 * number)
        week = [c.pain for c in sample.check_ins if 0 <= (c.entered.training_day - first).days < 7]
        return mean(pain for pain in week if isinstance(pain, int))

    assert 4 <= mean_of_week(0) <= 5.5
    assert mean_of_week(0) > mean_of_week(2) > mean_of_week(7)
    assert mean_of_week(7) <= 1.2


def test_days_are_missed_and_the_adherence_is_that_of_a_person(sample: Sample, today: date) -> None:
    days = _days(sample, today)
    ratio = adherence(days, today).ratio

    assert ratio is not None
    assert 0.7 <= ratio <= 0.9
    assert sum(day.state is DayState.MISSED for day in days) >= 4
    assert days[-1].state in (DayState.OPEN, DayState.REST)


def test_zero_missing_and_not_asked_all_occur(sample: Sample) -> None:
    after = {record.pain_after for record in sample.sessions}
    swelling = {check_in.swelling for check_in in sample.check_ins}
    asked = [
        answer for check_in in sample.check_ins for answer in (check_in.first_step, check_in.stiff_minutes)
    ]

    assert {0, NoAnswer.MISSING, NoAnswer.NOT_ASKED} <= after
    assert {0, NoAnswer.NOT_ASKED} <= swelling
    assert NoAnswer.MISSING in asked


def test_people_wrote_notes_and_ran(sample: Sample) -> None:
    notes = [record.note for record in sample.sessions if record.note]

    assert "Felt fine on the stairs today." in notes
    assert len(notes) == len(set(notes)) >= 9
    assert [check_in.note for check_in in sample.check_ins].count("Limped to the bathroom. Day off.") == 1
    assert {"before-run", "after-run", "ice"} <= {record.session for record in sample.sessions}


def _entries(sample: Sample, kind: type[Entry]) -> list[Entry]:
    return [kept.entry for kept in sample.entries if isinstance(kept.entry, kind)]


def test_the_run_before_the_flare_was_too_long_and_no_run_after_it_is_flagged(sample: Sample) -> None:
    (flare,) = [r.started.training_day for r in sample.sessions if r.status is SessionStatus.STOPPED_FOR_PAIN]
    runs = _entries(sample, RunRecord)
    spikes = [run.day for run in runs if single_run_guard(run, runs).guard is Guard.STRONG]

    assert spikes == [flare - timedelta(days=1)]
    assert not [run for run in runs if 0 <= (run.day - flare).days <= 8]
    assert any(run.meters is None for run in runs) or len(runs) >= 8


def test_tests_scores_and_activities_get_better_and_one_answer_is_left_out(sample: Sample) -> None:
    tests = [m for m in _entries(sample, Measurement) if m.measure == "single-leg-raise-count"]
    lefs = [s.value for s in _entries(sample, ScoreEntry) if s.questionnaire == "lefs"]
    activities = _entries(sample, Activities)

    assert tests[0].symmetry is not None
    assert tests[-1].symmetry is not None
    assert tests[0].symmetry < 50
    assert tests[-1].symmetry > 80
    assert lefs == sorted(lefs)
    assert any(item.value is None for entry in activities for item in entry.items)
    assert {item.name for entry in activities for item in entry.items} == {
        item.name for item in activities[0].items
    }


def test_the_flag_was_looked_at_and_the_days_of_its_lock_have_no_session(sample: Sample) -> None:
    (flag,) = _entries(sample, Flag)
    (seen,) = _entries(sample, Assessment)
    locked = {flag.raised.training_day, seen.recorded.training_day}

    assert seen.flag == flag.id
    assert not locked & {record.started.training_day for record in sample.sessions if record.session != "ice"}


def test_nothing_of_it_raises_a_flag_by_itself_today(sample: Sample, today: date) -> None:
    facts = journal_facts(_fold(sample, today), _contents(sample), today)

    assert trend_findings(RuleFiles().safety.screen, facts) == ()


def test_a_session_after_midnight_belongs_to_the_day_before(sample: Sample) -> None:
    late = [
        record
        for record in sample.sessions
        if (record.started.at + OFFSET).date() == record.started.training_day + timedelta(days=1)
    ]

    assert len(late) == 1


def test_it_goes_into_any_journal(tmp_path: Path) -> None:
    expected = sample_records(LIBRARY, MONDAY, OFFSET)
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path) as in_file:
        journals: list[Journal] = [MemoryJournal(), in_file]
        for journal in journals:
            sample_journal(journal, LIBRARY, MONDAY, OFFSET)

            (person,) = journal.persons()
            assert person == expected.person
            assert journal.plans(person.id) == expected.plans
            assert journal.sessions(person.id) == expected.sessions
            assert journal.check_ins(person.id) == expected.check_ins
            assert journal.entries(person.id, RunRecord) == tuple(_entries(expected, RunRecord))
            assert journal.progress(person.id) is None
