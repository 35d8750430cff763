"""From a played session to its record: every planned set with what was done of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from ankle_coach.domain.journal import (
    Answer,
    ExerciseAnswer,
    NoAnswer,
    SessionRecord,
    SessionStatus,
    SetRecord,
)
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.session import credit_now
from ankle_coach.domain.session_state import Said, SessionInProgress, SessionState, Tick
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind


def set_records(state: SessionState, prescriptions: Mapping[str, Prescription]) -> tuple[SetRecord, ...]:
    """Return one record for each set that the session planned, in playing order.

    A set that was done on top has nothing planned; one that was added and then left alone has no record.

    Args:
        state: The player's state.
        prescriptions: The prescriptions by id; one that is missing leaves level and load empty.
    """
    grouped: dict[tuple[object, ...], list[int]] = {}
    for index, step in enumerate(state.steps):
        if step.is_work:
            grouped.setdefault(step.set_key, []).append(index)
    records = (_set_record(state, indexes, prescriptions) for indexes in grouped.values())
    return tuple(record for record in records if not record.is_extra or _is_begun(record))


def by_id(prescriptions: Iterable[Prescription]) -> dict[str, Prescription]:
    """Return prescriptions by id, and by id and level where its sides stand on levels of their own."""
    found: dict[str, Prescription] = {}
    for prescription in prescriptions:
        found.setdefault(prescription.id, prescription)
        found[_at_level(prescription.id, prescription.exercise, prescription.level)] = prescription
    return found


def _at_level(prescription: str, exercise: str, level: str) -> str:
    return f"{prescription}@{exercise}/{level}"


def _prescribed(step: Step, prescriptions: Mapping[str, Prescription]) -> Prescription | None:
    own = prescriptions.get(_at_level(step.prescription, step.exercise, step.level))
    return own or prescriptions.get(step.prescription)


def _is_begun(record: SetRecord) -> bool:
    return record.reps_done > 0 or record.seconds_done > 0


def _set_record(
    state: SessionState, indexes: list[int], prescriptions: Mapping[str, Prescription]
) -> SetRecord:
    steps = [state.steps[index] for index in indexes]
    current = credit_now(state)
    done = [current[index] for index in indexes]
    first = steps[0]
    prescription = _prescribed(first, prescriptions)
    same_exercise = prescription is not None and prescription.exercise == first.exercise
    taps = all(step.seconds is None and not step.reps for step in steps)
    return SetRecord(
        prescription=first.prescription,
        exercise=first.exercise,
        level=prescription.level if prescription and same_exercise else "",
        side=first.side,
        number=first.set_number,
        block=first.block,
        item=first.item,
        reps_planned=0 if first.is_extra else len(steps) if taps else sum(step.reps for step in steps),
        reps_done=sum(c.done for c in done) if taps else sum(c.reps for c in done),
        seconds_planned=0 if first.is_extra else sum(step.seconds or 0 for step in steps),
        seconds_done=sum(credit.seconds for credit in done),
        kilograms=prescription.load.kilograms if prescription and same_exercise else 0,
        band=prescription.load.band if prescription and same_exercise else "",
    )


def with_state(progress: SessionInProgress, state: SessionState) -> SessionInProgress:
    """Return a session in progress at another state."""
    return msgspec.structs.replace(progress, state=state)


def with_answer(progress: SessionInProgress, step: Step, said: Said) -> SessionInProgress:
    """Return a session in progress with the answer to an ask step; it replaces an earlier one."""
    others = (row for row in progress.pain_during if row[:2] != (step.prescription, step.side))
    answered = msgspec.structs.replace(
        progress, pain_during=(*others, (step.prescription, step.side, said.pain))
    )
    return with_ticks(answered, step, said)


def with_ticks(progress: SessionInProgress, step: Step, said: Said) -> SessionInProgress:
    """Return a session in progress with what was ticked of a step's exercise and side, and only that."""
    others = (row for row in progress.ticks if row[:2] != (step.prescription, step.side))
    own = ((step.prescription, step.side, tick) for tick in sorted(said.ticks))
    return msgspec.structs.replace(progress, ticks=(*others, *own))


