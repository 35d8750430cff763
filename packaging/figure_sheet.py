"""Draw all figures on one sheet with their names: light, dark and black-and-white.

Usage: python packaging/figure_sheet.py OUT.png [EXERCISE ...]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose_figure import Figure
from ankle_coach.domain.pose_motion import Still, still
from ankle_coach.figures.figure_painter import Look, paint_figure
from ankle_coach.figures.tones import Ground, Tone, figure_colors

CELL = 230
NAME = 26
COLUMNS = (
    ("start", Still.START, Ground.LIGHT, Tone.LIGHT),
    ("end", Still.END, Ground.LIGHT, Tone.LIGHT),
    ("error", Still.ERROR, Ground.LIGHT, Tone.FAIR),
    ("dark", Still.END, Ground.DARK, Tone.BROWN),
    ("plain", Still.END, Ground.PAPER, Tone.PLAIN),
    ("black and white", Still.END, Ground.BLACK_WHITE, Tone.LIGHT),
)


def draw_row(painter: QPainter, name: str, figure: Figure, left: int, top: int) -> None:
    """Draw one exercise: its name above its pictures."""
    painter.setPen(QColor("#263040"))
    painter.drawText(QRectF(left + 8, top, CELL * 4, NAME), Qt.AlignmentFlag.AlignVCenter, name)
    for column, (_, which, ground, tone) in enumerate(COLUMNS):
        colors = figure_colors(tone, ground)
        cell = QRectF(left + column * CELL, top + NAME, CELL, CELL)
        painter.fillRect(cell.adjusted(3, 3, -3, -3), QColor(colors.paper))
        ghost = still(figure, None, Still.START) if which is Still.END else None
        look = Look(colors=colors, ghost=ghost)
        paint_figure(painter, cell.adjusted(12, 12, -12, -12), still(figure, None, which), look)


def draw_sheet(figures: dict[str, Figure]) -> QImage:
    """Return the sheet: two exercises a row."""
    rows = (len(figures) + 1) // 2
    width = CELL * len(COLUMNS)
    image = QImage(width * 2 + 20, rows * (CELL + NAME) + 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#eef1f5"))
    painter = QPainter(image)
    painter.setFont(QFont(painter.font().family(), 11))
    for index, (name, figure) in enumerate(figures.items()):
        draw_row(painter, name, figure, (index % 2) * (width + 20), (index // 2) * (CELL + NAME))
    painter.end()
    return image


def main(arguments: list[str]) -> int:
    """Write the sheet; return the exit status."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    app = QGuiApplication([])
    figures = open_figures()
    wanted = arguments[1:]
    image = draw_sheet({name: f for name, f in figures.items() if not wanted or name in wanted})
    del app
    return 0 if image.save(arguments[0]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
