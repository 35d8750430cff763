"""The letter that is written in the player."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.pose_letters import LETTERS
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.letter_path import LetterPath


@pytest.fixture
def path(qtbot: QtBot, theme: Theme) -> LetterPath:
    """A drawing in a window of 1366 x 768."""
    path, window = LetterPath(theme), QMainWindow()
    window.resize(1366, 768)
    window.setCentralWidget(path)
    qtbot.addWidget(window)
    window.show()
    return path


def pixels_of(path: LetterPath, color: QColor) -> int:
    """How many pixels have just this color."""
    image = path.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = color.rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def test_what_is_written_grows_and_what_is_ahead_shrinks(path: LetterPath, theme: Theme) -> None:
    path.set_letter("s", LetterStyle.PRINT)
    written, ahead = [], []
    for share in (0.0, 0.3, 0.6, 1.0):
        path.set_share(share)
        written.append(pixels_of(path, theme.color("player_fill")))
        ahead.append(pixels_of(path, theme.color("player_track")))
    assert path.letter == "S"
    assert written[0] == 0
    assert ahead[-1] == 0
    assert written == sorted(written)
    assert ahead == sorted(ahead, reverse=True)
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("style", LetterStyle)
def test_every_letter_is_drawn_within_its_room(path: LetterPath, style: LetterStyle, theme: Theme) -> None:
    for letter in LETTERS:
        path.set_letter(letter, style)
        path.set_share(0.5)
        assert pixels_of(path, theme.color("player_fill")) > 0
        assert path.accessibleName() == letter
    assert path.letter_height >= 768 / 5


def test_what_is_no_letter_shows_nothing(path: LetterPath, theme: Theme) -> None:
    path.set_letter("7", LetterStyle.PRINT)
    assert path.letter == ""
    assert pixels_of(path, theme.color("player_track")) == 0
