"""The calendar as the person changes it: sessions moved and skipped, pauses, and exercises swapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError

if TYPE_CHECKING:
    from ankle_coach.domain.adaptation import Bars
    from ankle_coach.domain.coach_day import CoachSession
    from ankle_coach.domain.entries import Kept
    from ankle_coach.domain.journal import SessionSummary
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.plan import Plan, Prescription
    from ankle_coach.domain.schedule_changes import Pause, PauseKind, PauseProblem
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.intake_service import IntakeService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.plan_service import PlanService

WEEK = 7


class ScheduleError(AnkleCoachError):
    """A change of the calendar or the plan that is not allowed, with the reason in one sentence."""


class WeekDay(Struct, frozen=True, kw_only=True):
    """One day of the week view.

    Attributes:
        day: The training day.
        sessions: Its sessions that are planned, were moved away, or were left out, in the plan's order.
        done: The sittings of the day.
        pause: The pause that covers it; None for none.
        is_easy: Whether it lies in an easy week.
        crowded: How many core exercises it has, where that is more than a day should have; else 0.
        has_plan: Whether a plan held on it; a day before the first plan was no day of rest.
    """

    day: date
    sessions: tuple[CoachSession, ...]
    done: tuple[SessionSummary, ...]
    pause: Pause | None = None
    is_easy: bool = False
    crowded: int = 0
    has_plan: bool = True


class Swap(Struct, frozen=True, kw_only=True):
    """What a prescription can be exchanged for.

    Attributes:
        exercise: Id of the exercise.
        level: Id of the level.
        kind: ``easier``, ``harder`` or ``other``.
    """

    exercise: str
    level: str
    kind: str


class ScheduleService:
    """Changes the calendar and the plan, each change as a record or a plan version of its own."""

    def __init__(
        self,
        reader: JournalReader,
        library: Library,
        plans: PlanService,
        coach: CoachService,
        intake: IntakeService,
    ) -> None:
        """Work on the journal and the coach's fold."""
        self._reader = reader
        self._library = library
        self._plans = plans
        self._coach = coach
        self._intake = intake

    # --- the week -----------------------------------------------------------------------------

    def week(self, monday: date) -> tuple[WeekDay, ...]:
        """Return the seven days from a Monday on; days to come as things stand now."""
        contents, state = self._reader.contents(), self._coach.state()
        if contents is None or state is None:
            return ()
        days = []
        for number in range(WEEK):
            day = monday + timedelta(days=number)
            sessions = self._coach.sessions_on(day)
            shown = tuple(s for s in sessions if s.times or s.moved_to is not None or s.skip is not None)
            days.append(
                WeekDay(
                    day=day,
                    sessions=shown,
                    done=self._done(day),
                    pause=next((s.pause for s in sessions if s.pause is not None), None),
                    is_easy=state.deload is not None and state.deload.covers(day),
                    crowded=self._crowded(sessions),
                    has_plan=self._plans.current(day) is not None,
                )
            )
        return tuple(days)

    def _crowded(self, sessions: tuple[CoachSession, ...]) -> int:
        """Count the core exercises of a day where there are more than the cap allows (clinical.md §3.6)."""
        from ankle_coach.domain.schedule_rules import counts_for_cap  # noqa: PLC0415 - loads with the rules

        fold = self._coach.fold()
        if fold is None or fold.folded.state.plan is None:
            return 0
        if fold.context.traits_of(fold.folded.state.plan).weeks:
            return 0  # a published program keeps its own days
        asked = [s for s in sessions if s.times and s.skip is None and s.pause is None]
        core = {p.exercise for s in asked for p in s.prescriptions}
        count = sum(counts_for_cap(self._library.exercise(name)) for name in core)
        return count if count > fold.context.thresholds.core_cap else 0

    def _done(self, day: date) -> tuple[SessionSummary, ...]:
        from ankle_coach.domain.journal import summary_of  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        records = contents.sessions if contents is not None else ()
        return tuple(summary_of(record) for record in records if record.started.training_day == day)

    # --- moving, skipping, pausing ------------------------------------------------------------

    def move(self, session: str, from_day: date, to_day: date) -> Changes:
        """Move a planned session to another training day.

        Raises:
            ScheduleError: It is not planned there, lies in the past, is planned on the new day already, or
                hard loads would come closer than 48 hours.
        """
        from ankle_coach.domain.journal_contents import schedule_changes  # noqa: PLC0415 - with the rules
        from ankle_coach.domain.schedule_changes import Move, planned_sessions  # noqa: PLC0415 - as above
        from ankle_coach.domain.schedule_rules import hard_sessions, may_move  # noqa: PLC0415 - as above

        contents, fold = self._reader.contents(), self._coach.fold()
        plan = self._plans.current(from_day)
        if contents is None or fold is None or plan is None:
            raise NotFoundError("There is no plan yet.")
        changes = schedule_changes(contents)
        if session not in dict(planned_sessions(plan, from_day, changes)):
            raise ScheduleError("This session is not planned on that day.")
        if min(from_day, to_day) < self._reader.today():
            raise ScheduleError("Days that are over do not change any more.")
        hard = hard_sessions(plan, self._coach.standings(), fold.context.for_plan(plan))
        moved = Move(session=session, from_day=from_day, to_day=to_day)
        if not may_move(plan, hard, moved, changes, fold.context.thresholds):
            raise ScheduleError("Hard loads need 48 hours between them, and a session is done once a day.")
        self._reader.keep(moved)
        return Changes.PLAN | Changes.DECISIONS

    def take_back_move(self, session: str, to_day: date) -> Changes:
        """Take a move back that brought a session to a day."""
        from ankle_coach.domain.schedule_changes import Move  # noqa: PLC0415 - loads with the rules

        return self._forget(lambda e: isinstance(e, Move) and (e.session, e.to_day) == (session, to_day))

    def skip(self, session: str, day: date, *, excused: bool, reason: str = "") -> Changes:
        """Leave a planned session out on purpose.

        Args:
            session: Id of the session.
            day: The training day.
            excused: Whether it leaves the adherence alone; the gap counts either way.
            reason: Why, in own words.

        Raises:
            ScheduleError: It is not planned on that day.
        """
        from ankle_coach.domain.journal_contents import schedule_changes  # noqa: PLC0415 - with the rules
        from ankle_coach.domain.schedule_changes import Skip, planned_sessions  # noqa: PLC0415 - as above

        contents, plan = self._reader.contents(), self._plans.current(day)
        if contents is None or plan is None:
            raise NotFoundError("There is no plan yet.")
        if session not in dict(planned_sessions(plan, day, schedule_changes(contents))):
            raise ScheduleError("This session is not planned on that day.")
        self.take_back_skip(session, day)
        self._reader.keep(Skip(session=session, day=day, excused=excused, reason=reason))
        return Changes.PLAN | Changes.DECISIONS

    def take_back_skip(self, session: str, day: date) -> Changes:
        """Plan a session again that was left out."""
        from ankle_coach.domain.schedule_changes import Skip  # noqa: PLC0415 - loads with the rules

        return self._forget(lambda e: isinstance(e, Skip) and (e.session, e.day) == (session, day))

    def pauses(self) -> tuple[Kept[Pause], ...]:
        """Return the pauses that are going on or to come, in the order of their first days."""
        today = self._reader.today()
        kept = [k for k in self._kept_pauses() if k.entry.from_day > today or k.entry.is_going(today)]
        return tuple(sorted(kept, key=lambda k: (k.entry.from_day, k.id)))

    def pause_problem(self, pause: Pause, besides: str = "") -> PauseProblem | None:
        """Return why a pause cannot be entered, or replace the one with an id; None where it can."""
        from ankle_coach.domain.schedule_changes import pause_problem  # noqa: PLC0415 - loads with the rules

        others = [kept.entry for kept in self._kept_pauses() if kept.id != besides]
        return pause_problem(pause, others, self._reader.today())

    def pause(self, kind: PauseKind, from_day: date, until_day: date | None = None) -> Changes:
        """Excuse all sessions for some days: travel, illness, fever.

        Args:
            kind: Why.
            from_day: First training day; of travel it may be to come.
            until_day: Last training day; None while it is not known. Of a fever, the last day with fever.

        Raises:
            ScheduleError: It ends before it begins, is no travel and to come, or lies on another's days.
        """
        from ankle_coach.domain.schedule_changes import Pause  # noqa: PLC0415 - loads with the rules

        return self._keep_pause(Pause(kind=kind, from_day=from_day, until_day=until_day))

    def change_pause(self, entry_id: str, from_day: date, until_day: date | None) -> Changes:
        """Give a pause that is going on or to come other days.

        Raises:
            NotFoundError: There is none with this id.
            ScheduleError: It has begun and its first day changes, or it cannot lie on these days.
        """
        kept = next((k for k in self.pauses() if k.id == entry_id), None)
        if kept is None:
            raise NotFoundError("This pause is over or was taken back.")
        if kept.entry.from_day != from_day and min(kept.entry.from_day, from_day) < self._reader.today():
            raise ScheduleError("Days that are over do not change any more.")
        changed = msgspec.structs.replace(kept.entry, from_day=from_day, until_day=until_day)
        return self._keep_pause(changed, kept)

    def take_back_pause(self, entry_id: str) -> Changes:
        """Take a pause back of which no day is over; its sessions are planned again.

        Raises:
            ScheduleError: A day of it is over.
        """
        kept = next((k for k in self._kept_pauses() if k.id == entry_id), None)
        if kept is None:
            return Changes.NONE
        if kept.entry.from_day < self._reader.today():
            raise ScheduleError("Days that are over do not change any more.")
        self._reader.forget(entry_id)
        return Changes.PLAN | Changes.DECISIONS

    def end_pause(self, last: date) -> Changes:
        """End the pause that is going on, with its last day; after an illness an easy week follows.

        Raises:
            ScheduleError: None is going on, or the day lies before its beginning.
        """
        from ankle_coach.domain.safety_facts import ReportKind  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.schedule_changes import PauseKind  # noqa: PLC0415 - as above

        going = [k for k in self._kept_pauses() if k.entry.is_going(self._reader.today())]
        if not going:
            raise ScheduleError("There is no pause to end.")
        kept = min(going, key=lambda k: k.entry.kind is PauseKind.TRAVEL)  # an illness on a holiday first
        if last < kept.entry.from_day:
            raise ScheduleError("A pause cannot end before it begins.")
        self._reader.keep(msgspec.structs.replace(kept.entry, until_day=last), kept.id, kept.moment)
        if kept.entry.kind is not PauseKind.TRAVEL:
            self._coach.report(ReportKind.ILLNESS)
        return Changes.PLAN | Changes.DECISIONS

    def _kept_pauses(self) -> tuple[Kept[Pause], ...]:
        from ankle_coach.domain.schedule_changes import Pause  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        return contents.kept(Pause) if contents is not None else ()

    def _keep_pause(self, pause: Pause, kept: Kept[Pause] | None = None) -> Changes:
        problem = self.pause_problem(pause, kept.id if kept is not None else "")
        if problem is not None:
            raise ScheduleError(problem.value)
        if kept is None:
            self._reader.keep(pause)
        else:
            self._reader.keep(pause, kept.id, kept.moment)
        return Changes.PLAN | Changes.DECISIONS

    def _forget(self, is_it: Callable[[Struct], bool]) -> Changes:
        contents = self._reader.contents()
        found = [kept.id for kept in contents.entries if is_it(kept.entry)] if contents is not None else []
        for entry_id in found:
            self._reader.forget(entry_id)
        return Changes.PLAN | Changes.DECISIONS if found else Changes.NONE

    # --- swapping -----------------------------------------------------------------------------

    def swaps(self, prescription: str) -> tuple[Swap, ...]:
        """Return what a prescription can be exchanged for: its ladder's neighbors, and others of its group.

        Nothing that the program or the equipment bars is among them.

        Raises:
            NotFoundError: The plan has no such prescription.
        """
        from ankle_coach.domain.adaptation import allowed_levels, fitting_level  # noqa: PLC0415 - with the rules

        plan, own = self._prescription(prescription)
        bars, at_hand = self._bars(plan), self._intake.circumstances().at_hand
        exercise = self._library.exercise(own.exercise)
        standing = next((s for s in self._coach.standings() if s.prescription == prescription), None)
        now = standing.level if standing is not None and standing.exercise == exercise.id else own.level
        allowed = [level.id for level in allowed_levels(exercise, at_hand, bars)]
        order = [level.id for level in exercise.levels]
        easier = [name for name in allowed if order.index(name) < order.index(now)][-1:]
        harder = [name for name in allowed if order.index(name) > order.index(now)][:1]
        found = [Swap(exercise=exercise.id, level=name, kind="easier") for name in easier]
        found += [Swap(exercise=exercise.id, level=name, kind="harder") for name in harder]
        taken = {p.exercise for p in plan.prescriptions}
        for other_id in self._library.exercises:
            other = self._library.exercises[other_id]
            if other_id in taken or other.group is not exercise.group or other.target != exercise.target:
                continue
            start = fitting_level(other, "", at_hand, bars)
            if start is not None:
                found.append(Swap(exercise=other_id, level=start.id, kind="other"))
        return tuple(found)

    def swap(self, prescription: str, to: Swap, *, reason: str) -> Changes:
        """Exchange a prescription for another level or exercise, as a new plan version.

        Args:
            prescription: Id of the prescription.
            to: One of `swaps`.
            reason: Why, in own words; the version's note.

        Raises:
            ScheduleError: It is none of the swaps, or an exercise was set back today or yesterday.
            NotFoundError: The plan has no such prescription.
        """
        from ankle_coach.domain.schedule_rules import may_add_exercise  # noqa: PLC0415 - loads with the rules

        plan, own = self._prescription(prescription)
        if to not in self.swaps(prescription):
            raise ScheduleError("This exchange is not offered.")
        state, today = self._coach.state(), self._reader.today()
        if to.kind != "easier" and state is not None and not may_add_exercise(state, today):
            raise ScheduleError("Nothing is added on the day of a step back or the next.")
        level = self._library.exercise(to.exercise).level(to.level)
        changed = msgspec.structs.replace(
            own,
            exercise=to.exercise,
            level=level.id,
            dose=level.dose,
            side_mode=level.side_mode,
            load=type(own.load)(),
            note=reason or own.note,
        )
        return self._revise(plan, [changed if p.id == own.id else p for p in plan.prescriptions])

    def _revise(self, plan: Plan, prescriptions: Sequence[Prescription]) -> Changes:
        """Keep a new version of the plan from today on, or from tomorrow where a session was done today."""
        today = self._reader.today()
        day = today + timedelta(days=1) if self._done(today) else today
        revised = msgspec.structs.replace(
            plan, prescriptions=tuple(prescriptions), starts_on=day, reason="edited"
        )
        return self._plans.accept(revised) | Changes.DECISIONS

    def _prescription(self, prescription: str) -> tuple[Plan, Prescription]:
        plan = self._plans.current(self._reader.today())
        own = (
            next((p for p in plan.prescriptions if p.id == prescription), None) if plan is not None else None
        )
        if plan is None or own is None:
            raise NotFoundError(f"The plan has no prescription {prescription!r}.")
        return plan, own

    def _bars(self, plan: Plan) -> Bars:
        from ankle_coach.domain.adaptation import NO_BARS  # noqa: PLC0415 - loads with the rules

        program = self._library.programs.get(plan.program) if plan.program else None
        return program.bars(program.phase(plan.phase).mark) if program is not None else NO_BARS
