"""Shows that an area which scrolls has the keys, where they came by Tab: Qt itself draws nothing there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ankle_coach.ui.theme import Theme

_WIDTH = 2
_CORNER = 6


class FocusRing(QObject):
    """Follows the keys in all windows. A click or the program putting the keys somewhere shows no ring."""

    def __init__(self, app: QApplication, theme: Theme, parent: QObject) -> None:
        """Begin to follow.

        Args:
            app: Tells where the keys are.
            theme: The look.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_app_focus_changed)

    @Slot("QWidget*", "QWidget*")
    def _on_app_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):  # its area may be gone, and it with that
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        by_key = now is not None and now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if by_key and isinstance(now, QScrollArea):
            self._ring = _Ring(now, self._theme)


class _Ring(QWidget):
    """Lies over an area, lets clicks through, and is as large as the area."""

    def __init__(self, area: QScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._theme = theme
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.installEventFilter(self)
        self.setGeometry(area.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the area."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ring as around a field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), _WIDTH))
        inside = QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH)
        painter.drawRoundedRect(inside, _CORNER, _CORNER)
