"""What a card says: a prescription in the words of the sheet, before it is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ankle_coach.domain.dose import Directions, Dose, Hold, Tracing
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.dose_time import TotalTime, total_time
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.exercise import Equipment, Exercise, Group, Level, Position
from ankle_coach.domain.exercise_texts import (
    exercise_cues,
    exercise_name,
    exercise_precautions,
    level_name,
    position_word,
)
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.own_exercise_words import instruction_lines
from ankle_coach.domain.picture import Picture
from ankle_coach.domain.plan import Load, PlannedSession, Prescription
from ankle_coach.domain.pose_figure import Figure
from ankle_coach.domain.settings import Units
from ankle_coach.domain.sides import Side, SideMode, sides_to_train
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.pain_rule import pain_sources
from ankle_coach.printing.text import isolated

_POUNDS: Final = 2.20462
_NUMBER_AND_UNIT = re.compile(r"(\d) (?=(?:s|min|m|kg|lb|%)\b|%)")


class Entry(NamedTuple):
    """One prescription in words.

    Attributes:
        number: Its place in the whole plan, from 1.
        prescription: Its id.
        exercise: The exercise as it stands.
        figure: Its figure; None where there is none.
        level_id: Id of the level as it stands.
        name: Name of the exercise.
        doses: The dose sentence; one a side where the sides differ.
        level: Name of the level, with where it stands in the ladder.
        side: Which side works, in words; empty where the dose sentence says all of it.
        shown_side: The side that the figure is drawn for.
        load: The resistance; empty for body weight.
        often: How often, where it differs from its session; else empty.
        cues: What to mind.
        typed: What somebody wrote for it: an own exercise's instructions, and the prescriber's note, each
            with the word that stands before it.
        told_below: Whether that stands below the card, which has no room for it.
        picture: Of an own exercise: its picture, shown instead of the figure; None for none.
        precautions: When to take care.
        pain: How much pain is acceptable; empty where it does not apply.
        pain_sources: Sources of that.
        sources: Sources of the exercise.
        equipment: What it needs.
        time: How long one time takes.
        dose: The dose that the first sentence is of.
    """

    number: int
    prescription: str
    exercise: Exercise
    figure: Figure | None
    level_id: str
    name: str
    doses: tuple[str, ...]
    level: str
    side: str
    shown_side: Side
    load: str
    often: str
    cues: tuple[str, ...]
    typed: tuple[tuple[str, str], ...]
    told_below: bool
    picture: Picture | None
    precautions: tuple[str, ...]
    pain: str
    pain_sources: tuple[str, ...]
    sources: tuple[str, ...]
    equipment: tuple[Equipment, ...]
    time: TotalTime
    dose: Dose

    @property
    def position(self) -> Position:
        """The first of its body positions."""
        return self.exercise.positions[0]

    @property
    def title(self) -> str:
        """Number and name, as they head its card."""
        return f"{self.number}  {isolated(self.name)}"


class Section(NamedTuple):
    """A sitting of the plan.

    Attributes:
        session: The planned session.
        entries: What it plays, in the order of the sheet.
        often: How often, in words.
        time: How long it takes.
    """

    session: PlannedSession
    entries: tuple[Entry, ...]
    often: str
    time: TotalTime

    def by_position(self, words: Words) -> Iterator[tuple[str, tuple[Entry, ...]]]:
        """Return the entries position by position, each with its word."""
        for position in dict.fromkeys(entry.position for entry in self.entries):
            yield position_word(position, words), tuple(e for e in self.entries if e.position is position)


def keep_units(text: str) -> str:
    """Return a text whose units never stand alone at the start of a line."""
    return _NUMBER_AND_UNIT.sub("\\1\u00a0", text)


def sections_of(handout: Handout) -> tuple[Section, ...]:
    """Return the sittings that hold something, their entries numbered through."""
    number, found = 1, []
    for session in handout.plan.sessions:
        prescriptions = list(handout.plan.in_session(session.id))
        if not prescriptions:
            continue
        if handout.options.by_position:
            order = list(Position)
            prescriptions.sort(key=lambda p: order.index(_exercise(handout, p).positions[0]))
        entries = tuple(_entry(handout, p, number + index) for index, p in enumerate(prescriptions))
        number += len(entries)
        time = TotalTime(0, 0)
        for entry in entries:
            time = time.plus(entry.time)
        found.append(Section(session, entries, frequency_sentence(session.frequency, handout.words), time))
    return tuple(found)


def _standings(handout: Handout, prescription: Prescription) -> tuple[Standing, ...]:
    return tuple(s for s in handout.standings if s.prescription == prescription.id)


def _exercise(handout: Handout, prescription: Prescription) -> Exercise:
    own = _standings(handout, prescription)
    return handout.library.exercise(own[0].exercise if own else prescription.exercise)


def _entry(handout: Handout, prescription: Prescription, number: int) -> Entry:
    words, own = handout.words, _standings(handout, prescription)
    exercise = _exercise(handout, prescription)
    own_exercise = handout.own.get(exercise.id)
    level = exercise.level(own[0].level if own else prescription.level)
    mode = _mode(prescription, exercise, level)
    dose = own[0].dose if own else prescription.dose
    sides = sides_to_train(mode, handout.plan.affected)
    pain, pain_sources = _pain(handout, prescription, exercise)
    load = own[0].load if own else prescription.load
    return Entry(
        number=number,
        prescription=prescription.id,
        exercise=exercise,
        figure=_figure(handout, exercise.id),
        level_id=level.id,
        name=exercise_name(exercise, words),
        doses=tuple(_doses(handout, prescription, mode)),
        level=_level_words(exercise, level, words),
        side=_side_words(mode, sides, words),
        shown_side=_shown_side(sides, handout.plan.affected),
        load=load_words(load, level, handout.options.units, words),
        often=frequency_sentence(prescription.frequency, words) if prescription.frequency else "",
        cues=prescription.cues or exercise_cues(exercise, words),
        typed=(*_instructions(handout, exercise.id), *_note(prescription, words)),
        told_below=False,
        picture=own_exercise.picture if own_exercise is not None else None,
        precautions=exercise_precautions(exercise, words),
        pain=pain,
        pain_sources=pain_sources,
        sources=exercise.references,
        equipment=tuple(dict.fromkeys(exercise.equipment + level.equipment)),
        time=total_time(dose, mode, handout.plan.affected),
        dose=dose,
    )


def _mode(prescription: Prescription, exercise: Exercise, level: Level) -> SideMode:
    as_planned = (exercise.id, level.id) == (prescription.exercise, prescription.level)
    return prescription.side_mode if as_planned else level.side_mode


def _figure(handout: Handout, exercise_id: str) -> Figure | None:
    try:
        return handout.library.figures.get(exercise_id)
    except ContentError:
        return None


def _doses(handout: Handout, prescription: Prescription, mode: SideMode) -> Iterator[str]:
    """Return the dose sentence as it stands, or one a side where the sides differ."""
    words, affected = handout.words, handout.plan.affected
    own = _standings(handout, prescription)

    def named(exercise_id: str) -> str:
        return exercise_name(handout.library.exercise(exercise_id), words)

    if not own:
        yield dose_sentence(prescription.dose, mode, affected, words, named)
        return
    alike = len({(s.exercise, s.level, s.dose, s.load) for s in own}) == 1
    for standing in own[:1] if alike else own:
        if alike:
            yield dose_sentence(standing.dose, mode, affected, words, named)
            continue
        exercise = handout.library.exercise(standing.exercise)
        level = exercise.level(standing.level)
        dose = dose_sentence(standing.dose, SideMode.AFFECTED, standing.side, words, named)
        if len({(s.exercise, s.level) for s in own}) > 1:
            dose = words.pgettext("handout", "{level}: {dose}").format(
                level=level_name(exercise, level, words), dose=dose
            )
        yield dose


def _instructions(handout: Handout, exercise_id: str) -> Iterator[tuple[str, str]]:
    """Return what an own exercise's author wrote, each part with the word that stands before it."""
    own = handout.own.get(exercise_id)
    if own is None:
        return
    yield from instruction_lines(own.instructions, handout.words)


