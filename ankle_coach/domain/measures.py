"""Measures: self-tests and answers with a left and a right, and score entry for named questionnaires.

Questionnaires carry no item text: only their name, range and change lines (clinical.md §5).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.sides import Side


class Unit(StrEnum):
    """What the number of a measure counts."""

    PAIN = "pain"
    """0 none to 10 worst."""
    SCALE = "scale"
    """0 to 10 where 10 is best, such as confidence."""
    COUNT = "count"
    CENTIMETERS = "centimeters"
    SECONDS = "seconds"
    MINUTES = "minutes"
    SWELLING = "swelling"
    """0 none, 1 mild, 2 moderate, 3 severe."""
    YES_NO = "yes-no"
    """1 yes, 0 no."""
    CHANGE = "change"
    """-5 much worse to +5 much better."""


class MeasureKind(StrEnum):
    """How a measure comes into the journal."""

    SELF_TEST = "self-test"
    """A test that the person does; it counts as that day's load (clinical.md §3.9)."""
    ANSWER = "answer"
    """A question of the weekly review or the two-week questions."""
    DERIVED = "derived"
    """Read from check-ins, sessions and runs."""


class DoseTest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A played set of an exercise that answers a measure: its pain, once the whole amount was done.

    Attributes:
        exercise: Id of the exercise.
        sets: Sets that must have been done.
        reps: Repetitions in each of them; 0 where seconds count.
        seconds: Seconds in each of them; 0 where repetitions count.
        levels: Levels that count; empty for any.
    """

    exercise: str
    sets: int
    reps: int = 0
    seconds: float = 0
    levels: tuple[str, ...] = ()


class Measure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that can be measured, in our own words.

    Attributes:
        id: Stable kebab-case id; criteria name it.
        name: Name shown to the person.
        how: How it is done or asked.
        kind: How it comes into the journal.
        unit: What its number counts.
        references: Source ids.
        per_side: Whether left and right are measured apart.
        higher_is_better: Whether more is better.
        least: Lowest possible value.
        most: Highest possible value.
        from_phase: First phase whose exit asks for it, so that it is offered from there (clinical.md §3.9).
        tendon_from_phase: The same in tendon programs; None where nothing differs.
        loaded: Whether doing it counts as that day's load.
        every_days: Days from one offer to the next.
        change: Smallest change that is more than noise; None where no source gives one.
        change_references: Source ids of `change`.
        dose_test: The played work that answers it; None where only a test or an answer does.
        barred_with: Id of the exercise that it is like: a program that excludes that does not offer the test;
            empty for none.
    """

    id: str
    name: str
    how: str
    kind: MeasureKind
    unit: Unit
    references: tuple[str, ...]
    per_side: bool = False
    higher_is_better: bool = False
    least: float = 0
    most: float = 10
    from_phase: PhaseMark | None = None
    tendon_from_phase: PhaseMark | None = None
    loaded: bool = False
    every_days: Annotated[int, Meta(ge=1, le=365)] = 7
    change: float | None = None
    change_references: tuple[str, ...] = ()
    dose_test: DoseTest | None = None
    barred_with: str = ""

    def __post_init__(self) -> None:
        """Refuse an empty range and a change line that stands on nothing."""
        if self.least >= self.most:
            raise ValueError("least must be below most")
        if self.change is not None and not self.change_references:
            raise ValueError("change_references must name a source, or DD for an app rule")

    def offered_from(self, *, tendon: bool) -> PhaseMark | None:
        """Return the first phase that offers it, or None where it is not tied to a phase."""
        return self.tendon_from_phase if tendon and self.tendon_from_phase else self.from_phase


class ChangeLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change of a score that is worth a line in a chart.

    Attributes:
        text: What the change means (``minimal detectable change``), with its subscale or time if it has one.
        value: Size of the change in points.
        references: Source ids.
        score: Id of the subscale that it is about; empty for every one.
    """

    text: str
    value: float
    references: tuple[str, ...]
    score: str = ""


class Subscale(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One score of a questionnaire.

    Attributes:
        id: Stable id within the questionnaire.
        name: Its name.
        least: Lowest possible score.
        most: Highest possible score.
    """

    id: str
    name: str
    least: float = 0
    most: float = 100


