"""Training gear and cold packs: the props with more parts."""

from __future__ import annotations

import math
from typing import Final

from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_props import bike_spots
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.shapes import (
    capsule,
    closed_curve,
    ellipse,
    open_curve,
    polygon,
    rounded_box,
)

FAN: Final = (430.0, 330.0)
FAN_RADIUS: Final = 280.0
"""The air bike's fan wheel, in millimeters from the floor under the crank."""


def draw_backpack(canvas: Canvas, body: Skeleton) -> None:
    """Draw a rucksack on the back with its strap over the shoulder."""
    frame, chest = body.chest_frame, body.chest
    outline = (
        (-96.0, 20.0),
        (-150.0, 36.0),
        (-226.0, 0.0),
        (-258.0, -110.0),
        (-264.0, -250.0),
        (-230.0, -330.0),
        (-150.0, -344.0),
        (-92.0, -320.0),
        (-98.0, -160.0),
    )
    pocket = ((-196.0, -190.0), (-266.0, -190.0), (-276.0, -300.0), (-200.0, -310.0))

    def here(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        return [canvas.flat(frame.place(chest, x, y)) for x, y in points]

    canvas.group(
        [(closed_curve(here(outline)), canvas.colors.mark), (closed_curve(here(pocket)), canvas.colors.metal)]
    )
    strap = here(
        ((-100.0, 10.0), (-40.0, 64.0), (30.0, 30.0), (62.0, -80.0), (20.0, -210.0), (-90.0, -280.0))
    )
    canvas.stroke(open_curve(strap), "", 30.0 + canvas.ink * 2)
    canvas.stroke(
        open_curve(strap), canvas.colors.mark if not canvas.colors.hatch else canvas.colors.paper, 30.0
    )


def draw_board(canvas: Canvas, width: float, height: float) -> None:
    """Draw a wobble board: a flat disk on half a ball; its point is where the ball meets the floor."""
    radius = height * 1.5
    bowl = [
        (radius * math.cos(math.radians(a)), height - 16 + (height - 16) * math.sin(math.radians(a)))
        for a in range(180, 361, 15)
    ]
    canvas.group([(polygon(bowl), canvas.colors.metal)])
    canvas.group([canvas.box(-width / 2, height - 22, width, 22, 11, canvas.colors.wood)])


def draw_hard_ball(canvas: Canvas, _width: float, height: float) -> None:
    """Draw a lacrosse ball: plain, with a light on it."""
    radius = height / 2
    canvas.disc((0.0, radius), radius, canvas.colors.mark)
    shine = [
        (radius * 0.62 * math.cos(math.radians(a)), radius * (1 + 0.62 * math.sin(math.radians(a))))
        for a in (160, 135, 110)
    ]
    canvas.stroke(open_curve(shine), canvas.colors.paper, canvas.ink * 1.2)


def draw_bottle(canvas: Canvas, _width: float, height: float) -> None:
    """Draw a frozen bottle that lies across the picture, seen from its cap, with an ice crystal."""
    radius = height / 2
    canvas.disc((0.0, radius), radius, canvas.colors.ice)
    for k in range(3):
        a = math.radians(30 + 60 * k)
        dx, dy = radius * 0.72 * math.cos(a), radius * 0.72 * math.sin(a)
        canvas.line(((-dx, radius - dy), (dx, radius + dy)), canvas.colors.mark, canvas.ink)
    canvas.disc((0.0, radius), radius * 0.3, canvas.colors.paper)


def draw_kettlebell(canvas: Canvas, width: float, height: float) -> None:
    """Draw a kettlebell that hangs from its handle."""
    radius = width / 2
    handle = open_curve(
        (
            (-34, -height + radius * 1.6),
            (-48, -40),
            (-30, 0),
            (30, 0),
            (48, -40),
            (34, -height + radius * 1.6),
        )
    )
    canvas.stroke(handle, "", 26.0 + canvas.ink * 2)
    canvas.stroke(handle, canvas.colors.metal, 26.0)
    canvas.group(
        [(ellipse((0, -height + radius * 0.9), radius, radius * 0.94), canvas.colors.metal)], hatch=True
    )


def draw_ice_pack(canvas: Canvas, width: float, height: float) -> None:
    """Draw a cold pack on a folded damp cloth; the cloth lies between pack and skin."""
    w = width / 2
    cloth = closed_curve(((-w * 1.25, -6), (0, -16), (w * 1.25, -6), (w * 1.28, 8), (0, 14), (-w * 1.28, 8)))
    if height > width * 0.4:
        # Seen from above, the cloth looks out all round.
        cloth = rounded_box(-w * 1.3, -height * 0.2, w * 2.6, height * 1.42, w * 0.16)
    canvas.group([(cloth, canvas.colors.towel)])
    if height > width * 0.4:
        for x in (-w * 1.2, w * 1.2):
            canvas.line(((x, -height * 0.14), (x, height * 1.16)), canvas.colors.mark, canvas.ink, (2.0, 2.0))
    draw_ice(canvas, width, height)


def draw_ice(canvas: Canvas, width: float, height: float) -> None:
    """Draw a cold pack by itself."""
    w = width / 2
    pack = closed_curve(
        (
            (-w, 10),
            (-w * 0.4, 6),
            (w * 0.4, 6),
            (w, 10),
            (w * 1.02, height * 0.7),
            (w * 0.5, height),
            (0, height * 0.92),
            (-w * 0.5, height),
            (-w * 1.02, height * 0.7),
        )
    )
    canvas.group([(pack, canvas.colors.ice)])
    size = height * 0.26
    for k in range(3):
        a = math.radians(30 + 60 * k)
        dx, dy = size * math.cos(a), size * math.sin(a)
        canvas.line(((-dx, height * 0.5 - dy), (dx, height * 0.5 + dy)), canvas.colors.mark, canvas.ink)


def draw_weight(canvas: Canvas, _width: float, height: float) -> None:
    """Draw a dumbbell seen from its end, lying on the thigh."""
    h = height / 2
    points = [(h * math.cos(math.radians(a)), h + h * math.sin(math.radians(a))) for a in range(22, 382, 60)]
    canvas.group([(polygon(points), canvas.colors.metal)], hatch=True)
    canvas.group([(ellipse((0, h), h * 0.36, h * 0.36), canvas.colors.prop_dark)])


def draw_bike(canvas: Canvas, share: float) -> None:
    """Draw an air bike at a share of one turn; its point is the floor under the crank."""
    colors = canvas.colors
    spots = bike_spots(share)
    (sx, sy), (cx, cy), pivot = spots["seat"], spots["crank"], (200.0, 560.0)
    dark = colors.paper if colors.hatch else colors.ink
    canvas.tubes(((pivot, spots["far-grip"]),), 30.0, colors.metal)
    canvas.tubes((((cx, cy), spots["far-pedal"]),), 26.0, colors.metal)
    feet = (((-420.0, 18.0), (-300.0, 18.0)), ((420.0, 18.0), (560.0, 18.0)))
    canvas.tubes(feet, 32.0, colors.metal)
    _fan(canvas, share)
    frame = (
        ((-360.0, 24.0), (cx, cy - 40)),
        ((cx, cy - 40), (490.0, 24.0)),
        ((cx - 20, cy), (sx + 10, sy - 130)),
        ((cx + 10, cy), pivot),
    )
    canvas.tubes(frame, 42.0, colors.prop_dark)
    canvas.tubes((((sx - 110, sy - 112), (sx + 105, sy - 118)),), 40.0, dark)
    canvas.disc((cx, cy), 62.0, colors.metal)
    for name in ("far-pedal", "pedal"):
        x, y = spots[name]
        if name == "pedal":
            canvas.tubes((((cx, cy), (x, y - 14)),), 28.0, colors.metal)
        canvas.tubes((((x - 48, y - 14), (x + 48, y - 14)),), 24.0, dark)


def _fan(canvas: Canvas, share: float) -> None:
    """Draw the air bike's wheel with its spokes, which turn with the crank."""
    colors = canvas.colors
    canvas.disc(FAN, FAN_RADIUS, colors.prop)
    spokes = []
    for k in range(9):
        a = math.tau * (k / 9 - share)
        inner = (FAN[0] + 60 * math.cos(a), FAN[1] + 60 * math.sin(a))
        spokes.append((inner, (FAN[0] + 255 * math.cos(a + 0.25), FAN[1] + 255 * math.sin(a + 0.25))))
    canvas.lines(spokes, colors.metal, canvas.ink)
    canvas.disc(FAN, 58.0, colors.metal)


def draw_bike_handle(canvas: Canvas, share: float) -> None:
    """Draw the near handle of an air bike, which lies before the rider's legs."""
    x, y = bike_spots(share)["near-grip"]
    pivot = (200.0, 560.0)
    canvas.tubes(((pivot, (x, y)), ((x, y), (x + 14, y + 40))), 30.0, canvas.colors.metal)
    canvas.disc(pivot, 40.0, canvas.colors.prop_dark)


def draw_metronome(canvas: Canvas, share: float) -> None:
    """Draw a metronome that beats twice in a turn."""
    colors, width, height = canvas.colors, 200.0, 260.0
    body = ((-width / 2, 0.0), (width / 2, 0.0), (width * 0.26, height), (-width * 0.26, height))
    canvas.group([(polygon(body), colors.wood)])
    a = math.radians(24.0 * math.sin(math.tau * 2.0 * share))
    tip = (230.0 * math.sin(a), 40.0 + 230.0 * math.cos(a))
    weight = (150.0 * math.sin(a), 40.0 + 150.0 * math.cos(a))
    canvas.line(((0.0, 40.0), tip), "", canvas.ink * 1.4)
    canvas.disc(weight, 22.0, colors.accent)


def draw_leg_press(canvas: Canvas, _width: float, _height: float) -> None:
    """Draw a reclined seat and its rail; its point is the floor under the hips."""
    colors = canvas.colors
    canvas.group([canvas.box(-700, 0, 1900, 40, 14, colors.metal)])
    canvas.group(
        [
            (capsule((-60, 40), (-60, 300), 26, 26), colors.metal),
            (capsule((1080, 40), (1080, 300), 26, 26), colors.metal),
        ]
    )
    canvas.group(
        [
            (capsule((-40, 300), (-560, 640), 50, 50), colors.prop_dark),
            (capsule((-60, 300), (180, 320), 46, 40), colors.prop_dark),
        ]
    )


__all__ = [
    "draw_backpack",
    "draw_bike",
    "draw_bike_handle",
    "draw_board",
    "draw_bottle",
    "draw_hard_ball",
    "draw_ice",
    "draw_ice_pack",
    "draw_kettlebell",
    "draw_leg_press",
    "draw_metronome",
    "draw_weight",
]
