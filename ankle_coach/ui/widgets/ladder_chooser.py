"""The level of a prescription as a rung of its ladder: easier, harder, or any rung at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import level_name
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip
from ankle_coach.ui.widgets.wrap_row import WrapRow

_RUNG = 26
_SIDE_BY_SIDE = 560
_BETWEEN = 12
_LEAST_BETWEEN = 2
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}


class Rungs(QWidget):
    """Numbers in circles on a line; the chosen one is filled. Arrows climb, a click chooses."""

    rung_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a ladder without rungs."""
        super().__init__(parent)
        self._theme = theme
        self._count, self._chosen = 1, 0
        self._names: list[str] = []
        self.setObjectName("rungs")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        theme.theme_changed.connect(self.updateGeometry)

    def show_rungs(self, names: list[str], chosen: int) -> None:
        """Show a ladder of some names from the easiest on, one of them chosen."""
        self._names, self._count, self._chosen = names, len(names), chosen
        self.updateGeometry()
        self.update()

    def center(self, index: int) -> QPointF:
        """Return the middle of a rung."""
        side = self._side()
        gap = 0.0
        if self._count > 1:
            gap = min(self._theme.px(_BETWEEN), (self.width() - self._count * side) / (self._count - 1))
        left = side / 2 + 1 + index * (side + gap)
        return QPointF(self.width() - left if self.isRightToLeft() else left, self.height() / 2)

    def _side(self) -> float:
        room = (self.width() - 2) / max(1, self._count)
        return min(self._theme.px(_RUNG), max(8.0, room - _LEAST_BETWEEN))

    def _at(self, place: QPointF) -> int | None:
        for index in range(self._count):
            if abs(self.center(index).x() - place.x()) <= self._side() / 2 + 2:
                return index
        return None

    def sizeHint(self) -> QSize:
        """Return the size of all rungs."""
        side = self._theme.px(_RUNG)
        return QSize(self._count * (side + self._theme.px(_BETWEEN)), side + 6)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which rungs still can be told apart."""
        return QSize(self._count * 10, self._theme.px(_RUNG) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, circles and numbers; the focus as a ring around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, font = self._side(), self._theme.font("small")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QPen(self._theme.color("outline"), 2))
        painter.drawLine(self.center(0), self.center(self._count - 1))
        for index in range(self._count):
            middle, filled = self.center(index), index == self._chosen
            circle = QRectF(0, 0, side - 2, side - 2)
            circle.moveCenter(middle)
            passed = "accent" if index <= self._chosen else "border_strong"
            painter.setPen(QPen(self._theme.color(passed), 2))
            painter.setBrush(self._theme.color("accent" if filled else "surface"))
            painter.drawEllipse(circle)
            if side >= self._theme.px(_RUNG) * 0.7:
                painter.setPen(self._theme.color("accent_text" if filled else "text"))
                painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        if self.hasFocus():
            ring = QRectF(0, 0, side + 4, side + 4)
            ring.moveCenter(self.center(self._chosen))
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a rung."""
        found = self._at(event.position())
        if found is not None and found != self._chosen:
            self.rung_chosen.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the name of a rung under the pointer."""
        found = self._at(event.position())
        told = self._names[found] if found is not None and found < len(self._names) else ""
        self.setToolTip(plain_tip(told))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Climb with the arrows."""
        step = (
            0 if event.modifiers() & Qt.KeyboardModifier.AltModifier else _STEPS.get(Qt.Key(event.key()), 0)
        )
        target = self._chosen + step
        if step and 0 <= target < self._count:
            self.rung_chosen.emit(target)
        elif not step:
            super().keyPressEvent(event)


class LadderChooser(QWidget):
    """The rungs between "easier" and "harder", and the name of the level under them."""

    level_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a chooser without an exercise."""
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._exercise: Exercise | None = None
        self._place = 0
        self._rungs = Rungs(theme)
        self._easier = self._button("easier", words.gettext("Easier level"))
        self._harder = self._button("harder", words.gettext("Harder level"))
        self._name = TextLabel("", "strong")
        self._name.setObjectName("level_name")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._easier)
        row.addWidget(self._rungs)
        row.addWidget(self._harder)
        row.addStretch(1)
        ladder = QWidget()
        ladder.setLayout(row)
        row.setContentsMargins(0, 0, 6, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrapRow(theme, self._name, ladder, needs=_SIDE_BY_SIDE))
        self._easier.clicked.connect(lambda: self._choose(self._place - 1))
        self._harder.clicked.connect(lambda: self._choose(self._place + 1))
        self._rungs.rung_chosen.connect(self._choose)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_level(self, exercise: Exercise, level_id: str) -> None:
        """Show a level of an exercise."""
        self._exercise = exercise
        ids = [level.id for level in exercise.levels]
        self._place = ids.index(level_id) if level_id in ids else 0
        names = [level_name(exercise, level, self._words) for level in exercise.levels]
        self._rungs.show_rungs(names, self._place)
        message = self._words.gettext("Level {n} of {count}: {name}")
        told = message.format(n=self._place + 1, count=len(ids), name=names[self._place])
        self._rungs.setAccessibleName(told)
        self._name.setText(told)
        self._easier.setEnabled(self._place > 0)
        self._harder.setEnabled(self._place < len(ids) - 1)

    def _button(self, name: str, told: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAccessibleName(told)
        button.setToolTip(told)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows climb, so that Tab stops once
        return button

    @Slot(int)
    def _choose(self, place: int) -> None:
        if self._exercise is not None and 0 <= place < len(self._exercise.levels):
            self.level_chosen.emit(self._exercise.levels[place].id)

    @Slot()
    def _on_theme_changed(self) -> None:
        for button, icon in ((self._easier, "minus"), (self._harder, "plus")):
            button.setIcon(self._theme.icon(icon, "button_text", size=16))
            button.setFixedSize(self._theme.px(30), self._theme.px(30))
            button.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
