"""A day's session records by exercise and side: what was done of the dose and answered of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from ankle_coach.domain.day_facts import Bout, ExerciseDay
from ankle_coach.domain.dose import Reps
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.journal import Answer, ExerciseAnswer, NoAnswer, SessionRecord, SetRecord
from ankle_coach.domain.pain_history import worst
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.safety_facts import BeforeSession, Sign, StopSign
from ankle_coach.domain.schedule import times_due
from ankle_coach.domain.sides import Side


def exercises_of(
    records: Sequence[SessionRecord],
    plan: Plan,
    day: date,
    exercises: Mapping[str, Exercise],
    signs: Iterable[StopSign],
    before: Sequence[BeforeSession],
    screened: Collection[str],
) -> tuple[ExerciseDay, ...]:
    """Return what was begun on a training day.

    Args:
        records: The day's sessions in order.
        plan: The plan of the day, which says how many times a dose is due.
        day: The training day.
        exercises: The exercises by id.
        signs: Signs to stop of these sessions; others change nothing.
        before: The answers before the day's sessions.
        screened: Ids of the sessions that a flag of pause or above ended; an empty id stands for all.
    """
    if not records:
        return ()
    grouped: dict[tuple[str, Side], list[tuple[SessionRecord, list[SetRecord]]]] = defaultdict(list)
    for record in records:
        for key, sets in _sets(record).items():
            if _was_begun(record, key, sets):
                grouped[key].append((record, sets))
    known = tuple(signs)
    return tuple(
        _exercise_day(key, parts, _times(plan, key[0], day), exercises, known, before, screened)
        for key, parts in grouped.items()
    )


def _sets(record: SessionRecord) -> dict[tuple[str, Side], list[SetRecord]]:
    found: dict[tuple[str, Side], list[SetRecord]] = defaultdict(list)
    for done in record.sets:
        found[done.prescription, done.side].append(done)
    return found


def _was_begun(record: SessionRecord, key: tuple[str, Side], sets: list[SetRecord]) -> bool:
    for done in sets:
        if done.done > 0:
            return True
    return any(answer.too_painful for answer in _answers(record, key))


def _answers(record: SessionRecord, key: tuple[str, Side]) -> list[ExerciseAnswer]:
    prescription, side = key
    return [
        answer
        for answer in record.answers
        if answer.prescription == prescription and (answer.side is side or Side.BOTH in (answer.side, side))
    ]


def _times(plan: Plan, prescription_id: str, day: date) -> int:
    for prescription in plan.prescriptions:
        if prescription.id == prescription_id:
            frequency = prescription.frequency or plan.session(prescription.session).frequency
            return max(1, times_due(frequency, day, plan.starts_on))
    return 1


def _exercise_day(
    key: tuple[str, Side],
    parts: list[tuple[SessionRecord, list[SetRecord]]],
    times: int,
    exercises: Mapping[str, Exercise],
    signs: tuple[StopSign, ...],
    before: Sequence[BeforeSession],
    screened: Collection[str],
) -> ExerciseDay:
    shares = [_share(sets, exercises) for _, sets in parts]
    first = parts[0][1][0]
    every = parts[0][1] if len(parts) == 1 else [done for _, sets in parts for done in sets]
    return ExerciseDay(
        prescription=key[0],
        exercise=first.exercise,
        side=key[1],
        level=first.level,
        share=min(1.0, sum(shares) / times),
        whole=len([share for share in shares if share >= 1]) >= times,
        bouts=tuple([_bout(record, key, signs, before, screened) for record, _ in parts]),
        set_reps=max([done.reps_planned for done in every]),
        set_seconds=max([done.seconds_planned for done in every]),
    )


def _share(sets: list[SetRecord], exercises: Mapping[str, Exercise]) -> float:
    planned = [done for done in sets if not done.is_extra] or sets
    return sum([_set_share(done, exercises) for done in planned]) / len(planned)


def _set_share(done: SetRecord, exercises: Mapping[str, Exercise]) -> float:
    """Return the done share of a set; of "as many as tolerated, up to", any repetition is all of it."""
    amount, planned = done.done, done.planned
    if amount >= planned:
        return 1.0
    return 1.0 if amount > 0 and _is_limit(done, exercises) else amount / planned


def _is_limit(done: SetRecord, exercises: Mapping[str, Exercise]) -> bool:
    exercise = exercises.get(done.exercise)
    if exercise is None or not done.level:
        return False
    level = next((level for level in exercise.levels if level.id == done.level), None)
    if level is None or done.block >= len(level.dose.blocks):
        return False
    block = level.dose.blocks[done.block]
    return isinstance(block, Reps) and block.up_to


def _bout(
    record: SessionRecord,
    key: tuple[str, Side],
    signs: tuple[StopSign, ...],
    before: Sequence[BeforeSession],
    screened: Collection[str],
) -> Bout:
    answers = _answers(record, key)
    own = _own_signs(signs, record.id, key) if signs else frozenset()
    asked = next((answer for answer in before if answer.session == record.id), None) if before else None
    pain: Answer = worst([answer.pain_during for answer in answers])
    too_painful = gave_way = form_lost = False
    for answer in answers:
        too_painful = too_painful or answer.too_painful
        gave_way = gave_way or answer.gave_way
        form_lost = form_lost or answer.form_lost
    return Bout(
        pain_before=worst((record.pain_before, asked.pain)) if asked else record.pain_before,
        swelling_before=asked.swelling if asked else NoAnswer.NOT_ASKED,
        pain_during=pain,
        pain_after=record.pain_after,
        effort=record.effort,
        screened=record.id in screened or "" in screened,
        too_painful=too_painful,
        sharp=Sign.SHARP_PAIN in own,
        pop=Sign.POP in own,
        gave_way=Sign.GAVE_WAY in own or gave_way,
        limp=Sign.LIMP in own,
        form_lost=form_lost,
    )


def _own_signs(signs: Iterable[StopSign], session: str, key: tuple[str, Side]) -> frozenset[Sign]:
    """Return the signs of a session that are about an exercise on a side, or about all of the session."""
    prescription, side = key
    return frozenset(
        sign.sign
        for sign in signs
        if sign.session == session
        and sign.prescription in ("", prescription)
        and (sign.side is side or Side.BOTH in (sign.side, side))
    )
