"""Programs, criteria and safety content in the reader's words; catalogs are keyed by id and field."""

from __future__ import annotations

from ankle_coach.domain.criteria import CriterionResult, Reading, Status
from ankle_coach.domain.measures import Measure, Unit
from ankle_coach.domain.phase import Phase, ReferLine
from ankle_coach.domain.program import Program
from ankle_coach.domain.safety import Finding, Scope, Urgency
from ankle_coach.domain.safety_content import Escalation, Question, ScreenFile
from ankle_coach.domain.words import Words


def program_name(program: Program, words: Words) -> str:
    """Return the name of a program."""
    return words.pgettext(f"{program.id}.name", program.name)


def phase_name(program: Program, phase: Phase, words: Words) -> str:
    """Return the name of a phase."""
    return words.pgettext(f"{program.id}.phases.{phase.id}.name", phase.name)


def criterion_text(program: Program, phase: Phase, result: CriterionResult, words: Words) -> str:
    """Return a criterion in plain words."""
    key = f"{program.id}.phases.{phase.id}.exit.{result.criterion.id}"
    return words.pgettext(key, result.criterion.text)


def refer_line(program: Program, line: ReferLine, words: Words) -> str:
    """Return when somebody in a program should be seen."""
    return words.pgettext(f"{program.id}.refer_if", line.text)


def criterion_standing(result: CriterionResult, measure: Measure, words: Words) -> str:
    """Return how a criterion stands, and by how much it fails.

    Args:
        result: How it stands.
        measure: The measure that it looks at.
        words: The translator.
    """
    if result.status is Status.NOT_APPLICABLE:
        return words.pgettext("criterion", "does not apply: no single side is sore")
    if result.value is None:
        if result.entries:
            message = words.pgettext("criterion", "not measured often enough yet: {found} of {needed}")
            return message.format(found=result.entries, needed=result.criterion.entries)
        return words.pgettext("criterion", "not measured yet")
    value = amount(result.value, measure, result.criterion.reading, words)
    if result.status is Status.MET:
        return words.pgettext("criterion", "met: {value}").format(value=value)
    if not result.short_by:
        return words.pgettext("criterion", "not yet: {value}").format(value=value)
    gap = amount(result.short_by, measure, result.criterion.reading, words)
    return words.pgettext("criterion", "not yet: {value}, {gap} away").format(value=value, gap=gap)


def amount(value: float, measure: Measure, reading: Reading, words: Words) -> str:
    """Return a number of a measure with its unit."""
    number = f"{round(value, 1):g}"
    if reading is Reading.SYMMETRY:
        return words.pgettext("amount", "{number} %").format(number=number)
    if measure.unit is Unit.YES_NO and reading is Reading.VALUE:
        return words.pgettext("amount", "yes") if value else words.pgettext("amount", "no")
    unit = {
        Unit.CENTIMETERS: words.pgettext("amount", "{number} cm"),
        Unit.SECONDS: words.pgettext("amount", "{number} s"),
        Unit.MINUTES: words.pgettext("amount", "{number} min"),
    }.get(measure.unit, "{number}")
    return unit.format(number=number)


def urgency_word(urgency: Urgency, words: Words) -> str:
    """Return what an urgency asks for."""
    return {
        Urgency.EMERGENCY: words.pgettext("urgency", "Emergency: get help now"),
        Urgency.URGENT: words.pgettext("urgency", "Urgent: be seen today"),
        Urgency.PAUSE: words.pgettext("urgency", "Pause: be seen within days, no loading until then"),
        Urgency.ADVISE: words.pgettext("urgency", "Be seen within days; nothing goes up until then"),
        Urgency.CAUTION: words.pgettext("urgency", "Take care"),
    }[urgency]


def scope_words(scope: Scope, urgency: Urgency, words: Words) -> str:
    """Return what a lock covers, as it stands in "Locked: ..."."""
    if scope is Scope.ALL_LOADING and urgency.rank <= Urgency.URGENT.rank:
        return words.pgettext("scope", "all exercises")
    return {
        Scope.ALL_LOADING: words.pgettext("scope", "strength, balance, walking drills, hops and running"),
        Scope.CALF_WORK: words.pgettext("scope", "work that loads the calf, hops and running"),
        Scope.PLYOMETRICS_AND_RUNNING: words.pgettext("scope", "hops and running"),
        Scope.PLYOMETRICS: words.pgettext("scope", "hops and rebounds"),
        Scope.ICE: words.pgettext("scope", "ice"),
        Scope.MASSAGE: words.pgettext("scope", "massage"),
    }[scope]


def question_field(question: Question, field: str, words: Words) -> str:
    """Return a text field of a safety question, such as ``action`` or ``see``; empty stays empty."""
    text = str(getattr(question, field))
    return words.pgettext(f"safety.{question.id}.{field}", text) if text else ""


_RAISED = {Urgency.PAUSE: "raised-pause", Urgency.URGENT: "raised-urgent", Urgency.EMERGENCY: "raised-urgent"}
"""Rows of the screen that speak where a finding is more urgent than its own row, and no answer made it so."""


def referral_source(
    finding: Finding, question: Question, screen: ScreenFile, field: str
) -> Question | Escalation:
    """Return what says a field of a referral at the urgency that holds: an answer, the row, or a raised row.

    "Go on as you are" must never stand beside a lock (clinical.md §4).

    Args:
        finding: What was found.
        question: The row behind it.
        screen: The screen, with the rows of raised urgencies.
        field: ``action``, ``see`` or ``meanwhile``.
    """
    escalated = [e for e in question.escalations if {e.id, e.same_as or e.id} & set(finding.because)]
    if escalated:
        most = min(escalated, key=lambda escalation: escalation.urgency.rank)
        return most if getattr(most, field) else question
    if finding.urgency.rank < question.urgency.rank and finding.urgency in _RAISED:
        return screen.of(_RAISED[finding.urgency])
    return question


def referral_field(finding: Finding, question: Question, screen: ScreenFile, field: str, words: Words) -> str:
    """Return what to do, who to see, or what to do meanwhile, at the urgency that holds."""
    source = referral_source(finding, question, screen, field)
    return words.pgettext(f"safety.{source.id}.{field}", str(getattr(source, field)))
