"""The card with the list of runs, to be added to, corrected and deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.played_runs import KnownRun
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import Words
from ankle_coach.services.run_service import RunService
from ankle_coach.ui.models.run_list_model import Column, RunListModel
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.table_list import TableList
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_HEIGHT = 380
_WIDTHS = {Column.DAY: 80, Column.DISTANCE: 90, Column.TIME: 150, Column.PAIN: 160, Column.LIMP: 70}
_LEAST_MORE = 120
"""Pixels at 100 % text of the last column."""


class RunListCard(Card):
    """Runs, the latest first. Enter or a double click corrects one, Delete asks and deletes it.

    Signals:
        add_requested: A run is to be written down.
        edit_requested: A `KnownRun` is to be corrected, or one from the player completed.
        delete_requested: A `RunRecord` is to be deleted.
    """

    add_requested = Signal()
    edit_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(theme, words.gettext("Runs"), parent=parent)
        self.setObjectName("runs_card")
        self._words = words
        self._model = RunListModel(words, self)
        self._build_parts()
        self._connect()
        self._resize()

    @property
    def model(self) -> RunListModel:
        """The rows."""
        return self._model

    def show_runs(self, runs: RunService, units: Units) -> None:
        """Show what is written down."""
        known = runs.known_runs()
        self._model.set_runs(known, {view.shoe.id: view.shoe.name for view in runs.shoes()}, units)
        self._list.fit_columns()
        set_shown(self._list, bool(known))
        set_shown(self._empty, not known)
        count = self._words.ngettext("{n} run", "{n} runs", len(known)).format(n=len(known))
        self.set_subtitle(count if known else "")
        self._refresh()

    def _build_parts(self) -> None:
        gettext = self._words.gettext
        self._add = self._button(gettext("Add a run"), "run_add")
        self._add.setProperty("kind", "primary")
        self.add_action(self._add)
        self._empty = TextLabel(
            gettext("No run is written down yet. A short one counts too, and so does a walk-run."), "muted"
        )
        self._empty.setObjectName("runs_empty")
        self.add_widget(self._empty)
        self._list = TableList()
        self._list.setObjectName("runs")
        self._list.setAccessibleName(gettext("Runs, the latest first"))
        self._list.setModel(self._model)
        self.add_widget(self._list)
        self._edit = self._button(gettext("Edit…"), "run_edit")
        self._delete = self._button(gettext("Delete…"), "run_remove")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._edit)
        row.addWidget(self._delete)
        self._played = TextLabel(
            gettext(
                "Recorded by the player: Edit adds distance, surface and shoes; the Journal has the session."
            ),
            "small",
        )
        self._played.setObjectName("run_played")
        row.addWidget(self._played, 1)
        row.addStretch(0)
        self.body.addLayout(row)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        return button

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_requested)
        self._list.activated.connect(self._on_edit_wanted)
        self._list.selectionModel().currentChanged.connect(self._refresh)
        self._edit.clicked.connect(self._on_edit_wanted)
        self._delete.clicked.connect(self._on_delete_wanted)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self._on_delete_wanted)
        self._theme.theme_changed.connect(self._resize)

    def _chosen(self) -> KnownRun | None:
        return self._model.known(self._list.currentIndex())

    @Slot()
    def _refresh(self) -> None:
        # Not the model's own count: this is also told while the model goes away with the window.
        chosen = self._chosen()
        for button in (self._edit, self._delete):
            set_shown(button, not self._list.isHidden())
        self._edit.setEnabled(chosen is not None)
        self._delete.setEnabled(chosen is not None and chosen.is_written)
        played = chosen is not None and not chosen.is_written
        set_shown(self._played, played and not self._list.isHidden())

    @Slot()
    def _resize(self) -> None:
        self._list.setFixedHeight(self._theme.px(_HEIGHT))
        px, widths = self._theme.px, _WIDTHS
        self._list.set_widths({column: px(width) for column, width in widths.items()}, px(_LEAST_MORE))

    @Slot()
    def _on_edit_wanted(self) -> None:
        known = self._chosen()
        if known is not None:
            self.edit_requested.emit(known)

    @Slot()
    def _on_delete_wanted(self) -> None:
        known = self._chosen()
        if known is not None and known.is_written:
            self.delete_requested.emit(known.run)
