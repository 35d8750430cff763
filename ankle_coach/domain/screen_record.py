"""A safety screen as it was answered."""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.journal import Moment
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion


class ScreenRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answers of one screen. A question that is not in the answers was left open; that is never a no.

    Attributes:
        id: Stable id (a UUID).
        occasion: Why it was asked.
        entered: When.
        answers: The answers by the id of their question.
        unanswered: Ids of what was still open at its end.
        flags: Ids of the flags that it raised.
        session: Id of the session record that it ended; empty for none.
    """

    id: str
    occasion: Occasion
    entered: Moment
    answers: dict[str, ScreenAnswer]
    unanswered: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    session: str = ""

    @property
    def complete(self) -> bool:
        """Whether every question that applied has an answer."""
        return not self.unanswered
