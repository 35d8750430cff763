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


def _table(qtbot: QtBot, wide: int, *cells: str) -> TableList:
    rows = TableList()
    qtbot.addWidget(rows)
    model = QStandardItemModel(rows)
    model.setHorizontalHeaderLabels(["A", "B", "C"])
    model.appendRow([QStandardItem(cell) for cell in cells])
    rows.setModel(model)
    rows.resize(wide, 200)
    rows.show()
    rows.set_widths({0: 100, 1: 300}, 120)
    return rows


def _widths(rows: TableList) -> list[int]:
    return [rows.columnWidth(column) for column in range(3)]


def test_columns_have_their_widths_where_there_is_room_and_the_last_one_the_rest(
    qtbot: QtBot, dressed: Theme
) -> None:
    rows = _table(qtbot, 700, "x", "y", "z")
    assert _widths(rows)[:2] == [100, 300]
    assert sum(_widths(rows)) == rows.viewport().width()


def test_with_little_room_a_column_is_as_wide_as_what_it_holds(qtbot: QtBot, dressed: Theme) -> None:
    rows = _table(qtbot, 400, "x", "y" * 20, "z")
    first, second, last = _widths(rows)
    assert first < 100
    assert second < 300
    assert last >= 120
    assert sum(_widths(rows)) == rows.viewport().width(), "nothing to scroll to the side"
    rows.resize(800, 200)
    assert _widths(rows)[:2] == [100, 300]


def test_what_still_leaves_no_room_takes_it_from_the_widest_column(qtbot: QtBot, dressed: Theme) -> None:
    rows = _table(qtbot, 400, "x" * 9, "y" * 80, "z")
    first, second, last = _widths(rows)
    assert second > first
    assert last >= 120
    assert sum(_widths(rows)) == rows.viewport().width()
