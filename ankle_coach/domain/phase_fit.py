"""A phase fitted to one person: equipment at hand, exclusions, and preferences among alternatives."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from msgspec import Struct

from ankle_coach.domain.adaptation import Adaptation, Bars, fitting_level, why_not
from ankle_coach.domain.exercise import Equipment, Exercise
from ankle_coach.domain.phase import Template
from ankle_coach.domain.plan import Load, PlannedSession


class Circumstances(Struct, frozen=True, kw_only=True):
    """What a person has and prefers.

    Attributes:
        at_hand: Equipment at hand; None where nobody was asked, which bars nothing.
        choices: Ids of exercises that the person prefers among alternatives.
    """

    at_hand: frozenset[Equipment] | None = None
    choices: frozenset[str] = frozenset()


ANY_CIRCUMSTANCES = Circumstances()


class Fitted(Struct, frozen=True, kw_only=True):
    """A phase's prescriptions as they fit one person.

    Attributes:
        sessions: The sittings that still have something to do.
        templates: The prescriptions, every level of which can be done.
        changes: What was swapped, made easier or dropped, and why.
    """

    sessions: tuple[PlannedSession, ...]
    templates: tuple[Template, ...]
    changes: tuple[Adaptation, ...] = ()

    @property
    def dropped(self) -> tuple[str, ...]:
        """Ids of exercises for which nothing could be found instead."""
        return tuple(change.exercise for change in self.changes if not change.new_exercise)


def fit_templates(
    sessions: tuple[PlannedSession, ...],
    templates: tuple[Template, ...],
    exercises: Mapping[str, Exercise],
    circumstances: Circumstances,
    bars: Bars,
) -> Fitted:
    """Fit sittings and prescriptions to one person.

    Args:
        sessions: The phase's sittings.
        templates: The phase's prescriptions.
        exercises: The library's exercises by id.
        circumstances: Equipment and preferences.
        bars: What the program excludes.
    """
    at_hand, choices = circumstances.at_hand, circumstances.choices
    fitted: list[Template] = []
    changes: list[Adaptation] = []
    for group in _alternatives(templates):
        preferred = sorted(group, key=lambda template: template.exercise not in choices)
        found = [_fit(template, exercises, at_hand, bars) for template in preferred]
        taken = next((pair for pair in found if pair[0] is not None), found[0])
        if taken[0] is not None:
            fitted.append(taken[0])
        changes += [change for change in (taken[1],) if change is not None]
    used = {template.session for template in fitted}
    return Fitted(
        sessions=tuple(session for session in sessions if session.id in used),
        templates=tuple(fitted),
        changes=tuple(changes),
    )


def _alternatives(templates: tuple[Template, ...]) -> list[list[Template]]:
    """Templates in order, those of one choice together at the place of the first."""
    groups: dict[str, list[Template]] = {}
    for index, template in enumerate(templates):
        groups.setdefault(template.choice or f"={index}", []).append(template)
    return list(groups.values())


def _fit(
    template: Template,
    exercises: Mapping[str, Exercise],
    at_hand: Collection[Equipment] | None,
    bars: Bars,
) -> tuple[Template | None, Adaptation | None]:
    """A template that can be done, or None, and the change that it took."""
    exercise = exercises[template.exercise]
    wanted = exercise.level(template.level)
    why = why_not(exercise, wanted, at_hand, bars)
    if why is None:
        return template, None
    easier = fitting_level(exercise, template.level, at_hand, bars)
    change = Adaptation(exercise=exercise.id, level=wanted.id, why=why)
    if easier is not None:
        dose = template.dose if easier.side_mode == wanted.side_mode else None
        fitted = msgspec.structs.replace(template, level=easier.id, dose=dose, load=Load())
        return fitted, msgspec.structs.replace(change, new_exercise=exercise.id, new_level=easier.id)
    for other_id in template.instead:
        other = exercises[other_id]
        start = fitting_level(other, "", at_hand, bars)
        if start is not None:
            swapped = Template(
                exercise=other_id, session=template.session, level=start.id, frequency=template.frequency
            )
            return swapped, msgspec.structs.replace(change, new_exercise=other_id, new_level=start.id)
    return None, change
