"""The Plan page: the week and its changes, the criteria, the prescriptions as they stand, the versions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDateEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.pause_dialog import PauseDialog
from ankle_coach.ui.dialogs.review_dialog import ReviewDialog
from ankle_coach.ui.dialogs.skip_dialog import SkipDialog
from ankle_coach.ui.pages.plan_page import PlanPage
from ankle_coach.ui.qt_dates import qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.phase_card import PhaseCard
from tests.helpers.coach import FakeCoach
from tests.helpers.plan_pages import plan_page
from tests.helpers.widgets import child, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
MONDAY, TUESDAY = "2026-03-02", "2026-03-03"


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach().with_plan("p3")


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> PlanPage:
    page = plan_page(coach, theme, words)
    qtbot.addWidget(page)
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> PlanPage:
    return _page(qtbot, theme, words, coach)


def _choose(page: PlanPage, text: str) -> None:
    """Choose from the menu that is open."""
    assert page.menu is not None
    actions: list[QAction] = [action for action in page.menu.actions() if text in action.text()]
    assert actions, [action.text() for action in page.menu.actions()]
    actions[0].trigger()
    page.menu.close()


def _day(page: PlanPage, day: str) -> str:
    return texts(child(page, QWidget, f"day_{day}"))


def test_the_week_marks_today_and_tells_planned_and_rest(page: PlanPage) -> None:
    assert len([w for w in page.findChildren(QWidget) if w.objectName().startswith("day_2026")]) == 7
    assert "Today" in _day(page, MONDAY)
    assert "Strength A" in _day(page, MONDAY)
    assert "○ planned" in _day(page, MONDAY)
    assert "Rest" in _day(page, "2026-03-08")


def test_a_session_can_be_moved_and_moved_back(page: PlanPage, coach: FakeCoach) -> None:
    child(page, QPushButton, f"plan_strength-a_{MONDAY}").click()
    _choose(page, "Move to Tuesday")
    assert "→ moved to Tuesday" in _day(page, MONDAY)
    assert "○ moved from Monday" in _day(page, TUESDAY)
    child(page, QPushButton, f"plan_strength-a_{MONDAY}").click()
    _choose(page, "Move it back here")
    assert "○ planned" in _day(page, MONDAY)


def test_a_session_is_left_out_with_its_reason(page: PlanPage, coach: FakeCoach) -> None:
    child(page, QPushButton, f"plan_strength-a_{MONDAY}").click()
    _choose(page, "Leave it out")
    dialog = child(page, SkipDialog)
    save = child(dialog, QPushButton, "entry_save")
    assert not save.isEnabled()
    child(dialog, AnswerStrip, "excused").set_value("excused")
    save.click()
    assert "left out" in _day(page, MONDAY)
    week = coach.services.schedule.week(coach.services.journal.today())
    skip = next(s.skip for s in week[0].sessions if s.skip is not None)
    assert skip.excused


def test_the_plan_pauses_and_goes_on(page: PlanPage) -> None:
    button = child(page, QPushButton, "pause_button")
    button.click()
    dialog = child(page, PauseDialog)
    child(dialog, AnswerStrip, "kind").set_value("travel")
    child(dialog, QPushButton, "entry_save").click()
    assert "Pause" in _day(page, MONDAY)
    assert button.text() == "End the pause"
    button.click()
    assert button.text().startswith("Pause the plan")


def _ask_pause(page: PlanPage, first: date, last: date) -> None:
    """Enter a holiday."""
    child(page, QPushButton, "pause_button").click()
    dialog = child(page, PauseDialog)
    child(dialog, AnswerStrip, "kind").set_value("travel")
    child(dialog, QDateEdit, "pause_first").setDate(qt_date(first))
    child(dialog, QDateEdit, "pause_last").setDate(qt_date(last))
    child(dialog, QPushButton, "entry_save").click()


def test_a_holiday_is_entered_ahead_changed_and_taken_back(page: PlanPage, coach: FakeCoach) -> None:
    _ask_pause(page, date(2026, 3, 6), date(2026, 3, 15))
    listed = child(page, QWidget, "plan_pauses")
    assert texts(listed) == "Holiday or travel from Friday, March 6 to Sunday, March 15"
    assert "Pause" not in _day(page, MONDAY)
    assert "Pause" in _day(page, "2026-03-06")
    assert child(page, QPushButton, "pause_button").text().startswith("Pause the plan")

    child(page, QPushButton, "change_pause_0").click()
    dialog = page.findChildren(PauseDialog)[-1]
    child(dialog, QDateEdit, "pause_first").setDate(qt_date(date(2026, 3, 7)))
    child(dialog, QPushButton, "entry_save").click()
    assert texts(listed) == "Holiday or travel from Saturday, March 7 to Monday, March 16"
    assert "Pause" not in _day(page, "2026-03-06")

    child(page, QPushButton, "take_back_pause_0").click()
    assert coach.services.schedule.pauses() == ()
    assert listed.isHidden()
    assert "Pause" not in _day(page, "2026-03-07")


def test_a_holiday_that_goes_on_is_ended_or_gets_another_last_day(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    schedule, today = coach.services.schedule, coach.services.journal.today()
    schedule.pause(PauseKind.TRAVEL, today, today + timedelta(days=5))
    coach.clock.advance(2 * 24 * 3600)
    page = _page(qtbot, theme, words, coach)
    assert texts(child(page, QWidget, "plan_pauses")) == "Holiday or travel until Saturday, March 7"
    assert page.findChild(QPushButton, "take_back_pause_0") is None
    child(page, QPushButton, "pause_button").click()
    assert schedule.pauses() == ()
    assert "Pause" in _day(page, TUESDAY)
    assert "Pause" not in _day(page, "2026-03-04")


def test_criteria_are_met_unmet_by_how_much_or_not_measured(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    told = texts(child(_page(qtbot, theme, words, coach), QWidget, "phase_card"))
    assert "not measured yet" in told
    assert "days to go" in told
    measurements = coach.services.measurements
    blank = measurements.new("single-leg-raise-count")
    measurements.save(
        Measurement(id=blank.id, measure=blank.measure, entered=blank.entered, left=20, right=15)
    )
    told = texts(child(_page(qtbot, theme, words, coach), QWidget, "phase_card"))
    assert "not yet: 75 %, 15 % away" in told


def test_prescriptions_show_their_figure_level_and_dose(page: PlanPage) -> None:
    row = child(page, QWidget, "prescription_strength-a.str-calf-bi")
    assert "Two-leg calf raise" in texts(row)
    assert "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s" in texts(row)
    assert child(row, FigureView).exercise == "str-calf-bi"


def test_an_exercise_is_swapped_as_a_new_version_with_a_readable_difference(
    page: PlanPage, coach: FakeCoach
) -> None:
    child(page, QPushButton, "change_strength-a.str-calf-bi").click()
    _choose(page, "Harder")
    child(child(page, ConfirmDialog), QPushButton, "confirm_accept").click()
    assert [plan.version for plan in coach.services.plans.versions()] == [1, 2]
    told = texts(child(page, QWidget, "versions_card"))
    assert "Version 2" in told
    assert "The plan was edited" in told
    assert "Two-leg calf raise: " in told
    assert " became " in told


def test_the_first_version_says_what_it_began_with(page: PlanPage) -> None:
    told = texts(child(page, QWidget, "versions_card"))
    assert "Version 1 · from Mar 2 · A program was chosen" in told
    assert "The first version: " in told


def test_what_cannot_be_done_is_said(page: PlanPage, coach: FakeCoach) -> None:
    child(page, QPushButton, f"plan_strength-a_{MONDAY}").click()
    _choose(page, "Move to Wednesday")
    assert "once a day" in texts(child(page, QWidget, "problem"))


def test_without_a_plan_the_questions_are_offered(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, FakeCoach())
    assert "There is no plan yet." in texts(page)
    with qtbot.waitSignal(page.intake_requested):
        child(page, QPushButton, "empty_action").click()


def test_what_nothing_fits_instead_of_has_no_button(page: PlanPage) -> None:
    assert not child(page, QPushButton, "change_strength-a.str-calf-bi").isHidden()
    assert child(page, QPushButton, "change_ice.rec-ice").isHidden()


def test_what_the_phase_asks_is_answered_on_the_page_and_meets_the_criterion(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p1", Side.RIGHT))
    page = _page(qtbot, theme, words, coach)
    assert "not measured yet" in texts(child(page, PhaseCard))
    child(page, QPushButton, "phase_answers_button").click()
    dialog = child(page, ReviewDialog)
    child(dialog, PainScale, "review_walk-5-min-pain").set_value(2)
    child(dialog, QPushButton, "entry_save").click()
    assert "met: 2" in texts(child(page, PhaseCard))


def test_a_phase_that_asks_nothing_has_no_button_for_answers(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    page = _page(qtbot, theme, words, FakeCoach().with_plan("p3"))
    assert page.findChild(QPushButton, "phase_answers_button") is None


def test_a_plan_without_a_program_says_its_version(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach
) -> None:
    plan = coach.services.plans.versions()[-1]
    own = replace(plan, name="Calf plan", program="", phase="", version=plan.version + 1)
    coach.journal.save_plan(coach.services.people.required().id, own)
    page = _page(qtbot, theme, words, FakeCoach(journal=coach.journal, settings=coach.settings))
    assert page.title == "Calf plan"
    assert "Version 2" in texts(page)
