"""Answers of which none is preselected, by keyboard and mouse; and numbers that may be left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.number_field import NumberField
from tests.helpers.widgets import child, click, press, type_text


@pytest.fixture
def strip(qtbot: QtBot) -> AnswerStrip:
    strip = AnswerStrip("Is it sore?", (("yes", "Yes"), ("no", "No"), ("unsure", "Unsure")))
    qtbot.addWidget(strip)
    strip.show()
    return strip


def _value(strip: AnswerStrip) -> str | None:
    return strip.value


def test_nothing_is_preselected(strip: AnswerStrip) -> None:
    assert strip.value is None
    assert not any(button.isChecked() for button in strip.findChildren(QToolButton))


def test_a_click_answers_and_a_second_takes_it_back(qtbot: QtBot, strip: AnswerStrip) -> None:
    told: list[object] = []
    strip.answered.connect(told.append)
    for _ in range(2):
        click(child(strip, QToolButton, "answer_no"))
    assert told == ["no", None]
    assert not child(strip, QToolButton, "answer_no").isChecked()


@pytest.mark.parametrize(
    ("key", "value"), [(Qt.Key.Key_Y, "yes"), (Qt.Key.Key_N, "no"), (Qt.Key.Key_U, "unsure")]
)
def test_letters_answer(strip: AnswerStrip, key: Qt.Key, value: str) -> None:
    press(child(strip, QToolButton, "answer_yes"), key)
    assert strip.value == value


def test_arrows_go_along_without_answering_and_delete_takes_back(strip: AnswerStrip) -> None:
    strip.take_focus()
    press(child(strip, QToolButton, "answer_yes"), Qt.Key.Key_Right)
    assert _value(strip) is None
    assert child(strip, QToolButton, "answer_no").hasFocus()
    press(child(strip, QToolButton, "answer_no"), Qt.Key.Key_Space)
    assert _value(strip) == "no"
    press(child(strip, QToolButton, "answer_no"), Qt.Key.Key_Delete)
    assert _value(strip) is None


def test_an_unknown_answer_is_refused(strip: AnswerStrip) -> None:
    with pytest.raises(KeyError):
        strip.set_value("perhaps")


def test_a_number_left_out_is_not_zero(qtbot: QtBot, theme: Theme, words: Words) -> None:
    field = NumberField(theme, words, "Age", 120, "years")
    qtbot.addWidget(field)
    assert (field.number, field.text()) == (None, "not answered")
    type_text(field, "0")
    assert (field.number, field.text()) == (0, "0 years")
    press(field, Qt.Key.Key_Delete)
    assert field.text() == "not answered"
    type_text(field, "42")
    assert (field.number, field.text()) == (42, "42 years")
