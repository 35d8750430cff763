"""The intake's questions about the person: age, old injuries, running, equipment, time."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.library import ALWAYS_AT_HAND
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.pages.intake_fields import IntakeFields
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.question_row import QuestionRow

ASKED = (
    Equipment.BAND,
    Equipment.STEP,
    Equipment.TOWEL,
    Equipment.BALL,
    Equipment.BACKPACK,
    Equipment.WEIGHT,
    Equipment.CUSHION,
    Equipment.BOARD,
    Equipment.ANCHOR,
    Equipment.LEG_PRESS,
    Equipment.BIKE,
    Equipment.ROPES,
    Equipment.KETTLEBELL,
    Equipment.POOL,
)
"""What the programs can make use of; small things of every household count as there."""
HOUSEHOLD = tuple(
    thing
    for thing in Equipment
    if thing not in ASKED and thing not in (*ALWAYS_AT_HAND, Equipment.FLOAT_BELT)
)
_AGE, _KILOMETERS, _MINUTES, _DAYS_AGO = 120, 300, 600, 3650


class IntakeAbout(IntakeFields):
    """Who the plan is for, and what there is to work with."""

    def __init__(self, theme: Theme, words: Words, draft: IntakeDraft) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
            draft: The answers so far.
        """
        title = words.gettext("About you")
        subtitle = words.gettext("Every answer can be left out. Left out is not a no.")
        super().__init__(theme, words, draft, title, subtitle)
        self.setObjectName("about_screen")
        self._build()

    def _build(self) -> None:
        words = self._words
        card = self.add_card(words.gettext("You"))
        self.add_number(card, "age", words.gettext("Your age"), _AGE, words.gettext("years"))
        self.add_yes_no(
            card, "old_injury", words.gettext("Was this ankle or foot ever injured before, even years ago?")
        )
        self.add_line(card, "old_injury_note", words.gettext("What was it, and when?"))
        self.add_line(
            card,
            "medicines",
            words.gettext("Medicines that you take"),
            words.gettext("In your own words; the safety questions ask about some of them"),
        )
        running = self.add_card(words.gettext("Your running"))
        kilometers = words.pgettext("unit", "km")
        self.add_number(
            running,
            "running_km_week",
            words.gettext("How far do you usually run in a week?"),
            _KILOMETERS,
            kilometers,
        )
        self.add_number(
            running,
            "longest_run_minutes",
            words.gettext("How long is your longest usual run?"),
            _MINUTES,
            words.gettext("minutes"),
        )
        self.add_number(
            running,
            "days_without_running",
            words.gettext("How many days ago was your last run?"),
            _DAYS_AGO,
            words.gettext("days"),
        )
        self.add_line(running, "shoes_note", words.gettext("Your running shoes, and how old they are"))
        self._build_time()
        self.always(
            (
                "age",
                "old_injury",
                "medicines",
                "running_km_week",
                "longest_run_minutes",
                "days_without_running",
                "shoes_note",
                "has_equipment",
                "equipment",
                "days_a_week",
                "minutes_a_day",
            )
        )

    def _build_time(self) -> None:
        words = self._words
        card = self.add_card(words.gettext("What there is to work with"))
        self._said = QuestionRow(
            self._theme,
            "has_equipment",
            words.gettext("Is there any equipment at hand?"),
            (("some", words.gettext("Some things")), ("none", words.gettext("Nothing special"))),
            words.gettext("Chair, wall, and small things of a household count as there."),
        )
        self._said.answered.connect(self._on_said_answered)
        self.put(card, "has_equipment", self._said, self._show_equipment)
        self._boxes = {thing: QCheckBox(self._named(thing)) for thing in ASKED}
        things = QWidget()
        flow = FlowLayout(things, spacing=8, fills=True)
        for thing, box in self._boxes.items():
            box.setObjectName(f"has_{thing}")
            box.toggled.connect(self._on_box_toggled)
            flow.addWidget(box)
        self._things = things
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(things)
        self.put(card, "equipment", holder, lambda _answers: None)
        days = {str(number): str(number) for number in range(1, 8)}
        self.add_choice(
            card,
            "days_a_week",
            words.gettext("How many days a week do you want to train?"),
            days,
            {key: int(key) for key in days},
        )
        minutes = {
            str(number): words.gettext("{n} min").format(n=number) for number in (10, 15, 20, 30, 45, 60)
        }
        self.add_choice(
            card,
            "minutes_a_day",
            words.gettext("How many minutes a day?"),
            minutes,
            {key: int(key) for key in minutes},
        )

    def _named(self, thing: Equipment) -> str:
        word = equipment_word(thing, self._words)
        return word[:1].upper() + word[1:]

    def _show_equipment(self, answers: Intake) -> None:
        known = answers.equipment
        ticked = set(known or ()) & set(ASKED)
        if known is None:
            self._said.strip.show_value(None)
        elif ticked or self._said.strip.value != "some":
            self._said.strip.show_value("some" if ticked else "none")
        self._things.setVisible(self._said.strip.value == "some")
        for thing, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(thing in ticked)

    def refresh(self) -> None:
        """Show the answers; an old injury's words are asked where there was one."""
        super().refresh()
        self.row("old_injury_note").setVisible(bool(self._draft.answers.old_injury))

    @Slot(str, object)
    def _on_said_answered(self, _key: str, value: str | None) -> None:
        self._draft.update(equipment=None if value is None else HOUSEHOLD)

    @Slot(bool)
    def _on_box_toggled(self, _checked: bool) -> None:
        ticked = tuple(thing for thing, box in self._boxes.items() if box.isChecked())
        self._draft.update(equipment=(*ticked, *HOUSEHOLD))