def _note(prescription: Prescription, words: Words) -> Iterator[tuple[str, str]]:
    if prescription.note.strip():
        yield words.pgettext("handout", "For you:"), prescription.note


def _level_words(exercise: Exercise, level: Level, words: Words) -> str:
    name = level_name(exercise, level, words)
    if len(exercise.levels) == 1:
        return name
    message = words.pgettext("handout", "Level {number} of {count}: {name}")
    return message.format(number=exercise.levels.index(level) + 1, count=len(exercise.levels), name=name)


def _side_words(mode: SideMode, sides: tuple[Side, ...], words: Words) -> str:
    """Return which side works; empty for one side alone, which the dose sentence names."""
    if sides == (Side.BOTH,):
        return words.pgettext("handout", "Both legs")
    if len(sides) == 1:
        return ""
    if mode is SideMode.ALTERNATE:
        return words.pgettext("handout", "Left and right in turn")
    message = words.pgettext("handout", "{first} side first, then {second}")
    return message.format(first=side_word(sides[0], words), second=side_word(sides[1], words).lower())


def _shown_side(sides: tuple[Side, ...], affected: Side | None) -> Side:
    if len(sides) == 1 and sides[0] is not Side.BOTH:
        return sides[0]
    return affected if affected in (Side.LEFT, Side.RIGHT) else Side.RIGHT


