"""What of a dose can be changed, and changing it: a table of blocks, and any value of any dose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.dose import (
    Block,
    Checklist,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    SequenceItem,
    Tempo,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_edit import (
    has_own_sides,
    join_sides,
    same_kinds,
    split_sides,
    with_choice,
    with_tempo,
    with_value,
)
from ankle_coach.domain.dose_fields import DoseEditError, DoseField, Key, Unit, block_at, dose_fields
from ankle_coach.domain.movement import Direction, LetterStyle
from ankle_coach.domain.sides import Side
from tests.helpers.coach import LIBRARY
from tests.helpers.doses import DOSES

TURNS = (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE)
RAISES = Dose(blocks=(Reps(sets=3, reps=12, tempo=Tempo(2, 1, 3), rest_sets=60),))


def field(dose: Dose, key: Key, index: int = 0, side: Side = Side.BOTH) -> DoseField:
    """The field of a key."""
    return next(f for f in dose_fields(dose, side) if f.key is key and f.index == index)


@pytest.mark.parametrize(
    ("block", "keys"),
    [
        (Reps(sets=3, reps=12), "sets reps rest_sets rest_sides"),
        (
            RAISES.blocks[0],
            "sets reps tempo.up tempo.hold tempo.down tempo.pause rest_reps rest_sets rest_sides",
        ),
        (Hold(sets=2, seconds=30), "sets holds seconds rest_reps rest_sets rest_sides"),
        (Duration(seconds=120), "sets seconds rest_sets rest_sides"),
        (
            Directions(directions=TURNS, reps=20, seconds=2, passes=(2, 1)),
            "passes passes reps seconds hold rest_directions rest_sets rest_sides",
        ),
        (Tracing(passes=2, seconds_per_letter=3), "passes seconds_per_letter rest_sets rest_sides"),
        (Intervals(rounds=6, work=60, easy=60), "rounds work easy rest_sides"),
        (Distance(sets=2, meters=20), "sets meters rest_sets rest_sides"),
        (Timer(seconds=900, maximum=1200), "seconds"),
        (Checklist(items=("Wrap",)), ""),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_each_kind_of_block_offers_its_own_values(block: Block, keys: str) -> None:
    assert " ".join(f.key for f in dose_fields(Dose(blocks=(block,)))) == keys


def test_values_of_the_library_lie_within_what_is_offered() -> None:
    for exercise in LIBRARY.in_catalog_order():
        for level in exercise.levels:
            for found in dose_fields(level.dose):
                assert found.range.least <= found.value <= found.range.most, (exercise.id, level.id, found)


@given(dose=DOSES, data=st.data())
def test_setting_any_value_changes_that_value_alone(dose: Dose, data: st.DataObject) -> None:
    fields = dose_fields(dose)
    if not fields:
        return
    chosen = data.draw(st.sampled_from(fields))
    value = data.draw(st.sampled_from([chosen.range.least, chosen.range.most, chosen.value]))
    try:
        changed = with_value(dose, chosen, value)
    except DoseEditError:
        return
    after = {(f.path, f.key, f.index): f.value for f in dose_fields(changed)}
    for one in fields:
        place = (one.path, one.key, one.index)
        if place != (chosen.path, chosen.key, chosen.index) and place in after:
            assert after[place] == one.value
    assert after.get((chosen.path, chosen.key, chosen.index), value) == value


def test_a_timer_is_never_set_beyond_its_hard_stop() -> None:
    ice = Dose(blocks=(Timer(seconds=900, maximum=1200),))
    assert field(ice, Key.SECONDS).range.most == 1200
    with pytest.raises(DoseEditError, match=r"^Maximum must not be less than seconds\.$"):
        with_value(ice, field(ice, Key.SECONDS), 1300)


def test_what_a_part_does_not_have_cannot_be_set() -> None:
    other = Dose(blocks=(Hold(sets=1, seconds=30),))
    with pytest.raises(DoseEditError, match="no such value"):
        with_value(other, field(RAISES, Key.REPS), 5)
    with pytest.raises(DoseEditError, match="no such part"):
        block_at(other, (4,))


def test_counts_stay_whole_numbers() -> None:
    changed = with_value(RAISES, field(RAISES, Key.REPS), 10.4)
    assert block_at(changed, (0,)).reps == 10  # type: ignore[union-attr]
    assert field(RAISES, Key.REPS).range.unit is Unit.COUNT


def test_a_tempo_is_taken_out_with_what_needs_it_and_put_back() -> None:
    own_pace = with_tempo(RAISES, (0,), None)
    assert Key.UP not in {f.key for f in dose_fields(own_pace)}
    assert with_tempo(own_pace, (0,), Tempo(2, 1, 3)) == RAISES
    with pytest.raises(DoseEditError, match="Only repetitions"):
        with_tempo(Dose(blocks=(Hold(sets=1, seconds=5),)), (0,), None)


def test_each_pass_of_circles_and_each_direction_is_set_by_itself() -> None:
    circles = Dose(blocks=(Directions(directions=TURNS, reps=20, seconds=2, passes=(2, 1)),))
    more = with_value(circles, field(circles, Key.PASSES, 1), 2)
    assert more.blocks[0].passes == (2, 2)  # type: ignore[union-attr]
    one_way = with_choice(circles, (0,), "directions", TURNS[:1])
    assert one_way.blocks[0].directions == TURNS[:1]  # type: ignore[union-attr]
    with pytest.raises(DoseEditError, match="must not be empty"):
        with_choice(circles, (0,), "directions", ())
    with pytest.raises(DoseEditError, match="no such choice"):
        with_choice(circles, (0,), "style", LetterStyle.CURSIVE)


def test_a_side_of_its_own_is_changed_alone() -> None:
    apart = split_sides(RAISES)
    assert has_own_sides(apart)
    left = with_value(apart, field(apart, Key.REPS, side=Side.LEFT), 8, Side.LEFT)
    assert [f.value for f in dose_fields(left, Side.LEFT) if f.key is Key.REPS] == [8]
    assert [f.value for f in dose_fields(left, Side.RIGHT) if f.key is Key.REPS] == [12]
    assert join_sides(left, Side.LEFT).blocks[0].reps == 8  # type: ignore[union-attr]
    assert join_sides(left) == RAISES
    with pytest.raises(DoseEditError, match="same dose"):
        with_value(RAISES, field(RAISES, Key.REPS), 8, Side.LEFT)


def test_a_value_for_all_reaches_both_sides() -> None:
    apart = split_sides(RAISES)
    both = with_value(apart, field(apart, Key.REST_SETS), 90)
    assert {f.value for side in Side for f in dose_fields(both, side) if f.key is Key.REST_SETS} == {90}


def test_the_parts_of_a_routine_are_changed_in_place() -> None:
    walk = SequenceItem(dose=Dose(blocks=(Duration(seconds=300),)))
    routine = Dose(blocks=(Sequence(items=(SequenceItem(exercise="mob-pumps", dose=RAISES), walk)),))
    found = next(f for f in dose_fields(routine) if f.path == (0, 0, 0) and f.key is Key.REPS)
    changed = with_value(routine, found, 20)
    assert block_at(changed, (0, 0, 0)).reps == 20  # type: ignore[union-attr]
    assert block_at(changed, (0, 1, 0)) == walk.dose.blocks[0]
    with pytest.raises(DoseEditError, match="routine"):
        split_sides(routine)


def test_values_carry_over_only_between_like_doses() -> None:
    assert same_kinds(RAISES, Dose(blocks=(Reps(sets=1, reps=1),)))
    assert not same_kinds(RAISES, Dose(blocks=(Hold(sets=1, seconds=1),)))
