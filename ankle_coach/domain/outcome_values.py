"""The numbers of a case that the reason of its outcome may name."""

from __future__ import annotations

from ankle_coach.domain.day_facts import Bout
from ankle_coach.domain.decision import Value
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.outcome import Case, is_incomplete

USUAL = {"calm": 2, "calm_after": 2, "effort_most": 7, "base_most": 5}
"""Limits that a decision does not name where they are the usual ones (clinical.md §3.3)."""
SIGNS = ("too_painful", "sharp", "pop", "gave_way", "limp", "form_lost")
"""Signs of a bout that a reason may name, with the value 1."""


def values_of(case: Case) -> tuple[tuple[str, Value], ...]:
    """Return the numbers of a case by stable keys; what is not known is left out."""
    found: list[tuple[str, Value]] = [("percent", int(case.work.share * 100)), ("ceiling", case.ceiling)]
    worst: dict[str, int] = {}
    for bout in case.work.bouts:
        _take(worst, "pain_before", bout.pain_before)
        _take(worst, "swelling_before", bout.swelling_before)
        _take(worst, "pain_during", bout.pain_during)
        _take(worst, "pain_after", bout.pain_after)
        _take(worst, "effort", bout.effort)
        if bout.too_painful or bout.sharp or bout.pop or bout.gave_way or bout.limp or bout.form_lost:
            worst.update(dict.fromkeys(_signs(bout), 1))
    found += worst.items()
    found += case.mornings.values
    found += _limits(case)
    if case.loaded and is_incomplete(case):
        found.append(("missing", 1))
    return tuple(found)


def _limits(case: Case) -> list[tuple[str, Value]]:
    """Return the limits that differ from the usual ones, so that a reason names what was over its own."""
    limits = case.thresholds
    calm = (case.ceiling, case.program_ceiling) if case.tendon else (limits.credit_pain,) * 2
    told = {
        "ceiling_after": (case.program_ceiling, case.ceiling),
        "calm": (calm[0], USUAL["calm"]),
        "calm_after": (calm[1], USUAL["calm_after"]),
        "effort_most": (10 if case.repetition_maximum else limits.credit_effort, USUAL["effort_most"]),
        "base_most": (limits.baseline_high, USUAL["base_most"]),
    }
    return [(key, value) for key, (value, usual) in told.items() if value != usual]


def _take(worst: dict[str, int], key: str, answer: Answer) -> None:
    if isinstance(answer, int) and answer >= worst.get(key, 0):
        worst[key] = answer


def _signs(bout: Bout) -> tuple[str, ...]:
    return tuple(sign for sign in SIGNS if getattr(bout, sign))
