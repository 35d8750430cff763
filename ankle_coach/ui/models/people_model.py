"""A therapist's persons as rows; texts are made when a row is painted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ankle_coach.domain.person_overview import PersonOverview
from ankle_coach.domain.program import Program
from ankle_coach.domain.words import Words
from ankle_coach.ui.person_words import (
    about_words,
    activity_words,
    flag_mark,
    person_name,
    phase_words,
    plan_words,
    review_words,
)
from ankle_coach.ui.widgets.text_label import plain_tip

_Index = QModelIndex | QPersistentModelIndex


class PersonRole(IntEnum):
    """What a row tells beside its display text, which is the name or code."""

    PERSON_ID = Qt.ItemDataRole.UserRole + 1
    SIDE = Qt.ItemDataRole.UserRole + 2
    """The affected side, or None."""
    ABOUT = Qt.ItemDataRole.UserRole + 3
    """Affected side and birth year in one line."""
    PLAN = Qt.ItemDataRole.UserRole + 4
    ACTIVITY = Qt.ItemDataRole.UserRole + 5
    FLAG = Qt.ItemDataRole.UserRole + 6
    """The most urgent open flag as a `FlagMark`, or None."""
    REVIEW = Qt.ItemDataRole.UserRole + 7
    """When the plan is looked at again; empty where no day is set."""
    REVIEW_DUE = Qt.ItemDataRole.UserRole + 8
    IS_OPEN = Qt.ItemDataRole.UserRole + 9
    PHASE = Qt.ItemDataRole.UserRole + 10
    """The place in the program; empty for a plan without one."""


class PeopleModel(QAbstractListModel):
    """Rows in the order in which they are given."""

    def __init__(self, programs: Mapping[str, Program], words: Words, parent: QObject | None = None) -> None:
        """Make an empty list.

        Args:
            programs: The programs by id.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._programs, self._words = programs, words
        self._rows: tuple[PersonOverview, ...] = ()
        self._today, self._opened = date.min, ""

    def set_persons(self, persons: Sequence[PersonOverview], today: date, opened: str) -> None:
        """Show persons.

        Args:
            persons: In the order to show them.
            today: The running training day.
            opened: Id of the person who is open; empty for nobody.
        """
        self.beginResetModel()
        self._rows, self._today, self._opened = tuple(persons), today, opened
        self.endResetModel()

    def overview(self, index: _Index) -> PersonOverview | None:
        """Return the person of a row, or None."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, person_id: str) -> QModelIndex:
        """Return the row of a person; an invalid index where they are not among them."""
        for number, row in enumerate(self._rows):
            if row.person.id == person_id:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many persons there are; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row tells; None for a role that it does not have."""
        one = self.overview(index)
        if one is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return person_name(one.person, self._words)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(person_name(one.person, self._words))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(one)
            case PersonRole.PERSON_ID:
                return one.person.id
            case PersonRole.SIDE:
                return one.person.affected
            case PersonRole.IS_OPEN:
                return one.person.id == self._opened
            case PersonRole.FLAG:
                return flag_mark(one.locks, self._words)
            case _:
                return self._text(one, role)

    def _text(self, one: PersonOverview, role: int) -> str | bool | None:
        words, plan = self._words, one.plan
        match role:
            case PersonRole.ABOUT:
                return about_words(one.person, words)
            case PersonRole.PLAN:
                return plan_words(plan, self._programs, words)
            case PersonRole.PHASE:
                return phase_words(plan, self._programs, words)
            case PersonRole.ACTIVITY:
                return activity_words(one.last_active, self._today, words)
            case PersonRole.REVIEW:
                return review_words(plan.review_on if plan else None, self._today, words)[0]
            case PersonRole.REVIEW_DUE:
                return review_words(plan.review_on if plan else None, self._today, words)[1]
            case _:
                return None

    def _spoken(self, one: PersonOverview) -> str:
        """Return a row in one breath, for a screen reader."""
        words = self._words
        flag = flag_mark(one.locks, words)
        active = words.gettext("Last activity: {when}")
        parts = (
            person_name(one.person, words),
            about_words(one.person, words),
            plan_words(one.plan, self._programs, words),
            phase_words(one.plan, self._programs, words),
            active.format(when=activity_words(one.last_active, self._today, words)),
            flag.text if flag else "",
            review_words(one.plan.review_on if one.plan else None, self._today, words)[0],
        )
        return ". ".join(part for part in parts if part)
