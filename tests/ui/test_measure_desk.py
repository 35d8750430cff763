"""Self-tests in the window: from Today's card through the trial to the journal, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.sides import Side
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.dialogs.entry_form import DELETED
from ankle_coach.ui.dialogs.self_test_dialog import SelfTestDialog
from ankle_coach.ui.measure_desk import MeasureDesk
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import Section
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.journal_tests_card import JournalTestsCard
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.tests_card import TestsCard
from ankle_coach.ui.widgets.trial_panel import TrialPanel
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, label, press, texts

STAND, WALL, RAISE = "single-leg-stand-seconds", "knee-to-wall-cm", "single-leg-raise-count"


class _Effect:
    def __init__(self, tone: Tone, played: list[Tone]) -> None:
        self._tone, self._played = tone, played

    def play(self) -> None:
        self._played.append(self._tone)

    def stop(self) -> None: ...

    def setVolume(self, volume: float) -> None: ...


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


@pytest.fixture
def played() -> list[Tone]:
    return []


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    yield page
    for dialog in page.findChildren(SelfTestDialog):
        dialog.reject()
    page.hide()


@pytest.fixture
def desk(theme: Theme, coach: FakeCoach, played: list[Tone], page: QWidget) -> MeasureDesk:
    services = coach.services
    cues = CuePlayer(lambda tone: _Effect(tone, played))
    return MeasureDesk(
        services.measurements, services.settings, coach.clock, theme, translator(), ChangeHub(), cues=cues
    )


def _run(panel: TrialPanel, coach: FakeCoach, seconds: float, step: float = 0.25) -> None:
    """Let a trial's time pass in small steps."""
    for _ in range(round(seconds / step)):
        coach.clock.advance(step)
        panel.tick()


def _space(panel: TrialPanel) -> None:
    press(child(panel, QPushButton, "trial_main"), Qt.Key.Key_Space)


def test_raises_are_counted_with_the_beat_for_both_sides(
    desk: MeasureDesk, coach: FakeCoach, page: QWidget, played: list[Tone]
) -> None:
    dialog = desk.open_new(RAISE, page)
    panel = child(dialog, TrialPanel)
    sides = [panel.side]
    _space(panel)
    _run(panel, coach, 5 + 40)
    assert label(panel, "trial_number").text() == "20"
    _space(panel)
    sides.append(panel.side)
    _space(panel)
    _run(panel, coach, 5 + 32)
    assert label(panel, "trial_word").text() in ("Up", "Down")
    _space(panel)

    assert sides == [Side.LEFT, Side.RIGHT]  # the side that is not sore goes first
    assert label(dialog, "test_symmetry").text() == "Sore side 80 % of the other"
    assert played.count(Tone.SET_DONE) == 2
    assert played.count(Tone.PHASE) + played.count(Tone.TICK) >= 70
    child(dialog, QPushButton, "entry_save").click()
    (kept,) = coach.services.measurements.history(RAISE)
    assert (kept.left, kept.right, kept.symmetry) == (20, 16, 80)


def test_raises_can_be_counted_by_space_and_stopped_with_enter(
    desk: MeasureDesk, coach: FakeCoach, page: QWidget
) -> None:
    dialog = desk.open_new(RAISE, page)
    panel = child(dialog, TrialPanel)
    child(panel, SegmentedControl, "trial_mode").set_current("tap")
    _space(panel)
    _run(panel, coach, 6)
    for _ in range(7):
        _space(panel)
        _run(panel, coach, 2)
    press(child(panel, QPushButton, "trial_main"), Qt.Key.Key_Return)

    assert not panel.is_running
    assert dialog.isVisible()
    assert dialog.corrected().left == 7
    assert dialog.corrected().right is None


def test_the_stop_rules_are_shown(desk: MeasureDesk, page: QWidget) -> None:
    how = label(desk.open_new(RAISE, page), "test_how").text()

    assert "Stop when the height, the straight knee or the pace is lost" in how
    assert "60 a minute" in how


