"""The handout in one setting: which blocks it has, in which order, and on which pages they come to stand."""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.terms import minutes_words
from ankle_coach.printing.blocks import Block, Row, Side, Space, Stack
from ankle_coach.printing.cards import CELL, HALF, LINE, SLIM, STRIP, WHOLE, CardMaker, Density, Shape
from ankle_coach.printing.common_pain import with_pain_said_once
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.entries import Entry, Section
from ankle_coach.printing.grid import GridMaker
from ankle_coach.printing.handout import Handout, Layout
from ankle_coach.printing.head import head_block
from ankle_coach.printing.notes import Notes, note_mark
from ankle_coach.printing.pages import Document, Furniture, Item, content_height, grouped, height_of
from ankle_coach.printing.sheet import document_of, furniture_of, pain_item
from ankle_coach.printing.stop_rules import stop_block
from ankle_coach.printing.text import Run, clean, isolated
from ankle_coach.printing.typed_texts import typed_items
from ankle_coach.printing.typeface import Kind

_SHAPES: Final = {
    Layout.CARDS_1: WHOLE,
    Layout.CARDS_2: HALF,
    Layout.CARDS_4: STRIP,
    Layout.CARDS_6: CELL,
    Layout.COMPACT: LINE,
    Layout.LARGE: STRIP,
}
_HIGHEST_CARD: Final = 0.75
"""Share of a page that a card takes at most with what was typed for it; beyond that it stands below."""
_WORTH_IT: Final = 0.15
"""Share of a page that this must save; a short note stays on its card."""
_HIGHEST_CELL: Final = 0.45
"""Share of a page that cards side by side take at most; higher ones stand one below the other."""
_GAP: Final = mm(3.5)
"""Free space between cards."""


class Setting(NamedTuple):
    """How closely a handout is set.

    Attributes:
        stretched: Whether cards fill their share of the page.
        together: Whether all sources stand on the last page.
        density: The roomiest setting of cards that is tried.
        gaps: Free space between things, as a share of the usual.
        close: Whether lines stand closely.
    """

    stretched: bool = True
    together: bool = False
    density: Density = Density.ROOMY
    gaps: float = 1.0
    close: bool = False


_USUAL: Final = Setting()


class _Look(NamedTuple):
    """How the cards of a handout are set, all alike.

    Attributes:
        shape: What they look like.
        width: Their width, in dots.
        density: How closely they are set.
        slot: The share of a page that is a card's, in dots; 0 for none.
        least: Their least height, in dots.
    """

    shape: Shape
    width: float
    density: Density
    slot: float
    least: float


