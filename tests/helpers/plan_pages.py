"""The Plan page and the handouts over fakes."""

from __future__ import annotations

from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.handout_desk import HandoutDesk, HandoutParts
from ankle_coach.ui.pages.plan_page import PlanPage, PlanServices
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach


def handout_desk(coach: FakeCoach, theme: Theme) -> HandoutDesk:
    """What prints the plan that holds."""
    services = coach.services
    parts = HandoutParts(
        services.plans,
        services.coach,
        services.people,
        services.own,
        lambda: services.safety.content,
        services.settings.current,
        services.journal.today,
        services.clinic.letterhead,
    )
    return HandoutDesk(parts, services.library, theme, translator())


def plan_page(
    coach: FakeCoach,
    theme: Theme,
    words: Words,
    *,
    role: UserRole | None = None,
    handouts: HandoutDesk | None = None,
) -> PlanPage:
    """The page of the plan that holds.

    Args:
        coach: What stands behind it.
        theme: The look.
        words: The reader's language.
        role: Who uses the app; who the settings say unless said otherwise.
        handouts: What prints the plan; nothing unless said otherwise.
    """
    services = coach.services
    parts = PlanServices(
        services.plans,
        services.coach,
        services.phases,
        services.schedule,
        services.thresholds,
        lambda: {measure.id: measure for measure in services.measurements.catalog.measure},
        services.journal.today,
        lambda: 0,
        lambda: role or services.settings.current().role,
        handouts,
        reviews=services.reviews,
    )
    return PlanPage(parts, coach.library, theme, words, ChangeHub())
