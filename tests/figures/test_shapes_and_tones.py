"""Curves, hatching and colors: the small parts that figures are made of."""

from __future__ import annotations

import math

import pytest

from ankle_coach.figures.shapes import capsule, closed_curve, ellipse, hatching, hull, limb_points
from ankle_coach.figures.tones import Ground, Tone, figure_colors, ghosted, mixed


def test_a_closed_curve_goes_through_its_points() -> None:
    box = closed_curve([(0, 0), (100, 0), (100, 50), (0, 50)]).boundingRect()
    assert box.left() <= 0
    assert box.right() >= 100
    assert 50 <= box.height() < 70


def test_a_capsule_holds_both_its_circles() -> None:
    box = capsule((0, 0), (100, 0), 20, 10).boundingRect()
    assert (box.left(), box.right(), box.top(), box.bottom()) == pytest.approx((-20, 110, -20, 20), abs=0.5)


def test_a_limbs_front_lies_forward_of_a_hanging_bone() -> None:
    points = limb_points((0, 100), (0, 0), ((0.0, 30.0, 10.0), (1.0, 20.0, 5.0)))
    flat = [number for point in points for number in point]
    assert flat == pytest.approx([30, 100, 20, 0, -5, 0, -10, 100])


def test_a_hull_holds_every_circle() -> None:
    inner, wide = hull([((0, 0), 10), ((50, 0), 20), ((25, 5), 3)], 4)
    box = inner.boundingRect()
    assert wide.boundingRect().width() == pytest.approx(box.width() + 8)
    assert wide.contains(inner)
    assert (box.left(), box.right()) == pytest.approx((-10, 70), abs=0.01)


@pytest.mark.parametrize("rising", [True, False])
def test_hatching_stays_inside_and_slants(rising: bool) -> None:
    lines = hatching(ellipse((10, 20), 50, 50), 8.0, rising)
    assert len(lines) > 5
    for a, b in lines:
        for point in (a, b):
            assert math.hypot(point.x() - 10, point.y() - 20) < 51
        slope = (b.y() - a.y()) / (b.x() - a.x())
        assert slope == pytest.approx(1.0 if rising else -1.0, abs=1e-6)


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("tone", list(Tone))
def test_each_tone_and_ground_has_all_colors(tone: Tone, ground: Ground) -> None:
    colors = figure_colors(tone, ground)
    assert all(len(color) == 7 and color.startswith("#") for color in colors[:-1])
    assert colors.hatch == (ground is Ground.BLACK_WHITE)


def test_tones_differ_and_ghosts_are_nearly_paper() -> None:
    assert len({figure_colors(tone).skin for tone in Tone}) == len(Tone)
    pale = ghosted(figure_colors())
    assert pale.skin == mixed(figure_colors().skin, pale.paper, 0.75)
    assert pale.paper == figure_colors().paper


def test_mixing_goes_from_one_color_to_the_other() -> None:
    assert [mixed("#000000", "#ffffff", share) for share in (0.0, 0.5, 1.0)] == [
        "#000000",
        "#808080",
        "#ffffff",
    ]
