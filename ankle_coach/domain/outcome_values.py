"""The numbers of a case that the reason of its outcome may name."""

from __future__ import annotations

from functools import lru_cache

from ankle_coach.domain.day_facts import Bout
from ankle_coach.domain.decision import Value
from ankle_coach.domain.outcome import SIGNS, Case, is_incomplete

USUAL = {"calm": 2, "calm_after": 2, "effort_most": 7, "base_most": 5}
"""Limits that a decision does not name where they are the usual ones (clinical.md §3.3)."""


def values_of(case: Case) -> tuple[tuple[str, Value], ...]:
    """Return the numbers of a case by stable keys; what is not known is left out."""
    worst = case.answers
    found: list[tuple[str, Value]] = [("percent", int(case.work.share * 100)), ("ceiling", case.ceiling)]
    if isinstance(worst.pain_before, int):
        found.append(("pain_before", worst.pain_before))
    if isinstance(worst.swelling_before, int):
        found.append(("swelling_before", worst.swelling_before))
    if isinstance(worst.pain_during, int):
        found.append(("pain_during", worst.pain_during))
    if isinstance(worst.pain_after, int):
        found.append(("pain_after", worst.pain_after))
    if isinstance(worst.effort, int):
        found.append(("effort", worst.effort))
    if has_signs(worst):
        found += ((sign, 1) for sign in SIGNS if getattr(worst, sign))
    found += case.mornings.values
    found += _limits(case)
    if case.loaded and is_incomplete(case):
        found.append(("missing", 1))
    return tuple(found)


def _limits(case: Case) -> tuple[tuple[str, Value], ...]:
    """Return the limits that differ from the usual ones, so that a reason names what was over its own."""
    limits = case.thresholds
    calm = (case.ceiling, case.program_ceiling) if case.tendon else (limits.credit_pain, limits.credit_pain)
    effort = 10 if case.repetition_maximum else limits.credit_effort
    return _unusual(case.ceiling, case.program_ceiling, *calm, effort, limits.baseline_high)


@lru_cache(maxsize=256)
def _unusual(
    ceiling: int, ceiling_after: int, calm: int, calm_after: int, effort: int, base: int
) -> tuple[tuple[str, Value], ...]:
    own = {"calm": calm, "calm_after": calm_after, "effort_most": effort, "base_most": base}
    after = (("ceiling_after", ceiling_after),) if ceiling_after != ceiling else ()
    return (*after, *((key, value) for key, value in own.items() if value != USUAL[key]))


def has_signs(bout: Bout) -> bool:
    """Say whether anything but a number was noted of a bout."""
    return bout.too_painful or bout.sharp or bout.pop or bout.gave_way or bout.limp or bout.form_lost
