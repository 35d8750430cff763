"""What happened besides pain, as a strip of lanes ready to draw (clinical.md §6.2, chart 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.care import ICE_EXERCISE
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, SessionRecord
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag, Urgency
from ankle_coach.domain.safety_facts import LockPeriod, Sign, StopSign, lock_periods
from ankle_coach.domain.sides import Side

GIVING_WAY = "giving-way"
"""The question of the weekly review that counts it."""


class Lane(StrEnum):
    """The lanes of the strip, from the top down."""

    SWELLING = "swelling"
    GIVING_WAY = "giving-way"
    RED_FLAG = "red-flag"
    LOCK = "lock"
    ICE = "ice"


class Event(Struct, frozen=True, kw_only=True):
    """Something of one day, or of a stretch of days.

    Attributes:
        lane: Where it is drawn.
        day: Its training day, or the first one.
        until: First day after a stretch; None for a single day, and for a lock that still holds.
        holds: Whether it is a lock that still holds.
        value: Swelling 0 to 3, or how often; why there is no number where there is none.
        rule: Id of the safety question or trend; empty for none.
        urgency: How urgent a flag is; None for everything else.
        side: The side that it is about; both where none is named.
    """

    lane: Lane
    day: date
    until: date | None = None
    holds: bool = False
    value: Answer = 1
    rule: str = ""
    urgency: Urgency | None = None
    side: Side = Side.BOTH


def events(contents: JournalContents) -> tuple[Event, ...]:
    """Return everything that the strip draws, in order of the days and then of the lanes."""
    flags, assessments = contents.of(Flag), contents.of(Assessment)
    found = [
        *_swelling(contents.check_ins),
        *_giving_way(contents),
        *_flags(flags),
        *_locks(lock_periods(flags, assessments)),
        *_ice(contents.sessions, contents.of(IceRecord)),
    ]
    lanes = list(Lane)
    return tuple(sorted(found, key=lambda event: (event.day, lanes.index(event.lane))))


def giving_way(contents: JournalContents) -> tuple[tuple[date, int], ...]:
    """Return how often the ankle gave way, by training day: in sessions, in runs, and as counted weekly.

    A weekly count of zero is an answer and is there.
    """
    days = {record.id: record.started.training_day for record in contents.sessions}
    told = [
        (record.started.training_day, 1)
        for record in contents.sessions
        for answer in record.answers
        if answer.gave_way
    ]
    told += [
        (days[sign.session], 1)
        for sign in contents.of(StopSign)
        if sign.sign is Sign.GAVE_WAY and sign.session in days
    ]
    told += [(run.day, 1) for run in contents.of(RunRecord) if run.gave_way]
    counted = [
        (entry.entered.training_day, int(max(entry.values)))
        for entry in contents.of(Measurement)
        if entry.measure == GIVING_WAY and entry.values
    ]
    return (*told, *counted)


def _swelling(check_ins: Iterable[CheckIn]) -> list[Event]:
    return [
        Event(
            lane=Lane.SWELLING,
            day=check_in.entered.training_day,
            value=check_in.swelling,
            side=check_in.side,
        )
        for check_in in check_ins
        if check_in.swelling is not NoAnswer.NOT_ASKED
    ]


def _giving_way(contents: JournalContents) -> list[Event]:
    times: Counter[date] = Counter()
    for day, number in giving_way(contents):
        times[day] += number
    return [Event(lane=Lane.GIVING_WAY, day=day, value=number) for day, number in times.items()]


def _flags(flags: Iterable[Flag]) -> list[Event]:
    return [
        Event(
            lane=Lane.RED_FLAG,
            day=flag.raised.training_day,
            rule=flag.finding.rule,
            urgency=flag.finding.urgency,
            side=flag.side or Side.BOTH,
        )
        for flag in flags
    ]


def _locks(periods: Iterable[LockPeriod]) -> list[Event]:
    return [
        Event(
            lane=Lane.LOCK,
            day=period.from_day,
            until=period.until_day,
            holds=period.until_day is None,
            rule=period.lock.rule,
            urgency=period.lock.urgency,
        )
        for period in periods
    ]


def _ice(sessions: Iterable[SessionRecord], records: Iterable[IceRecord]) -> list[Event]:
    """Ice of the flow of self-care, and of sittings that played it, once a day with how often."""
    times = Counter(record.started.training_day for record in records)
    times.update(
        session.started.training_day
        for session in sessions
        if any(done.exercise == ICE_EXERCISE and done.done for done in session.sets)
    )
    return [Event(lane=Lane.ICE, day=day, value=number) for day, number in times.items()]
