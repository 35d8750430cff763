"""From outcomes to levels: every row of clinical.md §3.4, lived day by day through the fold."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.day_facts import Override, OverrideKind
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group, Quantity
from ankle_coach.domain.plan import Load
from ankle_coach.domain.rule_state import WeekBlock
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.safety_facts import Assessed, FlagEvent, lock_periods
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import (
    MISSING,
    RIGHT,
    Diary,
    context_of,
    day_number,
    exercise,
    growth,
    holds,
    level,
    minutes,
    plan_of,
    prescribed,
    reps,
    row,
)

STRENGTH = exercise()
MOBILITY = exercise("mob-one", Group.MOBILITY)
HOP = exercise("ply-one", Group.PLYOMETRIC)


def diary(*exercises: Any, **fields: Any) -> Diary:
    """A diary of a plan of some exercises at their start levels; strength unless said otherwise."""
    of = exercises or (STRENGTH,)
    context = {
        name: fields.pop(name)
        for name in tuple(fields)
        if name in ("tendon", "weeks", "thresholds", "barred", "confirmed")
    }
    return Diary(plan_of(*(prescribed(one) for one in of), **fields), context_of(*of, **context))


def advanced_on(book: Diary) -> list[int]:
    """Return the numbers of the days on which something advanced."""
    return [(d.day - MONDAY).days for d in book.decisions(Outcome.ADVANCE)]


# --- Advance when ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "group",
    [
        pytest.param(group, id=f"3.4-advance {group}")
        for group in (Group.MOBILITY, Group.FLEXIBILITY, Group.BALANCE, Group.GAIT, Group.MASSAGE)
    ],
)
def test_two_credits_in_a_row_advance(group: Group) -> None:
    book = diary(exercise("one", group))
    assert advanced_on(book.trained(1)) == []
    assert advanced_on(book.trained(1)) == [1]
    assert book.standing("main.one").level == "hard"


@row("3.4")
def test_a_hold_clears_credits_in_a_row(row_id: str) -> None:
    """3.4 HOLD and credits."""
    book = diary(MOBILITY).trained().trained(bout={"pain_during": 3}).trained()
    assert advanced_on(book) == []
    assert advanced_on(book.trained()) == [3]


@row("3.4-advance")
def test_strength_needs_three_credits_over_seven_days(row_id: str) -> None:
    """3.4-advance strength."""
    assert advanced_on(diary().trained(6)) == []
    assert advanced_on(diary().trained(7)) == [6]


@row("3.4-advance")
def test_strength_needs_three_credits_whatever_the_days(row_id: str) -> None:
    """3.4-advance strength, not credits alone; rest days between do not clear them."""
    sparse = diary(tendon=True)
    for _ in range(2):
        sparse.trained(1, planned=(("main", 1),)).rested(6, planned=())
    assert advanced_on(sparse) == []
    assert advanced_on(sparse.trained(1, planned=(("main", 1),))) == [14]


@row("3.4")
def test_strength_keeps_its_credits_over_a_hold(row_id: str) -> None:
    """3.4 HOLD and credits."""
    book = diary().trained(2).trained(4, bout={"effort": 8}).trained(1)
    assert advanced_on(book) == [6]


@row("3.4-advance")
def test_plyometrics_need_two_credits_two_days_apart_over_seven_days(row_id: str) -> None:
    """3.4-advance plyometric."""
    near = diary(HOP).rested(5, planned=()).trained(2)
    assert advanced_on(near) == []
    assert advanced_on(near.trained(1)) == [7]


@pytest.mark.parametrize(
    "group",
    [
        pytest.param(group, id=f"3.4-advance never {group}")
        for group in (Group.RECOVERY, Group.WARM_UP, Group.CROSS_TRAINING)
    ],
)
def test_some_groups_never_change_level(group: Group) -> None:
    book = diary(exercise("one", group)).trained(10).trained(1, bout={"too_painful": True})
    assert book.standing("main.one").level == "middle"
    assert book.last().outcome is Outcome.STOP_EXERCISE


@row("3.4-advance")
def test_no_advance_without_the_next_morning(row_id: str) -> None:
    """3.4-advance fails closed: a missing morning is never good."""
    book = diary().trained(14, morning=None)
    assert advanced_on(book) == []
    assert {d.rule for d in book.decisions(Outcome.HOLD)} == {"3.3-6"}


@pytest.mark.parametrize("morning", [pytest.param(MISSING, id="3.4-advance morning left out")])
def test_no_advance_with_a_morning_left_out(morning: Any) -> None:
    assert advanced_on(diary().trained(14, morning=morning)) == []


@row("3.4-advance")
def test_adherence_below_80_percent_lets_only_the_advance_wait(row_id: str) -> None:
    """3.4-advance adherence: credits stay, and the advance comes with the next credit that finds 80 %."""
    book = diary().trained(1).rested(3).trained(6)
    assert advanced_on(book) == []
    assert book.last().value("waits") == "adherence"
    assert len(book.standing().credits) >= 3
    assert advanced_on(book.trained(6)) != []


@row("3.4-advance")
def test_adherence_passes_until_seven_sessions_were_planned(row_id: str) -> None:
    """3.4-advance adherence: too little was planned to say."""
    plan = {"planned": (("main", 1),)}
    book = diary().trained(1, **plan).rested(2, **plan)
    book.rested(5, planned=()).trained(2, **plan)
    assert book.fold()[0].planned_total == 5
    # The first session after the gap advances nothing; the second one does.
    book.trained(1, **plan)
    assert [d.value("waits") for d in book.decisions(Outcome.CREDIT)][-1] != "adherence"


def flag(kind: str = "R16", urgency: Urgency = Urgency.ADVISE, day: int = 0) -> FlagEvent:
    """A flag of a day."""
    return FlagEvent(kind=kind, day=day_number(day), urgency=urgency)


@row("3.4-advance")
def test_an_advise_flag_holds_the_advance_until_it_was_looked_at(row_id: str) -> None:
    """3.4-advance advise flag."""
    book = diary().trained(1, flags=(flag(),)).trained(8)
    assert advanced_on(book) == []
    assert book.last().value("waits") == "flag"
    assert advanced_on(book.trained(1, assessed=(Assessed(day=book.today, kind="R16"),))) == [9]


@row("3.4-advance")
def test_a_caution_holds_nothing(row_id: str) -> None:
    """3.4-advance advise flag, not caution."""
    assert advanced_on(diary().trained(1, flags=(flag(urgency=Urgency.CAUTION),)).trained(6)) == [6]


def lock(scope: Scope, first: int = 0) -> Any:
    """A lock from a day on."""
    finding = Finding(rule="R12", urgency=Urgency.PAUSE, references=("DD",), scopes=(scope,))
    return lock_periods((Flag(id="f", finding=finding, raised=moment(day_number(first))),), ())


@row("3.4-advance")
def test_a_lock_that_covers_the_exercise_holds_its_advance(row_id: str) -> None:
    """3.4-advance lock."""
    ice, loading = lock(Scope.ICE, 6), lock(Scope.ALL_LOADING, 6)
    assert advanced_on(diary().trained(6).trained(1, locks=ice)) == [6]
    assert advanced_on(diary().trained(6).trained(1, locks=loading)) == []


# --- One change --------------------------------------------------------------------------------

STEPS: list[tuple[str, Any, Any]] = [
    ("3.4-one-change repetitions +2", level("b", reps(10), growth=growth(2, 15)), reps(12)),
    ("3.4-one-change to the top", level("b", reps(14), growth=growth(2, 15)), reps(15)),
    ("3.4-one-change holds +5 s", level("b", holds(20), growth=growth(5, 30, Quantity.HOLD)), holds(25)),
    (
        "3.4-one-change durations +10 s",
        level("b", minutes(1), growth=growth(10, 120, Quantity.DURATION)),
        replace(minutes(1), blocks=(replace(minutes(1).blocks[0], seconds=70),)),
    ),
    ("3.4-one-change at the top the next level's start", level("b", reps(15), growth=growth(2, 15)), reps(8)),
    ("3.4-one-change no range", level("b", reps(15)), reps(8)),
]


@pytest.mark.parametrize(("start", "after"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS])
def test_one_variable_changes_at_a_time(start: Any, after: Any) -> None:
    ladder = exercise("mob-one", Group.MOBILITY, level("a"), start, level("c", reps(8)))
    book = diary(ladder).trained(2)
    standing = book.standing("main.mob-one")
    assert standing.dose == after
    assert standing.level == ("c" if after == reps(8) else "b")
    assert standing.load == Load()


@row("3.4-one-change")
def test_load_grows_by_five_kilograms(row_id: str) -> None:
    """3.4-one-change load +5 kg."""
    heavy = level("b", load="5 kg backpack", growth=growth(5, None, Quantity.LOAD))
    book = diary(exercise("str-one", Group.STRENGTH, level("a"), heavy)).trained(7)
    standing = book.standing()
    assert (standing.level, standing.load.kilograms, standing.dose) == ("b", 10, reps(10))


@row("3.4-one-change")
def test_load_grows_by_one_band_color(row_id: str) -> None:
    """3.4-one-change band color."""
    band = level("b", load="light band", growth=growth(1, None, Quantity.BAND_COLOR))
    book = diary(exercise("str-one", Group.STRENGTH, level("a"), band)).trained(7)
    assert book.standing().load.band == "medium"


@row("3.4-one-change")
def test_the_end_of_the_ladder_stays(row_id: str) -> None:
    """3.4-one-change: above the last level is nothing."""
    ladder = exercise("mob-one", Group.MOBILITY, level("a"), level("b"))
    book = diary(ladder).trained(6)
    assert book.standing("main.mob-one").level == "b"
    assert advanced_on(book) == []


# --- Limits ------------------------------------------------------------------------------------


@row("3.4-limits")
def test_one_step_in_seven_days(row_id: str) -> None:
    """3.4-limits: days count at the present dose, from the day after the step."""
    ladder = exercise("str-one", Group.STRENGTH, level("a"), level("b", growth=growth(2, 30)))
    assert advanced_on(diary(ladder).trained(28)) == [6, 13, 20, 27]


@row("3.4-limits")
def test_a_step_clears_the_credits(row_id: str) -> None:
    """3.4-limits."""
    book = diary().trained(7)
    assert book.standing().credits == ()


@row("3.4-limits")
def test_two_exercises_advance_on_a_day_in_plan_order(row_id: str) -> None:
    """3.4-limits: the third keeps its credits and advances with its next one."""
    three = [exercise(f"mob-{n}", Group.MOBILITY) for n in ("c", "b", "a")]
    book = diary(*three).trained(2)
    assert [d.exercise for d in book.decisions(Outcome.ADVANCE)] == ["mob-c", "mob-b"]
    assert book.last().value("waits") is None
    waiting = [d for d in book.decisions(Outcome.CREDIT) if d.value("waits") == "two-a-day"]
    assert [d.exercise for d in waiting] == ["mob-a"]
    book.trained(1)
    assert [d.exercise for d in book.decisions(Outcome.ADVANCE)][2:] == ["mob-a"]


# --- REGRESS -----------------------------------------------------------------------------------

LADDER = exercise(
    "str-one",
    Group.STRENGTH,
    level("a", reps(8)),
    level("b", reps(10), growth=growth(2, 14)),
    level("c", reps(12)),
)
BAD = {"too_painful": True}


@row("3.4-regress")
def test_one_level_down_at_a_level_never_held_begins_at_its_start(row_id: str) -> None:
    """3.4-regress."""
    standing = diary(LADDER).trained(1, bout=BAD).standing()
    assert (standing.level, standing.dose, standing.credits) == ("a", reps(8), ())


@row("3.4-regress")
def test_one_level_down_at_that_levels_last_dose(row_id: str) -> None:
    """3.4-regress: the last dose held there, not its start."""
    ladder = exercise(
        "str-one", Group.STRENGTH, level("a"), level("b", reps(10), growth=growth(2, 12)), level("c")
    )
    book = diary(ladder).trained(14)
    assert book.standing().level == "c"
    book.trained(1, bout=BAD)
    assert (book.standing().level, book.standing().dose) == ("b", reps(12))


@row("3.4-regress")
def test_on_the_lowest_level_30_percent_less(row_id: str) -> None:
    """3.4-regress: off the repetitions of each set, rounded down, sets unchanged."""
    only = exercise("str-one", Group.STRENGTH, level("a", reps(10)))
    book = diary(only).trained(1, bout=BAD)
    assert book.standing().dose == reps(7)
    assert book.last().value("step") == "cut"


@row("3.4-regress")
def test_never_below_one_set_of_half_the_start(row_id: str) -> None:
    """3.4-regress: the floor is then the dose."""
    only = exercise("mob-one", Group.MOBILITY, level("a", reps(10, sets=2)))
    book = diary(only)
    for _ in range(5):
        book.trained(1, bout=BAD)
        book.rested(1, planned=())
    assert book.standing("main.mob-one").dose == reps(5, sets=1)


@row("3.4-regress")
def test_a_reduced_dose_grows_back_before_it_goes_on(row_id: str) -> None:
    """3.4-regress and one change: what was taken off comes back first."""
    ladder = exercise("mob-one", Group.MOBILITY, level("a", reps(10)), level("b", reps(6)))
    plan_start = prescribed(ladder, level="a", dose=reps(10))
    book = Diary(plan_of(plan_start), context_of(ladder)).trained(1, bout=BAD)
    assert book.standing("main.mob-one").dose == reps(7)
    assert book.trained(2).standing("main.mob-one").dose == reps(9)
    assert book.trained(2).standing("main.mob-one").dose == reps(10)
    assert book.trained(2).standing("main.mob-one").level == "b"


@row("3.4-second")
def test_a_second_regress_within_14_days_steps_two_levels(row_id: str) -> None:
    """3.4-second, and no advance for 7 days."""
    ladder = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="e")
    book = diary(ladder).trained(1, bout=BAD)
    assert book.standing("main.mob-one").level == "d"
    book.trained(1).trained(1, bout=BAD)
    assert book.standing("main.mob-one").level == "b"
    assert book.last().value("step") == "two-levels"
    book.trained(7)
    assert advanced_on(book) == []
    assert book.last().value("waits") == "second-regress"
    assert advanced_on(book.trained(1)) == [10]


@pytest.mark.parametrize(
    ("apart", "to"),
    [pytest.param(13, "b", id="3.4-second day 14 of 14"), pytest.param(14, "c", id="3.4-second a day later")],
)
def test_the_second_regress_is_counted_in_14_days(apart: int, to: str) -> None:
    ladder = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="e")
    book = diary(ladder).trained(1, bout=BAD)
    book.rested(apart - 1, planned=()).trained(1, bout=BAD)
    assert book.standing("main.mob-one").level == to


@row("3.4-second")
def test_a_second_regress_goes_to_the_easier_sibling(row_id: str) -> None:
    """3.4-second: to the sibling where one is named."""
    sibling = exercise("bal-one", Group.BALANCE, level("x", holds(10)))
    hops = exercise("mob-one", Group.MOBILITY, level("a", easier_sibling="bal-one"))
    plan = plan_of(prescribed(hops))
    book = Diary(plan, context_of(hops, sibling)).trained(1, bout=BAD).trained(1).trained(1, bout=BAD)
    standing = book.standing("main.mob-one")
    assert (standing.exercise, standing.level, standing.dose) == ("bal-one", "x", holds(10))
    assert book.last().value("step") == "sibling"


# --- Plan-wide ---------------------------------------------------------------------------------

FIVE = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcde"), start_level="d")


@row("3.4-plan")
def test_two_regress_days_in_seven_make_a_deload(row_id: str) -> None:
    """3.4-plan: it replaces the day's level steps, from the level held before that day."""
    book = diary(FIVE).trained(1, bout=BAD).rested(5, planned=()).trained(1, bout=BAD)
    state, _ = book.fold()
    assert state.deload is not None
    assert (state.deload.first, state.deload.last) == (day_number(7), day_number(13))
    # One level for the first day, then one below what was held before the second.
    assert book.standing().level == "b"
    assert state.regress_days == ()


