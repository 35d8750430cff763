"""The therapist's report as a value: what is known of a person's last weeks, ready to print on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from ankle_coach.domain.criteria import CriterionResult
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.pain_history import PainPoint
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.statistics import CalendarDay
from ankle_coach.printing.handout import Handout

REPORT_DAYS: Final = 28
"""Training days that a report shows (clinical.md §6.2, last row)."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a therapist reads before or during a visit.

    Attributes:
        sheet: Plan, library, words, person, letterhead, standings and paper, as a handout has them; it is
            made on the last day of the report.
        birth_year: Year of birth; None where it is not told.
        intake: The answers of the last intake; None where nobody was asked.
        pain: Pain day by day; days outside of the report are left out.
        days: What was planned and done, day by day; likewise.
        runs: The runs; likewise.
        criteria: How the criteria of the running phase stand.
        measures: The measures that the criteria name, by id.
        decisions: The decisions about the days of the report, the latest first.
        note: Free text; empty leaves lines to write on.
    """

    sheet: Handout
    birth_year: int | None = None
    intake: Intake | None = None
    pain: tuple[PainPoint, ...] = ()
    days: tuple[CalendarDay, ...] = ()
    runs: tuple[RunRecord, ...] = ()
    criteria: tuple[CriterionResult, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    note: str = ""

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.sheet.made_on

    @property
    def first(self) -> date:
        """The first day that is shown."""
        return self.last - timedelta(days=REPORT_DAYS - 1)

    def covers(self, day: date) -> bool:
        """Say whether a day is one of the report's."""
        return self.first <= day <= self.last
