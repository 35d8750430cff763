"""The numbers of a case that the reason of its outcome may name."""

from __future__ import annotations

from ankle_coach.domain.baseline import morning_pain
from ankle_coach.domain.day_facts import Bout
from ankle_coach.domain.decision import Value
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.outcome import Case, Track, is_incomplete

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
    _morning_values(case, found)
    if case.loaded and is_incomplete(case):
        found.append(("missing", 1))
    return tuple(found)


def _take(worst: dict[str, int], key: str, answer: Answer) -> None:
    if isinstance(answer, int) and answer >= worst.get(key, 0):
        worst[key] = answer


def _signs(bout: Bout) -> tuple[str, ...]:
    return tuple(sign for sign in SIGNS if getattr(bout, sign))


def _morning_values(case: Case, found: list[tuple[str, Value]]) -> None:
    """Add morning and baseline of the sore side that rose most."""
    tracks = case.tracks
    track = tracks[0] if len(tracks) == 1 else max(tracks, key=lambda t: _pain_rise(case, t))
    base, morning = track.base, track.morning
    if base.pain is not None:
        found.append(("base", base.pain))
    if morning is None:
        return
    pain = morning_pain(morning, case.asked)
    if pain is not None:
        found.append(("morning", pain))
    if base.stiff_minutes is not None and isinstance(morning.stiff_minutes, int):
        found += (("stiffness", morning.stiff_minutes), ("stiffness_base", base.stiff_minutes))
    if base.swelling is not None and isinstance(morning.swelling, int):
        found += (("swelling", morning.swelling), ("swelling_base", base.swelling))


def _pain_rise(case: Case, track: Track) -> float:
    pain = morning_pain(track.morning, case.asked) if track.morning else None
    return -1.0 if pain is None else pain - (track.base.pain or 0)
