"""Tables of a journal for spreadsheets and statistics, as values; `exchange.csv_file` writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from msgspec import Struct

from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.journal import Moment, NoAnswer
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words

Cell = str | float | date | datetime | NoAnswer | None
"""What stands in a cell; None and `NoAnswer.NOT_ASKED` are an empty one, `NoAnswer.MISSING` is a word."""


class Column(Struct, frozen=True):
    """A column.

    Attributes:
        name: Its header, the same in every language; the unit is in it (``distance_m``).
        about: What it holds, in the reader's words.
    """

    name: str
    about: str


class Table(Struct, frozen=True, kw_only=True):
    """A table.

    Attributes:
        name: The name of its file without an ending.
        about: What one row is, in the reader's words.
        columns: The columns.
        rows: The rows, each as long as the columns.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        """Refuse a row that does not fit the columns."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name} has {len(self.columns)} columns, a row has {len(row)} cells")


class Tables(Struct, frozen=True, kw_only=True):
    """All tables of one journal, with the page that explains them.

    Attributes:
        tables: The tables.
        readme: The page: how cells are to be read, and every column.
    """

    tables: tuple[Table, ...]
    readme: str


def columns(*pairs: tuple[str, str]) -> tuple[Column, ...]:
    """Return columns from names and what they hold."""
    return tuple(Column(name, about) for name, about in pairs)


def local_time(moment: Moment) -> datetime:
    """Return a moment in the local time of then, with its offset from UTC."""
    return moment.at.astimezone(UTC).astimezone(timezone(timedelta(minutes=moment.offset_minutes)))


def yes_or_no(*, answer: bool | None) -> Cell:
    """Return a cell for a question of yes or no; an empty one where it was not asked."""
    return None if answer is None else ("yes" if answer else "no")


def name_of(exercise_id: str, library: Library, words: Words) -> str:
    """Return the name of an exercise; empty for one that the library does not have any more."""
    try:
        return exercise_name(library.exercise(exercise_id), words)
    except NotFoundError:
        return ""


def readme_of(tables: tuple[Table, ...], words: Words) -> str:
    """Return the page that explains tables to whoever opens them."""
    lines = [
        words.gettext("Tables from an Ankle Coach journal"),
        "",
        words.gettext("How to read a cell"),
        words.gettext("- An empty cell: the question was not asked, or the value does not exist."),
        words.gettext("- The word missing: the question was asked and not answered."),
        words.gettext("- 0: the answer was zero."),
        words.gettext("Leave these three apart when you calculate: a missing answer is not a zero."),
        words.gettext(
            "- Days and times are written as in ISO 8601. A training day turns over at the time that"
        ),
        words.gettext("  is chosen in Settings, so a session at 00:40 belongs to the day before."),
        words.gettext("- Pain and effort go from 0 to 10. Units stand at the end of a column's name: s is"),
        words.gettext("  seconds, min minutes, m meters, kg kilograms."),
        words.gettext("- A text that begins with = + - or @ has an apostrophe (') before it, so that a"),
        words.gettext("  spreadsheet shows it and does not run it as a formula."),
        words.gettext("- The files are UTF-8 with a byte order mark, for that is how spreadsheets know it;"),
        words.gettext("  cells are parted by commas and lines end with CR LF (RFC 4180)."),
    ]
    for table in tables:
        lines += ["", f"{table.name}.csv", table.about]
        lines += [f"- {column.name}: {column.about}" for column in table.columns]
    return "\n".join(lines) + "\n"