@row("3.4-plan")
def test_two_regress_days_eight_days_apart_make_none(row_id: str) -> None:
    """3.4-plan: in 7 days means the 7 training days that end with this one."""
    book = diary(FIVE).trained(1, bout=BAD).rested(6, planned=()).trained(1, bout=BAD)
    assert book.decisions(Outcome.DELOAD) == []


@row("3.4-plan")
def test_several_exercises_on_one_day_are_one_regress_day(row_id: str) -> None:
    """3.4-plan counts training days."""
    book = diary(FIVE, exercise("str-two")).trained(1, bout=BAD)
    assert book.decisions(Outcome.DELOAD) == []


@row("3.4-plan")
def test_an_unloaded_exercise_makes_no_regress_day(row_id: str) -> None:
    """3.4-plan counts loaded exercises only."""
    book = diary(MOBILITY).trained(3, bout=BAD)
    assert book.decisions(Outcome.DELOAD, Outcome.PHASE_BACK) == []


@row("3.4-plan")
def test_three_regress_days_in_fourteen_make_a_phase_back(row_id: str) -> None:
    """3.4-plan: with the advise flag; counters start again."""
    book = diary(FIVE).trained(1, bout=BAD)
    book.rested(6, planned=()).trained(1, bout=BAD).rested(5, planned=())
    limits = Thresholds(deload_window=3)
    book.context = context_of(FIVE, thresholds=limits)
    book.trained(1, bout=BAD)
    state, _ = book.fold()
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.4-plan"]
    assert state.phase_due == "p1"
    assert [f.kind for f in state.flags] == ["T-steps-back"]
    assert state.regress_days == ()


