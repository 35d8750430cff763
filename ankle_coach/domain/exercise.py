"""An exercise of the library and the levels of its ladder."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.movement import Eyes
from ankle_coach.domain.sides import SideMode


class Group(StrEnum):
    """The groups of the catalog, in its order."""

    MOBILITY = "mobility"
    FLEXIBILITY = "flexibility"
    STRENGTH = "strength"
    BALANCE = "balance"
    GAIT = "gait"
    PLYOMETRIC = "plyometric"
    MASSAGE = "massage"
    RECOVERY = "recovery"
    WARM_UP = "warm-up"
    CROSS_TRAINING = "cross-training"


LOADED_GROUPS = frozenset({Group.STRENGTH, Group.PLYOMETRIC})
"""Groups whose levels are loaded unless a level says otherwise (clinical.md §3.2)."""


class Position(StrEnum):
    """Body position, for grouping a printed plan."""

    SITTING = "sitting"
    LYING = "lying"
    STANDING = "standing"
    KNEELING = "kneeling"
    MOVING = "moving"
    WATER = "water"


class Equipment(StrEnum):
    """Things a person may need; what is mostly at hand (a chair) counts too, to be listed."""

    CHAIR = "chair"
    WALL = "wall"
    SUPPORT = "support"
    STEP = "step"
    BAND = "band"
    ANCHOR = "anchor"
    TOWEL = "towel"
    STRAP = "strap"
    BALL = "ball"
    FROZEN_BOTTLE = "frozen-bottle"
    BACKPACK = "backpack"
    WEIGHT = "weight"
    ANKLE_WEIGHT = "ankle-weight"
    LEG_PRESS = "leg-press"
    CUSHION = "cushion"
    BOARD = "board"
    FLOOR_MARKS = "floor-marks"
    FLAT_PATH = "flat-path"
    METRONOME = "metronome"
    WATCH = "watch"
    COLD_PACK = "cold-pack"
    CLOTH = "cloth"
    BANDAGE = "bandage"
    BIKE = "bike"
    ROPES = "ropes"
    KETTLEBELL = "kettlebell"
    POOL = "pool"
    FLOAT_BELT = "float-belt"
    PILLOWS = "pillows"
    SLEEVE = "sleeve"
    BRACE = "brace"


class PhaseMark(StrEnum):
    """The phases (clinical.md §2): protect, early load, strength, dynamic, return to run, maintain."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"
    MX = "MX"


class Quantity(StrEnum):
    """What one step within a level changes (clinical.md §3.4, one variable at a time)."""

    REPS = "reps"
    HOLD = "hold"
    DURATION = "duration"
    LOAD = "load"
    BAND_COLOR = "band-color"
    DISTANCE = "distance"
    ROUNDS = "rounds"


class Growth(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a level's dose grows before the next level is reached.

    Attributes:
        quantity: The one variable that grows.
        step: Size of one step: repetitions, seconds, kilograms, meters or rounds.
        top: Where the range ends; None where the ladder sets no end (load).
        references: Source ids of the range; ``DD`` for our own rule.
    """

    quantity: Quantity
    step: float
    top: float | None = None
    references: tuple[str, ...] = ("DD",)

    def __post_init__(self) -> None:
        """Refuse a step that does not grow."""
        if self.step <= 0:
            raise ValueError(f"step must be above 0, not {self.step:g}")


class Level(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rung of an exercise's ladder.

    Attributes:
        id: Stable id, unique within the exercise; never reused or renamed.
        name: What is different here, in a few words.
        dose: The dose it starts with.
        side_mode: How it uses the sides.
        equipment: What it needs beyond the exercise's own equipment.
        growth: How its dose grows; None where nothing grows before the next level.
        load: Start load in words of the ladder (``5 kg backpack``), empty for body weight.
        loaded: Whether it counts as loading; None for the group's default (clinical.md §3.2).
        below_neutral: Whether the heel goes below the forefoot, which insertional Achilles pain excludes.
        easier_sibling: Id of an easier exercise to go to instead; empty for none.
        condition: What the ladder asks for besides the progression rules, in plain words; empty for none.
        eyes: Whether a balance level is done with open or with closed eyes; None where it does not matter.
    """

    id: str
    name: str
    dose: Dose
    side_mode: SideMode
    equipment: tuple[Equipment, ...] = ()
    growth: Growth | None = None
    load: str = ""
    loaded: bool | None = None
    below_neutral: bool = False
    easier_sibling: str = ""
    condition: str = ""
    eyes: Eyes | None = None


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An exercise of the library; its texts are English and are translated by exercise id and field.

    Attributes:
        id: Stable kebab-case id whose prefix is the group (``str-calf-bi``).
        name: Name as people know it.
        group: Group of the catalog.
        target: What it works on.
        position: Where and how the body is, in words.
        positions: The same as kinds, for grouping.
        equipment: What every level of it needs.
        sides: How it is done with two legs, in words.
        frequency: Usual frequencies, the first being the default.
        frequency_note: The catalog's own words on how often.
        start_level: Id of the level that a new prescription starts at.
        default_level: Id of the level that the catalog's default dose belongs to; empty for the start level.
        levels: The ladder from easiest to hardest.
        phases: Phases in which the catalog uses it.
        phase_note: A restriction of those phases in words; empty for none.
        precautions: When to take care or stop.
        cues: Three to five short lines, said and printed.
        references: Source ids of the exercise and its dose.
        dose_note: What the reader should know of the dose's evidence; empty for none.
        named_in_articles: Whether the articles that the product began with name it.
        keywords: Other words that people search for.
    """

    id: str
    name: str
    group: Group
    target: str
    position: str
    positions: tuple[Position, ...]
    sides: str
    frequency: tuple[Frequency, ...]
    frequency_note: str
    start_level: str
    levels: tuple[Level, ...]
    phases: tuple[PhaseMark, ...]
    cues: tuple[str, ...]
    references: tuple[str, ...]
    default_level: str = ""
    equipment: tuple[Equipment, ...] = ()
    phase_note: str = ""
    precautions: tuple[str, ...] = ()
    dose_note: str = ""
    named_in_articles: bool = False
    keywords: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check what one exercise can be wrong about by itself."""
        ids = [level.id for level in self.levels]
        if len(set(ids)) != len(ids):
            raise ValueError("levels must have different ids")
        if self.start_level not in ids:
            raise ValueError(f"start_level {self.start_level!r} is not one of the levels")
        if self.default_level and self.default_level not in ids:
            raise ValueError(f"default_level {self.default_level!r} is not one of the levels")
        for name in ("frequency", "cues", "references", "phases", "positions"):
            if not getattr(self, name):
                raise ValueError(f"{name} must not be empty")

    def level(self, level_id: str = "") -> Level:
        """Return a level by its id, or the start level for an empty id.

        Raises:
            KeyError: If the ladder has no such level.
        """
        wanted = level_id or self.start_level
        for level in self.levels:
            if level.id == wanted:
                return level
        raise KeyError(wanted)

    @property
    def default(self) -> Level:
        """The level whose dose is the catalog's default dose (clinical.md §2: it belongs to that level)."""
        return self.level(self.default_level)

    @property
    def usual_equipment(self) -> tuple[Equipment, ...]:
        """What the default dose needs: the exercise's own equipment and that of the default level."""
        return tuple(dict.fromkeys(self.equipment + self.default.equipment))

    def is_loaded(self, level: Level) -> bool:
        """Say whether a level of this exercise counts as loading (clinical.md §3.2)."""
        return self.group in LOADED_GROUPS if level.loaded is None else level.loaded
