"""Where props stand, how large they are, and which anchors they offer."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from ankle_coach.domain.pose_contacts import part_point
from ankle_coach.domain.pose_figure import Prop, PropKind, Spot
from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_vectors import Vec

SIZES: Final[dict[PropKind, tuple[float, float]]] = {
    PropKind.FLOOR: (1500.0, 24.0),
    PropKind.MAT: (1500.0, 24.0),
    PropKind.WALL: (90.0, 1850.0),
    PropKind.CHAIR: (430.0, 450.0),
    PropKind.STEP: (460.0, 190.0),
    PropKind.BAND: (26.0, 0.0),
    PropKind.STRAP: (30.0, 0.0),
    PropKind.TOWEL: (420.0, 10.0),
    PropKind.ROLL: (90.0, 60.0),
    PropKind.BALL: (67.0, 67.0),
    PropKind.ICE_PACK: (170.0, 46.0),
    PropKind.CUSHION: (420.0, 150.0),
    PropKind.BOARD: (420.0, 80.0),
    PropKind.BACKPACK: (190.0, 400.0),
    PropKind.BIKE: (1000.0, 1000.0),
    PropKind.ROPES: (36.0, 1500.0),
    PropKind.KETTLEBELL: (170.0, 210.0),
    PropKind.LEG_PRESS: (500.0, 500.0),
    PropKind.WEIGHT: (150.0, 110.0),
    PropKind.WATER: (1500.0, 1250.0),
    PropKind.TAPE: (700.0, 700.0),
    PropKind.ANCHOR: (60.0, 900.0),
    PropKind.POST: (46.0, 404.0),
    PropKind.BANDAGE: (60.0, 0.0),
    PropKind.TRIPOD: (20.0, 20.0),
    PropKind.BLOCK: (400.0, 100.0),
    PropKind.HARD_BALL: (64.0, 64.0),
    PropKind.BOTTLE: (76.0, 76.0),
    PropKind.RAIL: (1500.0, 900.0),
    PropKind.ICE: (170.0, 46.0),
    PropKind.WRAP: (60.0, 0.0),
    PropKind.SLEEVE: (60.0, 0.0),
    PropKind.BRACE: (60.0, 0.0),
    PropKind.SCRUNCH: (420.0, 12.0),
    PropKind.STAR: (420.0, 420.0),
    PropKind.PRINTS: (420.0, 0.0),
    PropKind.HEART: (80.0, 80.0),
    PropKind.METRONOME: (200.0, 260.0),
}
"""Usual width and height in millimeters; a tennis ball is 67 mm (section 7.2)."""

SPOTS: Final[dict[PropKind, dict[str, tuple[float, float]]]] = {
    PropKind.WALL: {"face": (0.0, 0.0)},
    PropKind.CHAIR: {"seat": (-0.5, 1.0), "edge": (0.0, 1.0), "back": (-1.0, 2.0), "leg": (0.0, 0.1)},
    PropKind.STEP: {"edge": (0.0, 1.0), "top": (0.5, 1.0)},
    PropKind.BALL: {"top": (0.0, 1.0), "middle": (0.0, 0.5)},
    PropKind.HARD_BALL: {"top": (0.0, 1.0), "middle": (0.0, 0.5)},
    PropKind.BOTTLE: {"top": (0.0, 1.0), "middle": (0.0, 0.5)},
    PropKind.BLOCK: {"top": (0.0, 1.0), "edge": (-0.5, 1.0)},
    PropKind.CUSHION: {"top": (0.0, 0.86)},
    PropKind.BOARD: {"top": (0.0, 1.0), "left": (-0.27, 1.0), "right": (0.27, 1.0)},
    PropKind.ROLL: {"top": (0.0, 1.0)},
    PropKind.ANCHOR: {"hook": (0.0, 1.0)},
    PropKind.MAT: {"top": (0.0, 1.0)},
}
"""Anchors as shares of width and height from the prop's own point; step.rail is special."""

RAIL_HEIGHT: Final = 930.0
RAIL_FORWARD: Final = 250.0
"""A step's hand rail: its height above the step, and how far in front of the edge, in millimeters."""

