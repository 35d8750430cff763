"""Does or corrects a self-test: calf raises to a beat, knee to wall, single-leg stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QPlainTextEdit, QPushButton, QWidget

from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.measures import Measure, Measurement, Unit, with_values
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.services.measurement_service import MeasurementService
from ankle_coach.services.ports import Clock
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.measure_words import measure_how, measure_name, symmetry_words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.trial_panel import TrialPanel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_TRIES = 3
_NONE = -0.5
"""What a field holds while its side was not measured; shown as a word."""


class SelfTestDialog(EntryForm):
    """Shows a result; `corrected` returns what it is to be after Save."""

    def __init__(
        self,
        measurements: MeasurementService,
        result: Measurement,
        clock: Clock,
        cues: CuePlayer | None,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        is_new: bool = False,
    ) -> None:
        """Show a result.

        Args:
            measurements: Knows the measure, and computes the symmetry.
            result: The result; without a value for a new one.
            clock: The time, for a trial.
            cues: Sounds the beat; None for silence.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            is_new: Whether the test is done now, so that there is nothing to delete.
        """
        self._measure: Measure = measurements.catalog.of(result.measure)
        when = long_date(result.entered.training_day, words)
        super().__init__(theme, words, measure_name(self._measure, words), when, parent)
        self._measurements, self._result = measurements, result
        self._clock, self._cues = clock, cues
        self._fields: dict[Side, list[QDoubleSpinBox]] = {}
        self._trial: TrialPanel | None = None
        self.setObjectName("self_test_dialog")
        self._build(is_new=is_new)
        for field in (*self._fields[Side.LEFT], *self._fields[Side.RIGHT]):
            field.valueChanged.connect(self._on_fields_changed)
        self._on_fields_changed()
        self.fit()

    def corrected(self) -> Measurement:
        """Return the result with what the form says: of several tries the best one."""
        return with_values(
            self._result,
            left=self._best(Side.LEFT),
            right=self._best(Side.RIGHT),
            note=self._note.toPlainText(),
        )

    def _build(self, *, is_new: bool) -> None:
        gettext = self._words.gettext
        how = TextLabel(measure_how(self._measure, self._words))
        how.setObjectName("test_how")
        self.form.addWidget(how)
        if self._measure.loaded:
            line = gettext(
                "It counts as today's load. Stop at once for pain that is sharp or over your limit."
            )
            self.form.addWidget(TextLabel(line, "muted"))
        if is_new and self._measure.unit in (Unit.COUNT, Unit.SECONDS):
            self._build_trial()
        self.form.addWidget(self._results())
        self._symmetry = TextLabel("", "strong")
        self._symmetry.setObjectName("test_symmetry")
        self.form.addWidget(self._symmetry)
        self._note = QPlainTextEdit(self._result.note)
        self._note.setObjectName("note")
        self._note.setAccessibleName(gettext("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._theme.px(60))
        self.add_field(gettext("Note"), self._note)
        self.form.addStretch(1)
        if is_new:
            for button in self.findChildren(QPushButton, "entry_delete"):
                button.hide()
        if self._trial is not None:
            self._trial.take_focus()
        else:
            self._fields[Side.LEFT][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_trial(self) -> None:
        affected = self._measurements.affected()
        first = affected.other if affected in (Side.LEFT, Side.RIGHT) and affected is not None else Side.LEFT
        self._trial = TrialPanel(
            self._clock,
            self._cues,
            self._theme,
            self._words,
            stands=self._measure.unit is Unit.SECONDS,
            first=first,
        )
        self._trial.measured.connect(self._on_trial_measured)
        self.form.addWidget(self._trial)

    def _results(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        tries = _TRIES if self._measure.unit is Unit.CENTIMETERS else 1
        for row, side in enumerate((Side.LEFT, Side.RIGHT)):
            grid.addWidget(TextLabel(side_word(side, self._words), "strong", wraps=False), row, 0)
            self._fields[side] = [self._field(side, number) for number in range(tries)]
            for column, field in enumerate(self._fields[side], start=1):
                grid.addWidget(field, row, column)
            value = self._result.side(side)
            if value is not None:
                self._fields[side][0].setValue(value)
        if tries > 1:
            hint = TextLabel(self._words.gettext("Best of three tries"), "small", wraps=False)
            grid.addWidget(hint, 2, 1, 1, tries)
        grid.setColumnStretch(tries + 1, 1)
        return holder

    def _field(self, side: Side, number: int) -> QDoubleSpinBox:
        measure = self._measure
        field = QDoubleSpinBox()
        field.setObjectName(f"{side}_{number}")
        field.setDecimals(0 if measure.unit is Unit.COUNT else 1)
        field.setSingleStep(0.5 if measure.unit is Unit.CENTIMETERS else 1)
        field.setRange(-1 if measure.unit is Unit.COUNT else _NONE, measure.most)
        field.setValue(field.minimum())
        field.setSpecialValueText(self._words.gettext("not measured"))
        units = {Unit.CENTIMETERS: " cm", Unit.SECONDS: " s"}
        field.setSuffix(self._words.pgettext("after a number", units.get(measure.unit, "")))
        template = self._words.gettext("{side}, try {number}")
        field.setAccessibleName(template.format(side=side_word(side, self._words), number=number + 1))
        FieldInset(field, self._theme)
        WheelGuard(field)
        return field

    def _best(self, side: Side) -> float | None:
        values = [field.value() for field in self._fields[side] if field.value() > field.minimum()]
        return round(max(values), 1) if values else None

    @Slot()
    def _on_fields_changed(self) -> None:
        now = self.corrected()
        words = symmetry_words(self._measurements.symmetry_of(now), self._words)
        self._symmetry.setText(words[:1].upper() + words[1:])
        for button in self.findChildren(QPushButton, "entry_save"):
            button.setEnabled(bool(now.values))

    @Slot(object, float)
    def _on_trial_measured(self, side: Side, value: float) -> None:
        self._fields[side][0].setValue(value)
        if self._trial is not None and self._best(side.other) is None:
            self._trial.choose_side(side.other)

    def done(self, result: int) -> None:
        """Let a running trial go before the dialog closes."""
        if self._trial is not None:
            self._trial.end()
        super().done(result)
