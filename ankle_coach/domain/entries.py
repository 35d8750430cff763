"""Which values are stored as entries: records that are few and read whole, kept as JSON under a kind's name.

A new kind is one line in `KINDS`. The names stand in journals and never change once released; the classes
behind them are found by module and name, so that nothing here loads a module that is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from msgspec import Struct

from ankle_coach.domain.journal import Moment

_DOMAIN = "ankle_coach.domain"

KINDS: Final[Mapping[str, str]] = {
    "ice": f"{_DOMAIN}.ice_rules:IceRecord",
    "ice-running": f"{_DOMAIN}.care:IceRunning",
    "ice-answers": f"{_DOMAIN}.care:IceAnswers",
    "care": f"{_DOMAIN}.care:CareRecord",
    "care-running": f"{_DOMAIN}.care:CareRunning",
    "measurement": f"{_DOMAIN}.measures:Measurement",
    "score": f"{_DOMAIN}.measures:ScoreEntry",
    "run": f"{_DOMAIN}.running:RunRecord",
    "shoe": f"{_DOMAIN}.shoes:Shoe",
    "flag": f"{_DOMAIN}.safety:Flag",
    "assessment": f"{_DOMAIN}.safety:Assessment",
    "intake": f"{_DOMAIN}.intake:Intake",
    "override": f"{_DOMAIN}.day_facts:Override",
    "stop-sign": f"{_DOMAIN}.safety_facts:StopSign",
    "before-session": f"{_DOMAIN}.safety_facts:BeforeSession",
    "report": f"{_DOMAIN}.safety_facts:Report",
    "move": f"{_DOMAIN}.schedule_changes:Move",
    "skip": f"{_DOMAIN}.schedule_changes:Skip",
    "pause": f"{_DOMAIN}.schedule_changes:Pause",
    "screen": f"{_DOMAIN}.screen_record:ScreenRecord",
    "thresholds": f"{_DOMAIN}.own_thresholds:OwnThresholds",
    "activities": f"{_DOMAIN}.activities:Activities",
    "correction": f"{_DOMAIN}.reviews:Correction",
}
"""Name in the journal to module and class of the value."""

_NAMES: Final[Mapping[str, str]] = {place: name for name, place in KINDS.items()}
_Entry = TypeVar("_Entry", bound=Struct)


class Kept(Struct, Generic[_Entry], frozen=True, kw_only=True):
    """An entry with what the store knows of it.

    Attributes:
        id: Its id in the store, by which it is replaced and deleted.
        moment: When it was entered; its training day is the day that it is about.
        entry: The value.
    """

    id: str
    moment: Moment
    entry: _Entry


def kind_name(kind: type[Struct]) -> str:
    """Return the name under which values of a class are stored.

    Raises:
        KeyError: The class is not registered.
    """
    return _NAMES[f"{kind.__module__}:{kind.__qualname__}"]
