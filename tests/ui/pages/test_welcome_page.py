"""The first run by keyboard and by mouse: nothing is kept before the plan is accepted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.intake import Onset, WalkPain
from ankle_coach.domain.intake_form import Reason
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.welcome_page import (
    ABOUT,
    RESULT,
    SAFETY,
    STORY,
    WHERE,
    WHO,
    WelcomePage,
    WelcomeServices,
)
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.foot_map import FootMap
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, press, texts

GROUPS = ("now", "joint", "course", "person")


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach()


def _page(
    qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach, *, first_run: bool = True
) -> WelcomePage:
    services = coach.services
    page = WelcomePage(
        WelcomeServices(
            services.intake, services.safety, services.plans, services.measurements, services.journal.today
        ),
        coach.library,
        theme,
        words,
        ChangeHub(),
        first_run=first_run,
    )
    qtbot.addWidget(page)
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> WelcomePage:
    return _page(qtbot, theme, words, coach)


def _press(page: QWidget, name: str) -> None:
    press(child(page, QPushButton, name), Qt.Key.Key_Space)


def _no_to_all(page: WelcomePage) -> None:
    for group in GROUPS:
        _press(page, f"no_to_{group}")


def _to_safety(page: WelcomePage, reason: Reason = Reason.PREVENT) -> None:
    _press(page, "runner_button")
    page.draft.set_reason(reason)
    page.draft.update(age=35)
    while page.place != SAFETY:
        _press(page, "next_button")


def _twisted(page: WelcomePage, coach: FakeCoach) -> None:
    """Answer as somebody who rolled the left ankle today, up to the safety questions."""
    _press(page, "runner_button")
    page.draft.set_reason(Reason.SPOT)
    child(page, FootMap).toggle(FootZone.OUTER_ANKLE)
    page.draft.update(
        affected=Side.LEFT,
        onset=Onset.TWIST,
        injured_on=coach.services.journal.today(),
        walking=WalkPain.HURTS,
        numb_feet=False,
        intoxicated=False,
        other_injury=False,
        age=35,
    )
    while page.place != SAFETY:
        _press(page, "next_button")
    _no_to_all(page)
    for rule in ("O0", "O1", "O2", "O4", "R26"):
        page.draft.answer(rule, ScreenAnswer.YES if rule == "O0" else ScreenAnswer.NO)
    page.draft.answer("O5-then", ScreenAnswer.YES)


def test_a_healthy_runner_reaches_strength_with_a_dozen_keys(
    qtbot: QtBot, page: WelcomePage, coach: FakeCoach
) -> None:
    _press(page, "runner_button")
    strip = child(page, AnswerStrip, "reason")
    press(child(strip, QWidget, "answer_prevent"), Qt.Key.Key_Space)
    _press(page, "next_button")
    assert page.place == ABOUT
    page.draft.update(age=35)
    _press(page, "next_button")
    _no_to_all(page)
    _press(page, "next_button")
    assert page.place == RESULT
    assert "Nothing hurts, and you want to keep it that way." in texts(page)
    assert coach.services.plans.versions() == ()
    assert coach.services.people.current() is None
    with qtbot.waitSignal(page.accepted):
        _press(page, "accept_button")
    plan = coach.services.plans.current()
    assert plan is not None
    assert (plan.program, plan.phase) == ("general", "p3")
    kept = coach.services.intake.current()
    assert kept is not None
    assert kept.age == 35


def test_an_open_question_is_no_good_news(page: WelcomePage, coach: FakeCoach) -> None:
    _to_safety(page)
    assert all(strip.value is None for strip in page.findChildren(AnswerStrip) if strip.objectName() == "R08")
    _press(page, "next_button")
    assert page.place == SAFETY
    assert "Some safety questions are open" in texts(page)
    _no_to_all(page)
    child(page, AnswerStrip, "R08").set_value(None)
    _press(page, "next_button")
    assert page.place == SAFETY


def test_letters_answer_and_go_on(qtbot: QtBot, page: WelcomePage) -> None:
    page.show()
    _to_safety(page)
    first, second = (child(page, AnswerStrip, rule) for rule in ("R01", "R02"))
    press(child(first, QWidget, "answer_yes"), Qt.Key.Key_N)
    assert first.value == "no"
    assert second.isAncestorOf(page.focusWidget())
    press(page.focusWidget(), Qt.Key.Key_U)
    assert second.value == "unsure"


def test_the_last_letter_leads_to_next_but_not_past_a_question_that_is_open(
    qtbot: QtBot, page: WelcomePage
) -> None:
    with qtbot.waitActive(page):
        page.show()
    _to_safety(page)
    first = child(page, AnswerStrip, "R01")
    press(page.focusWidget(), Qt.Key.Key_N)
    first.set_value(None)
    while not first.isAncestorOf(page.focusWidget()):
        press(page.focusWidget(), Qt.Key.Key_N)
        assert isinstance(page.focusWidget(), QToolButton), "never at a button that leads away"

    press(page.focusWidget(), Qt.Key.Key_N)
    while isinstance(page.focusWidget(), QToolButton):
        press(page.focusWidget(), Qt.Key.Key_N)
    assert page.focusWidget() is child(page, QPushButton, "next_button")
    press(page.focusWidget(), Qt.Key.Key_Space)
    assert page.place == RESULT


def test_a_twist_leads_to_the_sprain_program_and_says_why(page: WelcomePage, coach: FakeCoach) -> None:
    _twisted(page, coach)
    _press(page, "next_button")
    assert page.place == RESULT
    told = texts(page)
    assert "You twisted or knocked it, and it hurts at the outer ankle." in told
    assert "the injury is fresh" in told
    _press(page, "accept_button")
    plan = coach.services.plans.current()
    assert plan is not None
    assert (plan.program, plan.phase, plan.affected) == ("lateral-sprain", "p1", Side.LEFT)


def test_a_sore_bone_leads_to_who_to_see_and_to_no_plan(page: WelcomePage, coach: FakeCoach) -> None:
    _twisted(page, coach)
    page.draft.answer("O1", ScreenAnswer.YES)
    _press(page, "next_button")
    told = texts(page)
    assert page.place == RESULT
    assert "See someone first" in told
    assert "Who to see: An emergency department" in told
    assert child(page, QPushButton, "accept_button").isHidden()
    assert coach.services.people.current() is None
    _press(page, "back_button")
    assert page.place == SAFETY


def test_what_was_said_of_a_sore_bone_can_be_kept_and_locks(
    qtbot: QtBot, page: WelcomePage, coach: FakeCoach
) -> None:
    _twisted(page, coach)
    page.draft.answer("O1", ScreenAnswer.YES)
    _press(page, "next_button")
    with qtbot.waitSignal(page.accepted):
        _press(page, "keep_button")
    assert coach.services.plans.versions() == ()
    assert [lock.rule for lock in coach.services.safety.locks().active] == ["O1"]


def test_unsure_leads_to_the_general_plan_and_the_advice_to_be_seen(page: WelcomePage) -> None:
    _to_safety(page, Reason.UNSURE)
    _no_to_all(page)
    for rule in ("O0", "O5", "O5-then", "R26"):
        if page.findChild(AnswerStrip, rule) is not None:
            page.draft.answer(rule, ScreenAnswer.NO if rule in ("O0", "R26") else ScreenAnswer.YES)
    page.draft.update(onset=Onset.GRADUAL)
    _press(page, "next_button")
    told = texts(page)
    assert "Your plan: General soreness and prevention" in told
    assert "Be seen by a clinician as well." in told


def test_the_foot_must_be_touched_before_it_goes_on(page: WelcomePage) -> None:
    _press(page, "runner_button")
    page.draft.set_reason(Reason.SPOT)
    _press(page, "next_button")
    assert page.place == WHERE
    assert "Touch where it hurts" in texts(page)
    child(page, FootMap).toggle(FootZone.UNDER_HEEL)
    _press(page, "next_button")
    assert page.place == STORY


def test_escape_goes_back_through_every_screen(page: WelcomePage) -> None:
    _to_safety(page, Reason.DULL)
    for screen in (ABOUT, STORY, WHERE, WHO):
        press(page, Qt.Key.Key_Escape)
        assert page.place == screen


@pytest.mark.parametrize(("button", "role"), [("demo_button", "runner"), ("clinic_demo_button", "therapist")])
def test_the_sample_is_asked_for(qtbot: QtBot, page: WelcomePage, button: str, role: str) -> None:
    with qtbot.waitSignal(page.demo_requested) as told:
        _press(page, button)
    assert told.args == [role]


@pytest.mark.parametrize(("button", "action"), [("open_button", "open"), ("restore_button", "restore")])
def test_who_has_a_file_is_led_to_it(qtbot: QtBot, page: WelcomePage, button: str, action: str) -> None:
    with qtbot.waitSignal(page.file_action_requested) as told:
        _press(page, button)
    assert told.args == [action]


def test_answers_are_kept_and_only_the_safety_questions_are_asked_anew(
    qtbot: QtBot, theme: Theme, words: Words, page: WelcomePage, coach: FakeCoach
) -> None:
    _to_safety(page)
    page.draft.update(running_km_week=30.0)
    _no_to_all(page)
    _press(page, "next_button")
    _press(page, "accept_button")
    again = _page(qtbot, theme, words, coach, first_run=False)
    assert again.place == WHERE
    assert again.draft.reason is Reason.PREVENT
    assert (again.draft.answers.age, again.draft.answers.running_km_week) == (35, 30)
    assert "R08" not in again.draft.answers.safety
    with qtbot.waitSignal(again.left):
        _press(again, "back_button")


def test_another_program_can_be_chosen_and_is_the_one_that_is_kept(
    page: WelcomePage, coach: FakeCoach
) -> None:
    _to_safety(page)
    _no_to_all(page)
    _press(page, "next_button")
    child(page, AnswerStrip, "program_choice").set_value("preset-foot-core")
    assert "Your plan: Foot core for runners" in texts(page)
    _press(page, "accept_button")
    plan = coach.services.plans.current()
    assert plan is not None
    assert plan.program == "preset-foot-core"


def test_a_sore_heel_bone_is_never_offered_a_program_below_neutral(page: WelcomePage) -> None:
    _press(page, "runner_button")
    page.draft.set_reason(Reason.SPOT)
    page.draft.set_zones(frozenset({FootZone.ACHILLES_HEEL}))
    page.draft.update(onset=Onset.GRADUAL, age=35)
    while page.place != SAFETY:
        _press(page, "next_button")
    _no_to_all(page)
    _press(page, "next_button")
    assert "Your plan: " in texts(page)
    offered = child(page, AnswerStrip, "program_choice").keys
    assert offered[0] == "achilles-insertional"
    assert not {"achilles-midportion", "preset-alfredson"} & set(offered)


def test_a_program_that_the_answers_do_not_point_to_says_so(page: WelcomePage) -> None:
    _to_safety(page)
    _no_to_all(page)
    _press(page, "next_button")
    child(page, AnswerStrip, "program_choice").set_value("plantar-heel")
    assert "your answers point to General soreness and prevention" in texts(page)


def test_a_newcomer_can_begin_with_the_first_key(page: WelcomePage, qtbot: QtBot) -> None:
    """The window gives the page its focus, which the first button takes."""
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()
    assert child(page, QPushButton, "runner_button").hasFocus()
    therapist = child(page, QPushButton, "therapist_button")
    assert therapist.accessibleName() == "I am a physical therapist: Begin"


def test_letters_answer_the_safety_questions_in_the_order_in_which_they_stand(
    qtbot: QtBot, page: WelcomePage
) -> None:
    page.resize(1366, 700)
    page.show()
    _to_safety(page, Reason.DULL)
    strips = [s for s in child(page, QWidget, "safety_screen").findChildren(AnswerStrip) if s.isVisible()]
    in_view = sorted(strips, key=lambda strip: strip.mapTo(page, strip.rect().topLeft()).y())
    in_view[0].take_focus()
    for strip in in_view:
        assert strip.isAncestorOf(page.focusWidget()), strip.accessibleName()
        press(page.focusWidget(), Qt.Key.Key_N)
    assert all(strip.value == "no" for strip in in_view)


def test_an_open_question_is_brought_into_view(qtbot: QtBot, page: WelcomePage) -> None:
    page.resize(1366, 700)
    page.show()
    _to_safety(page, Reason.DULL)
    _no_to_all(page)
    screen = child(page, ScrollPage, "safety_screen")
    first = min(screen.findChildren(AnswerStrip), key=lambda strip: strip.mapTo(screen, strip.pos()).y())
    first.set_value(None)
    screen.verticalScrollBar().setValue(screen.verticalScrollBar().maximum())
    _press(page, "next_button")
    assert page.place == SAFETY
    assert first.visibleRegion().boundingRect() == first.rect()


def test_enter_on_back_goes_back(page: WelcomePage) -> None:
    page.show()
    _to_safety(page)
    back = child(page, QPushButton, "back_button")
    back.setFocus()
    press(back, Qt.Key.Key_Return)
    assert page.place == SAFETY, "the window presses it, the page must not go on"
