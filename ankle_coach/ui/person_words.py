"""What lists and heads say of a person: age, side, place in the plan, last activity, flags, review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ankle_coach.domain.journal import Person
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.person_overview import PlanHead
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import month_and_year, short_date

_DAYS_IN_WORDS = 60


class FlagMark(NamedTuple):
    """A flag as a list shows it.

    Attributes:
        text: Its word.
        icon: The shape beside it.
        tone: The role of its color.
    """

    text: str
    icon: str
    tone: str


def person_name(person: Person, words: Words) -> str:
    """Return name or code; words for one who has neither."""
    return person.name or words.gettext("Without a name")


def affected_words(side: Side | None, words: Words) -> str:
    """Return which ankle is affected; empty where none is named."""
    if side is None:
        return ""
    return {
        Side.LEFT: words.gettext("Left ankle"),
        Side.RIGHT: words.gettext("Right ankle"),
        Side.BOTH: words.gettext("Both ankles"),
    }[side]


def born_words(birth_year: int | None, words: Words) -> str:
    """Return the year of birth; empty where it is not told."""
    return "" if birth_year is None else words.gettext("born {year}").format(year=birth_year)


def about_words(person: Person, words: Words) -> str:
    """Return affected side and birth year in one line; empty where neither is known."""
    parts = (affected_words(person.affected, words), born_words(person.birth_year, words))
    return " · ".join(part for part in parts if part)


def plan_words(plan: PlanHead | None, programs: Mapping[str, Program], words: Words) -> str:
    """Return program and phase of a plan, or its own name."""
    if plan is None:
        return words.gettext("No plan yet")
    program = programs.get(plan.program) if plan.program else None
    if program is None:
        return plan.name
    name = program_name(program, words)
    phase = next((phase for phase in program.phases if phase.id == plan.phase), None)
    if phase is None:
        return name
    line = words.gettext("{program}, phase {number} of {count}: {phase}")
    return line.format(
        program=name,
        number=program.phases.index(phase) + 1,
        count=len(program.phases),
        phase=phase_name(program, phase, words),
    )


def activity_words(last: date | None, today: date, words: Words) -> str:
    """Return when a person was last active: "3 days ago", a date after two months, or "never"."""
    if last is None:
        return words.pgettext("last activity", "never")
    days = (today - last).days
    if days <= 0:
        return words.pgettext("last activity", "today")
    if days == 1:
        return words.pgettext("last activity", "yesterday")
    if days > _DAYS_IN_WORDS:
        return short_date(last, words) if last.year == today.year else month_and_year(last, words)
    return words.ngettext("{n} day ago", "{n} days ago", days).format(n=days)


def flag_mark(locks: Locks, words: Words) -> FlagMark | None:
    """Return the most urgent open flag as a list shows it; None where there is none."""
    if not locks.open_flags:
        return None
    urgency = locks.open_flags[0].finding.urgency
    if locks.active:
        return FlagMark(words.pgettext("flag", "Locked"), "lock", "danger")
    if urgency is Urgency.CAUTION:
        return FlagMark(words.pgettext("flag", "Caution"), "info", "caution")
    return FlagMark(words.pgettext("flag", "Advise"), "warning", "caution")


def review_words(review_on: date | None, today: date, words: Words) -> tuple[str, bool]:
    """Return when the plan is looked at again, and whether that day has come; empty where none is set."""
    if review_on is None:
        return "", False
    if review_on <= today:
        return words.gettext("Review due since {day}").format(day=short_date(review_on, words)), True
    return words.gettext("Review {day}").format(day=short_date(review_on, words)), False


def flag_lines(locks: Locks, words: Words) -> list[tuple[str, str]]:
    """Return each open flag in a sentence with the kind of its banner, the most urgent first."""
    locked = {lock.flag for lock in locks.active}
    lines = []
    for flag in locks.open_flags:
        day = short_date(flag.raised.training_day, words)
        if flag.id in locked:
            sentence = words.gettext("Something is locked since {day}. Open the person to see what and why.")
            lines.append((sentence.format(day=day), "danger"))
        elif flag.finding.urgency is Urgency.CAUTION:
            lines.append((words.gettext("Caution since {day}.").format(day=day), "caution"))
        else:
            sentence = words.gettext("Advised to be looked at since {day}; nothing advances until then.")
            lines.append((sentence.format(day=day), "caution"))
    return lines
