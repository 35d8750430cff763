"""Which button of a dialog Enter presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from ankle_coach.ui.widgets.dialog_button import dialog_button


@pytest.mark.parametrize(("enter", "pressed"), [(False, "save"), (True, "leave")], ids=["default", "own"])
def test_enter_presses_the_default_button_unless_another_takes_it(
    qtbot: QtBot, enter: bool, pressed: str
) -> None:
    dialog, told = QDialog(), list[str]()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    leave, save = dialog_button("Leave", "leave", enter=enter), dialog_button("Save", "save", default=True)
    leave.clicked.connect(lambda: told.append("leave"))
    save.clicked.connect(lambda: told.append("save"))
    column.addWidget(leave)
    column.addWidget(save)
    with qtbot.waitExposed(dialog):
        dialog.show()
    leave.setFocus()

    QTest.keyClick(leave, Qt.Key.Key_Return)

    assert told == [pressed]


def test_a_button_is_found_by_its_name_and_has_its_look(qtbot: QtBot) -> None:
    button = dialog_button("Delete", "entry_delete", "danger")
    qtbot.addWidget(button)

    assert (button.text(), button.objectName(), button.property("kind")) == (
        "Delete",
        "entry_delete",
        "danger",
    )
