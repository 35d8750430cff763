"""The pain of some weeks as a chart on paper: lines told apart by mark and dash, and a strip of adherence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.pain_history import LOW_TO, MIDDLE_TO, PainPoint, PainSeries, line
from ankle_coach.domain.statistics import CalendarDay, DayState
from ankle_coach.printing.blocks import Block, Drawing, Row, Side, Space, Stack, thin_line
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.text import Text
from ankle_coach.printing.typeface import Kind

_MOST: Final = 10
_DASHES: Final = {PainSeries.DURING: (), PainSeries.AFTER: (5.0, 3.0), PainSeries.NEXT_MORNING: (1.5, 2.0)}
_MARK: Final = mm(1.0)


class Span(NamedTuple):
    """The days of a chart, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1


def pain_chart(
    composer: Composer, points: Sequence[PainPoint], days: Sequence[CalendarDay], span: Span, height: float
) -> Block:
    """Return the chart with its legend and, below, a cell for each day of what was planned and done.

    Args:
        composer: Sets the texts.
        points: Pain day by day.
        days: What was planned and done.
        span: The days that are shown.
        height: Of the plot alone, in dots.
    """
    width = composer.width
    labels = _scale_labels(composer, height)
    left = labels.width + mm(2)
    plot = _Plot(composer, tuple(p for p in points if span.first <= p.day <= span.last), span)
    axis = Stack([Drawing(width - left, height, plot, "chart")])
    rows: list[Block] = [
        _legend(composer),
        Space(0.4 * composer.gap),
        Row([Side(labels, 0.0), Side(axis, left)], width),
        Row([Side(_week_labels(composer, span, width - left), left)], width),
    ]
    if days:
        strip = _Strip(composer, tuple(d for d in days if span.first <= d.day <= span.last), span)
        cell = (width - left) / span.days
        drawing = Drawing(width - left, min(mm(4.6), cell), strip, "strip")
        rows += [
            Space(0.3 * composer.gap),
            Row([Side(drawing, left)], width),
            Space(0.4 * composer.gap),
            _strip_legend(composer, left),
        ]
    return Stack(rows, 0.0, width)


