"""The review and the score entry as a person fills them in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ankle_coach.domain.criteria import Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.before_session_dialog import BeforeSessionDialog
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.review_dialog import ReviewDialog
from ankle_coach.ui.dialogs.score_dialog import ScoreDialog
from ankle_coach.ui.models.journal_entries_model import EntryKind, EntryRole
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.review_flow import ReviewFlow
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.journal import journal_services
from tests.helpers.keys import focused
from tests.helpers.today import today_parts
from tests.helpers.widgets import child, label, press, texts, type_text


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


def test_no_score_is_kept_before_points_are_entered_and_zero_is_a_score(
    page: QWidget, theme: Theme, words: Words, coach: FakeCoach, qtbot: QtBot
) -> None:
    flow = ReviewFlow(coach.services.reviews, theme, words, ChangeHub(), page)
    flow.open_score()
    dialog = child(page, ScoreDialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert focused().objectName() == "score_questionnaire"
    assert child(dialog, QComboBox, "score_side").currentData() == coach.services.reviews.affected()
    value = child(dialog, QDoubleSpinBox, "score_value")
    assert value.text() == "not entered"
    press(focused(), Qt.Key.Key_Return)
    assert label(dialog, "score_problem").text() == "Please enter the points."
    assert focused() is value
    assert coach.services.reviews.every_score() == ()
    type_text(focused(), "0")
    press(focused(), Qt.Key.Key_Return)
    (kept,) = coach.services.reviews.every_score()
    assert kept.value == 0


def test_today_offers_the_review_while_it_is_due(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    services, hub = coach.services, ChangeHub()
    page = TodayPage(today_parts(services, "reviews"), theme, words, hub)
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


def _journal(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> JournalPage:
    """The Journal over what was answered, drawn."""
    page = JournalPage(journal_services(coach, whole=True), coach.library, theme, words, ChangeHub())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not page._is_stale)
    return page


def _choose(page: JournalPage, entry_id: str) -> None:
    child(page, QListView, "entries").setCurrentIndex(page._entries.model.index_of(entry_id))


def _rows(page: JournalPage) -> list[tuple[str, str]]:
    model = page._entries.model
    rows = [model.index(number) for number in range(model.rowCount())]
    return [
        (str(row.data()), str(row.data(EntryRole.DETAIL)))
        for row in rows
        if row.data(EntryRole.KIND) != EntryKind.DAY
    ]


def test_reviews_and_scores_are_entries_of_the_journal(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    coach.services.reviews.save({"rest-pain": 2, "limp": 0, "giving-way": 1})
    coach.clock.advance(60)
    today = coach.services.reviews.today()
    coach.services.reviews.save_score("cait", "total", 22, today, Side.RIGHT)
    page = _journal(qtbot, theme, words, coach)
    assert _rows(page) == [
        ("Score: CAIT · Right", "Total: 22 points"),
        ("Weekly review", "Pain at rest 2 · Limp No · Giving way 1"),
    ]
    tip = page._entries.model.index(2).data(Qt.ItemDataRole.ToolTipRole)
    assert str(tip).endswith("Pain at rest 2\nLimp No\nGiving way 1")
    page.hide()


def test_a_review_is_corrected_from_the_journal(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    reviews = coach.services.reviews
    reviews.save({"rest-pain": 2, "limp": 1, "giving-way": 1, "global-change": -1})
    reviews.save_activities({"Stairs": 5})
    page = _journal(qtbot, theme, words, coach)
    (review,) = reviews.reviews()
    _choose(page, review.id)
    child(page, QPushButton, "entry_edit").click()
    dialog = child(page, ReviewDialog)
    assert child(dialog, PainScale, "review_rest-pain").value == 2
    assert child(dialog, SegmentedControl, "review_limp").current == "1"
    assert child(dialog, QSpinBox, "review_global-change").value() == -1
    assert child(dialog, QLineEdit, "activity_0").text() == "Stairs"
    assert child(dialog, PainScale, "activity_scale_0").value == 5
    child(dialog, PainScale, "review_rest-pain").set_value(4)
    child(dialog, SegmentedControl, "review_limp").set_current("")
    child(dialog, QPushButton, "entry_save").click()
    (corrected,) = reviews.reviews()
    assert (corrected.value("rest-pain"), corrected.value("limp")) == (4, None)
    assert (corrected.value("global-change"), corrected.value("my-activities")) == (-1, 5)
    page.hide()


def test_a_review_is_deleted_only_after_the_question(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    reviews = coach.services.reviews
    reviews.save({"rest-pain": 2})
    page = _journal(qtbot, theme, words, coach)
    _choose(page, reviews.reviews()[0].id)
    child(page, QPushButton, "entry_remove").click()
    assert reviews.reviews()
    child(child(page, ConfirmDialog), QPushButton, "confirm_accept").click()
    assert reviews.reviews() == ()
    page.hide()


def test_a_score_is_corrected_and_deleted_from_its_form(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    reviews = coach.services.reviews
    reviews.save_score("cait", "total", 22, reviews.today(), Side.LEFT)
    page = _journal(qtbot, theme, words, coach)
    (entry,) = reviews.every_score()
    _choose(page, entry.id)
    child(page, QPushButton, "entry_edit").click()
    dialog = child(page, ScoreDialog)
    assert tuple(dialog.choice) == ("cait", "total", 22, reviews.today(), Side.LEFT)
    child(dialog, QDoubleSpinBox, "score_value").setValue(25)
    child(dialog, QPushButton, "entry_save").click()
    (corrected,) = reviews.every_score()
    assert corrected.value == 25
    qtbot.waitUntil(lambda: not page._is_stale)
    _choose(page, entry.id)
    child(page, QPushButton, "entry_edit").click()
    form = page._dialog
    assert form is not None
    child(form, QPushButton, "entry_delete").click()
    child(form, QPushButton, "confirm_accept").click()
    assert reviews.every_score() == ()
    page.hide()


def test_the_weekly_review_asks_what_only_an_answer_can_tell_of_the_phase(
    page: QWidget, theme: Theme, words: Words
) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("peroneal"), "p3", Side.RIGHT))
    flow = ReviewFlow(coach.services.reviews, theme, words, ChangeHub(), page)
    flow.open_review()
    dialog = child(page, ReviewDialog)
    child(dialog, SegmentedControl, "review_band-ev-feels-equal").set_current("1")
    child(dialog, QPushButton, "entry_save").click()
    proposal = coach.services.phases.proposal()
    assert proposal is not None
    met = {r.criterion.id for r in proposal.exit.criteria if r.status is Status.MET}
    assert met == {"band-ev-feels-equal"}