class HandoutMaker:
    """Makes the document of one handout."""

    def __init__(self, handout: Handout) -> None:
        """Say what is printed in words, and number the sources."""
        self._setting, self._columns = _USUAL, 1
        self._handout, self._words = handout, handout.words
        self._composer = Composer(handout.options, handout.words)
        self._sections, self._pain = with_pain_said_once(handout)
        self._notes = Notes(handout.library, handout.words)
        self._notes.shown(self._pain.sources)
        for section in self._sections:
            for entry in section.entries:
                self._notes.shown(entry.sources)
                self._notes.shown(entry.pain_sources)
        self._cards = CardMaker(self._composer, self._notes.marks, self._notes.shown)
        self._layout = handout.options.layout

    def set_otherwise(self, setting: Setting) -> HandoutMaker:
        """Return a maker of the same handout in another setting."""
        other = copy.copy(self)
        other._setting, other._columns = setting, 1
        other._composer = self._composer.set_otherwise(gaps=setting.gaps, close=setting.close)
        other._cards = CardMaker(other._composer, self._notes.marks, self._notes.shown)
        return other

    def titles(self) -> set[str]:
        """Return the titles of the cards as they are printed."""
        return {clean(entry.title) for section in self._sections for entry in section.entries}

    def document(self) -> Document:
        """Return all pages."""
        handout, composer = self._handout, self._composer
        title = self._words.gettext("Your ankle program")
        if self._layout is Layout.LOG:
            title = self._words.gettext("Your exercise log")
        furniture = furniture_of(composer, handout, title, self._notes, together=self._setting.together)
        head = [head_block(composer, handout, title), *self._intro()]
        items = [Item(block, gap=0.6 * composer.gap) for block in head]
        items[-1] = items[-1]._replace(notes=self._notes.shown(self._pain.sources))
        if handout.plan.note.strip():
            items += typed_items(
                composer, self._words.gettext("Your therapist writes"), [("", handout.plan.note)]
            )
        items += self._in_order(items, furniture)
        return document_of(items, furniture, handout, title)

    def _in_order(self, before: Sequence[Item], furniture: Furniture) -> list[Item]:
        """Return what follows the head: the exercises, then rules and grid; of the log the grid first."""
        weeks = self._handout.options.grid_weeks
        log = self._layout is Layout.LOG
        exercises = self._grid(max(1, weeks)) if log else self._exercises(before, furniture)
        rules = self._rules()
        # In large type the first card, or the log's grid, may not fit under the head: then the rules do.
        room = content_height(self._handout.options.paper) - furniture.foot(1, 1).height - furniture.gap
        room -= height_of(before, first=True)
        first = next(grouped(exercises), [])
        if first and self._needs(first, furniture) > room >= self._needs(rules, furniture):
            exercises, rules = rules, exercises
        return [*exercises, *rules, *([] if log else self._grid(weeks))]

    def _needs(self, group: Sequence[Item], furniture: Furniture) -> float:
        """Return the height of items with their notes."""
        notes = furniture.notes(tuple(note for item in group for note in item.notes))
        notes = None if self._setting.together else notes
        return height_of(group, first=False) + (notes.height + furniture.gap if notes is not None else 0.0)

    def _intro(self) -> Iterator[Block]:
        """Return what the phase is for, what is needed, and how long and when."""
        composer, words = self._composer, self._words
        phase = self._handout.phase
        runs: list[Run] = []
        if phase is not None and phase.summary and self._handout.program is not None:
            summary = words.pgettext(f"{self._handout.program.id}.phases.{phase.id}.summary", phase.summary)
            if composer.type.close:
                runs.append(Run(f"{summary} "))
            else:
                yield composer.text(Kind.BODY, summary, composer.width)
        needed = dict.fromkeys(e for s in self._sections for entry in s.entries for e in entry.equipment)
        if needed:
            names = words.pgettext("list", ", ").join(equipment_word(thing, words) for thing in needed)
            runs += [Run(words.gettext("You need:") + " ", bold=True), Run(names + ". ")]
        if len(self._sections) == 1:
            runs += [Run(words.gettext("When:") + " ", bold=True), Run(self._when(self._sections[0]) + ". ")]
        if self._pain.text:
            mark = note_mark(self._notes.shown(self._pain.sources), self._notes.marks)
            runs.append(Run(f"{self._pain.text}\u202f{mark}", bold=True))
        if runs:
            yield composer.text(Kind.SMALL, runs, composer.width)

    def _when(self, section: Section) -> str:
        words = self._words
        minutes = minutes_words(section.time.seconds, section.time.open_steps, words)
        message = words.pgettext("handout", "{often}, about {minutes}")
        if not section.time.seconds:
            message = words.pgettext("handout", "{often}, {minutes}")
        return message.format(often=section.often, minutes=minutes)

    # --- The exercises ---------------------------------------------------------------------------

    def _exercises(self, before: Sequence[Item], furniture: Furniture) -> list[Item]:
        composer, layout = self._composer, self._layout
        columns = self._columns = self._count_columns(before, furniture)
        gap = _GAP * self._setting.gaps if layout is not Layout.COMPACT else 0.9 * composer.gap
        width = (composer.width - (columns - 1) * gap) / columns
        slot = self._slot(before, furniture, gap, columns)
        look = self._look(self._shape(columns), width, slot)
        items: list[Item] = []
        for section in self._sections:
            for heading, entries in self._headed(section):
                if heading is not None:
                    items.append(Item(heading, gap=1.4 * composer.gap, keep=True))
                for start in range(0, len(entries), columns):
                    whole = entries[start : start + columns]
                    row = [self._short(entry, look) for entry in whole]
                    items += [item._replace(gap=gap) for item in self._row(row, look, gap)]
                    for entry in (entry for entry in whole if entry not in row):
                        items += typed_items(composer, entry.title, entry.typed)
        return items

    def _look(self, shape: Shape, width: float, slot: float) -> _Look:
        """Return how all cards are set: the roomiest way in which as many keep to their share as can."""
        entries = [entry for section in self._sections for entry in section.entries]
        least = slot if self._setting.stretched else 0.0
        if self._layout is Layout.COMPACT or not slot:
            density = Density.CLOSE if self._layout is Layout.COMPACT else self._setting.density
            return _Look(shape, width, density, slot, least)

        def fitting(density: Density) -> int:
            heights = (self._cards.card(entry, shape, width, density).height for entry in entries)
            return sum(height <= slot + mm(0.1) for height in heights)

        most = fitting(Density.TIGHT)
        found = (density for density in Density if density >= self._setting.density)
        density = next((one for one in found if fitting(one) >= most), Density.TIGHT)
        return _Look(shape, width, density, slot, least)

    def _count_columns(self, before: Sequence[Item], furniture: Furniture) -> int:
        """Return how many cards stand side by side: two where six short ones fit on a page that way."""
        if self._layout is not Layout.CARDS_6:
            return 1
        width, slot = (self._composer.width - _GAP) / 2, self._slot(before, furniture, _GAP, 2)
        entries = [entry for section in self._sections for entry in section.entries]
        cells = (self._cards.card(entry, CELL, width, Density.TIGHT).height for entry in entries)
        return 2 if max(cells, default=0.0) <= slot else 1

    def _shape(self, columns: int) -> Shape:
        return SLIM if self._layout is Layout.CARDS_6 and columns == 1 else _SHAPES[self._layout]

    def _headed(self, section: Section) -> Iterator[tuple[Block | None, tuple[Entry, ...]]]:
        """Return the entries of a sitting under their headings."""
        composer, words = self._composer, self._words
        title: Block | None = None
        if len(self._sections) > 1:
            name = words.pgettext("session", section.session.name)
            title = composer.heading(isolated(name), self._when(section), composer.width)
        groups = list(section.by_position(words)) if self._handout.options.by_position else []
        if len(groups) < 2:
            yield title, section.entries
            return
        for word, entries in groups:
            sub = composer.text(Kind.STRONG, word, composer.width)
            yield (Stack([title, Space(0.5 * composer.gap), sub]) if title is not None else sub), entries
            title = None

    def _slot(self, before: Sequence[Item], furniture: Furniture, gap: float, columns: int) -> float:
        """Return the height that lets as many cards as asked for fit on the first page; 0 for none."""
        per_page = self._layout.per_page
        if not per_page or not self._sections:
            return 0.0
        rows = -(-per_page // columns)
        first = [entry for section in self._sections for entry in section.entries][:per_page]
        notes = None if self._setting.together else furniture.notes(self._sources(first))
        foot = furniture.foot(1, 1).height + furniture.gap
        foot += notes.height + furniture.gap if notes is not None else 0.0
        used = sum(item.block.height + item.gap for item in before)
        headings = 0.0
        if len(self._sections) > 1:
            heading = next(self._headed(self._sections[0]))[0]
            headings = (heading.height if heading is not None else 0.0) + 1.4 * self._composer.gap
        room = content_height(self._handout.options.paper) - foot - used - headings
        return max(0.0, (room - rows * gap - mm(0.2)) / rows)

    def _short(self, entry: Entry, look: _Look) -> Entry:
        """Return an entry without its typed texts where its card would hardly fit on a page with them."""
        if not entry.typed:
            return entry
        page = content_height(self._handout.options.paper)
        short = entry._replace(typed=(), told_below=True)
        whole = self._cards.card(entry, look.shape, look.width, Density.CLOSE).height
        saved = whole - self._cards.card(short, look.shape, look.width, Density.CLOSE).height
        return short if whole > _HIGHEST_CARD * page and saved > _WORTH_IT * page else entry

    def _even(self, entry: Entry, look: _Look, height: float) -> Block:
        """Return a card of a height, in the roomiest setting that fits into it."""
        for density in (Density.ROOMY, Density.CLOSE):
            if self._cards.card(entry, look.shape, look.width, density).height <= height + mm(0.1):
                return self._cards.card(entry, look.shape, look.width, density, height)
        return self._cards.card(entry, look.shape, look.width, Density.TIGHT, height)

    def _row(self, entries: Sequence[Entry], look: _Look, gap: float) -> list[Item]:
        """Return cards side by side as one item, or one below the other where they would be too high."""
        if self._columns == 1:
            return [self._one(entry, look) for entry in entries]
        cards = [self._cards.card(e, look.shape, look.width, look.density, look.least) for e in entries]
        height = max(card.height for card in cards)
        most = max(look.slot, _HIGHEST_CELL * content_height(self._handout.options.paper))
        if len(cards) < self._columns or height > most:
            strip = look._replace(shape=STRIP, width=self._composer.width, least=0.0)
            return [self._one(entry, strip) for entry in entries]

        def side_by_side(height: float) -> Block:
            even = [self._even(entry, look, height) for entry in entries]
            sides = [Side(card, i * (look.width + gap)) for i, card in enumerate(even)]
            return Row(sides, self._composer.width)

        return [Item(side_by_side(height), notes=self._sources(entries), grow=side_by_side, most=most)]

    def _one(self, entry: Entry, look: _Look) -> Item:
        """Return a card over the whole width, which may grow until its figure is as large as it can be."""
        make = functools.partial(self._cards.card, entry, look.shape, look.width, look.density)
        block = make(look.least)
        most = block.height + self._cards.stretch(entry, look.shape, look.width, look.density, block.height)
        return Item(block, notes=self._sources([entry]), grow=make, most=most)

    def _sources(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        found = [self._notes.shown((*entry.sources, *entry.pain_sources)) for entry in entries]
        return tuple(dict.fromkeys(note for notes in found for note in notes))

    # --- What follows the exercises ----------------------------------------------------------------

    def _rules(self) -> list[Item]:
        """Return the pain rule and when to stop, which stand together."""
        gap = 1.2 * self._composer.gap
        return [
            pain_item(self._composer, self._handout, self._notes)._replace(keep=True),
            Item(stop_block(self._composer, self._handout), gap=gap),
        ]

    def _grid(self, weeks: int) -> list[Item]:
        if not weeks:
            return []
        composer, words = self._composer, self._words
        log = self._layout is Layout.LOG
        maker = GridMaker(composer, self._handout.plan, with_doses=log)
        sentence = words.gettext(
            "Tick each time you did it. Write the worst pain that day, and that of the next morning."
        )
        items = [
            Item(composer.text(Kind.STRONG, sentence, composer.width), gap=1.4 * composer.gap, keep=True)
        ]
        page = 0.8 * content_height(self._handout.options.paper)
        for number in range(1, weeks + 1):
            rows = maker.week(self._sections, number, weeks)
            if sum(row.block.height for row in rows) <= page:
                rows = [*(row._replace(keep=True) for row in rows[:-1]), rows[-1]]
            items += rows
        return items
