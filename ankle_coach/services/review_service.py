"""The weekly review, the two-week questions and scores of named questionnaires (clinical.md §3.2, §5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.activities import MOST_ACTIVITIES, Activities, Activity
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.measures import Measure, Measurement, Questionnaire, ScoreEntry, check_value
from ankle_coach.domain.reviews import ACTIVITIES, CHANGE, WEEKLY, Correction, Review, reviews_of
from ankle_coach.domain.sides import Side
from ankle_coach.services.journal_reader import JournalReader
from ankle_coach.services.measurement_service import MeasurementService
from ankle_coach.services.new_id import new_id

WEEKLY_DAYS, TWO_WEEKS = 7, 14


class ReviewDue(Struct, frozen=True, kw_only=True):
    """Which questions are due today.

    Attributes:
        weekly: The weekly review.
        two_weeks: My activities and the overall change.
        first: Whether none was ever answered: there is no week to look back on, but a beginning to note.
    """

    weekly: bool
    two_weeks: bool
    first: bool = False


class ReviewService:
    """Asks and keeps what is not asked every morning."""

    def __init__(self, reader: JournalReader, measurements: MeasurementService) -> None:
        """Work on the journal and the measures."""
        self._reader, self._measurements = reader, measurements

    def affected(self) -> Side | None:
        """Return the affected side of the current person; None for none, or for nobody."""
        return self._measurements.affected()

    def due(self) -> ReviewDue:
        """Return what is due: never answered, or answered 7 or 14 days ago."""
        weekly, two_weeks = self._days_since(WEEKLY), self._days_since((ACTIVITIES, CHANGE))
        return ReviewDue(
            weekly=weekly is None or weekly >= WEEKLY_DAYS,
            two_weeks=two_weeks is None or two_weeks >= TWO_WEEKS,
            first=weekly is None and two_weeks is None,
        )

    def weekly_questions(self) -> tuple[Measure, ...]:
        """Return the questions of the weekly review."""
        return tuple(self._measurements.catalog.of(name) for name in WEEKLY)

    def phase_questions(self) -> tuple[Measure, ...]:
        """Return what the running phase asks before it ends and a person can say now."""
        return self._measurements.asked_by_phase()

    def more_questions(self) -> tuple[Measure, ...]:
        """Return what the weekly review asks besides: what the phase asks and nothing else tells (§3.2)."""
        asked = self._measurements.asked_by_phase(unplayed=True)
        return tuple(measure for measure in asked if measure.id not in WEEKLY)

    def measure(self, name: str) -> Measure:
        """Return the question of an answer.

        Raises:
            KeyError: There is no such measure.
        """
        return self._measurements.catalog.of(name)

    def change_question(self) -> Measure:
        """Return the question about the overall change."""
        return self._measurements.catalog.of(CHANGE)

    def save(self, answers: Mapping[str, float | None]) -> Changes:
        """Keep answers by measure; one that was left out is not kept, so that it is not zero.

        Raises:
            ValueError: A value is out of its measure's range.
        """
        changes = Changes.NONE
        for name, value in answers.items():
            if value is not None:
                changes |= self._save(name, value)
        return changes

    def activities(self) -> tuple[str, ...]:
        """Return the names of the person's own activities, as last chosen."""
        contents = self._reader.contents()
        last = contents.latest(Activities) if contents is not None else None
        return tuple(activity.name for activity in last.items) if last is not None else ()

    def save_activities(self, items: Mapping[str, int | None]) -> Changes:
        """Keep how well each activity goes; their mean is the measure.

        Args:
            items: 0 to 10 by the activity's name; None where it was left out.

        Raises:
            ValueError: There are too many, or a value is out of range.
        """
        named = [(name.strip(), value) for name, value in items.items() if name.strip()]
        if len(named) > MOST_ACTIVITIES:
            raise ValueError(f"there must be at most {MOST_ACTIVITIES} activities")
        numbers = [value for _, value in named if value is not None]
        if not numbers:
            return Changes.NONE
        moment = self._reader.moment()
        entry = Activities(
            id=new_id(),
            entered=moment,
            items=tuple(Activity(name=name, value=value) for name, value in named),
        )
        self._reader.keep(entry, entry.id, moment)
        return self._save(ACTIVITIES, sum(numbers) / len(numbers))

    # --- reviews as entries -------------------------------------------------------------------

    def reviews(self) -> tuple[Review, ...]:
        """Return the reviews, one a training day, oldest first."""
        contents = self._reader.contents()
        if contents is None:
            return ()
        return reviews_of(contents.of(Measurement), contents.of(Activities))

    def correct(
        self, review: Review, answers: Mapping[str, float | None], activities: Mapping[str, int | None]
    ) -> Changes:
        """Correct a review; what was changed is kept as a correction, so that the log tells of it.

        Args:
            review: The review as it was.
            answers: The answers to the questions that were shown; None takes one back.
            activities: 0 to 10 by the activity's name, None where it was left out; empty where they were not
                shown.

        Raises:
            ValueError: A value is out of its measure's range, or there are too many activities.
        """
        wanted = dict(answers)
        for name, value in wanted.items():
            if value is not None:
                check_value(self.measure(name), value)
        if activities or review.activities is not None:
            wanted[ACTIVITIES] = self._replace_activities(review, activities)
        for name, value in wanted.items():
            before = review.value(name)
            if value != before:
                self._answer_again(review, name, value)
                self._correct(review, name, before, value)
        return Changes.MEASUREMENTS | Changes.DECISIONS

    def delete(self, review: Review) -> Changes:
        """Delete a review; each of its answers is kept as a correction that took it back."""
        for answer in review.answers:
            self._reader.forget(answer.id)
            self._correct(review, answer.measure, answer.whole, None)
        for older in review.older:
            self._reader.forget(older)
        if review.activities is not None:
            self._reader.forget(review.activities.id)
        return Changes.MEASUREMENTS | Changes.DECISIONS

    def _answer_again(self, review: Review, measure: str, value: float | None) -> None:
        known = next((answer for answer in review.answers if answer.measure == measure), None)
        if value is None:
            if known is not None:
                self._reader.forget(known.id)
            return
        blank = Measurement(id=new_id(), measure=measure, entered=review.entered)
        self._measurements.save(replace(known or blank, whole=value))

    def _replace_activities(self, review: Review, items: Mapping[str, int | None]) -> float | None:
        """Keep other activities on the review's day and return their mean; None where none is answered."""
        named = [(name.strip(), value) for name, value in items.items() if name.strip()]
        if len(named) > MOST_ACTIVITIES:
            raise ValueError(f"there must be at most {MOST_ACTIVITIES} activities")
        numbers = [value for _, value in named if value is not None]
        before = review.activities
        if not numbers:
            if before is not None:
                self._reader.forget(before.id)
            return None
        entry = Activities(
            id=before.id if before is not None else new_id(),
            entered=before.entered if before is not None else review.entered,
            items=tuple(Activity(name=name, value=value) for name, value in named),
        )
        self._reader.keep(entry, entry.id, entry.entered)
        return sum(numbers) / len(numbers)

    def _correct(self, review: Review, measure: str, before: float | None, after: float | None) -> None:
        correction = Correction(
            id=new_id(),
            made=self._reader.moment(),
            about=review.day,
            question=self._measurements.catalog.of(measure).name,
            before=before,
            after=after,
        )
        self._reader.keep(correction, correction.id, correction.made)

    # --- scores -------------------------------------------------------------------------------

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """Return the questionnaires whose scores can be entered."""
        return self._measurements.catalog.questionnaire

    def scores(self, questionnaire: str, score: str, side: Side = Side.BOTH) -> tuple[ScoreEntry, ...]:
        """Return the scores of a subscale and side, oldest first."""
        contents = self._reader.contents()
        every = contents.of(ScoreEntry) if contents is not None else ()
        own = (entry for entry in every if (entry.questionnaire, entry.score) == (questionnaire, score))
        found = [entry for entry in own if entry.side is side]
        return tuple(sorted(found, key=lambda entry: entry.entered.training_day))

    def save_score(
        self, questionnaire: str, score: str, value: float, day: date, side: Side = Side.BOTH
    ) -> Changes:
        """Keep a score that somebody counted on a form that they hold.

        Raises:
            ValueError: The questionnaire or score is unknown, or the value is out of its range.
        """
        self._check_score(questionnaire, score, value)
        now = self._reader.moment()
        moment = type(now)(now.at, now.offset_minutes, day)
        entry = ScoreEntry(
            id=new_id(), questionnaire=questionnaire, score=score, entered=moment, value=value, side=side
        )
        self._reader.keep(entry, entry.id, moment)
        return Changes.MEASUREMENTS

    def every_score(self) -> tuple[ScoreEntry, ...]:
        """Return all scores, oldest first."""
        contents = self._reader.contents()
        return contents.of(ScoreEntry) if contents is not None else ()

    def replace_score(self, entry: ScoreEntry) -> Changes:
        """Keep a corrected score in place of the one with its id.

        Raises:
            ValueError: The questionnaire or score is unknown, or the value is out of its range.
        """
        self._check_score(entry.questionnaire, entry.score, entry.value)
        self._reader.keep(entry, entry.id, entry.entered)
        return Changes.MEASUREMENTS

    def delete_score(self, entry_id: str) -> Changes:
        """Delete a score; nothing is decided by it."""
        self._reader.forget(entry_id)
        return Changes.MEASUREMENTS

    def _check_score(self, questionnaire: str, score: str, value: float) -> None:
        known = next((q for q in self.questionnaires() if q.id == questionnaire), None)
        scale = next((s for s in known.scores if s.id == score), None) if known is not None else None
        if scale is None:
            raise ValueError(f"there is no score {questionnaire}.{score}")
        if not scale.least <= value <= scale.most:
            raise ValueError(f"{scale.name} must be between {scale.least:g} and {scale.most:g}")

    def today(self) -> date:
        """Return the running training day."""
        return self._reader.today()

    def _save(self, measure: str, value: float) -> Changes:
        result = Measurement(id=new_id(), measure=measure, entered=self._reader.moment(), whole=value)
        return self._measurements.save(result)

    def _days_since(self, measures: tuple[str, ...]) -> int | None:
        days = [
            known.entered.training_day
            for known in self._measurements.history()
            if known.measure in measures and known.entered.training_day <= self._reader.today()
        ]
        return (self._reader.today() - max(days)) // timedelta(days=1) if days else None
