"""The foot map as data: named zones of ankle and foot, as outlines in millimeters in four views.

Every view is of a **right** foot and is mirrored for a left one. Points count from the ankle joint. In the
views from the sides x is toward the toes; from behind x is outward; of the sole x is inward and y is toward
the toes; otherwise y is up.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words

Point = tuple[float, float]
Outline = tuple[Point, ...]


class FootView(StrEnum):
    """From where the foot is seen."""

    OUTER = "outer"
    INNER = "inner"
    BACK = "back"
    SOLE = "sole"


class FootZone(StrEnum):
    """Where it can hurt; the ids are stored, so they never change. In the order in which keys visit them."""

    CALF = "calf"
    ABOVE_ANKLE = "above-ankle"
    OUTER_ANKLE = "outer-ankle"
    INNER_ANKLE = "inner-ankle"
    FRONT_ANKLE = "front-ankle"
    ACHILLES_MIDDLE = "achilles-middle"
    ACHILLES_HEEL = "achilles-heel"
    UNDER_HEEL = "under-heel"
    ARCH = "arch"
    OUTER_EDGE = "outer-edge"
    MIDFOOT_TOP = "midfoot-top"
    FOREFOOT = "forefoot"


class Frame(NamedTuple):
    """What a view needs of space, in millimeters, y up."""

    left: float
    bottom: float
    right: float
    top: float


SHIN_TOP: Final = 330.0
"""How far above the ankle joint the drawn leg is cut, so that the thickest part of the calf is on it."""

FRAMES: Final[dict[FootView, Frame]] = {
    FootView.OUTER: Frame(-84.0, -78.0, 214.0, SHIN_TOP + 8.0),
    FootView.INNER: Frame(-84.0, -78.0, 214.0, SHIN_TOP + 8.0),
    FootView.BACK: Frame(-72.0, -78.0, 72.0, SHIN_TOP + 8.0),
    FootView.SOLE: Frame(-64.0, -78.0, 64.0, 218.0),
}

_SIDE_CALF: Final = (
    (2, 325), (-2, 240), (-8, 150), (-22, 122), (-60, 122), (-96, 240), (-92, 325)
)  # fmt: skip
_SIDE_ABOVE: Final = ((-9, 132), (46, 132), (42, 40), (12, 32), (-12, 31))
_SIDE_FRONT: Final = ((15, 31), (50, 42), (78, 0), (56, -24), (28, -10), (27, 6))
_SIDE_MIDFOOT: Final = ((57, -25), (80, -1), (130, -18), (118, -43))
_SIDE_ACHILLES: Final = ((-12, 118), (-62, 118), (-62, 28), (-16, 28))
_SIDE_INSERTION: Final = ((-20, 26), (-66, 26), (-88, -42), (-40, -42), (-31, -8))

OUTLINES: Final[dict[FootView, dict[FootZone, Outline]]] = {
    FootView.OUTER: {
        FootZone.CALF: _SIDE_CALF,
        FootZone.ABOVE_ANKLE: _SIDE_ABOVE,
        FootZone.OUTER_ANKLE: (
            (-17, 27), (12, 28), (24, 2), (20, -24), (-2, -36), (-24, -28), (-28, 0),
        ),
        FootZone.FRONT_ANKLE: _SIDE_FRONT,
        FootZone.ACHILLES_MIDDLE: _SIDE_ACHILLES,
        FootZone.ACHILLES_HEEL: _SIDE_INSERTION,
        FootZone.UNDER_HEEL: ((-80, -50), (-20, -50), (-12, -76), (-80, -78)),
        FootZone.OUTER_EDGE: ((-8, -42), (26, -34), (62, -32), (100, -44), (98, -78),
                              (-4, -78)),
        FootZone.MIDFOOT_TOP: _SIDE_MIDFOOT,
        FootZone.FOREFOOT: ((102, -45), (126, -42), (138, -18), (216, -30), (216, -80),
                            (101, -80)),
    },
    FootView.INNER: {
        FootZone.CALF: _SIDE_CALF,
        FootZone.ABOVE_ANKLE: _SIDE_ABOVE,
        FootZone.INNER_ANKLE: (
            (-16, 27), (12, 28), (26, 6), (22, -20), (0, -34), (-22, -26), (-26, 0),
        ),
        FootZone.FRONT_ANKLE: _SIDE_FRONT,
        FootZone.ACHILLES_MIDDLE: _SIDE_ACHILLES,
        FootZone.ACHILLES_HEEL: _SIDE_INSERTION,
        FootZone.UNDER_HEEL: ((-80, -50), (-20, -50), (-12, -76), (-80, -78)),
        FootZone.ARCH: ((-10, -44), (22, -30), (60, -32), (100, -46), (98, -78), (-4, -78)),
        FootZone.MIDFOOT_TOP: _SIDE_MIDFOOT,
        FootZone.FOREFOOT: ((102, -46), (126, -42), (138, -18), (216, -30), (216, -80),
                            (101, -80)),
    },
    FootView.BACK: {
        FootZone.CALF: ((-74, 325), (74, 325), (74, 132), (-74, 132)),
        FootZone.ACHILLES_MIDDLE: ((-18, 126), (18, 126), (16, 30), (-16, 30)),
        FootZone.ACHILLES_HEEL: ((-16, 27), (16, 27), (28, -34), (-28, -34)),
        FootZone.OUTER_ANKLE: ((20, 22), (50, 28), (54, -24), (31, -34)),
        FootZone.INNER_ANKLE: ((-20, 30), (-50, 34), (-54, -14), (-29, -26)),
        FootZone.UNDER_HEEL: ((-40, -48), (33, -48), (30, -80), (-40, -80)),
    },
    FootView.SOLE: {
        FootZone.UNDER_HEEL: ((-46, -4), (40, -4), (44, -76), (-44, -76)),
        FootZone.ARCH: ((-12, -1), (42, -1), (52, 88), (-14, 82)),
        FootZone.OUTER_EDGE: ((-15, -1), (-50, -1), (-60, 78), (-17, 81)),
        FootZone.FOREFOOT: ((-62, 81), (-15, 85), (60, 92), (64, 216), (-64, 216)),
    },
}  # fmt: skip
"""Zones by view. An outline may reach beyond the skin, which makes it easier to hit; the painter cuts it."""

SOLE_ZONES: Final[dict[str, Outline]] = {
    "heel": ((-46, -4), (40, -4), (44, -76), (-44, -76)),
    "inner-arch": ((-8, -1), (42, -1), (52, 88), (-10, 82)),
    "outer-arch": ((-11, -1), (-50, -1), (-60, 76), (-13, 81)),
    "ball-of-foot": ((-62, 80), (-12, 85), (58, 92), (58, 142), (10, 140), (-58, 116)),
}
"""What a ball rolls over: the zones of a dose (`Duration.zones`), on the sole of a right foot."""


def zone_at(view: FootView, point: Point) -> FootZone | None:
    """Return the zone at a point of a view of a right foot, in millimeters; None beside all zones."""
    return next((zone for zone, outline in OUTLINES[view].items() if inside(outline, point)), None)


def views_of(zone: FootZone) -> tuple[FootView, ...]:
    """Return the views that show a zone."""
    return tuple(view for view in FootView if zone in OUTLINES[view])


def inside(outline: Outline, point: Point) -> bool:
    """Return whether a point lies within an outline (even-odd rule)."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise((*outline, outline[0])):
        if (y0 <= y) != (y1 <= y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def foot_zone_word(zone: FootZone, words: Words) -> str:
    """Return the words of a zone."""
    return {
        FootZone.CALF: words.pgettext("foot zone", "Calf"),
        FootZone.ABOVE_ANKLE: words.pgettext("foot zone", "Above the ankle"),
        FootZone.OUTER_ANKLE: words.pgettext("foot zone", "Outer ankle"),
        FootZone.INNER_ANKLE: words.pgettext("foot zone", "Inner ankle"),
        FootZone.FRONT_ANKLE: words.pgettext("foot zone", "Front of the ankle"),
        FootZone.ACHILLES_MIDDLE: words.pgettext("foot zone", "Achilles tendon, middle"),
        FootZone.ACHILLES_HEEL: words.pgettext("foot zone", "Achilles tendon, at the heel bone"),
        FootZone.UNDER_HEEL: words.pgettext("foot zone", "Under the heel"),
        FootZone.ARCH: words.pgettext("foot zone", "Arch"),
        FootZone.OUTER_EDGE: words.pgettext("foot zone", "Outer edge of the foot"),
        FootZone.MIDFOOT_TOP: words.pgettext("foot zone", "Top of the midfoot"),
        FootZone.FOREFOOT: words.pgettext("foot zone", "Forefoot"),
    }[zone]


def foot_view_word(view: FootView, words: Words) -> str:
    """Return the words of a view."""
    return {
        FootView.OUTER: words.pgettext("foot view", "Outer side"),
        FootView.INNER: words.pgettext("foot view", "Inner side"),
        FootView.BACK: words.pgettext("foot view", "Back"),
        FootView.SOLE: words.pgettext("foot view", "Sole"),
    }[view]


def foot_word(side: Side, words: Words) -> str:
    """Return which foot a map shows; both counts as right."""
    if side is Side.LEFT:
        return words.pgettext("foot map", "Left foot")
    return words.pgettext("foot map", "Right foot")
