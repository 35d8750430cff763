"""Leads from the plan to the plan builder; a runner is told first that the rules stay in force."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.visibility import set_shown


class EditPlanButton(QPushButton):
    """Is there for a therapist's persons, and for a runner once there is a plan."""

    edit_requested = Signal(str)
    """Carries the id of the person."""

    def __init__(
        self, person: Callable[[], Person | None], theme: Theme, words: Words, parent: QWidget
    ) -> None:
        """Make a button.

        Args:
            person: Tells whose plan it is.
            theme: The look.
            words: The reader's language.
            parent: The page, over which it asks.
        """
        super().__init__(parent)
        self._person, self._theme, self._words, self._page = person, theme, words, parent
        self.setObjectName("edit_button")
        self.setToolTip(words.gettext("Add and remove exercises, change doses and days"))
        self.clicked.connect(self._on_self_clicked)

    def refresh(self, *, has_plan: bool) -> None:
        """Show or hide it, and say what it leads to."""
        person = self._person()
        set_shown(self, person is not None and (has_plan or person.role is Role.PATIENT))
        edit, build = self._words.gettext("Edit the plan"), self._words.gettext("Build a plan")
        self.setText(edit if has_plan else build)

    @Slot()
    def _on_self_clicked(self) -> None:
        person, words = self._person(), self._words
        if person is None:
            return
        if person.role is Role.PATIENT:
            self.edit_requested.emit(person.id)
            return
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Edit your plan?"),
            words.gettext(
                "What you change becomes a new version. The rules of the program stay in force: pain still "
                "decides what goes on, rests or steps back, and locks still hold. If a therapist made this "
                "plan, ask first."
            ),
            words.gettext("Edit the plan"),
            parent=self._page,
        )
        question.accepted.connect(lambda: self.edit_requested.emit(person.id))
        question.open()
