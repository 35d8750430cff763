"""The story that the sample data tells: a sore ankle that improves in eight weeks, with one flare.

It is made up: no person's data, and no promise of how an ankle gets better.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

DAYS = 56
"""Days that the story tells; the last one is yesterday: a day off with a check-in, so that the day before it
is judged and Today tells what it changed."""
STRENGTH_FROM = 10
"""The day, from 0, on which strength follows mobility."""
EARLIEST_FLARE = 27
"""The flare falls on the first day from here on that is not a Sunday: in week 4 or 5."""
QUIET_DAYS = 8
"""Days after the flare without a run."""
AWAY = range(37, 40)
"""A long weekend without exercises and check-ins."""
STEADY_FROM = 44
"""The day from which nothing comes between any more, up to the day off at the end."""
LEAVES_FROM = DAYS - 3
"""The day from which the first question about pain is left without an answer, so that something holds."""
FLARE_DURING, FLARE_AFTER, FLARE_MORNING = 6, 5, 5
"""Pain during the flare's session, after it and on the next morning."""
FLARE_BUMP = 3.6
"""Soreness that the flare adds on its day; before its session there was no sign of it yet."""

_SESSION_NOTES: Sequence[tuple[int, str]] = (
    (0, "First go. The circles crunch a little on the right side."),
    (3, "Did it while the coffee was brewing."),
    (6, "Felt fine on the stairs today."),
    (10, "First time with the band. Wobbly, but all right."),
    (15, "Tired legs after work, the last sets were slow."),
    (20, "Easier than last week, even the last set."),
    (32, "Careful again after the bad day. No trouble."),
    (38, "The right foot still wobbles more than the left."),
    (40, "Back from the long weekend, lots of walking, ankle quiet."),
    (50, "Could have gone on for another set."),
    (54, "Hardly noticed the ankle today."),
)
_FLARE_NOTE = "Ran 9 km on the trail yesterday instead of 6. It hurt from the second set on, so I stopped."
_MORNING_NOTES: Sequence[tuple[int, str]] = (
    (0, "Needs a few minutes to get going."),
    (8, "Slept well, first steps much better."),
    (25, "Forgot about it until this question."),
    (48, "Nothing but a little stiffness."),
)
_FLARE_MORNING_NOTE = "Limped to the bathroom. Day off."


class StoryDay(Struct, frozen=True, kw_only=True):
    """What one day of the story was like.

    Attributes:
        number: Number of the day, from 0.
        day: The training day.
        pain: How sore the ankle was, 0 to 10, before it is rounded to an answer.
        exercises: Whether the day's sessions were done.
        runs: Whether there was a run.
        flares: Whether it was the day of the flare.
        after_flare: Days since the flare; 0 on its day, -1 before.
        checks_in: Whether the morning's questions were answered.
        session_note: Words for the first session; empty for none.
        morning_note: Words for the check-in; empty for none.
    """

    number: int
    day: date
    pain: float
    exercises: bool
    runs: bool
    flares: bool
    after_flare: int
    checks_in: bool
    session_note: str = ""
    morning_note: str = ""


def story(today: date, chance: random.Random) -> tuple[StoryDay, ...]:
    """Return the eight weeks before a day.

    Args:
        today: The day after the last one of the story.
        chance: Source of the small accidents; the same seed tells the same story.
    """
    first = today - timedelta(days=DAYS)
    flare = next(n for n in range(EARLIEST_FLARE, DAYS) if (first + timedelta(days=n)).weekday() != 6)
    days = []
    sessions, mornings = list(_SESSION_NOTES), list(_MORNING_NOTES)
    for number in range(DAYS):
        day = _day(number, first + timedelta(days=number), flare, chance)
        session_note = _FLARE_NOTE if day.flares else _due(sessions, number) if day.exercises else ""
        morning_note = ""
        if day.checks_in:
            morning_note = _FLARE_MORNING_NOTE if day.after_flare == 1 else _due(mornings, number)
        days.append(replace(day, session_note=session_note, morning_note=morning_note))
    return tuple(days)


def _day(number: int, day: date, flare: int, chance: random.Random) -> StoryDay:
    after = number - flare if number >= flare else -1
    last = number == DAYS - 1
    rests = number in AWAY or after in (1, 2) or last
    steady = number >= STEADY_FROM
    slips = chance.random() < 0.08 and number not in (0, STRENGTH_FROM) and after != 0 and not steady
    forgets = chance.random() < 0.14 and after not in (0, 1, 2) and not steady
    runs_today = chance.random() < 0.9 and day.weekday() in ((1, 5) if number < 35 else (1, 3, 5))
    quiet = number < 5 or 0 <= after <= QUIET_DAYS
    return StoryDay(
        number=number,
        day=day,
        pain=_soreness(number, after, chance),
        exercises=not (rests or slips),
        runs=runs_today and not (rests or slips or quiet),
        flares=after == 0,
        after_flare=after,
        checks_in=number not in AWAY and not forgets,
    )


def _soreness(number: int, after_flare: int, chance: random.Random) -> float:
    """About 5 on the first day and below 1 on the last, with a bump that fades within ten days."""
    fading = 4.4 * math.exp(-number / 18) + 0.6
    bump = FLARE_BUMP * math.exp(-after_flare / 3.5) if after_flare >= 0 else 0.0
    noise = chance.uniform(-0.5, 0.5)
    return fading + bump + (noise if number < DAYS - 1 else -0.6)


def _due(notes: list[tuple[int, str]], number: int) -> str:
    """Take the next note whose day has come; a day that was missed hands its note on."""
    return notes.pop(0)[1] if notes and notes[0][0] <= number else ""
