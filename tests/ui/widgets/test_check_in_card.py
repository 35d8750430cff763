"""The morning card: what is asked, what is left out, and answering by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.check_in_card import CheckInCard
from ankle_coach.ui.widgets.check_in_fields import CheckInFields
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.today import today_parts
from tests.helpers.widgets import child, label, press, texts, type_text

DAY = 24 * 3600


def _is_asked(page: TodayPage, kind: type[QWidget], name: str) -> bool:
    row = child(page, kind, name).parentWidget()
    return row is not None and not row.isHidden()


def _coach(program: str, affected: Side = Side.RIGHT) -> FakeCoach:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program(program), "p2", affected))
    return coach


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> TodayPage:
    services = coach.services
    page = TodayPage(today_parts(services), theme, words, ChangeHub())
    qtbot.addWidget(page)
    return page


def test_only_what_the_program_asks_is_shown(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, FakeCoach().with_plan())
    assert page.findChild(QWidget, "check_in_more") is None
    tendon = _page(qtbot, theme, words, _coach("achilles-midportion"))
    card = child(tendon, QWidget, "check_in_card")
    assert "Pain of the first steps" in texts(card)
    assert _is_asked(tendon, QSpinBox, "check_in_stiff")
    assert not _is_asked(tendon, SegmentedControl, "check_in_swelling")
    sprain = _page(qtbot, theme, words, _coach("lateral-sprain"))
    assert _is_asked(sprain, SegmentedControl, "check_in_swelling")
    assert not _is_asked(sprain, PainScale, "check_in_first_step")


def test_a_morning_is_answered_by_digits_and_tab(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = _coach("achilles-midportion")
    page = _page(qtbot, theme, words, coach)
    press(child(child(page, PainScale, "check_in_scale"), QToolButton, "scale_0"), Qt.Key.Key_2)
    first_step = child(page, PainScale, "check_in_first_step")
    press(child(first_step, QToolButton, "scale_0"), Qt.Key.Key_4)
    stiff = child(page, QSpinBox, "check_in_stiff")
    stiff.selectAll()
    type_text(stiff, "10")
    press(stiff, Qt.Key.Key_Return)
    kept = coach.services.check_ins.today()
    assert kept is not None
    assert (kept.pain, kept.first_step, kept.stiff_minutes) == (2, 4, 10)
    assert kept.swelling is NoAnswer.NOT_ASKED


def test_an_answer_can_be_left_out_and_is_missing_then(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = _coach("achilles-midportion")
    page = _page(qtbot, theme, words, coach)
    child(page, QSpinBox, "check_in_stiff").setValue(0)
    kept = coach.services.check_ins.today()
    assert kept is not None
    assert (kept.pain, kept.first_step, kept.stiff_minutes) == (NoAnswer.MISSING, NoAnswer.MISSING, 0)
    assert "Saved without the pain" in texts(page)


def test_yesterday_is_offered_only_while_it_is_missing(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = _coach("achilles-midportion")
    assert child(_page(qtbot, theme, words, coach), QPushButton, "late_check_in").isHidden()
    coach.clock.advance(DAY)
    page = _page(qtbot, theme, words, coach)
    link = child(page, QPushButton, "late_check_in")
    assert not link.isHidden()
    link.click()
    dialog = child(page, CheckInDialog)
    assert child(dialog, QPushButton, "entry_delete").isHidden()
    child(dialog, PainScale, "pain").set_value(3)
    child(dialog, QPlainTextEdit, "note").setPlainText("Forgot.")
    child(dialog, QPushButton, "entry_save").click()
    (kept,) = coach.services.journal.check_ins()
    assert (kept.pain, kept.note) == (3, "Forgot.")
    assert link.isHidden()


def _both(qtbot: QtBot, theme: Theme, words: Words, program: str) -> tuple[FakeCoach, TodayPage]:
    coach = _coach(program, Side.BOTH)
    page = _page(qtbot, theme, words, coach)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return coach, page


def _focused(page: TodayPage) -> QWidget:
    focus: QWidget | None = page.focusWidget()
    assert focus is not None
    return focus


def test_two_sore_sides_are_asked_about_one_by_one(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach, page = _both(qtbot, theme, words, "lateral-sprain")
    card = child(page, CheckInCard)
    assert "How are the ankles this morning?" in texts(card)
    names = [fields.scale.accessibleName() for fields in card.findChildren(CheckInFields)]
    assert names == ["Pain this morning, Left", "Pain this morning, Right"]
    child(child(card, CheckInFields, "check_in_right"), PainScale, "check_in_scale").set_value(3)
    assert label(card, "check_in_hint").text() == "Saved. Still to answer: Left"
    child(child(card, CheckInFields, "check_in_left"), PainScale, "check_in_scale").set_value(0)
    assert label(card, "check_in_hint").text() == "Saved. Choose another number to change it"
    assert {one.side: one.pain for one in coach.services.journal.check_ins()} == {Side.LEFT: 0, Side.RIGHT: 3}


def test_both_sides_take_a_dozen_keys_and_no_mouse(qtbot: QtBot, theme: Theme, words: Words) -> None:
    """Everything that the Achilles program asks, for two sides; at two keys a second under ten seconds."""
    coach, page = _both(qtbot, theme, words, "achilles-midportion")
    keys = 0

    def send(*typed: Qt.Key) -> None:
        nonlocal keys
        for key in typed:
            press(_focused(page), key)
            keys += 1

    child(child(page, CheckInCard).scale, QToolButton, "scale_0").setFocus()
    for pain, first, stiff in (
        (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_5),
        (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_8),
    ):
        send(pain, Qt.Key.Key_Tab, first, Qt.Key.Key_Tab, stiff, Qt.Key.Key_Tab)

    kept = {c.side: (c.pain, c.first_step, c.stiff_minutes) for c in coach.services.journal.check_ins()}
    assert kept == {Side.LEFT: (2, 4, 5), Side.RIGHT: (1, 0, 8)}
    assert keys == 12


def test_tab_goes_from_one_question_to_the_next(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, _coach("achilles-midportion"))
    page.show()
    child(child(page, CheckInCard).scale, QToolButton, "scale_0").setFocus()
    press(_focused(page), Qt.Key.Key_Tab)
    assert _focused(page).parent() is child(page, PainScale, "check_in_first_step")
    press(_focused(page), Qt.Key.Key_Tab)
    assert _focused(page) is child(page, QSpinBox, "check_in_stiff")


def test_yesterdays_sides_are_entered_one_after_the_other(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach, _ = _both(qtbot, theme, words, "lateral-sprain")
    coach.clock.advance(DAY)
    page = _page(qtbot, theme, words, coach)
    child(page, QPushButton, "late_check_in").click()
    child(child(page, CheckInDialog), QPushButton, "entry_save").click()  # left stays without an answer
    dialog = next(dialog for dialog in page.findChildren(CheckInDialog) if dialog.isVisible())
    assert "Right" in texts(dialog)
    child(dialog, PainScale, "pain").set_value(2)
    child(dialog, QPushButton, "entry_save").click()

    (kept,) = coach.services.journal.check_ins()
    assert (kept.side, kept.pain) == (Side.RIGHT, 2)
    assert not child(page, QPushButton, "late_check_in").isHidden()


def test_a_plan_for_the_other_side_asks_anew(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan(affected=Side.RIGHT)
    services, hub = coach.services, ChangeHub()
    page = TodayPage(today_parts(services), theme, words, hub)
    qtbot.addWidget(page)
    coach.with_plan(affected=Side.BOTH)
    hub.publish(Changes.PLAN)
    sides = [fields.side for fields in child(page, CheckInCard)._fields]
    assert sides == [Side.LEFT, Side.RIGHT]
