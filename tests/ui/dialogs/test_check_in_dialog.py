"""Correcting a morning check-in: none, missing and not asked stay apart."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers import builders as make
from tests.helpers.widgets import child

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that a dialog stands over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def _dialog(window: QWidget, theme: Theme, words: Words, check_in: CheckIn) -> CheckInDialog:
    return CheckInDialog(check_in, theme, words, window)


@pytest.mark.parametrize("answer", [0, 3, MISSING, NOT_ASKED], ids=str)
def test_an_untouched_form_gives_the_same_check_in(
    answer: Answer, window: QWidget, theme: Theme, words: Words
) -> None:
    check_in = make.check_in(pain=answer, first_step=answer, stiff_minutes=answer, swelling=answer)

    assert _dialog(window, theme, words, check_in).corrected() == check_in


def test_answers_are_corrected_and_zero_is_one(window: QWidget, theme: Theme, words: Words) -> None:
    check_in = make.check_in(stiff_minutes=MISSING, swelling=NOT_ASKED)
    dialog = _dialog(window, theme, words, check_in)
    child(dialog, PainScale, "pain").set_value(0)
    child(dialog, PainScale, "first_step").set_value(6)
    child(dialog, QSpinBox, "stiff_minutes").setValue(0)
    child(dialog, SegmentedControl, "swelling").set_current("0")
    child(dialog, QPlainTextEdit, "note").setPlainText("slept badly")

    kept = dialog.corrected()

    assert (kept.pain, kept.first_step, kept.stiff_minutes, kept.swelling) == (0, 6, 0, 0)
    assert kept.note == "slept badly"


def test_answers_can_be_taken_back(window: QWidget, theme: Theme, words: Words) -> None:
    dialog = _dialog(window, theme, words, make.check_in())
    child(dialog, PainScale, "pain").set_value(None)
    child(dialog, QSpinBox, "stiff_minutes").setValue(-1)
    child(dialog, SegmentedControl, "swelling").set_current("")

    kept = dialog.corrected()

    assert kept.pain is kept.stiff_minutes is kept.swelling is MISSING


def test_the_first_steps_are_there_only_where_they_were_asked(
    window: QWidget, theme: Theme, words: Words
) -> None:
    dialog = _dialog(window, theme, words, make.check_in(first_step=NOT_ASKED))

    assert dialog.findChild(PainScale, "first_step") is None


def test_no_minutes_are_shown_in_words(window: QWidget, theme: Theme, words: Words) -> None:
    missing = _dialog(window, theme, words, make.check_in(stiff_minutes=MISSING))
    not_asked = _dialog(window, theme, words, make.check_in(stiff_minutes=NOT_ASKED))

    assert child(missing, QSpinBox, "stiff_minutes").text() == "not answered"
    assert child(not_asked, QSpinBox, "stiff_minutes").text() == "not asked"
