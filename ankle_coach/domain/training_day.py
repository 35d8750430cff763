"""Training days, which turn over at a chosen hour and not at midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

DAY_STARTS_AT = time(4)
"""When a training day turns over unless the person chose another time."""


def training_day(moment: datetime, offset: timedelta, day_starts_at: time = DAY_STARTS_AT) -> date:
    """Return the training day that a moment belongs to.

    Args:
        moment: The instant, with a time zone.
        offset: Local time minus UTC there and then.
        day_starts_at: Local time at which the training day turns over.

    Raises:
        ValueError: If the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a training day needs a moment with a time zone")
    local = (moment.astimezone(UTC) + offset).replace(tzinfo=None)
    start = timedelta(hours=day_starts_at.hour, minutes=day_starts_at.minute, seconds=day_starts_at.second)
    return (local - start).date()
