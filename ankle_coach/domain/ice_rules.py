"""When ice may be used: what blocks it, the gap between two, and how often a day (clinical.md §4.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.safety import Scope, ScreenAnswer
from ankle_coach.domain.safety_content import Block, IceFile, IceLimits
from ankle_coach.domain.sides import Side


class IceRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ice as it was used.

    Attributes:
        id: Stable id (a UUID).
        started: When it began.
        seconds: How long it lay on the skin.
        side: Where.
        stopped_for: Why it ended early (``numb``, ``skin``); empty for no reason.
    """

    id: str
    started: Moment
    seconds: float
    side: Side = Side.BOTH
    stopped_for: str = ""

    @property
    def ended_at(self) -> datetime:
        """The instant at which it ended."""
        return self.started.at + timedelta(seconds=self.seconds)


class IceReason(StrEnum):
    """Why ice is not offered now."""

    LOCKED = "locked"
    BLOCKED = "blocked"
    UNANSWERED = "unanswered"
    TOO_SOON = "too-soon"
    ENOUGH_TODAY = "enough-today"


class IceDecision(Struct, frozen=True, kw_only=True):
    """Whether ice may be used now.

    Attributes:
        allowed: Whether it may.
        reason: Why not; None where it may.
        ids: Ids of the blocks, open questions or locks that decided.
        not_before: When it may be used again; None where time alone changes nothing.
        ask_first: Ids of conditions for which a pharmacist or doctor is asked first.
    """

    allowed: bool
    reason: IceReason | None = None
    ids: tuple[str, ...] = ()
    not_before: datetime | None = None
    ask_first: tuple[str, ...] = ()


def may_ice(
    ice: IceFile,
    answers: Mapping[str, ScreenAnswer],
    records: Sequence[IceRecord],
    now: Moment,
    locks: Locks | None = None,
    side: Side = Side.BOTH,
) -> IceDecision:
    """Decide whether ice may be used now.

    A question without an answer, and an unsure one, keep it closed.

    Args:
        ice: The content.
        answers: Answers to its blocks and ask-first conditions, by id; those asked every time must be fresh.
        records: Earlier use, in any order.
        now: The moment, with its training day.
        locks: What open flags lock.
        side: Where; gap and number count for the same skin only.
    """
    asking = tuple(c.id for c in ice.ask_first if answers.get(c.id) is not None and _is_yes(answers[c.id]))
    locking = tuple(lock.rule for lock in locks.active if Scope.ICE in lock.scopes) if locks else ()
    blocking, still_open = check_blocks(ice.blocks, answers)
    if locking or blocking or still_open:
        reason = IceReason.LOCKED if locking else IceReason.BLOCKED if blocking else IceReason.UNANSWERED
        ids = locking or blocking or still_open
        return IceDecision(allowed=False, reason=reason, ids=ids, ask_first=asking)
    by_clock = may_ice_by_clock(ice.limits, records, now, side)
    return IceDecision(
        allowed=by_clock.allowed, reason=by_clock.reason, not_before=by_clock.not_before, ask_first=asking
    )


def may_ice_by_clock(
    limits: IceLimits, records: Sequence[IceRecord], now: Moment, side: Side = Side.BOTH
) -> IceDecision:
    """Decide by the gap and the number of the day alone, before any question is asked.

    Args:
        limits: The numbers.
        records: Earlier use, in any order.
        now: The moment, with its training day.
        side: Where; gap and number count for the same skin only.
    """
    if len(ice_today(records, now, side)) >= limits.most_per_day.value:
        return IceDecision(allowed=False, reason=IceReason.ENOUGH_TODAY)
    again = _next_start(limits, _on_skin(records, side))
    if again is not None and now.at < again:
        return IceDecision(allowed=False, reason=IceReason.TOO_SOON, not_before=again)
    return IceDecision(allowed=True)


def ice_today(records: Sequence[IceRecord], now: Moment, side: Side = Side.BOTH) -> tuple[IceRecord, ...]:
    """Return the use of a skin on the running training day."""
    return tuple(r for r in _on_skin(records, side) if r.started.training_day == now.training_day)


def _on_skin(records: Sequence[IceRecord], side: Side) -> tuple[IceRecord, ...]:
    return tuple(r for r in records if r.side is side or Side.BOTH in (r.side, side))


def check_blocks(
    blocks: Sequence[Block], answers: Mapping[str, ScreenAnswer]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of blocks that hold, unsure ones included, and of those without an answer."""
    blocking = tuple(
        block.id
        for block in blocks
        if block.id in answers
        and (answers[block.id] is ScreenAnswer.UNSURE or block.flagged_by.matches(answers[block.id]))
    )
    return blocking, tuple(block.id for block in blocks if block.id not in answers)


def ice_seconds(limits: IceLimits, wanted_minutes: float | None = None) -> tuple[float, float]:
    """Return length and hard stop of the timer in seconds; more than the hard stop is cut to it."""
    most = limits.hard_stop_minutes.value * 60
    wanted = limits.default_minutes.value if wanted_minutes is None else wanted_minutes
    return min(wanted * 60, most), most


def _is_yes(answer: ScreenAnswer) -> bool:
    return answer is not ScreenAnswer.NO


def _next_start(limits: IceLimits, records: Sequence[IceRecord]) -> datetime | None:
    ended = max((record.ended_at for record in records), default=None)
    return None if ended is None else ended + timedelta(hours=limits.gap_hours.value)