class _Plot:
    """Paints bands, grid, lines and marks."""

    def __init__(self, composer: Composer, points: tuple[PainPoint, ...], span: Span) -> None:
        self._composer, self._points, self._span = composer, points, span

    def __call__(self, painter: QPainter, place: QRectF) -> None:
        inks = self._composer.inks
        tops = ((0, LOW_TO + 0.5), (LOW_TO + 0.5, MIDDLE_TO + 0.5), (MIDDLE_TO + 0.5, _MOST))
        for color, (low, high) in zip(inks.bands, tops, strict=True):
            top, bottom = self._y(place, high), self._y(place, low)
            painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), QColor(color))
        for value in (0, LOW_TO, MIDDLE_TO, _MOST):
            y = self._y(place, value)
            thin_line(painter, QLineF(place.left(), y, place.right(), y), inks.line, pt(0.4))
        for number in range(0, self._span.days, 7):
            x = self._x(place, self._span.first + timedelta(days=number)) - self._step(place) / 2
            thin_line(painter, QLineF(x, place.top(), x, place.bottom()), inks.line, pt(0.25))
        for index, series in enumerate(PainSeries):
            self._line(painter, place, series, series_color(self._composer, index))

    def _step(self, place: QRectF) -> float:
        return place.width() / self._span.days

    def _x(self, place: QRectF, day: date) -> float:
        return place.left() + ((day - self._span.first).days + 0.5) * self._step(place)

    def _y(self, place: QRectF, value: float) -> float:
        pad = mm(1.2)
        return place.bottom() - pad - value * (place.height() - 2 * pad) / _MOST

    def _line(self, painter: QPainter, place: QRectF, series: PainSeries, color: str) -> None:
        run: list[QPointF] = []
        runs = [run]
        for day, value in line(self._points, series):
            if value is None:
                run = []
                runs.append(run)
                continue
            run.append(QPointF(self._x(place, day), self._y(place, value)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line_pen(series, color))
        for points in runs:
            painter.drawPolyline(points)
        for points in runs:
            for point in points:
                draw_mark(painter, point, series, color)


def series_color(composer: Composer, index: int) -> str:
    """Return the color of a line; with one ink all are alike and differ by mark and dash."""
    series = composer.inks.series
    return series[index % len(series)]


def line_pen(series: PainSeries, color: str) -> QPen:
    """Return the pen of a line."""
    pen = QPen(QColor(color), pt(1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if _DASHES[series]:
        pen.setDashPattern(list(_DASHES[series]))
    return pen


def draw_mark(painter: QPainter, at: QPointF, series: PainSeries, color: str) -> None:
    """Draw a day's mark: a disk during, a square after, an empty triangle the next morning."""
    painter.setPen(QPen(QColor(color), pt(0.9)))
    painter.setBrush(QColor(color))
    if series is PainSeries.DURING:
        painter.drawEllipse(at, 0.75 * _MARK, 0.75 * _MARK)
    elif series is PainSeries.AFTER:
        painter.drawRect(QRectF(at.x() - 0.7 * _MARK, at.y() - 0.7 * _MARK, 1.4 * _MARK, 1.4 * _MARK))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = ((0.0, -1.1), (1.0, 0.75), (-1.0, 0.75))
        painter.drawPolygon(QPolygonF([at + QPointF(x * _MARK, y * _MARK) for x, y in corners]))


class _Strip:
    """Paints a cell for each day: full, half, crossed, struck, empty, or a dot for a day of rest."""

    def __init__(self, composer: Composer, days: tuple[CalendarDay, ...], span: Span) -> None:
        self._composer, self._days, self._span = composer, days, span

    def __call__(self, painter: QPainter, place: QRectF) -> None:
        step = place.width() / self._span.days
        size = min(place.height(), 0.8 * step)
        for day in self._days:
            x = place.left() + ((day.day - self._span.first).days + 0.5) * step
            cell = QRectF(x - size / 2, place.center().y() - size / 2, size, size)
            draw_day(painter, cell, day.state, self._composer.inks.text)


def draw_day(painter: QPainter, cell: QRectF, state: DayState, color: str) -> None:
    """Draw how a day was into a square."""
    pen = QPen(QColor(color), pt(0.7))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state in (DayState.REST, DayState.BEFORE):
        painter.setBrush(QColor(color))
        painter.drawEllipse(cell.center(), 0.07 * cell.width(), 0.07 * cell.width())
        return
    painter.drawRect(cell)
    if state in (DayState.DONE, DayState.EXTRA):
        painter.fillRect(cell, QColor(color))
    elif state is DayState.PARTLY:
        painter.fillRect(QRectF(cell.left(), cell.top(), cell.width() / 2, cell.height()), QColor(color))
    elif state is DayState.EXCUSED:
        painter.drawLine(QLineF(cell.bottomLeft(), cell.topRight()))
    elif state is DayState.MISSED:
        painter.drawLine(QLineF(cell.topLeft(), cell.bottomRight()))
        painter.drawLine(QLineF(cell.bottomLeft(), cell.topRight()))


def _scale_labels(composer: Composer, height: float) -> Block:
    """Return the numbers at the left of the plot."""
    values = (_MOST, MIDDLE_TO, LOW_TO, 0)
    texts = {value: composer.label(Kind.FINE, str(value), mm(9), muted=True) for value in values}
    pad = mm(1.2)
    blocks: list[Block] = []
    y = 0.0
    for value, text in texts.items():
        at = pad + (_MOST - value) * (height - 2 * pad) / _MOST - text.height / 2
        at = min(max(at, 0.0), height - text.height)
        blocks += [Space(max(0.0, at - y)), text]
        y = at + text.height
    return Stack(blocks, 0.0, max(text.width for text in texts.values()))


def _week_labels(composer: Composer, span: Span, width: float) -> Block:
    sides = []
    step = width / span.days
    for number in range(0, span.days, 7):
        day = span.first + timedelta(days=number)
        text = composer.text(Kind.FINE, short_date(day, composer.words), 7 * step, muted=True)
        sides.append(Side(text, number * step))
    return Row(sides, width)


def _legend(composer: Composer) -> Block:
    words = composer.words
    said = {
        PainSeries.DURING: words.pgettext("pain", "during exercises"),
        PainSeries.AFTER: words.pgettext("pain", "after them"),
        PainSeries.NEXT_MORNING: words.pgettext("pain", "next morning"),
    }
    parts = []
    for index, series in enumerate(PainSeries):
        color = series_color(composer, index)

        def draw(painter: QPainter, place: QRectF, series: PainSeries = series, color: str = color) -> None:
            y = place.center().y()
            painter.setPen(line_pen(series, color))
            painter.drawLine(QLineF(place.left(), y, place.right(), y))
            draw_mark(painter, place.center(), series, color)

        parts.append(
            (Drawing(mm(9), mm(3), draw), composer.label(Kind.FINE, said[series], composer.width / 4))
        )
    return _keyed(parts, composer)


def _strip_legend(composer: Composer, left: float) -> Block:
    words = composer.words
    said = {
        DayState.DONE: words.pgettext("day", "all done"),
        DayState.PARTLY: words.pgettext("day", "partly"),
        DayState.MISSED: words.pgettext("day", "not done"),
        DayState.EXCUSED: words.pgettext("day", "excused"),
        DayState.OPEN: words.pgettext("day", "still open"),
        DayState.REST: words.pgettext("day", "nothing planned"),
    }
    parts = []
    for state, text in said.items():

        def draw(painter: QPainter, place: QRectF, state: DayState = state) -> None:
            draw_day(painter, place, state, composer.inks.text)

        parts.append((Drawing(mm(2.6), mm(2.6), draw), composer.label(Kind.FINE, text, composer.width / 6)))
    return Row([Side(_keyed(parts, composer), left)], composer.width)


def _keyed(parts: Sequence[tuple[Drawing, Text]], composer: Composer) -> Block:
    """Return drawings with their words, one after the other."""
    sides, x = [], 0.0
    for drawing, text in parts:
        sides += [Side(drawing, x, 0.5), Side(text, x + drawing.width + mm(1.5), 0.5)]
        x += drawing.width + mm(1.5) + text.used + mm(5)
    return Row(sides, composer.width)
