"""Bands, straps, ropes and bandages: the props that run from point to point."""

from __future__ import annotations

import itertools
import math

from PySide6.QtGui import QPainterPath

from ankle_coach.domain.pose_figure import Prop
from ankle_coach.domain.pose_props import size_of
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.shapes import Point, open_curve


def draw_band(canvas: Canvas, prop: Prop, points: list[Point]) -> None:
    """Draw a resistance band under tension: taut, thinner in the middle, with an outline."""
    width = size_of(prop)[0]
    for a, b in itertools.pairwise(points):
        canvas.group([(_ribbon(a, b, width, 0.62), canvas.colors.band)])
        if canvas.rich and not canvas.colors.hatch:
            canvas.line((a, b), canvas.colors.ink, canvas.ink * 0.35)


def _ribbon(a: Point, b: Point, width: float, waist: float) -> QPainterPath:
    """Return a straight strip between two points, narrower in its middle."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / size * width / 2, dx / size * width / 2
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    path = QPainterPath()
    path.moveTo(a[0] + nx, a[1] + ny)
    path.quadTo(mx + nx * (2 * waist - 1), my + ny * (2 * waist - 1), b[0] + nx, b[1] + ny)
    path.lineTo(b[0] - nx, b[1] - ny)
    path.quadTo(mx - nx * (2 * waist - 1), my - ny * (2 * waist - 1), a[0] - nx, a[1] - ny)
    path.closeSubpath()
    return path


def draw_strap(canvas: Canvas, prop: Prop, points: list[Point]) -> None:
    """Draw a towel used as a strap: a wide cloth with a stripe."""
    width = size_of(prop)[0]
    canvas.group([(_ribbon(a, b, width, 0.9), canvas.colors.towel) for a, b in itertools.pairwise(points)])
    for a, b in itertools.pairwise(points):
        canvas.line((a, b), canvas.colors.mark, canvas.ink * 0.9, (4, 3))


def draw_ropes(canvas: Canvas, prop: Prop, points: list[Point]) -> None:
    """Draw a heavy rope that runs in waves to its anchor."""
    start, end = points[0], points[-1]
    width = size_of(prop)[0]
    phase = math.radians(prop.turn) + start[1] / 40.0
    line = []
    for i in range(25):
        t = i / 24
        swing = 70.0 * math.sin(t * 4.5 * math.pi + phase) * t * (1 - t) * 3.2
        line.append((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t + swing))
    curve = open_curve(line)
    canvas.stroke(curve, "", width + canvas.ink * 2)
    canvas.stroke(curve, canvas.colors.wood, width)
    canvas.stroke(curve, canvas.colors.wood_dark, width * 0.5, (0.3, 1.2))


def draw_bandage(canvas: Canvas, prop: Prop, points: list[Point]) -> None:
    """Draw turns of an elastic bandage along the points."""
    width = size_of(prop)[0]
    for a, b in itertools.pairwise(points):
        canvas.group([(_ribbon(a, b, width, 1.0), canvas.colors.towel)])
