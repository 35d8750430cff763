"""Pictures from files, a clinic's logo or an own exercise's, as blocks."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from ankle_coach.palette import Scheme, palette_for
from ankle_coach.printing.blocks import Block, Drawing

_MOST_PIXELS = 1600
"""Larger pictures are read smaller: more does not show on paper."""


def read_image(data: bytes) -> QImage | None:
    """Return the picture of a file, at most so large as paper shows; None for none or a broken one."""
    if not data:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
        reader.setScaledSize(
            size.scaled(QSize(_MOST_PIXELS, _MOST_PIXELS), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    return None if image.isNull() else image


def without_color(image: QImage) -> QImage:
    """Return a picture in grays on white paper."""
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor(palette_for(Scheme.GRAY).window))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper.convertToFormat(QImage.Format.Format_Grayscale8)


def image_block(
    data: bytes, width: float, height: float, name: str = "picture", *, gray: bool = False
) -> Block | None:
    """Return a picture as large as a rectangle allows, with its proportions; None where there is none.

    Args:
        data: Bytes of its file.
        width: Of the rectangle, in dots.
        height: Of the rectangle, in dots.
        name: What the page calls it.
        gray: Whether it loses its color.
    """
    image = read_image(data)
    if image is None:
        return None
    if gray:
        image = without_color(image)
    scale = min(width / image.width(), height / image.height())

    def draw(painter: QPainter, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)

    return Drawing(image.width() * scale, image.height() * scale, draw, name)
