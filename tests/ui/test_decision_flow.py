"""From Today and the Journal to the full reasoning, and to an override that names the rule."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.words import Words
from ankle_coach.services.present import present_day
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.decision_flow import DecisionFlow
from ankle_coach.ui.models.decision_log_model import Column, DecisionLogModel
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import Section
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.decision_log_card import DecisionLogCard
from tests.helpers.coach import FakeCoach
from tests.helpers.journal import journal_services
from tests.helpers.today import today_parts
from tests.helpers.widgets import child, press, texts


@pytest.fixture
def coach() -> FakeCoach:
    """Eight weeks of sample data."""
    coach = FakeCoach()
    day = present_day(coach.clock, coach.settings)
    sample_journal(coach.journal, coach.library, day, coach.clock.offset())
    return coach


def _advance(coach: FakeCoach) -> Decision:
    return next(d for d in coach.services.coach.decisions() if d.outcome is Outcome.ADVANCE)


def _flow(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> tuple[QWidget, DecisionFlow]:
    page = QWidget()
    qtbot.addWidget(page)
    return page, DecisionFlow(coach.services.coach, coach.library, theme, words, ChangeHub(), page)


def test_today_says_what_changed_with_rule_and_opens_the_reasoning(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    services = coach.services
    page = TodayPage(today_parts(services, "settings", "coach"), theme, words, ChangeHub())
    qtbot.addWidget(page)
    card = child(page, QWidget, "changes_card")
    qtbot.waitUntil(lambda: not card.isHidden())
    told = texts(card)
    assert "Same again" in told
    assert "Rule 3.3-6" in told
    child(card, QPushButton, "full_reasoning").click()
    dialog = child(page, QDialog, "decision_dialog")
    assert "Credits: " in texts(dialog)
    with qtbot.waitSignal(page.log_requested):
        child(card, QPushButton, "all_decisions").click()
    dialog.reject()


def test_today_without_a_decision_has_no_card(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan()
    services = coach.services
    page = TodayPage(today_parts(services, "settings", "coach"), theme, words, ChangeHub())
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.findChild(QWidget, "changes") is not None)
    assert child(page, QWidget, "changes_card").isHidden()


def test_the_reasoning_has_rule_values_alternative_and_what_came_before(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page, flow = _flow(qtbot, theme, words, coach)
    flow.open(_advance(coach))
    dialog = child(page, QDialog, "decision_dialog")
    told = texts(dialog)
    assert "Step forward" in told
    assert "Credits: " in told
    assert "What was decided before" in told
    assert "Rule 3.3-8" in told
    dialog.reject()


def test_an_override_asks_for_a_confirmation_that_names_the_rule_and_is_recorded(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page, flow = _flow(qtbot, theme, words, coach)
    decision = coach.services.coach.decisions()[0]
    flow.open(decision)
    child(child(page, QDialog, "decision_dialog"), QPushButton, "override_button").click()
    dialog = child(page, QDialog, "override_dialog")
    accept, confirmed = (
        child(dialog, QPushButton, "override_accept"),
        child(dialog, QCheckBox, "override_confirmed"),
    )
    assert not accept.isEnabled()
    assert decision.rule in confirmed.text()
    confirmed.setChecked(True)
    levels = child(dialog, QComboBox, "override_level")
    levels.setCurrentIndex(0)
    child(dialog, QLineEdit, "override_note").setText("My physio said so.")
    accept.click()
    latest = coach.services.coach.decisions()[0]
    assert latest.outcome is Outcome.OVERRIDE
    assert latest.value("rule") == decision.rule
    assert latest.level == levels.itemData(0)


def test_safety_cannot_be_decided_otherwise(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    page, flow = _flow(qtbot, theme, words, coach)
    stop = next(d for d in coach.services.coach.decisions() if d.outcome is Outcome.STOP_EXERCISE)
    flow.open(stop)
    dialog = child(page, QDialog, "decision_dialog")
    assert child(dialog, QPushButton, "override_button").isHidden()
    dialog.reject()


def test_the_log_lists_all_and_filters_by_exercise(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    card = DecisionLogCard(theme, words, coach.library)
    qtbot.addWidget(card)
    decisions = coach.services.coach.decisions()
    card.show_decisions(decisions)
    assert card.model.rowCount() == len(decisions)
    card.filter.setCurrentIndex(card.filter.findData("str-band-inv"))
    names = {card.model.index(row, Column.EXERCISE).data() for row in range(card.model.rowCount())}
    assert names == {"Band turn-in (inversion)"}
    card.show_decisions(decisions)
    assert card.model.rowCount() < len(decisions)  # the filter stays
    listed = child(card, QTreeView, "decision_log")
    listed.setCurrentIndex(card.model.index(0, 0))
    with qtbot.waitSignal(card.reasoning_requested) as asked:
        press(listed, Qt.Key.Key_Return)
    assert asked.args == [card.model.decision(card.model.index(0, 0))]


def test_revised_rows_are_marked(theme: Theme, words: Words, coach: FakeCoach) -> None:
    decision = _advance(coach)
    fields: dict[str, Any] = {
        "day": decision.day,
        "rule": "3.3-5",
        "prescription": "p",
        "exercise": "str-band-inv",
    }
    model = DecisionLogModel(coach.library, theme, words)
    model.set_decisions(
        [
            Decision(outcome=Outcome.REVISED, values=(("from", "hold"), ("to", "step_back")), **fields),
            Decision(outcome=Outcome.STEP_BACK, entered_on=decision.day, **fields),
            Decision(outcome=Outcome.STEP_BACK, **fields),
        ]
    )
    told = [model.index(row, Column.OUTCOME).data() for row in range(3)]
    assert told == ["Revised, now: Step back", "Step back (revised)", "Step back"]


def test_the_journal_shows_the_log(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> None:
    page = JournalPage(journal_services(coach, whole=True), coach.library, theme, words, ChangeHub())
    qtbot.addWidget(page)
    page.show()
    page.show_log()
    qtbot.waitUntil(lambda: page.findChild(QWidget, "decision_log_card") is not None)
    card = child(page, QWidget, "decision_log_card")
    assert page.section is Section.DECISIONS
    assert card.isVisible()
    qtbot.waitUntil(lambda: "decisions" in texts(card))
