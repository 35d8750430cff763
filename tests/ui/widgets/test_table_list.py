"""A list with columns: how high its rows are, and where their text stands."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.table_list import TableList


def test_rows_have_their_padding_also_when_they_are_filled_in_before_they_are_shown(
    qtbot: QtBot, dressed: Theme
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = TableList()
    model = QStandardItemModel(rows)
    for day in ("Mar 7", "Mar 5"):
        model.appendRow([QStandardItem(day), QStandardItem("5.1 km")])
    rows.setModel(model)
    assert rows.visualRect(model.index(0, 0)).isValid()  # measured before it has its look
    QVBoxLayout(page).addWidget(rows)
    page.show()
    line = rows.fontMetrics().height()
    assert rows.visualRect(model.index(0, 0)).height() >= line + 2 * dressed.px(3)
