"""Entering a filled sheet: a week of ticks and pains, in under a minute by keyboard."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.date_words import date_span
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.library import Library
from ankle_coach.domain.paper_week import DAYS, PaperWeek
from ankle_coach.domain.words import Words
from ankle_coach.services.paper_week_service import PaperWeekService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.models.paper_week_model import PaperWeekModel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.week_grid import WeekGrid

_WIDE, _HIGH = 940, 700


class PaperWeekDialog(QDialog):
    """A sheet of one week; others are one click away, and Save keeps every week that was changed."""

    week_saved = Signal()

    def __init__(
        self,
        paper: PaperWeekService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        parent: QWidget,
    ) -> None:
        """Show the last whole week.

        Args:
            paper: Reads and keeps weeks.
            library: Names exercises.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self._paper, self._theme, self._words, self._hub = paper, theme, words, hub
        self._first = paper.last_week()
        self._edited: dict[date, PaperWeek] = {}
        self._model = PaperWeekModel(library, words, self)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("paper_week_dialog")
        self.setWindowTitle(words.gettext("Enter a filled sheet"))
        self._build()
        self._connect()
        self._show(self._first)

    @property
    def first(self) -> date:
        """The first day of the week in view."""
        return self._first

    def _build(self) -> None:
        gettext = self._words.gettext
        self._title = TextLabel(gettext("Enter a filled sheet"), "heading")
        self._span = TextLabel("", "strong")
        self._span.setObjectName("paper_span")
        self._span.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._earlier = dialog_button(gettext("Week before"), "paper_earlier")
        self._later = dialog_button(gettext("Week after"), "paper_later")
        self._hint = TextLabel(
            gettext(
                "Space ticks, digits are pains 0 to 10, Backspace leaves empty, Enter goes on. "
                "A digit in a box is that exercise's own pain; other exercises take the day's."
            ),
            "small",
        )
        self._problem = Banner(self._theme, self._words, "danger", "", word=gettext("Not entered"))
        self._problem.setObjectName("paper_problem")
        self._problem.hide()
        self._grid = WeekGrid(self._theme, self._model)
        self._grid.setAccessibleName(gettext("The sheet: exercises and days"))
        self._planned = dialog_button(gettext("&Tick all that was planned"), "paper_planned")
        self._cancel = dialog_button(gettext("Cancel"), "paper_cancel")
        self._save = dialog_button(gettext("&Save the week"), "paper_save", "primary")
        self._lay_out()
        take_size(self, self._theme, _WIDE, _HIGH)

    def _lay_out(self) -> None:
        weeks, foot, outer = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for row in (weeks, foot):
            row.setSpacing(10)
        weeks.addWidget(self._earlier)
        weeks.addWidget(self._span, 1)
        weeks.addWidget(self._later)
        foot.addWidget(self._planned)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._title)
        outer.addLayout(weeks)
        outer.addWidget(self._problem)
        outer.addWidget(self._grid, 1)
        outer.addWidget(self._hint)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later.clicked.connect(self._on_later_clicked)
        self._planned.clicked.connect(self._on_planned_clicked)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save_clicked)
        self._model.dataChanged.connect(self._on_model_data_changed)

    def _show(self, first: date) -> None:
        """Show the sheet of a week, or say why there is none."""
        self._first = first
        self._span.setText(date_span(first, first + timedelta(days=DAYS - 1), self._words))
        self._problem.hide()
        try:
            self._model.set_week(self._edited.get(first) or self._paper.week(first))
        except AnkleCoachError as error:
            self._model.set_week(None)
            self._say(str(error))
        there = self._model.week is not None
        self._later.setEnabled(first <= self._paper.last_week())
        self._planned.setEnabled(there)
        self._save.setEnabled(bool(self._edited))
        self._grid.begin()

    def _say(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self._show(self._first - timedelta(days=DAYS))

    @Slot()
    def _on_later_clicked(self) -> None:
        self._show(self._first + timedelta(days=DAYS))

    @Slot()
    def _on_planned_clicked(self) -> None:
        self._model.tick_planned()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_model_data_changed(self) -> None:
        if self._model.week is not None:
            self._edited[self._first] = self._model.week
            self._save.setEnabled(True)

    @Slot()
    def _on_save_clicked(self) -> None:
        changes = Changes.NONE
        for first, week in sorted(self._edited.items()):
            try:
                changes |= self._paper.save(week)
            except AnkleCoachError as error:
                self._show(first)
                self._say(str(error))
                return
        self._hub.publish(changes)
        self.week_saved.emit()
        self.accept()
