"""What is printed with: the roles of the paper's palette, in color, gray, or black for a copier."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from ankle_coach.figures.tones import FigureColors, Ground, Tone, figure_colors
from ankle_coach.palette import Palette, Scheme, palette_for

_TONES: Final = (Tone.LIGHT, Tone.FAIR, Tone.BROWN, Tone.DEEP, Tone.PLAIN)
"""In the order in which the settings count them."""


class Ink(StrEnum):
    """How a handout is inked."""

    COLOR = "color"
    GRAY = "gray"
    BLACK = "black"
    """Lines and hatching only, for copiers."""


class Inks(NamedTuple):
    """The colors of one document, each as ``#rrggbb``.

    Attributes:
        text: Of text and of strong lines.
        muted: Of small text.
        line: Of frames and tables.
        soft: Behind the heads of tables.
        bands: Behind the pain rule's bands, mildest first.
        figure: Of the drawings.
        series: Of lines in charts.
    """

    text: str
    muted: str
    line: str
    soft: str
    bands: tuple[str, str, str]
    figure: FigureColors
    series: tuple[str, ...]


def inks(ink: Ink, tone: int = 0) -> Inks:
    """Return the colors of an ink.

    Args:
        ink: Which ink.
        tone: Skin tone of the figures as the settings count it; only color knows tones.
    """
    ground = {Ink.COLOR: Ground.PAPER, Ink.GRAY: Ground.GRAY, Ink.BLACK: Ground.BLACK_WHITE}[ink]
    chosen = _TONES[tone % len(_TONES)]
    colors = palette_for(Scheme.PAPER if ink is Ink.COLOR else Scheme.GRAY)
    return _inks(colors, figure_colors(chosen, ground), black=ink is Ink.BLACK)


def _inks(colors: Palette, figure: FigureColors, *, black: bool) -> Inks:
    if black:
        text, paper = colors.text, colors.window
        return Inks(text, text, text, paper, (paper, paper, paper), figure, (text,))
    return Inks(
        text=colors.text,
        muted=colors.text_muted,
        line=colors.border_strong,
        soft=colors.surface_alt,
        bands=colors.bands,
        figure=figure,
        series=colors.series,
    )
