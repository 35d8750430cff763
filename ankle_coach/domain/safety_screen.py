"""The safety screen: answers become findings, and what was left open stays open (clinical.md §4.1, §4.2).

A missing answer never counts as good news, and a screen without findings rules nothing out.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import Finding, Scope, ScreenAnswer, Urgency, worst
from ankle_coach.domain.safety_content import Escalation, Occasion, Question, ScreenFile

ADULT_AGE = RuleNumber(18, ("S24",))
"""The ankle rules are for adults."""
LATE_DAYS = RuleNumber(10, ("M16",))
"""Later than this many days after the injury the ankle rules tell less."""

Answers = Mapping[str, ScreenAnswer]
"""Answers by the id of their question; a question without an answer is not in it."""


class ScreenFacts(Struct, frozen=True, kw_only=True):
    """What is known of the person when the screen is asked. None means not known.

    Attributes:
        occasion: Why it is asked.
        injured: Whether there was a twist or blow.
        days_since_injury: Whole days since then.
        age: Age in years.
        intoxicated: Alcohol or drugs now.
        numb_feet: Reduced feeling in the feet.
        other_injury: Another painful injury.
    """

    occasion: Occasion = Occasion.INTAKE
    injured: bool | None = None
    days_since_injury: int | None = None
    age: int | None = None
    intoxicated: bool | None = None
    numb_feet: bool | None = None
    other_injury: bool | None = None

    @property
    def is_late(self) -> bool:
        """Whether the ankle rules tell less because of the time gone by."""
        return self.days_since_injury is not None and self.days_since_injury > LATE_DAYS.value

    @property
    def unreliable(self) -> bool:
        """Whether pressing on the bones tells too little."""
        young = self.age is not None and self.age < ADULT_AGE.value
        return young or bool(self.intoxicated or self.numb_feet or self.other_injury)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names of the facts that the ankle rules need and that nobody gave; the weekly screen has none."""
        needed = ("days_since_injury", "age", "intoxicated", "numb_feet", "other_injury")
        asks = self.injured and self.occasion is not Occasion.WEEKLY
        return tuple(name for name in needed if getattr(self, name) is None) if asks else ()


