"""Cards: alike in one handout, nothing said twice, care over the whole width, figures that grow."""

from __future__ import annotations

import pytest

from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.cards import LINE, STRIP, CardMaker, Density, Shape
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.entries import Entry, sections_of
from ankle_coach.printing.handout import Layout
from tests.helpers.building import FOUR, clinic, draft_of
from tests.helpers.printing import handout

pytestmark = pytest.mark.usefixtures("qapp")


def _maker(layout: Layout = Layout.CARDS_4, points: int = 12) -> tuple[CardMaker, Composer, list[Entry]]:
    """What makes the cards of four exercises with long precautions, and what they say."""
    made = handout(draft_of(clinic(), *FOUR).plan, layout=layout, points=points)
    composer = Composer(made.options, made.words)
    entries = [entry for section in sections_of(made) for entry in section.entries]
    return CardMaker(composer, {}, lambda ids: ()), composer, entries


def _leaves(entry: int, shape: Shape, density: Density, *, points: int = 12) -> list[Leaf]:
    maker, composer, entries = _maker(points=points)
    return list(maker.card(entries[entry], shape, composer.width, density).leaves(0.0, 0.0))


def _care(leaves: list[Leaf]) -> Leaf:
    return next(leaf for leaf in leaves if "Take care:" in leaf.text)


def test_a_precaution_that_is_a_cue_is_said_once() -> None:
    _, _, entries = _maker()
    stretch = entries[2]
    assert set(stretch.cues) & set(stretch.precautions) == {"No bouncing"}
    leaves = _leaves(2, STRIP, Density.ROOMY)
    assert sum("No bouncing" in leaf.text for leaf in leaves) == 1
    assert all(care in _care(leaves).text for care in stretch.precautions if care != "No bouncing")


def test_a_tight_card_has_care_below_its_figure_over_the_whole_width() -> None:
    roomy, tight = (_leaves(0, STRIP, density) for density in (Density.ROOMY, Density.TIGHT))
    figure = max(leaf.rect.bottom() for leaf in tight if leaf.text == "<figure>")
    assert _care(tight).rect.top() > figure
    assert _care(tight).rect.width() > 1.3 * _care(roomy).rect.width()


def test_captions_come_after_what_is_read() -> None:
    texts = [leaf.text for leaf in _leaves(0, STRIP, Density.ROOMY)]
    assert texts.index("start") > max(texts.index(text) for text in texts if "Feet hip-width" in text)


def test_in_large_type_name_and_dose_stand_above_the_figure() -> None:
    leaves = _leaves(0, STRIP, Density.ROOMY, points=16)
    title = next(leaf for leaf in leaves if leaf.text.endswith("Two-leg calf raise"))
    assert title.rect.bottom() < min(leaf.rect.top() for leaf in leaves if leaf.text == "<figure>")


def test_in_large_type_a_tight_card_keeps_the_width_of_its_figure() -> None:
    def widths(points: int) -> list[float]:
        return [
            max(
                leaf.rect.width()
                for leaf in _leaves(0, STRIP, density, points=points)
                if leaf.text == "<figure>"
            )
            for density in (Density.ROOMY, Density.TIGHT)
        ]

    roomy, tight = widths(16)
    assert tight == roomy
    roomy, tight = widths(12)
    assert tight < roomy


def test_a_short_level_stands_beside_the_name_on_a_tight_card() -> None:
    def tops(density: Density) -> tuple[float, float]:
        leaves = _leaves(1, STRIP, density)
        title = next(leaf for leaf in leaves if leaf.text.endswith("Single-leg stand"))
        level = next(leaf for leaf in leaves if leaf.text.startswith("Level 1 of 6"))
        return title.rect.bottom(), level.rect.bottom()

    title, level = tops(Density.TIGHT)
    assert abs(title - level) < mm(1.5)
    title, level = tops(Density.ROOMY)
    assert level > title + mm(3)


@pytest.mark.parametrize("shape", [STRIP, LINE], ids=["strip", "line"])
@pytest.mark.parametrize("density", list(Density))
def test_a_card_grows_with_its_figure_to_the_height_asked_for(shape: Shape, density: Density) -> None:
    maker, composer, entries = _maker()
    for entry in entries:
        card = maker.card(entry, shape, composer.width, density)
        more = maker.stretch(entry, shape, composer.width, density, card.height)
        grown = maker.card(entry, shape, composer.width, density, card.height + more)
        assert grown.height == pytest.approx(card.height + more, abs=1.0)
        before, after = (
            max(leaf.rect.height() for leaf in block.leaves(0.0, 0.0) if leaf.text == "<figure>")
            for block in (card, grown)
        )
        assert after == pytest.approx(before + more, abs=mm(0.5))
