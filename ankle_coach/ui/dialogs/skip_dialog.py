"""Asks why a session of the calendar is left out."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

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
        self._save.setEnabled(self._row.strip.value is not None)
