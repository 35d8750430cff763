"""What is locked today, why, who to see and what to do meanwhile; and the weekly safety questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.coach_day import CoachSession, Why
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.finding_words import is_of_journal
from ankle_coach.domain.journal import ExerciseAnswer
from ankle_coach.domain.safety import Outcome as Seen
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.safety_facts import Sign
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.words import Words
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.safety_service import Explanation, SafetyService
from ankle_coach.services.today_asks import asks_of
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go, set_shown

if TYPE_CHECKING:
    from ankle_coach.domain.exercise import Exercise
    from ankle_coach.ui.dialogs.screen_dialog import ScreenDialog
    from ankle_coach.ui.widgets.banner import Banner
    from ankle_coach.ui.widgets.referral_card import ReferralCard


class TodayLocks(QWidget):
    """A card for each open flag with the way to record what happened, and the weekly screen where it is due.

    Signals:
        failed: A write could not be done; the sentence says why, empty for a write that could.
        intake_requested: The person wants to answer the first questions again.
    """

    failed = Signal(str)
    intake_requested = Signal()

    def __init__(
        self,
        safety: SafetyService,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        coach: CoachService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the part without cards.

        Args:
            safety: Knows flags and locks.
            theme: The look.
            words: The reader's language.
            hub: Is told of what was recorded.
            coach: Says whether a session stopped in a way that asks for the questions; None for no such.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("today_locks")
        self._safety, self._theme, self._words, self._hub = safety, theme, words, hub
        self._coach = coach
        self._sections: list[QWidget] = []
        self._closing, self._gravest = "", Urgency.CAUTION.rank
        self._no_sign: set[tuple[str, str]] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_locks(self, sessions: Sequence[CoachSession] = ()) -> None:
        """Show every open flag, what of today's sessions it holds back, and whether questions are due."""
        for section in self._sections:
            let_go(section)
        self._sections = []
        asks = asks_of(self._safety, self._coach)
        ranks = [known.flag.finding.urgency.rank for known in asks.flags]
        self._gravest = min(ranks, default=Urgency.CAUTION.rank)
        for group in together(asks.flags, self._words):
            self._add(self._flag_card(group, sessions))
        if self._closing:
            self._add(self._banner("info", self._closing))
            self._closing = ""
        for record, answer in asks.pain_stops:
            if (record, answer.prescription) not in self._no_sign:
                self._add(self._sign_card(record, answer))
        if asks.intake:
            self._add(self._intake_banner())
        if asks.stop_screen:
            self._add(self._stop_banner())
        elif asks.weekly_screen:
            self._add(self._weekly_banner())
        for exercise in waiting_exercises(sessions):
            self._add(self._waiting_banner(exercise))
        set_shown(self, bool(self._sections))

    def ask(self, occasion: Occasion) -> None:
        """Ask the safety questions in a dialog and keep the answers."""
        from ankle_coach.ui.dialogs.screen_dialog import ScreenDialog  # noqa: PLC0415 - rarely needed

        dialog = ScreenDialog(self._safety, occasion, self._theme, self._words, self)
        dialog.accepted.connect(lambda: self._keep_screen(occasion, dialog))
        dialog.open()

    def _keep_screen(self, occasion: Occasion, dialog: ScreenDialog) -> None:
        def write() -> Changes:
            kept = self._safety.save_screen(occasion, dialog.answers)
            self._closing = kept.closing
            return kept.changes

        self._write(write)

    def _banner(self, kind: str, text: str, *, word: str | None = None, action: str = "") -> Banner:
        from ankle_coach.ui.widgets.banner import Banner  # noqa: PLC0415 - most days have nothing to say

        return Banner(self._theme, self._words, kind, text, word=word, action=action)

    def _waiting_banner(self, exercise: Exercise) -> Banner:
        """Say what an exercise of today waits for, and where to say that it was done."""
        from ankle_coach.domain.exercise_texts import exercise_name  # noqa: PLC0415 - as above

        condition = exercise.levels[0].condition
        condition = self._words.pgettext(f"{exercise.id}.levels.condition", condition)
        template = self._words.gettext(
            "{exercise}: not yet. First: {condition}. Done elsewhere? Say so on the Plan page."
        )
        text = template.format(exercise=exercise_name(exercise, self._words), condition=condition)
        banner = self._banner("info", text)
        banner.setObjectName(f"waits_{exercise.id}")
        return banner

    def _flag_card(self, group: Sequence[Explanation], sessions: Sequence[CoachSession]) -> ReferralCard:
        """Show a flag, or several that ask for the same, which one visit answers."""
        from ankle_coach.ui.widgets.referral_card import ReferralCard  # noqa: PLC0415 - as above

        explanation = group[0]
        flag, holds = explanation.flag, self._gravest
        card = ReferralCard(
            self._theme,
            self._words,
            flag.finding,
            explanation.question,
            self._safety.content.screen,
            for_therapist=self._safety.by_therapist,
            also=[(other.flag.finding, other.question) for other in group[1:]],
            under_graver=holds <= Urgency.PAUSE.rank < flag.finding.urgency.rank,
        )
        held = held_back(sessions, {known.flag.id for known in group})
        if held:
            line = self._words.gettext("Held back today: {sessions}.").format(sessions=", ".join(held))
            card.add_widget(TextLabel(line, "strong"))
        button = QPushButton(self._words.gettext("Record what happened"))
        button.setObjectName(f"record_{flag.finding.rule}")
        button.clicked.connect(lambda: self._record(group))
        card.add_action(button)
        return card

    def _sign_card(self, record: str, answer: ExerciseAnswer) -> Card:
        """Ask whether what was too painful came with a sign that stops more than the exercise."""
        from ankle_coach.ui.widgets.question_row import QuestionRow  # noqa: PLC0415 - as above

        words = self._words
        card = Card(self._theme, words.gettext("You stopped for pain"), edge="caution_fill")
        card.setObjectName(f"sign_{answer.prescription}")
        row = QuestionRow(
            self._theme,
            "sign",
            words.gettext("Was it one of these?"),
            (
                (Sign.SHARP_PAIN, words.gettext("Sudden sharp pain")),
                (Sign.POP, words.gettext("A pop")),
                (Sign.LIMP, words.gettext("I limp since")),
                (Sign.GAVE_WAY, words.gettext("It gave way")),
                ("none", words.gettext("None of these")),
            ),
        )
        row.answered.connect(lambda _key, given: self._keep_sign(record, answer, given))
        card.add_widget(row)
        return card

    def _keep_sign(self, record: str, answer: ExerciseAnswer, given: str | None) -> None:
        coach = self._coach
        if coach is None or given is None:
            return
        if given == "none":
            self._no_sign.add((record, answer.prescription))
            self._hub.publish(Changes.SAFETY)
            return
        self._write(lambda: coach.sign(record, Sign(given), answer.prescription, answer.side))

    def _stop_banner(self) -> Banner:
        words = self._words
        banner = self._banner(
            "danger",
            words.gettext(
                "A session ended for pain, swelling or a sign to stop. Answer the safety questions."
            ),
            action=words.gettext("Answer"),
        )
        banner.setObjectName("stop_screen")
        banner.action_triggered.connect(self._on_stop_action_triggered)
        return banner

    def _intake_banner(self) -> Banner:
        """Ask the first questions again after a gap of more than 28 days (clinical.md §3.5)."""
        words = self._words
        banner = self._banner(
            "info",
            words.gettext(
                "You were away for more than four weeks. Answer the first questions again before you load: "
                "they say with which phase to go on."
            ),
            word=words.gettext("Welcome back"),
            action=words.gettext("Answer"),
        )
        banner.setObjectName("intake_again")
        banner.action_triggered.connect(self.intake_requested)
        return banner

    def _weekly_banner(self) -> Banner:
        words = self._words
        banner = self._banner(
            "info",
            words.gettext("The weekly safety questions are due. About a minute."),
            word=words.gettext("Safety"),
            action=words.gettext("Answer"),
        )
        banner.setObjectName("weekly_screen")
        banner.action_triggered.connect(self._on_weekly_action_triggered)
        return banner

    def _record(self, group: Sequence[Explanation]) -> None:
        from ankle_coach.ui.dialogs.assessment_dialog import AssessmentDialog  # noqa: PLC0415 - rarely needed

        dialog = AssessmentDialog(
            group[0], self._theme, self._words, self, by_therapist=self._safety.by_therapist
        )

        def keep() -> None:
            outcome = dialog.outcome
            if outcome is not None:
                note = dialog.note
                self._write(lambda: self._record_all(group, outcome, note))

        dialog.accepted.connect(keep)
        dialog.open()

    def _record_all(self, group: Sequence[Explanation], outcome: Seen, note: str) -> Changes:
        changes = Changes.NONE
        for explanation in group:
            changes |= self._safety.record(explanation.flag.id, outcome, note=note)
        return changes

    def _write(self, action: Callable[[], Changes]) -> None:
        try:
            changes = action()
        except AnkleCoachError as error:
            self.failed.emit(str(error))
            return
        self.failed.emit("")
        self._hub.publish(changes)

    def _add(self, widget: QWidget) -> None:
        self._sections.append(widget)
        self._column.addWidget(widget)

    @Slot()
    def _on_stop_action_triggered(self) -> None:
        self.ask(Occasion.STOP)

    @Slot()
    def _on_weekly_action_triggered(self) -> None:
        self.ask(Occasion.WEEKLY)


