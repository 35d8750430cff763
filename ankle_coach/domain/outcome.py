"""The decision table: nine rows, the first that matches wins (clinical.md §3.3).

Each row is a function with the row's number. Rows 1 to 4 look at one bout, that is one session; rows 5 to 9
look at the whole training day and the morning after it. Of several sessions on a day the worst outcome wins.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ankle_coach.domain.day_facts import Bout, ExerciseDay
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.outcome_mornings import Mornings
from ankle_coach.domain.pain_history import worst
from ankle_coach.domain.thresholds import Thresholds


class Case(Struct, frozen=True, kw_only=True):
    """All that the table looks at for one exercise, side and training day.

    Attributes:
        work: What was done.
        answers: The worst answers of all its bouts.
        mornings: What the mornings of the sore sides that judge it say.
        loaded: Whether the level loads.
        balance: Whether it is a balance exercise.
        tendon: Whether the program is a tendon program (Achilles, plantar heel).
        ceiling: Highest acceptable pain during it.
        program_ceiling: Highest acceptable pain after the session.
        repetition_maximum: Whether the dose is given in RM, so that effort is not asked.
        thresholds: The numbers.
    """

    work: ExerciseDay
    answers: Bout
    mornings: Mornings
    loaded: bool
    balance: bool
    tendon: bool
    ceiling: int
    program_ceiling: int
    repetition_maximum: bool
    thresholds: Thresholds


class Verdict(Struct, frozen=True):
    """What the table says.

    Attributes:
        outcome: The outcome.
        row: The row that gave it, 1 to 9.
        regress: Whether the day counts as REGRESS, whichever row won.
        at_once: Whether it does not wait for the next morning.
    """

    outcome: Outcome
    row: int
    regress: bool = False
    at_once: bool = False


WORST_FIRST = (
    Outcome.STOP_SCREEN,
    Outcome.STOP,
    Outcome.STOP_EXERCISE,
    Outcome.STEP_BACK,
    Outcome.NO_LOAD,
    Outcome.HOLD,
    Outcome.CREDIT,
)
"""Outcomes from the worst to the best; the worst of a day wins (clinical.md §3.3)."""
_RANK = {outcome: rank for rank, outcome in enumerate(WORST_FIRST)}

ANSWERS = ("pain_before", "swelling_before", "pain_during", "pain_after", "effort")
"""Answers of a bout that are numbers."""
SIGNS = ("too_painful", "sharp", "pop", "gave_way", "limp", "form_lost")
"""Signs of a bout that a reason may name."""

ROW_REFERENCES = {
    1: ("DD",),
    2: ("DD",),
    3: ("DD",),
    4: ("S04", "M02", "S06", "DD"),
    5: ("S04", "M02", "S06", "S57", "DD"),
    6: ("M01", "S57", "DD"),
    7: ("DD",),
    8: ("S04", "M01", "M02", "DD"),
    9: ("DD",),
}
"""Source ids of each row."""


def worst_of(bouts: tuple[Bout, ...]) -> Bout:
    """Return some bouts as one, with the worst of their answers and all of their signs."""
    if len(bouts) == 1:
        return bouts[0]
    answers: dict[str, Any] = {name: worst(getattr(bout, name) for bout in bouts) for name in ANSWERS}
    signs = {name: any(getattr(bout, name) for bout in bouts) for name in SIGNS}
    return Bout(**answers, **signs)


def judge(case: Case, *, morning_known: bool = True) -> Verdict | None:
    """Return what the table says of a case.

    Args:
        case: The case.
        morning_known: False while the next morning may still come; then only rows 1 to 4 speak.

    Returns:
        None while the verdict has to wait for the morning.
    """
    bouts = case.work.bouts
    if len(bouts) == 1:
        return at_once(case, bouts[0]) or (_later(case) if morning_known else None)
    verdicts = [verdict for bout in bouts if (verdict := at_once(case, bout))]
    if not verdicts:
        return _later(case) if morning_known else None
    regress = any(verdict.regress for verdict in verdicts)
    if len(verdicts) < len(bouts):
        if morning_known:
            verdicts.append(_later(case))
            regress = regress or verdicts[-1].regress
        elif not regress and all(v.outcome is not Outcome.STOP_SCREEN for v in verdicts):
            return None
    wins = min(verdicts, key=lambda verdict: _RANK[verdict.outcome])
    return Verdict(wins.outcome, wins.row, regress, wins.at_once)


_STOP = Verdict(Outcome.STOP, 3, True, True)
_STOP_EXERCISE = Verdict(Outcome.STOP_EXERCISE, 4, True, True)
_STEP_BACK = Verdict(Outcome.STEP_BACK, 5, True)
_NOT_CLEAN = Verdict(Outcome.HOLD, 6)
_PART = Verdict(Outcome.HOLD, 7)
_CREDIT = Verdict(Outcome.CREDIT, 8)
_HOLD = Verdict(Outcome.HOLD, 9)


def at_once(case: Case, bout: Bout) -> Verdict | None:
    """Return the first of rows 1 to 4 that matches a bout, or None."""
    if row_1(bout):
        return Verdict(Outcome.STOP_SCREEN, 1, row_3(case, bout) or row_4(case, bout), True)
    if row_2(case, bout):
        outcome = Outcome.NO_LOAD if case.loaded or case.balance else Outcome.HOLD
        return Verdict(outcome, 2, row_3(case, bout) or row_4(case, bout), True)
    if row_3(case, bout):
        return _STOP
    return _STOP_EXERCISE if row_4(case, bout) else None


def _later(case: Case) -> Verdict:
    if not case.loaded:
        return _unloaded(case)
    if row_5(case):
        return _STEP_BACK
    if row_6(case):
        return _NOT_CLEAN
    if row_7(case):
        return _PART
    return _CREDIT if row_8(case) else _HOLD


def _unloaded(case: Case) -> Verdict:
    """Judge mobility, stretching, balance and massage by their own pain and the next morning's."""
    if row_7(case):
        return _PART
    calm = not is_over(case.answers.pain_during, case.thresholds.credit_pain)
    return _CREDIT if calm and case.work.whole and case.mornings.is_calm else _HOLD


