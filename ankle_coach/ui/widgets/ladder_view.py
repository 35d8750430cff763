"""The ladder of an exercise: all its levels from easiest to hardest, what each takes, and how it grows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise, Growth, Level
from ankle_coach.domain.exercise_texts import equipment_word, exercise_name, level_name
from ankle_coach.domain.growth_words import growth_sentence
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chip import Chip
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel

_BADGE = 26
_GAP = 14
_BETWEEN = 16


class _Rail(QWidget):
    """A level's number in a circle, on a line to the next; the start level's circle is filled."""

    def __init__(self, theme: Theme, number: int, *, filled: bool, goes_on: bool) -> None:
        super().__init__()
        self._theme, self._number, self._filled, self._goes_on = theme, number, filled, goes_on
        self.setFixedWidth(theme.px(_BADGE))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(_BADGE)
        circle = QRectF(1, 1, side - 2, side - 2)
        painter.setPen(QPen(self._theme.color("outline"), 2))
        if self._goes_on:
            painter.drawLine(QPointF(side / 2, side + 4), QPointF(side / 2, self.height()))
        painter.setPen(QPen(self._theme.color("accent" if self._filled else "border_strong"), 2))
        painter.setBrush(self._theme.color("accent" if self._filled else "surface"))
        painter.drawEllipse(circle)
        font = self._theme.font("small")
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent_text" if self._filled else "text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))


class LadderView(QWidget):
    """Every level with its dose sentence; what is special about it stands in words on chips."""

    reference_chosen = Signal(str)
    exercise_chosen = Signal(str)
    level_chosen = Signal(str)

    def __init__(
        self,
        exercise: Exercise,
        library: Library,
        theme: Theme,
        words: Words,
        *,
        has_picture: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the ladder of an exercise.

        Args:
            exercise: The exercise.
            library: Its references, and the exercises that it names.
            theme: The look.
            words: The reader's language.
            has_picture: Whether there is a figure that a level can be shown in.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._exercise, self._library, self._theme, self._words = exercise, library, theme, words
        self._has_picture = has_picture and len(exercise.levels) > 1
        self._show_buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        last = len(exercise.levels)
        for number, level in enumerate(exercise.levels, start=1):
            column.addWidget(self._rung(level, number, goes_on=number < last))
        siblings = dict.fromkeys(level.easier_sibling for level in exercise.levels if level.easier_sibling)
        for sibling in siblings:
            column.addSpacing(_BETWEEN)
            column.addWidget(self._sibling_line(sibling))

    def set_shown(self, level_id: str) -> None:
        """Tell which level the picture shows."""
        words = self._words
        for own, button in self._show_buttons.items():
            shown = own == level_id
            button.setEnabled(not shown)
            button.setText(
                words.pgettext("level", "In the picture") if shown else words.pgettext("level", "Show")
            )

    def _rung(self, level: Level, number: int, *, goes_on: bool) -> QWidget:
        rung = QWidget()
        rung.setObjectName(f"level_{level.id}")
        is_start = level.id == self._exercise.start_level
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.setContentsMargins(0, 2, 0, _BETWEEN if goes_on else 0)
        name = level_name(self._exercise, level, self._words)
        texts.addLayout(self._name_line(level, name))
        dose = _plain(keep_units(self._dose(level)))
        dose.setObjectName("level_dose")
        texts.addWidget(dose)
        marks = self._marks(level)
        if marks:
            texts.addWidget(_chip_line(marks))
        if level.condition:
            condition = self._words.gettext("Condition: {condition}").format(
                condition=self._words.pgettext(f"{self._exercise.id}.levels.condition", level.condition)
            )
            texts.addWidget(_plain(condition, "muted"))
        if level.growth:
            texts.addWidget(self._growth_line(level.growth))
        rung.setAccessibleName(self._words.gettext("Level {n}: {name}").format(n=number, name=name))
        row = QHBoxLayout(rung)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(_Rail(self._theme, number, filled=is_start, goes_on=goes_on))
        row.addLayout(texts, 1)
        return rung

    def _name_line(self, level: Level, name: str) -> QHBoxLayout:
        """Return a level's name, and the button that shows it in the picture."""
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addWidget(_plain(name, "strong"), 1)
        if self._has_picture:
            button = QPushButton(self._words.pgettext("level", "Show"))
            button.setObjectName(f"show_{level.id}")
            button.setProperty("kind", "link")
            button.setAccessibleName(self._words.gettext("Show in the picture: {level}").format(level=name))
            button.clicked.connect(lambda: self.level_chosen.emit(level.id))
            self._show_buttons[level.id] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _dose(self, level: Level) -> str:
        return dose_sentence(level.dose, level.side_mode, None, self._words, self._name_of)

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)

    def _marks(self, level: Level) -> list[str]:
        """What is special about a level, in words."""
        words, marks = self._words, []
        if level.id == self._exercise.start_level:
            marks.append(words.pgettext("level", "Start here"))
        if level.id == self._exercise.default.id != self._exercise.start_level:
            marks.append(words.pgettext("level", "Usual dose"))
        if level.below_neutral:
            marks.append(words.pgettext("level", "Heel goes below the forefoot"))
        if level.load:
            load = words.pgettext(f"{self._exercise.id}.levels.load", level.load)
            marks.append(words.pgettext("level", "Load: {load}").format(load=load))
        extra = [thing for thing in level.equipment if thing not in self._exercise.equipment]
        if extra:
            things = words.pgettext("list", ", ").join(equipment_word(thing, words) for thing in extra)
            marks.append(words.pgettext("level", "Needs: {equipment}").format(equipment=things))
        return marks

    def _growth_line(self, growth: Growth) -> QWidget:
        label = TextLabel(growth_sentence(growth, self._words), "muted", wraps=False)
        shown = self._library.shown_references(growth.references)
        chips = EvidenceChips(shown, self._words, before=label)
        chips.reference_chosen.connect(self.reference_chosen)
        return chips

    def _sibling_line(self, exercise_id: str) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, spacing=4)
        flow.addWidget(TextLabel(self._words.gettext("Too much for now? Go to"), "muted", wraps=False))
        button = QPushButton(self._name_of(exercise_id).replace("&", "&&"))
        button.setObjectName(f"easier_{exercise_id}")
        button.setProperty("kind", "link")
        button.clicked.connect(lambda: self.exercise_chosen.emit(exercise_id))
        flow.addWidget(button)
        return line


def _plain(text: str, kind: str = "body") -> TextLabel:
    label = TextLabel(text, kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _chip_line(texts: list[str]) -> QWidget:
    line = QWidget()
    flow = FlowLayout(line, spacing=6)
    for text in texts:
        flow.addWidget(Chip(text))
    return line
