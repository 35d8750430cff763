"""Weekly check, deload, adherence and gaps: every row of clinical.md §3.5, lived day by day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.domain.adjust import AdherenceBand, band_now, band_of
from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.offers import gap_before, offers, standings_on
from ankle_coach.domain.plan_rules import GapStep, gap_step, week_check
from ankle_coach.domain.program import MorningField
from ankle_coach.domain.safety_facts import Report, ReportKind
from ankle_coach.domain.schedule_changes import (
    Move,
    Pause,
    PauseKind,
    ScheduleChanges,
    Skip,
    excused_sessions,
    planned_sessions,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import Adherence
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    RIGHT,
    Diary,
    context_of,
    day_number,
    exercise,
    growth,
    level,
    plan_of,
    prescribed,
    reps,
    row,
    runs,
)

BAD = {"too_painful": True}
FIVE = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcde"), start_level="d")
BALANCE = exercise("bal-one", Group.BALANCE, *(level(name) for name in "abcde"), start_level="c")
HOP = exercise("ply-one", Group.PLYOMETRIC, *(level(name) for name in "abcde"), start_level="c")


def diary(*exercises: Any, **fields: Any) -> Diary:
    """A diary of a plan of some exercises; five strength levels, on the fourth, unless said otherwise."""
    of = exercises or (FIVE,)
    rules = ("tendon", "asked", "review_weekday", "intake")
    context = {name: fields.pop(name) for name in tuple(fields) if name in rules}
    return Diary(plan_of(*(prescribed(one) for one in of), **fields), context_of(*of, **context))


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
    book = diary().rested(6, planned=()).rested(7, planned=(), morning=rise)
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
    book = diary().trained(2, bout=BAD).trained(7)
    assert book.decisions(Outcome.ADVANCE) == []
    assert book.standing().credits == ()
    assert len(book.trained(1).standing().credits) == 1


@pytest.mark.parametrize("kind", [pytest.param(kind, id=f"3.5-deload {kind}") for kind in ReportKind])
def test_illness_and_bad_nights_make_a_deload(kind: ReportKind) -> None:
    book = diary().trained(1).trained(1, reports=(Report(day=day_number(1), kind=kind),))
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
    book = diary().trained(3).rested(6)
    assert [(d.rule, d.value("flag")) for d in book.decisions(Outcome.FLAG)] == [
        ("3.5-adherence", "smaller-plan")
    ]


EXCUSED: list[tuple[str, dict[str, Any]]] = [
    ("3.5-adherence rest days", {"planned": ()}),
    ("3.5-adherence excused days", {"excused": ("main",)}),
    ("3.5-adherence NO-LOAD days", {"before": ((6, 0),)}),
]


@pytest.mark.parametrize("facts", [e[1] for e in EXCUSED], ids=[e[0] for e in EXCUSED])
def test_days_that_are_in_neither_number(facts: dict[str, Any]) -> None:
    book = diary().trained(8).rested(8, **facts)
    state, _ = book.fold()
    assert state.planned_total == 8
    assert band_now(state, book.context.thresholds) is AdherenceBand.PASSES


@row("3.5-adherence")
def test_a_day_that_is_not_over_is_not_missed(row_id: str) -> None:
    state, _ = diary().trained(7).rested(1, over=False).fold()
    assert (state.planned_total, state.gap_from) == (7, None)


# --- Gaps --------------------------------------------------------------------------------------

GAPS = [
    (0, GapStep.NONE),
    (1, GapStep.SAME),
    (3, GapStep.SAME),
    (4, GapStep.REPEAT),
    (7, GapStep.REPEAT),
    (8, GapStep.LEVEL),
    (14, GapStep.LEVEL),
    (15, GapStep.PHASE),
    (28, GapStep.PHASE),
    (29, GapStep.INTAKE),
]


@pytest.mark.parametrize(("days", "step"), [pytest.param(*gap, id=f"3.5-gap {gap[0]}") for gap in GAPS])
def test_what_a_gap_does(days: int, step: GapStep) -> None:
    assert gap_step(days, SOURCE) is step


@row("3.5-gap-1")
def test_a_plan_of_three_days_a_week_has_no_gap(row_id: str) -> None:
    book = diary()
    for _ in range(4):
        book.trained(1).rested(1, planned=()).trained(1).rested(1, planned=()).trained(1).rested(
            2, planned=()
        )
    assert book.fold()[0].gap_from is None
    assert book.decisions(Outcome.PLAN_HOLD) == []


@row("3.5-gap-1")
def test_one_to_three_days_advance_nothing_on_that_session(row_id: str) -> None:
    book = diary(BALANCE, FIVE).trained(1).rested(1).trained(1)
    assert book.decisions(Outcome.ADVANCE) == []
    assert [d.value("waits") for d in book.decisions(Outcome.CREDIT) if d.exercise == "bal-one"][-1] == "gap"
    assert book.standing().level == "d"
    assert [d.exercise for d in book.trained(1).decisions(Outcome.ADVANCE)] == ["bal-one"]


@row("3.5-gap-4")
def test_four_to_seven_days_repeat_the_last_completed_session(row_id: str) -> None:
    ladder = exercise("str-one", Group.STRENGTH, level("a"), level("b", growth=growth(2, 20)))
    book = diary(ladder).trained(7)
    assert book.standing().dose == reps(12)
    book.rested(4).trained(1)
    assert book.standing().dose == reps(10)
    assert book.fold()[0].hold_until == day_number(11 + 7)
    assert [d.rule for d in book.decisions(Outcome.STEP_BACK)] == ["3.5-gap-4"]


@row("3.5-gap-4")
def test_repeating_never_steps_up(row_id: str) -> None:
    book = diary().trained(1).trained(1, bout=BAD).rested(5).trained(1)
    assert book.standing().level == "c"


@row("3.5-gap-8")
def test_eight_to_fourteen_days_cost_a_level_and_a_quarter(row_id: str) -> None:
    book = diary(FIVE, BALANCE).trained(1).rested(8)
    state, _ = book.fold()
    assert gap_before(state, book.context, day_number(9)) is GapStep.LEVEL
    preview = {s.exercise: (s.level, s.dose) for s in standings_on(state, book.context, day_number(9))}
    assert preview == {"str-one": ("c", reps(7)), "bal-one": ("c", reps(10))}
    book.trained(1)
    standing = book.standing()
    assert (standing.level, standing.dose) == ("c", reps(7))
    assert book.standing("main.bal-one").level == "c"


@row("3.5-gap-15")
def test_fifteen_to_twenty_eight_days_cost_a_phase_and_half(row_id: str) -> None:
    book = diary().trained(1).rested(15).trained(1)
    assert book.fold()[0].phase_due == "p1"
    assert book.standing().dose == reps(5)
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.5-gap-15"]


@row("3.5-gap-15")
def test_a_version_of_the_phase_before_made_in_the_gap_is_enough(row_id: str) -> None:
    book = diary().trained(1).rested(18)
    book.change(plan_of(prescribed(FIVE), phase="p1", version=2, starts_on=book.today)).trained(1)
    assert book.fold()[0].phase_due == ""
    assert book.standing().dose == reps(5)


@row("3.5-gap-29")
def test_over_28_days_ask_for_the_intake_again(row_id: str) -> None:
    book = diary().trained(1).rested(29).trained(1)
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.5-gap-29"]


STAGES = exercise(
    "run-walk",
    Group.PLYOMETRIC,
    level("stage-0", loaded=False),
    *(level(f"stage-{n}", runs(n)) for n in range(1, 6)),
    start_level="stage-4",
)


@pytest.mark.parametrize(
    ("away", "stage"),
    [
        pytest.param(3, "stage-4", id="3.5-gap-1 walk-run stays"),
        pytest.param(7, "stage-4", id="3.5-gap-4 walk-run stays"),
        pytest.param(8, "stage-3", id="3.5-gap-8 walk-run back 1 stage"),
        pytest.param(15, "stage-2", id="3.5-gap-15 walk-run back 2 stages"),
    ],
)
def test_a_gap_takes_walk_run_stages_back(away: int, stage: str) -> None:
    book = diary(STAGES).trained(1).rested(away).trained(1)
    assert book.standing("main.run-walk").level == stage


@row("3.5-gap-15 at least stage 1")
def test_a_gap_never_goes_below_stage_1(row_id: str) -> None:
    plan = plan_of(prescribed(STAGES, level="stage-2", dose=runs(2)))
    book = Diary(plan, context_of(STAGES)).trained(1).rested(15).trained(1)
    assert book.standing("main.run-walk").level == "stage-1"


GAP_REASONS: list[tuple[str, dict[str, Any]]] = [
    ("3.5-gap missed", {}),
    ("3.5-gap excused or ill", {"excused": ("main",)}),
    ("3.5-gap without loading", {"before": ((7, 0),)}),
]


@pytest.mark.parametrize("facts", [g[1] for g in GAP_REASONS], ids=[g[0] for g in GAP_REASONS])
def test_every_reason_counts_for_the_gap(facts: dict[str, Any]) -> None:
    book = diary().trained(1).rested(1, **facts)
    assert book.fold()[0].gap_from == day_number(1)


@row("3.5-gap")
def test_a_moved_session_ends_the_gap(row_id: str) -> None:
    book = diary().trained(1).rested(1).trained(1, planned=())
    assert book.fold()[0].gap_from is None


@row("3.5-gap precedence")
def test_a_deload_goes_before_a_gap(row_id: str) -> None:
    """The level was stepped back by the deload already."""
    book = diary().trained(2, bout=BAD)
    state, _ = book.fold()
    assert state.standings["main.str-one", RIGHT].level == "b"
    assert book.rested(6).trained(1).standing().level == "b"


# --- Never make up, pauses, fever --------------------------------------------------------------


@row("3.5-never-make-up")
def test_a_missed_session_is_never_planned_again(row_id: str) -> None:
    plan = plan_of(prescribed(FIVE))
    changes = ScheduleChanges(skips=(Skip(session="main", day=MONDAY),))
    assert [planned_sessions(plan, day_number(n), changes) for n in range(3)] == [(("main", 1),)] * 3


@row("3.5-never-make-up")
def test_a_moved_session_is_planned_on_its_new_day_only(row_id: str) -> None:
    plan = plan_of(prescribed(FIVE))
    changes = ScheduleChanges(moves=(Move(session="main", from_day=MONDAY, to_day=day_number(1)),))
    assert planned_sessions(plan, MONDAY, changes) == ()
    assert planned_sessions(plan, day_number(1), changes) == (("main", 2),)


PAUSES = [
    ("3.5-pause travel", PauseKind.TRAVEL, 1),
    ("3.5-pause illness", PauseKind.ILLNESS, 1),
    ("3.5-fever 48 hours without it", PauseKind.FEVER, 3),
]


@pytest.mark.parametrize(("kind", "after"), [p[1:] for p in PAUSES], ids=[p[0] for p in PAUSES])
def test_pauses_excuse_their_days(kind: PauseKind, after: int) -> None:
    plan = plan_of(prescribed(FIVE))
    pause = Pause(kind=kind, from_day=MONDAY, until_day=day_number(2))
    changes = ScheduleChanges(pauses=(pause,))
    excused = [n for n in range(8) if excused_sessions(plan, day_number(n), changes)]
    assert excused == list(range(2 + after))
    assert pause.back_on == day_number(2 + after)


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
    book = diary(review_weekday=-1).rested(8, planned=(), morning=1).rested(7, planned=(), morning=3)
    assert book.trained(1, morning=3).last().value("base") == 3


@row("3.2-baseline fourteen days")
def test_mornings_older_than_fourteen_days_do_not_count(row_id: str) -> None:
    book = diary().rested(14, planned=(), morning=None).trained(1)
    assert book.last().value("base") is None
    assert book.last().rule == "3.3-6"


@row("3.6-base")
def test_a_week_above_five_raises_the_advise_flag(row_id: str) -> None:
    context = context_of(FIVE, intake={Side.RIGHT: Base(6)}, review_weekday=-1)
    book = Diary(plan_of(prescribed(FIVE)), context, based=False)
    book.rested(6, planned=(), morning=6)
    assert book.fold()[0].flags == ()
    book.rested(1, planned=(), morning=6)
    assert [flag.kind for flag in book.fold()[0].flags] == ["T-base"]
    assert (book.today - MONDAY) == timedelta(days=7)
