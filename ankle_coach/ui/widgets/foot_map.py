"""The foot map: four views of one foot whose named zones are clicked or reached with keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ankle_coach.domain.foot_map import (
    FRAMES,
    FootView,
    FootZone,
    foot_view_word,
    foot_word,
    foot_zone_word,
    views_of,
    zone_at,
)
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTransform

    from ankle_coach.figures.tones import FigureColors

_GAP, _SCALE = 14, 0.72
"""Pixels between views, and pixels a millimeter, both at 100 % text."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_ZONES = tuple(FootZone)


class FootMap(QWidget):
    """Asks where it hurts. A click or Space chooses a zone and takes it back; several may be chosen.

    Tab and the arrow keys go from zone to zone, then Tab leaves the map. What draws is loaded with the
    first paint.

    Signals:
        zones_changed: The chosen zones, a frozenset of `FootZone`.
        readout_changed: The words of the zone under the pointer or the keys; empty for none.
    """

    zones_changed = Signal(object)
    readout_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        side: Side = Side.RIGHT,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make a map on which nothing is chosen.

        Args:
            theme: The look.
            words: The reader's language.
            side: Which foot; both counts as right.
            tone: Skin tone as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("foot_map")
        self._theme, self._words, self._side, self._tone = theme, words, side, tone
        self._chosen: frozenset[FootZone] = frozenset()
        self._current: FootZone | None = None
        self._hovered: FootZone | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(
            words.gettext("Arrow keys go from place to place; Space chooses one and takes it back.")
        )
        theme.theme_changed.connect(self._on_theme_changed)
        self._refresh()

    @property
    def zones(self) -> frozenset[FootZone]:
        """The chosen zones."""
        return self._chosen

    @property
    def current(self) -> FootZone | None:
        """The zone that the keys are at."""
        return self._current

    @property
    def side(self) -> Side:
        """Which foot is shown."""
        return self._side

    def set_zones(self, zones: Iterable[FootZone]) -> None:
        """Choose these zones and no others; tells only of a change."""
        chosen = frozenset(zones)
        if chosen != self._chosen:
            self._chosen = chosen
            self._refresh()
            self.zones_changed.emit(chosen)

    def set_side(self, side: Side) -> None:
        """Show the other foot; what is chosen stays."""
        self._side = side
        self._refresh()

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        self._tone = tone
        self.update()

    def toggle(self, zone: FootZone) -> None:
        """Choose a zone, or take it back."""
        self.set_zones(self._chosen ^ {zone})

    def words_of(self, zone: FootZone) -> str:
        """Return a zone and whether it is chosen, in words."""
        name = foot_zone_word(zone, self._words)
        if zone in self._chosen:
            return self._words.gettext("{zone}, chosen").format(zone=name)
        return self._words.gettext("{zone}, not chosen").format(zone=name)

    def view_rects(self) -> dict[FootView, QRectF]:
        """Return where each view is drawn: in one row, or two by two where the map is narrow."""
        wide = self.width() >= 1.9 * self.height()
        rows = (
            [tuple(FootView)] if wide else [(FootView.OUTER, FootView.INNER), (FootView.BACK, FootView.SOLE)]
        )
        title, gap = self._line_height(), self._theme.px(_GAP)
        height = (self.height() - self._caption_height() - len(rows) * (title + gap)) / len(rows)
        rects = {}
        for number, row in enumerate(rows):
            top = number * (height + title + gap) + title
            widths = [FRAMES[view].right - FRAMES[view].left for view in row]
            room = self.width() - gap * (len(row) + 1)
            left = float(gap)
            for view, width in zip(row, widths, strict=True):
                share = room * width / sum(widths)
                rects[view] = QRectF(left, top, share, height)
                left += share + gap
        return rects

    def zone_under(self, place: QPointF) -> FootZone | None:
        """Return the zone at a point of the widget."""
        for view, rect in self.view_rects().items():
            if rect.adjusted(-4, -4, 4, 4).contains(place):
                back, known = self._transform(view, rect).inverted()
                point = back.map(place)
                return zone_at(view, (point.x(), point.y())) if known else None
        return None

    def place_of(self, zone: FootZone, view: FootView | None = None) -> QPointF:
        """Return the middle of a zone in the widget, in the first view with it unless another is asked."""
        from ankle_coach.figures.foot_map_painter import zone_middle  # noqa: PLC0415 - after the first paint

        view = views_of(zone)[0] if view is None else view
        return self._transform(view, self.view_rects()[view]).map(zone_middle(view, zone))

    def _transform(self, view: FootView, rect: QRectF) -> QTransform:
        from ankle_coach.figures.foot_map_painter import view_transform  # noqa: PLC0415 - as above

        return view_transform(rect, view, self._side)

    def _line_height(self) -> int:
        return QFontMetrics(self._theme.font("small")).height() + self._theme.px(2)

    def _caption_height(self) -> int:
        return QFontMetrics(self._theme.font("body")).height() + self._theme.px(8)

    def _refresh(self) -> None:
        self.setAccessibleName(self._summary())
        self.update()

    def _summary(self) -> str:
        """Say the foot, the zone the keys are at, and what is chosen."""
        parts = [foot_word(self._side, self._words)]
        if self._current is not None:
            parts.append(self.words_of(self._current))
        elif self._chosen:
            names = ", ".join(foot_zone_word(zone, self._words) for zone in _ZONES if zone in self._chosen)
            parts.append(self._words.gettext("chosen: {zones}").format(zones=names))
        else:
            parts.append(self._words.gettext("nothing chosen"))
        return self._words.gettext("Where it hurts. {parts}").format(parts=". ".join(parts))

    def _go(self, zone: FootZone | None) -> None:
        if zone != self._current:
            self._current = zone
            self._refresh()
            self._tell(zone)
            if zone is not None:
                self._announce(zone)

    def _tell(self, zone: FootZone | None) -> None:
        self.readout_changed.emit("" if zone is None else self.words_of(zone))

    def _announce(self, zone: FootZone) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words_of(zone)))

    def _hover(self, zone: FootZone | None) -> None:
        if zone != self._hovered:
            self._hovered = zone
            self.setCursor(Qt.CursorShape.ArrowCursor if zone is None else Qt.CursorShape.PointingHandCursor)
            self._tell(zone)
            self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Four views in a row, with their titles and the line of words."""
        scale, gap = self._theme.px(100) / 100 * _SCALE, self._theme.px(_GAP)
        width = sum(frame.right - frame.left for frame in FRAMES.values()) * scale + 5 * gap
        height = max(frame.top - frame.bottom for frame in FRAMES.values()) * scale
        return QSize(round(width), round(height) + self._line_height() + self._caption_height() + gap)

    def minimumSizeHint(self) -> QSize:
        """Two by two at half the size, so that every zone can still be hit."""
        return QSize(self._theme.px(300), self._theme.px(360))

    def event(self, event: QEvent) -> bool:
        """Say the zone under the pointer."""
        if isinstance(event, QHelpEvent):
            zone = self.zone_under(QPointF(event.pos()))
            if zone is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_of(zone), self)
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from zone to zone before it leaves the map."""
        place = -1 if self._current is None else _ZONES.index(self._current)
        place = place + 1 if forward else place - 1
        if not self.hasFocus() or not 0 <= place < len(_ZONES):
            return super().focusNextPrevChild(forward)
        self._go(_ZONES[place])
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first zone, or at the last one when coming backward."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.BacktabFocusReason:
            self._go(_ZONES[-1])
        elif event.reason() is not Qt.FocusReason.MouseFocusReason and self._current is None:
            self._go(_ZONES[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._go(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from zone to zone, or choose one."""
        key = Qt.Key(event.key())
        if key in _TOGGLES and self._current is not None:
            self.toggle(self._current)
            self._announce(self._current)
        elif key in _STEPS:
            place = -1 if self._current is None else _ZONES.index(self._current)
            self._go(_ZONES[max(0, min(len(_ZONES) - 1, place + _STEPS[key]))])
        elif key in _ENDS:
            self._go(_ZONES[_ENDS[key]])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the zone under the pointer."""
        self._hover(self.zone_under(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the zone under the pointer, or take it back."""
        zone = self.zone_under(event.position())
        if zone is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._current = zone
        self.toggle(zone)
        self._announce(zone)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the light away."""
        self._hover(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the four views, their titles and the words of one zone."""
        from ankle_coach.figures.foot_map_painter import MapState, paint_foot_view  # noqa: PLC0415 - as above

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = MapState(
            selected=self._chosen,
            hovered=self._hovered,
            focused=self._current if self.hasFocus() else None,
            ring=self._theme.palette.focus,
        )
        colors = self._colors()
        for view, rect in self.view_rects().items():
            paint_foot_view(painter, rect, view, self._side, colors, state)
        self._paint_words(painter)

    def _colors(self) -> FigureColors:
        from ankle_coach.figures.tones import Ground, Tone, figure_colors  # noqa: PLC0415 - as above

        tones = tuple(Tone)
        return figure_colors(tones[self._tone % len(tones)], Ground(self._theme.scheme.value))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text_muted"))
        for view, rect in self.view_rects().items():
            line = QRectF(rect.left(), rect.top() - self._line_height(), rect.width(), self._line_height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, foot_view_word(view, self._words))
        shown = self._hovered or self._current
        name = self._words.gettext("Choose where it hurts") if shown is None else self.words_of(shown)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text"))
        high = self._caption_height()
        caption = QRectF(0, self.height() - high, self.width(), high)
        text = f"{foot_word(self._side, self._words)} · {name}"
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, text)
