"""When the next phase is proposed (clinical.md §3.6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.criteria import Status
from ankle_coach.domain.locks import Locks, locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.phase_exit import Obstacle, PhaseExit, PhaseFacts, phase_exit
from ankle_coach.domain.safety import Finding, Flag, Urgency
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment

PROGRAM = open_library().program("peroneal")
DONE = tuple(
    Measurement(id=name, measure=name, entered=moment(), whole=1)
    for name in ("rest-pain", "ev-iso-5x10-pain")
)


def judge(
    measured: tuple[Measurement, ...] = DONE, flags: Locks | None = None, phase: str = "p1", **fields: Any
) -> PhaseExit:
    """The first phase of the peroneal program (7 days at least), begun 7 days ago."""
    known = {"day": MONDAY, "started_on": MONDAY - timedelta(days=7), "adherence": 90, "base_morning": 2}
    facts = PhaseFacts(**{**known, **fields})
    return phase_exit(PROGRAM, phase, measured, Side.LEFT, facts, flags or Locks())


def test_with_everything_in_order_the_next_phase_is_proposed() -> None:
    found = judge()
    assert (found.ready, found.next_phase, found.days_left) == (True, "p2", 0)


def advise() -> Locks:
    finding = Finding(rule="R16", urgency=Urgency.ADVISE, references=("002",))
    return locks([Flag(id="1", finding=finding, raised=moment())], [])


@pytest.mark.parametrize(
    ("fields", "obstacle"),
    [
        ({"measured": DONE[:1]}, Obstacle.CRITERIA),
        ({"started_on": MONDAY - timedelta(days=6)}, Obstacle.MINIMUM_DAYS),
        ({"last_regress": MONDAY - timedelta(days=6)}, Obstacle.RECENT_REGRESS),
        ({"adherence": 79.9}, Obstacle.ADHERENCE),
        ({"base_morning": 5.5}, Obstacle.MORNING_PAIN),
        ({"flags": advise()}, Obstacle.OPEN_FLAG),
    ],
    ids=lambda value: f"3.6-{value.value}" if isinstance(value, Obstacle) else None,
)
def test_one_thing_in_the_way_is_named(fields: dict[str, Any], obstacle: Obstacle) -> None:
    found = judge(**fields)
    assert (found.obstacles, found.ready) == ((obstacle,), False)


@pytest.mark.parametrize(
    "fields",
    [
        {"last_regress": MONDAY - timedelta(days=7)},
        {"adherence": None},
        {"adherence": 80},
        {"base_morning": 5},
        {"base_morning": None},
    ],
)
def test_what_is_just_good_enough_is_no_obstacle(fields: dict[str, Any]) -> None:
    assert judge(**fields).ready


def test_each_criterion_is_told_even_where_it_was_not_measured() -> None:
    found = judge(measured=DONE[:1])
    assert [result.status for result in found.criteria] == [Status.MET, Status.NOT_MEASURED]


def test_the_days_that_are_left_are_counted() -> None:
    assert judge(started_on=MONDAY - timedelta(days=2)).days_left == 5


@pytest.mark.parametrize(("days", "base", "see"), [(7, 6, True), (6, 6, False), (7, 5, False)])
def test_3_6_morning_pain_above_five_for_a_week_in_p1_calls_for_a_clinician(
    days: int, base: float, see: bool
) -> None:
    found = judge(base_morning=base, high_since=MONDAY - timedelta(days=days))
    assert found.see_clinician is see


def test_the_last_phase_has_no_next_one() -> None:
    found = judge(phase="mx")
    assert (found.next_phase, Obstacle.LAST_PHASE in found.obstacles) == ("", True)


def test_days_past_the_minimum_are_not_counted_as_less_than_none() -> None:
    assert judge(started_on=MONDAY - timedelta(days=20)).days_left == 0


@pytest.mark.parametrize(("phase", "stays"), [("p1", True), ("p2", False), ("p3", False)])
def test_3_6_high_mornings_keep_a_person_in_the_first_phase_only(phase: str, stays: bool) -> None:
    found = judge(phase=phase, base_morning=6, high_since=MONDAY - timedelta(days=30))
    assert (Obstacle.MORNING_PAIN in found.obstacles) is stays
    assert found.see_clinician is stays


def test_high_mornings_of_unknown_length_call_for_nobody_yet() -> None:
    assert not judge(base_morning=6).see_clinician
