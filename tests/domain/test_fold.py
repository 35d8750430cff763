"""One day of the rules: what counts as planned, done or left out, and when a preset's week goes on."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.fold import fold_days, offered_of
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.plan import PlannedSession, SessionKind
from ankle_coach.domain.program_traits import WeekBlock
from ankle_coach.domain.rule_state import START, Context, Deload, State
from ankle_coach.domain.rule_state import Flag as Raised
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.safety_facts import FlagEvent, LockPeriod, Report, ReportKind, lock_periods
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, first_standing
from tests.helpers.builders import moment
from tests.helpers.rules import (
    BAD,
    FIVE,
    HOP,
    MOBILITY,
    STRENGTH,
    Diary,
    context_of,
    day_number,
    diary,
    plan_of,
    prescribed,
    row,
)

RIGHT = Side.RIGHT


def lock(scope: Scope, first: int = 0) -> tuple[LockPeriod, ...]:
    """A lock from a day on."""
    finding = Finding(rule="R12", urgency=Urgency.PAUSE, references=("DD",), scopes=(scope,))
    return lock_periods((Flag(id="f", finding=finding, raised=moment(day_number(first))),), ())


# --- What is offered ---------------------------------------------------------------------------

EASY = Deload(day_number(1), day_number(7))
ADVISED = Raised("R16", day_number(0))


@pytest.mark.parametrize(
    ("of", "state", "fields", "day", "offered"),
    [
        pytest.param(STRENGTH, START, {}, 0, True, id="nothing is against it"),
        pytest.param(STRENGTH, State(locks=lock(Scope.ALL_LOADING, 2)), {}, 1, True, id="before a lock"),
        pytest.param(STRENGTH, State(locks=lock(Scope.ALL_LOADING, 2)), {}, 2, False, id="the day of a lock"),
        pytest.param(STRENGTH, State(locks=lock(Scope.ICE)), {}, 2, True, id="a lock on something else"),
        pytest.param(STRENGTH, State(flags=(ADVISED,)), {}, 2, True, id="an advise flag locks nothing"),
        pytest.param(STRENGTH, START, {"not_before": day_number(3)}, 2, False, id="set to wait"),
        pytest.param(STRENGTH, START, {"not_before": day_number(3)}, 3, True, id="done waiting"),
        pytest.param(HOP, State(deload=EASY), {}, 0, True, id="hops before an easy week"),
        pytest.param(HOP, State(deload=EASY), {}, 1, False, id="hops on its first day"),
        pytest.param(HOP, State(deload=EASY), {}, 7, False, id="hops on its last day"),
        pytest.param(HOP, State(deload=EASY), {}, 8, True, id="hops after it"),
        pytest.param(STRENGTH, State(deload=EASY), {}, 4, True, id="strength in an easy week"),
    ],
)
def test_what_is_offered_on_a_day(
    of: Exercise, state: State, fields: dict[str, Any], day: int, offered: bool
) -> None:
    context = context_of(of)
    standing = first_standing(prescribed(of), context.ladders[of.id], RIGHT, day_number(0))
    assert is_offered(state, context, of, replace(standing, **fields), day) is offered


def is_offered(state: State, context: Context, of: Exercise, standing: Standing, day: int) -> bool:
    """Say whether a standing of a plan of one exercise is offered on a day."""
    place = context.course(plan_of(prescribed(of))).at(standing)
    return bool(offered_of([(place, standing)], state, day_number(day)))


def test_a_barred_level_is_not_offered() -> None:
    barred = context_of(STRENGTH, barred=frozenset({("str-one", "middle")}))
    standing = first_standing(prescribed(STRENGTH), barred.ladders["str-one"], RIGHT, day_number(0))
    assert not is_offered(START, barred, STRENGTH, standing, 0)
    assert is_offered(START, barred, STRENGTH, replace(standing, level="easy"), 0)


# --- What counts -------------------------------------------------------------------------------

SESSIONS = tuple(
    PlannedSession(id=name, name=name, kind=SessionKind.CORE, frequency=TimesPerDay())
    for name in ("main", "hops")
)


def two_sessions() -> Diary:
    """Strength in one daily session, hops in another."""
    hops = replace(prescribed(HOP), session="hops")
    return Diary(plan_of(prescribed(FIVE), hops, sessions=SESSIONS), context_of(FIVE, HOP))


@row("3.5-adherence")
def test_a_session_that_an_easy_week_rests_is_neither_planned_nor_left_out(row_id: str) -> None:
    book = two_sessions().rested(1, planned=(), reports=(Report(day=day_number(0), kind=ReportKind.ILLNESS),))
    book.trained(3, only=("str-one",), done=("main",))
    state = book.fold()[0]
    assert state.deload is not None
    assert [(day.planned, day.done) for day in state.counted] == [(1, 1)] * 3
    assert state.gap_from is None


@row("3.5-adherence")
def test_a_session_of_which_nothing_may_be_done_is_not_planned_but_left_out(
    row_id: str,
) -> None:
    book = diary(FIVE).trained(2).rested(3, locks=lock(Scope.ALL_LOADING, 2))
    state = book.fold()[0]
    assert [(day.planned, day.done) for day in state.counted] == [(1, 1)] * 2
    assert state.gap_from == day_number(2)


@row("3.5-adherence")
def test_a_session_with_a_part_that_is_not_locked_stays_planned(row_id: str) -> None:
    book = diary(FIVE, MOBILITY).trained(2).trained(3, only=("mob-one",), locks=lock(Scope.CALF_WORK, 2))
    state = book.fold()[0]
    assert [(day.planned, day.done) for day in state.counted] == [(1, 1)] * 5


@row("3.5-adherence")
def test_an_excused_session_is_not_planned_but_left_out(row_id: str) -> None:
    book = diary(FIVE).trained(2).rested(2, excused=("main",))
    state = book.fold()[0]
    assert [(day.planned, day.done) for day in state.counted] == [(1, 1)] * 2
    assert state.gap_from == day_number(2)


@row("3.5-adherence")
def test_a_day_that_is_not_over_counts_what_was_done_of_it_only(row_id: str) -> None:
    book = diary(FIVE).trained(2).rested(1, over=False)
    state = book.fold()[0]
    assert [(day.planned, day.done) for day in state.counted] == [(1, 1)] * 2
    assert state.gap_from is None
    done = diary(FIVE).trained(2).trained(1, over=False).fold()[0]
    assert [(day.planned, day.done) for day in done.counted] == [(1, 1)] * 3


@row("3.5-adherence")
def test_a_smaller_plan_is_offered_once_below_half_with_the_share_that_was_done(row_id: str) -> None:
    book = diary(FIVE).trained(3).rested(3)
    assert book.decisions(Outcome.FLAG) == []
    book.rested(1)
    (flag,) = book.decisions(Outcome.FLAG)
    assert (flag.rule, flag.value("flag"), flag.value("percent")) == (row_id, "smaller-plan", 42)
    assert book.fold()[0].low_adherence
    assert len(book.rested(4).decisions(Outcome.FLAG)) == 1


@row("3.5-adherence")
def test_a_day_that_is_not_over_neither_offers_a_smaller_plan_nor_takes_it_back(row_id: str) -> None:
    book = diary(FIVE).trained(3).rested(4).trained(1, over=False)
    assert book.fold()[0].low_adherence
    assert not book.trained(1).fold()[0].low_adherence


# --- The weekly review -------------------------------------------------------------------------


@row("3.5-week")
def test_the_rise_of_a_week_is_told_to_two_places(row_id: str) -> None:
    book = diary(FIVE).rested(6, planned=()).rested(3, planned=(), morning=3).rested(5, planned=(), morning=0)
    (held,) = book.decisions(Outcome.PLAN_HOLD)
    assert (held.rule, held.value("rise"), held.starts_on) == (row_id, 1.29, day_number(13))


# --- Weeks of published programs ---------------------------------------------------------------

WEEKS = (WeekBlock("p2", 1, 2),)


def weekly(book: Diary) -> list[Decision]:
    """The decisions about a preset's weeks."""
    return [d for d in book.decisions() if d.rule == "3.4-preset"]


