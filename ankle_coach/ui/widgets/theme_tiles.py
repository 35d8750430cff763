"""The looks to choose from, each shown as a small window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.settings import ThemeSetting
from ankle_coach.domain.words import Words
from ankle_coach.palette import Palette, Scheme, palette_for
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.picture_tiles import PictureTile, PictureTiles

_SIZE = (128, 78)


class ThemeTile(PictureTile):
    """A small window in the colors of a scheme, or half and half for the system's, with its name below."""

    def __init__(self, theme: Theme, setting: ThemeSetting, text: str, parent: QWidget | None = None) -> None:
        """Make a tile.

        Args:
            theme: The look in force.
            setting: The look that this tile stands for.
            text: Its name.
            parent: Qt owner.
        """
        super().__init__(theme, text, _SIZE, parent)
        self._setting = setting
        self.setObjectName(f"theme_{setting}")

    @property
    def setting(self) -> ThemeSetting:
        """The look that this tile stands for."""
        return self._setting

    def draw_preview(self, painter: QPainter, place: QRectF) -> None:
        """Draw the window, or two halves of it."""
        if self._setting is ThemeSetting.SYSTEM:
            self._draw_window(painter, place, palette_for(Scheme.LIGHT))
            painter.setClipRect(place.adjusted(place.width() / 2, 0, 0, 0), Qt.ClipOperation.IntersectClip)
            self._draw_window(painter, place, palette_for(Scheme.DARK))
        else:
            self._draw_window(painter, place, palette_for(Scheme(self._setting.value)))

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


class ThemeTiles(PictureTiles):
    """Tiles of which one is chosen; arrows move the choice."""

    setting_chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the tiles, the system's being chosen."""
        texts = {
            ThemeSetting.SYSTEM: words.pgettext("theme", "Like the system"),
            ThemeSetting.LIGHT: words.pgettext("theme", "Light"),
            ThemeSetting.DARK: words.pgettext("theme", "Dark"),
            ThemeSetting.HIGH_CONTRAST: words.pgettext("theme", "High contrast"),
        }
        self._settings = tuple(texts)
        tiles = [ThemeTile(theme, setting, text) for setting, text in texts.items()]
        for tile in tiles:
            tile.setAccessibleName(words.gettext("Theme: {name}").format(name=tile.text()))
        super().__init__(tiles, parent)
        self.chosen.connect(self._on_chosen)

    @property
    def setting(self) -> ThemeSetting:
        """The look that is chosen."""
        return self._settings[self.place]

    def set_setting(self, setting: ThemeSetting) -> None:
        """Choose a look; tells nobody."""
        self.set_place(self._settings.index(setting))

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.setting_chosen.emit(self._settings[place])
