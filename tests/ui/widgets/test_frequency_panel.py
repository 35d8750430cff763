"""The panel stands under its button, takes the keyboard, tells what is chosen and goes when it is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.frequency import AroundRuns, Frequency, TimesPerDay
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.frequency_editor import Rhythm
from ankle_coach.ui.widgets.frequency_panel import FrequencyPanel
from tests.helpers.widgets import child

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform
_NEAR = 10
"""Pixels from the button's lower left corner, the frame of a platform's popup included."""


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    """What the panel belongs to and stands under."""
    button = QPushButton("How often")
    qtbot.addWidget(button)
    button.move(200, 150)
    button.show()
    return button


def test_it_stands_under_its_button_and_shrinks_to_what_is_chosen(
    button: QPushButton, theme: Theme, words: Words
) -> None:
    panel = FrequencyPanel(theme, words, button)
    panel.show_frequency(TimesPerDay())
    told: list[Frequency | None] = []
    panel.frequency_changed.connect(told.append)
    panel.open_under(button)
    assert panel.isVisible()
    away = panel.pos() - button.mapToGlobal(QPoint(0, button.height()))
    assert 0 < away.y() < _NEAR
    assert abs(away.x()) < _NEAR
    assert panel.width() >= theme.px(300)
    daily = panel.height()
    rhythm = child(panel, QComboBox, "rhythm")
    rhythm.setCurrentIndex(rhythm.findData(Rhythm.BEFORE_RUN.value))
    rhythm.activated.emit(rhythm.currentIndex())
    assert told == [AroundRuns(before=True)]
    assert panel.height() < daily
    panel.close()


@pytest.mark.parametrize("own", [False, True])
def test_only_one_exercise_may_be_as_its_group(
    button: QPushButton, theme: Theme, words: Words, own: bool
) -> None:
    panel = FrequencyPanel(theme, words, button, own=own)
    found = child(panel, QComboBox, "rhythm").findData(Rhythm.AS_GROUP.value)
    assert (found >= 0) is own
    assert panel.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