@row("3.4-preset")
def test_the_next_week_starts_on_the_day_after(row_id: str) -> None:
    (decision,) = weekly(diary(weeks=WEEKS).trained(7))
    assert (decision.outcome, decision.day, decision.starts_on) == (
        Outcome.ADVANCE,
        day_number(6),
        day_number(7),
    )
    assert (decision.value("week"), decision.value("phase")) == (2, "p2")


@row("3.4-preset")
def test_the_last_week_of_a_program_stays_the_last(row_id: str) -> None:
    book = diary(weeks=WEEKS).trained(21)
    assert book.fold()[0].week == 2
    assert [d.value("week") for d in weekly(book)] == [2]


@row("3.4-preset")
def test_a_week_is_not_judged_before_the_morning_after_it(row_id: str) -> None:
    book = diary(weeks=WEEKS).trained(6).trained(1, morning=None, closed=False)
    assert weekly(book) == []


@pytest.mark.parametrize(
    ("book", "waits"),
    [
        pytest.param(
            lambda: diary(weeks=WEEKS, review_weekday=5).trained(6).trained(1, morning=1),
            "",
            id="3.4-preset a calm week",
        ),
        pytest.param(
            lambda: diary(weeks=WEEKS).trained(1, bout=BAD).trained(6), "regress", id="3.4-preset a step back"
        ),
        pytest.param(
            lambda: diary(weeks=WEEKS).trained(7, flags=(FlagEvent(kind="R16", day=day_number(0)),)),
            "flag",
            id="3.4-preset a flag",
        ),
        pytest.param(
            lambda: diary(weeks=WEEKS).trained(4).rested(3), "adherence", id="3.4-preset sessions left out"
        ),
        pytest.param(
            lambda: diary(weeks=WEEKS, review_weekday=2).rested(1, planned=()).trained(6),
            "",
            id="3.4-preset a day of rest",
        ),
    ],
)
def test_why_a_week_is_repeated(book: Any, waits: str) -> None:
    (decision,) = weekly(book())
    assert decision.outcome is (Outcome.HOLD if waits else Outcome.ADVANCE)
    assert (decision.value("waits") or "") == waits


