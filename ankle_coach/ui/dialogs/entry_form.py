"""What the dialogs that correct an entry share: a form that scrolls, and Delete apart from Save."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.journal import Answer
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.dialog_size import largest_size
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.tab_chain import stops_inside
from ankle_coach.ui.widgets.text_label import TextLabel

_LEAST, _WIDEST = 560, 720
"""How wide a form is in pixels at 100 % text, where what it holds does not need more."""
DELETED = 2
"""The result of a dialog whose entry is to be deleted; the person has confirmed it."""


class EntryForm(QDialog):
    """The frame of a dialog. Subclasses fill `form` and read their fields when it is accepted."""

    def __init__(self, theme: Theme, words: Words, title: str, subtitle: str, parent: QWidget) -> None:
        """Make an empty form.

        Args:
            theme: The look.
            words: The reader's language.
            title: What is corrected.
            subtitle: When it was.
            parent: The window that it belongs to.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setModal(True)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build_frame(title, subtitle)

    @property
    def form(self) -> QVBoxLayout:
        """Where the fields go."""
        return self._form

    def add_scale(self, name: str, hint: str, answer: Answer, object_name: str) -> PainScale:
        """Add a question with a scale of 0 to 10.

        Args:
            name: What is asked.
            hint: What the ends of the scale mean, or why there is no answer; may be empty.
            answer: The answer so far.
            object_name: The scale's name for tests.
        """
        scale = PainScale(self._theme, self._words, name)
        scale.setObjectName(object_name)
        scale.set_value(answer if isinstance(answer, int) else None)
        self.add_field(name, scale, hint)
        return scale

    def add_field(self, name: str, field: QWidget, hint: str = "") -> None:
        """Add a field under its name."""
        column = QVBoxLayout()
        column.setSpacing(4)
        label = TextLabel(name, "strong")
        label.setBuddy(field)
        column.addWidget(label)
        if hint:
            column.addWidget(TextLabel(hint, "small"))
        column.addWidget(field)
        self._form.addLayout(column)

    def set_deletable(self, deletable: bool) -> None:
        """Say whether there is an entry to delete."""
        self._delete.setVisible(deletable)

    def add_button(self, text: str, name: str) -> QPushButton:
        """Put another button before the one that saves, and return it."""
        button = dialog_button(text, name)
        self._foot.insertWidget(self._foot.count() - 1, button)
        self.setTabOrder(self._cancel, button)
        return button

    @Slot()
    def focus_save(self) -> None:
        """Give Save the keys: nothing is left to fill in."""
        self._save.setFocus()

    def fit(self) -> None:
        """Take the height that the fields need, as far as the screen allows; what is left is below them."""
        last = self._form.itemAt(self._form.count() - 1)
        if last is not None and last.spacerItem() is None:
            self._form.addStretch(1)
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # a style sheet's paddings count only from then on
        needed = self._body.sizeHint()
        most = largest_size(self)
        beside, px = self._theme.px(64), self._theme.px
        wanted = min(needed.width() + beside, px(_WIDEST))
        width = min(max(wanted, self._body.minimumSizeHint().width() + beside, px(_LEAST)), most.width())
        inner = self._body.heightForWidth(width - self._theme.px(64))
        height = inner if self._body.hasHeightForWidth() else needed.height()
        layout = self.layout()
        whole = layout.totalHeightForWidth(width) if layout is not None else self.sizeHint().height()
        chrome = max(whole, self.sizeHint().height()) - self._scroll.sizeHint().height()
        self.resize(width, min(height + chrome + 12, most.height()))

    def _build_frame(self, title: str, subtitle: str) -> None:
        heading = TextLabel(title, "heading")
        heading.setObjectName("entry_title")
        self._body = ScrollBody()
        self._body.setObjectName("page_body")
        self._form = QVBoxLayout(self._body)
        self._form.setContentsMargins(0, 0, 12, 8)
        self._form.setSpacing(16)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(heading)
        outer.addWidget(TextLabel(subtitle, "muted"))
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        delete = self._delete = dialog_button(self._words.gettext("Delete…"), "entry_delete", "danger")
        cancel = self._cancel = dialog_button(self._words.gettext("Cancel"), "entry_cancel")
        save = self._save = dialog_button(self._words.gettext("Save"), "entry_save", "primary")
        save.setDefault(True)
        delete.clicked.connect(self._on_delete_clicked)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.accept)
        row = self._foot = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(delete)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keys with Enter, also one among the fields; else Enter saves."""
        here: QWidget | None = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if enter and isinstance(here, QPushButton) and not event.isAutoRepeat():
            here.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field: Qt would begin at the button that saves."""
        super().showEvent(event)
        here: QWidget | None = self.focusWidget()
        fields = stops_inside(self._body)
        if fields and (here is None or not self._body.isAncestorOf(here)):
            fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_delete_clicked(self) -> None:
        question = deletion_question(self._theme, self._words, self)
        question.accepted.connect(self._on_question_accepted)
        question.open()

    @Slot()
    def _on_question_accepted(self) -> None:
        self.done(DELETED)


def deletion_question(theme: Theme, words: Words, parent: QWidget) -> ConfirmDialog:
    """Return the question that is asked before an entry is deleted."""
    return ConfirmDialog(
        theme,
        words,
        words.gettext("Delete this entry?"),
        words.gettext("It goes from the list and the charts, and cannot be brought back."),
        words.gettext("Delete"),
        danger=True,
        parent=parent,
    )
