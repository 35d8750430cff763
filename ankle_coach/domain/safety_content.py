"""The shape of the safety content: questions, ice, compression, the medicine card and the referral cards."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.evidence import Claim
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import Scope, ScreenAnswer, Urgency


class Occasion(StrEnum):
    """When a question is asked."""

    INTAKE = "intake"
    WEEKLY = "weekly"
    STOP = "stop"
    """When rows 1 to 3 of clinical.md §3.3 fire."""


class FlaggedBy(StrEnum):
    """Which answer raises the flag."""

    YES = "yes"
    NO = "no"
    NEVER = "never"
    """The question only leads to others, or the rule raises itself."""

    def matches(self, answer: ScreenAnswer) -> bool:
        """Say whether an answer raises the flag; unsure is left to the caller."""
        return answer.value == self.value


class Escalation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question after a flagged one that makes it more urgent.

    Attributes:
        id: Stable id of its answer.
        text: The question in plain words.
        urgency: The urgency that then holds.
        action: What to do then.
        flagged_by: The answer that escalates.
        same_as: Id of a question whose answer counts here too; empty for none.
        scopes: What is then locked; empty where it stays as it is.
        no_plan: Whether no self-guided plan is made then.
        from_day: First day after the injury on which it is asked.
        see: Who to see then; empty where it stays as it is.
        meanwhile: What to do until then; empty where it stays as it is.
    """

    id: str
    text: str
    urgency: Urgency
    action: str
    flagged_by: FlaggedBy = FlaggedBy.YES
    same_as: str = ""
    scopes: tuple[Scope, ...] = ()
    no_plan: bool = False
    from_day: int = 0
    see: str = ""
    meanwhile: str = ""


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the screen, or a rule that raises itself from the journal.

    Attributes:
        id: Stable id, that of the row in clinical.md §4.
        text: The question in plain words; of a rule that raises itself: what it found.
        urgency: How soon somebody must be seen.
        asked: On which occasions it is asked; empty for a rule that raises itself.
        action: What to do.
        see: Who to see.
        meanwhile: What to do until then.
        references: Source ids.
        cause: What it may be; for therapists only.
        scopes: What is locked until assessed.
        flagged_by: Which answer raises the flag.
        asked_if: Id of a question that must have been answered yes or unsure; empty for none.
        after_injury: Whether it is asked after a twist or blow only.
        until_day: Last day after the injury on which the weekly screen asks it; 0 for no end.
        bone_point: Whether it is one of the bone points of the ankle rules.
        no_plan: Whether no self-guided plan is made.
        holds_running: Whether running does not advance.
        therapist_only: Whether only a therapist's record allows a program again.
        escalations: Questions that make it more urgent.
    """

    id: str
    text: str
    urgency: Urgency
    asked: tuple[Occasion, ...]
    action: str
    see: str
    meanwhile: str
    references: tuple[str, ...]
    cause: str = ""
    scopes: tuple[Scope, ...] = ()
    flagged_by: FlaggedBy = FlaggedBy.YES
    asked_if: str = ""
    after_injury: bool = False
    until_day: int = 0
    bone_point: bool = False
    no_plan: bool = False
    holds_running: bool = False
    therapist_only: bool = False
    escalations: tuple[Escalation, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a lock that locks nothing."""
        if self.urgency.locks and not self.scopes:
            raise ValueError(f"scopes must name what {self.urgency.value} locks")


class ScreenFile(Struct, frozen=True, forbid_unknown_fields=True):
    """``screen.toml``: the questions in the order in which they are asked."""

    question: tuple[Question, ...]

    def __post_init__(self) -> None:
        """Refuse double ids and questions that hang on none."""
        ids = [q.id for q in self.question] + [e.id for q in self.question for e in q.escalations]
        if len(set(ids)) != len(ids):
            raise ValueError("question must have different ids")
        for index, question in enumerate(self.question):
            if question.asked_if and question.asked_if not in ids:
                raise ValueError(f"question[{index}].asked_if {question.asked_if!r} is not a question")
            for escalation in question.escalations:
                if escalation.same_as and escalation.same_as not in ids:
                    raise ValueError(
                        f"question[{index}].escalations name {escalation.same_as!r}, which is none"
                    )

    def of(self, rule: str) -> Question:
        """Return a question by its id.

        Raises:
            KeyError: If there is none.
        """
        for question in self.question:
            if question.id == rule:
                return question
        raise KeyError(rule)


class Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question whose flagged answer blocks ice or a wrap.

    Attributes:
        id: Stable id.
        text: The question in plain words.
        references: Source ids.
        flagged_by: Which answer blocks.
        every_time: Whether it is asked before each use, not once.
    """

    id: str
    text: str
    references: tuple[str, ...]
    flagged_by: FlaggedBy = FlaggedBy.YES
    every_time: bool = False


class AskFirst(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A condition with which a pharmacist or doctor is asked first.

    Attributes:
        id: Stable id.
        text: The condition.
        references: Source ids.
    """

    id: str
    text: str
    references: tuple[str, ...]


class IceLimits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long and how often ice is used.

    Attributes:
        default_minutes: The timer's usual length.
        hard_stop_minutes: It never runs longer.
        gap_hours: From the end of one to the start of the next.
        most_per_day: Times in a training day.
        check_minutes: When the skin is looked at.
    """

    default_minutes: RuleNumber
    hard_stop_minutes: RuleNumber
    gap_hours: RuleNumber
    most_per_day: RuleNumber
    check_minutes: RuleNumber


class IceFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``ice.toml``."""

    limits: IceLimits
    blocks: tuple[Block, ...]
    ask_first: tuple[AskFirst, ...]
    how: tuple[Claim, ...]
    evidence: tuple[Claim, ...] = ()


class CompressionFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``compression.toml``."""

    blocks: tuple[Block, ...]
    how: tuple[Claim, ...]


class MedicationFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``medication.toml``: what is said of pain relief, without any dose."""

    title: str
    facts: tuple[Claim, ...]
    ask_first: tuple[AskFirst, ...]
    stop: tuple[Claim, ...]


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card that is shown with a referral.

    Attributes:
        id: Stable id.
        title: Its title.
        lines: Its lines.
        references: Source ids.
    """

    id: str
    title: str
    lines: tuple[str, ...]
    references: tuple[str, ...]


class CardFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``cards.toml``.

    Attributes:
        always: The line that is always visible.
        clear_screen: What is said of a complete screen without a flag.
        incomplete_screen: What is said of a screen with questions left open.
        card: The cards.
    """

    always: str
    clear_screen: str
    incomplete_screen: str
    card: tuple[Card, ...]


class SafetyContent(Struct, frozen=True, kw_only=True):
    """All safety content."""

    screen: ScreenFile
    ice: IceFile
    compression: CompressionFile
    medication: MedicationFile
    cards: CardFile
