"""Measurements that nobody types in twice, read from check-ins, sessions and runs (clinical.md §3.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ankle_coach.domain.journal import Answer, CheckIn, Moment, NoAnswer, SessionRecord, SetRecord, value_of
from ankle_coach.domain.measures import DoseTest, Measure, Measurement
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import RunRecord, worst_pain
from ankle_coach.domain.sides import Side

LONG_RUN_MINUTES = RuleNumber(30, ("DD",))
"""A run of this length without walking counts for discharge (clinical.md §3.6)."""

LOW_PAIN = RuleNumber(2, ("M01", "DD"))
"""Up to here pain is low; a morning with one of its two answers left out is not good for being low."""

_MORNING = {
    "first-step-pain": "first_step",
    "stiffness-minutes": "stiff_minutes",
    "swelling": "swelling",
}


def from_check_ins(check_ins: Iterable[CheckIn]) -> tuple[Measurement, ...]:
    """Return one measurement for each answered field of each check-in; what was left out is not there."""
    found: list[Measurement] = []
    for check_in in check_ins:
        numbers = {name: value_of(getattr(check_in, field)) for name, field in _MORNING.items()}
        numbers["morning-pain"] = _morning_pain(check_in)
        found += [
            _sided(f"{check_in.id}.{name}", name, check_in.entered, check_in.side, float(value))
            for name, value in numbers.items()
            if value is not None
        ]
    return tuple(found)


def from_sessions(
    sessions: Iterable[SessionRecord], measures: Iterable[Measure], loaded: frozenset[str]
) -> tuple[Measurement, ...]:
    """Return the pain of loaded work of each session, and the tests that its sets answer.

    Args:
        sessions: The sessions.
        measures: All measures; those with a `dose_test` are looked for.
        loaded: Ids of the exercises that count as loaded.
    """
    tests = [measure for measure in measures if measure.dose_test is not None]
    found: list[Measurement] = []
    for session in sessions:
        pains = [
            pain
            for answer in session.answers
            if answer.exercise in loaded and (pain := value_of(answer.pain_during)) is not None
        ]
        if pains:
            whole = float(max(pains))
            entry_id = f"{session.id}.loading-pain"
            found.append(
                Measurement(id=entry_id, measure="loading-pain", entered=session.started, whole=whole)
            )
        for measure in tests:
            assert measure.dose_test is not None
            found += _answered_test(session, measure, measure.dose_test)
    return tuple(found)


def from_runs(runs: Iterable[RunRecord], morning_rise: Mapping[date, float]) -> tuple[Measurement, ...]:
    """Return what runs of 30 minutes without walking say.

    Args:
        runs: The runs.
        morning_rise: Morning pain minus its base, by the training day of that morning.
    """
    found: list[Measurement] = []
    for run in runs:
        walked = run.total_seconds > run.seconds
        if run.minutes < LONG_RUN_MINUTES.value or walked:
            continue
        pain = worst_pain(run)
        if pain is not None:
            found.append(
                Measurement(
                    id=f"{run.id}.pain", measure="run-30-min-pain", entered=run.started, whole=float(pain)
                )
            )
        rise = morning_rise.get(date.fromordinal(run.day.toordinal() + 1))
        if rise is not None:
            found.append(
                Measurement(
                    id=f"{run.id}.rise", measure="run-30-min-morning-rise", entered=run.started, whole=rise
                )
            )
    return tuple(found)


def _morning_pain(check_in: CheckIn) -> int | None:
    """The higher of the two pain answers; with one of them left out it counts against, never for."""
    answers = (check_in.pain, check_in.first_step)
    numbers = [value for answer in answers if (value := value_of(answer)) is not None]
    worst = max(numbers, default=None)
    if worst is None or (NoAnswer.MISSING in answers and worst <= LOW_PAIN.value):
        return None
    return worst


def _answered_test(session: SessionRecord, measure: Measure, test: DoseTest) -> list[Measurement]:
    """The pain of a test for each side that did its whole amount in one session."""
    found = []
    for answer in session.answers:
        if answer.exercise != test.exercise:
            continue
        sets = [
            record
            for record in session.sets
            if record.exercise == test.exercise
            and record.side is answer.side
            and (not test.levels or record.level in test.levels)
            and _is_whole(record, test)
        ]
        pain = _pain(answer.pain_during)
        if len(sets) >= test.sets and pain is not None:
            entry_id = f"{session.id}.{measure.id}.{answer.side.value}"
            found.append(_sided(entry_id, measure.id, session.started, answer.side, pain))
    return found


def _is_whole(record: SetRecord, test: DoseTest) -> bool:
    return record.reps_done >= test.reps if test.reps else record.seconds_done >= test.seconds


def _pain(answer: Answer) -> float | None:
    value = value_of(answer)
    return None if value is None else float(value)


def _sided(entry_id: str, measure: str, entered: Moment, side: Side, value: float) -> Measurement:
    if side is Side.LEFT:
        return Measurement(id=entry_id, measure=measure, entered=entered, left=value)
    if side is Side.RIGHT:
        return Measurement(id=entry_id, measure=measure, entered=entered, right=value)
    return Measurement(id=entry_id, measure=measure, entered=entered, whole=value)
