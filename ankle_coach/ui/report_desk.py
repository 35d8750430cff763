"""Puts the therapist's report of the current person together, and opens it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ankle_coach.domain.errors import NotFoundError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ankle_coach.domain.words import Words
    from ankle_coach.printing.report import Report
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.measurement_service import MeasurementService
    from ankle_coach.services.phase_service import PhaseService
    from ankle_coach.ui.handout_desk import HandoutDesk
    from ankle_coach.ui.theme import Theme


class ReportDesk:
    """Makes reports."""

    def __init__(
        self,
        sheets: HandoutDesk,
        reader: JournalReader,
        coach: CoachService,
        phases: PhaseService,
        measurements: MeasurementService,
        theme: Theme,
        words: Words,
    ) -> None:
        """Remember what reports are made from.

        Args:
            sheets: Makes what a report has in common with a handout: plan, person, letterhead, paper.
            reader: The person's records.
            coach: Decisions, and which days count.
            phases: How the criteria stand.
            measurements: The measures that criteria name.
            theme: The look.
            words: The reader's language.
        """
        self._sheets, self._reader, self._coach = sheets, reader, coach
        self._phases, self._measurements = phases, measurements
        self._theme, self._words = theme, words

    def report(self) -> Report:
        """Return the report of the last 28 training days.

        Raises:
            NotFoundError: There is no plan, so there is nothing to report.
        """
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - with the first report
        from ankle_coach.domain.journal import summary_of  # noqa: PLC0415 - as above
        from ankle_coach.domain.pain_history import pain_history  # noqa: PLC0415 - as above
        from ankle_coach.domain.played_runs import runs_of  # noqa: PLC0415 - as above
        from ankle_coach.printing.report import REPORT_DAYS, Report  # noqa: PLC0415 - as above

        sheet, contents = self._sheets.handout(), self._reader.contents()
        if sheet is None or contents is None:
            raise NotFoundError(self._words.gettext("There is no plan yet, so there is nothing to report."))
        today = self._reader.today()
        first = today - timedelta(days=REPORT_DAYS - 1)
        summaries = [summary_of(r) for r in contents.sessions if r.started.training_day >= first]
        mornings = [c for c in contents.check_ins if c.entered.training_day >= first]
        proposal = self._phases.proposal()
        return Report(
            sheet=sheet,
            birth_year=contents.person.birth_year,
            intake=contents.latest(Intake),
            pain=pain_history(summaries, mornings, today),
            days=self._coach.calendar(contents.plans, summaries, first, today),
            runs=runs_of(contents),
            criteria=proposal.exit.criteria if proposal is not None else (),
            measures={measure.id: measure for measure in self._measurements.catalog.measure},
            decisions=self._coach.decisions(first, today),
        )

    def open(self, window: QWidget) -> None:
        """Open the report over a window.

        Raises:
            NotFoundError: There is nothing to report.
        """
        from ankle_coach.ui.dialogs.report_dialog import ReportDialog  # noqa: PLC0415 - with the first report

        ReportDialog(self.report(), self._theme, self._words, window).open()
