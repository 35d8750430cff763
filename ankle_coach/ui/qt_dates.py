"""Days as Qt's date fields take and give them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate


def qt_date(day: date) -> QDate:
    """Return a day for a date field."""
    return QDate(day.year, day.month, day.day)


def day_of(chosen: QDate) -> date:
    """Return the day of a date field.

    Raises:
        ValueError: It is none, or one that Python does not know.
    """
    return date(chosen.year(), chosen.month(), chosen.day())
