"""The player's left panel: the exercise's name, the place for its figure, and its cues in large type."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.exercise_texts import exercise_cues, exercise_field
from ankle_coach.domain.library import Library
from ankle_coach.domain.steps import Step
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_next import piece_name
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.player_surface import PlayerPanel

_ALONE, _BESIDE_FIGURE = 0.046, 0.026
"""The cues' size as a share of the window's height: without a figure, and under one."""


class ExercisePanel(PlayerPanel):
    """Follows the steps; nothing is laid out again while the exercise is the same."""

    def __init__(self, theme: Theme, library: Library, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty panel.

        Args:
            theme: The look.
            library: The catalog.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._library, self._words = theme, library, words
        self._shown: tuple[object, ...] = ()
        self._name = PlayerText(theme, "player_exercise", share=0.044, kind="heading")
        self._target = PlayerText(theme, "player_target", share=0.025, style="muted")
        self._position = PlayerText(theme, "player_position", share=0.028, style="muted")
        self._figure_slot = QWidget()
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

    def set_figure(self, figure: QWidget) -> None:
        """Put a figure into its place; the cues become smaller."""
        column = QVBoxLayout(self._figure_slot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(figure)
        self._figure_slot.show()
        self._position.hide()
        for label in self._cue_labels:
            label.set_share(_BESIDE_FIGURE)

    def show_step(self, step: Step) -> None:
        """Show the exercise of a step."""
        shown = (step.exercise, step.activity if not step.exercise else None)
        if shown == self._shown:
            return
        self._shown = shown
        words = self._words
        self._name.setText(piece_name(step, self._library, words))
        exercise = self._library.exercise(step.exercise) if step.exercise else None
        self._show(self._target, exercise_field(exercise, "target", words) if exercise else "")
        self._show(self._position, exercise_field(exercise, "position", words) if exercise else "")
        self._show_cues(exercise_cues(exercise, words) if exercise else ())
        if not self._figure_slot.isHidden():
            self._position.hide()

    def _build(self) -> None:
        self._figure_slot.setObjectName("figure_slot")
        self._figure_slot.hide()
        self._cues.setSpacing(self._theme.px(12))
        self.body.setSpacing(6)
        self.body.addWidget(self._name)
        self.body.addWidget(self._target)
        self.body.addWidget(self._figure_slot, 100)
        self.body.addStretch(1)
        self.body.addLayout(self._cues)
        self.body.addStretch(2)
        self.body.addWidget(self._position)

    def _show(self, label: PlayerText, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_cues(self, cues: tuple[str, ...]) -> None:
        share = _ALONE if self._figure_slot.isHidden() else _BESIDE_FIGURE
        while len(self._cue_labels) < len(cues):
            label = PlayerText(self._theme, "player_cue", share=share)
            self._cue_labels.append(label)
            self._cues.addWidget(label)
        for index, label in enumerate(self._cue_labels):
            self._show(label, cues[index] if index < len(cues) else "")