class ScreenResult(Struct, frozen=True, kw_only=True):
    """What a screen found.

    Attributes:
        findings: What was found, most urgent first.
        unanswered: Ids of questions, and names of facts, that are still open.
    """

    findings: tuple[Finding, ...]
    unanswered: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every question that applies has an answer."""
        return not self.unanswered

    @property
    def urgency(self) -> Urgency | None:
        """The most urgent finding; None where nothing was found, which is not a diagnosis either."""
        return worst(self.findings)


def questions_for(
    screen: ScreenFile, facts: ScreenFacts, answers: Answers
) -> tuple[Question | Escalation, ...]:
    """Return the questions that apply, in order: those that hang on an answer appear once it was given."""
    applying: list[Question | Escalation] = []
    for question in screen.question:
        if not _applies(question, facts, answers):
            continue
        applying.append(question)
        if _is_flagged(question, answers):
            applying += [e for e in question.escalations if _is_due(e, facts) and not _known(e, answers)]
    return tuple(applying)


def screen(content: ScreenFile, answers: Answers, facts: ScreenFacts) -> ScreenResult:
    """Judge the answers of a screen.

    Args:
        content: The questions.
        answers: What was answered.
        facts: What is known of the person.
    """
    findings = [
        _finding(question, answers, facts)
        for question in content.question
        if _applies(question, facts, answers) and _is_flagged(question, answers)
    ]
    findings += _limits(content, answers, facts)
    asked = questions_for(content, facts, answers)
    open_questions = tuple(q.id for q in asked if q.id not in answers)
    return ScreenResult(
        findings=tuple(sorted(findings, key=lambda finding: finding.urgency.rank)),
        unanswered=open_questions + facts.unknown,
    )


def _applies(question: Question, facts: ScreenFacts, answers: Answers) -> bool:
    if facts.occasion not in question.asked:
        return False
    if question.after_injury and facts.injured is False:
        return False
    if question.until_day and facts.occasion is Occasion.WEEKLY:
        days = facts.days_since_injury
        if days is None or days > question.until_day:
            return False
    if not question.asked_if:
        return True
    first = answers.get(question.asked_if)
    answered_ahead = first is None and question.id in answers
    return answered_ahead or first in (ScreenAnswer.YES, ScreenAnswer.UNSURE)


def _is_flagged(question: Question, answers: Answers) -> bool:
    """Whether an answer raises the flag; unsure does too, unless the question only leads to others."""
    answer = answers.get(question.id)
    if answer is None:
        return False
    unsure = answer is ScreenAnswer.UNSURE and question.flagged_by.value != "never"
    return unsure or question.flagged_by.matches(answer)


def _is_due(escalation: Escalation, facts: ScreenFacts) -> bool:
    days = facts.days_since_injury
    return escalation.from_day == 0 or days is None or days >= escalation.from_day


def _known(escalation: Escalation, answers: Answers) -> bool:
    """Whether another question has answered it already."""
    return bool(escalation.same_as) and escalation.same_as in answers


def _finding(question: Question, answers: Answers, facts: ScreenFacts) -> Finding:
    unsure = answers[question.id] is ScreenAnswer.UNSURE
    urgency, scopes, because = question.urgency, question.scopes, [question.id]
    no_plan = question.no_plan
    if question.bone_point and facts.is_late and urgency is Urgency.URGENT:
        urgency = Urgency.PAUSE
    for escalation in question.escalations:
        answer = answers.get(escalation.id, answers.get(escalation.same_as))
        if answer is None or not _is_due(escalation, facts) or not _escalates(escalation, answer):
            continue
        because.append(escalation.id if escalation.id in answers else escalation.same_as)
        no_plan = no_plan or escalation.no_plan
        if escalation.urgency.rank <= urgency.rank:
            urgency, scopes = escalation.urgency, _merged(scopes, escalation.scopes)
    if unsure and len(because) == 1:
        urgency, scopes = _unsure(urgency, scopes)
    return Finding(
        rule=question.id,
        urgency=urgency,
        scopes=scopes,
        because=tuple(because),
        unsure=unsure,
        no_plan=no_plan,
        holds_running=question.holds_running,
        therapist_only=question.therapist_only,
        references=question.references,
    )


def _escalates(escalation: Escalation, answer: ScreenAnswer) -> bool:
    """Whether an answer escalates; unsure does too, unless it is about an emergency (app rule as below)."""
    unsure = answer is ScreenAnswer.UNSURE and escalation.urgency is not Urgency.EMERGENCY
    return unsure or escalation.flagged_by.matches(answer)


def _merged(scopes: tuple[Scope, ...], more: tuple[Scope, ...]) -> tuple[Scope, ...]:
    return tuple(dict.fromkeys(scopes + more))


def _unsure(urgency: Urgency, scopes: tuple[Scope, ...]) -> tuple[Urgency, tuple[Scope, ...]]:
    """Unsure about an emergency is still a reason to be seen today; about the rest as it says (app rule)."""
    if urgency is Urgency.EMERGENCY:
        return Urgency.URGENT, scopes
    return urgency, scopes


def _limits(content: ScreenFile, answers: Answers, facts: ScreenFacts) -> list[Finding]:
    """What the limits of the ankle rules add after an injury (clinical.md §4.1)."""
    if not facts.injured or facts.occasion is Occasion.WEEKLY:
        return []
    positive = any(
        _applies(q, facts, answers) and _is_flagged(q, answers)
        for q in content.question
        if q.bone_point or q.id == "O5"
    )
    found = []
    if facts.unreliable:
        rule = content.of("O-unreliable")
        urgency = Urgency.URGENT if positive else rule.urgency
        found.append(Finding(rule=rule.id, urgency=urgency, scopes=rule.scopes, references=rule.references))
    if facts.is_late and not positive:
        rule = content.of("O-late")
        found.append(Finding(rule=rule.id, urgency=rule.urgency, references=rule.references))
    return found
