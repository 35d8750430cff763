"""What stands at the head of a handout: who hands it over."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.picture import Picture
from ankle_coach.domain.text_bounds import LONGEST_LINE, check_text

THE_LETTERHEAD = "clinic"
"""Id of the one letterhead."""


class Letterhead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The clinic's head of a sheet; what is empty is not printed.

    Attributes:
        id: Its id; there is one.
        name: Name of the clinic.
        therapist: Name of the therapist.
        address: Address, lines apart.
        phone: Phone number, as it is to be read.
        logo: The logo.
    """

    id: str = THE_LETTERHEAD
    name: str = ""
    therapist: str = ""
    address: str = ""
    phone: str = ""
    logo: Picture | None = None

    def __post_init__(self) -> None:
        """Refuse what no head has room for."""
        for name in ("name", "therapist", "address", "phone"):
            check_text(name, getattr(self, name), LONGEST_LINE)
