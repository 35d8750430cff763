"""The morning check-in: what the program asks, and nothing more; each answer can be left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.journal import CheckIn, NoAnswer
from ankle_coach.domain.morning import ONLY_PAIN, MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.check_in_fields import CheckInFields
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.tab_chain import chain_tabs, keyed
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go, set_shown

Mornings = Sequence[tuple[Side, CheckIn | None]]
"""Each side that is asked about, and this morning's check-in about it, or None."""


class CheckInCard(Card):
    """Asks how the ankle is this morning, or each of two. An answer is kept at once; clearing takes it back.

    Signals:
        answered: The `MorningAnswers` after a change; what was asked and left out is missing.
        late_requested: Yesterday's answer is to be entered.
    """

    answered = Signal(object)
    late_requested = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an unanswered card that asks for pain only."""
        super().__init__(theme, parent=parent)
        self.setObjectName("check_in_card")
        self.setAccessibleName(words.gettext("Morning check-in"))
        self._words = words
        self._fields: list[CheckInFields] = []
        self._parts: list[QWidget] = []
        self._reached = 0
        self._build_late()
        self._ask_about((Side.BOTH,))

    @property
    def last_key(self) -> QWidget:
        """What Tab reaches last in it."""
        return self._late

    @property
    def scale(self) -> PainScale:
        """The eleven answers to the first question."""
        return self._fields[0].scale

    def show_mornings(
        self,
        mornings: Mornings,
        asked: frozenset[MorningField] = ONLY_PAIN,
        *,
        yesterday_missing: bool = False,
    ) -> None:
        """Show this morning's answers, or none.

        Args:
            mornings: The sides that are asked about, in order, with what was answered.
            asked: What the program asks.
            yesterday_missing: Whether to offer to enter yesterday's morning.
        """
        sides = tuple(side for side, _ in mornings)
        if sides != tuple(fields.side for fields in self._fields):
            self._ask_about(sides)
        for fields, (_, check_in) in zip(self._fields, mornings, strict=True):
            fields.show_check_in(check_in, asked)
        self._order_tabs()
        self._hint.setText(self._hint_words(mornings))
        set_shown(self._late, yesterday_missing)

    def _hint_words(self, mornings: Mornings) -> str:
        gettext = self._words.gettext
        kept = [(side, check_in) for side, check_in in mornings if check_in is not None]
        if not kept:
            if len(mornings) > 1:
                return gettext("Worst pain since getting up, on each side. 0 none, 10 worst")
            return gettext("Worst pain since getting up. 0 none, 10 worst")
        if len(kept) < len(mornings):
            (left_out,) = (side for side, check_in in mornings if check_in is None)
            text = gettext("Saved. Still to answer: {side}")
            return text.format(side=side_word(left_out, self._words))
        if any(check_in.pain is NoAnswer.MISSING for _, check_in in kept):
            return gettext("Saved without the pain. 0 none, 10 worst")
        return gettext("Saved. Choose another number to change it")

    def _ask_about(self, sides: tuple[Side, ...]) -> None:
        """Make the questions anew, for one side or for each of two."""
        for part in self._parts:
            let_go(part)
        self._reached = 0
        question = self._question(is_one=len(sides) == 1)
        self._fields = [self._fields_of(side, question if len(sides) == 1 else None) for side in sides]
        self._parts = [*([question] if len(sides) > 1 else []), *self._fields]
        for place, part in enumerate(self._parts):
            self.body.insertWidget(place, part)

    def _order_tabs(self) -> None:
        """Let Tab go through the questions in the order of reading, whenever they were made."""
        reached = sum(len(keyed(fields)) for fields in self._fields)
        if reached != self._reached:
            self._reached = reached
            chain_tabs(self._late, self._fields)
            QWidget.setTabOrder(keyed(self._fields[-1])[-1], self._late)

    def _fields_of(self, side: Side, head: QWidget | None) -> CheckInFields:
        named = head or TextLabel(side_word(side, self._words).capitalize(), "strong")
        fields = CheckInFields(self._theme, self._words, side, named, is_only=head is not None)
        fields.answered.connect(self.answered)
        return fields

    def _question(self, *, is_one: bool) -> QWidget:
        gettext = self._words.gettext
        question = QWidget()
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        text = (
            gettext("How is the ankle this morning?")
            if is_one
            else gettext("How are the ankles this morning?")
        )
        column.addWidget(TextLabel(text, "strong"))
        self._hint = TextLabel("", "muted")
        self._hint.setObjectName("check_in_hint")
        column.addWidget(self._hint)
        return question

    def _build_late(self) -> None:
        self._late = QPushButton(self._words.gettext("Yesterday's answer is missing"))
        self._late.setObjectName("late_check_in")
        self._late.setProperty("kind", "link")
        self._late.setAccessibleDescription(self._words.gettext("Enter yesterday's morning now"))
        self._late.clicked.connect(self.late_requested)
        set_shown(self._late, False)
        row = QHBoxLayout()
        row.addWidget(self._late)
        row.addStretch(1)
        self.body.addLayout(row)
