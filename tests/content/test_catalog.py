"""The library is read lazily, and whatever is wrong with a file is said with file and key."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.check import check_file, check_folder, check_shipped
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.exercise import Exercise
from ankle_coach.resources import resource_path

SEEDS = {"000", "001", "002", "003", "004"}
PUBLIC = {f"S{number:02}" for number in range(1, 80)} - {"S68", "S73"}
LITERATURE = {f"M{number:02}" for number in range(1, 34)} - {"M15", "M28", "M31", "M32"}
LIBRARY = open_library()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may break."""
    for folder in ("exercises", "figures", "programs", "safety"):
        shutil.copytree(resource_path(folder), tmp_path / folder)
    for file in ("references.toml", "measures.toml"):
        shutil.copy(resource_path(file), tmp_path)
    return tmp_path


def break_file(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def parts(errors: list[ContentError]) -> list[tuple[str, str]]:
    """File and key of each error."""
    return [(error.file, error.key) for error in errors]


def test_the_shipped_content_has_no_problem() -> None:
    assert check_shipped() == []


def test_a_copy_of_the_shipped_content_has_no_problem(content: Path) -> None:
    assert check_folder(content, figures=False) == []


def test_there_are_forty_six_exercises_each_with_a_reference_a_cue_and_a_level() -> None:
    exercises = LIBRARY.in_catalog_order()
    assert len(exercises) == 46
    assert all(exercise.references and exercise.cues and exercise.levels for exercise in exercises)
    assert [exercise.id for exercise in exercises] == [e.id for e in sorted(exercises, key=group_then_id)]


def group_then_id(exercise: Exercise) -> tuple[int, str]:
    """The place of an exercise in the catalog."""
    return list(type(exercise.group)).index(exercise.group), exercise.id


def test_an_exercise_is_read_only_when_it_is_asked_for(content: Path) -> None:
    (content / "exercises" / "mob-pumps.toml").write_text("this is not TOML", encoding="utf-8")
    library = open_library(content)
    assert "mob-pumps" in library.exercises
    assert len(library.exercises) == 46
    assert library.exercise("rec-ice").name == "Ice pack"
    with pytest.raises(ContentError, match=r"exercises/mob-pumps\.toml: is not valid TOML"):
        library.exercise("mob-pumps")


def test_an_exercise_that_was_read_is_kept(content: Path) -> None:
    library = open_library(content)
    first = library.exercise("rec-ice")
    (content / "exercises" / "rec-ice.toml").unlink()
    assert library.exercise("rec-ice") is first


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("reps = 20", "reps = 0", "levels[0].dose.blocks[0].reps", "reps must be between 1 and 1000, not 0"),
        ("reps = 20", 'reps = "20"', "levels[0].dose.blocks[0].reps", "Expected `int`, got `str`"),
        ("reps = 20", "rep = 20", "levels[0].dose.blocks[0].rep", "Object contains unknown field `rep`"),
        ("reps = 20, ", "", "levels[0].dose.blocks[0].reps", "Object missing required field `reps`"),
        ('type = "reps"', 'type = "rips"', "levels[0].dose.blocks[0].type", "Invalid value 'rips'"),
        ("up = 1", "up = -1", "levels[0].dose.blocks[0].tempo", "tempo.up must be 0 or more"),
        ('group = "mobility"', 'group = "mobile"', "group", "Invalid enum value 'mobile'"),
        ('name = "Ankle pumps"', "", "name", "Object missing required field `name`"),
        ('id = "leg-raised"', 'id = "active"', "levels", "levels must have different ids"),
        ('start_level = "active"', 'start_level = "x"', "start_level", "start_level 'x' is not one of"),
        ('id = "mob-pumps"', 'id = "mob-pump"', "id", "must be 'mob-pumps', the name of the file"),
        ('id = "active"', 'id = "Active!"', "start_level", "start_level 'active' is not one of"),
        ('"S37"', '"S99"', "references[1]", "'S99' is not a reference"),
        ('references = ["DD"]', 'references = ["XX"]', "levels[1].growth.references[0]", "'XX' is not a"),
        ('"S75"', '"DD"', "dose_note", "must say that the dose is a convention or an app rule"),
        ('"Smooth and easy", ', "", "cues", "must be 3 to 5 lines, not 2"),
        ('"Smooth and easy"', '" "', "cues[1]", "must not be empty"),
        ('id = "leg-raised"', 'id = "Leg raised"', "levels[1].id", "'Leg raised' is not in kebab-case"),
    ],
)
def test_one_broken_key_of_an_exercise_is_named(
    content: Path, old: str, new: str, key: str, problem: str
) -> None:
    break_file(content / "exercises" / "mob-pumps.toml", old, new)
    (error,) = check_folder(content, figures=False)
    assert (error.file, error.key) == ("exercises/mob-pumps.toml", key)
    assert error.problem.startswith(problem)


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("programs/general.toml", 'exercise = "rec-ice"', 'exercise = "rec-snow"', "phases[0].prescriptions"),
        ("programs/general.toml", 'level = "light"', 'level = "tiny"', "phases[2].prescriptions"),
        ("programs/general.toml", 'session = "ice"', 'session = "snow"', "phases[0].prescriptions"),
        ("programs/general.toml", "pain_ceiling = 3", "pain_ceiling = 11", "pain_ceiling"),
        ("exercises/wup-pre-run.toml", '"mob-alphabet"', '"mob-abc"', "levels[1].dose.blocks[0].items[2].ex"),
        ("exercises/wup-pre-run.toml", ', level = "support"', ', level = "x"', "levels[0].dose.blocks[0].it"),
        ("exercises/wup-pre-run.toml", 'side_mode = "each", ', "", "levels[0].dose.blocks[0].items[0].side"),
        ("exercises/ply-hop-stick.toml", '"bal-single-leg"', '"bal-one"', "levels[0].easier_sibling"),
        ("references.toml", 'shows = "M04"', 'shows = "M99"', "reference[13].shows"),
        ("references.toml", 'id = "001"', 'id = "000"', "reference[1].id"),
        ("references.toml", 'kind = "seed"', 'kind = "sead"', "reference[0].kind"),
    ],
)
def test_one_broken_id_between_the_files_is_named(
    content: Path, file: str, old: str, new: str, key: str
) -> None:
    break_file(content / file, old, new)
    (error,) = check_folder(content, figures=False)
    assert error.file == file
    assert error.key.startswith(key)


