"""Pictures with a name below, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout

_WORDS = 26
_RADIUS = 9
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PictureTile(QAbstractButton):
    """One picture, framed and checked while it is chosen. What it shows is drawn by `draw_preview`."""

    def __init__(self, theme: Theme, text: str, size: tuple[int, int], parent: QWidget | None = None) -> None:
        """Make a tile.

        Args:
            theme: The look in force.
            text: Its name.
            size: The picture's width and height at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._picture = theme, size
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    def draw_preview(self, painter: QPainter, place: QRectF) -> None:
        """Draw the picture; the painter is clipped to a rounded frame."""
        raise NotImplementedError

    def _draw_name(self, painter: QPainter) -> None:
        """Draw the name, after a check mark on the chosen one."""
        below = QRectF(0, self._theme.px(self._picture[1]), self.width(), self._theme.px(_WORDS))
        font = self._theme.font("body")
        font.setBold(self.isChecked())
        painter.setFont(font)
        side = self._theme.px(18) if self.isChecked() else 0
        text = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - text - side) / 2
        if side:
            mark = QRectF(left, below.center().y() - side / 2, side, side)
            self._theme.paint_icon(painter, mark, "check", "accent")
        painter.setPen(self._theme.color("text"))
        gap = self._theme.px(4) if side else 0
        place = below.adjusted(left + side + gap, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture with its name, which may be longer."""
        words = self.fontMetrics().horizontalAdvance(f"{self.text()}  ") + self._theme.px(22)
        wide = max(self._theme.px(self._picture[0]), words)
        return QSize(wide, self._theme.px(self._picture[1] + _WORDS) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, a frame and a check mark on the chosen one, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(3, 3, self.width() - 6, self._theme.px(self._picture[1]) - 6)
        outline = QPainterPath()
        outline.addRoundedRect(place, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline)
        self.draw_preview(painter, place)
        painter.restore()
        edge = "focus" if self.hasFocus() else "accent" if self.isChecked() else "outline"
        painter.setPen(QPen(self._theme.color(edge), 3 if self.isChecked() or self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), _RADIUS, _RADIUS)
        self._draw_name(painter)


class PictureTiles(QWidget):
    """Tiles of which one is chosen; arrows move the choice."""

    chosen = Signal(int)

    def __init__(self, tiles: Sequence[PictureTile], parent: QWidget | None = None) -> None:
        """Lay tiles out, the first being chosen."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tiles = tuple(tiles)
        flow = FlowLayout(self, spacing=14)
        for tile in self._tiles:
            tile.installEventFilter(self)
            self._group.addButton(tile)
            flow.addWidget(tile)
        self.set_place(0)
        self._group.buttonToggled.connect(self._on_group_button_toggled)

    @property
    def place(self) -> int:
        """Which tile is chosen, from 0."""
        return next(place for place, tile in enumerate(self._tiles) if tile.isChecked())

    def set_place(self, place: int) -> None:
        """Choose a tile; tells nobody."""
        with QSignalBlocker(self._group):
            self._tiles[place].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_group_button_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(next(place for place, tile in enumerate(self._tiles) if tile is button))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move the choice, however the tiles are wrapped."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                target = self._tiles[max(0, min(len(self._tiles) - 1, self.place + step))]
                target.setChecked(True)
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
