"""The rules of the week: what the cap counts, 48 hours, moving and adding (clinical.md §3.4, §3.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.frequency import OnWeekdays, TimesPerDay, Weekday
from ankle_coach.domain.ladder import ladder_of, load_in_words
from ankle_coach.domain.plan import Load, Plan, PlannedSession, SessionKind
from ankle_coach.domain.rule_state import START
from ankle_coach.domain.schedule_changes import Move, planned_sessions
from ankle_coach.domain.schedule_rules import (
    counts_for_cap,
    hard_sessions,
    is_hard,
    may_add_exercise,
    may_move,
    too_close,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import first_standing
from tests.helpers.builders import MONDAY
from tests.helpers.rules import context_of, exercise, plan_of, prescribed

LIBRARY = open_library()


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("str-calf-bi", True),
        ("bal-tandem", True),
        ("ply-hop", True),
        ("flx-plantar-fascia", True),
        ("flx-wall-gastroc", False),
        ("mob-alphabet", False),
        ("mas-ball-foot", False),
        ("xtr-pool", False),
    ],
)
def test_what_the_cap_counts(name: str, counts: bool) -> None:
    assert counts_for_cap(LIBRARY.exercise(name)) is counts


def hard(one: Exercise, load: Load = Load()) -> bool:  # noqa: B008 - a frozen value
    """Say whether the start level of an exercise is a hard load."""
    ladder = ladder_of(one)
    return is_hard(ladder, ladder.rung(""), load)


def test_hard_loads_are_external_loads_and_hops() -> None:
    assert not hard(exercise())
    assert hard(exercise(), Load(kilograms=5))
    assert hard(exercise(), Load(repetition_maximum=12))
    assert hard(exercise("ply-one", Group.PLYOMETRIC))
    assert not hard(exercise("mob-one", Group.MOBILITY), Load(kilograms=5))


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("5 kg backpack", Load(kilograms=5)),
        ("light band", Load(band="light")),
        ("12 RM", Load(repetition_maximum=12)),
        ("10 RM backpack", Load(repetition_maximum=10)),
        ("", Load()),
        ("light backpack", Load()),
    ],
)
def test_loads_are_read_from_the_ladders_words(text: str, load: Load) -> None:
    assert load_in_words(text) == load


def week_plan(*days: int) -> Plan:
    """A plan of one heavy session on some days of the week."""
    session = PlannedSession(
        id="heavy",
        name="Heavy",
        kind=SessionKind.CORE,
        frequency=OnWeekdays(days=tuple(Weekday(day) for day in days)),
    )
    return plan_of(prescribed(exercise(), session="heavy"), sessions=(session,))


HEAVY = frozenset({"heavy"})


def test_hard_loads_are_two_training_days_apart() -> None:
    assert too_close(week_plan(0, 2, 4), HEAVY, MONDAY, 14) == ()
    close = too_close(week_plan(0, 1), HEAVY, MONDAY, 7)
    assert close == ((MONDAY, MONDAY + timedelta(days=1)),)


@pytest.mark.parametrize(
    ("to", "allowed"),
    [
        pytest.param(1, False, id="the day before Wednesday"),
        pytest.param(2, False, id="onto itself"),
        pytest.param(6, False, id="the day before Monday"),
    ],
)
def test_a_move_may_not_bring_hard_loads_together(to: int, allowed: bool) -> None:
    move = Move(session="heavy", from_day=MONDAY, to_day=MONDAY + timedelta(days=to))
    assert may_move(week_plan(0, 2, 4), HEAVY, move) is allowed


def test_a_move_with_room_is_allowed() -> None:
    move = Move(session="heavy", from_day=MONDAY + timedelta(days=2), to_day=MONDAY + timedelta(days=3))
    assert may_move(week_plan(0, 2, 5), HEAVY, move)


@pytest.mark.parametrize(("after", "allowed"), [(0, False), (1, False), (2, True)])
def test_no_exercise_is_added_on_the_day_of_a_regress_or_the_next(after: int, allowed: bool) -> None:
    """3.4-limits."""
    state = replace(START, last_regress=MONDAY)
    assert may_add_exercise(state, MONDAY + timedelta(days=after)) is allowed
    assert may_add_exercise(START, MONDAY)


def test_the_same_inputs_give_the_same_day() -> None:
    plan = week_plan(0, 2, 4)
    days = [date(2026, 3, 2) + timedelta(days=n) for n in range(28)]
    assert [planned_sessions(plan, day) for day in days] == [planned_sessions(plan, day) for day in days]
    assert [bool(planned_sessions(plan, day)) for day in days[:7]] == [
        True,
        False,
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_session_is_hard_by_the_standings_that_it_has_now() -> None:
    """3.4-limits: a heavy level or a hop makes it hard; what the plan does not have any more does not."""
    calm, heavy, hop = exercise("str-one"), exercise("str-two"), exercise("ply-one", Group.PLYOMETRIC)
    plan = plan_of(
        prescribed(calm, session="a"),
        prescribed(heavy, session="b"),
        prescribed(hop, session="c"),
        sessions=tuple(
            PlannedSession(id=name, name=name, kind=SessionKind.CORE, frequency=TimesPerDay())
            for name in "abc"
        ),
    )
    context = context_of(calm, heavy, hop)
    ladders = context.ladders
    standings = [first_standing(p, ladders[p.exercise], Side.RIGHT, MONDAY) for p in plan.prescriptions]
    assert hard_sessions(plan, standings, context) == {"c"}
    loaded = replace(standings[1], load=Load(kilograms=0.5))
    assert hard_sessions(plan, [standings[0], loaded], context) == {"b"}
    gone = replace(standings[2], prescription="main.gone")
    assert hard_sessions(plan, [gone], context) == frozenset()