def together(flags: Sequence[Explanation], words: Words) -> list[list[Explanation]]:
    """Put flags that the journal raised, and that ask for the same, under one head; others stand alone."""
    groups: dict[tuple[object, ...], list[Explanation]] = {}
    for known in flags:
        finding = known.flag.finding
        asks: tuple[object, ...] = (finding.urgency, finding.scopes, known.action, known.see, known.meanwhile)
        key = asks if is_of_journal(finding, known.question, words) else (known.flag.id,)
        groups.setdefault(key, []).append(known)
    return list(groups.values())


def held_back(sessions: Sequence[CoachSession], flags: Collection[str]) -> list[str]:
    """Return the names of the sessions planned today from which the locks of flags hold something back."""
    return [
        due.session.name
        for due in sessions
        if due.due is Due.PLANNED
        and any(withheld.why is Why.LOCK and set(flags) & set(withheld.flags) for withheld in due.withheld)
    ]


def waiting_exercises(sessions: Sequence[CoachSession]) -> tuple[Exercise, ...]:
    """Return the exercises of today's sessions that ask for something first, each once."""
    waiting = {
        withheld.exercise.id: withheld.exercise
        for due in sessions
        if due.due is Due.PLANNED
        for withheld in due.withheld
        if withheld.why is Why.CONDITION and withheld.exercise is not None
    }
    return tuple(waiting.values())
