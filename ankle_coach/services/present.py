"""The present, as the records store it: instant, offset and training day."""

from __future__ import annotations

from datetime import date

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.training_day import training_day
from ankle_coach.services.ports import Clock, SettingsStore


def present_moment(clock: Clock, settings: SettingsStore) -> Moment:
    """Return the present moment with the training day that it belongs to."""
    now, offset = clock.now(), clock.offset()
    day = training_day(now, offset, settings.current().day_starts_at)
    return Moment(now, round(offset.total_seconds() / 60), day)


def present_day(clock: Clock, settings: SettingsStore) -> date:
    """Return the running training day."""
    return present_moment(clock, settings).training_day
