"""Dates on paper, in the words of the sheet's language."""

from __future__ import annotations

from datetime import date

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


def full_date(day: date, words: Words) -> str:
    """Return a day with its year ("March 10, 2026"): paper outlives the year."""
    pattern = words.pgettext("date with year", "{month} {day}, {year}")
    return pattern.format(month=month_name(day.month, words), day=day.day, year=day.year)


def short_date(day: date, words: Words) -> str:
    """Return a day shortly ("Mar 10")."""
    pattern = words.pgettext("short date", "{month} {day}")
    return pattern.format(month=month_name(day.month, words)[:3], day=day.day)
