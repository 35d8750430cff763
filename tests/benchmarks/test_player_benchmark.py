"""A playing player leaves the computer to others, and a resting one costs next to nothing. `make bench`."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, cast

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.pages.player_figure import PlayerFigure
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.theme import Theme, ThemeChoice
from tests.helpers.player import PlayedPage, open_player
from tests.helpers.widgets import child

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

TICK = 0.05
"""Seconds between the ticks of timed work."""
SECONDS = 12
"""Simulated seconds of a round: two repetitions at 2-1-3."""
MOST = 0.15
"""Share of one core that playing may take, and what a rest may take of it."""
MOST_AT_REST = 0.05


def _player(qtbot: QtBot, qapp: QApplication, name: str, kind: StepKind) -> PlayedPage:
    theme = Theme(ThemeChoice.LIGHT)
    theme.apply(qapp)
    player = open_player(qtbot, theme, name)
    player.press(Qt.Key.Key_Space)
    while player.step.kind is not kind:
        player.wait(0.25)
        if player.step.seconds is None:
            player.press(Qt.Key.Key_Right)
    qapp.processEvents()
    return player


def _play(player: PlayedPage, qapp: QApplication, seconds: float, tick: float = TICK) -> None:
    """Play with a real event loop's turn after each tick."""
    for _ in range(round(seconds / tick)):
        player.coach.clock.advance(tick)
        player.page.session_clock.tick()
        qapp.processEvents()


@pytest.mark.benchmark(timer=time.process_time, min_rounds=3, warmup=True)
@pytest.mark.parametrize("name", ["str-calf-bi", "str-band-pf", "mob-ankle-circles"])
def test_playing_takes_less_than_a_seventh_of_a_core(
    name: str, benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication
) -> None:
    player = _player(qtbot, qapp, name, StepKind.MOVE)
    figure = child(child(player.page, PlayerStage), PlayerFigure)
    before = figure.pictures_painted

    cast("Any", benchmark).pedantic(_play, args=(player, qapp, SECONDS), rounds=3, warmup_rounds=1)
    assert figure.pictures_painted - before > SECONDS, "it moves"
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median / SECONDS < MOST


@pytest.mark.benchmark(timer=time.process_time)
def test_a_rest_draws_no_figure(benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication) -> None:
    player = _player(qtbot, qapp, "str-calf-bi", StepKind.REST)
    figure = child(child(player.page, PlayerStage), PlayerFigure)
    before = figure.pictures_painted

    cast("Any", benchmark).pedantic(_play, args=(player, qapp, 10, 0.25), rounds=3)
    assert player.step.kind is StepKind.REST
    assert figure.pictures_painted == before
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median / 10 < MOST_AT_REST
