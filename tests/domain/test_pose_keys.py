"""Keyframes that flow: no stop at any of them, and no value beyond those that the author wrote."""

from __future__ import annotations

import itertools

import pytest

from ankle_coach.domain.pose import PosePatch, SidePatch, View
from ankle_coach.domain.pose_figure import Easing, Figure, Keyframe
from ankle_coach.domain.pose_keys import cycle_pose, path_pose

HEIGHTS = ((0.0, 0.0), (0.3, 0.0), (0.45, 80.0), (0.6, 0.0), (0.8, 0.0))


def figure(word: str) -> Figure:
    """A body that stays down, flies once and lands."""
    keys = [
        Keyframe(f"{word} {at}", PosePatch(lift=lift, work=SidePatch(knee=100 * at)), Easing.FLOW)
        for at, lift in HEIGHTS
        if word == "cycle" or at
    ]
    if word != "cycle":
        keys += [Keyframe("start", ease=Easing.FLOW), Keyframe("end", ease=Easing.FLOW)]
    return Figure(view=View.SIDE, alt="", keys=tuple(keys))


@pytest.mark.parametrize("word", ["cycle", "up"])
def test_what_lies_still_between_two_keyframes_lies_still(word: str) -> None:
    shown = figure(word)
    pose = cycle_pose if word == "cycle" else lambda each, share: path_pose(each, "up", share)
    lifts = [pose(shown, share / 200).lift for share in range(200)]
    assert all(0.0 <= lift <= 80.0 for lift in lifts)
    assert max(lifts) == pytest.approx(80.0)
    assert set(lifts[:60]) == {0.0}
    assert set(lifts[121:160]) == {0.0}


def test_a_flow_does_not_stop_at_a_keyframe_that_it_passes() -> None:
    keys = tuple(
        Keyframe(f"up {at}", PosePatch(work=SidePatch(knee=knee)), Easing.FLOW)
        for at, knee in ((0.3, 20.0), (0.6, 50.0))
    )
    ends = (
        Keyframe("start", ease=Easing.FLOW),
        Keyframe("end", PosePatch(work=SidePatch(knee=60)), Easing.FLOW),
    )
    knees = [
        path_pose(Figure(view=View.SIDE, alt="", keys=keys + ends), "up", k / 100).work.knee
        for k in range(101)
    ]
    steps = [after - before for before, after in itertools.pairwise(knees)]
    assert min(steps) > -1e-9
    assert steps[29] > 0.5
    assert steps[29] == pytest.approx(steps[30], rel=0.25)
    assert steps[0] < 0.1
    assert steps[-1] < 0.1
