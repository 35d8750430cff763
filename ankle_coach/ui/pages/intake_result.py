"""Where the intake leads: a program and why, with the plan to accept, or who to see and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_words import (
    adaptation_sentences,
    exclusion_sentence,
    phase_reason,
    prompt_sentence,
    reasons,
)
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.pointer import Pointer, entry_phase
from ankle_coach.domain.program import Program, ProgramKind, fit_phase
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.safety import Finding, Urgency
from ankle_coach.domain.safety_screen import ScreenResult
from ankle_coach.domain.words import Words
from ankle_coach.services.intake_service import IntakeService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.plan_preview import PlanPreview
from ankle_coach.ui.widgets.question_row import QuestionRow
from ankle_coach.ui.widgets.referral_card import ReferralCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go

_WIDEST = 1100


class IntakeResult(ScrollPage):
    """Shows the result of an intake that is not kept yet."""

    program_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        intake: IntakeService,
        safety: SafetyService,
        plans: PlanService,
        library: Library,
        today: Callable[[], date],
    ) -> None:
        """Make an empty screen.

        Args:
            theme: The look.
            words: The reader's language.
            intake: Knows where answers point.
            safety: Knows what answers mean.
            plans: Proposes plans.
            library: The exercises and programs.
            today: Tells the running training day.
        """
        super().__init__(theme, "", "", widest=_WIDEST)
        self.setObjectName("result_screen")
        self._words, self._intake, self._safety = words, intake, safety
        self._plans, self._library, self._today = plans, library, today
        self._sections: list[QWidget] = []
        self._program_id = ""
        self.plan: Plan | None = None

    @property
    def program_id(self) -> str:
        """Id of the program in view; empty where no self-guided plan is made."""
        return self._program_id

    def show_result(self, answers: Intake, result: ScreenResult, program_id: str = "") -> None:
        """Show where answers lead.

        Args:
            answers: The answers, not kept.
            result: What the safety screen found.
            program_id: A program that the person chose instead; empty for the pointer's.
        """
        self._clear()
        pointer = self._intake.point(answers)
        self.plan, self._program_id = None, ""
        barred = must_be_seen(pointer, result)
        if barred and not self._safety.by_therapist:
            self._show_stop(pointer, result)
            return
        program = self._library.program(program_id or pointer.program or self._plans.first_program().id)
        self._program_id = program.id
        self._show_plan(program, pointer, answers, result, barred=barred)

    def _warn(self, pointer: Pointer) -> None:
        """Tell a therapist why a runner would get no plan of these answers."""
        words = self._words
        text = words.gettext("A runner would get no plan of these answers, but who to see. You decide.")
        banner = Banner(self._theme, words, "caution", text)
        banner.setObjectName("no_runner_plan")
        self._add(banner)
        self._add_exclusions(pointer)

    def _show_stop(self, pointer: Pointer, result: ScreenResult) -> None:
        words = self._words
        subtitle = words.gettext(
            "No self-guided plan is made from these answers. That is not a diagnosis: somebody should look."
        )
        self.set_title(words.gettext("See someone first"), subtitle)
        self._add_findings(result.findings)
        self._add_exclusions(pointer)
        self._add_cards()

    def _add_exclusions(self, pointer: Pointer) -> None:
        words = self._words
        said = [s for key in pointer.exclusions if (s := exclusion_sentence(key, words))]
        if not said:
            return
        title = words.gettext("Why there is no plan")
        if self._safety.by_therapist:
            title = words.gettext("What speaks against a plan")
        card = Card(self._theme, title, edge="caution_fill")
        card.setObjectName("exclusions")
        for sentence in said:
            card.add_widget(TextLabel(sentence))
        self._add(card)

    def _add_findings(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            question = self._safety.content.screen.of(finding.rule)
            self._add(
                ReferralCard(
                    self._theme,
                    self._words,
                    finding,
                    question,
                    self._safety.content.screen,
                    for_therapist=self._safety.by_therapist,
                )
            )

    def _add_cards(self) -> None:
        cards = self._safety.content.cards
        for shown in cards.card:
            if shown.id == "stop-and-see":
                continue
            card = Card(self._theme, self._words.pgettext(f"card.{shown.id}", shown.title))
            for line in shown.lines:
                card.add_widget(TextLabel(self._words.pgettext(f"card.{shown.id}", line)))
            self._add(card)
        self._add(TextLabel(self._words.pgettext("card.always", cards.always), "muted"))

    def _show_plan(
        self, program: Program, pointer: Pointer, answers: Intake, result: ScreenResult, *, barred: bool
    ) -> None:
        words = self._words
        circumstances = self._intake.circumstances(answers)
        is_preset = program.kind is ProgramKind.PRESET
        phase_id = (
            program.phases[0].id if is_preset else entry_phase(program, pointer, answers, self._today())
        )
        phase = program.phase(phase_id)
        self.plan = self._plans.propose(program, phase_id, answers.affected, circumstances=circumstances)
        title = words.gettext("Your plan: {program}")
        if self._safety.by_therapist:
            title = words.gettext("The plan: {program}")
        self.set_title(title.format(program=program_name(program, words)), phase_name(program, phase, words))
        if barred:
            self._warn(pointer)
        if pointer.see_clinician:
            text = words.gettext("Your answers do not point to one program. Be seen by a clinician as well.")
            self._add(Banner(self._theme, words, "caution", text))
        own = self._library.program(pointer.program or program.id)
        if program.id != own.id and own.id not in program.offered_in:
            text = words.gettext("You chose this one; your answers point to {program}.")
            self._add(Banner(self._theme, words, "caution", text.format(program=program_name(own, words))))
        self._add_findings(result.findings)
        self._add_why(program, pointer, answers, phase_reason(phase.mark, pointer, answers, words))
        self._add_choice(pointer, program)
        fitted = fit_phase(program, phase_id, self._library.exercises, circumstances)
        changed = adaptation_sentences(fitted.changes, dict(self._library.exercises), words)
        if changed:
            card = Card(self._theme, words.gettext("Fitted to you"))
            card.setObjectName("adaptations")
            for sentence in changed:
                card.add_widget(TextLabel(sentence))
            self._add(card)
        preview = PlanPreview(self._theme, words, self._library)
        preview.show_plan(self.plan, phase)
        self._add(preview)
        closing = self._safety.closing(result)
        if closing:
            self._add(TextLabel(words.pgettext("card.closing", closing), "muted"))
        self._add(TextLabel(words.pgettext("card.always", self._safety.content.cards.always), "muted"))

    def _add_why(self, program: Program, pointer: Pointer, answers: Intake, phase: str) -> None:
        words = self._words
        card = Card(self._theme, words.gettext("Why this plan"))
        card.setObjectName("why")
        for sentence in reasons(pointer, answers, words):
            card.add_widget(TextLabel(sentence))
        card.add_widget(TextLabel(phase if program.kind is ProgramKind.PROGRAM else program.summary))
        for prompt in pointer.prompts:
            sentence = prompt_sentence(prompt, words)
            if sentence and (prompt != "old-injury" or answers.old_injury):
                card.add_widget(TextLabel(sentence, "muted"))
        self._add(card)

    def _add_choice(self, pointer: Pointer, program: Program) -> None:
        """Offer other programs; where the answers bar work below neutral, only such as bar it (app rule)."""
        own = self._library.program(pointer.program or program.id)
        every = (self._library.program(name) for name in self._library.programs)
        floor_only = own.no_below_neutral
        others = [
            o for o in every if o.kind is ProgramKind.PROGRAM and (not floor_only or o.no_below_neutral)
        ]
        offers = (own, *self._intake.presets(own.id), *self._intake.presets(program.id), *others)
        choices = {offered.id: program_name(offered, self._words) for offered in offers}
        row = QuestionRow(
            self._theme,
            "program_choice",
            self._words.gettext("Another program?"),
            tuple(choices.items()),
            self._words.gettext(
                "The first is where your answers point. Published programs keep their own schedule."
            ),
        )
        row.strip.show_value(program.id)
        row.answered.connect(self._on_choice_answered)
        card = Card(self._theme)
        card.add_widget(row)
        self._add(card)

    def _add(self, widget: QWidget) -> None:
        self._sections.append(widget)
        self.add_widget(widget)

    def _clear(self) -> None:
        for section in self._sections:
            let_go(section)
        self._sections = []

    @Slot(str, object)
    def _on_choice_answered(self, _key: str, program_id: str | None) -> None:
        self.program_chosen.emit(program_id or "")


def must_be_seen(pointer: Pointer, result: ScreenResult) -> bool:
    """Say whether somebody must be seen before any plan: an exclusion, or an urgent finding (app rule)."""
    urgency = result.urgency
    if urgency is not None and urgency.rank <= Urgency.URGENT.rank:
        return True
    return not pointer.program or any(finding.no_plan for finding in result.findings)
