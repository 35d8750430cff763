"""A training day as the coach gives it: the schedule's sessions with standings, locks and changes applied."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import DayFacts
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.fold import awaits_start
from ankle_coach.domain.journal_contents import JournalContents, schedule_changes
from ankle_coach.domain.journal_fold import JournalFold
from ankle_coach.domain.offers import Offer, offers
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.progression import opened
from ankle_coach.domain.rule_state import Context, State, is_locked
from ankle_coach.domain.schedule import Due, due_on
from ankle_coach.domain.schedule_changes import Move, Pause, ScheduleChanges, Skip, planned_sessions
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.statistics import plan_on


class Why(StrEnum):
    """Why a prescription is left out on a day."""

    LOCK = "lock"
    NO_LOAD = "no-load"
    """Too much pain or swelling before a session, or a stop: nothing loads today."""
    STOPPED = "stopped"
    """It was stopped today."""
    DELOAD = "deload"
    LATER = "later"
    """A walk-run stage that waits for its day."""
    CONDITION = "condition"
    """Its exercise asks for something first."""
    BARRED = "barred"


class Withheld(Struct, frozen=True, kw_only=True):
    """A prescription that is left out on a day.

    Attributes:
        prescription: The prescription as the plan has it.
        why: Why.
        flags: Ids of the flags whose locks cover it.
        not_before: First day on which it is offered again; None where that is not a matter of days.
        exercise: The exercise that asks for something first; None where none does.
    """

    prescription: Prescription
    why: Why
    flags: tuple[str, ...] = ()
    not_before: date | None = None
    exercise: Exercise | None = None


class CoachSession(Struct, frozen=True, kw_only=True):
    """One session of a training day.

    Attributes:
        session: The planned session.
        offers: What it plays, with the level, dose and load of the standings; sides apart where they differ.
        withheld: What it does not play today, and why.
        due: Whether it is planned or only offered.
        times: How many times it is planned.
        moved_from: The day that it was moved from; None where it was not.
        moved_to: The day that it was moved to; it is not planned here any more.
        skip: Why it was left out on purpose; None where it was not.
        pause: The pause that excuses it; None for none.
    """

    session: PlannedSession
    offers: tuple[Offer, ...]
    withheld: tuple[Withheld, ...]
    due: Due
    times: int
    moved_from: date | None = None
    moved_to: date | None = None
    skip: Skip | None = None
    pause: Pause | None = None

    @property
    def prescriptions(self) -> tuple[Prescription, ...]:
        """What it plays, in order."""
        return tuple(offer.prescription for offer in self.offers)

    @property
    def is_put_off(self) -> bool:
        """Whether it is planned, and the person left it out or a pause excuses it."""
        return self.due is Due.PLANNED and (self.skip is not None or self.pause is not None)


def coach_sessions(
    fold: JournalFold, contents: JournalContents, plan: Plan, day: date
) -> tuple[CoachSession, ...]:
    """Return the sessions of a plan on a training day, in the plan's order.

    Args:
        fold: The journal folded up to now.
        contents: What the journal holds.
        plan: The plan of the day.
        day: The training day; the running one, or one to come as things stand now.
    """
    state = fold.folded.opening if day == fold.to.day else fold.folded.state
    if state.plan != plan:
        # A version that begins later: its standings are not folded yet, so that its own doses are shown.
        state = _entered(fold, plan, day)
    context = fold.context.for_plan(plan)
    loading = fold.folded.loading or day != fold.to.day
    given = offers(state, context, day, loading=loading)
    if day == fold.to.day:
        given = tuple(kept for offer in given if (kept := _without_stopped(offer, fold)) is not None)
    changes = schedule_changes(contents)
    return tuple(
        _session(plan, due.session, due.prescriptions, day, changes, given, (state, context, fold, loading))
        for due in due_on(plan, day)
    )


def _entered(fold: JournalFold, plan: Plan, day: date) -> State:
    state = fold.folded.state
    return opened(state, DayFacts(day=day, plan=plan, ready=state.ready), fold.context)


def _without_stopped(offer: Offer, fold: JournalFold) -> Offer | None:
    """Return an offer without the sides that were stopped today; None where none is left."""
    stopped = fold.folded.stopped
    left = tuple(s for s in offer.standings if (s.prescription, s.side) not in stopped)
    if len(left) == len(offer.standings):
        return offer
    if not left:
        return None
    played = replace(offer.prescription, side_mode=SideMode.AFFECTED)
    return replace(
        offer, prescription=played, sides=tuple(s.side for s in left), affected=left[0].side, standings=left
    )


_Now = tuple[State, Context, JournalFold, bool]


def _session(
    plan: Plan,
    session: PlannedSession,
    prescriptions: tuple[Prescription, ...],
    day: date,
    changes: ScheduleChanges,
    given: tuple[Offer, ...],
    now: _Now,
) -> CoachSession:
    came = next((m for m in changes.moves if m.session == session.id and m.to_day == day), None)
    went = next((m for m in changes.moves if m.session == session.id and m.from_day == day), None)
    if came is not None:
        prescriptions = _moved(plan, came) or prescriptions
    times = _times(plan, session, day, changes)
    names = {p.id for p in prescriptions}
    own = tuple(offer for offer in given if offer.prescription.id in names)
    offered = {offer.prescription.id for offer in own}
    skip = next((s for s in changes.skips if s.session == session.id and s.day == day), None)
    return CoachSession(
        session=session,
        offers=own,
        withheld=tuple(_withheld(p, day, now) for p in prescriptions if p.id not in offered),
        due=_due(session, day, plan, times=times, has_content=bool(prescriptions)),
        times=times,
        moved_from=came.from_day if came is not None else None,
        moved_to=went.to_day if went is not None else None,
        skip=skip,
        pause=next((pause for pause in changes.pauses if pause.covers(day)), None),
    )


def _moved(plan: Plan, move: Move) -> tuple[Prescription, ...]:
    return next((d.prescriptions for d in due_on(plan, move.from_day) if d.session.id == move.session), ())


def _times(plan: Plan, session: PlannedSession, day: date, changes: ScheduleChanges) -> int:
    if session.kind is SessionKind.CORE:
        return dict(planned_sessions(plan, day, changes)).get(session.id, 0)
    return next((d.times for d in due_on(plan, day) if d.session.id == session.id), 0)


def _due(session: PlannedSession, day: date, plan: Plan, *, times: int, has_content: bool) -> Due:
    if times:
        return Due.PLANNED
    offered = session.kind is not SessionKind.CORE and has_content and day >= plan.starts_on
    return Due.OFFERED if offered else Due.NOT_DUE


def _withheld(prescription: Prescription, day: date, now: _Now) -> Withheld:
    state, context, fold, loading = now
    own = [s for (name, _), s in state.standings.items() if name == prescription.id]
    flags = tuple(dict.fromkeys(flag for s in own for flag in _locking(s, state, context, day)))
    later = [s.not_before for s in own if s.not_before is not None and s.not_before > day]
    if flags or any(_is_locked(s, state, context, day) for s in own):
        return Withheld(prescription=prescription, why=Why.LOCK, flags=flags)
    if any((s.prescription, s.side) in fold.folded.stopped for s in own) and day == fold.to.day:
        return Withheld(prescription=prescription, why=Why.STOPPED)
    if later:
        return Withheld(prescription=prescription, why=Why.LATER, not_before=min(later))
    waiting = next((s for s in own if awaits_start(state, context, s)), None)
    if waiting is not None:
        exercise = context.ladders[waiting.exercise].exercise
        return Withheld(prescription=prescription, why=Why.CONDITION, exercise=exercise)
    if not own or any(context.ladders[s.exercise].rung(s.level).barred for s in own):
        return Withheld(prescription=prescription, why=Why.BARRED)
    if not loading:
        return Withheld(prescription=prescription, why=Why.NO_LOAD)
    return Withheld(prescription=prescription, why=Why.DELOAD)


def _is_locked(standing: Standing, state: State, context: Context, day: date) -> bool:
    ladder = context.ladders[standing.exercise]
    return is_locked(ladder, ladder.rung(standing.level), day, state.locks, state.flags)


def _locking(standing: Standing, state: State, context: Context, day: date) -> tuple[str, ...]:
    ladder = context.ladders[standing.exercise]
    rung = ladder.rung(standing.level)
    return tuple(period.lock.flag for period in state.locks if is_locked(ladder, rung, day, (period,)))


def next_planned(contents: JournalContents, today: date, days: int) -> tuple[date, str] | None:
    """Return day and name of the next planned session after today that nothing puts off; None for none."""
    changes = schedule_changes(contents)
    for number in range(1, days + 1):
        day = today + timedelta(days=number)
        plan = plan_on(contents.plans, day)
        if plan is None or any(pause.covers(day) for pause in changes.pauses):
            continue
        skipped = {skip.session for skip in changes.skips if skip.day == day}
        for session, _ in planned_sessions(plan, day, changes):
            if session not in skipped:
                return day, plan.session(session).name
    return None


def coming_pause(contents: JournalContents, today: date, days: int) -> Pause | None:
    """Return the first pause that begins after today and within some days; None for none."""
    last = today + timedelta(days=days)
    coming = [pause for pause in contents.of(Pause) if today < pause.from_day <= last]
    return min(coming, key=lambda pause: pause.from_day, default=None)


_QUIET = (Outcome.CREDIT, Outcome.HOLD)


def changes_for(fold: JournalFold, contents: JournalContents, today: date) -> tuple[Decision, ...]:
    """Return what changed from the last training day before today on, the latest day first."""
    days = {record.started.training_day for record in contents.sessions}
    last = max((day for day in days if day < today), default=today)
    return tuple(
        decision
        for decision in fold.folded.log()
        if decision.outcome not in _QUIET
        and (decision.day >= last or (decision.starts_on is not None and last < decision.starts_on <= today))
    )
