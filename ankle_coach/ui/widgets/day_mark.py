"""How a day of the calendar looks and is called: a shape of its own for each state, not a color alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from ankle_coach.domain.statistics import DayState
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme

LEGEND = (
    DayState.DONE,
    DayState.PARTLY,
    DayState.MISSED,
    DayState.REST,
    DayState.EXTRA,
    DayState.OPEN,
    DayState.EXCUSED,
)
"""The states that are explained, in order; before the first plan there is nothing to say."""


def state_word(state: DayState, words: Words) -> str:
    """Return the word of a state."""
    return {
        DayState.BEFORE: words.gettext("before the plan"),
        DayState.REST: words.gettext("rest"),
        DayState.EXTRA: words.gettext("extra"),
        DayState.DONE: words.gettext("done"),
        DayState.PARTLY: words.gettext("partly done"),
        DayState.MISSED: words.gettext("missed"),
        DayState.OPEN: words.gettext("to come"),
        DayState.EXCUSED: words.gettext("excused"),
    }[state]


def paint_day(painter: QPainter, place: QRectF, state: DayState, theme: Theme) -> None:
    """Draw a day.

    Done is a full square, partly done half of one, missed an empty one with a stroke, rest a small dot, extra
    a full circle, what is to come a dotted outline, and what is excused a flat line. Before the first plan
    there is nothing.

    Args:
        painter: Draws with antialiasing.
        place: A square.
        state: What the day was.
        theme: The look.
    """
    radius = place.width() * 0.22
    fill, edge = theme.color("positive_fill"), theme.color("positive")
    muted = theme.color("border_strong")
    inner = place.adjusted(0.75, 0.75, -0.75, -0.75)
    square = QPainterPath()
    square.addRoundedRect(inner, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match state:
        case DayState.DONE:
            painter.fillPath(square, fill)
        case DayState.PARTLY:
            half = QPainterPath()
            half.addRect(QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2))
            painter.fillPath(square.intersected(half), fill)
            painter.strokePath(square, QPen(edge, 1.2))
        case DayState.MISSED:
            painter.strokePath(square, QPen(muted, 1.2))
            reach = inner.width() * 0.24
            painter.setPen(QPen(muted, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            step, middle = QPointF(reach, -reach), inner.center()
            painter.drawLine(middle - step, middle + step)
        case DayState.REST:
            dot = QPainterPath()
            dot.addEllipse(place.center(), place.width() * 0.13, place.width() * 0.13)
            painter.fillPath(dot, muted)
        case DayState.EXTRA:
            circle = QPainterPath()
            circle.addEllipse(inner.adjusted(1, 1, -1, -1))
            painter.fillPath(circle, fill)
        case DayState.OPEN:
            painter.strokePath(square, QPen(muted, 1.2, Qt.PenStyle.DotLine))
        case DayState.EXCUSED:
            reach = inner.width() * 0.3
            painter.setPen(QPen(muted, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = inner.center()
            painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
        case DayState.BEFORE:
            pass
