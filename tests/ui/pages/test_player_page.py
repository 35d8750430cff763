"""The player by keyboard alone, and what it keeps."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import NoAnswer, SessionStatus
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.keep_awake import AwakeState
from ankle_coach.ui.pages.player_controls import Control, PlayerControls
from ankle_coach.ui.pages.player_notice import PlayerNotice
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers.builders import progress
from tests.helpers.coach import FakeCoach
from tests.helpers.player import FakeAwake, FakeSounds, PlayedPage, open_player, session_of
from tests.helpers.widgets import child, label

K = Qt.Key


def _screen(player: PlayedPage) -> str:
    current = child(player.page, QStackedWidget, "player_screens").currentWidget()
    return type(current).__name__


def _notice(player: PlayedPage) -> str:
    return child(player.page, PlayerNotice).text


def _journal(player: PlayedPage):
    person = player.coach.services.people.required().id
    return player.coach.journal.sessions(person), player.coach.journal.progress(person)


def _to_work(player: PlayedPage) -> None:
    player.press(K.Key_Space)
    while not player.step.is_work:
        player.wait(0.25)


def _tab_to(player: PlayedPage, wanted: QWidget) -> None:
    for _ in range(20):
        player.press(K.Key_Tab)
        focus = player.window.focusWidget()
        if focus is wanted or (focus is not None and focus.parent() is wanted):
            return
    raise AssertionError("Tab does not lead there")


def test_it_begins_with_what_is_played_and_what_is_needed(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni", "bal-single-leg")

    assert _screen(player) == "PlayerStart"
    assert label(player.page, "start_name").text() == "Strength A"
    assert "2 exercises" in label(player.page, "start_minutes").text()
    assert "1. Single-leg calf raise\n2. Single-leg stand" in label(player.page, "start_list").text()
    assert "support to hold" in label(player.page, "start_equipment").text()
    assert player.state.status is Status.WAITING


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_Return, K.Key_PageDown, K.Key_F5])
def test_a_key_or_a_clicker_starts_it(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    player = open_player(qtbot, theme)
    player.press(key)

    assert player.state.status is Status.RUNNING
    assert _screen(player) == "PlayerStage"


def test_escape_before_the_start_leaves_without_a_trace(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.press(K.Key_Escape)

    assert player.left == [True]
    assert _journal(player) == ((), None)


def test_a_whole_session_by_keyboard_alone_comes_into_the_journal(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(K.Key_Space)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)
    assert _screen(player) == "PlayerAsk"
    player.press(K.Key_2, K.Key_Return)
    assert _screen(player) == "SessionEndPanel"
    player.press(K.Key_1)
    _tab_to(player, child(player.page, PainScale, "end_effort"))
    player.press(K.Key_5)
    _tab_to(player, child(player.page, QLineEdit, "end_note"))
    player.press(K.Key_O, K.Key_K, K.Key_Return)

    (record,), left_over = _journal(player)
    assert left_over is None
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
    assert player.state.status is Status.PAUSED
    player.press(K.Key_F5)
    assert player.state.status is Status.RUNNING
    while player.step.kind is not StepKind.ASK:
        player.press(K.Key_PageDown)
        player.wait(0.25)
    player.press(K.Key_PageDown)
    assert _screen(player) == "SessionEndPanel"


def test_nothing_answered_is_missing_and_zero_is_zero(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.press(K.Key_Space)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)
    player.press(K.Key_Space)
    assert _screen(player) == "PlayerAsk"
    player.press(K.Key_Return)
    player.press(K.Key_0, K.Key_Return)

    (record,), _ = _journal(player)
    assert record.answers[0].pain_during is NoAnswer.MISSING
    assert record.pain_after == 0
    assert record.effort is NoAnswer.MISSING


def test_space_pauses_and_goes_on_with_three_seconds_to_get_ready(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
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
    _to_work(player)
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
    assert _screen(player) == "PlayerAsk"
    player.press(K.Key_Return)
    assert player.step.exercise == "str-calf-bi"


def test_buttons_show_their_keys_and_never_take_the_focus(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
    controls = child(player.page, PlayerControls)

    for control in Control:
        button = controls.button(control)
        assert button.key
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    controls.button(Control.NEXT).click()
    assert player.window.focusWidget() is player.page


def test_only_what_makes_sense_is_offered(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    _to_work(player)
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
    _to_work(player)
    player.wait(14)
    player.press(K.Key_P)
    assert _screen(player) == "PlayerAsk"
    assert player.state.status is Status.PAUSED
    player.press(K.Key_7, K.Key_Return)

    assert player.state.pain_stops[0].pain == 7
    assert player.step.exercise == "mob-pumps"
    assert player.state.status is Status.RUNNING
    assert _screen(player) == "PlayerStage"


def test_too_painful_by_mistake_is_taken_back_with_escape(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    _to_work(player)
    player.wait(5)
    at = player.state.index, player.state.position
    player.press(K.Key_P, K.Key_Escape)

    assert (player.state.index, player.state.position) == at
    assert player.state.pain_stops == ()
    assert player.state.status is Status.RUNNING


def test_too_painful_in_the_last_exercise_ends_the_session(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    _to_work(player)
    player.wait(14)
    player.press(K.Key_P, K.Key_Return)
    assert _screen(player) == "SessionEndPanel"
    player.press(K.Key_Return)
    (record,), _ = _journal(player)

    assert record.status is SessionStatus.STOPPED_FOR_PAIN
    assert record.answers[-1].too_painful
    assert record.answers[-1].pain_during is NoAnswer.MISSING


def test_finishing_early_asks_first_and_then_about_what_was_left(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    _to_work(player)
    player.wait(14)
    player.press(K.Key_Escape)
    assert player.state.status is Status.PAUSED
    player.press(K.Key_Return)
    assert _screen(player) == "SessionEndPanel"
    player.press(K.Key_3, K.Key_Return)
    (record,), _ = _journal(player)

    assert record.status is SessionStatus.ENDED_EARLY
    assert record.pain_during == 3
    assert record.pain_after is NoAnswer.MISSING
    assert record.sets[0].reps_done == 2


def test_escape_in_the_question_goes_on(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
    player.press(K.Key_Escape, K.Key_Escape)

    assert player.state.status is Status.RUNNING
    assert _screen(player) == "PlayerStage"


def test_discarding_needs_a_second_yes_and_leaves_nothing(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
    player.press(K.Key_Escape)
    player.press(K.Key_Backtab, K.Key_Backtab)
    while player._target().objectName() != "confirm_extra":
        player.press(K.Key_Tab)
    player.press(K.Key_Space)
    while player._target().objectName() != "confirm_accept":
        player.press(K.Key_Tab)
    player.press(K.Key_Space)

    assert player.left == [True]
    assert _journal(player) == ((), None)
    assert not player.page.session_clock.is_ticking


def test_every_step_is_kept_before_it_sounds(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    order: list[str] = []
    keep = player.coach.journal.save_progress
    player.coach.journal.save_progress = lambda *a: (order.append("kept"), keep(*a))[1]
    play = player.sounds.play
    player.sounds.play = lambda tone: (order.append("sound"), play(tone))[1]
    player.press(K.Key_Space)
    kept = _journal(player)[1]

    assert order == ["kept", "sound"]
    assert kept is not None
    assert kept.state.status is Status.RUNNING


def test_a_long_step_is_kept_every_ten_seconds(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    _to_work(player)
    player.wait(23)
    kept = _journal(player)[1]

    assert kept is not None
    assert player.state.position - kept.state.position <= 10.3
    assert kept.state.position >= 10


def test_a_killed_program_comes_back_to_the_same_point(qtbot: QtBot, theme: Theme) -> None:
    first = open_player(qtbot, theme, "bal-single-leg", affected=Side.RIGHT)
    _to_work(first)
    while not (first.step.is_work and first.step.side is Side.RIGHT and first.step.set_number == 2):
        first.wait(1, tick=1)
    first.wait(12)
    offered = first.coach.services.sessions.in_progress()
    assert offered is not None
    assert (offered.state.step.side, offered.state.step.set_number) == (Side.RIGHT, 2)

    again = open_player(qtbot, theme, coach=first.coach, stored=offered)
    assert "left this session" in _notice(again)
    assert _screen(again) == "PlayerStage"
    again.press(K.Key_Space)
    assert again.state.status is Status.RUNNING
    assert again.step == offered.state.step
    again.wait(4)
    assert again.state.position == pytest.approx(offered.state.position + 1)


def test_a_session_that_was_over_but_not_saved_comes_back_to_its_questions(
    qtbot: QtBot, theme: Theme
) -> None:
    coach = FakeCoach().with_plan()
    state = msgspec.structs.replace(session_of(coach, "str-calf-bi"), status=Status.FINISHED)
    player = open_player(qtbot, theme, coach=coach, stored=progress(state=state))

    assert _screen(player) == "SessionEndPanel"
    player.press(K.Key_Return)
    assert len(_journal(player)[0]) == 1


def test_a_full_disk_is_told_playing_goes_on_and_nothing_is_lost(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    _to_work(player)
    player.coach.journal.failure = StorageError("The disk is full.")
    player.wait(33)
    assert "The disk is full." in _notice(player)
    assert player.state.status is Status.RUNNING
    player.press(K.Key_Escape, K.Key_Return, K.Key_Return)
    assert "Nothing is lost" in _notice(player)
    assert _journal(player)[0] == ()
    player.coach.journal.failure = None
    player.press(K.Key_Return)

    (record,), left_over = _journal(player)
    assert left_over is None
    assert record.sets[0].seconds_done == 30
    assert _notice(player) == ""


def test_keeping_is_tried_again_at_the_next_step_and_the_message_goes(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    _to_work(player)
    player.coach.journal.failure = StorageError("The disk is full.")
    player.wait(12)
    assert _notice(player)
    player.coach.journal.failure = None
    while player.step.is_work:
        player.wait(1)

    assert _notice(player) == ""
    kept = _journal(player)[1]
    assert kept is not None
    assert kept.state.index == player.state.index


def test_sleep_pauses_and_asks(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
    player.wait(2)
    player.suspend(600)

    assert _notice(player) == "The computer slept. Go on?"
    assert not player.page.session_clock.is_ticking
    player.press(K.Key_Space)
    assert _notice(player) == ""
    assert player.state.status is Status.RUNNING


def test_no_sound_is_said_once_and_everything_else_works(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi", sounds=FakeSounds(has_device=False))
    player.press(K.Key_Space)

    assert "plays no sound" in _notice(player)
    assert "no sound" in label(player.page, "player_state").text()
    player.press(K.Key_Space, K.Key_Space)
    assert _notice(player) == ""
    player.wait(6)
    assert child(player.page, PlayerStage).word.text == "RAISE"
    assert player.sounds.heard == []


def test_tones_sound_unless_they_are_turned_off(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.press(K.Key_Space)
    assert player.sounds.heard == [Tone.READY]

    coach = FakeCoach().with_plan()
    coach.services.settings.change(sound=False)
    silent = open_player(qtbot, theme, coach=coach)
    silent.press(K.Key_Space)
    assert silent.sounds.heard == []
    assert silent.sounds.loaded == 0
    assert "sound off" in label(silent.page, "player_state").text()


def test_a_change_of_step_flashes_where_that_is_wanted(qtbot: QtBot, theme: Theme) -> None:
    coach = FakeCoach().with_plan()
    coach.services.settings.change(flash=True)
    player = open_player(qtbot, theme, coach=coach)
    word = child(player.page, PlayerStage).word
    player.press(K.Key_Space)

    assert word.is_flashing
    word.stop_flash()


def test_the_screen_is_kept_awake_while_it_runs_and_only_then(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    assert player.awake.state is AwakeState.OFF
    player.press(K.Key_Space)
    assert player.awake.state is AwakeState.HELD
    assert "screen stays awake" in label(player.page, "player_state").text()
    player.press(K.Key_Space)
    assert player.awake.state is AwakeState.OFF
    player.press(K.Key_Space, K.Key_Escape, K.Key_Return)
    assert player.awake.state is AwakeState.OFF


def test_a_screen_that_may_sleep_is_told(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, awake=FakeAwake(works=False))
    player.press(K.Key_Space)

    assert "screen may sleep" in label(player.page, "player_state").text()


def test_closing_the_window_pauses_and_keeps(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    _to_work(player)
    player.wait(4)
    player.window.close()

    assert player.state.status is Status.PAUSED
    assert not player.page.session_clock.is_ticking
    kept = _journal(player)[1]
    assert kept is not None
    assert kept.state.position == player.state.position


def test_a_tick_that_changes_no_text_lays_nothing_out(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    _to_work(player)
    player.wait(3.25)
    texts = {text: text.text() for text in player.page.findChildren(QLabel)}
    changes: list[str] = []
    stage = child(player.page, PlayerStage)
    face = stage.face
    stage.word.set_text = lambda text: changes.append(text)
    player.coach.clock.advance(0.05)
    player.page.session_clock.tick()

    assert stage.face is face
    assert changes == []
    assert {text: text.text() for text in texts} == texts


def test_manual_work_is_done_with_one_tap(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "gait-heel-toe")
    player.press(K.Key_Space)
    controls = child(player.page, PlayerControls)
    assert controls.button(Control.NEXT).label == "Done"
    player.wait(3)
    player.press(K.Key_Return)

    assert player.state.credits[0].done
    assert player.step.kind is StepKind.REST
