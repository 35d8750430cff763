"""Swelling, giving way, flags, locks and ice, each in a lane of its own (clinical.md §6.2, chart 9)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.series_events import Event, Lane
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_legend import MISSING, Look
from ankle_coach.ui.widgets.item_plot import ItemPlot

SWELLING = Look("series_0", symbol="|")
NONE = Look("text_muted", symbol="o", filled=False)
"""Asked, and there was none: zero is an answer."""
GAVE_WAY = Look("danger", symbol="t")
URGENT = Look("danger", symbol="s")
"""A flag that locks: pause, urgent or emergency."""
ADVICE = Look("caution", symbol="d", filled=False)
"""A flag that only advises."""
LOCKED = Look("danger", symbol="|", hatch=Qt.BrushStyle.BDiagPattern)
ICE = Look("series_0", symbol="t1", filled=False)
_MARK, _LARGEST_MARK = 11.0, 17.0
_BAR = 0.24
"""Height of a bar for each degree of swelling."""
_FEW_DAYS = 100
"""Days in view up to which a number stands beside what happened more than once."""


class EventsPlot(ItemPlot):
    """The keys go from day to day on which anything happened."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        say: Callable[[date, Sequence[Event]], str],
        lanes: Mapping[Lane, str],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty strip.

        Args:
            theme: The look.
            words: The reader's language.
            say: Says what happened on a day.
            lanes: The words of the lanes, from the top down.
            parent: Qt owner.
        """
        self._say = say
        self._lanes = dict(lanes)
        self._by_day: dict[date, list[Event]] = {}
        self._days: list[date] = []
        self._today = date.min
        name = words.gettext("Swelling, giving way, flags, locks and ice over time")
        super().__init__(theme, words, name, (0.0, float(len(lanes))), parent)

    def set_events(self, events: Sequence[Event], today: date) -> None:
        """Show other events.

        Args:
            events: In order of their days.
            today: The last day of a lock that still holds.
        """
        self.forget()
        self._today = today
        found: dict[date, list[Event]] = defaultdict(list)
        for event in events:
            found[event.day].append(event)
        self._by_day, self._days = dict(found), sorted(found)
        self._redraw()

    def events_on(self, day: date) -> tuple[Event, ...]:
        """Return what began on a day, and the locks that held on it."""
        locks = [
            event
            for known in self._by_day.values()
            for event in known
            if event.lane is Lane.LOCK and event.day < day < self._end(event)
        ]
        return (*self._by_day.get(day, ()), *locks)

    def readout(self, mark: date) -> str:
        """Return what happened on a day."""
        return self._say(mark, self.events_on(mark))

    def _restyle(self) -> None:
        super()._restyle()
        ticks = [(self._ground(lane) + 0.4, word) for lane, word in self._lanes.items()]
        self._set_ticks("left", ticks)
        self._set_ticks("right", [])

    def _ground(self, lane: Lane) -> float:
        """Return the foot of a lane."""
        return float(len(self._lanes) - 1 - list(self._lanes).index(lane))

    def _end(self, event: Event) -> date:
        """Return the first day after a lock."""
        return event.until or self._today + timedelta(days=1)

    def _draw(self, first: date, last: date) -> None:
        self._clear()
        for lane in self._lanes:
            line = pg.InfiniteLine(
                self._ground(lane), angle=0, pen=pg.mkPen(self._theme.color("grid"), width=1)
            )
            self._add(line, -10)
        low, high = bisect_right(self._days, first - timedelta(days=1)), bisect_right(self._days, last)
        shown = [event for day in self._days[low:high] for event in self._by_day[day]]
        self._draw_swelling([event for event in shown if event.lane is Lane.SWELLING])
        self._draw_locks(first, last)
        self._draw_marks(shown)
        self._draw_numbers(shown)

    def _draw_swelling(self, events: Sequence[Event]) -> None:
        """Bars as high as the degree; none is an open circle, no answer a cross."""
        ground, color = self._ground(Lane.SWELLING), self._theme.color(SWELLING.role)
        known = [(event, event.value) for event in events if not isinstance(event.value, NoAnswer)]
        bars = [(event.day.toordinal() + 0.5, value * _BAR) for event, value in known if value]
        self._add(
            pg.BarGraphItem(
                x=[x for x, _ in bars],
                y0=ground,
                height=[height for _, height in bars],
                width=0.72,
                brush=QBrush(color),
                pen=pg.mkPen(color, width=0),
            ),
            0,
        )

    def _draw_locks(self, first: date, last: date) -> None:
        if Lane.LOCK not in self._lanes:
            return
        ground, color = self._ground(Lane.LOCK), self._theme.color(LOCKED.role)
        locks = [
            event
            for known in self._by_day.values()
            for event in known
            if event.lane is Lane.LOCK and event.day <= last and self._end(event) >= first
        ]
        spans = [(e.day.toordinal(), max(self._end(e).toordinal(), e.day.toordinal() + 1)) for e in locks]
        self._add(
            pg.BarGraphItem(
                x0=[start for start, _ in spans],
                x1=[end for _, end in spans],
                y0=ground + 0.18,
                y1=ground + 0.62,
                brush=QBrush(color, LOCKED.hatch),
                pen=pg.mkPen(color, width=1),
            ),
            0,
        )

    def _draw_marks(self, shown: Sequence[Event]) -> None:
        places: dict[Look, list[tuple[float, float]]] = defaultdict(list)
        for event in shown:
            look = look_of(event)
            if look is not None:
                up = 0.1 if look is NONE and event.lane is Lane.SWELLING else 0.4
                places[look].append((event.day.toordinal() + 0.5, self._ground(event.lane) + up))
        for look, known in places.items():
            small = 0.7 if look is NONE else 1.0
            self._add_marks(known, look, small * min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK))), 10)

    def _draw_numbers(self, shown: Sequence[Event]) -> None:
        """Say how often, where it was more than once and there is room."""
        first, last = self.visible_days()
        if (last - first).days > _FEW_DAYS:
            return
        for event in shown:
            often = event.lane in (Lane.GIVING_WAY, Lane.ICE)
            if not often or isinstance(event.value, NoAnswer) or event.value < 2:
                continue
            label = pg.TextItem(
                f"\N{MULTIPLICATION SIGN}{event.value}", color=self._theme.color("text"), anchor=(0, 0.5)
            )
            label.setFont(self._theme.font("small"))
            label.setPos(QPointF(event.day.toordinal() + 1.0, self._ground(event.lane) + 0.4))
            self._add(label, 12)

    def _marks(self) -> list[date]:
        return self._days

    def _mark_at(self, day: date) -> date | None:
        if self._limits is None or not self._limits[0] <= day <= self._limits[1]:
            return None
        return day

    def _mark_end(self, mark: date) -> date:
        return mark


def look_of(event: Event) -> Look | None:
    """Return the symbol of an event; None where it is a bar."""
    if event.value is NoAnswer.MISSING:
        return MISSING
    match event.lane:
        case Lane.SWELLING:
            return None if event.value else NONE
        case Lane.GIVING_WAY:
            return GAVE_WAY if event.value else NONE
        case Lane.RED_FLAG:
            locks = event.urgency is not None and event.urgency in _LOCKING
            return URGENT if locks else ADVICE
        case Lane.ICE:
            return ICE
        case Lane.LOCK:
            return None


_LOCKING = tuple(urgency for urgency in Urgency if urgency.locks)
