"""Choosing what an own exercise looks like: a file, a figure, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.figure_dialog import FigureDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.picture_choice import PictureChoice
from tests.helpers.own import drawn_picture
from tests.helpers.widgets import child, label, type_text

LIBRARY = open_library()


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme, words: Words) -> PictureChoice:
    """Nothing chosen yet."""
    choice = PictureChoice(LIBRARY, theme, words)
    qtbot.addWidget(choice)
    return choice


def _file(folder: Path) -> Path:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    path = folder / "foot.png"
    assert image.save(str(path))
    return path


def test_a_picture_from_a_file_asks_what_it_shows(
    choice: PictureChoice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = _file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    assert not child(choice, QPushButton, "picture_remove").isVisibleTo(choice)
    assert not choice.text_field.isVisibleTo(choice)

    with qtbot.waitSignal(choice.picture_changed):
        child(choice, QPushButton, "picture_file").click()

    assert choice.text_field.isVisibleTo(choice)
    assert choice.fault == "Say in a sentence what the picture shows."
    type_text(choice.text_field.edit, "A foot on a towel")
    assert choice.fault == ""
    assert choice.picture is not None
    assert (choice.picture.width, choice.picture.alternative) == (90, "A foot on a towel")


def test_a_file_that_is_no_picture_is_told_and_changes_nothing(
    qtbot: QtBot, theme: Theme, words: Words, tmp_path: Path
) -> None:
    choice = PictureChoice(LIBRARY, theme, words, picture=drawn_picture())
    qtbot.addWidget(choice)
    text = tmp_path / "notes.txt"
    text.write_text("no picture", encoding="utf-8")
    choice.take_file(text)
    assert choice.problem == "notes.txt is not a picture that can be used here: take a PNG or JPEG file."
    assert choice.picture == drawn_picture()
    choice.take_file(_file(tmp_path))
    assert choice.problem == ""


def test_a_figure_takes_the_place_of_a_picture_and_the_other_way_round(
    choice: PictureChoice, tmp_path: Path
) -> None:
    choice.take_file(_file(tmp_path))
    choice.take_figure("str-calf-bi")
    assert (choice.picture, choice.figure, choice.fault) == (None, "str-calf-bi", "")
    assert label(choice, "picture_caption").text() == "Figure of: Two-leg calf raise"
    choice.take_file(_file(tmp_path))
    assert choice.figure == ""
    assert choice.text_field.text == "", "what the last picture showed does not hold for this one"
    child(choice, QPushButton, "picture_remove").click()
    assert (choice.picture, choice.figure) == (None, "")


def test_a_figure_is_chosen_among_stills(qtbot: QtBot, theme: Theme, words: Words) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choice = PictureChoice(LIBRARY, theme, words, figure="str-calf-bi")
    choice.setParent(window)
    child(choice, QPushButton, "picture_figure").click()
    dialog = child(window, FigureDialog, "figure_dialog")
    assert dialog.current == "str-calf-bi"
    dialog.figure_chosen.emit("mob-pumps")
    assert choice.figure == "mob-pumps"
    dialog.reject()


def test_the_preview_stands_still(choice: PictureChoice) -> None:
    choice.take_figure("str-calf-bi")
    assert not any(timer.isActive() for timer in choice.findChildren(QTimer))
