"""Correcting an entry: units, holds, and what is left alone."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.correction import (
    amount_done,
    amount_planned,
    answer_of,
    corrected_check_in,
    corrected_session,
    corrected_set,
    ticks_of,
)
from ankle_coach.domain.journal import Answer, NoAnswer, SetRecord
from ankle_coach.domain.session_state import Tick
from tests.helpers import builders as make

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED
REPS = make.set_record()
HOLD = make.set_record(reps_planned=1, reps_done=1, seconds_planned=30, seconds_done=29.7)
TIMED = make.set_record(reps_planned=0, reps_done=0, seconds_planned=60, seconds_done=60)
EXTRA_REPS = make.set_record(reps_planned=0, reps_done=12, seconds_planned=0, seconds_done=72)
EXTRA_HOLD = make.set_record(reps_planned=0, reps_done=1, seconds_planned=0, seconds_done=30)
TAP = make.set_record(reps_planned=1, reps_done=0, seconds_planned=0, seconds_done=4)


@pytest.mark.parametrize(
    ("value", "before", "answer"),
    [
        (0, MISSING, 0),
        (4, NOT_ASKED, 4),
        (None, 3, MISSING),
        (None, MISSING, MISSING),
        (None, NOT_ASKED, NOT_ASKED),
    ],
)
def test_no_number_means_missing_unless_nothing_was_asked(
    value: int | None, before: Answer, answer: Answer
) -> None:
    assert answer_of(value, before) == answer


@pytest.mark.parametrize(
    ("done", "amounts"),
    [(REPS, (12, 12)), (HOLD, (30, 30)), (TIMED, (60, 60)), (TAP, (0, 1))],
    ids=["reps", "hold", "timed", "tap"],
)
def test_a_set_is_told_in_its_own_unit(done: SetRecord, amounts: tuple[int, int]) -> None:
    assert (amount_done(done), amount_planned(done)) == amounts


@pytest.mark.parametrize("done", [REPS, HOLD, TIMED, TAP], ids=["reps", "hold", "timed", "tap"])
def test_the_same_amount_changes_nothing(done: SetRecord) -> None:
    assert corrected_set(done, amount_done(done)) is done


def test_another_amount_is_kept_in_the_unit_that_counts() -> None:
    assert corrected_set(REPS, 7) == msgspec.structs.replace(REPS, reps_done=7)
    assert corrected_set(TIMED, 45) == msgspec.structs.replace(TIMED, seconds_done=45)
    assert corrected_set(TAP, 1).done == 1


def test_a_hold_counts_only_with_all_its_seconds() -> None:
    assert corrected_set(HOLD, 12).done == 0
    assert corrected_set(corrected_set(HOLD, 12), 30).done == 1


def test_only_what_is_named_changes() -> None:
    record = make.session_record(sets=(REPS, TIMED), answers=(make.exercise_answer(),))

    corrected = corrected_session(
        record, amounts={1: 30}, pain_during={}, ticks={}, pain_after=MISSING, effort=0, note=" ok "
    )

    assert corrected.sets == (REPS, corrected_set(TIMED, 30))
    assert corrected.answers == record.answers
    assert (corrected.pain_after, corrected.effort, corrected.note) == (MISSING, 0, "ok")
    assert (corrected.id, corrected.started, corrected.source) == (record.id, record.started, record.source)


def test_ticks_are_set_and_taken_back_and_others_stay() -> None:
    record = make.session_record(
        answers=(
            make.exercise_answer(gave_way=True),
            make.exercise_answer(exercise="bal-single-leg", form_lost=True),
        )
    )

    first, second = corrected_session(
        record,
        amounts={},
        pain_during={},
        ticks={0: frozenset({Tick.FORM_LOST})},
        pain_after=MISSING,
        effort=0,
        note="",
    ).answers

    assert ticks_of(first) == {Tick.FORM_LOST}
    assert second == record.answers[1]


def test_a_check_in_keeps_its_day_and_side() -> None:
    before = make.check_in()

    after = corrected_check_in(
        before, pain=0, first_step=MISSING, stiff_minutes=NOT_ASKED, swelling=3, note=""
    )

    assert (after.id, after.entered, after.side) == (before.id, before.entered, before.side)
    assert (after.pain, after.first_step, after.stiff_minutes, after.swelling) == (0, MISSING, NOT_ASKED, 3)


def test_what_was_done_on_top_of_the_plan_is_told_by_what_was_done() -> None:
    assert (amount_done(EXTRA_REPS), amount_planned(EXTRA_REPS)) == (12, 0)
    assert (amount_done(EXTRA_HOLD), amount_planned(EXTRA_HOLD)) == (30, 0)
    less = corrected_set(EXTRA_HOLD, 20)
    assert (less.seconds_done, less.is_extra) == (20, True)
    assert corrected_set(EXTRA_REPS, 8).reps_done == 8
