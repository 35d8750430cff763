"""A chart over days: moved and zoomed along the time only, read by pointer or by keyboard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.day_ticks import day_ticks
from ankle_coach.ui.widgets.framed_plot import FramedPlot

SHORTEST_DAYS = 7
"""Fewest days in view."""

_ZOOM = 1.25
_VEIL = 0.16
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PAGES = {Qt.Key.Key_PageUp: -0.5, Qt.Key.Key_PageDown: 0.5}
_ZOOMS = {Qt.Key.Key_Plus: 1 / _ZOOM, Qt.Key.Key_Equal: 1 / _ZOOM, Qt.Key.Key_Minus: _ZOOM}


class DayPlot(FramedPlot):
    """The base of the charts. A day is a column one wide, from its ordinal on.

    Drag moves, Control and the wheel zoom; the plain wheel scrolls the page.
    Arrows read mark by mark, Page Up and Page Down move, plus and minus zoom.

    Signals:
        range_changed: The first and the last day in view.
    """

    range_changed = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        name: str,
        y_range: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            name: What it shows, for a screen reader.
            y_range: Lowest and highest value in view; only `set_y_range` changes it.
            parent: Qt owner.
        """
        self._current: date | None = None
        self._limits: tuple[date, date] | None = None
        self._drawn: tuple[float, float] | None = None
        super().__init__(theme, words, name, y_range, parent)
        self.setAccessibleDescription(
            words.gettext("Arrow keys read it, Page Up and Page Down move it, plus and minus zoom.")
        )
        self._build_cursor()
        self._connect()

    @property
    def current(self) -> date | None:
        """The first day of the mark that is read out, or None."""
        return self._current

    def visible_days(self) -> tuple[date, date]:
        """Return the first and the last day in view."""
        low, high = self._x_range()
        first = max(1, round(low))
        return date.fromordinal(first), date.fromordinal(max(first, round(high) - 1))

    def set_limits(self, first: date, last: date) -> None:
        """Say which days the chart can be moved to."""
        self._limits = first, last
        low, high = first.toordinal(), max(last.toordinal() + 1, first.toordinal() + SHORTEST_DAYS)
        view = self.plot.getViewBox()
        view.setLimits(xMin=low, xMax=high, minXRange=SHORTEST_DAYS, maxXRange=high - low)

    def set_range(self, first: date, last: date) -> None:
        """Show the days from first to last, as far as the limits allow."""
        self.plot.getViewBox().setXRange(first.toordinal(), last.toordinal() + 1, padding=0)

    def read(self, day: date | None) -> None:
        """Mark and read out what stands at a day, or nothing."""
        mark = self._mark_at(day) if day is not None else None
        if mark == self._current:
            return
        self._current = mark
        self._cursor.setVisible(mark is not None)
        if mark is not None:
            with QSignalBlocker(self._cursor):
                self._cursor.setRegion((mark.toordinal(), self._mark_end(mark).toordinal() + 1))
        self.readout_changed.emit(self.readout(mark) if mark is not None else "")

    def readout(self, mark: date) -> str:
        """Return what a mark says, in words; subclasses say it."""
        raise NotImplementedError

    def _marks(self) -> list[date]:
        """Return the first days of all marks, in order; subclasses know them."""
        raise NotImplementedError

    def _mark_at(self, day: date) -> date | None:
        """Return the mark whose column holds a day, or None."""
        raise NotImplementedError

    def _mark_end(self, mark: date) -> date:
        """Return the last day of a mark's column."""
        raise NotImplementedError

    def _draw(self, first: date, last: date) -> None:
        """Draw what lies between two days; subclasses do it."""
        raise NotImplementedError

    def _restyle(self) -> None:
        """Take the theme's colors; subclasses add their own items'."""
        super()._restyle()
        veil = self._theme.color("accent")
        veil.setAlphaF(_VEIL)
        self._cursor.setBrush(veil)
        edge = QPen(self._theme.color("accent"), 0)
        for line in self._cursor.lines:
            line.setPen(edge)

    def _build_cursor(self) -> None:
        self.plot.getViewBox().setMouseEnabled(x=True, y=False)
        self._cursor = pg.LinearRegionItem((0, 1), movable=False)
        self._cursor.setZValue(-5)
        self._cursor.setVisible(False)
        self.plot.addItem(self._cursor, ignoreBounds=True)

    def _connect(self) -> None:
        self.plot.getViewBox().sigXRangeChanged.connect(self._on_view_x_range_changed)
        self.plot.getViewBox().sigResized.connect(self._on_view_resized)
        self._widget.scene().sigMouseMoved.connect(self._on_scene_mouse_moved)
        self._widget.viewport().installEventFilter(self)

    def _redraw(self) -> None:
        """Draw the days in view and as many at either side, so that moving a little draws nothing."""
        first, last = self.visible_days()
        room = last - first
        low, high = first.toordinal() - room.days, last.toordinal() + room.days
        self._drawn = low, high
        self._draw(date.fromordinal(max(1, low)), last + room)

    def _refresh_ticks(self) -> None:
        first, last = self.visible_days()
        label = QFontMetricsF(self._theme.font("small")).horizontalAdvance("Mmm 00")
        most = int(self.plot.getViewBox().width() / (1.7 * label)) if label else 1
        ticks = [(day.toordinal() + 0.5, text) for day, text in day_ticks(first, last, most, self._words)]
        self.plot.getAxis("bottom").setTicks([ticks])

    def _x_range(self) -> tuple[float, float]:
        low, high = self.plot.getViewBox().viewRange()[0]
        return float(low), float(high)

    def _is_drawn(self) -> bool:
        if self._drawn is None:
            return False
        low, high = self._x_range()
        drawn_low, drawn_high = self._drawn
        return drawn_low <= low and high - 1 <= drawn_high and (drawn_high - drawn_low) < 8 * (high - low)

    def _zoom(self, factor: float, center: float | None = None) -> None:
        low, high = self._x_range()
        middle = (low + high) / 2 if center is None else center
        self.plot.getViewBox().setXRange(
            middle - (middle - low) * factor, middle + (high - middle) * factor, padding=0
        )

    def _move(self, share: float) -> None:
        low, high = self._x_range()
        step = (high - low) * share
        if self._limits is not None:
            ends = self._limits[0].toordinal(), self._limits[1].toordinal() + 1
            step = max(ends[0] - low, min(ends[1] - high, step))
        self.plot.getViewBox().setXRange(low + step, high + step, padding=0)

    def _step(self, step: int) -> None:
        marks = self._marks()
        if not marks:
            return
        if self._current is None:
            first, last = self.visible_days()
            seen = [mark for mark in marks if first <= mark <= last] or marks
            target = seen[-1]
        else:
            place = bisect_left(marks, self._current) if step < 0 else bisect_right(marks, self._current)
            target = marks[max(0, min(len(marks) - 1, place - 1 if step < 0 else place))]
        self._show_and_read(target)

    def _show_and_read(self, mark: date) -> None:
        first, last = self.visible_days()
        if not first <= mark <= last:
            width = last - first
            start = mark if mark < first else mark - width
            self.set_range(start, start + width)
        self.read(mark)
        self._announce(self.readout(mark))

    def forget(self) -> None:
        """Read nothing out any more."""
        self.read(None)

    def _repaint(self) -> None:
        self._restyle()
        self._redraw()
        self._refresh_ticks()

    def _on_view_x_range_changed(self, *_: object) -> None:
        if not self._is_drawn():
            self._redraw()
        self._refresh_ticks()
        self.range_changed.emit(*self.visible_days())

    def _on_view_resized(self, *_: object) -> None:
        self._refresh_ticks()

    def _on_scene_mouse_moved(self, place: QPointF) -> None:
        view = self.plot.getViewBox()
        if not view.sceneBoundingRect().contains(place):
            self.read(None)
            return
        ordinal = int(view.mapSceneToView(place).x())
        self.read(date.fromordinal(ordinal) if ordinal > 0 else None)

    def _on_wheel(self, event: QWheelEvent) -> bool:
        """Zoom or move; return whether the wheel was meant for the chart."""
        across, up = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and up:
            view = self.plot.getViewBox()
            place = self._widget.mapToScene(event.position().toPoint())
            self._zoom(_ZOOM ** (-up / 120), view.mapSceneToView(place).x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and up:
            self._move(-up / 120 * 0.1)
        elif abs(across) > abs(up):
            self._move(-across / 120 * 0.1)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the plain wheel scroll the page, and forget the mark when the pointer leaves."""
        if isinstance(event, QWheelEvent):
            event.setAccepted(self._on_wheel(event))
            return True
        if event.type() is QEvent.Type.Leave and not self.hasFocus():
            self.read(None)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read, move and zoom."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _PAGES:
            self._move(_PAGES[key])
        elif key in _ZOOMS:
            self._zoom(_ZOOMS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._marks():
            self._show_and_read(self._marks()[0 if key == Qt.Key.Key_Home else -1])
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self.read(None)
        else:
            super().keyPressEvent(event)
