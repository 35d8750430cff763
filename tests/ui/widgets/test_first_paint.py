"""The first paint is told once, after it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ankle_coach.ui.widgets.first_paint import FirstPaint


def test_it_is_told_once_and_not_before_the_widget_is_seen(qtbot: QtBot) -> None:
    label = QLabel("Today")
    qtbot.addWidget(label)
    told: list[bool] = []
    paint = FirstPaint(label)
    paint.happened.connect(lambda: told.append(label.isVisible()))
    assert told == []

    with qtbot.waitSignal(paint.happened):
        label.show()
    label.repaint()
    label.repaint()

    assert told == [True]
