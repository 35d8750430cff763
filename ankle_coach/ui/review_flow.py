"""Opens the review and score dialogs over a page and keeps their answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.measures import ScoreEntry
from ankle_coach.domain.reviews import Review
from ankle_coach.domain.words import Words
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.dialogs.review_dialog import ReviewDialog
from ankle_coach.ui.dialogs.score_dialog import ScoreDialog
from ankle_coach.ui.theme import Theme


class ReviewFlow(QObject):
    """The same on Today and in the Journal.

    Signals:
        failed: A sentence why the answers could not be kept.
    """

    failed = Signal(str)

    def __init__(
        self, reviews: ReviewService, theme: Theme, words: Words, hub: ChangeHub, page: QWidget
    ) -> None:
        """Stand over a page.

        Args:
            reviews: Asks and keeps.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
            page: The page to stand over.
        """
        super().__init__(page)
        self._reviews, self._theme, self._words, self._hub = reviews, theme, words, hub
        self._page = page
        self._review: ReviewDialog | None = None
        self._score: ScoreDialog | None = None

    @Slot()
    def open_review(self) -> None:
        """Ask what is due; where nothing is, everything."""
        due = self._reviews.due()
        every = not due.weekly and not due.two_weeks
        self._review = ReviewDialog(
            self._reviews,
            self._theme,
            self._words,
            self._page,
            weekly=due.weekly or every,
            two_weeks=due.two_weeks or every,
            questions=self._reviews.more_questions() if due.weekly or every else (),
        )
        self._review.finished.connect(self._on_review_finished)
        self._review.open()

    @Slot()
    def open_phase_questions(self) -> None:
        """Ask what the running phase asks before it ends."""
        self._review = ReviewDialog(
            self._reviews,
            self._theme,
            self._words,
            self._page,
            weekly=False,
            two_weeks=False,
            questions=self._reviews.phase_questions(),
        )
        self._review.finished.connect(self._on_review_finished)
        self._review.open()

    @Slot()
    def open_score(self) -> None:
        """Take the score of a questionnaire."""
        self._score = ScoreDialog(self._reviews, self._theme, self._words, self._page)
        self._score.finished.connect(self._on_score_finished)
        self._score.open()

    def form_of(self, entry: Review | ScoreEntry) -> EntryForm:
        """Return the form that corrects a review or a score, not opened yet."""
        if isinstance(entry, ScoreEntry):
            return ScoreDialog(self._reviews, self._theme, self._words, self._page, entry=entry)
        return ReviewDialog(
            self._reviews,
            self._theme,
            self._words,
            self._page,
            weekly=entry.is_weekly,
            two_weeks=entry.is_two_weekly,
            review=entry,
        )

    def correction(self, form: EntryForm) -> Callable[[], Changes]:
        """Return what keeps a form of `form_of` after Save."""
        if isinstance(form, ScoreDialog) and (corrected := form.corrected()) is not None:
            return lambda: self._reviews.replace_score(corrected)
        if isinstance(form, ReviewDialog) and (review := form.review) is not None:
            answers, activities = form.answers, form.activities
            return lambda: self._reviews.correct(review, answers, activities)
        return lambda: Changes.NONE

    def deletion(self, entry: Review | ScoreEntry) -> Callable[[], Changes]:
        """Return what deletes a review or a score."""
        if isinstance(entry, ScoreEntry):
            return lambda: self._reviews.delete_score(entry.id)
        return lambda: self._reviews.delete(entry)

    @Slot(int)
    def _on_review_finished(self, result: int) -> None:
        dialog, self._review = self._review, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        answers, activities = dialog.answers, dialog.activities
        self._write(lambda: self._reviews.save(answers) | self._reviews.save_activities(activities))

    @Slot(int)
    def _on_score_finished(self, result: int) -> None:
        dialog, self._score = self._score, None
        if dialog is None or result != QDialog.DialogCode.Accepted:
            return
        chosen = dialog.choice
        self._write(
            lambda: self._reviews.save_score(
                chosen.questionnaire, chosen.score, chosen.value, chosen.day, chosen.side
            )
        )

    def _write(self, action: Callable[[], Changes]) -> None:
        try:
            changes = action()
        except (AnkleCoachError, ValueError) as error:
            self.failed.emit(str(error))
            return
        self._hub.publish(changes)
