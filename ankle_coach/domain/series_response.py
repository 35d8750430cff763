"""Pain during a session against the change by the next morning, ready to draw (clinical.md §6.2, chart 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from math import cos, pi, sin, sqrt

from msgspec import Struct

from ankle_coach.domain.baseline import is_about, morning_pain, sore_sides
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.journal import SessionRecord, value_of
from ankle_coach.domain.series_morning import MorningRules, RulesOn, base_pain, mornings_near
from ankle_coach.domain.sides import Side

_GOLDEN = pi * (3 - sqrt(5))
"""The angle in which seeds of a sunflower follow each other."""


class Settling(StrEnum):
    """What the next morning did, as row 5 of the decision table looks at it (clinical.md §3.3)."""

    SETTLED = "settled"
    """Not above the usual morning."""
    A_LITTLE_UP = "a-little-up"
    """Above it, and by less than a step back asks for: within the scale's noise."""
    ROSE = "rose"
    """Up by as much as a step back asks for."""


class Response(Struct, frozen=True, kw_only=True):
    """One session and side where the pain during it and the next morning are both known.

    Attributes:
        day: Training day of the session.
        session: Id of its record.
        name: Its name at the time.
        side: The sore side; both where none is named.
        during: Worst pain during it, 0 to 10.
        base: The usual morning pain before it.
        morning: Pain of the next morning.
        settling: What that morning did.
    """

    day: date
    session: str
    name: str
    side: Side
    during: int
    base: float
    morning: int
    settling: Settling

    @property
    def change(self) -> float:
        """The next morning minus the usual one."""
        return self.morning - self.base


def responses(
    sessions: Iterable[SessionRecord], mornings: Sequence[MorningFacts], rules: RulesOn
) -> tuple[Response, ...]:
    """Return every session and sore side whose two answers and base are known, oldest first.

    Args:
        sessions: The sessions, oldest first.
        mornings: In order of their days.
        rules: What holds on a day.
    """
    found: list[Response] = []
    bases: dict[tuple[date, Side], float | None] = {}
    for session in sessions:
        if not session.answers:
            continue
        day = session.started.training_day
        holding = rules(day)
        for track in sore_sides(holding.affected):
            if (day, track) not in bases:
                bases[day, track] = base_pain(mornings, track, day, holding)
            response = _response(session, track, bases[day, track], mornings, holding)
            if response is not None:
                found.append(response)
    return tuple(found)


def _response(
    session: SessionRecord,
    track: Side,
    base: float | None,
    mornings: Sequence[MorningFacts],
    rules: MorningRules,
) -> Response | None:
    own = (a for a in session.answers if a.side is track or Side.BOTH in (a.side, track))
    during = max((v for a in own if (v := value_of(a.pain_during)) is not None), default=None)
    day = session.started.training_day
    following = (m for m in mornings_near(mornings, day + timedelta(days=1)) if is_about(m, track))
    morning = max((p for m in following if (p := morning_pain(m, rules.asked)) is not None), default=None)
    if during is None or morning is None or base is None:
        return None
    return Response(
        day=day,
        session=session.id,
        name=session.name,
        side=track,
        during=during,
        base=base,
        morning=morning,
        settling=settling(base, morning, rules),
    )


def settling(base: float, morning: int, rules: MorningRules) -> Settling:
    """Say what a morning did against the usual one."""
    limits = rules.thresholds
    if morning >= base + limits.regress_rise or morning > max(limits.morning_most, base):
        return Settling.ROSE
    return Settling.A_LITTLE_UP if morning > base else Settling.SETTLED


def spread(found: Sequence[Response], width: float, height: float) -> tuple[tuple[float, float], ...]:
    """Return a place for each mark, so that marks of the same two numbers stand side by side.

    Args:
        found: The marks.
        width: How far from its number a mark may stand, in points of pain.
        height: The same upwards, in points of change.
    """
    counts = Counter((one.during, one.change) for one in found)
    seen: Counter[tuple[int, float]] = Counter()
    places = []
    for one in found:
        key = (one.during, one.change)
        index, count = seen[key], counts[key]
        seen[key] += 1
        far = sqrt(index / count) if count > 1 else 0.0
        places.append(
            (
                one.during + width * far * cos(index * _GOLDEN),
                one.change + height * far * sin(index * _GOLDEN),
            )
        )
    return tuple(places)
