"""What a morning asks, and what is answered."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.sides import Side


class MorningField(StrEnum):
    """What the morning check-in asks in a program (clinical.md §3.2)."""

    PAIN = "pain"
    FIRST_STEP = "first-step"
    STIFFNESS = "stiffness"
    SWELLING = "swelling"


ONLY_PAIN = frozenset({MorningField.PAIN})
"""What a plan without a program asks."""


class MorningAnswers(Struct, frozen=True, kw_only=True):
    """The answers of a morning; see `CheckIn`.

    Attributes:
        side: The side that they are about; None for the one that is asked about where there is only one.
        pain: Worst pain since getting up, 0 to 10.
        first_step: Pain of the first steps, 0 to 10.
        stiff_minutes: Minutes of stiffness.
        swelling: 0 none to 3 severe.
    """

    side: Side | None = None
    pain: Answer = NoAnswer.NOT_ASKED
    first_step: Answer = NoAnswer.NOT_ASKED
    stiff_minutes: Answer = NoAnswer.NOT_ASKED
    swelling: Answer = NoAnswer.NOT_ASKED

    @property
    def is_empty(self) -> bool:
        """Whether there is no number at all."""
        answers = (self.pain, self.first_step, self.stiff_minutes, self.swelling)
        return not any(isinstance(answer, int) for answer in answers)
