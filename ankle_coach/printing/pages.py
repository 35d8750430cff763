"""Pages: blocks are put on them in order, and none is ever split."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF

from ankle_coach.printing.blocks import Block, Leaf, Shrunk
from ankle_coach.printing.dots import mm

MARGIN = mm(14.0)
"""Free edge on every side; printers reach at least 12.7 mm."""


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in millimeters, upright."""
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)


class Item(NamedTuple):
    """A block on its way to a page.

    Attributes:
        block: The block.
        gap: Free space above it where it does not begin a page, in dots.
        keep: Whether the next item must stand on the same page, as that after a heading.
        notes: Ids of the sources it refers to, which stand at the foot of its page.
        again: What is repeated above it where it begins a page: the head of its table.
        new_page: Whether it begins a page.
        grow: Makes the block anew with a height, where its page has room for more; None for a fixed one.
        most: The height to which that is worth while, in dots.
    """

    block: Block
    gap: float = 0.0
    keep: bool = False
    notes: tuple[str, ...] = ()
    again: Block | None = None
    new_page: bool = False
    grow: Callable[[float], Block] | None = None
    most: float = 0.0


class Placed(NamedTuple):
    """A block and its upper left corner on the page, in dots."""

    block: Block
    x: float
    y: float

    @property
    def rect(self) -> QRectF:
        """Its place."""
        return QRectF(self.x, self.y, self.block.width, self.block.height)


class Page(NamedTuple):
    """One page.

    Attributes:
        body: The blocks between head and foot.
        frame: Head, notes and foot.
        used: Height of the body before anything grew, in dots.
        free: Room that it left, in dots.
    """

    body: tuple[Placed, ...]
    frame: tuple[Placed, ...]
    used: float = 0.0
    free: float = 0.0

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All blocks."""
        return self.body + self.frame

    def leaves(self) -> Iterator[Leaf]:
        """Return every text and picture of it."""
        for placed in self.placed:
            yield from placed.block.leaves(placed.x, placed.y)


class Document(NamedTuple):
    """What is printed.

    Attributes:
        pages: The pages; never none.
        paper: Their size.
        title: Of the file.
        author: Who hands it out.
        language: Code of its language (``en``).
    """

    pages: tuple[Page, ...]
    paper: Paper
    title: str
    author: str
    language: str

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in dots."""
        width, height = self.paper.size_mm
        return mm(width), mm(height)


class Furniture(NamedTuple):
    """What stands on every page beside its body.

    Attributes:
        head: Makes the head of a page but the first, by its number; None for none.
        foot: Makes the foot, by the page's number and their count.
        notes: Makes the notes at the foot of a page from the ids of sources.
        gap: Free space between body, notes and foot, in dots.
        together: Whether all notes stand at the foot of the last page instead of each at its own.
    """

    head: Block | None
    foot: Callable[[int, int], Block]
    notes: Callable[[Sequence[str]], Block | None]
    gap: float
    together: bool = False


def content_width(paper: Paper) -> float:
    """Return the width between the margins, in dots."""
    return mm(paper.size_mm[0]) - 2 * MARGIN


def content_height(paper: Paper) -> float:
    """Return the height between the margins, in dots."""
    return mm(paper.size_mm[1]) - 2 * MARGIN


class _Filled(NamedTuple):
    """A page that takes no more.

    Attributes:
        items: What stands on it, with the distance from its upper edge.
        notes: Ids of the sources at its foot.
        free: Room that is left, in dots.
    """

    items: list[tuple[Item, float]]
    notes: tuple[str, ...]
    free: float

    @property
    def used(self) -> float:
        """Height of the items before anything grows, in dots."""
        if not self.items:
            return 0.0
        (_, top), (last, bottom) = self.items[0], self.items[-1]
        return bottom + last.block.height - top

    def spread(self) -> Iterator[tuple[Block, float]]:
        """Return the blocks and where they stand, grown evenly into the room that is left."""
        wanted = sum(_growth(item) for item, _ in self.items)
        share = min(1.0, max(0.0, self.free - mm(0.5)) / wanted) if wanted else 0.0
        lower = 0.0
        for item, y in self.items:
            block, more = item.block, share * _growth(item)
            if item.grow is not None and more >= mm(0.5):
                grown = item.grow(block.height + more)
                block = grown if grown.height <= block.height + more + 1.0 else block
            yield block, y + lower
            lower += block.height - item.block.height


def _growth(item: Item) -> float:
    """Return by how many dots an item may grow."""
    return max(0.0, item.most - item.block.height) if item.grow is not None else 0.0


