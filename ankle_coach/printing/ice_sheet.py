"""The ice card: how long, how often, when not at all, and where to tick it (clinical.md §4.4)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt

from ankle_coach.domain.evidence import Claim
from ankle_coach.domain.frequency import Weekday
from ankle_coach.domain.safety_content import Block as IceBlock
from ankle_coach.domain.safety_content import FlaggedBy, IceFile
from ankle_coach.printing.blocks import Block, Drawing, Space, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.head import head_block
from ankle_coach.printing.notes import Notes, note_mark
from ankle_coach.printing.pages import Document, Item
from ankle_coach.printing.sheet import document_of, furniture_of
from ankle_coach.printing.stop_rules import stop_block
from ankle_coach.printing.tables import PAD, boxes, boxes_height, table_row, weekday_heads
from ankle_coach.printing.typeface import Kind

_GAPS: Final = (1.0, 0.7, 0.45)
"""Free space between the parts as a share of the usual, roomiest first."""


def lay_out_ice(handout: Handout) -> Document:
    """Return the ice card: on one page where closer gaps between its parts get it there."""
    tries = (_Maker(handout, gaps).document() for gaps in _GAPS)
    return min(tries, key=lambda document: len(document.pages))


class _Maker:
    """Makes the card of one handout."""

    def __init__(self, handout: Handout, gaps: float) -> None:
        self._handout, self._words = handout, handout.words
        self._composer = Composer(handout.options, handout.words)
        self._gap = gaps * self._composer.gap
        self._notes = Notes(handout.library, handout.words)
        self._ice: IceFile = handout.safety.ice

    def document(self) -> Document:
        """Return the pages."""
        composer, words, ice = self._composer, self._words, self._ice
        title = words.gettext("Ice: how to use it")
        often = [block for block in ice.blocks if block.every_time]
        once = [block for block in ice.blocks if not block.every_time]
        items = [Item(head_block(composer, self._handout, title)), self._limits()]
        items.append(self._claims(words.gettext("How"), ice.how))
        items.append(self._questions(words.gettext("Ask yourself each time"), often))
        items.append(self._questions(words.gettext("No ice at all if the answer is yes"), once))
        items.append(self._ask_first())
        if ice.evidence:
            items.append(self._claims(words.gettext("What is known"), ice.evidence))
        items += self._table()
        items.append(Item(stop_block(composer, self._handout, referral=False), gap=0.9 * self._gap))
        furniture = furniture_of(composer, self._handout, title, self._notes)
        return document_of(items, furniture, self._handout, title)

    def _limits(self) -> Item:
        """Return the numbers, each large with its words."""
        composer, words, limits = self._composer, self._words, self._ice.limits
        said = (
            (limits.default_minutes, words.gettext("{n} min"), words.gettext("usual time")),
            (limits.hard_stop_minutes, words.gettext("{n} min"), words.gettext("never longer")),
            (limits.check_minutes, words.gettext("{n} min"), words.gettext("look at the skin")),
            (limits.gap_hours, words.gettext("{n} hours"), words.gettext("at least until the next time")),
            (limits.most_per_day, words.gettext("{n} times"), words.gettext("a day at most")),
        )
        width = composer.width / len(said)
        cells: list[Block] = []
        sources: list[str] = []
        for number, pattern, text in said:
            shown = self._notes.shown(number.references)
            sources += shown
            large = pattern.format(n=f"{number.value:g}")
            mark = note_mark(shown, self._notes.marks)
            middle = Qt.AlignmentFlag.AlignHCenter
            cells.append(
                Stack(
                    [
                        composer.text(Kind.CARD, large, width - 2 * PAD, align=middle),
                        composer.text(Kind.SMALL, f"{text}\u202f{mark}", width - 2 * PAD, align=middle),
                    ]
                )
            )
        row = table_row(composer, cells, [width] * len(cells), mm(15))
        return Item(row, gap=self._gap, notes=tuple(dict.fromkeys(sources)))

    def _claims(self, title: str, claims: Sequence[Claim]) -> Item:
        lines: list[str] = []
        sources: list[str] = []
        for claim in claims:
            shown = self._notes.shown(claim.references)
            sources += shown
            text = self._words.pgettext("ice", claim.text)
            lines.append(f"{text}\u202f{note_mark(shown, self._notes.marks)}")
        return self._list(title, lines, sources)

    def _questions(self, title: str, blocks: Sequence[IceBlock]) -> Item:
        lines: list[str] = []
        sources: list[str] = []
        stops = {
            FlaggedBy.YES: self._words.gettext("Yes: no ice."),
            FlaggedBy.NO: self._words.gettext("No: no ice yet."),
        }
        every = any(block.every_time for block in blocks)
        for block in blocks:
            shown = self._notes.shown(block.references)
            sources += shown
            text = self._words.pgettext("ice", block.text)
            answer = f" {stops[block.flagged_by]}" if every and block.flagged_by in stops else ""
            lines.append(f"{text}{answer}\u202f{note_mark(shown, self._notes.marks)}")
        return self._list(title, lines, sources, columns=not every)

    def _ask_first(self) -> Item:
        sources = self._notes.shown([source for ask in self._ice.ask_first for source in ask.references])
        names = [self._words.pgettext("ice", ask.text) for ask in self._ice.ask_first]
        title = self._words.gettext("Ask a pharmacist or doctor first with")
        return self._list(
            title, [f"{'; '.join(names)}\u202f{note_mark(sources, self._notes.marks)}"], sources
        )

    def _list(
        self, title: str, lines: Sequence[str], sources: Sequence[str], *, columns: bool = False
    ) -> Item:
        composer = self._composer
        head = composer.text(Kind.STRONG, title, composer.width)
        rows = [composer.columns(lines, Kind.SMALL)] if columns else []
        rows = rows or composer.bullets(lines, composer.width, Kind.SMALL)
        block = Stack([head, Space(0.2 * composer.gap), *rows])
        return Item(block, gap=0.8 * self._gap, notes=tuple(dict.fromkeys(sources)))

    def _table(self) -> list[Item]:
        """Return a week of boxes."""
        composer, words = self._composer, self._words
        most = int(self._ice.limits.most_per_day.value)
        width = composer.width / len(Weekday)
        heads = weekday_heads(composer, width)
        tall = boxes_height(most)
        draw = functools.partial(boxes, count=most, color=composer.inks.text)
        cells: list[Block] = [Drawing(width, tall, draw) for _ in Weekday]
        widths = [width] * len(cells)
        rows = Stack(
            [
                composer.text(Kind.STRONG, words.gettext("Tick each time"), composer.width),
                Space(0.3 * composer.gap),
                table_row(composer, heads, widths, filled=True),
                table_row(composer, cells, widths, tall + 2 * PAD),
            ]
        )
        return [Item(rows, gap=0.9 * self._gap)]
