"""Which button of a dialog Enter presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from ankle_coach.ui.widgets.dialog_button import dialog_button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_keys_and_from_a_field_the_default(
    qtbot: QtBot, key: Qt.Key
) -> None:
    dialog, told = QDialog(), list[str]()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    field = QLineEdit()
    leave, save = dialog_button("Leave", "leave"), dialog_button("Save", "save", default=True)
    leave.clicked.connect(lambda: told.append("leave"))
    save.clicked.connect(lambda: told.append("save"))
    for part in (field, leave, save):
        column.addWidget(part)
    with qtbot.waitExposed(dialog):
        dialog.show()

    leave.setFocus()
    QTest.keyClick(leave, key)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert told == ["leave", "save"]


def test_a_button_is_found_by_its_name_and_has_its_look(qtbot: QtBot) -> None:
    button = dialog_button("Delete", "entry_delete", "danger")
    qtbot.addWidget(button)

    assert (button.text(), button.objectName(), button.property("kind")) == (
        "Delete",
        "entry_delete",
        "danger",
    )
