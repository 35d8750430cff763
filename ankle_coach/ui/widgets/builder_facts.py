"""What holds for the whole plan in the builder: side, dates, pain ceiling, minutes a day, warnings, note."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain import plan_edit as edit
from ankle_coach.domain.dose_fields import Range, Unit
from ankle_coach.domain.plan_week import busiest_day, planned_days
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import minutes_words, side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.qt_dates import day_of, qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.history_keys import HistoryKeys
from ankle_coach.ui.widgets.labeled import Labeled
from ankle_coach.ui.widgets.note_field import NoteField
from ankle_coach.ui.widgets.stepper import Stepper
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_REVIEW_AFTER = timedelta(weeks=4)
"""When a review is suggested."""


class BuilderFacts(QWidget):
    """A row of fields that wraps; the note opens under it."""

    warnings_requested = Signal(QWidget)

    def __init__(self, draft: PlanDraft, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Show a draft.

        Args:
            draft: The plan.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("builder_facts")
        self._draft, self._theme, self._words = draft, theme, words
        self._build()
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the draft as it is now."""
        plan, words = self._draft.plan, self._words
        with QSignalBlocker(self._side):
            self._side.setCurrentIndex(self._side.findData(plan.affected.value if plan.affected else ""))
        self._show_day(self._starts, plan.starts_on)
        with QSignalBlocker(self._has_review):
            self._has_review.setChecked(plan.review_on is not None)
        self._review.setEnabled(plan.review_on is not None)
        with QSignalBlocker(self._review):
            self._review.setMinimumDate(qt_date(plan.starts_on))
        self._show_day(self._review, plan.review_on or plan.starts_on + _REVIEW_AFTER)
        self._ceiling.show_value(plan.pain_ceiling)
        longest = busiest_day(planned_days(plan))
        minutes = (
            "" if longest is None else minutes_words(longest.time.seconds, longest.time.open_steps, words)
        )
        self._minutes.setText(minutes or words.pgettext("minutes a day", "none yet"))
        count = len(self._draft.warnings)
        none, some = words.gettext("No warnings"), words.ngettext("{n} warning", "{n} warnings", count)
        self._warnings.setText(some.format(n=count) if count else none)
        self._warnings.setIcon(
            self._theme.icon("warning" if count else "check", "caution" if count else "positive")
        )
        self._warnings.setEnabled(bool(count))
        self._note.show_text(plan.note)
        self._tell_note()

    def _tell_note(self) -> None:
        shown = self._note_toggle.isChecked()
        written = self._words.gettext("Note ✓") if self._draft.plan.note else self._words.gettext("Note…")
        self._note_toggle.setText(written)
        self._note.setVisible(shown)

    def _build(self) -> None:
        words, gettext = self._words, self._words.gettext
        self._side = QComboBox()
        self._side.setObjectName("affected_side")
        self._side.setAccessibleName(gettext("Affected side"))
        self._side.addItem(words.pgettext("side", "None"), "")
        for side in Side:
            self._side.addItem(side_word(side, words), side.value)
        WheelGuard(self._side)
        self._starts = self._date("starts_on", gettext("Start day"))
        self._has_review = QCheckBox(gettext("Review"))
        self._has_review.setObjectName("has_review")
        self._review = self._date("review_on", gettext("Review day"))
        self._ceiling = Stepper(
            self._theme, words, gettext("Pain ceiling of the plan"), Range(0, 10, 1, Unit.COUNT)
        )
        self._ceiling.setObjectName("plan_ceiling")
        self._minutes = TextLabel("", "strong", wraps=False)
        self._minutes.setObjectName("minutes_a_day")
        self._warnings = QPushButton()
        self._warnings.setObjectName("warnings_button")
        self._note_toggle = QPushButton()
        self._note_toggle.setObjectName("note_toggle")
        self._note_toggle.setCheckable(True)
        self._note = NoteField(
            self._theme, gettext("Note for the whole plan"), gettext("Printed on the handout, in your words")
        )
        self._note.setObjectName("plan_note")
        holder = QWidget()
        flow = FlowLayout(holder, spacing=16)
        for text, field in (
            (gettext("Affected side"), self._side),
            (gettext("Starts"), self._starts),
            (gettext("Pain ceiling"), self._ceiling),
            (gettext("Longest day"), self._minutes),
        ):
            flow.addWidget(Labeled(text, field))
        review = QWidget()
        column = QVBoxLayout(review)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._has_review)
        column.addWidget(self._review)
        flow.addWidget(review)
        for button in (self._warnings, self._note_toggle):
            flow.addWidget(Labeled(" ", button))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(holder)
        outer.addWidget(self._note)

    def _date(self, name: str, told: str) -> QDateEdit:
        field = QDateEdit()
        field.setObjectName(name)
        field.setAccessibleName(told)
        field.setDisplayFormat("yyyy-MM-dd")
        field.setMinimumWidth(self._theme.px(132))
        FieldInset(field, self._theme)
        WheelGuard(field)
        HistoryKeys(field)
        return field

    def _show_day(self, field: QDateEdit, day: date) -> None:
        if field.date() != qt_date(day):
            with QSignalBlocker(field):
                field.setDate(qt_date(day))

    def _connect(self) -> None:
        self._draft.draft_changed.connect(self.refresh)
        self._side.activated.connect(self._on_side_activated)
        self._starts.dateChanged.connect(self._on_starts_date_changed)
        self._has_review.toggled.connect(self._on_has_review_toggled)
        self._review.dateChanged.connect(self._on_review_date_changed)
        self._ceiling.value_changed.connect(self._on_ceiling_value_changed)
        self._note.text_edited.connect(self._on_note_text_edited)
        for field in (self._ceiling, self._note):
            field.edited.connect(self._draft.settle)
        for day in (self._starts, self._review):
            day.editingFinished.connect(self._draft.settle)
        self._note_toggle.clicked.connect(self._tell_note)
        self._warnings.clicked.connect(lambda: self.warnings_requested.emit(self._warnings))
        self._theme.theme_changed.connect(self.refresh)

    @Slot(int)
    def _on_side_activated(self, _index: int) -> None:
        key = self._side.currentData()
        side = Side(key) if key else None
        self._draft.do(self._words.gettext("affected side"), lambda plan: edit.set_affected(plan, side))

    @Slot(QDate)
    def _on_starts_date_changed(self, day: QDate) -> None:
        self._draft.do(
            self._words.gettext("start day"), lambda plan: edit.set_start(plan, day_of(day)), "starts"
        )

    @Slot(bool)
    def _on_has_review_toggled(self, checked: bool) -> None:
        day = self._draft.plan.starts_on + _REVIEW_AFTER if checked else None
        self._draft.do(self._words.gettext("review day"), lambda plan: edit.set_review(plan, day))

    @Slot(QDate)
    def _on_review_date_changed(self, day: QDate) -> None:
        self._draft.do(
            self._words.gettext("review day"), lambda plan: edit.set_review(plan, day_of(day)), "review"
        )

    @Slot(float)
    def _on_ceiling_value_changed(self, value: float) -> None:
        what = self._words.gettext("pain ceiling {pain}").format(pain=round(value))
        self._draft.do(what, lambda plan: edit.set_ceiling(plan, round(value)), "ceiling")

    @Slot(str)
    def _on_note_text_edited(self, text: str) -> None:
        self._draft.do(self._words.gettext("note"), lambda plan: edit.set_note(plan, text), "plan-note")
