"""What a file from elsewhere holds and would change, in plain words; data is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ankle_coach.domain.arrival import Arrival, JournalArrival, LibraryArrival, PlanArrival
from ankle_coach.domain.date_words import date_span, long_date
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_diff import difference
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words


class Section(NamedTuple):
    """A heading and the lines under it."""

    heading: str
    lines: tuple[str, ...]


def arrival_title(arrival: Arrival, words: Words) -> str:
    """Return what a file is."""
    match arrival:
        case PlanArrival():
            name = arrival.copy.person
            return words.gettext("A plan for {name}").format(name=name) if name else words.gettext("A plan")
        case LibraryArrival():
            return words.gettext("Exercises and templates")
        case JournalArrival():
            name = arrival.copy.contents.person.name
            return (
                words.gettext("The journal of {name}").format(name=name)
                if name
                else words.gettext("A journal")
            )


def arrival_button(arrival: Arrival, words: Words) -> str:
    """Return the words of the button that takes a file in."""
    match arrival:
        case PlanArrival():
            return words.gettext("Use this plan")
        case LibraryArrival():
            return words.gettext("Take them in")
        case JournalArrival():
            return words.gettext("Merge it")


def arrival_sections(arrival: Arrival, library: Library, words: Words) -> tuple[Section, ...]:
    """Return what is in a file and what it would change.

    Args:
        arrival: The file.
        library: The library with the file's own exercises in it.
        words: The translator.
    """
    match arrival:
        case PlanArrival():
            return _of_plan(arrival, library, words)
        case LibraryArrival():
            return _of_library(arrival, words)
        case JournalArrival():
            return _of_journal(arrival, library, words)


def _of_plan(arrival: PlanArrival, library: Library, words: Words) -> tuple[Section, ...]:
    plan = arrival.copy.plan
    name = plan.name
    if plan.program in library.programs:
        program = library.programs[plan.program]
        name = f"{program_name(program, words)}, {phase_name(program, program.phase(plan.phase), words)}"
    about = [words.gettext("{plan}, version {number}").format(plan=name, number=plan.version)]
    if plan.affected is not None:
        about.append(words.gettext("Affected side: {side}").format(side=side_word(plan.affected, words)))
    if arrival.copy.made_on is not None:
        about.append(words.gettext("Written on {day}").format(day=long_date(arrival.copy.made_on, words)))
    if plan.note:
        about.append(plan.note)
    sections = [Section(words.gettext("In the file"), tuple(about))]
    if arrival.before is not None:
        changes = difference(arrival.before, plan, library.exercises, library.programs, words)
        sections.append(Section(words.gettext("What changes against the present plan"), changes))
    sections += _groups(plan, library, words)
    sections += _own_sections(arrival.new, arrival.changed, words)
    return tuple(sections)


def _groups(plan: Plan, library: Library, words: Words) -> list[Section]:
    """Each group of exercises with when it is due."""

    def name_of(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    found = []
    for session in plan.sessions:
        when = frequency_sentence(session.frequency, words)
        lines = tuple(
            f"{name_of(p.exercise)}: {dose_sentence(p.dose, p.side_mode, plan.affected, words, name_of)}"
            for p in plan.in_session(session.id)
        )
        if lines:
            found.append(Section(f"{session.name} · {when}", lines))
    return found


def _of_library(arrival: LibraryArrival, words: Words) -> tuple[Section, ...]:
    sections = list(_own_sections(arrival.new, arrival.changed, words))
    for heading, templates in (
        (words.gettext("New templates"), arrival.new_templates),
        (words.gettext("Templates that differ from yours"), arrival.changed_templates),
    ):
        if templates:
            sections.append(Section(heading, tuple(template.name for template in templates)))
    return tuple(sections) or (Section(words.gettext("Everything in this file is here already."), ()),)


def _own_sections(new: Iterable[OwnExercise], changed: Iterable[OwnExercise], words: Words) -> list[Section]:
    """Own exercises that come along, and those that differ from what is here."""
    found = []
    for heading, exercises in (
        (words.gettext("New own exercises"), tuple(new)),
        (words.gettext("Own exercises that differ from yours"), tuple(changed)),
    ):
        if exercises:
            found.append(Section(heading, tuple(_own_line(own, words) for own in exercises)))
    return found


def _own_line(own: OwnExercise, words: Words) -> str:
    name = own.exercise.name
    return words.gettext("{exercise}, with a picture").format(exercise=name) if own.picture else name


def _of_journal(arrival: JournalArrival, library: Library, words: Words) -> tuple[Section, ...]:
    contents = arrival.copy.contents
    days = sorted(
        [record.started.training_day for record in contents.sessions]
        + [check_in.entered.training_day for check_in in contents.check_ins]
    )
    span = [date_span(days[0], days[-1], words)] if days else []
    plans = contents.plans
    if plans and plans[-1].program in library.programs:
        span.append(program_name(library.programs[plans[-1].program], words))
    sessions, mornings = arrival.sessions, arrival.check_ins
    counted = (
        (sessions, words.ngettext("{n} session", "{n} sessions", sessions)),
        (mornings, words.ngettext("{n} morning", "{n} mornings", mornings)),
        (arrival.plans, words.ngettext("{n} plan version", "{n} plan versions", arrival.plans)),
    )
    new = tuple(text.format(n=number) for number, text in counted if number)
    nothing = (words.gettext("Nothing new: everything in this file is here already."),)
    return (
        Section(words.gettext("In the file"), tuple(span) or (words.gettext("No sessions and no mornings"),)),
        Section(words.gettext("What is new"), new or nothing),
    )
