"""`ankle-coach figure`: an exercise's drawing as SVG, PNG or PDF."""

from __future__ import annotations

import os
from pathlib import Path

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.pose_motion import Still, still
from ankle_coach.domain.sides import Side

KINDS = (".svg", ".png", ".pdf")
"""What a drawing can be written as."""


class DrawingError(AnkleCoachError):
    """The drawing cannot be made or written."""


def draw(exercise_id: str, output: Path, level: str | None, side: str, pose: str) -> None:
    """Write a drawing.

    Args:
        exercise_id: Id of the exercise.
        output: The file; its ending says which kind.
        level: Id or number (from 1) of a level; None for the level of the default dose.
        side: ``left`` or ``right``.
        pose: ``start``, ``end`` or ``error``.

    Raises:
        NotFoundError: If there is no such exercise, level or figure.
        DrawingError: If the file cannot be written.
    """
    if output.suffix.lower() not in KINDS:
        raise DrawingError(f"{output}: the name must end in {', '.join(KINDS)}")
    library = open_library()
    exercise = library.exercise(exercise_id)
    if exercise_id not in library.figures:
        raise NotFoundError(f"{exercise_id} has no figure")
    figure, which = library.figures[exercise_id], Still(pose)
    level_id = _level_id(exercise, level)
    if which is Still.ERROR and still(figure, level_id, Still.START).figure.mistake is None:
        raise NotFoundError(f"{exercise_id} has no picture of a common error")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only for drawing

    from ankle_coach.figures.export import export_figure  # noqa: PLC0415 - only for drawing
    from ankle_coach.figures.figure_painter import Look  # noqa: PLC0415 - only for drawing

    app = QGuiApplication.instance() or QGuiApplication([])
    ghost = still(figure, level_id, Still.START, Side(side)) if which is Still.END else None
    try:
        output.open("wb").close()  # Qt would only print why it cannot
        export_figure(output, still(figure, level_id, which, Side(side)), Look(ghost=ghost))
    except OSError as error:
        reason = f" ({error.strerror})" if error.strerror else ""
        raise DrawingError(f"{output}: cannot be written{reason}") from error
    del app


def _level_id(exercise: Exercise, level: str | None) -> str:
    if level is None:
        return exercise.default.id
    ids = [known.id for known in exercise.levels]
    if level in ids:
        return level
    if level.isdecimal() and 1 <= int(level) <= len(ids):
        return ids[int(level) - 1]
    raise NotFoundError(f"{exercise.id} has no level {level!r}; it has 1 to {len(ids)}: {', '.join(ids)}")
