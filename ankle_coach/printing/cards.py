"""Exercise cards: figure, dose, cues and care of one exercise on one block that is never split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from ankle_coach.printing.blocks import Block, Box, Frame, Row, Rule, Side, Space, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.entries import Entry, keep_units
from ankle_coach.printing.notes import Marks, note_mark
from ankle_coach.printing.pictures import picture_block
from ankle_coach.printing.text import Run, isolated
from ankle_coach.printing.typeface import Kind

DOT: Final = "\u00a0\u00b7 "
"""Between things that run on; it never begins a line."""


class Density(IntEnum):
    """How closely a card is set; closer ones are taken where the roomy do not fit."""

    ROOMY = 0
    """Each cue on a line of its own."""
    CLOSE = 1
    """Cues run on."""
    TIGHT = 2
    """Care runs on too, and a lying card's figure is smaller, so that its text has longer lines."""


class Shape(NamedTuple):
    """What a card looks like.

    Attributes:
        picture: The figure's share of the width; 1 for a figure above the text.
        least: Least height of the figure, in dots.
        framed: Whether it has an edge.
    """

    picture: float
    least: float
    framed: bool = True


_TIGHT_PICTURE: Final = 0.75
"""What a tight card leaves of its figure's size."""
STRIP: Final = Shape(0.37, mm(34))
HALF: Final = Shape(0.44, mm(60))
WHOLE: Final = Shape(1.0, mm(95))
CELL: Final = Shape(1.0, mm(27))
SLIM: Final = Shape(0.27, mm(21))
LINE: Final = Shape(0.24, mm(19), framed=False)


class CardMaker:
    """Makes the cards of a document."""

    def __init__(
        self, composer: Composer, marks: Marks, shown: Callable[[Sequence[str]], Sequence[str]]
    ) -> None:
        """Keep what they are set with.

        Args:
            composer: Sets the texts.
            marks: Numbers of the foot notes.
            shown: Turns ids of sources into those of the notes.
        """
        self._composer, self._marks, self._shown = composer, marks, shown

    def card(self, entry: Entry, shape: Shape, width: float, density: Density, height: float = 0.0) -> Block:
        """Return a card.

        Args:
            entry: What it says.
            shape: What it looks like.
            width: Its width, in dots.
            density: How closely it is set.
            height: Its least height, in dots.
        """
        pad = mm(3.2) if shape.framed else 0.0
        inner = width - 2 * pad
        within = max(0.0, height - 2 * pad)
        if shape.picture >= 1.0:
            block = self._upright(entry, shape, inner, density, within)
        else:
            block = self._lying(entry, shape, inner, density, within)
        if not shape.framed:
            return block
        line = Frame(self._composer.inks.line, "", pad, mm(2), pt(0.8))
        return Box(block, line, width, height)

    def _lying(self, entry: Entry, shape: Shape, width: float, density: Density, height: float) -> Block:
        """Return figure and text side by side."""
        gap = mm(4)
        left = shape.picture * width * (_TIGHT_PICTURE if density is Density.TIGHT else 1.0)
        text = Stack(self._lines(entry, width - left - gap, density), 0.0, width - left - gap)
        least = shape.least * (_TIGHT_PICTURE if density is Density.TIGHT else 1.0)
        tall = max(height, text.height, least)
        picture = picture_block(self._composer, entry, left, tall)
        if picture is None:
            return Stack(self._lines(entry, width, density), 0.0, width)
        sides = [Side(picture, 0.0, 0.5), Side(text, left + gap, 0.0)]
        if shape.framed:
            sides.append(Side(Rule(pt(0.5), self._composer.inks.line, tall), left + gap / 2))
        return Row(sides, width, tall)

    def _upright(self, entry: Entry, shape: Shape, width: float, density: Density, height: float) -> Block:
        """Return the figure above the text."""
        text = Stack(self._lines(entry, width, density), 0.0, width)
        gap = self._composer.gap
        room = max(shape.least, height - text.height - gap)
        picture = picture_block(self._composer, entry, width, room)
        if picture is None:
            return text
        return Stack([picture, Space(gap), text], 0.0, width)

    def _lines(self, entry: Entry, width: float, density: Density) -> list[Block]:
        """Return what the card says, one block a paragraph."""
        composer, gap = self._composer, self._composer.gap
        meta = DOT.join(part for part in (entry.side, entry.level, entry.load, entry.often) if part)
        lines: list[Block] = [composer.text(Kind.CARD, [Run(entry.title)], width)]
        lines += self._doses(entry, width)
        lines += [composer.text(Kind.SMALL, keep_units(meta), width, muted=True), Space(0.5 * gap)]
        lines += self._told(entry, width)
        if entry.cues and density is Density.ROOMY:
            lines += composer.bullets(entry.cues, width)
        elif entry.cues:
            lines.append(composer.text(Kind.BODY, DOT.join(entry.cues), width))
        lines += [
            Space(0.4 * gap),
            *self._care(entry, width, joined=composer.type.close or density is Density.TIGHT),
        ]
        return lines

    def _told(self, entry: Entry, width: float) -> list[Block]:
        """Return what somebody typed for this exercise or this person."""
        composer = self._composer
        told: list[Block] = []
        if entry.told_below:
            more = composer.words.pgettext("handout", "More about it stands below.")
            return [composer.text(Kind.BODY, [Run(more, bold=True)], width)]
        for word, text in entry.typed:
            told.append(composer.text(Kind.BODY, [Run(f"{word} ", bold=True), Run(isolated(text))], width))
            told.append(Space(0.3 * composer.gap))
        return told

    def _doses(self, entry: Entry, width: float) -> list[Block]:
        mark = note_mark(self._shown(entry.sources), self._marks)
        last = len(entry.doses) - 1
        return [
            self._composer.text(
                Kind.STRONG, keep_units(dose) + (f"\u202f{mark}" if mark and index == last else ""), width
            )
            for index, dose in enumerate(entry.doses)
        ]

    def _care(self, entry: Entry, width: float, *, joined: bool) -> list[Block]:
        """Return how much pain is acceptable and when to take care, in one paragraph or one each."""
        composer, words = self._composer, self._composer.words
        paragraphs: list[list[Run]] = []
        if entry.pain:
            mark = note_mark(self._shown(entry.pain_sources), self._marks)
            paragraphs.append([Run(f"{entry.pain}\u202f{mark} " if mark else f"{entry.pain} ")])
        if entry.precautions:
            lead = Run(words.pgettext("handout", "Take care:") + " ", bold=True)
            paragraphs.append([lead, Run(DOT.join(entry.precautions))])
        if joined and paragraphs:
            paragraphs = [[run for runs in paragraphs for run in runs]]
        return [composer.text(Kind.SMALL, runs, width) for runs in paragraphs]
