"""The calendar of sessions: weeks as columns, Monday to Sunday as rows, a shape for each state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ankle_coach.domain.date_words import long_date, short_date, short_weekday
from ankle_coach.domain.statistics import CalendarDay, DayState
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.day_mark import LEGEND, paint_day, state_word
from ankle_coach.ui.widgets.day_ticks import day_ticks

_CELL, _GAP, _RING = 15, 4, 3
_STEPS = {Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -28, Qt.Key.Key_PageDown: 28}
_A_MONDAY = date(2024, 1, 1)


class AdherenceCalendar(QWidget):
    """Shows as many weeks as have room, up to the week of `end`. Arrows read day by day.

    Signals:
        readout_changed: What the day under the pointer or the keys was; empty for none.
    """

    readout_changed = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty calendar.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._days: dict[date, CalendarDay] = {}
        self._end: date | None = None
        self._current: date | None = None
        self._corner: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(words.gettext("Arrow keys read it day by day."))
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def current(self) -> date | None:
        """The day that is read out, or None."""
        return self._current

    def set_days(self, days: Sequence[CalendarDay]) -> None:
        """Show another calendar up to its end; days in order, none left out."""
        self._days = {day.day: day for day in days}
        self._end = days[-1].day if days else None
        self._current = None
        self._refresh()

    def set_end(self, day: date) -> None:
        """Bring the week of a day to the right end, as far as there are days."""
        if self._days:
            self._end = max(next(iter(self._days)), min(next(reversed(self._days)), day))
            self._refresh()

    def shown_days(self) -> tuple[CalendarDay, ...]:
        """Return the days in view, in order."""
        monday = self._first_monday()
        if monday is None:
            return ()
        span = (monday + timedelta(days=number) for number in range(7 * self._columns()))
        return tuple(self._days[day] for day in span if day in self._days)

    def words_of(self, day: date) -> str:
        """Return what a day was, in words."""
        known = self._days.get(day)
        if known is None:
            return ""
        when = long_date(day, self._words)
        state = state_word(known.state, self._words)
        if not known.planned:
            return self._words.gettext("{day}: {state}").format(day=when, state=state)
        template = self._words.ngettext(
            "{day}: {state}, {done} of {planned} session",
            "{day}: {state}, {done} of {planned} sessions",
            known.planned,
        )
        return template.format(day=when, state=state, done=known.done, planned=known.planned)

    def place_of(self, day: date) -> QRectF | None:
        """Return where a day is drawn, or None if it is out of view."""
        monday = self._first_monday()
        if monday is None or day not in self._days:
            return None
        column, row = divmod((day - monday).days, 7)
        if not 0 <= column < self._columns():
            return None
        left, top = self._origin()
        step, side = self._theme.px(_CELL + _GAP), self._theme.px(_CELL)
        return QRectF(left + column * step, top + row * step, side, side)

    def _columns(self) -> int:
        step = self._theme.px(_CELL + _GAP)
        return max(1, int((self.width() - self._origin()[0] - _RING + self._theme.px(_GAP)) // step))

    def _origin(self) -> tuple[int, int]:
        """Return where the first day stands: right of the weekdays and under the months."""
        if self._corner is None:
            metrics = QFontMetrics(self._theme.font("small"))
            widest = max(metrics.horizontalAdvance(self._weekday(row)) for row in range(7))
            left, top = widest + self._theme.px(8), metrics.height() + self._theme.px(4)
            self._corner = left + _RING, top + _RING
        return self._corner

    def _weekday(self, row: int) -> str:
        return short_weekday(_A_MONDAY + timedelta(days=row), self._words)

    def _first_monday(self) -> date | None:
        if self._end is None:
            return None
        last_monday = self._end - timedelta(days=self._end.weekday())
        first = next(iter(self._days))
        begin = first - timedelta(days=first.weekday())
        return max(begin, last_monday - timedelta(days=7 * (self._columns() - 1)))

    def _day_at(self, place: QPointF) -> date | None:
        monday = self._first_monday()
        left, top = self._origin()
        step = self._theme.px(_CELL + _GAP)
        column, row = int((place.x() - left) // step), int((place.y() - top) // step)
        if monday is None or not (0 <= column < self._columns() and 0 <= row < 7):
            return None
        day = monday + timedelta(days=7 * column + row)
        return day if day in self._days else None

    def _refresh(self) -> None:
        self.setAccessibleName(self._summary())
        self.update()

    def _summary(self) -> str:
        """Say in one sentence how many days of each state are in view."""
        days = self.shown_days()
        if not days:
            return self._words.gettext("Calendar of sessions, empty")
        counts = Counter(day.state for day in days)
        parts = [f"{state_word(state, self._words)} {counts[state]}" for state in LEGEND if counts[state]]
        return self._words.gettext("Calendar of sessions, {first} to {last}. Days: {parts}").format(
            first=short_date(days[0].day, self._words),
            last=short_date(days[-1].day, self._words),
            parts=", ".join(parts),
        )

    def _read(self, day: date | None) -> None:
        if day != self._current:
            self._current = day
            self.readout_changed.emit(self.words_of(day) if day else "")
            self.update()

    def _step(self, days: int) -> None:
        known = list(self._days)
        if not known or self._end is None:
            return
        shown = self.shown_days()
        start = self._current or min(shown[-1].day, self._end)
        target = start + timedelta(days=days) if self._current else start
        target = max(known[0], min(known[-1], target))
        if self.place_of(target) is None:
            forward = target > self._end
            self.set_end(target if forward else target + timedelta(days=7 * (self._columns() - 1)))
        self._read(target)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words_of(target)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._corner = None
        self.updateGeometry()
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return seven rows' height, and the width of a quarter of a year."""
        left, top = self._origin()
        step = self._theme.px(_CELL + _GAP)
        return QSize(left + 13 * step, top + 7 * step + _RING)

    def minimumSizeHint(self) -> QSize:
        """Return seven rows' height, and the width of four weeks."""
        return QSize(self._origin()[0] + 4 * self._theme.px(_CELL + _GAP), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Say what the day under the pointer was."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            if day is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_of(day), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the day under the pointer."""
        self._read(self._day_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading, unless the keys do it."""
        if not self.hasFocus():
            self._read(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop reading."""
        self._read(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read day by day."""
        step = {**_STEPS, **_PAGES}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as have room."""
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weeks in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        for known in self.shown_days():
            place = self.place_of(known.day)
            if place is not None and known.state is not DayState.BEFORE:
                paint_day(painter, place, known.state, self._theme)
            if place is not None and known.day == self._current:
                painter.setPen(QPen(self._theme.color("text"), 1.6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text_muted"))
        left, top = self._origin()
        step, side = self._theme.px(_CELL + _GAP), self._theme.px(_CELL)
        for row in (0, 2, 4, 6):
            line = QRectF(_RING, top + row * step, left, side)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._weekday(row))
        monday = self._first_monday()
        if monday is None:
            return
        metrics = painter.fontMetrics()
        last = self.shown_days()[-1].day
        width = ((last - monday).days // 7 + 1) * step
        most = max(1, int(width / (1.5 * metrics.horizontalAdvance("Mmm 00"))))
        for day, text in day_ticks(monday, last, most, self._words):
            x = left + (day - monday).days // 7 * step
            if x + metrics.horizontalAdvance(text) <= self.width():
                painter.drawText(QPointF(x, _RING + metrics.ascent()), text)
