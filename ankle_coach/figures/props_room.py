"""What stands and lies in a room: walls, chairs, steps, mats, cushions, towels and balls."""

from __future__ import annotations

import functools
import math

from PySide6.QtGui import QPainterPath

from ankle_coach.domain.pose_props import RAIL_FORWARD, RAIL_HEIGHT
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.shapes import closed_curve, ellipse, open_curve, polygon, rounded_box


def draw_wall(canvas: Canvas, width: float, height: float) -> None:
    """Draw a wall cut open: its face, and hatching behind the face."""
    body = polygon(((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)))
    canvas.fill(body, canvas.colors.prop)
    canvas.stroke(_bricks(width, height), canvas.colors.prop_dark, canvas.ink * 0.9)
    canvas.line(((0.0, 0.0), (0.0, height)), "", canvas.ink * 1.5)


@functools.lru_cache(maxsize=64)
def _bricks(width: float, height: float) -> QPainterPath:
    """Return slanted lines of a cut wall."""
    path = QPainterPath()
    y = -width
    while y < height:
        low, high = max(0.0, -y), min(width, height - y)
        path.moveTo(low, y + low)
        path.lineTo(high, y + high)
        y += 62.0
    return path


def draw_chair(canvas: Canvas, width: float, height: float) -> None:
    """Draw a chair from the side: seat, four legs, a back with its post."""
    colors = canvas.colors
    far = (((-width + 63, 8.0), (-width + 58, height - 30)), ((-63.0, 8.0), (-59.0, height - 30)))
    canvas.tubes(far, 22.0, colors.wood_dark)
    top = height + 430.0
    near = [
        (polygon(((-34, 0), (-8, 0), (-8, height - 20), (-36, height - 20))), colors.wood),
        (
            polygon(
                (
                    (-width - 22, 0),
                    (-width + 8, 0),
                    (-width + 24, height),
                    (-width - 8, top),
                    (-width - 34, top),
                    (-width - 6, height),
                )
            ),
            colors.wood,
        ),
        (rounded_box(-width, height - 36, width, 36, 14), colors.wood),
    ]
    canvas.group(near)
    canvas.group(
        [
            (
                closed_curve(
                    (
                        (-width + 2, top - 190),
                        (-width + 12, top - 180),
                        (-width - 4, top + 6),
                        (-width - 22, top + 6),
                    )
                ),
                colors.wood_dark,
            )
        ]
    )


def draw_step(canvas: Canvas, width: float, height: float) -> None:
    """Draw a stair step with a hand rail."""
    colors = canvas.colors
    post = RAIL_FORWARD
    canvas.tubes((((post, height - 10), (post, height + RAIL_HEIGHT - 20)),), 26.0, colors.metal)
    level = height + RAIL_HEIGHT - 12
    canvas.tubes((((post - 95, level), (post + 105, level)),), 36.0, colors.metal)
    canvas.group([(polygon(((0, 0), (width, 0), (width, height), (0, height))), colors.prop)])
    canvas.group(
        [
            (
                polygon(((-12, height - 34), (width, height - 34), (width, height), (-12, height))),
                colors.prop_dark,
            )
        ]
    )


def draw_block(canvas: Canvas, width: float, height: float) -> None:
    """Draw a plain block around its middle."""
    canvas.group([canvas.box(-width / 2, 0, width, height, 12, canvas.colors.prop)])


def draw_mat(canvas: Canvas, width: float, height: float) -> None:
    """Draw an exercise mat with a rolled end."""
    canvas.group([canvas.box(-width / 2, 0, width, height, height / 2, canvas.colors.mat)])


def draw_towel(canvas: Canvas, width: float, height: float) -> None:
    """Draw a towel spread on the floor, with folds and fringes."""
    wave = [(-width / 2 + width * i / 12, height + (7 if i % 2 else 0)) for i in range(13)]
    path = open_curve(wave)
    path.lineTo(width / 2, 0)
    path.lineTo(-width / 2, 0)
    path.closeSubpath()
    canvas.group([(path, canvas.colors.towel)])


def draw_roll(canvas: Canvas, width: float, height: float) -> None:
    """Draw a rolled towel from its end: a spiral."""
    canvas.group([(ellipse((0, height / 2), width / 2, height / 2), canvas.colors.towel)])
    points = []
    for i in range(22):
        angle, size = i * 0.6, 0.44 - i * 0.019
        points.append((width * size * math.cos(angle), height / 2 + height * size * math.sin(angle)))
    canvas.stroke(open_curve(points), canvas.colors.metal, canvas.ink * 0.8)


def draw_ball(canvas: Canvas, _width: float, height: float) -> None:
    """Draw a tennis ball with its seam."""
    radius = height / 2
    canvas.disc((0.0, radius), radius, canvas.colors.ball)
    for sign in (-1, 1):
        seam = [
            (sign * radius * x, radius + radius * y)
            for x, y in ((0.62, 0.72), (0.3, 0.3), (0.3, -0.3), (0.62, -0.72))
        ]
        canvas.stroke(
            open_curve(seam), canvas.colors.paper if not canvas.colors.hatch else "", canvas.ink * 1.1
        )


def draw_cushion(canvas: Canvas, width: float, height: float) -> None:
    """Draw a pillow that gives a little in its middle."""
    w, h = width / 2, height
    points = (
        (-w, h * 0.12),
        (-w * 0.6, 0),
        (w * 0.6, 0),
        (w, h * 0.12),
        (w * 0.97, h * 0.5),
        (w * 1.02, h * 0.9),
        (w * 0.6, h),
        (0, h * 0.86),
        (-w * 0.6, h),
        (-w * 1.02, h * 0.9),
        (-w * 0.97, h * 0.5),
    )
    canvas.group([(closed_curve(points), canvas.colors.towel)])
    canvas.stroke(
        open_curve(((-w * 0.9, h * 0.5), (0, h * 0.42), (w * 0.9, h * 0.5))),
        canvas.colors.metal,
        canvas.ink * 0.7,
    )


def draw_tape(canvas: Canvas, width: float, _height: float) -> None:
    """Draw tape marks on the floor: a short bar."""
    canvas.fill(rounded_box(-width / 2, -10, width, 14, 3), canvas.colors.mark)


def draw_post(canvas: Canvas, width: float, height: float) -> None:
    """Draw a chair's front leg, around its middle."""
    canvas.group([canvas.box(-width / 2, 0, width, height, 6, canvas.colors.wood)])


def draw_anchor(canvas: Canvas, width: float, height: float) -> None:
    """Draw a table leg that a band can be tied to."""
    draw_post(canvas, width, height)
    canvas.group([canvas.box(-width * 2, height, width * 4, 40, 10, canvas.colors.wood_dark)])


def draw_tripod(canvas: Canvas, width: float, height: float) -> None:
    """Draw a dot where the foot presses the floor."""
    canvas.fill(ellipse((0, 0), width / 2, height / 2), canvas.colors.mark)
