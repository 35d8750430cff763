"""A therapist's way between persons: opens and closes them, and keeps the head of the window true."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal, Slot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.words import Words
from ankle_coach.services.person_service import PersonService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.person_words import person_name
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.person_bar import PersonBar
from ankle_coach.ui.widgets.visibility import set_shown


class PersonDesk(QObject):
    """Opens persons. What the pages showed of the one before is let go before anything else happens."""

    people_requested = Signal()

    def __init__(
        self,
        people: PersonService,
        window: MainWindow,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        say: Callable[[str], None],
        held_by: Callable[[], str],
        person_pages: Collection[str],
    ) -> None:
        """Make the head of the window, hidden while nobody is open.

        Args:
            people: Knows the persons.
            window: Where head and pages are.
            theme: The look.
            words: The reader's language.
            hub: Is told when another person is open, and tells of changes.
            say: Tells a problem in a sentence.
            held_by: Tells why nobody else can be opened just now; empty for nothing.
            person_pages: Keys of the pages that show the open person.
        """
        super().__init__(window)
        self._person_pages = person_pages
        self._people, self._window, self._words, self._hub = people, window, words, hub
        self._say, self._held_by, self._shown = say, held_by, ""
        self.bar = PersonBar(theme, words)
        self.bar.people_requested.connect(self.people_requested)
        self.bar.close_requested.connect(self._on_bar_close_requested)
        set_shown(self.bar, False)
        window.add_head(self.bar)
        window.cover_changed.connect(self.bar.set_locked)
        hub.changed.connect(self._on_hub_changed)

    @property
    def has_person(self) -> bool:
        """Whether somebody is open."""
        return bool(self._shown)

    def open(self, person_id: str) -> bool:
        """Make a person the current one; return whether that could be done."""
        known = self._people.opened
        if known is not None and known.id == person_id:
            return True
        return self._change(lambda: self._people.open(person_id))

    def close(self) -> bool:
        """Have nobody open; return whether that could be done."""
        return self._change(self._people.close)

    def refresh(self) -> None:
        """Show who is open, and let only what that makes sense for be gone to."""
        person = self._people.opened if self._people.by_therapist else None
        shown, self._shown = self._shown, person.id if person is not None else ""
        if shown and shown != self._shown:
            self._window.forget_pages(self._person_pages)
        set_shown(self.bar, person is not None)
        title = self._words.gettext("Ankle Coach")
        if person is None:
            self._window.setWindowTitle(title)
        else:
            self.bar.show_person(person)
            self._window.setWindowTitle(f"{person_name(person, self._words)} \N{EN DASH} {title}")
        if self._people.by_therapist:
            barred = () if person is not None else self._person_pages
            self._window.set_reachable([key for key in self._window.rail.keys if key not in barred])

    def _change(self, action: Callable[[], Changes]) -> bool:
        held = self._held_by()
        if held:
            self._say(held)
            return False
        try:
            changes = action()
        except AnkleCoachError as error:
            self._say(str(error))
            return False
        self.refresh()
        self._hub.publish(changes, self)
        return True

    @Slot()
    def _on_bar_close_requested(self) -> None:
        if self.close():
            self.people_requested.emit()

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.PERSON) and initiator is not self:
            self.refresh()
