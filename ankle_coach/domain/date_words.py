"""Dates and times in the reader's words: names and order come from the catalog, as for every other text."""

from __future__ import annotations

from datetime import date, time, timedelta

from ankle_coach.domain.frequency import Weekday
from ankle_coach.domain.frequency_words import weekday_word
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.words import Words


def month_name(month: int, words: Words) -> str:
    """Return the name of a month, 1 to 12."""
    return (
        words.pgettext("month", "January"),
        words.pgettext("month", "February"),
        words.pgettext("month", "March"),
        words.pgettext("month", "April"),
        words.pgettext("month", "May"),
        words.pgettext("month", "June"),
        words.pgettext("month", "July"),
        words.pgettext("month", "August"),
        words.pgettext("month", "September"),
        words.pgettext("month", "October"),
        words.pgettext("month", "November"),
        words.pgettext("month", "December"),
    )[month - 1]


def long_date(day: date, words: Words) -> str:
    """Return a day with its weekday, without the year ("Tuesday, March 10")."""
    pattern = words.pgettext("date", "{weekday}, {month} {day}")
    return pattern.format(weekday=weekday_name(day, words), month=month_name(day.month, words), day=day.day)


def full_date(day: date, words: Words) -> str:
    """Return a day with its year ("March 10, 2026"): paper outlives the year."""
    pattern = words.pgettext("date with year", "{month} {day}, {year}")
    return pattern.format(month=month_name(day.month, words), day=day.day, year=day.year)


def short_date(day: date, words: Words) -> str:
    """Return a day shortly ("Mar 10")."""
    pattern = words.pgettext("short date", "{month} {day}")
    return pattern.format(month=short_month(day.month, words), day=day.day)


def short_month(month: int, words: Words) -> str:
    """Return the short name of a month, 1 to 12 ("Mar")."""
    return month_name(month, words)[:3]


def short_weekday(day: date, words: Words) -> str:
    """Return the short name of a weekday ("Tue")."""
    return weekday_name(day, words)[:3]


def month_and_year(day: date, words: Words) -> str:
    """Return the month of a day with its year ("March 2026")."""
    pattern = words.pgettext("month and year", "{month} {year}")
    return pattern.format(month=month_name(day.month, words), year=day.year)


def date_span(first: date, last: date, words: Words) -> str:
    """Return a stretch of days with its years ("January 5 to March 1, 2026")."""
    begin = full_date(first, words)
    if first.year == last.year:
        pattern = words.pgettext("date without year", "{month} {day}")
        begin = pattern.format(month=month_name(first.month, words), day=first.day)
    span = words.pgettext("stretch of days", "{first} to {last}")
    return span.format(first=begin, last=full_date(last, words))


def weekday_name(day: date, words: Words) -> str:
    """Return the weekday of a day ("Tuesday")."""
    return weekday_word(Weekday(day.weekday()), words)


def local_time(moment: Moment, words: Words) -> str:
    """Return the local time of a moment as it was there and then ("2:52 PM")."""
    return clock_time((moment.at + timedelta(minutes=moment.offset_minutes)).time(), words)


def local_day(moment: Moment) -> date:
    """Return the day of the calendar of a moment, as it was there and then; not its training day."""
    return (moment.at + timedelta(minutes=moment.offset_minutes)).date()


def clock_time(clock: time, words: Words) -> str:
    """Return a time of the day ("2:52 PM")."""
    noon = 12
    half = words.pgettext("time", "AM") if clock.hour < noon else words.pgettext("time", "PM")
    # A language with 24 hours leaves out {half} and says {hour24}.
    pattern = words.pgettext("time", "{hour}:{minute} {half}")
    return pattern.format(
        hour=clock.hour % noon or noon, hour24=clock.hour, minute=f"{clock.minute:02d}", half=half
    )
