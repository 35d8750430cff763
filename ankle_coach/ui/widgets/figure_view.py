"""A figure on the screen: still, moving by itself while it is seen, or led by the player."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.sides import Side
from ankle_coach.palette import CLEAR
from ankle_coach.ui.figure_style import find_figure, window_look
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.domain.pose_motion import Cue, Moment

FRAMES_PER_SECOND = 30
_EDGE = 2.0
"""Pixels around the figure, so that no line at its edge is cut."""


class FigureView(QWidget):
    """Paints one figure. Its timer runs only while it loops and can be seen.

    The picture is kept: being painted again costs nothing as long as nothing has moved. What draws figures
    is loaded with the first paint, after the window is on the screen. Where the exercise has no figure, or
    its file cannot be used, nothing is drawn.
    """

    def __init__(
        self,
        theme: Theme,
        figures: Mapping[str, Figure],
        tone: int = 0,
        *,
        size: tuple[int, int] = (120, 120),
        waits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a view without a figure.

        Args:
            theme: The look.
            figures: The figures by exercise id.
            tone: Skin tone as the settings count it.
            size: Smallest size in pixels at 100 % text.
            waits: Whether the first picture comes a moment after the first paint, so that the words of a
                window need not wait for what draws figures.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("figure_view")
        self._waits = waits
        self._theme, self._figures, self._tone, self._least = theme, figures, tone, size
        self._affected: Side | None = None
        self._exercise, self._level, self._side = "", "", Side.RIGHT
        self._form, self._which = "", "end"
        self._cue: Cue | None = None
        self._loops = False
        self._figure: Figure | None = None
        self._has_looked = False
        self._picture: QPixmap | None = None
        self._painted = 0
        self._begun = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // FRAMES_PER_SECOND)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def exercise(self) -> str:
        """The id of the exercise in view; empty for none."""
        return self._exercise

    @property
    def figure(self) -> Figure | None:
        """The figure as its level changes it; None where there is none to draw. Reads it if need be."""
        if not self._has_looked:
            self._has_looked = True
            self._figure = self._look_up()
            self.setAccessibleName(self._figure.alt if self._figure is not None else "")
        return self._figure

    @property
    def is_moving(self) -> bool:
        """Whether its timer runs."""
        return self._timer.isActive()

    @property
    def pictures_painted(self) -> int:
        """How many pictures have been drawn so far; what is only shown again does not count."""
        return self._painted

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        if tone != self._tone:
            self._tone = tone
            self._forget()

    def set_affected(self, side: Side | None) -> None:
        """Mark a side as the affected one; None for no mark."""
        if side is not self._affected:
            self._affected = side
            self._forget()

    def select(self, exercise: str, level: str = "") -> None:
        """Choose the exercise whose `figure` is asked for; what it does is told by one of the shows."""
        if (exercise, level) != (self._exercise, self._level):
            self._exercise, self._level = exercise, level
            self._cue, self._has_looked = None, False
            self._forget()

    def show_still(self, exercise: str, level: str = "", side: Side = Side.RIGHT, which: str = "end") -> None:
        """Show one picture of an exercise: its start, its end or its common error."""
        self.select(exercise, level)
        self._side, self._which, self._cue = side, which, None
        self._set_looping(loops=False)
        self._forget()

    def show_loop(self, exercise: str, level: str = "", side: Side = Side.RIGHT, form: str = "") -> None:
        """Show an exercise moving by itself, while it can be seen. What loops already goes on.

        Args:
            exercise: Id of the exercise.
            level: Id of its level; empty for the figure as it is.
            side: The side in play.
            form: What the figure differs by within its level, as `Cue.form`.
        """
        wanted = (exercise, level, side, form)
        if self._loops and wanted == (self._exercise, self._level, self._side, self._form):
            return
        self.select(exercise, level)
        self._side, self._form, self._cue = side, form, None
        self._begun.start()
        self._set_looping(loops=True)
        self._forget()

    def show_cue(self, exercise: str, level: str, cue: Cue) -> None:
        """Show an exercise at a moment of its dose; nothing moves before the next cue."""
        from ankle_coach.domain.figure_cue import settled  # noqa: PLC0415 - with the first figure, not at start

        self.select(exercise, level)
        self._side = cue.side
        self._set_looping(loops=False)
        figure = self.figure
        cue = cue if figure is None else settled(figure, cue)
        if cue != self._cue:
            self._cue = cue
            self._forget()

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _set_looping(self, *, loops: bool) -> None:
        self._loops = loops
        if loops and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _look_up(self) -> Figure | None:
        figure = find_figure(self._figures, self._exercise)
        if figure is None:
            return None
        from ankle_coach.domain.pose_levels import at_level  # noqa: PLC0415 - with the first figure

        return at_level(figure, self._level or None)

    def _moment(self, figure: Figure) -> Moment:
        """Return what to draw; the figure has its level already."""
        from ankle_coach.domain.pose_motion import Still, pose_at, still  # noqa: PLC0415 - as above

        if self._cue is not None:
            return pose_at(figure, None, self._cue)
        return still(figure, None, Still(self._which), self._side)

    def _ghost(self, figure: Figure) -> Moment | None:
        from ankle_coach.domain.pose_motion import Still, still  # noqa: PLC0415 - as above

        plain = self._cue is None and self._which == "end"
        return still(figure, None, Still.START, self._side) if plain else None

    def _loop_cue(self, figure: Figure) -> Cue:
        from ankle_coach.domain.figure_cue import free_cue, settled  # noqa: PLC0415 - as above

        seconds = self._begun.elapsed() / 1000
        return settled(figure, free_cue(figure, seconds, self._side, self._form))

    def _draw(self, figure: Figure) -> QPixmap:
        from ankle_coach.figures.figure_painter import paint_figure  # noqa: PLC0415 - as above

        if self._loops:
            self._cue = self._loop_cue(figure)
        look = window_look(self._theme.scheme, self._tone, affected=self._affected)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(CLEAR))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = look._replace(ghost=self._ghost(figure))
        place = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        paint_figure(painter, place, self._moment(figure), look)
        painter.end()
        self._painted += 1
        return picture

    @Slot()
    def _on_timer_timeout(self) -> None:
        figure = self.figure
        if figure is None:
            self._timer.stop()
        elif self._loop_cue(figure) != self._cue:
            self._forget()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._forget()

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
        """Show the picture, drawn anew if something has moved."""
        if self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self.update)
            return
        figure = self.figure
        if figure is None or self.rect().isEmpty():
            return
        size = self.size() * self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != size:
            self._picture = self._draw(figure)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()
