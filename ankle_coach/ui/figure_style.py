"""How the window draws exercises: figures in the person's tone on the theme's ground, or own pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ankle_coach.domain.library import Library
    from ankle_coach.domain.picture import Picture
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.domain.sides import Side
    from ankle_coach.figures.figure_painter import Look
    from ankle_coach.palette import Scheme

PLAIN_TONE = 4
"""The tone, as the settings count it, that is plain lines; those below are skin tones."""


def window_look(scheme: Scheme, tone: int, *, affected: Side | None = None) -> Look:
    """Return how a figure looks in the window. What draws figures is loaded with the first call.

    Args:
        scheme: The theme's scheme.
        tone: The tone as the settings count it, from 0.
        affected: The side that is marked as affected; None for no mark.
    """
    from ankle_coach.figures.figure_painter import Look  # noqa: PLC0415 - with the first figure, not at start
    from ankle_coach.figures.tones import Ground, Tone, figure_colors  # noqa: PLC0415 - as above

    tones = (Tone.LIGHT, Tone.FAIR, Tone.BROWN, Tone.DEEP, Tone.PLAIN)
    colors = figure_colors(tones[tone % len(tones)], Ground(scheme.value))
    return Look(colors=colors, affected=affected)


def find_figure(figures: Mapping[str, Figure], exercise_id: str) -> Figure | None:
    """Return an exercise's figure; None where there is none, or its file cannot be used."""
    try:
        return figures.get(exercise_id)
    except ContentError:
        return None


def find_picture(library: Library, exercise_id: str) -> Picture | None:
    """Return the picture of an own exercise, which is shown in place of a figure; None where it has none."""
    own = library.own.get(exercise_id)
    return None if own is None else own.picture
