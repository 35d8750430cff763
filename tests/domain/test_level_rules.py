"""From outcomes to levels: every row of clinical.md §3.4, lived day by day through the fold."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group, Quantity
from ankle_coach.domain.ladder import Pace, ladder_of
from ankle_coach.domain.level_rules import is_ripe
from ankle_coach.domain.plan import Load
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.safety_facts import Assessed, FlagEvent, lock_periods
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import first_standing
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.builders import moment
from tests.helpers.rules import (
    BAD,
    HOP,
    MISSING,
    MOBILITY,
    Diary,
    advanced_on,
    context_of,
    day_number,
    diary,
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


@row("3.4-hold")
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


@row("3.4-hold")
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
    plan: dict[str, Any] = {"planned": (("main", 1),)}
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


PACES: list[tuple[str, Pace, tuple[int, ...], int, bool]] = [
    ("mobility, one credit", Pace.IN_A_ROW, (0,), 0, False),
    ("mobility, two credits", Pace.IN_A_ROW, (0, 1), 1, True),
    ("walk-run, one credit", Pace.RUN, (0,), 9, False),
    ("walk-run, two credits", Pace.RUN, (0, 2), 2, True),
    ("strength, two credits", Pace.STRENGTH, (0, 5), 9, False),
    ("strength, day 6", Pace.STRENGTH, (0, 2, 5), 5, False),
    ("strength, day 7", Pace.STRENGTH, (0, 2, 6), 6, True),
    ("plyometric, no credit", Pace.PLYOMETRIC, (), 9, False),
    ("plyometric, one credit", Pace.PLYOMETRIC, (9,), 9, False),
    ("plyometric, day 6", Pace.PLYOMETRIC, (2, 5), 5, False),
    ("plyometric, day 7", Pace.PLYOMETRIC, (2, 6), 6, True),
    ("plyometric, one day apart", Pace.PLYOMETRIC, (8, 9), 9, False),
    ("plyometric, two days apart", Pace.PLYOMETRIC, (7, 9), 9, True),
    ("recovery", Pace.FIXED, (0, 2, 4, 6, 8), 30, False),
]


@pytest.mark.parametrize(
    ("pace", "earned", "today", "ripe"),
    [case[1:] for case in PACES],
    ids=[f"3.4-advance {case[0]}" for case in PACES],
)
def test_credits_and_days_make_a_standing_ripe(
    pace: Pace, earned: tuple[int, ...], today: int, ripe: bool
) -> None:
    of = exercise()
    standing = first_standing(prescribed(of), ladder_of(of), Side.RIGHT, day_number(0))
    with_credits = replace(standing, credits=tuple(day_number(n) for n in earned))
    assert is_ripe(with_credits, pace, day_number(today), Thresholds()) is ripe


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
