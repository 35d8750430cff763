"""When a phase may end: its criteria met or unmet and by how much, its days, and calm (clinical.md §3.6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from ankle_coach.domain.program import Criterion, Phase
from ankle_coach.domain.rule_state import State
from ankle_coach.domain.thresholds import Thresholds


class CriterionStand(Struct, frozen=True):
    """One criterion and where the person is.

    Attributes:
        criterion: The criterion.
        value: The measured value; None where it was not measured.
        met: Whether it holds; what was not measured does not.
        missing: How far it is from it, 0 where it is met; None where it was not measured.
    """

    criterion: Criterion
    value: float | None
    met: bool
    missing: float | None


class Readiness(Struct, frozen=True, kw_only=True):
    """What is needed for the next phase.

    Attributes:
        criteria: The phase's criteria.
        days: Training days in the phase, the day itself included.
        minimum_days: Days that it needs.
        calm_since: Last day with a REGRESS; None where there was none.
        is_calm: Whether that was more than 7 days ago.
        adherence_percent: Adherence in the phase; None while nothing was planned.
        adherence_passes: Whether it is high enough.
    """

    criteria: tuple[CriterionStand, ...]
    days: int
    minimum_days: int
    calm_since: date | None
    is_calm: bool
    adherence_percent: int | None
    adherence_passes: bool

    @property
    def is_ready(self) -> bool:
        """Whether the next phase may be proposed."""
        return (
            all(stand.met for stand in self.criteria)
            and self.days >= self.minimum_days
            and self.is_calm
            and self.adherence_passes
        )


def stand_of(criterion: Criterion, value: float | None) -> CriterionStand:
    """Return where a measured value stands against a criterion."""
    if value is None:
        return CriterionStand(criterion, None, False, None)
    over = max(0.0, value - criterion.at_most) if criterion.at_most is not None else 0.0
    under = max(0.0, criterion.at_least - value) if criterion.at_least is not None else 0.0
    missing = max(over, under)
    return CriterionStand(criterion, value, missing == 0, missing)


def readiness(
    phase: Phase, measured: Mapping[str, float], state: State, day: date, thresholds: Thresholds
) -> Readiness:
    """Return what a phase still needs on a training day.

    Args:
        phase: The running phase.
        measured: The last measured value of each criterion, by its id.
        state: The state up to the day.
        day: The training day.
        thresholds: The plan's numbers.
    """
    since = state.phase_since or day
    calm = state.last_regress is None or state.last_regress <= day - timedelta(
        days=thresholds.phase_calm_days
    )
    percent = state.phase_done * 100 // state.phase_planned if state.phase_planned else None
    return Readiness(
        criteria=tuple(stand_of(criterion, measured.get(criterion.id)) for criterion in phase.exit),
        days=(day - since).days + 1,
        minimum_days=phase.minimum_days,
        calm_since=state.last_regress,
        is_calm=calm,
        adherence_percent=percent,
        adherence_passes=percent is None or percent >= thresholds.adherence_advance,
    )
