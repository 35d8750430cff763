"""The room before the text of a field of numbers or dates."""

from __future__ import annotations

from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset


def test_the_text_stands_off_the_edge_and_more_so_when_it_is_larger(qtbot: QtBot, theme: Theme) -> None:
    field = QDateEdit()
    qtbot.addWidget(field)
    FieldInset(field, theme)
    small = field.lineEdit().textMargins().left()
    assert small == theme.px(8)
    theme.set_text_scale(200)
    assert field.lineEdit().textMargins().left() == 2 * small
