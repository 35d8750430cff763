"""All formats behind one door: a file is what it says it is, whatever its name ends in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import JournalCopy, LibraryCopy, PlanCopy
from ankle_coach.exchange import journal_file, library_file, plan_file
from ankle_coach.exchange.json_document import format_of, read_bytes

if TYPE_CHECKING:
    from ankle_coach.domain.plan_calendar import CalendarCopy
    from ankle_coach.domain.tables import Tables

_MOST_BYTES = max(journal_file.MAX_BYTES, library_file.MAX_BYTES, plan_file.MAX_BYTES)


class Formats:
    """Reads and writes the files that travel; ``FileFormats`` and ``ExportFormats`` of the ports."""

    def read(self, path: Path) -> PlanCopy | LibraryCopy | JournalCopy:
        """Read a file of any kind.

        Raises:
            ContentError: If it cannot be read, or is of no kind that this program knows.
        """
        data = read_bytes(path, _MOST_BYTES)
        match format_of(data):
            case plan_file.FORMAT:
                return plan_file.decode_plan(data, path.name)
            case library_file.FORMAT:
                return library_file.decode_library(data, path.name)
            case journal_file.FORMAT:
                return journal_file.decode_journal(data, path.name)
            case _:
                raise ContentError(path.name, "", "this is not a file of Ankle Coach")

    def write(self, copy: PlanCopy | LibraryCopy | JournalCopy, path: Path) -> None:
        """Write a file of the kind that its content asks for.

        Raises:
            ContentError: If it cannot be written; a file that was there is as it was.
        """
        match copy:
            case PlanCopy():
                plan_file.write_plan(copy, path)
            case LibraryCopy():
                library_file.write_library(copy, path)
            case JournalCopy():
                journal_file.write_journal(copy, path)

    def write_tables(self, tables: Tables, path: Path) -> None:
        """Write tables into a zip file where the name ends so, else into a folder.

        Raises:
            ContentError: If they cannot be written.
        """
        from ankle_coach.exchange.csv_file import write_tables  # noqa: PLC0415 - rarely asked for

        write_tables(tables, path)

    def write_calendar(self, copy: CalendarCopy, path: Path) -> None:
        """Write a calendar.

        Raises:
            ContentError: If it cannot be written; a file that was there is as it was.
        """
        from ankle_coach.exchange.calendar_file import write_calendar  # noqa: PLC0415 - as above

        write_calendar(copy, path)
