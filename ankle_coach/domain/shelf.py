"""Which things a therapist keeps that belong to no person, and the names under which they are stored.

A new kind is one line in `KINDS`. The names stand in journals and library files and never change once
released; the classes are found by module and name, so that nothing here loads a module that is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

_DOMAIN = "ankle_coach.domain"

KINDS: Final[Mapping[str, str]] = {
    "own-exercise": f"{_DOMAIN}.own_exercise:OwnExercise",
    "template": f"{_DOMAIN}.plan_template:PlanTemplate",
    "own-dose": f"{_DOMAIN}.plan_template:OwnDose",
    "favorite": f"{_DOMAIN}.plan_template:Favorite",
    "letterhead": f"{_DOMAIN}.letterhead:Letterhead",
}
"""Name on the shelf to module and class of the thing; each has an ``id`` that is unique in its kind."""

_NAMES: Final[Mapping[str, str]] = {place: name for name, place in KINDS.items()}


def shelf_name(kind: type[Struct]) -> str:
    """Return the name under which things of a class are stored.

    Raises:
        KeyError: The class is not registered.
    """
    return _NAMES[f"{kind.__module__}:{kind.__qualname__}"]


def shelf_id(thing: Struct) -> str:
    """Return the id of a thing, unique among those of its kind."""
    return str(thing.id)  # type: ignore[attr-defined]  # every kind of `KINDS` has one, which a test holds
