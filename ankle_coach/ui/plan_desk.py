"""Keeps what the plan builder makes: versions, templates, usual doses, favorites; and asks before leaving."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.name_dialog import NameDialog
from ankle_coach.ui.dialogs.save_plan_dialog import SavePlanDialog
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme


class PlanDesk(QObject):
    """Writes through the service, tells the hub, and says in a sentence what was done or why not."""

    plan_saved = Signal(str)
    """A version was kept; carries the id of the person."""
    shelf_changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        draft: PlanDraft,
        service: PlanBuilderService,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        page: QWidget,
    ) -> None:
        """Serve a page.

        Args:
            draft: The plan.
            service: Keeps things.
            theme: The look.
            words: The reader's language.
            hub: Is told of every change.
            page: The page, over which it asks, and which counts as having made the change.
        """
        super().__init__(page)
        self._draft, self._service, self._hub, self._page = draft, service, hub, page
        self._theme, self._words = theme, words
        self.dialog: QWidget | None = None

    @Slot()
    def save(self) -> None:
        """Show what saving changes, and keep the plan as a version once that is confirmed."""
        self._ask_save(None)

    def save_and(self, then: Callable[[], object]) -> None:
        """Do something with the saved plan, which is saved first where it is not."""
        if self._draft.is_changed:
            self._ask_save(then)
        else:
            then()

    def leave(self, then: Callable[[], object]) -> None:
        """Leave, or ask first where something is not saved."""
        if not self._draft.is_changed:
            then()
            return
        words = self._words
        dialog = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Save the plan before you leave?"),
            words.gettext("Its changes are not saved yet."),
            words.gettext("Save…"),
            cancel=words.gettext("Go on editing"),
            parent=self._page,
        )
        dialog.add_extra(words.gettext("Leave without saving"))
        dialog.accepted.connect(lambda: self._ask_save(then))
        dialog.extra_chosen.connect(then)
        self._open(dialog)

    @Slot()
    def ask_template(self) -> None:
        """Ask for the name of a template, and keep the plan as one."""
        words = self._words
        dialog = NameDialog(
            self._theme,
            words,
            words.gettext("Save as template"),
            words.gettext("Everything but the person. A template of the same name is replaced."),
            self._draft.plan.name,
            self._page,
        )
        dialog.accepted.connect(lambda: self._keep_template(dialog.name))
        self._open(dialog)

    @Slot(str)
    def toggle_favorite(self, exercise_id: str) -> None:
        """Make an exercise a favorite, or no longer one."""
        words, known = self._words, exercise_id in self._service.favorites()
        done = words.gettext("No longer a favorite.") if known else words.gettext("Kept as a favorite.")
        self._write(lambda: self._service.toggle_favorite(exercise_id), done)

    @Slot(str)
    def keep_usual_dose(self, prescription_id: str) -> None:
        """Keep the dose of a prescription as the usual one of its exercise."""
        own = self._draft.find(prescription_id)
        if own is not None:
            done = self._words.gettext("Kept: it will be added at this dose from now on.")
            self._write(lambda: self._service.save_own_dose(own), done)

    @Slot(str)
    def delete_template(self, template_id: str) -> None:
        """Take a template from the shelf."""
        done = self._words.gettext("The template is deleted.")
        self._write(lambda: self._service.delete_template(template_id), done)

    @Slot(str)
    def forget_usual_dose(self, exercise_id: str) -> None:
        """Go back to the library's dose of an exercise."""
        done = self._words.gettext("It will be added at the usual dose of the library again.")
        self._write(lambda: self._service.forget_own_dose(exercise_id), done)

    def _ask_save(self, then: Callable[[], object] | None) -> None:
        plan, words, person = self._draft.plan, self._words, self._draft.person
        if not plan.prescriptions:
            self.said.emit(words.gettext("The plan has no exercise yet; add one first."))
            return
        if not self._draft.is_changed:
            self.said.emit(words.gettext("Everything is saved."))
            return
        before, count = self._service.current(person), len(self._draft.warnings)
        if before is None and not count:
            self._keep(then)  # there is no difference to show
            return
        notes = []
        if count:
            message = words.ngettext("There is {n} warning.", "There are {n} warnings.", count)
            notes.append(message.format(n=count))
        title = words.gettext("Save version {n}?").format(n=before.version + 1 if before else 1)
        changes = self._service.changes_of(person, plan, words)
        dialog = SavePlanDialog(self._theme, words, title, changes, notes, self._page)
        dialog.accepted.connect(lambda: self._keep(then))
        self._open(dialog)

    def _keep(self, then: Callable[[], object] | None) -> None:
        person = self._draft.person
        try:
            kept, changes = self._service.save(person, self._draft.plan)
        except AnkleCoachError as error:
            self.said.emit(str(error))
            return
        self._draft.mark_saved(kept)
        self._hub.publish(changes, self._page)
        self.plan_saved.emit(person)
        self.said.emit(self._words.gettext("Saved as version {n}.").format(n=kept.version))
        if then is not None:
            then()

    def _keep_template(self, name: str) -> None:
        self._write(
            lambda: self._service.save_template(self._draft.plan, name),
            self._words.gettext("Kept as template {name}.").format(name=name),
        )

    def _write(self, action: Callable[[], Changes], done: str) -> None:
        try:
            changes = action()
        except AnkleCoachError as error:
            self.said.emit(str(error))
            return
        self._hub.publish(changes, self._page)
        self.shelf_changed.emit()
        self.said.emit(done)

    def _open(self, dialog: SavePlanDialog | ConfirmDialog | NameDialog) -> None:
        self.dialog = dialog
        dialog.open()