@pytest.mark.parametrize(
    ("wait", "outcome"),
    [
        pytest.param(0, Outcome.PHASE_BACK, id="3.4-plan on the deload's first day"),
        pytest.param(20, Outcome.PHASE_BACK, id="3.4-plan 14 days after its last"),
        pytest.param(21, None, id="3.4-plan 15 days after its last"),
    ],
)
def test_one_regress_day_after_a_deload_makes_a_phase_back(wait: int, outcome: Outcome | None) -> None:
    book = diary(FIVE).trained(2, bout=BAD)
    book.rested(wait, planned=()).trained(1, bout=BAD)
    found = book.decisions(Outcome.PHASE_BACK)
    assert [d.outcome for d in found] == ([outcome] if outcome else [])


@row("3.9")
def test_phase_back_ends_a_deload_and_sets_credits_to_0(row_id: str) -> None:
    """3.9 phase back."""
    mobility = exercise("mob-one", Group.MOBILITY)
    book = diary(FIVE, mobility).trained(2, only=("str-one",), bout=BAD).trained(1, only=("mob-one",))
    assert book.standing("main.mob-one").credits != ()
    book.trained(1, only=("str-one",), bout=BAD)
    assert book.fold()[0].deload is None
    assert book.standing("main.mob-one").credits == ()


