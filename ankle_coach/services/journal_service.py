"""The journal as pages read it, and its entries as they are corrected and deleted."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import CheckIn, SessionRecord, SessionSummary
from ankle_coach.domain.pain_history import PainPoint, pain_history
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.statistics import Adherence, CalendarDay
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.ports import Clock, Journal, SettingsStore
from ankle_coach.services.present import present_day


class JournalOverview(Struct, frozen=True, kw_only=True):
    """All that the journal's page draws and lists, read once.

    Attributes:
        today: The running training day.
        plans: The plan versions, oldest first.
        sessions: All sessions without their sets, oldest first.
        check_ins: All check-ins, oldest first.
        pain: The pain of each day that has a session or a morning after it.
        days: Each day from the first of plan and entries to the Sunday of this week.
        adherence: Planned and done sessions of the rolling window of 14 training days.
    """

    today: date
    plans: tuple[Plan, ...]
    sessions: tuple[SessionSummary, ...]
    check_ins: tuple[CheckIn, ...]
    pain: tuple[PainPoint, ...]
    days: tuple[CalendarDay, ...]
    adherence: Adherence

    @property
    def is_empty(self) -> bool:
        """Whether there is no entry at all."""
        return not self.sessions and not self.check_ins

    @property
    def first_day(self) -> date:
        """The first day with a plan, an entry, or a morning after it; today where there is none."""
        firsts = [day.day for day in self.days[:1]] + [point.day for point in self.pain[:1]]
        return min(firsts, default=self.today)


class JournalService:
    """Reads and corrects the records of the current person."""

    def __init__(
        self,
        journal: Journal,
        people: PersonService,
        clock: Clock,
        settings: SettingsStore,
        coach: CoachService,
    ) -> None:
        """Work on a journal; what counts of a day is the coach's to say."""
        self._coach = coach
        self._journal = journal
        self._people = people
        self._clock = clock
        self._settings = settings

    def today(self) -> date:
        """Return the running training day."""
        return present_day(self._clock, self._settings)

    def summaries(self, first: date | None = None, last: date | None = None) -> tuple[SessionSummary, ...]:
        """Return sessions without their sets, oldest first, within training days."""
        person = self._people.current()
        return self._journal.summaries(person.id, first, last) if person else ()

    def check_ins(self, first: date | None = None, last: date | None = None) -> tuple[CheckIn, ...]:
        """Return check-ins, oldest first, within training days."""
        person = self._people.current()
        return self._journal.check_ins(person.id, first, last) if person else ()

    def session(self, record_id: str) -> SessionRecord:
        """Return one session with its sets.

        Raises:
            NotFoundError: If there is none.
        """
        return self._journal.session(record_id)

    def pain(self, first: date | None = None, last: date | None = None) -> tuple[PainPoint, ...]:
        """Return the pain of each day that has an answer, within training days.

        The check-in of the day after the last one belongs to it as its next morning.
        """
        until = last + timedelta(days=1) if last else None
        points = pain_history(self.summaries(first, last), self.check_ins(first, until), self.today())
        return tuple(point for point in points if first is None or point.day >= first)

    def overview(self) -> JournalOverview:
        """Return the whole journal as its page shows it; each kind of entry is read once."""
        today = self.today()
        person = self._people.current()
        plans = self._journal.plans(person.id) if person else ()
        sessions, check_ins = self.summaries(), self.check_ins()
        starts = [plan.starts_on for plan in plans[:1]]
        starts += [summary.started.training_day for summary in sessions[:1]]
        starts += [check_in.entered.training_day for check_in in check_ins[:1]]
        sunday = today + timedelta(days=6 - today.weekday())
        days = self._coach.calendar(plans, sessions, min(starts), sunday) if starts else ()
        return JournalOverview(
            today=today,
            plans=plans,
            sessions=sessions,
            check_ins=check_ins,
            pain=pain_history(sessions, check_ins, today),
            days=days,
            adherence=self._coach.adherence(),
        )

    def calendar(self, first: date, last: date) -> tuple[CalendarDay, ...]:
        """Return each day from first to last with what was planned and done."""
        person = self._people.current()
        if person is None:
            return ()
        plans = self._journal.plans(person.id)
        return self._coach.calendar(plans, self.summaries(first, last), first, last)

    def first_day(self) -> date | None:
        """Return the first training day that has a plan or a session, or None."""
        person = self._people.current()
        if person is None:
            return None
        days = [plan.starts_on for plan in self._journal.plans(person.id)[:1]]
        days.extend(summary.started.training_day for summary in self.summaries()[:1])
        return min(days, default=None)

    def adherence(self) -> Adherence:
        """Return planned and done sessions of the rolling window of 14 training days, as the rules count."""
        return self._coach.adherence()

    def week(self) -> tuple[CalendarDay, ...]:
        """Return the running week from Monday to Sunday."""
        today = self.today()
        monday = today - timedelta(days=today.weekday())
        return self.calendar(monday, monday + timedelta(days=6))

    def done_today(self) -> dict[str, int]:
        """Return how often each planned session was done on the running training day."""
        today = self.today()
        done: dict[str, int] = {}
        for summary in self.summaries(today, today):
            if summary.counts_as_done:
                done[summary.session] = done.get(summary.session, 0) + 1
        return done

    def replace_session(self, record: SessionRecord) -> Changes:
        """Keep a corrected session in place of the one with its id."""
        self._journal.save_session(self._people.required().id, record)
        return Changes.SESSIONS

    def delete_session(self, record_id: str) -> Changes:
        """Delete a session."""
        self._journal.delete_session(record_id)
        return Changes.SESSIONS

    def replace_check_in(self, check_in: CheckIn) -> Changes:
        """Keep a corrected check-in in place of the one with its id."""
        self._journal.save_check_in(self._people.required().id, check_in)
        return Changes.CHECK_INS

    def delete_check_in(self, check_in_id: str) -> Changes:
        """Delete a check-in."""
        self._journal.delete_check_in(check_in_id)
        return Changes.CHECK_INS
