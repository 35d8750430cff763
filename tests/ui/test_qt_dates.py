"""Days go to date fields and come back as they were."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate

from ankle_coach.ui.qt_dates import day_of, qt_date


@pytest.mark.parametrize("day", [date(2026, 3, 9), date(2028, 2, 29), date(1900, 1, 1), date(9999, 12, 31)])
def test_a_day_comes_back(day: date) -> None:
    assert qt_date(day).toString("yyyy-MM-dd") == day.isoformat()
    assert day_of(qt_date(day)) == day


def test_no_date_is_no_day() -> None:
    with pytest.raises(ValueError, match="year"):
        day_of(QDate())
