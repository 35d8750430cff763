"""What a pause is asked for: a holiday's days, also to come; of an illness only that it is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QDateEdit, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import largest_size
from ankle_coach.ui.dialogs.pause_dialog import PauseDialog
from ankle_coach.ui.qt_dates import qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from tests.helpers.builders import MONDAY
from tests.helpers.widgets import child

Ask = Callable[..., PauseDialog]


def _on(number: int) -> date:
    return MONDAY + timedelta(days=number)


@pytest.fixture
def ask(qtbot: QtBot, theme: Theme, words: Words) -> Ask:
    window = QWidget()
    qtbot.addWidget(window)

    def make(pause: Pause | None = None, *, taken: date | None = None) -> PauseDialog:
        def fits(wanted: Pause) -> bool:
            return taken is None or not wanted.covers(taken)

        dialog = PauseDialog(theme, words, window, MONDAY, fits, pause)
        dialog.show()
        return dialog

    return make


def _choose(dialog: PauseDialog, kind: PauseKind) -> None:
    child(dialog, AnswerStrip, "kind").set_value(kind)


def _set(dialog: PauseDialog, name: str, day: date) -> None:
    child(dialog, QDateEdit, name).setDate(qt_date(day))


def _told(dialog: PauseDialog) -> str:
    return child(dialog, QLabel, "pause_told").text()


def test_without_a_reason_nothing_can_be_saved(ask: Ask) -> None:
    dialog = ask()
    assert dialog.pause is None
    assert not child(dialog, QPushButton, "entry_save").isEnabled()
    assert child(dialog, QWidget, "pause_days").isHidden()


def test_a_holiday_begins_today_for_a_week_until_said_otherwise(ask: Ask) -> None:
    dialog = ask()
    _choose(dialog, PauseKind.TRAVEL)
    assert dialog.pause == Pause(kind=PauseKind.TRAVEL, from_day=MONDAY, until_day=_on(6))
    _set(dialog, "pause_last", _on(9))
    _set(dialog, "pause_first", _on(4))
    assert dialog.pause == Pause(kind=PauseKind.TRAVEL, from_day=_on(4), until_day=_on(13)), (
        "as long as before"
    )
    assert _told(dialog) == "Holiday or travel from Friday, March 6 to Sunday, March 15"
    assert child(dialog, QDateEdit, "pause_last").minimumDate() == qt_date(_on(4))


def test_its_last_day_may_be_unknown(ask: Ask) -> None:
    dialog = ask()
    _choose(dialog, PauseKind.TRAVEL)
    _set(dialog, "pause_first", _on(4))
    child(dialog, QCheckBox, "pause_open_end").setChecked(True)
    assert dialog.pause == Pause(kind=PauseKind.TRAVEL, from_day=_on(4))
    assert _told(dialog) == "Holiday or travel from Friday, March 6 on, until you end it"
    assert not child(dialog, QDateEdit, "pause_last").isEnabled()


@pytest.mark.parametrize("kind", [PauseKind.ILLNESS, PauseKind.FEVER])
def test_an_illness_begins_today_and_ends_when_it_ends(ask: Ask, kind: PauseKind) -> None:
    dialog = ask()
    _choose(dialog, PauseKind.TRAVEL)
    _set(dialog, "pause_first", _on(4))
    _choose(dialog, kind)
    assert dialog.pause == Pause(kind=kind, from_day=MONDAY)
    assert child(dialog, QWidget, "pause_days").isHidden()
    assert "since today, until you end it" in _told(dialog)


def test_days_on_which_another_pause_lies_are_refused(ask: Ask) -> None:
    dialog = ask(taken=_on(3))
    save = child(dialog, QPushButton, "entry_save")
    _choose(dialog, PauseKind.TRAVEL)
    assert _told(dialog) == "Another pause lies on these days."
    assert not save.isEnabled()
    _set(dialog, "pause_first", _on(4))
    assert save.isEnabled()


def test_of_one_that_is_there_the_days_are_asked_for(ask: Ask) -> None:
    coming = Pause(kind=PauseKind.TRAVEL, from_day=_on(4), until_day=_on(6))
    dialog = ask(coming)
    assert dialog.pause == coming
    assert child(dialog, QWidget, "question_kind").isHidden()
    _set(dialog, "pause_first", _on(1))
    assert dialog.pause == Pause(kind=PauseKind.TRAVEL, from_day=_on(1), until_day=_on(3))


def test_of_one_that_has_begun_only_the_last_day_changes_and_not_into_the_past(ask: Ask) -> None:
    dialog = ask(Pause(kind=PauseKind.TRAVEL, from_day=_on(-3), until_day=_on(6)))
    assert not child(dialog, QDateEdit, "pause_first").isEnabled()
    _set(dialog, "pause_last", _on(-2))
    assert dialog.pause == Pause(kind=PauseKind.TRAVEL, from_day=_on(-3), until_day=MONDAY)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_days_come_into_view_without_scrolling(
    qtbot: QtBot, dressed: Theme, words: Words, scale: int
) -> None:
    dressed.set_text_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PauseDialog(dressed, words, window, MONDAY, lambda _pause: True)
    dialog.show()
    _choose(dialog, PauseKind.TRAVEL)
    QApplication.processEvents()
    area = child(dialog, QScrollArea)
    assert dialog.height() <= largest_size(dialog).height()
    assert area.verticalScrollBar().maximum() == 0
