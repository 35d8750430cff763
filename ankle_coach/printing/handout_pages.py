"""The handout laid out: the settings that are tried, and which of them makes the better sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from ankle_coach.printing.cards import Density
from ankle_coach.printing.handout import Handout, Layout
from ankle_coach.printing.handout_maker import HandoutMaker, Setting
from ankle_coach.printing.pages import Document

_CLOSE_GAPS: Final = (0.6, 0.35)
"""Free space between parts as a share of the usual, tried where that may save a page."""


def lay_out(handout: Handout) -> Document:
    """Return the handout as pages.

    Raises:
        NotFoundError: If the plan names an exercise that the library lacks.
    """
    maker = HandoutMaker(handout)
    document = maker.document()
    if len(document.pages) == 1:
        return document
    titles = maker.titles()
    wanted = min(len(titles), handout.options.layout.per_page)
    tries = [
        (setting, maker.set_otherwise(setting).document()) for setting in _settings(handout, document, titles)
    ]
    others = [(setting, other) for setting, other in tries if other.pages[-1].body]
    best = min([(Setting(), document), *others], key=lambda one: _rank(one[0], one[1], titles, wanted))
    return best[1]


def _settings(handout: Handout, document: Document, titles: Collection[str]) -> Iterator[Setting]:
    """Return what else is tried where a handout has more than one page."""
    layout = handout.options.layout
    all_on_first = 0 < len(titles) <= layout.per_page  # then cards need not fill their share of the page
    if all_on_first:
        yield Setting(stretched=False)
    if all_on_first or _may_draw_together(document):
        # Sources on the last page leave room for cards, and for the pain rule beside them, on the others.
        yield Setting(stretched=not all_on_first, together=True)
        yield Setting(stretched=not all_on_first, gaps=_CLOSE_GAPS[0])
    if layout is Layout.LARGE:
        # Cards of a little more than half a page would each leave the rest of theirs empty.
        yield from (Setting(density=density) for density in (Density.CLOSE, Density.TIGHT))
        yield from (Setting(density=density, together=True) for density in Density)
    if layout is Layout.COMPACT or all_on_first:
        for gaps in _CLOSE_GAPS:
            close = Setting(stretched=False, density=Density.TIGHT, gaps=gaps)
            yield from (close, close._replace(together=True))
    if all_on_first:
        for gaps in (1.0, *_CLOSE_GAPS):
            yield Setting(stretched=False, density=Density.TIGHT, gaps=gaps, close=True)


def _rank(
    setting: Setting, document: Document, titles: Collection[str], wanted: int
) -> tuple[int, int, float, bool, int]:
    """Return what is less the better it is: how many pages, how little on the first one, how closely set."""
    cards = min(wanted, _cards_on_first(document, titles))
    return len(document.pages), -cards, -setting.gaps, setting.close, -len(document.pages[0].body)


def _cards_on_first(document: Document, titles: Collection[str]) -> int:
    """Return how many of some cards stand on the first page."""
    return len({leaf.text for leaf in document.pages[0].leaves()} & set(titles))


def _may_draw_together(document: Document) -> bool:
    """Return whether the last page could do without itself, had the others no sources at their foot."""
    *others, last = document.pages
    notes = sum(placed.block.height for page in others for placed in page.frame[:-1])
    return bool(others and last.body) and sum(page.free for page in others) + notes >= last.used
