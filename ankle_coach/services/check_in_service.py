"""The morning check-in."""

from __future__ import annotations

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, Source
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.ports import Clock, Journal, SettingsStore
from ankle_coach.services.present import present_moment


class CheckInService:
    """Keeps one check-in a training day and side; an answer given again replaces the one before."""

    def __init__(
        self, journal: Journal, people: PersonService, clock: Clock, settings: SettingsStore
    ) -> None:
        """Work on a journal."""
        self._journal = journal
        self._people = people
        self._clock = clock
        self._settings = settings

    def today(self) -> CheckIn | None:
        """Return this training day's check-in, or None."""
        person = self._people.current()
        if person is None:
            return None
        day = present_moment(self._clock, self._settings).training_day
        check_ins = self._journal.check_ins(person.id, day, day)
        return check_ins[-1] if check_ins else None

    def save(
        self,
        pain: Answer,
        *,
        stiff_minutes: Answer = NoAnswer.NOT_ASKED,
        swelling: Answer = NoAnswer.NOT_ASKED,
        first_step: Answer = NoAnswer.NOT_ASKED,
        note: str = "",
    ) -> Changes:
        """Keep the answers of this morning.

        Args:
            pain: Worst pain since getting up, 0 to 10.
            stiff_minutes: Minutes of stiffness.
            swelling: 0 none, 1 mild, 2 moderate, 3 severe.
            first_step: Pain of the first steps, 0 to 10.
            note: The person's own words.
        """
        person = self._people.required()
        before = self.today()
        check_in = CheckIn(
            id=before.id if before else new_id(),
            entered=present_moment(self._clock, self._settings),
            side=person.affected or Side.BOTH,
            pain=pain,
            stiff_minutes=stiff_minutes,
            swelling=swelling,
            first_step=first_step,
            note=note,
            source=Source.TYPED,
        )
        self._journal.save_check_in(person.id, check_in)
        return Changes.CHECK_INS

    def withdraw(self) -> Changes:
        """Take this morning's check-in back."""
        before = self.today()
        if before is None:
            return Changes.NONE
        self._journal.delete_check_in(before.id)
        return Changes.CHECK_INS
