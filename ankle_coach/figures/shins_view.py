"""Both lower legs of a seated person from the front, for feet that turn in and out."""

from __future__ import annotations

from ankle_coach.domain.pose import SHANK, View
from ankle_coach.domain.pose_figure import Region
from ankle_coach.domain.pose_kinematics import SidePoints
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.figures.body_front import SHANK_FRONT
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.foot_views import FootEye
from ankle_coach.figures.marks import tint
from ankle_coach.figures.shapes import Point, closed_curve, limb_points, open_curve
from ankle_coach.figures.stamps import limb_stamp


def draw_shins(canvas: Canvas, moment: Moment, targets: bool) -> None:
    """Draw both lower legs, the ends of the shorts behind the knees.

    Args:
        canvas: Where, with a view from the front.
        moment: The posture.
        targets: Whether the working muscle is tinted.
    """
    body, colors = moment.body, canvas.colors
    for side, sign, owner in ((body.other, -1.0, "other"), (body.work, 1.0, "work")):
        _thigh(canvas, side)
        foot = FootEye(canvas, side, View.FOOT_FRONT, sign, world=True)
        rows = (
            SHANK_FRONT if sign > 0 else tuple((share, outer, inner) for share, inner, outer in SHANK_FRONT)
        )
        ends = canvas.flat(side.knee), canvas.flat(side.ankle)
        shank = limb_stamp(*ends, rows, SHANK, colors.skin, canvas.ink)
        knee = canvas.round(canvas.flat(side.knee), 58.0, 60.0, colors.skin)
        canvas.group([knee, shank, *foot.shapes()])
        foot.draw_toes()
        if targets:
            for target in moment.figure.targets:
                if target.side == owner:
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


def _thigh(canvas: Canvas, side: SidePoints) -> None:
    """Draw the leg of the shorts behind the knee, seen end on."""
    x, y = canvas.flat(side.knee)
    canvas.group([canvas.round((x, y + 18.0), 84.0, 76.0, canvas.colors.shorts)], hatch=True)


def _knee_lines(canvas: Canvas, knee: Point) -> None:
    """Draw the lower edge of the kneecap."""
    if canvas.rich:
        x, y = knee
        line = open_curve(((x - 24, y - 4), (x - 10, y - 18), (x + 10, y - 18), (x + 24, y - 4)))
        canvas.stroke(line, canvas.colors.skin_line, canvas.ink * 0.7)


__all__ = ["draw_shins"]
