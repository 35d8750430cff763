"""What is changed of a prescription now and then: load, how often, pain ceiling, own cues and note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ankle_coach.domain import prescription_edit as edit
from ankle_coach.domain.dose_fields import Range, Unit
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.exercise_texts import exercise_cues, exercise_name
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.load_words import band_word, load_words
from ankle_coach.domain.plan import Load, Plan, Prescription
from ankle_coach.domain.words import Words
from ankle_coach.ui.builder_words import step_for
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.frequency_editor import FrequencyEditor
from ankle_coach.ui.widgets.labeled import Labeled
from ankle_coach.ui.widgets.note_field import NoteField
from ankle_coach.ui.widgets.stepper import Stepper
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_BANDS = ("light", "medium", "heavy")
_NONE = -1
"""Stands in a stepper for "the plan's" or "none"."""


class PrescriptionExtras(QWidget):
    """Shows and changes what the dose does not say."""

    def __init__(
        self,
        draft: PlanDraft,
        prescription_id: str,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make the fields; `refresh` fills them.

        Args:
            draft: The plan.
            prescription_id: Id of the prescription.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("prescription_extras")
        self._draft, self._id, self._theme, self._words = draft, prescription_id, theme, words
        gettext = words.gettext
        kilograms = Range(0, 200, 2.5, Unit.COUNT)
        self._kilograms = Stepper(
            theme, words, gettext("Added weight"), kilograms, suffix=words.pgettext("after a number", " kg")
        )
        self._band = QComboBox()
        self._band.setObjectName("band")
        self._band.setAccessibleName(gettext("Resistance band"))
        self._band.addItem(words.pgettext("band", "none"), "")
        for band in _BANDS:
            self._band.addItem(band_word(band, words), band)
        WheelGuard(self._band)
        none = words.pgettext("load", "none")
        self._maximum = Stepper(
            theme, words, gettext("Repetition maximum"), Range(0, 50, 1, Unit.COUNT), special=none
        )
        self._ceiling = Stepper(
            theme, words, gettext("Pain ceiling"), Range(_NONE, 10, 1, Unit.COUNT), special=gettext("plan's")
        )
        self._often = FrequencyEditor(theme, words, own=True)
        self._cues = NoteField(theme, gettext("Own cues, a line each"), lines=3)
        self._note = NoteField(theme, gettext("Note for this exercise"), gettext("Is printed with it"))
        self._level_load = TextLabel("", "small")
        self._build()
        self._connect()

    def refresh(self, own: Prescription, exercise: Exercise, ceiling: int) -> None:
        """Show a prescription.

        Args:
            own: The prescription.
            exercise: Its exercise, which has cues of its own.
            ceiling: The pain ceiling of the plan.
        """
        words = self._words
        self._kilograms.show_value(own.load.kilograms)
        with QSignalBlocker(self._band):
            self._band.setCurrentIndex(max(0, self._band.findData(own.load.band)))
        self._maximum.show_value(own.load.repetition_maximum or 0)
        level = next((level for level in exercise.levels if level.id == own.level), None)
        usual = "" if level is None or own.load != Load() else level.load
        told = words.gettext("The level brings its own load: {load}").format(load=usual)
        self._level_load.setText(told if usual else "")
        self._level_load.setVisible(bool(usual))
        self._ceiling_label.set_text(words.gettext("Pain ceiling (plan's: {pain})").format(pain=ceiling))
        self._ceiling.show_value(_NONE if own.pain_ceiling is None else own.pain_ceiling)
        if own.frequency != self._often.frequency:
            self._often.show_frequency(own.frequency)
        self._cues.setPlaceholderText("\n".join(exercise_cues(exercise, words)))
        if tuple(_lines(self._cues.toPlainText())) != own.cues:
            self._cues.show_text("\n".join(own.cues))
        self._note.show_text(own.note)

    def _build(self) -> None:
        gettext = self._words.gettext
        self._kilograms.setObjectName("load_kilograms")
        self._maximum.setObjectName("load_maximum")
        self._ceiling.setObjectName("own_ceiling")
        self._often.setObjectName("own_frequency")
        self._cues.setObjectName("own_cues")
        self._note.setObjectName("own_note")
        holder = QWidget()
        flow = FlowLayout(holder, spacing=10)
        flow.addWidget(Labeled(gettext("Added weight"), self._kilograms))
        flow.addWidget(Labeled(gettext("Resistance band"), self._band))
        flow.addWidget(Labeled(gettext("Load as RM"), self._maximum))
        self._ceiling_label = Labeled(gettext("Pain ceiling"), self._ceiling)
        flow.addWidget(self._ceiling_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(holder)
        column.addWidget(self._level_load)
        column.addWidget(TextLabel(gettext("How often"), "small"))
        column.addWidget(self._often)
        column.addWidget(TextLabel(gettext("Own cues in place of these, a line each"), "small"))
        column.addWidget(self._cues)
        column.addWidget(TextLabel(gettext("Note for this exercise"), "small"))
        column.addWidget(self._note)

    def _connect(self) -> None:
        self._kilograms.value_changed.connect(self._on_kilograms_value_changed)
        self._maximum.value_changed.connect(self._on_maximum_value_changed)
        self._band.activated.connect(self._on_band_activated)
        self._ceiling.value_changed.connect(self._on_ceiling_value_changed)
        self._often.frequency_changed.connect(self._on_often_frequency_changed)
        self._cues.text_edited.connect(self._on_cues_text_edited)
        self._note.text_edited.connect(self._on_note_text_edited)
        for field in (self._kilograms, self._maximum, self._ceiling, self._cues, self._note):
            field.edited.connect(self._draft.settle)

    def _do(self, what: str, verb: Callable[[Plan], Plan], key: str = "") -> None:
        own = self._draft.find(self._id)
        exercise = None if own is None else self._draft.exercise(own)
        name = "" if exercise is None else exercise_name(exercise, self._words)
        self._draft.do(step_for(what, name, self._words), verb, f"{self._id}/{key}" if key else "")

    def _set_load(self, key: str = "") -> None:
        """Keep the load as its fields say it."""
        load = Load(
            kilograms=self._kilograms.value,
            band=str(self._band.currentData()),
            repetition_maximum=round(self._maximum.value) or None,
        )
        told = load_words(load, self._words) or self._words.gettext("the load of the level")
        self._do(told, lambda plan: edit.set_load(plan, (self._id,), load), key)

    @Slot(float)
    def _on_kilograms_value_changed(self, _value: float) -> None:
        self._set_load("kilograms")

    @Slot(float)
    def _on_maximum_value_changed(self, _value: float) -> None:
        self._set_load("maximum")

    @Slot(int)
    def _on_band_activated(self, _index: int) -> None:
        self._set_load()

    @Slot(float)
    def _on_ceiling_value_changed(self, value: float) -> None:
        pain = None if value == _NONE else round(value)
        plans = self._words.gettext("the plan's pain ceiling")
        own = self._words.gettext("pain ceiling {pain}").format(pain=pain)
        what = plans if pain is None else own
        self._do(what, lambda plan: edit.set_own_ceiling(plan, (self._id,), pain), "ceiling")

    @Slot(object)
    def _on_often_frequency_changed(self, frequency: Frequency | None) -> None:
        what = self._words.gettext("how often")
        self._do(what, lambda plan: edit.set_frequency(plan, (self._id,), frequency))

    @Slot(str)
    def _on_cues_text_edited(self, text: str) -> None:
        self._do(
            self._words.gettext("own cues"),
            lambda plan: edit.set_cues(plan, self._id, text.splitlines()),
            "cues",
        )

    @Slot(str)
    def _on_note_text_edited(self, text: str) -> None:
        self._do(self._words.gettext("note"), lambda plan: edit.set_own_note(plan, self._id, text), "note")


def _lines(text: str) -> list[str]:
    """The cues that a text says."""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]
