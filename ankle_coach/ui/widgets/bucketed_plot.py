"""A chart over days whose marks become weeks or months where a day would be too narrow to see."""

from __future__ import annotations

from datetime import date

from ankle_coach.domain.date_words import long_date, month_and_year
from ankle_coach.domain.pain_history import Bucket
from ankle_coach.ui.widgets.day_plot import DayPlot

MOST_DAYS = 200
"""Days in view up to which each day has its own mark."""
MOST_WEEKS = 200
"""Weeks in view up to which each week has its own mark."""


class BucketedPlot(DayPlot):
    """The base of charts with a mark a day."""

    _bucket = Bucket.DAY

    @property
    def bucket(self) -> Bucket:
        """What one mark stands for at present."""
        return self._bucket

    def _choose_bucket(self) -> None:
        """Take days, weeks or months, so that the marks in view can be told apart and drawn at once."""
        first, last = self.visible_days()
        days = (last - first).days + 1
        bucket = Bucket.DAY
        if days > MOST_DAYS:
            bucket = Bucket.WEEK if days <= 7 * MOST_WEEKS else Bucket.MONTH
        if bucket is not self._bucket:
            self.read(None)
        self._bucket = bucket

    def _when(self, mark: date) -> str:
        """Return a day, a week or a month in words."""
        if self._bucket is Bucket.DAY:
            return long_date(mark, self._words)
        if self._bucket is Bucket.WEEK:
            return self._words.gettext("Week of {day}").format(day=long_date(mark, self._words))
        return month_and_year(mark, self._words)

    def _mark_at(self, day: date) -> date | None:
        if self._limits is None or not self._limits[0] <= day <= self._limits[1]:
            return None
        return self._bucket.start(day)

    def _mark_end(self, mark: date) -> date:
        return self._bucket.end(mark)

    def _middle(self, mark: date) -> float:
        """Return the place of the middle of a mark's column."""
        return (mark.toordinal() + self._bucket.end(mark).toordinal() + 1) / 2
