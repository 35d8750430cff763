"""The looks to choose from, each shown as a small window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ankle_coach.domain.settings import ThemeSetting
from ankle_coach.domain.words import Words
from ankle_coach.palette import Palette, Scheme, palette_for
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout

_WIDE, _HIGH, _WORDS = 128, 78, 26
_RADIUS = 9
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ThemeTile(QAbstractButton):
    """A small window in the colors of a scheme, or half and half for the system's, with its name below."""

    def __init__(self, theme: Theme, setting: ThemeSetting, text: str, parent: QWidget | None = None) -> None:
        """Make a tile.

        Args:
            theme: The look in force.
            setting: The look that this tile stands for.
            text: Its name.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._setting = theme, setting
        self.setObjectName(f"theme_{setting}")
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def setting(self) -> ThemeSetting:
        """The look that this tile stands for."""
        return self._setting

    def _draw_window(self, painter: QPainter, place: QRectF, colors: Palette) -> None:
        """Draw a window with its rail, a card with two lines of text, and a button."""
        painter.fillRect(place, QColor(colors.window))
        rail = QRectF(place.left(), place.top(), place.width() * 0.16, place.height())
        painter.fillRect(rail, QColor(colors.surface))
        card = QRectF(
            place.left() + place.width() * 0.26, place.top() + 12, place.width() * 0.62, place.height() - 24
        )
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.surface))
        painter.drawRoundedRect(card, 4, 4)
        line = card.height() / 8
        for row, (share, color) in enumerate(((0.7, colors.text), (0.5, colors.text_muted))):
            top = card.top() + line * (1.4 + row * 1.7)
            painter.fillRect(
                QRectF(card.left() + line, top, (card.width() - 2 * line) * share, line * 0.8), QColor(color)
            )
        button = QRectF(card.left() + line, card.bottom() - line * 3, card.width() * 0.4, line * 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(button, 3, 3)

    def _draw_preview(self, painter: QPainter, place: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(place, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline)
        if self._setting is ThemeSetting.SYSTEM:
            self._draw_window(painter, place, palette_for(Scheme.LIGHT))
            painter.setClipRect(place.adjusted(place.width() / 2, 0, 0, 0), Qt.ClipOperation.IntersectClip)
            self._draw_window(painter, place, palette_for(Scheme.DARK))
        else:
            self._draw_window(painter, place, palette_for(Scheme(self._setting.value)))
        painter.restore()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture with its name, which may be longer."""
        words = self.fontMetrics().horizontalAdvance(f"{self.text()}  ") + self._theme.px(22)
        wide = max(self._theme.px(_WIDE), words)
        return QSize(wide, self._theme.px(_HIGH + _WORDS) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, a frame and a check mark on the chosen one, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(3, 3, self.width() - 6, self._theme.px(_HIGH) - 6)
        self._draw_preview(painter, place)
        edge = "focus" if self.hasFocus() else "accent" if self.isChecked() else "outline"
        painter.setPen(QPen(self._theme.color(edge), 3 if self.isChecked() or self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), _RADIUS, _RADIUS)
        below = QRectF(0, self._theme.px(_HIGH), self.width(), self._theme.px(_WORDS))
        font = self._theme.font("body")
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        side = self._theme.px(18) if self.isChecked() else 0
        text = painter.fontMetrics().horizontalAdvance(self.text())
        left = (self.width() - text - side) / 2
        if side:
            mark = QRectF(left, below.center().y() - side / 2, side, side)
            self._theme.paint_icon(painter, mark, "check", "accent")
            painter.setPen(self._theme.color("text"))
        gap = self._theme.px(4) if side else 0
        painter.drawText(
            below.adjusted(left + side + gap, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )


class ThemeTiles(QWidget):
    """Tiles of which one is chosen; arrows move the choice."""

    setting_chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the tiles, the system's being chosen."""
        super().__init__(parent)
        texts = {
            ThemeSetting.SYSTEM: words.pgettext("theme", "Like the system"),
            ThemeSetting.LIGHT: words.pgettext("theme", "Light"),
            ThemeSetting.DARK: words.pgettext("theme", "Dark"),
            ThemeSetting.HIGH_CONTRAST: words.pgettext("theme", "High contrast"),
        }
        self._group = QButtonGroup(self)
        self._tiles: dict[ThemeSetting, ThemeTile] = {}
        flow = FlowLayout(self, spacing=14)
        for setting, text in texts.items():
            tile = ThemeTile(theme, setting, text)
            tile.installEventFilter(self)
            tile.setAccessibleName(words.gettext("Theme: {name}").format(name=text))
            self._group.addButton(tile)
            self._tiles[setting] = tile
            flow.addWidget(tile)
        self.set_setting(ThemeSetting.SYSTEM)
        self._group.buttonToggled.connect(self._on_group_button_toggled)

    @property
    def setting(self) -> ThemeSetting:
        """The look that is chosen."""
        return next(setting for setting, tile in self._tiles.items() if tile.isChecked())

    def set_setting(self, setting: ThemeSetting) -> None:
        """Choose a look; tells nobody."""
        with QSignalBlocker(self._group):
            self._tiles[setting].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_group_button_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(button, ThemeTile):
            self.setting_chosen.emit(button.setting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move the choice, however the tiles are wrapped."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                tiles = list(self._tiles.values())
                target = tiles[max(0, min(len(tiles) - 1, tiles.index(self._tiles[self.setting]) + step))]
                target.setChecked(True)
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
