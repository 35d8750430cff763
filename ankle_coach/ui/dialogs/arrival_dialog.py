"""Shows what is in a file from elsewhere and what it would change, before anything changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.arrival import Arrival, JournalArrival, LibraryArrival, PlanArrival
from ankle_coach.domain.words import Words
from ankle_coach.services.file_service import FileService
from ankle_coach.ui.arrival_words import arrival_button, arrival_sections, arrival_title
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_WIDE, _HIGH = 660, 640


class ArrivalDialog(QDialog):
    """Read `arrival` and `replaces` after it was accepted."""

    def __init__(
        self, arrival: Arrival, files: FileService, theme: Theme, words: Words, parent: QWidget
    ) -> None:
        """Show a file.

        Args:
            arrival: The file as it was looked at.
            files: Knows the persons whom a journal may belong to.
            theme: The look.
            words: The reader's language.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self._arrival, self._files, self._theme, self._words = arrival, files, theme, words
        self._person: QComboBox | None = None
        self._replace: QCheckBox | None = None
        self._doubt = TextLabel("", "strong")
        self._doubt.setObjectName("arrival_doubt")
        self._doubt.setProperty("tone", "caution")
        self._doubt.setTextFormat(Qt.TextFormat.PlainText)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("arrival_dialog")
        self.setWindowTitle(arrival_title(arrival, words))
        self._build()
        self._refresh()

    @property
    def arrival(self) -> Arrival:
        """The file, for the person who was chosen."""
        return self._arrival

    @property
    def replaces(self) -> bool:
        """Whether own things that differ are replaced by the file's."""
        return self._replace is None or self._replace.isChecked()

    def _build(self) -> None:
        title = TextLabel(arrival_title(self._arrival, self._words), "heading")
        title.setObjectName("arrival_title")
        file = TextLabel(self._arrival.file, "muted")
        for label in (title, file):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self._words.gettext("What is in the file"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(title)
        outer.addWidget(file)
        outer.addWidget(self._scroll, 1)
        self._add_choices(outer)
        outer.addLayout(self._buttons())
        self._accept.setFocus(Qt.FocusReason.OtherFocusReason)
        take_size(self, self._theme, _WIDE, _HIGH)

    def _add_choices(self, outer: QVBoxLayout) -> None:
        """Ask into whose journal a journal goes, and whether what differs is replaced."""
        if isinstance(self._arrival, JournalArrival):
            outer.addLayout(self._person_row(self._arrival))
            outer.addWidget(self._doubt)
        if isinstance(self._arrival, LibraryArrival) and (
            self._arrival.changed or self._arrival.changed_templates
        ):
            self._replace = QCheckBox(self._words.gettext("Replace mine by those of the file"))
            self._replace.setObjectName("arrival_replace")
            self._replace.setChecked(True)
            outer.addWidget(self._replace)

    def _person_row(self, arrival: JournalArrival) -> QHBoxLayout:
        words, row = self._words, QHBoxLayout()
        self._person = QComboBox()
        self._person.setObjectName("arrival_person")
        self._person.setAccessibleName(words.gettext("Whose journal it is"))
        for person in self._files.people():
            self._person.addItem(person.name or words.gettext("You"), person.id)
        self._person.addItem(words.gettext("Somebody new"), "")
        found = self._person.findData(arrival.person.id if arrival.person else "")
        self._person.setCurrentIndex(max(0, found))
        self._person.currentIndexChanged.connect(self._on_person_current_index_changed)
        WheelGuard(self._person)
        label = TextLabel(words.gettext("It goes into the journal of"), "strong", wraps=False)
        label.setBuddy(self._person)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._person, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        cancel = dialog_button(self._words.gettext("Cancel"), "arrival_cancel")
        cancel.clicked.connect(self.reject)
        accept = self._accept = dialog_button(
            arrival_button(self._arrival, self._words), "arrival_accept", "primary", default=True
        )
        accept.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(accept)
        return row

    def _refresh(self) -> None:
        """Show the sections anew, those of the chosen person."""
        body = ScrollBody()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(12)
        own = () if isinstance(self._arrival, LibraryArrival) else self._arrival.copy.exercises
        library = self._files.library_with(own)
        if isinstance(self._arrival, PlanArrival):
            column.addWidget(TextLabel(self._for_whom(self._arrival), "strong"))
        for section in arrival_sections(self._arrival, library, self._words):
            card = Card(self._theme, section.heading)
            for line in section.lines:
                label = TextLabel(keep_units(line))
                label.setTextFormat(Qt.TextFormat.PlainText)
                card.add_widget(label)
            column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(body)
        doubt = self._whose(self._arrival) if isinstance(self._arrival, JournalArrival) else ""
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))

    def _whose(self, arrival: JournalArrival) -> str:
        """Say what speaks against the person who is chosen; empty for nothing."""
        owner, chosen = self._files.owner_of(arrival.copy), arrival.person
        if owner is not None and (chosen is None or chosen.id != owner.id):
            known = self._words.gettext("This file knows {name}: it holds their plan or their records.")
            return known.format(name=owner.name or self._words.gettext("You"))
        if owner is None and chosen is not None:
            unknown = self._words.gettext("Nothing in this file says that it is of {name}.")
            return unknown.format(name=chosen.name or self._words.gettext("You"))
        return ""

    def _for_whom(self, arrival: PlanArrival) -> str:
        words, person = self._words, arrival.person
        if person is None:
            return words.gettext("It begins a new journal.")
        if not person.name:
            return words.gettext("It becomes the newest version of your plan, from today on.")
        text = words.gettext("It becomes the newest version of the plan of {name}, from today on.")
        return text.format(name=person.name)

    @Slot()
    def _on_person_current_index_changed(self) -> None:
        if self._person is None or not isinstance(self._arrival, JournalArrival):
            return
        chosen = self._person.currentData()
        person = next((one for one in self._files.people() if one.id == chosen), None)
        self._arrival = self._files.for_person(self._arrival, person)
        self._refresh()
