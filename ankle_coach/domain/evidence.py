"""Where facts and numbers come from: references, and claims that lean on them."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class ReferenceKind(StrEnum):
    """How a source is known, as `clinical.md` §0 tells them apart."""

    SEED = "seed"
    PUBLIC = "public"
    LITERATURE = "literature"
    CONVENTION = "convention"
    APP_RULE = "app-rule"


class Reference(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One source record.

    Attributes:
        id: The key used in content (``004``, ``S34``, ``M18``, ``c``, ``DD``).
        kind: How the source is known.
        title: What the evidence chip shows first.
        publisher: Journal, clinic or publisher, with the year where there is one.
        address: Address without the scheme, or empty for a source without a stable one.
        used_for: What it is cited for, in a few words.
        shows: The id of the paper that the chip shows instead, where this source is a copy or summary of it.
        shown: False for a source that is never shown by itself.
        checked: False for literature cited from memory: its citation may be shown, no further numbers quoted.
    """

    id: str
    kind: ReferenceKind
    title: str
    publisher: str = ""
    address: str = ""
    used_for: str = ""
    shows: str = ""
    shown: bool = True
    checked: bool = True


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statement with the references that carry it.

    Attributes:
        text: The statement in our own words.
        references: Ids of `Reference` records; never empty.
    """

    text: str
    references: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a claim that stands on nothing."""
        if not self.references:
            raise ValueError("a claim needs at least one reference")
