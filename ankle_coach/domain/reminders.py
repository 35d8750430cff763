"""Which reminders are due at a moment, and when to look next: pure, the moment and the place are arguments.

Nothing is reminded of that is done, locked or put off, in the quiet hours, or twice on a training day. All
times are app rules; a person chooses others in Settings.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from ankle_coach.domain.reminder_times import NOON, ReminderKind, ReminderTimes
from ankle_coach.domain.training_day import training_day
from ankle_coach.domain.words import Words

OffsetAt = Callable[[datetime], timedelta]
"""Gives local time minus UTC at an instant, so that the hour that summer time takes or gives is known."""


class Needs(Struct, frozen=True, kw_only=True):
    """What is still open on a training day.

    Attributes:
        day: The training day.
        check_in: Whether the morning check-in is.
        sessions: Names of the planned sessions that are: neither done nor begun, put off or locked.
    """

    day: date
    check_in: bool = False
    sessions: tuple[str, ...] = ()

    def has(self, kind: ReminderKind) -> bool:
        """Say whether there is something to remind of."""
        return self.check_in if kind is ReminderKind.CHECK_IN else bool(self.sessions)


class Reminder(Struct, frozen=True, kw_only=True):
    """A reminder that is due.

    Attributes:
        kind: What it is of.
        day: The training day.
        sessions: Names of the open sessions; empty for the check-in.
    """

    kind: ReminderKind
    day: date
    sessions: tuple[str, ...] = ()


Told = Collection[tuple[ReminderKind, date]]
"""What was reminded of, by training day."""


def time_of(kind: ReminderKind, day: date, times: ReminderTimes) -> datetime | None:
    """Return the local time at which a training day's reminder comes, without a time zone; None for never.

    A time in the quiet hours waits for their end. Where that is on the next training day, or for the check-in
    not before noon, there is none.
    """
    at = times.of(kind)
    if at is None:
        return None
    if kind is ReminderKind.CHECK_IN:
        at = max(at, times.day_starts_at)
    local = datetime.combine(day if at >= times.day_starts_at else day + timedelta(days=1), at)
    if times.is_quiet(at):
        local = _next(times.quiet_until, local)
    if local >= _end(kind, day, times):
        return None
    return local


def due(
    moment: datetime, times: ReminderTimes, needs: Needs, told: Told, offset_at: OffsetAt
) -> tuple[Reminder, ...]:
    """Return the reminders that are due at a moment.

    Args:
        moment: The instant, with a time zone.
        times: When the person wants to be reminded.
        needs: What is open on the running training day.
        told: What was reminded of already.
        offset_at: Local time minus UTC at an instant.
    """
    local = _local(moment, offset_at)
    if times.is_quiet(local.time()) or needs.day != _day(moment, times, offset_at):
        return ()
    return tuple(
        Reminder(
            kind=kind,
            day=needs.day,
            sessions=needs.sessions if kind is ReminderKind.SESSIONS else (),
        )
        for kind in _open(needs, told)
        if (at := time_of(kind, needs.day, times)) is not None and at <= local < _end(kind, needs.day, times)
    )


def next_moment(
    moment: datetime, times: ReminderTimes, needs: Needs, told: Told, offset_at: OffsetAt
) -> datetime | None:
    """Return the next instant at which something may be due; None where nothing ever is.

    What will be open tomorrow is not known yet, so that its first time is one of them.

    Args:
        moment: The instant, with a time zone.
        times: When the person wants to be reminded.
        needs: What is open on the running training day.
        told: What was reminded of already.
        offset_at: Local time minus UTC at an instant.
    """
    local = _local(moment, offset_at)
    tomorrow = needs.day + timedelta(days=1)
    wanted = [(kind, needs.day) for kind in _open(needs, told)] + [(kind, tomorrow) for kind in ReminderKind]
    instants = []
    for kind, day in wanted:
        at = time_of(kind, day, times)
        if at is None:
            continue
        if at <= local and times.is_quiet(local.time()):
            at = _next(times.quiet_until, local)
        if at < _end(kind, day, times) and (instant := _instant(at, offset_at)) > moment:
            instants.append(instant)
    return min(instants, default=None)


def reminder_words(reminder: Reminder, words: Words) -> tuple[str, str]:
    """Return title and sentence of a reminder."""
    if reminder.kind is ReminderKind.CHECK_IN:
        return words.gettext("Morning check-in"), words.gettext("How does the ankle feel? Under 30 seconds.")
    count = len(reminder.sessions)
    message = words.ngettext("Still to do today: {sessions}.", "Still to do today: {sessions}.", count)
    title = words.ngettext("Today's session", "Today's sessions", count)
    return title, message.format(sessions=", ".join(reminder.sessions))


def _open(needs: Needs, told: Told) -> list[ReminderKind]:
    return [kind for kind in ReminderKind if needs.has(kind) and (kind, needs.day) not in told]


def _end(kind: ReminderKind, day: date, times: ReminderTimes) -> datetime:
    """Return the local time from which a training day's reminder comes too late."""
    if kind is ReminderKind.CHECK_IN:
        return datetime.combine(day, NOON)
    return datetime.combine(day + timedelta(days=1), times.day_starts_at)


def _next(clock: time, after: datetime) -> datetime:
    """Return when a local time comes next."""
    today = datetime.combine(after.date(), clock)
    return today if today > after else today + timedelta(days=1)


def _day(moment: datetime, times: ReminderTimes, offset_at: OffsetAt) -> date:
    return training_day(moment, offset_at(moment), times.day_starts_at)


def _local(moment: datetime, offset_at: OffsetAt) -> datetime:
    return (moment.astimezone(UTC) + offset_at(moment)).replace(tzinfo=None)


def _instant(local: datetime, offset_at: OffsetAt) -> datetime:
    """Return the first instant at which the local clocks show a time, or have gone past it.

    In the night on which summer time ends there are two of them; on the one on which it begins a time may be
    left out, and the first one after it counts.
    """
    as_utc = local.replace(tzinfo=UTC)
    offsets = {offset_at(as_utc + timedelta(hours=hours)) for hours in (-26, -14, 0, 14, 26)}
    reached = [at for at in (as_utc - offset for offset in offsets) if _local(at, offset_at) >= local]
    return min(reached, default=as_utc - offset_at(as_utc))
