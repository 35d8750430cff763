"""The thresholds that a person or a therapist has changed, as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.thresholds import SOURCE, SPECS, Thresholds


class OwnThresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A choice of thresholds; the latest one holds.

    Attributes:
        id: Stable id (a UUID).
        chosen: When.
        values: The numbers that differ from the source, by name.
        by_therapist: Whether a therapist chose them.
        note: Own words.
    """

    id: str
    chosen: Moment
    values: dict[str, int] = {}
    by_therapist: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse unknown names and numbers out of their sane range."""
        self.thresholds()

    def thresholds(self) -> Thresholds:
        """Return all thresholds.

        Raises:
            ValueError: A number is out of its range.
        """
        unknown = [name for name in self.values if not hasattr(SOURCE, name)]
        if unknown:
            raise ValueError(f"{unknown[0]} is no threshold")
        return Thresholds(**self.values)


class ThresholdChange(Struct, frozen=True, kw_only=True):
    """One number that a person or a therapist has changed.

    Attributes:
        day: Training day of the choice; the number holds from the start of that day.
        name: The threshold.
        before: The number until then.
        after: The number from then on.
        by_therapist: Whether a therapist chose it.
        note: Own words.
    """

    day: date
    name: str
    before: int
    after: int
    by_therapist: bool = False
    note: str = ""


def choice_on(own: Sequence[OwnThresholds], plan: Plan | None, day: date) -> OwnThresholds | None:
    """Return the choice that holds on a training day; None where the plan's numbers or the source's do.

    A plan that came later with numbers of its own, such as one from a therapist's file, wins over a choice.

    Args:
        own: The choices, oldest first.
        plan: The plan of the day.
        day: The training day.
    """
    held = next((choice for choice in reversed(own) if choice.chosen.training_day <= day), None)
    if held is None or plan is None or plan.thresholds is None:
        return held
    return held if plan.starts_on <= held.chosen.training_day else None


def chosen_on(own: Sequence[OwnThresholds], plan: Plan | None, day: date) -> Thresholds | None:
    """Return the chosen numbers that hold on a training day; see `choice_on`."""
    choice = choice_on(own, plan, day)
    return choice.thresholds() if choice is not None else None


def numbers_on(own: Sequence[OwnThresholds], plan: Plan | None, day: date) -> Thresholds:
    """Return the numbers that hold on a training day: chosen ones, else the plan's, else the source's."""
    return chosen_on(own, plan, day) or (plan.thresholds if plan is not None else None) or SOURCE


def threshold_changes(own: Sequence[OwnThresholds], plans: Sequence[Plan]) -> tuple[ThresholdChange, ...]:
    """Return every number that was changed, oldest first.

    Args:
        own: The choices, oldest first.
        plans: The plan versions in the order of their making.
    """
    found = []
    for index, choice in enumerate(own):
        day = choice.chosen.training_day
        before = numbers_on(own[:index], plan_on(plans, day), day)
        after = choice.thresholds()
        found += [
            ThresholdChange(
                day=day,
                name=name,
                before=getattr(before, name),
                after=getattr(after, name),
                by_therapist=choice.by_therapist,
                note=choice.note,
            )
            for name in SPECS
            if getattr(before, name) != getattr(after, name)
        ]
    return tuple(found)
