"""Cards of the sessions that today offers: around a run, or ice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.dose import Sequence
from ankle_coach.domain.exercise_texts import exercise_cues, exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import SessionKind
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import SessionCard
from ankle_coach.ui.care_line import care_line
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.today_glance import card_line, done_line
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip

OFFER_ICONS = {
    SessionKind.CORE: "today",
    SessionKind.BEFORE_RUN: "run",
    SessionKind.AFTER_RUN: "running",
    SessionKind.RECOVERY: "timer",
}
CARE_ICONS = {"rec-ice": "ice", "rec-elevation": "leg-up", "rec-compression": "wrap"}
"""Of sessions that are one exercise of self-care."""


def offer_icon(card: SessionCard) -> str:
    """Return the icon of a session that is offered: that of its self-care, or that of its kind."""
    first = card.prescriptions[0].exercise if card.prescriptions else ""
    return CARE_ICONS.get(first, OFFER_ICONS[card.session.kind])


class OfferCard(Card):
    """A session that is there if wanted: around a run, or ice."""

    start_requested = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, card: SessionCard, library: Library, parent: QWidget | None = None
    ) -> None:
        """Make the card of one offer.

        Args:
            theme: The look.
            words: The reader's language.
            card: What to show.
            library: The exercises.
            parent: Qt owner.
        """
        super().__init__(theme, parent=parent)
        self.setObjectName(f"offer_{card.session.id}")
        self._words, self._card, self._library = words, card, library
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView(theme, offer_icon(card), size=26, role="accent"))
        row.addWidget(TextLabel(card.session.name, "strong"), 1)
        row.addWidget(self._start_button())
        self.body.addLayout(row)
        self.add_widget(TextLabel(keep_units(self._line()), "muted"))
        if card.done:
            self.add_widget(TextLabel(done_line(card, words), "small"))
        self.body.addStretch(1)
        self.setToolTip(plain_tip(self._contents()))
        self.setAccessibleDescription(self._contents())

    def _line(self) -> str:
        """How long it takes; for ice and the like also the last cue, which is the warning."""
        minutes = card_line(self._card, self._words)
        state = care_line(self._card.care, self._words) if self._card.care else ""
        if state:
            return state
        if self._card.session.kind is SessionKind.RECOVERY:
            exercise = self._library.exercise(self._card.prescriptions[0].exercise)
            return " · ".join((minutes, exercise_cues(exercise, self._words)[-1]))
        return minutes

    def _contents(self) -> str:
        names = [exercise_name(self._library.exercise(piece), self._words) for piece in self._pieces()]
        return ", ".join(names)

    def _pieces(self) -> list[str]:
        blocks = [block for p in self._card.prescriptions for block in p.dose.blocks]
        items = [item for block in blocks if isinstance(block, Sequence) for item in block.items]
        return list(dict.fromkeys(item.exercise for item in items if item.exercise))

    def _start_button(self) -> QPushButton:
        on_now = self._card.care is not None and self._card.care.on_now
        button = QPushButton(self._words.gettext("Show") if on_now else self._words.gettext("Start"))
        button.setObjectName(f"start_{self._card.session.id}")
        button.setAccessibleName(
            self._words.gettext("Start {session}").format(session=self._card.session.name)
        )
        session_id = self._card.session.id
        button.clicked.connect(lambda: self.start_requested.emit(session_id))
        return button
