"""What is read from three meters: digits, side, tempo and progress."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.big_digits import BigDigits
from ankle_coach.ui.widgets.player_surface import PlayerPanel, PlayerSurface
from ankle_coach.ui.widgets.progress_strip import ProgressStrip
from ankle_coach.ui.widgets.scaled_label import ScaledLabel
from ankle_coach.ui.widgets.side_badge import SideBadge
from ankle_coach.ui.widgets.tempo_bar import TempoBar


def in_window(qtbot: QtBot, widget: QWidget, width: int = 1000, height: int = 700) -> QWidget:
    """Show a widget in a window of a size and return the window."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(widget)
    window.resize(width, height)
    window.show()
    return window


def ink_height(image: QImage, color: str) -> int:
    """Return how many rows of a picture hold a color."""
    rows = [
        y for y in range(image.height()) if any(image.pixelColor(x, y).name() == color for x in range(200))
    ]
    return rows[-1] - rows[0] + 1


@pytest.mark.parametrize("height", [640, 768, 1440])
@pytest.mark.parametrize("text", ["7", "12:45"])
def test_digits_are_a_fifth_of_the_window(qtbot: QtBot, theme: Theme, height: int, text: str) -> None:
    digits = BigDigits(theme)
    digits.set_text(text)
    in_window(qtbot, digits, 1024, height)
    assert digits.digit_height >= height / 5
    assert ink_height(digits.grab().toImage(), theme.color("player_digits").name()) >= height / 5


def test_digits_grow_with_the_window(qtbot: QtBot, theme: Theme) -> None:
    digits = BigDigits(theme)
    digits.set_text("7", "of 12")
    window = in_window(qtbot, digits, 1000, 600)
    before = digits.sizeHint().height()
    window.resize(1000, 1200)
    assert digits.sizeHint().height() == pytest.approx(2 * before, rel=0.02)


def test_digits_ask_for_the_width_they_need(qtbot: QtBot, theme: Theme) -> None:
    digits = BigDigits(theme)
    in_window(qtbot, digits)
    digits.set_text("7")
    narrow = digits.minimumSizeHint().width()
    digits.set_text("7", "of 12")
    assert digits.minimumSizeHint().width() > narrow
    assert digits.accessibleName() == "7 of 12"


@pytest.mark.parametrize(("side", "text"), [(Side.LEFT, "LEFT"), (Side.RIGHT, "RIGHT"), (Side.BOTH, "BOTH")])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_side_is_a_word_and_a_place(
    qtbot: QtBot, theme: Theme, words: Words, side: Side, text: str, direction: Qt.LayoutDirection
) -> None:
    badge = SideBadge(theme, words)
    badge.setLayoutDirection(direction)
    in_window(qtbot, badge)
    badge.set_side(side)
    assert (badge.text, badge.accessibleName()) == (text, text)
    middle = badge.badge_rect().center().x() / badge.width()
    expected = {Side.LEFT: middle < 0.3, Side.RIGHT: middle > 0.7, Side.BOTH: middle == pytest.approx(0.5)}
    assert expected[side]


def test_no_side_shows_nothing(qtbot: QtBot, theme: Theme, words: Words) -> None:
    badge = SideBadge(theme, words)
    in_window(qtbot, badge)
    assert badge.text == ""
    image = badge.grab().toImage()
    color = theme.color("player_digits").name()
    assert not any(image.pixelColor(x, image.height() // 2).name() == color for x in range(image.width()))


def test_phases_are_as_wide_as_they_are_long(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    window = in_window(qtbot, bar)
    assert window.isVisible()
    bar.set_phases([("raise 2", 2), ("hold 1", 1), ("pause 0", 0), ("lower 3", 3)])
    parts = bar.segments()
    assert [words for words, _, _ in parts] == ["raise 2", "hold 1", "lower 3"]
    assert parts[0][1].width() == pytest.approx(2 * parts[1][1].width())
    assert parts[2][1].width() == pytest.approx(3 * parts[1][1].width())
    assert parts[2][1].right() == pytest.approx(bar.width())
    assert bar.accessibleName() == "raise 2, hold 1, lower 3"


def test_phases_gone_by_are_full_and_the_one_in_play_fills(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    qtbot.addWidget(bar)
    bar.set_phases([("raise", 2), ("hold", 0), ("lower", 3), ("pause", 1)])
    bar.set_position(2, 0.4)
    assert [done for _, _, done in bar.segments()] == [1.0, 0.4, 0.0]
    bar.set_phases([("hold 30", 30)])
    assert [done for _, _, done in bar.segments()] == [0.0]


@pytest.mark.parametrize(("value", "shown"), [(0.25, 0.25), (-1, 0), (7, 1)])
def test_a_strip_fills_up_to_its_share(qtbot: QtBot, theme: Theme, value: float, shown: float) -> None:
    strip = ProgressStrip(theme, "Session")
    qtbot.addWidget(strip)
    strip.resize(400, 8)
    strip.set_value(value)
    image = strip.grab().toImage()
    fill = theme.color("accent").name()
    filled = sum(image.pixelColor(x, 4).name() == fill for x in range(400))
    assert strip.value == shown
    assert filled == pytest.approx(400 * shown, abs=6)


def test_a_strip_at_its_start_is_empty(qtbot: QtBot, theme: Theme) -> None:
    strip = ProgressStrip(theme, "Session")
    qtbot.addWidget(strip)
    strip.resize(400, 8)
    for value, wide in ((0.0, 0.0), (0.001, 0.4), (1.0, 400.0)):
        strip.set_value(value)
        assert strip.done_rect().width() == pytest.approx(wide)


@pytest.mark.parametrize("height", [768, 1440])
def test_phases_are_named_in_words_that_grow_with_the_window(qtbot: QtBot, theme: Theme, height: int) -> None:
    bar = TempoBar(theme)
    bar.set_phases([("raise 2", 2), ("hold 1", 1), ("lower 3", 3)])
    in_window(qtbot, bar, 1366, height)
    assert bar.caption_font().pixelSize() == round(height * 0.034)
    bar.set_phases([("rise on the other leg 1", 1), ("lower 30", 30)])
    assert bar.caption_font().pixelSize() == theme.font("body").pixelSize()
    bar.set_phases([("", 30)])
    assert bar.sizeHint().height() < 40


def test_a_scaled_label_grows_with_the_window_and_never_below_the_text(qtbot: QtBot, theme: Theme) -> None:
    label = ScaledLabel(theme, "LOWER", share=0.1, kind="title")
    window = in_window(qtbot, label, 900, 600)
    assert label.font().pixelSize() == 60
    window.resize(900, 1000)
    assert label.font().pixelSize() == 100
    window.resize(900, 120)
    assert label.font().pixelSize() == theme.font("title").pixelSize()
    assert QFontMetricsF(label.font()).horizontalAdvance("LOWER") > 0


def test_the_players_ground_is_dark_in_a_light_theme(qtbot: QtBot, dressed: Theme) -> None:
    player = PlayerSurface(dressed)
    panel = PlayerPanel(player)
    qtbot.addWidget(player)
    player.resize(400, 300)
    panel.setGeometry(100, 100, 200, 100)
    image = player.grab().toImage()
    assert image.pixelColor(5, 5).name() == dressed.palette.player.background
    assert image.pixelColor(200, 150).name() == dressed.palette.player.panel
