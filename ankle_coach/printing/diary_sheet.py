"""The pain diary: a row a day for the morning's answers and for what was done."""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from ankle_coach.domain.frequency import Weekday
from ankle_coach.domain.frequency_words import weekday_word
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.words import Words
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.head import head_block
from ankle_coach.printing.notes import Notes
from ankle_coach.printing.pages import Document, Item
from ankle_coach.printing.sheet import document_of, furniture_of, pain_item
from ankle_coach.printing.stop_rules import stop_block
from ankle_coach.printing.tables import PAD, column_heads, table_row
from ankle_coach.printing.typeface import Kind

_LEAST_WEEKS: Final = 2
_ROW: Final = mm(8.0)
_MOST_ROW: Final = mm(10.5)
"""Height up to which a row grows where its page has room."""


class _Column(NamedTuple):
    title: str
    share: float


def lay_out_diary(handout: Handout) -> Document:
    """Return the pain diary: two weeks, or as many as the options ask for (clinical.md §3.2)."""
    composer, words = Composer(handout.options, handout.words), handout.words
    notes = Notes(handout.library, words)
    title = words.gettext("Your pain diary")
    sentence = words.gettext(
        "Fill in the left half each morning and the right half in the evening. "
        "Leave empty what you do not know: empty is not zero."
    )
    items = [
        Item(head_block(composer, handout, title)),
        Item(composer.text(Kind.BODY, sentence, composer.width), gap=0.8 * composer.gap),
    ]
    items += _weeks(composer, handout)
    items.append(pain_item(composer, handout, notes))
    items.append(Item(stop_block(composer, handout), gap=1.2 * composer.gap))
    return document_of(items, furniture_of(composer, handout, title, notes), handout, title)


def _columns(handout: Handout, words: Words) -> list[_Column]:
    asked = handout.program.morning if handout.program is not None else (MorningField.PAIN,)
    morning = {
        MorningField.PAIN: words.gettext("Pain (0 to 10)"),
        MorningField.FIRST_STEP: words.gettext("First steps (0 to 10)"),
        MorningField.STIFFNESS: words.gettext("Stiff, min"),
        MorningField.SWELLING: words.gettext("Swollen (0 to 3)"),
    }
    fields = tuple(dict.fromkeys((MorningField.PAIN, *asked)))
    columns = [_Column(words.gettext("Day"), 1.15)]
    columns += [_Column(morning[field], 1.0) for field in fields]
    columns += [
        _Column(words.gettext("What you did"), 2.1),
        _Column(words.gettext("Pain during (0 to 10)"), 1.0),
        _Column(words.gettext("Pain after (0 to 10)"), 1.0),
        _Column(words.gettext("Effort (0 to 10)"), 1.0),
    ]
    return columns


def _weeks(composer: Composer, handout: Handout) -> list[Item]:
    words = handout.words
    columns = _columns(handout, words)
    unit = composer.width / sum(column.share for column in columns)
    widths = [column.share * unit for column in columns]
    heads = column_heads(composer, [column.title for column in columns], widths)
    head = table_row(composer, heads, widths, filled=True)
    items = [Item(head, gap=composer.gap, keep=True)]
    for _ in range(max(_LEAST_WEEKS, handout.options.grid_weeks)):
        for day in Weekday:
            name = composer.text(Kind.SMALL, weekday_word(day, words)[:3], widths[0] - 2 * PAD)
            make = functools.partial(table_row, composer, [name], widths)
            items.append(Item(make(_ROW), again=head, grow=make, most=_MOST_ROW))
    return items
