"""One painter for every figure: fits the picture into a rectangle and draws its layers in order."""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform

from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_contacts import part_point
from ankle_coach.domain.pose_figure import ArrowKind, Figure, Layer, PropKind
from ankle_coach.domain.pose_kinematics import Skeleton
from ankle_coach.domain.pose_motion import Moment, Phase, Still, loop_pose, loop_seconds, still
from ankle_coach.domain.pose_props import BIKE_SPOTS, RAIL_HEIGHT, locate, place_of, size_of
from ankle_coach.domain.sides import Side
from ankle_coach.figures.body_front import FrontBody
from ankle_coach.figures.body_side import SideBody
from ankle_coach.figures.canvas import Canvas, flattened
from ankle_coach.figures.foot_profile import draw_foot_side
from ankle_coach.figures.foot_views import FootEye, draw_leg
from ankle_coach.figures.insets import FOOT_FRAMES, draw_inset
from ankle_coach.figures.kept_pictures import draw_kept
from ankle_coach.figures.marks import (
    draw_affected,
    draw_arrows,
    draw_closed_eye,
    draw_cross,
    draw_dashes,
    draw_letter_card,
    draw_targets,
)
from ankle_coach.figures.panels import cells, draw_order, picture
from ankle_coach.figures.props import Span, draw_props
from ankle_coach.figures.shapes import Point
from ankle_coach.figures.shins_view import draw_shins
from ankle_coach.figures.tones import FigureColors, figure_colors, ghosted

FOOT_VIEWS: Final = (View.FOOT_FRONT, View.FOOT_SOLE, View.FOOT_TOP)
FAN_REACH: Final = 720.0
"""How far an air bike reaches forward of its crank, in millimeters."""

HEAD_ROOM: Final = 220.0
"""How far from the head a mark must stay, in millimeters."""

RICH_FROM: Final = 170.0
"""Smallest side of a picture in pixels at which creases and nails are drawn."""


class Look(NamedTuple):
    """How a figure is shown.

    Attributes:
        colors: Skin, clothes and ground.
        arrows: Whether motion arrows are drawn.
        targets: Whether the working or stretched region is highlighted.
        ghost: The start pose, drawn pale behind.
        affected: The side that is marked as affected.
        line: Factor on the outline's width.
        details: Whether insets, nails and creases are drawn where there is room.
    """

    colors: FigureColors = figure_colors()
    arrows: bool = True
    targets: bool = True
    ghost: Moment | None = None
    affected: Side | None = None
    line: float = 1.0
    details: bool = True


def paint_figure(painter: QPainter, rect: QRectF, moment: Moment, look: Look | None = None) -> None:
    """Paint a figure into ``rect`` of the painter's own coordinates (y down).

    Args:
        painter: Any painter: screen, image, printer, PDF or SVG.
        rect: Where; the figure keeps its proportions and stands at the bottom.
        moment: Posture and figure from `pose_at`, `loop_pose` or `still`.
        look: Colors and what is shown; light by default.
    """
    look = look or Look()
    if moment.panels:
        _paint_panels(painter, rect, moment, look)
        return
    painter.save()
    frame = frame_of(moment.figure)
    scale = min(rect.width() / frame.width(), rect.height() / frame.height())
    # Small pictures get relatively bolder lines, so that they stay readable.
    pixels = max(1.05, 0.0036 * min(rect.width(), rect.height())) * look.line
    transform = _placed(rect, frame, scale, moment.cue.side is Side.LEFT)
    painter.setTransform(transform, True)
    rich = look.details and min(rect.width(), rect.height()) >= RICH_FROM
    canvas = Canvas(painter, look.colors, moment.figure.view, pixels / scale, rich)
    span = _span(rect, frame, scale)
    if look.ghost is not None:
        pale = Canvas(painter, ghosted(look.colors), moment.figure.view, pixels / scale, False)
        _draw_body(pale, look.ghost, span, props=False)
    _draw_body(canvas, moment, span, props=True, look=look)
    painter.restore()
    painter.save()
    painter.setTransform(_placed(rect, frame, scale, mirrored=False), True)
    above = (rect.height() / scale - frame.height()) / 2
    _draw_overlays(canvas, moment, frame, (span[0], frame.bottom() + above), look.details)
    painter.restore()


def _paint_panels(painter: QPainter, rect: QRectF, moment: Moment, look: Look) -> None:
    """Paint a row of pictures; a single one takes the whole rectangle."""
    places = cells(rect, len(moment.panels)) if len(moment.panels) > 1 else [rect]
    ghosts = look.ghost.panels if look.ghost is not None else ()
    icons = len(places) > 2
    arrows = look.arrows and not icons
    for index, (part, place) in enumerate(zip(moment.panels, places, strict=True)):
        ghost = ghosts[index] if index < len(ghosts) else None
        own = look._replace(ghost=ghost, arrows=arrows, details=look.details and not icons)
        _paint_panel(painter, picture(place, len(places)), part, own)
    if look.arrows and len(places) > 1:
        ink = max(1.05, 0.0036 * min(rect.width(), rect.height())) * look.line
        draw_order(painter, places, look.colors, ink)


