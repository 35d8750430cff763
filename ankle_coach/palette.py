"""Every color of Ankle Coach, as data: one palette per scheme, no Qt.

Colors are ``#rrggbb``. No color carries a meaning alone: a word or a shape
always goes with it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

CLEAR = "#00000000"
"""No color at all: what a picture is made of before something is drawn."""


class Scheme(StrEnum):
    """A set of colors, for a screen or for paper."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    PAPER = "paper"
    GRAY = "gray"


class Tone(NamedTuple):
    """What a message is colored with.

    Attributes:
        line: For text, icons and lines on a surface.
        fill: For large shapes.
        soft: Lies behind text.
        text: Text on ``line``.
    """

    line: str
    fill: str
    soft: str
    text: str


class SkinTone(NamedTuple):
    """A figure's skin: of the limb near the viewer, and of the far one."""

    near: str
    far: str


class PlayerColors(NamedTuple):
    """The player, to be read at three meters: 7:1 or better."""

    background: str = "#10171f"
    digits: str = "#f2f6fa"
    word: str = "#7fd0ff"
    muted: str = "#c3cfdb"
    panel: str = "#ffffff"
    panel_text: str = "#1f2a36"
    panel_muted: str = "#465362"
    button: str = "#1c2733"
    button_hover: str = "#263443"
    button_text: str = "#f2f6fa"
    button_border: str = "#34465a"
    key_edge: str = "#52667a"
    primary: str = "#59b4f0"
    primary_hover: str = "#7cc5f5"
    primary_text: str = "#0b1219"
    danger_border: str = "#e0795a"
    danger_text: str = "#ffc9b8"
    track: str = "#233140"
    fill: str = "#59b4f0"
    focus: str = "#ffffff"


class FigureColors(NamedTuple):
    """The drawn person, the props and the marks of motion."""

    ink: str = "#27323f"
    skin_tones: tuple[SkinTone, ...] = (
        SkinTone("#eab892", "#d6a27c"),
        SkinTone("#f3cfb3", "#e0b797"),
        SkinTone("#c68b61", "#ad744c"),
        SkinTone("#8d5a3c", "#754830"),
    )
    shirt_near: str = "#4f8fc0"
    shirt_far: str = "#3f779f"
    shorts_near: str = "#31507a"
    shorts_far: str = "#263f61"
    hair: str = "#4a3728"
    prop: str = "#e9edf2"
    prop_far: str = "#d3dae3"
    band: str = "#2a9d8f"
    ball: str = "#c9d64b"
    arrow: str = "#e4572e"
    floor: str = "#aab4c1"
    highlight: str = "#ffd35c"
    ghost: str = "#c3ccd7"
    wood: str = "#d9b88c"


class Palette(NamedTuple):
    """All roles of one scheme."""

    scheme: Scheme
    window: str
    surface: str
    surface_alt: str
    border: str
    outline: str
    border_strong: str
    disabled: str
    text: str
    text_muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    button: str
    button_hover: str
    button_text: str
    focus: str
    positive: Tone
    caution: Tone
    danger: Tone
    bands: tuple[str, str, str]
    track: str
    grid: str
    series: tuple[str, ...]
    player: PlayerColors
    figure: FigureColors

    def roles(self) -> dict[str, str]:
        """Return every role's name with its color.

        Plain roles are named as here (``accent``), a tone's also with what they
        are for (``caution``, ``caution_fill``, ``caution_soft``, ``caution_text``),
        bands as ``band_low``, ``band_mid`` and ``band_high`` (pain 0-2, 3-5, 6-10),
        a chart's lines as ``series_0`` and on, and the player's and a figure's
        with their room before them (``player_digits``, ``figure_ink``).
        """
        names: dict[str, str] = {}
        rooms: tuple[tuple[str, NamedTuple], ...] = (
            ("", self),
            ("player_", self.player),
            ("figure_", self.figure),
        )
        for prefix, owner in rooms:
            for name, value in owner._asdict().items():
                if isinstance(value, Tone):
                    names |= {name: value.line, f"{name}_fill": value.fill}
                    names |= {f"{name}_soft": value.soft, f"{name}_text": value.text}
                elif isinstance(value, str) and value.startswith("#"):
                    names[prefix + name] = value
        names |= zip(("band_low", "band_mid", "band_high"), self.bands, strict=True)
        return names | {f"series_{index}": color for index, color in enumerate(self.series)}

    def color(self, role: str) -> str:
        """Return the color of a role of :meth:`roles`.

        Raises:
            KeyError: There is no such role.
        """
        return self.roles()[role]


