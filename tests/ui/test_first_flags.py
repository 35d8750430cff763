"""The numbers of the first window's flags are Qt's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.ui.first_flags import (
    CLICK_FOCUS,
    NO_FOCUS,
    STRONG_FOCUS,
    align_right,
    hide_bars,
    keep_bar,
    put_text_under_icon,
    reach_by,
    show_plainly,
)


def test_a_widget_takes_the_keys_as_told(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    for policy, meant in (
        (STRONG_FOCUS, Qt.FocusPolicy.StrongFocus),
        (CLICK_FOCUS, Qt.FocusPolicy.ClickFocus),
        (NO_FOCUS, Qt.FocusPolicy.NoFocus),
    ):
        reach_by(button, policy)
        assert button.focusPolicy() is meant


def test_bars_are_hidden_sideways_and_where_told_up_and_down(qtbot: QtBot) -> None:
    area, bare = QScrollArea(), QScrollArea()
    qtbot.addWidget(area)
    qtbot.addWidget(bare)
    hide_bars(area)
    hide_bars(bare, vertical=True)

    off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
    assert (area.horizontalScrollBarPolicy(), area.verticalScrollBarPolicy()) == (off, needed)
    keep_bar(area, keep=True)
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    keep_bar(area, keep=False)
    assert area.verticalScrollBarPolicy() is needed
    assert (bare.horizontalScrollBarPolicy(), bare.verticalScrollBarPolicy()) == (off, off)


def test_texts_lie_as_told(qtbot: QtBot) -> None:
    button, label, field = QToolButton(), QLabel("<b>not bold</b>"), QSpinBox()
    for widget in (button, label, field):
        qtbot.addWidget(widget)
    put_text_under_icon(button)
    show_plainly(label)
    align_right(field)

    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
