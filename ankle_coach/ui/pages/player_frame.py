"""How the player is laid out: its top line, a notice, one screen of several, and the buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.key_gate import KeyGate
from ankle_coach.ui.pages.player_ask import PlayerAsk
from ankle_coach.ui.pages.player_controls import PlayerControls
from ankle_coach.ui.pages.player_leaving import PlayerLeaving
from ankle_coach.ui.pages.player_notice import PlayerNotice
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.pages.player_start import PlayerStart
from ankle_coach.ui.pages.player_top import PlayerTop
from ankle_coach.ui.pages.session_end_panel import SessionEndPanel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.player_surface import PlayerSurface


class PlayerFrame(PlayerSurface):
    """The player's widgets in their places; what they do is up to the page that derives from it."""

    def __init__(
        self,
        theme: Theme,
        library: Library,
        words: Words,
        name: str,
        gate: KeyGate,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Lay the widgets out.

        Args:
            theme: The look.
            library: The catalog.
            words: The reader's language.
            name: The session's name.
            gate: Knows which keys were still meant for the step before a question.
            tone: Skin tone of the figure, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(theme, parent)
        self._library, self._words, self._gate = library, words, gate
        self._build(name, tone)
        self._notice.shown_changed.connect(self._make_room)

    def _build(self, name: str, tone: int) -> None:
        theme, words, library = self._theme, self._words, self._library
        self._top = PlayerTop(theme, words, name)
        self._notice = PlayerNotice()
        self._start = PlayerStart(theme, library, words, tone)
        self._stage = PlayerStage(theme, library, words, tone)
        self._ask = PlayerAsk(theme, words, self._gate)
        self._end = SessionEndPanel(theme, words, self._gate)
        self._screens = QStackedWidget()
        self._screens.setObjectName("player_screens")
        for screen in (self._start, self._stage, self._ask, self._end):
            self._screens.addWidget(screen)
        self._controls = PlayerControls(theme, words)
        self._leaving = PlayerLeaving(theme, words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 14, 30, 18)
        column.setSpacing(12)
        column.addWidget(self._top)
        column.addWidget(self._notice)
        column.addWidget(self._screens, 1)
        column.addWidget(self._controls)

    @Slot()
    def _make_room(self) -> None:
        """Let a notice stand in the place of the top line where there is no room for both."""
        column = self.layout()
        assert column is not None
        self._top.show()
        if not self._notice.isHidden() and column.minimumSize().height() > self.height():
            self._top.hide()

    def minimumSizeHint(self) -> QSize:
        """Return a small size: the player fits the window, and never makes it grow."""
        return QSize(640, 440)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room."""
        super().resizeEvent(event)
        self._make_room()
