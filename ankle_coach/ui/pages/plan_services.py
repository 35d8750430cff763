"""What the Plan page works with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from ankle_coach.domain.journal import Person
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.settings import UserRole
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.phase_service import PhaseService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.review_service import ReviewService
from ankle_coach.services.schedule_service import ScheduleService
from ankle_coach.services.threshold_service import ThresholdService
from ankle_coach.ui.handout_desk import HandoutDesk


def _nobody() -> None:
    """There is nobody whose plan could be edited."""


class PlanServices(NamedTuple):
    """What the page works with.

    Attributes:
        plans: The plan and its versions.
        coach: Where each prescription stands.
        phases: What the phase still needs.
        schedule: The week, and what may be changed of it.
        thresholds: The numbers of the rules.
        measures: The measures by id, read when the page is first shown.
        today: Tells the running training day.
        tone: Tells the skin tone of the figures.
        role: Tells who uses the app.
        printing: Opens what prints the plan; None where nothing is printed.
        person: Tells whose plan it is.
        reviews: Asks what the phase asks; None where nothing is asked.
    """

    plans: PlanService
    coach: CoachService
    phases: PhaseService
    schedule: ScheduleService
    thresholds: ThresholdService
    measures: Callable[[], Mapping[str, Measure]]
    today: Callable[[], date]
    tone: Callable[[], int]
    role: Callable[[], UserRole | None]
    printing: HandoutDesk | None = None
    person: Callable[[], Person | None] = _nobody
    reviews: ReviewService | None = None
