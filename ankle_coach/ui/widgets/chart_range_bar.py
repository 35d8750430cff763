"""Chooses the days that all charts show: the last weeks, everything, or own days."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QDateEdit, QLabel, QSizePolicy, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_range import CUSTOM, EVERYTHING, ChartRange
from ankle_coach.ui.qt_dates import day_of, qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard


class ChartRangeBar(QWidget):
    """The choice, and two fields beside it while the days are a person's own."""

    def __init__(self, days: ChartRange, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the bar.

        Args:
            days: What is chosen.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("range_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._days, self._theme, self._words = days, theme, words
        self._build()
        days.changed.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        gettext = self._words.gettext
        choices = [
            ("4", gettext("4 weeks")),
            ("12", gettext("12 weeks")),
            (EVERYTHING, gettext("All")),
            (CUSTOM, gettext("Custom")),
        ]
        self._choice = SegmentedControl(gettext("Range"), choices)
        self._choice.setObjectName("range")
        self._first = self._field("range_from", gettext("First day"))
        self._to = TextLabel(self._words.pgettext("range of days", "to"), "muted", wraps=False)
        self._last = self._field("range_to", gettext("Last day"))
        row = FlowLayout(self, spacing=8)
        for widget in (self._choice, *self._own()):
            row.addWidget(widget)
        self._choice.current_changed.connect(self._days.choose)
        self._first.dateChanged.connect(self._on_field_date_changed)
        self._last.dateChanged.connect(self._on_field_date_changed)

    def _own(self) -> tuple[QDateEdit, QLabel, QDateEdit]:
        return self._first, self._to, self._last

    def _field(self, name: str, spoken: str) -> QDateEdit:
        field = QDateEdit()
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setDisplayFormat("yyyy-MM-dd")
        FieldInset(field, self._theme)
        field.setKeyboardTracking(False)
        WheelGuard(field)
        return field

    @Slot()
    def _refresh(self) -> None:
        with QSignalBlocker(self._choice):
            self._choice.set_current(self._days.choice)
        custom = self._days.choice == CUSTOM
        for widget in self._own():
            set_shown(widget, custom)
        if self._days.days is None or self._days.limits is None:
            return
        low, high = self._days.limits
        for field, day in zip((self._first, self._last), self._days.days, strict=True):
            with QSignalBlocker(field):
                field.setDateRange(qt_date(low), qt_date(high))
                field.setDate(qt_date(day))

    @Slot()
    def _on_field_date_changed(self) -> None:
        first, last = day_of(self._first.date()), day_of(self._last.date())
        self._days.show(min(first, last), max(first, last))