@pytest.mark.parametrize(
    ("state", "waits"),
    [
        pytest.param(
            State(deload=Deload(day_number(0), day_number(6))), "deload", id="its last day is today"
        ),
        pytest.param(State(deload=Deload(day_number(-1), day_number(5))), None, id="it ended yesterday"),
        pytest.param(State(hold_until=day_number(6)), "plan-hold", id="held until today"),
        pytest.param(State(hold_until=day_number(5)), None, id="held until yesterday"),
    ],
)
def test_an_easy_week_or_a_hold_on_the_last_day_repeats_the_week(state: State, waits: str | None) -> None:
    book = diary(weeks=WEEKS)
    early = tuple(book.start.mornings)
    book.start = replace(state, mornings=early)
    (decision,) = weekly(book.trained(7))
    assert decision.value("waits") == waits


@row("3.4-preset")
def test_a_step_back_of_what_does_not_load_repeats_the_week_too(row_id: str) -> None:
    book = diary(MOBILITY, FIVE, weeks=WEEKS).trained(6).trained(1, only=("mob-one",), bout=BAD)
    assert [(d.outcome, d.value("waits")) for d in weekly(book)] == [(Outcome.HOLD, "regress")]
    assert book.fold()[0].last_regress == day_number(6)


# --- Two sore ankles, and gaps -----------------------------------------------------------------


@row("3.3-2")
def test_with_two_sore_ankles_pain_before_is_held_against_the_calmer_one(row_id: str) -> None:
    book = diary(FIVE, affected=Side.BOTH)
    (day,) = book.trained(1, bout={"pain_before": 3}).facts()
    usual = {Side.LEFT: 4, RIGHT: 0}
    mornings = tuple(
        MorningFacts(day=day_number(-n), side=side, pain=pain)
        for n in (3, 2, 1)
        for side, pain in usual.items()
    )
    decisions = fold_days([replace(day, mornings=())], book.context, State(mornings=mornings))[1]
    (none,) = [d for d in decisions if d.is_plan_wide]
    assert (none.outcome, none.rule, none.value("base")) == (Outcome.NO_LOAD, row_id, 0)


@row("3.5-gap")
def test_only_a_session_with_loading_ends_a_gap(row_id: str) -> None:
    calm = replace(prescribed(MOBILITY), session="hops")
    book = Diary(plan_of(prescribed(FIVE), calm, sessions=SESSIONS), context_of(FIVE, MOBILITY)).trained(1)
    book.trained(8, only=("mob-one",), done=("hops",))
    assert book.fold()[0].gap_from == day_number(1)
    assert book.decisions(Outcome.PLAN_HOLD) == []
    book.trained(1)
    assert [d.rule for d in book.decisions(Outcome.PLAN_HOLD)] == ["3.5-gap-8"]
    assert book.fold()[0].gap_from is None
