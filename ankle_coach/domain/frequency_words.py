"""How often something is due, in the reader's words, for cards, plan, paper and files alike."""

from __future__ import annotations

from ankle_coach.domain.frequency import (
    AroundRuns,
    AsNeeded,
    EveryDays,
    Frequency,
    OnWeekdays,
    PerWeek,
    Slot,
    TimesPerDay,
    Weekday,
)
from ankle_coach.domain.words import Words

_WEEK = 7


def frequency_sentence(frequency: Frequency, words: Words) -> str:
    """Return how often something is due, for example "1 to 2 times a day" or "before every run".

    The words begin in lower case, except names of weekdays, so that they can follow a dose.

    Args:
        frequency: How often.
        words: The translator of the reader's language.
    """
    match frequency:
        case TimesPerDay():
            return _times_per_day(frequency, words)
        case EveryDays(days=days):
            return _every_days(days, words)
        case OnWeekdays(days=days):
            return _weekdays(days, words)
        case PerWeek():
            return _per_week(frequency, words)
        case AroundRuns():
            return _around_runs(frequency, words)
        case AsNeeded(most_per_day=most):
            message = words.ngettext(
                "when you need it, at most once a day", "when you need it, up to {n} times a day", most
            )
            return message.format(n=most)


def weekday_word(day: Weekday, words: Words) -> str:
    """Return the name of a day of the week."""
    return {
        Weekday.MONDAY: words.pgettext("weekday", "Monday"),
        Weekday.TUESDAY: words.pgettext("weekday", "Tuesday"),
        Weekday.WEDNESDAY: words.pgettext("weekday", "Wednesday"),
        Weekday.THURSDAY: words.pgettext("weekday", "Thursday"),
        Weekday.FRIDAY: words.pgettext("weekday", "Friday"),
        Weekday.SATURDAY: words.pgettext("weekday", "Saturday"),
        Weekday.SUNDAY: words.pgettext("weekday", "Sunday"),
    }[day]


def slot_word(slot: Slot, words: Words) -> str:
    """Return the word of a time of the day, as it stands in a list after a comma."""
    return {
        Slot.ON_WAKING: words.pgettext("time of day", "on waking"),
        Slot.MORNING: words.pgettext("time of day", "in the morning"),
        Slot.MIDDAY: words.pgettext("time of day", "at midday"),
        Slot.EVENING: words.pgettext("time of day", "in the evening"),
        Slot.BEFORE_RUN: words.pgettext("time of day", "before a run"),
        Slot.AFTER_RUN: words.pgettext("time of day", "after a run"),
    }[slot]


def _times_per_day(frequency: TimesPerDay, words: Words) -> str:
    least, most = frequency.least, frequency.most
    if most == 1:
        sentence = words.pgettext("frequency", "every day")
    elif least == most:
        sentence = words.ngettext("{n} time a day", "{n} times a day", most).format(n=most)
    else:
        message = words.pgettext("frequency", "{least} to {most} times a day")
        sentence = message.format(least=least, most=most)
    separator = words.pgettext("list", ", ")
    return separator.join((sentence, *(slot_word(slot, words) for slot in frequency.slots)))


def _every_days(days: int, words: Words) -> str:
    if days == 1:
        return words.pgettext("frequency", "every day")
    if days == 2:
        return words.pgettext("frequency", "every other day")
    return words.ngettext("every {n} day", "every {n} days", days).format(n=days)


def _weekdays(days: tuple[Weekday, ...], words: Words) -> str:
    if len(days) == _WEEK:
        return words.pgettext("frequency", "every day")
    return words.pgettext("list", ", ").join(weekday_word(day, words) for day in sorted(days))


def _per_week(frequency: PerWeek, words: Words) -> str:
    least, most = frequency.least, frequency.most
    if least == _WEEK:
        return words.pgettext("frequency", "every day")
    if least == most:
        sentence = words.ngettext("{n} day a week", "{n} days a week", most).format(n=most)
    else:
        message = words.pgettext("frequency", "{least} to {most} days a week")
        sentence = message.format(least=least, most=most)
    if frequency.apart < 2 or most == 1:
        return sentence
    if frequency.apart == 2:
        message = words.pgettext("frequency", "{often}, never two days in a row")
    else:
        message = words.pgettext("frequency", "{often}, at least {days} days from one to the next")
    return message.format(often=sentence, days=frequency.apart)


def _around_runs(frequency: AroundRuns, words: Words) -> str:
    if frequency.before and frequency.after:
        return words.pgettext("frequency", "before and after every run")
    if frequency.before:
        return words.pgettext("frequency", "before every run")
    return words.pgettext("frequency", "after every run")
