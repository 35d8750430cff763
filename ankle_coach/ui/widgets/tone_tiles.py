"""The skin tones to choose from, each shown on a small figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import PLAIN_TONE, find_figure, window_look
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.picture_tiles import PictureTile, PictureTiles

if TYPE_CHECKING:
    from ankle_coach.domain.pose_figure import Figure

_SIZE = (104, 112)
_SHOWN = "str-calf-uni"
"""The exercise whose figure shows a tone: a whole person, both legs apart."""
_ORDER = (1, 0, 2, 3, PLAIN_TONE)
"""The tones, as the settings count them, from light to dark."""


class ToneTile(PictureTile):
    """A small figure in one tone, with the tone's name below."""

    def __init__(
        self,
        theme: Theme,
        figures: Mapping[str, Figure],
        tone: int,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make a tile.

        Args:
            theme: The look in force.
            figures: The figures by exercise id.
            tone: The tone as the settings count it.
            text: Its name.
            parent: Qt owner.
        """
        super().__init__(theme, text, _SIZE, parent)
        self._figures, self._tone = figures, tone
        self.setObjectName(f"tone_{tone}")

    def draw_preview(self, painter: QPainter, place: QRectF) -> None:
        """Draw the figure on the surface of the look in force."""
        painter.fillRect(place, self._theme.color("surface"))
        figure = find_figure(self._figures, _SHOWN)
        if figure is None:
            return
        from ankle_coach.domain.pose_motion import Still, still  # noqa: PLC0415 - with the first figure
        from ankle_coach.figures.figure_painter import paint_figure  # noqa: PLC0415 - as above

        look = window_look(self._theme.scheme, self._tone)._replace(arrows=False, targets=False)
        paint_figure(painter, place.adjusted(4, 6, -4, -6), still(figure, None, Still.START), look)


class ToneTiles(PictureTiles):
    """The tones from light to dark, then plain lines; arrows move the choice."""

    tone_chosen = Signal(int)

    def __init__(
        self, theme: Theme, figures: Mapping[str, Figure], words: Words, parent: QWidget | None = None
    ) -> None:
        """Make the tiles.

        Args:
            theme: The look in force.
            figures: The figures by exercise id.
            words: The reader's language.
            parent: Qt owner.
        """
        texts = {
            0: words.pgettext("skin tone", "Medium light"),
            1: words.pgettext("skin tone", "Light"),
            2: words.pgettext("skin tone", "Medium dark"),
            3: words.pgettext("skin tone", "Dark"),
            PLAIN_TONE: words.pgettext("skin tone", "Plain lines"),
        }
        tiles = [ToneTile(theme, figures, tone, texts[tone]) for tone in _ORDER]
        for tile in tiles:
            tile.setAccessibleName(words.gettext("Figures: {name}").format(name=tile.text()))
        super().__init__(tiles, parent)
        self.chosen.connect(self._on_chosen)

    @property
    def tone(self) -> int:
        """The tone that is chosen, as the settings count it."""
        return _ORDER[self.place]

    def set_tone(self, tone: int) -> None:
        """Choose a tone; tells nobody."""
        self.set_place(_ORDER.index(tone))

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.tone_chosen.emit(_ORDER[place])
