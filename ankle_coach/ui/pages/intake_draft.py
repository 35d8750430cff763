"""The answers of an intake while they are given: nothing of them is kept before the person accepts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_form import (
    Reason,
    all_safety_answers,
    reason_of,
    told_answers,
    with_answers,
    with_bone_spot,
    with_reason,
    with_zones,
    zones_of,
)
from ankle_coach.domain.safety import ScreenAnswer


class IntakeDraft(QObject):
    """Holds the answers; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, intake: Intake | None = None, parent: QObject | None = None) -> None:
        """Begin with answers that were kept, but for those of the safety screen, or with none."""
        super().__init__(parent)
        self._answers = with_answers(intake, safety={}) if intake is not None else Intake()
        self._zones = zones_of(self._answers)
        self._shows = reason_of(self._answers) is Reason.SPOT

    @property
    def answers(self) -> Intake:
        """The answers, those of the safety screen that others tell included."""
        return with_answers(self._answers, safety=all_safety_answers(self._answers))

    @property
    def told(self) -> frozenset[str]:
        """Safety questions that need no asking, since other answers tell them."""
        return frozenset(told_answers(self._answers))

    @property
    def reason(self) -> Reason | None:
        """What brings the person here."""
        return Reason.SPOT if self._shows else reason_of(self._answers)

    @property
    def zones(self) -> frozenset[FootZone]:
        """The zones that were touched."""
        return self._zones

    def set_reason(self, reason: Reason | None) -> None:
        """Say what brings the person here."""
        self._shows = reason is Reason.SPOT
        self._zones = self._zones if self._shows else frozenset()
        self._answers = with_reason(self._answers, reason)
        if self._shows:
            self._answers = with_zones(self._answers, self._zones)
        self.changed.emit()

    def set_zones(self, zones: frozenset[FootZone]) -> None:
        """Say where it hurts."""
        self._zones = zones
        self._answers = with_zones(self._answers, zones)
        self.changed.emit()

    def set_bone_spot(self, is_spot: bool) -> None:
        """Say whether it is one spot on a bone."""
        self._answers = with_bone_spot(self._answers, is_spot=is_spot)
        self.changed.emit()

    def update(self, **answers: Any) -> None:
        """Change answers by their names."""
        self._answers = with_answers(self._answers, **answers)
        self.changed.emit()

    def answer(self, question: str, given: ScreenAnswer | None) -> None:
        """Answer a safety question, or take the answer back."""
        safety = {rule: known for rule, known in self._answers.safety.items() if rule != question}
        if given is not None:
            safety[question] = given
        self._answers = with_answers(self._answers, safety=safety)
        self.changed.emit()
