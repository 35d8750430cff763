"""The colors of figures by skin tone and ground, out of the palette; black-and-white hatches instead."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from ankle_coach.palette import HIGH_CONTRAST, PAPER, Palette, Scheme, SkinTone, palette_for

_WHITE: Final = PAPER.surface
_BLACK: Final = HIGH_CONTRAST.figure.ink


class Tone(StrEnum):
    """Skin tones, and a plain line style without any."""

    LIGHT = "light"
    FAIR = "fair"
    BROWN = "brown"
    DEEP = "deep"
    PLAIN = "plain"


class Ground(StrEnum):
    """What a figure is drawn on: a scheme of the palette, or black lines for a copier."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    PAPER = "paper"
    GRAY = "gray"
    BLACK_WHITE = "black-white"


class FigureColors(NamedTuple):
    """Every color of a figure as ``#rrggbb``; ``hatch`` = far limbs and targets are hatched, not colored."""

    paper: str
    ink: str
    skin: str
    skin_far: str
    skin_line: str
    nail: str
    hair: str
    shirt: str
    shirt_far: str
    shorts: str
    shorts_far: str
    prop: str
    prop_dark: str
    wood: str
    wood_dark: str
    metal: str
    ground: str
    mat: str
    band: str
    towel: str
    ball: str
    ice: str
    water: str
    accent: str
    wrong: str
    target: str
    mark: str
    hatch: bool = False


_TONES: Final = (Tone.LIGHT, Tone.FAIR, Tone.BROWN, Tone.DEEP)
"""In the palette's order."""


def figure_colors(tone: Tone = Tone.LIGHT, ground: Ground = Ground.LIGHT) -> FigureColors:
    """Return the colors of a tone on a ground; black-and-white knows no tones."""
    if ground is Ground.BLACK_WHITE:
        return _black_and_white()
    colors = palette_for(Scheme(ground.value))
    if tone is Tone.PLAIN:
        return _plain(colors)
    skins = colors.figure.skin_tones
    return _from_palette(colors, skins[_TONES.index(tone) % len(skins)])


def _from_palette(colors: Palette, skin: SkinTone) -> FigureColors:
    """Return a figure's colors with one skin; hair is darker on darker skin."""
    roles = colors.figure
    darker = 0.6 if _brightness(skin.near) < 170 else 0.0
    return FigureColors(
        paper=colors.surface, ink=roles.ink, skin=skin.near, skin_far=skin.far,
        skin_line=mixed(skin.far, roles.ink, 0.42), nail=mixed(skin.near, _WHITE, 0.4),
        hair=mixed(roles.hair, roles.ink, darker), shirt=roles.shirt_near, shirt_far=roles.shirt_far,
        shorts=roles.shorts_near, shorts_far=roles.shorts_far, prop=roles.prop, prop_dark=roles.prop_far,
        wood=roles.wood, wood_dark=mixed(roles.wood, roles.ink, 0.2),
        metal=mixed(roles.prop_far, roles.ink, 0.4), ground=roles.floor, band=roles.band,
        mat=mixed(roles.band, roles.prop, 0.5),
        towel=mixed(_WHITE, roles.wood, 0.16), ball=roles.ball, ice=mixed(colors.accent, _WHITE, 0.6),
        water=mixed(colors.accent, _WHITE, 0.35), accent=roles.arrow, wrong=colors.danger.line,
        target=colors.danger.fill, mark=colors.accent,
    )  # fmt: skip


def _black_and_white() -> FigureColors:
    """Return black lines on white; what is colored elsewhere is white or hatched."""
    dark = {"ink", "skin_line", "hair", "ground", "band", "water", "accent", "wrong", "target", "mark"}
    names = (name for name in FigureColors._fields if name != "hatch")
    return FigureColors._make([*(_BLACK if name in dark else _WHITE for name in names), True])


def _plain(colors: Palette) -> FigureColors:
    """Return the plain line style: hardly any color but that of marks and props."""
    ink = colors.figure.ink
    return _from_palette(colors, colors.figure.skin_tones[0])._replace(
        skin=_WHITE, skin_far=mixed(_WHITE, ink, 0.14), skin_line=mixed(_WHITE, ink, 0.6), nail=_WHITE,
        hair=mixed(_WHITE, ink, 0.5), shirt=mixed(_WHITE, ink, 0.06), shirt_far=mixed(_WHITE, ink, 0.2),
        shorts=mixed(_WHITE, ink, 0.24), shorts_far=mixed(_WHITE, ink, 0.34),
    )  # fmt: skip


def _brightness(color: str) -> float:
    """Return how bright a color is, 0 to 255."""
    return sum(int(color[i : i + 2], 16) for i in (1, 3, 5)) / 3


def mixed(color: str, other: str, share: float) -> str:
    """Return the color ``share`` of the way from ``color`` to ``other``."""
    first, second = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (color, other))
    parts = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def ghosted(colors: FigureColors) -> FigureColors:
    """Return pale colors for the start pose behind the end pose: a quarter color, the rest paper.

    Blended, not transparent, since transparency would become a raster image in some vector formats.
    """
    values = [mixed(value, colors.paper, 0.75) for value in colors[:-1]]
    return FigureColors._make([*values, False])._replace(paper=colors.paper)
