"""The coach of the sample data: what it offers on each day, after what the days before it brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.facts_of_records import History, Until, facts_of
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.journal import CheckIn, SessionRecord
from ankle_coach.domain.journal_fold import named_exercises, named_programs
from ankle_coach.domain.library import Library
from ankle_coach.domain.offers import Offer, offers
from ankle_coach.domain.plan import Plan, PlannedSession
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.progression import opened
from ankle_coach.domain.rule_state import START
from ankle_coach.domain.schedule import Due, DueSession, due_on
from ankle_coach.domain.statistics import plan_on

EMPTY = History()
"""A history of nothing."""


class Offered(Struct, frozen=True):
    """A session of a day with what it plays.

    Attributes:
        session: The planned session.
        due: Whether it is planned or only offered.
        offers: What it plays, in order; at least one.
    """

    session: PlannedSession
    due: Due
    offers: tuple[Offer, ...]


class SampleCoach:
    """Follows the sample day by day; each day is folded once, when the morning after it has come."""

    def __init__(
        self,
        library: Library,
        plans: tuple[Plan, ...],
        check_ins: Sequence[CheckIn],
        safety: History = EMPTY,
    ) -> None:
        """Work on the plan versions, on all mornings, and on the flags and locks of the sample."""
        self._plans, self._safety = plans, safety
        self._exercises = {exercise.id: exercise for exercise in named_exercises(plans, library)}
        self._context = context_for(self._exercises.values(), named_programs(plans, library))
        self._check_ins = {check_in.entered.training_day: check_in for check_in in check_ins}
        self._state = START

    def offered(self, day: date, day_before: Sequence[SessionRecord]) -> tuple[Offered, ...]:
        """Return what a day plays, as the app offers it after that morning's check-in.

        Args:
            day: The training day; ask once for each, in order.
            day_before: The sessions of the day before.
        """
        mornings = (day - timedelta(days=1), day)
        history = replace(
            self._safety,
            plans=self._plans,
            sessions=tuple(day_before),
            check_ins=tuple(self._check_ins[known] for known in mornings if known in self._check_ins),
        )
        *earlier, facts = facts_of(history, Until(day), self._exercises, self._context.thresholds)
        if earlier:
            self._state, _ = fold_day(self._state, earlier[-1], self._context)
        given = offers(opened(self._state, facts, self._context), self._context, day)
        plan = plan_on(self._plans, day)
        found = (_offered(session, given) for session in (due_on(plan, day) if plan is not None else ()))
        return tuple(offered for offered in found if offered.offers)


def _offered(session: DueSession, given: Sequence[Offer]) -> Offered:
    names = {prescription.id for prescription in session.prescriptions}
    own = tuple(offer for offer in given if offer.prescription.id in names)
    return Offered(session.session, session.due, own)
