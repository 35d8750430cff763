"""Journal: pain and sessions over time, and the entries that they are drawn from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.journal import CheckIn, SessionSummary
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.words import Words
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.journal_service import JournalOverview, JournalService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.decision_flow import DecisionFlow
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.dialogs.entry_form import DELETED, EntryForm, deletion_question
from ankle_coach.ui.dialogs.session_entry_dialog import SessionEntryDialog
from ankle_coach.ui.formats import date_span
from ankle_coach.ui.measure_desk import MeasureDesk
from ankle_coach.ui.models.journal_entries_model import Entry, OtherEntry
from ankle_coach.ui.review_flow import ReviewFlow
from ankle_coach.ui.review_words import other_entries
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.decision_log_card import DecisionLogCard
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.journal_adherence_card import JournalAdherenceCard
from ankle_coach.ui.widgets.journal_entries_card import JournalEntriesCard
from ankle_coach.ui.widgets.journal_pain_card import RANGES, JournalPainCard
from ankle_coach.ui.widgets.journal_tests_card import JournalTestsCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage

SHOWS = (
    Changes.PERSON
    | Changes.PLAN
    | Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.DECISIONS
    | Changes.SAFETY
    | Changes.MEASUREMENTS
)
"""The kinds of data that this page shows."""


class JournalPage(ScrollPage):
    """Charts and entries. Nothing is read, and no charting library loaded, before the page is first shown."""

    def __init__(  # noqa: PLR0913 - it shows what many services tell
        self,
        journal: JournalService,
        plans: PlanService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        coach: CoachService | None = None,
        *,
        reviews: ReviewService | None = None,
        tests: MeasureDesk | None = None,
    ) -> None:
        """Make the page.

        Args:
            journal: Reads and corrects the entries.
            plans: Knows what phases are called.
            library: Names exercises.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
            coach: Has the decisions; None where nothing is decided.
            reviews: Takes reviews and scores; None where nothing is asked.
            tests: Opens self-tests; None where there are none.
        """
        super().__init__(theme, words.gettext("Journal"))
        self.setObjectName("journal_page")
        self._journal, self._plans, self._library = journal, plans, library
        self._words, self._hub, self._coach, self._reviews = words, hub, coach, reviews
        self._is_stale = True
        self._is_waiting = False
        self._dialog: EntryForm | None = None
        self._flow: ReviewFlow | None = None
        self._build()
        self._tests = self._tests_card(tests)
        self._connect()

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
        self._pain = JournalPainCard(self._theme, self._words)
        self._adherence = JournalAdherenceCard(self._theme, self._words)
        self._entries = JournalEntriesCard(self._theme, self._words)
        self._decisions = DecisionLogCard(self._theme, self._words, self._library)
        for widget in (self._problem, self._empty, self._pain, self._adherence, self._decisions):
            self.add_widget(widget)
        for widget in (self._empty, self._pain, self._adherence, self._decisions):
            widget.hide()

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._pain.range_changed.connect(self._on_pain_range_changed)
        self._adherence.range_changed.connect(self._on_adherence_range_changed)
        self._entries.edit_requested.connect(self._on_entries_edit_requested)
        self._entries.delete_requested.connect(self._on_entries_delete_requested)
        self._entries.day_chosen.connect(self._on_entries_day_chosen)
        if self._coach is not None:
            flow = DecisionFlow(self._coach, self._library, self._theme, self._words, self._hub, self)
            flow.failed.connect(self._on_flow_failed)
            self._decisions.reasoning_requested.connect(flow.open)

        if self._reviews is not None:
            self._add_reviews(self._reviews)

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
        others = other_entries(self._reviews, self._words) if self._reviews is not None else ()
        self._empty.setVisible(overview.is_empty and not others)
        for card in (self._pain, self._adherence):
            card.setVisible(not overview.is_empty)
        self._entries.setVisible(bool(others) or not overview.is_empty)
        self._show_decisions()
        if self._tests is not None:
            self._tests.setVisible(self._tests.refresh())
        if self.side.count() == 0 and not self._entries.isHidden():
            self.add_side_widget(self._entries)
        self._entries.show_overview(overview, others)
        if overview.is_empty:
            self.set_title(self.title, "")
            return
        self._adherence.show_overview(overview, self._limits(overview))
        self._pain.show_overview(overview, self._limits(overview), self._markers(overview.plans))

    def _tests_card(self, desk: MeasureDesk | None) -> JournalTestsCard | None:
        """The card of self-tests under the charts; None where none can be opened."""
        if desk is None:
            return None
        desk.failed.connect(self._on_flow_failed)
        card = JournalTestsCard(desk, self._theme, self._words)
        card.hide()
        self.add_widget(card)
        return card

    def _show_decisions(self) -> None:
        """Show the log; without a decision it takes no room."""
        decisions = self._coach.decisions() if self._coach is not None else ()
        self._decisions.show_decisions(decisions)
        self._decisions.setVisible(bool(decisions))

    def show_log(self) -> None:
        """Bring the decision log into view."""
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._decisions, 0, 0))

    @Slot(str)
    def _on_flow_failed(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()

    def _limits(self, overview: JournalOverview) -> tuple[date, date]:
        """Return the first and the last day of the charts: four weeks at least, up to this Sunday."""
        last = overview.today + timedelta(days=6 - overview.today.weekday())
        return min(overview.first_day, last - timedelta(days=RANGES["4"] - 1)), last

    def _markers(self, plans: tuple[Plan, ...]) -> list[tuple[date, str]]:
        """Return where phases and plan versions began; of several on one day the last."""
        labels: dict[date, str] = {}
        before: Plan | None = None
        for plan in plans:
            labels[plan.starts_on] = self._version_words(plan, before)
            before = plan
        return list(labels.items())

    def _version_words(self, plan: Plan, before: Plan | None) -> str:
        place = self._plans.place(plan, plan.starts_on)
        same = before is not None and (before.program, before.phase) == (plan.program, plan.phase)
        if place.program is None or place.phase is None or same:
            return self._words.gettext("Plan {version}").format(version=plan.version)
        context = f"{place.program.id}.{place.phase.id}.name"
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
        if changes.touches(SHOWS):
            self._is_stale = True
            self._schedule_refresh()

    @Slot(object, object)
    def _on_pain_range_changed(self, first: date, last: date) -> None:
        self._adherence.show_range(first, last)
        span = date_span(first, last, self._words)
        self.set_title(self.title, self._words.gettext("Showing {span}").format(span=span))

    @Slot(object, object)
    def _on_adherence_range_changed(self, first: date, last: date) -> None:
        self._pain.show_range(first, last)

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
        if self._pain.plot is not None:
            self._pain.plot.read(day)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the journal when it has changed since the page was last seen."""
        super().showEvent(event)
        if self._is_stale:
            self._schedule_refresh()
