"""How large dialogs get."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ankle_coach.ui.dialogs.dialog_size import largest_size, take_size
from ankle_coach.ui.theme import Theme


@pytest.mark.parametrize("side", [320, 100_000], ids=["there is room", "there is not"])
def test_a_dialog_is_as_large_as_it_wants_or_as_the_screen_allows(
    qtbot: QtBot, theme: Theme, side: int
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    most, screen = largest_size(dialog), dialog.screen().availableGeometry()

    take_size(dialog, theme, side, side)

    assert dialog.width() == min(theme.px(side), most.width())
    assert dialog.height() == min(theme.px(side), most.height())
    assert (most.width(), most.height()) == (screen.width() - 40, screen.height() - 60)
