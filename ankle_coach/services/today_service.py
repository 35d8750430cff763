"""Today at a glance: the place in the plan, what is due, what is done, how the weeks go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.domain.care import CARE_EXERCISES
from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.frequency import AsNeeded
from ankle_coach.domain.journal import CheckIn, Moment, SessionSummary
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.session_state import SessionInProgress
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import Adherence, CalendarDay
from ankle_coach.domain.steps import steps_time
from ankle_coach.services.care_service import EXERCISES, CareService
from ankle_coach.services.check_in_service import CheckInService
from ankle_coach.services.ice_service import IceService
from ankle_coach.services.journal_service import JournalService
from ankle_coach.services.plan_service import PlanPlace, PlanService
from ankle_coach.services.session_service import SessionService

if TYPE_CHECKING:
    from ankle_coach.domain.coach_day import CoachSession
    from ankle_coach.domain.decision import Decision
    from ankle_coach.domain.schedule_changes import Pause
    from ankle_coach.services.coach_service import CoachService

LOOK_AHEAD_DAYS = 14
"""How far to look for the next session."""


class CareState(Struct, frozen=True, kw_only=True):
    """How ice, a raised leg or a wrap stands today.

    Attributes:
        exercise: Id of its exercise.
        used: Times today, what is on now included.
        most: Times that a day allows; 0 where nothing limits it.
        next_at: When the next one is possible; None for now.
        on_now: Whether it is on.
    """

    exercise: str
    used: int
    most: int = 0
    next_at: Moment | None = None
    on_now: bool = False


class SessionCard(Struct, frozen=True, kw_only=True):
    """One session as a card shows it.

    Attributes:
        session: The planned session.
        prescriptions: What it plays today.
        due: Whether it is planned or only offered.
        times: How many times it is planned today.
        done: The sittings of today that count as done, in order.
        seconds: Sum of its timed steps.
        open_steps: Steps that end only when the person says so; questions are not counted.
        equipment: What it needs.
        care: How it stands, where it is ice, a raised leg or a wrap and not played.
        affected: What to take for the affected side of each prescription: a single side where the sides stand
            on different levels, so that each is played for itself.
    """

    session: PlannedSession
    prescriptions: tuple[Prescription, ...]
    due: Due
    times: int
    done: tuple[SessionSummary, ...]
    seconds: float
    open_steps: int
    equipment: tuple[Equipment, ...]
    care: CareState | None = None
    affected: tuple[Side | None, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing of it is left to do today."""
        return self.due is Due.PLANNED and len(self.done) >= self.times


class NextSession(Struct, frozen=True):
    """The next planned session after today."""

    day: date
    name: str


class Today(Struct, frozen=True, kw_only=True):
    """All that the page of today shows.

    Attributes:
        day: The running training day.
        plan: The plan; None where there is none.
        place: Where it stands in its program.
        cards: Sessions that are planned or offered, in the plan's order.
        next_session: The next one after today; None where nothing is planned.
        mornings: Each side that this morning asks about, and what was answered about it, or None.
        in_progress: A session that was left unfinished, or None.
        adherence: Planned and done sessions of the last 14 days.
        week: The running week.
        sessions: All sessions of the day as the coach gives them: moved, skipped, withheld and why.
        changes: What changed since the last training day.
        pause: The pause that excuses today's sessions; None for none.
        coming_pause: The next one that begins after today, within two weeks; None for none.
    """

    day: date
    plan: Plan | None
    place: PlanPlace | None
    cards: tuple[SessionCard, ...]
    next_session: NextSession | None
    mornings: tuple[tuple[Side, CheckIn | None], ...]
    in_progress: SessionInProgress | None
    adherence: Adherence
    week: tuple[CalendarDay, ...]
    sessions: tuple[CoachSession, ...] = ()
    changes: tuple[Decision, ...] = ()
    pause: Pause | None = None
    coming_pause: Pause | None = None


class TodayService:
    """Gathers what the page of today shows."""

    def __init__(
        self,
        plans: PlanService,
        sessions: SessionService,
        journal: JournalService,
        check_ins: CheckInService,
        library: Library,
        ice: IceService,
        care: CareService,
        coach: CoachService,
    ) -> None:
        """Work on the other services."""
        self._coach = coach
        self._ice = ice
        self._care = care
        self._plans = plans
        self._sessions = sessions
        self._journal = journal
        self._check_ins = check_ins
        self._library = library

    def today(self) -> Today:
        """Return all that the page of today shows."""
        day = self._journal.today()
        plan = self._plans.current(day)
        sessions = self._coach.todays_sessions()
        return Today(
            day=day,
            plan=plan,
            place=self._plans.place(plan, day) if plan else None,
            cards=self._cards(sessions, day),
            next_session=self._next_session(),
            mornings=self._check_ins.mornings(),
            in_progress=self._sessions.in_progress(),
            adherence=self._journal.adherence(),
            week=self._journal.week(),
            sessions=sessions,
            changes=self._coach.today_changes(),
            pause=next((s.pause for s in sessions if s.pause is not None), None),
            coming_pause=self._coach.coming_pause(LOOK_AHEAD_DAYS),
        )

    def _cards(self, sessions: tuple[CoachSession, ...], day: date) -> tuple[SessionCard, ...]:
        """What there is to do: nothing that was skipped, that a pause excuses, or that is all withheld."""
        summaries = self._journal.summaries(day, day)
        return tuple(
            self._card(session, summaries)
            for session in sessions
            if session.due is not Due.NOT_DUE and session.offers and not session.is_put_off
        )

    def _card(self, due: CoachSession, summaries: tuple[SessionSummary, ...]) -> SessionCard:
        steps = self._sessions.steps_of(due.offers)
        total = steps_time(step for step in steps if not step.question)
        return SessionCard(
            session=due.session,
            prescriptions=due.prescriptions,
            due=due.due,
            times=due.times,
            done=tuple(s for s in summaries if s.session == due.session.id and s.counts_as_done),
            seconds=total.seconds,
            open_steps=total.open_steps,
            equipment=self._equipment(due.prescriptions),
            care=self._care_state(due),
            affected=tuple(offer.affected for offer in due.offers),
        )

    def _next_session(self) -> NextSession | None:
        found = self._coach.next_planned(LOOK_AHEAD_DAYS)
        return NextSession(*found) if found is not None else None

    def _care_state(self, due: CoachSession) -> CareState | None:
        """How a session stands that is nothing but one kind of self-care; None for any other."""
        exercises = {prescription.exercise for prescription in due.prescriptions}
        if len(exercises) != 1 or not exercises <= set(CARE_EXERCISES):
            return None
        (exercise,) = exercises
        kind = next((kind for kind, known in EXERCISES.items() if known == exercise), None)
        if kind is None:
            standing = self._ice.standing()
            return CareState(
                exercise=exercise,
                used=standing.used,
                most=standing.most,
                next_at=standing.next_at,
                on_now=standing.on_now,
            )
        frequency = due.session.frequency
        return CareState(
            exercise=exercise,
            used=self._care.used_today(kind),
            most=frequency.most_per_day or 0 if isinstance(frequency, AsNeeded) else 0,
            on_now=self._care.running(kind) is not None,
        )

    def _equipment(self, prescriptions: tuple[Prescription, ...]) -> tuple[Equipment, ...]:
        needed: dict[Equipment, None] = {}
        for prescription in prescriptions:
            exercise = self._library.exercise(prescription.exercise)
            level = exercise.level(prescription.level)
            needed.update(dict.fromkeys((*exercise.equipment, *level.equipment)))
        return tuple(needed)
