"""What to remind of now, and when to look again, from what the day still asks for."""

from __future__ import annotations

from datetime import datetime

from ankle_coach.domain.reminder_times import ReminderTimes
from ankle_coach.domain.reminders import Needs, OffsetAt, Reminder, Told, due, next_moment
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.training_day import training_day
from ankle_coach.services.check_in_service import CheckInService
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.journal_service import JournalService
from ankle_coach.services.ports import Clock
from ankle_coach.services.session_service import SessionService
from ankle_coach.services.settings_service import SettingsService


class ReminderService:
    """Asks the domain with the clock, the settings and the journal."""

    def __init__(
        self,
        coach: CoachService,
        check_ins: CheckInService,
        sessions: SessionService,
        journal: JournalService,
        settings: SettingsService,
        clock: Clock,
        offset_at: OffsetAt | None = None,
    ) -> None:
        """Work on the other services.

        Args:
            coach: Knows what the day asks for.
            check_ins: Knows whether the morning is written down.
            sessions: Knows what was begun.
            journal: Knows what was done.
            settings: When the person wants to be reminded.
            clock: The time.
            offset_at: Local time minus UTC at an instant; None for the present one at any.
        """
        self._coach, self._check_ins, self._sessions = coach, check_ins, sessions
        self._journal, self._settings, self._clock = journal, settings, clock
        self._offset_at = offset_at or (lambda _: clock.offset())

    @property
    def is_on(self) -> bool:
        """Whether the person wants to be reminded; a therapist's persons are not reminded of here."""
        settings = self._settings.current()
        return settings.reminders and settings.role is not UserRole.THERAPIST

    def now(self) -> datetime:
        """Return the instant."""
        return self._clock.now()

    def times(self) -> ReminderTimes:
        """Return when the person wants to be reminded."""
        return self._settings.current().reminder_times

    def needs(self) -> Needs | None:
        """Return what is still open today; None without a plan."""
        now, starts_at = self._clock.now(), self._settings.current().day_starts_at
        day = training_day(now, self._offset_at(now), starts_at)
        if self._coach.state() is None:
            return None
        done, begun = self._journal.done_today(), self._sessions.in_progress()
        return Needs(
            day=day,
            check_in=self._check_ins.today() is None,
            sessions=tuple(
                session.session.name
                for session in self._coach.todays_sessions()
                if session.due is Due.PLANNED
                and session.offers
                and not session.is_put_off
                and done.get(session.session.id, 0) < session.times
                and (begun is None or begun.session != session.session.id)
            ),
        )

    def due(self, told: Told) -> tuple[Reminder, ...]:
        """Return the reminders that are due now."""
        needs = self.needs() if self.is_on else None
        if needs is None:
            return ()
        return due(self._clock.now(), self.times(), needs, told, self._offset_at)

    def next_moment(self, told: Told) -> datetime | None:
        """Return when something may be due next; None where nothing is."""
        needs = self.needs() if self.is_on else None
        if needs is None:
            return None
        return next_moment(self._clock.now(), self.times(), needs, told, self._offset_at)
