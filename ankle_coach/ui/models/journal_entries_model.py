"""Sessions, check-ins, reviews and scores in one list, newest first, under the headings of their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ankle_coach.domain.date_words import local_time, long_date
from ankle_coach.domain.journal import Answer, CheckIn, Moment, NoAnswer, SessionStatus, SessionSummary
from ankle_coach.domain.measures import ScoreEntry
from ankle_coach.domain.pain_history import mornings, next_morning
from ankle_coach.domain.reviews import Review
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import minutes_words, side_word, swelling_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.text_label import plain_tip

DASH = "\N{EN DASH}"
"""Stands for an answer that was asked for and is missing."""
_Index = QModelIndex | QPersistentModelIndex


class EntryKind(StrEnum):
    """What a row is."""

    DAY = "day"
    """The heading of the entries that follow."""
    SESSION = "session"
    CHECK_IN = "check-in"
    REVIEW = "review"
    SCORE = "score"


class OtherEntry(NamedTuple):
    """An entry that comes with its words: a review or a score.

    Attributes:
        kind: What it is.
        id: Its id.
        entered: When.
        name: The first line's beginning.
        state: The first line's end.
        detail: The second line.
        entry: What it stands for.
    """

    kind: EntryKind
    id: str
    entered: Moment
    name: str
    state: str
    detail: str
    entry: Review | ScoreEntry


Entry = SessionSummary | CheckIn | OtherEntry


class EntryRole(IntEnum):
    """What a row can be asked beside Qt's own roles."""

    KIND = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    DETAIL = Qt.ItemDataRole.UserRole + 3
    """The second line: the answers."""
    DAY = Qt.ItemDataRole.UserRole + 4
    HAS_NOTE = Qt.ItemDataRole.UserRole + 5
    NAME = Qt.ItemDataRole.UserRole + 6
    """The first line's beginning: what it was."""
    STATE = Qt.ItemDataRole.UserRole + 7
    """The first line's end: how long, and how it ended."""


