"""The window: the rail, the pages it leads to, and room for the player over both."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QSize, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.words import Words
from ankle_coach.ui.navigation_rail import NavigationRail, PageSpec
from ankle_coach.ui.theme import Theme

__all__ = ["FILE_SUFFIXES", "MainWindow", "PageSpec"]

_TITLE_BAR = 40
"""Pixels that a title bar takes at most."""

FILE_SUFFIXES = (".ankleplan", ".anklelibrary", ".anklejournal")
"""Files whose names end so can be dropped onto the window."""


class MainWindow(QMainWindow):
    """Shows one page at a time, or the player over everything. Owns the pages; has no logic of theirs.

    `page_shown` tells the page in view, `cover_changed` whether something covers the pages.
    """

    page_shown = Signal(str)
    cover_changed = Signal(bool)
    file_dropped = Signal(str)
    file_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, pages: Sequence[PageSpec]) -> None:
        """Make a window that shows no page yet.

        Args:
            theme: The look.
            words: The reader's language.
            pages: The pages of the rail; each is made when it is first shown.
        """
        super().__init__()
        self._theme, self._words = theme, words
        self._specs = {page.key: page for page in pages}
        self._made: dict[str, QWidget] = {}
        self._shortcuts: list[QShortcut] = []
        self._rail: NavigationRail
        self._row: QHBoxLayout
        self._player: QWidget | None = None
        self._current: str | None = None
        self.setObjectName("main_window")
        self.setWindowTitle(words.gettext("Ankle Coach"))
        self.setMinimumSize(720, 480)
        self.setAcceptDrops(True)
        self.resize(1366, 768)
        self._build(pages)
        self._connect()

    @property
    def current_key(self) -> str | None:
        """The key of the page in view or under the player; None before the first."""
        return self._current

    @property
    def rail(self) -> NavigationRail:
        """The rail."""
        return self._rail

    @property
    def player(self) -> QWidget | None:
        """The widget that covers the window, or None."""
        return self._player

    def page(self, key: str) -> QWidget | None:
        """Return a page, or None while it has not been made."""
        return self._made.get(key)

    def show_page(self, key: str) -> QWidget:
        """Show a page, making it if this is the first time, and return it.

        While the player covers the window, the page is shown under it.

        Raises:
            KeyError: There is no such page.
        """
        if key not in self._made:
            self._made[key] = self._specs[key].factory()
            self._pages.addWidget(self._made[key])
        page = self._made[key]
        self._pages.setCurrentWidget(page)
        self._rail.set_current(key)
        if self._current is None:
            page.setFocus()
        self._current = key
        self.page_shown.emit(key)
        return page

    def set_pages(self, pages: Sequence[PageSpec], current: str) -> None:
        """Lead to other pages from now on, and show one of them.

        A page that was made stays only where the page of its key is the same as before.

        Args:
            pages: The pages of the rail.
            current: The key of the one to show.
        """
        gone = [key for key, spec in self._specs.items() if spec not in pages]
        self._specs = {page.key: page for page in pages}
        self.forget_pages(gone)
        before = self._rail
        self._rail = NavigationRail(self._theme, self._words, pages)
        self._row.replaceWidget(before, self._rail)
        before.hide()
        before.deleteLater()
        self._connect_rail()
        self.show_page(current)

    def forget_pages(self, keys: Collection[str]) -> None:
        """Let pages go; each is made anew when it is next shown."""
        for key in keys:
            page = self._made.pop(key, None)
            if page is not None:
                self._pages.removeWidget(page)
                page.hide()
                page.deleteLater()
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
            if key == self._current:
                self._current = None

    def set_reachable(self, keys: Collection[str]) -> None:
        """Let only some pages be gone to by the rail and its shortcuts."""
        self._rail.set_reachable(keys)

    def show_player(self, player: QWidget) -> None:
        """Cover the whole window with a widget; one that covers it already is let go first."""
        self.leave_player()
        self._player = player
        self._layers.addWidget(player)
        self._layers.setCurrentWidget(player)
        self.cover_changed.emit(True)
        player.setFocus()

    def leave_player(self) -> None:
        """Uncover the page. The widget that covered it is deleted; nothing happens where none does."""
        player, self._player = self._player, None
        if player is None:
            return
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(player)
        self.cover_changed.emit(False)
        player.hide()
        player.deleteLater()
        if self._current is not None:
            self._rail.button(self._current).setFocus()

    def add_head(self, head: QWidget) -> None:
        """Put a bar at the head of the window, over every page and the player alike."""
        self._column.insertWidget(0, head)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar at the foot of the window, under every page and the player alike."""
        self._column.addWidget(bar)

    def come_to_front(self) -> None:
        """Stand before the other windows, minimized or not."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_within(self, room: QSize) -> None:
        """Show the window; it fills a screen that has no room for it and its title bar as it is.

        Args:
            room: What the screen leaves to windows.
        """
        if self.width() > room.width() or self.height() + _TITLE_BAR > room.height():
            self.resize(self.size().boundedTo(QSize(room.width(), room.height() - _TITLE_BAR)))
            self.showMaximized()
        else:
            self.show()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave that."""
        self.setWindowState(self.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)

    def _build(self, pages: Sequence[PageSpec]) -> None:
        self._rail = NavigationRail(self._theme, self._words, pages)
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        shell = QWidget()
        shell.setObjectName("shell")
        self._row = row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)
        self._layers = QStackedWidget()
        self._layers.setObjectName("layers")
        self._layers.addWidget(shell)
        whole = QWidget()
        self._column = QVBoxLayout(whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._layers, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._connect_rail()
        open_file = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        open_file.activated.connect(self.file_wanted)
        full_screen = QShortcut(QKeySequence("F11"), self)
        full_screen.activated.connect(self._on_full_screen_activated)

    def _connect_rail(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._rail.page_chosen.connect(self.show_page)
        self._shortcuts = []
        for number, key in enumerate(self._rail.keys[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self._on_shortcut_activated(key))
            self._shortcuts.append(shortcut)

    def _on_shortcut_activated(self, key: str) -> None:
        if self._player is None and self._rail.button(key).isEnabled():
            self.show_page(key)
            self._rail.button(key).setFocus()

    @Slot()
    def _on_full_screen_activated(self) -> None:
        self.toggle_full_screen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keys with Enter too, where its page has no other use for Enter."""
        button = self.focusWidget()
        enter = event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
        if enter and isinstance(button, QPushButton | QToolButton) and not event.isAutoRepeat():
            button.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of ours, one at a time, unless the player covers the window."""
        if self._player is None and _file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file was dropped."""
        path = _file_of(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


def _file_of(data: QMimeData) -> str:
    """Return the one local file of ours that something dragged holds; empty for anything else."""
    urls = data.urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path.lower().endswith(FILE_SUFFIXES) else ""
