"""The type on paper: the one place that knows which family is printed and how large each kind of text is."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from ankle_coach.printing.dots import pt

_FAMILIES: Final = ("Inter", "Noto Sans")
"""Preferred families, best first; the system's own where none is installed."""
_SUBSTITUTING: Final = ("calt", "liga", "clig", "dlig")
"""Features that put other glyphs in place of letters: a PDF would not know any more which they were."""
_MOST_TITLE_POINTS: Final = 24.0
"""A title need not grow with the text: it is large already."""
_MOST_NOTE_POINTS: Final = 10.0
"""Nor do sources, which are for those who look them up."""
WIDE_POINTS: Final = 15.0
"""Size of the text from which lines beside a picture would be too short."""
_LEAST_POINTS: Final = 8.0
"""Smaller text is not printed, whatever the body's size is."""


class Kind(StrEnum):
    """What a text is for; it decides size and weight."""

    TITLE = "title"
    HEADING = "heading"
    CARD = "card"
    STRONG = "strong"
    BODY = "body"
    SMALL = "small"
    FINE = "fine"
    NOTE = "note"
    """Sources and the foot of the page."""


_SHARES: Final = {
    Kind.TITLE: (1.75, True),
    Kind.HEADING: (1.15, True),
    Kind.CARD: (1.15, True),
    Kind.STRONG: (1.0, True),
    Kind.BODY: (1.0, False),
    Kind.SMALL: (0.84, False),
    Kind.FINE: (0.7, False),
    Kind.NOTE: (0.68, False),
}
"""Size as a share of the body's, and whether it is bold."""
_CLOSE_SHARES: Final = {Kind.CARD: 1.06, Kind.SMALL: 0.8}
"""Sizes where lines stand closely."""


class Style(NamedTuple):
    """How a text is set.

    Attributes:
        font: Its font, in dots.
        color: Its color as ``#rrggbb``.
        leading: Distance of lines as a factor on the font's own.
    """

    font: QFont
    color: str
    leading: float


class Typeface(NamedTuple):
    """The fonts of one document.

    Attributes:
        points: Size of the body's text in points, 12 to 20.
        large: Whether nothing but captions and the foot of the page is printed smaller than the body.
        close: Whether lines stand closely, so that more fits on a sheet.
    """

    points: float
    large: bool = False
    close: bool = False

    def font(self, kind: Kind, *, bold: bool | None = None) -> QFont:
        """Return the font of a kind of text, in dots."""
        share, heavy = _SHARES[kind]
        share = _CLOSE_SHARES.get(kind, share) if self.close else share
        if self.large and kind is not Kind.NOTE:
            share = max(share, 0.8 if kind is Kind.FINE else 1.0)
        size = max(_LEAST_POINTS, self.points * share)
        if kind is Kind.TITLE:
            size = min(size, max(_MOST_TITLE_POINTS, self.points))
        if kind is Kind.NOTE:
            size = min(size, _MOST_NOTE_POINTS)
        return _font(round(pt(size)), heavy if bold is None else bold)

    @property
    def wide(self) -> bool:
        """Return whether lines are so large that they need the whole width of a card."""
        return self.large or self.points >= WIDE_POINTS

    @property
    def leading(self) -> float:
        """Return the distance of lines as a factor on the font's own."""
        return 0.98 if self.close else 1.06

    @property
    def line(self) -> float:
        """Return about the height of a line of the body, in dots; gaps are shares of it."""
        return pt(self.points) * (1.1 if self.close else 1.25)


@functools.lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    family = _family()
    font = QFont(family) if family else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(pixels)
    font.setWeight(bold_weight() if bold else QFont.Weight.Normal)
    # Hinted glyphs have other widths at every size: what is measured here must fit wherever it is painted.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    for feature in _SUBSTITUTING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def bold_weight() -> QFont.Weight:
    """Return the weight of bold text: half bold where the family is known to have it."""
    return QFont.Weight.DemiBold if _family() else QFont.Weight.Bold


@functools.cache
def _family() -> str:
    return next((family for family in _FAMILIES if QFontDatabase.hasFamily(family)), "")
