"""What the player keeps, and what it does when the disk, the sound or the computer fails."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.session_state import SessionInProgress, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.keep_awake import AwakeState
from ankle_coach.ui.pages.player_session import PlayerSession
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.theme import Theme
from ankle_coach.wiring import build_services
from tests.helpers.builders import progress
from tests.helpers.coach import FakeCoach
from tests.helpers.player import FakeAwake, FakeSounds, FakeVoice, open_player, session_of
from tests.helpers.widgets import child, label

K = Qt.Key


def test_every_step_is_kept_before_it_sounds(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    order: list[str] = []
    keep, play = player.coach.journal.save_progress, player.sounds.play

    def keeping(person: str, row: SessionInProgress) -> None:
        order.append("kept")
        keep(person, row)

    def sounding(tone: Tone) -> None:
        order.append("sound")
        play(tone)

    monkeypatch.setattr(player.coach.journal, "save_progress", keeping)
    monkeypatch.setattr(player.sounds, "play", sounding)
    player.press(K.Key_Space)
    kept = player.kept()

    assert order == ["kept", "sound"]
    assert kept is not None
    assert kept.state.status is Status.RUNNING


def test_a_long_step_is_kept_every_ten_seconds(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    player.wait(23)
    kept = player.kept()

    assert kept is not None
    assert player.state.position - kept.state.position <= 10.3
    assert kept.state.position >= 10


def test_a_killed_program_comes_back_to_the_same_point(qtbot: QtBot, theme: Theme) -> None:
    first = open_player(qtbot, theme, "bal-single-leg", affected=Side.RIGHT)
    first.begin_work()
    while not (first.step.is_work and first.step.side is Side.RIGHT and first.step.set_number == 2):
        first.wait(1, tick=1)
    first.wait(12)
    offered = first.coach.services.sessions.in_progress()
    assert offered is not None
    assert (offered.state.step.side, offered.state.step.set_number) == (Side.RIGHT, 2)

    again = open_player(qtbot, theme, coach=first.coach, stored=offered)
    assert "left this session" in again.notice()
    assert again.screen() == "PlayerStage"
    again.press(K.Key_Space)
    assert again.status() is Status.RUNNING
    assert again.step == offered.state.step
    again.wait(4)
    assert again.state.position == pytest.approx(offered.state.position + 1)


def test_a_session_that_was_over_but_not_saved_comes_back_to_its_questions(
    qtbot: QtBot, theme: Theme
) -> None:
    coach = FakeCoach().with_plan()
    state = msgspec.structs.replace(session_of(coach, "str-calf-bi"), status=Status.FINISHED)
    player = open_player(qtbot, theme, coach=coach, stored=progress(state=state))

    assert player.screen() == "SessionEndPanel"
    player.press(K.Key_Return)
    assert len(player.records()) == 1


def test_a_full_disk_is_told_playing_goes_on_and_nothing_is_lost(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    player.coach.journal.failure = StorageError("The disk is full.")
    player.wait(33)
    assert "The disk is full." in player.notice()
    assert player.status() is Status.RUNNING
    player.press(K.Key_Escape, K.Key_Return, K.Key_Return)
    assert "Nothing is lost" in player.notice()
    assert player.records() == ()
    player.coach.journal.failure = None
    player.press(K.Key_Return)

    (record,) = player.records()
    assert player.kept() is None
    assert record.sets[0].seconds_done == 30
    assert player.notice() == ""


def test_keeping_is_tried_again_at_the_next_step_and_the_message_goes(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    player.coach.journal.failure = StorageError("The disk is full.")
    player.wait(12)
    assert player.notice()
    player.coach.journal.failure = None
    while player.step.is_work:
        player.wait(1)

    assert player.notice() == ""
    kept = player.kept()
    assert kept is not None
    assert kept.state.index == player.state.index


def test_sleep_pauses_and_asks(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.wait(2)
    player.suspend(600)

    assert player.notice() == "The computer slept. Go on?"
    assert not player.page.session_clock.is_ticking
    player.press(K.Key_Space)
    assert player.notice() == ""
    assert player.status() is Status.RUNNING


@pytest.mark.parametrize(
    "keys",
    [
        (Qt.Key.Key_Space,),
        (Qt.Key.Key_Escape, Qt.Key.Key_Return),
        (Qt.Key.Key_P,),
        (Qt.Key.Key_P, Qt.Key.Key_6, Qt.Key.Key_Return),
    ],
    ids=["go on", "finish", "too painful", "too painful answered"],
)
def test_the_question_after_sleep_goes_with_what_is_done_about_it(
    qtbot: QtBot, theme: Theme, keys: tuple[Qt.Key, ...]
) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.suspend(600)
    player.press(*keys)

    assert player.notice() == ""


def test_no_sound_is_said_once_and_everything_else_works(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi", sounds=FakeSounds(has_device=False))
    player.press(K.Key_Space)

    assert "plays no sound" in player.notice()
    assert "no sound" in label(player.page, "player_state").text()
    player.wait(6)
    assert player.notice() == ""
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
    assert player.kept_awake() is AwakeState.OFF
    player.press(K.Key_Space)
    assert player.kept_awake() is AwakeState.HELD
    assert "screen stays awake" in label(player.page, "player_state").text()
    player.press(K.Key_Space)
    assert player.kept_awake() is AwakeState.OFF
    player.press(K.Key_Space, K.Key_Escape, K.Key_Return)
    assert player.kept_awake() is AwakeState.OFF


def test_a_screen_that_may_sleep_is_told(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, awake=FakeAwake(works=False))
    player.press(K.Key_Space)

    assert "screen may sleep" in label(player.page, "player_state").text()


def test_closing_the_window_pauses_and_keeps(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    player.wait(4)
    player.window.close()

    assert player.status() is Status.PAUSED
    assert not player.page.session_clock.is_ticking
    kept = player.kept()
    assert kept is not None
    assert kept.state.position == player.state.position


def test_a_tick_that_changes_no_text_lays_nothing_out(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    player.wait(3.25)
    texts = {text: text.text() for text in player.page.findChildren(QLabel)}
    changes: list[str] = []
    stage = child(player.page, PlayerStage)
    face = stage.face
    monkeypatch.setattr(stage.word, "set_text", changes.append)
    player.coach.clock.advance(0.05)
    player.page.session_clock.tick()

    assert stage.face is face
    assert changes == []
    assert {text: text.text() for text in texts} == texts


def test_the_real_storage_has_every_step_and_every_tenth_second(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    coach = FakeCoach().with_plan()
    person = coach.services.people.required()
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups") as journal:
        journal.save_person(person)
        services = build_services(journal, coach.settings, coach.clock, coach.library)
        stored = progress(state=session_of(coach, "bal-single-leg", affected=Side.LEFT))
        session = PlayerSession(
            services.sessions,
            coach.clock,
            services.settings,
            stored,
            FakeSounds(),
            FakeAwake(),
            FakeVoice(),
        )
        session.begin()
        while session.state.status is Status.RUNNING and session.state.step.kind is not StepKind.ASK:
            coach.clock.advance(0.25)
            session.clock.tick()
            kept = journal.progress(person.id)
            assert kept is not None
            assert kept.state.index == session.state.index
            assert session.state.position - kept.state.position <= 10.3
        offered = services.sessions.in_progress()
    assert offered is not None
    assert offered.state.status is Status.PAUSED
    assert all(c.done for s, c in zip(offered.state.steps, offered.state.credits, strict=True) if s.is_work)
