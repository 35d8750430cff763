"""Asks for a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.text_label import TextLabel


class NameDialog(QDialog):
    """A title, a sentence, and a field; Enter takes the name, Escape leaves."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        sentence: str,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the question; open it and connect `accepted`.

        Args:
            theme: The look.
            words: The reader's language.
            title: What the name is for.
            sentence: What will happen.
            name: A name to begin with.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self.setObjectName("name_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = QLineEdit(name)
        self._field.setObjectName("name_field")
        self._field.setMaxLength(120)
        self._field.setAccessibleName(title)
        self._field.selectAll()
        self._take = dialog_button(words.gettext("Save"), "name_accept", "primary", default=True)
        no = dialog_button(words.gettext("Cancel"), "name_cancel")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(no)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        margin = theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        column.addWidget(TextLabel(title, "heading"))
        column.addWidget(TextLabel(sentence))
        column.addWidget(self._field)
        column.addLayout(row)
        self.setMinimumWidth(theme.px(440))
        self._take.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self._field.textChanged.connect(self._on_field_text_changed)
        self._on_field_text_changed(name)

    @property
    def name(self) -> str:
        """The name, without white space around it."""
        return self._field.text().strip()

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        self._take.setEnabled(bool(text.strip()))
