"""Journal: charts when first shown, entries that can be corrected, and a redraw only when it is needed."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.session_entry_dialog import SessionEntryDialog
from ankle_coach.ui.models.journal_entries_model import EntryRole
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import Section
from ankle_coach.ui.widgets.journal_adherence_card import JournalAdherenceCard
from ankle_coach.ui.widgets.journal_pain_card import JournalPainCard
from ankle_coach.ui.widgets.pain_plot import PainPlot
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.journal import Opened
from tests.helpers.source import ROOT
from tests.helpers.widgets import child, click, label, press

CONSTRUCT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.journal import Opened, journal_services
page = JournalPage(
    journal_services(FakeCoach().with_plan()), LIBRARY, Theme(), PLAIN_WORDS, ChangeHub()
)
print(sorted({"numpy", "pyqtgraph"} & sys.modules.keys()))
"""


def _choose(page: JournalPage, entry_id: str) -> None:
    entries = child(page, QListView, "entries")
    entries.setCurrentIndex(page._entries.model.index_of(entry_id))


def _pain(page: JournalPage) -> JournalPainCard:
    return child(page, JournalPainCard)


def _pain_plot(page: JournalPage) -> PainPlot:
    return child(page, PainPlot)


def _adherence(page: JournalPage) -> JournalAdherenceCard:
    page.show_section(Section.ADHERENCE)
    return child(page, JournalAdherenceCard)


def _session_id() -> str:
    return make.session_record(MONDAY - timedelta(days=1)).id


def test_the_charting_library_waits_until_the_page_is_shown() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", CONSTRUCT], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "[]"


def test_an_empty_journal_says_what_will_be_here_and_draws_no_chart(opened: Opened) -> None:
    page = opened(FakeCoach().with_plan())

    assert label(page, "empty_sentence").isVisible()
    assert "Nothing is written down yet" in label(page, "empty_sentence").text()
    assert page.findChild(JournalPainCard) is None


