"""From the journal's records to the facts of each training day, as the rules read them.

Everything goes by the training day that is stored with an entry, never by the order of entry, so that time
zones, daylight saving and a clock set back change nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol, TypeVar

from msgspec import Struct

from ankle_coach.domain.baseline import is_about, sore_sides
from ankle_coach.domain.bouts import exercises_of
from ankle_coach.domain.day_facts import DayFacts, ExerciseDay, MorningFacts, Override
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.journal import Answer, CheckIn, NoAnswer, SessionRecord, SessionStatus
from ankle_coach.domain.own_thresholds import (
    OwnThresholds,
    ThresholdChange,
    choice_on,
    threshold_changes,
)
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.reviews import Correction
from ankle_coach.domain.run_facts import stage_runs, with_felt
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety_facts import (
    Assessed,
    BeforeSession,
    FlagEvent,
    LockPeriod,
    Report,
    StopSign,
)
from ankle_coach.domain.schedule_changes import (
    NO_CHANGES,
    ScheduleChanges,
    excused_sessions,
    planned_sessions,
)
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.thresholds import SOURCE, Thresholds
from ankle_coach.domain.training_day import DAY_STARTS_AT, training_day

NOON = time(12)
"""Local time at which a morning without a check-in is judged as missing (clinical.md §3.3)."""


class Until(Struct, frozen=True):
    """Up to when the rules look.

    Attributes:
        day: The running training day.
        noon_over: Whether its noon is past, so that its morning is missing where it was not entered.
    """

    day: date
    noon_over: bool = True


def until(moment: datetime, offset: timedelta, day_starts_at: time = DAY_STARTS_AT) -> Until:
    """Return up to when the rules look at a moment.

    Args:
        moment: The instant, with a time zone.
        offset: Local time minus UTC there and then.
        day_starts_at: When a training day turns over.
    """
    day = training_day(moment, offset, day_starts_at)
    local = (moment.astimezone(UTC) + offset).replace(tzinfo=None)
    return Until(day, local >= datetime.combine(day, NOON))


class History(Struct, frozen=True, kw_only=True):
    """Everything that the decisions are folded from.

    Attributes:
        plans: The plan versions in the order of their making.
        sessions: Session records.
        check_ins: Morning check-ins.
        overrides: Overrides, in the order of their making.
        locks: Locks.
        flags: Flags that screens and trends raised.
        assessed: What was recorded as looked at.
        signs: Signs to stop.
        before: Answers before sessions, with swelling.
        reports: Illness and bad nights.
        changes: Moved and skipped sessions, pauses.
        runs: Runs; those of a walk-run stage count for its exercise.
        gates: From which day on the run gate is open or shut, in order.
        starts: From which day on the prerequisites of which exercises hold, in order.
        own: The choices of numbers of the rules, oldest first.
        corrections: Answers of reviews that were corrected.
        day_starts_at: When a training day turns over.
    """

    plans: tuple[Plan, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    overrides: tuple[Override, ...] = ()
    locks: tuple[LockPeriod, ...] = ()
    flags: tuple[FlagEvent, ...] = ()
    assessed: tuple[Assessed, ...] = ()
    signs: tuple[StopSign, ...] = ()
    before: tuple[BeforeSession, ...] = ()
    reports: tuple[Report, ...] = ()
    changes: ScheduleChanges = NO_CHANGES
    runs: tuple[RunRecord, ...] = ()
    gates: tuple[tuple[date, bool], ...] = ()
    starts: tuple[tuple[date, frozenset[str]], ...] = ()
    own: tuple[OwnThresholds, ...] = ()
    corrections: tuple[Correction, ...] = ()
    day_starts_at: time = DAY_STARTS_AT


class _Dated(Protocol):
    @property
    def day(self) -> date: ...


_Entry = TypeVar("_Entry", bound=_Dated)


def _by_day(entries: Iterable[_Entry]) -> Mapping[date, tuple[_Entry, ...]]:
    found: dict[date, tuple[_Entry, ...]] = defaultdict(tuple)
    for entry in entries:
        found[entry.day] += (entry,)
    return found


def facts_of(
    history: History, to: Until, exercises: Mapping[str, Exercise], thresholds: Thresholds = SOURCE
) -> Iterator[DayFacts]:
    """Return the facts of every training day from the first plan's first day to the running one.

    Args:
        history: What the journal holds.
        to: Up to when to look.
        exercises: The exercises, for doses whose repetitions are a limit only.
        thresholds: The numbers of plans without their own.
    """
    if not history.plans:
        return
    sessions, mornings = _sessions(history), mornings_by_day(history.check_ins, history.day_starts_at)
    before, flags, runs = _by_day(history.before), _by_day(history.flags), _by_day(history.runs)
    assessed, reports = _by_day(history.assessed), _by_day(history.reports)
    overrides, corrections = _by_day(history.overrides), _by_day(history.corrections)
    signs, numbers = _by_session(history.signs), _Numbers(history)
    first = day = min(plan.starts_on for plan in history.plans)
    earlier = tuple(m for known in sorted(mornings) if known < first for m in mornings[known])
    while day <= to.day:
        plan = plan_on(history.plans, day)
        assert plan is not None
        records, following = sessions.get(day, []), day + timedelta(days=1)
        next_mornings = mornings.get(following, ()) if following <= to.day else ()
        screened = frozenset(f.session for f in flags.get(day, ()) if f.ends_session)
        stops = [sign for record in records for sign in signs.get(record.id, ())]
        done = exercises_of(records, plan, day, exercises, stops, before.get(day, ()), screened)
        chosen = numbers.chosen(plan, day)
        limits = chosen or plan.thresholds or (SOURCE if history.own else thresholds)
        logged = runs.get(day, ())
        staged = stage_runs(logged, plan, {one.prescription for one in done}) if logged else ()
        done = with_felt(done, logged, plan) if logged else done
        yield DayFacts(
            day=day,
            plan=plan,
            exercises=(*done, *(run for run, _ in staged)),
            before=_before(records, before.get(day, ())),
            # The mornings before the plan count for its first baselines.
            mornings=(*(earlier if day == first else ()), *mornings.get(day, ())),
            next_mornings=next_mornings,
            closed=_is_closed(plan, next_mornings, following, to),
            over=day < to.day,
            planned=planned_sessions(plan, day, history.changes),
            done=(*_done(records, screened, limits), *_run(staged, limits)),
            excused=excused_sessions(plan, day, history.changes),
            locks=tuple(lock for lock in history.locks if lock.covers(day) or lock.until_day == day),
            flags=flags.get(day, ()),
            assessed=assessed.get(day, ()),
            reports=reports.get(day, ()),
            overrides=overrides.get(day, ()),
            gate_open=_gate(history, day),
            ready=_ready(history, day),
            chosen=chosen,
            changed=numbers.changed(day, first),
            corrected=corrections.get(day, ()),
        )
        day = following


def _by_session(signs: Iterable[StopSign]) -> Mapping[str, list[StopSign]]:
    found: dict[str, list[StopSign]] = defaultdict(list)
    for sign in signs:
        found[sign.session].append(sign)
    return found


def _sessions(history: History) -> Mapping[date, list[SessionRecord]]:
    sessions: dict[date, list[SessionRecord]] = defaultdict(list)
    for record in sorted(history.sessions, key=lambda r: (r.started.at, r.id)):
        sessions[record.started.training_day].append(record)
    return sessions


class _Numbers:
    """The numbers of the rules that a person chose, each choice worked out once."""

    def __init__(self, history: History) -> None:
        self._own = history.own
        self._made = {choice.id: choice.thresholds() for choice in history.own}
        self._changes = threshold_changes(history.own, history.plans)

    def chosen(self, plan: Plan, day: date) -> Thresholds | None:
        """Return the chosen numbers of a day; None for the plan's or the source's."""
        choice = choice_on(self._own, plan, day)
        return self._made[choice.id] if choice is not None else None

    def changed(self, day: date, first: date) -> tuple[ThresholdChange, ...]:
        """Return what was changed on a day; the first one has what came before it, too."""
        return tuple(c for c in self._changes if c.day == day or (day == first and c.day < first))


def _is_closed(plan: Plan, mornings: tuple[MorningFacts, ...], following: date, to: Until) -> bool:
    """Say whether the morning after a day is known, or its noon is past."""
    if following < to.day or (following == to.day and to.noon_over):
        return True
    return all(any(is_about(m, track) for m in mornings) for track in sore_sides(plan.affected))


def mornings_by_day(
    check_ins: Iterable[CheckIn], day_starts_at: time = DAY_STARTS_AT
) -> dict[date, tuple[MorningFacts, ...]]:
    """Return the mornings by their own day; of two entries about one side the later one counts.

    Args:
        check_ins: The check-ins, in any order.
        day_starts_at: When a training day turns over.
    """
    latest: dict[date, dict[str, CheckIn]] = defaultdict(dict)
    for check_in in sorted(check_ins, key=lambda c: (c.entered.at, c.id)):
        latest[check_in.entered.training_day][check_in.side.value] = check_in
    return {
        day: tuple(_morning(check_in, day_starts_at) for check_in in sides.values())
        for day, sides in latest.items()
    }


def _morning(check_in: CheckIn, day_starts_at: time) -> MorningFacts:
    entered = check_in.entered
    offset = timedelta(minutes=entered.offset_minutes)
    local = (entered.at.astimezone(UTC) + offset).replace(tzinfo=None)
    late = local >= datetime.combine(entered.training_day, NOON)
    return MorningFacts(
        day=entered.training_day,
        side=check_in.side,
        pain=check_in.pain,
        first_step=check_in.first_step,
        stiff_minutes=check_in.stiff_minutes,
        swelling=check_in.swelling,
        late_on=training_day(entered.at, offset, day_starts_at) if late else None,
    )


def _before(
    records: list[SessionRecord], answers: tuple[BeforeSession, ...]
) -> tuple[tuple[Answer, Answer], ...]:
    own = {answer.session for answer in answers if answer.session}
    told = [(answer.pain, answer.swelling) for answer in answers]
    told += [(record.pain_before, NoAnswer.NOT_ASKED) for record in records if record.id not in own]
    return tuple(told)


def _done(records: list[SessionRecord], screened: frozenset[str], thresholds: Thresholds) -> tuple[str, ...]:
    """Return the sessions that count as done: 60 % of the dose, or ended by rows 1 to 4 (§3.5)."""
    return tuple(
        record.session
        for record in records
        if record.session
        and (
            record.status is SessionStatus.STOPPED_FOR_PAIN
            or record.id in screened
            or record.share_done * 100 >= thresholds.done_percent
        )
    )


def _run(staged: Iterable[tuple[ExerciseDay, str]], thresholds: Thresholds) -> Iterator[str]:
    """Return the sessions that runs of a stage count for as done."""
    return (session for run, session in staged if run.share * 100 >= thresholds.done_percent)


def _gate(history: History, day: date) -> bool:
    is_open = False
    for since, value in history.gates:
        if since <= day:
            is_open = value
    return is_open


def _ready(history: History, day: date) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for since, exercises in history.starts:
        if since <= day:
            found = exercises
    return found
