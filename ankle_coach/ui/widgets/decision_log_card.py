"""The decision log of the Journal (clinical.md §6.2, chart 12): what was decided, by which rule, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.decision_texts import named
from ankle_coach.ui.models.decision_log_model import Column, DecisionLogModel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.table_list import TableList
from ankle_coach.ui.widgets.visibility import set_shown

_HEIGHT = 320
_WIDTHS = {
    Column.DAY: 70,
    Column.EXERCISE: 190,
    Column.SIDE: 60,
    Column.OUTCOME: 170,
    Column.RULE: 96,
}
_LEAST_WHY = 120
"""Pixels at 100 % text of the last column."""
_EVERYTHING = "all"


class DecisionLogCard(Card):
    """A list of decisions with a filter by exercise. Enter or a double click asks for the full reasoning.

    Signals:
        reasoning_requested: The full reasoning of a `Decision` is wanted.
    """

    reasoning_requested = Signal(object)

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make an empty log.

        Args:
            theme: The look.
            words: The reader's language.
            library: Names exercises.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Decisions"), parent=parent)
        self.setObjectName("decision_log_card")
        self._words, self._library = words, library
        self._model = DecisionLogModel(library, theme, words, self)
        self._known: tuple[Decision, ...] = ()
        self._days: tuple[date, date] | None = None
        self._build_parts()
        self._connect()
        self._resize()

    @property
    def model(self) -> DecisionLogModel:
        """The rows."""
        return self._model

    @property
    def filter(self) -> QComboBox:
        """Chooses the exercise."""
        return self._filter

    def show_view(self, view: ChartView) -> None:
        """Show the decisions about the days shown."""
        self._known = view.charts.decisions()
        self._days = None
        self.show_range(*view.days)

    def show_range(self, first: date, last: date) -> None:
        """Show the decisions about some days; without any decision at all it says when they come."""
        if self._days == (first, last):
            return
        self._days = first, last
        self.show_decisions([d for d in self._known if first <= d.day <= last])
        set_shown(self._list, bool(self._known))
        set_shown(self._filter, bool(self._known))
        if not self._known:
            self.set_subtitle(
                self._words.gettext(
                    "What the rules decide after each session and morning check-in is written down here, "
                    "each with its rule and reason. The first comes the day after your first session."
                )
            )

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show a log; the chosen exercise stays while there is one."""
        self._model.set_decisions(decisions)
        count = len(decisions)
        counted = self._words.ngettext("{n} decision", "{n} decisions", count).format(n=count)
        hint = self._words.gettext("Press Enter on one for the full reasoning")
        self.set_subtitle(f"{counted}. {hint}" if count else counted)
        chosen = self._filter.currentData()
        with QSignalBlocker(self._filter):
            self._filter.clear()
            self._filter.addItem(self._words.gettext("All exercises"), _EVERYTHING)
            self._filter.addItem(self._words.gettext("The whole plan"), "")
            for exercise in self._model.exercises:
                self._filter.addItem(named(exercise, self._library, self._words), exercise)
            self._filter.setCurrentIndex(max(0, self._filter.findData(chosen)))
        self._on_filter_changed()

    def _build_parts(self) -> None:
        gettext = self._words.gettext
        self._filter = QComboBox()
        self._filter.setObjectName("decision_filter")
        self._filter.setAccessibleName(gettext("Decisions about"))
        self._filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._filter.setMinimumContentsLength(18)
        self._filter.addItem(gettext("All exercises"), _EVERYTHING)
        self.add_action(self._filter)
        self._list = TableList()
        self._list.setObjectName("decision_log")
        self._list.setAccessibleName(gettext("Decisions, the latest first"))
        self._list.setModel(self._model)
        self.add_widget(self._list)

    def _connect(self) -> None:
        self._list.activated.connect(self._on_list_activated)
        self._filter.currentIndexChanged.connect(self._on_filter_changed)
        self._theme.theme_changed.connect(self._resize)

    @Slot()
    def _resize(self) -> None:
        self._list.setFixedHeight(self._theme.px(_HEIGHT))
        px, widths = self._theme.px, _WIDTHS
        self._list.set_widths({column: px(width) for column, width in widths.items()}, px(_LEAST_WHY))

    @Slot()
    def _on_filter_changed(self) -> None:
        chosen = self._filter.currentData()
        self._model.set_exercise(None if chosen == _EVERYTHING else chosen)
        self._list.fit_columns()

    @Slot(QModelIndex)
    def _on_list_activated(self, index: QModelIndex) -> None:
        decision = self._model.decision(index)
        if decision is not None:
            self.reasoning_requested.emit(decision)
