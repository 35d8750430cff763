"""Writes a run down or corrects it; what the guards say of it stands in the form as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.run_words import (
    SURFACES,
    cap_words,
    guard_word,
    on_day,
    single_run_words,
    stage_words,
    surface_word,
    unit_meters,
    unit_word,
    weekly_words,
)
from ankle_coach.domain.running import Guard, RunRecord
from ankle_coach.domain.settings import Units
from ankle_coach.domain.walk_run import STAGES
from ankle_coach.domain.words import Words
from ankle_coach.services.run_service import RunService
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.qt_dates import day_of, qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_MOST_DISTANCE, _MOST_MINUTES = 200.0, 1440.0


class RunDialog(EntryForm):
    """A form for one run. `run` returns it after Save."""

    def __init__(
        self,
        run: RunRecord,
        runs: RunService,
        units: Units,
        today: date,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        is_new: bool = False,
    ) -> None:
        """Show a run.

        Args:
            run: The run as it is.
            runs: Knows the guards and the shoes.
            units: What distances are typed in.
            today: The running training day.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            is_new: Whether it is not kept yet.
        """
        title = words.gettext("Add a run") if is_new and not run.session else words.gettext("Run")
        subtitle = words.gettext("Everything but the minutes can be left out")
        if run.session:
            subtitle = words.gettext("From the player: the plan goes by what was said there")
        super().__init__(theme, words, title, subtitle, parent)
        self.setObjectName("run_dialog")
        self._before, self._runs, self._units = run, runs, units
        self._build(today)
        self.set_deletable(not is_new)
        self._refresh()
        self.fit()

    @property
    def run(self) -> RunRecord:
        """The run as the form says it."""
        stage = self._stage.currentData()
        chosen = STAGES[stage] if stage is not None else None
        meters = self._distance.value() * unit_meters(self._units)
        return RunRecord(
            id=self._before.id,
            started=on_day(self._before.started, self._chosen_day()),
            seconds=self._minutes.value() * 60,
            total_seconds=chosen.total * 60 if chosen is not None and chosen.walk else 0,
            meters=meters or None,
            stage=stage,
            surface=self._surface.currentData(),
            shoes=self._shoes.currentData(),
            pain_during=_answer(self._during.value),
            pain_after=_answer(self._after.value),
            limp={"yes": True, "no": False}.get(self._limp.current),
            gave_way=self._gave_way.isChecked(),
            sharp_pain=self._sharp.isChecked(),
            side=self._before.side,
            note=self._note.toPlainText().strip(),
            session=self._before.session,
        )

    @property
    def is_confirmed(self) -> bool:
        """Whether the person said that a very long run was that long."""
        return self._confirmed.isChecked()

    def _chosen_day(self) -> date:
        return day_of(self._day.date())

    def _build(self, today: date) -> None:
        self._build_run(today)
        self._build_answers()
        self._build_guard()
        self.form.addStretch(1)

    def _build_run(self, today: date) -> None:
        gettext = self._words.gettext
        self._day = QDateEdit(qt_date(self._before.day))
        self._day.setObjectName("run_day")
        self._day.setDisplayFormat("yyyy-MM-dd")
        FieldInset(self._day, self._theme)
        self._day.setMaximumDate(qt_date(today))
        self._minutes = self._number("run_minutes", gettext("Minutes of running"), _MOST_MINUTES)
        self._minutes.setDecimals(0)
        self._minutes.setSuffix(self._words.pgettext("after a number", " min"))
        self._minutes.setValue(self._before.minutes)
        unit = unit_word(self._units, self._words)
        self._distance = self._number("run_distance", gettext("Distance"), _MOST_DISTANCE)
        self._distance.setSuffix(f" {unit}")
        self._distance.setSpecialValueText(gettext("not measured"))
        self._distance.setValue((self._before.meters or 0) / unit_meters(self._units))
        first = QWidget()
        self._pairs(
            first,
            (gettext("Day"), self._day),
            (gettext("Minutes of running"), self._minutes),
            (gettext("Distance"), self._distance),
        )
        self.form.addWidget(first)
        stages: list[tuple[object, str]] = [(None, gettext("No walk-run stage"))]
        stages += [(stage.number, stage_words(stage, self._words)) for stage in STAGES]
        self._stage = self._choice("run_stage", gettext("Walk-run stage"), stages, self._before.stage)
        surfaces = [("", gettext("not said"))]
        surfaces += [(key, surface_word(key, self._words)) for key in SURFACES]
        self._surface = self._choice("run_surface", gettext("Surface"), surfaces, self._before.surface)
        pairs = [("", gettext("not said"))]
        pairs += [(row.shoe.id, row.shoe.name) for row in self._runs.shoes() if not row.shoe.retired]
        self._shoes = self._choice("run_shoes", gettext("Shoes"), pairs, self._before.shoes)
        second = QWidget()
        self._pairs(
            second,
            (gettext("Walk-run stage"), self._stage),
            (gettext("Surface"), self._surface),
            (gettext("Shoes"), self._shoes),
        )
        self.form.addWidget(second)

    def _build_answers(self) -> None:
        gettext, run = self._words.gettext, self._before
        hint = gettext("0 none, 10 worst")
        self._during = self.add_scale(gettext("Worst pain during it"), hint, run.pain_during, "pain_during")
        self._after = self.add_scale(gettext("Pain right after it"), "", run.pain_after, "pain_after")
        answers = (
            ("", gettext("not answered")),
            ("no", self._words.pgettext("answer", "No")),
            ("yes", self._words.pgettext("answer", "Yes")),
        )
        self._limp = SegmentedControl(gettext("Limp"), answers)
        self._limp.setObjectName("run_limp")
        if run.limp is not None:
            self._limp.set_current("yes" if run.limp else "no")
        self.add_field(gettext("Did you limp during it or after it?"), self._limp)
        self._gave_way = QCheckBox(gettext("The ankle gave way"))
        self._gave_way.setObjectName("run_gave_way")
        self._gave_way.setChecked(run.gave_way)
        self._sharp = QCheckBox(gettext("Sudden sharp pain"))
        self._sharp.setObjectName("run_sharp")
        self._sharp.setChecked(run.sharp_pain)
        for tick in (self._gave_way, self._sharp):
            self.form.addWidget(tick)
        self._note = QPlainTextEdit(run.note)
        self._note.setObjectName("note")
        self._note.setAccessibleName(gettext("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._theme.px(60))
        self.add_field(gettext("Note"), self._note)

    def _build_guard(self) -> None:
        self._guard = TextLabel("", "body")
        self._guard.setObjectName("run_guard")
        self._guard.setTextFormat(Qt.TextFormat.PlainText)
        self._confirmed = QCheckBox(self._words.gettext("Yes, the run was that long"))
        self._confirmed.setObjectName("run_confirmed")
        self.form.addWidget(self._guard)
        self.form.addWidget(self._confirmed)
        for field in (self._minutes, self._distance):
            field.valueChanged.connect(self._refresh)
        self._day.dateChanged.connect(self._refresh)
        self._stage.currentIndexChanged.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        """Say what the guards make of the run."""
        run, words = self.run, self._words
        check = self._runs.guards(run)
        lines = []
        single, week = single_run_words(check.single, words), weekly_words(check.weekly, words)
        if single:
            lines.append(f"{guard_word(check.single.guard, words)}: {single}")
        if week:
            lines.append(f"{guard_word(check.weekly.guard, words)}: {week}")
        cap = cap_words(check.cap_minutes, words) if check.over_cap and check.cap_minutes else ""
        if cap:
            lines.append(f"{guard_word(Guard.CAUTION, words)}: {cap}")
        self._guard.setText("\n".join(lines))
        self._guard.setVisible(bool(lines))
        self._confirmed.setVisible(check.asks)

    def _number(self, name: str, spoken: str, most: float) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setObjectName(name)
        spin.setAccessibleName(spoken)
        spin.setRange(0, most)
        spin.setDecimals(1)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        WheelGuard(spin)
        return spin

    def _choice(
        self, name: str, spoken: str, choices: Sequence[tuple[object, str]], chosen: object
    ) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        for key, text in choices:
            combo.addItem(text, key)
        keys = [key for key, _ in choices]
        combo.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        WheelGuard(combo)
        return combo

    def _pairs(self, owner: QWidget, *fields: tuple[str, QWidget]) -> None:
        row = QHBoxLayout(owner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for name, field in fields:
            column = QVBoxLayout()
            column.setSpacing(4)
            label = TextLabel(name, "strong")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            row.addLayout(column, 1)

    def accept(self) -> None:
        """Save, unless there is no time in it, or a very long run waits for its confirmation."""
        if self._minutes.value() <= 0:
            self._guard.setText(self._words.gettext("Please say how many minutes you ran."))
            self._guard.setVisible(True)
            self._minutes.setFocus()
            return
        if self._runs.guards(self.run).asks and not self._confirmed.isChecked():
            self._confirmed.setFocus()
            return
        super().accept()


def _answer(value: int | None) -> Answer:
    return NoAnswer.MISSING if value is None else value
