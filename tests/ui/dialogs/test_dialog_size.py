"""How large dialogs get."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import largest_size, take_height, take_size
from ankle_coach.ui.dialogs.pause_dialog import PauseDialog
from ankle_coach.ui.dialogs.save_plan_dialog import SavePlanDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.question_row import QuestionRow
from tests.helpers.keys import focused, tab_round
from tests.helpers.widgets import press


@pytest.mark.parametrize("side", [320, 100_000], ids=["there is room", "there is not"])
def test_a_dialog_is_as_large_as_it_wants_or_as_the_screen_allows(
    qtbot: QtBot, theme: Theme, side: int
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    most, screen = largest_size(dialog), dialog.screen().availableGeometry()

    take_size(dialog, theme, side, side)

    assert dialog.width() == min(theme.px(side), most.width())
    assert dialog.height() == min(theme.px(side), most.height())
    assert (most.width(), most.height()) == (screen.width() - 40, screen.height() - 60)


@pytest.mark.parametrize("words", [12, 700], ids=["short", "higher than the screen"])
def test_a_dialog_is_as_high_as_its_sentence_and_wide_rather_than_out_of_reach(
    qtbot: QtBot, words: int
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, sentence = QVBoxLayout(dialog), QLabel("kept " * words)
    sentence.setWordWrap(True)
    column.addWidget(sentence)
    dialog.resize(240, 100)
    dialog.show()

    take_height(dialog, column)

    assert dialog.height() == column.totalHeightForWidth(dialog.width())
    assert dialog.height() <= largest_size(dialog).height()
    assert (dialog.width() > 240) == (words > 100)


def test_a_dialog_without_wrapped_sentences_takes_the_height_of_what_it_holds(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    column.addWidget(QLabel("A short question"))
    dialog.resize(240, 10)
    dialog.show()

    take_height(dialog, column)

    assert dialog.height() == column.totalSizeHint().height()


def test_the_changes_of_a_version_leave_their_buttons_on_the_screen(
    qtbot: QtBot, dressed: Theme, words: Words
) -> None:
    dressed.set_text_scale(200)
    dialog = SavePlanDialog(dressed, words, "Save version 3?", ["Left out: Single-leg calf raise."] * 30)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.height() <= largest_size(dialog).height()


def test_what_is_over_in_a_form_is_below_its_questions(qtbot: QtBot, dressed: Theme, words: Words) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PauseDialog(dressed, words, window, date(2026, 3, 2), lambda _pause: True)
    dialog.resize(dialog.width(), dialog.height() + 200)
    dialog.show()
    body = dialog.form.parentWidget()
    assert body is not None

    row = dialog.findChild(QuestionRow)
    assert row is not None
    assert row.height() < body.height() - 150


def test_the_question_of_saving_is_answered_by_enter_and_scrolled_by_tab(
    qtbot: QtBot, dressed: Theme, words: Words
) -> None:
    dialog = SavePlanDialog(dressed, words, "Save version 3?", ["Left out: Single-leg calf raise."] * 30)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert focused().objectName() == "save_accept"
    assert len(tab_round()) == 3
    with qtbot.waitSignal(dialog.accepted):
        press(focused(), Qt.Key.Key_Return)
