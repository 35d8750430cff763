"""Correcting an entry of the journal: what is left alone stays exactly as it was."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from ankle_coach.domain.journal import Answer, CheckIn, ExerciseAnswer, NoAnswer, SessionRecord, SetRecord
from ankle_coach.domain.session_state import Tick


def answer_of(value: int | None, before: Answer) -> Answer:
    """Return a field's answer: a number, or why there is none, as it was before.

    Args:
        value: The number, or None while not answered.
        before: The answer before; what was never asked stays so.
    """
    if value is not None:
        return value
    return NoAnswer.NOT_ASKED if before is NoAnswer.NOT_ASKED else NoAnswer.MISSING


def counts_reps(done: SetRecord) -> bool:
    """Say whether a set is told by its repetitions or taps; one hold is told by its seconds."""
    if done.is_extra:
        return done.reps_done > 1 or not done.seconds_done
    return done.reps_planned > 1 or not done.seconds_planned


def amount_done(done: SetRecord) -> int:
    """Return what was done of a set, in repetitions or in whole seconds."""
    return done.reps_done if counts_reps(done) else round(done.seconds_done)


def amount_planned(done: SetRecord) -> int:
    """Return what was planned of a set, in repetitions, whole seconds, or one tap; 0 on top of the plan."""
    if done.is_extra and amount_done(done) > 1:
        return 0
    return round(done.planned if counts_reps(done) else done.seconds_planned)


def corrected_set(done: SetRecord, amount: int) -> SetRecord:
    """Return a set of which another amount was done, in the unit of `amount_done`.

    A hold counts as held only with all of its seconds, as in the player.
    """
    if amount == amount_done(done):
        return done
    if counts_reps(done):
        return msgspec.structs.replace(done, reps_done=amount)
    reps = done.reps_planned if amount >= done.seconds_planned else 0
    return msgspec.structs.replace(done, seconds_done=amount, reps_done=reps)


def ticks_of(said: ExerciseAnswer) -> frozenset[Tick]:
    """Return what was ticked of an exercise."""
    known = {Tick.FORM_LOST: said.form_lost, Tick.GAVE_WAY: said.gave_way}
    return frozenset(tick for tick, ticked in known.items() if ticked)


def corrected_session(
    record: SessionRecord,
    *,
    amounts: Mapping[int, int],
    pain_during: Mapping[int, Answer],
    ticks: Mapping[int, frozenset[Tick]],
    pain_after: Answer,
    effort: Answer,
    note: str,
) -> SessionRecord:
    """Return a session with other answers and amounts.

    Args:
        record: The session as it was.
        amounts: What was done of sets, by their place in the record.
        pain_during: Pain during exercises, by the place of the answer in the record.
        ticks: What is ticked of exercises, by the place of the answer in the record.
        pain_after: Pain right after it.
        effort: Effort, 0 to 10.
        note: The person's own words.
    """
    sets = (corrected_set(s, amounts.get(i, amount_done(s))) for i, s in enumerate(record.sets))
    answers = (
        _corrected_answer(said, pain_during.get(index, said.pain_during), ticks.get(index, ticks_of(said)))
        for index, said in enumerate(record.answers)
    )
    return msgspec.structs.replace(
        record,
        sets=tuple(sets),
        answers=tuple(answers),
        pain_after=pain_after,
        effort=effort,
        note=note.strip(),
    )


def _corrected_answer(said: ExerciseAnswer, pain: Answer, ticks: frozenset[Tick]) -> ExerciseAnswer:
    return msgspec.structs.replace(
        said, pain_during=pain, form_lost=Tick.FORM_LOST in ticks, gave_way=Tick.GAVE_WAY in ticks
    )


def corrected_check_in(
    check_in: CheckIn,
    *,
    pain: Answer,
    first_step: Answer,
    stiff_minutes: Answer,
    swelling: Answer,
    note: str,
) -> CheckIn:
    """Return a check-in with other answers; its day, side and source stay.

    Args:
        check_in: The check-in as it was.
        pain: Worst pain since getting up, 0 to 10.
        first_step: Pain of the first steps, 0 to 10.
        stiff_minutes: Minutes of stiffness.
        swelling: 0 none to 3 severe.
        note: The person's own words.
    """
    return msgspec.structs.replace(
        check_in,
        pain=pain,
        first_step=first_step,
        stiff_minutes=stiff_minutes,
        swelling=swelling,
        note=note.strip(),
    )
