"""The pain rule as a small picture: bands told apart by number, word and shape, not by color alone."""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ankle_coach.domain.words import Words
from ankle_coach.printing.blocks import Block, Box, Drawing, Frame, Row, Side, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.text import Run
from ankle_coach.printing.typeface import Kind

CALM: Final = 2
"""Highest pain of the lowest band (clinical.md §3.1: 0 to 2, 3 to 5, 6 to 10)."""
_MOST: Final = 10


TENDON_CEILING: Final = 5
"""Pain up to it is acceptable by a source, lower ceilings are ours."""


def pain_sources(ceiling: int) -> tuple[str, ...]:
    """Return where a pain ceiling comes from: the trial, and what our own rule makes of it (§3.1)."""
    return ("M02", "DD") if ceiling >= TENDON_CEILING else ("DD",)


class Sign(StrEnum):
    """The shape of a band."""

    GO = "go"
    """A tick in a circle."""
    STAY = "stay"
    """Two bars in a triangle's place: hold."""
    STOP = "stop"
    """A cross in an octagon."""


_SHADES: Final = {Sign.GO: 0, Sign.STAY: 1, Sign.STOP: 2}
_PAD: Final = mm(1.6)
"""Free space inside a band, in dots."""


class Band(NamedTuple):
    """A stretch of the scale from 0 to 10.

    Attributes:
        least: Its lowest pain.
        most: Its highest pain.
        sign: Its shape.
        words: What to do.
    """

    least: int
    most: int
    sign: Sign
    words: str


def pain_bands(ceiling: int, *, tendon: bool, words: Words) -> tuple[Band, ...]:
    """Return the bands of a pain ceiling (clinical.md §3.1 and §3.3).

    Args:
        ceiling: Highest acceptable pain, 0 to 10.
        tendon: Whether pain up to the ceiling still counts as good (Achilles and heel programs).
        words: The language.
    """
    bands = [Band(0, min(CALM, ceiling), Sign.GO, words.gettext("Go on."))]
    if ceiling > CALM:
        stay = words.gettext("Acceptable. Stay at this level.")
        if tendon:
            stay = words.gettext("Acceptable if it has settled by the next morning.")
        bands.append(Band(CALM + 1, ceiling, Sign.STAY, stay))
    if ceiling < _MOST:
        stop = words.gettext("Too much. Stop this exercise, step back next time.")
        bands.append(Band(ceiling + 1, _MOST, Sign.STOP, stop))
    return tuple(bands)


def pain_rule(composer: Composer, bands: tuple[Band, ...], mark: str) -> Block:
    """Return the picture of the bands in a row, or below each other where they would be too narrow."""
    words, width = composer.words, composer.width
    title = words.gettext("Pain in an exercise, from 0 (none) to 10 (worst)")
    head = composer.text(Kind.SMALL, [Run(title, bold=True), Run(f"\u202f{mark}" if mark else "")], width)
    narrow = width / len(bands) < 9.5 * composer.type.line
    widths = [width] * len(bands) if narrow else _shared(composer, bands, width)
    cells = [_band(composer, band, own) for band, own in zip(bands, widths, strict=True)]
    height = 0.0 if narrow else max(cell.height for cell in cells)
    boxed = [
        Box(
            _band(composer, band, own, height),
            Frame(composer.inks.text, composer.inks.bands[_SHADES[band.sign]], _PAD, 0.0, pt(0.8)),
            own,
        )
        for band, own in zip(bands, widths, strict=True)
    ]
    if narrow:
        return Stack([head, Stack(boxed, -pt(0.8))], 0.3 * composer.gap)
    row = Row([Side(box, sum(widths[:index])) for index, box in enumerate(boxed)], width)
    return Stack([head, row], 0.3 * composer.gap)


def _shared(composer: Composer, bands: tuple[Band, ...], width: float) -> list[float]:
    """Return widths that let a short text keep its line and give the longer ones what is left, by length."""
    wanted = [
        composer.text(Kind.SMALL, _said(composer, band), 4 * width).used + _before(composer) + 2 * _PAD + 1.0
        for band in bands
    ]
    fair = width / len(bands)
    kept = [min(own, fair) if own < 0.75 * fair else 0.0 for own in wanted]
    rest = sum(own for own, short in zip(wanted, kept, strict=True) if not short)
    if not rest:
        return [fair] * len(bands)
    left = width - sum(kept)
    return [short or left * own / rest for own, short in zip(wanted, kept, strict=True)]


def _said(composer: Composer, band: Band) -> list[Run]:
    """Return a band's numbers and what to do."""
    scale = composer.words.pgettext("pain", "{least} to {most}").format(least=band.least, most=band.most)
    if band.least == band.most:
        scale = str(band.least)
    return [Run(f"{scale}  ", bold=True), Run(band.words)]


def _sign_size(composer: Composer) -> float:
    return 1.15 * composer.type.line


def _before(composer: Composer) -> float:
    """Return the width before a band's text."""
    return _sign_size(composer) + mm(2)


def _band(composer: Composer, band: Band, width: float, height: float = 0.0) -> Block:
    inner = width - 2 * _PAD
    size = _sign_size(composer)
    left = _before(composer)
    text = composer.text(Kind.SMALL, _said(composer, band), inner - left)

    def draw(painter: QPainter, place: QRectF) -> None:
        draw_sign(painter, place, band.sign, composer.inks.text)

    return Row([Side(Drawing(size, size, draw), 0.0, 0.5), Side(text, left, 0.5)], inner, height)


def draw_sign(painter: QPainter, place: QRectF, sign: Sign, color: str) -> None:
    """Draw the shape of a band."""
    middle, radius = place.center(), 0.46 * place.width()
    pen = QPen(QColor(color), 0.085 * place.width())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    r = 0.42 * radius
    if sign is Sign.GO:
        painter.drawEllipse(middle, radius, radius)
        tick = [QPointF(-r, 0.0), QPointF(-0.25 * r, 0.8 * r), QPointF(1.1 * r, -0.8 * r)]
        painter.drawPolyline([middle + point for point in tick])
    elif sign is Sign.STAY:
        painter.drawPolygon(_polygon(middle, radius * 1.08, 4, 90.0))
        for x in (-0.5 * r, 0.5 * r):
            painter.drawLine(QLineF(middle + QPointF(x, -0.8 * r), middle + QPointF(x, 0.8 * r)))
    else:
        painter.drawPolygon(_polygon(middle, radius * 1.05, 8, 22.5))
        for sign_of in (-1.0, 1.0):
            painter.drawLine(QLineF(middle + QPointF(-r, -sign_of * r), middle + QPointF(r, sign_of * r)))


def _polygon(middle: QPointF, radius: float, corners: int, turn: float) -> QPolygonF:
    angles = [math.radians(turn + 360.0 * k / corners) for k in range(corners)]
    return QPolygonF([middle + QPointF(radius * math.cos(a), radius * math.sin(a)) for a in angles])
