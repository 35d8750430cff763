"""Sessions from Start to the journal: compiled, kept at every step, finished, given up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from ankle_coach.domain.care import CARE_EXERCISES, ICE_EXERCISE
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.journal import Answer, NoAnswer, SessionRecord
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.schedule import due_on
from ankle_coach.domain.session_state import SessionInProgress, SessionState, Tick
from ankle_coach.domain.sides import Side
from ankle_coach.domain.step_choices import with_choices
from ankle_coach.domain.steps import Step, compile_session
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.ports import Clock, Journal, SettingsStore
from ankle_coach.services.present import present_moment

if TYPE_CHECKING:
    from ankle_coach.domain.coach_day import Withheld
    from ankle_coach.domain.offers import Offer
    from ankle_coach.services.coach_service import CoachService


class WithheldError(AnkleCoachError):
    """Nothing of a session may be done today, with the reason in one sentence."""


class SessionService:
    """Starts, keeps and finishes sessions."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        people: PersonService,
        plans: PlanService,
        clock: Clock,
        settings: SettingsStore,
        coach: CoachService,
    ) -> None:
        """Work on a journal, a library and what the coach offers."""
        self._coach = coach
        self._journal = journal
        self._library = library
        self._people = people
        self._plans = plans
        self._clock = clock
        self._settings = settings

    def steps(self, prescriptions: Sequence[Prescription], affected: Side | None) -> tuple[Step, ...]:
        """Return the steps that a session plays, pain asked after loaded and balance exercises (§3.2).

        The person's choices of letters and of waiting for a tap are in them.
        """
        asked = frozenset(p.id for p in prescriptions if self._asks_pain(p))
        steps = compile_session(prescriptions, affected, asked)
        return with_choices(steps, self._library, self._settings.current().play_choices)

    def steps_of(self, offers: Sequence[Offer]) -> tuple[Step, ...]:
        """Return the steps of what the coach offers; sides that stand on levels of their own play apart."""
        groups: list[tuple[Side | None, list[Prescription]]] = []
        for offer in offers:
            if not groups or groups[-1][0] != offer.affected:
                groups.append((offer.affected, []))
            groups[-1][1].append(offer.prescription)
        return tuple(step for affected, played in groups for step in self.steps(played, affected))

    def asks_before(self, session_id: str) -> bool:
        """Say whether a session of today holds loaded work, so that pain and swelling are asked before it."""
        found = next((s for s in self._coach.todays_sessions() if s.session.id == session_id), None)
        return found is not None and any(self._is_loaded(p) for p in found.prescriptions)

    def _is_loaded(self, prescription: Prescription) -> bool:
        exercise = self._library.exercise(prescription.exercise)
        return exercise.is_loaded(exercise.level(prescription.level))

    def _asks_pain(self, prescription: Prescription) -> bool:
        exercise = self._library.exercise(prescription.exercise)
        level = exercise.level(prescription.level)
        return exercise.group is Group.BALANCE or exercise.is_loaded(level)

    def start(
        self,
        session_id: str,
        pain_before: Answer = NoAnswer.NOT_ASKED,
        swelling_before: Answer = NoAnswer.NOT_ASKED,
    ) -> SessionInProgress:
        """Compile a session of today at its standings and keep it as the session in progress.

        Ice is left out of it: only its own flow knows what blocks it and when it may be used again. What a
        lock, a stop or the answers before it forbid is left out too.

        Args:
            session_id: Id of the planned session.
            pain_before: Pain before it, 0 to 10.
            swelling_before: Swelling before it, 0 to 3.

        Raises:
            NotFoundError: If the plan has no such session today.
            WithheldError: If nothing of it may be done today.
        """
        from ankle_coach.domain.session import new_session  # noqa: PLC0415 - nothing is played at the start

        moment = present_moment(self._clock, self._settings)
        plan = self._plans.current(moment.training_day)
        record_id = new_id()
        self._coach.before_session(pain_before, swelling_before, record_id)
        found = next((s for s in self._coach.todays_sessions() if s.session.id == session_id), None)
        if plan is None or found is None or not (found.offers or found.withheld):
            raise NotFoundError(f"Today's plan has no session {session_id!r}.")
        offers = [offer for offer in found.offers if offer.prescription.exercise != ICE_EXERCISE]
        if not offers and found.offers:
            raise NotFoundError("Ice is not played: it starts from its own card, which asks first.")
        if not offers:
            raise WithheldError(_why_nothing(found.withheld))
        steps = self.steps_of(offers)
        progress = SessionInProgress(
            id=record_id,
            session=session_id,
            name=plan.session(session_id).name,
            plan_version=plan.version,
            started=moment,
            saved=moment,
            state=new_session(steps),
            pain_before=pain_before,
            played=tuple(offer.prescription for offer in offers),
        )
        self._journal.save_progress(self._people.required().id, progress)
        return progress

    def care_exercise(self, session_id: str) -> str | None:
        """Return the exercise of a session of today that is nothing but ice, a raised leg or a wrap."""
        moment = present_moment(self._clock, self._settings)
        plan = self._plans.current(moment.training_day)
        due = due_on(plan, moment.training_day) if plan else ()
        exercises = {p.exercise for d in due if d.session.id == session_id for p in d.prescriptions}
        return exercises.pop() if len(exercises) == 1 and exercises <= set(CARE_EXERCISES) else None

    def in_progress(self) -> SessionInProgress | None:
        """Return the session that was left unfinished, paused where it was, or None."""
        person = self._people.current()
        progress = self._journal.progress(person.id) if person else None
        if progress is None:
            return None
        from ankle_coach.domain.session import restored  # noqa: PLC0415 - rarely is a session unfinished

        return msgspec.structs.replace(progress, state=restored(progress.state))

    def keep(self, progress: SessionInProgress, state: SessionState) -> SessionInProgress:
        """Write where the session is; called at every step and every ten seconds of a long one."""
        moment = present_moment(self._clock, self._settings)
        kept = msgspec.structs.replace(progress, state=state, saved=moment)
        self._journal.save_progress(self._people.required().id, kept)
        return kept

    def finish(
        self,
        progress: SessionInProgress,
        *,
        pain_after: Answer = NoAnswer.MISSING,
        effort: Answer = NoAnswer.MISSING,
        note: str = "",
    ) -> tuple[SessionRecord, Changes]:
        """Write the session into the journal and forget it as the one in progress."""
        from ankle_coach.domain.safety_facts import Sign  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.session_record import session_record  # noqa: PLC0415 - as above

        record = session_record(
            progress,
            self._prescriptions(progress),
            pain_after=pain_after,
            effort=effort,
            note=note,
        )
        self._journal.finish_session(self._people.required().id, record)
        changes = Changes.SESSIONS | Changes.PROGRESS
        for prescription, side, tick in progress.ticks:
            if tick is Tick.LIMPED:
                changes |= self._coach.sign(record.id, Sign.LIMP, prescription, side)
        return record, changes

    def discard(self) -> Changes:
        """Forget the session in progress; nothing of it goes into the journal."""
        self._journal.clear_progress(self._people.required().id)
        return Changes.PROGRESS

    def _prescriptions(self, progress: SessionInProgress) -> dict[str, Prescription]:
        from ankle_coach.domain.session_record import by_id  # noqa: PLC0415 - as above

        if progress.played:
            return by_id(progress.played)
        plan = next((p for p in self._plans.versions() if p.version == progress.plan_version), None)
        return by_id(plan.prescriptions) if plan else {}


def _why_nothing(withheld: tuple[Withheld, ...]) -> str:
    """Say why nothing of a session may be done today, as far as one reason covers all of it."""
    from ankle_coach.domain.coach_day import Why  # noqa: PLC0415 - nothing is played at the start

    reasons = {left_out.why for left_out in withheld}
    because = {
        Why.NO_LOAD: " Too much pain or swelling: nothing loads today.",
        Why.LOCK: " A safety sign locks it until you record what happened.",
        Why.STOPPED: " It was stopped today.",
        Why.CONDITION: " It asks for something first: the Plan page says what.",
    }
    told = because.get(reasons.pop(), "") if len(reasons) == 1 else ""
    return f"Nothing of this session may be done today.{told}"
