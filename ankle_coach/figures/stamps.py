"""Outlines that keep their shape: built once with their inked rim, then only placed.

Drawing a curve's line costs the painter three times as much as filling an area, so the rim is an area too:
the outline widened by the ink. Both are cached and moved by a transform.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPen, QTransform

from ankle_coach.domain.pose_vectors import Frame, Vec
from ankle_coach.figures.shapes import Point, Profile, closed_curve, limb_points, open_curve, polygon, thinned

STRETCH: Final = 0.1
"""Steps in which a foreshortened limb's outline is kept, as shares of its bone."""

SLACK: Final = 0.3
"""Millimeters that a rim's corners may be away from the curve: a tenth of a pixel on a large screen."""


class Shape(NamedTuple):
    """A path, its fill color and, where it is known, the same path widened by the ink."""

    path: QPainterPath
    color: str
    rim: QPainterPath | None = None


@functools.lru_cache(maxsize=512)
def _outline(points: tuple[Point, ...], cut: bool) -> QPainterPath:
    """Return the smooth path through points; ``cut`` = its last side is straight."""
    if not cut:
        return closed_curve(points)
    path = open_curve(points)
    path.closeSubpath()
    return path


@functools.lru_cache(maxsize=2048)
def _rim(outline: tuple[Point, ...], cut: bool, ink: float) -> QPainterPath:
    """Return an outline widened by ``ink`` on all sides."""
    return _widened(_outline(outline, cut), ink)


def _widened(path: QPainterPath, ink: float) -> QPainterPath:
    """Return the path widened by ``ink`` on all sides."""
    pen = QPen()
    pen.setWidthF(ink * 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    rim = QPainterPath()
    for part in QPainterPathStroker(pen).createStroke(path).united(path).toSubpathPolygons():
        points = [(part.at(i).x(), part.at(i).y()) for i in range(part.size())]
        rim.addPath(polygon(thinned(points, SLACK)))
    return rim


def _placed(points: tuple[Point, ...], cut: bool, at: QTransform, color: str, ink: float) -> Shape:
    """Return an outline at its place."""
    return Shape(at.map(_outline(points, cut)), color, at.map(_rim(points, cut, round(ink, 1))))


@functools.lru_cache(maxsize=512)
def _kept(build: Callable[..., QPainterPath], args: tuple[float, ...], ink: float) -> Kept:
    """Return a path that a function draws, with its rim."""
    path = build(*args)
    return Kept(path, _widened(path, ink))


class Kept(NamedTuple):
    """A path and the same path widened."""

    path: QPainterPath
    rim: QPainterPath


def kept(
    build: Callable[..., QPainterPath], args: tuple[float, ...], at: QTransform, color: str, ink: float
) -> Shape:
    """Return what ``build(*args)`` draws at its place; it is drawn once and then kept."""
    path, rim = _kept(build, args, round(ink, 1))
    return Shape(at.map(path), color, at.map(rim))


@functools.lru_cache(maxsize=256)
def _line(points: tuple[Point, ...]) -> QPainterPath:
    """Return the smooth open path through points."""
    return open_curve(points)


def line_at(points: tuple[Point, ...], at: QTransform) -> QPainterPath:
    """Return a smooth line through points of a rigid part at its place."""
    return at.map(_line(points))


def outline_at(points: tuple[Point, ...], at: QTransform) -> QPainterPath:
    """Return a smooth closed path through points of a rigid part at its place, without a rim."""
    return at.map(_outline(points, False))


def framed_at(frame: Frame, origin: Vec) -> QTransform:
    """Return where a frame's own forward and up are on the side view's canvas."""
    f, u = frame.forward, frame.up
    return QTransform(f.x, f.y, u.x, u.y, origin.x, origin.y)


def stamp(frame: Frame, origin: Vec, points: tuple[Point, ...], color: str, ink: float) -> Shape:
    """Return points (forward, up) of a frame as a closed curve on the side view's canvas."""
    return _placed(points, False, framed_at(frame, origin), color, ink)


def stamp_along(
    points: tuple[Point, ...], at: Point, along: Point, across: Point, color: str, ink: float
) -> Shape:
    """Return points (along, across) as a closed curve; both directions have length 1."""
    return _placed(points, False, QTransform(*along, *across, *at), color, ink)


@functools.lru_cache(maxsize=256)
def _limb_outline(profile: Profile, bone: float, cut: int) -> tuple[Point, ...]:
    """Return a limb's outline along a bone that lies on the x axis; a cut one begins at that row."""
    points = limb_points((0.0, 0.0), (bone, 0.0), profile)
    return tuple(points[cut:] + points[:cut])


def limb_stamp(
    a: Point, b: Point, profile: Profile, bone: float, color: str, ink: float, cut: int = 0
) -> Shape:
    """Return a limb from ``a`` to ``b``.

    Args:
        a: Upper joint on the canvas.
        b: Lower joint.
        profile: Rows of share, width to the front, width to the back; a tuple.
        bone: The bone's usual length in millimeters.
        color: What fills it.
        ink: Width of the rim.
        cut: Number of rows of a piece of cloth whose lower end is straight; 0 = closed all round.
    """
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    # A rim is as wide along the limb as across it only while the limb is hardly squeezed.
    seen = bone * max(STRETCH, round(length / bone / STRETCH) * STRETCH)
    at = QTransform(dx / seen, dy / seen, -dy / length, dx / length, a[0], a[1])
    return _placed(_limb_outline(profile, seen, cut), cut > 0, at, color, ink)


__all__ = ["Shape", "framed_at", "kept", "limb_stamp", "line_at", "outline_at", "stamp", "stamp_along"]