class Questionnaire(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named questionnaire whose scores can be entered; its items are not in this app.

    Attributes:
        id: Stable kebab-case id.
        name: Its name.
        abbreviation: What clinicians call it.
        scores: Its total or subscales.
        change_lines: Changes that are worth a line in a chart.
        references: Source ids.
        weeks: Weeks after the start at which it is usually filled in (clinical.md §5).
        per_side: Whether each ankle has its own score.
        higher_is_better: Whether more is better.
        note: What the reader should know of it.
    """

    id: str
    name: str
    abbreviation: str
    scores: tuple[Subscale, ...]
    references: tuple[str, ...]
    change_lines: tuple[ChangeLine, ...] = ()
    weeks: tuple[int, ...] = (0, 6, 12, 24)
    per_side: bool = False
    higher_is_better: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a change line of a subscale that is not there."""
        known = {"", *(score.id for score in self.scores)}
        for line in self.change_lines:
            if line.score not in known:
                raise ValueError(f"change_lines must name a score of {self.id}, not {line.score!r}")


class MeasureCatalog(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All measures and questionnaires of the shipped content.

    Attributes:
        measure: The measures.
        questionnaire: The questionnaires.
    """

    measure: tuple[Measure, ...]
    questionnaire: tuple[Questionnaire, ...] = ()

    def __post_init__(self) -> None:
        """Refuse the same id twice."""
        for things in (self.measure, self.questionnaire):
            ids = [thing.id for thing in things]
            if len(set(ids)) != len(ids):
                raise ValueError("two entries must not have the same id")

    def of(self, measure_id: str) -> Measure:
        """Return a measure by its id.

        Raises:
            KeyError: If there is no such measure.
        """
        for measure in self.measure:
            if measure.id == measure_id:
                return measure
        raise KeyError(measure_id)


class Measurement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One result of a measure on a training day. A side without a number was not measured; zero is a number.

    Attributes:
        id: Stable id (a UUID), or one made from the record that it was derived from.
        measure: Id of the measure.
        entered: When; its training day is the day that it is about.
        left: The left side's value.
        right: The right side's value.
        whole: The value of a measure that has no sides.
        symmetry: Sore side in percent of the other (LSI) with the side that was sore then; None where no
            single side was, or one was not measured. Rules read the sides, not this.
        note: The person's own words.
    """

    id: str
    measure: str
    entered: Moment
    left: float | None = None
    right: float | None = None
    whole: float | None = None
    symmetry: float | None = None
    note: str = ""

    def side(self, side: Side) -> float | None:
        """Return the value of a side; the value without sides where that is all there is."""
        value = {Side.LEFT: self.left, Side.RIGHT: self.right}.get(side)
        return self.whole if value is None else value

    @property
    def values(self) -> tuple[float, ...]:
        """Every number that there is."""
        return tuple(value for value in (self.left, self.right, self.whole) if value is not None)


def with_values(result: Measurement, *, left: float | None, right: float | None, note: str) -> Measurement:
    """Return a result with other values of its sides and another note."""
    return replace(result, left=left, right=right, note=note)


class ScoreEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A score that somebody entered from a questionnaire that they hold the rights to.

    Attributes:
        id: Stable id (a UUID).
        questionnaire: Id of the questionnaire.
        score: Id of its subscale.
        entered: When; its training day is the day of the form.
        value: The score.
        side: The ankle that it is about; both where the score has no side.
    """

    id: str
    questionnaire: str
    score: str
    entered: Moment
    value: float
    side: Side = Side.BOTH


def with_score(
    entry: ScoreEntry, *, questionnaire: str, score: str, value: float, day: date, side: Side
) -> ScoreEntry:
    """Return an entered score with what its form says now; when it was entered stays, but for the day."""
    return replace(
        entry,
        questionnaire=questionnaire,
        score=score,
        value=value,
        side=side,
        entered=replace(entry.entered, training_day=day),
    )


def check_value(measure: Measure, value: float) -> None:
    """Refuse a value out of a measure's range.

    Raises:
        ValueError: If it is not within the range.
    """
    if not measure.least <= value <= measure.most:
        raise ValueError(
            f"{measure.id} must be between {measure.least:g} and {measure.most:g}, not {value:g}"
        )
