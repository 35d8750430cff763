"""What a therapist sees of safety that a runner does not: causes, and warnings instead of walls."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.intake_form import Reason
from ankle_coach.domain.journal import Role
from ankle_coach.domain.safety import Outcome, RecordedBy, ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.assessment_dialog import AssessmentDialog
from ankle_coach.ui.pages.today_locks import TodayLocks
from ankle_coach.ui.pages.welcome_page import RESULT, WelcomePage, WelcomeServices
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.question_row import QuestionRow
from tests.helpers import builders as make
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child, texts

CAUSE = "For you as a therapist, what it may be:"


def _coach(role: UserRole) -> FakeCoach:
    coach = FakeCoach(settings=MemorySettings(Settings(role=role)))
    if role is UserRole.RUNNER:
        return coach.with_plan()
    people = coach.services.people
    people.add(make.person(id="anna", name="Anna", role=Role.PATIENT, affected=Side.LEFT))
    people.open("anna")
    return coach.with_plan()


@pytest.mark.parametrize("role", UserRole)
def test_what_a_sign_may_mean_is_said_to_a_therapist_only(
    role: UserRole, qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = _coach(role)
    safety = coach.services.safety
    safety.save_screen(Occasion.WEEKLY, {"R08": ScreenAnswer.YES})
    cause = safety.content.screen.of("R08").cause
    assert cause
    locks = TodayLocks(safety, theme, words, ChangeHub())
    qtbot.addWidget(locks)

    locks.show_locks()

    assert (f"{CAUSE} {cause}" in texts(locks)) is (role is UserRole.THERAPIST)
    assert (cause in texts(locks)) is (role is UserRole.THERAPIST)


@pytest.mark.parametrize(
    ("role", "by", "says"),
    [
        (UserRole.RUNNER, RecordedBy.PERSON, "Yes, and I may go on"),
        (UserRole.THERAPIST, RecordedBy.THERAPIST, "Yes, and this person may go on"),
    ],
)
def test_a_record_says_who_made_it(
    role: UserRole, by: RecordedBy, says: str, qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = _coach(role)
    safety = coach.services.safety
    safety.save_screen(Occasion.WEEKLY, {"R08": ScreenAnswer.YES})
    locks = TodayLocks(safety, theme, words, ChangeHub())
    qtbot.addWidget(locks)
    locks.show_locks()
    child(locks, QPushButton, "record_R08").click()
    dialog = child(locks, AssessmentDialog)
    row = child(dialog, QuestionRow)
    assert says in [button.text() for button in row.strip.findChildren(QToolButton)]
    row.strip.set_value(Outcome.CLEARED)
    dialog.accept()

    assert [(a.outcome, a.by) for a in safety.assessments()] == [(Outcome.CLEARED, by)]


@pytest.mark.parametrize("role", UserRole)
def test_answers_that_bar_a_runner_s_plan_warn_a_therapist(
    role: UserRole, qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = _coach(role)
    services = coach.services
    versions = len(services.plans.versions())
    page = WelcomePage(
        WelcomeServices(
            services.intake, services.safety, services.plans, services.measurements, services.journal.today
        ),
        LIBRARY,
        theme,
        words,
        ChangeHub(),
        first_run=False,
    )
    qtbot.addWidget(page)
    page.draft.set_reason(Reason.PREVENT)
    page.draft.update(age=40)
    for question in services.safety.content.screen.question:
        page.draft.answer(question.id, ScreenAnswer.NO)
    page.draft.answer("R08", ScreenAnswer.YES)

    page._go(RESULT)

    accept = child(page, QPushButton, "accept_button")
    if role is UserRole.RUNNER:
        assert accept.isHidden()
        assert "See someone first" in texts(page)
        return
    assert "You decide." in texts(page)
    assert CAUSE in texts(page)
    accept.click()
    assert len(services.plans.versions()) == versions + 1
    assert services.safety.locks().active
