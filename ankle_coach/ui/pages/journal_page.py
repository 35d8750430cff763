"""Journal: pain and sessions over time, and the entries that they are drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.date_words import date_span
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.journal import CheckIn, SessionSummary
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.words import Words
from ankle_coach.services.journal_service import JournalOverview
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.chart_range import RANGES, ChartRange
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.decision_flow import DecisionFlow
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.dialogs.entry_form import DELETED, EntryForm, deletion_question
from ankle_coach.ui.dialogs.session_entry_dialog import SessionEntryDialog
from ankle_coach.ui.models.journal_entries_model import Entry, OtherEntry
from ankle_coach.ui.pages.journal_sections import (
    JournalSection,
    JournalServices,
    Section,
    SectionMaker,
    section_word,
)
from ankle_coach.ui.review_flow import ReviewFlow
from ankle_coach.ui.review_words import other_entries
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.chart_range_bar import ChartRangeBar
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.file_menu import FileAction, FileMenu
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.journal_entries_card import JournalEntriesCard
from ankle_coach.ui.widgets.journal_pain_card import JournalPainCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from ankle_coach.domain.decision import Decision

SHOWS = (
    Changes.PERSON
    | Changes.PLAN
    | Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.DECISIONS
    | Changes.SAFETY
    | Changes.MEASUREMENTS
    | Changes.RUNS
    | Changes.ICE
)
"""The kinds of data that this page shows."""


class JournalPage(ScrollPage):
    """Charts in sections, and entries. Nothing is read, no charting library loaded, before it is shown."""

    file_action_requested = Signal(str)

    def __init__(
        self, services: JournalServices, library: Library, theme: Theme, words: Words, hub: ChangeHub
    ) -> None:
        """Make the page.

        Args:
            services: What it asks.
            library: Names exercises.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
        """
        super().__init__(theme, words.gettext("Journal"))
        self.setObjectName("journal_page")
        self._services, self._journal, self._library = services, services.journal, library
        self._words, self._hub = words, hub
        self._is_stale = True
        self._is_waiting = False
        self._view: ChartView | None = None
        self._dialog: EntryForm | None = None
        self._flow: ReviewFlow | None = None
        self._days = ChartRange(self)
        self._made: dict[Section, JournalSection] = {}
        self._maker = SectionMaker(services, library, theme, words, self._reasoning())
        self._build()
        self._connect()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return Section(self._chooser.current)

    @property
    def days(self) -> ChartRange:
        """The days that the charts show."""
        return self._days

    def shown(self, section: Section) -> JournalSection | None:
        """Return a section's cards, or None before it was first shown."""
        return self._made.get(section)

    def show_section(self, section: Section) -> None:
        """Show a section, as choosing it does."""
        self._chooser.set_current(section.value)

    def _build(self) -> None:
        gettext = self._words.gettext
        self._problem = Banner(self._theme, self._words, "danger", "", word=gettext("Not saved"))
        self._problem.setObjectName("journal_problem")
        self._problem.hide()
        self._empty = EmptyState(
            self._theme,
            "journal",
            gettext(
                "Nothing is written down yet. After your first session or morning check-in, "
                "pain and sessions are drawn here, and each entry can be corrected."
            ),
        )
        self._empty.setObjectName("journal_empty")
        self._entries = JournalEntriesCard(self._theme, self._words)
        choices = [(section.value, section_word(section, self._words)) for section in Section]
        self._chooser = SegmentedControl(gettext("Charts"), choices, wraps=True)
        self._chooser.setObjectName("sections")
        self._chooser.setAccessibleDescription(
            gettext("Arrow keys choose, Ctrl + Page Up and Ctrl + Page Down from anywhere on the page.")
        )
        top = QWidget()
        row = FlowLayout(top, spacing=12)
        row.addWidget(self._chooser)
        row.addWidget(ChartRangeBar(self._days, self._theme, self._words))
        self.add_top_widget(top)
        for widget in (self._problem, self._empty):
            self.add_widget(widget)
        self._empty.hide()

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._days.changed.connect(self._on_days_changed)
        self._chooser.current_changed.connect(self._on_chooser_current_changed)
        self._entries.edit_requested.connect(self._on_entries_edit_requested)
        self._entries.delete_requested.connect(self._on_entries_delete_requested)
        self._entries.day_chosen.connect(self._on_entries_day_chosen)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))
        if self._services.tests is not None:
            self._services.tests.failed.connect(self._on_flow_failed)
        if self._services.reviews is not None:
            self._add_reviews(self._services.reviews)
        actions = (
            FileAction.REPORT,
            FileAction.ENTER_SHEET,
            FileAction.SEND_JOURNAL,
            FileAction.SEND_TABLES,
            FileAction.OPEN,
        )
        files = FileMenu(self._words, actions)
        files.action_chosen.connect(self.file_action_requested)
        self.add_action(files)

    def _reasoning(self) -> Callable[[Decision], None] | None:
        """Return what opens the full reasoning of a decision; None where nothing is decided."""
        if self._services.coach is None:
            return None
        flow = DecisionFlow(self._services.coach, self._library, self._theme, self._words, self._hub, self)
        flow.failed.connect(self._on_flow_failed)
        return flow.open

    def _add_reviews(self, reviews: ReviewService) -> None:
        """Put the ways to reviews and scores beside the title."""
        flow = self._flow = ReviewFlow(reviews, self._theme, self._words, self._hub, self)
        flow.failed.connect(self._on_flow_failed)
        for text, name, opened in (
            (self._words.gettext("Review…"), "open_review", flow.open_review),
            (self._words.gettext("Enter a score…"), "open_score", flow.open_score),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(opened)
            self.add_action(button)

    def _schedule_refresh(self) -> None:
        """Draw after the page itself is on the screen: the first chart loads a library."""
        if self.isVisible() and not self._is_waiting:
            self._is_waiting = True
            QTimer.singleShot(0, self, self._refresh)

    @Slot()
    def _refresh(self) -> None:
        self._is_waiting, self._is_stale = False, False
        overview = self._journal.overview()
        reviews = self._services.reviews
        others = other_entries(reviews, self._words) if reviews is not None else ()
        self._entries.setVisible(bool(others) or not overview.is_empty)
        if self.side.count() == 0 and not self._entries.isHidden():
            self.add_side_widget(self._entries)
        self._entries.show_overview(overview, others)
        limits = self._limits(overview)
        with QSignalBlocker(self._days):
            self._days.set_limits(*limits)
        days = self._days.days
        assert days is not None
        self._view = ChartView(
            overview,
            self._services.charts,
            limits,
            days,
            tuple(self._markers(overview.plans)),
            self._services.units(),
        )
        for section in self._made.values():
            section.is_stale = True
        self._days.changed.emit()
        self._show_section()

    def _show_section(self) -> None:
        """Show the chosen section, made and filled if it has to be; the others keep what they have."""
        if self._view is None:
            return
        chosen = self.section
        nothing = self._view.overview.is_empty and chosen in (Section.PAIN, Section.ADHERENCE)
        for section, widget in self._made.items():
            widget.setVisible(section is chosen and not nothing)
        self._empty.setVisible(nothing)
        if nothing:
            return
        if chosen not in self._made:
            self._made[chosen] = self._maker.make(chosen)
            self._made[chosen].range_changed.connect(self._days.show)
            self.add_widget(self._made[chosen])
            self._made[chosen].show()
        shown = self._made[chosen]
        if shown.is_stale:
            shown.show_view(replace(self._view, days=self._days.days or self._view.days))
        elif self._days.days is not None:
            shown.show_range(*self._days.days)

    def _step(self, step: int) -> None:
        """Go to the section before or after."""
        sections = list(Section)
        place = sections.index(self.section) + step
        if 0 <= place < len(sections):
            self.show_section(sections[place])

    def show_log(self) -> None:
        """Bring the decision log into view."""
        self.show_section(Section.DECISIONS)
        self.verticalScrollBar().setValue(0)

    @Slot(str)
    def _on_flow_failed(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()

    def _limits(self, overview: JournalOverview) -> tuple[date, date]:
        """Return the first and the last day of the charts: four weeks at least, up to this Sunday."""
        last = overview.today + timedelta(days=6 - overview.today.weekday())
        first = min(overview.first_day, self._services.charts.first_day())
        return min(first, last - timedelta(days=RANGES["4"] - 1)), last

    def _markers(self, plans: tuple[Plan, ...]) -> list[tuple[date, str]]:
        """Return where phases and plan versions began; of several on one day the last."""
        labels: dict[date, str] = {}
        before: Plan | None = None
        for plan in plans:
            labels[plan.starts_on] = self._version_words(plan, before)
            before = plan
        return list(labels.items())

    def _version_words(self, plan: Plan, before: Plan | None) -> str:
        place = self._services.plans.place(plan, plan.starts_on)
        same = before is not None and (before.program, before.phase) == (plan.program, plan.phase)
        if place.program is None or place.phase is None or same:
            return self._words.gettext("Plan {version}").format(version=plan.version)
        context = f"{place.program.id}.phases.{place.phase.id}.name"
        return self._words.gettext("Phase {number}: {name}").format(
            number=place.number, name=self._words.pgettext(context, place.phase.name)
        )

    def _open(self, dialog: EntryForm, entry: Entry) -> None:
        def on_dialog_finished(result: int) -> None:
            self._dialog = None
            if result == DELETED:
                self._delete(entry)
            elif result == QDialog.DialogCode.Accepted:
                self._save(dialog)

        dialog.finished.connect(on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _save(self, dialog: EntryForm) -> None:
        if isinstance(dialog, SessionEntryDialog):
            record = dialog.corrected()
            self._write(lambda: self._journal.replace_session(record))
        elif isinstance(dialog, CheckInDialog):
            check_in = dialog.corrected()
            self._write(lambda: self._journal.replace_check_in(check_in))
        elif self._flow is not None:
            self._write(self._flow.correction(dialog))

    def _delete(self, entry: Entry) -> None:
        if isinstance(entry, OtherEntry):
            if self._flow is not None:
                self._write(self._flow.deletion(entry.entry))
        elif isinstance(entry, CheckIn):
            self._write(lambda: self._journal.delete_check_in(entry.id))
        else:
            self._write(lambda: self._journal.delete_session(entry.id))

    def _write(self, action: Callable[[], Changes]) -> None:
        """Write, and tell everybody; where it cannot be written, say so and change nothing."""
        self._problem.hide()
        try:
            changes = action()
        except (AnkleCoachError, ValueError) as error:
            self._problem.set_text(str(error))
            self._problem.show()
            return
        self._hub.publish(changes, self)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        other_units = self._view is not None and self._view.units is not self._services.units()
        if changes.touches(SHOWS) or (changes.touches(Changes.SETTINGS) and other_units):
            self._is_stale = True
            self._schedule_refresh()

    @Slot()
    def _on_days_changed(self) -> None:
        """Move the charts that are shown; the others follow when they are."""
        days, shown = self._days.days, self._made.get(self.section)
        if days is None or self._view is None:
            return
        if shown is not None and not shown.is_stale:
            shown.show_range(*days)
        span = date_span(*days, self._words)
        told = self._words.gettext("Showing {span}").format(span=span)
        self.set_title(self.title, "" if self._view.overview.is_empty else told)

    @Slot(str)
    def _on_chooser_current_changed(self) -> None:
        self._show_section()

    @Slot(object)
    def _on_entries_edit_requested(self, entry: Entry) -> None:
        if isinstance(entry, SessionSummary):
            record = self._journal.session(entry.id)
            self._open(SessionEntryDialog(record, self._library, self._theme, self._words, self), entry)
        elif isinstance(entry, OtherEntry):
            if self._flow is not None:
                self._open(self._flow.form_of(entry.entry), entry)
        else:
            self._open(CheckInDialog(entry, self._theme, self._words, self), entry)

    @Slot(object)
    def _on_entries_delete_requested(self, entry: Entry) -> None:
        question = deletion_question(self._theme, self._words, self)
        question.accepted.connect(lambda: self._delete(entry))
        question.open()

    @Slot(object)
    def _on_entries_day_chosen(self, day: date) -> None:
        pain = self._made.get(Section.PAIN)
        card = pain.findChild(JournalPainCard) if pain is not None and self.section is Section.PAIN else None
        if isinstance(card, JournalPainCard):
            card.read(day)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the journal when it has changed since the page was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._schedule_refresh()
