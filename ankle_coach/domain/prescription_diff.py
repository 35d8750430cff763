"""What changed of the groups and the exercises from one plan version to the next, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.words import Words


def group_differences(before: Plan, after: Plan, words: Words) -> list[str]:
    """Return added, left out, renamed and differently timed groups, a sentence each."""
    old = {session.id: session for session in before.sessions}
    new = {session.id: session for session in after.sessions}
    if not old.keys() & new.keys() and before.program != after.program:
        return []  # another program: that its groups are others goes without saying
    said = []
    for session_id, session in new.items():
        said += _group(old.get(session_id), session, words)
    gone = words.gettext("Group left out: {name}.")
    said += [gone.format(name=session.name) for key, session in old.items() if key not in new]
    return said


def _group(old: PlannedSession | None, new: PlannedSession, words: Words) -> list[str]:
    when = frequency_sentence(new.frequency, words)
    if old is None:
        return [words.gettext("New group: {name}, {when}.").format(name=new.name, when=when)]
    said = []
    if old.name != new.name:
        said.append(words.gettext("Group {old} is now called {new}.").format(old=old.name, new=new.name))
    if old.frequency != new.frequency:
        message = words.gettext("{name}: {old} became {new}.")
        before = frequency_sentence(old.frequency, words)
        said.append(message.format(name=new.name, old=before, new=when))
    return said


def prescription_differences(
    before: Plan, after: Plan, exercises: Mapping[str, Exercise], words: Words
) -> tuple[str, ...]:
    """Return added, left out and changed prescriptions, a sentence each."""
    pairs, added, gone = _paired(before, after)
    said = []
    names = _names(added, exercises, words)
    if names:
        said.append(words.gettext("New: {exercises}.").format(exercises=names))
    names = _names(gone, exercises, words)
    if names:
        said.append(words.gettext("Left out: {exercises}.").format(exercises=names))
    for old, new in pairs:
        exercise = exercises.get(new.exercise)
        if exercise is not None:
            said += _changes((before, old), (after, new), exercises, words)
    if _order_of(before, after) != _order_of(after, before):
        said.append(words.gettext("The order of the exercises changed."))
    return tuple(said)


def _order_of(plan: Plan, other: Plan) -> list[str]:
    """What two versions have in common, in the order of the first."""
    common = {p.id for p in other.prescriptions}
    return [p.id for p in plan.prescriptions if p.id in common]


def _paired(
    before: Plan, after: Plan
) -> tuple[list[tuple[Prescription, Prescription]], list[Prescription], list[Prescription]]:
    """What belongs together: by id, else by exercise, as where a phase puts it into another group."""
    left = list(before.prescriptions)
    pairs: list[tuple[Prescription, Prescription]] = []
    fresh: list[Prescription] = []
    by_id = {p.id: p for p in left}
    for new in after.prescriptions:
        old = by_id.get(new.id)
        if old is not None and old.exercise == new.exercise:
            pairs.append((old, new))
            left.remove(old)
        else:
            fresh.append(new)
    added = []
    for new in fresh:
        old = next((p for p in left if p.exercise == new.exercise), None)
        if old is None:
            added.append(new)
            continue
        pairs.append((old, new))
        left.remove(old)
    order = {p.id: place for place, p in enumerate(after.prescriptions)}
    return sorted(pairs, key=lambda pair: order[pair[1].id]), added, left


def _names(prescriptions: list[Prescription], exercises: Mapping[str, Exercise], words: Words) -> str:
    known = [exercises[p.exercise] for p in prescriptions if p.exercise in exercises]
    return words.pgettext("list", ", ").join(
        dict.fromkeys(exercise_name(exercise, words) for exercise in known)
    )


def _changes(
    was: tuple[Plan, Prescription],
    now: tuple[Plan, Prescription],
    exercises: Mapping[str, Exercise],
    words: Words,
) -> list[str]:
    """The sentences about one exercise."""
    old, (after, new) = was[1], now
    name, said = exercise_name(exercises[new.exercise], words), []
    line = words.gettext("{exercise}: {old} became {new}.")
    with_level, with_dose = old.level != new.level, (old.dose, old.side_mode) != (new.dose, new.side_mode)
    if with_level or with_dose:
        levels = [_level(p, exercises[p.exercise], words) if with_level else "" for p in (old, new)]
        doses = [_dose(p, plan, exercises, words) if with_dose else "" for plan, p in (was, now)]
        told = [", ".join(part for part in parts if part) for parts in zip(levels, doses, strict=True)]
        said.append(line.format(exercise=name, old=told[0], new=told[1]))
    if old.load != new.load:
        none = words.pgettext("load", "the load of the level")
        told = [load_words(p.load, words) or none for p in (old, new)]
        said.append(line.format(exercise=name, old=told[0], new=told[1]))
    if old.frequency != new.frequency:
        as_group = words.pgettext("frequency", "as often as its group")
        often = [frequency_sentence(p.frequency, words) if p.frequency else as_group for p in (old, new)]
        said.append(line.format(exercise=name, old=often[0], new=often[1]))
    if old.pain_ceiling != new.pain_ceiling:
        own = words.gettext("{exercise}: pain ceiling {pain}.")
        pain = after.pain_ceiling if new.pain_ceiling is None else new.pain_ceiling
        said.append(own.format(exercise=name, pain=pain))
    if (old.note, old.cues) != (new.note, new.cues):
        said.append(words.gettext("{exercise}: its cues or note changed.").format(exercise=name))
    if old.session != new.session and old.id == new.id:
        group = after.session(new.session).name
        said.append(words.gettext("{exercise} moved to {group}.").format(exercise=name, group=group))
    return said


def _level(prescription: Prescription, exercise: Exercise, words: Words) -> str:
    """A prescription's level; one that is gone reads as its id."""
    try:
        return level_name(exercise, exercise.level(prescription.level), words)
    except KeyError:
        return prescription.level


def _dose(prescription: Prescription, plan: Plan, exercises: Mapping[str, Exercise], words: Words) -> str:
    """A prescription's dose, in the sentence that is printed."""

    def named(exercise_id: str) -> str:
        return exercise_name(exercises[exercise_id], words) if exercise_id in exercises else exercise_id

    return dose_sentence(prescription.dose, prescription.side_mode, plan.affected, words, named)
