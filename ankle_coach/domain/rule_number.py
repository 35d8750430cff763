"""A number of a rule together with what it stands on, so that no number in a rule is an orphan."""

from __future__ import annotations

from msgspec import Struct


class RuleNumber(Struct, frozen=True, forbid_unknown_fields=True):
    """One number of a rule.

    Attributes:
        value: The number, in the unit that the name of the constant or the key says.
        references: Source ids; ``DD`` for our own rule ("app rule"). Never empty.
    """

    value: float
    references: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a number that stands on nothing."""
        if not self.references:
            raise ValueError("references must name a source, or DD for an app rule")

    @property
    def is_app_rule(self) -> bool:
        """Whether no source gives the number, so that it is shown as "app rule"."""
        return set(self.references) <= {"DD"}
