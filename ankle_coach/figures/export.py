"""Figures as files: SVG and PDF stay vector, PNG is drawn at the asked size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from ankle_coach.domain.pose_motion import Moment
from ankle_coach.figures.figure_painter import Look, paint_figure

SIDE = 800
"""Usual width and height: pixels for PNG, units for SVG and PDF."""

MARGIN = 0.025
"""Share of the picture that stays empty at each edge."""


def export_figure(path: Path, moment: Moment, look: Look, size: int = SIDE) -> None:
    """Write one picture; its format is the file's ending.

    Args:
        path: Ends in ``.svg``, ``.pdf`` or ``.png``.
        moment: What is drawn.
        look: Colors and marks.
        size: Width and height.

    Raises:
        ValueError: Another ending.
        OSError: The file cannot be written.
    """
    writers = {".svg": _write_svg, ".pdf": _write_pdf, ".png": _write_png}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"a figure is written as .svg, .pdf or .png, not {path.suffix or path.name!r}")
    write(path, moment, look, size)


def _inner(size: float) -> QRectF:
    """Return the picture without its margin."""
    edge = size * MARGIN
    return QRectF(edge, edge, size - 2 * edge, size - 2 * edge)


def _write_svg(path: Path, moment: Moment, look: Look, size: int) -> None:
    """Write an SVG with the alternative text as its description."""
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(size, size))
    generator.setViewBox(QRectF(0, 0, size, size))
    generator.setTitle(path.stem)
    generator.setDescription(moment.figure.alt)
    painter = QPainter()
    if not painter.begin(generator):
        raise OSError(f"{path} cannot be written")
    paint_figure(painter, _inner(size), moment, look)
    painter.end()


def _write_pdf(path: Path, moment: Moment, look: Look, size: int) -> None:
    """Write a PDF of one square page."""
    writer = QPdfWriter(str(path))
    writer.setResolution(288)
    writer.setPageSize(QPageSize(QSizeF(size * 0.75, size * 0.75), QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(path.stem)
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path} cannot be written")
    scale = writer.width() / size
    painter.scale(scale, scale)
    paint_figure(painter, _inner(size), moment, look)
    painter.end()


def _write_png(path: Path, moment: Moment, look: Look, size: int) -> None:
    """Write an image on the look's paper."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(look.colors.paper))
    painter = QPainter(image)
    paint_figure(painter, _inner(size), moment, look)
    painter.end()
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")
