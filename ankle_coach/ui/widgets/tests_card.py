"""Self-tests on a card: those that are due, each with Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.words import Words
from ankle_coach.services.measurement_service import DueTest
from ankle_coach.ui.measure_words import measure_name, result_words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel


class TestsCard(Card):
    """A line for each test: its name, the last result, Start. `start_requested` carries the measure's id."""

    __test__ = False  # no test of ours, whatever its name says
    start_requested = Signal(str)

    def __init__(
        self, due: Sequence[DueTest], theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Make the card.

        Args:
            due: The tests, at least one.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Self-tests"), words.gettext("Once a week"), parent=parent)
        self.setObjectName("tests_card")
        self._words = words
        for test in due:
            self.body.addLayout(self._line(test))
        self.body.addStretch(1)

    def _line(self, test: DueTest) -> QHBoxLayout:
        name = measure_name(test.measure, self._words)
        button = QPushButton(self._words.gettext("Start"))
        button.setObjectName(f"start_test_{test.measure.id}")
        button.setAccessibleName(self._words.gettext("Start {session}").format(session=name))
        button.clicked.connect(lambda: self.start_requested.emit(test.measure.id))
        label = TextLabel(name)
        if test.last is not None:
            last = result_words(test.measure, test.last, self._words)
            day = short_date(test.last.entered.training_day, self._words)
            label.setToolTip(f"{day}: {last}")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label, 1)
        row.addWidget(button)
        return row
