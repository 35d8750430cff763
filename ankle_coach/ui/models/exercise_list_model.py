"""The exercises of a search as rows: under the names of their groups, or by how well they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import equipment_word, exercise_field, exercise_name, group_word
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import is_own
from ankle_coach.domain.own_exercise_words import mine_word
from ankle_coach.domain.words import Words

_Index = QModelIndex | QPersistentModelIndex
EXERCISE = "application/x-ankle-coach-exercise"
"""What is dragged out of a list of exercises: the id of one."""


class Role(IntEnum):
    """What a row tells beside its display text."""

    EXERCISE_ID = Qt.ItemDataRole.UserRole + 1
    """The exercise's id; empty on the row of a group."""
    COUNT = Qt.ItemDataRole.UserRole + 2
    """How many exercises follow the row of a group."""
    TARGET = Qt.ItemDataRole.UserRole + 3
    DOSE = Qt.ItemDataRole.UserRole + 4
    NEEDS = Qt.ItemDataRole.UserRole + 5
    """How often, and what it takes, in one line."""
    BADGE = Qt.ItemDataRole.UserRole + 6
    """What marks an exercise that somebody here wrote; empty for a shipped one."""


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    exercise: Exercise | None = None
    count: int = 0


class ExerciseListModel(QAbstractListModel):
    """Rows of groups, which cannot be chosen, and of exercises. Texts are made when first asked for."""

    def __init__(self, library: Library, words: Words, parent: QObject | None = None) -> None:
        """Make an empty model; see `set_exercises`.

        Args:
            library: Knows the names of the exercises in a routine.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._words = library, words
        self._rows: list[_Row] = []
        self._doses: dict[str, str] = {}

    @property
    def exercise_ids(self) -> tuple[str, ...]:
        """The exercises in the order of their rows."""
        return tuple(row.exercise.id for row in self._rows if row.exercise)

    def set_exercises(self, exercises: Sequence[Exercise], *, grouped: bool) -> None:
        """Show exercises.

        Args:
            exercises: In the order to show them.
            grouped: Whether each group's name stands above its exercises.
        """
        self.set_sections((), exercises, grouped=grouped)

    def set_sections(
        self,
        first: Sequence[tuple[str, Sequence[Exercise]]],
        exercises: Sequence[Exercise],
        *,
        grouped: bool,
    ) -> None:
        """Show exercises, and sections such as favorites before them.

        Args:
            first: Name and exercises of each section that comes first; they stand in their groups too.
            exercises: In the order to show them.
            grouped: Whether each group's name stands above its exercises.
        """
        self.beginResetModel()
        self._doses = {known: dose for known, dose in self._doses.items() if not is_own(known)}
        self._rows = []
        for title, chosen in first:
            self._add_rows(title, chosen)
        for group, members in groupby(exercises, key=lambda exercise: exercise.group):
            self._add_rows(group_word(group, self._words) if grouped else "", list(members))
        self.endResetModel()

    def _add_rows(self, title: str, exercises: Sequence[Exercise]) -> None:
        if title and exercises:
            self._rows.append(_Row(title, count=len(exercises)))
        self._rows += [_Row(exercise_name(exercise, self._words), exercise) for exercise in exercises]

    def index_of(self, exercise_id: str) -> QModelIndex:
        """Return the row of an exercise; an invalid index where it is not among them."""
        for number, row in enumerate(self._rows):
            if row.exercise and row.exercise.id == exercise_id:
                return self.index(number)
        return QModelIndex()

    def rows_of(self, exercise_id: str) -> tuple[QModelIndex, ...]:
        """Return every row of an exercise; a favorite has two."""
        return tuple(
            self.index(number)
            for number, row in enumerate(self._rows)
            if row.exercise and row.exercise.id == exercise_id
        )

    def _dose(self, exercise: Exercise) -> str:
        if exercise.id not in self._doses:
            level = exercise.default
            self._doses[exercise.id] = dose_sentence(
                level.dose, level.side_mode, None, self._words, self._name_of
            )
        return self._doses[exercise.id]

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)

    def _needs(self, exercise: Exercise) -> str:
        things = [equipment_word(thing, self._words) for thing in exercise.usual_equipment]
        often = frequency_sentence(exercise.frequency[0], self._words)
        separator = self._words.pgettext("list", ", ")
        needs = separator.join(things) or self._words.gettext("nothing needed")
        return f"{often} · {needs}"

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many rows there are; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that exercises can be chosen and groups cannot."""
        if not index.isValid() or self._rows[index.row()].exercise is None:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return usable | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Return what is dragged out of a view that lets itself be dragged from."""
        return [EXERCISE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the exercise that is dragged."""
        data = QMimeData()
        names = [str(index.data(Role.EXERCISE_ID)) for index in indexes if index.data(Role.EXERCISE_ID)]
        data.setData(EXERCISE, (names[0] if names else "").encode())
        return data

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a text or id of a row; None for a role that the row does not have."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if row.exercise is None:
            return {Role.EXERCISE_ID: "", Role.COUNT: row.count}.get(Role(role)) if role in _ROLES else None
        return self._exercise_data(row.text, row.exercise, role)

    def _exercise_data(self, name: str, exercise: Exercise, role: int) -> str | None:
        match role:
            case Role.EXERCISE_ID:
                return exercise.id
            case Role.TARGET:
                return exercise_field(exercise, "target", self._words)
            case Role.DOSE:
                return self._dose(exercise)
            case Role.NEEDS:
                return self._needs(exercise)
            case Role.BADGE:
                return mine_word(self._words) if is_own(exercise.id) else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                target = exercise_field(exercise, "target", self._words)
                told = [name, mine_word(self._words) if is_own(exercise.id) else "", target]
                told += [self._dose(exercise), self._needs(exercise)]
                return ". ".join(text for text in told if text)
            case _:
                return None


_ROLES = frozenset(int(role) for role in Role)
