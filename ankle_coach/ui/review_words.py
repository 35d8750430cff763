"""Reviews and scores as rows of the journal: what they were, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from ankle_coach.domain.measures import Measure, Questionnaire, ScoreEntry, Unit
from ankle_coach.domain.reviews import Review
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.measure_words import measure_name
from ankle_coach.ui.models.journal_entries_model import EntryKind, OtherEntry


def other_entries(reviews: ReviewService, words: Words) -> tuple[OtherEntry, ...]:
    """Return the rows of all reviews and scores."""
    known = reviews.questionnaires()
    rows = [review_row(review, reviews, words) for review in reviews.reviews()]
    return (*rows, *(score_row(entry, known, words) for entry in reviews.every_score()))


def review_row(review: Review, reviews: ReviewService, words: Words) -> OtherEntry:
    """Return the row of a review: each answer with the name of its question."""
    parts = [
        words.gettext("{question} {answer}").format(
            question=measure_name(measure, words), answer=answer_words(measure, value, words)
        )
        for answer in review.answers
        if (value := answer.whole) is not None
        for measure in (reviews.measure(answer.measure),)
    ]
    return OtherEntry(
        EntryKind.REVIEW,
        review.id,
        review.entered,
        review_title(review, words),
        "",
        " · ".join(parts),
        review,
    )


def review_title(review: Review, words: Words) -> str:
    """Return what a review is called."""
    return words.gettext("Weekly review") if review.is_weekly else words.gettext("Every two weeks")


def answer_words(measure: Measure, value: float, words: Words) -> str:
    """Return an answer as it reads after its question."""
    if measure.unit is Unit.YES_NO:
        return words.pgettext("answer", "Yes") if value else words.pgettext("answer", "No")
    number = f"{value:.1f}".rstrip("0").rstrip(".")
    return f"+{number}" if measure.unit is Unit.CHANGE and value > 0 else number


def score_row(entry: ScoreEntry, known: Sequence[Questionnaire], words: Words) -> OtherEntry:
    """Return the row of a score; one of a questionnaire that is gone keeps its ids."""
    questionnaire = next((q for q in known if q.id == entry.questionnaire), None)
    scales = questionnaire.scores if questionnaire is not None else ()
    scale = next((s for s in scales if s.id == entry.score), None)
    name = questionnaire.abbreviation if questionnaire is not None else entry.questionnaire
    of = words.pgettext(f"{entry.questionnaire}.score", scale.name) if scale is not None else entry.score
    points = words.gettext("{points} points").format(points=f"{entry.value:g}")
    return OtherEntry(
        EntryKind.SCORE,
        entry.id,
        entry.entered,
        words.gettext("Score: {questionnaire}").format(questionnaire=name),
        side_word(entry.side, words) if entry.side is not Side.BOTH else "",
        words.gettext("{score}: {points}").format(score=of, points=points),
        entry,
    )
