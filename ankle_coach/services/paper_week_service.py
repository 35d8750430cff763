"""A filled sheet comes back: a week of ticks and pains goes into the journal as if it had been live."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.facts_of_records import Until
from ankle_coach.domain.journal import NoAnswer, Source
from ankle_coach.domain.journal_fold import fold_journal
from ankle_coach.domain.offers import offers
from ankle_coach.domain.paper_week import (
    DAYS,
    PaperCell,
    PaperDay,
    PaperRow,
    PaperWeek,
    paper_mornings,
    paper_sessions,
    step_key,
)
from ankle_coach.domain.schedule import Due, due_on
from ankle_coach.domain.sides import Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ankle_coach.domain.journal import CheckIn, SessionRecord
    from ankle_coach.domain.journal_contents import JournalContents
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.offers import Offer
    from ankle_coach.domain.plan import Plan
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.ports import Journal, RuleContent
    from ankle_coach.services.session_service import SessionService


class PaperWeekService:
    """Reads a week as its sheet shows it, and keeps what was filled in."""

    def __init__(
        self,
        journal: Journal,
        reader: JournalReader,
        library: Library,
        rules: RuleContent,
        sessions: SessionService,
    ) -> None:
        """Work on the current person's journal."""
        self._journal, self._reader, self._library = journal, reader, library
        self._rules, self._sessions = rules, sessions

    def last_week(self) -> date:
        """Return the first day of the last whole week before today; weeks of sheets begin on Monday."""
        today = self._reader.today()
        return today - timedelta(days=today.weekday() + DAYS)

    def week(self, first: date) -> PaperWeek:
        """Return the sheet of a week with what is known of it already.

        The doses are those that stood when its first day began, as the sheet was printed.

        Args:
            first: The first day.

        Raises:
            NotFoundError: There is no plan that holds within that week.
        """
        contents = self._reader.contents()
        plan = _plan_within(contents, first) if contents is not None else None
        if contents is None or plan is None:
            raise NotFoundError("There is no plan in this week, so there is no sheet to enter.")
        days = [first + timedelta(days=index) for index in range(DAYS)]
        live = [r for r in self._records(first) if r.source is not Source.PAPER]
        rows = tuple(
            PaperRow(
                session=plan.session(offer.prescription.session),
                offer=offer,
                planned=tuple(_planned(plan, offer, day) for day in days),
                elsewhere=tuple(_done(live, offer, day) for day in days),
            )
            for offer in self._offers(contents, plan, first)
        )
        paper = [r for r in self._records(first) if r.source is Source.PAPER]
        mornings = self._check_ins(first)
        return PaperWeek(
            first=first,
            plan_version=plan.version,
            rows=rows,
            cells=tuple(tuple(_cell(paper, row.offer, day) for day in days) for row in rows),
            days=tuple(_day(paper, mornings, day) for day in days),
            known_mornings=frozenset(
                index for index, day in enumerate(days) if _morning(mornings, day, paper=False) is not None
            ),
        )

    def save(self, week: PaperWeek) -> Changes:
        """Keep a week; entered again it replaces what was entered of it before, and nothing else.

        Raises:
            StorageError: The journal cannot be written.
        """
        contents = self._reader.contents()
        if contents is None:
            raise NotFoundError("There is nobody in this journal yet.")
        person, moment = contents.person, self._reader.moment()
        offset = timedelta(minutes=moment.offset_minutes)
        steps = {step_key(row.offer): self._sessions.steps_of((row.offer,)) for row in week.rows}
        sessions = paper_sessions(week, person.id, steps, offset)
        mornings = paper_mornings(week, person.id, person.affected or Side.BOTH, moment.at, offset)
        kept = {session.id for session in sessions} | {morning.id for morning in mornings}
        for session in sessions:
            self._journal.save_session(person.id, session)
        for morning in mornings:
            self._journal.save_check_in(person.id, morning)
        for record in self._records(week.first):
            if record.source is Source.PAPER and record.id not in kept:
                self._journal.delete_session(record.id)
        for check_in in self._check_ins(week.first):
            if check_in.source is Source.PAPER and check_in.id not in kept:
                self._journal.delete_check_in(check_in.id)
        return Changes.SESSIONS | Changes.CHECK_INS | Changes.DECISIONS

    def _offers(self, contents: JournalContents, plan: Plan, first: date) -> tuple[Offer, ...]:
        """What the plan offered when the week began; the person's later entries change nothing of it."""
        begins = Until(max(first, plan.starts_on), noon_over=False)
        starts_at = self._reader.day_starts_at
        fold = fold_journal(contents, self._library, lambda: self._rules.measures.measure, begins, starts_at)
        return offers(fold.folded.opening, fold.context.for_plan(plan), begins.day)

    def _records(self, first: date) -> tuple[SessionRecord, ...]:
        contents = self._reader.contents()
        last = first + timedelta(days=DAYS - 1)
        return tuple(
            record
            for record in (contents.sessions if contents is not None else ())
            if first <= record.started.training_day <= last
        )

    def _check_ins(self, first: date) -> tuple[CheckIn, ...]:
        contents = self._reader.contents()
        first, last = first + timedelta(days=1), first + timedelta(days=DAYS)
        return tuple(
            check_in
            for check_in in (contents.check_ins if contents is not None else ())
            if first <= check_in.entered.training_day <= last
        )


