"""Letters as single strokes: the paths that a toe follows in the alphabet exercise."""

from __future__ import annotations

import itertools
import math
from typing import Final, NamedTuple

from ankle_coach.domain.movement import LetterStyle

Stroke = tuple[tuple[float, float], ...]
"""Points of one line without lifting; x to the reader's right and y up, both from -1 to 1."""

_PRINT: Final[dict[str, str]] = {
    "A": "-8,-10 0,10 8,-10|-5,-3 5,-3",
    "B": "-7,-10 -7,10 2,10 6,8 6,3 2,1 -7,1|2,1 7,-2 7,-7 3,-10 -7,-10",
    "C": "7,6 4,9 0,10 -4,9 -7,5 -8,0 -7,-5 -4,-9 0,-10 4,-9 7,-6",
    "D": "-7,-10 -7,10 0,10 5,8 8,3 8,-3 5,-8 0,-10 -7,-10",
    "E": "7,10 -7,10 -7,-10 7,-10|-7,1 4,1",
    "F": "7,10 -7,10 -7,-10|-7,1 4,1",
    "G": "7,6 4,9 0,10 -4,9 -7,5 -8,0 -7,-5 -4,-9 0,-10 4,-9 7,-6 7,-1 1,-1",
    "H": "-7,10 -7,-10|7,10 7,-10|-7,0 7,0",
    "I": "0,10 0,-10",
    "J": "5,10 5,-5 3,-9 0,-10 -3,-9 -5,-6",
    "K": "-7,10 -7,-10|7,10 -7,-1|-2,3 7,-10",
    "L": "-6,10 -6,-10 7,-10",
    "M": "-9,-10 -7,10 0,-4 7,10 9,-10",
    "N": "-7,-10 -7,10 7,-10 7,10",
    "O": "0,10 -5,8 -8,3 -8,-3 -5,-8 0,-10 5,-8 8,-3 8,3 5,8 0,10",
    "P": "-7,-10 -7,10 2,10 6,8 7,5 6,2 2,0 -7,0",
    "Q": "0,10 -5,8 -8,3 -8,-3 -5,-8 0,-10 5,-8 8,-3 8,3 5,8 0,10|2,-4 8,-11",
    "R": "-7,-10 -7,10 2,10 6,8 7,5 6,2 2,0 -7,0|0,0 7,-10",
    "S": "6,7 3,9 0,10 -4,9 -6,6 -5,3 0,0 5,-3 6,-6 4,-9 0,-10 -4,-9 -7,-7",
    "T": "-8,10 8,10|0,10 0,-10",
    "U": "-7,10 -7,-4 -5,-8 0,-10 5,-8 7,-4 7,10",
    "V": "-8,10 0,-10 8,10",
    "W": "-10,10 -5,-10 0,6 5,-10 10,10",
    "X": "-7,10 7,-10|7,10 -7,-10",
    "Y": "-8,10 0,0 8,10|0,0 0,-10",
    "Z": "-7,10 7,10 -7,-10 7,-10",
}

_CURSIVE: Final[dict[str, str]] = {
    "A": "5,4 1,6 -4,5 -7,0 -6,-4 -2,-6 3,-3 5,4 5,-3 7,-6 10,-4",
    "B": "-8,-4 -3,2 0,8 -2,10 -4,7 -4,-3 -1,-6 3,-5 5,-1 3,2 6,2 10,3",
    "C": "6,3 2,6 -3,5 -6,0 -5,-4 -1,-6 4,-5 9,-1",
    "D": "4,3 0,6 -5,4 -7,-1 -5,-5 -1,-6 3,-2 5,10 5,-3 7,-6 10,-4",
    "E": "-7,-2 0,-1 5,2 3,6 -2,5 -5,0 -3,-5 2,-6 8,-2",
    "F": "-7,-3 0,4 2,9 0,10 -2,7 -2,-8 0,-10 2,-7 -1,-3 3,-3 9,-1",
    "G": "4,4 0,6 -5,4 -6,0 -3,-3 2,-1 4,4 4,-6 1,-10 -3,-9 -2,-6 8,0",
    "H": "-8,-5 -3,2 -1,9 -3,10 -5,6 -5,-6 -3,1 1,3 4,1 4,-4 6,-6 9,-3",
    "I": "-6,-4 0,4 0,-4 2,-6 7,-3|0,8 1,8.5",
    "J": "-5,-2 2,4 2,-6 -1,-10 -4,-8 -2,-5 7,0|2,8 3,8.5",
    "K": "-8,-5 -3,2 -1,9 -3,10 -5,6 -5,-6 -3,1 2,3 3,0 -3,-1 3,-6 8,-3",
    "L": "-5,-4 1,3 3,9 0,10 -2,6 -2,-3 1,-6 7,-3",
    "M": "-10,1 -8,4 -7,-6 -6,1 -3,4 -1,1 -1,-6 0,1 3,4 5,1 5,-4 7,-6 10,-3",
    "N": "-8,2 -5,4 -4,-6 -3,1 1,4 4,2 4,-4 6,-6 9,-3",
    "O": "1,5 -4,5 -7,0 -5,-5 0,-6 4,-2 3,3 1,5 4,3 9,4",
    "P": "-7,-2 -3,4 -3,-10 -3,2 1,5 5,3 5,-2 1,-4 -2,-2 4,-4 9,-2",
    "Q": "4,4 0,6 -5,4 -6,0 -3,-3 2,-1 4,4 4,-9 6,-10 7,-7 4,-4 9,-1",
    "R": "-7,-4 -3,4 -2,6 1,4 5,4 4,-4 6,-6 9,-3",
    "S": "-7,-5 0,3 1,6 4,1 4,-4 1,-6 -4,-5 3,-6 9,-3",
    "T": "-6,-4 0,4 0,9 0,-4 2,-6 7,-3|-4,5 5,5",
    "U": "-8,0 -5,4 -5,-3 -2,-6 3,-2 4,4 4,-3 6,-6 9,-3",
    "V": "-8,2 -5,4 -3,-4 0,-6 4,0 4,4 5,2 9,3",
    "W": "-10,1 -8,4 -7,-4 -4,-6 0,-1 0,4 1,-4 4,-6 7,0 7,4 10,3",
    "X": "-8,2 -4,4 0,-1 3,-6 8,-4|6,4 -5,-6",
    "Y": "-8,1 -5,4 -4,-1 -1,-3 3,0 4,4 4,-6 1,-10 -3,-9 -1,-5 9,0",
    "Z": "-6,3 -1,5 3,3 0,-1 -4,-3 2,-3 3,-7 0,-10 -4,-9 0,-5 9,0",
}

