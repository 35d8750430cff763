"""The therapist's first screen: what the app does for a clinic, and the clinic's name for the handouts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_fields import WIDEST
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.letterhead_fields import LetterheadFields
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel


class WelcomeTherapist(ScrollPage):
    """Asks for nothing that is needed: the head of the handouts may be filled in later.

    Signals:
        begun: The therapist begins; `letterhead` is what was typed.
        left: Back to the first screen.
    """

    begun = Signal()
    left = Signal()

    def __init__(self, theme: Theme, words: Words, letterhead: Letterhead) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
            letterhead: As it is kept so far.
        """
        super().__init__(
            theme,
            words.gettext("For a therapist"),
            words.gettext("Persons, plans and printed handouts. Everything stays on this computer."),
            widest=WIDEST,
        )
        self.setObjectName("welcome_therapist")
        self._words = words
        about = Card(theme, words.gettext("How it works"))
        for line in (
            words.gettext(
                "Each person has a plan and a journal of their own; a code instead of a name is enough."
            ),
            words.gettext("Warnings are shown and you decide. What a sign may mean is shown to you only."),
            words.gettext("You can change to a runner's window and back in Settings."),
        ):
            about.add_widget(TextLabel(line))
        self.add_widget(about)
        hint = words.gettext("May be left empty. Address, phone and logo are in Settings.")
        head = Card(theme, words.gettext("Head of your handouts"), hint)
        self._fields = LetterheadFields(theme, words, short=True)
        self._fields.show_letterhead(letterhead)
        head.add_widget(self._fields)
        self.add_widget(head)
        self.add_widget(self._buttons())
        self.setFocusProxy(self._fields)

    @property
    def letterhead(self) -> Letterhead:
        """What was typed."""
        return self._fields.letterhead

    def _buttons(self) -> QWidget:
        words = self._words
        back = QPushButton(words.gettext("Back"))
        back.setObjectName("therapist_back")
        back.clicked.connect(self.left)
        begin = QPushButton(words.gettext("Begin with the list of persons"))
        begin.setObjectName("therapist_begin")
        begin.setProperty("kind", "primary")
        begin.clicked.connect(self._on_begin_clicked)
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("therapist_problem")
        self._problem.setProperty("tone", "danger")
        self._problem.hide()
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(begin)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._problem)
        column.addLayout(row)
        return holder

    def say(self, problem: str) -> None:
        """Show why it could not be kept."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @Slot()
    def _on_begin_clicked(self) -> None:
        self.begun.emit()
