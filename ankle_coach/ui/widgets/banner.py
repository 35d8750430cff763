"""A message on the page: what kind it is in a word and a shape, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.first_flags import show_plainly
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_ICONS = {"info": "info", "positive": "check", "caution": "warning", "danger": "stop"}


class Banner(QFrame):
    """Kinds: info, positive, caution and danger; each has its own icon and its own word."""

    action_triggered = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        kind: str,
        text: str,
        *,
        word: str | None = None,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a banner.

        Args:
            theme: The look.
            words: The reader's language.
            kind: info, positive, caution or danger.
            text: The message, plain.
            word: Stands before it in bold; by default the kind's own word.
            action: The button's words; no button where empty.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._own = {
            "info": words.gettext("Note"),
            "positive": words.gettext("Done"),
            "caution": words.gettext("Take care"),
            "danger": words.gettext("Stop"),
        }
        self.setProperty("kind", kind)
        self._word = self._own[kind] if word is None else word
        self._label = TextLabel()
        self._label.setObjectName("banner_text")
        show_plainly(self._label)
        self._name = TextLabel("", "strong", wraps=False)
        self._name.setObjectName("banner_word")
        self._button = QPushButton(action)
        self._button.setObjectName("banner_action")
        set_shown(self._button, bool(action))
        self._button.clicked.connect(self.action_triggered)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        color = "accent" if kind == "info" else kind
        row.addWidget(IconView(theme, _ICONS[kind], color, 22))
        row.addWidget(self._name)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)
        self.set_text(text)

    def set_action(self, action: str) -> None:
        """Change the button's words; it is hidden where they are empty."""
        self._button.setText(action)
        set_shown(self._button, bool(action))

    def set_text(self, text: str) -> None:
        """Change the message."""
        self._name.setText(self._word)
        self._label.setText(text)
        self.setAccessibleName(f"{self._word}. {text}")