@row("3.9")
def test_the_first_phase_stays_the_first(row_id: str) -> None:
    """3.9 phase back: P1 stays P1."""
    book = diary(FIVE, phase="p1").trained(3, bout=BAD)
    assert len(book.decisions(Outcome.PHASE_BACK)) == 1
    assert book.fold()[0].phase_due == ""


@row("3.9")
def test_standings_last_held_come_back_with_the_phase(row_id: str) -> None:
    """3.9 phase back: with the standings last held there."""
    ladder = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="b")
    other = exercise("mob-two", Group.MOBILITY)
    first = plan_of(prescribed(ladder))
    book = Diary(first, context_of(ladder, other)).trained(4)
    assert book.standing("main.mob-one").level == "d"
    book.change(plan_of(prescribed(other), phase="p3", version=2, starts_on=book.today)).trained(1)
    assert [d.rule for d in book.decisions(Outcome.PHASE_FORWARD)] == ["3.6-exit"]
    book.change(replace(first, version=3, starts_on=book.today)).trained(1)
    standing = book.standing("main.mob-one")
    assert (standing.level, len(standing.credits)) == ("d", 1)


# --- Precedence --------------------------------------------------------------------------------


@row("3.4")
def test_deload_goes_before_level(row_id: str) -> None:
    """3.4 precedence: the level step of the day is replaced."""
    ladder = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcdefg"), start_level="g")
    book = diary(ladder).trained(2, bout=BAD)
    # Day 1: g to f. Day 2 would be two levels, but the deload's one level replaces it.
    assert book.standing().level == "e"


