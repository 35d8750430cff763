"""Form lost and giving way: ticked in the player, beside the pain, by keyboard."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import ExerciseAnswer, NoAnswer
from ankle_coach.domain.safety_facts import Sign
from ankle_coach.domain.session_state import SessionInProgress, Tick
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.pages.player_ask import PlayerAsk
from ankle_coach.ui.pages.session_end_panel import SessionEndPanel
from ankle_coach.ui.theme import Theme
from tests.helpers.player import PlayedPage, open_player
from tests.helpers.widgets import child

K = Qt.Key


def _at_the_question(qtbot: QtBot, theme: Theme, *exercises: str) -> PlayedPage:
    player = open_player(qtbot, theme, *(exercises or ("str-calf-bi",)))
    player.press(K.Key_Space)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)
    return player


def _only_answer(player: PlayedPage) -> ExerciseAnswer:
    (record,) = player.records()
    return record.answers[0]


def _box(owner: QWidget, tick: Tick) -> QCheckBox:
    return child(owner, QCheckBox, f"tick_{tick}")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), (False, False)),
        ((K.Key_F,), (True, False)),
        ((K.Key_G,), (False, True)),
        ((K.Key_G, K.Key_F), (True, True)),
        ((K.Key_F, K.Key_F), (False, False)),
    ],
    ids=["nothing", "form", "gave way", "both", "taken back"],
)
def test_keys_tick_and_the_pain_stays_an_answer_of_its_own(
    qtbot: QtBot, theme: Theme, keys: tuple[Qt.Key, ...], expected: tuple[bool, bool]
) -> None:
    player = _at_the_question(qtbot, theme)
    player.press(*keys, K.Key_Return)
    player.press(K.Key_Return)

    answer = _only_answer(player)
    assert (answer.form_lost, answer.gave_way) == expected
    assert answer.pain_during is NoAnswer.MISSING


def test_a_limp_is_asked_of_a_run_and_kept_as_its_sign(qtbot: QtBot, theme: Theme) -> None:
    """3.3-4: a limp after a run; what was ticked reaches the rules as a sign of the session."""
    player = _at_the_question(qtbot, theme, "run-walk")
    ask = child(player.page, PlayerAsk)
    assert _box(ask, Tick.LIMPED).isVisibleTo(ask)
    player.press(K.Key_1, K.Key_L, K.Key_Return, K.Key_Return)

    (record,) = player.records()
    signs = [(sign.session, sign.sign) for sign in player.signs()]
    assert signs == [(record.id, Sign.LIMP)]


@pytest.mark.parametrize("exercise", ["str-calf-bi", "bal-single-leg"])
def test_a_limp_is_not_asked_of_anything_else(qtbot: QtBot, theme: Theme, exercise: str) -> None:
    player = _at_the_question(qtbot, theme, exercise)
    pair = _box(child(player.page, PlayerAsk), Tick.LIMPED).parentWidget()
    assert pair is not None
    assert pair.isHidden()
    player.press(K.Key_L, K.Key_Return, K.Key_Return)
    assert player.signs() == ()


def test_a_number_and_a_tick_go_together(qtbot: QtBot, theme: Theme) -> None:
    player = _at_the_question(qtbot, theme)
    player.press(K.Key_0, K.Key_F)
    assert child(player.page, PlayerAsk).go_button.label == "Go on"
    player.press(K.Key_Return, K.Key_Return)

    answer = _only_answer(player)
    assert (answer.pain_during, answer.form_lost, answer.gave_way) == (0, True, False)


def test_tab_reaches_the_boxes_and_space_ticks(qtbot: QtBot, theme: Theme) -> None:
    player = _at_the_question(qtbot, theme)
    box = _box(child(player.page, PlayerAsk), Tick.GAVE_WAY)
    for _ in range(6):
        player.press(K.Key_Tab)
        if player.target() is box:
            break
    player.press(K.Key_Space)
    assert box.isChecked()
    player.press(K.Key_Return)

    assert player.screen() == "SessionEndPanel"


def test_a_tick_alone_is_an_answer_and_the_next_question_begins_without(qtbot: QtBot, theme: Theme) -> None:
    player = _at_the_question(qtbot, theme, "str-calf-bi", "bal-single-leg")
    ask = child(player.page, PlayerAsk)
    assert ask.go_button.label == "Skip"
    player.press(K.Key_G)
    assert ask.go_button.label == "Go on"
    player.press(K.Key_Return)
    while player.step.kind is not StepKind.ASK:
        player.wait(1, tick=1)

    assert ask.answer.ticks == frozenset()


def test_giving_way_is_ticked_where_the_pain_ends_an_exercise(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg")
    player.begin_work()
    player.wait(2)
    player.press(K.Key_P, K.Key_6, K.Key_G, K.Key_Return)
    player.press(K.Key_Return)

    answer = _only_answer(player)
    assert (answer.too_painful, answer.pain_during, answer.gave_way) == (True, 6, True)


def test_an_exercise_that_was_left_early_is_ticked_at_the_end(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.wait(14)
    player.press(K.Key_Escape, K.Key_Return)
    end = child(player.page, SessionEndPanel)
    player.press(K.Key_F)
    assert _box(end, Tick.FORM_LOST).isChecked()
    child(end, QWidget, "end_pain").setFocus()
    player.press(K.Key_Return)

    answer = _only_answer(player)
    assert (answer.form_lost, answer.pain_during) == (True, NoAnswer.MISSING)


def test_letters_in_the_note_tick_nothing(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.press(K.Key_Escape, K.Key_Return)
    end = child(player.page, SessionEndPanel)
    end.note.setFocus()
    player.press(K.Key_F, K.Key_G)

    assert end.note.text() == "fg"
    assert end.findChild(QCheckBox, f"tick_{Tick.FORM_LOST}") is None or not end.answers.during[0][1].ticks


def test_a_session_kept_before_there_were_ticks_is_read_without(qtbot: QtBot, theme: Theme) -> None:
    player = _at_the_question(qtbot, theme)
    kept = player.kept()
    assert kept is not None
    rows = msgspec.to_builtins(kept)
    del rows["ticks"]

    assert msgspec.convert(rows, SessionInProgress).ticks == ()
