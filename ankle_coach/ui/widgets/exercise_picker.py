"""The exercises to build a plan from, favorites first; a click, Enter or a drag adds one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.exercise import Equipment, Exercise, Group, PhaseMark
from ankle_coach.domain.exercise_texts import group_word, phase_word
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.exercise_gallery import ExerciseGallery
from ankle_coach.ui.widgets.history_keys import HistoryKeys
from ankle_coach.ui.widgets.search_field import SearchField

_STAR = 22
_LEAST = 140
"""Least height of the cards in pixels; they scroll."""


class PickGallery(ExerciseGallery):
    """The gallery, whose cards add an exercise; the star in the corner makes it a favorite."""

    picked = Signal(str)
    favorite_toggled = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self, model: ExerciseListModel, library: Library, theme: Theme, words: Words, tone: int = 0
    ) -> None:
        """Make a grid of pictures that can be dragged."""
        super().__init__(model, library, theme, words, tone)
        self._favorites: frozenset[str] = frozenset()
        self._starred: str = ""
        self.setObjectName("exercise_list")
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def set_favorites(self, favorites: Collection[str]) -> None:
        """Fill the stars of some exercises."""
        self._favorites = frozenset(favorites)
        self.viewport().update()

    def star_of(self, index: QModelIndex) -> QRect:
        """Return where the star of a card is."""
        card, side = self.visualRect(index), self._theme.px(_STAR)
        gap = self._theme.px(6)
        left = card.left() + gap if self.isRightToLeft() else card.right() - side - gap - 6
        return QRect(QPoint(left, card.top() + gap), QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards, then the stars: filled ones always, an empty one where the pointer or focus is."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        here = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        for row in range(self.model().rowCount()):
            index = self.model().index(row, 0)
            exercise = index.data(Role.EXERCISE_ID)
            if not exercise or not self.visualRect(index).intersects(self.viewport().rect()):
                continue
            filled = exercise in self._favorites
            if filled or index in (here, self.currentIndex()):
                icon = "star-full" if filled else "star"
                self._theme.paint_icon(painter, QRectF(self.star_of(index)), icon, "accent")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle a star; anywhere else the card is meant."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        exercise = index.data(Role.EXERCISE_ID) if index.isValid() else ""
        self._starred = exercise if exercise and self.star_of(index).contains(point) else ""
        if not self._starred:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of the star that was pressed."""
        starred, self._starred = self._starred, ""
        if starred:
            self.favorite_toggled.emit(starred)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, toggle the star with the asterisk."""
        exercise = self.currentIndex().data(Role.EXERCISE_ID)
        if exercise and Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(exercise)
        elif event.text() == "*" and exercise:
            self.favorite_toggled.emit(exercise)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a card."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        exercise = index.data(Role.EXERCISE_ID) if index.isValid() else ""
        if exercise:
            corner = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(exercise, corner if by_key else event.globalPos())


class ExercisePicker(QWidget):
    """Search, filters and the gallery. Reads what it shows; keeps nothing but what is typed."""

    exercise_picked = Signal(str)
    favorite_toggled = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        words: Words,
        *,
        favorites: Callable[[], frozenset[str]],
        recent: Callable[[], Sequence[str]],
        at_hand: Collection[Equipment] | None = None,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make a picker of the whole library.

        Args:
            library: The exercises.
            theme: The look.
            words: The reader's language.
            favorites: Tells the ids of the favorites.
            recent: Tells the ids of exercises used lately.
            at_hand: What the person has; None where nobody asked, and nothing is asked for then.
            tone: Skin tone of the figures.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("exercise_picker")
        self._library, self._theme, self._words = library, theme, words
        self._favorites, self._recent, self._at_hand = favorites, recent, at_hand
        self._model = ExerciseListModel(library, words, self)
        self._gallery = PickGallery(self._model, library, theme, words, tone)
        self._gallery.setAccessibleName(words.gettext("Exercises to add"))
        self._build()
        self._connect()
        self.refresh()

    @property
    def gallery(self) -> PickGallery:
        """The cards."""
        return self._gallery

    @property
    def search(self) -> SearchField:
        """The search field."""
        return self._search

    def refresh(self) -> None:
        """Search again, as after a favorite was made; the card with the keys keeps them."""
        here = self._gallery.currentIndex().data(Role.EXERCISE_ID)
        self._search_anew()
        if here in self._model.exercise_ids:
            self._gallery.setCurrentIndex(self._model.index_of(here))

    @Slot()
    def _search_anew(self) -> None:
        text = self._search.text().strip()
        equipment = self._at_hand if self._things.currentIndex() == 1 else None
        group, phase = self._group.currentData(), self._phase.currentData()
        found = self._library.search(
            text,
            group=Group(group) if group else None,
            equipment=equipment,
            phase=PhaseMark(phase) if phase else None,
        )
        favorites = self._favorites()
        self._gallery.set_favorites(favorites)
        self._model.set_sections(self._sections(found, favorites, text), found, grouped=not text)
        self._lists.setCurrentWidget(self._gallery if found else self._empty)
        if found:
            self._gallery.setCurrentIndex(self._model.index_of(found[0].id) if text else QModelIndex())

    def serve_own(self, desk: OwnExerciseDesk | None, say: Callable[[str], object]) -> None:
        """Offer to write an exercise, which is found by its name then; None where none can be written."""
        self._new.setVisible(desk is not None)
        if desk is None:
            return
        desk.setParent(self)
        desk.said.connect(say)
        desk.exercise_saved.connect(self._on_desk_exercise_saved)
        self._new.clicked.connect(lambda: desk.write_new(self))

    def _sections(
        self, found: Sequence[Exercise], favorites: frozenset[str], text: str
    ) -> list[tuple[str, list[Exercise]]]:
        if text:
            return []
        by_id = {exercise.id: exercise for exercise in found}
        lately = [by_id[one] for one in self._recent() if one in by_id and one not in favorites]
        return [
            (self._words.gettext("Favorites"), [one for one in found if one.id in favorites]),
            (self._words.gettext("Used lately"), lately[:4]),
        ]

    def _build(self) -> None:
        words = self._words
        self._search = SearchField(self._theme, words.gettext("Search exercises"))
        self._search.setObjectName("picker_search")
        HistoryKeys(self._search)  # what was added from it can be undone from it
        self._group = self._combo("picker_group", words.gettext("Group"), words.gettext("Any group"))
        for group in Group:
            self._group.addItem(group_word(group, words), group.value)
        self._phase = self._combo("picker_phase", words.gettext("Phase"), words.gettext("Any phase"))
        for phase in PhaseMark:
            self._phase.addItem(phase_word(phase, words), phase.value)
        self._things = self._combo(
            "picker_equipment", words.gettext("Equipment"), words.gettext("Any equipment")
        )
        self._things.addItem(words.gettext("What the person has"))
        self._things.setVisible(self._at_hand is not None)
        filters = QHBoxLayout()
        filters.setSpacing(6)
        filters.addWidget(self._group, 1)
        filters.addWidget(self._phase, 1)
        sentence, action = words.gettext("No exercise fits all of this."), words.gettext("Clear all")
        self._empty = EmptyState(self._theme, "search", sentence, action)
        self._new = QPushButton(words.gettext("New exercise…"))
        self._new.setObjectName("new_exercise")
        self._new.setToolTip(words.gettext("Write an exercise of your own"))
        self._new.hide()
        self._lists = QStackedWidget()
        self._lists.setMinimumHeight(_LEAST)
        self._lists.addWidget(self._gallery)
        self._lists.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._search, 1)
        head.addWidget(self._new)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self._things)
        column.addWidget(self._lists, 1)

    def _combo(self, name: str, accessible: str, any_text: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(accessible)
        combo.setMinimumContentsLength(6)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.addItem(any_text)
        return combo

    def _connect(self) -> None:
        self._search.search_changed.connect(self._search_anew)
        for combo in (self._group, self._phase, self._things):
            combo.currentIndexChanged.connect(self._search_anew)
        self._search.returnPressed.connect(self._on_search_return_pressed)
        self._gallery.clicked.connect(self._on_gallery_clicked)
        self._gallery.picked.connect(self._pick)
        self._gallery.favorite_toggled.connect(self.favorite_toggled)
        self._gallery.menu_requested.connect(self.menu_requested)
        self._empty.action_triggered.connect(self._on_empty_action_triggered)
        self._theme.theme_changed.connect(self._gallery.refresh_sizes)

    @Slot()
    def _on_search_return_pressed(self) -> None:
        """Add what fits best; what is typed next searches anew."""
        if self._search.text().strip() and self._model.exercise_ids:
            self._pick(self._model.exercise_ids[0])
            self._search.selectAll()

    @Slot(str)
    def _pick(self, exercise_id: str) -> None:
        """Tell of it, and keep the keys for the next one, also where the plan only begins with it."""
        here: QWidget | None = self.window().focusWidget()
        self.exercise_picked.emit(exercise_id)
        if here is not None and self.isAncestorOf(here):
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_desk_exercise_saved(self, exercise_id: str) -> None:
        self._search.setText(self._library.exercise(exercise_id).name)
        self._gallery.setCurrentIndex(self._model.index_of(exercise_id))
        self._gallery.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _on_gallery_clicked(self, index: QModelIndex) -> None:
        exercise = index.data(Role.EXERCISE_ID)
        if exercise:
            self._pick(exercise)

    @Slot()
    def _on_empty_action_triggered(self) -> None:
        for combo in (self._group, self._phase, self._things):
            combo.setCurrentIndex(0)
        self._search.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the cards with Down."""
        if Qt.Key(event.key()) is Qt.Key.Key_Down and self._search.hasFocus() and self._model.exercise_ids:
            self._gallery.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._gallery.currentIndex().isValid():
                self._gallery.setCurrentIndex(self._model.index_of(self._model.exercise_ids[0]))
        else:
            super().keyPressEvent(event)