def _paint_panel(painter: QPainter, rect: QRectF, part: Moment, look: Look) -> None:
    """Paint one picture of a row; one that waits for its turn is the same moment in every frame."""
    if look.ghost is not None or part.cue.phase is not Phase.READY:
        paint_figure(painter, rect, part, look)
        return
    key = (id(part), look, rect.getRect())
    draw_kept(painter, key, rect, lambda own: paint_figure(own, rect, part, look), part)


def _placed(rect: QRectF, frame: QRectF, scale: float, mirrored: bool) -> QTransform:
    """Return millimeters, y up, to the rectangle."""
    transform = QTransform()
    transform.translate(rect.center().x(), rect.bottom() - (rect.height() - frame.height() * scale) / 2)
    transform.scale(-scale if mirrored else scale, -scale)
    transform.translate(-frame.center().x(), -frame.top())
    return transform


def _span(rect: QRectF, frame: QRectF, scale: float) -> Span:
    """Return left and right edge of the ground, a little inside the frame, and the picture's upper edge."""
    half = min(rect.width() / scale, max(frame.width() * 1.15, frame.height() * 0.75)) / 2 * 0.98
    return (frame.center().x() - half, frame.center().x() + half, frame.bottom())


def _draw_body(canvas: Canvas, moment: Moment, span: Span, props: bool, look: Look | None = None) -> None:
    """Draw props, limbs and marks in their order."""
    view = moment.figure.view
    if props:
        draw_props(canvas, moment, Layer.BACK, span)
    if view is View.SIDE:
        _draw_side(canvas, moment, span, props, look)
    elif view is View.SHINS:
        draw_shins(canvas, moment, look is not None and look.targets)
    elif view.facing:
        FrontBody(canvas, moment.body, moment.figure.eyes_closed).draw()
    elif view is View.LEG:
        draw_leg(canvas, moment.body.work)
    elif view is View.FOOT_SIDE:
        draw_foot_side(canvas, moment.body.work)
    else:
        FootEye(canvas, moment.body.work, view).draw()
    if look is not None:
        if look.targets and view in (View.LEG, View.FOOT_SIDE):
            draw_targets(canvas, moment)
        if props:
            draw_props(canvas, moment, Layer.FRONT, span)
        _draw_marks(canvas, moment, look)


def _draw_side(canvas: Canvas, moment: Moment, span: Span, props: bool, look: Look | None) -> None:
    """Draw the whole body from the side."""
    body = SideBody(canvas, moment.body, moment.figure.eyes_closed)
    body.far_limbs()
    if props:
        draw_props(canvas, moment, Layer.MIDDLE, span)
    body.near_leg()
    if look is not None and look.targets:
        draw_targets(canvas, moment)
    body.near_body()
    if props:
        draw_props(canvas, moment, Layer.HELD, span)
    body.near_arm()


def _draw_marks(canvas: Canvas, moment: Moment, look: Look) -> None:
    """Draw dashes, arrows and the affected side's ring."""
    draw_dashes(canvas, moment)
    if look.arrows:
        draw_arrows(canvas, moment)
    if look.affected in (Side.LEFT, Side.RIGHT, Side.BOTH):
        shown = moment.cue.side if moment.cue.side is not Side.BOTH else Side.RIGHT
        for side, which in ((moment.body.work, shown), (moment.body.other, shown.other)):
            if look.affected in (which, Side.BOTH) and (moment.figure.view is not View.LEG or which is shown):
                draw_affected(canvas, canvas.flat(side.ankle))


def _draw_overlays(canvas: Canvas, moment: Moment, frame: QRectF, corner: Point, details: bool) -> None:
    """Draw what is never mirrored: the letter, insets' frames, the error's cross in the corner."""
    traced = moment.cue.phase is Phase.TRACE
    size = min(frame.width(), frame.height()) * 0.38
    if traced:
        left_edge = frame.right() - size if moment.cue.side is Side.LEFT else frame.left()
        box = QRectF(left_edge, frame.bottom() - size, size, size)
        draw_letter_card(canvas, box, moment.cue, moment.trail)
    if moment.figure.eyes_closed:
        draw_closed_eye(canvas, frame, right=moment.cue.side is not Side.LEFT)
    for inset in moment.figure.insets if details else ():
        draw_inset(canvas, moment, inset, frame)
    if moment.wrong:
        size = canvas.ink * 11
        # Above a flat picture is room, away from the head; far above, it would seem to belong to nothing.
        top = min(corner[1], frame.bottom() + size * 5.0)
        x, y = corner[0] + size * 1.4, top - size * 1.5
        if _taken(canvas, moment, frame, (x, y)):
            x = 2 * frame.center().x() - x
        draw_cross(canvas, (x, y), size)


