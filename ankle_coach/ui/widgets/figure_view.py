"""A figure on the screen: still, moving by itself while it is seen, or led by the player."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.sides import Side
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.domain.pose_motion import Cue, Moment

FRAMES_PER_SECOND = 30


class FigureView(QWidget):
    """Paints one figure. Its timer runs only while it loops and can be seen.

    What draws figures is loaded with the first paint, after the window is on the screen.
    """

    def __init__(
        self,
        theme: Theme,
        figures: Mapping[str, Figure],
        tone: int = 0,
        *,
        size: tuple[int, int] = (120, 120),
        parent: QWidget | None = None,
    ) -> None:
        """Make a view without a figure.

        Args:
            theme: The look.
            figures: The figures by exercise id.
            tone: Skin tone as the settings count it.
            size: Smallest size in pixels at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("figure_view")
        self._theme, self._figures, self._tone, self._least = theme, figures, tone, size
        self._exercise, self._level, self._side = "", "", Side.RIGHT
        self._still: str = "end"
        self._cue: Cue | None = None
        self._loops = False
        self._figure: Figure | None = None
        self._begun = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES_PER_SECOND)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    @property
    def exercise(self) -> str:
        """The id of the exercise in view; empty for none."""
        return self._exercise

    @property
    def is_moving(self) -> bool:
        """Whether its timer runs."""
        return self._timer.isActive()

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        self._tone = tone
        self.update()

    def show_still(self, exercise: str, level: str = "", side: Side = Side.RIGHT, which: str = "end") -> None:
        """Show one picture of an exercise: its start, its end or its common error."""
        self._take(exercise, level, side)
        self._still, self._cue = which, None
        self._set_looping(loops=False)

    def show_loop(self, exercise: str, level: str = "", side: Side = Side.RIGHT) -> None:
        """Show an exercise moving by itself, while it can be seen."""
        self._take(exercise, level, side)
        self._cue = None
        self._begun.start()
        self._set_looping(loops=True)

    def show_cue(self, exercise: str, level: str, cue: Cue) -> None:
        """Show an exercise at a moment of its dose; nothing moves before the next cue."""
        if self._loops or exercise != self._exercise or level != self._level:
            self._take(exercise, level, cue.side)
            self._set_looping(loops=False)
        if cue != self._cue:
            self._cue = cue
            self.update()

    def _take(self, exercise: str, level: str, side: Side) -> None:
        if exercise != self._exercise:
            self._figure = None
        self._exercise, self._level, self._side = exercise, level, side
        self.update()

    def _set_looping(self, *, loops: bool) -> None:
        self._loops = loops
        if loops and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _moment(self) -> Moment | None:
        from ankle_coach.domain.pose_motion import Still, loop_pose, pose_at, still  # noqa: PLC0415 - as above

        if self._figure is None and self._exercise in self._figures:
            self._figure = self._figures[self._exercise]
            self.setAccessibleName(self._figure.alt)
        if self._figure is None:
            return None
        level = self._level or None
        if self._cue is not None:
            return pose_at(self._figure, level, self._cue)
        if self._loops:
            return loop_pose(self._figure, level, self._begun.elapsed() / 1000, self._side)
        return still(self._figure, level, Still(self._still), self._side)

    def _ghost(self) -> Moment | None:
        from ankle_coach.domain.pose_motion import Still, still  # noqa: PLC0415 - as above

        plain = self._cue is None and not self._loops and self._still == "end"
        if self._figure is None or not plain:
            return None
        return still(self._figure, self._level or None, Still.START, self._side)

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        """Its smallest size."""
        return QSize(self._theme.px(self._least[0]), self._theme.px(self._least[1]))

    def minimumSizeHint(self) -> QSize:
        """Its smallest size."""
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        """Move again if it loops."""
        super().showEvent(event)
        self._set_looping(loops=self._loops)

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure at this moment."""
        from ankle_coach.figures.figure_painter import paint_figure  # noqa: PLC0415 - as above
        from ankle_coach.ui.figure_style import window_look  # noqa: PLC0415 - as above

        moment = self._moment()
        if moment is None:
            return
        look = window_look(self._theme.scheme, self._tone)._replace(ghost=self._ghost())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_figure(painter, QRectF(self.rect()), moment, look)
        painter.end()
