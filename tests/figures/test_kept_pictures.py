"""Parts that stand still are copied from the second time on, and look the same as if they were drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose_motion import loop_pose
from ankle_coach.domain.sides import Side
from ankle_coach.figures.figure_painter import paint_figure
from ankle_coach.figures.kept_pictures import MOST, draw_kept, forget_kept

AREA = QRectF(10, 10, 40, 30)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    forget_kept()
    yield
    forget_kept()


class Part:
    """Counts how often it is drawn."""

    def __init__(self, color: str = "#204060") -> None:
        self.color = color
        self.times = 0

    def draw(self, painter: QPainter) -> None:
        self.times += 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self.color))
        painter.drawEllipse(AREA)


def picture(part: Part, key: str = "part", scale: float = 1.0) -> QImage:
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw_kept(painter, key, AREA, part.draw)
    painter.end()
    return image


def difference(first: QImage, second: QImage) -> int:
    """The greatest difference of any color of any pixel, 0 to 255."""
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return max(abs(before - after) for before, after in pairs)


def test_a_part_is_drawn_twice_and_then_copied_without_a_difference() -> None:
    part = Part()
    first, second, third, fourth = (picture(part) for _ in range(4))
    assert part.times == 2
    assert max(difference(first, each) for each in (second, third, fourth)) <= 2


def test_another_key_or_another_size_is_another_part() -> None:
    part = Part()
    for key, scale in (("part", 1.0), ("other", 1.0), ("part", 1.5)):
        picture(part, key, scale)
    assert part.times == 3


def test_only_so_many_parts_are_kept() -> None:
    parts = [Part() for _ in range(MOST + 1)]
    for _ in range(2):
        for number, part in enumerate(parts):
            picture(part, str(number))
    assert [part.times for part in parts] == [2] * len(parts)
    assert picture(parts[-1], str(MOST)) == picture(parts[-1], str(MOST))
    assert parts[-1].times == 3


def test_files_are_never_given_a_copy(tmp_path: Path) -> None:
    part = Part()
    for _ in range(3):
        drawing = QSvgGenerator()
        drawing.setFileName(str(tmp_path / "part.svg"))
        drawing.setSize(QSize(80, 80))
        painter = QPainter(drawing)
        draw_kept(painter, "part", AREA, part.draw)
        painter.end()
    assert part.times == 3
    assert b"<image" not in (tmp_path / "part.svg").read_bytes()


@pytest.mark.parametrize("side", [Side.RIGHT, Side.LEFT])
@pytest.mark.parametrize("name", ["str-calf-bi", "xtr-pool", "wup-cool-down", "bal-single-leg"])
def test_a_moving_figure_looks_the_same_with_copies(name: str, side: Side) -> None:
    figure = open_figures()[name]

    def frame(seconds: float) -> QImage:
        image = QImage(300, 280, QImage.Format.Format_RGB32)
        image.fill(QColor("#f4f6f8"))
        painter = QPainter(image)
        paint_figure(painter, QRectF(7.3, 4.6, 280, 270), loop_pose(figure, None, seconds, side))
        painter.end()
        return image

    for seconds in (0.1, 0.2, 0.3):
        copied = frame(seconds)
    forget_kept()
    drawn = frame(0.3)
    worst = max(
        abs(before - after)
        for before, after in zip(bytes(drawn.constBits()), bytes(copied.constBits()), strict=True)
    )
    assert worst <= 2