def test_the_charts_show_the_journal(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    pain, bars = _pain_plot(page), _adherence(page).plot
    assert bars

    sunday = MONDAY - timedelta(days=1)
    assert pain.readout(sunday) == "Sunday, March 1: during 2, after 1, next morning 2"
    assert bars.readout(MONDAY - timedelta(days=7)) == "Week of Feb 23: 1 of 7 sessions, 14 %"
    assert _adherence(page).calendar.words_of(sunday) == "Sunday, March 1: done, 1 of 1 session"
    assert not label(page, "empty_sentence").isVisible()


def test_the_subtitle_names_the_window_and_the_range_buttons_change_it(
    opened: Opened, journal_coach: FakeCoach
) -> None:
    page = opened(journal_coach)
    assert label(page, "page_subtitle").text() == "Showing January 31 to March 8, 2026"

    child(page, SegmentedControl, "range").set_current("4")

    assert label(page, "page_subtitle").text() == "Showing February 9 to March 8, 2026"
    bars = _adherence(page).plot
    assert bars
    assert bars.visible_days() == (MONDAY - timedelta(days=21), MONDAY + timedelta(days=6))


def test_a_long_range_says_that_marks_are_the_highest_of_a_week(
    opened: Opened, journal_coach: FakeCoach
) -> None:
    journal_coach.journal.save_session(PERSON, make.session_record(MONDAY - timedelta(days=400)))
    page = opened(journal_coach)
    assert "Each mark" not in label(_pain(page), "card_subtitle").text()

    child(page, SegmentedControl, "range").set_current("all")

    assert "Each mark is the highest of a week" in label(_pain(page), "card_subtitle").text()


def test_moving_the_bars_moves_the_pain_chart_and_makes_the_days_own_ones(
    opened: Opened, journal_coach: FakeCoach
) -> None:
    page = opened(journal_coach)
    bars = _adherence(page).plot
    assert bars
    child(page, SegmentedControl, "range").set_current("4")

    bars.set_range(MONDAY - timedelta(days=25), MONDAY + timedelta(days=2))
    page.show_section(Section.PAIN)

    assert _pain_plot(page).visible_days() == (MONDAY - timedelta(days=25), MONDAY + timedelta(days=2))
    assert child(page, SegmentedControl, "range").current == "custom"
    assert child(page, QDateEdit, "range_from").date() == QDate(2026, 2, 5)


def test_a_session_is_corrected_and_everybody_is_told(
    opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub, qtbot: QtBot
) -> None:
    page = opened(journal_coach)
    told: list[Changes] = []
    journal_hub.changed.connect(lambda changes, _: told.append(changes))
    _choose(page, _session_id())

    click(child(page, QPushButton, "entry_edit"))
    dialog = child(page, SessionEntryDialog)
    child(dialog, PainScale, "pain_after").set_value(5)
    dialog.accept()

    assert journal_coach.services.journal.session(_session_id()).pain_after == 5
    assert told == [Changes.SESSIONS]
    qtbot.waitUntil(lambda: not page._is_stale)
    row = page._entries.model.index_of(_session_id())
    assert row.data(EntryRole.DETAIL) == "During 2 · after 5 · morning 2"
    assert child(page, QListView, "entries").currentIndex() == row


def test_a_check_in_is_corrected_by_keyboard(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    _choose(page, make.check_in(MONDAY).id)

    press(child(page, QListView, "entries"), Qt.Key.Key_Return)
    dialog = child(page, CheckInDialog)
    child(dialog, PainScale, "pain").set_value(0)
    dialog.accept()

    assert [kept.pain for kept in journal_coach.services.journal.check_ins()] == [0]


def test_a_canceled_correction_writes_nothing(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    before = journal_coach.services.journal.session(_session_id())
    _choose(page, _session_id())
    click(child(page, QPushButton, "entry_edit"))
    dialog = child(page, SessionEntryDialog)
    child(dialog, PainScale, "pain_after").set_value(9)

    dialog.reject()

    assert journal_coach.services.journal.session(_session_id()) == before


def test_an_entry_is_deleted_only_after_a_question(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    _choose(page, _session_id())
    click(child(page, QPushButton, "entry_remove"))
    child(page, ConfirmDialog).reject()
    assert len(journal_coach.services.journal.summaries()) == 1

    click(child(page, QPushButton, "entry_remove"))
    [question] = [found for found in page.findChildren(ConfirmDialog) if found.isVisible()]
    question.accept()
    assert journal_coach.services.journal.summaries() == ()


def test_deleting_the_last_entry_leaves_an_honest_empty_page(
    opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub, qtbot: QtBot
) -> None:
    page = opened(journal_coach)
    journal_coach.services.journal.delete_session(_session_id())
    journal_hub.publish(journal_coach.services.journal.delete_check_in(make.check_in(MONDAY).id))
    qtbot.waitUntil(lambda: not page._is_stale)

    assert label(page, "empty_sentence").isVisible()
    assert not page._entries.isVisible()


def test_a_full_disk_is_said_and_nothing_changes(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)
    _choose(page, _session_id())
    click(child(page, QPushButton, "entry_edit"))
    journal_coach.journal.failure = StorageError("The disk is full.")
    child(page, SessionEntryDialog).accept()

    assert "The disk is full." in [found.text() for found in page._problem.findChildren(QLabel)]
    assert page._problem.isVisible()


@pytest.mark.parametrize(
    ("changes", "redraws"),
    [(Changes.SESSIONS, True), (Changes.CHECK_INS, True), (Changes.PLAN, True), (Changes.SETTINGS, False)],
    ids=str,
)
def test_the_page_is_redrawn_only_for_what_it_shows(
    changes: Changes, redraws: bool, opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub
) -> None:
    page = opened(journal_coach)

    journal_hub.publish(changes)

    assert page._is_stale is redraws


def test_a_hidden_page_waits_until_it_is_seen_again(
    opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub, qtbot: QtBot
) -> None:
    page = opened(journal_coach)
    page.hide()
    journal_coach.journal.save_session(PERSON, make.session_record(MONDAY))
    journal_hub.publish(Changes.SESSIONS)
    assert not page._is_waiting

    page.show()
    qtbot.waitUntil(lambda: not page._is_stale)

    assert page._entries.model.index_of(make.session_record(MONDAY).id).isValid()


def test_a_refresh_keeps_the_range_that_was_chosen(
    opened: Opened, journal_coach: FakeCoach, journal_hub: ChangeHub, qtbot: QtBot
) -> None:
    page = opened(journal_coach)
    _pain_plot(page).set_range(MONDAY - timedelta(days=20), MONDAY - timedelta(days=10))

    journal_hub.publish(Changes.SESSIONS)
    qtbot.waitUntil(lambda: not page._is_stale)

    assert _pain_plot(page).visible_days() == (MONDAY - timedelta(days=20), MONDAY - timedelta(days=10))


def test_choosing_an_entry_marks_its_day_in_the_chart(opened: Opened, journal_coach: FakeCoach) -> None:
    page = opened(journal_coach)

    _choose(page, _session_id())

    assert _pain_plot(page).current == MONDAY - timedelta(days=1)
    assert label(page, "pain_card_readout").text().startswith("Sunday, March 1: during 2")


def test_phases_and_versions_are_marked(opened: Opened) -> None:
    coach = FakeCoach()
    today = coach.services.journal.today()
    sample_journal(coach.journal, LIBRARY, today, coach.clock.offset())
    page = opened(coach)

    assert [marker.label for marker in _pain_plot(page)._markers] == [
        "Phase 2: Mobility",
        "Phase 3: Strength",
    ]
