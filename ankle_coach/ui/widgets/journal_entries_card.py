"""The card with the list of entries, to be corrected or deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QPushButton, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.services.journal_service import JournalOverview
from ankle_coach.ui.models.journal_entries_model import Entry, EntryRole, JournalEntriesModel, OtherEntry
from ankle_coach.ui.models.journal_entry_delegate import JournalEntryDelegate
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card

_HEIGHT = 552


class JournalEntriesCard(Card):
    """Newest first. Enter or a double click corrects an entry, Delete asks and deletes it.

    Signals:
        edit_requested: An entry is to be corrected.
        delete_requested: An entry is to be deleted.
        day_chosen: The training day of the entry that was chosen.
    """

    edit_requested = Signal(object)
    delete_requested = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty list.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Entries"), parent=parent)
        self.setObjectName("entries_card")
        self._words = words
        self._model = JournalEntriesModel(words, self)
        self._build_parts()
        self._connect()
        self._refresh()

    @property
    def model(self) -> JournalEntriesModel:
        """The rows."""
        return self._model

    def show_overview(self, overview: JournalOverview, others: Sequence[OtherEntry] = ()) -> None:
        """Show a journal; the entry that was chosen stays so.

        Args:
            overview: The journal.
            others: Its reviews and scores.
        """
        chosen = self._list.currentIndex().data(EntryRole.ID)
        place = self._list.verticalScrollBar().value()
        self._model.set_entries(overview.sessions, overview.check_ins, overview.today, others)
        sessions, check_ins = len(overview.sessions), len(overview.check_ins)
        counted = self._words.ngettext("{n} session", "{n} sessions", sessions).format(n=sessions)
        answered = self._words.ngettext("{n} check-in", "{n} check-ins", check_ins).format(n=check_ins)
        self.set_subtitle(f"{counted}, {answered}")
        again = self._model.index_of(chosen) if chosen else QModelIndex()
        if again.isValid():
            self._list.setCurrentIndex(again)
        self._list.verticalScrollBar().setValue(place)
        self._refresh()

    def _build_parts(self) -> None:
        gettext = self._words.gettext
        self._list = QListView()
        self._list.setObjectName("entries")
        self._list.setAccessibleName(gettext("Entries, newest first"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(JournalEntryDelegate(self._theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._edit = QPushButton(gettext("Edit…"))
        self._edit.setObjectName("entry_edit")
        self._delete = QPushButton(gettext("Delete…"))
        self._delete.setObjectName("entry_remove")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._edit)
        row.addWidget(self._delete)
        row.addStretch(1)
        self.add_widget(self._list)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._list.activated.connect(self._on_edit_wanted)
        self._list.selectionModel().currentChanged.connect(self._on_selection_current_changed)
        self._edit.clicked.connect(self._on_edit_wanted)
        self._delete.clicked.connect(self._on_delete_wanted)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._on_delete_wanted)
        self._theme.theme_changed.connect(self._refresh)

    def _chosen(self) -> Entry | None:
        return self._model.entry(self._list.currentIndex())

    @Slot()
    def _refresh(self) -> None:
        self._list.setFixedHeight(self._theme.px(_HEIGHT))
        for button in (self._edit, self._delete):
            button.setEnabled(self._chosen() is not None)

    @Slot()
    def _on_edit_wanted(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self.edit_requested.emit(entry)

    @Slot()
    def _on_delete_wanted(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self.delete_requested.emit(entry)

    @Slot()
    def _on_selection_current_changed(self) -> None:
        self._refresh()
        day = self._list.currentIndex().data(EntryRole.DAY)
        if day is not None:
            self.day_chosen.emit(day)
