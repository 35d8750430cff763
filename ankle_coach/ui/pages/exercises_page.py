"""Exercises: a gallery of the whole library, searched and filtered, with everything about the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.exercise_detail import ExerciseDetail
from ankle_coach.ui.widgets.exercise_filters import EVERYTHING, ExerciseFilters
from ankle_coach.ui.widgets.exercise_gallery import ExerciseGallery, GalleryView
from ankle_coach.ui.widgets.file_menu import FileAction, FileMenu
from ankle_coach.ui.widgets.led_page import LedPage
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.toast import Toast

_LIST_WIDTH = 410
_DETAIL_WIDTH = 690
"""What the detail and the margins take beside a gallery, in pixels at 100 % text."""
_LEAST_LIST = 120
"""Pixels of height that the list has at least, in the smallest window."""
_SIDE_BY_SIDE_FROM = 940
_WIDEST = 16_777_215


class ExercisesPage(LedPage):
    """Pictures or a list, and beside them the chosen exercise; in a narrow window one in place of the other.

    Ctrl+F and / go to the search, Down from there to the list; Enter opens, Escape goes back or clears.
    """

    exercise_shown = Signal(str)
    file_action_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        settings: SettingsService | None = None,
        own: OwnExerciseDesk | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page with all exercises; this reads the whole library.

        Args:
            library: The exercises and their references.
            theme: The look.
            words: The reader's language.
            hub: Tells when the library or the settings have changed.
            settings: Says which skin tone the figures have; None for the first.
            own: Where own exercises are written; None where none can be.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words, self._hub = library, theme, words, hub
        self._settings, self._own = settings, own
        self._opened = False
        self.setObjectName("exercises_page")
        self.setAccessibleName(words.gettext("Exercises"))
        self._model = ExerciseListModel(library, words, self)
        self._build()
        self._connect()
        self._refresh()

    @property
    def view(self) -> GalleryView:
        """Whether pictures or a list are shown; pictures at first."""
        return self._list.view

    @property
    def _tone(self) -> int:
        return self._settings.current().skin_tone if self._settings is not None else 0

    @property
    def current_id(self) -> str:
        """The exercise in view; empty for none."""
        return self._detail.exercise_id

    @property
    def is_narrow(self) -> bool:
        """Whether list and detail take turns."""
        return self.width() < self._theme.px(_SIDE_BY_SIDE_FROM)

    @Slot(str)
    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise; a search or filter that hides it is cleared.

        Raises:
            NotFoundError: If the library has no such exercise.
        """
        self._library.exercise(exercise_id)
        if not self._model.index_of(exercise_id).isValid():
            self._clear()
        index = self._model.index_of(exercise_id)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
        self._open()

    def _build(self) -> None:
        self._filters = ExerciseFilters(self._library, self._theme, self._words)
        self._filters.add_control(self._build_views())
        if self._own is not None:
            self._build_actions()
        self._list_panel = self._build_list()
        self._detail_panel = self._build_detail()
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._list_panel)
        row.addWidget(self._detail_panel, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 28, 20)
        column.setSpacing(14)
        column.addWidget(self._filters)
        column.addLayout(row, 1)
        self.set_first(self._list)

    def _build_views(self) -> SegmentedControl:
        words = self._words
        choices = (
            (GalleryView.PICTURES, words.pgettext("view", "Pictures")),
            (GalleryView.LIST, words.pgettext("view", "List")),
        )
        self._views = SegmentedControl(words.gettext("View"), choices)
        self._views.setObjectName("gallery_view")
        return self._views

    def _build_actions(self) -> None:
        """Writing an exercise, and files of them, beside the search."""
        self._new = QPushButton(self._words.gettext("New exercise…"))
        self._new.setObjectName("new_exercise")
        files = FileMenu(self._words, (FileAction.SEND_LIBRARY, FileAction.OPEN))
        files.action_chosen.connect(self.file_action_requested)
        self._filters.add_action(self._new)
        self._filters.add_action(files)

    def _build_list(self) -> QStackedWidget:
        words = self._words
        self._list = ExerciseGallery(self._model, self._library, self._theme, words, self._tone)
        self._list.setObjectName("exercise_list")
        self._list.setAccessibleName(words.gettext("Exercises"))
        sentence, action = words.gettext("No exercise fits all of this."), words.gettext("Clear all")
        self._empty = EmptyState(self._theme, "search", sentence, action)
        lists = QStackedWidget()
        lists.addWidget(self._list)
        lists.addWidget(self._empty)
        lists.setMinimumHeight(_LEAST_LIST)  # what says that nothing fits must not press the filters together
        return lists

    def _build_detail(self) -> QWidget:
        self._back = QPushButton(self._words.gettext("All exercises"))
        self._back.setObjectName("back_button")
        self._detail = ExerciseDetail(
            self._library, self._theme, self._words, self._tone, writes=self._own is not None
        )
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
        self._views.current_changed.connect(self._on_views_current_changed)
        self._filters.wanted_changed.connect(self._on_filters_wanted_changed)
        self._empty.action_triggered.connect(self._on_empty_action_triggered)
        self._list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self._list.activated.connect(self._on_list_opened)
        self._list.clicked.connect(self._on_list_opened)
        self._back.clicked.connect(self._on_back_clicked)
        self._detail.exercise_chosen.connect(self.show_exercise)
        self._detail.reference_chosen.connect(self._on_detail_reference_chosen)
        self._shortcut(QKeySequence(QKeySequence.StandardKey.Find), self._on_find_activated)
        self._shortcut(QKeySequence("/"), self._on_find_activated)
        if self._own is not None:
            self._connect_own(self._own)
        self._on_theme_changed()

    def _connect_own(self, own: OwnExerciseDesk) -> None:
        own.setParent(self)
        self._toast = Toast(self)
        own.said.connect(self._toast.show_message)
        own.exercise_saved.connect(self.show_exercise)
        self._new.clicked.connect(lambda: own.write_new(self))
        self._detail.copy_requested.connect(lambda known: own.copy(known, self))
        self._detail.edit_requested.connect(lambda known: own.edit(known, self))
        self._detail.deletion_requested.connect(lambda known: own.ask_delete(known, self))
        self._shortcut(QKeySequence(QKeySequence.StandardKey.New), self._new.click)
        keys = QKeySequence(QKeySequence.StandardKey.New).toString(QKeySequence.SequenceFormat.NativeText)
        self._new.setToolTip(self._words.gettext("Write an exercise of your own ({keys})").format(keys=keys))

    def _shortcut(self, keys: QKeySequence, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)  # the rail may have the keys; hidden, it rests
        shortcut.activated.connect(slot)

    def _refresh(self) -> None:
        """Search again; what was chosen stays chosen where it still fits, else the first is."""
        self._filters.show_mine(shown=self._own is not None and self._own.any_there)
        kept, wanted = self.current_id, self._filters.wanted
        found = wanted.find(self._library)
        self._model.set_exercises(found, grouped=not wanted.text)
        self._list_panel.setCurrentWidget(self._list if found else self._empty)
        self._filters.show_count(len(found), len(self._library.exercises))
        if not found:
            self._detail.show_exercise(None)
            return
        index = self._model.index_of(kept)
        self._list.setCurrentIndex(index if index.isValid() else self._model.index_of(found[0].id))

    def _clear(self) -> None:
        self._filters.clear()
        self._refresh()

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

    def _arrange(self) -> None:
        narrow = self.is_narrow
        alone = narrow and self._opened
        self._filters.setVisible(not alone)
        self._list_panel.setVisible(not alone)
        self._detail_panel.setVisible(alone or not narrow)
        self._back.setVisible(narrow)
        width = self._theme.px(_LIST_WIDTH)
        if self._list.view is GalleryView.PICTURES:
            width = self._list.width_for(self.width() - self._theme.px(_DETAIL_WIDTH))
        self._list_panel.setMinimumWidth(0 if narrow else width)
        self._list_panel.setMaximumWidth(_WIDEST if narrow else width)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.LIBRARY) and initiator is not self:
            self._detail.show_exercise(self._library.exercises.get(self.current_id))
            self._refresh()
        if changes.touches(Changes.SETTINGS):
            self._list.set_tone(self._tone)
            self._detail.set_tone(self._tone)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._back.setIcon(self._theme.icon("back", "button_text"))
        self._list.refresh_sizes()
        self._arrange()

    @Slot(str)
    def _on_views_current_changed(self, key: str) -> None:
        self._list.set_view(GalleryView(key))
        self._arrange()

    @Slot()
    def _on_filters_wanted_changed(self) -> None:
        self._refresh()

    @Slot()
    def _on_empty_action_triggered(self) -> None:
        self._clear()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex, QModelIndex)
    def _on_list_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        exercise_id = current.data(Role.EXERCISE_ID) if current.isValid() else ""
        if exercise_id and exercise_id != self.current_id:
            self._detail.show_exercise(self._library.exercise(exercise_id))
            self.exercise_shown.emit(exercise_id)

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
        self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filters.search.selectAll()

    @Slot(str)
    def _on_detail_reference_chosen(self, reference_id: str) -> None:
        EvidenceDialog(self._library.reference(reference_id), self._theme, self._words, self.window()).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the list; Escape goes back from a detail, else clears."""
        if event.key() == Qt.Key.Key_Escape and self.is_narrow and self._opened:
            self._close()
        elif event.key() == Qt.Key.Key_Escape and self._filters.wanted != EVERYTHING:
            self._clear()
        elif event.key() == Qt.Key.Key_Down and self._filters.search.hasFocus():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether list and detail stand side by side."""
        super().resizeEvent(event)
        self._arrange()
