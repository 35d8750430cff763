"""Flags and locks by training day: the days of a lock, and what a mistake takes back (clinical.md §4.2)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.domain.safety_facts import (
    Assessed,
    FlagEvent,
    flag_events,
    lock_periods,
    looked_at,
    mistaken_on,
)
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import day_number


def flag(name: str = "f", urgency: Urgency = Urgency.PAUSE, scopes: tuple[Scope, ...] = (Scope.ICE,)) -> Flag:
    """A flag of the first day."""
    finding = Finding(rule=f"R-{name}", urgency=urgency, references=("DD",), scopes=scopes)
    return Flag(id=name, finding=finding, raised=moment())


def seen(outcome: Outcome, day: int, name: str = "f") -> Assessment:
    """What was recorded of a flag on a day."""
    recorded = moment(MONDAY + timedelta(days=day))
    return Assessment(id=f"{name}-{outcome}-{day}", flag=name, recorded=recorded, outcome=outcome)


NOT_CLEARED = next(one for one in Outcome if one not in (Outcome.CLEARED, Outcome.MISTAKEN))


@pytest.mark.parametrize(
    ("day", "before_lifted", "while_it_holds"),
    [(-1, False, False), (0, True, True), (2, True, True), (3, False, True), (4, False, True)],
)
def test_a_lock_covers_its_days_from_the_flag_to_the_day_before_it_was_lifted(
    day: int, before_lifted: bool, while_it_holds: bool
) -> None:
    (lifted,) = lock_periods([flag()], [seen(Outcome.CLEARED, 3)])
    (open_one,) = lock_periods([flag()], [])
    assert lifted.covers(day_number(day)) is before_lifted
    assert open_one.covers(day_number(day)) is while_it_holds


def test_only_flags_that_lock_something_are_locks() -> None:
    assert lock_periods([flag(scopes=())], []) == ()


@pytest.mark.parametrize(
    ("records", "until", "mistaken"),
    [
        pytest.param((), None, False, id="nothing recorded"),
        pytest.param((seen(NOT_CLEARED, 2),), None, False, id="seen, not cleared"),
        pytest.param((seen(Outcome.CLEARED, 2),), 2, False, id="cleared"),
        pytest.param((seen(Outcome.MISTAKEN, 2),), 2, True, id="a mistake"),
        pytest.param((seen(Outcome.CLEARED, 2), seen(NOT_CLEARED, 4)), None, False, id="cleared, then not"),
        pytest.param((seen(NOT_CLEARED, 2), seen(Outcome.CLEARED, 4)), 4, False, id="not, then cleared"),
        pytest.param((seen(Outcome.CLEARED, 2, name="other"),), None, False, id="another flag's record"),
    ],
)
def test_the_last_record_of_a_flag_says_whether_its_lock_is_lifted(
    records: tuple[Assessment, ...], until: int | None, mistaken: bool
) -> None:
    (period,) = lock_periods([flag()], records)
    lifted = day_number(until) if until is not None else None
    assert (period.until_day, period.mistaken) == (lifted, mistaken)
    assert mistaken_on(flag(), records) == (lifted if mistaken else None)
    assert looked_at([flag()], records) == ((Assessed(day=lifted, kind="R-f"),) if lifted else ())


def test_an_event_is_of_the_day_that_its_flag_was_raised_on() -> None:
    (event,) = flag_events([flag(urgency=Urgency.URGENT)], [seen(Outcome.MISTAKEN, 1)])
    assert event == FlagEvent(
        kind="R-f", day=day_number(0), urgency=Urgency.URGENT, mistaken_on=day_number(1)
    )


@pytest.mark.parametrize(
    ("urgency", "mistaken", "withdrawn", "ends"),
    [
        pytest.param(Urgency.EMERGENCY, None, False, True, id="3.3-1 emergency"),
        pytest.param(Urgency.URGENT, None, False, True, id="3.3-1 urgent"),
        pytest.param(Urgency.PAUSE, None, False, True, id="3.3-1 pause"),
        pytest.param(Urgency.ADVISE, None, False, False, id="3.3-1 advise ends no session"),
        pytest.param(Urgency.CAUTION, None, False, False, id="3.3-1 caution ends none either"),
        pytest.param(Urgency.PAUSE, 0, True, False, id="4.2-mistake on its own day"),
        pytest.param(Urgency.PAUSE, 1, False, True, id="4.2-mistake found a day later"),
        pytest.param(Urgency.ADVISE, 0, True, False, id="4.2-mistake of an advise flag"),
    ],
)
def test_a_flag_of_pause_or_above_ends_its_session_unless_it_was_a_mistake_of_the_day(
    urgency: Urgency, mistaken: int | None, withdrawn: bool, ends: bool
) -> None:
    day = day_number(mistaken) if mistaken is not None else None
    event = FlagEvent(kind="R12", day=day_number(0), urgency=urgency, mistaken_on=day)
    assert (event.is_withdrawn, event.ends_session) == (withdrawn, ends)
