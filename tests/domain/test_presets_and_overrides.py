"""Presets, overrides and sides: rows of clinical.md §3.4 and §3.2, lived day by day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from ankle_coach.domain.day_facts import Override, OverrideKind
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.program_traits import WeekBlock
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_facts import FlagEvent
from ankle_coach.domain.sides import Side, SideMode
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    BAD,
    FIVE,
    MOBILITY,
    RIGHT,
    advanced_on,
    day_number,
    diary,
    exercise,
    growth,
    level,
    reps,
    row,
)

LADDER = exercise(
    "str-one",
    Group.STRENGTH,
    level("a", reps(8)),
    level("b", reps(10), growth=growth(2, 14)),
    level("c", reps(12)),
)


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


@row("3.4-preset unloaded")
def test_a_presets_week_is_repeated_after_a_regress_of_balance_work_too(row_id: str) -> None:
    """3.4-preset: where the ankle gave way on even ground, the eyes are not closed the week after."""
    balance = exercise("bal-one", Group.BALANCE)
    book = diary(balance, weeks=WEEKS).trained(1, bout={"gave_way": True}).trained(6)
    assert book.fold()[0].week == 1
    assert book.decisions(Outcome.DELOAD, Outcome.PHASE_BACK) == []
    assert book.trained(7).fold()[0].week == 2


@row("3.4-preset")
def test_a_presets_week_is_repeated_for_low_adherence(row_id: str) -> None:
    """3.4-preset."""
    book = diary(weeks=WEEKS).trained(4).rested(3)
    assert book.fold()[0].week == 1


@row("3.4-preset")
def test_a_presets_week_is_repeated_under_a_flag(row_id: str) -> None:
    flag = FlagEvent(kind="R16", day=MONDAY, urgency=Urgency.ADVISE)
    book = diary(weeks=WEEKS).trained(1, flags=(flag,)).trained(6)
    assert book.fold()[0].week == 1
    assert book.decisions(Outcome.HOLD)[-1].value("waits") == "flag"


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


@row("3.3-8")
def test_a_credit_of_an_easier_dose_does_not_count(row_id: str) -> None:
    """3.3 revisions: later sessions keep the dose they were played with, and count for that only."""
    book = diary(MOBILITY).trained(4, level="easy")
    assert book.standing("main.mob-one").credits == ()
    assert book.last().value("step") == "other-dose"
    assert timedelta(0) <= book.today - MONDAY
