"""Small second views in a corner: the working foot, both feet from the front, ways to go."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ankle_coach.domain.pose import Pose, SidePose, View
from ankle_coach.domain.pose_figure import Arrow, Inset
from ankle_coach.domain.pose_kinematics import SidePoints, skeleton
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.domain.sides import Side
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.foot_profile import draw_profile
from ankle_coach.figures.foot_views import FootEye
from ankle_coach.figures.marks import draw_arrow

FOOT_FRAMES: Final = {
    View.FOOT_FRONT: QRectF(-165.0, -205.0, 330.0, 330.0),
    View.FOOT_SOLE: QRectF(-130.0, -110.0, 260.0, 340.0),
    View.FOOT_TOP: QRectF(-175.0, -125.0, 350.0, 350.0),
    View.FOOT_SIDE: QRectF(-110.0, -195.0, 340.0, 340.0),
}
FEET_FRAME: Final = QRectF(-210.0, -45.0, 420.0, 420.0)
"""Both feet from the front, the floor at 0."""

WAYS: Final = {"forward": (0.0, 1.0), "backward": (0.0, -1.0), "inward": (-1.0, 0.0), "outward": (1.0, 0.0)}
"""Directions as the person sees the own right foot."""

WAYS_FRAME: Final = QRectF(-300.0, -230.0, 600.0, 600.0)


def draw_inset(canvas: Canvas, moment: Moment, inset: Inset, frame: QRectF) -> None:
    """Draw a second view in a corner of the frame, on a card."""
    inner = WAYS_FRAME if inset.ways else FOOT_FRAMES.get(inset.view, FEET_FRAME)
    size = min(frame.width(), frame.height()) * inset.size
    mirrored = moment.cue.side is Side.LEFT
    right = inset.corner.endswith("right") != mirrored
    left = frame.right() - size if right else frame.left()
    low = frame.bottom() - size if inset.corner.startswith("top") else frame.top()
    canvas.card(left, low, size, size, size * 0.1)
    scale = size / max(inner.width(), inner.height())
    painter = canvas.painter
    painter.save()
    painter.translate(left + size / 2, low + size / 2)
    painter.scale(-scale if mirrored else scale, scale)
    painter.translate(-inner.center().x(), -inner.center().y())
    view = inset.view if inset.view in FOOT_FRAMES else View.FOOT_FRONT
    small = Canvas(painter, canvas.colors, view, canvas.ink * 0.8 / scale, canvas.rich)
    if inset.view is View.FOOT_SIDE:
        draw_profile(small, moment)
    elif inset.view in FOOT_FRAMES:
        FootEye(small, _upright(moment), inset.view).draw()
        _draw_ways(small, inset)
    else:
        _draw_feet(painter, small, moment)
    painter.restore()


def _upright(moment: Moment) -> SidePoints:
    """Return the working foot; that of a crossed leg as if its shin stood upright."""
    if moment.figure.view is not View.ABOVE:
        return moment.body.work
    side = moment.pose.work
    foot = SidePose(ankle=side.ankle, frontal=side.frontal, toes=side.toes)
    return skeleton(Pose(x=0.0, y=0.0, work=foot)).work


def _draw_ways(canvas: Canvas, inset: Inset) -> None:
    """Draw the arrows of the ways to go."""
    middle = (0.0, 60.0)
    for way in inset.ways:
        dx, dy = WAYS[way]
        near, far = (95.0, 205.0) if dx else (165.0, 265.0)
        at = (middle[0] + dx * near, middle[1] + dy * near)
        length = far - near
        draw_arrow(canvas, Arrow(along=(dx * length, dy * length)), at)


def _draw_feet(painter: QPainter, canvas: Canvas, moment: Moment) -> None:
    """Draw both feet from the front on their floor."""
    body = moment.body
    floor = min(side.foot.ball.y for side in (body.work, body.other))
    canvas.line(((-190.0, -2.0), (190.0, -2.0)), canvas.colors.ground, canvas.ink * 1.6)
    for side, sign in ((body.work, 1.0), (body.other, -1.0)):
        painter.save()
        painter.translate(-side.ankle.z, side.ankle.y - floor)
        foot = FootEye(canvas, side, View.FOOT_FRONT, sign)
        canvas.group([foot.shin_shape(), foot.outline()])
        foot.draw_toe_lines()
        painter.restore()
