"""The figure of one exercise with its controls: moving or still, the common mistake, left or right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go

_LEAST = (270, 280)
_MOVING, _ERROR = "moving", "error"


class FigurePanel(QWidget):
    """Shows an exercise at one of its levels, moving at first. Its `controls` find their place elsewhere."""

    def __init__(
        self,
        exercise: Exercise,
        library: Library,
        theme: Theme,
        words: Words,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make the panel of an exercise at the level of its usual dose.

        Args:
            exercise: The exercise.
            library: Knows its figure.
            theme: The look.
            words: The reader's language.
            tone: Skin tone as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("figure_panel")
        self._exercise, self._words = exercise, words
        self._level = exercise.default
        self._view = FigureView(theme, library.figures, tone, size=_LEAST)
        self._poses: SegmentedControl | None = None
        self._build()
        self._refresh()

    @property
    def level(self) -> str:
        """The id of the level in view."""
        return self._level.id

    @property
    def view(self) -> FigureView:
        """The figure."""
        return self._view

    @property
    def controls(self) -> QWidget:
        """The choice of pose and side, the level in view and the mistake's words; for the owner to place."""
        return self._controls

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        self._view.set_tone(tone)

    def show_level(self, level_id: str) -> None:
        """Show the exercise as it is done at a level.

        Raises:
            KeyError: The exercise has no such level.
        """
        self._level = self._exercise.level(level_id)
        self._refresh()

    def _build(self) -> None:
        words = self._words
        self._side = SegmentedControl(
            words.gettext("Side"),
            ((Side.LEFT, words.pgettext("side", "Left")), (Side.RIGHT, words.pgettext("side", "Right"))),
        )
        self._side.setObjectName("figure_side")
        self._side.set_current(Side.RIGHT)
        self._side.current_changed.connect(self._on_side_current_changed)
        self._caption = TextLabel("", "muted")
        self._caption.setObjectName("figure_level")
        self._mistake = TextLabel("", "strong")
        self._mistake.setObjectName("figure_mistake")
        choices = QWidget()
        flow = FlowLayout(choices, spacing=10)
        flow.setContentsMargins(0, 0, 0, 0)
        place = QWidget()
        self._pose_place = QVBoxLayout(place)
        self._pose_place.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(place)
        flow.addWidget(self._side)
        self._controls = QWidget(self)
        lines = QVBoxLayout(self._controls)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for widget in (self._mistake, choices, self._caption):
            lines.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _refresh(self) -> None:
        """Show the level; a pose that it does not have gives way to the movement."""
        words = self._words
        self._view.select(self._exercise.id, self._level.id)
        self._choose_poses()
        figure = self._view.figure
        if figure is not None:
            alt = words.pgettext(f"{self._exercise.id}.figure.alt", figure.alt)
            self._view.setAccessibleDescription(alt)
        self._side.setVisible(self._level.side_mode is not SideMode.BOTH)
        name = level_name(self._exercise, self._level, words)
        self._caption.setText(words.gettext("Level: {level}").format(level=name))
        self._show()

    def _choose_poses(self) -> None:
        """Offer the poses of the figure, which may have no common mistake."""
        words, before = self._words, self._poses
        figure = self._view.figure
        choices = [
            (_MOVING, words.pgettext("figure", "Moving")),
            ("start", words.pgettext("figure", "Start")),
            ("end", words.pgettext("figure", "End")),
        ]
        if figure is not None and figure.mistake is not None:
            choices.append((_ERROR, words.pgettext("figure", "Common mistake")))
        if before is not None and before.keys == tuple(key for key, _ in choices):
            return
        self._poses = SegmentedControl(words.gettext("Picture"), choices, wraps=True)
        self._poses.setObjectName("figure_pose")
        if before is not None:
            self._poses.set_current(before.current if before.current in self._poses.keys else _MOVING)
            let_go(before)
        self._poses.current_changed.connect(self._on_poses_current_changed)
        self._pose_place.addWidget(self._poses)

    def _show(self) -> None:
        assert self._poses is not None
        pose = self._poses.current
        side = Side.RIGHT if self._level.side_mode is SideMode.BOTH else Side(self._side.current)
        if pose == _MOVING:
            self._view.show_loop(self._exercise.id, self._level.id, side)
        else:
            self._view.show_still(self._exercise.id, self._level.id, side, pose)
        figure = self._view.figure
        wrong = pose == _ERROR and figure is not None and figure.mistake is not None
        self._mistake.setVisible(wrong)
        if wrong and figure is not None and figure.mistake is not None:
            text = self._words.pgettext(f"{self._exercise.id}.figure.mistake", figure.mistake.text)
            self._mistake.setText(self._words.gettext("Common mistake: {mistake}").format(mistake=text))

    @Slot(str)
    def _on_poses_current_changed(self, _key: str) -> None:
        self._show()

    @Slot(str)
    def _on_side_current_changed(self, _key: str) -> None:
        self._show()
