"""The rail at the left of the window: a word and an icon for each page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.first_flags import (
    CLICK_FOCUS,
    NO_FOCUS,
    STRONG_FOCUS,
    hide_bars,
    put_text_under_icon,
    reach_by,
)
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.visibility import set_shown

_LOGO = 44
_NARROWEST = 76
_AROUND = 118
_GAP = 6
_PLENTY = 62
_LITTLE = 52


class PageSpec(NamedTuple):
    """A page that the window can show.

    Attributes:
        key: Its name in code.
        title: Its name on the rail, already in the reader's language.
        icon: The name of its icon.
        factory: Makes the page when it is first shown.
        bottom: Whether it stands at the foot of the rail.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[], QWidget]
    bottom: bool = False


class _Logo(QFrame):
    """The foot on a rounded tile, which the style sheet draws."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("rail_logo")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_LOGO, _LOGO)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._theme.paint_icon(QPainter(self), QRectF(self.rect()), "logo", "accent_text")


class _PageButton(QToolButton):
    """Leads to a page; its rail takes the arrows. A filter of events would be asked about every event."""

    def __init__(self, rail: NavigationRail, key: str) -> None:
        super().__init__(rail)
        self._rail, self._key = rail, key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._rail.move_from(self._key, event.key()):
            super().keyPressEvent(event)


class NavigationRail(QFrame):
    """One button for each page; tells `page_chosen` with the page's key.

    Up and Down move along the rail, Home and End to its ends.
    """

    page_chosen = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, pages: Sequence[PageSpec], parent: QWidget | None = None
    ) -> None:
        """Make a rail.

        Args:
            theme: The look.
            words: The reader's language.
            pages: In their order; those at the foot come last.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._pages = [*(p for p in pages if not p.bottom), *(p for p in pages if p.bottom)]
        self._buttons: dict[str, QToolButton] = {}
        self._tips: dict[str, str] = {}
        self._closed = words.gettext("Open a person in People first")
        self._current = ""
        self.setObjectName("navigation_rail")
        self.setAccessibleName(words.gettext("Pages"))
        self.setProperty("room", "plenty")
        self._build()
        self._dress()
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def keys(self) -> tuple[str, ...]:
        """The pages' keys in the order of the rail."""
        return tuple(page.key for page in self._pages)

    def button(self, key: str) -> QToolButton:
        """Return a page's button."""
        return self._buttons[key]

    def set_reachable(self, keys: Collection[str]) -> None:
        """Let only some pages be gone to; the others stay in their places, dimmed."""
        for name, button in self._buttons.items():
            button.setEnabled(name in keys)
            button.setToolTip(self._tips[name] if name in keys else self._closed)

    def set_current(self, key: str) -> None:
        """Mark a page as the one that is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            reach_by(button, STRONG_FOCUS if name == key else CLICK_FOCUS)
        before, self._current = self._current, key
        if before != key:
            self._dress(before, key)
        self._scroller.ensureWidgetVisible(self._buttons[key])

    def move_from(self, page: str, pressed: int) -> bool:
        """Move along the rail by a key pressed on a page's button; return whether it was meant for that."""
        keys = [key for key in self.keys if self._buttons[key].isEnabled()]
        key = QtCore.Qt.Key
        steps: dict[int, int] = {
            key.Key_Up: -1,
            key.Key_Down: 1,
            key.Key_Home: -len(keys),
            key.Key_End: len(keys),
        }
        if pressed not in steps:
            return False
        target = keys[max(0, min(len(keys) - 1, keys.index(page) + steps[pressed]))]
        self._buttons[target].setFocus()
        self._choose(target)
        return True

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("rail_buttons")
        top = QVBoxLayout(inner)
        top.setContentsMargins(0, 8, 0, 0)
        top.setSpacing(_GAP)
        self._scroller = QScrollArea()
        self._scroller.setObjectName("rail_scroller")
        reach_by(self._scroller, NO_FOCUS)
        self._scroller.setWidgetResizable(True)
        hide_bars(self._scroller, vertical=True)
        self._scroller.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(10, 18, 10, 14)
        outer.setSpacing(_GAP)
        self._logo = _Logo(self._theme)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._logo)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addWidget(self._scroller, 1)
        for number, page in enumerate(self._pages, start=1):
            button = self._page_button(page, number)
            (outer if page.bottom else top).addWidget(button)
        top.addStretch(1)

    def _page_button(self, page: PageSpec, number: int) -> QToolButton:
        button = _PageButton(self, page.key)
        button.setObjectName(f"rail_{page.key}")
        button.setText(page.title)
        button.setAccessibleName(page.title)
        put_text_under_icon(button)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if number <= 9:
            keys = QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{page.title} ({keys})")
        self._tips[page.key] = button.toolTip()
        button.clicked.connect(lambda _checked=False, key=page.key: self._choose(key))
        self._buttons[page.key] = button
        return button

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.page_chosen.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._dress()
        self._fit()

    def _dress(self, *keys: str) -> None:
        """Draw the icons of some pages in the look's colors, or all."""
        for page in self._pages:
            if keys and page.key not in keys:
                continue
            role = "accent" if page.key == self._current else "text_muted"
            self._buttons[page.key].setIcon(self._theme.icon(page.icon, role, size=24))

    def _fit(self) -> None:
        """Draw closer together where the window is low, and take the width that the longest word asks for."""
        room = self._room()
        set_shown(self._logo, room != "least")
        side = self._theme.px(18 if room == "least" else 24)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
        if self.property("room") != room:
            self.setProperty("room", room)
            for button in self._buttons.values():
                button.style().polish(button)
        widest = max((button.sizeHint().width() for button in self._buttons.values()), default=0)
        self.setFixedWidth(max(_NARROWEST, widest) + 21)

    def _room(self) -> str:
        """Return how much height a button may take: plenty, little or least."""
        height = (self.height() - _AROUND) / max(1, len(self._pages))
        if height >= self._theme.px(_PLENTY) + _GAP:
            return "plenty"
        return "little" if height >= self._theme.px(_LITTLE) + _GAP else "least"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw closer together in a low window."""
        super().resizeEvent(event)
        self._fit()
