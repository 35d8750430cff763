"""Curves: closed paths through points, limbs from profiles, and hatching lines."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

Point = tuple[float, float]
Profile = Sequence[tuple[float, float, float]]
"""Rows of a limb: share of the bone's length, width to the front, width to the back in millimeters."""


def closed_curve(points: Sequence[Point], tension: float = 1.0) -> QPainterPath:
    """Return a smooth closed path through all points (Catmull-Rom)."""
    count = len(points)
    path = QPainterPath(QPointF(*points[0]))
    factor = tension / 6.0
    for i in range(count):
        x0, y0 = points[i - 1]
        x1, y1 = points[i]
        x2, y2 = points[(i + 1) % count]
        x3, y3 = points[(i + 2) % count]
        path.cubicTo(
            x1 + (x2 - x0) * factor,
            y1 + (y2 - y0) * factor,
            x2 - (x3 - x1) * factor,
            y2 - (y3 - y1) * factor,
            x2,
            y2,
        )
    path.closeSubpath()
    return path


def open_curve(points: Sequence[Point]) -> QPainterPath:
    """Return a smooth open path through all points."""
    path = QPainterPath(QPointF(*points[0]))
    last = len(points) - 1
    for i in range(last):
        x0, y0 = points[max(0, i - 1)]
        x1, y1 = points[i]
        x2, y2 = points[i + 1]
        x3, y3 = points[min(last, i + 2)]
        path.cubicTo(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)
    return path


def polygon(points: Iterable[Point], closed: bool = True) -> QPainterPath:
    """Return a path of straight lines."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    if closed:
        path.closeSubpath()
    return path


def ellipse(center: Point, rx: float, ry: float) -> QPainterPath:
    """Return an ellipse."""
    path = QPainterPath()
    path.addEllipse(QPointF(*center), rx, ry)
    return path


def turned_ellipse(center: Point, rx: float, ry: float, degrees: float) -> QPainterPath:
    """Return an ellipse turned against the clock."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    points = []
    for i in range(12):
        a = math.tau * i / 12
        x, y = rx * math.cos(a), ry * math.sin(a)
        points.append((center[0] + x * c - y * s, center[1] + x * s + y * c))
    return closed_curve(points)


def rounded_box(left: float, bottom: float, width: float, height: float, radius: float) -> QPainterPath:
    """Return a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(left, bottom, width, height, radius, radius)
    return path


def capsule(a: Point, b: Point, ra: float, rb: float) -> QPainterPath:
    """Return a tapered limb, the hull of two circles; one that stands still is found again."""
    return _capsule(round(b[0] - a[0], 1), round(b[1] - a[1], 1), ra, rb).translated(*a)


@functools.lru_cache(maxsize=512)
def _capsule(dx: float, dy: float, ra: float, rb: float) -> QPainterPath:
    """Return the hull of a circle around the origin and one around (dx, dy)."""
    a, b = (0.0, 0.0), (dx, dy)
    distance = math.hypot(dx, dy)
    if distance <= abs(ra - rb) + 1e-6:
        return ellipse(a, ra, ra) if ra >= rb else ellipse(b, rb, rb)
    base = math.atan2(dy, dx)
    lean = math.acos((ra - rb) / distance)
    path = QPainterPath()
    start, end = base + lean, base - lean
    path.moveTo(a[0] + ra * math.cos(start), a[1] + ra * math.sin(start))
    # arcTo counts its angles in Qt's y-down sense, so they are negated here.
    path.arcTo(a[0] - ra, a[1] - ra, 2 * ra, 2 * ra, -math.degrees(start), -(360.0 - math.degrees(2 * lean)))
    path.lineTo(b[0] + rb * math.cos(end), b[1] + rb * math.sin(end))
    path.arcTo(b[0] - rb, b[1] - rb, 2 * rb, 2 * rb, -math.degrees(end), -math.degrees(2 * lean))
    path.closeSubpath()
    return path


@functools.lru_cache(maxsize=8)
def _corners(count: int) -> tuple[Point, ...]:
    """Return the corners of a regular polygon round the origin."""
    return tuple((math.cos(math.tau * k / count), math.sin(math.tau * k / count)) for k in range(count))


def hull(circles: Sequence[tuple[Point, float]], widen: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the convex hull of circles, each taken as a polygon, and the same hull widened on all sides.

    One cheap outline for many round parts; a foot that stands still is found again.
    """
    (x, y), _ = circles[0]
    parts = tuple((round(cx - x, 1), round(cy - y, 1), r) for (cx, cy), r in circles)
    inner, wide = _hull(parts, widen)
    return inner.translated(x, y), wide.translated(x, y)


