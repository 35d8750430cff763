"""The Journal's sections: made when shown, reached by keyboard, over the same days, honest while empty."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.settings import Units
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.journal_sections import Section
from ankle_coach.ui.widgets.adherence_plot import AdherencePlot
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.pain_plot import PainPlot
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.journal import Opened
from tests.helpers.widgets import child, label, press


@pytest.mark.parametrize("section", list(Section), ids=str)
def test_only_the_sections_that_were_shown_are_built(
    section: Section, opened: Opened, journal_coach: FakeCoach
) -> None:
    page = opened(journal_coach)
    assert [known for known in Section if page.shown(known)] == [Section.PAIN]

    page.show_section(section)

    assert [known for known in Section if page.shown(known)] == sorted(
        {Section.PAIN, section}, key=list(Section).index
    )
    assert [known for known, made in page._made.items() if not made.isHidden()] == [section]


def test_sections_are_chosen_by_keyboard(opened: Opened, journal_coach: FakeCoach, qtbot: QtBot) -> None:
    page = opened(journal_coach)
    chooser = child(page, SegmentedControl, "sections")

    press(child(chooser, QToolButton, "choice_pain"), Qt.Key.Key_Right)
    seen = [page.section]
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    for key in (Qt.Key.Key_PageDown, *[Qt.Key.Key_PageUp] * 3):
        press(page, key, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.section)

    assert seen == [Section.MORNING, Section.ADHERENCE, Section.MORNING, Section.PAIN, Section.PAIN]


def test_own_days_are_typed_and_shown_by_every_chart(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    child(page, SegmentedControl, "range").set_current("custom")

    child(page, QDateEdit, "range_from").setDate(QDate(2026, 2, 10))
    child(page, QDateEdit, "range_to").setDate(QDate(2026, 2, 20))

    days = (date(2026, 2, 10), date(2026, 2, 20))
    assert child(page, PainPlot).visible_days() == days
    assert label(page, "page_subtitle").text() == "Showing February 10 to February 20, 2026"
    page.show_section(Section.ADHERENCE)
    assert child(page, AdherencePlot).visible_days() == days


def test_other_units_are_drawn_and_the_same_ones_are_not(
    opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub
) -> None:
    page = opened(journal_coach)

    journal_hub.publish(journal_coach.services.settings.change(units=Units.US))

    assert page._is_stale


@pytest.mark.parametrize(
    ("section", "name", "said"),
    [
        (Section.PAIN, "empty_sentence", "After your first session or morning check-in"),
        (Section.MORNING, "morning_card_empty", "from the first morning check-in on"),
        (Section.ADHERENCE, "empty_sentence", "After your first session or morning check-in"),
        (Section.RUNNING, "running_card_empty", "from the first run that you write down"),
        (Section.TESTS, "sides_card_empty", "from the first one on"),
        (Section.TESTS, "activities_card_empty", "from the first two-week questions on"),
        (Section.TESTS, "scores_card_empty", "from the first one on"),
        (Section.EVENTS, "events_card_empty", "as soon as one of them is written down"),
        (Section.DECISIONS, "card_subtitle", "the day after your first session"),
    ],
)
def test_each_empty_chart_says_what_comes_and_when(
    section: Section, name: str, said: str, opened: Opened, qtbot: QtBot
) -> None:
    page = opened(FakeCoach().with_plan())
    page.show_section(section)

    shown = page.shown(section)
    owner = page if name == "empty_sentence" else shown
    assert owner is not None
    found = label(owner, name)
    assert said in found.text()
    qtbot.waitUntil(found.isVisible)


def test_the_sample_fills_every_chart(opened: Opened) -> None:
    coach = FakeCoach()
    sample_journal(coach.journal, LIBRARY, coach.services.journal.today(), coach.clock.offset())
    page = opened(coach, whole=True)

    for section in Section:
        page.show_section(section)
        shown = page.shown(section)
        assert shown is not None
        cards = shown.findChildren(ChartCard)
        assert not [card.objectName() for card in cards if card.is_empty]
