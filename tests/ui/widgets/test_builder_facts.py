"""What holds for the whole plan: shown as it is, changed in one step each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.plan_edit import remove, set_review
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.builder_facts import BuilderFacts
from ankle_coach.ui.widgets.stepper import Stepper
from tests.helpers.building import FOUR, clinic, draft_of, only
from tests.helpers.widgets import child


@pytest.fixture
def draft() -> PlanDraft:
    """Four exercises."""
    return draft_of(clinic(), *FOUR)


@pytest.fixture
def facts(qtbot: QtBot, theme: Theme, words: Words, draft: PlanDraft) -> BuilderFacts:
    """The row of fields."""
    made = BuilderFacts(draft, theme, words)
    qtbot.addWidget(made)
    return made


def affected(draft: PlanDraft) -> Side | None:
    """The affected side of the draft."""
    return draft.plan.affected


def reviewed(draft: PlanDraft) -> date | None:
    """The review day of the draft."""
    return draft.plan.review_on


def test_showing_a_plan_changes_nothing(facts: BuilderFacts, draft: PlanDraft) -> None:
    before = draft.plan
    facts.refresh()
    assert draft.plan is before
    assert child(facts, QComboBox, "affected_side").currentText() == "Right"
    assert child(facts, QLabel, "minutes_a_day").text() == "19 min"
    assert not child(facts, QCheckBox, "has_review").isChecked()


def test_side_and_ceiling(facts: BuilderFacts, draft: PlanDraft) -> None:
    side = child(facts, QComboBox, "affected_side")
    side.setCurrentIndex(side.findData(""))
    side.activated.emit(side.currentIndex())
    assert affected(draft) is None
    side.setCurrentIndex(side.findData(Side.LEFT.value))
    side.activated.emit(side.currentIndex())
    assert affected(draft) is Side.LEFT
    child(facts, Stepper, "plan_ceiling").box.setValue(5)
    assert (draft.plan.pain_ceiling, draft.undo_name) == (5, "pain ceiling 5")


def test_the_review_never_lies_before_the_start(facts: BuilderFacts, draft: PlanDraft) -> None:
    start, review = draft.plan.starts_on, child(facts, QDateEdit, "review_on")
    child(facts, QCheckBox, "has_review").click()
    assert reviewed(draft) == start + timedelta(weeks=4)
    assert review.minimumDate() == QDate(start.year, start.month, start.day)
    later = start + timedelta(weeks=6)
    child(facts, QDateEdit, "starts_on").setDate(QDate(later.year, later.month, later.day))
    assert draft.plan.starts_on == later
    assert reviewed(draft) is None
    assert not child(facts, QCheckBox, "has_review").isChecked()
    draft.undo()
    assert reviewed(draft) == start + timedelta(weeks=4)
    day = start + timedelta(days=10)
    review.setDate(QDate(day.year, day.month, day.day))
    assert reviewed(draft) == day
    draft.do("review", lambda plan: set_review(plan, None))
    assert not review.isEnabled()


def test_the_number_of_warnings_follows_the_plan(facts: BuilderFacts, draft: PlanDraft) -> None:
    button = child(facts, QPushButton, "warnings_button")
    assert (button.text(), button.isEnabled()) == ("No warnings", False)
    calf = {only(draft, "str-calf-bi").id}
    draft.do("remove", lambda plan: remove(plan, calf))
    assert (button.text(), button.isEnabled()) == ("1 warning", True)
    asked: list[object] = []
    facts.warnings_requested.connect(asked.append)
    button.click()
    assert asked == [button]


def test_a_note_opens_is_typed_as_one_step_and_marked(facts: BuilderFacts, draft: PlanDraft) -> None:
    toggle, note = child(facts, QPushButton, "note_toggle"), child(facts, QPlainTextEdit, "plan_note")
    assert note.isHidden()
    toggle.click()
    assert not note.isHidden()
    for text in ("I", "Ic", "Ice"):
        note.setPlainText(text)
    assert (draft.plan.note, toggle.text()) == ("Ice", "Note ✓")
    draft.undo()
    assert (draft.plan.note, note.toPlainText(), toggle.text()) == ("", "", "Note…")
