"""Reviews as one entry each: the answers of one training day, and what is kept when one is corrected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ankle_coach.domain.activities import Activities
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.measures import Measurement

WEEKLY = (
    "rest-pain",
    "daily-life-pain",
    "walk-30-min-pain",
    "limp",
    "giving-way",
    "confidence",
)
"""The questions of the weekly review, in their order; each can be left out."""
ACTIVITIES = "my-activities"
CHANGE = "global-change"
ASKED = (*WEEKLY, ACTIVITIES, CHANGE)


class Review(Struct, frozen=True, kw_only=True):
    """The answers that a person gave to reviews on one training day.

    Attributes:
        id: Id of its first answer.
        entered: When the last of its answers was given.
        answers: One result a question, in the questions' order; of two to one question the later.
        activities: The person's own activities of that day; None where none were answered.
        older: Ids of results that a later answer of the same day took the place of.
    """

    id: str
    entered: Moment
    answers: tuple[Measurement, ...]
    activities: Activities | None = None
    older: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The training day that it is about."""
        return self.entered.training_day

    @property
    def is_weekly(self) -> bool:
        """Whether a question of the weekly review was answered."""
        return any(answer.measure in WEEKLY for answer in self.answers)

    @property
    def is_two_weekly(self) -> bool:
        """Whether own activities or the overall change were answered."""
        return any(answer.measure not in WEEKLY for answer in self.answers)

    def value(self, measure: str) -> float | None:
        """Return the answer to a question; None where it was left out."""
        return next((answer.whole for answer in self.answers if answer.measure == measure), None)


class Correction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer of a review that was changed or taken back after it was given.

    Attributes:
        id: Stable id (a UUID).
        made: When it was corrected.
        about: Training day of the answer.
        question: Name of the question, as the measures have it.
        before: The answer as it was; None where there was none.
        after: The answer as it is; None where it was taken back.
    """

    id: str
    made: Moment
    about: date
    question: str
    before: float | None = None
    after: float | None = None

    @property
    def day(self) -> date:
        """The training day on which it was made."""
        return self.made.training_day


def reviews_of(
    measurements: Iterable[Measurement], activities: Iterable[Activities] = ()
) -> tuple[Review, ...]:
    """Return the reviews among some results, oldest first.

    Args:
        measurements: Results, oldest first; those of other measures are left out.
        activities: Own activities, oldest first.
    """
    days: dict[date, list[Measurement]] = {}
    for result in measurements:
        if result.measure in ASKED:
            days.setdefault(result.entered.training_day, []).append(result)
    own = {one.entered.training_day: one for one in activities}
    return tuple(_review(results, own.get(day)) for day, results in sorted(days.items()))


def _review(results: list[Measurement], activities: Activities | None) -> Review:
    latest = {result.measure: result for result in results}
    answers = tuple(latest[name] for name in ASKED if name in latest)
    kept = {answer.id for answer in answers}
    return Review(
        id=answers[0].id,
        entered=max((answer.entered for answer in answers), key=lambda moment: moment.at),
        answers=answers,
        activities=activities,
        older=tuple(result.id for result in results if result.id not in kept),
    )
