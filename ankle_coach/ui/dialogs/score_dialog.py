"""Entering the score of a questionnaire that somebody holds the rights to; its items are not in this app."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDateEdit, QDoubleSpinBox, QWidget

from ankle_coach.domain.measures import Questionnaire, ScoreEntry, Subscale, with_score
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.qt_dates import day_of, qt_date
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard


class ScoreChoice(NamedTuple):
    """What was entered.

    Attributes:
        questionnaire: Id of the questionnaire.
        score: Id of its subscale.
        value: The score.
        day: Day of the form.
        side: The ankle; both where the score has no side.
    """

    questionnaire: str
    score: str
    value: float
    day: date
    side: Side


class ScoreDialog(EntryForm):
    """Asks which score, which day, and the number. Shows how much change is more than noise."""

    def __init__(
        self,
        reviews: ReviewService,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        entry: ScoreEntry | None = None,
    ) -> None:
        """Make the form.

        Args:
            reviews: Knows the questionnaires and the scores so far.
            theme: The look.
            words: The reader's language.
            parent: The window to stand over.
            entry: The score to correct; None for a new one.
        """
        hint = words.gettext("Count the score on your own form; the questions are not in this app")
        super().__init__(theme, words, self._title(entry, words), hint, parent)
        self.setObjectName("score_dialog")
        self._reviews, self.entry = reviews, entry
        self._build()
        self.set_deletable(entry is not None)
        self._show_questionnaire()
        if entry is not None:
            self._show(entry)
        else:
            self._value.setValue(self._value.minimum())
            self._side.setCurrentIndex(max(0, self._side.findData(reviews.affected() or Side.LEFT)))
        self.fit()

    @property
    def choice(self) -> ScoreChoice:
        """What the form says."""
        known = self._questionnaire()
        return ScoreChoice(
            known.id,
            self._score.currentData(),
            self._value.value(),
            day_of(self._day.date()),
            Side(self._side.currentData()) if known.per_side else Side.BOTH,
        )

    def accept(self) -> None:
        """Save, unless there are no points: zero is a score, too, and nobody is given it unasked."""
        scale = self._subscale()
        if scale is not None and self._value.value() < scale.least:
            self._problem.setText(self._words.gettext("Please enter the points."))
            self._problem.show()
            self._value.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().accept()

    def corrected(self) -> ScoreEntry | None:
        """Return the entry with what the form says; None where it is a new one."""
        if self.entry is None:
            return None
        chosen = self.choice
        return with_score(
            self.entry,
            questionnaire=chosen.questionnaire,
            score=chosen.score,
            value=chosen.value,
            day=chosen.day,
            side=chosen.side,
        )

    @staticmethod
    def _title(entry: ScoreEntry | None, words: Words) -> str:
        return words.gettext("Enter a score") if entry is None else words.gettext("Score")

    def _show(self, entry: ScoreEntry) -> None:
        """Fill the fields with a score."""
        for combo, chosen in (
            (self._which, entry.questionnaire),
            (self._score, entry.score),
            (self._side, entry.side.value),
        ):
            combo.setCurrentIndex(max(0, combo.findData(chosen)))
        day = entry.entered.training_day
        self._day.setDate(qt_date(day))
        self._value.setValue(entry.value)

    def _build(self) -> None:
        gettext = self._words.gettext
        self._which, self._score, self._side = (
            self._combo("score_questionnaire", gettext("Questionnaire")),
            self._combo("score_scale", gettext("Score")),
            self._combo("score_side", gettext("Ankle")),
        )
        for known in self._reviews.questionnaires():
            self._which.addItem(f"{known.abbreviation}: {known.name}", known.id)
        for side in (Side.LEFT, Side.RIGHT):
            self._side.addItem(side_word(side, self._words), side.value)
        today = qt_date(self._reviews.today())
        self._day = QDateEdit(today)
        FieldInset(self._day, self._theme)
        self._day.setObjectName("score_day")
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setMaximumDate(today)
        self._value = QDoubleSpinBox()
        self._value.setObjectName("score_value")
        self._value.setDecimals(1)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._value.setAccessibleName(gettext("Points"))
        self._value.setSpecialValueText(gettext("not entered"))
        WheelGuard(self._value)
        self._lines = TextLabel("", "small")
        self._lines.setObjectName("score_lines")
        for name, field in (
            (gettext("Questionnaire"), self._which),
            (gettext("Score"), self._score),
            (gettext("Ankle"), self._side),
            (gettext("Day of the form"), self._day),
            (gettext("Points"), self._value),
        ):
            self.add_field(name, field)
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("score_problem")
        self._problem.setProperty("tone", "danger")
        self._problem.hide()
        self.form.addWidget(self._problem)
        self.form.addWidget(self._lines)
        self.form.addStretch(1)
        self._which.currentIndexChanged.connect(self._show_questionnaire)
        self._score.currentIndexChanged.connect(self._show_lines)
        self._side.currentIndexChanged.connect(self._show_lines)

    def _combo(self, name: str, spoken: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        WheelGuard(combo)
        return combo

    def _questionnaire(self) -> Questionnaire:
        chosen = self._which.currentData()
        return next(known for known in self._reviews.questionnaires() if known.id == chosen)

    def _subscale(self) -> Subscale | None:
        chosen = self._score.currentData()
        return next((score for score in self._questionnaire().scores if score.id == chosen), None)

    @Slot()
    def _show_questionnaire(self) -> None:
        known = self._questionnaire()
        self._score.clear()
        for score in known.scores:
            self._score.addItem(self._words.pgettext(f"{known.id}.score", score.name), score.id)
        self._side.setEnabled(known.per_side)
        self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        """Show range, change lines and the score before."""
        known, scale, words = self._questionnaire(), self._subscale(), self._words
        if scale is None:
            return
        self._value.setRange(scale.least - 1, scale.most)  # one below stands for nothing entered
        higher, lower = words.gettext("higher is better"), words.gettext("lower is better")
        better = higher if known.higher_is_better else lower
        lines = [
            words.gettext("{least} to {most}, {better}.").format(
                least=f"{scale.least:g}", most=f"{scale.most:g}", better=better
            )
        ]
        for line in known.change_lines:
            text = words.pgettext(f"{known.id}.change", line.text)
            lines.append(words.gettext("{text}: {points} points").format(text=text, points=f"{line.value:g}"))
        if known.note:
            lines.append(words.pgettext(f"{known.id}.note", known.note))
        before = self._reviews.scores(*self.choice[:2], self.choice.side)
        if before:
            lines.append(words.gettext("Last time: {points}").format(points=f"{before[-1].value:g}"))
        self._lines.setText("\n".join(lines))
