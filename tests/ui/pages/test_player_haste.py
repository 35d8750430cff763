"""Next pressed once too often, bounced or held down: it never answers or leaves the question that follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers.player import PlayedPage, open_player
from tests.helpers.widgets import child, click, label

K = Qt.Key
NEXT = [K.Key_Right, K.Key_PageDown]
KEYS = [K.Key_Right, K.Key_PageDown, K.Key_Return, K.Key_Enter, K.Key_Space]


def _at_last_step(qtbot: QtBot, theme: Theme, *, asks: bool = True) -> PlayedPage:
    """The last set of two-leg raises, in play; where nothing was done, nothing is asked of it."""
    player = open_player(qtbot, theme, "str-calf-bi")
    player.begin_work()
    player.wait(13 if asks else 0)
    while player.state.steps[player.state.index + 1].kind is not StepKind.ASK:
        player.press(K.Key_Right)
        player.wait(0.25)
    return player


def _at_end(qtbot: QtBot, theme: Theme, last: Qt.Key = K.Key_Return) -> PlayedPage:
    """The end form, come to by a key that ended the last question."""
    player = _at_last_step(qtbot, theme)
    player.press(K.Key_Right, last)
    assert player.screen() == "SessionEndPanel"
    return player


def _value(player: PlayedPage, name: str) -> int | None:
    return child(player.page, PainScale, name).value


@pytest.mark.parametrize("key", NEXT)
def test_the_key_that_ended_the_last_set_answers_no_question(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    player = _at_last_step(qtbot, theme)
    player.press_hastily(key, key, key)
    assert player.screen() == "PlayerAsk"
    assert _value(player, "ask_scale") is None


@pytest.mark.parametrize("key", NEXT)
def test_the_key_that_ended_the_last_set_does_not_answer_the_end_form(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    player = _at_last_step(qtbot, theme, asks=False)
    player.press_hastily(key, key, key)
    assert player.screen() == "SessionEndPanel"
    assert _value(player, "end_pain") is None
    assert player.records() == ()


@pytest.mark.parametrize("key", NEXT)
def test_a_key_that_was_slower_than_the_clock_answers_no_question(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    player = _at_last_step(qtbot, theme)
    while player.step.kind is not StepKind.ASK:
        player.wait(0.25)
    player.press_hastily(key)
    assert player.screen() == "PlayerAsk"
    assert _value(player, "ask_scale") is None


def test_a_clicker_goes_on_from_a_question_that_was_seen(qtbot: QtBot, theme: Theme) -> None:
    player = _at_last_step(qtbot, theme)
    player.press(K.Key_PageDown, K.Key_PageDown)
    assert player.screen() == "SessionEndPanel"


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_PageDown])
def test_the_key_that_ended_the_last_question_does_not_leave_the_end_form(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    player = _at_end(qtbot, theme, key)
    player.press_hastily(key, key)
    assert player.records() == ()
    assert _value(player, "end_pain") is None
    player.press(K.Key_Return)
    assert len(player.records()) == 1, "Enter saves once the form was seen"


@pytest.mark.parametrize("key", NEXT)
def test_next_answers_nothing_at_the_end_however_late_it_is_pressed(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    player = _at_end(qtbot, theme)
    player.press(key, key, key)
    assert player.screen() == "SessionEndPanel"
    assert (_value(player, "end_pain"), _value(player, "end_effort")) == (None, None)
    assert player.records() == ()


def test_once_the_form_is_answered_the_arrows_work_as_on_any_scale(qtbot: QtBot, theme: Theme) -> None:
    player = _at_end(qtbot, theme)
    player.press(K.Key_3, K.Key_Right)
    assert _value(player, "end_pain") == 4
    player.hold(K.Key_Right, repeats=3)
    assert _value(player, "end_pain") == 8


def test_a_click_on_a_number_has_seen_the_form_too(qtbot: QtBot, theme: Theme) -> None:
    player = _at_end(qtbot, theme)
    click(child(child(player.page, PainScale, "end_pain"), QToolButton, "scale_3"))
    player.press(K.Key_Right)
    assert _value(player, "end_pain") == 4


@pytest.mark.parametrize("key", KEYS)
def test_a_key_held_down_over_the_last_set_stops_at_the_question(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    for asks, screen in ((True, "PlayerAsk"), (False, "SessionEndPanel")):
        player = _at_last_step(qtbot, theme, asks=asks)
        player.hold(key)
        assert player.screen() == (screen if key in NEXT else "PlayerStage")
        assert (_value(player, "ask_scale"), _value(player, "end_pain")) == (None, None)
        assert player.records() == ()


@pytest.mark.parametrize("key", KEYS)
def test_a_key_held_down_at_the_last_question_stops_at_the_end_form(
    qtbot: QtBot, theme: Theme, key: Qt.Key
) -> None:
    player = _at_last_step(qtbot, theme)
    player.press(K.Key_Right)
    player.coach.clock.advance(2)
    player.hold(key)
    assert player.records() == ()
    assert player.screen() in ("PlayerAsk", "SessionEndPanel")
    for name in ("ask_scale", "end_pain", "end_effort"):
        assert _value(player, name) is None


def test_an_arrow_held_over_from_the_set_before_answers_nothing(qtbot: QtBot, theme: Theme) -> None:
    player = _at_last_step(qtbot, theme)
    player.hold(K.Key_Right, repeats=8)
    assert player.screen() == "PlayerAsk"
    assert _value(player, "ask_scale") is None


def test_enter_that_finishes_early_does_not_save_too(qtbot: QtBot, theme: Theme) -> None:
    player = _at_last_step(qtbot, theme)
    player.press(K.Key_Escape)
    child(player.page, PainScale, "end_pain")
    player.press_hastily(K.Key_Return, K.Key_Return, K.Key_Return)
    assert player.records() == ()
    assert player.screen() == "SessionEndPanel"


def test_enter_that_saves_does_not_leave_what_was_saved_unseen(qtbot: QtBot, theme: Theme) -> None:
    player = _at_end(qtbot, theme)
    player.press(K.Key_1, K.Key_Return)
    assert label(player.page, "end_title").text() == "Saved"
    player.press_hastily(K.Key_Return)
    assert player.left == []
    player.press(K.Key_Return)
    assert player.left == [True]
