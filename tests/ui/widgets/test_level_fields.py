"""The ladder of an own exercise: sides, kinds of dose and values at each level, and which may go."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Hold, Reps, Tempo
from ankle_coach.domain.dose_fields import Key
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.own_exercise import MOST_LEVELS
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.ladder_chooser import LadderChooser
from ankle_coach.ui.widgets.level_fields import LevelFields
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.own import own_exercise
from tests.helpers.widgets import child, label

LIBRARY = open_library()


def _fields(
    qtbot: QtBot, theme: Theme, words: Words, exercise: Exercise | None = None, stay: Collection[str] = ()
) -> LevelFields:
    exercise = exercise or own_exercise().exercise
    fields = LevelFields(exercise, stay, LIBRARY, theme, words)
    qtbot.addWidget(fields)
    return fields


def _press(fields: LevelFields, name: str) -> None:
    child(fields, QPushButton, name).click()


def test_one_level_needs_neither_name_nor_ladder(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    assert not child(fields, QLineEdit, "level_name").isVisibleTo(fields)
    assert not child(fields, QPushButton, "level_remove").isVisibleTo(fields)
    assert label(fields, "level_dose").text().replace("\u00a0", " ").startswith("2 sets of 10, up 1 s")
    assert fields.fault is None


def test_values_of_the_dose_are_stepped(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    with qtbot.waitSignal(fields.exercise_changed):
        fields.dose_editor.stepper(Key.REPS).box.setValue(15)
    block = fields.exercise.level("own").dose.blocks[0]
    assert isinstance(block, Reps)
    assert block.reps == 15
    assert "2 sets of 15" in label(fields, "level_dose").text().replace("\u00a0", " ")
    fields.dose_editor.stepper(Key.DOWN).box.setValue(4)
    block = fields.exercise.level("own").dose.blocks[0]
    assert isinstance(block, Reps)
    assert block.tempo == Tempo(1, 0, 4)
    child(fields, QCheckBox, "own_pace").setChecked(True)
    block = fields.exercise.level("own").dose.blocks[0]
    assert isinstance(block, Reps)
    assert block.tempo is None


def test_another_kind_of_dose_and_back_loses_nothing(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    before = fields.exercise.level("own").dose
    kinds = child(fields, SegmentedControl, "dose_kind")
    assert kinds.keys == ("reps", "hold", "duration")
    kinds.set_current("hold")
    assert isinstance(fields.exercise.level("own").dose.blocks[0], Hold)
    assert fields.dose_editor.stepper(Key.SECONDS).value == 30
    kinds.set_current("reps")
    assert fields.exercise.level("own").dose == before


def test_a_copied_dose_that_is_none_of_these_stays_as_it_is(qtbot: QtBot, theme: Theme, words: Words) -> None:
    circles = LIBRARY.exercise("mob-ankle-circles")
    fields = _fields(qtbot, theme, words, circles)
    kinds = child(fields, SegmentedControl, "dose_kind")
    assert kinds.current == "other"
    kinds.set_current("duration")
    kinds.set_current("other")
    assert fields.exercise == circles


def test_sides_are_chosen_and_change_what_the_dose_says(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    modes = child(fields, SegmentedControl, "level_sides")
    for mode in SideMode:
        modes.set_current(mode.value)
        assert fields.exercise.level("own").side_mode is mode
    modes.set_current("each")
    assert "each side" in label(fields, "level_dose").text().replace("\u00a0", " ")


def test_a_harder_level_is_added_named_and_started_at(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    _press(fields, "level_add")
    assert [level.name for level in fields.exercise.levels] == ["As described", "Harder"]
    name, start = child(fields, QLineEdit, "level_name"), child(fields, QCheckBox, "level_start")
    assert name.isVisibleTo(fields)
    name.setText("Big marbles")
    assert not start.isChecked()
    start.click()
    assert fields.exercise.start_level == fields.level != "own"
    assert not start.isEnabled(), "some level must be the first"
    name.setText("")
    child(fields, LadderChooser).level_chosen.emit("own")
    assert name.text() == "As described"
    assert fields.fault is not None
    assert fields.level != "own", "the one without a name is in view"


def test_levels_that_plans_may_stand_at_stay_and_new_ones_may_go(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    calf = LIBRARY.exercise("str-calf-bi")
    fields = _fields(qtbot, theme, words, calf, [level.id for level in calf.levels])
    remove = child(fields, QPushButton, "level_remove")
    assert not remove.isVisibleTo(fields)
    assert label(fields, "level_stays").isVisibleTo(fields)
    _press(fields, "level_add")
    assert remove.isVisibleTo(fields)
    remove.click()
    assert fields.exercise == calf
    assert fields.level == "support", "the level below is in view"


def test_a_ladder_that_is_full_says_so(qtbot: QtBot, theme: Theme, words: Words) -> None:
    fields = _fields(qtbot, theme, words)
    for _ in range(MOST_LEVELS):
        _press(fields, "level_add")
    assert len(fields.exercise.levels) == MOST_LEVELS
    assert fields._name.problem == "A ladder has at most 12 levels."
