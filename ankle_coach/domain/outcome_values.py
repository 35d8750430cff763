"""The numbers of a case that the reason of its outcome may name."""

from __future__ import annotations

from ankle_coach.domain.day_facts import Bout
from ankle_coach.domain.decision import Value
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.outcome import Case, is_incomplete

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
    if case.loaded and is_incomplete(case):
        found.append(("missing", 1))
    return tuple(found)


def _take(worst: dict[str, int], key: str, answer: Answer) -> None:
    if isinstance(answer, int) and answer >= worst.get(key, 0):
        worst[key] = answer


def _signs(bout: Bout) -> tuple[str, ...]:
    return tuple(sign for sign in SIGNS if getattr(bout, sign))
