"""Ladders: what is running, what is given in RM, which levels are skipped, and what their conditions ask."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Dose, Duration, Intervals
from ankle_coach.domain.exercise import Exercise, Group
from ankle_coach.domain.ladder import Pace, is_repetition_maximum, ladder_of, with_allowed
from ankle_coach.domain.ladder_conditions import CONDITIONS, Condition, may_enter
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing, first_standing
from tests.helpers.rules import day_number, exercise, level, minutes, prescribed, reps, runs

LIBRARY = open_library()
RUN, WALK = Activity.RUN, Activity.WALK


def rounds(work: Activity, easy: Activity) -> Dose:
    """Intervals of two activities."""
    return Dose(blocks=(Intervals(rounds=3, work=60, easy=60, work_activity=work, easy_activity=easy),))


@pytest.mark.parametrize(
    ("of", "runs_in_it", "is_plyometric", "pace"),
    [
        pytest.param(
            exercise("run-walk", Group.PLYOMETRIC, level("stage-0", minutes(30))),
            True,
            True,
            Pace.RUN,
            id="walk-run",
        ),
        pytest.param(
            exercise("xtr-one", Group.CROSS_TRAINING, level("a", runs(1))),
            True,
            True,
            Pace.FIXED,
            id="runs in rounds",
        ),
        pytest.param(
            exercise("xtr-one", Group.CROSS_TRAINING, level("a"), level("b", rounds(WALK, RUN))),
            True,
            True,
            Pace.FIXED,
            id="runs in the easy part of a higher level",
        ),
        pytest.param(
            exercise("xtr-one", Group.CROSS_TRAINING, level("a", rounds(WALK, WALK))),
            False,
            False,
            Pace.FIXED,
            id="walks in rounds",
        ),
        pytest.param(exercise("ply-one", Group.PLYOMETRIC), False, True, Pace.PLYOMETRIC, id="hops"),
        pytest.param(exercise(), False, False, Pace.STRENGTH, id="strength"),
        pytest.param(exercise("bal-one", Group.BALANCE), False, False, Pace.IN_A_ROW, id="balance"),
    ],
)
def test_running_has_the_lower_ceiling_and_rests_in_a_deload_like_hops(
    of: Exercise, runs_in_it: bool, is_plyometric: bool, pace: Pace
) -> None:
    ladder = ladder_of(of)
    assert (ladder.runs, ladder.is_plyometric, ladder.pace) == (runs_in_it, is_plyometric, pace)


def test_one_block_in_rm_makes_the_dose_one() -> None:
    mixed = Dose(blocks=(*reps(10).blocks, *reps(8, repetition_maximum=True).blocks, Duration(seconds=60)))
    assert is_repetition_maximum(mixed)
    assert not is_repetition_maximum(Dose(blocks=(*reps(10).blocks, Duration(seconds=60))))


FIVE = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="c")
BARRED = {("mob-one", "b"), ("mob-one", "d"), ("mob-two", "a")}


def test_barred_levels_are_skipped_by_both_neighbors() -> None:
    ladder = ladder_of(FIVE, BARRED)
    up, down = ladder.above(2), ladder.below(2)
    assert up is not None
    assert down is not None
    assert (down.level.id, up.level.id) == ("a", "e")
    assert (ladder.below(0), ladder.above(4)) == (None, None)
    assert [rung.barred for rung in ladder.rungs] == [False, True, False, True, False]


def test_a_level_that_a_therapist_chose_may_be_used_and_its_neighbors_stay_barred() -> None:
    ladder = ladder_of(FIVE, BARRED)
    allowed = with_allowed(ladder, "d")
    assert [rung.level.id for rung in allowed.rungs if rung.barred] == ["b"]
    assert [rung.level.id for rung in ladder.rungs if rung.barred] == ["b", "d"]


@pytest.mark.parametrize("name", ["c", "gone"], ids=["not-barred", "unknown"])
def test_allowing_what_is_not_barred_changes_nothing(name: str) -> None:
    ladder = ladder_of(exercise("mob-one", Group.MOBILITY, level("c"), level("d")), {("mob-one", "c" * 2)})
    assert with_allowed(ladder, name) is ladder
    start_barred = ladder_of(
        exercise("mob-one", Group.MOBILITY, level("c"), start_level="c"), {("mob-one", "c")}
    )
    assert with_allowed(start_barred, "gone") is start_barred


# --- Conditions written into ladders -----------------------------------------------------------


def standing_on(name: str, at: str, **fields: Any) -> Standing:
    """A standing on a level of an exercise of the library, since the first day."""
    of = LIBRARY.exercise(name)
    own = prescribed(of, level=at, dose=of.level(at).dose)
    return replace(first_standing(own, ladder_of(of), Side.RIGHT, day_number(0)), **fields)


WEEKS: list[tuple[str, str, str, str, int]] = [
    ("3.6b heel towel raise, 10 RM after 2 weeks", "str-towel-toe-raise", "backpack-10rm", "", 14),
    ("3.6b heel towel raise, 8 RM after 4 weeks", "str-towel-toe-raise", "backpack-8rm", "", 28),
    ("3.6b heavy, 12 RM from week 2", "str-calf-uni", "heavy-12rm", "heavy-15rm", 7),
    ("3.6b heavy, 10 RM from week 4", "str-calf-uni", "heavy-10rm", "heavy-15rm", 21),
    ("3.6b heavy, 8 RM from week 6", "str-calf-uni", "heavy-8rm", "heavy-15rm", 35),
    ("3.6b heavy, 6 RM from week 9", "str-calf-uni", "heavy-6rm", "heavy-15rm", 56),
]


@pytest.mark.parametrize(
    ("name", "to", "since", "days"), [case[1:] for case in WEEKS], ids=[case[0] for case in WEEKS]
)
def test_heavier_levels_begin_in_the_weeks_of_the_published_programs(
    name: str, to: str, since: str, days: int
) -> None:
    of = LIBRARY.exercise(name)
    at = since or of.levels[0].id
    # Level "x" is another one, held for months: it counts for nothing.
    climbed = (("x", day_number(-200)), (at, day_number(0)))
    standing = standing_on(name, at, climbed=climbed, begun=day_number(-200 if since else 0))
    rung = ladder_of(of).rung(to)
    first_played = day_number(days)
    assert may_enter(rung, standing, first_played - timedelta(days=1))
    assert not may_enter(rung, standing, first_played - timedelta(days=2))


def test_heavy_levels_count_from_the_first_heavy_one_and_wait_where_it_was_never_held() -> None:
    of = LIBRARY.exercise("str-calf-uni")
    standing = standing_on("str-calf-uni", of.levels[0].id, climbed=((of.levels[0].id, day_number(-90)),))
    assert not may_enter(ladder_of(of).rung("heavy-12rm"), standing, day_number(0))


CUES = [("mob-alphabet", "eyes-closed-or-standing"), ("str-calf-uni", "heavy-15rm")]


@pytest.mark.parametrize(("name", "to"), CUES)
def test_a_condition_that_only_says_how_to_do_it_holds_nothing_back(name: str, to: str) -> None:
    of = LIBRARY.exercise(name)
    rung = ladder_of(of).rung(to)
    assert rung.level.condition
    assert may_enter(rung, standing_on(name, of.levels[0].id), day_number(0))


def test_every_other_condition_asks_for_something() -> None:
    assert [key for key, asks in CONDITIONS.items() if asks.cue] == CUES
    nothing = Condition()
    assert [key for key, asks in CONDITIONS.items() if asks == nothing] == []


def test_every_condition_belongs_to_a_level_that_has_one_in_its_words() -> None:
    ladders = context_for(LIBRARY.exercises.values()).ladders
    for name, to in CONDITIONS:
        assert ladders[name].rung(to).level.id == to
        assert ladders[name].rung(to).level.condition
