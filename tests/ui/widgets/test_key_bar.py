"""The buttons at the foot of the player."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_bar import KeyBar
from ankle_coach.ui.widgets.key_button import KeyButton


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> KeyBar:
    """A bar of three and one."""
    left = [KeyButton(name, key) for name, key in (("Back", "←"), ("Pause", "Space"), ("Restart set", "R"))]
    bar = KeyBar(theme, left, [KeyButton("Too painful", "P", kind="danger")])
    qtbot.addWidget(bar)
    bar.show()
    return bar


def buttons(bar: KeyBar) -> list[KeyButton]:
    """Return the bar's buttons from left to right as given."""
    return bar.findChildren(KeyButton)


def test_the_last_group_stands_at_the_right_end(bar: KeyBar) -> None:
    bar.resize(1300, 60)
    back, *_, painful = buttons(bar)
    assert back.x() == 0
    assert painful.geometry().right() == bar.width() - 1
    assert bar.shows_keys
    assert not bar.is_stacked


def test_key_caps_go_first_where_room_is_short(bar: KeyBar) -> None:
    with_caps = sum(button.sizeHint().width() for button in buttons(bar)) + 3 * 14
    bar.resize(with_caps - 1, 60)
    assert not bar.shows_keys
    assert not bar.is_stacked
    assert buttons(bar)[1].toolTip() == "Space"
    bar.resize(with_caps + 1, 60)
    assert bar.shows_keys


def test_then_two_rows_are_made(bar: KeyBar) -> None:
    bar.resize(320, 120)
    assert bar.is_stacked
    assert bar.minimumSizeHint().height() > 2 * buttons(bar)[0].sizeHint().height()


def test_a_key_button_names_its_key(bar: KeyBar) -> None:
    pause = buttons(bar)[1]
    assert (pause.label, pause.key) == ("Pause", "Space")
    assert (pause.accessibleName(), pause.accessibleDescription()) == ("Pause", "Space")
    pause.set_label("Resume")
    assert pause.accessibleName() == "Resume"


def test_a_key_button_is_as_wide_as_its_words(bar: KeyBar) -> None:
    pause = buttons(bar)[1]
    before = pause.sizeHint().width()
    pause.set_label("A very much longer word")
    assert pause.sizeHint().width() > before
    pause.set_key("")
    assert not pause.shows_key


def test_a_key_button_can_be_pressed(qtbot: QtBot, bar: KeyBar) -> None:
    with qtbot.waitSignal(buttons(bar)[0].clicked):
        buttons(bar)[0].click()