@row("3.4")
def test_phase_back_goes_before_deload(row_id: str) -> None:
    """3.4 precedence."""
    book = diary(FIVE).trained(3, bout=BAD)
    assert [d.outcome for d in book.decisions(Outcome.DELOAD, Outcome.PHASE_BACK)] == [
        Outcome.DELOAD,
        Outcome.PHASE_BACK,
    ]


# --- Holds and reviews -------------------------------------------------------------------------


@row("3.4-review")
def test_holds_on_a_level_for_three_weeks_prompt_a_review(row_id: str) -> None:
    """3.4-review."""
    book = diary().trained(20, bout={"form_lost": True})
    assert [d for d in book.decisions(Outcome.FLAG) if d.rule == "3.4-review"] == []
    book.trained(1, bout={"form_lost": True})
    assert [d.rule for d in book.decisions(Outcome.FLAG)] == ["3.4-review"]
    assert book.fold()[0].flags == ()


@row("3.3-7")
def test_three_unfinished_doses_offer_a_smaller_plan(row_id: str) -> None:
    """3.3-7: three in a row."""
    book = diary().trained(2, share=0.3).trained(1, share=0.7).trained(2, share=0.3)
    assert book.decisions(Outcome.FLAG) == []
    book.trained(1, share=0.3)
    assert [(d.rule, d.value("flag")) for d in book.decisions(Outcome.FLAG)] == [("3.3-7", "smaller-plan")]


