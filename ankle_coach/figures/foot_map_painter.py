"""Paints the foot map, one view at a time, and the sole with the zone that a ball rolls over."""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from ankle_coach.domain.foot_map import FRAMES, OUTLINES, SHIN_TOP, SOLE_ZONES, FootView, FootZone, Outline
from ankle_coach.domain.pose import View
from ankle_coach.domain.sides import Side
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.figure_painter import Look
from ankle_coach.figures.foot_views import TOES
from ankle_coach.figures.shapes import Point, capsule, closed_curve, ellipse, open_curve
from ankle_coach.figures.tones import FigureColors, figure_colors, mixed

LEG_FRONT: Final = (
    (45, SHIN_TOP), (42, 290), (39, 240), (36, 181), (33, 112), (32, 62), (35, 34),
    (43, 13),
)  # fmt: skip
LEG_BACK: Final = (
    (-44, 8), (-37, 36), (-35, 62), (-40, 112), (-54, 181), (-69, 245), (-74, 297),
    (-71.0, SHIN_TOP),
)  # fmt: skip
HEEL: Final = ((-40, -68.5), (-59, -63), (-68, -48), (-66, -28), (-55, -10))
OUTER_FOOT: Final = (
    (62, -6), (90, -20), (118, -30), (138, -42), (140, -56), (128, -66), (96, -68.5),
    (50, -67), (10, -66), (-16, -68), *HEEL,
)  # fmt: skip
INNER_FOOT: Final = (
    (60, -2), (88, -16), (116, -27), (138, -36), (146, -52), (134, -67), (110, -68),
    (82, -60), (46, -53), (12, -57), (-14, -66), *HEEL,
)  # fmt: skip
BACK_RIGHT: Final = (
    (52, SHIN_TOP), (55, 297), (51, 245), (42, 181), (33, 112), (29, 60), (30, 22),
    (38, 0), (38, -16), (31, -32), (33, -50), (27, -64), (0, -69),
)  # fmt: skip
BACK_LEFT: Final = (
    (-27, -64), (-33, -50), (-30, -30), (-35, -10), (-38, 6), (-31, 28), (-29, 60),
    (-34, 112), (-45, 181), (-56, 245), (-60, 290), (-55, SHIN_TOP),
)  # fmt: skip
LITTLE_TOES: Final = (((24, -55), (42, -57), 16, 11),)
SOLE: Final = (
    (0, -69), (21, -62), (32, -45), (33, -22), (28, 4), (22, 32), (20, 58),
    (26, 80), (38, 101), (46, 121), (45, 139), (32, 148), (10, 148), (-10, 141),
    (-28, 129), (-43, 113), (-50, 95), (-49, 74), (-45, 48), (-41, 20), (-36, -8),
    (-34, -36), (-27, -56), (-14, -67),
)  # fmt: skip
SOLE_TOES: Final = (
    ((31, 142), (31, 181), 13, 17), ((7, 140), (8, 184), 8, 10.5),
    ((-11, 133), (-12, 173), 7.5, 10), ((-27, 122), (-30, 158), 7, 9.5),
    ((-41, 108), (-46, 138), 7, 9),
)  # fmt: skip
HEEL_PAD: Final = ((-1, -40), 22, 20)
BALL_PAD: Final = ((24, 118), (-32, 100), 17, 12)
DETAILS: Final[dict[FootView, tuple[tuple[Point, ...], ...]]] = {
    FootView.OUTER: (
        ((-20, -2), (-14, -19), (0, -21), (9, -8)),
        ((-22, 120), (-20, 70), (-22, 30), (-30, 4)),
    ),
    FootView.INNER: (
        ((-12, 4), (-7, -12), (8, -14), (17, 0)),
        ((-22, 120), (-20, 70), (-22, 30), (-30, 4)),
        ((20, -45), (48, -40), (78, -48)),
    ),
    FootView.BACK: (
        ((-15, 112), (-12, 60), (-13, 20), (-19, -8)),
        ((15, 112), (12, 60), (13, 20), (19, -8)),
        ((33, -2), (31, -14), (27, -20)),
        ((-33, 4), (-31, -8), (-26, -14)),
        ((0, 300), (-2, 262), (0, 220)),
    ),
    FootView.SOLE: (),
}
"""Ankle bones, the tendon's edges, the arch's shade: thin lines."""

FOCUS_WIDTH: Final = 2.6
"""Width of the ring around the zone with the keyboard's focus, in pixels at a usual size."""


