"""Mutated documents: bytes changed, and values put where they do not belong; the same seed, the same file."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

_STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    10**30,
    "",
    "x" * 5000,
    '<b onclick="x">',
    "../../etc/passwd",
    "\u202e\u05d0\u0000",
    "\U0001f9b6",
    [],
    {},
    [[[[[]]]]],
    {"type": "reps"},
)


def mutated(data: bytes, seed: int) -> bytes:
    """Return a document with one to eight changes, of its bytes or of its values."""
    chance = random.Random(seed)
    if chance.random() < 0.4:
        return _bytes_changed(data, chance)
    document = json.loads(data)
    for _ in range(chance.randint(1, 4)):
        _change_a_value(document, chance)
    return json.dumps(document).encode()


def _bytes_changed(data: bytes, chance: random.Random) -> bytes:
    text = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                text[place] = chance.randrange(256)
            case 1:
                del text[place : place + chance.randint(1, 40)]
            case 2:
                text[place:place] = text[: chance.randint(1, 200)]
            case _:
                text[place:place] = bytes(chance.choice(b'{}[]",:0\\') for _ in range(chance.randint(1, 9)))
    return bytes(text)


def _change_a_value(document: Any, chance: random.Random) -> None:
    """Go down at random, and there drop, double, rename or replace a value."""
    place = document
    while True:
        if not place:
            return
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = chance.choice(keys)
        below = place[key]
        if not isinstance(below, dict | list) or not below or chance.random() < 0.2:
            break
        place = below
    match chance.randrange(5):
        case 0:
            del place[key]
        case 1 if isinstance(place, list):
            place.append(copy.deepcopy(below))
        case 1:
            place[f"{key}_"] = copy.deepcopy(below)
        case 2 if isinstance(below, int | float):
            place[key] = below * chance.choice((-1, 1000, 1e9, 0.5))
        case _:
            place[key] = copy.deepcopy(chance.choice(_STRANGE))
