"""The intake's questions on what happened, when, and how it is now; only those that matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from ankle_coach.domain.intake import Intake, Onset, Place, WalkPain
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.pages.intake_fields import IntakeFields
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.number_field import NumberField
from ankle_coach.ui.widgets.question_row import QuestionRow, yes_no

_LONGEST_AGO = 3650
_DAY_MINUTES = 24 * 60


class IntakeStory(IntakeFields):
    """What happened and when, the signs of a twist, and pain and stiffness now."""

    def __init__(self, theme: Theme, words: Words, draft: IntakeDraft, today: Callable[[], date]) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
            draft: The answers so far.
            today: Tells the running training day.
        """
        title = words.gettext("What happened")
        subtitle = words.gettext("Every answer can be left out. Left out is not a no.")
        super().__init__(theme, words, draft, title, subtitle)
        self.setObjectName("story_screen")
        self._today = today
        self._build()

    def _build(self) -> None:
        words = self._words
        begun = self.add_card(words.gettext("How it began"))
        self.add_choice(
            begun,
            "onset",
            words.gettext("What happened?"),
            {
                "twist": words.gettext("I twisted or rolled it"),
                "blow": words.gettext("A blow or a fall"),
                "gradual": words.gettext("It came on slowly"),
                "unsure": words.gettext("Unsure"),
            },
            {onset.value: onset for onset in Onset},
        )
        self._add_ago(begun, "injured_on", words.gettext("How many days ago?"), 1)
        self._add_ago(begun, "since", words.gettext("For how many weeks has it hurt?"), 7)
        self._build_twist()
        self._build_now()

    def _add_ago(self, card: Card, field: str, question: str, days: int) -> None:
        """Ask for a day by how long ago it was, in days or weeks."""
        unit = self._words.gettext("days") if days == 1 else self._words.gettext("weeks")
        number = NumberField(self._theme, self._words, question, _LONGEST_AGO // days, unit)
        number.setObjectName(field)

        def show(answers: Intake) -> None:
            day = getattr(answers, field)
            known = None if day is None else (self._today() - day).days // days
            if number.number != known:
                number.show_number(known)

        def keep(value: int | None) -> None:
            day = None if value is None else self._today() - timedelta(days=value * days)
            self._draft.update(**{field: day})

        number.number_changed.connect(keep)
        self.put(card, field, self._labeled(question, number), show)

    def _build_twist(self) -> None:
        words = self._words
        card = self.add_card(words.gettext("Since the twist or blow"))
        self.add_choice(
            card,
            "walking",
            words.gettext("How does walking go?"),
            {
                "little": words.gettext("With little pain"),
                "hurts": words.gettext("It hurts, but I can take four steps"),
                "not-four-steps": words.gettext("I cannot take four steps"),
            },
            {walk.value: walk for walk in WalkPain},
        )
        self.add_choice(
            card,
            "swelling",
            words.gettext("Is it swollen?"),
            {
                "0": words.pgettext("swelling", "No"),
                "1": words.pgettext("swelling", "A little"),
                "2": words.pgettext("swelling", "Clearly"),
                "3": words.pgettext("swelling", "Very much"),
            },
            {"0": 0, "1": 1, "2": 2, "3": 3},
        )
        self.add_yes_no(card, "bruise", words.gettext("Is there a bruise?"))
        self.add_yes_no(card, "very_loose", words.gettext("Does the ankle feel very loose?"))
        self.add_yes_no(card, "numb_feet", words.gettext("Is the feeling in your feet reduced?"))
        self.add_yes_no(
            card, "other_injury", words.gettext("Do you have another painful injury at the moment?")
        )
        self.add_yes_no(
            card, "intoxicated", words.gettext("Have you had alcohol or drugs in the last hours?")
        )

    def _build_now(self) -> None:
        words = self._words
        card = self.add_card(words.gettext("How it is now"), words.gettext("0 none, 10 worst"))
        self.add_scale(card, "pain", words.gettext("Pain in the morning"))
        self.add_scale(card, "first_step", words.gettext("Pain of the first steps in the morning"))
        self.add_scale(card, "rest_pain", words.gettext("Pain at rest"))
        self.add_number(
            card,
            "stiff_minutes",
            words.gettext("How long is it stiff in the morning?"),
            _DAY_MINUTES,
            words.gettext("minutes"),
            missing=NoAnswer.MISSING,
        )
        self.add_yes_no(card, "worst_in_morning", words.gettext("Is it stiffest or sorest in the morning?"))
        self.add_yes_no(card, "sharp_first_steps", words.gettext("Are the first steps sharp?"))
        spot = QuestionRow(
            self._theme,
            "bone_spot",
            words.gettext("Is it one spot on a bone, the size of a fingertip?"),
            yes_no(words),
        )
        spot.answered.connect(lambda _key, value: self._draft.set_bone_spot(value == "yes"))
        self.put(
            card,
            "bone_spot",
            spot,
            lambda answers: spot.strip.show_value("yes") if Place.ONE_BONE_SPOT in answers.places else None,
        )
        self.add_yes_no(card, "worse_through_run", words.gettext("Does it get worse through a run?"))
        self.add_yes_no(card, "night_pain", words.gettext("Does it ache at rest or at night?"))
        self.add_yes_no(
            card, "ruptured", words.gettext("Is this Achilles tendon being treated for a rupture?")
        )
        self.add_yes_no(card, "broken", words.gettext("Is this ankle being treated for a fracture?"))
        self.add_yes_no(card, "surgery", words.gettext("Is this ankle being treated after an operation?"))
