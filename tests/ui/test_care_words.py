"""What is said of ice that has to wait."""

from __future__ import annotations

from datetime import UTC, datetime

from ankle_coach.domain.ice_rules import IceDecision, IceReason
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.care_words import refusal
from tests.helpers.builders import MONDAY
from tests.helpers.coach import RULES


def test_the_day_of_the_next_ice_is_the_calendars_and_not_the_training_day() -> None:
    next_at = Moment(datetime(2026, 3, 3, 9, 0, tzinfo=UTC), -300, MONDAY)
    decision = IceDecision(allowed=False, reason=IceReason.ENOUGH_TODAY, not_before=next_at.at)
    sentence = refusal(decision, RULES.ice, next_at, PLAIN_WORDS)

    assert "possible on Tuesday at 4:00 AM" in sentence
