"""One frame of a figure at 640x640: the player paints sixty of them a second. Run with `make bench`."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose_motion import loop_pose
from ankle_coach.figures.figure_painter import paint_figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

MOST = 0.004
"""Seconds that one frame may take (median)."""


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("name", list(open_figures()))
def test_a_frame_is_painted_in_time(name: str, benchmark: BenchmarkFixture, qapp: QApplication) -> None:
    figure = open_figures()[name]
    image = QImage(640, 640, QImage.Format.Format_ARGB32_Premultiplied)
    seconds = iter(range(1_000_000))

    def frame() -> None:
        moment = loop_pose(figure, None, next(seconds) / 60)
        painter = QPainter(image)
        paint_figure(painter, QRectF(0, 0, 640, 640), moment)
        painter.end()

    benchmark(frame)
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < MOST
