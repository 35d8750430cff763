"""Self-tests of the two sides, ready to draw, with what the phase asks for (clinical.md §6.2, chart 7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from ankle_coach.domain.criteria import Criterion, Reading, symmetry
from ankle_coach.domain.measures import Measure, Measurement
from ankle_coach.domain.sides import Side


class SidesResult(Struct, frozen=True, kw_only=True):
    """One test of one day. A side without a number was not measured; zero is a number.

    Attributes:
        day: Its training day.
        left: The left side's number.
        right: The right side's number.
        percent: Sore side in percent of the other (LSI); None where it does not apply (clinical.md §3.9).
    """

    day: date
    left: float | None
    right: float | None
    percent: float | None

    def side(self, side: Side) -> float | None:
        """Return the number of the left or the right side."""
        return self.left if side is Side.LEFT else self.right


class SidesSeries(Struct, frozen=True, kw_only=True):
    """A test over time.

    Attributes:
        measure: What was measured.
        sore: The sore side; None where none or both are.
        results: The results in order; of several on a day the last one.
        criteria: What the running phase asks of it, in its order.
    """

    measure: Measure
    sore: Side | None
    results: tuple[SidesResult, ...]
    criteria: tuple[Criterion, ...] = ()

    @property
    def latest(self) -> SidesResult | None:
        """The last result."""
        return self.results[-1] if self.results else None

    @property
    def line(self) -> float | None:
        """The number that the sore side must reach, in the measure's unit; None where none is asked."""
        return self._asked(Reading.VALUE)

    @property
    def percent_line(self) -> float | None:
        """The percent of the other side that the sore side must reach; None where none is asked."""
        return self._asked(Reading.SYMMETRY)

    @property
    def difference_line(self) -> float | None:
        """By how much the sore side may lack at most; None where nothing is asked."""
        limits = (c.at_most for c in self.criteria if c.reading is Reading.DIFFERENCE)
        return next((limit for limit in limits if limit is not None), None)

    def target(self, result: SidesResult) -> float | None:
        """Return what the sore side had to reach on a day to satisfy the phase; None where nothing is asked.

        The symmetry and the difference are seen from the other side's number of that day.
        """
        other = None
        if self.sore is not None:
            other = result.side(Side.LEFT if self.sore is Side.RIGHT else Side.RIGHT)
        wanted = [self.line]
        if other is not None and self.percent_line is not None:
            wanted.append(other * self.percent_line / 100)
        if other is not None and self.difference_line is not None:
            wanted.append(other - self.difference_line)
        return max((number for number in wanted if number is not None), default=None)

    def _asked(self, reading: Reading) -> float | None:
        limits = (c.at_least for c in self.criteria if c.reading is reading)
        return next((limit for limit in limits if limit is not None), None)


def sides_series(
    measures: Sequence[Measure],
    measurements: Iterable[Measurement],
    sore: Side | None,
    criteria: Iterable[Criterion] = (),
) -> tuple[SidesSeries, ...]:
    """Return a series for each measure, those without a result included.

    Args:
        measures: Measures with a left and a right.
        measurements: Results, oldest first.
        sore: The sore side; both or None where no single one is.
        criteria: What the running phase asks for.
    """
    single = sore if sore in (Side.LEFT, Side.RIGHT) else None
    known, asked = tuple(measurements), tuple(criteria)
    return tuple(
        SidesSeries(
            measure=measure,
            sore=single,
            results=_results(measure, known, single),
            criteria=tuple(c for c in asked if c.measured_by == measure.id),
        )
        for measure in measures
    )


def _results(
    measure: Measure, measurements: Sequence[Measurement], sore: Side | None
) -> tuple[SidesResult, ...]:
    latest: dict[date, SidesResult] = {}
    for entry in measurements:
        if entry.measure == measure.id and (entry.left is not None or entry.right is not None):
            day = entry.entered.training_day
            latest[day] = SidesResult(
                day=day, left=entry.left, right=entry.right, percent=_percent(entry, sore)
            )
    return tuple(latest[day] for day in sorted(latest))


def _percent(entry: Measurement, sore: Side | None) -> float | None:
    """The side that was sore then is what the entry was kept with; else the one that is sore now."""
    if entry.symmetry is not None:
        return entry.symmetry
    if sore is None or entry.left is None or entry.right is None:
        return None
    left, right = entry.left, entry.right
    return symmetry(left, right) if sore is Side.LEFT else symmetry(right, left)
