"""Records what happened after a flag: seen and cleared, seen and not cleared, not seen, or a mistake."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ankle_coach.domain.finding_words import finding_reason
from ankle_coach.domain.safety import Outcome
from ankle_coach.domain.words import Words
from ankle_coach.services.safety_service import Explanation
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.question_row import QuestionRow
from ankle_coach.ui.widgets.text_label import TextLabel


class AssessmentDialog(EntryForm):
    """Asks what came of a flag; nothing is preselected, and Save waits for an answer."""

    def __init__(
        self,
        explanation: Explanation,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        by_therapist: bool = False,
    ) -> None:
        """Make the dialog.

        Args:
            explanation: The open flag.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            by_therapist: Whether a therapist records it.
        """
        title = words.gettext("What happened?")
        why = finding_reason(explanation.flag.finding, explanation.question, words)
        super().__init__(theme, words, title, why, parent)
        self.setObjectName("assessment_dialog")
        self._row = QuestionRow(
            theme,
            "outcome",
            words.gettext("Did somebody look at it?"),
            _outcomes(words, by_therapist=by_therapist),
            words.gettext("The first and the last end the lock."),
        )
        self._note = QLineEdit()
        self._note.setObjectName("note")
        self._note.setMaxLength(500)
        self._note.setAccessibleName(words.gettext("Who saw it, and what was said"))
        self.form.addWidget(self._row)
        self.add_field(words.gettext("Who saw it, and what was said"), self._note)
        if explanation.therapist_only and not by_therapist:
            only = words.gettext("A new program can begin only once a therapist has recorded it.")
            self.form.addWidget(TextLabel(only, "muted"))
        self.set_deletable(False)
        self._row.answered.connect(self._refresh)
        self._refresh()
        self.fit()
        self._row.strip.take_focus()

    @property
    def outcome(self) -> Outcome | None:
        """What happened; None without an answer."""
        value = self._row.strip.value
        return None if value is None else Outcome(value)

    @property
    def note(self) -> str:
        """Own words."""
        return self._note.text().strip()

    def _refresh(self) -> None:
        self._save.setEnabled(self.outcome is not None)


def _outcomes(words: Words, *, by_therapist: bool) -> tuple[tuple[str, str], ...]:
    """Return what may have happened, as the person or as a therapist says it."""
    go_on = words.gettext("Yes, and I may go on")
    if by_therapist:
        go_on = words.gettext("Yes, and this person may go on")
    return (
        (Outcome.CLEARED, go_on),
        (Outcome.NOT_CLEARED, words.gettext("Yes, but not to load it yet")),
        (Outcome.NOT_SEEN, words.gettext("No, not yet")),
        (Outcome.MISTAKEN, words.gettext("The answer was a mistake")),
    )
