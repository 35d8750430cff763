"""Changing own exercises: kinds of dose, sides, frequency and the ladder, whose ids never change."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain import own_exercise_edit as edit
from ankle_coach.domain.exercise import Exercise, Group, Position
from ankle_coach.domain.frequency import EveryDays
from ankle_coach.domain.own_exercise import MOST_LEVELS
from ankle_coach.domain.own_exercise_edit import STARTS, Description, DoseKind, OwnExerciseEditError, kind_of
from ankle_coach.domain.sides import SideMode
from tests.helpers.own import own_exercise

LIBRARY = open_library()
OWN = own_exercise().exercise


def _ids(exercise: Exercise) -> list[str]:
    return [level.id for level in exercise.levels]


@pytest.mark.parametrize("kind", [DoseKind.REPS, DoseKind.HOLD, DoseKind.DURATION])
def test_each_kind_has_a_dose_to_begin_with(kind: DoseKind) -> None:
    assert kind_of(STARTS[kind]) is kind


@pytest.mark.parametrize("name", ["mob-alphabet", "mob-ankle-circles", "rec-ice"])
def test_what_only_the_catalog_has_is_another_kind(name: str) -> None:
    assert kind_of(LIBRARY.exercise(name).default.dose) is DoseKind.OTHER


def test_a_dose_of_another_kind_no_longer_grows_by_what_it_had() -> None:
    calf = LIBRARY.exercise("str-calf-bi")
    level = next(level for level in calf.levels if level.growth is not None)
    same = edit.with_dose(calf, level.id, STARTS[DoseKind.REPS])
    other = edit.with_dose(calf, level.id, STARTS[DoseKind.HOLD])
    assert same.level(level.id).growth == level.growth
    assert other.level(level.id).growth is None
    assert _ids(other) == _ids(calf)


def test_words_about_sides_and_frequency_go_once_they_no_longer_hold() -> None:
    assert edit.with_side_mode(OWN, "own", SideMode.EACH) is OWN
    changed = edit.with_side_mode(OWN, "own", SideMode.BOTH)
    assert (changed.level("own").side_mode, changed.sides) == (SideMode.BOTH, "")
    assert edit.with_frequency(OWN, OWN.frequency[0]) is OWN
    rarer = edit.with_frequency(OWN, EveryDays(days=2))
    assert (rarer.frequency, rarer.frequency_note) == ((EveryDays(days=2),), "")


def test_a_harder_level_stands_above_and_has_an_id_of_its_own() -> None:
    calf = LIBRARY.exercise("str-calf-bi")
    longer, new = edit.with_harder(calf, "support", "With a bag")
    assert _ids(longer)[_ids(longer).index("support") + 1] == new
    assert new not in _ids(calf)
    assert longer.level(new).name == "With a bag"
    assert longer.level(new).dose == calf.level("support").dose
    assert longer.start_level == calf.start_level
    twice, second = edit.with_harder(longer, new, "And again")
    assert len({*_ids(twice)}) == len(calf.levels) + 2
    assert second != new


def test_a_ladder_has_an_end_and_a_beginning() -> None:
    exercise = OWN
    for number in range(MOST_LEVELS - 1):
        exercise, _ = edit.with_harder(exercise, exercise.levels[-1].id, f"Level {number}")
    with pytest.raises(OwnExerciseEditError, match="at most 12 levels"):
        edit.with_harder(exercise, "own", "One more")
    with pytest.raises(OwnExerciseEditError, match="at least one level"):
        edit.without_level(OWN, "own")


def test_without_its_start_level_an_exercise_starts_at_the_easiest() -> None:
    calf = LIBRARY.exercise("str-calf-bi")
    shorter = edit.without_level(calf, calf.start_level)
    assert calf.start_level not in _ids(shorter)
    assert shorter.start_level == shorter.levels[0].id
    kept = edit.without_level(calf, calf.levels[-1].id)
    assert kept.start_level == calf.start_level


def test_where_one_starts_is_what_one_usually_does() -> None:
    band = LIBRARY.exercise("str-band-ev")
    assert band.default_level not in ("", band.start_level)
    started = edit.with_start(band, band.levels[-1].id)
    assert started.default.id == started.start_level == band.levels[-1].id
    assert (
        msgspec.structs.replace(started, start_level=band.start_level, default_level=band.default_level)
        == band
    )


def test_another_description_leaves_levels_and_frequency() -> None:
    description = Description(
        name="Big marbles", group=Group.BALANCE, target="", position="", positions=(Position.STANDING,),
        equipment=(), cues=("Up",), precautions=(), keywords=("toes",),
    )  # fmt: skip
    changed = edit.described(OWN, description)
    assert (changed.name, changed.group, changed.keywords) == ("Big marbles", Group.BALANCE, ("toes",))
    assert (changed.levels, changed.frequency, changed.id) == (OWN.levels, OWN.frequency, OWN.id)


def test_a_level_is_renamed_and_keeps_its_id() -> None:
    named = edit.with_level_name(OWN, "own", "Big marbles")
    assert _ids(named) == ["own"]
    assert named.level("own").name == "Big marbles"
