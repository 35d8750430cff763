"""The fold over records: mornings and noon, late entries, training days and clocks, always the same."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.facts_of_records import History, Until, facts_of
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.journal import (
    Answer,
    CheckIn,
    NoAnswer,
    SessionRecord,
    Source,
)
from ankle_coach.domain.offers import offers
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.progression import fold
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
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.builders import MONDAY, moment
from tests.helpers.records import CONTEXT, PLAN, check_in, folded, mornings, session, told
from tests.helpers.rules import RIGHT, context_of, day_number, exercise, level, plan_of, prescribed, reps

# --- The morning and noon ----------------------------------------------------------------------


def test_a_day_waits_for_its_morning_until_noon() -> None:
    history: dict[str, Any] = {"sessions": (session(0),), "check_ins": mornings(0)}
    assert told(folded(0, **history)) == []
    assert told(folded(1, noon_over=False, **history)) == []
    assert told(folded(1, noon_over=True, **history)) == [(0, "hold", "3.3-6")]


def test_the_check_in_decides_before_noon() -> None:
    history: dict[str, Any] = {"sessions": (session(0),), "check_ins": mornings(1)}
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
    history: dict[str, Any] = {"sessions": (session(0),), "check_ins": (*mornings(0), late(1, 0, 3))}
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
    history: dict[str, Any] = {"sessions": (session(0), session(1)), "check_ins": (*mornings(0), *bad)}
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
    history: dict[str, Any] = {
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


# --- Today -------------------------------------------------------------------------------------


def test_a_stop_ends_all_loading_of_the_day() -> None:
    stopped = folded(0, sessions=(session(0, answer={"pain_during": 8}),), check_ins=mornings(0))
    assert not stopped.loading
    assert offers(stopped.opening, CONTEXT, MONDAY, loading=stopped.loading) == ()
    assert folded(0, sessions=(session(0),), check_ins=mornings(0)).loading


@pytest.mark.parametrize(
    ("pain", "swelling", "loading"),
    [
        pytest.param(NoAnswer.MISSING, NoAnswer.NOT_ASKED, True, id="3.3-2 no answer forbids nothing"),
        pytest.param(2, 0, True, id="3.3-2 pain 2 on a base of 0"),
        pytest.param(3, 0, False, id="3.3-2 pain 3 above the base"),
        pytest.param(0, 3, False, id="3.3-2 severe swelling"),
    ],
)
def test_the_questions_before_a_session_are_judged_before_it_is_begun(
    pain: Answer, swelling: Answer, loading: bool
) -> None:
    before = (BeforeSession(day=MONDAY, pain=pain, swelling=swelling),)
    asked = folded(0, check_ins=mornings(0), before=before)
    assert asked.loading is loading
    given = offers(asked.opening, CONTEXT, MONDAY, loading=asked.loading)
    assert bool(given) is loading


def test_a_plan_keeps_its_own_numbers() -> None:
    strict = replace(PLAN, thresholds=Thresholds(credit_effort=4))
    history: dict[str, Any] = {"sessions": (session(0),), "check_ins": mornings(1)}
    assert told(folded(1, **history)) == [(0, "credit", "3.3-8")]
    assert told(folded(1, plans=(strict,), **history)) == [(0, "hold", "3.3-6")]


# --- What is kept of the days ------------------------------------------------------------------


def test_each_day_that_counts_is_kept_once_in_its_order() -> None:
    sessions = tuple(session(number) for number in (0, 1, 3))
    result = folded(4, sessions=sessions, check_ins=mornings(4))
    assert [(day.day, day.planned, day.done) for day in result.counted] == [
        (day_number(0), 1, 1),
        (day_number(1), 1, 1),
        (day_number(2), 1, 0),
        (day_number(3), 1, 1),
    ]


def test_the_trail_has_the_standings_of_the_days_on_which_they_changed() -> None:
    sessions = tuple(session(number) for number in (0, 2))
    result = folded(4, sessions=sessions, check_ins=mornings(4))
    days = [day for day, _ in result.trail]
    assert days == sorted(set(days))
    assert {day_number(0), day_number(2)} <= set(days)
    assert day_number(3) not in days
    credits_by_day = {day: next(iter(standings.values())).credits for day, standings in result.trail}
    assert credits_by_day[day_number(0)] == (day_number(0),)
    assert credits_by_day[day_number(2)] == (day_number(0), day_number(2))
    assert result.trail[-1][1] == result.state.standings


def test_only_what_was_ended_today_is_left_out_today() -> None:
    stop = session(0, answer={"pain_during": 7})
    today = folded(0, sessions=(stop,), check_ins=mornings(0))
    assert today.stopped == {(PLAN.prescriptions[0].id, RIGHT)}
    assert today.loading
    assert folded(0, sessions=(session(0),), check_ins=mornings(0)).stopped == frozenset()
    later = folded(1, sessions=(stop,), check_ins=mornings(1))
    assert (later.stopped, later.loading) == (frozenset(), True)


def test_a_stop_of_yesterday_ends_no_loading_of_today() -> None:
    sharp = session(0, answer={"pain_during": 9})
    assert not folded(0, sessions=(sharp,), check_ins=mornings(0)).loading
    assert folded(1, sessions=(sharp,), check_ins=mornings(1)).loading