class _Filler:
    """Fills page after page."""

    def __init__(self, furniture: Furniture, height: float) -> None:
        self._furniture, self._height = furniture, height
        self._foot = furniture.foot(1, 1).height + furniture.gap
        self.pages: list[_Filled] = []
        self._kept: tuple[str, ...] = ()
        self._begin()

    def _begin(self) -> None:
        self._items: list[tuple[Item, float]] = []
        self._notes: tuple[str, ...] = ()
        head = self._furniture.head if self.pages else None
        self._top = self._y = head.height + self._furniture.gap if head is not None else 0.0

    def _note_height(self, notes: Sequence[str]) -> float:
        block = self._furniture.notes(notes) if notes else None
        return block.height + self._furniture.gap if block is not None else 0.0

    def _room(self, notes: Sequence[str]) -> float:
        own = 0.0 if self._furniture.together else self._note_height(notes)
        return self._height - self._foot - own

    def add(self, group: Sequence[Item]) -> None:
        """Put items that belong together on the page, or on the next one."""
        notes = _merged(self._notes, group)
        height = height_of(group, first=not self._items)
        if self._items and (group[0].new_page or self._y + height > self._room(notes)):
            self.end()
            notes = _merged((), group)
        if not self._items:
            group = self._fitted(group, notes)
        for item in group:
            self._y += item.gap if self._items else 0.0
            self._items.append((item, self._y))
            self._y += item.block.height
        self._notes = notes

    def _fitted(self, group: Sequence[Item], notes: Sequence[str]) -> Sequence[Item]:
        """Return the items that begin a page, with their table's head, and small enough for it."""
        again = group[0].again
        items = [*([Item(again)] if again is not None and self.pages else []), *group]
        room, height = self._room(notes) - self._top, height_of(items, first=True)
        if height <= room:
            return items
        gaps = height - sum(item.block.height for item in items)
        scale = (room - gaps) / (height - gaps)
        return [
            item._replace(block=Shrunk(item.block, item.block.height * scale), grow=None) for item in items
        ]

    def end(self) -> None:
        """End the page; its notes stand on it, or are kept for the last one."""
        notes = self._notes
        if self._furniture.together:
            self._kept, notes = tuple(dict.fromkeys((*self._kept, *notes))), ()
        self.pages.append(_Filled(self._items, notes, self._room(notes) - self._y))
        self._begin()

    def finish(self) -> None:
        """End the last page with the notes that were kept; on a page of their own where they need one."""
        if self._furniture.together:
            kept = tuple(dict.fromkeys((*self._kept, *self._notes)))
            if self._y + self._note_height(kept) > self._room(()) and self._items:
                self.end()
            self.pages.append(_Filled(self._items, kept, self._room(()) - self._note_height(kept) - self._y))
        elif not self.is_empty or not self.pages:
            self.end()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self._items


def _merged(notes: tuple[str, ...], group: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*notes, *(note for item in group for note in item.notes))))


def height_of(group: Sequence[Item], *, first: bool) -> float:
    """Return the height of items one below the other; the first one's gap counts unless it begins a page."""
    gaps = sum(item.gap for item in (group[1:] if first else group))
    return gaps + sum(item.block.height for item in group)


def grouped(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Return the items in groups that stand on one page: each item with those that it is kept with."""
    group: list[Item] = []
    for item in items:
        group.append(item)
        if not item.keep:
            yield group
            group = []
    if group:
        yield group


def fill_pages(items: Sequence[Item], furniture: Furniture, paper: Paper) -> tuple[Page, ...]:
    """Put items on pages.

    A group that is higher than a page is made smaller until it fits; nothing is cut or left out.

    Args:
        items: The items in order.
        furniture: What else stands on each page.
        paper: The size of the pages.
    """
    height = content_height(paper)
    filler = _Filler(furniture, height)
    for group in grouped(items):
        filler.add(group)
    filler.finish()
    count = len(filler.pages)
    return tuple(
        _page(filled, furniture, height, number, count) for number, filled in enumerate(filler.pages, 1)
    )


def _page(filled: _Filled, furniture: Furniture, height: float, number: int, count: int) -> Page:
    body = tuple(Placed(block, MARGIN, MARGIN + y) for block, y in filled.spread())
    foot = furniture.foot(number, count)
    bottom = MARGIN + height - foot.height
    frame = [Placed(foot, MARGIN, bottom)]
    note_block = furniture.notes(filled.notes) if filled.notes else None
    if note_block is not None:
        frame.insert(0, Placed(note_block, MARGIN, bottom - furniture.gap - note_block.height))
    if furniture.head is not None and number > 1:
        frame.insert(0, Placed(furniture.head, MARGIN, MARGIN))
    return Page(body, tuple(frame), filled.used, filled.free)
