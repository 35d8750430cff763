"""Locks on Today: what is locked and why, over restarts, until somebody records what happened."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import ExerciseAnswer
from ankle_coach.domain.safety import Finding, Flag, ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.assessment_dialog import AssessmentDialog
from ankle_coach.ui.dialogs.screen_dialog import ScreenDialog
from ankle_coach.ui.pages.today_locks import TodayLocks
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.referral_card import ReferralCard
from tests.helpers.builders import moment
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story
from tests.helpers.today import today_parts
from tests.helpers.widgets import child, click, press, texts

DAY = 24 * 3600


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> TodayPage:
    services = coach.services
    page = TodayPage(today_parts(services, "settings", "coach", "safety"), theme, words, ChangeHub())
    qtbot.addWidget(page)
    return page


def _locked() -> FakeCoach:
    coach = FakeCoach().with_plan("p3")
    coach.services.safety.save_screen(Occasion.WEEKLY, {"R05": ScreenAnswer.YES})
    return coach


def test_what_an_exercise_waits_for_is_said(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("achilles-midportion"), "p2", Side.RIGHT))
    part = TodayLocks(coach.services.safety, theme, words, ChangeHub(), coach.services.coach)
    qtbot.addWidget(part)
    part.show_locks(coach.services.coach.todays_sessions())
    told = texts(child(part, QWidget, "waits_ply-rebound"))
    assert "3 sets of 15 single-leg calf raises with pain of 2 or less" in told
    coach.services.reviews.save({"single-leg-raise-3x15-pain": 1})
    part.show_locks(coach.services.coach.todays_sessions())
    assert part.findChild(QWidget, "waits_ply-rebound") is None


def test_a_lock_says_what_why_who_and_meanwhile(qtbot: QtBot, theme: Theme, words: Words) -> None:
    told = texts(_page(qtbot, theme, words, _locked()))
    assert "Emergency: get help now" in told
    assert "Is the foot cold, white or blue?" in told
    assert "Locked until you record what happened: all exercises" in told
    assert "Who to see: " in told
    assert "Meanwhile: " in told
    assert "Held back today: Strength A." in told


def test_locked_sessions_have_no_start(qtbot: QtBot, theme: Theme, words: Words) -> None:
    free = _page(qtbot, theme, words, FakeCoach().with_plan("p3"))
    assert free.findChild(QPushButton, "start_strength-a") is not None
    locked = _page(qtbot, theme, words, _locked())
    assert locked.findChild(QPushButton, "start_strength-a") is None
    assert "What is planned today is held back\nStrength A" in texts(locked)
    assert locked.findChild(QWidget, "stop_screen") is None


def test_recording_that_it_was_cleared_ends_the_lock(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = _locked()
    page = _page(qtbot, theme, words, coach)
    child(page, QPushButton, "record_R05").click()
    dialog = child(page, AssessmentDialog)
    save = child(dialog, QPushButton, "entry_save")
    assert not save.isEnabled()
    child(dialog, AnswerStrip, "outcome").set_value("cleared")
    child(dialog, QLineEdit, "note").setText("Dr. Lee, today")
    save.click()
    assert coach.services.safety.locks().active == ()
    assert coach.services.safety.assessments()[0].note == "Dr. Lee, today"
    assert page.findChild(QPushButton, "record_R05") is None
    coach.clock.advance(2 * DAY)
    later = _page(qtbot, theme, words, coach)
    assert later.findChild(QPushButton, "start_strength-a") is not None


def test_recording_shows_all_that_it_says(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.safety.save_screen(Occasion.WEEKLY, {"R12": ScreenAnswer.YES})
    page = _page(qtbot, theme, words, coach)
    page.show()
    child(page, QPushButton, "record_R12").click()
    dialog = child(page, AssessmentDialog)
    assert "A new program can begin only once a therapist has recorded it." in texts(dialog)
    assert child(dialog, QScrollArea).verticalScrollBar().maximum() == 0


def test_seen_but_not_cleared_stays_locked(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = _locked()
    page = _page(qtbot, theme, words, coach)
    child(page, QPushButton, "record_R05").click()
    dialog = child(page, AssessmentDialog)
    child(dialog, AnswerStrip, "outcome").set_value("not-cleared")
    child(dialog, QPushButton, "entry_save").click()
    assert len(coach.services.safety.locks().active) == 1
    assert page.findChild(QPushButton, "record_R05") is not None
    assert "Emergency: get help now" in texts(page)


def test_the_weekly_questions_are_offered_after_a_week_and_not_before(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    assert _page(qtbot, theme, words, coach).findChild(QWidget, "weekly_screen") is None
    coach.clock.advance(7 * DAY)
    page = _page(qtbot, theme, words, coach)
    child(child(page, QWidget, "weekly_screen"), QPushButton, "banner_action").click()
    dialog = child(page, ScreenDialog)
    assert dialog.answers == {}
    for group in ("now", "joint", "course", "person"):
        press(child(dialog, QPushButton, f"no_to_{group}"), Qt.Key.Key_Space)
    assert "All are answered." in texts(dialog)
    child(dialog, QPushButton, "entry_save").click()
    assert page.findChild(QWidget, "weekly_screen") is None or "That does not rule out" in texts(page)
    assert not coach.services.safety.is_screen_due()
    assert "That does not rule out an injury" in texts(page)


def test_after_more_than_four_weeks_away_the_first_questions_come_again(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    story = Story()
    story.services.intake.save(story.answers(Intake(affected=Side.RIGHT)))
    story.coach.with_plan("p3")
    story.live(6)
    page = _page(qtbot, theme, words, story.coach)
    assert page.findChild(Banner, "intake_again") is None, "nobody was away"

    story.coach.clock.advance(40 * DAY)
    page = _page(qtbot, theme, words, story.coach)
    banner = child(page, Banner, "intake_again")
    assert "away for more than four weeks" in texts(banner)
    with qtbot.waitSignal(page.plan_requested):
        click(child(banner, QPushButton))

    story.services.intake.save(story.answers(Intake(affected=Side.RIGHT)))
    assert _page(qtbot, theme, words, story.coach).findChild(Banner, "intake_again") is None


def test_a_short_break_asks_no_first_questions_even_where_nobody_was_ever_asked(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(6)
    story.coach.clock.advance(10 * DAY)
    assert story.services.coach.gap_ahead() is not None

    assert _page(qtbot, theme, words, story.coach).findChild(Banner, "intake_again") is None


def test_an_open_weekly_question_keeps_the_screen_due(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(7 * DAY)
    page = _page(qtbot, theme, words, coach)
    child(child(page, QWidget, "weekly_screen"), QPushButton, "banner_action").click()
    child(child(page, ScreenDialog), QPushButton, "entry_save").click()
    assert coach.services.safety.is_screen_due()
    assert "Some questions have no answer yet." in texts(page)


def test_a_session_that_ended_for_pain_asks_the_safety_questions(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.coach.before_session(9, 0)
    page = _page(qtbot, theme, words, coach)
    child(child(page, QWidget, "stop_screen"), QPushButton, "banner_action").click()
    dialog = child(page, ScreenDialog)
    child(dialog, AnswerStrip, "R08").set_value("yes")
    child(dialog, QPushButton, "entry_save").click()
    assert page.findChild(QWidget, "stop_screen") is None
    assert [lock.rule for lock in coach.services.safety.locks().active] == ["R08"]
    assert "Emergency: get help now" in texts(page)


def _stopped_for_pain(coach: FakeCoach) -> None:
    """Finish Strength A of today with "too painful" at its first exercise."""
    services = coach.services
    progress = services.sessions.start("strength-a")
    record, _ = services.sessions.finish(progress)
    told = ExerciseAnswer(
        prescription="strength-a.str-calf-bi", exercise="str-calf-bi", side=Side.BOTH, too_painful=True
    )
    coach.journal.save_session(services.people.required().id, replace(record, answers=(told,)))


def test_a_stop_for_pain_asks_for_its_sign_and_sharp_pain_for_the_screen(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    _stopped_for_pain(coach)
    page = _page(qtbot, theme, words, coach)
    card = child(page, QWidget, "sign_strength-a.str-calf-bi")
    assert page.findChild(QWidget, "stop_screen") is None
    child(card, AnswerStrip, "sign").set_value("sharp-pain")
    assert page.findChild(QWidget, "sign_strength-a.str-calf-bi") is None
    assert page.findChild(QWidget, "stop_screen") is not None


def test_a_stop_without_a_sign_asks_nothing_more(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    _stopped_for_pain(coach)
    page = _page(qtbot, theme, words, coach)
    child(child(page, QWidget, "sign_strength-a.str-calf-bi"), AnswerStrip, "sign").set_value("none")
    assert page.findChild(QWidget, "sign_strength-a.str-calf-bi") is None
    assert page.findChild(QWidget, "stop_screen") is None


def test_the_last_letter_of_the_weekly_questions_leads_to_save(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(7 * DAY)
    page = _page(qtbot, theme, words, coach)
    with qtbot.waitActive(page):
        page.show()
    child(child(page, QWidget, "weekly_screen"), QPushButton, "banner_action").click()
    dialog = child(page, ScreenDialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    for _ in range(60):
        if isinstance(dialog.focusWidget(), QToolButton):
            press(dialog.focusWidget(), Qt.Key.Key_N)
    assert dialog.focusWidget() is child(dialog, QPushButton, "entry_save")
    press(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not coach.services.safety.is_screen_due()


def test_flags_of_the_journal_that_ask_for_the_same_are_one_card_and_one_record(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    safety, person = coach.services.safety, coach.services.people.required().id
    findings = [
        Finding(rule=rule, urgency=Urgency.ADVISE, references=("DD",), values=values)
        for rule, values in (("T-steps-back", (("days", 3),)), ("T-morning", (("rise", 2),)))
    ]
    for finding in findings:
        flag = Flag(id=finding.rule, finding=finding, raised=moment())
        coach.journal.save_entry(person, flag, flag.id, flag.raised)
    safety.save_screen(Occasion.WEEKLY, {"R17": ScreenAnswer.YES})
    page = _page(qtbot, theme, words, coach)
    cards = {card.objectName(): card for card in page.findChildren(ReferralCard)}
    del cards["referral_R17"]  # what was answered stands by itself
    ((name, card),) = cards.items()
    told = texts(card)
    assert told.count("Who to see: ") == 1
    assert "step back too often" in told
    assert "risen by 2 or more" in told

    click(child(card, QPushButton, name.replace("referral", "record")))
    dialog = child(page, AssessmentDialog)
    click(child(dialog, QToolButton, "answer_cleared"))
    click(child(dialog, QPushButton, "entry_save"))

    assert [known.flag.finding.rule for known in safety.open_explanations()] == ["R17"]


def test_under_a_pause_no_other_card_says_to_go_on(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.safety.save_screen(Occasion.WEEKLY, {"R17": ScreenAnswer.YES})
    alone = texts(child(_page(qtbot, theme, words, coach), ReferralCard, "referral_R17"))
    assert "Go on as you are" in alone
    assert "Keep to the doses of today" in alone

    coach.services.safety.save_screen(Occasion.STOP, {"R12": ScreenAnswer.YES})

    page = _page(qtbot, theme, words, coach)
    under = texts(child(page, ReferralCard, "referral_R17"))
    assert "Have this looked at as well." in under
    assert "Go on as you are" not in under
    assert "Keep to the doses of today" not in under
    assert "Stop running and loading" in texts(child(page, ReferralCard, "referral_R12"))
