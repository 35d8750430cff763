"""The morning card: what is asked, what is left out, and answering by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, press, texts, type_text

DAY = 24 * 3600


def _is_asked(page: TodayPage, kind: type[QWidget], name: str) -> bool:
    row = child(page, kind, name).parentWidget()
    return row is not None and not row.isHidden()


def _coach(program: str) -> FakeCoach:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program(program), "p2", Side.RIGHT))
    return coach


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> TodayPage:
    services = coach.services
    page = TodayPage(services.today, services.check_ins, coach.library, theme, words, ChangeHub())
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
