"""Parts of a picture that do not change from frame to frame: painted once, then only copied.

Files stay vector: pictures are kept for painters of pixels alone, and only from the second time that the same
part is asked for, so that a still picture costs nothing more.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform

MOST: Final = 8
"""How many pictures are kept: those of a row and of the thing behind a person."""

MARGIN: Final = 3
"""Pixels around a part for the width of its lines."""


class _Picture(NamedTuple):
    """A part that was asked for, its copy once it was asked for again, and what must live as long."""

    owner: object
    image: QImage | None = None
    at: QPoint = QPoint()


_kept: OrderedDict[Hashable, _Picture] = OrderedDict()


def draw_kept(
    painter: QPainter, key: Hashable, area: QRectF, draw: Callable[[QPainter], None], owner: object = None
) -> None:
    """Draw a part of a picture, from its kept copy where there is one.

    Args:
        painter: Any painter; only those of pixels use copies.
        key: Everything that the part's look depends on, besides the painter's transform.
        area: What it covers, in the painter's coordinates.
        draw: Draws it with a painter whose transform is the same.
        owner: What ``key`` names by identity.
    """
    if painter.paintEngine().type() is not QPaintEngine.Type.Raster:
        draw(painter)
        return
    device = painter.deviceTransform()
    where = (device.m11(), device.m12(), device.m21(), device.m22(), device.dx(), device.dy())
    whole = (key, where)
    back, able = device.inverted()
    picture = _kept.get(whole)
    if picture is None or not able:
        _keep(whole, _Picture(owner))
        draw(painter)
        return
    image, at = picture.image, picture.at
    if image is None:
        image, at = _painted(device, area, draw)
    _keep(whole, _Picture(owner, image, at))
    painter.save()
    painter.setTransform(back, True)
    painter.drawImage(at, image)
    painter.restore()


def forget_kept() -> None:
    """Let all kept pictures go."""
    _kept.clear()


def _keep(key: Hashable, picture: _Picture) -> None:
    """Remember a part as the one that was used last."""
    _kept[key] = picture
    _kept.move_to_end(key)
    while len(_kept) > MOST:
        _kept.popitem(last=False)


def _painted(device: QTransform, area: QRectF, draw: Callable[[QPainter], None]) -> tuple[QImage, QPoint]:
    """Return the part as pixels of the device, and where they belong."""
    covered = device.mapRect(area)
    left, top = math.floor(covered.left()) - MARGIN, math.floor(covered.top()) - MARGIN
    width = math.ceil(covered.right()) + MARGIN - left
    height = math.ceil(covered.bottom()) + MARGIN - top
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setTransform(device * QTransform.fromTranslate(-left, -top))
    draw(painter)
    painter.end()
    return image, QPoint(left, top)
