"""From records to the facts of a day: what counts as done, when a day is closed, and which day it is of."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.facts_of_records import History, Until, facts_of, mornings_by_day
from ankle_coach.domain.journal import NoAnswer, SessionStatus
from ankle_coach.domain.reviews import Correction
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_facts import BeforeSession, FlagEvent
from ankle_coach.domain.sides import Side
from tests.helpers.builders import moment
from tests.helpers.records import LADDER, PLAN, check_in, session
from tests.helpers.rules import day_number, plan_of, prescribed

EXERCISES = {LADDER.id: LADDER}
UNASKED = NoAnswer.NOT_ASKED


def facts(last: int = 0, *, noon_over: bool = True, **history: Any) -> list[DayFacts]:
    """The facts of the days up to one."""
    known = History(**{"plans": (PLAN,), **history})
    return list(facts_of(known, Until(day_number(last), noon_over), EXERCISES))


# --- What counts as done -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "done"),
    [
        pytest.param({"done": 10}, True, id="3.5-adherence all of it"),
        pytest.param({"done": 6}, True, id="3.5-adherence 60 % of it"),
        pytest.param({"done": 5}, False, id="3.5-adherence half of it"),
        pytest.param({"done": 0}, False, id="3.5-adherence nothing"),
        pytest.param(
            {"done": 1, "status": SessionStatus.STOPPED_FOR_PAIN}, True, id="3.5-adherence ended for pain"
        ),
        pytest.param({"done": 1, "status": SessionStatus.ENDED_EARLY}, False, id="3.5-adherence given up"),
        pytest.param({"done": 10, "session": ""}, False, id="3.5-adherence an exercise played by itself"),
    ],
)
def test_a_session_is_done_from_sixty_percent_or_where_pain_ended_it(
    fields: dict[str, Any], done: bool
) -> None:
    (day,) = facts(sessions=(session(0, **fields),))
    assert day.done == (("main",) if done else ())


@pytest.mark.parametrize(
    ("urgency", "ended"), [(Urgency.PAUSE, True), (Urgency.ADVISE, False)], ids=["pause", "advise"]
)
def test_a_session_that_a_flag_ended_is_done_and_one_with_advice_only_is_not(
    urgency: Urgency, ended: bool
) -> None:
    flag = FlagEvent(kind="R12", day=day_number(0), urgency=urgency, session="s0")
    (day,) = facts(sessions=(session(0, done=1),), flags=(flag,))
    assert day.done == (("main",) if ended else ())
    assert [bout.screened for one in day.exercises for bout in one.bouts] == [ended]


# --- When a day is closed ----------------------------------------------------------------------

BOTH_SORE = plan_of(prescribed(LADDER), affected=Side.BOTH)


def about(side: Side, number: int = 1) -> Any:
    """The morning of a day about one ankle."""
    known = check_in(number)
    return type(known)(id=f"{known.id}-{side}", entered=known.entered, side=side, pain=0)


@pytest.mark.parametrize(
    ("last", "noon_over", "entries", "closed"),
    [
        pytest.param(0, True, (), False, id="3.3 the evening of the day itself"),
        pytest.param(1, False, (), False, id="3.3 the next morning, nothing entered"),
        pytest.param(1, False, (about(Side.RIGHT),), True, id="3.3 the next morning, entered"),
        pytest.param(1, False, (about(Side.LEFT),), False, id="3.3 the other ankle's says nothing"),
        pytest.param(1, True, (), True, id="3.3 at noon without one"),
        pytest.param(2, False, (), True, id="3.3 two days later"),
    ],
)
def test_a_day_is_closed_by_its_next_morning_or_by_the_noon_of_it(
    last: int, noon_over: bool, entries: tuple[Any, ...], closed: bool
) -> None:
    assert facts(last, noon_over=noon_over, check_ins=entries)[0].closed is closed


def test_with_two_sore_ankles_a_day_waits_for_both_mornings() -> None:
    known: dict[str, Any] = {"plans": (BOTH_SORE,), "noon_over": False}
    assert not facts(1, check_ins=(about(Side.LEFT),), **known)[0].closed
    assert facts(1, check_ins=(about(Side.LEFT), about(Side.RIGHT)), **known)[0].closed


def test_a_morning_is_that_of_its_own_day_and_the_next_one_of_the_day_before() -> None:
    first, second = facts(1, check_ins=(check_in(0, 3), check_in(1, 5), check_in(2, 7)))
    assert ([m.pain for m in first.mornings], [m.pain for m in first.next_mornings]) == ([3], [5])
    assert ([m.pain for m in second.mornings], list(second.next_mornings)) == ([5], [])


def test_the_first_day_has_the_mornings_before_it_in_order() -> None:
    first, second = facts(1, check_ins=tuple(check_in(n, n + 5) for n in (-1, -3, 0, 1)))
    assert [m.pain for m in first.mornings] == [2, 4, 5]
    assert [m.pain for m in second.mornings] == [6]


@pytest.mark.parametrize(("hour", "minute", "late"), [(11, 59, False), (12, 0, True), (23, 0, True)])
def test_a_morning_typed_at_noon_or_later_is_late(hour: int, minute: int, late: bool) -> None:
    (morning,) = mornings_by_day([check_in(0, at=time(hour, minute))])[day_number(0)]
    assert morning.late_on == (day_number(0) if late else None)


def test_of_two_entries_about_one_ankle_the_later_one_counts() -> None:
    early, later = check_in(0, 2, at=time(7)), check_in(0, 6, at=time(9))
    for order in ((early, later), (later, early)):
        assert [m.pain for m in mornings_by_day(order)[day_number(0)]] == [6]


# --- The questions before a session ------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "told"),
    [
        pytest.param((), [(1, UNASKED)], id="3.3-2 only the session's own"),
        pytest.param(
            (BeforeSession(day=day_number(0), pain=4, swelling=2, session="s0"),), [(4, 2)], id="3.3-2 asked"
        ),
        pytest.param(
            (BeforeSession(day=day_number(0), pain=7, swelling=3),),
            [(7, 3), (1, UNASKED)],
            id="3.3-2 asked, and not begun",
        ),
        pytest.param(
            (BeforeSession(day=day_number(1), pain=9, swelling=3),), [(1, UNASKED)], id="3.3-2 of another day"
        ),
    ],
)
def test_each_session_is_asked_for_once(
    before: tuple[BeforeSession, ...], told: list[tuple[Any, Any]]
) -> None:
    (day,) = facts(sessions=(session(0, pain_before=1),), before=before)
    assert list(day.before) == told


# --- What belongs to which day -----------------------------------------------------------------


def test_a_correction_belongs_to_the_day_on_which_it_was_made() -> None:
    made = Correction(id="c", made=moment(day_number(1)), about=day_number(0), question="q", after=3)
    assert [day.corrected for day in facts(2, corrections=(made,))] == [(), (made,), ()]


def test_the_run_gate_holds_from_the_day_on_which_it_changed() -> None:
    gates = ((day_number(1), True), (day_number(3), False))
    assert [day.gate_open for day in facts(4, gates=gates)] == [False, True, True, False, False]


def test_what_may_begin_holds_from_its_day_on() -> None:
    one, two = frozenset({"a"}), frozenset({"a", "b"})
    days = facts(4, starts=((day_number(1), one), (day_number(3), two)))
    assert [day.ready for day in days] == [frozenset(), one, one, two, two]


def test_without_a_plan_there_are_no_days() -> None:
    assert facts(3, plans=()) == []
