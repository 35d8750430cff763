"""Answering from 0 to 10, or not at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers.widgets import child, click, label, press


@pytest.fixture
def scale(qtbot: QtBot, theme: Theme, words: Words) -> PainScale:
    """An unanswered scale on the screen."""
    scale = PainScale(theme, words)
    qtbot.addWidget(scale)
    scale.show()
    return scale


def button(scale: PainScale, number: int) -> QToolButton:
    """Return a number's button."""
    return child(scale, QToolButton, f"scale_{number}")


def type_keys(scale: PainScale, *keys: Qt.Key) -> None:
    """Type on whichever button has the focus."""
    for key in keys:
        press(scale.focusWidget(), key)


def test_nothing_is_answered_at_first_and_that_is_said(scale: PainScale) -> None:
    state = label(scale, "scale_state")
    assert scale.value is None
    assert state.isVisible()
    assert state.text() == "Not answered"
    assert not any(button(scale, number).isChecked() for number in range(11))


@pytest.mark.parametrize("number", [0, 5, 10])
def test_a_click_answers(qtbot: QtBot, scale: PainScale, number: int) -> None:
    with qtbot.waitSignal(scale.value_changed) as told:
        click(button(scale, number))
    assert told.args == [number]
    assert scale.value == number
    assert not label(scale, "scale_state").isVisible()
    assert [n for n in range(11) if button(scale, n).isChecked()] == [number]


def test_zero_is_an_answer(scale: PainScale) -> None:
    scale.set_value(0)
    assert scale.value == 0
    assert scale.value is not None
    assert button(scale, 0).isChecked()


@pytest.mark.parametrize("way", ["button", "same number", "key"])
def test_an_answer_can_be_taken_back(qtbot: QtBot, scale: PainScale, way: str) -> None:
    scale.set_value(4)
    with qtbot.waitSignal(scale.value_changed) as told:
        if way == "button":
            child(scale, QPushButton, "scale_clear").click()
        elif way == "same number":
            button(scale, 4).click()
        else:
            press(button(scale, 4), Qt.Key.Key_Backspace)
    assert told.args == [None]
    assert scale.value is None
    assert not any(button(scale, number).isChecked() for number in range(11))


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([Qt.Key.Key_7], 7),
        ([Qt.Key.Key_1], 1),
        ([Qt.Key.Key_1, Qt.Key.Key_0], 10),
        ([Qt.Key.Key_0], 0),
        ([Qt.Key.Key_2, Qt.Key.Key_0], 0),
        ([Qt.Key.Key_Right], 0),
        ([Qt.Key.Key_4, Qt.Key.Key_Right, Qt.Key.Key_Right], 6),
        ([Qt.Key.Key_4, Qt.Key.Key_Left], 3),
        ([Qt.Key.Key_0, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Right], 10),
        ([Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_0], 0),
    ],
)
def test_keys_answer(qtbot: QtBot, scale: PainScale, keys: list[Qt.Key], value: int) -> None:
    button(scale, 0).setFocus()
    type_keys(scale, *keys)
    assert scale.value == value


def test_the_same_answer_is_told_once(qtbot: QtBot, scale: PainScale) -> None:
    scale.set_value(3)
    with qtbot.assertNotEmitted(scale.value_changed):
        scale.set_value(3)


@pytest.mark.parametrize("value", [-1, 11])
def test_other_numbers_are_refused(scale: PainScale, value: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        scale.set_value(value)


def test_each_number_has_a_name(qtbot: QtBot, theme: Theme, words: Words) -> None:
    effort = PainScale(theme, words, "Effort")
    qtbot.addWidget(effort)
    assert button(effort, 3).accessibleName() == "Effort 3 of 10"
    assert effort.accessibleDescription() == "Not answered"


def test_the_scale_is_one_stop_of_the_tab_key(scale: PainScale) -> None:
    scale.set_value(6)
    stops = [n for n in range(11) if button(scale, n).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [6]


def test_a_compact_scale_is_smaller_and_without_words(
    qtbot: QtBot, theme: Theme, words: Words, scale: PainScale
) -> None:
    compact = PainScale(theme, words, compact=True)
    qtbot.addWidget(compact)
    compact.show()
    assert compact.sizeHint().width() < scale.sizeHint().width()
    compact.set_value(2)
    assert not compact.findChildren(QLabel)
    assert not compact.findChildren(QPushButton)


def test_buttons_grow_with_the_text(theme: Theme, scale: PainScale) -> None:
    before = button(scale, 0).width()
    theme.set_text_scale(200)
    assert button(scale, 0).width() == 2 * before
