"""The editor of own exercises: what it keeps, what it asks for, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.exercise import Equipment, Group, Position
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.own_exercise_dialog import OwnExerciseDialog
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.keys import focused
from tests.helpers.own import drawn_picture, own_exercise
from tests.helpers.widgets import child, label, press, type_text

Make = Callable[..., OwnExerciseDialog]


@pytest.fixture
def kept() -> list[OwnExercise]:
    """What was kept."""
    return []


@pytest.fixture
def open_dialog(qtbot: QtBot, theme: Theme, kept: list[OwnExercise]) -> Make:
    """Opens the editor of an exercise over a window."""
    coach = FakeCoach()
    window = QWidget()
    qtbot.addWidget(window)

    def make(
        own: OwnExercise | None = None, words: Words | None = None, **given: object
    ) -> OwnExerciseDialog:
        begun = own or coach.services.own_exercises.begin()
        keep = given.pop("keep", kept.append)
        dialog = OwnExerciseDialog(
            begun,
            keep,  # type: ignore[arg-type]
            coach.services.library,
            theme,
            words or translator(),
            window,
            is_new=own is None,
            **given,  # type: ignore[arg-type]
        )
        dialog.open()
        return dialog

    return make


def _line(dialog: OwnExerciseDialog, name: str) -> QLineEdit:
    return child(dialog, QLineEdit, f"own_{name}")


def _text(dialog: OwnExerciseDialog, name: str) -> QPlainTextEdit:
    return child(dialog, QPlainTextEdit, f"own_{name}")


def test_a_name_and_a_cue_are_enough(open_dialog: Make, kept: list[OwnExercise]) -> None:
    dialog = open_dialog()
    assert child(dialog, QPushButton, "entry_save").text() == "Add exercise"
    type_text(_line(dialog, "name"), "Marble pick-up")
    type_text(_text(dialog, "cues"), "Heel stays down")

    dialog.accept()

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert kept[0].exercise.name == "Marble pick-up"
    assert kept[0].exercise.cues == ("Heel stays down",)


def test_what_is_known_comes_back_unchanged(open_dialog: Make) -> None:
    own = own_exercise(figure="", picture=drawn_picture())
    own = replace(
        own,
        exercise=replace(
            own.exercise,
            equipment=(Equipment.CHAIR, Equipment.TOWEL),
            precautions=("Not with a cramp",),
            keywords=("toes", "<b>foot</b>"),
            positions=(Position.SITTING, Position.STANDING),
        ),
        instructions=Instructions(preparation="Sit.", movement="Lift.", breathing="Out.", safety="Stop."),
    )
    dialog = open_dialog(own)
    assert dialog.own == own
    assert not dialog.is_changed


def test_every_field_is_kept(open_dialog: Make, kept: list[OwnExercise]) -> None:
    dialog = open_dialog(own_exercise())
    _line(dialog, "name").setText("Towel lift")
    group = child(dialog, QComboBox, "own_group")
    group.setCurrentIndex(group.findData("balance"))
    _line(dialog, "target").setText("arch")
    _line(dialog, "position").setText("on a chair")
    child(dialog, QCheckBox, "tick_standing").setChecked(True)
    child(dialog, QCheckBox, "tick_towel").setChecked(True)
    _text(dialog, "cues").setPlainText("One\nTwo")
    _text(dialog, "precautions").setPlainText("Not barefoot")
    _text(dialog, "keywords").setPlainText("towel")
    for part in ("preparation", "movement", "breathing", "safety"):
        _text(dialog, part).setPlainText(f"About {part}")

    dialog.accept()

    exercise, told = kept[0].exercise, kept[0].instructions
    assert (exercise.name, exercise.group, exercise.target) == ("Towel lift", Group.BALANCE, "arch")
    assert exercise.position == "on a chair"
    assert exercise.positions == (Position.SITTING, Position.STANDING)
    assert exercise.equipment == (Equipment.TOWEL,)
    assert (exercise.cues, exercise.precautions, exercise.keywords) == (
        ("One", "Two"),
        ("Not barefoot",),
        ("towel",),
    )
    assert told == Instructions(
        preparation="About preparation",
        movement="About movement",
        breathing="About breathing",
        safety="About safety",
    )
    assert exercise.levels == own_exercise().exercise.levels
    assert exercise.id == own_exercise().id


def test_what_is_missing_is_said_at_its_field(open_dialog: Make, kept: list[OwnExercise]) -> None:
    dialog = open_dialog()
    child(dialog, QCheckBox, "tick_standing").setChecked(False)
    _text(dialog, "safety").setPlainText("x" * 2001)

    dialog.accept()

    assert kept == []
    assert dialog._name.problem == "An exercise needs a name."
    assert dialog._positions.problem == "Tick at least one position."
    assert dialog._cues.problem == "Say in a cue, or under Movement, how it is done."
    assert dialog._told["safety"].problem == "This is too long: at most 2000 letters, 1 too many."
    assert dialog.focusWidget() is _line(dialog, "name")
    type_text(_line(dialog, "name"), "M")
    assert dialog._name.problem == ""
    _text(dialog, "movement").setPlainText("Lift a marble.")
    _text(dialog, "safety").setPlainText("")
    child(dialog, QCheckBox, "tick_sitting").setChecked(True)
    dialog.accept()
    assert kept[0].exercise.positions == (Position.SITTING,)


def test_a_picture_needs_words(open_dialog: Make, kept: list[OwnExercise]) -> None:
    dialog = open_dialog(own_exercise(figure="", picture=drawn_picture(alternative="")))
    dialog.accept()
    assert dialog._look.text_field.problem == "Say in a sentence what the picture shows."
    dialog._look.text_field.edit.setText("A foot beside a marble")
    dialog.accept()
    assert kept[0].picture == drawn_picture(alternative="A foot beside a marble")


def test_a_full_disk_loses_nothing(open_dialog: Make, kept: list[OwnExercise]) -> None:
    failures = [StorageError("The disk is full.")]

    def keep(own: OwnExercise) -> None:
        if failures:
            raise failures.pop()
        kept.append(own)

    dialog = open_dialog(own_exercise(), keep=keep)
    _line(dialog, "name").setText("Marbles, big ones")
    dialog.accept()
    assert dialog.problem == "The disk is full. Nothing is lost: try again."
    assert _line(dialog, "name").text() == "Marbles, big ones"
    assert dialog.isVisible()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert kept[0].exercise.name == "Marbles, big ones"


def test_escape_asks_only_where_something_would_be_lost(open_dialog: Make) -> None:
    dialog = open_dialog(own_exercise())
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    dialog = open_dialog(own_exercise())
    type_text(_text(dialog, "breathing"), "Out")
    press(dialog, Qt.Key.Key_Escape)
    question = child(dialog, ConfirmDialog, "confirm_dialog")
    question.reject()
    assert dialog.isVisible()
    press(dialog, Qt.Key.Key_Escape)
    dialog.findChildren(ConfirmDialog)[-1].accept()
    assert not dialog.isVisible()


def test_an_exercise_in_use_says_so_and_keeps_its_levels(open_dialog: Make) -> None:
    coach = FakeCoach()
    own = coach.services.own_exercises.begin_from("str-calf-bi")
    dialog = open_dialog(own, is_used=True)
    assert not child(dialog, QPushButton, "level_remove").isVisibleTo(dialog)
    assert label(dialog, "level_stays").isVisibleTo(dialog)
    child(dialog, QPushButton, "level_add").click()
    assert child(dialog, QPushButton, "level_remove").isVisibleTo(dialog)


def test_a_copy_keeps_doses_that_no_field_knows(open_dialog: Make, kept: list[OwnExercise]) -> None:
    coach = FakeCoach()
    for name in ("mob-ankle-circles", "mob-alphabet", "rec-ice", "str-calf-bi"):
        own = coach.services.own_exercises.begin_from(name)
        dialog = open_dialog(own)
        dialog.accept()
        assert kept[-1].exercise.levels == own.exercise.levels
        assert kept[-1].figure == name


def test_it_is_filled_in_by_keyboard_alone(open_dialog: Make) -> None:
    dialog = open_dialog()
    dialog.activateWindow()
    seen = []
    for _ in range(60):
        focused = dialog.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        dialog.focusNextChild()
    assert seen[0] == "own_name"
    wanted = [
        "own_group",
        "own_target",
        "tick_sitting",
        "own_position",
        "picture_file",
        "own_cues",
        "own_movement",
    ]
    wanted += ["rhythm", "unfold", "own_precautions", "own_keywords", "entry_cancel", "entry_save"]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)


def test_long_words_fit(open_dialog: Make) -> None:
    dialog = open_dialog(words=translator("qps"))
    assert dialog._body.minimumSizeHint().width() <= dialog.width()


def test_enter_presses_a_button_among_the_fields_and_saves_from_a_field(
    open_dialog: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*_: object) -> tuple[str, str]:
        asked.append("a picture")
        return "", ""

    monkeypatch.setattr("ankle_coach.ui.widgets.picture_choice.QFileDialog.getOpenFileName", ask)
    dialog = open_dialog()
    with qtbot.waitActive(dialog):
        dialog.show()
    child(dialog, QPushButton, "picture_file").setFocus()
    press(focused(), Qt.Key.Key_Return)
    assert asked == ["a picture"]
    assert focused().objectName() == "picture_file", "nothing was to be saved"
    _line(dialog, "name").setFocus()
    press(focused(), Qt.Key.Key_Return)
    assert asked == ["a picture"]
    assert dialog.isVisible()
