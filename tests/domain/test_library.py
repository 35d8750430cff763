"""The library finds exercises by words and by filters, and tells what does not fit together."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.domain.dose import Dose, Hold, Sequence, SequenceItem
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.evidence import Reference, ReferenceKind
from ankle_coach.domain.exercise import (
    Equipment,
    Exercise,
    Group,
    Growth,
    Level,
    PhaseMark,
    Position,
    Quantity,
)
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.library import Library, fold
from ankle_coach.domain.library_check import Kind, Problem, problems
from ankle_coach.domain.plan import PlannedSession, SessionKind
from ankle_coach.domain.program import Criterion, Phase, Program, Template
from ankle_coach.domain.sides import SideMode

HOLD = Dose(blocks=(Hold(sets=1, seconds=10),))


def level(level_id: str = "floor", **fields: Any) -> Level:
    """A rung of one 10-second hold on both legs."""
    return Level(**{"id": level_id, "name": level_id, "dose": HOLD, "side_mode": SideMode.BOTH, **fields})


def exercise(exercise_id: str, **fields: Any) -> Exercise:
    """An exercise with one level, three cues and one source."""
    return Exercise(
        **{
            "id": exercise_id,
            "name": exercise_id,
            "group": Group.BALANCE,
            "target": "Ankle",
            "position": "Standing",
            "positions": (Position.STANDING,),
            "sides": "Both",
            "frequency": (TimesPerDay(),),
            "frequency_note": "Daily",
            "start_level": "floor",
            "levels": (level(),),
            "phases": (PhaseMark.P2,),
            "cues": ("One", "Two", "Three"),
            "references": ("S01",),
            **fields,
        }
    )


def reference(reference_id: str, **fields: Any) -> Reference:
    """A public source."""
    return Reference(**{"id": reference_id, "kind": ReferenceKind.PUBLIC, "title": reference_id, **fields})


def program(**fields: Any) -> Program:
    """A program of one phase with one session and the exercise ``stand``."""
    phase = {
        "id": "p2",
        "mark": PhaseMark.P2,
        "name": "Phase",
        "summary": "Phase",
        "sessions": (
            PlannedSession(id="daily", name="Daily", kind=SessionKind.CORE, frequency=TimesPerDay()),
        ),
        "prescriptions": (Template(exercise="stand", session="daily"),),
        **fields,
    }
    return Program(
        id="general",
        name="General",
        summary="General",
        pain_ceiling=3,
        references=("S01",),
        phases=(Phase(**phase),),
    )


def criterion(**fields: Any) -> Criterion:
    """A criterion about walking."""
    return Criterion(id="walk", text="Walk", **fields)


def library(*exercises: Exercise, programs: tuple[Program, ...] = (), **references: Reference) -> Library:
    """A library of a few pieces; the source S01 is always in it."""
    known = {"S01": reference("S01"), "DD": reference("DD"), **references}
    return Library({e.id: e for e in exercises}, {p.id: p for p in programs}, known)


STAND = exercise("stand", name="Single-leg stand", keywords=("stability", "proprioception"))
RAISE = exercise(
    "raise",
    name="Calf raise",
    group=Group.STRENGTH,
    target="Calf",
    positions=(Position.STANDING, Position.SITTING),
    phases=(PhaseMark.P3, PhaseMark.MX),
    levels=(level(equipment=(Equipment.WEIGHT,), side_mode=SideMode.AFFECTED),),
)
STRETCH = exercise(
    "stretch",
    name="Towel stretch after Hébert",
    group=Group.FLEXIBILITY,
    target="Calf and sole",
    equipment=(Equipment.TOWEL,),
    cues=("Stand tall", "Pull", "Breathe"),
)
THREE = library(STAND, RAISE, STRETCH)


def ids(found: tuple[Exercise, ...]) -> list[str]:
    return [one.id for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["stretch", "raise", "stand"]),
        ("  CALF ", ["raise", "stretch"]),
        ("calf sole", ["stretch"]),
        ("hebert", ["stretch"]),
        ("HÉBERT", ["stretch"]),
        ("stand", ["stand", "stretch"]),
        ("proprio", ["stand"]),
        ("breathe", ["stretch"]),
        ("strength", ["raise"]),
        ("calf kettle", []),
    ],
)
def test_words_are_found_wherever_they_stand_and_names_come_first(text: str, expected: list[str]) -> None:
    assert ids(THREE.search(text)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"group": Group.STRENGTH}, ["raise"]),
        ({"group": Group.GAIT}, []),
        ({"position": Position.SITTING}, ["raise"]),
        ({"phase": PhaseMark.P2}, ["stretch", "stand"]),
        ({"phase": PhaseMark.MX}, ["raise"]),
        ({"side": SideMode.AFFECTED}, ["raise"]),
        ({"side": SideMode.BOTH}, ["stretch", "stand"]),
        ({"equipment": ()}, ["stand"]),
        ({"equipment": {Equipment.TOWEL}}, ["stretch", "stand"]),
        ({"equipment": {Equipment.TOWEL, Equipment.WEIGHT}}, ["stretch", "raise", "stand"]),
        ({"text": "calf", "group": Group.FLEXIBILITY}, ["stretch"]),
    ],
)
def test_filters_leave_only_what_fits(filters: dict[str, Any], expected: list[str]) -> None:
    assert ids(THREE.search(**filters)) == expected


def test_what_everybody_has_is_never_missing() -> None:
    wall = exercise("wall", equipment=(Equipment.WALL, Equipment.SUPPORT))
    assert ids(library(wall).search(equipment=())) == ["wall"]


def test_one_level_that_can_be_done_is_enough() -> None:
    ladder = exercise("ladder", levels=(level(), level("board", equipment=(Equipment.BOARD,))))
    assert ids(library(ladder).search(equipment=())) == ["ladder"]


def test_folding_removes_case_and_accents() -> None:
    assert fold("Ünïque ÀÉÎ Straße") == "unique aei strasse"


@pytest.mark.parametrize("kind", ["exercise", "program", "reference"])
def test_what_is_not_there_is_said_in_a_sentence(kind: str) -> None:
    with pytest.raises(NotFoundError, match=f"^The library has no {kind} 'nothing'\\.$"):
        getattr(THREE, kind)("nothing")


def test_what_is_there_is_returned() -> None:
    shelf = library(STAND, programs=(program(),))
    assert shelf.exercise("stand") is STAND
    assert shelf.program("general").name == "General"
    assert shelf.reference("S01").id == "S01"


def test_chips_show_papers_once_and_in_order() -> None:
    shelf = library(
        S02=reference("S02", shows="M01"),
        S03=reference("S03", shown=False),
        M01=reference("M01", kind=ReferenceKind.LITERATURE),
    )
    assert [r.id for r in shelf.shown_references(("S02", "S01", "M01", "S03"))] == ["M01", "S01"]


def test_the_default_level_is_the_start_level_unless_named() -> None:
    two = (level(), level("board", equipment=(Equipment.BOARD,)))
    assert exercise("one", levels=two).default.id == "floor"
    other = exercise("two", levels=two, default_level="board", equipment=(Equipment.WALL, Equipment.BOARD))
    assert (other.default.id, other.level().id) == ("board", "floor")
    assert other.usual_equipment == (Equipment.WALL, Equipment.BOARD)
    with pytest.raises(ValueError, match="default_level 'roof' is not one of the levels"):
        exercise("three", default_level="roof")


def keys(shelf: Library) -> list[str]:
    return [problem.key for problem in problems(shelf)]


def test_a_library_that_fits_together_has_no_problem() -> None:
    assert problems(library(STAND, RAISE, STRETCH, programs=(program(),))) == ()


def test_a_problem_says_where_it_is_and_what_it_is() -> None:
    (problem,) = problems(library(exercise("stand", references=("S01", "S99"))))
    assert problem == Problem(Kind.EXERCISE, "stand", "references[1]", "'S99' is not a reference")


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"cues": ("One", "Two")}, "cues"),
        ({"cues": ("1", "2", "3", "4", "5", "6")}, "cues"),
        ({"precautions": ("",)}, "precautions[0]"),
        ({"references": ("DD",)}, "dose_note"),
        ({"levels": (level(), level("Roof"))}, "levels[1].id"),
        ({"levels": (level(easier_sibling="none"),)}, "levels[0].easier_sibling"),
        (
            {"levels": (level(growth=Growth(quantity=Quantity.HOLD, step=5, references=())),)},
            "levels[0].growth.references",
        ),
        (
            {"levels": (level(growth=Growth(quantity=Quantity.HOLD, step=5, references=("X",))),)},
            "levels[0].growth.references[0]",
        ),
    ],
)
def test_what_an_exercise_is_wrong_about_is_found(fields: dict[str, Any], key: str) -> None:
    assert keys(library(exercise("stand", **fields))) == [key]


@pytest.mark.parametrize(
    ("item", "keys_found"),
    [
        ({"exercise": "stand"}, []),
        ({"exercise": "stand", "level": "floor"}, []),
        ({"exercise": "stand", "level": "roof"}, ["level"]),
        ({"exercise": "none"}, ["exercise"]),
        ({"exercise": "raise"}, ["side_mode"]),
        ({"exercise": "raise", "side_mode": SideMode.EACH}, []),
        ({}, []),
    ],
)
def test_what_a_sequence_is_wrong_about_is_found(item: dict[str, Any], keys_found: list[str]) -> None:
    dose = Dose(blocks=(Sequence(items=(SequenceItem(**item, dose=HOLD),)),))
    shelf = library(STAND, RAISE, exercise("routine", levels=(level(dose=dose),)))
    assert keys(shelf) == [f"levels[0].dose.blocks[0].items[0].{key}" for key in keys_found]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"prescriptions": (Template(exercise="none", session="daily"),)}, "prescriptions[0].exercise"),
        (
            {"prescriptions": (Template(exercise="stand", session="daily", level="roof"),)},
            "prescriptions[0].level",
        ),
        ({"prescriptions": (Template(exercise="stand", session="weekly"),)}, "prescriptions[0].session"),
        ({"exit": (criterion(at_most=0, references=()),)}, "exit[0].references"),
        ({"exit": (criterion(at_most=0, references=("X",)),)}, "exit[0].references[0]"),
        ({"exit": (criterion(references=("S01",)),)}, "exit[0]"),
    ],
)
def test_what_a_program_is_wrong_about_is_found(fields: dict[str, Any], key: str) -> None:
    assert keys(library(STAND, programs=(program(**fields),))) == [f"phases[0].{key}"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"title": " "}, "title"),
        ({"shows": "S02"}, "shows"),
        ({"shows": "S99"}, "shows"),
        ({"shows": "S03"}, "shows"),
    ],
)
def test_what_a_reference_is_wrong_about_is_found(fields: dict[str, Any], key: str) -> None:
    shelf = library(S03=reference("S03", shows="S01"), S02=reference("S02", **fields))
    assert keys(shelf) == [key]
