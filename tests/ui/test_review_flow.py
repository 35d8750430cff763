"""The review and the score entry as a person fills them in."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.before_session_dialog import BeforeSessionDialog
from ankle_coach.ui.dialogs.review_dialog import ReviewDialog
from ankle_coach.ui.dialogs.score_dialog import ScoreDialog
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.review_flow import ReviewFlow
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, label, texts


@pytest.fixture
def coach() -> FakeCoach:
    """A coach with a plan."""
    return FakeCoach().with_plan()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page to stand over."""
    page = QWidget()
    qtbot.addWidget(page)
    return page


def test_a_review_keeps_what_was_answered(
    page: QWidget, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    flow = ReviewFlow(coach.services.reviews, theme, words, ChangeHub(), page)
    flow.open_review()
    dialog = child(page, ReviewDialog)
    child(dialog, PainScale, "review_rest-pain").set_value(0)
    child(dialog, SegmentedControl, "review_limp").set_current("1")
    child(dialog, QSpinBox, "review_global-change").setValue(-2)
    child(dialog, QLineEdit, "activity_0").setText("Stairs")
    child(dialog, PainScale, "activity_scale_0").set_value(6)
    child(dialog, QPushButton, "entry_save").click()
    kept = {known.measure: known.whole for known in coach.services.measurements.history()}
    assert kept == {"rest-pain": 0, "limp": 1, "global-change": -2, "my-activities": 6}
    assert coach.services.reviews.activities() == ("Stairs",)


def test_only_what_is_due_is_asked(page: QWidget, theme: Theme, words: Words, coach: FakeCoach) -> None:
    coach.services.reviews.save({"global-change": 1})
    flow = ReviewFlow(coach.services.reviews, theme, words, ChangeHub(), page)
    flow.open_review()
    dialog = child(page, ReviewDialog)
    assert dialog.findChild(QSpinBox, "review_global-change") is None
    child(dialog, PainScale, "review_confidence")
    dialog.reject()


def test_a_score_shows_its_change_lines_and_no_item(
    page: QWidget, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    flow = ReviewFlow(coach.services.reviews, theme, words, ChangeHub(), page)
    flow.open_score()
    dialog = child(page, ScoreDialog)
    which = child(dialog, QComboBox, "score_questionnaire")
    which.setCurrentIndex(which.findData("cait"))
    assert "Minimal detectable change: 3.08 points" in label(dialog, "score_lines").text()
    side = child(dialog, QComboBox, "score_side")
    side.setCurrentIndex(side.findData("right"))
    child(dialog, QDoubleSpinBox, "score_value").setValue(21)
    child(dialog, QPushButton, "entry_save").click()
    (kept,) = coach.services.reviews.scores("cait", "total", Side.RIGHT)
    assert kept.value == 21


def test_today_offers_the_review_while_it_is_due(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    services, hub = coach.services, ChangeHub()
    page = TodayPage(
        services.today, services.check_ins, coach.library, theme, words, hub, reviews=services.reviews
    )
    qtbot.addWidget(page)
    card = child(page, QWidget, "review_card")
    qtbot.waitUntil(lambda: not card.isHidden())
    assert "Weekly review" in texts(card)
    hub.publish(services.reviews.save({"confidence": 5, "global-change": 0}))
    qtbot.waitUntil(card.isHidden)


def test_before_a_session_both_questions_can_be_left_out(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = BeforeSessionDialog(theme, words)
    qtbot.addWidget(dialog)
    assert (str(dialog.pain), str(dialog.swelling)) == ("missing", "missing")
    child(dialog, PainScale, "before_pain").set_value(0)
    child(dialog, SegmentedControl, "before_swelling").set_current("0")
    assert (dialog.pain, dialog.swelling) == (0, 0)
    dialog.reject()
