"""The beat counts 30 raises a minute, taps count themselves, and standing ends at 60 seconds (§5)."""

from __future__ import annotations

import pytest

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.trial import LEAD_IN, Trial, TrialKind, TrialStage, begin_trial, look, stop, tap

START = 1000.0


def _at(seconds: float, slept: float = 0) -> Reading:
    """The clocks some seconds after the lead-in."""
    awake = START + LEAD_IN.value + seconds
    return Reading(awake=awake, elapsed=awake + 4000 + slept)


def _begun(kind: TrialKind) -> Trial:
    return begin_trial(kind, Reading(awake=START, elapsed=START + 4000))


def _played(kind: TrialKind, seconds: float) -> Trial:
    """A trial looked at every second."""
    trial = _begun(kind)
    for second in range(-int(LEAD_IN.value), int(seconds) + 1):
        trial = look(trial, _at(second))
    return look(trial, _at(seconds))


@pytest.mark.parametrize(
    ("seconds", "raises"), [(0, 0), (1.9, 0), (2, 1), (3.9, 1), (30, 15), (60, 30), (61.9, 30)]
)
def test_the_beat_makes_30_raises_a_minute(seconds: float, raises: int) -> None:
    assert _played(TrialKind.BEAT, seconds).count == raises


def test_up_and_down_take_turns_with_the_beat() -> None:
    assert [_played(TrialKind.BEAT, second).is_up for second in range(4)] == [True, False, True, False]


def test_only_taps_count_where_raises_are_tapped() -> None:
    trial = tap(_begun(TrialKind.TAP), _at(-1))
    for second in (1, 3, 5):
        trial = tap(trial, _at(second))

    assert trial.count == 3
    assert stop(trial, _at(6)).stage is TrialStage.OVER
    assert tap(stop(trial, _at(6)), _at(7)).count == 3


@pytest.mark.parametrize(
    ("seconds", "count", "stage"),
    [
        (-3, 0, TrialStage.READY),
        (0, 0, TrialStage.RUNNING),
        (29.96, 30.0, TrialStage.RUNNING),
        (75, 60, TrialStage.OVER),
    ],
)
def test_standing_counts_seconds_up_to_60(seconds: float, count: float, stage: TrialStage) -> None:
    trial = look(_begun(TrialKind.STAND), _at(seconds)) if seconds < 0 else _played(TrialKind.STAND, seconds)

    assert (trial.count, trial.stage) == (count, stage)


def test_what_is_over_stays_as_it_was() -> None:
    over = stop(_played(TrialKind.STAND, 12), _at(12.3))

    assert over.count == 12.3
    assert look(over, _at(40)) == over


@pytest.mark.parametrize("slept", [2.0, 600.0])
def test_after_sleep_there_is_no_result(slept: float) -> None:
    trial = look(_played(TrialKind.BEAT, 10), _at(11, slept))

    assert trial.stage is TrialStage.SLEPT
    assert stop(trial, _at(12, slept)).stage is TrialStage.SLEPT


def test_a_stall_of_30_seconds_counts_as_sleep() -> None:
    assert look(_played(TrialKind.STAND, 5), _at(35.1)).stage is TrialStage.SLEPT
