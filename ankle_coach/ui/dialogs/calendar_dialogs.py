"""What the calendar asks: why a session is left out, and why the plan pauses."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.question_row import QuestionRow


class SkipDialog(EntryForm):
    """Asks why a session is left out, and whether that counts as missed."""

    def __init__(self, session: str, when: str, theme: Theme, words: Words, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            session: The session's name.
            when: Its day in words.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        title = words.gettext("Leave out {session}?").format(session=session)
        super().__init__(theme, words, title, when, parent)
        self.setObjectName("skip_dialog")
        self._row = QuestionRow(
            theme,
            "excused",
            words.gettext("Does it count as missed?"),
            (
                ("excused", words.gettext("No: illness, travel, advice to rest")),
                ("missed", words.gettext("Yes: it did not work out")),
            ),
            words.gettext("It is never made up by doubling another one."),
        )
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._reason.setMaxLength(300)
        self.form.addWidget(self._row)
        self.add_field(words.gettext("Why? In your own words"), self._reason)
        self.set_deletable(False)
        self._save = self.findChild(QPushButton, "entry_save")
        self._row.answered.connect(self._refresh)
        self._refresh()
        self.fit()
        self._row.strip.take_focus()

    @property
    def excused(self) -> bool:
        """Whether it leaves the adherence alone."""
        return self._row.strip.value == "excused"

    @property
    def reason(self) -> str:
        """Own words."""
        return self._reason.text().strip()

    def _refresh(self) -> None:
        if self._save is not None:
            self._save.setEnabled(self._row.strip.value is not None)


class PauseDialog(EntryForm):
    """Asks why the plan pauses from today on."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        line = words.gettext("From today, until you end it. Sessions in a pause are excused.")
        super().__init__(theme, words, words.gettext("Pause the plan"), line, parent)
        self.setObjectName("pause_dialog")
        self._row = QuestionRow(
            theme,
            "kind",
            words.gettext("Why?"),
            (
                (PauseKind.TRAVEL, words.gettext("Travel")),
                (PauseKind.ILLNESS, words.gettext("Illness")),
                (PauseKind.FEVER, words.gettext("Fever")),
            ),
            words.gettext(
                "After a fever, training goes on 48 hours after its end; after an illness, easily."
            ),
        )
        self.form.addWidget(self._row)
        self.set_deletable(False)
        self._save = self.findChild(QPushButton, "entry_save")
        self._row.answered.connect(self._refresh)
        self._refresh()
        self.fit()
        self._row.strip.take_focus()

    @property
    def kind(self) -> PauseKind | None:
        """Why; None without an answer."""
        value = self._row.strip.value
        return None if value is None else PauseKind(value)

    def _refresh(self) -> None:
        if self._save is not None:
            self._save.setEnabled(self.kind is not None)
