"""Pages: nothing is split, a heading stays with what follows, a table's head comes again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.printing.blocks import Block, Shrunk, Space
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.pages import (
    MARGIN,
    Furniture,
    Item,
    Page,
    Paper,
    content_height,
    content_width,
    fill_pages,
)

FOOT, HEAD, GAP = mm(10), mm(8), mm(2)


def _notes(ids: Sequence[str]) -> Block | None:
    return Space(mm(4) * len(ids), mm(100)) if ids else None


FURNITURE = Furniture(
    head=Space(HEAD, mm(100)), foot=lambda number, count: Space(FOOT, mm(100)), notes=_notes, gap=GAP
)


def _item(height: float, **fields: Any) -> Item:
    return Item(Space(mm(height), mm(100)))._replace(**fields)


def _fill(*items: Item) -> tuple[Page, ...]:
    return fill_pages(items, FURNITURE, Paper.A4)


def test_margins_are_those_that_printers_reach() -> None:
    assert mm(12.7) <= MARGIN
    assert content_width(Paper.A4) == pytest.approx(mm(182))
    assert pt(72) == pytest.approx(mm(25.4))


def test_a_block_that_does_not_fit_begins_the_next_page() -> None:
    pages = _fill(_item(200), _item(100), _item(100))
    assert [len(page.body) for page in pages] == [1, 2]
    assert pages[0].body[0].y == MARGIN
    assert pages[1].body[0].y == pytest.approx(MARGIN + HEAD + GAP)


def _growing(height: float, most: float) -> Item:
    return _item(height, grow=lambda tall: Space(tall, mm(100)), most=mm(most))


def test_what_can_grow_shares_the_room_that_is_left() -> None:
    page = _fill(_growing(50, 60), _item(20), _growing(40, 60))[0]
    assert [round(placed.block.height / mm(1)) for placed in page.body] == [60, 20, 60]
    assert [round((placed.y - MARGIN) / mm(1)) for placed in page.body] == [0, 60, 80]


def test_what_grows_stays_on_its_page() -> None:
    page, after = _fill(_growing(100, 200), _growing(100, 150), _item(100))
    heights = [placed.block.height / mm(1) for placed in page.body]
    assert sum(heights) == pytest.approx(content_height(Paper.A4) / mm(1) - 12, abs=1.0)
    assert heights[0] - 100 == pytest.approx(2 * (heights[1] - 100))
    assert after.body[0].block.height == mm(100)


def test_what_grows_more_than_asked_for_stays_as_it_was() -> None:
    item = _item(50, grow=lambda tall: Space(tall + mm(9), mm(100)), most=mm(60))
    assert _fill(item)[0].body[0].block.height == mm(50)


def test_a_heading_goes_with_what_follows() -> None:
    pages = _fill(_item(230), _item(10, keep=True), _item(30))
    assert [len(page.body) for page in pages] == [1, 2]


def test_the_head_of_a_table_comes_again() -> None:
    head = Space(mm(9), mm(100))
    pages = _fill(Item(head, keep=True), *(_item(60, again=head) for _ in range(5)))
    assert pages[1].body[0].block is head
    assert len(pages[1].body) > 1


def test_notes_take_room_from_their_own_page_only() -> None:
    plain = _fill(_item(150), _item(100))
    noted = _fill(_item(150), _item(100, notes=("a", "b", "c", "d")))
    assert [len(page.body) for page in plain] == [2]
    assert [len(page.body) for page in noted] == [1, 1]
    assert len(noted[0].frame) == 1
    assert len(noted[1].frame) == 3


def test_notes_that_stand_together_take_room_from_the_last_page_only() -> None:
    together = FURNITURE._replace(together=True)

    def fill(*items: Item) -> tuple[Page, ...]:
        return fill_pages(items, together, Paper.A4)

    both = fill(_item(150, notes=("a", "b")), _item(100, notes=("b", "c")), _item(30, notes=("d",)))
    assert [len(page.body) for page in both] == [2, 1]
    assert [len(page.frame) for page in both] == [1, 3]
    assert both[1].frame[1].block.height == pytest.approx(mm(16))
    full = fill(_item(250, notes=("a", "b")))
    assert [len(page.body) for page in full] == [1, 0]  # no note is ever left out
    assert len(fill()) == 1


def test_a_block_that_is_higher_than_a_page_is_made_smaller() -> None:
    pages = _fill(_item(20), _item(400), _item(20))
    assert [len(page.body) for page in pages] == [1, 1, 1]
    shrunk = pages[1].body[0].block
    assert isinstance(shrunk, Shrunk)
    assert shrunk.scale < 1


def test_a_new_page_is_begun_where_asked_and_nothing_is_still_a_page() -> None:
    assert len(_fill(_item(20), _item(20, new_page=True))) == 2
    assert len(_fill(_item(20, new_page=True))) == 1
    assert len(_fill()) == 1


_WANTED = st.tuples(st.floats(1, 320), st.booleans(), st.integers(0, 3), st.floats(0, 20))
"""Height, whether it is kept with the next, its notes, and the gap above it; lengths in millimeters."""


@given(
    st.lists(
        st.tuples(st.floats(1, 320), st.booleans(), st.integers(0, 3), st.floats(0, 20)),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_comes_it_stands_in_order_inside_and_apart(
    wanted: list[tuple[float, bool, int, float]],
) -> None:
    items = [
        _item(height, keep=keep, notes=tuple("abc"[:notes]), gap=mm(gap))
        for height, keep, notes, gap in wanted
    ]
    pages = _fill(*items)
    assert sum(len(page.body) for page in pages) == len(items)
    bottom = MARGIN + content_height(Paper.A4)
    for page in pages:
        assert page.body
        places = sorted((placed.rect for placed in page.placed), key=lambda rect: rect.top())
        assert places[0].top() >= MARGIN - 0.5
        assert places[-1].bottom() <= bottom + 0.5
        for above, below in pairwise(places):
            assert above.bottom() <= below.top() + 0.5
