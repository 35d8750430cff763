"""The line on the card of ice, a raised leg or a wrap: how often today, and when again."""

from __future__ import annotations

from ankle_coach.domain.date_words import local_time
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import CareState


def care_line(state: CareState, words: Words) -> str:
    """Return how often it was used today and when it is possible again; empty for nothing to say."""
    gettext, parts = words.gettext, []
    if state.on_now:
        parts.append(gettext("On now"))
    elif state.next_at is not None:
        parts.append(gettext("Next one possible at {time}").format(time=local_time(state.next_at, words)))
    if state.used and state.most > 1:
        parts.append(gettext("{used} of {most} today").format(used=state.used, most=state.most))
    return " · ".join(parts)
