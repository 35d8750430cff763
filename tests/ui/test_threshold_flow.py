"""Changing the rules' numbers from the Plan page: who confirms, what is kept, and where it shows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.threshold_dialog import ThresholdDialog
from ankle_coach.ui.pages.plan_page import PlanPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.threshold_row import ThresholdRow
from tests.helpers.coach import FakeCoach
from tests.helpers.plan_pages import plan_page
from tests.helpers.widgets import child, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach, role: UserRole) -> PlanPage:
    page = plan_page(coach, theme, words, role=role)
    qtbot.addWidget(page)
    return page


def _change(page: PlanPage, name: str, value: int) -> ThresholdDialog:
    """Open the editor, change a number and press Save."""
    child(page, QPushButton, "rules_button").click()
    dialog = child(page, ThresholdDialog)
    child(child(dialog, ThresholdRow, f"threshold_{name}"), QSpinBox).setValue(value)
    child(dialog, QPushButton, "threshold_save").click()
    return dialog


def test_a_runner_confirms_what_names_the_rule(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page = _page(qtbot, theme, words, coach, UserRole.RUNNER)
    dialog = _change(page, "deload_days", 10)
    question = child(dialog, ConfirmDialog)
    sentence = child(question, QLabel, "confirm_sentence").text()
    assert "Rule 3.5-deload: Length of an easy week: 10 days instead of 7 days." in sentence
    assert coach.services.thresholds.differences() == ()
    child(question, QPushButton, "confirm_accept").click()
    (found,) = coach.services.thresholds.differences()
    assert (found.name, found.value, found.source) == ("deload_days", 10, 7)
    assert not dialog.isVisible()


def test_a_runner_who_does_not_confirm_changes_nothing_and_is_still_in_the_editor(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page = _page(qtbot, theme, words, coach, UserRole.RUNNER)
    dialog = _change(page, "deload_days", 10)
    child(child(dialog, ConfirmDialog), QPushButton, "confirm_cancel").click()
    assert dialog.isVisible()
    assert dialog.changed == {"deload_days": 10}
    assert coach.services.thresholds.differences() == ()


def test_a_therapist_is_not_asked_and_is_named_in_the_history(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page = _page(qtbot, theme, words, coach, UserRole.THERAPIST)
    dialog = _change(page, "deload_days", 10)
    assert dialog.findChild(ConfirmDialog) is None
    told = texts(child(page, QWidget, "rules_card"))
    assert "Mar 2, by a therapist: Length of an easy week: 10 days instead of 7 days." in told


def test_the_plan_shows_which_numbers_differ_from_the_source(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page = _page(qtbot, theme, words, coach, UserRole.THERAPIST)
    assert "All of them are as their sources" in texts(child(page, QWidget, "rules_card"))
    _change(page, "adherence_advance", 70)
    card = child(page, QWidget, "rules_card")
    assert "1 of 59 differs from its source." in texts(card)
    line = child(card, QLabel, "difference_adherence_advance").text().replace("\u00a0", " ")
    assert line.startswith("◆ ")
    assert line.endswith("70 %; the source says 80 %")


def test_a_long_list_names_some_rules_and_counts_the_others(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    names = ("deload_days", "stop_pain", "credit_pain", "gap_same", "core_cap", "hard_apart", "week_entries")
    for name in names:
        spec = coach.services.thresholds.spec(name)
        coach.services.thresholds.change(name, spec.high if name != "gap_same" else 2)
        coach.clock.advance(1)
    page = _page(qtbot, theme, words, coach, UserRole.RUNNER)
    child(page, QPushButton, "rules_button").click()
    dialog = child(page, ThresholdDialog)
    child(dialog, QPushButton, "reset_all").click()
    child(dialog, QPushButton, "threshold_save").click()
    sentence = child(child(dialog, ConfirmDialog), QLabel, "confirm_sentence").text()
    assert sentence.count("Rule ") == 6
    assert "And 1 more." in sentence
    child(child(dialog, ConfirmDialog), QPushButton, "confirm_accept").click()
    assert coach.services.thresholds.differences() == ()
    assert "earlier change" in texts(child(page, QWidget, "rules_card"))
