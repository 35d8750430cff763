"""Everything that a journal holds of one person, and the history that the rules fold from it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import Override
from ankle_coach.domain.entries import Kept
from ankle_coach.domain.facts_of_records import History
from ankle_coach.domain.journal import CheckIn, Person, SessionRecord
from ankle_coach.domain.locks import is_lifted, last_assessment
from ankle_coach.domain.own_thresholds import OwnThresholds
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.reviews import Correction
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag, Outcome
from ankle_coach.domain.safety_facts import (
    Assessed,
    BeforeSession,
    FlagEvent,
    Report,
    StopSign,
    flag_events,
    lock_periods,
)
from ankle_coach.domain.schedule_changes import Move, Pause, ScheduleChanges, Skip
from ankle_coach.domain.screen_record import ScreenRecord
from ankle_coach.domain.training_day import DAY_STARTS_AT

_Entry = TypeVar("_Entry", bound=Struct)

FOLD_FLAGS = "T-"
"""Flags of these ids are raised by the fold itself, from the same records."""


class JournalContents(Struct, frozen=True, kw_only=True):
    """What a journal holds of one person.

    Attributes:
        person: The person.
        plans: The plan versions in the order of their making.
        sessions: The sessions, oldest first.
        check_ins: The check-ins, oldest first.
        entries: All other entries, oldest first within their kind.
    """

    person: Person
    plans: tuple[Plan, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    entries: tuple[Kept[Struct], ...] = ()

    def of(self, kind: type[_Entry]) -> tuple[_Entry, ...]:
        """Return the entries of a kind, oldest first."""
        return tuple(kept.entry for kept in self.entries if isinstance(kept.entry, kind))

    def kept(self, kind: type[_Entry]) -> tuple[Kept[_Entry], ...]:
        """Return the entries of a kind with their ids and moments, oldest first."""
        return tuple(
            Kept(id=kept.id, moment=kept.moment, entry=kept.entry)
            for kept in self.entries
            if isinstance(kept.entry, kind)
        )

    def latest(self, kind: type[_Entry]) -> _Entry | None:
        """Return the latest entry of a kind, or None."""
        found = self.of(kind)
        return found[-1] if found else None


def schedule_changes(contents: JournalContents) -> ScheduleChanges:
    """Return what the person changed in the calendar."""
    return ScheduleChanges(moves=contents.of(Move), skips=contents.of(Skip), pauses=contents.of(Pause))


def history_of(
    contents: JournalContents,
    day_starts_at: time = DAY_STARTS_AT,
    gates: tuple[tuple[date, bool], ...] = (),
    starts: tuple[tuple[date, frozenset[str]], ...] = (),
) -> History:
    """Return the history that the rules fold.

    Args:
        contents: What the journal holds.
        day_starts_at: When a training day turns over.
        gates: From which day on the run gate is open or shut.
        starts: From which day on the prerequisites of which exercises hold.
    """
    flags, assessments = contents.of(Flag), contents.of(Assessment)
    return History(
        plans=contents.plans,
        sessions=contents.sessions,
        check_ins=contents.check_ins,
        overrides=contents.of(Override),
        locks=lock_periods(flags, assessments),
        flags=_flag_events(flags, contents.of(ScreenRecord), assessments),
        assessed=_assessed(flags, assessments),
        signs=contents.of(StopSign),
        before=contents.of(BeforeSession),
        reports=contents.of(Report),
        changes=schedule_changes(contents),
        gates=gates,
        starts=starts,
        own=contents.of(OwnThresholds),
        corrections=contents.of(Correction),
        runs=contents.of(RunRecord),
        day_starts_at=day_starts_at,
    )


def _flag_events(
    flags: tuple[Flag, ...], screens: tuple[ScreenRecord, ...], assessments: tuple[Assessment, ...]
) -> tuple[FlagEvent, ...]:
    """Return the flags that screens raised, and trends that the fold does not raise itself.

    A trend's pause has its numbers in its finding: its lock tells of it, and no question was answered.
    """
    sessions = {flag: screen.session for screen in screens for flag in screen.flags}
    return tuple(
        replace(event, session=sessions.get(flag.id, ""))
        for flag in flags
        if not flag.finding.rule.startswith(FOLD_FLAGS)
        and not (flag.finding.values and flag.finding.urgency.stops_session)
        for event in flag_events((flag,), assessments)
    )


def _assessed(flags: tuple[Flag, ...], assessments: tuple[Assessment, ...]) -> tuple[Assessed, ...]:
    """Return what was looked at; what was raised on the same day holds to its end, but not a mistake."""
    found = []
    for flag in flags:
        last = last_assessment(flag, assessments)
        if last is None or not is_lifted(flag, assessments):
            continue
        kind, mistaken = flag.finding.rule, last.outcome is Outcome.MISTAKEN
        days = {max(last.recorded.training_day, flag.raised.training_day + timedelta(days=1))}
        if mistaken:
            # The fold may raise one of its own again on that very day: the day after takes it back, too.
            days = {last.recorded.training_day} | (days if kind.startswith(FOLD_FLAGS) else set())
        found += [Assessed(day=day, kind=kind, mistaken=mistaken) for day in sorted(days)]
    return tuple(found)
