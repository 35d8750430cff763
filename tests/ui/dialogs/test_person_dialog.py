"""The form of a person: what it keeps, what it refuses, and the keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.ui.dialogs.person_dialog import PersonDialog
from ankle_coach.ui.pages.intake_about import HOUSEHOLD
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers import builders as make
from tests.helpers.keys import focused
from tests.helpers.widgets import child, label, press, type_text

TODAY = date(2026, 3, 10)
NEW = make.person(id="new", name="", role=Role.PATIENT, affected=None)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _dialog(
    person: Person, theme: Theme, words: Words, parent: QWidget, *, is_new: bool = False
) -> PersonDialog:
    return PersonDialog(person, TODAY, theme, words, parent, is_new=is_new)


def test_a_new_person_needs_a_name_or_a_code(theme: Theme, words: Words, parent: QWidget) -> None:
    dialog = _dialog(NEW, theme, words, parent, is_new=True)
    dialog.show()

    dialog.accept()

    assert dialog.result() != QDialog.DialogCode.Accepted
    assert label(dialog, "person_problem").text() == "A person needs a name or a code."
    type_text(child(dialog, QLineEdit, "person_name"), "K-17")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.person == make.person(id="new", name="K-17", role=Role.PATIENT, affected=None)


def test_keys_add_a_person_and_lead_to_the_plan(
    qtbot: QtBot, theme: Theme, words: Words, parent: QWidget
) -> None:
    dialog = _dialog(NEW, theme, words, parent, is_new=True)
    with qtbot.waitActive(dialog):
        dialog.show()
    type_text(focused(), "K-17")
    with qtbot.waitSignal(dialog.accepted):
        press(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.builds


@pytest.mark.parametrize("born", ["88", "1888", "2027", "abcd"])
def test_a_year_of_birth_that_cannot_be_is_told(
    born: str, theme: Theme, words: Words, parent: QWidget
) -> None:
    dialog = _dialog(make.person(role=Role.PATIENT), theme, words, parent)
    child(dialog, QLineEdit, "person_born").setText(born)
    assert dialog.problem == "The year of birth is one from 1906 to 2026, or left empty."
    child(dialog, QLineEdit, "person_born").setText("")
    assert dialog.problem == ""
    assert dialog.person.birth_year is None


def test_what_is_known_comes_back_unchanged(theme: Theme, words: Words, parent: QWidget) -> None:
    person = make.person(
        name='Zoë <b>"Z"</b>',
        role=Role.PATIENT,
        affected=Side.BOTH,
        birth_year=1988,
        language="de",
        notes="Runs at noon\nHates towels",
        equipment=(Equipment.BAND, Equipment.STEP, *HOUSEHOLD),
    )
    assert _dialog(person, theme, words, parent).person == person


def test_unknown_equipment_is_different_from_none(theme: Theme, words: Words, parent: QWidget) -> None:
    dialog = _dialog(make.person(role=Role.PATIENT), theme, words, parent)
    known = child(dialog, SegmentedControl, "person_equipment")
    assert (known.current, dialog.person.equipment) == ("unknown", None)
    known.set_current("nothing")
    assert dialog.person.equipment == HOUSEHOLD
    known.set_current("some")
    band = child(dialog, QCheckBox, f"person_has_{Equipment.BAND}")
    assert not band.isHidden()
    band.setChecked(True)
    assert dialog.person.equipment == (Equipment.BAND, *HOUSEHOLD)
    known.set_current("nothing")
    assert dialog.person.equipment == HOUSEHOLD


def test_the_language_is_the_window_s_or_a_shipped_one(theme: Theme, words: Words, parent: QWidget) -> None:
    codes = child(_dialog(NEW, theme, words, parent), QComboBox, "person_language")
    assert [codes.itemData(index) for index in range(codes.count())] == ["", "en"]
    pseudo = child(_dialog(NEW, theme, translator("qps"), parent), QComboBox, "person_language")
    assert pseudo.itemData(pseudo.count() - 1) == "qps"


def test_it_is_filled_in_by_keyboard_alone(theme: Theme, words: Words, parent: QWidget) -> None:
    dialog = _dialog(NEW, theme, words, parent, is_new=True)
    dialog.show()
    dialog.activateWindow()
    order = []
    for _ in range(12):
        focused = dialog.focusWidget()
        assert focused is not None
        order.append(focused.objectName() or type(focused).__name__)
        dialog.focusNextChild()
    assert order[0] == "person_name"
    assert order.index("person_born") > order.index("person_name")
    assert {"person_language", "person_notes", "entry_cancel", "entry_save"} <= set(order)
    type_text(child(dialog, QLineEdit, "person_name"), "Anna")
    notes = child(dialog, QPlainTextEdit, "person_notes")
    type_text(notes, "Runs")
    press(child(dialog, QLineEdit, "person_name"), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.person.name, dialog.person.notes) == ("Anna", "Runs")


def test_escape_keeps_nothing(theme: Theme, words: Words, parent: QWidget) -> None:
    dialog = _dialog(NEW, theme, words, parent, is_new=True)
    dialog.show()
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_button_says_what_it_does(theme: Theme, words: Words, parent: QWidget) -> None:
    new = child(_dialog(NEW, theme, words, parent, is_new=True), QPushButton, "entry_save")
    known = child(_dialog(make.person(), theme, words, parent), QPushButton, "entry_save")
    assert (new.text(), known.text()) == ("Add person", "Save")


def test_many_things_at_hand_wrap_and_do_not_make_the_form_wide(
    dressed: Theme, words: Words, parent: QWidget
) -> None:
    person = make.person(equipment=(Equipment.STEP, Equipment.BACKPACK))
    dialog = _dialog(person, dressed, words, parent)
    dialog.show()
    assert dialog.width() <= dressed.px(720)
