"""What Today says and asks before its sessions: open flags, and questions that are due."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import ExerciseAnswer
from ankle_coach.domain.plan_rules import GAP_RULES, GapStep
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.safety_service import Explanation, SafetyService

_LONG = GAP_RULES[GapStep.INTAKE]
"""The rule of a gap after which the first questions come again."""


class Asks(Struct, frozen=True, kw_only=True):
    """What comes before the sessions.

    Attributes:
        flags: Every open flag, with what it locks.
        pain_stops: Sessions that ended for pain, by record and answer, of which no sign is told yet.
        intake: Whether the first questions come again, after a gap of more than 28 days (clinical.md §3.5).
        stop_screen: Whether the safety questions are due because a session was stopped.
        weekly_screen: Whether the weekly safety questions are due.
    """

    flags: tuple[Explanation, ...] = ()
    pain_stops: tuple[tuple[str, ExerciseAnswer], ...] = ()
    intake: bool = False
    stop_screen: bool = False
    weekly_screen: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether Today begins with the morning."""
        return self == Asks()


def asks_of(safety: SafetyService, coach: CoachService | None) -> Asks:
    """Return what comes before the sessions.

    Args:
        safety: Knows flags and locks.
        coach: Says whether a session stopped in a way that asks for the questions; None for no such.
    """
    return Asks(
        flags=tuple(safety.open_explanations()),
        pain_stops=tuple(safety.pain_stops()) if coach is not None else (),
        intake=coach is not None and _is_intake_due(coach),
        stop_screen=coach is not None and _is_stop_screen_due(safety, coach),
        weekly_screen=safety.is_screen_due(),
    )


def _is_intake_due(coach: CoachService) -> bool:
    """Whether a gap of more than 28 days lies before the next session, and nobody was asked since."""
    gap = coach.gap_ahead()
    return gap is not None and gap[0] == _LONG and coach.needs_intake()


def _is_stop_screen_due(safety: SafetyService, coach: CoachService) -> bool:
    """Whether row 2 or 3 of clinical.md §3.3 fired today, and nobody was asked since."""
    decisions = coach.decisions()
    if not decisions:
        return False
    stops, today = (Outcome.STOP, Outcome.NO_LOAD), safety.today()
    asked = any(
        screen.occasion is Occasion.STOP and screen.entered.training_day == today
        for screen in safety.screens()
    )
    return not asked and any(d.day == today and d.outcome in stops for d in decisions)
