"""The morning check-in: one question, eleven answers, and the way to leave it out."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.journal import CheckIn, value_of
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow


class CheckInCard(Card):
    """Asks how the ankle is this morning. An answer is kept at once; clearing it takes it back."""

    answered = Signal(int)
    withdrawn = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an unanswered card."""
        super().__init__(theme, parent=parent)
        self.setObjectName("check_in_card")
        self.setAccessibleName(words.gettext("Morning check-in"))
        self._words = words
        self._build_question()

    @property
    def scale(self) -> PainScale:
        """The eleven answers."""
        return self._scale

    def show_check_in(self, check_in: CheckIn | None) -> None:
        """Show this morning's answer, or none."""
        with QSignalBlocker(self._scale):
            self._scale.set_value(value_of(check_in.pain) if check_in else None)
        if check_in is None:
            hint = self._words.gettext("Worst pain since getting up. 0 none, 10 worst")
        else:
            hint = self._words.gettext("Saved. Choose another number to change it")
        self._hint.setText(hint)

    def _build_question(self) -> None:
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(TextLabel(self._words.gettext("How is the ankle this morning?"), "strong"))
        self._hint = TextLabel("", "muted")
        self._hint.setObjectName("check_in_hint")
        column.addWidget(self._hint)
        self._scale = PainScale(
            self._theme, self._words, self._words.gettext("Pain this morning"), compact=True
        )
        self._scale.setObjectName("check_in_scale")
        self._scale.value_changed.connect(self._on_scale_value_changed)
        self.add_widget(WrapRow(self._theme, question, self._scale, needs=720))

    @Slot(object)
    def _on_scale_value_changed(self, value: int | None) -> None:
        if value is None:
            self.withdrawn.emit()
        else:
            self.answered.emit(value)
