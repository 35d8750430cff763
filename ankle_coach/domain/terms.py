"""The domain's enumerations and times in the reader's words: one place for each word."""

from __future__ import annotations

from ankle_coach.domain.movement import Activity, Direction, Eyes, LetterStyle, Motion
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words


def time_words(seconds: float, words: Words) -> str:
    """Return a time as it is said in a dose: seconds below two minutes, whole minutes above."""
    if seconds >= 120 and seconds % 60 == 0:
        return words.pgettext("time", "{minutes} min").format(minutes=f"{seconds / 60:g}")
    if seconds >= 120:
        message = words.pgettext("time", "{minutes} min {seconds} s")
        minutes, rest = divmod(seconds, 60)
        return message.format(minutes=f"{minutes:g}", seconds=f"{rest:g}")
    return words.pgettext("time", "{seconds} s").format(seconds=f"{round(seconds, 2):g}")


def minutes_words(seconds: float, open_steps: int, words: Words) -> str:
    """Return a session's length in whole minutes, rounded up; "at least" where open steps come on top.

    Args:
        seconds: Sum of the timed steps.
        open_steps: Number of steps that end only when the person says so.
        words: The translator.
    """
    minutes = max(1, -(-int(seconds) // 60))
    if not open_steps:
        return words.ngettext("{n} min", "{n} min", minutes).format(n=minutes)
    if not seconds:
        return words.gettext("at your own pace")
    return words.ngettext("{n} min or more", "{n} min or more", minutes).format(n=minutes)


def side_word(side: Side, words: Words) -> str:
    """Return the word of a side."""
    return {
        Side.LEFT: words.pgettext("side", "Left"),
        Side.RIGHT: words.pgettext("side", "Right"),
        Side.BOTH: words.pgettext("side", "Both"),
    }[side]


def direction_word(direction: Direction, words: Words) -> str:
    """Return the word of a direction."""
    return {
        Direction.CLOCKWISE: words.pgettext("direction", "clockwise"),
        Direction.COUNTERCLOCKWISE: words.pgettext("direction", "counterclockwise"),
        Direction.FORWARD: words.pgettext("direction", "forward"),
        Direction.BACKWARD: words.pgettext("direction", "backward"),
        Direction.INWARD: words.pgettext("direction", "inward"),
        Direction.OUTWARD: words.pgettext("direction", "outward"),
        Direction.FRONT: words.pgettext("direction", "to the front"),
        Direction.BACK_OUT: words.pgettext("direction", "back and out"),
        Direction.BACK_IN: words.pgettext("direction", "back and in"),
    }[direction]


def style_word(style: LetterStyle, words: Words) -> str:
    """Return the word of a style of letters."""
    if style is LetterStyle.CURSIVE:
        return words.pgettext("letters", "cursive")
    return words.pgettext("letters", "print")


def eyes_words(eyes: Eyes, words: Words) -> str:
    """Return whether eyes are open or closed, as an instruction."""
    if eyes is Eyes.CLOSED:
        return words.pgettext("balance", "Eyes closed")
    return words.pgettext("balance", "Eyes open")


def activity_word(activity: Activity, words: Words) -> str:
    """Return the word of an activity."""
    return {
        Activity.WORK: words.pgettext("activity", "work"),
        Activity.REST: words.pgettext("activity", "rest"),
        Activity.RUN: words.pgettext("activity", "run"),
        Activity.WALK: words.pgettext("activity", "walk"),
        Activity.BRISK_WALK: words.pgettext("activity", "brisk walk"),
        Activity.HARD: words.pgettext("activity", "hard"),
        Activity.EASY: words.pgettext("activity", "easy"),
        Activity.QUICK_STEPS: words.pgettext("activity", "quick steps"),
        Activity.ROLL: words.pgettext("activity", "roll"),
        Activity.RIDE: words.pgettext("activity", "ride"),
        Activity.SWIM: words.pgettext("activity", "swim"),
        Activity.ELEVATE: words.pgettext("activity", "leg up"),
        Activity.ICE: words.pgettext("activity", "ice"),
    }[activity]


def checklist_words(item: str, words: Words) -> str:
    """Return a list's item in the reader's language."""
    return words.pgettext("checklist", item)


def variant_word(variant: str, words: Words) -> str:
    """Return the words of a block's named form; an unknown key reads as its words."""
    known = {
        "straight-knee": words.pgettext("variant", "Straight knee"),
        "bent-knee": words.pgettext("variant", "Bent knee"),
    }
    return known.get(variant, variant.replace("-", " ").capitalize())


def zone_word(zone: str, words: Words) -> str:
    """Return the words of a zone of the sole; an unknown key reads as its words."""
    known = {
        "heel": words.pgettext("zone", "Heel"),
        "inner-arch": words.pgettext("zone", "Inner arch"),
        "outer-arch": words.pgettext("zone", "Outer arch"),
        "ball-of-foot": words.pgettext("zone", "Ball of the foot"),
    }
    return known.get(zone, zone.replace("-", " ").capitalize())


def motion_words(motion: Motion, words: Words) -> tuple[str, str]:
    """Return the two words of a repetition as a dose says them, for example up and down."""
    return {
        Motion.RAISE: (words.pgettext("motion", "up"), words.pgettext("motion", "down")),
        Motion.LIFT: (words.pgettext("motion", "lift"), words.pgettext("motion", "lower")),
        Motion.PUSH: (words.pgettext("motion", "push"), words.pgettext("motion", "back")),
        Motion.PULL: (words.pgettext("motion", "pull"), words.pgettext("motion", "back")),
        Motion.TURN: (words.pgettext("motion", "turn"), words.pgettext("motion", "back")),
        Motion.BEND: (words.pgettext("motion", "bend"), words.pgettext("motion", "straighten")),
        Motion.ROCK: (words.pgettext("motion", "forward"), words.pgettext("motion", "back")),
        Motion.HOP: (words.pgettext("motion", "hop"), words.pgettext("motion", "land")),
        Motion.POINT: (words.pgettext("motion", "point"), words.pgettext("motion", "pull up")),
        Motion.GATHER: (words.pgettext("motion", "gather"), words.pgettext("motion", "spread")),
        Motion.REACH: (words.pgettext("motion", "reach"), words.pgettext("motion", "return")),
        Motion.STEP_DOWN: (words.pgettext("motion", "down"), words.pgettext("motion", "up")),
    }[motion]


def part_word(part: str, motion: Motion | None, words: Words) -> str:
    """Return the word of a part of a repetition (``up``, ``hold``, ``down``, ``pause``, ``rise``)."""
    out, back = motion_words(motion or Motion.RAISE, words)
    return {
        "up": out,
        "down": back,
        "hold": words.pgettext("motion", "hold"),
        "pause": words.pgettext("motion", "pause"),
        "rise": words.pgettext("motion", "rise"),
    }[part]


def cue_words(motion: Motion, words: Words) -> tuple[str, str]:
    """Return the two words that a player calls out for a repetition, for example raise and lower."""
    back = words.pgettext("cue", "return")
    return {
        Motion.RAISE: (words.pgettext("cue", "raise"), words.pgettext("cue", "lower")),
        Motion.LIFT: (words.pgettext("cue", "lift"), words.pgettext("cue", "lower")),
        Motion.PUSH: (words.pgettext("cue", "push"), back),
        Motion.PULL: (words.pgettext("cue", "pull"), back),
        Motion.TURN: (words.pgettext("cue", "turn"), back),
        Motion.BEND: (words.pgettext("cue", "bend"), words.pgettext("cue", "straighten")),
        Motion.ROCK: (words.pgettext("cue", "forward"), words.pgettext("cue", "back")),
        Motion.HOP: (words.pgettext("cue", "hop"), words.pgettext("cue", "land")),
        Motion.POINT: (words.pgettext("cue", "point"), words.pgettext("cue", "pull up")),
        Motion.GATHER: (words.pgettext("cue", "gather"), words.pgettext("cue", "spread")),
        Motion.REACH: (words.pgettext("cue", "reach"), back),
        Motion.STEP_DOWN: (words.pgettext("cue", "lower"), words.pgettext("cue", "rise")),
    }[motion]


def cue_word(part: str, motion: Motion | None, words: Words) -> str:
    """Return what a player calls out for a part (``up``, ``hold``, ``down``, ``pause``, ``rise``)."""
    out, back = cue_words(motion or Motion.RAISE, words)
    return {
        "up": out,
        "down": back,
        "hold": words.pgettext("cue", "hold"),
        "pause": words.pgettext("cue", "relax"),
        "rise": words.pgettext("cue", "rise on the other leg"),
    }[part]


def swelling_words(words: Words) -> tuple[str, str, str, str]:
    """Return the words of the degrees of swelling, 0 to 3."""
    return (
        words.pgettext("swelling", "none"),
        words.pgettext("swelling", "mild"),
        words.pgettext("swelling", "moderate"),
        words.pgettext("swelling", "severe"),
    )
