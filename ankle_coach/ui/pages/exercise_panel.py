"""The player's left panel: the exercise's name, its figure or picture, its cues, and how it is done."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ankle_coach.domain.exercise_texts import exercise_cues, exercise_field
from ankle_coach.domain.figure_cue import shown_exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import Instructions
from ankle_coach.domain.own_exercise_words import instruction_lines
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.text_bounds import MOST_LINES
from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import find_figure, find_picture
from ankle_coach.ui.pages.player_figure import PlayerFigure
from ankle_coach.ui.pages.player_next import piece_name
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.picture_view import PictureView
from ankle_coach.ui.widgets.player_surface import PlayerPanel

_FIGURE = 0.5
"""The least height of a figure as a share of the panel's; cues that would take more of it are left out."""


class _Fit(NamedTuple):
    """A way to fill the panel: the cues' size and number, and whether the other texts are shown."""

    share: float
    target: bool
    position: bool
    cues: int = MOST_LINES


_TOLD = 0.026
"""Size of an own exercise's instructions: as the smallest cues."""
_FITS = (
    _Fit(0.046, target=True, position=True),
    _Fit(0.04, target=True, position=True),
    _Fit(0.04, target=True, position=False),
    _Fit(0.036, target=True, position=False),
    _Fit(0.036, target=False, position=False),
    _Fit(0.026, target=False, position=False),
)
"""From roomy to tight, without a figure; the first that fits is taken."""
_FITS_UNDER_FIGURE = (
    _Fit(0.03, target=True, position=False),
    _Fit(0.026, target=True, position=False),
    _Fit(0.026, target=False, position=False),
    *(_Fit(0.026, target=False, position=False, cues=count) for count in (3, 2, 1, 0)),
)
"""From roomy to tight, with a figure."""


class ExercisePanel(PlayerPanel):
    """Follows the steps; nothing is laid out again while the exercise is the same."""

    def __init__(
        self, theme: Theme, library: Library, words: Words, tone: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make an empty panel.

        Args:
            theme: The look.
            library: The catalog.
            words: The reader's language.
            tone: Skin tone of the figure, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._library, self._words = theme, library, words
        self._shown: tuple[object, ...] = ()
        self._name = PlayerText(theme, "player_exercise", share=0.044, kind="heading")
        self._target = PlayerText(theme, "player_target", share=0.025, style="muted")
        self._position = PlayerText(theme, "player_position", share=0.028, style="muted")
        self._figure_slot = QWidget()
        self._figure = PlayerFigure(theme, library, tone)
        self._picture = PictureView(theme)
        self._told = PlayerText(theme, "player_instructions", share=_TOLD, style="muted")
        self._cues = QVBoxLayout()
        self._cue_labels: list[PlayerText] = []
        self._build()

    @property
    def figure_slot(self) -> QWidget:
        """Where the figure goes; takes no room while it is hidden."""
        return self._figure_slot

    @property
    def cues(self) -> tuple[str, ...]:
        """The cues in view."""
        return tuple(label.text() for label in self._cue_labels if not label.isHidden())

    @property
    def figure(self) -> PlayerFigure:
        """The figure; led by whoever shows a state."""
        return self._figure

    @property
    def picture(self) -> PictureView:
        """The picture of an own exercise; hidden where there is none."""
        return self._picture

    @property
    def instructions(self) -> str:
        """What its author says of an own exercise, as far as it is in view."""
        return "" if self._told.isHidden() else self._told.text()

    def show_step(self, step: Step, *, first: bool = False) -> None:
        """Show the exercise of a step.

        Args:
            step: The step.
            first: Whether nothing has begun yet, so that there is time to read, as while one gets ready.
        """
        reads = first or step.kind is StepKind.READY
        shown = (step.exercise, step.activity if not step.exercise else None, reads)
        if shown == self._shown:
            return
        self._shown = shown
        words = self._words
        own = self._library.own.get(step.exercise)
        self._told.setText("" if own is None or not reads else _told(own.instructions, words))
        self._name.setText(piece_name(step, self._library, words))
        exercise = self._library.exercise(step.exercise) if step.exercise else None
        self._target.setText(exercise_field(exercise, "target", words) if exercise else "")
        self._position.setText(exercise_field(exercise, "position", words) if exercise else "")
        self._show_cues(exercise_cues(exercise, words) if exercise else ())
        self._show_picture(step)
        self._fit()

    def _show_picture(self, step: Step) -> None:
        """Show an own exercise's picture, else the figure; a figure that is hidden does not move."""
        exercise = shown_exercise(step)
        picture = find_picture(self._library, exercise)
        self._picture.show_picture(picture)
        self._picture.setVisible(picture is not None)
        self._figure.setVisible(picture is None)
        figure = find_figure(self._library.figures, exercise)
        self._figure_slot.setVisible(picture is not None or figure is not None)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._theme.theme_changed.connect(self._fit)
        self._figure_slot.setObjectName("figure_slot")
        self._figure_slot.hide()
        column = QVBoxLayout(self._figure_slot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._figure)
        column.addWidget(self._picture)
        self._picture.hide()
        self._told.hide()
        self._cues.setSpacing(self._theme.px(8))
        self.body.setSpacing(6)
        self.body.addWidget(self._name)
        self.body.addWidget(self._target)
        self.body.addWidget(self._figure_slot, 100)
        self.body.addStretch(1)
        self.body.addWidget(self._told)
        self.body.addLayout(self._cues)
        self.body.addStretch(2)
        self.body.addWidget(self._position)

    def _show_cues(self, cues: tuple[str, ...]) -> None:
        while len(self._cue_labels) < len(cues):
            label = PlayerText(self._theme, "player_cue", share=_FITS[0].share)
            self._cue_labels.append(label)
            self._cues.addWidget(label)
        for index, label in enumerate(self._cue_labels):
            label.setText(cues[index] if index < len(cues) else "")

    @Slot()
    def _fit(self) -> None:
        """Make the texts as large as there is room for."""
        self._figure_slot.setMinimumHeight(max(1, round(self.height() * _FIGURE)))
        fits = _FITS if self._figure_slot.isHidden() else _FITS_UNDER_FIGURE
        ways = [(fit, told) for told in self._ways_to_tell() for fit in fits if fit.cues or not told]
        for fit, told in ways:
            self._told.setVisible(told)
            self._apply(fit)
            if self.body.totalHeightForWidth(self.width()) <= self.height():
                return

    def _ways_to_tell(self) -> tuple[bool, ...]:
        """Return whether instructions are shown, as it is tried one after the other."""
        return (True, False) if self._told.text() else (False,)

    def _apply(self, fit: _Fit) -> None:
        self._target.setVisible(fit.target and bool(self._target.text()))
        self._position.setVisible(fit.position and bool(self._position.text()))
        for index, label in enumerate(self._cue_labels):
            label.set_share(fit.share)
            label.setVisible(index < fit.cues and bool(label.text()))
        self._cues.invalidate()  # a layout in a layout keeps what it knew of hidden labels
        self.body.invalidate()

    def minimumSizeHint(self) -> QSize:
        """Return nothing: the texts fit the room, not the room the texts."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the texts again."""
        super().resizeEvent(event)
        self._fit()


def _told(instructions: Instructions, words: Words) -> str:
    return "\n".join(f"{word} {text}" for word, text in instruction_lines(instructions, words))
