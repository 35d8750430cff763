"""Exercises: the whole library, searched and filtered, with everything about the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.exercise import Equipment, Group, PhaseMark, Position
from ankle_coach.domain.exercise_texts import group_word, phase_word, position_word
from ankle_coach.domain.library import ALWAYS_AT_HAND, Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.equipment_filter import EquipmentFilter
from ankle_coach.ui.widgets.exercise_detail import ExerciseDetail
from ankle_coach.ui.widgets.exercise_row import ExerciseRowDelegate
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow

_LIST_WIDTH = 410
_SIDE_BY_SIDE_FROM = 940
_SEARCH_WIDTH = 340
_HEADER_NEEDS = 600
_Kind = TypeVar("_Kind", bound=StrEnum)


class ExercisesPage(QWidget):
    """A list at the left and the chosen exercise at the right; in a narrow window one in place of the other.

    Ctrl+F and / go to the search, Down from there to the list; Enter opens, Escape goes back or clears.
    """

    exercise_shown = Signal(str)

    def __init__(
        self, library: Library, theme: Theme, words: Words, hub: ChangeHub, parent: QWidget | None = None
    ) -> None:
        """Make the page with all exercises; this reads the whole library.

        Args:
            library: The exercises and their references.
            theme: The look.
            words: The reader's language.
            hub: Tells when the library has changed.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words, self._hub = library, theme, words, hub
        self._opened = False
        self.setObjectName("exercises_page")
        self.setAccessibleName(words.gettext("Exercises"))
        self._model = ExerciseListModel(library, words, self)
        self._build()
        self._connect()
        self._refresh()

    @property
    def current_id(self) -> str:
        """The exercise in view; empty for none."""
        return self._detail.exercise_id

    @property
    def is_narrow(self) -> bool:
        """Whether list and detail take turns."""
        return self.width() < self._theme.px(_SIDE_BY_SIDE_FROM)

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise, whatever is searched for; filters that hide it are cleared.

        Raises:
            NotFoundError: If the library has no such exercise.
        """
        self._library.exercise(exercise_id)
        if not self._model.index_of(exercise_id).isValid():
            self._clear()
        index = self._model.index_of(exercise_id)
        self._choose(index)
        self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self._open()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 28, 20)
        column.setSpacing(14)
        self._header = self._build_header()
        self._list_panel = self._build_list()
        self._detail_panel = self._build_detail()
        column.addWidget(self._header)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list_panel)
        row.addWidget(self._detail_panel, 1)
        column.addLayout(row, 1)
        self.setFocusProxy(self._list)

    def _build_header(self) -> QWidget:
        words, theme = self._words, self._theme
        titles = QWidget()
        lines = QVBoxLayout(titles)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(TextLabel(words.gettext("Exercises"), "title"))
        self._count = TextLabel("", "muted")
        self._count.setObjectName("result_count")
        lines.addWidget(self._count)
        self._search = SearchField(theme, words.gettext("Search exercises"))
        self._search.setObjectName("exercise_search")
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self._search.setToolTip(words.gettext("Search ({keys} or /)").format(keys=keys))
        header = QWidget()
        column = QVBoxLayout(header)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(WrapRow(theme, titles, self._search, needs=_HEADER_NEEDS))
        column.addWidget(self._build_filters())
        return header

    def _build_filters(self) -> QWidget:
        words = self._words
        self._group = _combo("group_filter", words.gettext("Group"), words.gettext("Any group"))
        for group in Group:
            self._group.addItem(group_word(group, words), group)
        self._position = _combo("position_filter", words.gettext("Position"), words.gettext("Any position"))
        for position in Position:
            self._position.addItem(position_word(position, words), position)
        self._phase = _combo("phase_filter", words.gettext("Phase"), words.gettext("Any phase"))
        for phase in PhaseMark:
            self._phase.addItem(phase_word(phase, words), phase)
        self._equipment = EquipmentFilter(self._theme, words, self._things())
        self._equipment.setObjectName("equipment_filter")
        self._clear_button = QPushButton(words.gettext("Clear"))
        self._clear_button.setObjectName("clear_filters")
        self._clear_button.setProperty("kind", "link")
        self._clear_button.setAccessibleName(words.gettext("Clear search and filters"))
        filters = QWidget()
        flow = FlowLayout(filters, spacing=10)
        for widget in (self._group, self._equipment, self._position, self._phase, self._clear_button):
            flow.addWidget(widget)
        return filters

    def _build_list(self) -> QWidget:
        self._list = QListView()
        self._list.setObjectName("exercise_list")
        self._list.setAccessibleName(self._words.gettext("Exercises"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(ExerciseRowDelegate(self._theme, self._words, parent=self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        sentence = self._words.gettext("No exercise fits all of this.")
        self._empty = EmptyState(
            self._theme, "search", sentence, self._words.gettext("Clear search and filters")
        )
        self._lists = QStackedWidget()
        self._lists.addWidget(self._list)
        self._lists.addWidget(self._empty)
        return self._lists

    def _build_detail(self) -> QWidget:
        self._back = QPushButton(self._words.gettext("All exercises"))
        self._back.setObjectName("back_button")
        self._detail = ExerciseDetail(self._library, self._theme, self._words)
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._detail, 1)
        return panel

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._search.search_changed.connect(self._on_filter_changed)
        for combo in (self._group, self._position, self._phase):
            combo.currentIndexChanged.connect(self._on_filter_changed)
        self._equipment.at_hand_changed.connect(self._on_filter_changed)
        self._clear_button.clicked.connect(self._on_clear_clicked)
        self._empty.action_triggered.connect(self._on_clear_clicked)
        self._list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self._list.activated.connect(self._on_list_opened)
        self._list.clicked.connect(self._on_list_opened)
        self._back.clicked.connect(self._on_back_clicked)
        self._detail.exercise_chosen.connect(self.show_exercise)
        self._detail.reference_chosen.connect(self._on_detail_reference_chosen)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Find), self._on_find_activated)
        self._shortcut(QKeySequence("/"), self._on_find_activated)
        self._on_theme_changed()

    def _shortcut(self, keys: QKeySequence, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _things(self) -> tuple[Equipment, ...]:
        """What the library's exercises need and not everybody has, in the order of the kinds."""
        used: set[Equipment] = set()
        for exercise in self._library.exercises.values():
            used.update(exercise.equipment)
            for level in exercise.levels:
                used.update(level.equipment)
        return tuple(thing for thing in Equipment if thing in used - ALWAYS_AT_HAND)

    def _refresh(self) -> None:
        """Search again; what was chosen stays chosen where it still fits, else the first is."""
        kept, text = self.current_id, self._search.text().strip()
        found = self._library.search(
            text,
            group=_chosen(self._group, Group),
            equipment=self._equipment.at_hand,
            position=_chosen(self._position, Position),
            phase=_chosen(self._phase, PhaseMark),
        )
        self._model.set_exercises(found, grouped=not text)
        self._lists.setCurrentWidget(self._list if found else self._empty)
        self._show_count(len(found), self._is_filtered())
        wanted = self._model.index_of(kept)
        self._choose(wanted if wanted.isValid() else self._first())
        if not found:
            self._detail.show_exercise(None)

    def _first(self) -> QModelIndex:
        ids = self._model.exercise_ids
        return self._model.index_of(ids[0]) if ids else QModelIndex()

    def _is_filtered(self) -> bool:
        combos = (self._group, self._position, self._phase)
        chosen = any(combo.currentIndex() > 0 for combo in combos)
        return chosen or bool(self._search.text().strip()) or self._equipment.at_hand is not None

    def _show_count(self, count: int, filtered: bool) -> None:
        words = self._words
        if not filtered:
            text = words.ngettext("{n} exercise", "{n} exercises", count).format(n=count)
        else:
            total = len(self._library.exercises)
            message = words.ngettext("{n} of {total} exercises", "{n} of {total} exercises", count)
            text = message.format(n=count, total=total)
        self._clear_button.setVisible(filtered)
        if text != self._count.text():
            self._count.setText(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _choose(self, index: QModelIndex) -> None:
        self._list.setCurrentIndex(index)
        self._show(index)
        if index.isValid():
            self._list.scrollTo(index)

    def _show(self, index: QModelIndex) -> None:
        exercise_id = index.data(Role.EXERCISE_ID) if index.isValid() else ""
        if exercise_id and exercise_id != self.current_id:
            self._detail.show_exercise(self._library.exercise(exercise_id))
            self.exercise_shown.emit(exercise_id)

    def _open(self) -> None:
        """Give the detail the room in a narrow window."""
        self._opened = True
        self._arrange()
        if self.is_narrow:
            self._detail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._opened = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for combo in (self._group, self._position, self._phase):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self._search):
            self._search.clear()
        self._equipment.clear()
        self._refresh()

    def _arrange(self) -> None:
        narrow = self.is_narrow
        alone = narrow and self._opened
        self._header.setVisible(not alone)
        self._list_panel.setVisible(not alone)
        self._detail_panel.setVisible(alone or not narrow)
        self._back.setVisible(narrow)
        self._list_panel.setMaximumWidth(16_777_215 if narrow else self._theme.px(_LIST_WIDTH))
        self._list_panel.setMinimumWidth(0 if narrow else self._theme.px(_LIST_WIDTH))

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.LIBRARY) and initiator is not self:
            self._refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._search.setMinimumWidth(self._theme.px(_SEARCH_WIDTH))
        self._back.setIcon(self._theme.icon("back", "button_text"))
        self._list.doItemsLayout()
        self._arrange()

    @Slot()
    def _on_filter_changed(self) -> None:
        self._refresh()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex, QModelIndex)
    def _on_list_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._show(current)

    @Slot(QModelIndex)
    def _on_list_opened(self, index: QModelIndex) -> None:
        if index.data(Role.EXERCISE_ID):
            self._open()

    @Slot()
    def _on_back_clicked(self) -> None:
        self._close()

    @Slot()
    def _on_find_activated(self) -> None:
        if self.is_narrow:
            self._close()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    @Slot(str)
    def _on_detail_reference_chosen(self, reference_id: str) -> None:
        EvidenceDialog(self._library.reference(reference_id), self._theme, self._words, self.window()).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the list; Escape goes back from a detail, else clears."""
        if event.key() == Qt.Key.Key_Escape and self.is_narrow and self._opened:
            self._close()
        elif event.key() == Qt.Key.Key_Escape and self._is_filtered():
            self._clear()
        elif event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether list and detail stand side by side."""
        super().resizeEvent(event)
        self._arrange()


def _combo(name: str, accessible: str, any_text: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(accessible)
    combo.addItem(any_text)
    return combo


def _chosen(combo: QComboBox, kind: type[_Kind]) -> _Kind | None:
    """The kind chosen in a combo box; None for any. Qt gives a `StrEnum` back as plain text."""
    data = combo.currentData()
    return None if data is None else kind(data)
