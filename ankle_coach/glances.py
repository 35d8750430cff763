"""What the next starts show before they have worked anything out; made when the window closes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.glance import Glance
from ankle_coach.domain.words import Words
from ankle_coach.services.ports import Clock
from ankle_coach.services.today_asks import asks_of
from ankle_coach.ui.pages.today_locks import waiting_exercises
from ankle_coach.ui.today_glance import glance_of
from ankle_coach.wiring import Services

DAYS = 4
"""Training days that are looked at: the running one, and those that a runner may next come back on."""


class LaterClock:
    """A clock some days ahead of another."""

    def __init__(self, clock: Clock, days: int) -> None:
        """Run some days ahead."""
        self._clock, self._ahead = clock, timedelta(days=days)

    def reading(self) -> Reading:
        """Return the monotonic clocks, in seconds."""
        return self._clock.reading()

    def now(self) -> datetime:
        """Return the instant, with a time zone (UTC)."""
        return self._clock.now() + self._ahead

    def offset(self) -> timedelta:
        """Return local time minus UTC."""
        return self._clock.offset()


def glances_ahead(services: Services, days_on: Callable[[int], Services], words: Words) -> tuple[Glance, ...]:
    """Return Today of the running training day and the next ones, where nothing comes before its morning.

    A day on which something is locked or asked first is left out, as is one with an unfinished session: the
    window then works it out before it shows anything. So does a therapist's.

    Args:
        services: The use cases.
        days_on: Gives the use cases as they will be some days on, if nothing is recorded before.
        words: The reader's language.
    """
    try:
        if services.people.by_therapist or services.people.current() is None:
            return ()
        days = [services, *(days_on(days) for days in range(1, DAYS))]
        return tuple(glance for day in days if (glance := _glance(day, words)) is not None)
    except AnkleCoachError:
        return ()


def _glance(services: Services, words: Words) -> Glance | None:
    today = services.today.today()
    begins_with_morning = asks_of(services.safety, services.coach).is_nothing
    if today.in_progress is not None or waiting_exercises(today.sessions) or not begins_with_morning:
        return None
    glance = glance_of(
        today,
        services.check_ins.asked(),
        services.library,
        words,
        is_yesterday_missing=bool(services.check_ins.missing_yesterday()),
        tone=services.settings.current().skin_tone,
    )
    return glance if glance.can_be_kept else None
