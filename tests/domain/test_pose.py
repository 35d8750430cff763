"""Poses, patches and kinematics: lengths, angles and the directions that they turn in."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.pose import (
    FOOT,
    FOREARM,
    HAND,
    HEEL_TO_BALL,
    LIMITS,
    SHANK,
    THIGH,
    TOES,
    UPPER_ARM,
    Pose,
    PosePatch,
    SidePatch,
    SidePose,
    add_to,
    blend,
    patched,
)
from ankle_coach.domain.pose_contacts import joint_angles, solved
from ankle_coach.domain.pose_figure import Contact, Solver, Spot
from ankle_coach.domain.pose_kinematics import SidePoints, Skeleton, skeleton
from ankle_coach.domain.pose_vectors import Vec, two_bones


def distance(a: Vec, b: Vec) -> float:
    return a.minus(b).length()


def assert_lengths(side: SidePoints) -> None:
    bones = (
        (side.hip, side.knee, THIGH), (side.knee, side.ankle, SHANK), (side.shoulder, side.elbow, UPPER_ARM),
        (side.elbow, side.wrist, FOREARM), (side.wrist, side.finger, HAND),
        (side.foot.heel, side.foot.ball, HEEL_TO_BALL), (side.foot.ball, side.foot.tip, TOES),
    )  # fmt: skip
    for start, end, length in bones:
        assert distance(start, end) == pytest.approx(length, abs=0.01)


def at_point(spot: Spot, _body: Skeleton) -> Vec:
    assert not isinstance(spot, str)
    return Vec(spot[0], spot[1], 0.0)


angles = st.builds(
    SidePose,
    **{name: st.floats(limit.low, limit.high) for name, limit in LIMITS.items()},
)
poses = st.builds(
    Pose,
    trunk=st.floats(-90, 90),
    spine=st.floats(-20, 40),
    roll=st.floats(-15, 15),
    work=angles,
    other=angles,
)


@given(poses)
def test_no_angle_changes_a_bone(pose: Pose) -> None:
    body = skeleton(pose)
    assert_lengths(body.work)
    assert_lengths(body.other)


@given(poses, st.floats(-600, 600), st.floats(0, 400))
def test_no_contact_changes_a_bone(pose: Pose, x: float, y: float) -> None:
    contacts = (
        Contact("work.ball", (0.0, 0.0), by=Solver.ROOT),
        Contact("other.sole", (x, y)),
        Contact("work.palm", (x, 1200.0), aim=80.0),
        Contact("other.finger", (x, 900.0)),
    )
    body = solved(pose, contacts, at_point)
    assert_lengths(body.work)
    assert_lengths(body.other)


@pytest.mark.parametrize(
    ("side", "part", "axis", "sign"),
    [
        pytest.param(SidePose(hip=30), "knee", "x", 1, id="hip flexion brings the knee forward"),
        pytest.param(SidePose(knee=60), "ankle", "x", -1, id="knee flexion brings the ankle back"),
        pytest.param(SidePose(ankle=20), "tip", "y", 1, id="dorsiflexion lifts the toes"),
        pytest.param(SidePose(toes=40), "tip", "y", 1, id="toe extension lifts the toes"),
        pytest.param(
            SidePose(shoulder=40, spread=0), "palm", "x", 1, id="shoulder flexion lifts the arm forward"
        ),
        pytest.param(
            SidePose(elbow=60, spread=0), "palm", "x", 1, id="elbow flexion brings the hand forward"
        ),
        pytest.param(SidePose(abduct=20), "knee", "z", 1, id="abduction takes the right knee out"),
        pytest.param(SidePose(frontal=20), "tip", "z", -1, id="inversion turns the right toes inward"),
    ],
)
def test_which_way_joints_turn(side: SidePose, part: str, axis: str, sign: int) -> None:
    still, turned = skeleton(Pose(work=SidePose(spread=0, elbow=0))).work, skeleton(Pose(work=side)).work
    owners = (still.foot, turned.foot) if part == "tip" else (still, turned)
    before, after = (getattr(owner, part) for owner in owners)
    assert sign * (getattr(after, axis) - getattr(before, axis)) > 10


def test_both_sides_are_mirror_images() -> None:
    side = SidePose(hip=20, knee=30, ankle=-10, frontal=12, abduct=9, spread=30, shoulder=15)
    body = skeleton(Pose(work=side, other=side))
    for part in ("hip", "knee", "ankle", "elbow", "palm"):
        right, left = getattr(body.work, part), getattr(body.other, part)
        assert (right.x, right.y, right.z) == pytest.approx((left.x, left.y, -left.z))
    assert body.work.foot.tip.z == pytest.approx(-body.other.foot.tip.z)


def test_inversion_turns_the_sole_to_the_other_foot() -> None:
    body = skeleton(Pose(work=SidePose(frontal=20), other=SidePose(frontal=20)))
    assert body.work.foot.frame.up.z > 0.2
    assert body.other.foot.frame.up.z < -0.2


def test_a_heel_raise_lifts_the_heel_by_044_foot_lengths() -> None:
    """Section 7.2: A -38 lifts the heel by about 0.44 of the foot's length."""
    pose = Pose(work=SidePose(ankle=-38, toes=38))
    body = solved(pose, (Contact("work.ball", (0.0, 0.0), by=Solver.ROOT),), at_point)
    assert body.work.foot.heel.y / FOOT == pytest.approx(0.44, abs=0.01)
    assert body.work.foot.tip.y == pytest.approx(0.0, abs=0.01)
    assert body.work.knee.x == pytest.approx(body.work.ankle.x, abs=0.01)


