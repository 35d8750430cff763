"""A button that shows its key."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ankle_coach.ui.widgets.key_button import KeyButton


@pytest.fixture
def pause(qtbot: QtBot) -> KeyButton:
    """A button with a key."""
    button = KeyButton("Pause", "Space")
    qtbot.addWidget(button)
    button.show()
    return button


def test_a_key_button_names_its_key(pause: KeyButton) -> None:
    assert (pause.label, pause.key) == ("Pause", "Space")
    assert (pause.accessibleName(), pause.accessibleDescription()) == ("Pause", "Space")
    assert pause.shows_key
    pause.set_label("Resume")
    assert pause.accessibleName() == "Resume"


def test_a_key_button_is_as_wide_as_its_words(pause: KeyButton) -> None:
    before = pause.sizeHint().width()
    pause.set_label("A very much longer word")
    assert pause.sizeHint().width() > before
    pause.set_key("")
    assert not pause.shows_key


def test_a_key_button_can_be_pressed(qtbot: QtBot, pause: KeyButton) -> None:
    with qtbot.waitSignal(pause.clicked):
        pause.click()
