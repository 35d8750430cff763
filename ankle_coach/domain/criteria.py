"""What must be true before a phase ends: criteria as data, and how they stand on a day.

Not measured is never met: a phase ends on what is known (clinical.md §3.6). The symmetry of two sides does
not apply where both sides are sore, or none (§3.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from ankle_coach.domain.means import mean
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.sides import Side

FRESH_DAYS = RuleNumber(14, ("DD",))
"""A single measurement counts for this many training days, the day judged included (app rule)."""


class Reading(StrEnum):
    """Which number of a measure a criterion looks at."""

    VALUE = "value"
    """The sore side's value, or the worse one of two sore sides."""
    SYMMETRY = "symmetry"
    """Sore side in percent of the other side (LSI)."""
    DIFFERENCE = "difference"
    """How much the sore side lacks to the other side; 0 where it lacks nothing."""
    RISE = "rise"
    """Mean of the later half of the window's entries minus the mean of its earlier half."""


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that must be true before a phase ends.

    Attributes:
        id: Stable key within the phase (``walk-30-min-pain``).
        text: The criterion in plain words.
        references: Source ids; ``DD`` for our own rule.
        measure: Id of the measure; empty where it is the criterion's own id.
        reading: Which number of the measure counts.
        at_most: Highest value that passes; None where there is none.
        at_least: Lowest value that passes; None where there is none.
        below: The value must be lower than this; None where there is no such bound.
        days: Training days, the day judged included, of which every entry must pass; 0 for the latest entry.
        entries: Entries that must be there; with `days` 0 the latest ones, all of which must pass.
        either: Criteria of a phase with the same word here are alternatives: one of them is enough.
        higher_is_better: Which of two sore sides is the worse one.
    """

    id: str
    text: str
    references: tuple[str, ...]
    measure: str = ""
    reading: Reading = Reading.VALUE
    at_most: float | None = None
    at_least: float | None = None
    below: float | None = None
    days: Annotated[int, Meta(ge=0, le=365)] = 0
    entries: Annotated[int, Meta(ge=1, le=100)] = 1
    either: str = ""
    higher_is_better: bool = False

    def __post_init__(self) -> None:
        """Refuse a rise without a window."""
        if self.reading is Reading.RISE and (self.days < 2 or self.entries < 2):
            raise ValueError("days and entries must be 2 or more for a rise")

    @property
    def is_bounded(self) -> bool:
        """Whether anything can fail it; content must say so (`library_check`)."""
        return (self.at_most, self.at_least, self.below) != (None, None, None)

    @property
    def measured_by(self) -> str:
        """Id of the measure."""
        return self.measure or self.id

    def shortfall(self, value: float) -> float:
        """Return by how much a value fails, in the unit of the reading; 0 where it passes."""
        gaps = [0.0]
        if self.at_most is not None:
            gaps.append(value - self.at_most)
        if self.at_least is not None:
            gaps.append(self.at_least - value)
        if self.below is not None:
            gaps.append(value - self.below)
        return max(gaps)

    def passes(self, value: float) -> bool:
        """Say whether a value passes."""
        if self.below is not None and value >= self.below:
            return False
        return self.shortfall(value) <= 0


class Status(StrEnum):
    """How a criterion stands."""

    MET = "met"
    UNMET = "unmet"
    NOT_MEASURED = "not-measured"
    NOT_APPLICABLE = "not-applicable"


class CriterionResult(Struct, frozen=True, kw_only=True):
    """A criterion on a training day.

    Attributes:
        criterion: The criterion.
        status: How it stands.
        value: The number that decided, in the unit of its reading; None where there is none.
        short_by: By how much it fails; 0 where it does not, or where only a strict bound was touched.
        day: Training day of the deciding entry; None where there is none.
        entries: Entries found; fewer than the criterion's own number is "not measured".
    """

    criterion: Criterion
    status: Status
    value: float | None = None
    short_by: float = 0
    day: date | None = None
    entries: int = 0

    @property
    def holds(self) -> bool:
        """Whether the criterion does not stand in the way."""
        return self.status in (Status.MET, Status.NOT_APPLICABLE)


def evaluate(
    criteria: Iterable[Criterion],
    measurements: Sequence[Measurement],
    affected: Side | None,
    day: date,
) -> tuple[CriterionResult, ...]:
    """Return how criteria stand at the end of a training day.

    Args:
        criteria: The criteria.
        measurements: Everything measured, in any order; entries after the day do not count.
        affected: The affected side; both or None where no single side is.
        day: The training day.
    """
    return tuple(evaluate_one(criterion, measurements, affected, day) for criterion in criteria)


def evaluate_one(
    criterion: Criterion, measurements: Sequence[Measurement], affected: Side | None, day: date
) -> CriterionResult:
    """Return how one criterion stands at the end of a training day."""
    single = affected in (Side.LEFT, Side.RIGHT)
    if criterion.reading in (Reading.SYMMETRY, Reading.DIFFERENCE) and not single:
        return CriterionResult(criterion=criterion, status=Status.NOT_APPLICABLE)
    numbers = _numbers(criterion, measurements, affected, day)
    found = len(numbers)
    if found < criterion.entries:
        return CriterionResult(criterion=criterion, status=Status.NOT_MEASURED, entries=found)
    if criterion.reading is Reading.RISE:
        return _result(criterion, numbers[-1][0], _rise([value for _, value in numbers]), found)
    if not criterion.days:
        numbers = numbers[-criterion.entries :]
    worst_day, worst = max(numbers, key=lambda pair: _badness(criterion, pair[1]))
    return _result(criterion, worst_day, worst, found)


def all_hold(results: Iterable[CriterionResult]) -> bool:
    """Say whether a phase may end: every criterion holds, or one of each group of alternatives."""
    groups: dict[str, list[bool]] = {}
    for result in results:
        key = result.criterion.either or f"={result.criterion.id}"
        groups.setdefault(key, []).append(result.holds)
    return all(any(group) for group in groups.values())


def symmetry(sore: float, other: float) -> float | None:
    """Return the sore side in percent of the other side (LSI); None where the other side has nothing."""
    return None if other <= 0 else sore / other * 100


def _numbers(
    criterion: Criterion, measurements: Sequence[Measurement], affected: Side | None, day: date
) -> list[tuple[date, float]]:
    """Day and number of each entry that counts, oldest first."""
    window = criterion.days or (int(FRESH_DAYS.value) if criterion.entries == 1 else 365)
    first = day - timedelta(days=window - 1)
    found = []
    for entry in measurements:
        on = entry.entered.training_day
        if entry.measure != criterion.measured_by or not first <= on <= day:
            continue
        value = _reading(criterion, entry, affected)
        if value is not None:
            found.append((entry.entered.at, on, value))
    found.sort(key=lambda item: (item[1], item[0]))
    return [(on, value) for _, on, value in found]


def _reading(criterion: Criterion, entry: Measurement, affected: Side | None) -> float | None:
    if affected not in (Side.LEFT, Side.RIGHT):
        worse = min if criterion.higher_is_better else max
        return worse(entry.values, default=None)
    sore = entry.side(affected)
    if criterion.reading in (Reading.VALUE, Reading.RISE) or sore is None:
        return sore
    other = entry.side(affected.other)
    if other is None or entry.whole is not None:
        return None
    return symmetry(sore, other) if criterion.reading is Reading.SYMMETRY else max(0.0, other - sore)


def _rise(values: list[float]) -> float:
    """Later half minus earlier half; the middle one of an odd number is in neither."""
    half = len(values) // 2
    return mean(values[-half:]) - mean(values[:half])


def _badness(criterion: Criterion, value: float) -> tuple[float, float]:
    """Order of entries: how far they fail first, then how close to failing they are."""
    toward = -value if criterion.at_least is not None else value
    return criterion.shortfall(value), toward


def _result(criterion: Criterion, day: date, value: float, found: int) -> CriterionResult:
    passed = criterion.passes(value)
    return CriterionResult(
        criterion=criterion,
        status=Status.MET if passed else Status.UNMET,
        value=value,
        short_by=criterion.shortfall(value),
        day=day,
        entries=found,
    )
