"""Results of self-tests on the journal's page, newest first, and the tests that can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.words import Words
from ankle_coach.services.measurement_service import SELF_TESTS
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.measure_desk import MeasureDesk
from ankle_coach.ui.measure_words import measure_name, result_words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.visibility import clear_layout

_ROW, _MOST_ROWS = 54, 5


class JournalTestsCard(Card):
    """Enter or a double click opens a result, to be corrected or deleted."""

    def __init__(self, desk: MeasureDesk, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the card.

        Args:
            desk: Opens tests and results.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Self-tests"), parent=parent)
        self.setObjectName("journal_tests")
        self._desk, self._words = desk, words
        self._results: list[Measurement] = []
        self._list = QListWidget()
        self._list.setObjectName("test_results")
        self._list.setAccessibleName(words.gettext("Results of self-tests"))
        self._list.setWordWrap(True)
        self._list.itemDoubleClicked.connect(self._on_result_wanted)
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self._list)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self._on_result_wanted)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=8)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.add_widget(self._list)
        self.add_widget(self._buttons)

    def show_view(self, _view: ChartView) -> None:
        """Show the results and tests of now; without either it takes no room."""
        self.setVisible(self.refresh())

    def refresh(self) -> bool:
        """Show the results and tests of now; say whether there is anything to show."""
        service = self._desk.measurements
        offered = service.offered()
        known = {name: service.catalog.of(name) for name in SELF_TESTS}
        history = [result for result in service.history() if result.measure in known]
        self._results = sorted(history, key=lambda one: one.entered.at, reverse=True)
        self._list.clear()
        for result in self._results:
            measure = known[result.measure]
            day = short_date(result.entered.training_day, self._words)
            text = (
                f"{day} · {measure_name(measure, self._words)}\n{result_words(measure, result, self._words)}"
            )
            self._list.addItem(QListWidgetItem(text))
        self._list.setFixedHeight(self._theme.px(_ROW) * min(_MOST_ROWS, max(1, len(self._results))) + 8)
        self._list.setVisible(bool(self._results))
        self._show_buttons([(measure.id, measure_name(measure, self._words)) for measure in offered])
        return bool(offered or self._results)

    def _show_buttons(self, tests: list[tuple[str, str]]) -> None:
        clear_layout(self._flow)
        for measure_id, name in tests:
            button = QPushButton(name)
            button.setObjectName(f"new_test_{measure_id}")
            button.setAccessibleName(self._words.gettext("Start {session}").format(session=name))
            button.clicked.connect(
                lambda _=False, chosen=measure_id: self._desk.open_new(chosen, self.window())
            )
            self._flow.addWidget(button)

    def _begin(self, measure_id: str) -> None:
        self._desk.open_new(measure_id, self.window())

    @Slot()
    def _on_result_wanted(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._results):
            self._desk.open(self._results[row], self.window())
