"""How often something is due, as it is read."""

from __future__ import annotations

import pytest

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    Slot,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.frequency_words import frequency_sentence, slot_word, weekday_word
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator

SENTENCES: list[tuple[Frequency, str]] = [
    (TimesPerDay(), "every day"),
    (TimesPerDay(least=2, most=2), "2 times a day"),
    (TimesPerDay(least=1, most=2), "1 to 2 times a day"),
    (TimesPerDay(slots=(Slot.MORNING,)), "every day, in the morning"),
    (
        TimesPerDay(least=1, most=3, slots=(Slot.ON_WAKING, Slot.MIDDAY, Slot.EVENING)),
        "1 to 3 times a day, on waking, at midday, in the evening",
    ),
    (EveryDays(days=1), "every day"),
    (EveryDays(days=2), "every other day"),
    (EveryDays(days=3), "every 3 days"),
    (OnWeekdays(days=(Weekday.FRIDAY, Weekday.MONDAY, Weekday.WEDNESDAY)), "Monday, Wednesday, Friday"),
    (OnWeekdays(days=(Weekday.SUNDAY,)), "Sunday"),
    (OnWeekdays(days=tuple(Weekday)), "every day"),
    (PerWeek(least=1, most=1), "1 day a week"),
    (PerWeek(least=3, most=3), "3 days a week"),
    (PerWeek(least=3, most=7), "3 to 7 days a week"),
    (PerWeek(least=7, most=7), "every day"),
    (PerWeek(least=2, most=3, apart=2), "2 to 3 days a week, never two days in a row"),
    (PerWeek(least=2, most=2, apart=3), "2 days a week, at least 3 days from one to the next"),
    (PerWeek(least=1, most=1, apart=2), "1 day a week"),
    (AroundRuns(before=True), "before every run"),
    (AroundRuns(after=True), "after every run"),
    (AroundRuns(before=True, after=True), "before and after every run"),
    (AsNeeded(), "when you need it, at most once a day"),
    (AsNeeded(most_per_day=4), "when you need it, up to 4 times a day"),
]


@pytest.mark.parametrize(("frequency", "sentence"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_a_frequency_is_read_as_one_sentence(frequency: Frequency, sentence: str) -> None:
    assert frequency_sentence(frequency, PLAIN_WORDS) == sentence


@pytest.mark.parametrize("frequency", [frequency for frequency, _ in SENTENCES], ids=lambda f: str(f)[:60])
def test_no_word_is_left_untranslated(frequency: Frequency) -> None:
    """The pseudo-language puts brackets round every message; what stands outside them was never asked for."""
    depth, outside = 0, ""
    for character in frequency_sentence(frequency, translator("qps")):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0 and character != "]":
            outside += character
    assert not any(character.isalpha() for character in outside), outside


def test_every_weekday_and_time_of_day_has_its_own_word() -> None:
    assert len({weekday_word(day, PLAIN_WORDS) for day in Weekday}) == 7
    assert len({slot_word(slot, PLAIN_WORDS) for slot in Slot}) == len(Slot)