def row_1(bout: Bout) -> bool:
    """A red flag of urgency pause, urgent or emergency."""
    return bout.screened


def row_2(case: Case, bout: Bout) -> bool:
    """Too much pain or swelling before the session to load."""
    return no_load(bout.pain_before, bout.swelling_before, case.mornings.lowest_base, case.thresholds)


def no_load(pain: Answer, swelling: Answer, base: float | None, thresholds: Thresholds) -> bool:
    """Say whether the answers before a session forbid loading (row 2); a missing answer forbids nothing."""
    if isinstance(pain, int):
        if pain >= thresholds.no_load_pain:
            return True
        if base is not None and pain >= base + thresholds.no_load_rise:
            return True
    return isinstance(swelling, int) and swelling >= thresholds.no_load_swelling


def row_3(case: Case, bout: Bout) -> bool:
    """Pain of 8 or more, a sudden sharp pain, or a pop."""
    return bout.sharp or bout.pop or is_over(bout.pain_during, case.thresholds.stop_pain - 1)


def row_4(case: Case, bout: Bout) -> bool:
    """Too painful, over the ceiling, giving way, or a limp after a run."""
    return bout.too_painful or bout.gave_way or bout.limp or is_over(bout.pain_during, case.ceiling)


def row_5(case: Case) -> bool:
    """Pain after over the ceiling, or a morning clearly above its baseline."""
    return case.mornings.is_bad or is_over(case.answers.pain_after, case.program_ceiling)


def row_6(case: Case) -> bool:
    """Not bad and not clean: some pain, a morning slightly up, a part of the dose, or an answer missing."""
    limits, answers = case.thresholds, case.answers
    if case.mornings.is_up or answers.form_lost or is_incomplete(case):
        return True
    if not case.work.whole and not row_7(case):
        return True
    if not case.tendon and is_over(answers.pain_during, limits.credit_pain):
        return True
    return not case.repetition_maximum and is_over(answers.effort, limits.credit_effort)


def is_incomplete(case: Case) -> bool:
    """Say whether an asked field has no answer; pain during a loaded exercise is always asked."""
    for bout in case.work.bouts:
        if not isinstance(bout.pain_during, int) or bout.pain_after is NoAnswer.MISSING:
            return True
        if bout.unanswered:
            return True
        if bout.effort is NoAnswer.MISSING and not case.repetition_maximum:
            return True
    return case.mornings.is_incomplete


def row_7(case: Case) -> bool:
    """Less than 60 % of the dose done, not because of pain."""
    return case.work.share * 100 < case.thresholds.done_percent


def row_8(case: Case) -> bool:
    """The whole dose with low pain, on a baseline that allows it; what rows 5 and 6 ask for is past."""
    if not case.work.whole or not case.mornings.may_credit:
        return False
    low, answers = case.thresholds.credit_pain, case.answers
    during, after = (case.ceiling, case.program_ceiling) if case.tendon else (low, low)
    return not is_over(answers.pain_during, during) and not is_over(answers.pain_after, after)


def is_over(answer: Answer, number: int) -> bool:
    """Say whether an answer is a number above another; what was not answered is not."""
    return isinstance(answer, int) and answer > number
