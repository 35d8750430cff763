"""Fields for the head of the handouts: clinic, therapist, address and phone."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.picture import Picture
from ankle_coach.domain.text_bounds import LONGEST_LINE
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_ADDRESS = 92


class LetterheadFields(QWidget):
    """Four fields, each of which may be empty; `edited` tells that the typing in one of them is over."""

    edited = Signal()

    def __init__(
        self, theme: Theme, words: Words, *, short: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make empty fields.

        Args:
            theme: The look.
            words: The reader's language.
            short: Whether only the names are asked for.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._shown = Letterhead()
        self._name = self._line("letterhead_name")
        self._therapist = self._line("letterhead_therapist")
        self._phone = self._line("letterhead_phone")
        self._address = _Address()
        self._address.setObjectName("letterhead_address")
        self._address.setTabChangesFocus(True)
        self._address.setFixedHeight(theme.px(_ADDRESS))
        self._address.left.connect(self._on_field_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        fields: tuple[tuple[str, QWidget], ...] = (
            (words.gettext("Name of the clinic"), self._name),
            (words.gettext("Your name"), self._therapist),
            (words.gettext("Address"), self._address),
            (words.gettext("Phone"), self._phone),
        )
        for text, field in fields:
            label = TextLabel(text, "strong")
            label.setBuddy(field)
            field.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(field)
            for widget in (label, field) if short and field in (self._address, self._phone) else ():
                set_shown(widget, False)
        self.setFocusProxy(self._name)

    @property
    def letterhead(self) -> Letterhead:
        """What the fields say, with the logo of what was shown."""
        return self.with_logo(self._shown.logo)

    def with_logo(self, logo: Picture | None) -> Letterhead:
        """Return what the fields say with a logo, or with none."""
        return Letterhead(
            id=self._shown.id,
            logo=logo,
            name=self._name.text().strip(),
            therapist=self._therapist.text().strip(),
            address=self._address.toPlainText().strip()[:LONGEST_LINE],
            phone=self._phone.text().strip(),
        )

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Show a letterhead; what is being typed is not disturbed where nothing else changed."""
        if letterhead == self.letterhead:
            self._shown = letterhead
            return
        self._shown = letterhead
        self._name.setText(letterhead.name)
        self._therapist.setText(letterhead.therapist)
        self._phone.setText(letterhead.phone)
        self._address.setPlainText(letterhead.address)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setMaxLength(LONGEST_LINE)
        line.editingFinished.connect(self._on_field_edited)
        return line

    @Slot()
    def _on_field_edited(self) -> None:
        self.edited.emit()


class _Address(QPlainTextEdit):
    """A few lines of text; tells when the keyboard leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
