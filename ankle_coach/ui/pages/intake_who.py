"""The first screen: who you are, or just look around."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_fields import WIDEST
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.file_menu import FileAction
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow


class IntakeWho(ScrollPage):
    """Leads a runner to the questions, a therapist to the clinic, and anybody to a file or the sample."""

    begun = Signal()
    therapist_chosen = Signal()
    demo_requested = Signal(str)
    file_action_requested = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
        """
        super().__init__(
            theme,
            words.gettext("Welcome to Ankle Coach"),
            words.gettext("A coach for sore running ankles. Everything you enter stays on this computer."),
            widest=WIDEST,
        )
        self._words = words
        begin, look = words.gettext("Begin"), words.gettext("Open the sample")
        for card in (
            self._choice_card(
                "running",
                words.gettext("I am a runner"),
                words.gettext("Answer a few questions, get a plan with its reasons, and say how it felt."),
                self._button("runner_button", begin, self.begun),
            ),
            self._choice_card(
                "people",
                words.gettext("I am a physical therapist"),
                words.gettext("Keep persons, make their plans, and print handouts they can follow."),
                self._button("therapist_button", begin, self.therapist_chosen),
            ),
            self._choice_card(
                "folder",
                words.gettext("I have a file"),
                words.gettext("A backup of your journal, or a plan that your therapist gave you."),
                self._button(
                    "open_button",
                    words.gettext("Open a plan"),
                    lambda: self.file_action_requested.emit(FileAction.OPEN),
                ),
                self._button(
                    "restore_button",
                    words.gettext("Restore a backup"),
                    lambda: self.file_action_requested.emit(FileAction.RESTORE),
                ),
            ),
            self._choice_card(
                "journal",
                words.gettext("Just look around"),
                words.gettext(
                    "Opens a throw-away copy: a runner's eight weeks, or a therapist's twelve persons."
                ),
                self._button("demo_button", look, lambda: self.demo_requested.emit(UserRole.RUNNER)),
                self._button(
                    "clinic_demo_button",
                    words.gettext("As a therapist"),
                    lambda: self.demo_requested.emit(UserRole.THERAPIST),
                ),
            ),
        ):
            self.add_widget(card)
        note = words.gettext("This app gives education, not a diagnosis. If unsure, get checked.")
        self.add_widget(TextLabel(note, "muted"))

    def _choice_card(self, icon: str, title: str, sentence: str, *buttons: QPushButton) -> Card:
        card = Card(self._theme)
        words, under = QWidget(), QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(IconView(self._theme, icon, role="accent", size=40))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(TextLabel(title, "heading"))
        lines.addWidget(TextLabel(sentence, "muted"))
        row.addLayout(lines, 1)
        flow = FlowLayout(under, spacing=10)
        for button in buttons:
            button.setAccessibleName(f"{title}: {button.text()}")  # two say no more than "Begin"
            flow.addWidget(button)
        card.add_widget(WrapRow(self._theme, words, under, needs=520))
        return card

    def _button(self, name: str, text: str, told: SignalInstance | Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        first = name == "runner_button"
        if first:
            self.setFocusProxy(button)
        button.setProperty("kind", "primary" if first else "plain")
        button.clicked.connect(told)
        return button
