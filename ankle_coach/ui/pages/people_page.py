"""People: a therapist's persons in a list to search, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.journal import Person
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.roster_service import RosterService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.person_dialog import PersonDialog
from ankle_coach.ui.person_words import person_name
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.led_page import LedPage
from ankle_coach.ui.widgets.people_list import PeopleList
from ankle_coach.ui.widgets.person_panel import PersonPanel
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.toast import Toast
from ankle_coach.ui.widgets.visibility import set_shown

SHOWS = Changes.OF_A_PERSON
"""The kinds of data that this page shows."""
_SIDE_BY_SIDE_FROM = 980
_PANEL = 410
_NAMED = 3


class PeoplePage(LedPage):
    """Lists persons. Enter or a double click opens one.

    Signals:
        person_chosen: Who is to be opened.
        plan_requested: For whom a first plan is to be built.
        print_requested: Whose handout is wanted, and of which version; 0 for the plan that holds today.
    """

    person_chosen = Signal(str)
    plan_requested = Signal(str)
    print_requested = Signal(str, int)

    def __init__(
        self,
        people: PersonService,
        roster: RosterService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        about: Callable[[str], str],
    ) -> None:
        """Make the page.

        Args:
            people: Keeps the persons.
            roster: Searches and sorts them.
            library: The exercises and programs.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
            about: Tells the question of a safety rule.
        """
        super().__init__()
        self._about = about
        self.setObjectName("people_page")
        self.setAccessibleName(words.gettext("People"))
        self._people, self._roster, self._library = people, roster, library
        self._theme, self._words, self._hub = theme, words, hub
        self._alone = False
        self._build()
        self._connect()
        self._refresh(self._opened_id())

    @property
    def is_narrow(self) -> bool:
        """Whether list and panel take turns."""
        return self.width() < self._theme.px(_SIDE_BY_SIDE_FROM)

    @Slot()
    def add(self) -> None:
        """Ask who the new person is."""
        self._ask(self._people.new(), is_new=True)

    def _build(self) -> None:
        words, theme = self._words, self._theme
        self._problem = Banner(theme, words, "danger", "", word=words.gettext("Not done"))
        self._problem.setObjectName("problem")
        deleted = words.pgettext("person", "Deleted")
        self._deleted = Banner(theme, words, "info", "", word=deleted, action=words.gettext("Bring back"))
        self._deleted.setObjectName("deleted_banner")
        self._list = PeopleList(self._roster, self._opened_id, self._library.programs, theme, words)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list, 1)
        row.addWidget(self._build_panel())
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 28, 20)
        column.setSpacing(14)
        column.addLayout(self._build_head())
        for banner in (self._problem, self._deleted):
            banner.hide()
            column.addWidget(banner)
        column.addLayout(row, 1)
        self._toast = Toast(self)
        self._toast_id = ""
        self.set_first(self._list)

    def _build_head(self) -> QHBoxLayout:
        words = self._words
        title = TextLabel(words.gettext("People"), "title")
        title.setObjectName("page_title")
        self._add = QPushButton(words.gettext("Add person…"))
        self._add.setObjectName("add_person")
        self._add.setProperty("kind", "primary")
        keys = QKeySequence(QKeySequence.StandardKey.New)
        self._add.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._add)
        return head

    def _build_panel(self) -> QWidget:
        self._back = QPushButton(self._words.gettext("All persons"))
        self._back.setObjectName("back_button")
        self._panel = PersonPanel(self._library, self._about, self._theme, self._words)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._panel, 1)
        return self._side

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._add.clicked.connect(self.add)
        self._list.add_requested.connect(self.add)
        self._list.chosen.connect(self._show_chosen)
        self._list.picked.connect(self._on_list_picked)
        self._list.activated.connect(self._on_open_requested)
        self._list.delete_requested.connect(self._on_delete_requested)
        self._panel.open_requested.connect(self._on_open_requested)
        self._panel.build_requested.connect(self._on_build_requested)
        self._panel.print_requested.connect(self._on_panel_print_requested)
        self._panel.edit_requested.connect(self._on_panel_edit_requested)
        self._panel.delete_requested.connect(self._on_delete_requested)
        self._back.clicked.connect(self._on_back_clicked)
        self._deleted.action_triggered.connect(self._on_deleted_action_triggered)
        self._toast.action_triggered.connect(self._on_toast_action_triggered)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.setContext(Qt.ShortcutContext.WindowShortcut)
        new.activated.connect(self.add)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._on_deleted_action_triggered)
        self._on_theme_changed()

    def _opened_id(self) -> str:
        opened = self._people.opened
        return opened.id if opened is not None else ""

    def _refresh(self, chosen: str = "") -> None:
        try:
            self._list.refresh(chosen)
        except AnkleCoachError as error:
            self._say_problem(str(error))
            return
        set_shown(self._add, self._list.model.rowCount() > 0 or self._roster.count() > 0)
        self._show_deleted()

    @Slot()
    def _show_chosen(self) -> None:
        one = self._list.current
        try:
            plans = self._roster.plans(one.person.id) if one is not None else ()
        except AnkleCoachError as error:
            self._say_problem(str(error))
            plans = ()
        is_open = one is not None and one.person.id == self._opened_id()
        self._panel.show_person(one, plans, self._roster.today(), is_open=is_open)
        self._arrange()

    def _show_deleted(self) -> None:
        words, deleted = self._words, self._people.deleted
        set_shown(self._deleted, bool(deleted))
        names = [person_name(person, words) for person in deleted[:_NAMED]]
        more = len(deleted) - len(names)
        if more > 0:
            names.append(words.ngettext("{n} more", "{n} more", more).format(n=more))
        sentence = words.gettext("{names}. Gone for good when the app closes.")
        if deleted:
            back = words.gettext("Bring back {name}").format(name=names[0])
            self._deleted.set_action(back if len(deleted) > 1 else words.gettext("Bring back"))
        self._deleted.set_text(sentence.format(names=words.pgettext("list", ", ").join(names)))

    def _write(self, action: Callable[[], Changes], chosen: str = "") -> bool:
        """Do a change and tell everybody, or say in one sentence why it cannot be done."""
        try:
            changes = action()
        except AnkleCoachError as error:
            self._say_problem(str(error))
            return False
        self._problem.hide()
        self._hub.publish(changes, self)
        self._refresh(chosen)
        return True

    def _say_problem(self, sentence: str) -> None:
        self._problem.set_text(sentence)
        self._problem.show()

    def _ask(self, person: Person, *, is_new: bool) -> None:
        dialog = PersonDialog(
            person, self._roster.today(), self._theme, self._words, self.window(), is_new=is_new
        )

        def keep() -> None:
            told = dialog.person
            if is_new:
                self._list.clear_search()
            keep_person = self._people.add if is_new else self._people.change
            if self._write(lambda: keep_person(told), told.id):
                self._list.focus_list()
                if dialog.builds:
                    self.plan_requested.emit(told.id)

        dialog.accepted.connect(keep)
        dialog.open()

    def _delete(self, person: Person) -> None:
        beside = self._list.beside_id
        if self._write(lambda: self._people.delete(person.id), beside):
            self._toast_id = person.id
            sentence = self._words.gettext("{name} was deleted.")
            said = sentence.format(name=person_name(person, self._words))
            self._toast.show_message(said, self._words.gettext("Undo"))

    def _restore(self, person_id: str) -> None:
        self._toast.hide_message()
        self._write(lambda: self._people.restore(person_id), person_id)

    def _arrange(self) -> None:
        narrow, somebody = self.is_narrow, self._list.current is not None
        alone = narrow and self._alone and somebody
        set_shown(self._list, not alone)
        set_shown(self._side, somebody and (alone or not narrow))
        set_shown(self._back, narrow)
        width = self._theme.px(_PANEL)
        self._side.setMinimumWidth(0 if narrow else width)
        self._side.setMaximumWidth(16_777_215 if narrow else width)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(SHOWS) and initiator is not self:
            self._refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._back.setIcon(self._theme.icon("back", "button_text"))
        self._add.setIcon(self._theme.icon("plus", "accent_text"))
        self._arrange()

    @Slot()
    def _on_list_picked(self) -> None:
        self._alone = True
        self._arrange()

    @Slot()
    def _on_open_requested(self) -> None:
        if self._list.current_id:
            self.person_chosen.emit(self._list.current_id)

    @Slot()
    def _on_build_requested(self) -> None:
        if self._list.current_id:
            self.plan_requested.emit(self._list.current_id)

    @Slot(int)
    def _on_panel_print_requested(self, version: int) -> None:
        self.print_requested.emit(self._list.current_id, version)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._alone = False
        self._arrange()
        self._list.focus_list()

    @Slot()
    def _on_panel_edit_requested(self) -> None:
        one = self._list.current
        if one is not None:
            self._ask(one.person, is_new=False)

    @Slot()
    def _on_delete_requested(self) -> None:
        one = self._list.current
        if one is None:
            return
        words, person = self._words, one.person
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Delete {name}?").format(name=person_name(person, words)),
            words.gettext(
                "Plan, versions, sessions, check-ins, runs, measurements and notes of this person go. "
                "You can bring them back until the app closes. Copies and files that you made stay."
            ),
            words.gettext("Delete"),
            danger=True,
            parent=self.window(),
        )
        question.accepted.connect(lambda: self._delete(person))
        question.open()

    @Slot()
    def _on_deleted_action_triggered(self) -> None:
        deleted = self._people.deleted
        if deleted:
            self._restore(deleted[0].id)
            self._list.focus_list()

    @Slot()
    def _on_toast_action_triggered(self) -> None:
        self._restore(self._toast_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list in a narrow window."""
        if event.key() == Qt.Key.Key_Escape and self.is_narrow and self._alone:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether list and panel stand side by side."""
        super().resizeEvent(event)
        self._arrange()
