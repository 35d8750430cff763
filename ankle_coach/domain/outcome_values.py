"""The numbers of a case that the reason of its outcome may name."""

from __future__ import annotations

from ankle_coach.domain.baseline import morning_pain
from ankle_coach.domain.decision import Value
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.outcome import Case, Track, is_incomplete, worst_number


def values_of(case: Case) -> tuple[tuple[str, Value], ...]:
    """Return the numbers of a case that a reason may name, by stable keys; what is not known is left out."""
    bouts = case.work.bouts
    track = max(case.tracks, key=lambda t: _pain_rise(case, t))
    morning = track.morning
    found: tuple[tuple[str, Value | None], ...] = (
        ("pain_before", worst_number(tuple(bout.pain_before for bout in bouts))),
        ("swelling_before", worst_number(tuple(bout.swelling_before for bout in bouts))),
        ("pain_during", worst_number(tuple(bout.pain_during for bout in bouts))),
        ("pain_after", worst_number(tuple(bout.pain_after for bout in bouts))),
        ("effort", worst_number(tuple(bout.effort for bout in bouts))),
        ("morning", morning_pain(morning, case.asked) if morning else None),
        ("base", track.base.pain),
        (
            "stiffness",
            _number(morning.stiff_minutes) if morning and track.base.stiff_minutes is not None else None,
        ),
        ("stiffness_base", track.base.stiff_minutes),
        ("swelling", _number(morning.swelling) if morning and track.base.swelling is not None else None),
        ("swelling_base", track.base.swelling),
        ("percent", int(case.work.share * 100)),
        ("ceiling", case.ceiling),
    )
    signs = tuple(
        (sign, 1)
        for sign in ("too_painful", "sharp", "pop", "gave_way", "limp", "form_lost")
        if any(getattr(bout, sign) for bout in bouts)
    )
    missing = (("missing", 1),) if case.loaded and is_incomplete(case) else ()
    return (*((key, value) for key, value in found if value is not None), *signs, *missing)


def _number(answer: Answer) -> int | None:
    return answer if isinstance(answer, int) else None


def _pain_rise(case: Case, track: Track) -> float:
    pain = morning_pain(track.morning, case.asked) if track.morning else None
    return -1.0 if pain is None else pain - (track.base.pain or 0)
