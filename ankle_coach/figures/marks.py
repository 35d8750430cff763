"""What explains a figure: arrows, the error's cross, highlighted regions, dashed lines, written letters."""

from __future__ import annotations

import itertools
import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ankle_coach.domain.pose_figure import Arrow, ArrowKind, Region, Target
from ankle_coach.domain.pose_kinematics import SidePoints
from ankle_coach.domain.pose_letters import Stroke, strokes
from ankle_coach.domain.pose_motion import Cue, Moment
from ankle_coach.domain.pose_props import locate
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.figures.body_side import framed
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.outlines import SHANK_PROFILE
from ankle_coach.figures.shapes import (
    Point,
    closed_curve,
    ellipse,
    limb_points,
    open_curve,
    polygon,
)
from ankle_coach.figures.tones import mixed


def draw_arrow(canvas: Canvas, arrow: Arrow, at: Point) -> None:
    """Draw one accent arrow; ``at`` is its anchor on the canvas."""
    x, y = at[0] + arrow.offset[0], at[1] + arrow.offset[1]
    if arrow.kind is ArrowKind.STRAIGHT:
        points = [(x, y), (x + arrow.along[0], y + arrow.along[1])]
    else:
        first, last = arrow.sweep if arrow.kind is ArrowKind.CURVED else (60.0, -240.0)
        points = []
        for i in range(25):
            a = math.radians(first + (last - first) * i / 24)
            points.append((x + arrow.radius[0] * math.cos(a), y + arrow.radius[1] * math.sin(a)))
    _arrow_line(canvas, points, arrow.both_ways)


def _arrow_line(canvas: Canvas, points: list[Point], both_ways: bool) -> None:
    """Draw a line with a head at its end, on a halo of paper so that it stands out on limbs."""
    length = sum(math.dist(a, b) for a, b in itertools.pairwise(points))
    # A short arrow in a small picture gets a smaller head, so that a shaft is left.
    width = min(canvas.ink * 2.6, length / (11.0 if both_ways else 6.5))
    heads = [_head(points[-2], points[-1], width)]
    if both_ways:
        heads.append(_head(points[1], points[0], width))
    shaft = _shortened(points, width * 1.6, both_ways)
    path = open_curve(shaft) if len(shaft) > 2 else polygon(shaft, closed=False)
    for color, extra in ((canvas.colors.paper, canvas.ink * 2.0), (canvas.colors.accent, 0.0)):
        canvas.stroke(path, color, width + extra)
        for head in heads:
            if extra:
                canvas.stroke(head, color, extra)
            canvas.fill(head, color)


def _head(before: Point, tip: Point, width: float) -> QPainterPath:
    """Return an arrow's head."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    size = math.hypot(dx, dy) or 1.0
    ux, uy = dx / size, dy / size
    long, wide = width * 3.4, width * 1.75
    bx, by = tip[0] - ux * long, tip[1] - uy * long
    notch = (tip[0] - ux * long * 0.72, tip[1] - uy * long * 0.72)
    return polygon((tip, (bx - uy * wide, by + ux * wide), notch, (bx + uy * wide, by - ux * wide)))


def _shortened(points: list[Point], by: float, both_ways: bool) -> list[Point]:
    """Return the line without its last piece, which the head covers."""
    line = list(points)
    for _ in range(2 if both_ways else 1):
        left = by
        while len(line) > 2 and math.dist(line[-1], line[-2]) < left:
            left -= math.dist(line[-1], line[-2])
            line.pop()
        (ax, ay), (bx, by_) = line[-2], line[-1]
        size = math.hypot(bx - ax, by_ - ay) or 1.0
        share = max(0.0, 1.0 - left / size)
        line[-1] = (ax + (bx - ax) * share, ay + (by_ - ay) * share)
        line.reverse()
    return line if both_ways else line[::-1]


def draw_arrows(canvas: Canvas, moment: Moment) -> None:
    """Draw the figure's arrows at their anchors; of the common error its own."""
    mistake = moment.figure.mistake if moment.wrong else None
    for arrow in moment.figure.arrows if mistake is None else mistake.arrows:
        spot = locate(arrow.at, moment.body, moment.scene)
        draw_arrow(canvas, arrow, canvas.flat(spot))


def draw_dashes(canvas: Canvas, moment: Moment) -> None:
    """Draw dashed lines along what must not move."""
    for dash in moment.figure.dashes:
        points = []
        for spot in (dash.at, dash.to):
            x, y = canvas.flat(locate(spot, moment.body, moment.scene))
            points.append((x + dash.offset[0], y + dash.offset[1]))
        canvas.line(points, canvas.colors.mark, canvas.ink * 1.3, (3.0, 2.6))


def draw_targets(canvas: Canvas, moment: Moment) -> None:
    """Tint, or hatch, the regions that stretch or work (side views)."""
    for target in moment.figure.targets:
        side = moment.body.work if target.side == "work" else moment.body.other
        tint(canvas, region_path(side, target))


def tint(canvas: Canvas, path: QPainterPath) -> None:
    """Fill a region with the target's color, or hatch it in black and white."""
    if canvas.colors.hatch:
        canvas.hatched(path, canvas.ink * 3.0, rising=False)
        return
    canvas.fill(path, mixed(canvas.colors.skin, canvas.colors.target, 0.72))


