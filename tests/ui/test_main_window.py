"""The window around the pages."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.main_window import MainWindow, PageSpec
from ankle_coach.ui.theme import Theme
from tests.helpers.widgets import click, press


@pytest.fixture
def made() -> Counter[str]:
    """How often each page was made."""
    return Counter()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, words: Words, made: Counter[str]) -> MainWindow:
    """A window with three pages."""

    def spec(key: str, icon: str, *, bottom: bool = False) -> PageSpec:
        def factory() -> QWidget:
            made[key] += 1
            return QLabel(key)

        return PageSpec(key, key.title(), icon, factory, bottom)

    pages = [spec("settings", "settings", bottom=True), spec("today", "today"), spec("plan", "plan")]
    window = MainWindow(theme, words, pages)
    qtbot.addWidget(window)
    window.show()
    return window


def test_pages_are_made_once_and_only_when_shown(window: MainWindow, made: Counter[str]) -> None:
    assert not made
    first = window.show_page("today")
    window.show_page("plan")
    assert window.show_page("today") is first
    assert made == {"today": 1, "plan": 1}
    assert first.isVisible()


def test_a_shown_page_is_told_and_marked(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_shown) as told:
        window.show_page("plan")
    assert told.args == ["plan"]
    assert window.current_key == "plan"
    assert [key for key in window.rail.keys if window.rail.button(key).isChecked()] == ["plan"]


def test_an_unknown_page_is_an_error(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_pages_at_the_foot_come_last(window: MainWindow) -> None:
    assert window.rail.keys == ("today", "plan", "settings")
    tops = [window.rail.button(key).mapTo(window, QPoint()).y() for key in window.rail.keys]
    assert tops == sorted(tops)
    assert tops[2] > window.height() * 0.8


def test_a_click_on_the_rail_shows_its_page(qtbot: QtBot, window: MainWindow) -> None:
    click(window.rail.button("settings"))
    assert window.current_key == "settings"


def test_number_keys_show_pages(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "plan"


def test_arrows_move_along_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    window.rail.button("today").setFocus()
    for key, expected in [
        (Qt.Key.Key_Down, "plan"),
        (Qt.Key.Key_End, "settings"),
        (Qt.Key.Key_Down, "settings"),
        (Qt.Key.Key_Home, "today"),
    ]:
        press(window.focusWidget(), key)
        assert window.current_key == expected
        assert window.focusWidget() is window.rail.button(expected)


def test_the_player_covers_everything_and_is_let_go(qtbot: QtBot, window: MainWindow) -> None:
    page = window.show_page("today")
    player = QLabel("player")
    window.show_player(player)
    assert player.isVisible()
    assert player.width() == window.width()
    assert not page.isVisible()
    assert not window.rail.isVisible()
    with qtbot.waitSignal(player.destroyed):
        window.leave_player()
    assert page.isVisible()
    assert window.player is None


def test_number_keys_do_nothing_under_the_player(qtbot: QtBot, window: MainWindow) -> None:
    window.show_page("today")
    window.show_player(QLabel("player"))
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "today"
    window.leave_player()


def test_leaving_without_a_player_does_nothing(window: MainWindow) -> None:
    page = window.show_page("today")
    window.leave_player()
    assert page.isVisible()


def test_f11_fills_the_screen_and_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_every_button_of_the_rail_has_a_name(window: MainWindow) -> None:
    assert [window.rail.button(key).accessibleName() for key in window.rail.keys] == [
        "Today",
        "Plan",
        "Settings",
    ]


def test_the_rail_draws_together_in_a_low_window(window: MainWindow, theme: Theme) -> None:
    assert window.rail.property("room") == "plenty"
    theme.set_text_scale(200)
    window.resize(1366, 480)
    assert window.rail.property("room") == "little"
    bottom = window.rail.button("settings")
    assert bottom.mapTo(window, bottom.rect().bottomLeft()).y() <= window.height()


def test_enter_presses_the_button_that_has_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    button = QPushButton("Begin")
    window.show_player(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        press(button, Qt.Key.Key_Return)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        press(button, Qt.Key.Key_Enter)


@pytest.mark.parametrize(
    ("width", "height", "filled"),
    [(1366, 768, True), (1366, 728, True), (1280, 1024, True), (1920, 1040, False), (1366, 808, False)],
)
def test_a_screen_without_room_for_the_window_is_filled(
    window: MainWindow, width: int, height: int, filled: bool
) -> None:
    window.hide()
    window.resize(1366, 768)
    window.show_within(QSize(width, height))
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized) is filled
    assert window.isVisible()
    assert window.normalGeometry().width() <= width
    assert window.normalGeometry().height() < height


def test_the_keys_go_with_the_page_that_a_shortcut_shows(window: MainWindow) -> None:
    window.show_page("today")
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "plan"
    assert window.focusWidget() is window.rail.button("plan")
