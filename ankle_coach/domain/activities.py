"""My activities: three to five things that a person chose, and how well each goes (clinical.md §5)."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.journal import Moment

MOST_ACTIVITIES = 5
"""More would not be answered every two weeks (S63: 3 to 5)."""


class Activity(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One activity.

    Attributes:
        name: The person's own words.
        value: 0 not at all to 10 as before; None where it was left out.
    """

    name: str
    value: int | None = None

    def __post_init__(self) -> None:
        """Check the range."""
        if self.value is not None and not 0 <= self.value <= 10:
            raise ValueError(f"value must be between 0 and 10, not {self.value}")


class Activities(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answers of one day; their mean is kept as the measure ``my-activities``.

    Attributes:
        id: Stable id (a UUID).
        entered: When.
        items: The activities in the person's order.
    """

    id: str
    entered: Moment
    items: tuple[Activity, ...] = ()
