"""Correcting a session: what is left alone stays as it was, and not answered is not zero."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPlainTextEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import NoAnswer, SessionRecord
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.entry_form import DELETED
from ankle_coach.ui.dialogs.session_entry_dialog import SessionEntryDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers import builders as make
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child, click

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED
HOLD = make.set_record(
    exercise="bal-single-leg",
    prescription="balance",
    side=Side.LEFT,
    reps_planned=1,
    reps_done=1,
    seconds_planned=30,
    seconds_done=30,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window that a dialog stands over."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def _dialog(
    window: QWidget, theme: Theme, words: Words, record: SessionRecord | None = None
) -> SessionEntryDialog:
    return SessionEntryDialog(record or make.session_record(), LIBRARY, theme, words, window)


def test_an_untouched_form_gives_the_same_record(window: QWidget, theme: Theme, words: Words) -> None:
    record = make.session_record(
        sets=(make.set_record(), HOLD, make.set_record(reps_planned=0, seconds_planned=20, seconds_done=7.4)),
        answers=(make.exercise_answer(pain_during=MISSING), make.exercise_answer(side=Side.LEFT)),
        pain_after=MISSING,
        effort=NOT_ASKED,
        note="as it was",
    )

    assert _dialog(window, theme, words, record).corrected() == record


def test_answers_are_corrected(window: QWidget, theme: Theme, words: Words) -> None:
    dialog = _dialog(window, theme, words)
    child(dialog, PainScale, "pain_after").set_value(0)
    child(dialog, PainScale, "effort").set_value(7)
    child(dialog, PainScale, "pain_during_0").set_value(4)
    child(dialog, QPlainTextEdit, "note").setPlainText("  stairs hurt \n")

    record = dialog.corrected()

    assert (record.pain_after, record.effort, record.note) == (0, 7, "stairs hurt")
    assert record.answers[0].pain_during == 4


def test_form_lost_and_giving_way_are_corrected_even_where_no_pain_was_asked(
    window: QWidget, theme: Theme, words: Words
) -> None:
    answers = (make.exercise_answer(form_lost=True), make.exercise_answer(pain_during=NOT_ASKED))
    dialog = _dialog(window, theme, words, make.session_record(answers=answers))
    form = child(dialog, QCheckBox, "tick_form-lost_0")
    assert form.isChecked()
    form.setChecked(False)
    child(dialog, QCheckBox, "tick_gave-way_1").setChecked(True)

    first, second = dialog.corrected().answers

    assert (first.form_lost, first.gave_way) == (False, False)
    assert (second.gave_way, second.pain_during) == (True, NOT_ASKED)


def test_a_cleared_answer_is_missing_and_one_never_asked_stays_so(
    window: QWidget, theme: Theme, words: Words
) -> None:
    dialog = _dialog(window, theme, words, make.session_record(pain_after=3, effort=NOT_ASKED))
    child(dialog, PainScale, "pain_after").set_value(None)

    record = dialog.corrected()

    assert record.pain_after is MISSING
    assert record.effort is NOT_ASKED


def test_pain_that_was_not_asked_has_no_scale_and_says_so(
    window: QWidget, theme: Theme, words: Words
) -> None:
    record = make.session_record(answers=(make.exercise_answer(pain_during=NOT_ASKED),))
    dialog = _dialog(window, theme, words, record)

    assert dialog.findChild(PainScale, "pain_during_0") is None
    assert any("not asked" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.corrected() == record


def test_sets_are_corrected_in_their_own_unit(window: QWidget, theme: Theme, words: Words) -> None:
    record = make.session_record(sets=(make.set_record(), make.set_record(number=2)))
    dialog = _dialog(window, theme, words, record)
    child(dialog, QSpinBox, "set_1").setValue(9)

    done = dialog.corrected().sets

    assert [one.reps_done for one in done] == [12, 9]
    assert [one.seconds_done for one in done] == [72, 72]


@pytest.mark.parametrize(("seconds", "reps"), [(30, 1), (29, 0), (0, 0)])
def test_one_hold_is_told_by_its_seconds(
    seconds: int, reps: int, window: QWidget, theme: Theme, words: Words
) -> None:
    short = make.session_record(sets=(msgspec.structs.replace(HOLD, seconds_done=12, reps_done=0),))
    dialog = _dialog(window, theme, words, short)
    spin = child(dialog, QSpinBox, "set_0")
    assert spin.value() == 12

    spin.setValue(seconds)

    (done,) = dialog.corrected().sets
    assert (done.seconds_done, done.reps_done) == (seconds, reps)


def test_exercises_sides_and_sets_are_named(window: QWidget, theme: Theme, words: Words) -> None:
    dialog = _dialog(window, theme, words, make.session_record(sets=(HOLD, make.set_record(exercise="gone"))))
    texts = [label.text() for label in dialog.findChildren(QLabel)]

    assert "Single-leg stand" in texts
    assert "of 30 s" in texts
    assert "gone" in texts, "an exercise that the library no longer has is still shown"
    name = child(dialog, QSpinBox, "set_0").accessibleName()
    assert name == "Single-leg stand, Left, set 1, seconds done"


def test_delete_asks_first(window: QWidget, theme: Theme, words: Words) -> None:
    dialog = _dialog(window, theme, words)
    dialog.open()
    results: list[int] = []
    dialog.finished.connect(results.append)

    click(child(dialog, QPushButton, "entry_delete"))
    question = child(dialog, ConfirmDialog)
    question.reject()
    assert results == []

    click(child(dialog, QPushButton, "entry_delete"))
    [other] = [found for found in dialog.findChildren(ConfirmDialog) if found.isVisible()]
    other.accept()
    assert results == [DELETED]


def test_save_accepts_and_cancel_rejects(qtbot: QtBot, window: QWidget, theme: Theme, words: Words) -> None:
    for name, result in (
        ("entry_save", QDialog.DialogCode.Accepted),
        ("entry_cancel", QDialog.DialogCode.Rejected),
    ):
        dialog = _dialog(window, theme, words)
        dialog.open()
        with qtbot.waitSignal(dialog.finished) as told:
            click(child(dialog, QPushButton, name))
        assert told.args == [result]


def test_a_set_on_top_of_the_plan_is_called_so(window: QWidget, theme: Theme, words: Words) -> None:
    extra = make.set_record(number=3, reps_planned=0, reps_done=12, seconds_planned=0, seconds_done=72)
    dialog = _dialog(window, theme, words, make.session_record(sets=(make.set_record(), extra)))

    assert "more than planned" in [label.text() for label in dialog.findChildren(QLabel)]
    assert child(dialog, QSpinBox, "set_1").value() == 12
