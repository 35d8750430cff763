"""The head of a therapist's window: who is open, which ankle it is about, and the way back to People."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.journal import Person
from ankle_coach.domain.words import Words
from ankle_coach.ui.person_words import affected_words, person_name
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.elided_label import ElidedLabel
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown


class PersonBar(QFrame):
    """Stays over every page and over the player, so that nothing is entered for the wrong person."""

    people_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a bar that shows nobody.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("person_bar")
        self._theme, self._words = theme, words
        self._back = self._button("bar_people", words.gettext("People"), "")
        self._back.setToolTip(words.gettext("Back to the list of persons"))
        self._name = ElidedLabel("", "strong")
        self._name.setObjectName("bar_name")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._side = TextLabel("", "muted", wraps=False)
        self._side.setObjectName("bar_side")
        self._close = self._button("bar_close", words.gettext("Close"), "")
        self._close.setToolTip(words.gettext("Have nobody open"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(12)
        row.addWidget(self._back)
        row.addWidget(IconView(theme, "people", role="accent", size=20))
        row.addWidget(self._name)
        row.addWidget(self._side)
        row.addStretch(1)
        row.addWidget(self._close)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_person(self, person: Person) -> None:
        """Show who is open."""
        self._name.setText(person_name(person, self._words))
        side = affected_words(person.affected, self._words) or self._words.gettext("No side named")
        self._side.setText(side)
        opened = self._words.gettext("Open: {name}, {side}")
        self.setAccessibleName(opened.format(name=self._name.text(), side=side))

    def set_locked(self, locked: bool) -> None:
        """Take the ways out away while the player or a first run covers the window."""
        for button in (self._back, self._close):
            set_shown(button, not locked)

    def _button(self, name: str, text: str, kind: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        clicked = self.people_requested if name == "bar_people" else self.close_requested
        button.clicked.connect(clicked)
        return button

    @Slot()
    def _on_theme_changed(self) -> None:
        self._back.setIcon(self._theme.icon("back", "button_text"))
