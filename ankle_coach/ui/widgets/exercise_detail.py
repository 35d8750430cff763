"""Everything about one exercise: how it is done, how much, the ladder, what to watch, and the sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import (
    equipment_word,
    exercise_cues,
    exercise_field,
    exercise_name,
    exercise_precautions,
    group_word,
    level_name,
    phase_word,
)
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import find_figure
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.figure_panel import FigurePanel
from ankle_coach.ui.widgets.ladder_view import LadderView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow

_SIDE_BY_SIDE_FROM = 520
_CUES_WIDTH = 236


class ExerciseDetail(QScrollArea):
    """Shows one exercise, or nothing. Where it has a figure, that stands beside the cues."""

    reference_chosen = Signal(str)
    exercise_chosen = Signal(str)

    def __init__(
        self, library: Library, theme: Theme, words: Words, tone: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            library: The references, the figures, and the exercises that an exercise names.
            theme: The look.
            words: The reader's language.
            tone: Skin tone of the figure, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words = library, theme, words
        self._exercise: Exercise | None = None
        self._figure: FigurePanel | None = None
        self._tone = tone
        self.setObjectName("exercise_detail")
        self.setAccessibleName(words.gettext("Exercise in detail"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.theme_changed.connect(self._refresh)

    @property
    def exercise_id(self) -> str:
        """The exercise in view; empty for none."""
        return self._exercise.id if self._exercise else ""

    @property
    def figure(self) -> FigurePanel | None:
        """The figure of the exercise in view; None where it has none."""
        return self._figure

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show an exercise from its top, or nothing."""
        self._exercise, self._figure = exercise, None
        if exercise is not None and find_figure(self._library.figures, exercise.id) is not None:
            self._figure = FigurePanel(exercise, self._library, self._theme, self._words, self._tone)
        self._refresh()
        self.verticalScrollBar().setValue(0)

    def set_tone(self, tone: int) -> None:
        """Change the figures' skin tone, as the settings count it."""
        self._tone = tone
        if self._figure is not None:
            self._figure.set_tone(tone)

    def _refresh(self) -> None:
        if self._figure is not None:
            for part in (self._figure, self._figure.controls):
                part.setParent(None)  # it outlives the content that is replaced
        content = QWidget()
        content.setObjectName("page_body")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 4)
        column.setSpacing(14)
        if self._exercise is not None:
            self._fill(column, self._exercise)
        column.addStretch(1)
        self.setWidget(content)

    def _fill(self, column: QVBoxLayout, exercise: Exercise) -> None:
        column.addLayout(self._heading(exercise))
        column.addWidget(self._how_card(exercise))
        column.addWidget(self._dose_card(exercise))
        if exercise.precautions:
            column.addWidget(self._care_card(exercise))
        column.addWidget(self._ladder_card(exercise))
        column.addWidget(self._evidence_card(exercise))

    def _heading(self, exercise: Exercise) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(_plain(group_word(exercise.group, self._words), "small"))
        name = _plain(exercise_name(exercise, self._words), "number")
        name.setObjectName("detail_name")
        lines.addWidget(name)
        lines.addWidget(_plain(exercise_field(exercise, "target", self._words), "muted"))
        return lines

    def _how_card(self, exercise: Exercise) -> Card:
        card = Card(self._theme, self._words.gettext("How to do it"))
        card.setObjectName("how_card")
        cues = QWidget()
        column = QVBoxLayout(cues)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(_plain(exercise_field(exercise, "position", self._words), "strong"))
        column.addWidget(_bullets(exercise_cues(exercise, self._words), "cue"))
        column.addStretch(1)
        if self._figure is None:
            card.add_widget(cues)
        else:
            cues.setMinimumWidth(self._theme.px(_CUES_WIDTH))
            card.add_widget(WrapRow(self._theme, self._figure, cues, needs=_SIDE_BY_SIDE_FROM))
            card.add_widget(self._figure.controls)
        return card

    def _dose_card(self, exercise: Exercise) -> Card:
        words, level = self._words, exercise.default
        card = Card(self._theme, words.gettext("Usual dose"))
        card.setObjectName("dose_card")
        dose = dose_sentence(level.dose, level.side_mode, None, words, self._name_of)
        sentence = _plain(keep_units(dose), "strong")
        sentence.setObjectName("dose_sentence")
        card.add_widget(sentence)
        things = [equipment_word(thing, words) for thing in exercise.usual_equipment]
        separator = words.pgettext("list", ", ")
        facts = [
            (words.gettext("Level"), level_name(exercise, level, words)),
            (words.gettext("How often"), exercise_field(exercise, "frequency_note", words)),
            (words.gettext("Sides"), exercise_field(exercise, "sides", words)),
            (words.gettext("You need"), separator.join(things) or words.gettext("nothing")),
            (words.gettext("Phases"), self._phases(exercise)),
        ]
        card.body.addLayout(_facts(facts))
        return card

    def _phases(self, exercise: Exercise) -> str:
        words = self._words
        separator = words.pgettext("list", ", ")
        phases = separator.join(phase_word(phase, words) for phase in exercise.phases)
        note = exercise_field(exercise, "phase_note", words)
        return words.gettext("{phases}. {note}").format(phases=phases, note=note) if note else phases

    def _care_card(self, exercise: Exercise) -> Card:
        card = Card(self._theme, self._words.gettext("Take care"), edge="caution_fill")
        card.setObjectName("care_card")
        card.add_widget(_bullets(exercise_precautions(exercise, self._words), "precaution"))
        return card

    def _ladder_card(self, exercise: Exercise) -> Card:
        words = self._words
        card = Card(self._theme, words.gettext("Levels"), words.gettext("From easiest to hardest"))
        card.setObjectName("ladder_card")
        figure = self._figure
        ladder = LadderView(exercise, self._library, self._theme, words, has_picture=figure is not None)
        if figure is not None:
            ladder.set_shown(figure.level)
            ladder.level_chosen.connect(ladder.set_shown)
            ladder.level_chosen.connect(self._on_ladder_level_chosen)
        ladder.reference_chosen.connect(self.reference_chosen)
        ladder.exercise_chosen.connect(self.exercise_chosen)
        card.add_widget(ladder)
        return card

    def _evidence_card(self, exercise: Exercise) -> Card:
        card = Card(self._theme, self._words.gettext("Where this comes from"))
        card.setObjectName("evidence_card")
        chips = EvidenceChips(self._library.shown_references(exercise.references), self._words)
        chips.reference_chosen.connect(self.reference_chosen)
        card.add_widget(chips)
        note = exercise_field(exercise, "dose_note", self._words)
        if note:
            label = _plain(note, "muted")
            label.setObjectName("dose_note")
            card.add_widget(label)
        return card

    @Slot(str)
    def _on_ladder_level_chosen(self, level_id: str) -> None:
        if self._figure is not None:
            self._figure.show_level(level_id)
            self.ensureWidgetVisible(self._figure)

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)


def _plain(text: str, kind: str = "body") -> TextLabel:
    label = TextLabel(text, kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _bullets(texts: Sequence[str], name: str) -> QWidget:
    """Lines with a bullet before each; each line's object name is the given one."""
    lines = QWidget()
    grid = QGridLayout(lines)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(texts):
        bullet = TextLabel("•", "strong", wraps=False)
        grid.addWidget(bullet, row, 0, Qt.AlignmentFlag.AlignTop)
        label = _plain(text)
        label.setObjectName(name)
        grid.addWidget(label, row, 1)
    return lines


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    """What something is called at the left, what it is at the right."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, text) in enumerate(facts):
        grid.addWidget(TextLabel(name, "muted", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_plain(text), row, 1)
    return grid
