"""The two questions before a session that loads: pain now and swelling (clinical.md §3.3, row 2)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.terms import swelling_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BeforeSessionDialog(QDialog):
    """Asks and starts. Enter starts with what was answered; what was left out is missing, not zero."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the panel; open it with `open`.

        Args:
            theme: The look.
            words: The reader's language.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setObjectName("before_session_dialog")
        self.setWindowTitle(words.gettext("Before you start"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    @property
    def pain(self) -> Answer:
        """Pain now, or missing."""
        return NoAnswer.MISSING if self._pain.value is None else self._pain.value

    @property
    def swelling(self) -> Answer:
        """Swelling now, 0 to 3, or missing."""
        return int(self._swelling.current) if self._swelling.current else NoAnswer.MISSING

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        margin = self._theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(self._theme.px(10))
        column.addWidget(TextLabel(words.gettext("Before you start"), "heading"))
        column.addWidget(TextLabel(words.gettext("Pain now: 0 none, 10 worst"), "strong"))
        self._pain = PainScale(self._theme, words, words.gettext("Pain now"))
        self._pain.setObjectName("before_pain")
        column.addWidget(self._pain)
        column.addWidget(TextLabel(words.gettext("Swelling now"), "strong"))
        choices = (
            ("", words.gettext("not answered")),
            *((str(degree), word) for degree, word in enumerate(swelling_words(words))),
        )
        self._swelling = SegmentedControl(words.gettext("Swelling now"), choices)
        self._swelling.setObjectName("before_swelling")
        column.addWidget(self._swelling)
        hint = words.gettext("Too much of either means: nothing loads today. You can leave both out.")
        column.addWidget(TextLabel(hint, "small"))
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        cancel = dialog_button(self._words.gettext("Cancel"), "before_cancel")
        cancel.clicked.connect(self.reject)
        start = dialog_button(self._words.gettext("Start"), "before_start", "primary", default=True)
        start.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(start)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with Enter wherever the focus is."""
        if Qt.Key(event.key()) in _ENTER:
            self.accept()
        else:
            super().keyPressEvent(event)