@functools.lru_cache(maxsize=256)
def _hull(parts: tuple[tuple[float, float, float], ...], widen: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the hull of circles (x, y, radius) and the wide one.

    A corner of the hull goes outward the way it lies from its circle's middle, so that the wide hull needs no
    second search.
    """
    ring = _corners(8)
    points = sorted((x + r * cos, y + r * sin, cos, sin) for x, y, r in parts for cos, sin in ring)
    outline: list[tuple[float, float, float, float]] = []
    for chain in (points, points[::-1]):
        least = len(outline) + 2
        for point in chain:
            px, py, *_ = point
            while len(outline) >= least:
                (ax, ay, *_), (bx, by, *_) = outline[-2], outline[-1]
                if (bx - ax) * (py - ay) > (by - ay) * (px - ax):
                    break  # the three turn against the clock
                outline.pop()
            outline.append(point)
        outline.pop()
    wide = [(x + widen * cos, y + widen * sin) for x, y, cos, sin in outline]
    return polygon((x, y) for x, y, _, _ in outline), polygon(wide)


def thinned(points: Sequence[Point], slack: float) -> list[Point]:
    """Return a line with as few of its points as keep it within ``slack`` (Douglas and Peucker)."""
    if len(points) < 3:
        return list(points)
    (ax, ay), (bx, by) = points[0], points[-1]
    size = math.hypot(bx - ax, by - ay)
    if size < 1e-9:
        away = [math.dist(points[0], point) for point in points]
    else:
        away = [abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / size for x, y in points]
    far = max(range(len(points)), key=away.__getitem__)
    if away[far] <= slack:
        return [points[0], points[-1]]
    return thinned(points[: far + 1], slack)[:-1] + thinned(points[far:], slack)


def limb_points(a: Point, b: Point, profile: Profile) -> list[Point]:
    """Return the outline of a limb along a bone: down its front, up its back.

    Front is to the left of the way from ``a`` to ``b`` with y up: forward, for a hanging limb.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    front = [(a[0] + dx * t + nx * f, a[1] + dy * t + ny * f) for t, f, _ in profile]
    back = [(a[0] + dx * t - nx * k, a[1] + dy * t - ny * k) for t, _, k in reversed(profile)]
    return front + back


def limb(a: Point, b: Point, profile: Profile) -> QPainterPath:
    """Return a limb as a smooth path."""
    return closed_curve(limb_points(a, b, profile))


def hatching(path: QPainterPath, gap: float, rising: bool = True) -> list[tuple[QPointF, QPointF]]:
    """Return slanted lines that fill a path, as plain lines so that every vector format keeps them."""
    outline = path.toFillPolygon()
    points = [(outline.at(i).x(), outline.at(i).y()) for i in range(outline.size())]
    sign = 1.0 if rising else -1.0
    # Turned so that hatching lines are level: u along the line, v across.
    turned = [((x + sign * y), (y - sign * x)) for x, y in points]
    if not turned:
        return []
    lines = []
    step = gap * math.sqrt(2.0)
    v = math.ceil(min(q[1] for q in turned) / step) * step
    top = max(q[1] for q in turned)
    while v < top:
        cuts = sorted(_cuts(turned, v))
        for u0, u1 in zip(cuts[::2], cuts[1::2], strict=False):
            lines.append((_back(u0, v, sign), _back(u1, v, sign)))
        v += step
    return lines


def _cuts(points: Sequence[Point], v: float) -> list[float]:
    """Return where a level line crosses the outline."""
    cuts = []
    for (u0, v0), (u1, v1) in itertools.pairwise(points):
        if (v0 <= v) != (v1 <= v):
            cuts.append(u0 + (u1 - u0) * (v - v0) / (v1 - v0))
    return cuts


def _back(u: float, v: float, sign: float) -> QPointF:
    """Return the turned point in the drawing's own axes."""
    return QPointF((u - sign * v) / 2.0, (v + sign * u) / 2.0)