def load_words(load: Load, level: Level, units: Units, words: Words) -> str:
    """Return a resistance in words; empty for body weight."""
    parts = []
    if load.kilograms:
        if units is Units.US:
            number, pattern = load.kilograms * _POUNDS, words.pgettext("load", "{number} lb")
        else:
            number, pattern = load.kilograms, words.pgettext("load", "{number} kg")
        parts.append(pattern.format(number=f"{round(number, 1):g}"))
    if load.band:
        band = {
            "light": words.pgettext("band", "light"),
            "medium": words.pgettext("band", "medium"),
            "heavy": words.pgettext("band", "heavy"),
        }.get(load.band, load.band)
        parts.append(words.pgettext("load", "band: {band}").format(band=band))
    if load.repetition_maximum is not None:
        parts.append(words.pgettext("load", "{n} RM").format(n=load.repetition_maximum))
    if not parts and level.load:
        parts.append(words.pgettext("load", level.load))
    return ", ".join(parts)


def _pain(handout: Handout, prescription: Prescription, exercise: Exercise) -> tuple[str, tuple[str, ...]]:
    """Return how much pain is acceptable in an exercise, and where that comes from."""
    if exercise.group is Group.RECOVERY:
        return "", ()
    plan, words = handout.plan, handout.words
    own = prescription.pain_ceiling
    ceiling = plan.pain_ceiling if own is None else own
    sources = pain_sources(ceiling)
    if not ceiling:
        return words.gettext("Do it without any pain."), sources
    message = words.gettext("Pain up to {n} of 10 is acceptable if it has settled by the next morning.")
    return message.format(n=ceiling), sources


class Captions(NamedTuple):
    """What stands under the pictures; one caption where one picture says it all."""

    start: str
    end: str


def captions(entry: Entry, words: Words) -> Captions:
    """Return the captions of an entry's pictures; an empty first one where there is one picture."""
    block = entry.dose.blocks[0]
    figure = entry.figure
    if figure is not None and figure.panels:
        return Captions("", words.pgettext("picture", "in this order"))
    if isinstance(block, Directions) and len(block.directions) > 1 and figure is not None and figure.tracks:
        return Captions("", words.pgettext("picture", "both directions"))
    if isinstance(block, Tracing):
        return Captions("", words.pgettext("picture", "letter by letter"))
    start = words.pgettext("picture", "start")
    if isinstance(block, Hold):
        return Captions(start, words.pgettext("picture", "hold"))
    return Captions(start, words.pgettext("picture", "end"))
