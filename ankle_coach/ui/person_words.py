"""What lists and heads say of a person: age, side, place in the plan, last activity, flags, review."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from ankle_coach.domain.date_words import month_and_year, short_date
from ankle_coach.domain.journal import Person
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.person_overview import PlanHead
from ankle_coach.domain.phase import Phase
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words

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
    """Return the program of a plan, or its own name."""
    if plan is None:
        return words.gettext("No plan yet")
    program = programs.get(plan.program) if plan.program else None
    return program_name(program, words) if program is not None else plan.name


def phase_words(plan: PlanHead | None, programs: Mapping[str, Program], words: Words) -> str:
    """Return the place in the program; empty for a plan without one."""
    program = programs.get(plan.program) if plan is not None and plan.program else None
    phase = _phase(plan, program)
    if program is None or phase is None:
        return ""
    number = program.phases.index(phase) + 1
    return words.gettext("Phase {number} of {count}").format(number=number, count=len(program.phases))


def phase_title(plan: PlanHead | None, programs: Mapping[str, Program], words: Words) -> str:
    """Return the place in the program with the phase's name; empty for a plan without one."""
    program = programs.get(plan.program) if plan is not None and plan.program else None
    phase = _phase(plan, program)
    if program is None or phase is None:
        return ""
    place = phase_words(plan, programs, words)
    line = words.pgettext("place and phase", "{place}, {phase}")
    return line.format(place=place, phase=phase_name(program, phase, words))


def _phase(plan: PlanHead | None, program: Program | None) -> Phase | None:
    phases = program.phases if program is not None else ()
    return next((phase for phase in phases if plan is not None and phase.id == plan.phase), None)


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


class FlagLine(NamedTuple):
    """An open flag in a sentence.

    Attributes:
        word: What it is, before the sentence.
        text: Since when, and what it is about.
        kind: The kind of its banner.
    """

    word: str
    text: str
    kind: str


def flag_lines(locks: Locks, about: Callable[[str], str], words: Words) -> list[FlagLine]:
    """Return each open flag in a sentence, the most urgent first.

    Args:
        locks: What open flags forbid.
        about: Tells the question of a rule.
        words: The reader's language.
    """
    locked = {lock.flag for lock in locks.active}
    lines = []
    for flag in locks.open_flags:
        since = words.gettext("Since {day}: {question}").format(
            day=short_date(flag.raised.training_day, words), question=about(flag.finding.rule)
        )
        if flag.id in locked:
            lines.append(FlagLine(words.pgettext("flag", "Locked"), since, "danger"))
        elif flag.finding.urgency is Urgency.CAUTION:
            lines.append(FlagLine(words.pgettext("flag", "Caution"), since, "caution"))
        else:
            lines.append(FlagLine(words.pgettext("flag", "Advise"), since, "caution"))
    return lines
