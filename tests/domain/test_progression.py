"""The fold over records: mornings and noon, late entries, training days and clocks, always the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.facts_of_records import History, Until, facts_of, until
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.journal import (
    CheckIn,
    ExerciseAnswer,
    Moment,
    NoAnswer,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Source,
)
from ankle_coach.domain.offers import offers
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.progression import Folded, fold
from ankle_coach.domain.safety import Assessment, Finding, Flag, RecordedBy, Scope, Urgency
from ankle_coach.domain.safety import Outcome as Assessed
from ankle_coach.domain.safety_facts import (
    BeforeSession,
    FlagEvent,
    Sign,
    StopSign,
    flag_events,
    lock_periods,
    looked_at,
)
from ankle_coach.domain.schedule import training_day
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import RIGHT, context_of, day_number, exercise, level, plan_of, prescribed, reps

LADDER = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abc"), start_level="b")
PLAN = plan_of(prescribed(LADDER))
CONTEXT = context_of(LADDER)
CALM: dict[str, Any] = {"pain_during": 0}


def session(number: int, *, at: time = time(17), **fields: Any) -> SessionRecord:
    """A whole session of a day: three sets of ten on the right."""
    answer = fields.pop("answer", CALM)
    done = fields.pop("done", 10)
    sets = tuple(
        SetRecord(
            prescription="main.str-one",
            exercise="str-one",
            level="b",
            side=RIGHT,
            number=n,
            reps_planned=10,
            reps_done=done,
        )
        for n in (1, 2, 3)
    )
    one = ExerciseAnswer(prescription="main.str-one", exercise="str-one", side=RIGHT, **answer)
    return SessionRecord(
        **{
            "id": f"s{number}",
            "session": "main",
            "name": "Main",
            "started": moment(day_number(number), at),
            "status": SessionStatus.FINISHED,
            "plan_version": 1,
            "pain_before": 0,
            "pain_after": 0,
            "effort": 5,
            "sets": sets,
            "answers": (one,),
            **fields,
        }
    )


def check_in(number: int, pain: Any = 0, *, at: time = time(7), typed: int | None = None) -> CheckIn:
    """The morning of a day; typed on that day unless said otherwise."""
    entered = moment(day_number(number if typed is None else typed), at)
    return CheckIn(
        id=f"c{number}", entered=replace(entered, training_day=day_number(number)), side=RIGHT, pain=pain
    )


def mornings(last: int) -> tuple[CheckIn, ...]:
    """A calm morning on every day, and three before the first."""
    return tuple(check_in(n) for n in range(-3, last + 1))


def folded(number: int, *, noon_over: bool = True, **history: Any) -> Folded:
    """Fold a history up to a day."""
    return fold(History(**{"plans": (PLAN,), **history}), CONTEXT, Until(day_number(number), noon_over))


def told(result: Folded) -> list[tuple[int, str, str]]:
    """Return day, outcome and rule of each decision."""
    return [((d.day - MONDAY).days, d.outcome.value, d.rule) for d in result.decisions]


# --- The morning and noon ----------------------------------------------------------------------


def test_a_day_waits_for_its_morning_until_noon() -> None:
    history = {"sessions": (session(0),), "check_ins": mornings(0)}
    assert told(folded(0, **history)) == []
    assert told(folded(1, noon_over=False, **history)) == []
    assert told(folded(1, noon_over=True, **history)) == [(0, "hold", "3.3-6")]


def test_the_check_in_decides_before_noon() -> None:
    history = {"sessions": (session(0),), "check_ins": mornings(1)}
    assert told(folded(1, noon_over=False, **history)) == [(0, "credit", "3.3-8")]


def test_rows_1_to_4_act_at_once() -> None:
    stopped = session(0, answer={"too_painful": True})
    result = folded(0, noon_over=False, sessions=(stopped,), check_ins=mornings(0))
    assert told(result) == [(0, "stop_exercise", "3.3-4")]
    assert result.stopped == {("main.str-one", RIGHT)}
    assert result.state.standings["main.str-one", RIGHT].level == "a"
    # What the running day offers stays what it was; the step is felt tomorrow.
    assert [o.prescription.level for o in offers(result.opening, CONTEXT, MONDAY)] == ["b"]
    assert result.decisions[0].starts_on == day_number(1)


def test_a_stop_does_not_depend_on_the_morning() -> None:
    stopped = session(0, answer={"too_painful": True})
    early = folded(0, noon_over=False, sessions=(stopped,), check_ins=mornings(0))
    later = folded(1, sessions=(stopped,), check_ins=mornings(1))
    assert told(later)[: len(told(early))] == told(early)


def test_pain_after_alone_regresses_at_noon() -> None:
    result = folded(1, sessions=(session(0, pain_after=6),), check_ins=mornings(0))
    assert told(result) == [(0, "step_back", "3.3-5")]


# --- Late entries ------------------------------------------------------------------------------


def late(number: int, pain: int, typed: int) -> CheckIn:
    """A morning that was typed days later."""
    return check_in(number, pain, at=time(18), typed=typed)


def test_a_late_morning_revises_the_provisional_hold() -> None:
    history = {"sessions": (session(0),), "check_ins": (*mornings(0), late(1, 0, 3))}
    result = folded(3, **history)
    assert told(result)[:2] == [(0, "hold", "3.3-6"), (0, "revised", "3.3-8")]
    revised = result.decisions[1]
    assert (revised.value("from"), revised.value("to")) == ("hold", "credit")
    assert revised.entered_on == day_number(3)
    assert result.decisions[0].value("provisional") == 1


def test_a_late_morning_that_changes_nothing_is_not_logged_twice() -> None:
    late_hold = (*mornings(0), check_in(1, NoAnswer.MISSING, at=time(18), typed=1))
    result = folded(1, sessions=(session(0),), check_ins=late_hold)
    assert told(result) == [(0, "hold", "3.3-6")]


def test_a_morning_typed_at_noon_is_late_and_one_before_is_not() -> None:
    for at, expected in ((time(11, 59), ["credit"]), (time(12), ["hold", "revised"])):
        entry = check_in(1, 0, at=at)
        result = folded(2, sessions=(session(0),), check_ins=(*mornings(0), entry))
        assert [outcome for day, outcome, _ in told(result) if day == 0] == expected


def test_a_plan_wide_step_found_late_starts_the_day_after_the_entry() -> None:
    bad = (late(1, 2, 4), late(2, 2, 4))
    history = {"sessions": (session(0), session(1)), "check_ins": (*mornings(0), *bad)}
    result = folded(4, **history)
    deload = next(d for d in result.decisions if d.outcome is Outcome.DELOAD)
    assert deload.starts_on == day_number(5)


def test_a_late_step_counts_its_seven_days_from_the_entry() -> None:
    check_ins = [*mornings(6), late(7, 0, 9)]
    sessions = tuple(session(n) for n in range(7))
    result = folded(10, sessions=sessions, check_ins=tuple(check_ins))
    advance = next(d for d in result.decisions if d.outcome is Outcome.ADVANCE)
    assert (advance.day, advance.entered_on) == (day_number(6), day_number(9))
    assert advance.starts_on == day_number(10)
    assert result.state.standings["main.str-one", RIGHT].days_at_dose(day_number(10)) == 1


def test_later_sessions_keep_the_dose_they_were_played_with() -> None:
    """After the late advance to level c, what was played at b in between earns c no credits."""
    sessions = tuple(session(n) for n in range(9))
    check_ins = (*mornings(6), late(7, 0, 9), check_in(8), check_in(9))
    result = folded(9, sessions=sessions, check_ins=check_ins)
    standing = result.state.standings["main.str-one", RIGHT]
    assert (standing.level, standing.credits) == ("c", ())


def test_a_paper_week_is_judged_by_the_days_it_is_about() -> None:
    sessions = tuple(session(n, source=Source.PAPER) for n in range(3))
    check_ins = (*mornings(0), *(late(n, 0, 6) for n in (1, 2, 3)))
    result = folded(6, sessions=sessions, check_ins=check_ins)
    assert [(day, outcome) for day, outcome, _ in told(result) if outcome == "revised"] == [
        (0, "revised"),
        (1, "revised"),
        (2, "revised"),
    ]


# --- What was answered -------------------------------------------------------------------------

ANSWERS: list[tuple[str, dict[str, Any], str]] = [
    ("3.3 zero is an answer", {"answer": {"pain_during": 0}}, "3.3-8"),
    ("3.3 missing is not good", {"answer": {"pain_during": NoAnswer.MISSING}}, "3.3-6"),
    ("3.3 never asked is not good either, where it is always asked", {"answers": ()}, "3.3-6"),
    ("3.3 pain after missing", {"pain_after": NoAnswer.MISSING}, "3.3-6"),
    ("3.3 two thirds done", {"done": 7}, "3.3-6"),
    ("3.3 half done", {"done": 5}, "3.3-7"),
    ("3.3 form lost", {"answer": {"pain_during": 0, "form_lost": True}}, "3.3-6"),
    ("3.3 gave way", {"answer": {"pain_during": 0, "gave_way": True}}, "3.3-4"),
]


@pytest.mark.parametrize(("fields", "rule"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS])
def test_zero_missing_and_not_asked_are_three_things(fields: dict[str, Any], rule: str) -> None:
    result = folded(1, sessions=(session(0, **fields),), check_ins=mornings(1))
    assert [d.rule for d in result.decisions] == [rule]


def test_what_was_not_begun_has_no_outcome() -> None:
    assert told(folded(1, sessions=(session(0, done=0, answers=()),), check_ins=mornings(1))) == []


@pytest.mark.parametrize(
    ("sign", "rule"),
    [
        pytest.param(Sign.SHARP_PAIN, "3.3-3", id="3.3-3 sharp"),
        pytest.param(Sign.POP, "3.3-3", id="3.3-3 pop"),
        pytest.param(Sign.LIMP, "3.3-4", id="3.3-4 limp"),
        pytest.param(Sign.GAVE_WAY, "3.3-4", id="3.3-4 gave way"),
    ],
)
def test_signs_reach_the_exercise(sign: Sign, rule: str) -> None:
    signs = (StopSign(session="s0", sign=sign),)
    result = folded(1, sessions=(session(0),), check_ins=mornings(1), signs=signs)
    assert result.decisions[0].rule == rule


def test_swelling_before_a_session_counts_without_a_session() -> None:
    before = (BeforeSession(day=MONDAY, pain=2, swelling=3),)
    assert told(folded(0, check_ins=mornings(0), before=before)) == [(0, "no_load", "3.3-2")]


def test_a_flag_that_ends_a_session_stops_it() -> None:
    flags = (FlagEvent(kind="R12", day=MONDAY, urgency=Urgency.PAUSE, session="s0"),)
    result = folded(1, sessions=(session(0),), check_ins=mornings(1), flags=flags)
    assert told(result) == [(0, "stop_screen", "3.3-1"), (0, "stop_screen", "3.3-1")]
    assert [d.is_plan_wide for d in result.decisions] == [True, False]


def stored_flag() -> Flag:
    """A red flag that locks all loading from Monday on."""
    finding = Finding(rule="R12", urgency=Urgency.PAUSE, references=("DD",), scopes=(Scope.ALL_LOADING,))
    return Flag(id="f", finding=finding, raised=moment(MONDAY))


def cleared(number: int) -> Assessment:
    """The record that lifts it."""
    return Assessment(
        id="a",
        flag="f",
        recorded=moment(day_number(number)),
        outcome=Assessed.CLEARED,
        by=RecordedBy.PERSON,
    )


def test_a_lock_is_logged_holds_and_is_lifted() -> None:
    flags, records = (stored_flag(),), (cleared(2),)
    history = {
        "locks": lock_periods(flags, records),
        "flags": flag_events(flags),
        "assessed": looked_at(flags, records),
        "check_ins": mornings(3),
    }
    result = folded(3, **history)
    assert [(d.outcome.value, (d.day - MONDAY).days) for d in result.decisions] == [
        ("lock", 0),
        ("stop_screen", 0),
        ("unlock", 2),
    ]
    assert offers(folded(1, **history).state, CONTEXT, day_number(1)) == ()
    assert len(offers(result.state, CONTEXT, day_number(3))) == 1


# --- Days and clocks ---------------------------------------------------------------------------


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


HOUR = timedelta(hours=1)
MOMENTS: list[tuple[str, datetime, timedelta, Until]] = [
    ("00:40 belongs to yesterday", at(2026, 3, 3, 0, 40), 0 * HOUR, Until(date(2026, 3, 2), True)),
    ("04:00 turns over", at(2026, 3, 3, 4), 0 * HOUR, Until(date(2026, 3, 3), False)),
    ("11:59 is before noon", at(2026, 3, 3, 11, 59), 0 * HOUR, Until(date(2026, 3, 3), False)),
    ("12:00 is noon", at(2026, 3, 3, 12), 0 * HOUR, Until(date(2026, 3, 3), True)),
    ("Auckland", at(2026, 3, 2, 23, 30), 13 * HOUR, Until(date(2026, 3, 3), True)),
    ("Honolulu", at(2026, 3, 3, 10), -10 * HOUR, Until(date(2026, 3, 2), True)),
    ("summer time begins", at(2026, 3, 29, 10), 2 * HOUR, Until(date(2026, 3, 29), True)),
    ("summer time ends", at(2026, 10, 25, 10, 30), 1 * HOUR, Until(date(2026, 10, 25), False)),
    ("leap day", at(2028, 2, 29, 13), 0 * HOUR, Until(date(2028, 2, 29), True)),
    ("night after a leap day", at(2028, 3, 1, 2), 0 * HOUR, Until(date(2028, 2, 29), True)),
]


@pytest.mark.parametrize(
    ("instant", "offset", "expected"), [m[1:] for m in MOMENTS], ids=[m[0] for m in MOMENTS]
)
def test_up_to_when_the_rules_look(instant: datetime, offset: timedelta, expected: Until) -> None:
    assert until(instant, offset) == expected


def test_a_session_at_00_40_counts_for_the_day_before() -> None:
    night = session(0, at=time(0, 40))
    assert night.started.at.date() == day_number(0)
    assert night.started.training_day == MONDAY
    result = folded(1, sessions=(night,), check_ins=mornings(1))
    assert told(result) == [(0, "credit", "3.3-8")]


def test_a_clock_that_was_set_back_changes_nothing() -> None:
    """Entries go by their training day: instants out of order give the same decisions."""
    straight = tuple(session(n) for n in range(8))
    back = tuple(
        replace(s, started=replace(s.started, at=s.started.at - timedelta(days=3 if n % 2 else 0)))
        for n, s in enumerate(straight)
    )
    first = folded(8, sessions=straight, check_ins=mornings(8))
    second = folded(8, sessions=back, check_ins=mornings(8))
    assert first.decisions == second.decisions


def test_a_flight_around_the_world_changes_nothing() -> None:
    def moved(record: SessionRecord, hours: int) -> SessionRecord:
        started = record.started
        return replace(record, started=Moment(started.at, hours * 60, started.training_day))

    home = tuple(session(n) for n in range(8))
    away = tuple(moved(s, hours) for s, hours in zip(home, (1, 13, -10, 0, 5, -8, 9, 1), strict=True))
    assert told(folded(8, sessions=home, check_ins=mornings(8))) == told(
        folded(8, sessions=away, check_ins=mornings(8))
    )


def test_entries_of_days_to_come_wait_for_their_day() -> None:
    early = folded(0, sessions=(session(0), session(5)), check_ins=mornings(6))
    assert told(early) == []


@pytest.mark.parametrize("start", [date(2028, 2, 26), date(2026, 3, 26), date(2026, 10, 22)], ids=str)
def test_seven_days_are_seven_training_days_over_leap_days_and_clock_changes(start: date) -> None:
    shift = (start - MONDAY).days
    plan = replace(PLAN, starts_on=start)
    history = History(
        plans=(plan,),
        sessions=tuple(session(shift + n) for n in range(8)),
        check_ins=tuple(check_in(shift + n) for n in range(-3, 9)),
    )
    result = fold(history, CONTEXT, Until(start + timedelta(days=8)))
    assert [(d.day - start).days for d in result.decisions if d.outcome is Outcome.ADVANCE] == [6]


def test_the_training_day_of_a_moment_does_not_depend_on_the_machine() -> None:
    assert training_day(at(2026, 3, 3, 0, 40), timedelta(0)) == date(2026, 3, 2)


# --- The same every time -----------------------------------------------------------------------


def lived() -> History:
    """Three weeks with a stop, a gap and a late morning."""
    sessions = [session(n) for n in range(21) if n not in (9, 10, 11)]
    sessions[4] = session(4, answer={"too_painful": True})
    check_ins = [check_in(n) for n in range(-3, 22) if n not in (6, 15)]
    return History(plans=(PLAN,), sessions=tuple(sessions), check_ins=(*check_ins, late(15, 2, 18)))


def test_the_same_records_give_the_same_decisions() -> None:
    first = fold(lived(), CONTEXT, Until(day_number(21)))
    shuffled = replace(
        lived(), sessions=lived().sessions[::-1], check_ins=(*lived().check_ins[5:], *lived().check_ins[:5])
    )
    assert fold(shuffled, CONTEXT, Until(day_number(21))) == first


def test_the_fold_may_go_on_from_any_day() -> None:
    history = lived()
    facts = list(facts_of(history, Until(day_number(21)), {}))
    whole_state, whole = fold_days(facts, CONTEXT)
    state, first = fold_days(facts[:10], CONTEXT)
    end, rest = fold_days(facts[10:], CONTEXT, state)
    assert (end, first + rest) == (whole_state, whole)


def test_the_past_stays_as_time_goes_on() -> None:
    """Without late entries, what was decided up to a day is what a later fold decides of it."""
    history = replace(lived(), check_ins=tuple(check_in(n) for n in range(-3, 22)))
    whole = fold(history, CONTEXT, Until(day_number(21))).decisions
    for number in range(1, 21):
        part = fold(history, CONTEXT, Until(day_number(number))).decisions
        closed = day_number(number - 1)
        assert [d for d in whole if d.day <= closed] == [d for d in part if d.day <= closed]


def test_the_log_begins_with_the_latest_day() -> None:
    log: tuple[Decision, ...] = fold(lived(), CONTEXT, Until(day_number(21))).log()
    assert [d.day for d in log] == sorted((d.day for d in log), reverse=True)


def test_no_plan_gives_nothing() -> None:
    assert fold(History(), CONTEXT, Until(MONDAY)).decisions == ()


# --- Doses of several bouts --------------------------------------------------------------------


def twice_daily() -> Plan:
    """The same plan, twice a day."""
    from ankle_coach.domain.frequency import TimesPerDay

    return replace(PLAN, sessions=(replace(PLAN.sessions[0], frequency=TimesPerDay(least=2, most=2)),))


@pytest.mark.parametrize(
    ("sessions", "rule"),
    [
        pytest.param(
            (session(0), replace(session(0), id="b")), "3.3-8", id="3.3 both bouts are the whole dose"
        ),
        pytest.param((session(0),), "3.3-7", id="3.3 one of two bouts is half of it"),
    ],
)
def test_a_dose_of_several_bouts_is_judged_by_the_days_total(
    sessions: tuple[SessionRecord, ...], rule: str
) -> None:
    result = folded(1, plans=(twice_daily(),), sessions=sessions, check_ins=mornings(1))
    assert result.decisions[0].rule == rule


def test_as_many_as_tolerated_is_whole_with_any_repetition() -> None:
    limit = level("b", reps(10, up_to=True))
    ladder = exercise("str-one", Group.STRENGTH, level("a"), limit, level("c"))
    history = History(
        plans=(plan_of(prescribed(ladder)),), sessions=(session(0, done=4),), check_ins=mornings(1)
    )
    result = fold(history, context_of(ladder), Until(day_number(1)))
    assert [d.rule for d in result.decisions] == ["3.3-8"]
    assert result.decisions[0].side is Side.RIGHT
