"""The editor of own exercises: what it is, how it is done, how much, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QScrollBar, QVBoxLayout, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.exercise import Equipment, Group, Position
from ankle_coach.domain.exercise_texts import equipment_word, group_word, position_word
from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.own_exercise_edit import Description, described, with_frequency
from ankle_coach.domain.text_bounds import LONGEST_LINE, LONGEST_NAME, LONGEST_NOTE
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.dialog_size import largest_size
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.bounded_field import BoundedField, LineField, LinesField, TextField
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.frequency_editor import FrequencyEditor
from ankle_coach.ui.widgets.level_fields import LevelFields
from ankle_coach.ui.widgets.picture_choice import PictureChoice
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.tick_list import TickList
from ankle_coach.ui.widgets.wheel_guard import WheelGuard
from ankle_coach.ui.widgets.wrap_row import WrapRow

_WIDE = 860
_SIDE_BY_SIDE = 640
_COLUMN = 330
"""Narrowest column of instructions in pixels at 100 % text."""

Keep = Callable[[OwnExercise], object]
"""Keeps an exercise.

Raises:
    AnkleCoachError: It cannot be kept; the reason is one sentence.
"""


class OwnExerciseDialog(EntryForm):
    """A form that stays open, with all that was typed, until the exercise is kept or given up."""

    def __init__(  # noqa: PLR0913 - an editor of a whole exercise
        self,
        own: OwnExercise,
        keep: Keep,
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        is_new: bool,
        is_used: bool = False,
        tone: int = 0,
    ) -> None:
        """Make the form.

        Args:
            own: As it is kept, or a new one.
            keep: Keeps it when it is to be saved.
            library: The figures, and the names in a routine.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            is_new: Whether it is not kept yet.
            is_used: Whether plans use it, so that its levels must stay.
            tone: Skin tone of the figures.
        """
        title = words.gettext("New exercise") if is_new else words.gettext("Edit exercise")
        note = words.gettext("Kept on this computer. A library file takes it to another one.")
        used = words.gettext("Plans that use it keep their doses; words and picture change everywhere.")
        super().__init__(theme, words, title, used if is_used else note, parent)
        self.setObjectName("own_exercise_dialog")
        self._before, self._keep, self._library, self._tone = own, keep, library, tone
        self._is_new = is_new
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("own_problem")
        self._problem.setProperty("tone", "danger")
        self._problem.hide()
        self.form.addWidget(self._problem)
        self._build_what()
        self._build_how()
        self._build_dose(is_used=is_used)
        self._build_more()
        self._finish()
        self._begun = self._state()

    @property
    def own(self) -> OwnExercise:
        """The exercise as the form says.

        Raises:
            ValueError: A text is too long.
        """
        often = self._often.frequency or self._before.exercise.frequency[0]
        description = Description(
            name=self._name.text,
            group=Group(self._group.currentData()),
            target=self._target.text,
            position=self._place.text,
            positions=self._positions.ticked or self._before.exercise.positions,
            equipment=self._things.ticked,
            cues=self._cues.lines or ("",),
            precautions=self._care.lines,
            keywords=self._search_words.lines,
        )
        exercise = described(with_frequency(self._levels.exercise, often), description)
        told = {name: field.text for name, field in self._told.items()}
        return OwnExercise(
            exercise=exercise,
            instructions=Instructions(**told),
            figure=self._look.figure,
            picture=self._look.picture,
        )

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self._state() != self._begun

    @property
    def scroll_bar(self) -> QScrollBar:
        """Moves through the form."""
        return self._scroll.verticalScrollBar()

    @property
    def problem(self) -> str:
        """Why it could not be kept; empty where nothing went wrong."""
        return "" if self._problem.isHidden() else self._problem.text()

    def accept(self) -> None:
        """Keep the exercise; what is missing is said at its field, and a failure at the top."""
        self._problem.hide()
        wrong = self._faults()
        for field, sentence in wrong:
            field.show_problem(sentence)
        if wrong:
            self._lead_to(wrong[0][0])
            return
        try:
            self._keep(self.own)
        except (AnkleCoachError, ValueError) as error:
            message = self._words.gettext("{problem} Nothing is lost: try again.")
            self._problem.setText(message.format(problem=error))
            self._problem.show()
            self._lead_to(self._problem)
            return
        super().accept()

    def reject(self) -> None:
        """Leave; where something was typed, ask first."""
        if not self.is_changed:
            super().reject()
            return
        words = self._words
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Give up what you typed?"),
            words.gettext("The exercise is not saved yet."),
            words.gettext("Give up"),
            danger=True,
            cancel=words.gettext("Keep editing"),
            parent=self,
        )
        question.accepted.connect(self._on_question_given_up)
        question.open()

    def _faults(self) -> list[tuple[BoundedField | TickList[Position], str]]:
        """What is missing or does not fit, from the top, each with its field."""
        words = self._words
        found: list[tuple[BoundedField | TickList[Position], str]] = []
        if not self._name.text:
            found.append((self._name, words.gettext("An exercise needs a name.")))
        if self._look.fault:
            found.append((self._look.text_field, self._look.fault))
        if not self._positions.ticked:
            found.append((self._positions, words.gettext("Tick at least one position.")))
        if not self._cues.lines and not self._told["movement"].text:
            found.append((self._cues, words.gettext("Say in a cue, or under Movement, how it is done.")))
        texts = (self._cues, *self._told.values(), self._care, self._search_words)
        found += [(field, field.fault) for field in texts if field.fault]
        nameless = self._levels.fault
        if nameless is not None:
            found.append((nameless, words.gettext("Each level needs a name, to tell it from the others.")))
        return found

    def _lead_to(self, widget: QWidget) -> None:
        widget.setFocus()
        self._scroll.ensureWidgetVisible(widget)

    def _state(self) -> tuple[object, ...]:
        """All that is typed and chosen, whether it fits or not."""
        fields = (self._name, self._target, self._place, self._cues, self._care, self._search_words)
        return (
            tuple(field.text for field in (*fields, *self._told.values())),
            self._group.currentData(),
            self._positions.ticked,
            self._things.ticked,
            self._levels.exercise,
            self._often.frequency,
            self._look.figure,
            self._look.picture,
        )

    # --- building -----------------------------------------------------------------------------

    def _build_what(self) -> None:
        words, exercise = self._words, self._before.exercise
        self._name = LineField(words, words.gettext("Name"), exercise.name, LONGEST_NAME)
        self._name.edit.setObjectName("own_name")
        self._group = QComboBox()
        self._group.setObjectName("own_group")
        self._group.setAccessibleName(words.gettext("Group"))
        WheelGuard(self._group)
        for group in Group:
            self._group.addItem(group_word(group, words), group.value)
        self._group.setCurrentIndex(self._group.findData(exercise.group.value))
        self._target = LineField(words, words.gettext("Works on"), exercise.target, LONGEST_LINE)
        self._target.edit.setObjectName("own_target")
        self._positions: TickList[Position] = TickList(
            words,
            words.gettext("Position"),
            [(position, position_word(position, words)) for position in Position],
            exercise.positions,
        )
        self._positions.setObjectName("own_positions")
        hint = words.gettext("In a few words, such as: sitting, heel on the floor")
        self._place = LineField(words, words.gettext("Start position"), exercise.position, LONGEST_LINE, hint)
        self._place.edit.setObjectName("own_position")
        self._look = PictureChoice(
            self._library,
            self._theme,
            words,
            picture=self._before.picture,
            figure=self._before.figure,
            tone=self._tone,
        )
        self._look.setObjectName("own_picture")
        group_field = QWidget()
        column = QVBoxLayout(group_field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(words.gettext("Group"), "strong"))
        column.addWidget(self._group)
        left = _column(self._name, group_field, self._target, self._positions, self._place)
        self.form.addWidget(WrapRow(self._theme, left, self._look, needs=_SIDE_BY_SIDE))

    def _build_how(self) -> None:
        theme, words, told = self._theme, self._words, self._before.instructions
        self._section(words.gettext("How it is done"))
        hint = words.gettext("One a line, seen in the player and printed: three to five short lines are best")
        cues = "\n".join(self._before.exercise.cues)
        self._cues = LinesField(theme, words, words.gettext("Cues"), cues, LONGEST_NOTE, hint, lines=5)
        self._cues.edit.setObjectName("own_cues")
        self.form.addWidget(self._cues)
        parts = {
            "preparation": words.gettext("Preparation"),
            "movement": words.gettext("Movement"),
            "breathing": words.gettext("Breathing"),
            "safety": words.gettext("Safety"),
        }
        self._told = {
            name: TextField(theme, words, label, getattr(told, name), LONGEST_NOTE)
            for name, label in parts.items()
        }
        for name, field in self._told.items():
            field.edit.setObjectName(f"own_{name}")
        self.form.addWidget(self._pairs(*self._told.values()))

    def _build_dose(self, *, is_used: bool) -> None:
        words, exercise = self._words, self._before.exercise
        self._section(words.gettext("How much"))
        stay = [level.id for level in exercise.levels] if is_used else []
        self._levels = LevelFields(exercise, stay, self._library, self._theme, words)
        self._levels.setObjectName("own_levels")
        self.form.addWidget(self._levels)
        self._often = FrequencyEditor(self._theme, words)
        self._often.setObjectName("own_often")
        self._often.show_frequency(exercise.frequency[0])
        self.form.addWidget(_column(TextLabel(words.gettext("How often"), "strong"), self._often, spacing=6))

    def _build_more(self) -> None:
        theme, words, exercise = self._theme, self._words, self._before.exercise
        self._section(words.gettext("What else to know"))
        self._things: TickList[Equipment] = TickList(
            words,
            words.gettext("You need"),
            [(thing, equipment_word(thing, words)) for thing in Equipment],
            exercise.equipment,
            folds=words.gettext("Nothing"),
        )
        self._things.setObjectName("own_equipment")
        self.form.addWidget(self._things)
        care = words.gettext("When to take care or stop, one a line")
        search = words.gettext("Other words that it is found by, one a line")
        self._care = LinesField(
            theme, words, words.gettext("Precautions"), "\n".join(exercise.precautions), LONGEST_NOTE, care
        )
        self._care.edit.setObjectName("own_precautions")
        typed = "\n".join(exercise.keywords)
        self._search_words = LinesField(
            theme, words, words.gettext("Search words"), typed, LONGEST_NOTE, search
        )
        self._search_words.edit.setObjectName("own_keywords")
        self.form.addWidget(self._pairs(self._care, self._search_words))

    def _finish(self) -> None:
        """Set the buttons and the size."""
        self.set_deletable(False)
        if self._is_new:
            self._save.setText(self._words.gettext("Add exercise"))
        self.fit()
        most = largest_size(self)
        wide = min(self._theme.px(_WIDE), most.width())
        self.resize(wide, most.height())
        self._name.edit.setFocus()
        self._name.edit.selectAll()

    def _section(self, title: str) -> None:
        self.form.addSpacing(self._theme.px(6))
        self.form.addWidget(TextLabel(title, "heading"))

    def _pairs(self, *fields: QWidget) -> QWidget:
        """Fields side by side while there is room."""
        holder = QWidget()
        flow = FlowLayout(holder, spacing=14, fills=True, least=lambda: self._theme.px(_COLUMN))
        for field in fields:
            flow.addWidget(field)
        return holder

    @Slot()
    def _on_question_given_up(self) -> None:
        super().reject()


def _column(*widgets: QWidget, spacing: int = 14) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    if spacing > 6:
        column.addStretch(1)
    return holder