class MapState(NamedTuple):
    """What is marked on the map.

    Attributes:
        selected: Filled, with a tick.
        hovered: Filled lightly.
        focused: Ringed.
        ring: Color of the ring.
        line: Factor on the width of lines.
    """

    selected: frozenset[FootZone] = frozenset()
    hovered: FootZone | None = None
    focused: FootZone | None = None
    ring: str = ""
    line: float = 1.0


def view_transform(rect: QRectF, view: FootView, side: Side) -> QTransform:
    """Return from a view's millimeters to the painter's coordinates; its inverse finds what was hit."""
    frame = FRAMES[view]
    width, height = frame.right - frame.left, frame.top - frame.bottom
    scale = min(rect.width() / width, rect.height() / height)
    # A right foot's toes point right from outside and left from inside; a left foot is the mirror image.
    mirrored = (view is FootView.INNER) != (side is Side.LEFT)
    transform = QTransform()
    transform.translate(rect.center().x(), rect.bottom() - (rect.height() - height * scale) / 2)
    transform.scale(-scale if mirrored else scale, -scale)
    transform.translate(-(frame.left + frame.right) / 2, -frame.bottom)
    return transform


def paint_foot_view(
    painter: QPainter, rect: QRectF, view: FootView, side: Side, colors: FigureColors, state: MapState
) -> None:
    """Paint one view of the foot map.

    Args:
        painter: Any painter.
        rect: Where; the foot keeps its proportions.
        view: From where it is seen.
        side: Which foot; both counts as right.
        colors: The figure's colors.
        state: Which zones are marked.
    """
    canvas = _begun(painter, rect, view, side, colors, state.line)
    _draw_foot(canvas, view)
    shown = OUTLINES[view]
    for zone in shown:
        _draw_zone(canvas, _cut(view, shown[zone]), zone in state.selected, zone is state.hovered)
    for zone in shown:
        if zone in state.selected:
            _draw_tick(canvas, _middle(_cut(view, shown[zone])), view, side)
    if state.focused is not None and state.focused in shown:
        ring = _cut(view, shown[state.focused])
        width = canvas.ink * FOCUS_WIDTH
        canvas.stroke(ring, colors.paper, width * 2.0)
        canvas.stroke(ring, state.ring or colors.mark, width)
    painter.restore()


def paint_sole_zones(
    painter: QPainter, rect: QRectF, active_zone: str, side: Side, look: Look | None = None
) -> None:
    """Paint a sole with the zone that the ball rolls over now.

    Args:
        painter: Any painter.
        rect: Where; the sole keeps its proportions.
        active_zone: A zone's id as doses have it (`SOLE_ZONES`); another or none marks nothing.
        side: Which foot; both counts as right.
        look: Colors and width of lines; light by default.
    """
    colors = look.colors if look is not None else figure_colors()
    canvas = _begun(painter, rect, FootView.SOLE, side, colors, look.line if look is not None else 1.0)
    _draw_foot(canvas, FootView.SOLE)
    for zone, outline in SOLE_ZONES.items():
        _draw_zone(canvas, _rolled(outline), zone == active_zone, hovered=False)
    if active_zone in SOLE_ZONES:
        canvas.stroke(_rolled(SOLE_ZONES[active_zone]), colors.accent, canvas.ink * 1.8)
    painter.restore()


def zone_middle(view: FootView, zone: FootZone) -> QPointF:
    """Return the middle of a zone in a view's millimeters."""
    return _middle(_cut(view, OUTLINES[view][zone]))


def _begun(
    painter: QPainter, rect: QRectF, view: FootView, side: Side, colors: FigureColors, line: float
) -> Canvas:
    """Return a canvas in a view's millimeters; the painter must be restored afterwards."""
    painter.save()
    transform = view_transform(rect, view, side)
    painter.setTransform(transform, combine=True)
    pixels = max(1.05, 0.0036 * min(rect.width(), rect.height())) * line
    return Canvas(painter, colors, View.FOOT_SOLE, pixels / abs(transform.m22()), rich=True)


def _draw_foot(canvas: Canvas, view: FootView) -> None:
    """Draw the bare foot."""
    colors = canvas.colors
    *far, near = _toes(view)
    for toe in far:
        canvas.group([(toe, colors.skin)])
    if view is FootView.BACK:
        canvas.group([(near, colors.skin_far)], hatch=True)
        canvas.group([(_leg(view), colors.skin)])
    else:
        canvas.group([(near, colors.skin), (_leg(view), colors.skin)])
    if view is FootView.SOLE and not colors.hatch:
        canvas.fill(ellipse(*HEEL_PAD), mixed(colors.skin, colors.skin_far, 0.6))
        canvas.fill(capsule(*BALL_PAD), mixed(colors.skin, colors.skin_far, 0.6))
    for line in DETAILS[view]:
        canvas.stroke(open_curve(line), colors.skin_line, canvas.ink * 0.75)


