"""Corrects a session of the journal: what was done of each set, what was felt, and the note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.correction import (
    amount_done,
    amount_planned,
    answer_of,
    corrected_session,
    counts_reps,
    ticks_of,
)
from ankle_coach.domain.date_words import local_time, long_date
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import ExerciseAnswer, NoAnswer, SessionRecord, SetRecord
from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import Tick
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import minutes_words, side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_MOST_REPS, _MOST_SECONDS = 999, 7200
_SETS_A_LINE = 6


class SessionEntryDialog(EntryForm):
    """Shows a record; `corrected` returns what it is to be after Save."""

    def __init__(
        self,
        record: SessionRecord,
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget,
    ) -> None:
        """Show a record.

        Args:
            record: The session with its sets.
            library: Names the exercises.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        parts = [long_date(record.started.training_day, words), local_time(record.started, words)]
        if record.duration:
            parts.append(minutes_words(record.duration, 0, words))
        super().__init__(theme, words, record.name, " · ".join(parts), parent)
        self._record, self._library = record, library
        self._spins: dict[int, QSpinBox] = {}
        self._during: dict[int, PainScale] = {}
        self._ticks: dict[int, dict[Tick, QCheckBox]] = {}
        self.setObjectName("session_entry_dialog")
        self._build()
        self.fit()

    def corrected(self) -> SessionRecord:
        """Return the record with what the form says; what was left alone stays exactly as it was."""
        record = self._record
        return corrected_session(
            record,
            amounts={index: spin.value() for index, spin in self._spins.items()},
            pain_during={
                index: answer_of(scale.value, record.answers[index].pain_during)
                for index, scale in self._during.items()
            },
            ticks={
                index: frozenset(tick for tick, box in boxes.items() if box.isChecked())
                for index, boxes in self._ticks.items()
            },
            pain_after=answer_of(self._after.value, record.pain_after),
            effort=answer_of(self._effort.value, record.effort),
            note=self._note.toPlainText(),
        )

    def _build(self) -> None:
        gettext = self._words.gettext
        ends = gettext("0 none, 10 worst")
        self._after = self.add_scale(
            gettext("Pain after the session"), ends, self._record.pain_after, "pain_after"
        )
        self._effort = self.add_scale(
            gettext("Effort"), gettext("0 rest, 10 all you had"), self._record.effort, "effort"
        )
        for name, sets, answers in self._exercises():
            self.form.addWidget(self._exercise_card(name, sets, answers))
        self._note = QPlainTextEdit(self._record.note)
        self._note.setObjectName("note")
        self._note.setAccessibleName(gettext("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._theme.px(76))
        self.add_field(gettext("Note"), self._note)
        self.form.addStretch(1)

    def _exercises(self) -> list[tuple[str, list[int], list[int]]]:
        """Return each exercise's name with the places of its sets and answers in the record."""
        found: dict[tuple[str, str], tuple[str, list[int], list[int]]] = {}

        def known(entry: SetRecord | ExerciseAnswer) -> tuple[str, list[int], list[int]]:
            key = (entry.prescription, entry.exercise)
            return found.setdefault(key, (self._exercise_name(entry.exercise), [], []))

        for index, done in enumerate(self._record.sets):
            known(done)[1].append(index)
        for index, said in enumerate(self._record.answers):
            known(said)[2].append(index)
        return list(found.values())

    def _exercise_name(self, exercise_id: str) -> str:
        try:
            return self._library.exercise(exercise_id).name
        except NotFoundError:
            return exercise_id

    def _exercise_card(self, name: str, sets: list[int], answers: list[int]) -> Card:
        card = Card(self._theme)
        card.setAccessibleName(name)
        card.add_widget(TextLabel(name, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, (side, planned, unit, members) in enumerate(self._lines(sets)):
            self._add_line(grid, row, name, (side, planned, unit, members))
        holder = QHBoxLayout()
        holder.addLayout(grid)
        holder.addStretch(1)
        card.body.addLayout(holder)
        for index in answers:
            self._add_answer(card.body, index)
            self._add_ticks(card.body, index, name)
        return card

    def _lines(self, sets: list[int]) -> list[tuple[Side, int, str, list[int]]]:
        """Return the sets that stand in one line: of one side, planned alike, a handful at most."""
        lines: list[tuple[Side, int, str, list[int]]] = []
        for index in sets:
            entry = self._record.sets[index]
            unit = "reps" if counts_reps(entry) else "seconds"
            head = (entry.side, amount_planned(entry), unit)
            if lines and lines[-1][:3] == head and len(lines[-1][3]) < _SETS_A_LINE:
                lines[-1][3].append(index)
            else:
                lines.append((*head, [index]))
        return lines

    def _add_line(
        self, grid: QGridLayout, row: int, name: str, line: tuple[Side, int, str, list[int]]
    ) -> None:
        side, planned, unit, members = line
        grid.addWidget(QLabel(side_word(side, self._words)), row, 0)
        for column, index in enumerate(members, start=1):
            grid.addWidget(self._spin(index, name), row, column)
        template = self._words.ngettext("of {n} rep", "of {n} reps", planned)
        if unit == "seconds":
            template = self._words.gettext("of {n} s")
        if not planned:
            template = self._words.gettext("more than planned")
        grid.addWidget(TextLabel(template.format(n=planned), "muted", wraps=False), row, _SETS_A_LINE + 1)

    def _spin(self, index: int, name: str) -> QSpinBox:
        entry = self._record.sets[index]
        spin = QSpinBox()
        spin.setRange(0, _MOST_REPS if counts_reps(entry) else _MOST_SECONDS)
        spin.setValue(amount_done(entry))
        spin.setObjectName(f"set_{index}")
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        WheelGuard(spin)
        unit = self._words.gettext("reps done") if counts_reps(entry) else self._words.gettext("seconds done")
        spoken = self._words.gettext("{exercise}, {side}, set {number}, {unit}")
        spin.setAccessibleName(
            spoken.format(
                exercise=name, side=side_word(entry.side, self._words), number=entry.number, unit=unit
            )
        )
        self._spins[index] = spin
        return spin

    def _add_answer(self, body: QVBoxLayout, index: int) -> None:
        said = self._record.answers[index]
        if said.pain_during is NoAnswer.NOT_ASKED:
            body.addWidget(TextLabel(self._words.gettext("Pain during it was not asked."), "small"))
            return
        name = self._words.gettext("Pain during it")
        if said.side is not Side.BOTH:
            name = f"{name} · {side_word(said.side, self._words)}"
        scale = PainScale(self._theme, self._words, name)
        scale.setObjectName(f"pain_during_{index}")
        scale.set_value(said.pain_during if isinstance(said.pain_during, int) else None)
        self._during[index] = scale
        body.addWidget(TextLabel(name, "small"))
        body.addWidget(scale)

    def _add_ticks(self, body: QVBoxLayout, index: int, name: str) -> None:
        """Add what can be ticked of an exercise: form lost, gave way."""
        said = self._record.answers[index]
        side = "" if said.side is Side.BOTH else f", {side_word(said.side, self._words)}"
        labels = {
            Tick.FORM_LOST: self._words.gettext("Could not keep the form"),
            Tick.GAVE_WAY: self._words.gettext("It gave way"),
        }
        row = QHBoxLayout()
        row.setSpacing(20)
        for tick, text in labels.items():
            box = QCheckBox(text)
            box.setObjectName(f"tick_{tick}_{index}")
            box.setAccessibleName(f"{text}: {name}{side}")
            box.setChecked(tick in ticks_of(said))
            self._ticks.setdefault(index, {})[tick] = box
            row.addWidget(box)
        row.addStretch(1)
        body.addLayout(row)
