"""Pain during a session against the change by the next morning (clinical.md §6.2, chart 2)."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.pain_history import MIDDLE_TO
from ankle_coach.domain.series_response import Response, Settling, spread
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import signed_words
from ankle_coach.ui.widgets.chart_legend import ChartLegend, Look
from ankle_coach.ui.widgets.framed_plot import FramedPlot

LOWEST, HIGHEST = -0.7, 10.7
"""Pain during, from left to right, with room for marks that stand side by side."""
_LEAST, _MOST = -3, 4
"""The change that is always in view."""
_SPREAD = 0.36, 0.2
"""How far marks of the same numbers stand apart."""
_SETTLED_TO, _ROSE_FROM = 0.25, 1.75
"""Edges of the bands: a base may end in a half, so they lie between halves."""
_NEAR = 14.0
"""Pixels from the pointer to a mark that it reads."""
_MARK, _LARGEST_MARK = 12.0, 18.0
_LOOKS = {
    Side.BOTH: Look("series_0", symbol="o"),
    Side.LEFT: Look("series_3", symbol="t3"),
    Side.RIGHT: Look("series_0", symbol="t2"),
}
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def settling_word(settling: Settling, words: Words) -> str:
    """Return what a morning did, in a word."""
    return {
        Settling.SETTLED: words.gettext("settled"),
        Settling.A_LITTLE_UP: words.gettext("a little up"),
        Settling.ROSE: words.gettext("rose"),
    }[settling]


class ResponsePlot(FramedPlot):
    """One mark for each session and sore side. Arrows go from session to session in time."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty chart.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        self._found: tuple[Response, ...] = ()
        self._places: tuple[tuple[float, float], ...] = ()
        self._current: int | None = None
        self._ceiling = MIDDLE_TO
        self._scale: tuple[tuple[float, float], int] | None = None
        name = words.gettext("Pain during a session, and the change by the next morning")
        super().__init__(theme, words, name, (_LEAST, _MOST), parent)
        self.setAccessibleDescription(words.gettext("Arrow keys read it, session by session."))
        self._build_items()
        self._restyle()
        self._widget.scene().sigMouseMoved.connect(self._on_scene_mouse_moved)
        self._widget.viewport().installEventFilter(self)

    @property
    def current(self) -> Response | None:
        """The session that is read out, or None."""
        return self._found[self._current] if self._current is not None else None

    @property
    def legend(self) -> ChartLegend:
        """What the marks mean."""
        return self._legend

    def set_responses(self, found: Sequence[Response], ceiling: int) -> None:
        """Show other sessions.

        Args:
            found: The sessions in order.
            ceiling: Highest pain during that the plan allows.
        """
        self.forget()
        self._found, self._ceiling = tuple(found), ceiling
        self._places = spread(self._found, *_SPREAD)
        changes = [one.change for one in found]
        scale = min([_LEAST, *changes]) - 0.6, max([_MOST, *changes]) + 0.7
        if (scale, ceiling) != self._scale:
            self._scale = scale, ceiling
            self.set_y_range(*scale)
            self._restyle()
        sides = [side for side in Side if any(one.side is side for one in found)]
        self._legend.set_entries([(_LOOKS[side], self._side_name(side)) for side in sides])
        self._draw_marks()

    def drawn(self) -> list[tuple[float, float]]:
        """Return the places of the marks, in order of the sessions."""
        return list(self._places)

    def readout(self, one: Response) -> str:
        """Return what a mark says."""
        gettext = self._words.gettext
        when = long_date(one.day, self._words)
        if one.side is not Side.BOTH:
            when = f"{when}, {side_word(one.side, self._words)}"
        return gettext(
            "{when}, {session}: {during} during; next morning {morning}, usual {base}: {settling}"
        ).format(
            when=when,
            session=one.name,
            during=one.during,
            morning=one.morning,
            base=f"{one.base:g}",
            settling=settling_word(one.settling, self._words),
        )

    def read(self, index: int | None) -> None:
        """Mark and read out a session by its place, or none."""
        if index == self._current:
            return
        self._current = index
        self._cursor.setData(pos=[self._places[index]] if index is not None else [])
        one = self.current
        self.readout_changed.emit(self.readout(one) if one is not None else "")

    def forget(self) -> None:
        """Read nothing out any more."""
        self.read(None)

    def _side_name(self, side: Side) -> str:
        if side is Side.BOTH:
            return self._words.gettext("A session")
        return self._words.gettext("{side} ankle, a session").format(side=side_word(side, self._words))

    def _build_items(self) -> None:
        self._legend = ChartLegend(self._theme)
        self.column.insertWidget(0, self._legend)
        self._bands = [
            pg.LinearRegionItem(edges, orientation="horizontal", movable=False)
            for edges in ((-100, _SETTLED_TO), (_SETTLED_TO, _ROSE_FROM), (_ROSE_FROM, 100))
        ]
        for band in self._bands:
            band.setZValue(-20)
        self._zero = pg.InfiniteLine(0, angle=0)
        self._limit = pg.InfiniteLine(self._ceiling + 0.5, angle=90)
        self._marks = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self._cursor = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self._quadrants = [pg.TextItem(anchor=anchor) for anchor in ((0, 0), (1, 0), (0, 1), (1, 1))]
        for item in (*self._bands, self._zero, self._limit, self._marks, self._cursor, *self._quadrants):
            self.plot.addItem(item, ignoreBounds=True)
        view = self.plot.getViewBox()
        view.setLimits(xMin=LOWEST, xMax=HIGHEST, minXRange=HIGHEST - LOWEST, maxXRange=HIGHEST - LOWEST)
        view.setXRange(LOWEST, HIGHEST, padding=0)
        self.plot.getAxis("bottom").setTicks([[(value, str(value)) for value in range(11)]])

    def _restyle(self) -> None:
        super()._restyle()
        for band, role in zip(self._bands, ("band_low", "band_mid", "band_high"), strict=True):
            band.setBrush(self._theme.color(role))
            for edge in band.lines:
                edge.setPen(QPen(Qt.PenStyle.NoPen))
        muted = self._theme.color("text_muted")
        self._zero.setPen(pg.mkPen(muted, width=1.2))
        self._limit.setPen(pg.mkPen(muted, width=1.2, style=Qt.PenStyle.DashLine))
        low, high = self.plot.getViewBox().viewRange()[1]
        whole = [value for value in range(round(low), round(high) + 1) if low < value < high]
        self._set_ticks("left", [(value, signed_words(value)) for value in whole])
        settled, up, rose = (settling_word(settling, self._words) for settling in Settling)
        words = [((low + _SETTLED_TO) / 2, settled), (1.0, up), ((_ROSE_FROM + high) / 2, rose)]
        self._set_ticks("right", [(place, word) for place, word in words if low < place < high])
        self._place_quadrants(low, high)

    def _place_quadrants(self, low: float, high: float) -> None:
        """Say in each corner what its marks mean; up to the ceiling is what the plan allows."""
        gettext, limit = self._words.gettext, self._ceiling + 0.5
        texts = (
            gettext("within your limit,\nand rose"),
            gettext("over your limit,\nand rose"),
            gettext("within your limit,\nand settled"),
            gettext("over your limit,\nand settled"),
        )
        places = ((LOWEST, high), (HIGHEST, high), (LOWEST, low), (HIGHEST, low))
        for item, text, place in zip(self._quadrants, texts, places, strict=True):
            item.setText(text, self._theme.color("text"))
            item.setFont(self._theme.font("small"))
            item.setPos(QPointF(*place))
        self._limit.setValue(limit)

    def _repaint(self) -> None:
        self._restyle()
        self._draw_marks()

    def _draw_marks(self) -> None:
        size = min(_LARGEST_MARK, max(_MARK, self._theme.px(_MARK)))
        surface = self._theme.color("surface")
        brushes = {side: QBrush(self._theme.color(look.role)) for side, look in _LOOKS.items()}
        self._marks.setData(
            [place for place, _ in self._places],
            [place for _, place in self._places],
            symbol=[_LOOKS[one.side].symbol for one in self._found],
            size=size,
            pen=pg.mkPen(surface, width=1.0),
            brush=[brushes[one.side] for one in self._found],
        )
        ring = pg.mkPen(self._theme.color("text"), width=2.2)
        self._cursor.setSymbol("o")
        self._cursor.setSize(size * 1.9)
        self._cursor.setPen(ring)
        self._cursor.setBrush(QBrush(Qt.BrushStyle.NoBrush))

    def _on_scene_mouse_moved(self, place: QPointF) -> None:
        view = self.plot.getViewBox()
        if not view.sceneBoundingRect().contains(place) or not self._found:
            self.forget()
            return
        wide, high = view.viewPixelSize()
        here = view.mapSceneToView(place)

        def distance(index: int) -> float:
            x, y = self._places[index]
            return float(((x - here.x()) / wide) ** 2 + ((y - here.y()) / high) ** 2)

        nearest = min(range(len(self._found)), key=distance)
        self.read(nearest if distance(nearest) <= _NEAR**2 else None)

    def _step(self, step: int) -> None:
        last = len(self._found) - 1
        target = last if self._current is None else max(0, min(last, self._current + step))
        self._go(target)

    def _go(self, index: int) -> None:
        self.read(index)
        self._announce(self.readout(self._found[index]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the page, and forget the mark when the pointer leaves."""
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        if event.type() is QEvent.Type.Leave and not self.hasFocus():
            self.forget()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read session by session."""
        key = Qt.Key(event.key())
        if not self._found:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._step(_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._found) - 1)
        elif key == Qt.Key.Key_Escape and self._current is not None:
            self.forget()
        else:
            super().keyPressEvent(event)
