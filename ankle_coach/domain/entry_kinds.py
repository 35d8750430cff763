"""The classes of entries that travel in journal files and that rules are folded from, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from ankle_coach.domain.activities import Activities
from ankle_coach.domain.care import CareRecord, IceAnswers
from ankle_coach.domain.day_facts import Override
from ankle_coach.domain.entries import kind_name
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.measures import Measurement, ScoreEntry
from ankle_coach.domain.own_thresholds import OwnThresholds
from ankle_coach.domain.reviews import Correction
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Flag
from ankle_coach.domain.safety_facts import BeforeSession, Report, StopSign
from ankle_coach.domain.schedule_changes import Move, Pause, Skip
from ankle_coach.domain.screen_record import ScreenRecord
from ankle_coach.domain.shoes import Shoe

_KINDS: tuple[type[Struct], ...] = (
    Intake,
    ScreenRecord,
    Flag,
    Assessment,
    Override,
    OwnThresholds,
    StopSign,
    BeforeSession,
    Report,
    Move,
    Skip,
    Pause,
    Measurement,
    ScoreEntry,
    Activities,
    Correction,
    RunRecord,
    Shoe,
    IceRecord,
    IceAnswers,
    CareRecord,
)
BY_NAME: Mapping[str, type[Struct]] = MappingProxyType({kind_name(kind): kind for kind in _KINDS})
"""Name in the journal to class; what is running just now (ice, a wrap) is not among them."""


def every_kind() -> tuple[type[Struct], ...]:
    """Return the classes in the order in which a journal file has them."""
    return _KINDS