@given(st.floats(-5, 30), st.floats(0, 60), st.floats(-10, 30))
def test_a_planted_sole_stays_flat_whatever_knee_and_ankle_do(
    ankle: float, knee: float, trunk: float
) -> None:
    pose = Pose(trunk=trunk, work=SidePose(ankle=ankle, knee=knee))
    body = solved(pose, (Contact("work.sole", (0.0, 0.0), by=Solver.ROOT),), at_point)
    assert (body.work.foot.heel.y, body.work.foot.ball.y) == pytest.approx((0.0, 0.0), abs=1e-6)
    assert joint_angles(body)["work.ankle"] == pytest.approx(ankle, abs=0.01)


def test_two_bones_reach_as_far_as_they_can() -> None:
    middle, end = two_bones(Vec(0, 0), Vec(1000, 0), 300, 300, Vec(0, 1))
    assert end.x == pytest.approx(600, abs=0.1)
    assert middle.minus(end).length() == pytest.approx(300, abs=0.1)


def test_a_patch_changes_what_it_names_and_a_side_wins_over_both() -> None:
    patch = PosePatch(trunk=5, both=SidePatch(knee=30, ankle=4), other=SidePatch(knee=60))
    pose = patched(Pose(neck=3), patch)
    assert (pose.trunk, pose.neck, pose.work.knee, pose.other.knee, pose.other.ankle) == (5, 3, 30, 60, 4)


def test_blending_goes_from_the_first_pose_to_the_second() -> None:
    first, second = Pose(work=SidePose(knee=10)), Pose(trunk=20, work=SidePose(knee=50))
    assert blend(first, second, 0.0) == first
    assert blend(first, second, 1.0) == second
    half = blend(first, second, 0.5)
    assert (half.trunk, half.work.knee) == (10, 30)


def test_adding_to_a_joint_that_does_not_exist_is_an_error() -> None:
    assert add_to(Pose(), "work.frontal", 4).work.frontal == 4
    with pytest.raises(ValueError, match=r"work\.nose"):
        add_to(Pose(), "work.nose", 4)


def test_lengths_are_winters_shares() -> None:
    assert pytest.approx((428.75, 430.5, 266.0)) == (THIGH, SHANK, FOOT)
    assert math.isclose(HEEL_TO_BALL + TOES, FOOT)


def test_a_leg_turned_outward_lays_its_ankle_across_the_other_knee() -> None:
    crossed = SidePose(hip=90, knee=115, turn=75)
    body = skeleton(Pose(work=crossed))
    assert body.work.knee.z > body.work.hip.z + 100
    assert body.work.ankle.z < body.other.hip.z
    mirrored = skeleton(Pose(other=crossed))
    assert mirrored.other.ankle.z == pytest.approx(-body.work.ankle.z)
    assert mirrored.other.ankle.x == pytest.approx(body.work.ankle.x)


def test_a_heel_on_the_floor_does_not_push_the_knee_aside_when_the_sole_turns() -> None:
    heel = (Contact("work.heel"),)
    knees = []
    for frontal in (0.0, 25.0):
        seated = Pose(x=-430, y=545, work=SidePose(hip=90, knee=90, ankle=8, frontal=frontal))
        knees.append(solved(seated, heel, lambda _spot, _body: Vec(0.0, 0.0, 0.0)).work.knee)
    assert knees[1].z == pytest.approx(knees[0].z, abs=3.0)
