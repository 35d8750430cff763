"""A button that shows the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ankle_coach.ui.widgets.visibility import set_shown


class KeyButton(QPushButton):
    """Words and a key cap. Whoever owns the button acts on the key; the button only shows it."""

    def __init__(self, label: str, key: str, *, kind: str = "plain", parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            label: The button's words.
            key: What stands on the key, such as ``Space`` or ``→``; no cap where empty.
            kind: ``plain``, ``primary`` or ``danger``.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setProperty("kind", kind)
        self._label = QLabel()
        self._label.setObjectName("key_text")
        self._key = QLabel()
        self._key.setObjectName("key_cap")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(9)
        for part in (self._label, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        self.set_label(label)
        self.set_key(key)

    @property
    def label(self) -> str:
        """The button's words."""
        return self._label.text()

    @property
    def key(self) -> str:
        """What stands on the key cap."""
        return self._key.text()

    def set_label(self, label: str) -> None:
        """Change the words."""
        self._label.setText(label)
        self.setAccessibleName(label)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Change the key cap; an empty one is hidden."""
        self._key.setText(key)
        set_shown(self._key, bool(key))
        self.setAccessibleDescription(key)
        self.updateGeometry()

    def offer_key(self, *, offered: bool) -> None:
        """Show the key cap, or leave it away where the words need its room."""
        set_shown(self._key, offered and bool(self.key))
        self.updateGeometry()

    @property
    def shows_key(self) -> bool:
        """Whether the key cap is shown."""
        return not self._key.isHidden()

    def set_kind(self, kind: str) -> None:
        """Make the button plain, primary or a warning."""
        self.setProperty("kind", kind)
        for part in (self, self._label, self._key):
            part.style().polish(part)

    def sizeHint(self) -> QSize:
        """Return the room that the words and the cap need."""
        inside = self._row.sizeHint()
        high = max(super().sizeHint().height(), self.fontMetrics().height() * 5 // 2)
        return QSize(inside.width(), max(high, inside.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()
