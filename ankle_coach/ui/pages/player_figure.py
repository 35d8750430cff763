"""The figure of the player: it moves with the dose's own tempo, and rests when the session rests."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ankle_coach.domain.figure_cue import cue_of, form_of, moves_freely, shown_exercise
from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.steps import Step
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_view import FigureView

_LEAST = 120


class PlayerFigure(FigureView):
    """Follows the states of a session; only a cue that looks different is drawn."""

    def __init__(self, theme: Theme, library: Library, tone: int = 0, parent: QWidget | None = None) -> None:
        """Make a view without a figure.

        Args:
            theme: The look.
            library: Knows the figures.
            tone: Skin tone as the settings count it.
            parent: Qt owner.
        """
        super().__init__(theme, library.figures, tone, size=(_LEAST, _LEAST), parent=parent)
        self._library = library
        self.setObjectName("player_figure")

    def show_state(self, state: SessionState) -> None:
        """Show the moment of the dose that a state is at."""
        step = state.step
        exercise, level = shown_exercise(step), self._level_of(step)
        if moves_freely(state):
            self.show_loop(exercise, level, step.side, form_of(step))
        else:
            self.select(exercise, level)
            self.show_cue(exercise, level, cue_of(state, self.figure))

    def show_first(self, step: Step) -> None:
        """Show how the exercise of a step goes, before anything has begun."""
        self.show_loop(shown_exercise(step), self._level_of(step), step.side, form_of(step))

    def _level_of(self, step: Step) -> str:
        """Return the level to draw; the pieces of a sequence mostly name none."""
        if step.level or step.exercise not in self._library.exercises:
            return step.level
        return self._library.exercise(step.exercise).start_level
