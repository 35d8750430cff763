"""The runs as a table, the latest first, in the chosen units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.played_runs import KnownRun
from ankle_coach.domain.run_words import distance_words, minutes_said, surface_word
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.text_label import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_DASH = "\N{EN DASH}"


class Column(IntEnum):
    """The columns in their order."""

    DAY = 0
    DISTANCE = 1
    TIME = 2
    PAIN = 3
    LIMP = 4
    KIND = 5


class RunListModel(QAbstractTableModel):
    """The rows of the list."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._words, self._units = words, Units.METRIC
        self._runs: tuple[KnownRun, ...] = ()
        self._shoes: Mapping[str, str] = {}

    def set_runs(self, runs: Sequence[KnownRun], shoes: Mapping[str, str], units: Units) -> None:
        """Show runs.

        Args:
            runs: The runs, oldest first.
            shoes: Names of shoes by id.
            units: What distances are shown in.
        """
        self.beginResetModel()
        self._runs, self._shoes, self._units = tuple(reversed(runs)), shoes, units
        self.endResetModel()

    def known(self, index: _Index) -> KnownRun | None:
        """Return the run of a row with how it came here, or None."""
        return self._runs[index.row()] if index.isValid() else None

    def run(self, index: _Index) -> RunRecord | None:
        """Return the run of a row, or None."""
        known = self.known(index)
        return known.run if known is not None else None

    def _text(self, known: KnownRun, column: Column) -> str:
        words, run = self._words, known.run
        match column:
            case Column.DAY:
                return short_date(run.day, words)
            case Column.DISTANCE:
                return distance_words(run.meters, self._units, words)
            case Column.TIME:
                return minutes_said(run, words)
            case Column.PAIN:
                return f"{_answer(run.pain_during, words)} / {_answer(run.pain_after, words)}"
            case Column.LIMP:
                return _limp(run, words)
            case Column.KIND:
                return self._kind(known)

    def _kind(self, known: KnownRun) -> str:
        parts, run = [], known.run
        if run.stage is not None:
            parts.append(self._words.gettext("Stage {number}").format(number=run.stage))
        if known.session:
            parts.append(self._words.gettext("from the player"))
        if run.surface:
            parts.append(surface_word(run.surface, self._words))
        if run.shoes in self._shoes:
            parts.append(self._shoes[run.shoes])
        if run.note:
            parts.append(run.note)
        return " · ".join(parts)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return the number of runs."""
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text."""
        known = self.known(index)
        if known is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._text(known, Column(index.column()))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        gettext = self._words.gettext
        return {
            Column.DAY: gettext("Day"),
            Column.DISTANCE: gettext("Distance"),
            Column.TIME: gettext("Running"),
            Column.PAIN: gettext("Pain during / after"),
            Column.LIMP: gettext("Limp"),
            Column.KIND: gettext("More"),
        }[Column(section)]


def _answer(answer: Answer, words: Words) -> str:
    """Return a number; a dash where it was left out; words where it was never asked."""
    if isinstance(answer, int):
        return str(answer)
    return _DASH if answer is NoAnswer.MISSING else words.gettext("not asked")


def _limp(run: RunRecord, words: Words) -> str:
    if run.limp is None:
        return _DASH
    return words.pgettext("answer", "Yes") if run.limp else words.pgettext("answer", "No")
