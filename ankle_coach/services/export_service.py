"""What leaves for other programs: the journal as tables, and the plan's coming weeks as a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.day_tables import morning_table, pause_table, run_table
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.plan_calendar import CalendarCopy, planned_events
from ankle_coach.domain.plan_tables import decision_table, prescription_table
from ankle_coach.domain.session_tables import session_tables
from ankle_coach.domain.tables import Tables, readme_of

if TYPE_CHECKING:
    from pathlib import Path

    from ankle_coach.domain.library import Library
    from ankle_coach.domain.words import Words
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.ports import ExportFormats


class ExportService:
    """Writes tables and calendars of the current person."""

    def __init__(
        self, reader: JournalReader, coach: CoachService, library: Library, formats: ExportFormats
    ) -> None:
        """Work on a journal, its fold and the formats of files."""
        self._reader, self._coach, self._library, self._formats = reader, coach, library, formats

    def tables(self, words: Words) -> Tables:
        """Return the journal as tables.

        Raises:
            NotFoundError: There is nobody in the journal yet.
        """
        contents = self._reader.contents()
        if contents is None:
            raise NotFoundError(words.gettext("There is nobody in this journal yet."))
        sessions, sets, answers = session_tables(contents, self._library, words)
        tables = (
            sessions,
            sets,
            answers,
            morning_table(contents, words),
            run_table(contents, words),
            pause_table(contents, words),
            prescription_table(contents, self._library, words),
            decision_table(tuple(reversed(self._coach.decisions())), self._library, words),
        )
        return Tables(tables=tables, readme=readme_of(tables, words))

    def send_tables(self, path: Path, words: Words) -> None:
        """Write the journal as tables.

        Args:
            path: A file that ends in ``.zip``, else a folder.
            words: The reader's language.

        Raises:
            NotFoundError: There is nobody in the journal yet.
            ContentError: They cannot be written.
        """
        self._formats.write_tables(self.tables(words), path)

    def calendar(self, words: Words) -> CalendarCopy:
        """Return the plan's coming weeks.

        Raises:
            NotFoundError: There is no plan yet, or it plans nothing in these weeks.
        """
        contents, fold = self._reader.contents(), self._coach.fold()
        if contents is None or fold is None:
            raise NotFoundError(words.gettext("There is no plan yet."))
        events = planned_events(fold, contents, self._library, words)
        if not events:
            raise NotFoundError(words.gettext("Nothing is planned in the coming four weeks."))
        return CalendarCopy(made_at=self._reader.moment().at, events=events)

    def send_calendar(self, path: Path, words: Words) -> None:
        """Write the plan's coming weeks as a calendar.

        Args:
            path: The file.
            words: The reader's language.

        Raises:
            NotFoundError: There is no plan yet, or it plans nothing in these weeks.
            ContentError: It cannot be written.
        """
        self._formats.write_calendar(self.calendar(words), path)
