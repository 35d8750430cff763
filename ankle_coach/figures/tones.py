"""The colors of figures by skin tone and ground; black-and-white uses hatching in their place."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec


class Tone(StrEnum):
    """Skin tones, and a plain line style without any."""

    LIGHT = "light"
    MEDIUM = "medium"
    BROWN = "brown"
    DEEP = "deep"
    PLAIN = "plain"


class Ground(StrEnum):
    """What a figure is drawn on."""

    LIGHT = "light"
    DARK = "dark"
    PAPER = "paper"
    BLACK_WHITE = "black-white"


class FigureColors(msgspec.Struct, frozen=True):
    """Every color of a figure as ``#rrggbb``; ``hatch`` = far limbs and targets are hatched, not colored."""

    paper: str = "#ffffff"
    ink: str = "#263040"
    skin: str = "#ecbd98"
    skin_far: str = "#d49f78"
    skin_line: str = "#a86f4b"
    nail: str = "#f8dccb"
    hair: str = "#4a3426"
    shirt: str = "#4f92c4"
    shirt_far: str = "#39729e"
    shorts: str = "#2f4d78"
    shorts_far: str = "#223a5e"
    prop: str = "#dfe5ed"
    prop_dark: str = "#b9c4d2"
    wood: str = "#d9b88c"
    wood_dark: str = "#b8925f"
    metal: str = "#8593a6"
    ground: str = "#aab6c6"
    mat: str = "#9fc6bd"
    band: str = "#1f9d8a"
    towel: str = "#f2efe6"
    ball: str = "#cfe04a"
    ice: str = "#a9d8f2"
    water: str = "#8cc7e8"
    accent: str = "#e0542f"
    wrong: str = "#c62828"
    target: str = "#e8745a"
    mark: str = "#1f5f95"
    hatch: bool = False


_SKINS: Final[dict[Tone, dict[str, str]]] = {
    Tone.LIGHT: {},
    Tone.MEDIUM: {
        "skin": "#d9a177",
        "skin_far": "#bd8259",
        "skin_line": "#8a5634",
        "nail": "#efc8ab",
        "hair": "#2d211b",
    },
    Tone.BROWN: {
        "skin": "#a9714a",
        "skin_far": "#8a5836",
        "skin_line": "#5c3519",
        "nail": "#d3a482",
        "hair": "#1f1815",
    },
    Tone.DEEP: {
        "skin": "#7a4d33",
        "skin_far": "#5f3a25",
        "skin_line": "#3a2012",
        "nail": "#b98a6e",
        "hair": "#17120f",
    },
    Tone.PLAIN: {
        "skin": "#ffffff",
        "skin_far": "#dde2e8",
        "skin_line": "#6c7786",
        "nail": "#ffffff",
        "hair": "#8b95a3",
        "shirt": "#f1f3f6",
        "shirt_far": "#cfd6de",
        "shorts": "#c3ccd6",
        "shorts_far": "#a9b4c1",
    },
}

_DARK: Final[dict[str, str]] = {
    "paper": "#18212d",
    "ink": "#0a0f16",
    "prop": "#71809a",
    "prop_dark": "#55637a",
    "ground": "#71809a",
    "metal": "#95a3b8",
    "shorts": "#5674a6",
    "shorts_far": "#41597f",
    "shirt": "#62a8dc",
    "shirt_far": "#447fae",
    "hair": "#6b4d39",
    "accent": "#ff8a65",
    "wrong": "#ff7b7b",
    "wood": "#b99a70",
    "wood_dark": "#8f7450",
    "mat": "#4f7d74",
    "mark": "#8cc8f5",
    "water": "#4f8fb3",
}

_BLACK_WHITE: Final = FigureColors(
    paper="#ffffff",
    ink="#000000",
    skin="#ffffff",
    skin_far="#ffffff",
    skin_line="#000000",
    nail="#ffffff",
    hair="#000000",
    shirt="#ffffff",
    shirt_far="#ffffff",
    shorts="#ffffff",
    shorts_far="#ffffff",
    prop="#ffffff",
    prop_dark="#ffffff",
    wood="#ffffff",
    wood_dark="#ffffff",
    metal="#ffffff",
    ground="#000000",
    mat="#ffffff",
    band="#000000",
    towel="#ffffff",
    ball="#ffffff",
    ice="#ffffff",
    water="#000000",
    accent="#000000",
    wrong="#000000",
    target="#000000",
    mark="#000000",
    hatch=True,
)


def figure_colors(tone: Tone = Tone.LIGHT, ground: Ground = Ground.LIGHT) -> FigureColors:
    """Return the colors of a tone on a ground; black-and-white knows no tones."""
    if ground is Ground.BLACK_WHITE:
        return _BLACK_WHITE
    changes: dict[str, str] = {}
    if ground is Ground.DARK:
        changes |= _DARK
    changes |= _SKINS[tone]
    if ground is Ground.DARK and tone is not Tone.PLAIN and tone is not Tone.LIGHT:
        changes["hair"] = "#3b2c24"
    return msgspec.structs.replace(FigureColors(), **changes)


def mixed(color: str, other: str, share: float) -> str:
    """Return the color ``share`` of the way from ``color`` to ``other``."""
    first, second = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (color, other))
    parts = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def ghosted(colors: FigureColors) -> FigureColors:
    """Return pale colors for the start pose behind the end pose: a quarter color, the rest paper.

    Blended, not transparent, since transparency would become a raster image in some vector formats.
    """
    values = {
        name: mixed(value, colors.paper, 0.75)
        for name in colors.__struct_fields__
        if isinstance(value := getattr(colors, name), str) and name != "paper"
    }
    if colors.hatch:
        values = {"ink": "#b0b0b0", "hair": "#d8d8d8", "skin_line": "#b0b0b0"}
    return msgspec.structs.replace(colors, **values, hatch=False)
