"""The intake's first questions: what brings you here, which side, and where it hurts on a drawn foot."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ankle_coach.domain.foot_map import FootZone, foot_zone_word
from ankle_coach.domain.intake_form import Reason
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.intake_draft import IntakeDraft
from ankle_coach.ui.pages.intake_fields import IntakeFields
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.foot_map import FootMap
from ankle_coach.ui.widgets.question_row import QuestionRow
from ankle_coach.ui.widgets.text_label import TextLabel


class IntakeWhere(IntakeFields):
    """Asks for the reason, the affected side, and the places on the foot where there are any."""

    def __init__(self, theme: Theme, words: Words, draft: IntakeDraft, tone: int = 0) -> None:
        """Make the screen.

        Args:
            theme: The look.
            words: The reader's language.
            draft: The answers so far.
            tone: Skin tone of the drawn foot, as the settings count it.
        """
        super().__init__(theme, words, draft, words.gettext("Where does it hurt?"), "")
        self.setObjectName("where_screen")
        self._tone = tone
        self._build()

    def _build(self) -> None:
        words = self._words
        card = self.add_card("")
        self._reason = QuestionRow(
            self._theme,
            "reason",
            words.gettext("What brings you here?"),
            (
                (Reason.PREVENT, words.gettext("Nothing hurts: I want to keep it that way")),
                (Reason.SPOT, words.gettext("It hurts here: I can show it")),
                (Reason.DULL, words.gettext("A dull ache after runs, no spot")),
                (Reason.UNSURE, words.gettext("Hard to say")),
            ),
            words.gettext("Nothing hurts means: not after a run or a walk of 30 minutes either."),
        )
        self._reason.answered.connect(self._on_reason_answered)
        self.put(card, "reason", self._reason, lambda _: self._reason.strip.show_value(self._draft.reason))
        self.add_choice(
            card,
            "affected",
            words.gettext("Which side is it?"),
            {
                "left": words.pgettext("side", "Left"),
                "right": words.pgettext("side", "Right"),
                "both": words.pgettext("side", "Both"),
            },
            {"left": Side.LEFT, "right": Side.RIGHT, "both": Side.BOTH},
        )
        self._map_card = Card(self._theme, words.gettext("Touch every place that hurts"))
        self._map = FootMap(self._theme, words, tone=self._tone)
        self._map.zones_changed.connect(self._on_map_zones_changed)
        self._map.setMinimumHeight(self._theme.px(330))
        self._chosen = TextLabel("", "muted")
        self._chosen.setObjectName("chosen_places")
        self._map_card.add_widget(self._map)
        self._map_card.add_widget(self._chosen)
        self.add_widget(self._map_card)
        self.always(("reason",))

    def refresh(self) -> None:
        """Show the answers; the foot appears where it can be shown where it hurts."""
        super().refresh()
        reason, draft = self._draft.reason, self._draft
        self.row("affected").setVisible(reason not in (None, Reason.PREVENT))
        self._map_card.setVisible(reason is Reason.SPOT)
        if draft.answers.affected in (Side.LEFT, Side.RIGHT):
            self._map.set_side(draft.answers.affected)
        if self._map.zones != draft.zones:
            self._map.set_zones(draft.zones)
        names = [foot_zone_word(zone, self._words) for zone in FootZone if zone in draft.zones]
        none = self._words.gettext("No place chosen yet.")
        chosen = self._words.gettext("Chosen: {places}").format(places=", ".join(names))
        self._chosen.setText(chosen if names else none)

    def missing(self) -> str:
        """Return what must be said before it goes on; empty for nothing."""
        if self._draft.reason is None:
            return self._words.gettext("Choose what brings you here.")
        if self._draft.reason is Reason.SPOT and not self._draft.zones:
            return self._words.gettext("Touch where it hurts, or choose another answer above.")
        return ""

    @Slot(str, object)
    def _on_reason_answered(self, _key: str, value: str | None) -> None:
        self._draft.set_reason(None if value is None else Reason(value))

    @Slot(object)
    def _on_map_zones_changed(self, zones: frozenset[FootZone]) -> None:
        self._draft.set_zones(zones)
