"""Pictures of many exercises at once: each painted when it is first asked for, a few at a time, and kept."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap

from ankle_coach.domain.library import Library
from ankle_coach.palette import Scheme
from ankle_coach.ui.figure_style import find_figure, window_look
from ankle_coach.ui.theme import Theme

_TURN = 12
"""Milliseconds that may be painted before the window has its turn again."""
_KEPT = 400
"""Pictures that are kept; beyond that all are painted anew."""


class _Wanted(NamedTuple):
    """What decides a picture, sizes in device pixels."""

    exercise: str
    width: int
    height: int
    ratio: float
    scheme: Scheme
    tone: int
    source: int


class FigureStills(QObject):
    """Stills of exercises: the end pose, with the start pose pale behind it and the motion's arrow.

    An own exercise's picture is shown in place of a figure, and anew once it is another one.

    `still_painted` says that a picture that was asked for is there, and `paint` will show it.
    """

    still_painted = Signal(str)

    def __init__(self, theme: Theme, library: Library, tone: int = 0, parent: QObject | None = None) -> None:
        """Make an empty store.

        Args:
            theme: The look.
            library: Knows the figures, and at which level an exercise is usually done.
            tone: Skin tone as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._library, self._tone = theme, library, tone
        self._pictures: dict[_Wanted, QPixmap | None] = {}
        self._waiting: dict[_Wanted, None] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def painted(self) -> int:
        """How many pictures are kept."""
        return sum(picture is not None for picture in self._pictures.values())

    @property
    def is_waiting(self) -> bool:
        """Whether pictures are still to be painted."""
        return self._timer.isActive()

    def set_tone(self, tone: int) -> None:
        """Change the skin tone, as the settings count it."""
        self._tone = tone

    def paint(self, painter: QPainter, place: QRectF, exercise: str) -> None:
        """Show the picture of an exercise, or leave its place empty and paint it soon."""
        size = place.size().toSize()
        if size.isEmpty():
            return
        ratio = painter.device().devicePixelRatioF()
        look = (self._theme.scheme, self._tone, self._source(exercise))
        wanted = _Wanted(exercise, size.width(), size.height(), ratio, *look)
        if wanted not in self._pictures:
            self._waiting[wanted] = None
            self._timer.start()
            return
        picture = self._pictures[wanted]
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)

    def finish(self) -> None:
        """Paint at once what waits."""
        while self._waiting:
            self._paint_next()
        self._timer.stop()

    def _paint_next(self) -> None:
        """Paint the picture that waits longest."""
        wanted = next(iter(self._waiting))
        del self._waiting[wanted]
        if len(self._pictures) >= _KEPT:
            self._pictures.clear()
        self._pictures[wanted] = self._painted(wanted)
        self.still_painted.emit(wanted.exercise)

    def _source(self, exercise: str) -> int:
        """Return what tells one picture of an own exercise from the next; 0 for all others."""
        own = self._library.own.get(exercise)
        if own is None:
            return 0
        return hash((own.figure, None if own.picture is None else own.picture.data))

    def _painted(self, wanted: _Wanted) -> QPixmap | None:
        own = self._library.own.get(wanted.exercise)
        if own is not None and own.picture is not None:
            from ankle_coach.ui.widgets.picture_view import picture_pixmap  # noqa: PLC0415 - rarely any

            return picture_pixmap(own.picture, QSizeF(wanted.width, wanted.height), wanted.ratio)
        figure = find_figure(self._library.figures, wanted.exercise)
        if figure is None:
            return None
        from ankle_coach.domain.pose_motion import Still, still  # noqa: PLC0415 - with the first figure
        from ankle_coach.figures.figure_painter import paint_figure  # noqa: PLC0415 - as above

        level = self._library.exercise(wanted.exercise).default.id
        size = QSizeF(wanted.width, wanted.height)
        picture = QPixmap((size * wanted.ratio).toSize())
        picture.setDevicePixelRatio(wanted.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        look = window_look(wanted.scheme, wanted.tone)._replace(ghost=still(figure, level, Still.START))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_figure(
            painter, QRectF(0, 0, wanted.width, wanted.height), still(figure, level, Still.END), look
        )
        painter.end()
        return picture

    @Slot()
    def _on_timer_timeout(self) -> None:
        turn = QElapsedTimer()
        turn.start()
        while self._waiting and turn.elapsed() < _TURN:
            self._paint_next()
        if not self._waiting:
            self._timer.stop()
