"""A seated person from the waist down, from the front and a little above, for feet that turn in and out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from ankle_coach.domain.pose import SHANK, View
from ankle_coach.domain.pose_figure import Region, Target
from ankle_coach.domain.pose_kinematics import SidePoints
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.domain.pose_vectors import Vec
from ankle_coach.figures.body_front import SHANK_FRONT
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.foot_views import FootEye
from ankle_coach.figures.kept_pictures import draw_kept
from ankle_coach.figures.marks import tint
from ankle_coach.figures.outlines import HANDS
from ankle_coach.figures.shapes import Point, closed_curve, limb_points, open_curve, polygon
from ankle_coach.figures.stamps import limb_stamp, stamp_along

LOWER_BODY: Final = QRectF(-320.0, -60.0, 640.0, 920.0)
"""What the chair and the legs cover, in millimeters."""

OTHER_SHANK: Final = tuple((share, outer, inner) for share, inner, outer in SHANK_FRONT)
SEAT_HALF: Final = 236.0
SEAT_HEIGHT: Final = 418.0
BACK_TOP: Final = 790.0
"""Half the width of the chair, the lower side of its seat and the top of its back, in millimeters."""

WAIST: Final = 652.0
"""Where the shirt ends: the camera looks a little down, so that the thighs rise behind the knees."""

POSTS: Final = (-196.0, 196.0)
HIP: Final = 86.0
THIGH: Final = ((-0.2, 30.0, 30.0), (0.0, 78.0, 78.0), (0.5, 82.0, 82.0), (1.0, 76.0, 76.0))
HIPS: Final = (
    (-134.0, 10.0),
    (-156.0, -6.0),
    (-168.0, -44.0),
    (-140.0, -72.0),
    (-60.0, -84.0),
    (60.0, -84.0),
    (140.0, -72.0),
    (168.0, -44.0),
    (156.0, -6.0),
    (134.0, 10.0),
)
SHIRT: Final = ((-142.0, -26.0), (142.0, -26.0), (152.0, 140.0), (-152.0, 140.0))
HEM: Final = ((-66.0, 40.0), (-40.0, 66.0), (0.0, 74.0), (40.0, 66.0), (66.0, 40.0))
FOREARM: Final = (
    (0.0, 38.0, 38.0),
    (0.3, 38.0, 38.0),
    (0.7, 29.0, 29.0),
    (1.0, 23.0, 23.0),
    (1.08, 16.0, 16.0),
)


def draw_shins(canvas: Canvas, moment: Moment, targets: bool) -> None:
    """Draw the seat, the lap behind the knees, and both lower legs.

    Args:
        canvas: Where, with a view from the front.
        moment: The posture.
        targets: Whether the working muscle is tinted.
    """
    body, colors = moment.body, canvas.colors
    look = (colors, canvas.ink, canvas.rich)
    draw_kept(canvas.painter, ("seat", look), LOWER_BODY, lambda painter: _seat(canvas.on(painter)))
    _lap(canvas, (body.work, body.other))
    _arms(canvas, (body.work, body.other))
    # The foot that holds still is the same in every frame.
    where = tuple(round(number, 1) for point in _joints(body.other) for number in point)
    draw_kept(
        canvas.painter,
        ("leg", where, look),
        LOWER_BODY,
        lambda painter: _leg(canvas.on(painter), body.other, -1.0),
    )
    _leg(canvas, body.work, 1.0, moment.figure.targets if targets else ())


def _joints(side: SidePoints) -> tuple[Vec, ...]:
    """Return the points that decide how a lower leg looks."""
    foot = side.foot
    return (side.knee, foot.ankle, foot.heel, foot.ball, foot.tip, foot.frame.up, foot.toe_frame.up)


def _leg(canvas: Canvas, side: SidePoints, sign: float, targets: tuple[Target, ...] = ()) -> None:
    """Draw a lower leg with its foot, and tint those of its muscles that work."""
    skin = canvas.colors.skin
    foot = FootEye(canvas, side, View.FOOT_FRONT, sign, world=True)
    rows = SHANK_FRONT if sign > 0 else OTHER_SHANK
    shank = limb_stamp(canvas.flat(side.knee), canvas.flat(side.ankle), rows, SHANK, skin, canvas.ink)
    canvas.group([canvas.round(canvas.flat(side.knee), 58.0, 60.0, skin), shank, *foot.shapes()])
    foot.draw_toes()
    for target in targets:
        if target.side == "work":
            tint(canvas, closed_curve(_rows(canvas, side, _belly(target.region), sign)))
    _knee_lines(canvas, canvas.flat(side.knee))


def _rows(
    canvas: Canvas, side: SidePoints, rows: tuple[tuple[float, float, float], ...], sign: float
) -> list[Point]:
    """Return an outline along the shank from rows of share, inner width and outer width."""
    if sign < 0:
        rows = tuple((share, outer, inner) for share, inner, outer in rows)
    return limb_points(canvas.flat(side.knee), canvas.flat(side.ankle), rows)


def _belly(region: Region) -> tuple[tuple[float, float, float], ...]:
    """Return the rows of a muscle: at the outer edge of the shin, or else at its inner edge."""
    if region is Region.OUTER_SHIN:
        return (
            (0.16, -40.0, 42.0),
            (0.26, -24.0, 48.0),
            (0.4, -22.0, 46.0),
            (0.55, -24.0, 38.0),
            (0.68, -28.0, 31.0),
        )
    return (
        (0.4, 44.0, -36.0),
        (0.5, 40.0, -20.0),
        (0.62, 34.0, -14.0),
        (0.75, 28.0, -16.0),
        (0.86, 25.0, -22.0),
    )


def _seat(canvas: Canvas) -> None:
    """Draw the chair behind the person: its back, its legs and the front edge of its seat."""
    colors = canvas.colors
    height = BACK_TOP - SEAT_HEIGHT
    posts = [canvas.box(x - 16.0, SEAT_HEIGHT, 32.0, height, 4.0, colors.wood) for x in POSTS]
    canvas.group([canvas.box(-196.0, BACK_TOP - 96.0, 392.0, 60.0, 8.0, colors.wood), *posts])
    for x in (-SEAT_HALF + 26.0, SEAT_HALF - 26.0):
        canvas.group([canvas.box(x - 17.0, 34.0, 34.0, SEAT_HEIGHT - 34.0, 4.0, colors.wood_dark)])
    canvas.group([canvas.box(-SEAT_HALF, SEAT_HEIGHT - 14.0, 2 * SEAT_HALF, 52.0, 18.0, colors.wood)])


def _lap(canvas: Canvas, sides: tuple[SidePoints, SidePoints]) -> None:
    """Draw the trunk, cut at the picture's edge, and the thighs, which come toward the camera."""
    colors, ink = canvas.colors, canvas.ink
    upright = ((0.0, WAIST), (1.0, 0.0), (0.0, 1.0))
    canvas.group([(polygon([(x, WAIST + y) for x, y in SHIRT]), colors.shirt)])
    shapes = [stamp_along(HIPS, *upright, colors.shorts, ink)]
    for side, out in zip(sides, (-1.0, 1.0), strict=True):
        x, y = canvas.flat(side.knee)
        ends = (out * HIP, WAIST - 40.0), (x, y + 30.0)
        shapes.append(limb_stamp(*ends, THIGH, 80.0, colors.shorts, ink, len(THIGH)))
    canvas.group(shapes, hatch=True)
    for side in sides:
        x, y = canvas.flat(side.knee)
        hem = [(x + across, y + up) for across, up in HEM]
        canvas.stroke(open_curve(hem), colors.shorts_far if not colors.hatch else "", ink)


def _arms(canvas: Canvas, sides: tuple[SidePoints, SidePoints]) -> None:
    """Draw the forearms with the hands on the thighs."""
    skin = canvas.colors.skin
    for side, out in zip(sides, (-1.0, 1.0), strict=True):
        knee, height = canvas.flat(side.knee)
        wrist, elbow = (knee + out * 24.0, height + 158.0), (out * 214.0, BACK_TOP + 6.0)
        arm = limb_stamp(elbow, wrist, FOREARM, 250.0, skin, canvas.ink, 2 * len(FOREARM))
        hand = [
            stamp_along(part, wrist, (0.0, -0.62), (-out * 0.9, 0.0), skin, canvas.ink)
            for part in HANDS["relaxed"]
        ]
        canvas.group([arm, *hand])


def _knee_lines(canvas: Canvas, knee: Point) -> None:
    """Draw the lower edge of the kneecap."""
    if canvas.rich:
        x, y = knee
        line = open_curve(((x - 24, y - 4), (x - 10, y - 18), (x + 10, y - 18), (x + 24, y - 4)))
        canvas.stroke(line, canvas.colors.skin_line, canvas.ink * 0.7)


__all__ = ["draw_shins"]
