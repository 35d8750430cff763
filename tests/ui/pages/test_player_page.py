"""The player by keyboard alone, and what it keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import NoAnswer, SessionStatus
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.pages.player_controls import Control, PlayerControls
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers.coach import FakeCoach
from tests.helpers.player import PlayedPage, open_player
from tests.helpers.widgets import child, label, press

K = Qt.Key


def _tab_to(player: PlayedPage, wanted: QWidget) -> None:
    for _ in range(20):
        player.press(K.Key_Tab)
        if wanted in (player.target(), player.target().parent()):
            return
    raise AssertionError("Tab does not lead there")


def test_it_begins_with_what_is_played_and_what_is_needed(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni", "bal-single-leg")

    assert player.screen() == "PlayerStart"
    assert label(player.page, "start_name").text() == "Strength A"
    assert "2 exercises" in label(player.page, "start_minutes").text()
    assert "1. Single-leg calf raise\n2. Single-leg stand" in label(player.page, "start_list").text()
    assert "support to hold" in label(player.page, "start_equipment").text()
    assert player.status() is Status.WAITING


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_PageDown, K.Key_F5])
def test_a_key_or_a_clicker_starts_it(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    player = open_player(qtbot, theme)
    player.press(key)

    assert player.status() is Status.RUNNING
    assert player.screen() == "PlayerStage"


def test_escape_before_the_start_leaves_without_a_trace(qtbot: QtBot, theme: Theme) -> None:
    coach = FakeCoach().with_plan()
    player = open_player(qtbot, theme, coach=coach, stored=coach.services.sessions.start("strength-a"))
    player.press(K.Key_Escape)

    assert player.left == [True]
    assert (player.records(), player.kept()) == ((), None)


def test_a_whole_session_by_keyboard_alone_comes_into_the_journal(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(K.Key_Space)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)
    assert player.screen() == "PlayerAsk"
    player.press(K.Key_2, K.Key_Return)
    assert player.screen() == "SessionEndPanel"
    player.press(K.Key_1)
    _tab_to(player, child(player.page, PainScale, "end_effort"))
    player.press(K.Key_5)
    _tab_to(player, child(player.page, QLineEdit, "end_note"))
    player.press(K.Key_O, K.Key_K, K.Key_Return)

    (record,) = player.records()
    assert player.kept() is None
    assert record.status is SessionStatus.FINISHED
    assert (record.pain_during, record.pain_after, record.effort, record.note) == (2, 1, 5, "ok")
    assert [s.reps_done for s in record.sets] == [12, 12, 12]
    assert label(player.page, "end_title").text() == "Saved"
    assert "tomorrow morning, check in" in label(player.page, "end_summary").text()
    player.press(K.Key_Return)
    assert player.left == [True]


def test_a_session_by_clicker_alone(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(K.Key_PageDown)
    player.wait(8)
    at = player.state.index
    player.press(K.Key_PageDown)
    assert player.state.index == at + 1
    player.press(K.Key_PageUp)
    assert player.state.index == at
    player.press(K.Key_Period)
    assert player.status() is Status.PAUSED
    player.press(K.Key_F5)
    assert player.status() is Status.RUNNING
    while player.step.kind is not StepKind.ASK:
        player.press(K.Key_PageDown)
        player.wait(0.25)
    player.press(K.Key_PageDown)
    assert player.screen() == "SessionEndPanel"


def test_nothing_answered_is_missing_and_zero_is_zero(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(K.Key_Space)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)
    player.press(K.Key_Space)
    assert player.screen() == "PlayerAsk"
    player.press(K.Key_Return)
    player.press(K.Key_0, K.Key_Return)

    (record,) = player.records()
    assert record.answers[0].pain_during is NoAnswer.MISSING
    assert record.pain_after == 0
    assert record.effort is NoAnswer.MISSING


def test_space_pauses_and_goes_on_with_three_seconds_to_get_ready(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.wait(3)
    player.press(K.Key_Space)
    stage = child(player.page, PlayerStage)
    controls = child(player.page, PlayerControls)
    assert stage.word.text == "PAUSED"
    assert controls.button(Control.PAUSE).label == "Go on"
    assert not player.page.session_clock.is_ticking
    at = player.state.position
    player.press(K.Key_Space)
    assert stage.word.text == "GET READY"
    assert stage.digits.text == "3"
    player.wait(2)
    assert player.state.position == at
    player.wait(1.5)
    assert stage.word.text == "LOWER"


def test_every_key_does_what_its_button_says(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg", "str-calf-bi")
    player.begin_work()
    player.wait(3)
    player.press(K.Key_R)
    assert player.state.position == 0
    player.press(K.Key_Right)
    assert player.step.kind is StepKind.REST
    player.press(K.Key_Plus)
    assert player.state.extension == 15
    player.press(K.Key_Left)
    assert player.step.is_work
    player.press(K.Key_S)
    assert player.step.side is Side.RIGHT
    player.press(K.Key_X)
    assert player.screen() == "PlayerAsk"
    player.press(K.Key_Return)
    assert player.step.exercise == "str-calf-bi"


def test_a_key_held_down_counts_once_and_keys_of_the_window_are_left_alone(
    qtbot: QtBot, theme: Theme
) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    at = player.state.index
    repeated = QKeyEvent(QEvent.Type.KeyPress, K.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
    QCoreApplication.sendEvent(player.page, repeated)
    press(player.page, K.Key_Right, Qt.KeyboardModifier.ControlModifier)

    assert player.state.index == at


def test_buttons_show_their_keys_and_never_take_the_focus(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    controls = child(player.page, PlayerControls)

    buttons = [b for b in player.page.findChildren(KeyButton) if b.objectName().startswith("control_")]
    assert {button.objectName() for button in buttons} == {f"control_{control}" for control in Control}
    for button in buttons:
        assert button.key
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    controls.button(Control.NEXT).click()
    assert player.window.focusWidget() is player.page


def test_only_what_makes_sense_is_offered(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    controls = child(player.page, PlayerControls)
    assert controls.applies(Control.RESTART)
    assert not controls.applies(Control.EXTEND)
    assert not controls.applies(Control.SKIP_SIDE)
    player.press(K.Key_S, K.Key_Plus)
    assert player.state.skipped == ()
    assert player.state.extension == 0
    player.press(K.Key_Right)
    assert controls.applies(Control.EXTEND)


def test_too_painful_asks_how_much_ends_the_exercise_and_goes_on(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi", "mob-pumps")
    player.begin_work()
    player.wait(14)
    player.press(K.Key_P)
    assert player.screen() == "PlayerAsk"
    assert player.status() is Status.PAUSED
    player.press(K.Key_7, K.Key_Return)

    assert player.state.pain_stops[0].pain == 7
    assert player.step.exercise == "mob-pumps"
    assert player.status() is Status.RUNNING
    assert player.screen() == "PlayerStage"


def test_too_painful_by_mistake_is_taken_back_with_escape(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.wait(5)
    at = player.state.index, player.state.position
    player.press(K.Key_P, K.Key_Escape)

    assert (player.state.index, player.state.position) == at
    assert player.state.pain_stops == ()
    assert player.status() is Status.RUNNING


def test_too_painful_in_the_last_exercise_ends_the_session(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.wait(14)
    player.press(K.Key_P, K.Key_Return)
    assert player.screen() == "SessionEndPanel"
    player.press(K.Key_Return)
    (record,) = player.records()

    assert record.status is SessionStatus.STOPPED_FOR_PAIN
    assert record.answers[-1].too_painful
    assert record.answers[-1].pain_during is NoAnswer.MISSING


def test_tab_at_the_end_goes_from_question_to_question(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.press(K.Key_P, K.Key_6, K.Key_Return)
    player.press(K.Key_1, K.Key_Tab, K.Key_5, K.Key_Tab, K.Key_O, K.Key_K, K.Key_Return)
    (record,) = player.records()

    assert (record.pain_after, record.effort, record.note) == (1, 5, "ok")


def test_finishing_early_asks_first_and_then_about_what_was_left(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.wait(14)
    player.press(K.Key_Escape)
    assert player.status() is Status.PAUSED
    player.press(K.Key_Return)
    assert player.screen() == "SessionEndPanel"
    player.press(K.Key_3, K.Key_Return)
    (record,) = player.records()

    assert record.status is SessionStatus.ENDED_EARLY
    assert record.pain_during == 3
    assert record.pain_after is NoAnswer.MISSING
    assert record.sets[0].reps_done == 2


def test_escape_in_the_question_goes_on(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.press(K.Key_Escape, K.Key_Escape)

    assert player.status() is Status.RUNNING
    assert player.screen() == "PlayerStage"


def test_discarding_needs_a_second_yes_and_leaves_nothing(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.press(K.Key_Escape)
    player.press(K.Key_Backtab, K.Key_Backtab)
    while player.target().objectName() != "confirm_extra":
        player.press(K.Key_Tab)
    player.press(K.Key_Space)
    while player.target().objectName() != "confirm_accept":
        player.press(K.Key_Tab)
    player.press(K.Key_Space)

    assert player.left == [True]
    assert (player.records(), player.kept()) == ((), None)
    assert not player.page.session_clock.is_ticking


def test_manual_work_is_done_with_one_tap(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "gait-heel-toe")
    player.press(K.Key_Space)
    controls = child(player.page, PlayerControls)
    assert controls.button(Control.NEXT).label == "Done"
    player.wait(3)
    player.press(K.Key_Return)

    assert player.state.credits[0].done
    assert player.step.kind is StepKind.REST
