"""The one sentence of a dose, for cards, player, paper and files alike.

Each fragment is a whole message with named placeholders, so that a translator can turn it round.
"""

from __future__ import annotations

from collections.abc import Callable

from ankle_coach.domain.dose import (
    Block,
    Checklist,
    Directions,
    Distance,
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    SequenceItem,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_order import playing_sides
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.terms import (
    activity_word,
    checklist_words,
    direction_word,
    part_word,
    side_word,
    style_word,
    time_words,
    variant_word,
)
from ankle_coach.domain.words import Words

Names = Callable[[str], str]
"""Gives the name of an exercise for its id."""


def dose_sentence(dose: Dose, mode: SideMode, affected: Side | None, words: Words, names: Names = str) -> str:
    """Return the sentence of a dose, for example "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s".

    Args:
        dose: The dose.
        mode: How the sides are used.
        affected: The person's affected side.
        words: The translator of the reader's language.
        names: Gives the name of an exercise for its id; needed by sequences.
    """
    if isinstance(dose.blocks[0], Sequence):
        items = [item for block in dose.blocks if isinstance(block, Sequence) for item in block.items]
        return "; ".join(_item_sentence(item, affected, words, names) for item in items)
    if dose.left is None and dose.right is None:
        return _blocks_sentence(dose.blocks, _sides_clause(dose, mode, affected, words), words)
    return "; ".join(
        words.pgettext("dose", "{side}: {dose}").format(
            side=side_word(side, words), dose=_blocks_sentence(dose.for_side(side), "", words)
        )
        for side in playing_sides(dose, mode, affected)
    )


def _item_sentence(item: SequenceItem, affected: Side | None, words: Words, names: Names) -> str:
    sentence = dose_sentence(item.dose, item.side_mode, affected, words, names)
    if not item.exercise:
        return sentence
    return words.pgettext("dose", "{exercise}: {dose}").format(exercise=names(item.exercise), dose=sentence)


def _sides_clause(dose: Dose, mode: SideMode, affected: Side | None, words: Words) -> str:
    sides = playing_sides(dose, mode, affected)
    if sides == (Side.BOTH,):
        return ""
    if len(sides) == 1:
        if sides[0] is Side.LEFT:
            return words.pgettext("dose", "left side")
        return words.pgettext("dose", "right side")
    if mode is SideMode.ALTERNATE:
        return words.pgettext("dose", "each side in turn")
    return words.pgettext("dose", "each side")


def _blocks_sentence(blocks: tuple[Block, ...], sides: str, words: Words) -> str:
    sentences = []
    for block in blocks:
        work, rests = _work(block, words), _rests(block, words)
        sentence = ", ".join(part for part in (*work, sides, *rests) if part)
        if block.variant:
            name = variant_word(block.variant, words)
            sentence = words.pgettext("dose", "{variant}: {dose}").format(variant=name, dose=sentence)
        sentences.append(sentence)
    return "; ".join(sentences)


def _work(block: Block, words: Words) -> list[str]:
    match block:
        case Reps():
            return _reps(block, words)
        case Hold():
            return [_hold(block, words)]
        case Duration():
            return _duration(block, words)
        case Directions():
            return _directions(block, words)
        case Tracing():
            return _tracing(block, words)
        case Intervals():
            return _intervals(block, words)
        case Distance():
            message = words.ngettext("{sets} time {meters} m", "{sets} times {meters} m", block.sets)
            return [message.format(sets=block.sets, meters=f"{block.meters:g}")]
        case Checklist():
            return [checklist_words(item, words) for item in block.items]
        case Timer():
            return _timer(block, words)
        case _:
            raise ValueError("a sequence makes its own sentence")


def _rests(block: Block, words: Words) -> list[str]:
    rests = []
    if block.rest_reps and _parts_in_set(block) > 1:
        message = words.pgettext("dose", "rest {time} between repetitions")
        if isinstance(block, Hold):
            message = words.pgettext("dose", "rest {time} between holds")
        rests.append(message.format(time=time_words(block.rest_reps, words)))
    if block.rest_sets and _has_set_rest(block):
        rests.append(words.pgettext("dose", "rest {time}").format(time=time_words(block.rest_sets, words)))
    return rests


def _parts_in_set(block: Block) -> int:
    match block:
        case Reps():
            return block.reps
        case Hold():
            return block.holds
        case _:
            return 0


def _has_set_rest(block: Block) -> bool:
    match block:
        case Reps() | Hold() | Duration() | Distance():
            return block.sets > 1
        case Tracing():
            return block.passes > 1
        case Directions():
            return max(block.passes) > 1
        case _:
            return False


def _reps(block: Reps, words: Words) -> list[str]:
    if block.up_to:
        message = words.ngettext(
            "{sets} set of as many as you tolerate, up to {reps}",
            "{sets} sets of as many as you tolerate, up to {reps}",
            block.sets,
        )
    elif block.repetition_maximum:
        message = words.ngettext("{sets} set of {reps} RM", "{sets} sets of {reps} RM", block.sets)
    else:
        message = words.ngettext("{sets} set of {reps}", "{sets} sets of {reps}", block.sets)
    parts = [message.format(sets=block.sets, reps=block.reps)]
    if block.rise_seconds:
        rise = words.pgettext("dose", "rise with the other leg {time}")
        parts.append(rise.format(time=time_words(block.rise_seconds, words)))
    if block.tempo is None:
        parts.append(words.pgettext("dose", "at your own pace"))
        return parts
    for part in ("up", "hold", "down", "pause"):
        seconds = getattr(block.tempo, part)
        if seconds:
            parts.append(f"{part_word(part, block.motion, words)} {time_words(seconds, words)}")
    return parts


def _hold(block: Hold, words: Words) -> str:
    time = time_words(block.seconds, words)
    if block.sets > 1 and block.holds > 1:
        message = words.pgettext("dose", "{sets} sets of {holds} holds of {time}")
    elif block.sets > 1:
        message = words.pgettext("dose", "{sets} holds of {time}")
    else:
        message = words.ngettext("{holds} hold of {time}", "{holds} holds of {time}", block.holds)
    sentence = message.format(sets=block.sets, holds=block.holds, time=time)
    if block.effort_percent is not None:
        effort = words.pgettext("dose", "{dose} at {percent} % effort")
        sentence = effort.format(dose=sentence, percent=block.effort_percent)
    return sentence


def _duration(block: Duration, words: Words) -> list[str]:
    time = time_words(block.seconds, words)
    if block.activity is not Activity.WORK:
        message = words.pgettext("dose", "{activity} {time}")
        first = message.format(activity=activity_word(block.activity, words), time=time)
    else:
        first = time
    if block.sets > 1:
        first = words.pgettext("dose", "{sets} times {work}").format(sets=block.sets, work=first)
    parts = [first]
    if len(block.zones) > 1:
        share = time_words(block.seconds / len(block.zones), words)
        zone = words.pgettext("dose", "{zones} zones of {time}")
        parts.append(zone.format(zones=len(block.zones), time=share))
    if block.effort is not None:
        least, most = block.effort
        parts.append(words.pgettext("dose", "effort {least} to {most} of 10").format(least=least, most=most))
    return parts


def _directions(block: Directions, words: Words) -> list[str]:
    each = words.pgettext("dose", "{reps} {direction}")
    turns = [each.format(reps=block.reps, direction=direction_word(d, words)) for d in block.directions]
    parts = [" + ".join(turns)]
    sets = [words.ngettext("{n} set", "{n} sets", n).format(n=n) for n in block.passes]
    parts.append(words.pgettext("dose", ", then ").join(sets))
    pace = words.pgettext("dose", "{time} each")
    parts.append(pace.format(time=time_words(block.seconds, words)))
    if block.hold:
        parts.append(words.pgettext("dose", "hold {time}").format(time=time_words(block.hold, words)))
    return parts


def _tracing(block: Tracing, words: Words) -> list[str]:
    message = words.ngettext(
        "{passes} time through {letters} letters", "{passes} times through {letters} letters", block.passes
    )
    pace = words.pgettext("dose", "{time} a letter")
    return [
        message.format(passes=block.passes, letters=len(block.letters)),
        style_word(block.style, words),
        pace.format(time=time_words(block.seconds_per_letter, words)),
    ]


def _intervals(block: Intervals, words: Words) -> list[str]:
    work = time_words(block.work, words)
    hard = activity_word(block.work_activity, words)
    if not block.easy:
        message = words.ngettext(
            "{rounds} round of {hard} {work}", "{rounds} rounds of {hard} {work}", block.rounds
        )
    else:
        message = words.ngettext(
            "{rounds} round of {hard} {work}, {soft} {easy}",
            "{rounds} rounds of {hard} {work}, {soft} {easy}",
            block.rounds,
        )
    soft = activity_word(block.easy_activity, words)
    easy = time_words(block.easy, words)
    parts = [message.format(rounds=block.rounds, hard=hard, work=work, soft=soft, easy=easy)]
    if block.cadence_percent:
        cadence = words.pgettext("dose", "cadence {percent} %")
        parts.append(cadence.format(percent=f"{block.cadence_percent:+d}"))
    return parts


def _timer(block: Timer, words: Words) -> list[str]:
    parts = [time_words(block.seconds, words)]
    if block.maximum > block.seconds:
        limit = words.pgettext("dose", "never over {time}")
        parts.append(limit.format(time=time_words(block.maximum, words)))
    return parts
