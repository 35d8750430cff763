"""The decision log as a table: day, exercise, side, outcome, rule and reason, the latest day first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import outcome_told, reason
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.decision_texts import mark_icon, named
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import plain_tip

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in their order."""

    DAY = 0
    EXERCISE = 1
    SIDE = 2
    OUTCOME = 3
    RULE = 4
    REASON = 5


class DecisionLogModel(QAbstractTableModel):
    """The rows of the log, of one exercise or of all."""

    def __init__(self, library: Library, theme: Theme, words: Words, parent: QObject | None = None) -> None:
        """Make an empty log.

        Args:
            library: Names exercises.
            theme: Draws the marks.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words = library, theme, words
        self._all: tuple[Decision, ...] = ()
        self._rows: tuple[Decision, ...] = ()
        self._exercise: str | None = None

    def set_decisions(self, decisions: Sequence[Decision]) -> None:
        """Show other decisions; the filter stays."""
        self._all = tuple(decisions)
        self._refill()

    def set_exercise(self, exercise: str | None) -> None:
        """Show one exercise only; empty for the whole plan, None for everything."""
        self._exercise = exercise
        self._refill()

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of all exercises that were decided about, in the order of their latest decision."""
        return tuple(dict.fromkeys(d.exercise for d in self._all if d.exercise))

    def decision(self, index: _Index) -> Decision | None:
        """Return the decision of a row, or None."""
        return self._rows[index.row()] if index.isValid() else None

    def _refill(self) -> None:
        self.beginResetModel()
        wanted = self._exercise
        self._rows = tuple(d for d in self._all if wanted is None or d.exercise == wanted)
        self.endResetModel()

    def _text(self, decision: Decision, column: Column) -> str:
        words = self._words
        match column:
            case Column.DAY:
                return short_date(decision.day, words)
            case Column.EXERCISE:
                if decision.is_plan_wide:
                    return words.gettext("The whole plan")
                return named(decision.exercise, self._library, words)
            case Column.SIDE:
                side = decision.side
                return "" if side is None or side is Side.BOTH else side_word(side, words)
            case Column.OUTCOME:
                return outcome_told(decision, words)
            case Column.RULE:
                return decision.rule
            case Column.REASON:
                return keep_units(reason(decision, words))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return the number of decisions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text; the outcome has its mark too."""
        decision = self.decision(index)
        if decision is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(decision, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(decision, column))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.OUTCOME:
            return self._theme.icon(mark_icon(decision.outcome), "accent")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(decision, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        gettext = self._words.gettext
        return {
            Column.DAY: gettext("Day"),
            Column.EXERCISE: gettext("Exercise"),
            Column.SIDE: gettext("Side"),
            Column.OUTCOME: gettext("Decision"),
            Column.RULE: gettext("Rule"),
            Column.REASON: gettext("Why"),
        }[Column(section)]
