"""Text is set as typed: no markup, no lost letter, right to left where its script is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.dots import mm
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.text import Run, Text, clean, isolated
from ankle_coach.printing.typeface import Kind, Style, Typeface
from tests.helpers.printing import faults, handout, printed, some_plan, squeezed

pytestmark = pytest.mark.usefixtures("qapp")
HEBREW, ARABIC = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df", "\u0645\u062d\u0645\u062f"
NAMES = (
    'Kim "Kiwi" O\u2019Hara',
    "<b>Bold</b> & <script>alert(1)</script>",
    "&lt;not markup&gt; {braces} %s %1",
    HEBREW,
    f"Alex {HEBREW} (left)",
    "Zoe \N{SMILING FACE WITH SMILING EYES}\N{ZERO WIDTH JOINER}\N{RUNNER}",
    "\u202eevil\u202c",
    "Tab\there\x00null\x07bell",
    "\ud800 half",
    "\N{OBJECT REPLACEMENT CHARACTER}thing",
    "W" * 120,
)


def _style() -> Style:
    return Style(Typeface(12).font(Kind.BODY), "#000000", 1.0)


def test_control_characters_go_and_line_breaks_stay() -> None:
    assert clean("a\r\nb\rc\x00\td") == "a\u2028b\u2028c d"
    assert clean("\ud83d") == "\ufffd"


def test_a_name_that_runs_left_is_kept_apart() -> None:
    assert isolated("Alex") == "Alex"
    assert isolated(HEBREW) == f"\u2068{HEBREW}\u2069"


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_never_breaks_the_page(name: str) -> None:
    made = handout(some_plan(2, seed=5), name=name)
    document = lay_out(made)
    assert not list(faults(document))
    leaves = [leaf.text for page in document.pages for leaf in page.leaves()]
    assert any(squeezed(clean(name)) == squeezed(text) for text in leaves)
    sheet = printed(document)
    if name.isascii() and name.isprintable():
        assert squeezed(name) in squeezed(sheet.texts[0])


def test_lines_are_those_of_the_text() -> None:
    text = Text("one two three " * 20 + "\N{RUNNER} end", _style(), mm(50))
    assert text.line_count > 3
    assert len(text.lines()) == text.line_count
    assert squeezed("".join(text.lines())) == squeezed(text.text)
    assert text.used <= text.width + 1


def test_a_long_word_breaks_rather_than_leaves_its_place() -> None:
    text = Text("W" * 200, _style(), mm(30))
    (leaf,) = text.leaves(0, 0)
    assert isinstance(leaf, Leaf)
    assert leaf.over == 0
    assert text.line_count > 3


def test_pieces_may_be_bold() -> None:
    plain = Text("mmmm mmmm", _style(), mm(100))
    bold = Text([Run("mmmm "), Run("mmmm", bold=True)], _style(), mm(100))
    assert bold.text == plain.text
    assert bold.used > plain.used


def test_sizes_follow_the_body_and_are_never_tiny() -> None:
    small, large = Typeface(12), Typeface(20, large=True)
    assert small.font(Kind.TITLE).pixelSize() > small.font(Kind.BODY).pixelSize()
    assert small.font(Kind.FINE).pixelSize() * 72 / 1200 >= 7.99
    assert large.font(Kind.SMALL).pixelSize() == large.font(Kind.BODY).pixelSize()
    assert small.font(Kind.STRONG).weight() >= QFont.Weight.DemiBold