LETTERS: Final = tuple(_PRINT)


def strokes(letter: str, style: LetterStyle = LetterStyle.PRINT) -> tuple[Stroke, ...]:
    """Return the strokes of a letter of A to Z; cursive strokes are rounded.

    Raises:
        ValueError: Not a letter of A to Z.
    """
    table = _PRINT if style is LetterStyle.PRINT else _CURSIVE
    text = table.get(letter.upper())
    if text is None:
        raise ValueError(f"no strokes are drawn for {letter!r}")
    lines = tuple(_points(part) for part in text.split("|"))
    return lines if style is LetterStyle.PRINT else tuple(_rounded(line) for line in lines)


def _points(text: str) -> Stroke:
    """Return the points that ``x,y x,y`` says, in tenths."""
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x) / 10.0, float(y) / 10.0) for x, y in pairs)


def _rounded(line: Stroke) -> Stroke:
    """Return the line with its corners cut twice (Chaikin), ends kept."""
    for _ in range(2):
        new = [line[0]]
        for (x0, y0), (x1, y1) in itertools.pairwise(line):
            new.append((0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1))
            new.append((0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1))
        line = (*new, line[-1])
    return line


class PenState(NamedTuple):
    """Where the toe is in the letter box, and what it has written."""

    x: float
    y: float
    written: tuple[Stroke, ...]


APPROACH: Final = 0.12
"""Share of a letter's time for coming from the middle, and again for going back to it."""


def pen_at(letter: str, fraction: float, style: LetterStyle = LetterStyle.PRINT) -> PenState:
    """Return the pen at ``fraction`` (0 to 1) of a letter: from the middle, along it, back to the middle."""
    lines = strokes(letter, style)
    first, last = lines[0][0], lines[-1][-1]
    if fraction <= APPROACH:
        share = _smooth(max(0.0, fraction) / APPROACH)
        return PenState(first[0] * share, first[1] * share, ())
    if fraction >= 1.0 - APPROACH:
        share = _smooth(min(1.0, (1.0 - fraction) / APPROACH))
        return PenState(last[0] * share, last[1] * share, lines)
    return _along(lines, (fraction - APPROACH) / (1.0 - 2.0 * APPROACH))


def _smooth(share: float) -> float:
    """Ease in and out."""
    return share * share * (3.0 - 2.0 * share)


def _along(lines: tuple[Stroke, ...], share: float) -> PenState:
    """Return the pen at a share of the whole way, pen-up ways between strokes included."""
    legs: list[tuple[tuple[float, float], tuple[float, float], bool]] = []
    for index, line in enumerate(lines):
        if index:
            legs.append((lines[index - 1][-1], line[0], False))
        legs.extend((a, b, True) for a, b in itertools.pairwise(line))
    lengths = [math.dist(a, b) for a, b, _ in legs]
    left = share * sum(lengths)
    written: list[list[tuple[float, float]]] = []
    down = False
    for (a, b, draws), length in zip(legs, lengths, strict=True):
        if draws and not down:
            written.append([a])
        down = draws
        part = min(1.0, left / length) if length > 0 else 1.0
        point = (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        if draws:
            written[-1].append(point)
        if left <= length:
            return PenState(point[0], point[1], tuple(tuple(line) for line in written))
        left -= length
    end = lines[-1][-1]
    return PenState(end[0], end[1], lines)
