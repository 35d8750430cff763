"""Published programs by the week: a week goes on or is repeated; no level steps (clinical.md §3.4)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.plan import Load


class WeekDose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an exercise is from a week on.

    Attributes:
        week: First week that it holds in, from 1.
        level: Id of the level.
        dose: The dose; None for the level's.
        load: The load; None for the level's.
    """

    week: int
    level: str
    dose: Dose | None = None
    load: Load | None = None


class WeekTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A preset's weeks.

    Attributes:
        weeks: How many weeks it has.
        doses: What each exercise is, by its id, in the order of the weeks.
    """

    weeks: int
    doses: Mapping[str, tuple[WeekDose, ...]]

    def dose_of(self, exercise: str, week: int) -> WeekDose | None:
        """Return what an exercise is in a week; None for one that the table does not name."""
        found = None
        for dose in self.doses.get(exercise, ()):
            if dose.week <= week:
                found = dose
        return found


def goes_on(*, calm: bool, adherence_passes: bool) -> bool:
    """Say whether a week that is over goes on: no REGRESS day in it, and adherence high enough."""
    return calm and adherence_passes
