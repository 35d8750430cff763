"""Choosing one of the library's figures for an own exercise."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import is_own
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.models.exercise_list_model import ExerciseListModel, Role
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.exercise_gallery import ExerciseGallery
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.text_label import TextLabel

_SIZE = (800, 600)


class FigureDialog(QDialog):
    """A search over the figures; Enter or a double click takes one. Down goes from the search to them."""

    figure_chosen = Signal(str)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        chosen: str = "",
        tone: int = 0,
    ) -> None:
        """Make the dialog; open it and connect `figure_chosen`.

        Args:
            library: The exercises and figures.
            theme: The look.
            words: The reader's language.
            parent: The window that it stands over.
            chosen: The exercise whose figure is chosen so far; empty for none.
            tone: Skin tone of the figures.
        """
        super().__init__(parent)
        self._library, self._theme, self._words = library, theme, words
        self.setObjectName("figure_dialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.gettext("Figure of an exercise"))
        self._model = ExerciseListModel(library, words, self)
        self._gallery = ExerciseGallery(self._model, library, theme, words, tone)
        self._gallery.setObjectName("exercise_list")  # the style of cards without a frame
        self._gallery.setAccessibleName(words.gettext("Figures"))
        self._search = SearchField(theme, words.gettext("Search exercises"))
        self._search.setObjectName("figure_search")
        self._build()
        self._connect()
        self._refresh()
        index = self._model.index_of(chosen)
        if index.isValid():
            self._gallery.setCurrentIndex(index)
        self._search.setFocus()

    @property
    def gallery(self) -> ExerciseGallery:
        """The figures."""
        return self._gallery

    @property
    def current(self) -> str:
        """The exercise whose figure is marked; empty for none."""
        return str(self._gallery.currentIndex().data(Role.EXERCISE_ID) or "")

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(TextLabel(words.gettext("Figure of an exercise"), "heading"))
        column.addWidget(self._search)
        column.addWidget(self._gallery, 1)
        cancel = dialog_button(words.gettext("Cancel"), "figure_cancel")
        cancel.clicked.connect(self.reject)
        self._take = dialog_button(words.gettext("Take this figure"), "figure_take", "primary", default=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._take)
        column.addLayout(row)
        take_size(self, self._theme, *_SIZE)

    def _connect(self) -> None:
        self._search.search_changed.connect(self._refresh)
        self._gallery.activated.connect(self._on_gallery_activated)
        self._gallery.selectionModel().currentChanged.connect(self._on_gallery_current_changed)
        self._take.clicked.connect(self._on_take_clicked)

    @Slot()
    def _refresh(self) -> None:
        text = self._search.text().strip()
        found = [
            exercise
            for exercise in self._library.search(text)
            if not is_own(exercise.id) and exercise.id in self._library.figures
        ]
        self._model.set_exercises(found, grouped=not text)
        if found:
            self._gallery.setCurrentIndex(self._model.index_of(found[0].id))
        self._take.setEnabled(bool(self.current))

    @Slot(QModelIndex)
    def _on_gallery_activated(self, _index: QModelIndex) -> None:
        self._on_take_clicked()

    @Slot()
    def _on_gallery_current_changed(self) -> None:
        self._take.setEnabled(bool(self.current))

    @Slot()
    def _on_take_clicked(self) -> None:
        if self.current:
            self.figure_chosen.emit(self.current)
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the figures with Down."""
        if Qt.Key(event.key()) is Qt.Key.Key_Down and self._search.hasFocus():
            self._gallery.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
