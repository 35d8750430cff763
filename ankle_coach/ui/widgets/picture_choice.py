"""What an own exercise looks like: a picture from a file, a figure of the library, or nothing yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.picture import Picture, told
from ankle_coach.domain.text_bounds import LONGEST_LINE
from ankle_coach.domain.words import Words
from ankle_coach.ui.picture_file import PictureError, file_filter, read_picture
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.bounded_field import LineField
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.picture_view import PictureView
from ankle_coach.ui.widgets.text_label import TextLabel

_SIZE = (250, 210)
_WIDEST = 330
_ReadPicture = Callable[[Path, Words], Picture]


class PictureChoice(QWidget):
    """A preview with its buttons. A picture asks what it shows, for those who do not see it."""

    picture_changed = Signal()

    def __init__(
        self,
        library: Library,
        theme: Theme,
        words: Words,
        *,
        picture: Picture | None = None,
        figure: str = "",
        tone: int = 0,
        read: _ReadPicture = read_picture,
    ) -> None:
        """Make a choice.

        Args:
            library: The figures.
            theme: The look.
            words: The reader's language.
            picture: The picture so far.
            figure: Id of the exercise whose figure is shown so far; empty for none.
            tone: Skin tone of the figures.
            read: Takes a picture in from a file.
        """
        super().__init__()
        self._library, self._theme, self._words, self._tone = library, theme, words, tone
        self._read = read
        self._picture, self._figure = picture, figure
        self._view = PictureView(theme, size=_SIZE)
        self._drawn = FigureView(theme, library.figures, tone, size=_SIZE)
        self._nothing = TextLabel(words.gettext("No picture yet"), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._caption = TextLabel("", "small")
        self._caption.setObjectName("picture_caption")
        before = "" if picture is None else picture.alternative
        self._says = LineField(words, words.gettext("What the picture shows"), before, LONGEST_LINE)
        self._says.setObjectName("picture_text")
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("picture_problem")
        self._problem.setProperty("tone", "danger")
        self._build()
        self._refresh()

    @property
    def picture(self) -> Picture | None:
        """The picture with the words for it; None for none."""
        return None if self._picture is None else told(self._picture, self._says.text)

    @property
    def figure(self) -> str:
        """The exercise whose figure is shown; empty for none."""
        return self._figure

    @property
    def text_field(self) -> LineField:
        """What the picture shows."""
        return self._says

    @property
    def fault(self) -> str:
        """That nobody said what the picture shows; empty where all is well."""
        if self._picture is None or self._says.text:
            return ""
        return self._words.gettext("Say in a sentence what the picture shows.")

    @property
    def problem(self) -> str:
        """Why a file could not be taken in; empty where it could."""
        return self._problem.text()

    def take_file(self, path: Path) -> None:
        """Take a picture in from a file, or say why not; what was there stays then."""
        try:
            picture = self._read(path, self._words)
        except PictureError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._picture, self._figure = picture, ""
        self._says.edit.clear()
        self._changed()
        self._says.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_figure(self, exercise_id: str) -> None:
        """Show the figure of an exercise in place of a picture."""
        self._picture, self._figure = None, exercise_id
        self._changed()

    def remove(self) -> None:
        """Show nothing."""
        self._picture, self._figure = None, ""
        self._changed()

    def _changed(self) -> None:
        self._problem.setText("")
        self._problem.hide()
        self._says.show_problem("")
        self._refresh()
        self.picture_changed.emit()

    def _build(self) -> None:
        words = self._words
        frame = QFrame()
        frame.setObjectName("picture_frame")
        self._stack = QStackedLayout(frame)
        self._stack.setContentsMargins(8, 8, 8, 8)
        for view in (self._nothing, self._view, self._drawn):
            self._stack.addWidget(view)
        frame.setMinimumSize(self._theme.px(_SIZE[0]), self._theme.px(_SIZE[1]))
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        self._file = self._button("picture_file", words.gettext("Choose a picture…"), self._on_file_clicked)
        figure = self._button("picture_figure", words.gettext("Figure of…"), self._on_figure_clicked)
        self._remove = self._button("picture_remove", words.gettext("Remove"), self._on_remove_clicked)
        for button in (self._file, figure, self._remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._theme.px(10), 0, 0, 0)
        column.setSpacing(8)
        self.setMaximumWidth(self._theme.px(_WIDEST))
        for widget in (frame, self._caption, self._problem, self._says, buttons):
            column.addWidget(widget)
        column.addStretch(1)
        self._problem.hide()
        self.setFocusProxy(self._file)

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _refresh(self) -> None:
        words, named = self._words, self._library.exercises.get(self._figure)
        self._view.show_picture(self.picture)
        shown: QWidget = self._nothing
        caption = ""
        if self._picture is not None:
            shown = self._view
            caption = words.gettext("A copy is kept, without its date and place.")
        elif named is not None:
            shown = self._drawn
            self._drawn.show_still(self._figure, named.default.id)
            caption = words.gettext("Figure of: {exercise}").format(exercise=exercise_name(named, words))
        self._stack.setCurrentWidget(shown)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._says.setVisible(self._picture is not None)
        self._remove.setVisible(shown is not self._nothing)

    @Slot()
    def _on_file_clicked(self) -> None:
        title = self._words.gettext("Choose a picture")
        name, _ = QFileDialog.getOpenFileName(self.window(), title, "", file_filter(self._words))
        if name:
            self.take_file(Path(name))

    @Slot()
    def _on_figure_clicked(self) -> None:
        from ankle_coach.ui.dialogs.figure_dialog import FigureDialog  # noqa: PLC0415 - rarely opened

        dialog = FigureDialog(
            self._library, self._theme, self._words, self.window(), chosen=self._figure, tone=self._tone
        )
        dialog.figure_chosen.connect(self.take_figure)
        dialog.open()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove()
        self._file.setFocus(Qt.FocusReason.OtherFocusReason)
