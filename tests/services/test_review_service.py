"""Reviews: what is due, what is kept and what is left out, and scores without any item text."""

from __future__ import annotations

from datetime import date

import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY
from tests.helpers.coach import FakeCoach

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
