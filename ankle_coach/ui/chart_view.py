"""What the Journal's cards are shown: the overview, the series, and the days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ankle_coach.domain.settings import Units
from ankle_coach.services.chart_service import ChartService
from ankle_coach.services.journal_service import JournalOverview


@dataclass(frozen=True, slots=True)
class ChartView:
    """One state of the journal.

    Attributes:
        overview: Plans, sessions, check-ins and pain.
        charts: Reads the series, each when its card asks.
        limits: The first and the last day that charts can be moved to.
        days: The first and the last day shown.
        markers: First days of plan versions and phases, and what they are called.
        units: What distances and weights are shown in.
    """

    overview: JournalOverview
    charts: ChartService
    limits: tuple[date, date]
    days: tuple[date, date]
    markers: tuple[tuple[date, str], ...]
    units: Units
