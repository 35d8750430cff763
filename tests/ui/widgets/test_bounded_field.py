"""Fields that tell how much fits before they are full, and what is wrong beside themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.bounded_field import LineField, LinesField, TextField
from tests.helpers.widgets import press, type_text


def test_a_line_tells_its_room_in_time_and_takes_no_more(qtbot: QtBot, words: Words) -> None:
    field = LineField(words, "Name", "", 10)
    qtbot.addWidget(field)
    type_text(field.edit, "Marbles")
    assert field.meter == ""
    type_text(field.edit, " a")
    assert field.meter == "9 of 10 letters"
    type_text(field.edit, "nd more")
    assert (field.edit.text(), field.meter) == ("Marbles an", "10 of 10 letters")
    assert field.fault == ""
    field.show_text("  Pick  ")
    assert field.text == "Pick"


def test_a_text_says_how_many_letters_are_too_many(qtbot: QtBot, theme: Theme, words: Words) -> None:
    field = TextField(theme, words, "Movement", "x" * 70, 100)
    qtbot.addWidget(field)
    assert (field.meter, field.fault) == ("", "")
    field.edit.setPlainText("x" * 80)
    assert field.meter == "80 of 100 letters"
    field.edit.setPlainText("x" * 104)
    assert field.meter == "104 of 100 letters"
    assert field.fault == "This is too long: at most 100 letters, 4 too many."


def test_what_is_wrong_stands_beside_the_field_until_it_is_mended(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    field = TextField(theme, words, "Movement", "x" * 104, 100)
    qtbot.addWidget(field)
    field.show_problem(field.fault)
    assert field.edit.accessibleDescription() == field.problem != ""
    field.edit.setPlainText("x" * 102)
    assert field.problem.endswith("2 too many.")
    field.edit.setPlainText("Lift.")
    assert field.problem == field.edit.accessibleDescription() == ""


def test_lines_are_counted_and_the_long_one_is_named(qtbot: QtBot, theme: Theme, words: Words) -> None:
    field = LinesField(theme, words, "Cues", "Heel down", 2000)
    qtbot.addWidget(field)
    assert (field.lines, field.meter, field.fault) == (("Heel down",), "", "")
    field.edit.setPlainText("Heel down\n\n Slowly \n")
    assert (field.lines, field.meter) == (("Heel down", "Slowly"), "2 of 12 lines")
    field.edit.setPlainText("Heel down\n" + "x" * 170)
    assert field.meter == "Longest line: 170 of 200 letters"
    field.edit.setPlainText("Heel down\n" + "x" * 203)
    assert field.fault == "Line 2 is too long: at most 200 letters, 3 too many."
    field.edit.setPlainText("\n".join("abcdefghijklm"))
    assert field.fault == "These are too many lines: at most 12, not 13."


def test_a_label_leads_to_the_field_and_tab_leads_out_of_it(
    qtbot: QtBot, dressed: Theme, words: Words
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = TextField(dressed, words, "Movement", "", 100, "What to do")
    second = LineField(words, "Name", "", 10)
    for number, field in enumerate((first, second)):
        field.setParent(page)
        field.setGeometry(0, number * 200, 300, 190)
    with qtbot.waitActive(page):
        page.show()
    first.setFocus()
    assert first.edit.hasFocus()
    assert first.edit.accessibleName() == "Movement"
    assert "What to do" in [label.text() for label in first.findChildren(QLabel)]
    press(first.edit, Qt.Key.Key_Tab)
    assert second.edit.hasFocus()
