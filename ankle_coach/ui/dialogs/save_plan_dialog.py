"""Asks before a plan is kept as a version: what it changes, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.text_label import TextLabel


class SavePlanDialog(QDialog):
    """The difference to the last version, and two ways out. Enter saves, Escape goes back."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        changes: Sequence[str],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the question; open it and connect `accepted`.

        Args:
            theme: The look.
            words: The reader's language.
            title: What is kept, such as "Save version 3?".
            changes: What it changes, a sentence each.
            notes: What else should be known, above the changes.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self.setObjectName("save_plan_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        margin = theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        column.addWidget(TextLabel(title, "heading"))
        for note in notes:
            label = TextLabel(note)
            label.setObjectName("save_note")
            column.addWidget(label)
        column.addWidget(self._changes(changes), 1)
        column.addLayout(self._buttons(words))
        self._yes.setFocus()
        self.setMinimumWidth(theme.px(560))
        take_size(self, theme, 620, min(180 + 64 * len(changes), 560))

    def _changes(self, changes: Sequence[str]) -> QScrollArea:
        inner = ScrollBody()
        inner.setObjectName("page_body")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(8)
        for change in changes:
            label = TextLabel(f"• {keep_units(change)}")
            label.setObjectName("save_change")
            label.setTextFormat(Qt.TextFormat.PlainText)
            lines.addWidget(label)
        lines.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidget(inner)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroller

    def _buttons(self, words: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        no = dialog_button(words.gettext("Go on editing"), "save_cancel")
        no.clicked.connect(self.reject)
        yes = self._yes = dialog_button(words.gettext("Save"), "save_accept", "primary")
        yes.clicked.connect(self.accept)
        for button in (no, yes):
            row.addWidget(button)
        yes.setDefault(True)
        return row
