"""Warnings of a plan as sentences, in the reader's words."""

from __future__ import annotations

from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.frequency import Weekday
from ankle_coach.domain.frequency_words import weekday_word
from ankle_coach.domain.plan_warning import Pillar, PlanWarning, WarningKind
from ankle_coach.domain.words import Words


def warning_sentence(warning: PlanWarning, words: Words) -> str:
    """Return a warning as one sentence, without the name of its exercise or group."""
    match warning.kind:
        case WarningKind.EXCLUDED:
            message = words.gettext("Excluded in this phase of the program. {why}")
            return message.format(why=words.pgettext("barred", warning.text))
        case WarningKind.BELOW_NEUTRAL:
            return words.gettext(
                "The heel goes below the forefoot, which this program excludes; choose a level on the floor."
            )
        case WarningKind.CEILING:
            message = words.gettext("The pain ceiling of {pain} is above the program's {limit}.")
            return message.format(pain=warning.number, limit=warning.limit)
        case WarningKind.CONDITION:
            message = words.gettext("This level asks for something first: {condition}.")
            return message.format(condition=words.pgettext("condition", warning.text).rstrip("."))
        case WarningKind.EQUIPMENT:
            things = [equipment_word(thing, words) for thing in warning.things]
            message = words.gettext("Not at hand: {equipment}.")
            return message.format(equipment=words.pgettext("list", ", ").join(things))
        case WarningKind.UNKNOWN:
            return words.gettext("This exercise or level is not in the library any more.")
        case _:
            return _of_days_or_whole(warning, words)


def _of_days_or_whole(warning: PlanWarning, words: Words) -> str:
    days = weekday_list(warning.weekdays, words)
    match warning.kind:
        case WarningKind.MINUTES:
            message = words.gettext(
                "{minutes} minutes on the longest day ({days}); more than {limit} are rarely kept up."
            )
            return message.format(minutes=warning.number, days=days, limit=warning.limit)
        case WarningKind.CORE_CAP:
            return _core_cap(warning, words).format(
                n=warning.number, days=days, limit=warning.limit, own=warning.usual
            )
        case WarningKind.HARD_APART:
            message = words.gettext("Hard loads closer than 48 hours ({days}).")
            return message.format(days=days)
        case WarningKind.NO_FREE_DAY:
            return words.gettext("No day of the week is without loaded work; from phase 3 on one should be.")
        case _:
            return {
                Pillar.STRENGTH: words.gettext("Nothing in the plan builds strength."),
                Pillar.FLEXIBILITY: words.gettext("Nothing in the plan keeps the ankle mobile."),
                Pillar.BALANCE: words.gettext("Nothing in the plan trains balance."),
            }[warning.pillar or Pillar.BALANCE]


def _core_cap(warning: PlanWarning, words: Words) -> str:
    """Return the pattern for too many core exercises: the program's own, more than its own, or the plan's."""
    if not warning.usual:
        return words.gettext(
            "{n} core exercises on one day ({days}); up to {limit} are kept up better. "
            "Spread them over A and B days."
        )
    if warning.number > warning.usual:
        return words.gettext(
            "{n} core exercises on one day ({days}); the program itself has {own}, and up to {limit} are "
            "kept up better."
        )
    if warning.is_published:
        return words.gettext(
            "{n} core exercises on one day ({days}), as the published program has it; up to {limit} are "
            "kept up better."
        )
    return words.gettext(
        "{n} core exercises on one day ({days}), as the program has it; up to {limit} are kept up better."
    )


def weekday_list(weekdays: tuple[int, ...], words: Words) -> str:
    """Return weekdays (0 is Monday) as a list; every day as such."""
    if len(weekdays) == len(Weekday):
        return words.pgettext("frequency", "every day")
    return words.pgettext("list", ", ").join(weekday_word(Weekday(day), words) for day in weekdays)