class JournalEntriesModel(QAbstractListModel):
    """The rows of the journal. `DisplayRole` is the first line, `EntryRole.DETAIL` the second."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._words = words
        self._rows: list[date | Entry] = []
        self._mornings: dict[date, Answer] = {}
        self._today = date.min

    def set_entries(
        self,
        sessions: Sequence[SessionSummary],
        check_ins: Sequence[CheckIn],
        today: date,
        others: Sequence[OtherEntry] = (),
    ) -> None:
        """Show other entries.

        Args:
            sessions: In any order.
            check_ins: In any order.
            today: The running training day, after which no answer can be missing yet.
            others: Reviews and scores, in any order.
        """
        self.beginResetModel()
        self._today = today
        self._mornings = mornings(check_ins)
        entries: list[Entry] = [*sessions, *check_ins, *others]
        entries.sort(key=_newest_first, reverse=True)
        self._rows = []
        before: date | None = None
        for entry in entries:
            day = _day_of(entry)
            if day != before:
                self._rows.append(day)
            before = day
            self._rows.append(entry)
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """Return a row's entry; None for a heading and for no row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return None if isinstance(row, date) else row

    def index_of(self, entry_id: str) -> QModelIndex:
        """Return the row of an entry, or an invalid index."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, date) and row.id == entry_id:
                return self.index(number)
        return QModelIndex()

    def _title(self, row: date | Entry) -> str:
        if isinstance(row, date):
            return self._day_words(row)
        return f"{self._name(row)} · {self._state(row)}" if self._state(row) else self._name(row)

    def _name(self, row: date | Entry) -> str:
        if isinstance(row, date):
            return self._day_words(row)
        if isinstance(row, OtherEntry):
            return row.name
        return row.name if isinstance(row, SessionSummary) else self._words.gettext("Morning check-in")

    def _state(self, row: date | Entry) -> str:
        if isinstance(row, OtherEntry):
            return row.state
        if isinstance(row, SessionSummary):
            minutes = [minutes_words(row.duration, 0, self._words)] if row.duration else []
            return " · ".join([*minutes, self._status(row)])
        if isinstance(row, CheckIn) and row.side is not Side.BOTH:
            return side_word(row.side, self._words)
        return ""

    def _day_words(self, day: date) -> str:
        if day == self._today:
            return self._words.gettext("Today, {day}").format(day=long_date(day, self._words))
        if day.year == self._today.year:
            return long_date(day, self._words)
        template = self._words.pgettext("a day and its year", "{day}, {year}")
        return template.format(day=long_date(day, self._words), year=day.year)

    def _status(self, session: SessionSummary) -> str:
        if session.status is SessionStatus.STOPPED_FOR_PAIN:
            return self._words.gettext("stopped for pain")
        percent = int(100 * session.share_done)
        if percent >= 100:
            return self._words.pgettext("session", "done")
        return self._words.gettext("{percent} % done").format(percent=percent)

    def _detail(self, row: date | Entry) -> str:
        if isinstance(row, date):
            return ""
        gettext = self._words.gettext
        if isinstance(row, OtherEntry):
            return row.detail
        if isinstance(row, SessionSummary):
            return gettext("During {during} · after {after} · morning {morning}").format(
                during=self._short(row.pain_during),
                after=self._short(row.pain_after),
                morning=self._morning_words(row),
            )
        parts = [gettext("Pain {pain}").format(pain=self._short(row.pain))]
        if row.first_step is not NoAnswer.NOT_ASKED:
            parts.append(gettext("first steps {pain}").format(pain=self._short(row.first_step)))
        if row.stiff_minutes is not NoAnswer.NOT_ASKED:
            parts.append(self._stiffness(row.stiff_minutes))
        if row.swelling is not NoAnswer.NOT_ASKED:
            parts.append(gettext("swelling {word}").format(word=swelling_word(row.swelling, self._words)))
        return " · ".join(parts)

    def _next_morning(self, session: SessionSummary) -> Answer:
        return next_morning(session.started.training_day, self._mornings, self._today)

    def _morning_words(self, session: SessionSummary) -> str:
        if session.started.training_day >= self._today:
            return self._words.pgettext("the next morning", "to come")
        return self._short(self._next_morning(session))

    def _stiffness(self, minutes: Answer) -> str:
        if isinstance(minutes, int):
            return self._words.ngettext("stiff {n} min", "stiff {n} min", minutes).format(n=minutes)
        return self._words.gettext("stiff {answer}").format(answer=self._short(minutes))

    def _short(self, answer: Answer) -> str:
        if isinstance(answer, int):
            return str(answer)
        return DASH if answer is NoAnswer.MISSING else self._words.gettext("not asked")

    def _explained(self, row: date | Entry) -> str:
        """Say what the dash means, and what was noted."""
        if isinstance(row, date):
            return ""
        gettext = self._words.gettext
        lines = [local_time(_moment_of(row), self._words)]
        if isinstance(row, OtherEntry):
            return "\n".join([*lines, *row.detail.split(" · ")])
        missing = gettext("{question}: asked, not answered")
        lines += [missing.format(question=q) for q, a in self._questions(row) if a is NoAnswer.MISSING]
        if row.note:
            lines.append(gettext("Note: {note}").format(note=row.note))
        return "\n".join(lines)

    def _questions(self, row: SessionSummary | CheckIn) -> list[tuple[str, Answer]]:
        gettext = self._words.gettext
        if isinstance(row, SessionSummary):
            return [
                (gettext("Pain during exercise"), row.pain_during),
                (gettext("Pain after the session"), row.pain_after),
                (gettext("Pain the next morning"), self._next_morning(row)),
                (gettext("Effort"), row.effort),
            ]
        return [
            (gettext("Pain"), row.pain),
            (gettext("Pain of the first steps"), row.first_step),
            (gettext("Stiffness"), row.stiff_minutes),
            (gettext("Swelling"), row.swelling),
        ]

    def _spoken(self, row: date | Entry) -> str:
        if isinstance(row, date):
            return self._day_words(row)
        dash = self._words.gettext("no answer")
        detail = self._detail(row).replace(DASH, dash)
        return f"{long_date(_day_of(row), self._words)}. {self._title(row)}. {detail}"

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let entries be chosen, and headings not."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says in a role."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(row)
            case EntryRole.DETAIL:
                return self._detail(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._explained(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case EntryRole.KIND:
                return _kind_of(row)
            case EntryRole.DAY:
                return row if isinstance(row, date) else _day_of(row)
            case EntryRole.ID:
                return None if isinstance(row, date) else row.id
            case EntryRole.NAME:
                return self._name(row)
            case EntryRole.STATE:
                return self._state(row)
            case EntryRole.HAS_NOTE:
                return isinstance(row, SessionSummary | CheckIn) and bool(row.note)
        return None


def swelling_word(swelling: Answer, words: Words) -> str:
    """Return the word of a swelling, 0 to 3, or of its missing answer."""
    if not isinstance(swelling, int):
        return DASH if swelling is NoAnswer.MISSING else words.gettext("not asked")
    return swelling_words(words)[swelling]


def _kind_of(row: date | Entry) -> EntryKind:
    if isinstance(row, date):
        return EntryKind.DAY
    if isinstance(row, OtherEntry):
        return row.kind
    return EntryKind.SESSION if isinstance(row, SessionSummary) else EntryKind.CHECK_IN


def _moment_of(entry: Entry) -> Moment:
    return entry.started if isinstance(entry, SessionSummary) else entry.entered


def _day_of(entry: Entry) -> date:
    return _moment_of(entry).training_day


def _newest_first(entry: Entry) -> tuple[date, datetime]:
    moment = _moment_of(entry)
    return moment.training_day, moment.at
