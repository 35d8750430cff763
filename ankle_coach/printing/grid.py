"""The tick grid: exercises by days, boxes for each time, and rows for pain during and the next morning."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from ankle_coach.domain.frequency import AroundRuns, AsNeeded, TimesPerDay
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.schedule import times_due
from ankle_coach.printing.blocks import Block, Drawing, Row, Side, Stack, thin_line
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.entries import Entry, Section, keep_units
from ankle_coach.printing.pages import Item
from ankle_coach.printing.tables import BOX, MOST_BOX, PAD, boxes, boxes_height, table_row, weekday_heads
from ankle_coach.printing.typeface import Kind

DAYS: Final = 7
_MOST_BOXES: Final = 4
_MOST_ROW: Final = mm(10.5)
"""Height up to which a row of boxes grows where its page has room."""
_MOST_PAIN_ROW: Final = mm(11.0)
"""The same of a row for numbers."""
_PAIN_ROW: Final = mm(7.5)
"""Least height of a row that numbers are written into by hand."""
_PAIN_ROW_CLOSE: Final = mm(6.8)
"""The same on a sheet that is set closely."""


class Ticks(NamedTuple):
    """The boxes of one exercise on one day.

    Attributes:
        boxes: How many; 0 for a day on which it is not due.
        wanted: Whether they are planned, not only offered.
    """

    boxes: int
    wanted: bool = True


def ticks_of(plan: Plan, session: PlannedSession, prescription: Prescription, day: date) -> Ticks:
    """Return the boxes of an exercise on a day; ranges show their upper number."""
    frequency = prescription.frequency or session.frequency
    if isinstance(frequency, AroundRuns):
        return Ticks(1, wanted=False)
    if isinstance(frequency, AsNeeded):
        return Ticks(min(frequency.most_per_day, _MOST_BOXES), wanted=False)
    if isinstance(frequency, TimesPerDay):
        return Ticks(min(frequency.most, _MOST_BOXES))
    # The week on paper begins when its owner writes its date into it: it holds from its first day on.
    return Ticks(times_due(frequency, max(day, plan.starts_on), plan.starts_on))


class GridMaker:
    """Makes the rows of tick grids."""

    def __init__(self, composer: Composer, plan: Plan, *, with_doses: bool = False) -> None:
        """Measure the columns.

        Args:
            composer: Sets the texts.
            plan: Whose days are shown.
            with_doses: Whether the dose stands under each name.
        """
        self._composer, self._plan, self._with_doses = composer, plan, with_doses
        self._pad = 0.6 * PAD if composer.type.close else PAD
        width = composer.width
        least = DAYS * mm(13.5)
        self._first = min(0.44 * width, width - least)
        self._day = (width - self._first) / DAYS
        self._widths = (self._first, *(self._day,) * DAYS)
        self._monday = plan.starts_on + timedelta(days=-plan.starts_on.weekday() % DAYS)

    def week(self, sections: Sequence[Section], number: int, count: int) -> list[Item]:
        """Return the rows of one week; they stay together unless they fill more than a page."""
        composer, words = self._composer, self._composer.words
        head = self._head(number, count)
        rows = [
            functools.partial(self._entry_row, section, entry)
            for section in sections
            for entry in section.entries
        ]
        pain = (words.gettext("Worst pain during (0 to 10)"), words.gettext("Pain next morning (0 to 10)"))
        blank = [functools.partial(self._blank_row, label) for label in pain]
        gap = 1.2 * composer.gap if number > 1 else 0.4 * composer.gap
        items = [Item(head, gap=gap, keep=True)]
        items += [Item(row(), again=head, grow=row, most=_MOST_ROW) for row in rows]
        items += [Item(row(), again=head, grow=row, most=_MOST_PAIN_ROW) for row in blank]
        return items

    def _head(self, number: int, count: int) -> Block:
        composer, words = self._composer, self._composer.words
        said = (
            words.gettext("Week of")
            if count == 1
            else words.gettext("Week {n} of {count}, from").format(n=number, count=count)
        )
        text = composer.text(Kind.SMALL, said, self._first - 2 * PAD)
        cells = weekday_heads(composer, self._day)
        height = max([text.height, *(cell.height for cell in cells)]) + 2 * self._pad
        begin = text.used + PAD

        def write_line(painter: QPainter, place: QRectF) -> None:
            y = place.bottom() - 0.12 * text.height
            if place.left() + begin < place.right() - mm(6):
                thin_line(
                    painter, QLineF(place.left() + begin, y, place.right(), y), composer.inks.muted, pt(0.5)
                )

        line = Drawing(text.width, text.height, write_line)
        label = Row([Side(text, 0.0), Side(line, 0.0)], text.width)
        return table_row(composer, [label, *cells], self._widths, height, filled=True)

    def _entry_row(self, section: Section, entry: Entry, height: float = 0.0) -> Block:
        composer = self._composer
        prescription = next(p for p in self._plan.prescriptions if p.id == entry.prescription)
        name = composer.text(Kind.SMALL, entry.title, self._first - 2 * PAD)
        label: Block = name
        days = [
            ticks_of(self._plan, section.session, prescription, self._monday + timedelta(days=n))
            for n in range(DAYS)
        ]
        below = [] if not self._with_doses else [keep_units(dose) for dose in entry.doses]
        if not all(day.wanted for day in days):
            frequency = prescription.frequency or section.session.frequency
            below.append(frequency_sentence(frequency, composer.words))
        if below:
            fine = [composer.text(Kind.FINE, line, self._first - 2 * PAD, muted=True) for line in below]
            label = Stack([name, *fine])
        tall = max(boxes_height(ticks.boxes) for ticks in days)
        natural = max(label.height + 1.2 * PAD, tall + 2 * self._pad)
        # All rows of a page grow by the same share of what they can, and so do their boxes.
        share = max(0.0, height - natural) / (_MOST_ROW - natural) if natural < _MOST_ROW else 0.0
        size = BOX + min(1.0, share) * (MOST_BOX - BOX)
        height = max(height, natural)
        color = composer.inks.text
        cells: list[Block] = [
            Drawing(
                self._day,
                tall,
                functools.partial(boxes, count=ticks.boxes, color=color, faint=not ticks.wanted, size=size),
            )
            for ticks in days
        ]
        return table_row(composer, [label, *cells], self._widths, height)

    def _blank_row(self, label: str, height: float = 0.0) -> Block:
        text = self._composer.text(Kind.SMALL, label, self._first - 2 * PAD)
        least = _PAIN_ROW_CLOSE if self._composer.type.close else _PAIN_ROW
        height = max(text.height + 1.2 * self._pad, least, height)
        return table_row(self._composer, [text], self._widths, height)
