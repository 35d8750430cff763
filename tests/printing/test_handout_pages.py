"""The handout, printed and read back: words whole, nothing split, cut, blank or on top of another."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterable, Iterator
from itertools import product

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.dots import mm
from ankle_coach.printing.entries import sections_of
from ankle_coach.printing.handout import Handout, Layout
from ankle_coach.printing.handout_maker import HandoutMaker
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.pages import Document, Page, Paper, Placed
from tests.helpers.building import FOUR, clinic, draft_of
from tests.helpers.printing import Sheet, faults, handout, printed, program_plan, some_plan, squeezed

pytestmark = pytest.mark.usefixtures("qapp")
Case = tuple[int, Layout, Paper, int, str]
CASES: list[Case] = list(product(range(1, 13), Layout, Paper, (12, 16, 20), ("en", "qps")))
"""Every number of exercises, layout, paper, size and language."""
SHARE = 24
LETTER, A4 = (612, 792), (595, 842)


def _sample() -> list[Case]:
    """A share of the campaign in which every layout, paper, size and language occurs."""
    return random.Random(6).sample(CASES, SHARE)


def _words(made: Handout) -> Iterator[str]:
    """What must be read on paper, in whole words."""
    words = made.words
    yield made.name
    for section in sections_of(made):
        for entry in section.entries:
            yield entry.name
            if made.options.layout is Layout.LOG:
                yield from entry.doses
                continue
            yield from (*entry.doses, entry.level, entry.side, *entry.cues, *entry.precautions)
            yield from (text for text in (entry.pain, entry.often, *(t for _, t in entry.typed)) if text)
    stop = next(card for card in made.safety.cards.card if card.id == "stop-and-see")
    yield from (words.gettext(line) for line in stop.lines)
    yield words.gettext("Education, not a diagnosis. If unsure, get checked.")
    yield words.gettext("Pain next morning (0 to 10)")


def _check(case: Case) -> None:
    count, layout, paper, points, language = case
    plan = some_plan(count, seed=count, sessions=1 + count // 5)
    made = handout(
        plan, language, layout=layout, paper=paper, points=points, grid_weeks=1 + count % 3,
        by_position=bool(count % 2),
    )  # fmt: skip
    document = lay_out(made)
    assert not list(faults(document))
    sheet = printed(document)
    _check_words(made, sheet)
    _check_pages(document, sheet, made)
    _check_figures(document, sheet, made)


def _check_words(made: Handout, sheet: Sheet) -> None:
    read = squeezed("".join(sheet.texts))
    missing = [text for text in _words(made) if squeezed(text) not in read]
    assert not missing


def _check_pages(document: Document, sheet: Sheet, made: Handout) -> None:
    wanted = A4 if made.options.paper is Paper.A4 else LETTER
    assert all((round(w), round(h)) == wanted for w, h in sheet.sizes)
    for number, text in enumerate(sheet.texts, 1):
        line = made.words.gettext("Page {number} of {count}").format(number=number, count=len(document.pages))
        assert squeezed(line) in squeezed(text)
    assert all(sheet.fonts.values())
    assert sum(sheet.images) == 0


def _check_figures(document: Document, sheet: Sheet, made: Handout) -> None:
    entries = [entry for section in sections_of(made) for entry in section.entries]
    for page, paths in zip(document.pages, sheet.paths, strict=True):
        shown = sum(leaf.text == "<figure>" for leaf in page.leaves())
        assert paths > 12 * shown
    shown = sum(leaf.text == "<figure>" for page in document.pages for leaf in page.leaves())
    if made.options.layout is not Layout.LOG:
        assert shown >= sum(entry.figure is not None for entry in entries)


@pytest.mark.parametrize("case", _sample(), ids=lambda case: "-".join(map(str, case)))
def test_a_sheet_is_whole(case: Case) -> None:
    _check(case)


@pytest.mark.soak
@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_every_sheet_is_whole(case: Case) -> None:
    _check(case)


def test_the_sample_has_every_kind() -> None:
    kinds: tuple[Iterable[object], ...] = (range(1, 13), Layout, Paper, (12, 16, 20), ("en", "qps"))
    for place, wanted in enumerate(kinds):
        assert {case[place] for case in _sample()} == set(wanted)


@pytest.mark.parametrize(
    ("layout", "most"), [(Layout.CARDS_1, 1), (Layout.CARDS_2, 2), (Layout.CARDS_4, 4), (Layout.CARDS_6, 6)]
)
def test_a_page_has_no_more_cards_than_asked_for(layout: Layout, most: int) -> None:
    document = lay_out(handout(some_plan(12, seed=3), layout=layout, grid_weeks=0))
    names = {
        entry.name for section in sections_of(handout(some_plan(12, seed=3))) for entry in section.entries
    }
    for page in document.pages:
        cards = sum(any(leaf.text.endswith(name) for name in names) for leaf in page.leaves())
        assert cards <= most


@pytest.mark.parametrize(("layout", "count"), [(Layout.CARDS_4, 1), (Layout.CARDS_2, 1), (Layout.COMPACT, 2)])
def test_a_short_plan_stands_on_one_sheet(layout: Layout, count: int) -> None:
    made = handout(some_plan(count, seed=21), layout=layout)
    document = lay_out(made)
    assert len(document.pages) == 1
    assert not list(faults(document))


def _shipped(*exercises: str, layout: Layout) -> tuple[Document, list[list[str]]]:
    """A plan of shipped exercises at 12 points on A4, and the numbers of the cards on each page."""
    made = handout(draft_of(clinic(), *exercises).plan, layout=layout)
    titles = [entry.title for section in sections_of(made) for entry in section.entries]
    document = lay_out(made)
    assert not list(faults(document))
    pages = [[leaf.text for leaf in page.leaves()] for page in document.pages]
    return document, [[title[0] for title in titles if title in texts] for texts in pages]


def test_four_a_page_are_four_also_with_long_precautions() -> None:
    document, cards = _shipped(*FOUR, layout=Layout.CARDS_4)
    assert len(document.pages) == 2
    assert cards[0] == ["1", "2", "3", "4"]


def test_sources_stand_on_the_last_page_where_cards_need_their_room() -> None:
    document = lay_out(handout(program_plan("preset-silbernagel", "phase-1")))
    first, last = ([leaf.text for leaf in page.leaves()] for page in document.pages)
    assert not any(text.startswith("Sources:") for text in first)
    assert any(text.startswith("Sources:") and "\u00b9" in text for text in last)


def test_three_exercises_have_the_pain_rule_and_when_to_stop_beside_them() -> None:
    document, _ = _shipped(*FOUR[:3], layout=Layout.CARDS_4)
    first = "".join(leaf.text for leaf in document.pages[0].leaves())
    assert "Pain in an exercise" in first
    assert "When to stop" in first


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("program", ["", "preset-silbernagel"])
def test_four_exercises_with_their_rules_and_grid_are_one_compact_sheet(program: str, paper: Paper) -> None:
    plan = program_plan(program, "phase-1") if program else draft_of(clinic(), *FOUR).plan
    document = lay_out(handout(plan, layout=Layout.COMPACT, paper=paper))
    assert len(document.pages) == 1
    assert not list(faults(document))
    said = "".join(leaf.text for leaf in document.pages[0].leaves())
    for part in ("Pain in an exercise", "When to stop", "Who to see", "Week of", "Sources:"):
        assert part in said


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("three", [FOUR[:3], FOUR[1:]])
def test_three_cards_with_their_rules_and_grid_are_one_sheet(three: tuple[str, ...], paper: Paper) -> None:
    document = lay_out(handout(draft_of(clinic(), *three).plan, layout=Layout.CARDS_4, paper=paper))
    assert len(document.pages) == 1
    assert not list(faults(document))


def test_closer_gaps_save_a_page_of_seven_exercises() -> None:
    made = handout(program_plan("lateral-sprain", "p3"), layout=Layout.CARDS_6, paper=Paper.LETTER)
    assert len(HandoutMaker(made).document().pages) == 4
    assert len(lay_out(made).pages) == 3


@pytest.mark.parametrize("layout", list(Layout))
def test_every_mark_of_a_page_has_its_source_there_or_on_the_last_one(layout: Layout) -> None:
    pages = lay_out(handout(program_plan(), layout=layout, points=16)).pages
    lists = [
        {m for leaf in page.leaves() if leaf.text.startswith("Sources:") for m in _marks(leaf)}
        for page in pages
    ]
    together = not any(lists[:-1])
    for page, told in zip(pages, lists, strict=True):
        said = {m for leaf in page.leaves() if not leaf.text.startswith("Sources:") for m in _marks(leaf)}
        assert said <= (lists[-1] if together else told)


def _marks(leaf: Leaf) -> list[str]:
    return re.findall("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+", leaf.text)


def test_cards_are_set_closely_only_where_that_saves_a_page() -> None:
    document, _ = _shipped(*FOUR, layout=Layout.CARDS_4)
    title = max(
        leaf.rect.height() for leaf in document.pages[0].leaves() if leaf.text == "Your ankle program"
    )
    close, _ = _shipped(*FOUR[:3], layout=Layout.CARDS_4)
    lower = max(leaf.rect.height() for leaf in close.pages[0].leaves() if leaf.text == "Your ankle program")
    assert lower < 0.7 * title


@pytest.mark.parametrize("layout", [Layout.CARDS_4, Layout.COMPACT, Layout.LARGE])
def test_figures_of_all_cards_stand_in_one_column(layout: Layout) -> None:
    document = lay_out(handout(program_plan("lateral-sprain", "p3"), layout=layout))
    lefts = {
        round(leaf.rect.left())
        for page in document.pages
        for leaf in page.leaves()
        if leaf.text == "<figure>"
    }
    widths = {
        round(leaf.rect.width())
        for page in document.pages
        for leaf in page.leaves()
        if leaf.text == "<figure>"
    }
    assert len(widths) == 2  # of one picture, and of start and end
    assert len(lefts) == 2


@pytest.mark.parametrize("paper", list(Paper))
def test_the_first_exercise_stands_under_the_head_in_large_print(paper: Paper) -> None:
    document = lay_out(handout(program_plan(), layout=Layout.LARGE, points=20, paper=paper))
    assert any(leaf.text == "<figure>" for leaf in document.pages[0].leaves())


def test_rows_for_a_pen_grow_where_the_page_has_room() -> None:
    plan = program_plan("preset-silbernagel", "phase-1")
    last = lay_out(handout(plan)).pages[-1]
    close = lay_out(handout(plan, layout=Layout.COMPACT)).pages[-1]

    def heights(page: Page) -> list[float]:
        return [p.block.height for p in page.body if any(x.text.startswith("Worst") for x in _inside(p))]

    assert heights(last)[0] == pytest.approx(mm(11), abs=mm(0.1))
    assert mm(6.5) < heights(close)[0] < mm(8)


def _inside(placed: Placed) -> Iterator[Leaf]:
    return placed.block.leaves(placed.x, placed.y)


def test_six_exercises_and_their_grid_stand_on_two_pages() -> None:
    document, cards = _shipped(*FOUR, "str-calf-seated", "str-band-inv", layout=Layout.CARDS_6)
    assert len(document.pages) == 2
    assert cards[0] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("paper", list(Paper))
def test_in_large_type_the_first_page_is_not_left_empty(paper: Paper) -> None:
    document = lay_out(handout(some_plan(4, seed=2), points=20, paper=paper))
    filled = document.pages[0].body[-1].rect.bottom()
    assert filled > 0.55 * document.size[1]


@pytest.mark.parametrize("paper", list(Paper))
def test_where_the_grid_of_a_large_log_does_not_fit_the_rules_stand_under_the_head(paper: Paper) -> None:
    document = lay_out(handout(layout=Layout.LOG, points=20, paper=paper))
    first = "".join(leaf.text for leaf in document.pages[0].leaves())
    assert "When to stop" in first or "Week of" in first


def test_cards_in_large_type_share_a_page_where_closer_ones_can() -> None:
    made = handout(program_plan("lateral-sprain", "p2"), layout=Layout.LARGE, paper=Paper.LETTER)
    titles = {entry.title for section in sections_of(made) for entry in section.entries}
    cards = [sum(leaf.text in titles for leaf in page.leaves()) for page in lay_out(made).pages]
    assert max(cards[:-1]) == 2  # the last page has the grid, which names all of them


@pytest.mark.parametrize("paper", list(Paper))
def test_the_names_of_the_days_are_whole_in_large_type(paper: Paper) -> None:
    document = lay_out(handout(layout=Layout.LARGE, points=20, paper=paper))
    heads = {
        leaf.rect.height() for page in document.pages for leaf in page.leaves() if leaf.text in ("Mon", "Wed")
    }
    assert len(heads) == 1
