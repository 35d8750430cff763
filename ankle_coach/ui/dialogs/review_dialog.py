"""The weekly review and the two-week questions, in our own words; each answer can be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from ankle_coach.domain.activities import MOST_ACTIVITIES
from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.measures import Measure, Unit
from ankle_coach.domain.reviews import Review
from ankle_coach.domain.words import Words
from ankle_coach.services.review_service import ReviewService
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.measure_words import measure_how, measure_name
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_ASKED_ACTIVITIES = 3


class ReviewDialog(EntryForm):
    """Asks the weekly questions, the two-week ones, or both. Read `answers` and `activities` after Save."""

    def __init__(
        self,
        reviews: ReviewService,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        weekly: bool = True,
        two_weeks: bool = True,
        review: Review | None = None,
        questions: tuple[Measure, ...] = (),
    ) -> None:
        """Make the form.

        Args:
            reviews: Knows the questions and the person's activities.
            theme: The look.
            words: The reader's language.
            parent: The window to stand over.
            weekly: Whether to ask the weekly questions.
            two_weeks: Whether to ask the two-week questions.
            review: The review to correct; None for a new one.
            questions: What else to ask; with neither of the others, what the phase asks.
        """
        title = words.gettext("Weekly review") if weekly else words.gettext("Every two weeks")
        hint = words.gettext("About 2 minutes. Leave out what you do not want to answer")
        if not weekly and not two_weeks:
            title = words.gettext("What the phase asks")
            hint = words.gettext("Leave out what you have not done. Stop a test at once for sharp pain")
        if review is not None:
            hint = long_date(review.day, words)
        super().__init__(theme, words, title, hint, parent)
        self.setObjectName("review_dialog")
        self._reviews, self.review = reviews, review
        self._fields: dict[str, PainScale | SegmentedControl | QSpinBox] = {}
        self._activities: list[tuple[QLineEdit, PainScale]] = []
        asked = (*(reviews.weekly_questions() if weekly else ()), *questions)
        for measure in dict.fromkeys(asked):
            self._add(measure)
        if two_weeks:
            self._add_activities()
            self._add(reviews.change_question())
        self.form.addStretch(1)
        if review is not None:
            self._show(review)
        self.set_deletable(review is not None)
        self.fit()

    @property
    def answers(self) -> dict[str, float | None]:
        """Answers by measure; None where one was left out."""
        return {name: _value(field) for name, field in self._fields.items()}

    @property
    def activities(self) -> dict[str, int | None]:
        """How well each named activity goes; None where it was left out."""
        return {name.text().strip(): scale.value for name, scale in self._activities if name.text().strip()}

    def _show(self, review: Review) -> None:
        """Fill the fields with what was answered."""
        for name, field in self._fields.items():
            value = review.value(name)
            if value is None:
                continue
            if isinstance(field, SegmentedControl):
                field.set_current(str(int(value)))
            elif isinstance(field, PainScale):
                field.set_value(int(value))
            else:
                field.setValue(int(value))
        items = review.activities.items if review.activities is not None else ()
        for (line, scale), item in zip(self._activities, items, strict=False):
            line.setText(item.name)
            scale.set_value(item.value)

    def _add(self, measure: Measure) -> None:
        field = self._field(measure)
        field.setObjectName(f"review_{measure.id}")
        self._fields[measure.id] = field
        self.add_field(measure_name(measure, self._words), field, measure_how(measure, self._words))

    def _field(self, measure: Measure) -> PainScale | SegmentedControl | QSpinBox:
        name, words = measure_name(measure, self._words), self._words
        if measure.unit is Unit.YES_NO:
            choices = (
                ("", words.gettext("not answered")),
                ("0", words.pgettext("answer", "No")),
                ("1", words.pgettext("answer", "Yes")),
            )
            return SegmentedControl(name, choices)
        if measure.unit in (Unit.COUNT, Unit.CHANGE):
            return self._number(name, int(measure.least), int(measure.most))
        return PainScale(self._theme, words, name)

    def _number(self, name: str, least: int, most: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setAccessibleName(name)
        spin.setRange(least - 1, most)  # one below the range stands for no answer
        spin.setSpecialValueText(self._words.gettext("not answered"))
        spin.setValue(least - 1)
        spin.setMaximumWidth(self._theme.px(180))
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        WheelGuard(spin)
        return spin

    def _add_activities(self) -> None:
        words = self._words
        own = self.review.activities if self.review is not None else None
        known = tuple(item.name for item in own.items) if own is not None else self._reviews.activities()
        count = min(MOST_ACTIVITIES, max(_ASKED_ACTIVITIES, len(known)))
        for number in range(count):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
            name = QLineEdit(known[number] if number < len(known) else "")
            name.setObjectName(f"activity_{number}")
            name.setPlaceholderText(words.gettext("For example: stairs, an hour at the shop, a run"))
            label = words.gettext("Activity {n}").format(n=number + 1)
            name.setAccessibleName(label)
            name.setMinimumWidth(self._theme.px(180))
            scale = PainScale(self._theme, words, label, compact=True)
            scale.setObjectName(f"activity_scale_{number}")
            line.addWidget(name, 1)
            line.addWidget(scale)
            self._activities.append((name, scale))
            hint = words.gettext("0 not at all, 10 as before it hurt") if number == 0 else ""
            self.add_field(words.gettext("My activities") if number == 0 else "", row, hint)


def _value(field: PainScale | SegmentedControl | QSpinBox) -> float | None:
    if isinstance(field, PainScale):
        return field.value
    if isinstance(field, SegmentedControl):
        return int(field.current) if field.current else None
    return None if field.value() == field.minimum() else field.value()
