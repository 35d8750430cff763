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
from ankle_coach.printing.pictures import picture_block, picture_height
from ankle_coach.printing.text import DOT, Run, isolated
from ankle_coach.printing.typeface import Kind


class Density(IntEnum):
    """How closely a card is set; closer ones are taken where the roomy do not fit."""

    ROOMY = 0
    """Each cue on a line of its own."""
    CLOSE = 1
    """Cues run on."""
    TIGHT = 2
    """A lying card's figure is smaller, and care runs on below it over the whole width."""


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


class _Text(NamedTuple):
    """The text of a lying card around its figure."""

    above: Block
    beside: Block
    below: Block


_TIGHT_PICTURE: Final = 0.75
"""What a tight card leaves of its figure's size."""
_BESIDE: Final = mm(4)
"""Free space between a figure and the text beside it."""
_UNDER_LINE: Final = mm(0.8)
"""Free space under the line that a card without an edge begins with."""
_MOST_STRETCH: Final = 0.6
"""By which share of its height a card may grow where its page has room."""
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
        self._kept: dict[tuple[object, ...], _Text] = {}

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
        within = max(0.0, height - (2 * pad if shape.framed else _UNDER_LINE + pt(0.5)))
        if shape.picture >= 1.0:
            block = self._upright(entry, shape, inner, density, within)
        else:
            block = self._lying(entry, shape, inner, density, within)
        if not shape.framed:
            rule = Rule(width, self._composer.inks.line, pt(0.5))
            return Stack([rule, Space(_UNDER_LINE), block], 0.0, width)
        line = Frame(self._composer.inks.line, "", pad, mm(2), pt(0.8))
        return Box(block, line, width, height)

    def stretch(self, entry: Entry, shape: Shape, width: float, density: Density, height: float) -> float:
        """Return by how many dots a card may become higher, so that its figure becomes as large as it can."""
        pad = mm(3.2) if shape.framed else 0.0
        inner, within = width - 2 * pad, height - 2 * pad
        if shape.picture >= 1.0:
            text = Stack(self._lines(entry, inner, density)).height
            room, left = within - text - self._composer.gap, inner
        else:
            left = self._left(shape, inner, density)
            parts = self._text(entry, inner, inner - left - _BESIDE, density)
            room = within - parts.above.height - parts.below.height
        return max(0.0, min(picture_height(self._composer, entry, left) - room, _MOST_STRETCH * height))

    def _left(self, shape: Shape, width: float, density: Density) -> float:
        """Return the width of a lying card's figure."""
        # In large type the text beside a figure is short: a narrower figure would win no lines.
        small = density is Density.TIGHT and not self._composer.type.wide
        return shape.picture * width * (_TIGHT_PICTURE if small else 1.0)

    def _lying(self, entry: Entry, shape: Shape, width: float, density: Density, height: float) -> Block:
        """Return figure and text side by side, in large type and where it is tight only what needs it."""
        left = self._left(shape, width, density)
        parts = self._text(entry, width, width - left - _BESIDE, density)
        around = parts.above.height + parts.below.height
        least = shape.least * (_TIGHT_PICTURE if density is Density.TIGHT else 1.0)
        tall = max(height - around, parts.beside.height, least)
        picture = picture_block(self._composer, entry, left, tall)
        if picture is None:
            return Stack(self._text(entry, width, width, density), 0.0, width)
        # What is read comes first, so that captions do not stand between name and dose in the file.
        sides = [Side(parts.beside, left + _BESIDE, 0.0), Side(picture, 0.0, 0.5)]
        if shape.framed and not self._composer.type.wide:
            sides.append(Side(Rule(pt(0.5), self._composer.inks.line, tall), left + _BESIDE / 2))
        return Stack([parts.above, Row(sides, width, tall), parts.below], 0.0, width)

    def _text(self, entry: Entry, width: float, narrow: float, density: Density) -> _Text:
        """Return the text of a lying card above, beside and below its figure.

        Args:
            entry: What it says.
            width: Of what stands above and below, in dots.
            narrow: Of what stands beside, in dots.
            density: How closely it is set.
        """
        key = (entry.number, entry.told_below, width, narrow, density)
        if key not in self._kept:
            self._kept[key] = self._set(entry, width, narrow, density)
        return self._kept[key]

    def _set(self, entry: Entry, width: float, narrow: float, density: Density) -> _Text:
        """Return the text of `_text`, set anew."""
        gap, wide = self._composer.gap, self._composer.type.wide
        below = wide or self._joined(density)
        above: list[Block] = [*self._head(entry, width, density), Space(0.5 * gap)] if wide else []
        beside: list[Block] = [] if wide else [*self._head(entry, narrow, density), Space(0.5 * gap)]
        beside += [*self._told(entry, narrow), *self._cues(entry, narrow, density)]
        care = self._care(entry, width if below else narrow, joined=self._joined(density))
        care = [Space(0.4 * gap), *care] if care else []
        if not below:
            beside += care
        return _Text(
            Stack(above, 0.0, width), Stack(beside, 0.0, narrow), Stack(care if below else [], 0.0, width)
        )

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
        gap = self._composer.gap
        return [
            *self._head(entry, width, density),
            Space(0.5 * gap),
            *self._told(entry, width),
            *self._cues(entry, width, density),
            Space(0.4 * gap),
            *self._care(entry, width, joined=self._joined(density)),
        ]

    def _joined(self, density: Density) -> bool:
        return self._composer.type.close or density is Density.TIGHT

    def _head(self, entry: Entry, width: float, density: Density) -> list[Block]:
        """Return name, dose, side, level, resistance and how often; where tight, the level by the name."""
        composer = self._composer
        title = composer.text(Kind.CARD, [Run(entry.title)], width)
        meta = DOT.join(part for part in (entry.side, entry.level, entry.load, entry.often) if part)
        below = composer.text(Kind.SMALL, keep_units(meta), width, muted=True)
        rest = width - title.used - 2 * composer.gap
        if self._joined(density) and title.line_count == 1 and below.used < rest:
            sides = [
                Side(composer.label(Kind.CARD, entry.title, width), 0.0, 1.0),
                Side(
                    composer.label(Kind.SMALL, keep_units(meta), width, muted=True),
                    width - below.used - 1.0,
                    0.8,
                ),
            ]
            return [Row(sides, width), *self._doses(entry, width)]
        return [title, *self._doses(entry, width), below]

    def _cues(self, entry: Entry, width: float, density: Density) -> list[Block]:
        """Return what to mind, each on a line of its own where there is room."""
        if entry.cues and density is Density.ROOMY:
            return self._composer.bullets(entry.cues, width)
        return [self._composer.text(Kind.BODY, DOT.join(entry.cues), width)] if entry.cues else []

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
        precautions = [care for care in entry.precautions if care not in entry.cues]
        if precautions:
            lead = Run(words.pgettext("handout", "Take care:") + " ", bold=True)
            paragraphs.append([lead, Run(DOT.join(precautions))])
        if joined and paragraphs:
            paragraphs = [[run for runs in paragraphs for run in runs]]
        return [composer.text(Kind.SMALL, runs, width) for runs in paragraphs]
