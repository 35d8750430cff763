"""A question with two ways out, or three."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme
from tests.helpers.widgets import child, label, press


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _dialog(
    theme: Theme, words: Words, window: QWidget, told: list[str], *, danger: bool = False
) -> ConfirmDialog:
    dialog = ConfirmDialog(theme, words, "Finish now?", "It is kept.", "Finish", danger=danger, parent=window)
    dialog.add_extra("Discard")
    dialog.accepted.connect(lambda: told.append("accepted"))
    dialog.rejected.connect(lambda: told.append("rejected"))
    dialog.extra_chosen.connect(lambda: told.append("extra"))
    dialog.open()
    return dialog


def test_it_says_what_is_asked_and_what_happens(
    theme: Theme, words: Words, window: QWidget, told: list[str]
) -> None:
    dialog = _dialog(theme, words, window, told)

    assert dialog.windowTitle() == label(dialog, "confirm_title").text() == "Finish now?"
    assert label(dialog, "confirm_sentence").text() == "It is kept."
    assert child(dialog, QPushButton, "confirm_cancel").text() == "Cancel"


def test_enter_confirms_what_is_harmless(
    theme: Theme, words: Words, window: QWidget, told: list[str]
) -> None:
    press(_dialog(theme, words, window, told).focusWidget(), Qt.Key.Key_Return)

    assert told == ["accepted"]


def test_enter_cancels_what_is_dangerous(
    theme: Theme, words: Words, window: QWidget, told: list[str]
) -> None:
    press(_dialog(theme, words, window, told, danger=True).focusWidget(), Qt.Key.Key_Return)

    assert told == ["rejected"]


def test_escape_cancels(theme: Theme, words: Words, window: QWidget, told: list[str]) -> None:
    press(_dialog(theme, words, window, told), Qt.Key.Key_Escape)

    assert told == ["rejected"]


def test_the_third_way_out_neither_confirms_nor_cancels(
    theme: Theme, words: Words, window: QWidget, told: list[str]
) -> None:
    dialog = _dialog(theme, words, window, told)
    child(dialog, QPushButton, "confirm_extra").click()

    assert told == ["extra"]
    assert not dialog.isVisible()


def test_a_long_sentence_is_shown_whole(dressed: Theme, words: Words, window: QWidget) -> None:
    sentence = (
        "Ankle Coach backup 2026-11-20.sqlite3 holds 1 person, 74 sessions, 51 check-ins; and more.\n\n"
        "It takes the place of everything in this journal, of all persons; settings stay as they are.\n\n"
        "The journal as it is now is kept first, in /home/robin/.local/share/ankle-coach/backups"
    )
    dialog = ConfirmDialog(dressed, words, "Restore?", sentence, "Restore", danger=True, parent=window)
    dialog.open()

    text = label(dialog, "confirm_sentence")
    assert text.height() >= text.heightForWidth(text.width())
    dialog.reject()