def unasked(state: SessionState) -> tuple[Step, ...]:
    """Return the ask steps of exercises that were played in part and then left before the question."""
    return tuple(
        step
        for index, step in enumerate(state.steps)
        if step.kind is StepKind.ASK and not _was_asked(state, index) and not state.skips(index)
    )


def _was_asked(state: SessionState, index: int) -> bool:
    return index <= state.index and not state.skips(index)


def exercise_answers(progress: SessionInProgress) -> tuple[ExerciseAnswer, ...]:
    """Return what the person said of single exercises: asked ones, and those ended with "too painful".

    A question that was shown and has no answer is missing; one that was never shown has no entry.
    """
    found: dict[tuple[str, Side], ExerciseAnswer] = {}
    state = progress.state
    for index, step in enumerate(state.steps):
        if step.kind is StepKind.ASK and _was_asked(state, index):
            found[step.prescription, step.side] = _answer(step, step.side, NoAnswer.MISSING)
    for prescription, side, pain in progress.pain_during:
        step = _step_of(state, prescription)
        found[prescription, side] = _answer(step, side, pain)
    for stop in state.pain_stops:
        step = state.steps[stop.index]
        found[step.prescription, step.side] = _answer(step, step.side, stop.pain, too_painful=True)
    _add_touches(found, state)
    _add_ticks(found, progress)
    return tuple(found.values())


def _add_ticks(found: dict[tuple[str, Side], ExerciseAnswer], progress: SessionInProgress) -> None:
    """Put what was ticked to the answers."""
    for prescription, side, tick in progress.ticks:
        said = found.get((prescription, side))
        if said is None:
            said = _answer(_step_of(progress.state, prescription), side, NoAnswer.NOT_ASKED)
        found[prescription, side] = msgspec.structs.replace(
            said,
            form_lost=said.form_lost or tick is Tick.FORM_LOST,
            gave_way=said.gave_way or tick is Tick.GAVE_WAY,
        )


def _add_touches(found: dict[tuple[str, Side], ExerciseAnswer], state: SessionState) -> None:
    """Put the counted touch-downs to the answers, those of each side apart."""
    counted = {(step.prescription, step.side): step for step in map(state.steps.__getitem__, state.touches)}
    for key, step in counted.items():
        said = found.get(key) or _answer(step, step.side, NoAnswer.NOT_ASKED)
        found[key] = msgspec.structs.replace(said, touch_downs=state.touch_downs(*key))


def _answer(step: Step, side: Side, pain: Answer, *, too_painful: bool = False) -> ExerciseAnswer:
    return ExerciseAnswer(
        prescription=step.prescription,
        exercise=step.exercise,
        side=side,
        pain_during=pain,
        too_painful=too_painful,
    )


def _step_of(state: SessionState, prescription: str) -> Step:
    return next(step for step in state.steps if step.prescription == prescription)


def session_record(
    progress: SessionInProgress,
    prescriptions: Mapping[str, Prescription],
    *,
    pain_after: Answer,
    effort: Answer,
    note: str,
) -> SessionRecord:
    """Return the record of a session that has ended.

    Args:
        progress: The session with its final state.
        prescriptions: The plan's prescriptions by id.
        pain_after: Pain right after it.
        effort: Effort, 0 to 10.
        note: The person's own words.
    """
    state = progress.state
    return SessionRecord(
        id=progress.id,
        session=progress.session,
        name=progress.name,
        started=progress.started,
        status=_status(state),
        plan_version=progress.plan_version,
        duration=state.played,
        pain_before=progress.pain_before,
        pain_after=pain_after,
        effort=effort,
        note=note,
        sets=set_records(state, prescriptions),
        answers=exercise_answers(progress),
    )


def _status(state: SessionState) -> SessionStatus:
    if state.pain_stops:
        return SessionStatus.STOPPED_FOR_PAIN
    work = [
        (step, credit)
        for step, credit in zip(state.steps, state.credits, strict=True)
        if step.is_work and not step.is_extra
    ]
    if all(credit.done for _, credit in work):
        return SessionStatus.FINISHED
    return SessionStatus.ENDED_EARLY
