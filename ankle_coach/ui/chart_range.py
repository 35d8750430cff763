"""The stretch of days that all charts of the Journal show, and how it was chosen."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

RANGES = {"4": 28, "12": 84}
"""Days of the ranges to choose from; beside them there are everything and own days."""
EVERYTHING = "all"
CUSTOM = "custom"
FEWEST_DAYS = 7
"""Fewest days in view."""


class ChartRange(QObject):
    """One for all charts: what one of them is moved to, the others follow.

    Signals:
        changed: The days, or how they were chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with twelve weeks of nothing."""
        super().__init__(parent)
        self._choice = "12"
        self._limits: tuple[date, date] | None = None
        self._days: tuple[date, date] | None = None

    @property
    def choice(self) -> str:
        """The key of the range: weeks, everything, or own days."""
        return self._choice

    @property
    def limits(self) -> tuple[date, date] | None:
        """The first and the last day that charts can be moved to; None before they are known."""
        return self._limits

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day shown; None before the limits are known."""
        return self._days

    def set_limits(self, first: date, last: date) -> None:
        """Say how far the journal goes; own days stay as far as they lie within."""
        if self._limits == (first, last):
            return
        self._limits = first, last
        if self._choice == CUSTOM and self._days is not None:
            self._set(*self._days, CUSTOM)
        else:
            self.choose(self._choice)

    def choose(self, choice: str) -> None:
        """Show the last weeks, everything, or go on from the days shown."""
        if self._limits is None:
            self._choice = choice
            return
        first, last = self._days if choice == CUSTOM and self._days else self._limits
        if choice in RANGES:
            first = max(first, last - timedelta(days=RANGES[choice] - 1))
        self._set(first, last, choice)

    def show(self, first: date, last: date) -> None:
        """Show some days, as a chart was moved to or as a person typed; that makes them own days."""
        if (first, last) != self._days:
            self._set(first, last, CUSTOM)

    def _set(self, first: date, last: date, choice: str) -> None:
        if self._limits is not None:
            low, high = self._limits
            last = min(max(last, low + timedelta(days=FEWEST_DAYS - 1)), high)
            first = max(low, min(first, last - timedelta(days=FEWEST_DAYS - 1)))
        if ((first, last), choice) == (self._days, self._choice):
            return
        self._days, self._choice = (first, last), choice
        self.changed.emit()
