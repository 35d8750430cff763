"""The card of a session that today asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.glance import GlanceCard, GlanceTile
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.tile_grid import TileGrid

if TYPE_CHECKING:
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.pose_figure import Figure

_PICTURE = (120, 104)


class PlannedSessionCard(Card):
    """A session that is due: what it holds, how long it takes, and Start."""

    start_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        card: GlanceCard,
        library: Callable[[], Library],
        affected: Side | None,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make the card of one session.

        Args:
            theme: The look.
            words: The reader's language.
            card: What to show.
            library: Gives the exercises; not called before figures and pictures are drawn.
            affected: The person's affected side.
            tone: Skin tone of the figures, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(theme, card.name, card.line, parent=parent)
        self.setObjectName(f"session_{card.session}")
        self._words, self._card, self._library, self._affected = words, card, library, affected
        self._tone = tone
        self.add_action(self._start_button())
        self._build_tiles()
        if card.done:
            self.add_widget(TextLabel(card.done, "strong"))

    def _start_button(self) -> QPushButton:
        done = self._card.is_done
        again = self._words.gettext("Do it again")
        button = QPushButton(again if done else self._words.gettext("Start"))
        button.setObjectName(f"start_{self._card.session}")
        button.setProperty("kind", "plain" if done else "primary")
        button.setAccessibleName(self._words.gettext("Start {session}").format(session=self._card.name))
        session_id = self._card.session
        button.clicked.connect(lambda: self.start_requested.emit(session_id))
        return button

    def _build_tiles(self) -> None:
        grid = TileGrid(self._theme, least=176)
        grid.set_tiles([self._tile(tile) for tile in self._card.tiles])
        self.add_widget(grid)

    def _tile(self, tile: GlanceTile) -> Card:
        card = Card(self._theme, tone="alt")
        if tile.has_picture:
            card.add_widget(self._picture(tile))
        elif tile.has_figure:
            card.add_widget(self._figure(tile))
        card.add_widget(TextLabel(tile.name, "strong"))
        card.add_widget(TextLabel(tile.dose, "small"))
        card.body.addStretch(1)
        return card

    def _picture(self, tile: GlanceTile) -> QWidget:
        from ankle_coach.ui.figure_style import find_picture  # noqa: PLC0415 - not at most starts
        from ankle_coach.ui.widgets.picture_view import PictureView  # noqa: PLC0415 - as above

        view = PictureView(self._theme, size=_PICTURE)
        view.setMinimumSize(view.sizeHint())
        picture = find_picture(self._library(), tile.exercise)
        if picture is not None:
            view.show_picture(picture)
        return view

    def _figure(self, tile: GlanceTile) -> FigureView:
        figures = _LaterFigures(self._library)
        figure = FigureView(self._theme, figures, self._tone, size=_PICTURE, waits=True)
        figure.setMinimumSize(figure.sizeHint())  # a grid that is short of room would squeeze it
        figure.set_affected(self._affected)
        figure.show_still(tile.exercise, tile.level, tile.side)
        return figure


class _LaterFigures(Mapping[str, "Figure"]):
    """The figures of a library that is opened when the first of them is drawn; none where it cannot be."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library

    def __getitem__(self, exercise_id: str) -> Figure:
        try:
            library = self._library()
        except AnkleCoachError as error:
            raise KeyError(exercise_id) from error
        return library.figures[exercise_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._library().figures)

    def __len__(self) -> int:
        return len(self._library().figures)
