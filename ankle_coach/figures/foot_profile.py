"""The foot from the side with its shin upright, however the leg lies: for insets."""

from __future__ import annotations

from typing import Final

from ankle_coach.domain.pose import SHANK, Pose, SidePose
from ankle_coach.domain.pose_contacts import joint_angles
from ankle_coach.domain.pose_kinematics import SidePoints, skeleton
from ankle_coach.domain.pose_motion import Moment
from ankle_coach.figures.body_side import foot_shapes, leg_details
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.marks import region_path, tint
from ankle_coach.figures.outlines import SHANK_PROFILE
from ankle_coach.figures.stamps import limb_stamp

LOWER_SHIN: Final = tuple(row for row in SHANK_PROFILE if row[0] >= 0.62)
"""The part of the shin that is drawn."""

PLANTED = ("work.sole", "work.heel", "work.ball")
"""Contacts of a foot that stands on something."""


def draw_profile(canvas: Canvas, moment: Moment) -> None:
    """Draw the working foot around its ankle, with the targets that lie on it."""
    if any(contact.part in PLANTED for contact in moment.figure.contacts):
        _draw_planted(canvas, moment)
        return
    angles = joint_angles(moment.body)
    arch = moment.body.work.arch
    pose = Pose(x=0.0, y=0.0, work=SidePose(ankle=angles["work.ankle"], toes=angles["work.toes"], arch=arch))
    side = skeleton(pose).work
    canvas.painter.save()
    canvas.painter.translate(-side.ankle.x, -side.ankle.y)
    draw_foot_side(canvas, side)
    draw_foot_targets(canvas, moment, side)
    canvas.painter.restore()


def _draw_planted(canvas: Canvas, moment: Moment) -> None:
    """Draw the working foot as it stands, on its ground."""
    side = moment.body.work
    low = min(side.foot.heel.y, side.foot.ball.y, side.foot.tip.y) - side.ankle.y - canvas.ink
    canvas.line(((-96.0, low), (216.0, low)), canvas.colors.ground, canvas.ink * 1.6)
    canvas.painter.save()
    canvas.painter.translate(-side.ankle.x, -side.ankle.y)
    draw_foot_side(canvas, side)
    draw_foot_targets(canvas, moment, side)
    canvas.painter.restore()


def draw_foot_side(canvas: Canvas, side: SidePoints) -> None:
    """Draw a foot from the side where it is, its shin cut."""
    knee, ankle = (side.knee.x, side.knee.y), (side.ankle.x, side.ankle.y)
    skin = canvas.colors.skin
    # Cut after all its rows: its straight side is the upper end.
    shin = limb_stamp(knee, ankle, LOWER_SHIN, SHANK, skin, canvas.ink, 2 * len(LOWER_SHIN))
    canvas.group([shin, *foot_shapes(canvas, side.foot, skin, side.arch)])
    leg_details(canvas, side)


def draw_foot_targets(canvas: Canvas, moment: Moment, side: SidePoints) -> None:
    """Tint the targets that lie on the working foot."""
    for target in moment.figure.targets:
        if target.side == "work":
            tint(canvas, region_path(side, target))


__all__ = ["draw_foot_side", "draw_foot_targets", "draw_profile"]
