"""The colors can be read, in every scheme."""

from __future__ import annotations

import re

import pytest

from ankle_coach.palette import (
    DARK,
    GRAY,
    HIGH_CONTRAST,
    LIGHT,
    PAPER,
    Palette,
    Scheme,
    contrast,
    palette_for,
)

PALETTES = [LIGHT, DARK, HIGH_CONTRAST, PAPER, GRAY]
SURFACES = ("window", "surface", "surface_alt")
TEXTS = ("text", "text_muted", "accent", "positive", "caution", "danger")
PAIRS = [
    *((text, surface) for text in TEXTS for surface in SURFACES),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("text_muted", "accent_soft"),
    ("button_text", "button"),
    ("button_text", "button_hover"),
    *((tone, f"{tone}_soft") for tone in ("positive", "caution", "danger")),
    *(("text", f"{tone}_soft") for tone in ("positive", "caution", "danger")),
    *((f"{tone}_text", tone) for tone in ("positive", "caution", "danger")),
    *(("text", f"band_{band}") for band in ("low", "mid", "high")),
]
PLAYER_PAIRS = [
    *((text, "background") for text in ("digits", "word", "muted", "danger_text")),
    *(
        (text, ground)
        for text in ("button_text", "muted", "danger_text")
        for ground in ("button", "button_hover")
    ),
    ("primary_text", "primary"),
    ("primary_text", "primary_hover"),
    ("panel_text", "panel"),
    ("panel_muted", "panel"),
]
GRAPHICS = ("border_strong", "focus", "positive_fill", "caution_fill", "danger_fill")


def by_scheme(palette: Palette) -> str:
    """Name a test's case."""
    return palette.scheme.value


@pytest.mark.parametrize("palette", PALETTES, ids=by_scheme)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(palette: Palette, text: str, ground: str) -> None:
    assert contrast(palette.color(text), palette.color(ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=by_scheme)
@pytest.mark.parametrize(("text", "ground"), PLAYER_PAIRS)
def test_the_player_is_readable_from_afar(palette: Palette, text: str, ground: str) -> None:
    assert contrast(palette.color(f"player_{text}"), palette.color(f"player_{ground}")) >= 7


@pytest.mark.parametrize("palette", PALETTES, ids=by_scheme)
def test_shapes_stand_out_from_a_surface(palette: Palette) -> None:
    colors = [palette.color(role) for role in GRAPHICS] + list(palette.series)
    assert min(contrast(color, palette.surface) for color in colors) >= 3


@pytest.mark.parametrize("palette", PALETTES, ids=by_scheme)
def test_progress_stands_out_from_its_track(palette: Palette) -> None:
    assert contrast(palette.player.fill, palette.player.track) >= 4.5


@pytest.mark.parametrize("palette", PALETTES, ids=by_scheme)
def test_every_role_is_a_color_and_can_be_asked_for(palette: Palette) -> None:
    roles = palette.roles()
    assert {"accent", "caution_soft", "player_digits", "figure_ink", "band_mid", "series_0"} <= roles.keys()
    for role, color in roles.items():
        assert re.fullmatch("#[0-9a-f]{6}", color)
        assert palette.color(role) == color


def test_gray_has_no_color() -> None:
    skins = GRAY.figure.skin_tones
    colors = [color for role, color in GRAY.roles().items() if not role.startswith("player_")]
    colors += [tone.near for tone in skins] + [tone.far for tone in skins]
    assert all(color[1:3] == color[3:5] == color[5:7] for color in colors)


def test_far_limbs_are_darker_than_near_ones() -> None:
    for palette in PALETTES:
        for tone in palette.figure.skin_tones:
            assert contrast(tone.near, "#000000") > contrast(tone.far, "#000000")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("role", ["nonsense", "player_nonsense", "scheme", "series", "figure_skin_tones"])
def test_an_unknown_role_is_an_error(role: str) -> None:
    with pytest.raises(KeyError):
        LIGHT.color(role)


def test_each_scheme_has_its_palette() -> None:
    assert [palette_for(scheme).scheme for scheme in Scheme] == list(Scheme)
