"""Reviews: what is due, what is kept and what is left out, and scores without any item text."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.decision_words import reason
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import MONDAY
from tests.helpers.coach import FakeCoach
from tests.helpers.rules import row
from tests.helpers.story import Story

DAY = 24 * 3600


def test_the_review_is_due_weekly_and_the_activities_every_two_weeks() -> None:
    coach = FakeCoach().with_plan()
    reviews = coach.services.reviews
    assert (reviews.due().weekly, reviews.due().two_weeks) == (True, True)
    reviews.save({"confidence": 7, "global-change": 0})
    assert (reviews.due().weekly, reviews.due().two_weeks) == (False, False)
    coach.clock.advance(7 * DAY)
    assert (reviews.due().weekly, reviews.due().two_weeks) == (True, False)
    coach.clock.advance(7 * DAY)
    assert reviews.due().two_weeks


def test_what_is_left_out_is_not_kept_and_zero_is() -> None:
    coach = FakeCoach().with_plan()
    changes = coach.services.reviews.save({"rest-pain": 0, "daily-life-pain": None, "giving-way": 0})
    assert changes is Changes.MEASUREMENTS
    kept = {known.measure: known.whole for known in coach.services.measurements.history()}
    assert kept == {"rest-pain": 0, "giving-way": 0}


def test_activities_are_remembered_and_their_mean_is_the_measure() -> None:
    coach = FakeCoach().with_plan()
    reviews = coach.services.reviews
    assert reviews.save_activities({"Stairs": None}) is Changes.NONE
    reviews.save_activities({"Stairs": 4, "Shopping": 7, "Running": None})
    assert reviews.activities() == ("Stairs", "Shopping", "Running")
    (mean,) = coach.services.measurements.history("my-activities")
    assert mean.whole == 5.5
    with pytest.raises(ValueError, match="at most 5"):
        reviews.save_activities(dict.fromkeys("abcdef", 1))


def test_a_score_is_kept_with_its_day_and_side_and_checked() -> None:
    coach = FakeCoach().with_plan()
    reviews = coach.services.reviews
    reviews.save_score("cait", "total", 22, date(2026, 2, 27), Side.RIGHT)
    (kept,) = reviews.scores("cait", "total", Side.RIGHT)
    assert (kept.value, kept.entered.training_day) == (22, date(2026, 2, 27))
    assert reviews.scores("cait", "total", Side.LEFT) == ()
    with pytest.raises(ValueError, match="between 0 and 30"):
        reviews.save_score("cait", "total", 31, MONDAY, Side.RIGHT)
    with pytest.raises(ValueError, match="no score"):
        reviews.save_score("cait", "item-1", 1, MONDAY)


def _reviewed() -> FakeCoach:
    """A coach with one review of Monday, looked at on Wednesday."""
    coach = FakeCoach().with_plan()
    reviews = coach.services.reviews
    reviews.save({"rest-pain": 3, "giving-way": 2, "confidence": 5, "global-change": 1})
    reviews.save_activities({"Stairs": 4, "Running": None})
    coach.clock.advance(2 * DAY)
    return coach


def test_the_answers_of_a_day_are_one_review() -> None:
    coach = _reviewed()
    coach.services.reviews.save({"rest-pain": 1})
    first, second = coach.services.reviews.reviews()
    assert (first.day, second.day) == (MONDAY, date(2026, 3, 4))
    assert [answer.measure for answer in first.answers] == [
        "rest-pain",
        "giving-way",
        "confidence",
        "my-activities",
        "global-change",
    ]
    assert (first.is_weekly, first.is_two_weekly) == (True, True)
    assert (second.is_weekly, second.is_two_weekly) == (True, False)


def test_a_second_answer_of_a_day_takes_the_place_of_the_first_and_both_are_deleted() -> None:
    coach = FakeCoach().with_plan()
    coach.services.reviews.save({"rest-pain": 3})
    coach.clock.advance(60)
    coach.services.reviews.save({"rest-pain": 4})
    (review,) = coach.services.reviews.reviews()
    assert review.value("rest-pain") == 4
    assert len(review.older) == 1
    coach.services.reviews.delete(review)
    assert coach.services.measurements.history() == ()


def test_a_corrected_review_keeps_its_day_and_changes_only_what_was_changed() -> None:
    coach = _reviewed()
    reviews = coach.services.reviews
    (review,) = reviews.reviews()
    answers = {"rest-pain": 3.0, "giving-way": 0.0, "confidence": None, "limp": 1.0, "global-change": 1.0}
    changes = reviews.correct(review, answers, {"Stairs": 4, "Running": 8})
    assert changes == Changes.MEASUREMENTS | Changes.DECISIONS
    (corrected,) = reviews.reviews()
    assert corrected.day == MONDAY
    found = {answer.measure: answer.whole for answer in corrected.answers}
    assert found == {"rest-pain": 3, "giving-way": 0, "limp": 1, "my-activities": 6, "global-change": 1}
    assert corrected.activities is not None
    assert [item.value for item in corrected.activities.items] == [4, 8]


@row("3.2-corrected")
def test_a_correction_is_a_revised_decision_that_names_the_question(row_id: str) -> None:
    coach = _reviewed()
    (review,) = coach.services.reviews.reviews()
    coach.services.reviews.correct(review, {"giving-way": 0.0, "limp": 1.0, "confidence": None}, {})
    told = [d for d in coach.services.coach.decisions() if d.rule == "3.2-corrected"]
    assert {d.outcome for d in told} == {Outcome.REVISED}
    assert {d.day for d in told} == {date(2026, 3, 4)}
    assert {reason(d, PLAIN_WORDS) for d in told} == {
        "An answer of a review was corrected: Giving way, 0 instead of 2.",
        "An answer was added to a review: Limp, 1.",
        "An answer of a review was taken back: Confidence in the ankle, it was 5.",
        "An answer of a review was taken back: My activities, it was 4.",
    }
    assert set(told) <= set(coach.services.coach.today_changes())


def test_a_corrected_answer_is_what_a_phase_is_judged_by() -> None:
    coach = FakeCoach().with_plan("p4")
    reviews = coach.services.reviews
    reviews.save({"confidence": 3})
    (review,) = reviews.reviews()
    before = coach.services.coach.measurements()
    reviews.correct(review, {"confidence": 9.0}, {})
    after = coach.services.coach.measurements()
    assert [m.whole for m in before if m.measure == "confidence"] == [3]
    assert [m.whole for m in after if m.measure == "confidence"] == [9]


def test_a_value_out_of_range_corrects_nothing() -> None:
    coach = _reviewed()
    (review,) = coach.services.reviews.reviews()
    with pytest.raises(ValueError, match="rest-pain"):
        coach.services.reviews.correct(review, {"rest-pain": 11.0}, {})
    assert coach.services.reviews.reviews() == (review,)


def test_a_deleted_review_is_gone_and_the_log_says_what_was_taken_back() -> None:
    coach = _reviewed()
    reviews = coach.services.reviews
    (review,) = reviews.reviews()
    reviews.delete(review)
    assert reviews.reviews() == ()
    assert reviews.activities() == ()
    assert reviews.due().weekly
    told = [d for d in coach.services.coach.decisions() if d.rule == "3.2-corrected"]
    assert len(told) == len(review.answers)


def test_a_score_is_corrected_and_deleted() -> None:
    coach = FakeCoach().with_plan()
    reviews = coach.services.reviews
    reviews.save_score("cait", "total", 22, date(2026, 2, 27), Side.RIGHT)
    (kept,) = reviews.every_score()
    reviews.replace_score(replace(kept, value=24))
    assert [score.value for score in reviews.scores("cait", "total", Side.RIGHT)] == [24]
    with pytest.raises(ValueError, match="between 0 and 30"):
        reviews.replace_score(replace(kept, value=31))
    assert reviews.delete_score(kept.id) is Changes.MEASUREMENTS
    assert reviews.every_score() == ()


def test_before_the_first_run_there_is_nothing_to_correct() -> None:
    reviews = FakeCoach().services.reviews
    assert (reviews.reviews(), reviews.every_score()) == ((), ())


def test_the_first_review_is_told_from_one_that_looks_back() -> None:
    story = Story()
    story.coach.with_plan("p3")
    reviews = story.services.reviews
    assert reviews.due().first
    reviews.save({measure.id: 0 for measure in reviews.weekly_questions()})
    assert not story.services.reviews.due().first
    story.coach.clock.advance(8 * 24 * 3600)
    assert story.services.reviews.due().weekly
    assert not story.services.reviews.due().first
