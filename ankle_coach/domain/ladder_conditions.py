"""Conditions written into the ladders, as data: needed besides the level rules (clinical.md §3.9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from ankle_coach.domain.ladder import Rung
from ankle_coach.domain.standing import Standing


class Condition(Struct, frozen=True, kw_only=True):
    """What a rung asks for before it is stepped on; what is left out is not asked.

    Attributes:
        pain_at_most: Highest pain during the exercise at the last credit; pain-free is 0.
        days: Days since the level `since`, or since the exercise began.
        since: Id of the level that those days are counted from; empty for the exercise.
        gate: Whether the run gate must be open.
        cue: Whether it only tells how to do it, and asks for nothing.
    """

    pain_at_most: int | None = None
    days: int = 0
    since: str = ""
    gate: bool = False
    cue: bool = False


_HEAVY = "heavy-15rm"
CONDITIONS: Mapping[tuple[str, str], Condition] = MappingProxyType(
    {
        ("mob-alphabet", "eyes-closed-or-standing"): Condition(cue=True),
        ("ply-hop", "one-leg-on-spot"): Condition(pain_at_most=2),
        ("str-heel-drop", "backpack"): Condition(pain_at_most=0),
        ("str-towel-toe-raise", "backpack-10rm"): Condition(days=14),
        ("str-towel-toe-raise", "backpack-8rm"): Condition(days=28),
        ("str-calf-uni", "heavy-15rm"): Condition(cue=True),
        ("str-calf-uni", "heavy-12rm"): Condition(days=7, since=_HEAVY),
        ("str-calf-uni", "heavy-10rm"): Condition(days=21, since=_HEAVY),
        ("str-calf-uni", "heavy-8rm"): Condition(days=35, since=_HEAVY),
        ("str-calf-uni", "heavy-6rm"): Condition(days=56, since=_HEAVY),
        ("run-walk", "stage-1"): Condition(gate=True),
    }
)
"""The ladders' conditions by exercise and level; "week n" begins after n - 1 weeks."""


class Start(Struct, frozen=True):
    """What an exercise asks for before it begins at all.

    Attributes:
        measure: Id of the measure whose latest result decides.
        at_most: Highest value that lets it begin.
    """

    measure: str
    at_most: float


STARTS: Mapping[str, Start] = MappingProxyType(
    {"ply-rebound": Start(measure="single-leg-raise-3x15-pain", at_most=2)}
)
"""Exercises with a prerequisite (clinical.md §2B); published programs and a therapist's plans go without."""


def waits_for_start(exercise: str, ready: Collection[str], *, by_therapist: bool, is_preset: bool) -> bool:
    """Say whether an exercise is not begun yet because its prerequisite is not known to hold.

    Args:
        exercise: Its id.
        ready: Exercises whose prerequisite holds.
        by_therapist: Whether a therapist made the plan.
        is_preset: Whether the plan is a published program (clinical.md §3.4, row Presets).
    """
    return exercise in STARTS and exercise not in ready and not by_therapist and not is_preset


def may_enter(
    rung: Rung,
    standing: Standing,
    day: date,
    *,
    gate_open: bool = False,
    confirmed: Collection[tuple[str, str]] = (),
) -> bool:
    """Say whether a rung's written condition holds; one that the rules do not know has to be confirmed.

    Args:
        rung: The rung to step on.
        standing: Where the person stands.
        day: The day judged; the rung would be played the day after.
        gate_open: Whether every point of the run gate holds.
        confirmed: Levels whose condition somebody confirmed, as pairs of exercise id and level id.
    """
    key = (standing.exercise, rung.level.id)
    if not rung.level.condition or key in confirmed:
        return True
    condition = CONDITIONS.get(key)
    if condition is None or (condition.gate and not gate_open):
        return False
    if condition.pain_at_most is not None and (
        standing.credit_pain is None or standing.credit_pain > condition.pain_at_most
    ):
        return False
    return not condition.days or _days_since(standing, condition.since, day) >= condition.days


def _days_since(standing: Standing, level: str, day: date) -> int:
    """Return the days from the level's (or the exercise's) first day to the day after the one judged."""
    if not level:
        return (day - standing.begun).days + 1
    first = next((when for name, when in standing.climbed if name == level), None)
    return -1 if first is None else (day - first).days + 1