# --- Flags of rows 2 and 3 ---------------------------------------------------------------------


@row("3.3-2")
def test_two_no_load_days_in_a_row_raise_the_advise_flag(row_id: str) -> None:
    """3.3-2."""
    book = diary().trained(1, bout={"pain_before": 6})
    assert book.fold()[0].flags == ()
    book.rested(1, planned=()).trained(1, bout={"pain_before": 6})
    assert [f.kind for f in book.fold()[0].flags] == ["T-no-load"]


@row("3.3-2")
def test_a_session_day_with_loading_breaks_the_row(row_id: str) -> None:
    """3.3-2: session days in a row."""
    book = diary().trained(1, bout={"pain_before": 6}).trained(1).trained(1, bout={"pain_before": 6})
    assert book.fold()[0].flags == ()


@row("3.3-3")
def test_a_stop_raises_the_advise_flag(row_id: str) -> None:
    """3.3-3."""
    book = diary().trained(1, bout={"pain_during": 8})
    assert [f.kind for f in book.fold()[0].flags] == ["T-stop"]


@row("4.2-trend")
def test_a_flag_after_an_assessment_of_the_same_pauses(row_id: str) -> None:
    """4.2-trend: pause if already assessed and still worsening."""
    book = diary(FIVE).trained(1, bout={"pain_during": 8})
    book.trained(1, assessed=(Assessed(day=book.today),)).trained(1, bout={"pain_during": 8})
    assert [f.urgency for f in book.fold()[0].flags] == [Urgency.PAUSE]


# --- Presets -----------------------------------------------------------------------------------

WEEKS = (WeekBlock("p2", 1, 2), WeekBlock("p3", 3, 4))


@row("3.4-preset")
def test_a_presets_week_advances_after_seven_days(row_id: str) -> None:
    """3.4-preset: 7 days without a REGRESS day and adherence of 80 %; no level steps."""
    book = diary(weeks=WEEKS).trained(7)
    assert book.fold()[0].week == 2
    assert [(d.rule, d.value("week")) for d in book.decisions(Outcome.ADVANCE)] == [("3.4-preset", 2)]
    assert book.standing().level == "middle"


@row("3.4-preset")
def test_a_presets_week_is_repeated_after_a_regress_day(row_id: str) -> None:
    """3.4-preset: in place of level steps."""
    book = diary(weeks=WEEKS).trained(1, bout=BAD).trained(6)
    assert book.fold()[0].week == 1
    assert book.standing().level == "middle"
    assert [d.value("waits") for d in book.decisions(Outcome.HOLD) if d.rule == "3.4-preset"] == ["regress"]
    assert book.trained(7).fold()[0].week == 2


@row("3.4-preset")
def test_a_presets_week_is_repeated_for_low_adherence(row_id: str) -> None:
    """3.4-preset."""
    book = diary(weeks=WEEKS).trained(4).rested(3)
    assert book.fold()[0].week == 1


