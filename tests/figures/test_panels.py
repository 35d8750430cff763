"""Rows of pictures: numbered where there is room, as large as they can be where there is none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose_motion import Still, still
from ankle_coach.figures.figure_painter import paint_figure
from ankle_coach.figures.panels import NUMBERED, cells, picture
from ankle_coach.figures.tones import figure_colors


def test_a_small_row_gives_all_its_room_to_the_pictures() -> None:
    small, large = (cells(QRectF(0, 0, size, size), 4)[0] for size in (120, 480))
    assert small.width() / 120 > large.width() / 480
    assert picture(small, 4) == small
    assert picture(large, 4).height() < large.height() - 20


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("size", [96, 120, 300, 640])
def test_pictures_lie_side_by_side_within_the_row(size: int, count: int) -> None:
    whole = QRectF(5, 7, size, size * 0.8)
    places = cells(whole, count)
    assert len(places) == count
    for index, place in enumerate(places):
        assert whole.contains(place)
        assert not any(place.intersects(other) for other in places[:index])


@pytest.mark.parametrize(("size", "numbered"), [(120, False), (480, True)])
def test_numbers_are_drawn_only_where_they_can_be_read(size: int, numbered: bool) -> None:
    row = still(open_figures()["wup-cool-down"], None, Still.START)
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, size, size), row)
    painter.end()
    accent = QColor(figure_colors().accent).rgb()
    found = sum(image.pixel(x, y) == accent for x in range(size) for y in range(size // 12))
    assert (size / 2 >= NUMBERED) == numbered
    assert (found > 20) == numbered
