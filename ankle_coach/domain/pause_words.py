"""Pauses of the plan in the reader's words."""

from __future__ import annotations

from datetime import date

from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.domain.words import Words


def pause_kind_word(kind: PauseKind, words: Words) -> str:
    """Return why a plan pauses."""
    return {
        PauseKind.TRAVEL: words.gettext("Holiday or travel"),
        PauseKind.ILLNESS: words.gettext("Illness"),
        PauseKind.FEVER: words.gettext("Fever"),
    }[kind]


def pause_line(pause: Pause, today: date, words: Words) -> str:
    """Return why and when a plan pauses ("Holiday or travel from Friday, March 13 to Sunday, March 22").

    Args:
        pause: The pause, over, going on or to come.
        today: The running training day.
        words: The reader's language.
    """
    return _pattern(pause, today, words).format(
        why=pause_kind_word(pause.kind, words),
        first=long_date(pause.from_day, words),
        last="" if pause.until_day is None else long_date(pause.until_day, words),
        back="" if pause.back_on is None else long_date(pause.back_on, words),
    )


def _pattern(pause: Pause, today: date, words: Words) -> str:
    if pause.from_day > today:
        if pause.until_day is None:
            return words.gettext("{why} from {first} on")
        if pause.until_day == pause.from_day:
            return words.gettext("{why} on {first}")
        return words.gettext("{why} from {first} to {last}")
    if pause.until_day is None:
        began = pause.from_day < today
        return words.gettext("{why} since {first}") if began else words.gettext("{why} since today")
    if pause.until_day < today:
        return words.gettext("{why} until {last}; training goes on on {back}")
    return (
        words.gettext("{why} until {last}") if pause.until_day > today else words.gettext("{why} until today")
    )
