"""What a flag means: what was said, what to do, who to see, and what to do meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from ankle_coach.domain.finding_words import finding_reason
from ankle_coach.domain.program_texts import question_field, referral_field, scope_words, urgency_word
from ankle_coach.domain.safety import Finding, Urgency
from ankle_coach.domain.safety_content import Question, ScreenFile
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel


class ReferralCard(Card):
    """One finding of the screen in plain words; what it may be is said to a therapist only."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        finding: Finding,
        question: Question,
        screen: ScreenFile,
        *,
        for_therapist: bool = False,
        also: Sequence[tuple[Finding, Question]] = (),
        under_graver: bool = False,
    ) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            finding: What was found.
            question: The row of the screen behind it.
            screen: The screen, with the rows of raised urgencies.
            for_therapist: Whether a therapist reads it.
            also: What else the journal shows that asks for the same, each with its row.
            under_graver: Whether a graver finding is open, whose card says what to do.
        """
        edge = "danger_fill" if finding.urgency.rank <= Urgency.URGENT.rank else "caution_fill"
        super().__init__(theme, urgency_word(finding.urgency, words), edge=edge)
        self.setObjectName(f"referral_{finding.rule}")
        because = finding_reason(finding, question, words)
        action = referral_field(finding, question, screen, "action", words)
        if under_graver:
            action = words.gettext("Have this looked at as well.")
        self.add_widget(TextLabel(action, "strong"))
        for reason in (because, *(finding_reason(*other, words) for other in also)):
            self.add_widget(TextLabel(reason, "muted"))
        for line in referral_lines(finding, question, screen, words) if not under_graver else ():
            self.add_widget(TextLabel(line))
        if for_therapist and question.cause:
            cause = question_field(question, "cause", words)
            line = words.gettext("For you as a therapist, what it may be: {cause}").format(cause=cause)
            label = TextLabel(line, "strong")
            label.setObjectName("cause")
            self.add_widget(label)


def referral_lines(finding: Finding, question: Question, screen: ScreenFile, words: Words) -> tuple[str, ...]:
    """Return what is locked, who to see, and what to do meanwhile, a line each."""
    lines = []
    if finding.scopes:
        things = "; ".join(scope_words(scope, finding.urgency, words) for scope in finding.scopes)
        lines.append(words.gettext("Locked until you record what happened: {things}.").format(things=things))
    see = referral_field(finding, question, screen, "see", words)
    meanwhile = referral_field(finding, question, screen, "meanwhile", words)
    lines.append(words.gettext("Who to see: {who}").format(who=see))
    if meanwhile:
        lines.append(words.gettext("Meanwhile: {what}").format(what=meanwhile))
    return tuple(lines)
