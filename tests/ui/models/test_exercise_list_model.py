"""The rows of the exercise list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role

NAME = Qt.ItemDataRole.DisplayRole


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped library, read once."""
    return open_library()


@pytest.fixture
def model(library: Library) -> ExerciseListModel:
    """A model without rows."""
    return ExerciseListModel(library, PLAIN_WORDS)


def test_groups_stand_above_their_exercises(model: ExerciseListModel, library: Library) -> None:
    model.set_exercises(library.in_catalog_order(), grouped=True)
    assert model.rowCount() == 46 + 10
    first = model.index(0)
    assert (first.data(NAME), first.data(Role.COUNT), first.data(Role.EXERCISE_ID)) == ("Mobility", 4, "")
    assert first.flags() == Qt.ItemFlag.NoItemFlags
    assert model.index(1).data(Role.EXERCISE_ID) == "mob-alphabet"
    assert model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_search_keeps_its_own_order_without_groups(model: ExerciseListModel, library: Library) -> None:
    found = (library.exercise("rec-ice"), library.exercise("mob-pumps"), library.exercise("rec-elevation"))
    model.set_exercises(found, grouped=False)
    assert model.exercise_ids == ("rec-ice", "mob-pumps", "rec-elevation")
    assert model.rowCount() == 3


def test_a_row_tells_target_dose_and_what_it_takes(model: ExerciseListModel, library: Library) -> None:
    model.set_exercises([library.exercise("str-calf-bi"), library.exercise("mob-pumps")], grouped=False)
    row = model.index_of("str-calf-bi")
    assert row.data(NAME) == "Two-leg calf raise"
    assert row.data(Role.TARGET) == "Both calf muscles: gastrocnemius and soleus"
    assert row.data(Role.DOSE) == "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s"
    assert row.data(Role.NEEDS) == "every day · support to hold"
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(row.data(role) in spoken for role in (NAME, Role.TARGET, Role.DOSE, Role.NEEDS))
    assert model.index_of("mob-pumps").data(Role.NEEDS) == "5 to 8 times a day · nothing needed"


def test_a_routine_names_its_exercises(model: ExerciseListModel, library: Library) -> None:
    model.set_exercises([library.exercise("wup-cool-down")], grouped=False)
    assert "Wall calf stretch, bent knee: " in model.index(0).data(Role.DOSE)


def test_what_is_not_there_has_no_row_and_no_data(model: ExerciseListModel, library: Library) -> None:
    model.set_exercises([library.exercise("rec-ice")], grouped=True)
    assert not model.index_of("mob-pumps").isValid()
    assert model.data(QModelIndex()) is None
    assert model.index(0).data(Role.DOSE) is None
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(1)) == 0
