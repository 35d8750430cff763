"""A share as a ring."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.ring import Ring


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme, words: Words) -> Ring:
    """An empty ring."""
    ring = Ring(theme, words, name="Adherence")
    qtbot.addWidget(ring)
    ring.resize(90, 90)
    return ring


def colors(ring: Ring) -> set[str]:
    """Return the colors that the ring is drawn with."""
    image = ring.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(90) for y in range(90)}


def test_not_yet_and_zero_look_different(ring: Ring, theme: Theme) -> None:
    assert (ring.value, ring.text) == (None, "not yet")
    assert theme.color("track").name() not in colors(ring)
    ring.set_value(0)
    assert (ring.value, ring.text) == (0.0, "0%")
    assert theme.color("track").name() in colors(ring)
    assert theme.color("positive_fill").name() not in colors(ring)


def test_the_arc_is_as_long_as_the_share(ring: Ring, theme: Theme) -> None:
    fill = theme.color("positive_fill").name()
    counts = []
    for value in (0.25, 0.5, 1.0):
        ring.set_value(value)
        image = ring.grab().toImage()
        counts.append(sum(image.pixelColor(x, y).name() == fill for x in range(90) for y in range(90)))
    assert counts == sorted(counts)
    assert counts[2] == pytest.approx(2 * counts[1], rel=0.15)


@pytest.mark.parametrize(
    ("value", "shown", "text"), [(0.857, 0.857, "86%"), (1.4, 1.0, "100%"), (-1, 0.0, "0%")]
)
def test_a_share_is_shown_in_percent(ring: Ring, value: float, shown: float, text: str) -> None:
    ring.set_value(value)
    assert (ring.value, ring.text) == (shown, text)
    assert ring.accessibleName() == f"Adherence {text}"


def test_other_words_can_stand_inside(ring: Ring) -> None:
    ring.set_value(0.5, "3 of 6")
    assert ring.text == "3 of 6"


def test_the_ring_grows_with_the_text(ring: Ring, theme: Theme) -> None:
    before = ring.sizeHint().width()
    theme.set_text_scale(200)
    assert ring.sizeHint().width() == 2 * before
