"""Dates and times in the reader's language, through Qt's locale."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.words import Words


def locale_of(words: Words) -> QLocale:
    """Return the locale of a translator's language; English as the United States write it."""
    language = getattr(words, "language", "en")
    if language in ("en", "qps"):
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return QLocale(language)


def long_date(day: date, words: Words) -> str:
    """Return a day with its weekday, without the year ("Tuesday, March 10")."""
    pattern = words.pgettext("date pattern", "dddd, MMMM d")
    return locale_of(words).toString(QDate(day.year, day.month, day.day), pattern)


def short_date(day: date, words: Words) -> str:
    """Return a day shortly ("Mar 10")."""
    pattern = words.pgettext("date pattern", "MMM d")
    return locale_of(words).toString(QDate(day.year, day.month, day.day), pattern)


def weekday_name(day: date, words: Words) -> str:
    """Return the weekday of a day ("Tuesday")."""
    return locale_of(words).standaloneDayName(day.isoweekday())


def local_time(moment: Moment, words: Words) -> str:
    """Return the local time of a moment as it was there and then ("2:52 PM")."""
    local: datetime = moment.at + timedelta(minutes=moment.offset_minutes)
    clock = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
    return locale_of(words).toString(clock.time(), QLocale.FormatType.ShortFormat)


_NUMBER_AND_UNIT = re.compile(r"(\d) (?=(?:s|min|m|kg|%)\b|%)")


def keep_units(text: str) -> str:
    """Return a text whose units never stand alone at the start of a line."""
    return _NUMBER_AND_UNIT.sub("\\1\u00a0", text)
