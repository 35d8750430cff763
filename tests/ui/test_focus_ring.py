"""The ring around an area that scrolls: there by Tab, and never by a click or by the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.ui.focus_ring import FocusRing
from ankle_coach.ui.theme import Theme
from tests.helpers.keys import focused
from tests.helpers.widgets import press


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, theme: Theme) -> Iterator[QWidget]:
    """A button, and under it an area with a button."""
    window, owner, area = QWidget(), QObject(), QScrollArea()
    FocusRing(qapp, theme, owner)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("first"))
    column.addWidget(area)
    area.setWidget(QPushButton("inside"))
    with qtbot.waitActive(window):
        window.show()
    yield window
    owner.deleteLater()


def _ring(window: QWidget) -> QWidget | None:
    found = [one for one in window.findChildren(QWidget, "focus_ring") if not one.isHidden()]
    return found[0] if found else None


def test_tab_shows_the_ring_and_takes_it_away(window: QWidget) -> None:
    button, area = window.findChildren(QPushButton)[0], window.findChild(QScrollArea)
    assert area is not None
    button.setFocus()
    press(focused(), Qt.Key.Key_Tab)
    assert focused() is area
    ring = _ring(window)
    assert ring is not None
    assert ring.geometry() == area.rect()
    picture = ring.grab().toImage()
    assert picture.pixelColor(2, picture.height() // 2) != picture.pixelColor(20, picture.height() // 2)
    window.resize(500, 400)
    assert ring.geometry() == area.rect()
    press(focused(), Qt.Key.Key_Tab)
    assert _ring(window) is None


def test_no_ring_is_shown_where_the_program_puts_the_keys(window: QWidget) -> None:
    area = window.findChild(QScrollArea)
    assert area is not None
    area.setFocus()
    assert focused() is area
    assert _ring(window) is None


def test_an_area_may_go_while_it_has_the_ring(window: QWidget) -> None:
    button, area = window.findChildren(QPushButton)[0], window.findChild(QScrollArea)
    assert area is not None
    button.setFocus()
    press(focused(), Qt.Key.Key_Tab)
    area.deleteLater()
    QCoreApplication.sendPostedEvents(area, QEvent.Type.DeferredDelete)
    button.setFocus()
    assert focused() is button
