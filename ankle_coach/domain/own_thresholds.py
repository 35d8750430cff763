"""The thresholds that a person or a therapist has changed, as they are kept."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.thresholds import SOURCE, Thresholds


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
