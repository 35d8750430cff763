"""The first screen: who you are, or just look around."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_fields import WIDEST
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel


class IntakeWho(ScrollPage):
    """Leads a runner to the questions, a therapist to the clinic, and anybody to the sample."""

    begun = Signal()
    therapist_chosen = Signal()
    demo_requested = Signal()

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
        runner = self._choice_card(
            "running",
            words.gettext("I am a runner"),
            words.gettext("Answer a few questions, get a plan with its reasons, and say how it felt."),
            words.gettext("Begin"),
            "runner_button",
        )
        therapist = self._choice_card(
            "people",
            words.gettext("I am a physical therapist"),
            words.gettext("Keep persons, make their plans, and print handouts they can follow."),
            words.gettext("Begin"),
            "therapist_button",
        )
        look = self._choice_card(
            "journal",
            words.gettext("Just look around"),
            words.gettext("Opens a throw-away copy with eight weeks of sample data."),
            words.gettext("Open the sample"),
            "demo_button",
        )
        for card in (runner, therapist, look):
            self.add_widget(card)
        note = words.gettext("This app gives education, not a diagnosis. If unsure, get checked.")
        self.add_widget(TextLabel(note, "muted"))

    def _choice_card(self, icon: str, title: str, sentence: str, action: str, name: str) -> Card:
        card = Card(self._theme)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(IconView(self._theme, icon, role="accent", size=40))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(TextLabel(title, "heading"))
        lines.addWidget(TextLabel(sentence, "muted"))
        row.addLayout(lines, 1)
        button = QPushButton(action)
        button.setObjectName(name)
        first = name == "runner_button"
        if first:
            self.setFocusProxy(button)
        button.setProperty("kind", "primary" if first else "plain")
        told = {"runner_button": self.begun, "therapist_button": self.therapist_chosen}
        button.clicked.connect(told.get(name, self.demo_requested))
        row.addWidget(button)
        card.body.addLayout(row)
        return card
