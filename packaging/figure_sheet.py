"""Draw all figures on one sheet with their names: light, dark, plain and black-and-white.

Usage: python packaging/figure_sheet.py OUT.png [EXERCISE ...]
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.pose_figure import Figure
from ankle_coach.domain.pose_motion import Still, still
from ankle_coach.figures.figure_painter import Look, paint_figure
from ankle_coach.figures.tones import Ground, Tone, figure_colors
from ankle_coach.palette import Scheme, palette_for

CELL, NAME, HEAD, GAP = 200, 28, 30, 20
"""Sides of a picture and heights of names and headings, in pixels."""
COLUMNS = (
    ("start", Still.START, Ground.LIGHT, Tone.LIGHT),
    ("end", Still.END, Ground.LIGHT, Tone.LIGHT),
    ("common error", Still.ERROR, Ground.LIGHT, Tone.FAIR),
    ("dark", Still.END, Ground.DARK, Tone.BROWN),
    ("plain lines", Still.END, Ground.PAPER, Tone.PLAIN),
    ("black and white", Still.END, Ground.BLACK_WHITE, Tone.LIGHT),
)
PAIR = 2
"""Exercises in a row."""


def draw_head(painter: QPainter, left: int) -> None:
    """Draw what the columns show."""
    painter.setPen(QColor(palette_for(Scheme.LIGHT).text_muted))
    for column, (text, *_) in enumerate(COLUMNS):
        place = QRectF(left + column * CELL, 0, CELL, HEAD)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def draw_row(painter: QPainter, exercise: Exercise, figure: Figure, left: int, top: int) -> None:
    """Draw one exercise at the level of its usual dose: its name above its pictures."""
    painter.setPen(QColor(palette_for(Scheme.LIGHT).text))
    name = QRectF(left + 8, top, CELL * len(COLUMNS), NAME)
    painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, f"{exercise.name}  ({exercise.id})")
    level = exercise.default.id
    start = still(figure, level, Still.START)
    for column, (_, which, ground, tone) in enumerate(COLUMNS):
        if which is Still.ERROR and start.figure.mistake is None:
            continue
        colors = figure_colors(tone, ground)
        cell = QRectF(left + column * CELL, top + NAME, CELL, CELL)
        painter.fillRect(cell.adjusted(3, 3, -3, -3), QColor(colors.paper))
        look = Look(colors=colors, ghost=start if which is Still.END else None)
        paint_figure(painter, cell.adjusted(12, 12, -12, -12), still(figure, level, which), look)


def draw_sheet(library: Library, wanted: list[str]) -> QImage:
    """Return the sheet: two exercises a row, those that are wanted, or all that have a figure."""
    shown = [e for e in library.in_catalog_order() if e.id in library.figures and e.id in (wanted or [e.id])]
    rows = (len(shown) + 1) // PAIR
    width = CELL * len(COLUMNS)
    image = QImage(width * PAIR + GAP, HEAD + rows * (CELL + NAME) + 10, QImage.Format.Format_RGB32)
    image.fill(QColor(palette_for(Scheme.LIGHT).window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font().family())
    font.setPixelSize(15)
    painter.setFont(font)
    for index in range(PAIR):
        draw_head(painter, index * (width + GAP))
    for index, exercise in enumerate(shown):
        left, top = (index % PAIR) * (width + GAP), HEAD + (index // PAIR) * (CELL + NAME)
        draw_row(painter, exercise, library.figures[exercise.id], left, top)
    painter.end()
    return image


def few_colors(image: QImage) -> QImage:
    """Return the sheet with its 256 most frequent colors, at a third of the size."""
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    table = [color for color, _ in pixels.most_common(256)]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


def main(arguments: list[str]) -> int:
    """Write the sheet; return the exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    app = QGuiApplication.instance() or QGuiApplication([])
    image = draw_sheet(open_library(), arguments[1:])
    del app
    return 0 if few_colors(image).save(arguments[0], None, 0) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