def _draw_zone(canvas: Canvas, path: QPainterPath, selected: bool, hovered: bool) -> None:
    """Draw a zone: a thin dashed edge, and what is marked filled or hatched."""
    colors = canvas.colors
    if selected or hovered:
        strength = 0.75 if selected else 0.4
        if not colors.hatch:
            canvas.fill(path, mixed(colors.skin, colors.target, strength))
        elif selected:
            canvas.hatched(path, canvas.ink * 3.0, rising=False)
    if selected:
        canvas.stroke(path, colors.ink, canvas.ink)
    else:
        canvas.stroke(path, colors.skin_line, canvas.ink * 0.8, (2, 2.4))


def _draw_tick(canvas: Canvas, at: QPointF, view: FootView, side: Side) -> None:
    """Draw a tick on a disk, so that a chosen zone is not told by color alone; it is never mirrored."""
    colors = canvas.colors
    size = canvas.ink * 5.0
    turn = -1.0 if (view is FootView.INNER) != (side is Side.LEFT) else 1.0
    x, y = at.x(), at.y()
    canvas.disc((x, y), size, colors.mark)
    line = ((-0.5, 0), (-0.12, -0.4), (0.52, 0.42))
    canvas.line([(x + turn * size * dx, y + size * dy) for dx, dy in line], colors.paper, canvas.ink * 1.7)


def _middle(path: QPainterPath) -> QPointF:
    """Return the middle of a zone's area."""
    shape = path.toFillPolygon()
    area = across = up = 0.0
    for i in range(shape.size()):
        a, b = shape.at(i - 1 if i else shape.size() - 1), shape.at(i)
        piece = a.x() * b.y() - b.x() * a.y()
        area += piece
        across += (a.x() + b.x()) * piece
        up += (a.y() + b.y()) * piece
    return QPointF(across / (3.0 * area), up / (3.0 * area)) if area else path.boundingRect().center()


@functools.lru_cache(maxsize=8)
def _leg(view: FootView) -> QPainterPath:
    """Return leg and foot without toes, cut straight above; of the sole, the sole."""
    if view is FootView.SOLE:
        return closed_curve(SOLE)
    points: tuple[Point, ...]
    if view is FootView.BACK:
        points = (*BACK_RIGHT, *BACK_LEFT)
    else:
        foot = OUTER_FOOT if view is FootView.OUTER else INNER_FOOT
        points = (*LEG_FRONT, *foot, *LEG_BACK)
    path = open_curve(points)
    path.closeSubpath()
    return path


@functools.lru_cache(maxsize=8)
def _toes(view: FootView) -> tuple[QPainterPath, ...]:
    """Return the toes in sight, the far ones first; from inside the big toe hides the others."""
    if view is FootView.BACK:
        return tuple(capsule(*toe) for toe in LITTLE_TOES)
    if view is FootView.SOLE:
        return tuple(capsule(*toe) for toe in reversed(SOLE_TOES))
    rows = TOES if view is FootView.OUTER else TOES[:1]
    return tuple(capsule(base[:2], tip[:2], base[3], tip[3]) for base, tip in rows)


@functools.lru_cache(maxsize=8)
def silhouette(view: FootView) -> QPainterPath:
    """Return all of the skin that a view shows, in its millimeters."""
    whole = _leg(view)
    for toe in _toes(view):
        whole = whole.united(toe)
    return whole.simplified()


@functools.lru_cache(maxsize=64)
def _cut(view: FootView, outline: Outline) -> QPainterPath:
    """Return a zone's outline with soft corners, cut at the skin."""
    return closed_curve(_dense(outline), 0.9).intersected(silhouette(view))


@functools.lru_cache(maxsize=16)
def _rolled(outline: Outline) -> QPainterPath:
    """Return a zone that a ball rolls over: without the toes."""
    return _cut(FootView.SOLE, outline).intersected(_leg(FootView.SOLE))


def _dense(outline: Outline) -> list[Point]:
    """Return an outline with points near its corners, so that a curve through them stays close to it."""
    points: list[Point] = []
    for i, (x, y) in enumerate(outline):
        for nx, ny in (outline[i - 1], outline[(i + 1) % len(outline)]):
            points.append((x + (nx - x) * 0.22, y + (ny - y) * 0.22))
    return points
