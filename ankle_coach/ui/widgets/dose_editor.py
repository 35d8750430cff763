"""The values of a dose as steppers, part by part, for both sides or for one."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ankle_coach.domain.dose import Block, Directions, Dose, Reps, Sequence, Tempo, Tracing
from ankle_coach.domain.dose_fields import DoseField, Key, Path, block_at, dose_fields
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.movement import Direction, LetterStyle
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import activity_word, direction_word, style_word, variant_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.builder_words import key_word, unit_suffix
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.labeled import Labeled
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.stepper import Stepper
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

USUAL_TEMPO = Tempo(up=2, hold=1, down=3)
"""The tempo that repetitions begin with when they are to be timed (clinical.md §1.6, two-leg raise)."""


_FAMILIES = (
    (Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE),
    (Direction.FORWARD, Direction.BACKWARD, Direction.INWARD, Direction.OUTWARD),
    (Direction.FRONT, Direction.BACK_OUT, Direction.BACK_IN),
)
"""Directions that are chosen from together."""


class ValueEdit(NamedTuple):
    """A value that the person changed."""

    field: DoseField
    value: float
    side: Side


class ChoiceEdit(NamedTuple):
    """A choice that the person made: ``tempo``, ``directions`` or ``style`` of a part."""

    path: Path
    name: str
    choice: object
    side: Side


class DoseEditor(QWidget):
    """Steppers for one side's values. They are made anew only where the kinds of value are others."""

    value_edited = Signal(object)
    choice_made = Signal(object)
    left = Signal()
    """A field was left: the next typing is a step of its own."""

    def __init__(
        self, theme: Theme, words: Words, library: Library, side: Side, parent: QWidget | None = None
    ) -> None:
        """Make an empty editor.

        Args:
            theme: The look.
            words: The reader's language.
            library: Names the exercises of a routine.
            side: The side that it is for; both for the common values.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words, self._library, self._side = theme, words, library, side
        self._shape: object = None
        self._steppers: dict[tuple[Path, Key, int], Stepper] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_dose(self, dose: Dose, *, one_sided: bool) -> None:
        """Show a dose.

        Args:
            dose: The dose.
            one_sided: Whether only one side, or both at once, works: nobody changes sides then.
        """
        hidden = {Key.REST_SIDES} if one_sided else set()
        fields = [f for f in dose_fields(dose, self._side) if f.key not in hidden]
        shape = (tuple((f.path, f.key, f.index, f.range) for f in fields), self._choices(dose))
        if shape != self._shape:
            self._shape = shape
            self._rebuild(dose, fields)
        for field in fields:
            self._steppers[field.path, field.key, field.index].show_value(field.value)

    def stepper(self, key: Key, path: Path = (0,), index: int = 0) -> Stepper:
        """Return the stepper of a value.

        Raises:
            KeyError: The dose has no such value.
        """
        return self._steppers[path, key, index]

    def _choices(self, dose: Dose) -> tuple[object, ...]:
        """What else of the parts can be chosen, as far as it decides what is shown."""
        found: list[object] = []
        for block in dose.for_side(self._side):
            if isinstance(block, Reps):
                found.append(block.tempo is None)
            elif isinstance(block, Directions):
                found.append(block.directions)
            elif isinstance(block, Tracing):
                found.append(block.style)
        return tuple(found)

    def _rebuild(self, dose: Dose, fields: list[DoseField]) -> None:
        """Make all fields anew; the focus stays with the one that has it."""
        focused = [widget for widget in self.findChildren(QWidget) if widget.hasFocus()]
        kept = focused[0].objectName() if focused else ""
        self._clear()
        paths = list(dict.fromkeys(field.path for field in fields))
        for path in paths:
            own = [field for field in fields if field.path == path]
            self._add_part(dose, path, own, named=len(paths) > 1)
        again = self.findChild(QWidget, kept) if kept else None
        if isinstance(again, QWidget):
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._steppers = {}
        clear_layout(self._column, detach=True)

    def _add_part(self, dose: Dose, path: Path, fields: list[DoseField], *, named: bool) -> None:
        block = block_at(dose, path, self._side)
        heading = self._heading(dose, path, block) if named else ""
        if heading:
            self._column.addWidget(TextLabel(heading, "strong"))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=10)
        passes = sum(field.key is Key.PASSES for field in fields)
        for field in fields:
            flow.addWidget(self._stepper_of(field, block, passes))
        for extra in self._extras(path, block):
            flow.addWidget(extra)
        self._column.addWidget(holder)

    def _stepper_of(self, field: DoseField, block: Block, passes: int) -> QWidget:
        name = key_word(field.key, self._words, block, field.index, passes)
        suffix = unit_suffix(field.range.unit, self._words)
        stepper = Stepper(self._theme, self._words, name, field.range, suffix=suffix)
        stepper.setObjectName(f"step_{field.key}")
        stepper.show_value(field.value)
        stepper.value_changed.connect(
            lambda value, f=field: self.value_edited.emit(ValueEdit(f, value, self._side))
        )
        stepper.edited.connect(self.left)
        self._steppers[field.path, field.key, field.index] = stepper
        return Labeled(name, stepper)

    def _heading(self, dose: Dose, path: Path, block: Block) -> str:
        words = self._words
        outer = dose.for_side(self._side)[path[0]]
        if isinstance(outer, Sequence):
            item = outer.items[path[1]]
            if item.exercise in self._library.exercises:
                return exercise_name(self._library.exercises[item.exercise], words)
            activity = getattr(block, "activity", None)
            word = activity_word(activity, words) if activity is not None else ""
            return word[:1].upper() + word[1:]
        if block.variant:
            return variant_word(block.variant, words)
        return words.gettext("Part {n}").format(n=path[0] + 1)

    def _extras(self, path: Path, block: Block) -> list[QWidget]:
        if len(path) > 1:
            return []
        match block:
            case Reps():
                return [self._tempo_box(path, block)]
            case Directions():
                return [Labeled(self._words.gettext("Directions"), self._direction_boxes(path, block))]
            case Tracing():
                return [Labeled(self._words.gettext("Letters"), self._styles(path, block))]
            case _:
                return []

    def _tempo_box(self, path: Path, block: Reps) -> QWidget:
        box = QCheckBox(self._words.gettext("At the person's own pace"))
        box.setObjectName("own_pace")
        box.setChecked(block.tempo is None)
        kept = block.tempo or USUAL_TEMPO
        box.toggled.connect(
            lambda own: self.choice_made.emit(ChoiceEdit(path, "tempo", None if own else kept, self._side))
        )
        return box

    def _direction_boxes(self, path: Path, block: Directions) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6)
        known = _family(block.directions)
        boxes = []
        for direction in known:
            box = QCheckBox(direction_word(direction, self._words))
            box.setObjectName(f"direction_{direction}")
            box.setChecked(direction in block.directions)
            box.setEnabled(direction not in block.directions or len(block.directions) > 1)
            boxes.append((direction, box))
            flow.addWidget(box)

        def tell(_checked: bool) -> None:
            chosen = tuple(direction for direction, box in boxes if box.isChecked())
            self.choice_made.emit(ChoiceEdit(path, "directions", chosen, self._side))

        for _, box in boxes:
            box.toggled.connect(tell)
        return holder

    def _styles(self, path: Path, block: Tracing) -> QWidget:
        choices = [(style.value, style_word(style, self._words)) for style in LetterStyle]
        control = SegmentedControl(self._words.gettext("Letters"), choices)
        control.setObjectName("letter_style")
        control.set_current(block.style.value)
        control.current_changed.connect(
            lambda key: self.choice_made.emit(ChoiceEdit(path, "style", LetterStyle(key), self._side))
        )
        return control


def _family(directions: tuple[Direction, ...]) -> tuple[Direction, ...]:
    """The directions of a dose, and those that belong to them where only some are done."""
    return next((family for family in _FAMILIES if set(directions) <= set(family)), directions)
