"""The foot from the side with its shin upright, however the leg lies: for insets."""

from __future__ import annotations

from ankle_coach.domain.pose import Pose, SidePose
from ankle_coach.domain.pose_contacts import joint_angles
from ankle_coach.domain.pose_kinematics import skeleton
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.figures.body_side import foot_shapes, leg_details
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.marks import region_path, tint
from ankle_coach.figures.outlines import SHANK_PROFILE
from ankle_coach.figures.shapes import limb_points, open_curve
from ankle_coach.figures.stamps import Shape

SHOWN_FROM = 0.62
"""Share of the shin, from the knee, at which it is cut."""


def draw_profile(canvas: Canvas, moment: Moment) -> None:
    """Draw the working foot around its ankle, with the targets that lie on it."""
    angles = joint_angles(moment.body)
    pose = Pose(x=0.0, y=0.0, work=SidePose(ankle=angles["work.ankle"], toes=angles["work.toes"]))
    side = skeleton(pose).work
    knee, ankle = (side.knee.x, side.knee.y), (side.ankle.x, side.ankle.y)
    low = [row for row in SHANK_PROFILE if row[0] >= SHOWN_FROM]
    points = limb_points(knee, ankle, low)
    shin = open_curve(points)
    shin.closeSubpath()
    canvas.painter.save()
    canvas.painter.translate(-ankle[0], -ankle[1])
    canvas.group([Shape(shin, canvas.colors.skin), *foot_shapes(canvas, side.foot, canvas.colors.skin)])
    leg_details(canvas, side)
    for target in moment.figure.targets:
        if target.side == "work":
            tint(canvas, region_path(side, target))
    canvas.painter.restore()


__all__ = ["draw_profile"]