def _taken(canvas: Canvas, moment: Moment, frame: QRectF, corner: tuple[float, float]) -> bool:
    """Return whether an inset or the head is in the upper left corner of the picture."""
    left = moment.cue.side is Side.LEFT
    if moment.figure.insets:
        return not left
    if moment.figure.view not in (View.SIDE, View.FRONT):
        return left
    x, y = canvas.flat(moment.body.skull)
    x = 2 * frame.center().x() - x if left else x
    return abs(x - corner[0]) < HEAD_ROOM and abs(y - corner[1]) < 1.4 * HEAD_ROOM


@functools.lru_cache(maxsize=512)
def frame_of(figure: Figure) -> QRectF:
    """Return what a figure needs of space over its whole movement, in millimeters (y up)."""
    if figure.frame is not None:
        left, bottom, right, top = figure.frame
        return QRectF(left, bottom, right - left, top - bottom)
    if figure.view in FOOT_VIEWS:
        return FOOT_FRAMES[figure.view]
    boxes = [_extent(still(figure, None, which)) for which in (Still.START, Still.END)]
    length = loop_seconds(figure)
    boxes += [_extent(loop_pose(figure, None, length * k / 8)) for k in range(8)]
    box = boxes[0]
    for other in boxes[1:]:
        box = box.united(other)
    return box


def _extent(moment: Moment) -> QRectF:
    """Return the box around a posture with its props and arrows."""
    points = _body_extent(moment.figure.view, moment.body)
    points += _prop_extent(moment)
    for arrow in moment.figure.arrows:
        spot = locate(arrow.at, moment.body, moment.scene)
        x, y = flattened(moment.figure.view, spot.x, spot.y, spot.z)
        x, y = x + arrow.offset[0], y + arrow.offset[1]
        dx, dy = arrow.along if arrow.kind is ArrowKind.STRAIGHT else arrow.radius
        points += [(x + dx, y + dy, 40.0)]
        points += [(x - dx, y - dy, 40.0)] if arrow.kind is not ArrowKind.STRAIGHT else [(x, y, 30.0)]
    left = min(x - r for x, _, r in points)
    right = max(x + r for x, _, r in points)
    low = min(y - r for _, y, r in points)
    high = max(y + r for _, y, r in points)
    return QRectF(left, low, right - left, high - low)


def _body_extent(view: View, body: Skeleton) -> list[tuple[float, float, float]]:
    """Return the body's points with how far flesh reaches around them."""
    whole = [("pelvis", 135.0), ("chest", 125.0)]
    parts = [("knee", 75.0), ("ankle", 60.0), ("heel", 30.0), ("tip", 34.0)]
    if view is View.LEG:
        names = [(f"work.{name}", reach) for name, reach in parts]
    elif view is View.SHINS:
        names = [(f"{side}.{name}", reach) for side in ("work", "other") for name, reach in parts]
    else:
        parts += [("elbow", 55.0), ("palm", 60.0), ("finger", 24.0)]
        names = whole + [(f"{side}.{name}", reach) for side in ("work", "other") for name, reach in parts]
    points = []
    for name, reach in names:
        point = part_point(body, name)
        points.append((*flattened(view, point.x, point.y, point.z), reach))
    if view is not View.LEG:
        head = body.head_frame.place(body.skull, 0.0, 70.0)
        points.append((*flattened(view, head.x, head.y, head.z), 140.0))
    else:
        stub = body.work.knee.plus(body.work.hip.minus(body.work.knee), 0.32)
        points.append((stub.x, stub.y, 70.0))
    return points


def _prop_extent(moment: Moment) -> list[tuple[float, float, float]]:
    """Return the corners of the props that have a place."""
    points: list[tuple[float, float, float]] = []
    flat = (
        PropKind.FLOOR,
        PropKind.WATER,
        PropKind.WALL,
        PropKind.BACKPACK,
        PropKind.RAIL,
        PropKind.STRAP,
        PropKind.BANDAGE,
    )
    for prop in moment.figure.props:
        place = place_of(prop, moment.body, moment.scene)
        x, y = flattened(moment.figure.view, place.x, place.y, place.z)
        width, height = size_of(prop)
        if prop.kind is PropKind.FLOOR:
            points.append((x, y, 26.0))
        elif prop.kind is PropKind.WALL:
            points += [(x + width, y + min(height, 600.0), 20.0)]
        elif prop.kind is PropKind.CHAIR:
            points += [(x - width, y + height + 430.0, 50.0), (x, y, 26.0)]
        elif prop.kind is PropKind.STEP:
            points += [(x + width, y + height + RAIL_HEIGHT, 30.0), (x, y, 26.0)]
        elif prop.kind is PropKind.BIKE:
            points += [(x + FAN_REACH, y, 20.0), (x + BIKE_SPOTS["seat"][0] - 130.0, y, 20.0)]
        elif prop.kind not in flat:
            points += [(x - width / 2, y, 20.0), (x + width / 2, y, 20.0)]
    return points