def _plan_within(contents: JournalContents, first: date) -> Plan | None:
    """The version that held on the first day, or else the first one that began within the week."""
    held = [plan for plan in contents.plans if plan.starts_on <= first]
    if held:
        return held[-1]
    last = first + timedelta(days=DAYS - 1)
    return next((plan for plan in contents.plans if plan.starts_on <= last), None)


def _planned(plan: Plan, offer: Offer, day: date) -> int:
    """How often an exercise is planned on a day."""
    for due in due_on(plan, day):
        if due.session.id == offer.prescription.session and due.due is Due.PLANNED:
            return due.times if any(p.id == offer.prescription.id for p in due.prescriptions) else 0
    return 0


def _done(records: Iterable[SessionRecord], offer: Offer, day: date) -> int:
    """How many records of a day have something done of an exercise on its sides."""
    sides = set(offer.sides)
    return sum(
        any(
            one.prescription == offer.prescription.id and one.side in sides and one.done > 0
            for one in record.sets
        )
        for record in records
        if record.started.training_day == day
    )


def _cell(paper: Iterable[SessionRecord], offer: Offer, day: date) -> PaperCell:
    """What was entered of an exercise; its own pain is the one that differs from the day's."""
    records = [record for record in paper if record.started.training_day == day]
    times, worst = _done(records, offer, day), _worst(records)
    own = [
        answer.pain_during
        for record in records
        for answer in record.answers
        if answer.prescription == offer.prescription.id and isinstance(answer.pain_during, int)
    ]
    differs = bool(own) and max(own) != worst
    return PaperCell(times=times, pain=max(own) if differs else NoAnswer.NOT_ASKED)


def _worst(records: Iterable[SessionRecord]) -> int | None:
    pains = [r.pain_during for r in records if isinstance(r.pain_during, int)]
    return max(pains) if pains else None


def _day(paper: Iterable[SessionRecord], mornings: Iterable[CheckIn], day: date) -> PaperDay:
    worst = _worst(record for record in paper if record.started.training_day == day)
    known = _morning(mornings, day, paper=False) or _morning(mornings, day, paper=True)
    return PaperDay(
        pain=NoAnswer.MISSING if worst is None else worst,
        morning=known.pain if known is not None and isinstance(known.pain, int) else NoAnswer.MISSING,
    )


def _morning(mornings: Iterable[CheckIn], day: date, *, paper: bool) -> CheckIn | None:
    """The entry of the morning after a day, from paper or from elsewhere."""
    about = day + timedelta(days=1)
    return next(
        (m for m in mornings if m.entered.training_day == about and (m.source is Source.PAPER) == paper), None
    )
