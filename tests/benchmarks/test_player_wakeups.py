"""How often the player wakes the processor, and what it takes of it, while nothing moves. `make bench`."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.session_state import Status
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.session_clock import RESTING, interval
from ankle_coach.ui.theme import Theme, ThemeChoice
from tests.helpers.player import PlayedPage, open_player

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

SECONDS = 10
MOST_PAUSED = 0.01
"""Share of one core that a paused player may take."""
WAKEUPS_AT_REST = 6
"""Most wake-ups a second in a rest: four ticks, and one more for each second that turns over."""


def _resting(qtbot: QtBot, qapp: QApplication) -> PlayedPage:
    """A player on a rest screen."""
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(qapp)
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(Qt.Key.Key_Space)
    while player.step.kind is not StepKind.REST:
        player.wait(0.25)
    qapp.processEvents()
    return player


def _active_timers(player: PlayedPage) -> list[QTimer]:
    return [timer for timer in player.window.findChildren(QTimer) if timer.isActive()]


def test_a_paused_player_has_no_timer_at_all(qtbot: QtBot, qapp: QApplication) -> None:
    player = _resting(qtbot, qapp)
    assert _active_timers(player)
    player.press(Qt.Key.Key_Space)
    assert player.status() is Status.PAUSED
    assert _active_timers(player) == []


def test_a_player_that_waits_for_a_tap_wakes_four_times_a_second(qtbot: QtBot, qapp: QApplication) -> None:
    player = open_player(qtbot, Theme(ThemeChoice.LIGHT), "gait-heel-toe")
    player.begin_work()
    assert player.step.seconds is None
    assert interval(player.state) == RESTING
    assert len(_active_timers(player)) <= 2, "the clock, and the figure that shows how it goes"


def test_a_rest_wakes_a_few_times_a_second(qtbot: QtBot, qapp: QApplication) -> None:
    player = _resting(qtbot, qapp)
    (timer,) = _active_timers(player)
    wakeups = 0
    left = float(SECONDS)
    while left > 0:
        until = timer.interval() / 1000
        player.wait(until, tick=until)
        left -= until
        wakeups += 1
    assert player.step.kind is StepKind.REST
    assert wakeups / SECONDS <= WAKEUPS_AT_REST


@pytest.mark.benchmark(timer=time.process_time)
def test_a_paused_player_costs_nothing(benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication) -> None:
    player = _resting(qtbot, qapp)
    player.press(Qt.Key.Key_Space)

    def idle() -> None:
        """Turn the event loop once for each second."""
        for _ in range(SECONDS):
            player.coach.clock.advance(1)
            qapp.processEvents()

    benchmark(idle)
    assert player.status() is Status.PAUSED
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median / SECONDS < MOST_PAUSED
