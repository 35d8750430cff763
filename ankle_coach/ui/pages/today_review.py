"""Today's card for the weekly review and the two-week questions, while they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.review_flow import ReviewFlow


class TodayReview(Card):
    """Offers the questions that are due; hidden while none is.

    Signals:
        failed: A sentence why answers could not be kept.
    """

    failed = Signal(str)

    def __init__(
        self,
        reviews: ReviewService,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        parent: QWidget | None = None,
    ) -> None:
        """Make a hidden card.

        Args:
            reviews: Knows what is due.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Weekly review"), parent=parent)
        self.setObjectName("review_card")
        self._reviews, self._words, self._hub = reviews, words, hub
        self._flow: ReviewFlow | None = None
        self._hint = TextLabel("", "muted")
        self.add_widget(self._hint)
        button = QPushButton(words.gettext("Answer"))
        button.setObjectName("review_button")
        button.clicked.connect(self._on_button_clicked)
        self.add_widget(button)
        set_shown(self, False)

    def refresh(self) -> None:
        """Show what is due, once the page itself stands."""
        QTimer.singleShot(0, self, self._fill)

    @Slot()
    def _fill(self) -> None:
        due = self._reviews.due()
        gettext = self._words.gettext
        self.set_title(gettext("Weekly review") if due.weekly else gettext("Every two weeks"))
        if due.first:
            self._hint.setText(gettext("Where you start, to compare the weeks with. About 2 minutes."))
        elif due.weekly:
            self._hint.setText(gettext("How the week was, in about 2 minutes."))
        else:
            self._hint.setText(gettext("How your own activities go, and the change since the start."))
        set_shown(self, due.weekly or due.two_weeks)

    @Slot()
    def _on_button_clicked(self) -> None:
        from ankle_coach.ui.review_flow import ReviewFlow  # noqa: PLC0415 - dialogs are not at start-up

        if self._flow is None:
            self._flow = ReviewFlow(self._reviews, self._theme, self._words, self._hub, self)
            self._flow.failed.connect(self.failed)
        self._flow.open_review()
