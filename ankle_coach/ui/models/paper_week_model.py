"""A filled sheet as a table: an exercise a row, a day a column, and two rows of pains below them."""

from __future__ import annotations

from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ankle_coach.domain.date_words import long_date, short_date, short_weekday
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.library import Library
from ankle_coach.domain.paper_week import (
    DAYS,
    MOST_TIMES,
    PaperCell,
    PaperDay,
    PaperRow,
    PaperWeek,
    all_planned,
    with_cell,
    with_morning,
    with_pain,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.text_label import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_WORST = 10


class CellRole(IntEnum):
    """What a delegate asks of a cell."""

    KIND = Qt.ItemDataRole.UserRole + 1
    PLANNED = Qt.ItemDataRole.UserRole + 2
    ELSEWHERE = Qt.ItemDataRole.UserRole + 3
    TIMES = Qt.ItemDataRole.UserRole + 4
    PAIN = Qt.ItemDataRole.UserRole + 5


class CellKind(StrEnum):
    """What a row is about."""

    EXERCISE = "exercise"
    PAIN = "pain"
    MORNING = "morning"


class PaperWeekModel(QAbstractTableModel):
    """The cells of a week; what is changed is in `week`."""

    week_changed = Signal()

    def __init__(self, library: Library, words: Words, parent: QObject | None = None) -> None:
        """Make an empty sheet."""
        super().__init__(parent)
        self._library, self._words = library, words
        self._week: PaperWeek | None = None

    @property
    def week(self) -> PaperWeek | None:
        """The sheet with everything that was entered; None before the first."""
        return self._week

    def set_week(self, week: PaperWeek | None) -> None:
        """Show a sheet, or none."""
        self.beginResetModel()
        self._week = week
        self.endResetModel()
        self.week_changed.emit()

    def kind(self, index: _Index) -> CellKind:
        """Return what a cell's row is about."""
        rows = len(self._week.rows) if self._week else 0
        if index.row() < rows:
            return CellKind.EXERCISE
        return CellKind.PAIN if index.row() == rows else CellKind.MORNING

    def toggle(self, index: _Index) -> None:
        """Tick an exercise as often as it was planned, once at least, or take the tick back."""
        if self._is_open(index) and self.kind(index) is CellKind.EXERCISE:
            row, cell = self._row(index), self._cell(index)
            times = 0 if cell.times else max(1, row.planned[index.column()] - row.elsewhere[index.column()])
            self._set_cell(index, PaperCell(times=min(MOST_TIMES, times)))

    def add_time(self, index: _Index, more: int) -> None:
        """Tick an exercise once more, or once less (-1)."""
        if self._is_open(index) and self.kind(index) is CellKind.EXERCISE:
            cell = self._cell(index)
            times = max(0, min(MOST_TIMES, cell.times + more))
            self._set_cell(index, PaperCell(times=times, pain=cell.pain))

    def type_digit(self, index: _Index, digit: int) -> None:
        """Write a digit into a cell: a pain of its own for an exercise, or the pain of the day.

        A 0 behind a 1 makes 10.
        """
        if not self._is_open(index):
            return
        before = self.data(index, CellRole.PAIN)
        pain = _WORST if before == 1 and digit == 0 else digit
        self._set_pain(index, pain)

    def clear(self, index: _Index) -> None:
        """Leave a cell empty."""
        if not self._is_open(index):
            return
        if self.kind(index) is CellKind.EXERCISE:
            self._set_cell(index, PaperCell())
        else:
            self._set_pain(index, NoAnswer.MISSING)

    def tick_planned(self) -> None:
        """Tick everything that was planned and is not recorded otherwise; other ticks stay."""
        if self._week is None:
            return
        self._week = all_planned(self._week)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, DAYS - 1))
        self.week_changed.emit()

    @property
    def _known(self) -> PaperWeek:
        assert self._week is not None
        return self._week

    def _row(self, index: _Index) -> PaperRow:
        return self._known.rows[index.row()]

    def _cell(self, index: _Index) -> PaperCell:
        return self._known.cells[index.row()][index.column()]

    def _day(self, index: _Index) -> PaperDay:
        return self._known.days[index.column()]

    def _is_open(self, index: _Index) -> bool:
        return bool(index.isValid() and self.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _set_pain(self, index: _Index, pain: Answer) -> None:
        match self.kind(index):
            case CellKind.EXERCISE:
                cell = self._cell(index)
                self._set_cell(index, PaperCell(times=max(1, cell.times), pain=pain))
            case CellKind.PAIN:
                self._keep(index, with_pain(self._known, index.column(), pain))
            case CellKind.MORNING:
                self._keep(index, with_morning(self._known, index.column(), pain))

    def _set_cell(self, index: _Index, cell: PaperCell) -> None:
        self._keep(index, with_cell(self._known, index.row(), index.column(), cell))

    def _keep(self, index: _Index, week: PaperWeek) -> None:
        self._week = week
        self._tell(index)

    def _tell(self, index: _Index) -> None:
        place = self.index(index.row(), index.column())
        self.dataChanged.emit(place, place)
        self.week_changed.emit()

    def _name(self, row: int) -> str:
        words = self._words
        if self._week is None or row >= len(self._week.rows):
            first = self._week is not None and row == len(self._week.rows)
            return words.gettext("Worst pain that day") if first else words.gettext("Pain next morning")
        offer = self._week.rows[row].offer
        name = exercise_name(self._library.exercise(offer.prescription.exercise), words)
        twins = [one.offer.prescription.exercise for one in self._week.rows]
        if twins.count(offer.prescription.exercise) > 1 and offer.sides[0] is not Side.BOTH:
            return f"{name} ({', '.join(side_word(side, words) for side in offer.sides)})"
        return name

    def _said(self, index: _Index) -> str:
        """What a reader of the screen hears of a cell."""
        words, kind = self._words, self.kind(index)
        parts = [self._name(index.row())]
        if self._week is not None:
            parts.append(long_date(self._week.first + timedelta(days=index.column()), words))
        pain = self.data(index, CellRole.PAIN)
        if kind is not CellKind.EXERCISE:
            parts.append(words.gettext("empty") if pain is None else str(pain))
            return ", ".join(parts)
        times, elsewhere = index.data(CellRole.TIMES), index.data(CellRole.ELSEWHERE)
        if elsewhere:
            parts.append(words.gettext("recorded in the app"))
        if times:
            parts.append(words.ngettext("done once", "done {n} times", times).format(n=times))
        elif not elsewhere:
            planned = bool(index.data(CellRole.PLANNED))
            parts.append(words.gettext("planned, not done") if planned else words.gettext("not planned"))
        if pain is not None:
            parts.append(words.gettext("pain {n}").format(n=pain))
        return ", ".join(parts)

    def _of_cell(self, index: _Index, role: int) -> Any:
        kind, exercise = self.kind(index), self.kind(index) is CellKind.EXERCISE
        match role:
            case CellRole.KIND:
                return kind
            case CellRole.PLANNED:
                return self._row(index).planned[index.column()] if exercise else 0
            case CellRole.ELSEWHERE:
                return self._row(index).elsewhere[index.column()] if exercise else 0
            case CellRole.TIMES:
                return self._cell(index).times if exercise else 0
            case _:
                answer = self._cell(index).pain if exercise else self._day(index).pain
                if kind is CellKind.MORNING:
                    answer = self._day(index).morning
                return answer if isinstance(answer, int) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's value for a role of `CellRole`, or what is said of it."""
        if not index.isValid() or self._week is None:
            return None
        if role in tuple(CellRole):
            return self._of_cell(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(index))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a day above, or the name of a row at the left."""
        if role != Qt.ItemDataRole.DisplayRole or self._week is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._name(section)
        day = self._week.first + timedelta(days=section)
        return f"{short_weekday(day, self._words)}\n{short_date(day, self._words)}"

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be reached; a morning that is known from elsewhere cannot be changed."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        known = self._week is not None and index.column() in self._week.known_mornings
        if self.kind(index) is CellKind.MORNING and known:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many rows there are: the exercises and two of pains."""
        return len(self._week.rows) + 2 if self._week is not None and not parent.isValid() else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Return the seven days."""
        return DAYS if self._week is not None and not parent.isValid() else 0
