"""How the window draws figures: the person's tone on the theme's ground."""

from __future__ import annotations

from ankle_coach.figures.figure_painter import Look
from ankle_coach.figures.tones import Ground, Tone, figure_colors
from ankle_coach.palette import Scheme

TONES = (Tone.LIGHT, Tone.FAIR, Tone.BROWN, Tone.DEEP, Tone.PLAIN)
"""The tones in the order in which the settings count them."""


def window_look(scheme: Scheme, tone: int, *, arrows: bool = True) -> Look:
    """Return how a figure looks in the window.

    Args:
        scheme: The theme's scheme.
        tone: The tone as the settings count it, from 0.
        arrows: Whether motion arrows are drawn.
    """
    return Look(colors=figure_colors(TONES[tone % len(TONES)], Ground(scheme.value)), arrows=arrows)