def region_path(side: SidePoints, target: Target) -> QPainterPath:
    """Return the outline of a region on the leg as seen from the side."""
    foot = side.foot
    region = target.region
    if region is Region.ARCH:
        return closed_curve(
            framed(
                foot.frame,
                foot.ankle,
                (
                    (-20.0, -60.0),
                    (26.0, -44.0 + side.arch),
                    (80.0, -42.0 + side.arch * 0.7),
                    (122.0 - side.arch, -60.0),
                    (92.0 - side.arch * 0.8, -60.0 + side.arch * 0.3),
                    (58.0, -53.5 + side.arch * 0.8),
                    (22.0, -55.5 + side.arch * 0.95),
                ),
            )
        )
    if region is Region.FOOT_TOP:
        return closed_curve(
            framed(
                foot.frame,
                foot.ankle,
                ((34.0, 6.0), (56.0, -14.0), (92.0, -29.0), (60.0, -30.0), (30.0, -10.0)),
            )
        )
    if region is Region.ANKLE:
        return ellipse((foot.ankle.x, foot.ankle.y), 26.0, 26.0)
    if region is Region.THIGH:
        return _along_bone(
            side.hip, side.knee, [(0.62, 60.0, -20.0), (0.75, 54.0, -16.0), (0.9, 46.0, -16.0)]
        )
    rows = {
        Region.CALF: (0.08, 0.60, 0.18),
        Region.SOLEUS: (0.36, 0.74, 0.1),
        Region.ACHILLES: (0.64, 0.985, 0.35),
        Region.SHIN: (0.14, 0.8, 0.0),
        Region.OUTER_SHIN: (0.14, 0.8, -0.4),
    }[region]
    return _along_bone(side.knee, side.ankle, _band_rows(region, *rows))


def _band_rows(region: Region, low: float, high: float, inner: float) -> list[tuple[float, float, float]]:
    """Return rows along the shank between an inner line and the skin."""
    rows = []
    for i in range(9):
        t = low + (high - low) * i / 8
        front, back = _widths(t)
        taper = math.sin(math.pi * min(1.0, max(0.0, i / 8))) ** 0.5
        if region in (Region.SHIN, Region.OUTER_SHIN):
            outer = front - 5.0
            rows.append((t, outer - (outer - 6.0 + 20.0 * inner) * taper, -outer))
        else:
            outer = back - 5.0
            rows.append((t, -(outer - (outer - outer * inner) * taper), outer))
    return rows


def _widths(t: float) -> tuple[float, float]:
    """Return the shank's widths to the front and back at a share of its length."""
    for (t0, f0, b0), (t1, f1, b1) in itertools.pairwise(SHANK_PROFILE):
        if t <= t1:
            share = (t - t0) / (t1 - t0)
            return f0 + (f1 - f0) * share, b0 + (b1 - b0) * share
    return SHANK_PROFILE[-1][1], SHANK_PROFILE[-1][2]


def _along_bone(start: Vec, end: Vec, rows: list[tuple[float, float, float]]) -> QPainterPath:
    """Return a region along a bone from rows of share, front and back."""
    return closed_curve(limb_points((start.x, start.y), (end.x, end.y), rows))


def draw_cross(canvas: Canvas, center: Point, size: float) -> None:
    """Draw the cross of a wrong pose."""
    x, y = center
    for color, extra in ((canvas.colors.paper, 3.0), (canvas.colors.wrong, 0.0)):
        width = canvas.ink * (4.2 + extra)
        canvas.line(((x - size, y - size), (x + size, y + size)), color, width)
        canvas.line(((x - size, y + size), (x + size, y - size)), color, width)


def draw_closed_eye(canvas: Canvas, frame: QRectF, right: bool) -> None:
    """Draw a card with a closed eye in an upper corner: on a small picture the face does not tell it."""
    size = min(frame.width(), frame.height()) * 0.2
    left = frame.right() - size if right else frame.left()
    canvas.card(left, frame.bottom() - size, size, size, size * 0.16)
    x, y = left + size / 2, frame.bottom() - size * 0.42
    arc = ((-0.34, 0.06), (-0.18, -0.1), (0.18, -0.1), (0.34, 0.06))
    lid = [(x + size * dx, y + size * dy) for dx, dy in arc]
    color = canvas.colors.accent
    canvas.stroke(open_curve(lid), color, canvas.ink * 2.0)
    for dx, dy, ex, ey in ((-0.22, -0.06, -0.3, -0.2), (0.0, -0.12, 0.0, -0.28), (0.22, -0.06, 0.3, -0.2)):
        lash = ((x + size * dx, y + size * dy), (x + size * ex, y + size * ey))
        canvas.line(lash, color, canvas.ink * 1.7)


def draw_affected(canvas: Canvas, ankle: Point) -> None:
    """Mark the affected ankle with a dotted ring."""
    canvas.stroke(ellipse(ankle, 92.0, 92.0), canvas.colors.mark, canvas.ink * 2.2, (0.2, 2.2))


def draw_letter_card(canvas: Canvas, box: QRectF, cue: Cue, trail: tuple[Stroke, ...]) -> None:
    """Draw the letter in play as the person sees it, and what the toe has written of it.

    The box is in the canvas' millimeters and is never mirrored.
    """
    colors = canvas.colors
    center = box.center()
    half = box.width() * 0.34
    canvas.card(box.left(), box.top(), box.width(), box.height(), box.width() * 0.12)

    def here(stroke: Stroke) -> QPainterPath:
        path = QPainterPath()
        for i, (x, y) in enumerate(stroke):
            point = QPointF(center.x() + x * half, center.y() + y * half)
            path.lineTo(point) if i else path.moveTo(point)
        return path

    for stroke in strokes(cue.letter, cue.style):
        canvas.stroke(here(stroke), mixed(colors.ground, colors.paper, 0.35), canvas.ink * 3.2)
    for stroke in trail:
        canvas.stroke(here(stroke), colors.accent, canvas.ink * 3.2)
    if trail:
        x, y = trail[-1][-1]
        canvas.fill(
            ellipse((center.x() + x * half, center.y() + y * half), canvas.ink * 3.4, canvas.ink * 3.4),
            colors.accent,
        )