def luminance(color: str) -> float:
    """Return the relative luminance of a ``#rrggbb`` color, 0 to 1 (WCAG 2.2)."""
    channels = [int(color[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colors, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


LIGHT = Palette(
    scheme=Scheme.LIGHT,
    window="#f4f6f9",
    surface="#ffffff",
    surface_alt="#f7f9fb",
    border="#dfe5ec",
    outline="#cbd5df",
    border_strong="#8090a1",
    disabled="#8090a1",
    text="#1f2a36",
    text_muted="#566373",
    accent="#1c5f93",
    accent_hover="#174f7b",
    accent_text="#ffffff",
    accent_soft="#e6f0f8",
    button="#eef2f6",
    button_hover="#e1e8ef",
    button_text="#27405a",
    focus="#1c7ed6",
    positive=Tone("#1a7267", "#2a9d8f", "#e2f4f1", "#ffffff"),
    caution=Tone("#875307", "#c8811a", "#fdf3e0", "#ffffff"),
    danger=Tone("#b02f12", "#d94a23", "#fdebe6", "#ffffff"),
    bands=("#e6f5f1", "#fcf1da", "#fbe3db"),
    track="#e4eaf0",
    grid="#e4eaf0",
    series=("#1c5f93", "#c2571a", "#22867a", "#7a4fa3", "#5d6b7b", "#a8791a"),
    player=PlayerColors(),
    figure=FigureColors(),
)

DARK = Palette(
    scheme=Scheme.DARK,
    window="#10171f",
    surface="#18222d",
    surface_alt="#1f2b38",
    border="#2b3a4a",
    outline="#455a70",
    border_strong="#71869c",
    disabled="#71869c",
    text="#e8eef4",
    text_muted="#a8b7c6",
    accent="#6fbdf2",
    accent_hover="#93cef7",
    accent_text="#0b1219",
    accent_soft="#1d3549",
    button="#263443",
    button_hover="#314255",
    button_text="#dbe7f2",
    focus="#9ad4ff",
    positive=Tone("#63cfbb", "#35b09f", "#163a37", "#0b1219"),
    caution=Tone("#f0b95a", "#d9962f", "#3b2f1a", "#0b1219"),
    danger=Tone("#ff9d83", "#e5694a", "#46241c", "#0b1219"),
    bands=("#17332f", "#3a301c", "#43261f"),
    track="#2b3a4a",
    grid="#2b3a4a",
    series=("#6fbdf2", "#f0995f", "#63cfbb", "#c3a0ec", "#a8b7c6", "#e0bf5a"),
    player=PlayerColors(panel="#1b2631", panel_text="#f2f6fa", panel_muted="#c3cfdb"),
    figure=FigureColors(
        ink="#0b1117",
        shirt_near="#5aa0d4",
        shirt_far="#437ca8",
        shorts_near="#4d72a6",
        shorts_far="#3b5982",
        hair="#6a4d37",
        prop="#b9c5d2",
        prop_far="#8b9aab",
        band="#3fbfae",
        arrow="#ff7d55",
        floor="#66788b",
        ghost="#44566a",
        wood="#b99a70",
    ),
)

HIGH_CONTRAST = Palette(
    scheme=Scheme.HIGH_CONTRAST,
    window="#000000",
    surface="#000000",
    surface_alt="#0f0f0f",
    border="#ffffff",
    outline="#ffffff",
    border_strong="#ffffff",
    disabled="#a0a0a0",
    text="#ffffff",
    text_muted="#e6e6e6",
    accent="#ffe14d",
    accent_hover="#fff0a0",
    accent_text="#000000",
    accent_soft="#333000",
    button="#000000",
    button_hover="#2b2b2b",
    button_text="#ffffff",
    focus="#33e0ff",
    positive=Tone("#7dffc0", "#7dffc0", "#00301c", "#000000"),
    caution=Tone("#ffc14d", "#ffc14d", "#332200", "#000000"),
    danger=Tone("#ffb3a1", "#ff8a6e", "#3d0d00", "#000000"),
    bands=("#00261a", "#332600", "#400f05"),
    track="#4d4d4d",
    grid="#5c5c5c",
    series=("#ffe14d", "#33e0ff", "#7dffc0", "#ff9df0", "#ffffff", "#ffc14d"),
    player=PlayerColors(
        background="#000000",
        digits="#ffffff",
        word="#ffe14d",
        muted="#ffffff",
        panel="#000000",
        panel_text="#ffffff",
        panel_muted="#e6e6e6",
        button="#000000",
        button_hover="#2b2b2b",
        button_text="#ffffff",
        button_border="#ffffff",
        key_edge="#ffffff",
        primary="#ffe14d",
        primary_hover="#fff0a0",
        primary_text="#000000",
        danger_border="#ff8a6e",
        danger_text="#ffb3a1",
        track="#4d4d4d",
        fill="#ffe14d",
        focus="#33e0ff",
    ),
    figure=FigureColors(
        ink="#000000",
        shirt_near="#7cc4ff",
        shirt_far="#4f97d1",
        shorts_near="#5f8fd9",
        shorts_far="#456bab",
        hair="#8a6446",
        prop="#ffffff",
        prop_far="#b8b8b8",
        band="#7dffc0",
        ball="#f0ff66",
        arrow="#ffe14d",
        floor="#ffffff",
        highlight="#33e0ff",
        ghost="#7a7a7a",
    ),
)

PAPER = LIGHT._replace(
    scheme=Scheme.PAPER,
    window="#ffffff",
    text="#11181f",
    text_muted="#465362",
    border="#b9c3cf",
    grid="#cfd8e2",
    figure=FigureColors(ink="#1d2731"),
)

GRAY = Palette(
    scheme=Scheme.GRAY,
    window="#ffffff",
    surface="#ffffff",
    surface_alt="#f5f5f5",
    border="#b5b5b5",
    outline="#9a9a9a",
    border_strong="#6e6e6e",
    disabled="#6e6e6e",
    text="#111111",
    text_muted="#4a4a4a",
    accent="#2b2b2b",
    accent_hover="#111111",
    accent_text="#ffffff",
    accent_soft="#ececec",
    button="#efefef",
    button_hover="#e2e2e2",
    button_text="#222222",
    focus="#111111",
    positive=Tone("#333333", "#6b6b6b", "#f2f2f2", "#ffffff"),
    caution=Tone("#333333", "#6b6b6b", "#f2f2f2", "#ffffff"),
    danger=Tone("#111111", "#333333", "#ebebeb", "#ffffff"),
    bands=("#ffffff", "#f0f0f0", "#e0e0e0"),
    track="#dedede",
    grid="#d0d0d0",
    series=("#111111", "#5a5a5a", "#7d7d7d", "#333333", "#6b6b6b", "#474747"),
    player=PlayerColors(),
    figure=FigureColors(
        ink="#111111",
        skin_tones=(SkinTone("#f4f4f4", "#dadada"),),
        shirt_near="#bdbdbd",
        shirt_far="#a3a3a3",
        shorts_near="#6f6f6f",
        shorts_far="#5c5c5c",
        hair="#3a3a3a",
        prop="#ececec",
        prop_far="#d4d4d4",
        band="#4a4a4a",
        ball="#cccccc",
        arrow="#111111",
        floor="#8a8a8a",
        highlight="#ffffff",
        ghost="#c4c4c4",
        wood="#d9d9d9",
    ),
)


def palette_for(scheme: Scheme) -> Palette:
    """Return the palette of a scheme."""
    return {palette.scheme: palette for palette in (LIGHT, DARK, HIGH_CONTRAST, PAPER, GRAY)}[scheme]
