"""Locks: what flags forbid until somebody has recorded what happened, over restarts and days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ankle_coach.domain.dose import Sequence as Routine
from ankle_coach.domain.exercise import Exercise, Group, Level
from ankle_coach.domain.program import is_impact
from ankle_coach.domain.safety import Assessment, Flag, Outcome, RecordedBy, Scope, Urgency

STANDING_GROUPS = frozenset({Group.BALANCE, Group.GAIT, Group.WARM_UP, Group.CROSS_TRAINING})
"""Not loaded as clinical.md §3.2 means it, but done on the leg: all loading covers them too (app rule)."""

CALF_PREFIXES = ("str-calf", "str-heel-drop", "str-towel-toe-raise", "str-band-pf")
"""Exercises that load the calf; plyometrics and running do as well (R23)."""
ON_THE_TOES = frozenset({("gait-heel-toe", "toe-and-heel-walk"), ("gait-heel-toe", "ankling")})
"""Levels of other exercises that load the calf (app rule)."""
SKIPS = frozenset({("gait-heel-toe", "ankling")})
"""Levels of other exercises that are small hops (app rule)."""


class Lock(Struct, frozen=True, kw_only=True):
    """An active lock.

    Attributes:
        flag: Id of the flag that it comes from.
        rule: Id of the rule; its question says why, who to see and what to do meanwhile.
        urgency: How soon somebody must be seen.
        scopes: What it covers.
        since: The flag that raised it.
        references: Source ids.
    """

    flag: str
    rule: str
    urgency: Urgency
    scopes: tuple[Scope, ...]
    since: Flag
    references: tuple[str, ...]


class Locks(Struct, frozen=True, kw_only=True):
    """Everything that open flags forbid.

    Attributes:
        active: Locks, most urgent first.
        open_flags: Flags that wait for a record, most urgent first; every lock's flag is among them.
        no_plan: Rules that allow no self-guided plan.
    """

    active: tuple[Lock, ...] = ()
    open_flags: tuple[Flag, ...] = ()
    no_plan: tuple[str, ...] = ()

    @property
    def scopes(self) -> frozenset[Scope]:
        """Everything that is covered by any lock."""
        return frozenset(scope for lock in self.active for scope in lock.scopes)

    @property
    def holds_advance(self) -> bool:
        """Whether nothing advances: an advise flag or a lock waits for its record (clinical.md §4)."""
        return any(flag.finding.urgency is not Urgency.CAUTION for flag in self.open_flags)

    @property
    def holds_running(self) -> bool:
        """Whether running does not advance."""
        return self.holds_advance or any(flag.finding.holds_running for flag in self.open_flags)


def locks(flags: Iterable[Flag], assessments: Sequence[Assessment]) -> Locks:
    """Return what flags lock once everything that was recorded of them is taken into account.

    Args:
        flags: All flags ever raised.
        assessments: All records about them.
    """
    ordered = sorted(flags, key=lambda flag: (flag.finding.urgency.rank, flag.raised.at, flag.id))
    waiting = tuple(flag for flag in ordered if not is_lifted(flag, assessments))
    active = tuple(
        Lock(
            flag=flag.id,
            rule=flag.finding.rule,
            urgency=flag.finding.urgency,
            scopes=flag.finding.scopes,
            since=flag,
            references=flag.finding.references,
        )
        for flag in waiting
        if flag.finding.scopes
    )
    barred = tuple(
        dict.fromkeys(
            f.finding.rule for f in ordered if f.finding.no_plan and not allows_plan(f, assessments)
        )
    )
    return Locks(active=active, open_flags=waiting, no_plan=barred)


def is_lifted(flag: Flag, assessments: Sequence[Assessment]) -> bool:
    """Say whether the last record about a flag ends its lock; "seen, but not cleared" does not."""
    last = last_assessment(flag, assessments)
    return last is not None and last.outcome in (Outcome.CLEARED, Outcome.MISTAKEN)


def allows_plan(flag: Flag, assessments: Sequence[Assessment]) -> bool:
    """Say whether a self-guided plan may be made again; some flags need a therapist's record for it."""
    last = last_assessment(flag, assessments)
    if last is None:
        return False
    if last.outcome is Outcome.MISTAKEN:
        return True
    by_therapist = last.by is RecordedBy.THERAPIST
    return last.outcome is Outcome.CLEARED and (by_therapist or not flag.finding.therapist_only)


def last_assessment(flag: Flag, assessments: Sequence[Assessment]) -> Assessment | None:
    """Return the latest record about a flag."""
    own = [a for a in assessments if a.flag == flag.id]
    return max(own, key=lambda a: (a.recorded.at, a.id), default=None)


def lock_covers(lock: Lock, exercise: Exercise, level: Level) -> bool:
    """Say whether a lock forbids an exercise at a level.

    Emergency and urgent locks on all loading leave only recovery (leg up, and ice where it is not locked):
    no exercise is offered until somebody has looked (app rule, stricter than clinical.md §4).
    """
    return any(_covers(scope, lock.urgency, exercise, level) for scope in lock.scopes)


def _covers(scope: Scope, urgency: Urgency, exercise: Exercise, level: Level) -> bool:
    impact = is_impact(exercise) or (exercise.id, level.id) in SKIPS
    match scope:
        case Scope.ALL_LOADING:
            if urgency.rank <= Urgency.URGENT.rank:
                return exercise.group is not Group.RECOVERY
            return exercise.is_loaded(level) or impact or exercise.group in STANDING_GROUPS
        case Scope.CALF_WORK:
            return impact or _loads_calf(exercise, level)
        case Scope.PLYOMETRICS_AND_RUNNING:
            return impact
        case Scope.PLYOMETRICS:
            hops = exercise.group is Group.PLYOMETRIC and exercise.id != "run-walk"
            return hops or (exercise.id, level.id) in SKIPS
        case Scope.ICE:
            return exercise.id == "rec-ice" or level.id == "frozen-bottle"
        case Scope.MASSAGE:
            return exercise.group is Group.MASSAGE


def _loads_calf(exercise: Exercise, level: Level) -> bool:
    """Whether a level loads the calf, by itself or as a piece of a routine such as the one before a run."""
    pieces = [item.exercise for b in level.dose.blocks if isinstance(b, Routine) for item in b.items]
    return (
        (exercise.id.startswith(CALF_PREFIXES) and exercise.is_loaded(level))
        or (exercise.id, level.id) in ON_THE_TOES
        or any(piece.startswith(CALF_PREFIXES) for piece in pieces)
    )
