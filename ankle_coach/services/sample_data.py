"""Eight weeks of believable sample data, for a throw-away journal to look around in."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from ankle_coach.domain.entries import Kept
from ankle_coach.domain.journal import (
    Answer,
    CheckIn,
    Moment,
    NoAnswer,
    Person,
    Role,
    SessionRecord,
    Source,
)
from ankle_coach.domain.journal_contents import JournalContents, history_of
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.domain.program import plan_from_program
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.sides import Side
from ankle_coach.services.ports import Journal
from ankle_coach.services.sample_coach import Offered, SampleCoach
from ankle_coach.services.sample_entries import Teller
from ankle_coach.services.sample_session import Sitting, played
from ankle_coach.services.sample_story import (
    DAYS,
    FLARE_AFTER,
    FLARE_BUMP,
    FLARE_DURING,
    FLARE_MORNING,
    LEAVES_FROM,
    STEADY_FROM,
    STRENGTH_FROM,
    StoryDay,
    story,
)

AFFECTED = Side.RIGHT
"""The sore side of the sample."""
_PROGRAM = "general"
_SEED = 18
_NEXT_DAY_BEFORE = time(4)
"""Local times before this lie on the calendar day after the training day."""


class Sample(Struct, frozen=True):
    """Everything that a sample journal holds.

    Attributes:
        person: The person.
        plans: Both plan versions, oldest first.
        sessions: The sessions, day by day.
        check_ins: The check-ins, day by day; today's is left open.
        entries: Runs, self-tests, reviews, scores, ice, and a flag with its record.
    """

    person: Person
    plans: tuple[Plan, ...]
    sessions: tuple[SessionRecord, ...]
    check_ins: tuple[CheckIn, ...]
    entries: tuple[Kept[Struct], ...]


def sample_journal(
    journal: Journal, library: Library, today: date, offset: timedelta, seed: int = _SEED
) -> None:
    """Write the sample data into an empty journal.

    Args:
        journal: The journal.
        library: The content that the plans are made from.
        today: The running training day; the data ends the day before.
        offset: Local time minus UTC.
        seed: The same seed makes the same data.

    Raises:
        StorageError: The journal cannot be written.
    """
    sample = sample_records(library, today, offset, seed)
    journal.save_person(sample.person)
    for plan in sample.plans:
        journal.save_plan(sample.person.id, plan)
    for record in sample.sessions:
        journal.save_session(sample.person.id, record)
    for check_in in sample.check_ins:
        journal.save_check_in(sample.person.id, check_in)
    for kept in sample.entries:
        journal.save_entry(sample.person.id, kept.entry, kept.id, kept.moment)


def sample_records(library: Library, today: date, offset: timedelta, seed: int = _SEED) -> Sample:
    """Return the sample data; the same arguments give the same.

    Args:
        library: The content that the plans are made from.
        today: The running training day; the data ends the day before.
        offset: Local time minus UTC.
        seed: Seed of the small accidents.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up data, no secret
    days = story(today, chance)
    plans = _plans(library, today - timedelta(days=DAYS), chance)
    check_ins = tuple(sample_check_in(day, offset, chance) for day in days if day.checks_in)
    entries = Teller(days, offset, AFFECTED, seed).entries()
    person = Person(id=sample_id(chance), name="Robin", role=Role.RUNNER, affected=AFFECTED)
    told = JournalContents(person=person, plans=plans, entries=entries)
    coach = SampleCoach(library, plans, check_ins, history_of(told))
    sessions: list[SessionRecord] = []
    latest: list[SessionRecord] = []
    for day in days:
        due = coach.offered(day.day, latest)
        plan = plans[int(day.number >= STRENGTH_FROM)]
        latest = [
            played(plan, sitting, library, chance) for sitting in sample_sittings(due, day, offset, chance)
        ]
        sessions += latest
    return Sample(person, plans, tuple(sessions), check_ins, entries)


def _plans(library: Library, first: date, chance: random.Random) -> tuple[Plan, ...]:
    """The mobility phase from the first day on, and the strength phase after it."""
    plan_id = sample_id(chance)
    program = library.program(_PROGRAM)
    phases = (("p2", first, "chosen"), ("p3", first + timedelta(days=STRENGTH_FROM), "phase-changed"))
    return tuple(
        plan_from_program(
            program,
            phase,
            {
                template.exercise: library.exercise(template.exercise)
                for template in program.phase(phase).prescriptions
            },
            plan_id=plan_id,
            version=version,
            starts_on=starts_on,
            affected=AFFECTED,
            reason=reason,
        )
        for version, (phase, starts_on, reason) in enumerate(phases, 1)
    )