def test_all_broken_files_are_named_at_once(content: Path) -> None:
    break_file(content / "exercises" / "mob-pumps.toml", 'group = "mobility"', "")
    break_file(content / "exercises" / "rec-ice.toml", 'group = "recovery"', "")
    (content / "references.toml").unlink()
    assert parts(check_folder(content, figures=False)) == [
        ("exercises/mob-pumps.toml", "group"),
        ("exercises/rec-ice.toml", "group"),
        ("references.toml", ""),
    ]


def test_a_file_that_is_given_is_named_as_it_was_given(tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    shutil.copy(resource_path("exercises", "mob-pumps.toml"), copy)
    assert check_file(copy) == []
    break_file(copy, "reps = 20", "reps = -2")
    (error,) = check_file(copy)
    assert str(error) == f"{copy}: levels[0].dose.blocks[0].reps: reps must be between 1 and 1000, not -2"


@pytest.mark.parametrize(
    ("shipped", "old", "new", "key"),
    [
        (("exercises", "rec-ice.toml"), '"S34"', '"S99"', "references[2]"),
        (
            ("programs", "general.toml"),
            'exercise = "rec-ice"',
            'exercise = "x"',
            "phases[0].prescriptions[2].",
        ),
        (("references.toml",), 'shows = "M04"', 'shows = "M99"', "reference[13].shows"),
    ],
)
def test_every_kind_of_file_that_is_given_is_checked_against_the_library(
    tmp_path: Path, shipped: tuple[str, ...], old: str, new: str, key: str
) -> None:
    copy = tmp_path / "copy.toml"
    shutil.copy(resource_path(*shipped), copy)
    assert check_file(copy) == []
    break_file(copy, old, new)
    (error,) = check_file(copy)
    assert error.key.startswith(key)


@pytest.mark.parametrize(
    ("content_of_file", "problem"),
    [
        (b"a = 1", "is neither an exercise nor a program nor a list of references"),
        (b"\xff\xfe", "is not UTF-8 text"),
        (b"= 1", "is not valid TOML"),
    ],
)
def test_a_file_that_is_no_content_is_refused(tmp_path: Path, content_of_file: bytes, problem: str) -> None:
    path = tmp_path / "other.toml"
    path.write_bytes(content_of_file)
    (error,) = check_file(path)
    assert (error.file, error.key) == (str(path), "")
    assert error.problem.startswith(problem)


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    (error,) = check_file(tmp_path / "none.toml")
    assert error.problem == "cannot be read (No such file or directory)"


def test_every_source_of_the_fact_base_is_recorded() -> None:
    expected = SEEDS | PUBLIC | LITERATURE | {"c", "DD", "OWN", "winter", "M"}
    assert set(LIBRARY.references) == expected
    assert all(reference.title for reference in LIBRARY.references.values())


def test_literature_from_memory_is_marked_as_unchecked() -> None:
    unchecked = {reference.id for reference in LIBRARY.references.values() if not reference.checked}
    assert unchecked == LITERATURE | {"winter", "M"}


def test_addresses_come_without_a_scheme_and_without_a_gap() -> None:
    addresses = [reference.address for reference in LIBRARY.references.values()]
    assert not [address for address in addresses if "://" in address or "…" in address]


def test_a_chip_shows_the_paper_and_not_its_copy() -> None:
    assert [r.id for r in LIBRARY.shown_references(("S10", "S11", "M08", "S16"))] == ["M07", "M08", "S15"]
    assert LIBRARY.shown_references(("S72",)) == ()


def test_every_exercise_shows_at_least_one_source() -> None:
    assert all(LIBRARY.shown_references(exercise.references) for exercise in LIBRARY.exercises.values())


def test_an_exercise_is_named_in_the_articles_exactly_if_it_cites_one() -> None:
    for exercise in LIBRARY.exercises.values():
        assert exercise.named_in_articles == bool(SEEDS & set(exercise.references)), exercise.id


UNSUPPORTED = re.compile(r"scar tissue|magic|\bsafe|\bheals|\bhealed|guarantee|\byou have\b|\bcures?\b")
"""Words of claims that no source carries (clinical.md §1.6), and that the app never makes."""


def test_no_text_claims_what_no_source_supports() -> None:
    for exercise in LIBRARY.exercises.values():
        fields = (exercise.target, exercise.dose_note, exercise.phase_note)
        said = " ".join((*fields, *exercise.cues, *exercise.precautions)).casefold()
        assert UNSUPPORTED.search(said) is None, exercise.id


def test_what_goes_below_neutral_says_so_and_only_running_jumping_strength_or_weight_is_loaded() -> None:
    below = {
        (exercise.id, level.id)
        for exercise in LIBRARY.exercises.values()
        if not exercise.id.startswith("str-")
        for level in exercise.levels
        if level.below_neutral
    }
    assert below == {("flx-wall-gastroc", "forefoot-on-edge"), ("flx-wall-soleus", "forefoot-on-edge")}
    loaded = {
        exercise.id
        for exercise in LIBRARY.exercises.values()
        if not exercise.id.startswith(("str-", "ply-"))
        for level in exercise.levels
        if exercise.is_loaded(level)
    }
    assert loaded == {"run-walk", "gait-run-form", "gait-heel-toe", "mob-knee-wall"}