@row("3.4-preset")
def test_a_presets_next_block_is_due_as_its_own_phase(row_id: str) -> None:
    """3.4-preset: the next block of weeks is a plan version."""
    book = diary(weeks=WEEKS).trained(14)
    assert (book.fold()[0].week, book.fold()[0].phase_due) == (3, "p3")
    book.change(replace(book.plan, phase="p3", version=2, starts_on=book.today)).trained(1)
    state = book.fold()[0]
    assert (state.week, state.phase_due) == (3, "")


@row("3.4-preset")
def test_the_plan_wide_row_stays_in_a_preset(row_id: str) -> None:
    """3.4-preset: a deload takes a week back."""
    book = diary(weeks=WEEKS).trained(7).trained(2, bout=BAD)
    state = book.fold()[0]
    assert state.deload is not None
    assert (state.week, state.week_since) == (1, state.deload.last)


# --- Overrides ---------------------------------------------------------------------------------


def override(day: int, **fields: Any) -> Override:
    """A therapist's override of a standing."""
    return Override(
        **{
            "id": "o",
            "day": day_number(day),
            "kind": OverrideKind.SET_STANDING,
            "prescription": "main.str-one",
            "by_therapist": True,
            "rule": "3.3-5",
            **fields,
        }
    )


@row("3.4-override")
def test_an_override_sets_a_standing_and_later_decisions_go_on_from_it(row_id: str) -> None:
    """3.4-override."""
    book = diary(LADDER).trained(1, overrides=(override(0, level="c", dose=reps(6)),))
    assert (book.standing().level, book.standing().dose) == ("c", reps(6))
    assert [d.outcome for d in book.decisions(Outcome.OVERRIDE)] == [Outcome.OVERRIDE]
    book.trained(1, bout=BAD)
    assert book.standing().level == "b"


@row("3.4-override")
def test_an_override_lifts_a_hold(row_id: str) -> None:
    """3.4-override."""
    ladder = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="e")
    book = diary(ladder).trained(1, bout=BAD).trained(1, bout=BAD).trained(1)
    lift = override(3, kind=OverrideKind.LIFT_HOLD, prescription="")
    assert advanced_on(book.trained(1, overrides=(lift,))) == [3]


@row("3.4-override")
def test_an_override_ends_a_deload(row_id: str) -> None:
    """3.4-override."""
    book = diary(FIVE).trained(2, bout=BAD)
    book.trained(1, overrides=(override(2, kind=OverrideKind.END_DELOAD, prescription=""),))
    assert book.fold()[0].deload is None


# --- Sides -------------------------------------------------------------------------------------


@row("3.2")
def test_from_two_legs_to_one_every_side_begins_at_the_new_level(row_id: str) -> None:
    """3.2 sides: a standing is per side."""
    both = level("b", reps(15), side_mode=SideMode.BOTH)
    each = level("c", reps(8), side_mode=SideMode.EACH)
    ladder = exercise("mob-one", Group.MOBILITY, level("a"), both, each)
    book = diary(ladder).trained(2)
    state, _ = book.fold()
    assert {side for _, side in state.standings} == {Side.LEFT, RIGHT}
    assert {s.dose for s in state.standings.values()} == {reps(8)}


@row("3.2")
def test_back_to_two_legs_both_sides_come_along(row_id: str) -> None:
    """3.2 sides."""
    both = level("b", reps(15), side_mode=SideMode.BOTH)
    each = level("c", reps(8), side_mode=SideMode.EACH)
    ladder = exercise("mob-one", Group.MOBILITY, both, each)
    book = diary(ladder).trained(1, bout=BAD)
    state, _ = book.fold()
    assert [(side, s.level) for (_, side), s in state.standings.items()] == [(Side.BOTH, "b")]


@row("3.3")
def test_a_credit_of_an_easier_dose_does_not_count(row_id: str) -> None:
    """3.3 revisions: later sessions keep the dose they were played with, and count for that only."""
    book = diary(MOBILITY).trained(4, level="easy")
    assert book.standing("main.mob-one").credits == ()
    assert book.last().value("step") == "other-dose"
    assert timedelta(0) <= book.today - MONDAY
