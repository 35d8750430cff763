"""The foot map: every zone is there, has words, is told apart from its neighbors, and can be hit."""

from __future__ import annotations

import itertools
import tomllib

import pytest

from ankle_coach.domain.foot_map import (
    FRAMES,
    OUTLINES,
    SOLE_ZONES,
    FootView,
    FootZone,
    foot_view_word,
    foot_word,
    foot_zone_word,
    inside,
    views_of,
    zone_at,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.resources import resource_path

PLACES = [(view, zone) for view in FootView for zone in OUTLINES[view]]


def test_the_ids_are_kept() -> None:
    """They are stored with answers: a change would lose what people said."""
    assert [zone.value for zone in FootZone] == [
        "calf", "above-ankle", "outer-ankle", "inner-ankle", "front-ankle", "achilles-middle",
        "achilles-heel", "under-heel", "arch", "outer-edge", "midfoot-top", "forefoot",
    ]  # fmt: skip


def test_every_zone_is_in_sight_and_has_its_own_words() -> None:
    assert all(views_of(zone) for zone in FootZone)
    assert len({foot_zone_word(zone, PLAIN_WORDS) for zone in FootZone}) == len(FootZone)
    assert len({foot_view_word(view, PLAIN_WORDS) for view in FootView}) == len(FootView)
    assert foot_word(Side.LEFT, PLAIN_WORDS) != foot_word(Side.RIGHT, PLAIN_WORDS)


@pytest.mark.parametrize(("view", "zone"), PLACES)
def test_zones_do_not_overlap(view: FootView, zone: FootZone) -> None:
    frame = FRAMES[view]
    for x, y in itertools.product(
        range(int(frame.left), int(frame.right), 4), range(int(frame.bottom), int(frame.top), 4)
    ):
        if inside(OUTLINES[view][zone], (x, y)):
            assert zone_at(view, (x, y)) is zone


@pytest.mark.parametrize(
    ("view", "point", "zone"),
    [
        pytest.param(FootView.OUTER, (0, 0), FootZone.OUTER_ANKLE, id="joint from outside"),
        pytest.param(FootView.INNER, (0, 0), FootZone.INNER_ANKLE, id="joint from inside"),
        pytest.param(FootView.INNER, (45, -48), FootZone.ARCH, id="arch"),
        pytest.param(FootView.OUTER, (45, -55), FootZone.OUTER_EDGE, id="outer edge"),
        pytest.param(FootView.BACK, (0, 70), FootZone.ACHILLES_MIDDLE, id="tendon from behind"),
        pytest.param(FootView.BACK, (40, 0), FootZone.OUTER_ANKLE, id="outward is to the right from behind"),
        pytest.param(FootView.SOLE, (20, 40), FootZone.ARCH, id="inward is to the right of the sole"),
        pytest.param(FootView.SOLE, (0, 250), None, id="beyond the toes"),
    ],
)
def test_which_zone_is_where(view: FootView, point: tuple[float, float], zone: FootZone | None) -> None:
    assert zone_at(view, point) is zone


def test_the_sole_has_the_zones_of_the_ball_massage() -> None:
    with resource_path("exercises/mas-ball-foot.toml").open("rb") as file:
        levels = tomllib.load(file)["levels"]
    asked = {zone for level in levels for block in level["dose"]["blocks"] for zone in block.get("zones", ())}
    assert asked == set(SOLE_ZONES)
