"""All exercises of a search at a glance: as pictures in a grid, or as rows of a list."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.exercise_card import ExerciseCardDelegate
from ankle_coach.ui.widgets.exercise_row import ExerciseRowDelegate
from ankle_coach.ui.widgets.figure_stills import FigureStills

CARD_WIDTH = 176
"""Narrowest card in pixels at 100 % text."""


class GalleryView(StrEnum):
    """How exercises are shown."""

    PICTURES = "pictures"
    LIST = "list"


class ExerciseGallery(QListView):
    """Shows an `ExerciseListModel`; arrows move in grid and list. Pictures are painted once they are seen."""

    def __init__(
        self,
        model: ExerciseListModel,
        library: Library,
        theme: Theme,
        words: Words,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make a grid of pictures.

        Args:
            model: The exercises of the search.
            library: Knows the figures.
            theme: The look.
            words: The reader's language.
            tone: Skin tone of the figures, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._exercises = theme, model
        self._view = GalleryView.PICTURES
        self._stills = FigureStills(theme, library, tone, self)
        self._rows = ExerciseRowDelegate(theme, words, self._stills.paint, self)
        self._cards = ExerciseCardDelegate(theme, words, self._stills.paint, self)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._stills.still_painted.connect(self._on_stills_still_painted)
        self._refresh()

    @property
    def view(self) -> GalleryView:
        """How exercises are shown."""
        return self._view

    @property
    def stills(self) -> FigureStills:
        """The pictures."""
        return self._stills

    def set_view(self, view: GalleryView) -> None:
        """Show pictures or rows; what is chosen stays chosen and in view."""
        if view is not self._view:
            self._view = view
            self._refresh()

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        self._stills.set_tone(tone)
        self.viewport().update()

    def width_for(self, room: int) -> int:
        """Return the width of as many cards as fit into some room, at least two, with the scroll bar."""
        card = self._theme.px(CARD_WIDTH)
        return max(2, room // card) * card + self._edge()

    def refresh_sizes(self) -> None:
        """Lay out again after the text has changed its size."""
        self._measure()
        self.doItemsLayout()

    def _refresh(self) -> None:
        pictures = self._view is GalleryView.PICTURES
        self.setFlow(QListView.Flow.LeftToRight if pictures else QListView.Flow.TopToBottom)
        self.setWrapping(pictures)
        self.setItemDelegate(self._cards if pictures else self._rows)
        self.refresh_sizes()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def _edge(self) -> int:
        """Width of the scroll bar, and of the frame which a style may draw on both sides."""
        return self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def _measure(self) -> None:
        grid = max(1, self.width() - self._edge() - 1)
        columns = max(1, grid // (self._theme.px(CARD_WIDTH) - 1))
        self._cards.set_widths(grid, grid // columns)

    @Slot(str)
    def _on_stills_still_painted(self, exercise_id: str) -> None:
        for index in self._exercises.rows_of(exercise_id):
            self.update(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit as many cards into a line as there is room for."""
        self._measure()
        super().resizeEvent(event)
