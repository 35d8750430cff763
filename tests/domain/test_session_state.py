"""What a session says of itself as it is played: what comes, what is left, and what is not played."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.session_state import Credit, PainStop, SessionState, Skip
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH
HOLD, REST, ASK, MANUAL, READY = (
    StepKind.HOLD,
    StepKind.REST,
    StepKind.ASK,
    StepKind.MANUAL,
    StepKind.READY,
)


def step(kind: StepKind, of: str = "a", seconds: float | None = 30, **fields: Any) -> Step:
    """A step of a prescription."""
    known = {"exercise": of, "level": "l", "prescription": of, "session": "s", "side": BOTH}
    return Step(kind=kind, seconds=seconds, **{**known, **fields})


STEPS = (
    step(READY, seconds=5),
    step(HOLD, side=LEFT),
    step(REST, seconds=10, side=LEFT),
    step(HOLD, side=RIGHT),
    step(ASK, seconds=None),
    step(MANUAL, "b", None),
    step(ASK, "b", None),
    step(HOLD, "c", 60),
)


def state(index: int = 0, **fields: Any) -> SessionState:
    """A session of three exercises: two holds, one at the person's own pace, one hold."""
    known = {"steps": STEPS, "index": index, "credits": tuple(Credit() for _ in STEPS)}
    return SessionState(**{**known, **fields})


def credited(index: int, **fields: Any) -> tuple[Credit, ...]:
    """What was done of one step, and nothing of the others."""
    return tuple(Credit(**fields) if number == index else Credit() for number in range(len(STEPS)))


def places(now: SessionState, count: int = 9) -> list[int]:
    """Where the steps to come stand."""
    return [next(n for n, one in enumerate(STEPS) if one is coming) for coming in now.upcoming(count)]


# --- What is left out --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skip", "covered"),
    [
        pytest.param(Skip("a", 0), [0, 1, 2, 3, 4], id="all sides of an exercise"),
        pytest.param(Skip("a", 0, LEFT), [1, 2], id="one side of it"),
        pytest.param(Skip("a", 1), [], id="another piece of a routine"),
        pytest.param(Skip("b", 0), [5, 6], id="another exercise"),
    ],
)
def test_what_a_skip_covers(skip: Skip, covered: list[int]) -> None:
    assert [number for number, one in enumerate(STEPS) if skip.covers(one)] == covered


def test_a_piece_of_a_routine_is_skipped_alone() -> None:
    routine = (step(HOLD, "r", item=0), step(HOLD, "r", item=1))
    assert [Skip("r", 1).covers(one) for one in routine] == [False, True]


@pytest.mark.parametrize(
    ("done", "asked"),
    [
        pytest.param({}, False, id="nothing of it was played"),
        pytest.param({"seconds": 0.5}, True, id="half a second"),
        pytest.param({"reps": 1}, True, id="one repetition"),
        pytest.param({"done": True}, True, id="ticked"),
    ],
)
def test_the_pain_is_asked_where_something_was_played(done: dict[str, Any], asked: bool) -> None:
    now = state(4, credits=credited(1, **done))
    assert (now.has_played("a"), now.skips(4)) == (asked, not asked)
    assert not now.has_played("b")
    assert now.skips(6)


def test_too_painful_has_asked_for_the_pain_already() -> None:
    now = state(4, credits=credited(1, seconds=5), pain_stops=(PainStop(index=1, position=4),))
    assert (now.is_stopped("a"), now.is_stopped("b")) == (True, False)
    assert now.skips(4)


# --- What comes --------------------------------------------------------------------------------


def test_all_that_is_left_comes_in_order_and_each_question_after_its_exercise() -> None:
    assert places(state(0)) == [1, 2, 3, 4, 5, 6, 7]
    assert places(state(0), 2) == [1, 2]
    assert places(state(7)) == []


def test_a_question_comes_although_nothing_was_played_yet_but_will_be() -> None:
    assert 4 in places(state(3))
    assert 4 not in places(state(3, skipped=(Skip("a", 0),)))
    assert 4 in places(state(3, skipped=(Skip("a", 0),), credits=credited(1, seconds=9)))
    assert 4 not in places(state(3, pain_stops=(PainStop(index=1, position=4),)))


def test_what_is_skipped_does_not_come() -> None:
    assert places(state(0, skipped=(Skip("b", 0),))) == [1, 2, 3, 4, 7]
    assert places(state(0, skipped=(Skip("a", 0, LEFT),))) == [3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("index", "skipped", "work"),
    [
        (0, (), 1),
        (1, (), 3),
        (2, (), 3),
        (3, (), 5),
        (5, (), 7),
        (7, (), None),
        (0, (Skip("a", 0, LEFT),), 3),
        (0, (Skip("a", 0), Skip("b", 0)), 7),
        (3, (Skip("b", 0), Skip("c", 0)), None),
    ],
)
def test_the_next_work_is_after_this_step_and_not_skipped(
    index: int, skipped: tuple[Skip, ...], work: int | None
) -> None:
    found = state(index, skipped=skipped).following_work()
    assert found is (None if work is None else STEPS[work])


# --- What is left ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "seconds", "open_steps"),
    [
        pytest.param(state(0), 135, 1, id="all of it"),
        pytest.param(state(1, position=10), 120, 1, id="from the middle of a hold"),
        pytest.param(state(1, position=10, extension=15), 135, 1, id="with what was added to it"),
        pytest.param(state(5), 60, 1, id="at the person's own pace"),
        pytest.param(state(7, position=59), 1, 0, id="the last second"),
        pytest.param(state(7, position=80), 0, 0, id="never less than nothing"),
        pytest.param(state(0, skipped=(Skip("b", 0),)), 135, 0, id="what is skipped is not left"),
        pytest.param(state(0, skipped=(Skip("a", 0, RIGHT),)), 105, 1, id="nor is a skipped side"),
    ],
)
def test_the_time_that_is_left(now: SessionState, seconds: float, open_steps: int) -> None:
    assert (now.seconds_left(), now.open_left()) == (seconds, open_steps)


@pytest.mark.parametrize(
    ("index", "length", "remaining"), [(0, 5, 3), (1, 30, 28), (5, None, None), (7, 60, 58), (8, 60, 58)]
)
def test_the_step_in_play_and_the_last_one_when_all_is_over(
    index: int, length: float | None, remaining: float | None
) -> None:
    now = state(index, position=2)
    assert now.step is STEPS[min(index, 7)]
    assert (now.length, now.remaining) == (length, remaining)


def test_touch_downs_are_counted_by_exercise_and_side() -> None:
    now = state(3, touches=(1, 1, 3))
    assert [now.touch_downs("a", side) for side in (LEFT, RIGHT, BOTH)] == [2, 1, 0]
    assert now.touch_downs("b", LEFT) == 0
    assert replace(now, touches=()).touch_downs("a", LEFT) == 0
