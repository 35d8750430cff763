"""My activities, overall change and questionnaire scores, ready to draw (clinical.md §6.2, charts 8, 10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from ankle_coach.domain.activities import Activities
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.measures import ChangeLine, Measure, Measurement, Questionnaire, ScoreEntry, Subscale
from ankle_coach.domain.series import DayValue, SeriesLine
from ankle_coach.domain.sides import Side

ALL_TOGETHER = 100_000
"""A reach that joins every value to the next: such questions are asked weeks apart."""


class ChangeBand(Struct, frozen=True, kw_only=True):
    """The stretch in which a change is no more than noise.

    Attributes:
        low: Its lower edge.
        high: Its upper edge.
        size: The change that it takes, in points.
        references: Source ids of that number.
    """

    low: float
    high: float
    size: float
    references: tuple[str, ...]


class ActivitiesSeries(Struct, frozen=True, kw_only=True):
    """What matters to the person, over time.

    Attributes:
        mean: The mean of the activities, 0 to 10; None where they were never answered.
        activities: A line for each activity under its own name.
        band: Around the first mean; None where there is none.
        change: The overall change since the start, -5 to 5; None where it was never answered.
        change_band: Around no change.
    """

    mean: SeriesLine | None = None
    activities: tuple[SeriesLine, ...] = ()
    band: ChangeBand | None = None
    change: SeriesLine | None = None
    change_band: ChangeBand | None = None


def activities_series(
    entries: Iterable[Activities],
    measurements: Iterable[Measurement],
    mean_measure: Measure,
    change_measure: Measure,
) -> ActivitiesSeries:
    """Return the activities and the overall change.

    Args:
        entries: The answers about activities, oldest first.
        measurements: Everything that was measured, oldest first.
        mean_measure: The measure of the mean, with its change line.
        change_measure: The measure of the overall change, with its change line.
    """
    known = tuple(measurements)
    mean = _measure_line(mean_measure.id, known)
    change = _measure_line(change_measure.id, known)
    start = mean.first if mean is not None else None
    return ActivitiesSeries(
        mean=mean,
        activities=_activity_lines(entries),
        band=_band(start, mean_measure),
        change=change,
        change_band=_band(0.0 if change is not None else None, change_measure),
    )


def _measure_line(measure: str, measurements: Sequence[Measurement]) -> SeriesLine | None:
    latest = {
        entry.entered.training_day: entry.whole
        for entry in measurements
        if entry.measure == measure and entry.whole is not None
    }
    points = tuple(DayValue(day, float(latest[day])) for day in sorted(latest))
    return SeriesLine(key=measure, points=points, reach=ALL_TOGETHER) if points else None


def _activity_lines(entries: Iterable[Activities]) -> tuple[SeriesLine, ...]:
    """One line a name, in the order of their first answers; one that was left out is missing there."""
    lines: dict[str, dict[date, DayValue]] = defaultdict(dict)
    for entry in sorted(entries, key=lambda e: e.entered.at):
        day = entry.entered.training_day
        for item in entry.items:
            value = NoAnswer.MISSING if item.value is None else float(item.value)
            lines[item.name][day] = DayValue(day, value)
    return tuple(
        SeriesLine(key=name, points=tuple(days[day] for day in sorted(days)), reach=ALL_TOGETHER)
        for name, days in lines.items()
    )


def _band(around: float | None, measure: Measure) -> ChangeBand | None:
    if around is None or measure.change is None:
        return None
    return ChangeBand(
        low=max(measure.least, around - measure.change),
        high=min(measure.most, around + measure.change),
        size=measure.change,
        references=measure.change_references,
    )


class ScoreLine(Struct, frozen=True, kw_only=True):
    """A line that a score has to cross for its change to mean something.

    Attributes:
        value: Where it lies, in points of the score.
        better: Whether beyond it is better than at the start.
        changes: The changes that it stands for, one or more of the same size.
    """

    value: float
    better: bool
    changes: tuple[ChangeLine, ...]


class ScoreSeries(Struct, frozen=True, kw_only=True):
    """One score of a questionnaire over time.

    Attributes:
        questionnaire: The questionnaire.
        subscale: The score.
        lines: A line for each side that has one.
        changes: The change lines of this score.
        sore: The sore side; None where none or both are.
    """

    questionnaire: Questionnaire
    subscale: Subscale
    lines: tuple[SeriesLine, ...]
    changes: tuple[ChangeLine, ...]
    sore: Side | None = None

    @property
    def judged(self) -> SeriesLine:
        """The line whose changes are looked at: that of the sore side, or the first one."""
        return next((line for line in self.lines if line.side is self.sore), self.lines[0])

    def change_lines(self) -> tuple[ScoreLine, ...]:
        """Return where changes lie from the first score of the judged line, within the range of the score."""
        start = self.judged.first
        if start is None:
            return ()
        sizes: dict[float, list[ChangeLine]] = defaultdict(list)
        for change in self.changes:
            sizes[change.value].append(change)
        found = []
        for size, changes in sorted(sizes.items()):
            for sign in (1, -1):
                value = start + sign * size
                if self.subscale.least <= value <= self.subscale.most:
                    better = (sign > 0) is self.questionnaire.higher_is_better
                    found.append(ScoreLine(value=value, better=better, changes=tuple(changes)))
        return tuple(found)


def score_series(
    questionnaires: Iterable[Questionnaire], entries: Iterable[ScoreEntry], sore: Side | None = None
) -> tuple[ScoreSeries, ...]:
    """Return a series for each score that has an entry, in the order of the questionnaires.

    Args:
        questionnaires: All of them.
        entries: The scores, oldest first.
        sore: The sore side, whose changes are looked at where each ankle has its own score.
    """
    known: dict[tuple[str, str], list[ScoreEntry]] = defaultdict(list)
    for entry in entries:
        known[entry.questionnaire, entry.score].append(entry)
    return tuple(
        ScoreSeries(
            questionnaire=questionnaire,
            subscale=subscale,
            lines=_score_lines(known[questionnaire.id, subscale.id]),
            changes=tuple(c for c in questionnaire.change_lines if c.score in ("", subscale.id)),
            sore=sore,
        )
        for questionnaire in questionnaires
        for subscale in questionnaire.scores
        if (questionnaire.id, subscale.id) in known
    )


def _score_lines(entries: Sequence[ScoreEntry]) -> tuple[SeriesLine, ...]:
    found = []
    for side in Side:
        latest = {e.entered.training_day: e.value for e in entries if e.side is side}
        if latest:
            points = tuple(DayValue(day, latest[day]) for day in sorted(latest))
            found.append(SeriesLine(key="score", points=points, side=side, reach=ALL_TOGETHER))
    return tuple(found)
