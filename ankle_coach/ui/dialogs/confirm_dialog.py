"""Asks before something that cannot be taken back, or that the person may not have meant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import take_height
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.text_label import TextLabel

_EXTRA = 2
"""The result of the third way out: neither accepted nor rejected."""


class ConfirmDialog(QDialog):
    """A title, a sentence, and two ways out. Escape cancels.

    Enter takes the button with the focus: confirming, unless that is dangerous; then canceling.
    `open` it and connect `accepted`.
    """

    extra_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        sentence: str,
        confirm: str,
        *,
        danger: bool = False,
        cancel: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a question.

        Args:
            theme: The look.
            words: The reader's language.
            title: What is asked, in a few words.
            sentence: What will happen.
            confirm: The words of the button that does it.
            danger: Whether something is lost by it.
            cancel: The words of the button that does nothing; empty for "Cancel".
            parent: The window to stand over.
        """
        super().__init__(parent)
        self.setObjectName("confirm_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build(theme, title, sentence)
        self._buttons(confirm, cancel or words.gettext("Cancel"), danger=danger)

    def add_extra(self, label: str) -> None:
        """Add a third way out at the left, which tells `extra_chosen`; it counts as dangerous."""
        self._extra.setText(label)
        self._extra.setVisible(True)

    def _build(self, theme: Theme, title: str, sentence: str) -> None:
        heading = TextLabel(title, "heading")
        heading.setObjectName("confirm_title")
        text = TextLabel(sentence)
        text.setObjectName("confirm_sentence")
        self._column = QVBoxLayout(self)
        margin = theme.px(24)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(heading)
        self._column.addWidget(text)
        self._column.addSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(440))

    def _buttons(self, confirm: str, cancel: str, *, danger: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        self._extra = dialog_button("", "confirm_extra", "danger")
        self._extra.setVisible(False)
        self._extra.clicked.connect(self._on_extra_clicked)
        row.addWidget(self._extra)
        row.addStretch(1)
        no = dialog_button(cancel, "confirm_cancel", "plain")
        no.clicked.connect(self.reject)
        yes = dialog_button(confirm, "confirm_accept", "danger" if danger else "primary")
        yes.clicked.connect(self.accept)
        row.addWidget(no)
        row.addWidget(yes)
        self._column.addLayout(row)
        first = no if danger else yes
        first.setDefault(True)
        first.setFocus()

    @Slot()
    def _on_extra_clicked(self) -> None:
        self.done(_EXTRA)
        self.extra_chosen.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the sentence asks for; a window does not ask for that by itself."""
        super().showEvent(event)
        take_height(self, self._column)