def sample_sittings(
    due: Sequence[Offered], day: StoryDay, offset: timedelta, chance: random.Random
) -> Iterator[Sitting]:
    """What was done on one day, in order."""
    core = [session for session in due if session.due is Due.PLANNED]
    minutes = chance.randint(0, 50)
    if day.runs:
        for session in _of_kind(due, SessionKind.BEFORE_RUN):
            yield _easy(session, day, _at(day.day, 17, minutes, offset), chance)
        for session in _of_kind(due, SessionKind.AFTER_RUN):
            if chance.random() < 0.7:
                yield _easy(session, day, _at(day.day, 18, 45 + minutes // 4, offset), chance)
    if day.exercises:
        hour = 19 if day.runs else chance.choice((7, 12, 18, 20))
        for session in core:
            yield _core(session, day, _at(day.day, hour, minutes, offset), chance)
    if day.after_flare in (0, 1) or day.number == 1:
        for session in _of_kind(due, SessionKind.RECOVERY):
            yield _easy(session, day, _at(day.day, 21, minutes, offset), chance)
    if day.number == 22:  # a night owl's session: after midnight, and still of that training day
        for session in _of_kind(due, SessionKind.AFTER_RUN):
            yield _easy(session, day, _at(day.day, 0, 20, offset), chance)


def _of_kind(due: Sequence[Offered], kind: SessionKind) -> list[Offered]:
    return [session for session in due if session.session.kind is kind]


def _core(session: Offered, day: StoryDay, started: Moment, chance: random.Random) -> Sitting:
    """A session of the plan: mostly whole, at times cut short, once stopped for pain."""
    pain = FLARE_DURING if day.flares else _pain(day.pain)
    before = day.pain - FLARE_BUMP if day.flares else day.pain
    after: Answer = FLARE_AFTER if day.flares else _pain(day.pain - 0.4 + chance.uniform(-0.4, 0.4))
    hurried = day.number < STEADY_FROM
    share = chance.choice((0.4, 0.6, 0.75, 0.9)) if _is_cut_short(day, chance) else 1.0
    return Sitting(
        id=sample_id(chance),
        planned=session.session,
        offers=session.offers,
        started=started,
        share=0.45 if day.flares else share,
        stopped=day.flares,
        pain=pain,
        pain_before=_pain(before - 0.6) if chance.random() < 0.5 else NoAnswer.NOT_ASKED,
        pain_after=after if day.flares else _sometimes_missing(after, chance, 0.06 * hurried),
        effort=_sometimes_missing(chance.choice((3, 3, 4, 4, 5, 6)), chance, 0.1 * hurried),
        leaves_first=day.number >= LEAVES_FROM,
        note=day.session_note,
    )


def _is_cut_short(day: StoryDay, chance: random.Random) -> bool:
    """Whether something came between; for certain on three days of the eight weeks, were they not missed."""
    return day.number in (4, 16, 36) or (0 < day.number < STEADY_FROM and chance.random() < 0.12)


def _easy(session: Offered, day: StoryDay, started: Moment, chance: random.Random) -> Sitting:
    """A routine around a run, or ice: done whole, and little asked."""
    ice = session.session.kind is SessionKind.RECOVERY
    return Sitting(
        id=sample_id(chance),
        planned=session.session,
        offers=session.offers,
        started=started,
        share=1.0,
        stopped=False,
        pain=_pain(day.pain - 1),
        pain_before=NoAnswer.NOT_ASKED,
        pain_after=NoAnswer.NOT_ASKED if ice else _sometimes_missing(_pain(day.pain - 0.8), chance, 0.15),
        effort=NoAnswer.NOT_ASKED if ice else chance.choice((2, 2, 3)),
        note="",
    )


def sample_check_in(day: StoryDay, offset: timedelta, chance: random.Random) -> CheckIn:
    """The morning's answers; swelling is asked only in the first days and after the flare."""
    pain = FLARE_MORNING if day.after_flare == 1 else _morning_pain(day, chance)
    asks_swelling = day.number < 14 or 0 < day.after_flare < 7
    swelling = 2 if pain >= 5 else int(pain >= 3)
    return CheckIn(
        id=sample_id(chance),
        entered=_at(day.day, chance.choice((6, 7, 7, 8)), chance.randint(0, 55), offset),
        side=AFFECTED,
        pain=pain,
        first_step=_sometimes_missing(min(10, pain + chance.choice((0, 0, 1))), chance, 0.05),
        stiff_minutes=_sometimes_missing(5 * max(0, pain - chance.choice((0, 1))), chance, 0.1),
        swelling=swelling if asks_swelling else NoAnswer.NOT_ASKED,
        note=day.morning_note,
        source=Source.PAPER if chance.random() < 0.04 else Source.TYPED,
    )


def _morning_pain(day: StoryDay, chance: random.Random) -> int:
    """The soreness that the evening before left; on the flare's own morning there was no sign of it yet."""
    before = day.pain - FLARE_BUMP if day.flares else day.pain
    return _pain(before - 0.2 + chance.uniform(-0.4, 0.4))


def _pain(soreness: float) -> int:
    return max(0, min(10, round(soreness)))


def _sometimes_missing(answer: Answer, chance: random.Random, share: float) -> Answer:
    """Leave out a share of the answers, as people do."""
    return NoAnswer.MISSING if chance.random() < share else answer


def _at(day: date, hour: int, minute: int, offset: timedelta) -> Moment:
    """A local time of a training day as records store it."""
    local = datetime.combine(day, time(hour), tzinfo=UTC) + timedelta(minutes=minute)
    if local.time() < _NEXT_DAY_BEFORE:
        local += timedelta(days=1)
    return Moment(local - offset, round(offset.total_seconds() / 60), day)


def sample_id(chance: random.Random) -> str:
    """Return an id that the same source of chance gives again."""
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))
