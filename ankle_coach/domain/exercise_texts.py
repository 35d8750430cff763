"""An exercise's texts and kinds in the reader's words; catalogs are keyed by exercise id and field."""

from __future__ import annotations

from ankle_coach.domain.exercise import Equipment, Exercise, Group, Level, PhaseMark, Position
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.words import Words


def exercise_name(exercise: Exercise, words: Words) -> str:
    """Return the name of an exercise."""
    return words.pgettext(f"{exercise.id}.name", exercise.name)


def exercise_cues(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """Return the cues of an exercise."""
    return tuple(words.pgettext(f"{exercise.id}.cues", cue) for cue in exercise.cues)


def exercise_precautions(exercise: Exercise, words: Words) -> tuple[str, ...]:
    """Return when to take care or stop."""
    return tuple(words.pgettext(f"{exercise.id}.precautions", line) for line in exercise.precautions)


def exercise_field(exercise: Exercise, field: str, words: Words) -> str:
    """Return a text field of an exercise, such as ``target`` or ``position``; empty stays empty."""
    text = str(getattr(exercise, field))
    return words.pgettext(f"{exercise.id}.{field}", text) if text else ""


def level_name(exercise: Exercise, level: Level, words: Words) -> str:
    """Return the name of a level."""
    return words.pgettext(f"{exercise.id}.levels.{level.id}", level.name)


def group_word(group: Group, words: Words) -> str:
    """Return the word of a group of the catalog."""
    return {
        Group.MOBILITY: words.pgettext("group", "Mobility"),
        Group.FLEXIBILITY: words.pgettext("group", "Flexibility"),
        Group.STRENGTH: words.pgettext("group", "Strength"),
        Group.BALANCE: words.pgettext("group", "Balance"),
        Group.GAIT: words.pgettext("group", "Gait"),
        Group.PLYOMETRIC: words.pgettext("group", "Plyometric and running"),
        Group.MASSAGE: words.pgettext("group", "Massage"),
        Group.RECOVERY: words.pgettext("group", "Recovery"),
        Group.WARM_UP: words.pgettext("group", "Warm-up and cool-down"),
        Group.CROSS_TRAINING: words.pgettext("group", "Cross-training"),
    }[group]


def position_word(position: Position, words: Words) -> str:
    """Return the word of a body position."""
    return {
        Position.SITTING: words.pgettext("position", "Sitting"),
        Position.LYING: words.pgettext("position", "Lying"),
        Position.STANDING: words.pgettext("position", "Standing"),
        Position.KNEELING: words.pgettext("position", "Kneeling"),
        Position.MOVING: words.pgettext("position", "Walking or running"),
        Position.WATER: words.pgettext("position", "In water"),
    }[position]


def side_mode_word(mode: SideMode, words: Words) -> str:
    """Return how the sides are used, in a word or two."""
    return {
        SideMode.BOTH: words.pgettext("sides", "Both at once"),
        SideMode.EACH: words.pgettext("sides", "Each side"),
        SideMode.AFFECTED: words.pgettext("sides", "Affected side"),
        SideMode.ALTERNATE: words.pgettext("sides", "In turn"),
    }[mode]


def phase_word(phase: PhaseMark, words: Words) -> str:
    """Return a phase with the mark that texts call it by (clinical.md §2, conventions)."""
    return {
        PhaseMark.P1: words.pgettext("phase", "P1 Protect"),
        PhaseMark.P2: words.pgettext("phase", "P2 Early load"),
        PhaseMark.P3: words.pgettext("phase", "P3 Strength"),
        PhaseMark.P4: words.pgettext("phase", "P4 Dynamic"),
        PhaseMark.P5: words.pgettext("phase", "P5 Return to run"),
        PhaseMark.MX: words.pgettext("phase", "Maintain"),
    }[phase]


def equipment_word(equipment: Equipment, words: Words) -> str:
    """Return the word of a piece of equipment, as it stands in a list."""
    return {
        Equipment.CHAIR: words.pgettext("equipment", "chair"),
        Equipment.WALL: words.pgettext("equipment", "wall"),
        Equipment.SUPPORT: words.pgettext("equipment", "support to hold"),
        Equipment.STEP: words.pgettext("equipment", "step"),
        Equipment.BAND: words.pgettext("equipment", "resistance band"),
        Equipment.ANCHOR: words.pgettext("equipment", "anchor for the band"),
        Equipment.TOWEL: words.pgettext("equipment", "towel"),
        Equipment.STRAP: words.pgettext("equipment", "strap"),
        Equipment.BALL: words.pgettext("equipment", "ball"),
        Equipment.FROZEN_BOTTLE: words.pgettext("equipment", "frozen bottle"),
        Equipment.BACKPACK: words.pgettext("equipment", "backpack"),
        Equipment.WEIGHT: words.pgettext("equipment", "weight"),
        Equipment.ANKLE_WEIGHT: words.pgettext("equipment", "ankle weight"),
        Equipment.LEG_PRESS: words.pgettext("equipment", "leg press"),
        Equipment.CUSHION: words.pgettext("equipment", "cushion"),
        Equipment.BOARD: words.pgettext("equipment", "wobble board"),
        Equipment.FLOOR_MARKS: words.pgettext("equipment", "marks on the floor"),
        Equipment.FLAT_PATH: words.pgettext("equipment", "flat path"),
        Equipment.METRONOME: words.pgettext("equipment", "metronome"),
        Equipment.WATCH: words.pgettext("equipment", "watch"),
        Equipment.COLD_PACK: words.pgettext("equipment", "cold pack"),
        Equipment.CLOTH: words.pgettext("equipment", "damp cloth"),
        Equipment.BANDAGE: words.pgettext("equipment", "elastic bandage"),
        Equipment.BIKE: words.pgettext("equipment", "exercise bike"),
        Equipment.ROPES: words.pgettext("equipment", "conditioning ropes"),
        Equipment.KETTLEBELL: words.pgettext("equipment", "kettlebell"),
        Equipment.POOL: words.pgettext("equipment", "pool"),
        Equipment.FLOAT_BELT: words.pgettext("equipment", "float belt"),
        Equipment.PILLOWS: words.pgettext("equipment", "pillows"),
        Equipment.SLEEVE: words.pgettext("equipment", "compression sleeve"),
        Equipment.BRACE: words.pgettext("equipment", "ankle brace"),
    }[equipment]
