"""The levels of an own exercise: at each how the sides are used and how much is done."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain import own_exercise_edit as edit
from ankle_coach.domain.dose import Dose, Tempo
from ankle_coach.domain.dose_edit import with_choice, with_tempo, with_value
from ankle_coach.domain.dose_fields import DoseEditError
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_name, side_mode_word
from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise_edit import STARTS, DoseKind, OwnExerciseEditError, kind_of
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.text_bounds import LONGEST_LINE
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.bounded_field import LineField
from ankle_coach.ui.widgets.dose_editor import ChoiceEdit, DoseEditor, ValueEdit
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.ladder_chooser import LadderChooser
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel


class LevelFields(QWidget):
    """Edits the ladder of an exercise that it holds. Levels that plans may stand at cannot be removed."""

    exercise_changed = Signal()

    def __init__(
        self,
        exercise: Exercise,
        kept_levels: Collection[str],
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Edit an exercise, beginning at the level of its usual dose.

        Args:
            exercise: The exercise.
            kept_levels: Ids of the levels that must stay.
            library: Names the exercises of a routine.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._exercise, self._at = exercise, exercise.default.id
        self._kept_levels = frozenset(kept_levels)
        self._library, self._theme, self._words = library, theme, words
        self._rungs = LadderChooser(theme, words)
        self._name = LineField(words, words.gettext("Name of this level"), "", LONGEST_LINE)
        self._name.edit.setObjectName("level_name")
        self._start = QCheckBox(words.gettext("New prescriptions start at this level"))
        self._start.setObjectName("level_start")
        self._modes = SegmentedControl(
            words.gettext("Sides"),
            [(mode.value, side_mode_word(mode, words)) for mode in SideMode],
            wraps=True,
        )
        self._modes.setObjectName("level_sides")
        self._kinds = SegmentedControl(words.gettext("What is counted"), self._kind_choices(), wraps=True)
        self._kinds.setObjectName("dose_kind")
        self._dose = DoseEditor(theme, words, library, Side.BOTH)
        self._sentence = TextLabel("", "muted")
        self._sentence.setObjectName("level_dose")
        self._stays = TextLabel(words.gettext("Plans use this exercise, so this level stays."), "small")
        self._stays.setObjectName("level_stays")
        self._build()
        self._connect()
        self._refresh()

    @property
    def exercise(self) -> Exercise:
        """The exercise as it is now."""
        return self._exercise

    @property
    def level(self) -> str:
        """The id of the level in view."""
        return self._at

    @property
    def dose_editor(self) -> DoseEditor:
        """The values of the dose."""
        return self._dose

    @property
    def fault(self) -> LineField | None:
        """The name field where the level in view has no name but others are told from it; else None."""
        nameless = next((level for level in self._exercise.levels if not level.name.strip()), None)
        if nameless is None or len(self._exercise.levels) == 1:
            return None
        self._show_level(nameless.id)
        return self._name

    def _kind_choices(self) -> list[tuple[str, str]]:
        """The kinds to choose from, and the one that a copied exercise brings along."""
        words = self._words
        choices = [
            (DoseKind.REPS.value, words.pgettext("kind of dose", "Repetitions")),
            (DoseKind.HOLD.value, words.pgettext("kind of dose", "Holds")),
            (DoseKind.DURATION.value, words.pgettext("kind of dose", "Time")),
        ]
        if any(kind_of(level.dose) is DoseKind.OTHER for level in self._exercise.levels):
            choices.append((DoseKind.OTHER.value, words.pgettext("kind of dose", "As copied")))
        self._copied = {level.id: level.dose for level in self._exercise.levels}
        return choices

    def _build(self) -> None:
        words = self._words
        self._ladder = QWidget()
        ladder = QVBoxLayout(self._ladder)
        ladder.setContentsMargins(0, 0, 0, 0)
        ladder.setSpacing(8)
        for part in (self._rungs, self._name, self._start):
            ladder.addWidget(part)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        self._harder = self._link("level_add", words.gettext("Add a harder level"), self._on_harder_clicked)
        self._remove = self._link("level_remove", words.gettext("Remove this level"), self._on_remove_clicked)
        for offer in (self._harder, self._remove, self._stays):
            flow.addWidget(offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._ladder)
        for name, widget in ((words.gettext("Sides"), self._modes), (words.gettext("Dose"), self._kinds)):
            column.addWidget(TextLabel(name, "strong"))
            column.addWidget(widget)
        for below in (self._dose, self._sentence, buttons):
            column.addWidget(below)

    def _link(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _connect(self) -> None:
        self._rungs.level_chosen.connect(self._show_level)
        self._name.text_changed.connect(self._on_name_text_changed)
        self._start.clicked.connect(self._on_start_clicked)
        self._modes.current_changed.connect(self._on_modes_current_changed)
        self._kinds.current_changed.connect(self._on_kinds_current_changed)
        self._dose.value_edited.connect(self._on_dose_value_edited)
        self._dose.choice_made.connect(self._on_dose_choice_made)

    def _refresh(self) -> None:
        exercise, level, words = self._exercise, self._exercise.level(self._at), self._words
        several = len(exercise.levels) > 1
        self._ladder.setVisible(several)
        self._rungs.show_level(exercise, level.id)
        with QSignalBlocker(self._name):
            self._name.show_text(level.name)
        self._start.setChecked(level.id == exercise.start_level)
        self._start.setEnabled(level.id != exercise.start_level)
        with QSignalBlocker(self._modes), QSignalBlocker(self._kinds):
            self._modes.set_current(level.side_mode.value)
            self._kinds.set_current(kind_of(level.dose).value)
        one_sided = level.side_mode in (SideMode.BOTH, SideMode.AFFECTED)
        self._dose.show_dose(level.dose, one_sided=one_sided)
        said = dose_sentence(level.dose, level.side_mode, None, words, self._name_of)
        self._sentence.setText(keep_units(said[:1].upper() + said[1:]))
        stays = several and level.id in self._kept_levels
        self._remove.setVisible(several and not stays)
        self._stays.setVisible(stays)

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)

    def _become(self, exercise: Exercise) -> None:
        if exercise != self._exercise:
            self._exercise = exercise
            self.exercise_changed.emit()
        self._refresh()

    def _set_dose(self, change: Callable[[Dose], Dose]) -> None:
        """Change the dose of the level in view; what a dose cannot have changes nothing."""
        try:
            dose = change(self._exercise.level(self._at).dose)
        except (DoseEditError, ValueError):
            self._refresh()
            return
        self._become(edit.with_dose(self._exercise, self._at, dose))

    @Slot(str)
    def _show_level(self, level_id: str) -> None:
        self._at = level_id
        self._name.show_problem("")
        self._refresh()

    @Slot()
    def _on_name_text_changed(self) -> None:
        self._exercise = edit.with_level_name(self._exercise, self._at, self._name.text)
        self._rungs.show_level(self._exercise, self._at)
        self.exercise_changed.emit()

    @Slot()
    def _on_start_clicked(self) -> None:
        self._become(edit.with_start(self._exercise, self._at))

    @Slot(str)
    def _on_modes_current_changed(self, key: str) -> None:
        self._become(edit.with_side_mode(self._exercise, self._at, SideMode(key)))

    @Slot(str)
    def _on_kinds_current_changed(self, key: str) -> None:
        copied = self._copied.get(self._at)
        kind = DoseKind(key)
        if copied is not None and kind_of(copied) is kind:
            self._become(edit.with_dose(self._exercise, self._at, copied))
        elif kind in STARTS:
            self._become(edit.with_dose(self._exercise, self._at, STARTS[kind]))
        else:
            self._refresh()

    @Slot(object)
    def _on_dose_value_edited(self, edited: ValueEdit) -> None:
        self._set_dose(lambda dose: with_value(dose, edited.field, edited.value))

    @Slot(object)
    def _on_dose_choice_made(self, choice: ChoiceEdit) -> None:
        if choice.name == "tempo":
            tempo = choice.choice if isinstance(choice.choice, Tempo) else None
            self._set_dose(lambda dose: with_tempo(dose, choice.path, tempo))
        else:
            self._set_dose(lambda dose: with_choice(dose, choice.path, choice.name, choice.choice))

    @Slot()
    def _on_harder_clicked(self) -> None:
        try:
            name = self._words.gettext("Harder")
            exercise, self._at = edit.with_harder(self._exercise, self._at, name)
        except OwnExerciseEditError as error:
            self._name.show_problem(str(error))
            return
        self._become(exercise)
        self._name.edit.setFocus()
        self._name.edit.selectAll()

    @Slot()
    def _on_remove_clicked(self) -> None:
        gone = self._at
        place = [level.id for level in self._exercise.levels].index(gone)
        exercise = edit.without_level(self._exercise, gone)
        self._at = exercise.levels[max(0, place - 1)].id
        self._become(exercise)
        self._rungs.setFocus()
