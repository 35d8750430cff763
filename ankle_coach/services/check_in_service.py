"""The morning check-in: what the program asks, this morning's answers, and a morning that is entered late."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, Source
from ankle_coach.domain.morning import ONLY_PAIN, MorningAnswers, MorningField
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.ports import Clock, Journal, SettingsStore
from ankle_coach.services.present import present_moment


class CheckInService:
    """Keeps one check-in a training day and side; an answer given again replaces the one before."""

    def __init__(
        self,
        journal: Journal,
        people: PersonService,
        clock: Clock,
        settings: SettingsStore,
        plans: PlanService | None = None,
    ) -> None:
        """Work on a journal; without plans only pain is asked."""
        self._journal = journal
        self._people = people
        self._clock = clock
        self._settings = settings
        self._plans = plans

    def asked(self) -> frozenset[MorningField]:
        """Return what the program of today's plan asks in the morning; pain always."""
        plan = self._plans.current() if self._plans else None
        if plan is None or self._plans is None:
            return ONLY_PAIN
        program = self._plans.place(plan, plan.starts_on).program
        return ONLY_PAIN | frozenset(program.morning) if program else ONLY_PAIN

    def sides(self) -> tuple[Side, ...]:
        """Return the sides that the morning asks about: each of two sore ones, or the one (§3.2)."""
        return self._sides(self._plans.current() if self._plans else None)

    def today(self, side: Side | None = None) -> CheckIn | None:
        """Return this training day's check-in, or None.

        Args:
            side: A side that the morning asks about; None for the first of them.
        """
        day = present_moment(self._clock, self._settings).training_day
        return self._of(day, side or self.sides()[0])

    def mornings(self) -> tuple[tuple[Side, CheckIn | None], ...]:
        """Return each side that this morning asks about, and its check-in or None."""
        return tuple((side, self.today(side)) for side in self.sides())

    def save(
        self,
        pain: Answer,
        *,
        side: Side | None = None,
        stiff_minutes: Answer = NoAnswer.NOT_ASKED,
        swelling: Answer = NoAnswer.NOT_ASKED,
        first_step: Answer = NoAnswer.NOT_ASKED,
        note: str = "",
    ) -> Changes:
        """Keep the answers of this morning.

        Args:
            pain: Worst pain since getting up, 0 to 10.
            side: The side that they are about; None for the first that is asked about.
            stiff_minutes: Minutes of stiffness.
            swelling: 0 none, 1 mild, 2 moderate, 3 severe.
            first_step: Pain of the first steps, 0 to 10.
            note: The person's own words; empty keeps those of the answer before.
        """
        person = self._people.required()
        about = side or self.sides()[0]
        before = self._own(about)
        check_in = CheckIn(
            id=before.id if before else new_id(),
            entered=present_moment(self._clock, self._settings),
            side=about,
            pain=pain,
            stiff_minutes=stiff_minutes,
            swelling=swelling,
            first_step=first_step,
            note=note or (before.note if before else ""),
            source=Source.TYPED,
        )
        self._journal.save_check_in(person.id, check_in)
        return Changes.CHECK_INS

    def save_answers(self, answers: MorningAnswers) -> Changes:
        """Keep the answers of this morning; without any number the check-in is taken back."""
        if answers.is_empty:
            return self.withdraw(answers.side)
        return self.save(
            answers.pain,
            side=answers.side,
            stiff_minutes=answers.stiff_minutes,
            swelling=answers.swelling,
            first_step=answers.first_step,
        )

    def withdraw(self, side: Side | None = None) -> Changes:
        """Take this morning's check-in about a side back; None for the first that is asked about."""
        about = side or self.sides()[0]
        before = self._own(about)
        if before is None:
            return Changes.NONE
        self._journal.delete_check_in(before.id)
        return Changes.CHECK_INS

    def missing_yesterday(self) -> tuple[CheckIn, ...]:
        """Return yesterday's check-ins to be filled in, one for each side that is missing.

        Their asked fields are missing and their training day is yesterday; their instant is now, so that the
        rules see that they came late. They are not kept yet.
        """
        now = present_moment(self._clock, self._settings)
        yesterday = now.training_day - timedelta(days=1)
        person = self._people.current()
        plan = self._plans.current(yesterday) if self._plans else None
        missing = [side for side in self._sides(plan) if self._of(yesterday, side) is None]
        if person is None or plan is None:
            return ()
        asked = self.asked()

        def empty(field: MorningField) -> NoAnswer:
            return NoAnswer.MISSING if field in asked else NoAnswer.NOT_ASKED

        return tuple(
            CheckIn(
                id=new_id(),
                entered=type(now)(now.at, now.offset_minutes, yesterday),
                side=side,
                pain=NoAnswer.MISSING,
                first_step=empty(MorningField.FIRST_STEP),
                stiff_minutes=empty(MorningField.STIFFNESS),
                swelling=empty(MorningField.SWELLING),
                source=Source.TYPED,
            )
            for side in missing
        )

    def save_late(self, check_in: CheckIn) -> Changes:
        """Keep a morning that is entered after its day; without any number nothing is kept."""
        answers = (check_in.pain, check_in.first_step, check_in.stiff_minutes, check_in.swelling)
        if not any(isinstance(answer, int) for answer in answers):
            return Changes.NONE
        self._journal.save_check_in(self._people.required().id, check_in)
        return Changes.CHECK_INS

    def _sides(self, plan: Plan | None) -> tuple[Side, ...]:
        person = self._people.current()
        affected = plan.affected if plan is not None else person.affected if person is not None else None
        return (Side.LEFT, Side.RIGHT) if affected is Side.BOTH else (affected or Side.BOTH,)

    def _of(self, day: date, side: Side) -> CheckIn | None:
        """Return the newest check-in of a day that is about a side; one about both is about each."""
        person = self._people.current()
        check_ins = self._journal.check_ins(person.id, day, day) if person else ()
        about = [one for one in check_ins if one.side is side or Side.BOTH in (one.side, side)]
        own = [one for one in about if one.side is side]
        found = own or about
        return found[-1] if found else None

    def _own(self, side: Side) -> CheckIn | None:
        """Return this morning's check-in that a side's answers replace, or None.

        One that was about both sides goes on as the other side's, where each is asked about now.
        """
        before = self.today(side)
        other = next((one for one in self.sides() if one is not side), None)
        if before is None or before.side is side or other is None:
            return before
        if self.today(other) != before:
            return msgspec.structs.replace(before, side=side)
        self._journal.save_check_in(self._people.required().id, msgspec.structs.replace(before, side=other))
        return msgspec.structs.replace(before, id=new_id(), side=side)
