"""Every exercise of the shipped library plays through: on time, each cue once and in order."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.session_cues import cues
from ankle_coach.domain.session_state import Event, EventKind, Status
from ankle_coach.domain.steps import Step, compile_dose, steps_time
from tests.helpers.coach import LIBRARY
from tests.helpers.playing import Player

EXERCISES = sorted(LIBRARY.exercises)
TICKS = (0.05, 0.05, 0.05, 0.05, 0.25, 1.0, 5.0)
MARKS = {
    EventKind.PART_STARTED,
    EventKind.REP_DONE,
    EventKind.COUNTDOWN,
    EventKind.HALFWAY,
    EventKind.CHECKPOINT,
}


def default_steps(name: str) -> tuple[Step, ...]:
    """The steps of an exercise at its default dose, both sides where it has sides."""
    level = LIBRARY.exercise(name).default
    return compile_dose(level.dose, level.side_mode, None, exercise=name, prescription=name)


def played(name: str) -> tuple[Player, float]:
    """An exercise played to its end with ticks of all lengths, and the seconds that its open steps took."""
    random_ticks = random.Random(name)
    player, in_open = Player.of(default_steps(name)), 0.0
    while player.state.status is Status.RUNNING:
        if player.state.step.seconds is None:
            player.stall(0.05)
            in_open += player.state.position
            player.send(CommandKind.NEXT)
        else:
            player.stall(random_ticks.choice(TICKS))
    return player, in_open


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_takes_its_planned_time_whatever_the_ticks(name: str) -> None:
    player, in_open = played(name)
    planned = steps_time(default_steps(name)).seconds

    assert player.state.played == pytest.approx(planned + in_open, abs=0.1)
    assert all(
        credit.done
        for step, credit in zip(player.state.steps, player.state.credits, strict=True)
        if step.is_work
    )


@pytest.mark.parametrize("name", EXERCISES)
def test_every_cue_of_an_exercise_comes_once_and_in_order(name: str) -> None:
    player, _ = played(name)
    came = [event for event in player.events if event.kind in MARKS]
    due = [cue for index, step in enumerate(player.state.steps) for cue in cues(step, index, step.seconds)]

    assert [_mark(event) for event in came] == [_mark(cue) for cue in due]
    starts = [event.index for event in player.events if event.kind is EventKind.STEP_STARTED]
    assert starts == list(range(len(player.state.steps)))
    assert Counter(player.kinds())[EventKind.FINISHED] == 1


@pytest.mark.parametrize("name", EXERCISES)
def test_at_most_one_cue_of_a_tick_sounds(name: str) -> None:
    player = Player.of(default_steps(name))
    while player.state.status is Status.RUNNING:
        player.events.clear()
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(5.0)
        sounding = [event for event in player.events if event.kind in MARKS and not event.stale]
        cues_of_tick = [
            event for event in sounding if event.kind not in (EventKind.REP_DONE, EventKind.CHECKPOINT)
        ]
        assert len(cues_of_tick) <= 1


def _mark(event: Event) -> tuple[object, ...]:
    return (event.kind, event.index, round(event.position, 6), event.number, event.part, event.check)


def test_a_mixed_hour_with_stalls_pauses_and_a_sleep_keeps_its_time() -> None:
    names = (
        "str-calf-uni",
        "mob-ankle-circles",
        "bal-single-leg",
        "mas-ball-foot",
        "mob-alphabet",
        "str-band-ev",
    )
    steps = tuple(step for name in names * 2 for step in default_steps(name))
    planned = steps_time(steps).seconds
    assert planned >= 3600
    player, random_ticks = Player.of(steps), random.Random(7)
    paused = ticks = 0
    while player.state.status is not Status.FINISHED:
        ticks += 1
        if player.state.status is Status.PAUSED:
            player.send(CommandKind.RESUME)
        elif ticks == 20_000:
            player.suspend(600)
        elif ticks % 5000 == 0:
            player.send(CommandKind.PAUSE)
            player.stall(20)
            paused += 1
        else:
            player.stall(5.0 if ticks % 700 == 0 else random_ticks.choice((0.05, 0.05, 0.25)))

    assert paused > 2
    assert player.state.played == pytest.approx(planned, abs=0.1)
