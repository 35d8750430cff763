"""Editing one prescription in place: level, dose and sides, and on demand what is rarely changed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain import prescription_edit as edit
from ankle_coach.domain.dose import Dose, Tempo
from ankle_coach.domain.dose_edit import has_own_sides, with_choice, with_tempo
from ankle_coach.domain.dose_order import playing_sides
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side, SideMode, sides_to_train
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.builder_words import merge_key, mode_word, step_for, value_words
from ankle_coach.ui.plan_draft import PlanDraft, Verb
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dose_editor import ChoiceEdit, DoseEditor, ValueEdit
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.ladder_chooser import LadderChooser
from ankle_coach.ui.widgets.prescription_extras import PrescriptionExtras
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

_EDITED_SIDES = (Side.BOTH, Side.LEFT, Side.RIGHT)


class PrescriptionEditor(QWidget):
    """Shows one prescription of a draft and changes it through the draft."""

    usual_dose_requested = Signal(str)
    more_toggled = Signal(bool)

    def __init__(
        self,
        draft: PlanDraft,
        prescription_id: str,
        theme: Theme,
        words: Words,
        library: Library,
        *,
        more: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an editor; the exercise must be in the library.

        Args:
            draft: The plan.
            prescription_id: Id of the prescription.
            theme: The look.
            words: The reader's language.
            library: Names exercises.
            more: Whether what is rarely changed is shown too.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("prescription_editor")
        self._draft, self._id = draft, prescription_id
        self._theme, self._words, self._library = theme, words, library
        self._level = LadderChooser(theme, words)
        self._doses = {side: DoseEditor(theme, words, library, side) for side in _EDITED_SIDES}
        self._headings = {side: TextLabel(side_word(side, words), "strong") for side in _EDITED_SIDES[1:]}
        self._apart = QCheckBox(words.gettext("Different for each side"))
        self._apart.setObjectName("own_sides")
        self._mode = SegmentedControl(
            words.gettext("Sides"), [(mode.value, mode_word(mode, words)) for mode in SideMode]
        )
        self._mode.setObjectName("side_mode")
        self._more = QPushButton()
        self._more.setObjectName("more_button")
        self._more.setProperty("kind", "link")
        self._more.setCheckable(True)
        self._more.setChecked(more)
        self._extras: PrescriptionExtras | None = None
        self._build()
        self._connect()
        self.refresh()

    @property
    def prescription(self) -> Prescription | None:
        """The prescription as it is now; None where it is no longer in the plan."""
        return self._draft.find(self._id)

    def refresh(self) -> None:
        """Show the prescription as it is now."""
        own = self.prescription
        exercise = None if own is None else self._draft.exercise(own)
        if own is None or exercise is None:
            return
        affected = self._draft.plan.affected
        self._level.show_level(exercise, own.level)
        with QSignalBlocker(self._mode):
            self._mode.set_current(own.side_mode.value)
        two = len(sides_to_train(own.side_mode, affected)) == 2
        apart = has_own_sides(own.dose)
        with QSignalBlocker(self._apart):
            self._apart.setChecked(apart)
        self._apart.setVisible(two or apart)
        self._show_doses(own, apart)
        if self._extras is not None:
            self._extras.refresh(own, exercise, self._draft.plan.pain_ceiling)

    def _show_doses(self, own: Prescription, apart: bool) -> None:
        sides = playing_sides(own.dose, own.side_mode, self._draft.plan.affected)
        one_sided = len(sides) == 1
        shown = sides if apart else (Side.BOTH,)
        for side, editor in self._doses.items():
            if side in shown:
                editor.show_dose(own.dose, one_sided=one_sided)
            editor.setVisible(side in shown)
            if side in self._headings:
                self._headings[side].setVisible(side in shown and apart)

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(10)
        column.addWidget(self._level)
        affected = self._draft.plan.affected
        order = (Side.BOTH, Side.RIGHT, Side.LEFT) if affected is Side.RIGHT else _EDITED_SIDES
        for side in order:
            if side in self._headings:
                column.addWidget(self._headings[side])
            column.addWidget(self._doses[side])
        column.addWidget(self._apart)
        column.addWidget(self._mode)
        holder = QWidget()
        actions = FlowLayout(holder, spacing=8)
        actions.addWidget(self._more)
        for name, text, slot in (
            ("usual_dose", words.gettext("Save as my usual dose"), self._on_usual_clicked),
            ("reset_dose", words.gettext("Back to the level's dose"), self._on_reset_clicked),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("kind", "link")
            button.clicked.connect(slot)
            actions.addWidget(button)
        column.addWidget(holder)
        self._column = column
        self._show_more()

    def _show_more(self) -> None:
        """Show or hide what is rarely changed; it is made when it is first asked for."""
        words, wanted = self._words, self._more.isChecked()
        less, more = words.gettext("Less"), words.gettext("Load, how often, pain, cues and note")
        self._more.setText(less if wanted else more)
        if wanted and self._extras is None:
            self._extras = PrescriptionExtras(self._draft, self._id, self._theme, words)
            self._column.addWidget(self._extras)
        if self._extras is not None:
            self._extras.setVisible(wanted)

    def _connect(self) -> None:
        self._level.level_chosen.connect(self._on_level_chosen)
        self._apart.toggled.connect(self._on_apart_toggled)
        self._mode.current_changed.connect(self._on_mode_current_changed)
        self._more.clicked.connect(self._on_more_clicked)
        for editor in self._doses.values():
            editor.value_edited.connect(self._on_dose_value_edited)
            editor.choice_made.connect(self._on_dose_choice_made)
            editor.left.connect(self._draft.settle)

    def _named(self) -> tuple[Exercise, str] | None:
        own = self.prescription
        exercise = None if own is None else self._draft.exercise(own)
        return None if exercise is None else (exercise, exercise_name(exercise, self._words))

    def _do(self, what: str, verb: Verb, merges: str = "") -> None:
        found = self._named()
        if found is not None:
            self._draft.do(step_for(what, found[1], self._words), verb, merges)

    @Slot(str)
    def _on_level_chosen(self, level_id: str) -> None:
        found = self._named()
        if found is None:
            return
        exercise = found[0]
        what = self._words.gettext("level {name}").format(
            name=level_name(exercise, exercise.level(level_id), self._words)
        )
        self._do(what, lambda plan: edit.set_level(plan, self._id, exercise, level_id))

    @Slot(object)
    def _on_dose_value_edited(self, edited: ValueEdit) -> None:
        field, side = edited.field, edited.side
        what = value_words(field.key, edited.value, field.range.unit, self._words)
        only = None if side is Side.BOTH else side
        self._do(
            what,
            lambda plan: edit.set_field(plan, self._id, field, edited.value, only),
            merge_key(self._id, field, side.value),
        )

    @Slot(object)
    def _on_dose_choice_made(self, choice: ChoiceEdit) -> None:
        side = None if choice.side is Side.BOTH else choice.side
        words = self._words
        what = {
            "tempo": words.gettext("tempo"),
            "directions": words.gettext("directions"),
            "style": words.gettext("letters"),
        }[choice.name]

        self._do(
            what, lambda plan: edit.set_dose(plan, (self._id,), lambda dose: _chosen(dose, choice, side))
        )

    @Slot(bool)
    def _on_apart_toggled(self, checked: bool) -> None:
        what = self._words.gettext("sides apart") if checked else self._words.gettext("sides alike")
        affected = self._draft.plan.affected
        keep = affected if affected in (Side.LEFT, Side.RIGHT) else Side.LEFT
        self._do(what, lambda plan: edit.set_own_sides(plan, self._id, own=checked, keep=keep))

    @Slot(str)
    def _on_mode_current_changed(self, key: str) -> None:
        mode = SideMode(key)
        what = mode_word(mode, self._words)
        self._do(what[:1].lower() + what[1:], lambda plan: edit.set_side_mode(plan, (self._id,), mode))

    @Slot()
    def _on_more_clicked(self) -> None:
        self._show_more()
        self.refresh()
        self.more_toggled.emit(self._more.isChecked())

    @Slot()
    def _on_usual_clicked(self) -> None:
        self.usual_dose_requested.emit(self._id)

    @Slot()
    def _on_reset_clicked(self) -> None:
        exercises = self._library.exercises
        self._do(
            self._words.gettext("the level's dose"),
            lambda plan: edit.reset_dose(plan, (self._id,), exercises),
        )


def _chosen(dose: Dose, choice: ChoiceEdit, side: Side | None) -> Dose:
    """A dose with a choice made, on a side or everywhere."""
    if choice.name == "tempo":
        tempo = choice.choice if isinstance(choice.choice, Tempo) else None
        return with_tempo(dose, choice.path, tempo, side)
    return with_choice(dose, choice.path, choice.name, choice.choice, side)
