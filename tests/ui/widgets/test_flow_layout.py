"""Widgets set like words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.ui.widgets.flow_layout import FlowLayout


def layout_of(host: QWidget) -> QLayout:
    """Return a widget's layout."""
    layout = host.layout()
    assert layout is not None
    return layout


def filled(qtbot: QtBot, width: int, *, fills: bool = False) -> tuple[QWidget, list[QLabel]]:
    """Return a widget of a width with five labels of 100 by 20, 10 apart."""
    host = QWidget()
    qtbot.addWidget(host)
    layout = FlowLayout(host, 10, fills=fills)
    labels = [QLabel(str(number)) for number in range(5)]
    for label in labels:
        label.setMinimumSize(100, 20)
        layout.addWidget(label)
    host.resize(width, 400)
    host.show()
    return host, labels


@pytest.mark.parametrize(("width", "lines"), [(540, [5]), (320, [3, 2]), (100, [1] * 5)])
def test_lines_break_where_the_width_ends(qtbot: QtBot, width: int, lines: list[int]) -> None:
    host, labels = filled(qtbot, width)
    tops = [label.y() for label in labels]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == lines
    assert layout_of(host).heightForWidth(width) == 20 * len(lines) + 10 * (len(lines) - 1)


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    host, labels = filled(qtbot, 320)
    labels[0].hide()
    layout_of(host).activate()
    assert labels[1].x() == 0
    assert layout_of(host).heightForWidth(430) == 20


def test_columns_share_the_width(qtbot: QtBot) -> None:
    _, labels = filled(qtbot, 370, fills=True)
    assert {label.width() for label in labels} == {116}
    assert [label.x() for label in labels[:3]] == [0, 126, 252]


def test_lines_start_at_the_right_where_text_does(qtbot: QtBot) -> None:
    host, labels = filled(qtbot, 320)
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout_of(host).activate()
    assert labels[0].x() == 220
    assert labels[1].x() == 110


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    host, labels = filled(qtbot, 320)
    layout = layout_of(host)
    taken = layout.takeAt(0)
    assert taken is not None
    assert taken.widget() is labels[0]
    assert layout.count() == 4
    assert layout.takeAt(9) is None
    assert layout.itemAt(-1) is None


def test_columns_get_wider_with_the_text_that_they_hold(qtbot: QtBot) -> None:
    least = [100]
    host = QWidget()
    qtbot.addWidget(host)
    layout = FlowLayout(host, 10, fills=True, least=lambda: least[0])
    labels = [QLabel(str(number)) for number in range(4)]
    for label in labels:
        layout.addWidget(label)
    host.resize(430, 400)
    host.show()
    assert [label.x() for label in labels] == [0, 110, 220, 330]
    least[0] = 200
    layout.invalidate()
    layout.activate()
    assert [label.x() for label in labels] == [0, 220, 0, 220]
