"""Weekly check, deload, adherence and baselines: rows of clinical.md §3.5, lived day by day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.domain.adjust import AdherenceBand, adherence_in, band_now, band_of
from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.offers import offers
from ankle_coach.domain.plan_rules import week_check
from ankle_coach.domain.program_rules import phase_facts
from ankle_coach.domain.safety_facts import Report, ReportKind
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import Adherence, CountedDay
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    BAD,
    FIVE,
    RIGHT,
    Diary,
    context_of,
    day_number,
    diary,
    exercise,
    level,
    plan_of,
    prescribed,
    reps,
    row,
)

BALANCE = exercise("bal-one", Group.BALANCE, *(level(name) for name in "abcde"), start_level="c")
HOP = exercise("ply-one", Group.PLYOMETRIC, *(level(name) for name in "abcde"), start_level="c")


# --- Week-to-week check ------------------------------------------------------------------------


def mornings(before: list[int], last: list[int], stiff: tuple[int, int] = (0, 0)) -> list[MorningFacts]:
    """Two weeks of mornings that end on day 13."""
    weeks = ((0, before, stiff[0]), (7, last, stiff[1]))
    return [
        MorningFacts(day=day_number(first + n), side=RIGHT, pain=pain, stiff_minutes=minutes)
        for first, pains, minutes in weeks
        for n, pain in enumerate(pains)
    ]


FLAT = [2] * 7
WEEKS: list[tuple[str, list[MorningFacts], Outcome | None]] = [
    ("3.5-week fine below a point", mornings(FLAT, [2, 2, 2, 2, 3, 4, 5]), None),
    ("3.5-week a point holds", mornings(FLAT, [3] * 7), Outcome.PLAN_HOLD),
    ("3.5-week just below two points holds", mornings(FLAT, [4, 4, 4, 4, 4, 4, 3]), Outcome.PLAN_HOLD),
    ("3.5-week two points make a deload", mornings(FLAT, [4] * 7), Outcome.DELOAD),
    ("3.5-week nine minutes are fine", mornings(FLAT, FLAT, (10, 19)), None),
    ("3.5-week ten minutes hold", mornings(FLAT, FLAT, (10, 20)), Outcome.PLAN_HOLD),
    ("3.5-week four entries each are enough", mornings([2] * 4, [4] * 4), Outcome.DELOAD),
    ("3.5-week three entries give no result", mornings([2] * 7, [9] * 3), None),
    ("3.5-week three entries before give no result", mornings([2] * 3, [9] * 7), None),
]


@pytest.mark.parametrize(("entries", "outcome"), [w[1:] for w in WEEKS], ids=[w[0] for w in WEEKS])
def test_the_week_against_the_week_before(entries: list[MorningFacts], outcome: Outcome | None) -> None:
    asked = frozenset({MorningField.STIFFNESS})
    assert week_check(entries, RIGHT, day_number(13), asked, SOURCE).outcome is outcome


@row("3.5-week not asked")
def test_stiffness_that_is_not_asked_is_not_looked_at(row_id: str) -> None:
    entries = mornings(FLAT, FLAT, (0, 60))
    assert week_check(entries, RIGHT, day_number(13), frozenset(), SOURCE).outcome is None


def lived_week(rise: int) -> Diary:
    """Two weeks of rest, the second with higher mornings; the review is on Sunday, day 13."""
    book = diary(FIVE).rested(6, planned=()).rested(7, planned=(), morning=rise)
    return book.rested(1, planned=(), morning=rise)


@row("3.5-week")
def test_a_rise_of_a_point_holds_everything_for_a_week(row_id: str) -> None:
    book = lived_week(1)
    state, _ = book.fold()
    assert [(d.rule, d.day) for d in book.decisions(Outcome.PLAN_HOLD)] == [("3.5-week", day_number(13))]
    assert state.hold_until == day_number(20)


@row("3.5-week")
def test_a_rise_of_two_points_makes_a_deload_and_the_trend_flag(row_id: str) -> None:
    book = lived_week(2)
    state, _ = book.fold()
    assert [d.rule for d in book.decisions(Outcome.DELOAD)] == ["3.5-week"]
    assert state.deload is not None
    assert state.deload.first == day_number(14)
    assert [flag.kind for flag in state.flags] == ["T-morning"]


@row("3.5-week")
def test_the_check_is_made_once_a_week(row_id: str) -> None:
    days = {d.day.weekday() for d in lived_week(1).rested(10, planned=(), morning=4).decisions()}
    assert days == {6}


# --- Deload ------------------------------------------------------------------------------------


@row("3.5-deload")
def test_in_a_deload_half_the_sets_one_level_below_and_no_hops(row_id: str) -> None:
    book = diary(FIVE, HOP, BALANCE).trained(2, only=("str-one",), bout=BAD)
    state, _ = book.fold()
    offered = offers(state, book.context, day_number(2))
    assert {o.prescription.exercise: o.prescription.dose for o in offered} == {
        "str-one": reps(10, sets=2),
        "bal-one": reps(10),
    }
    assert state.standings["main.ply-one", RIGHT].level == "b"
    assert state.standings["main.bal-one", RIGHT].level == "c"


@row("3.5-deload")
def test_after_a_deload_all_sets_one_level_below(row_id: str) -> None:
    book = diary(FIVE, HOP).trained(2, only=("str-one",), bout=BAD)
    state, _ = book.fold()
    later = offers(state, book.context, day_number(9))
    assert {o.prescription.exercise: (o.prescription.level, o.prescription.dose) for o in later} == {
        "str-one": ("b", reps(10)),
        "ply-one": ("b", reps(10)),
    }


@row("3.5-deload")
def test_nothing_advances_and_no_credit_counts_in_a_deload(row_id: str) -> None:
    book = diary(FIVE).trained(2, bout=BAD).trained(7)
    assert book.decisions(Outcome.ADVANCE) == []
    assert book.standing().credits == ()
    assert len(book.trained(1).standing().credits) == 1


@pytest.mark.parametrize("kind", [pytest.param(kind, id=f"3.5-deload {kind}") for kind in ReportKind])
def test_illness_and_bad_nights_make_a_deload(kind: ReportKind) -> None:
    book = diary(FIVE).trained(1).trained(1, reports=(Report(day=day_number(1), kind=kind),))
    state, _ = book.fold()
    assert state.deload is not None
    assert state.deload.first == day_number(2)
    assert book.standing().level == "c"


# --- Adherence ---------------------------------------------------------------------------------

BANDS = [
    ("3.5-adherence 80 % passes", Adherence(10, 8), 10, AdherenceBand.PASSES),
    ("3.5-adherence 79 % waits", Adherence(100, 79), 100, AdherenceBand.WAITS),
    ("3.5-adherence 50 % waits", Adherence(10, 5), 10, AdherenceBand.WAITS),
    ("3.5-adherence 49 % is low", Adherence(100, 49), 100, AdherenceBand.LOW),
    ("3.5-adherence six planned pass", Adherence(6, 0), 6, AdherenceBand.PASSES),
    ("3.5-adherence seven planned count", Adherence(7, 0), 7, AdherenceBand.LOW),
    ("3.5-adherence none planned in 14 days pass", Adherence(0, 0), 50, AdherenceBand.PASSES),
]


@pytest.mark.parametrize(("ratio", "total", "band"), [b[1:] for b in BANDS], ids=[b[0] for b in BANDS])
def test_bands_of_adherence(ratio: Adherence, total: int, band: AdherenceBand) -> None:
    assert band_of(ratio, total, SOURCE) is band


@row("3.5-adherence")
def test_below_50_percent_a_smaller_plan_is_offered_once(row_id: str) -> None:
    book = diary(FIVE).trained(3).rested(6)
    assert [(d.rule, d.value("flag")) for d in book.decisions(Outcome.FLAG)] == [
        ("3.5-adherence", "smaller-plan")
    ]


@pytest.mark.parametrize("window", [7, 14, 28])
def test_the_window_of_the_adherence_is_the_sum_of_its_days(window: int) -> None:
    counted: list[CountedDay] = []
    for number in range(60):
        planned, done = number % 3, min(number % 3, number % 2)
        if planned:
            before = counted[-1] if counted else CountedDay(MONDAY, 0, 0)
            totals = before.planned_total + planned, before.done_total + done
            counted.append(CountedDay(day_number(number), planned, done, *totals))
    for number in (0, 1, 6, 13, 40, 59, 70, 200):
        inside = [c for c in counted if number - window < (c.day - MONDAY).days <= number]
        summed = Adherence(sum(c.planned for c in inside), sum(c.done for c in inside))
        assert adherence_in(counted, day_number(number), window) == summed


def test_the_days_that_a_state_counts_carry_their_totals() -> None:
    state, _ = diary(FIVE).trained(20).rested(3).trained(2).fold()
    assert len(state.counted) == SOURCE.adherence_days
    assert (state.counted[-1].planned_total, state.counted[-1].done_total) == (25, 22)
    assert adherence_in(state.counted, day_number(24), SOURCE.adherence_days) == Adherence(14, 11)


EXCUSED: list[tuple[str, dict[str, Any]]] = [
    ("3.5-adherence rest days", {"planned": ()}),
    ("3.5-adherence excused days", {"excused": ("main",)}),
    ("3.5-adherence NO-LOAD days", {"before": ((6, 0),)}),
]


@pytest.mark.parametrize("facts", [e[1] for e in EXCUSED], ids=[e[0] for e in EXCUSED])
def test_days_that_are_in_neither_number(facts: dict[str, Any]) -> None:
    book = diary(FIVE).trained(8).rested(8, **facts)
    state, _ = book.fold()
    assert state.planned_total == 8
    assert band_now(state, book.context.thresholds) is AdherenceBand.PASSES


@row("3.5-adherence")
def test_a_day_that_is_not_over_is_not_missed(row_id: str) -> None:
    state, _ = diary(FIVE).trained(7).rested(1, over=False).fold()
    assert (state.planned_total, state.gap_from) == (7, None)


# --- Baselines (§3.2) --------------------------------------------------------------------------


@row("3.2-baseline")
def test_three_mornings_make_a_baseline(row_id: str) -> None:
    book = Diary(plan_of(prescribed(FIVE)), context_of(FIVE), based=False).trained(3)
    assert [d.value("base") for d in book.decisions(Outcome.HOLD, Outcome.CREDIT)] == [None, None, 0]


@row("3.2-baseline intake")
def test_before_that_the_intake_counts(row_id: str) -> None:
    context = context_of(FIVE, intake={Side.RIGHT: Base(2)})
    book = Diary(plan_of(prescribed(FIVE)), context, based=False).trained(2, morning=2)
    assert [d.value("base") for d in book.decisions(Outcome.CREDIT)] == [2, 2]


@row("3.2-baseline last seven")
def test_the_last_seven_of_fourteen_days_count(row_id: str) -> None:
    book = diary(FIVE, review_weekday=-1).rested(8, planned=(), morning=1).rested(7, planned=(), morning=3)
    assert book.trained(1, morning=3).last().value("base") == 3


@pytest.mark.parametrize(
    ("rest", "base"),
    [
        pytest.param(11, 0, id="3.2-baseline three within fourteen days"),
        pytest.param(12, None, id="3.2-baseline two within fourteen days"),
    ],
)
def test_mornings_older_than_fourteen_days_do_not_count(rest: int, base: int | None) -> None:
    """The mornings are those of the three days before the plan and of its first day."""
    book = diary(FIVE).rested(rest, planned=(), morning=None).trained(1)
    assert book.last().value("base") == base


@row("3.6-base")
def test_a_week_above_five_raises_the_advise_flag(row_id: str) -> None:
    context = context_of(FIVE, intake={Side.RIGHT: Base(6)}, review_weekday=-1)
    book = Diary(plan_of(prescribed(FIVE)), context, based=False)
    book.rested(6, planned=(), morning=6)
    assert book.fold()[0].flags == ()
    book.rested(1, planned=(), morning=6)
    assert [flag.kind for flag in book.fold()[0].flags] == ["T-base"]
    assert (book.today - MONDAY) == timedelta(days=7)


@row("3.6-exit")
def test_how_a_phase_has_gone(row_id: str) -> None:
    book = diary(FIVE).trained(4).trained(1, bout=BAD).rested(3)
    facts = phase_facts(book.fold()[0], book.context, day_number(7))
    assert (facts.started_on, facts.last_regress, facts.adherence) == (MONDAY, day_number(4), 62.5)
    assert (facts.base_morning, facts.high_since) == (0, None)
    early = diary(FIVE).trained(3)
    assert phase_facts(early.fold()[0], early.context, day_number(3)).adherence is None


@row("3.6-base")
def test_since_when_the_mornings_are_high(row_id: str) -> None:
    context = context_of(FIVE, intake={Side.RIGHT: Base(6)}, review_weekday=-1)
    book = Diary(plan_of(prescribed(FIVE)), context, based=False).rested(4, planned=(), morning=6)
    assert phase_facts(book.fold()[0], context, day_number(4)).high_since == MONDAY
