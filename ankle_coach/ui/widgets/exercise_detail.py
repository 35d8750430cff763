"""Everything about one exercise: how it is done, how much, the ladder, what to watch, and the sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise, PhaseMark
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
from ankle_coach.domain.own_exercise import is_own
from ankle_coach.domain.own_exercise_words import instruction_lines, mine_word, often_words, sides_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import find_figure, find_picture
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.chip import Chip
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.figure_panel import FigurePanel
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.ladder_view import LadderView
from ankle_coach.ui.widgets.picture_view import PictureView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow

_SIDE_BY_SIDE_FROM = 520
_CUES_WIDTH = 236
_HEAD_FROM, _OWN_HEAD_FROM = 520, 780
_PICTURE = (270, 220)


class ExerciseDetail(QScrollArea):
    """Shows one exercise, or nothing. Where it has a figure, that stands beside the cues."""

    reference_chosen = Signal(str)
    exercise_chosen = Signal(str)
    copy_requested = Signal(str)
    edit_requested = Signal(str)
    deletion_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        theme: Theme,
        words: Words,
        tone: int = 0,
        *,
        writes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty view.

        Args:
            library: The references, the figures, and the exercises that an exercise names.
            theme: The look.
            words: The reader's language.
            tone: Skin tone of the figure, as the settings count it.
            writes: Whether exercises can be copied, and own ones edited and deleted.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._theme, self._words = library, theme, words
        self._exercise: Exercise | None = None
        self._figure: FigurePanel | None = None
        self._tone, self._writes = tone, writes
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
        if exercise is not None and self._has_figure(exercise):
            self._figure = FigurePanel(exercise, self._library, self._theme, self._words, self._tone)
        self._refresh()
        self.verticalScrollBar().setValue(0)

    def _has_figure(self, exercise: Exercise) -> bool:
        """Say whether a figure is drawn: an own picture stands in its place."""
        pictured = find_picture(self._library, exercise.id) is not None
        return not pictured and find_figure(self._library.figures, exercise.id) is not None

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
        column.addWidget(self._heading(exercise))
        column.addWidget(self._how_card(exercise))
        column.addWidget(self._dose_card(exercise))
        if exercise.precautions:
            column.addWidget(self._care_card(exercise))
        if len(exercise.levels) > 1 or not is_own(exercise.id):
            column.addWidget(self._ladder_card(exercise))
        column.addWidget(self._evidence_card(exercise))

    def _heading(self, exercise: Exercise) -> QWidget:
        heading = QWidget()
        lines = QVBoxLayout(heading)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self._kind(exercise))
        name = _plain(exercise_name(exercise, self._words), "number")
        name.setObjectName("detail_name")
        lines.addWidget(name)
        target = exercise_field(exercise, "target", self._words)
        if target:
            lines.addWidget(_plain(target, "muted"))
        if not self._writes:
            return heading
        needs = _OWN_HEAD_FROM if is_own(exercise.id) else _HEAD_FROM
        return WrapRow(self._theme, heading, self._actions(exercise), needs=needs)

    def _kind(self, exercise: Exercise) -> QWidget:
        """The group; an own exercise is marked."""
        group = _plain(group_word(exercise.group, self._words), "small")
        if not is_own(exercise.id):
            return group
        badge = Chip(mine_word(self._words))
        badge.setObjectName("mine_badge")
        line = QWidget()
        flow = FlowLayout(line, spacing=8)
        group.setWordWrap(False)
        flow.addWidget(badge)
        flow.addWidget(group)
        return line

    def _actions(self, exercise: Exercise) -> QWidget:
        """What can be done with an exercise: copying it, and changing or deleting an own one."""
        words, line = self._words, QWidget()
        flow = FlowLayout(line, spacing=8)
        offers = [("copy_exercise", words.gettext("Copy as my own…"), "plain", self.copy_requested)]
        if is_own(exercise.id):
            offers.insert(0, ("edit_exercise", words.gettext("Edit…"), "plain", self.edit_requested))
            offers.append(("delete_exercise", words.gettext("Delete…"), "danger", self.deletion_requested))
        for name, text, kind, signal in offers:
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("kind", kind)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(exercise.id))
            flow.addWidget(button)
        return line

    def _how_card(self, exercise: Exercise) -> Card:
        card = Card(self._theme, self._words.gettext("How to do it"))
        card.setObjectName("how_card")
        cues = QWidget()
        column = QVBoxLayout(cues)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        position = exercise_field(exercise, "position", self._words)
        if position:
            column.addWidget(_plain(position, "strong"))
        column.addWidget(_bullets(exercise_cues(exercise, self._words), "cue"))
        column.addStretch(1)
        seen = self._figure or self._picture(exercise)
        if seen is None:
            card.add_widget(cues)
        else:
            cues.setMinimumWidth(self._theme.px(_CUES_WIDTH))
            card.add_widget(WrapRow(self._theme, seen, cues, needs=_SIDE_BY_SIDE_FROM))
        if self._figure is not None:
            card.add_widget(self._figure.controls)
        self._add_instructions(card, exercise)
        return card

    def _picture(self, exercise: Exercise) -> PictureView | None:
        picture = find_picture(self._library, exercise.id)
        if picture is None:
            return None
        view = PictureView(self._theme, size=_PICTURE)
        view.show_picture(picture)
        return view

    def _add_instructions(self, card: Card, exercise: Exercise) -> None:
        """Add what the author of an own exercise typed."""
        own = self._library.own.get(exercise.id)
        lines = () if own is None else instruction_lines(own.instructions, self._words)
        if lines:
            card.body.addLayout(_facts(lines))

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
            (words.gettext("How often"), often_words(exercise, words)),
            (words.gettext("Sides"), sides_words(exercise, words)),
            (words.gettext("You need"), separator.join(things) or words.gettext("nothing")),
            (words.gettext("Phases"), self._phases(exercise)),
        ]
        card.body.addLayout(_facts(facts))
        return card

    def _phases(self, exercise: Exercise) -> str:
        words = self._words
        if set(exercise.phases) == set(PhaseMark):
            return words.gettext("Any phase")
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
        if is_own(exercise.id):
            told = self._words.gettext("Written by you or taken in from a file. It claims no source.")
            card.add_widget(_plain(told))
            return card
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
