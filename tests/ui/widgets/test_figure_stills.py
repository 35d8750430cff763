"""Pictures of many figures: painted once, when they are seen, and again only for another look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.content.figures import FigureFiles
from ankle_coach.domain.library import Library
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.figure_stills import FigureStills

LIBRARY = open_library()
NAME = "str-calf-bi"


def _show(stills: FigureStills, name: str = NAME, size: int = 120, ratio: float = 1.0) -> QImage:
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    stills.paint(painter, QRectF(0, 0, size, size), name)
    painter.end()
    return image


def _is_empty(image: QImage) -> bool:
    blank = QImage(image.size(), image.format())
    blank.fill(0)
    blank.setDevicePixelRatio(image.devicePixelRatio())
    return image == blank


def test_the_first_look_is_empty_and_the_picture_comes_soon(qtbot: QtBot, theme: Theme) -> None:
    stills = FigureStills(theme, LIBRARY)
    assert _is_empty(_show(stills))
    with qtbot.waitSignal(stills.still_painted) as painted:
        assert stills.is_waiting
    assert painted.args == [NAME]
    assert not _is_empty(_show(stills))
    qtbot.waitUntil(lambda: not stills.is_waiting)


def test_a_picture_is_painted_once_and_again_for_another_look(theme: Theme) -> None:
    stills = FigureStills(theme, LIBRARY)
    for _ in range(3):
        _show(stills)
        stills.finish()
    assert stills.painted == 1
    _show(stills, size=80)
    _show(stills, ratio=2.0)
    stills.set_tone(3)
    _show(stills)
    theme.set_choice(ThemeChoice.DARK)
    _show(stills)
    stills.finish()
    assert stills.painted == 5


def test_tones_and_sharpness_reach_the_picture(theme: Theme) -> None:
    stills = FigureStills(theme, LIBRARY)
    pictures = []
    for tone, ratio in ((0, 1.0), (3, 1.0), (3, 2.0)):
        stills.set_tone(tone)
        _show(stills, ratio=ratio)
        stills.finish()
        pictures.append(_show(stills, ratio=ratio))
    assert pictures[0] != pictures[1]
    assert pictures[2].width() == 240
    assert not _is_empty(pictures[2])


@pytest.mark.parametrize("text", ["view = 'sideways'\n", None])
def test_a_missing_or_broken_figure_leaves_its_place_empty(
    theme: Theme, tmp_path: Path, text: str | None
) -> None:
    if text is not None:
        (tmp_path / f"{NAME}.toml").write_text(text, encoding="utf-8")
    broken = Library(LIBRARY.exercises, {}, {}, FigureFiles(tmp_path))
    stills = FigureStills(theme, broken)
    _show(stills)
    stills.finish()
    assert _is_empty(_show(stills))
    assert not stills.is_waiting, "it is not tried again and again"
    assert stills.painted == 0
