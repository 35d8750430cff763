"""The player's left panel: the exercise's name, the place for its figure, and its cues in large type."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ankle_coach.domain.exercise_texts import exercise_cues, exercise_field
from ankle_coach.domain.figure_cue import shown_exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.steps import Step
from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import find_figure
from ankle_coach.ui.pages.player_figure import PlayerFigure
from ankle_coach.ui.pages.player_next import piece_name
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.player_surface import PlayerPanel

_FIGURE = 0.5
"""The least height of a figure as a share of the panel's; cues that would take more of it are left out."""


class _Fit(NamedTuple):
    """A way to fill the panel: the cues' size and number, and whether the other texts are shown."""

    share: float
    target: bool
    position: bool
    cues: int = 9


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

    def show_step(self, step: Step) -> None:
        """Show the exercise of a step."""
        shown = (step.exercise, step.activity if not step.exercise else None)
        if shown == self._shown:
            return
        self._shown = shown
        words = self._words
        self._name.setText(piece_name(step, self._library, words))
        exercise = self._library.exercise(step.exercise) if step.exercise else None
        self._target.setText(exercise_field(exercise, "target", words) if exercise else "")
        self._position.setText(exercise_field(exercise, "position", words) if exercise else "")
        self._show_cues(exercise_cues(exercise, words) if exercise else ())
        self._figure_slot.setVisible(find_figure(self._library.figures, shown_exercise(step)) is not None)
        self._fit()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._theme.theme_changed.connect(self._fit)
        self._figure_slot.setObjectName("figure_slot")
        self._figure_slot.hide()
        column = QVBoxLayout(self._figure_slot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._figure)
        self._cues.setSpacing(self._theme.px(8))
        self.body.setSpacing(6)
        self.body.addWidget(self._name)
        self.body.addWidget(self._target)
        self.body.addWidget(self._figure_slot, 100)
        self.body.addStretch(1)
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
        for fit in _FITS if self._figure_slot.isHidden() else _FITS_UNDER_FIGURE:
            self._apply(fit)
            if self.body.totalHeightForWidth(self.width()) <= self.height():
                return

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