BIKE_SPOTS: Final = {"seat": (-250.0, 1000.0), "crank": (0.0, 300.0), "grip": (305.0, 1190.0)}
"""A bike's rider (middle of the hips), crank and grips, in millimeters from the floor below the crank."""

CRANK: Final = 170.0
"""Length of a bike's crank in millimeters."""

GRIP_SWING: Final = 95.0
"""How far an air bike's handle moves to and fro, in millimeters."""


def bike_spots(share: float) -> dict[str, tuple[float, float]]:
    """Return a bike's anchors at a share of one turn: near and far pedal and handle besides those at rest.

    The near pedal begins on top and goes forward; the near handle comes back while the near leg pushes.
    """
    turn = math.tau * share
    (cx, cy), (gx, gy) = BIKE_SPOTS["crank"], BIKE_SPOTS["grip"]
    dx, dy = CRANK * math.sin(turn), CRANK * math.cos(turn)
    swing = GRIP_SWING * math.cos(turn)
    return BIKE_SPOTS | {
        "pedal": (cx + dx, cy + dy),
        "far-pedal": (cx - dx, cy - dy),
        "near-grip": (gx + swing, gy),
        "far-grip": (gx - swing, gy),
    }


class Scene(NamedTuple):
    """Where spots are looked up: the props, how far the movement is, and from where it is seen."""

    props: tuple[Prop, ...]
    share: float
    front: bool

    def shifted(self, point: Vec, across: float, up: float) -> Vec:
        """Return the point moved within the picture: to its right and up, in millimeters."""
        if self.front:
            return Vec(point.x, point.y + up, point.z - across)
        return Vec(point.x + across, point.y + up, point.z)


def size_of(prop: Prop) -> tuple[float, float]:
    """Return width and height in millimeters; the usual size where none is written."""
    usual = SIZES[prop.kind]
    return (prop.size[0] or usual[0], prop.size[1] or usual[1])


def place_of(prop: Prop, body: Skeleton, scene: Scene) -> Vec:
    """Return where a prop's own point is at the scene's share of the movement."""
    across = prop.offset[0] + prop.travel[0] * scene.share
    up = prop.offset[1] + prop.travel[1] * scene.share
    return scene.shifted(locate(prop.at, body, scene), across, up)


def locate(spot: Spot, body: Skeleton, scene: Scene) -> Vec:
    """Return the point that a spot names; in the front view, first numbers count to the picture's right.

    Raises:
        ValueError: Neither the body nor a prop has such an anchor.
    """
    if not isinstance(spot, str):
        return scene.shifted(Vec(0.0, 0.0, 0.0), spot[0], spot[1])
    name, _, anchor = spot.partition(".")
    for prop in scene.props:
        if (prop.name or prop.kind.value) == name:
            return scene.shifted(place_of(prop, body, scene), *_spot_of(prop, anchor, scene.share))
    return part_point(body, spot)


def _spot_of(prop: Prop, anchor: str, share: float) -> tuple[float, float]:
    """Return an anchor relative to the prop's own point."""
    if not anchor:
        return (0.0, 0.0)
    width, height = size_of(prop)
    if prop.kind is PropKind.STEP and anchor == "rail":
        return (RAIL_FORWARD, height + RAIL_HEIGHT)
    if prop.kind is PropKind.BIKE and anchor in (spots := bike_spots(share)):
        return spots[anchor]
    spots = SPOTS.get(prop.kind, {})
    if anchor not in spots:
        raise ValueError(f"a {prop.kind.value} has no anchor {anchor!r}")
    across, up = spots[anchor][0] * width, spots[anchor][1] * height
    c, s = math.cos(math.radians(prop.turn)), math.sin(math.radians(prop.turn))
    return (across * c - up * s, across * s + up * c)


def stood_on(spot: Spot, props: tuple[Prop, ...]) -> Prop | None:
    """Return the prop that a spot names, or None."""
    name = spot.partition(".")[0] if isinstance(spot, str) else ""
    return next((prop for prop in props if (prop.name or prop.kind.value) == name), None)


def turned_prop(props: tuple[Prop, ...], joint: str) -> Prop | None:
    """Return the prop whose slope a track's joint names (``board.turn``), or None."""
    return stood_on(joint, props) if joint.endswith(".turn") else None
