"""What the Journal's page asks, over a fake coach."""

from __future__ import annotations

from typing import Protocol

from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import JournalServices
from tests.helpers.coach import FakeCoach


class Opened(Protocol):
    """Opens the page of a coach."""

    def __call__(self, coach: FakeCoach, *, whole: bool = False) -> JournalPage:
        """Open it, with decisions and reviews if it is to be whole."""


def journal_services(coach: FakeCoach, *, whole: bool = False) -> JournalServices:
    """Return the services of the page.

    Args:
        coach: The wired use cases.
        whole: Whether decisions, phases and reviews are there too.
    """
    services = coach.services
    parts = JournalServices(
        services.journal,
        services.plans,
        services.charts,
        lambda: services.settings.current().units,
    )
    if not whole:
        return parts
    return parts._replace(coach=services.coach, phases=services.phases, reviews=services.reviews)