def test_standing_ends_by_itself_at_60_seconds(desk: MeasureDesk, coach: FakeCoach, page: QWidget) -> None:
    dialog = desk.open_new(STAND, page)
    panel = child(dialog, TrialPanel)
    _space(panel)
    _run(panel, coach, 5 + 61)
    assert not panel.is_running
    _space(panel)
    _run(panel, coach, 5 + 12.5)
    _space(panel)

    result = dialog.corrected()
    assert (result.left, result.right) == (60, 12.5)


def test_a_trial_that_the_computer_slept_through_does_not_count(
    desk: MeasureDesk, coach: FakeCoach, page: QWidget
) -> None:
    dialog = desk.open_new(STAND, page)
    panel = child(dialog, TrialPanel)
    _space(panel)
    _run(panel, coach, 10)
    coach.clock.suspend(120)
    panel.tick()

    assert "slept" in label(panel, "trial_word").text()
    assert dialog.corrected().values == ()


def test_knee_to_wall_takes_the_best_of_three_tries(
    desk: MeasureDesk, coach: FakeCoach, page: QWidget
) -> None:
    dialog = desk.open_new(WALL, page)
    assert not child(dialog, QPushButton, "entry_save").isEnabled()
    for number, value in enumerate((8.5, 9.5, 9.0)):
        child(dialog, QDoubleSpinBox, f"left_{number}").setValue(value)
    child(dialog, QDoubleSpinBox, "right_0").setValue(0)
    child(dialog, QPushButton, "entry_save").click()

    (kept,) = coach.services.measurements.history(WALL)
    assert (kept.left, kept.right) == (9.5, 0)


def test_closing_the_dialog_keeps_nothing(desk: MeasureDesk, coach: FakeCoach, page: QWidget) -> None:
    dialog = desk.open_new(STAND, page)
    panel = child(dialog, TrialPanel)
    _space(panel)
    _run(panel, coach, 20)
    press(dialog, Qt.Key.Key_Escape)

    assert not panel.is_running
    assert coach.services.measurements.history() == ()


def test_a_result_can_be_corrected_and_deleted(desk: MeasureDesk, coach: FakeCoach, page: QWidget) -> None:
    service = coach.services.measurements
    service.save(msgspec.structs.replace(service.new(WALL), left=9.0, right=7.0))
    dialog = desk.open(service.history()[0], page)
    child(dialog, QDoubleSpinBox, "right_0").setValue(8)
    child(dialog, QPushButton, "entry_save").click()
    assert service.history()[0].right == 8

    desk.open(service.history()[0], page).done(DELETED)

    assert service.history() == ()


def test_today_offers_what_is_due_and_the_journal_lists_what_was_measured(
    qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path
) -> None:
    coach.settings.save(msgspec.structs.replace(coach.settings.current(), sound=False))
    services, words, hub = coach.services, translator(), ChangeHub()
    pages = Pages(services, coach.clock, theme, words, hub, tmp_path)
    shell = Shell(pages.factories(), lambda: services.sessions, services.settings, theme, words, hub)
    qtbot.addWidget(shell.window)
    shell.begin(first_run=False)
    today = shell.window.page("today")
    assert today is not None
    child(today, QPushButton, f"start_test_{WALL}").click()
    dialog = child(shell.window, SelfTestDialog)
    child(dialog, QDoubleSpinBox, "left_0").setValue(10)
    child(dialog, QDoubleSpinBox, "right_0").setValue(8)
    child(dialog, QPushButton, "entry_save").click()

    cards = [card for card in today.findChildren(TestsCard) if card.parent() is not None]
    assert "Knee to wall" not in texts(cards[-1])
    journal = shell.window.show_page("journal")
    assert isinstance(journal, JournalPage)
    journal.show_section(Section.TESTS)
    shell.window.show()
    qtbot.waitUntil(lambda: journal.findChild(JournalTestsCard) is not None)
    card = child(journal, JournalTestsCard)
    assert card.isVisible()
    shown = child(card, QListWidget, "test_results").item(0).text()
    assert "Knee to wall\nLeft 10 cm · Right 8 cm · sore side 80 % of the other" in shown
