"""The things around a figure, each drawn so that it looks like what it is."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ankle_coach.domain.pose_contacts import part_point
from ankle_coach.domain.pose_figure import Layer, Prop, PropKind
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.domain.pose_props import locate, place_of, size_of
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.kept_pictures import draw_kept
from ankle_coach.figures.props_care import (
    draw_heart,
    draw_prints,
    draw_scrunch,
    draw_star,
    draw_worn,
)
from ankle_coach.figures.props_gear import (
    draw_backpack,
    draw_bike,
    draw_bike_handle,
    draw_board,
    draw_bottle,
    draw_hard_ball,
    draw_ice,
    draw_ice_pack,
    draw_kettlebell,
    draw_leg_press,
    draw_metronome,
    draw_weight,
)
from ankle_coach.figures.props_lines import draw_band, draw_bandage, draw_ropes, draw_strap
from ankle_coach.figures.props_room import (
    draw_anchor,
    draw_ball,
    draw_block,
    draw_chair,
    draw_cushion,
    draw_mat,
    draw_post,
    draw_roll,
    draw_step,
    draw_tape,
    draw_towel,
    draw_tripod,
    draw_wall,
)
from ankle_coach.figures.shapes import Point, open_curve, polygon

LAYERS: Final[dict[PropKind, Layer]] = {
    PropKind.BAND: Layer.FRONT,
    PropKind.STRAP: Layer.FRONT,
    PropKind.BALL: Layer.FRONT,
    PropKind.HARD_BALL: Layer.FRONT,
    PropKind.BOTTLE: Layer.FRONT,
    PropKind.ICE_PACK: Layer.FRONT,
    PropKind.ICE: Layer.FRONT,
    PropKind.WRAP: Layer.FRONT,
    PropKind.SLEEVE: Layer.FRONT,
    PropKind.BRACE: Layer.FRONT,
    PropKind.HEART: Layer.FRONT,
    PropKind.KETTLEBELL: Layer.HELD,
    PropKind.WEIGHT: Layer.HELD,
    PropKind.BACKPACK: Layer.MIDDLE,
    PropKind.WATER: Layer.FRONT,
    PropKind.BANDAGE: Layer.FRONT,
    PropKind.TRIPOD: Layer.FRONT,
    PropKind.ROPES: Layer.FRONT,
    PropKind.ROLL: Layer.BACK,
    PropKind.BIKE: Layer.MIDDLE,
}
"""When a kind is drawn; the others stand at the back."""


CHEAP: Final = (PropKind.FLOOR, PropKind.TAPE, PropKind.TRIPOD)
"""Kinds that are quicker drawn than copied."""

CARDS: Final = (PropKind.STAR, PropKind.PRINTS)
BELOW: Final = 60.0
BESIDE: Final = 20.0
"""How far things reach below their lowest point and beside the picture, in millimeters."""

Span = tuple[float, float, float]
"""Left, right and upper edge of a picture in millimeters."""


def layer_of(prop: Prop) -> Layer:
    """Return when a prop is drawn."""
    return prop.layer or LAYERS.get(prop.kind, Layer.BACK)


def draw_props(canvas: Canvas, moment: Moment, layer: Layer, span: Span) -> None:
    """Draw the props of one layer.

    Args:
        canvas: Where.
        moment: The figure and its skeleton.
        layer: Which of them.
        span: Left, right and upper edge of the picture in millimeters, for floors, water and walls.
    """
    if layer is Layer.HELD:
        for prop in moment.figure.props:
            if prop.kind is PropKind.BIKE:
                # A bike has a part on either side of its rider.
                _turning(canvas, draw_bike_handle, prop, moment)
    mine = [prop for prop in moment.figure.props if layer_of(prop) is layer]
    for still, run in itertools.groupby(mine, _stands_still):
        props = tuple(run)
        if still and not all(prop.kind in CHEAP for prop in props):
            _draw_scenery(canvas, moment, props, span)
        else:
            for prop in props:
                _draw_prop(canvas, moment, prop, span)


def _stands_still(prop: Prop) -> bool:
    """Return whether a prop looks the same in every frame."""
    fixed = not isinstance(prop.at, str) and prop.travel == (0.0, 0.0)
    return fixed and (prop.kind in _THINGS or prop.kind in _SPANS or prop.kind in CARDS)


def _draw_scenery(canvas: Canvas, moment: Moment, props: tuple[Prop, ...], span: Span) -> None:
    """Draw neighboring props that stand still, all at once where they are kept."""
    key = (props, span, canvas.colors, canvas.ink, canvas.rich, canvas.view)
    low = min(0.0, *(prop.at[1] for prop in props if not isinstance(prop.at, str))) - BELOW
    area = QRectF(span[0] - BESIDE, low, span[1] - span[0] + 2 * BESIDE, span[2] - low + BESIDE)

    def draw(painter: QPainter) -> None:
        own = canvas.on(painter)
        for prop in props:
            _draw_prop(own, moment, prop, span)

    draw_kept(canvas.painter, key, area, draw)


def _draw_prop(canvas: Canvas, moment: Moment, prop: Prop, span: Span) -> None:
    """Draw one prop."""
    at = canvas.flat(place_of(prop, moment.body, moment.scene))
    if prop.kind in _LINES:
        points = [at] + [canvas.flat(locate(spot, moment.body, moment.scene)) for spot in prop.to]
        _LINES[prop.kind](canvas, prop, points)
    elif prop.kind in _TURNING:
        _turning(canvas, _TURNING[prop.kind], prop, moment)
    elif prop.kind in _SPANS:
        _SPANS[prop.kind](canvas, prop, at, span)
    elif prop.kind is PropKind.BACKPACK:
        draw_backpack(canvas, moment.body)
    elif prop.kind in (PropKind.WRAP, PropKind.SLEEVE, PropKind.BRACE):
        draw_worn(canvas, prop.kind, moment.body.work, moment.share, tight=prop.size[1] > 0.0)
    elif prop.kind is PropKind.STAR:
        draw_star(canvas, at, size_of(prop)[0], prop.turn)
    elif prop.kind is PropKind.PRINTS:
        draw_prints(canvas, at, *size_of(prop))
    else:
        width, height = size_of(prop)
        if prop.kind is PropKind.WALL:
            height = min(height, span[2] - at[1])
        _placed(canvas, prop, at, (width, height))


def _placed(canvas: Canvas, prop: Prop, at: Point, size: tuple[float, float]) -> None:
    """Draw a prop in its own axes."""
    painter = canvas.painter
    painter.save()
    painter.translate(*at)
    if prop.turn:
        painter.rotate(prop.turn)
    _THINGS[prop.kind](canvas, *size)
    painter.restore()


def _turning(canvas: Canvas, draw: Callable[[Canvas, float], None], prop: Prop, moment: Moment) -> None:
    """Draw a thing with moving parts in its own axes."""
    canvas.painter.save()
    canvas.painter.translate(*canvas.flat(place_of(prop, moment.body, moment.scene)))
    draw(canvas, moment.share)
    canvas.painter.restore()


def _floor(canvas: Canvas, prop: Prop, at: Point, span: Span) -> None:
    """Draw the ground from edge to edge, with marks where it passes below a walking figure."""
    level, width = at[1] - canvas.ink, canvas.ink * 2
    canvas.line(((span[0], level), (span[1], level)), canvas.colors.ground, width)
    if prop.travel[0]:
        gap = abs(prop.travel[0]) / 4
        first = span[0] + (at[0] - span[0]) % gap
        marks = []
        while first + gap * 0.14 < span[1]:
            marks.append(((first, level - width * 2.4), (first + gap * 0.14, level - width * 2.4)))
            first += gap
        canvas.lines(marks, canvas.colors.ground, width * 0.8)


def _rail(canvas: Canvas, prop: Prop, at: Point, span: Span) -> None:
    """Draw a hand rail along the way."""
    height = at[1] + size_of(prop)[1]
    canvas.tubes((((span[0] + 30, height), (span[1] - 30, height)),), 34.0, canvas.colors.metal)
    posts = [((x, at[1] + 8), (x, height - 20)) for x in (span[0] + 90, span[1] - 90)]
    canvas.tubes(posts, 24.0, canvas.colors.metal)


def _water(canvas: Canvas, prop: Prop, at: Point, span: Span) -> None:
    """Draw the surface of a pool: waves, and ripples below."""
    level = at[1] + size_of(prop)[1]
    if not canvas.colors.hatch:
        pool = polygon(((span[0], at[1]), (span[1], at[1]), (span[1], level), (span[0], level)))
        canvas.fill(pool, canvas.colors.water.replace("#", "#48"))
    for depth, width, wave in ((0.0, 2.4, 26.0), (90.0, 1.1, 18.0), (210.0, 1.1, 18.0)):
        points = []
        x = span[0]
        while x <= span[1]:
            points.append((x, level - depth + wave / 2 * math.sin(x / 60.0 + depth)))
            x += 30.0
        canvas.stroke(open_curve(points), canvas.colors.water, canvas.ink * width)


Drawer = Callable[[Canvas, float, float], None]

_LINES: Final[dict[PropKind, Callable[[Canvas, Prop, list[Point]], None]]] = {
    PropKind.BAND: draw_band,
    PropKind.STRAP: draw_strap,
    PropKind.ROPES: draw_ropes,
    PropKind.BANDAGE: draw_bandage,
}
_SPANS: Final = {PropKind.FLOOR: _floor, PropKind.WATER: _water, PropKind.RAIL: _rail}
_TURNING: Final = {
    PropKind.BIKE: draw_bike,
    PropKind.METRONOME: draw_metronome,
    PropKind.SCRUNCH: draw_scrunch,
}
_THINGS: Final[dict[PropKind, Drawer]] = {
    PropKind.WALL: draw_wall,
    PropKind.CHAIR: draw_chair,
    PropKind.STEP: draw_step,
    PropKind.BLOCK: draw_block,
    PropKind.MAT: draw_mat,
    PropKind.TOWEL: draw_towel,
    PropKind.ROLL: draw_roll,
    PropKind.BALL: draw_ball,
    PropKind.HARD_BALL: draw_hard_ball,
    PropKind.BOTTLE: draw_bottle,
    PropKind.CUSHION: draw_cushion,
    PropKind.TAPE: draw_tape,
    PropKind.ANCHOR: draw_anchor,
    PropKind.POST: draw_post,
    PropKind.TRIPOD: draw_tripod,
    PropKind.BOARD: draw_board,
    PropKind.KETTLEBELL: draw_kettlebell,
    PropKind.ICE_PACK: draw_ice_pack,
    PropKind.ICE: draw_ice,
    PropKind.HEART: draw_heart,
    PropKind.WEIGHT: draw_weight,
    PropKind.LEG_PRESS: draw_leg_press,
}

__all__ = ["draw_props", "layer_of", "part_point"]
