"""Staircases from the standings of the fold: levels, doses, what moved them, and where they end."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.dose import Directions, Distance, Dose, Duration, Hold, Reps, Tracing
from ankle_coach.domain.ladder import ladder_of
from ankle_coach.domain.movement import Direction
from ankle_coach.domain.series_ladder import LadderSeries, MarkKind, Work, ladder_series, work_of
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, Standings, first_standing
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY

RAISES = LIBRARY.exercise("str-calf-bi")
LEVELS = [level.id for level in RAISES.levels]


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _standing(level: str = LEVELS[1], since: int = -1, reps: int = 12, side: Side = Side.BOTH) -> Standing:
    first = first_standing(make.raises(level=level), ladder_of(RAISES), side, MONDAY)
    dose = Dose(blocks=(Reps(sets=3, reps=reps),))
    return replace(first, level=level, dose=dose, since=_day(since))


def _held(*standings: Standing) -> Standings:
    return MappingProxyType({(s.prescription, s.side): s for s in standings})


def _series(
    *trail: tuple[int, Standings], decisions: tuple[Decision, ...] = (), today: int = 30
) -> tuple[LadderSeries, ...]:
    days = [(_day(offset), held) for offset, held in trail]
    return ladder_series(days, decisions, LIBRARY.exercise, _day(today))


def _steps(series: LadderSeries) -> list[tuple[date, date | None, int, float]]:
    return [(s.day, s.until, s.rung, s.amount) for s in series.lines[0].steps]


def test_a_step_begins_the_day_after_it_was_decided_and_closes_the_one_before() -> None:
    (one,) = _series(
        (0, _held(_standing())),
        (5, _held(_standing(reps=14, since=5))),
        (9, _held(_standing(LEVELS[2], since=9))),
    )

    assert _steps(one) == [(_day(0), _day(6), 1, 36), (_day(6), _day(10), 1, 42), (_day(10), None, 2, 36)]
    assert one.days == (_day(0), _day(6), _day(10))
    assert one.has_moved
    assert one.last_day is None


def test_credits_alone_are_no_step() -> None:
    credited = replace(_standing(), credits=(_day(1),))

    (one,) = _series((0, _held(_standing())), (1, _held(credited)))

    assert len(_steps(one)) == 1
    assert not one.has_moved


def test_an_exercise_that_left_the_plan_ends_there_and_comes_last() -> None:
    band = replace(_standing(), prescription="b", exercise="str-band-ev", level="light")

    found = _series((0, _held(_standing())), (8, _held(band)))

    assert [series.exercise.id for series in found] == ["str-band-ev", "str-calf-bi"]
    assert found[1].last_day == _day(8)
    assert found[1].at(_day(7)) != ()
    assert found[1].at(_day(8)) == ()


def test_what_only_tomorrow_plays_is_not_drawn_yet() -> None:
    (one,) = _series((0, _held(_standing())), (30, _held(_standing(reps=14, since=30))), today=30)

    assert _steps(one) == [(_day(0), None, 1, 36)]


def test_each_side_has_its_own_staircase() -> None:
    left, right = _standing(side=Side.LEFT), _standing(LEVELS[2], side=Side.RIGHT)

    (one,) = _series((0, _held(left, right)))

    assert [(side, step.rung) for side, step in one.at(_day(3))] == [(Side.LEFT, 1), (Side.RIGHT, 2)]


def test_ice_and_warm_ups_never_move_and_are_left_out() -> None:
    ice = replace(_standing(), exercise="rec-ice", level="ice-pack")

    assert _series((0, _held(ice))) == ()


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.ADVANCE, MarkKind.UP),
        (Outcome.STEP_BACK, MarkKind.DOWN),
        (Outcome.STOP_EXERCISE, MarkKind.DOWN),
        (Outcome.OVERRIDE, MarkKind.PERSON),
        (Outcome.CREDIT, None),
        (Outcome.HOLD, None),
    ],
    ids=str,
)
def test_what_moved_an_exercise_is_marked_on_the_day_it_is_felt(
    outcome: Outcome, kind: MarkKind | None
) -> None:
    decision = Decision(
        day=_day(4), outcome=outcome, rule="r", prescription="p", exercise=RAISES.id, side=Side.BOTH
    )

    (one,) = _series((0, _held(_standing())), decisions=(decision,))

    assert [(mark.day, mark.kind) for mark in one.marks] == ([] if kind is None else [(_day(5), kind)])


def test_an_easy_week_of_the_whole_plan_is_marked_on_every_exercise_and_another_s_step_on_none() -> None:
    easy = Decision(day=_day(3), outcome=Outcome.DELOAD, rule="3.4-plan", starts_on=_day(6))
    other = Decision(
        day=_day(3), outcome=Outcome.ADVANCE, rule="r", prescription="p", exercise="x", side=Side.BOTH
    )

    (one,) = _series((0, _held(_standing())), decisions=(easy, other))

    assert [(mark.day, mark.kind) for mark in one.marks] == [(_day(6), MarkKind.EASY_WEEK)]


@pytest.mark.parametrize(
    ("dose", "work", "amount"),
    [
        (Dose(blocks=(Reps(sets=3, reps=12),)), Work.REPS, 36),
        (Dose(blocks=(Hold(sets=3, holds=2, seconds=10),)), Work.SECONDS, 60),
        (Dose(blocks=(Duration(seconds=30, sets=2), Duration(seconds=15))), Work.SECONDS, 75),
        (Dose(blocks=(Distance(sets=2, meters=20),)), Work.METERS, 40),
        (Dose(blocks=(Tracing(passes=2, seconds_per_letter=3),)), Work.PASSES, 2),
        (
            Dose(
                blocks=(
                    Directions(
                        directions=(Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE),
                        reps=20,
                        seconds=2,
                        passes=(2, 1),
                    ),
                )
            ),
            Work.REPS,
            120,
        ),
    ],
    ids=["reps", "holds", "two-blocks", "meters", "letters", "circles"],
)
def test_the_amount_is_what_one_session_asks_of_a_side(dose: Dose, work: Work, amount: float) -> None:
    assert work_of(dose) == (work, amount)
