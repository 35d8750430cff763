"""Feet that walk: they stand on passing ground, swing on without a jump, and never sink."""

from __future__ import annotations

import itertools

import pytest

from ankle_coach.domain.pose import HEEL_TO_BALL, PosePatch, SidePatch, View
from ankle_coach.domain.pose_figure import Contact, Easing, Figure, Keyframe, Prop, PropKind
from ankle_coach.domain.pose_kinematics import FootPoints
from ankle_coach.domain.pose_motion import Moment, Still, loop_pose, still
from ankle_coach.domain.pose_strides import passing, since_set_down, standing_ball

STRIDES = (
    Contact("work.stride", (300.0, 0.0), during=(0.0, 0.6)),
    Contact("other.stride", (300.0, 0.0), during=(0.5, 1.1)),
)


def walker(**changes: object) -> Figure:
    """A clumsy walk whose joint angles alone would slide and sink."""
    keys = tuple(
        Keyframe(
            f"cycle {at}",
            PosePatch(y=880.0, work=SidePatch(hip=hip, knee=knee, ankle=ankle)),
            Easing.FLOW,
        )
        for at, hip, knee, ankle in (
            (0.0, 26.0, 10.0, 4.0),
            (0.3, 4.0, 16.0, 10.0),
            (0.6, -12.0, 34.0, -8.0),
            (0.8, 30.0, 40.0, 0.0),
        )
    )
    given: dict[str, object] = {
        "keys": keys,
        "alternate": True,
        "contacts": STRIDES,
        "props": (Prop(PropKind.FLOOR, travel=(-1000.0, 0.0)),),
        "loop": (1.0, 0.0, 0.0, 0.0),
    }
    return Figure(view=View.SIDE, alt="", **(given | changes))  # type: ignore[arg-type]


def frames(figure: Figure, count: int = 240) -> list[Moment]:
    return [loop_pose(figure, None, frame / count) for frame in range(count)]


def print_of(foot: FootPoints) -> float:
    """Where the ball of a standing foot is when the whole sole is down."""
    return foot.heel.x + HEEL_TO_BALL if foot.heel.y <= foot.ball.y else foot.ball.x


def test_a_standing_foot_goes_with_the_ground() -> None:
    figure = walker()
    assert passing(figure) == -1000.0
    for moment in frames(figure):
        into = since_set_down(figure, STRIDES[0], moment.share)
        assert (into is None) == (moment.share > 0.6)
        if into is not None:
            foot = moment.body.work.foot
            assert min(foot.heel.y, foot.ball.y) == pytest.approx(0.0, abs=0.01)
            assert print_of(foot) == pytest.approx(300.0 - 1000.0 * into, abs=0.01)


def test_the_other_foot_does_the_same_half_a_turn_later() -> None:
    figure = walker()
    for now in (0.1, 0.3, 0.75):
        near, far = loop_pose(figure, None, now).body.work, loop_pose(figure, None, now + 0.5).body.other
        assert (near.foot.ball.x, near.foot.ball.y) == pytest.approx((far.foot.ball.x, far.foot.ball.y))


def test_a_swinging_foot_joins_its_stands_without_a_jump_and_stays_above_the_ground() -> None:
    moments = frames(walker())
    for before, after in itertools.pairwise([*moments, moments[0]]):
        for part in ("heel", "ball", "tip"):
            low, high = (getattr(moment.body.work.foot, part) for moment in (before, after))
            assert high.minus(low).length() < 25
            assert high.y > -0.01


def test_without_travel_the_feet_tread_on_the_spot() -> None:
    figure = walker(props=(Prop(PropKind.FLOOR),))
    assert standing_ball(figure, STRIDES[0], 0.4) == (300.0, 0.0)
    places = [print_of(moment.body.work.foot) for moment in frames(figure) if moment.share < 0.6]
    assert max(places) - min(places) < 0.01


def test_a_step_from_start_to_end_stands_twice() -> None:
    contacts = (
        Contact("work.stride", (100.0, 0.0), during=(0.0, 0.1)),
        Contact("work.stride", (380.0, 0.0), during=(0.7, 1.0)),
        Contact("other.stride", (100.0, 0.0), during=(0.0, 1.0)),
    )
    keys = (
        Keyframe("start", PosePatch(y=880.0)),
        Keyframe("end", PosePatch(x=120.0, y=870.0, work=SidePatch(hip=28, knee=20, ankle=-8))),
    )
    figure = Figure(view=View.SIDE, alt="", keys=keys, contacts=contacts, props=(Prop(PropKind.FLOOR),))
    start, end = (still(figure, None, which).body for which in (Still.START, Still.END))
    assert (start.work.foot.ball.x, end.work.foot.ball.x) == pytest.approx((100.0, 380.0))
    assert start.other.foot.ball.x == pytest.approx(end.other.foot.ball.x)
    middle = loop_pose(figure, None, 1.0).body.work.foot.ball
    assert 110 < middle.x < 370
    assert middle.y > -0.01


def test_seen_from_the_front_a_step_goes_sideways() -> None:
    contacts = (
        Contact("work.stride", (-90.0, 0.0), during=(0.0, 0.1)),
        Contact("work.stride", (-250.0, 0.0), during=(0.7, 1.0)),
    )
    keys = (Keyframe("start", PosePatch(y=880.0)), Keyframe("end", PosePatch(y=870.0, z=100.0)))
    figure = Figure(view=View.FRONT, alt="", keys=keys, contacts=contacts, props=(Prop(PropKind.FLOOR),))
    start, end = (still(figure, None, which).body for which in (Still.START, Still.END))
    assert (start.work.foot.ball.z, end.work.foot.ball.z) == pytest.approx((90.0, 250.0))
