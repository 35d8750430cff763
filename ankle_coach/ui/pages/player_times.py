"""Times as the player shows them: a second that has begun counts whole, so that a countdown ends at 1."""

from __future__ import annotations

import math

from ankle_coach.domain.words import Words


def seconds_up(seconds: float) -> int:
    """Return the seconds left, the running one included."""
    return max(0, math.ceil(seconds - 1e-6))


def clock_text(seconds: float) -> str:
    """Return a time left as minutes and seconds, or hours as well ("1:30", "1:02:00")."""
    whole = seconds_up(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


def time_left_text(seconds: float, open_steps: int, words: Words) -> str:
    """Return how long a session still takes.

    Args:
        seconds: Sum of the timed steps left.
        open_steps: Steps left that end only when the person says so.
        words: The translator.
    """
    if not open_steps:
        return words.pgettext("player", "{time} left").format(time=clock_text(seconds))
    if seconds < 1:
        return words.gettext("at your own pace")
    return words.pgettext("player", "{time} left and your own pace").format(time=clock_text(seconds))
