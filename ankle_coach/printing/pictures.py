"""Figures on paper: the start and the end of an exercise, mirrored to the side, with captions; all vector."""

from __future__ import annotations

import functools
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ankle_coach.domain.picture import Picture
from ankle_coach.domain.pose_figure import Figure
from ankle_coach.domain.pose_motion import Moment, Still, still
from ankle_coach.domain.sides import Side as BodySide
from ankle_coach.figures.figure_painter import Look, frame_of, paint_figure
from ankle_coach.printing.blocks import Block, Drawing, Row, Side, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import DOTS_PER_INCH
from ankle_coach.printing.entries import Captions, Entry, captions
from ankle_coach.printing.images import image_block
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.typeface import Kind

_PIXELS_PER_INCH: Final = 150
"""Figures have their lines in pixels; on paper these are so many to the inch."""
_LINE: Final = 1.15
_APART: Final = 0.04
"""Free space between start and end, as a share of the width."""
_ROW_OF_PANELS: Final = 1.1
"""Width by height of a row of pictures, which finds its own lines."""


@functools.lru_cache(maxsize=256)
def _moment(figure: Figure, level: str, which: Still, side: BodySide) -> Moment:
    return still(figure, level, which, side)


def moments_of(entry: Entry, captioned: Captions) -> tuple[Moment, ...]:
    """Return the pictures of an entry: start and end, or one where that says it all."""
    if entry.figure is None:
        return ()
    end = _moment(entry.figure, entry.level_id, Still.END, entry.shown_side)
    if not captioned.start:
        return (end,)
    start = _moment(entry.figure, entry.level_id, Still.START, entry.shown_side)
    return (end,) if start.body == end.body else (start, end)


def _proportion(moment: Moment) -> float:
    """Return width by height of a picture at most: a wider place only adds empty paper above the caption."""
    if moment.panels:
        return _ROW_OF_PANELS
    frame = frame_of(moment.figure)
    return frame.width() / frame.height()


def picture_block(composer: Composer, entry: Entry, width: float, height: float) -> Block | None:
    """Return the pictures of an entry with their captions in a rectangle; None where there is no figure.

    Args:
        composer: Sets the captions.
        entry: The entry.
        width: Of the rectangle, in dots.
        height: Of the rectangle, captions included, in dots.
    """
    if entry.picture is not None:
        return _own_picture(composer, entry.picture, width, height)
    said = captions(entry, composer.words)
    moments = moments_of(entry, said)
    if not moments:
        return None
    gap = _APART * width
    own = (width - gap * (len(moments) - 1)) / len(moments)
    texts = (said.start, said.end) if len(moments) == 2 else ("" if said.start else said.end,)
    labels = [
        composer.text(Kind.FINE, text, own, muted=True, align=Qt.AlignmentFlag.AlignHCenter) for text in texts
    ]
    room = max(1.0, height - max(label.height for label in labels) - 0.15 * composer.gap)
    room = min(room, own / _proportion(moments[0]))
    look = Look(colors=composer.inks.figure, line=_LINE)
    sides = []
    for index, (moment, label) in enumerate(zip(moments, labels, strict=True)):
        shown = look._replace(arrows=index == len(moments) - 1)
        drawing = Drawing(
            own, room, functools.partial(_paint, moment=moment, look=shown, font=composer), "figure"
        )
        sides.append(Side(Stack([drawing, label], 0.15 * composer.gap), index * (own + gap)))
    return Row(sides, width)


def picture_height(composer: Composer, entry: Entry, width: float) -> float:
    """Return the height of an entry's pictures with captions where they fill a width, in dots."""
    if entry.picture is not None:
        return 0.0
    moments = moments_of(entry, captions(entry, composer.words))
    if not moments:
        return 0.0
    own = (width - _APART * width * (len(moments) - 1)) / len(moments)
    caption = composer.text(Kind.FINE, "x", own).height
    return own / _proportion(moments[0]) + caption + 0.15 * composer.gap


def _own_picture(composer: Composer, picture: Picture, width: float, height: float) -> Block | None:
    """Return an own exercise's picture in the middle of a rectangle; None where it cannot be read."""
    image = image_block(picture.data, width, height, gray=composer.options.ink is not Ink.COLOR)
    if image is None:
        return None
    return Row([Side(image, (width - image.width) / 2, 0.5)], width, height)


def _paint(painter: QPainter, place: QRectF, moment: Moment, look: Look, font: Composer) -> None:
    """Paint a figure as if on a screen of a usual resolution, so that its lines have their usual weight."""
    scale = DOTS_PER_INCH / _PIXELS_PER_INCH
    painter.setFont(font.type.font(Kind.SMALL))
    painter.translate(place.left(), place.top())
    painter.scale(scale, scale)
    paint_figure(painter, QRectF(0.0, 0.0, place.width() / scale, place.height() / scale), moment, look)
