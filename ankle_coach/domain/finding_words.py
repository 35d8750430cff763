"""Why a finding of the safety screen stands: an answer that was given, or what the journal shows."""

from __future__ import annotations

from ankle_coach.domain.program_texts import question_field
from ankle_coach.domain.safety import Finding
from ankle_coach.domain.safety_content import Question
from ankle_coach.domain.thresholds import SOURCE
from ankle_coach.domain.words import Words


def finding_reason(finding: Finding, question: Question, words: Words) -> str:
    """Return why a finding stands, in one sentence. An answer is named only where it was given."""
    shown = _shown_by_the_journal(finding, words)
    text = question_field(question, "text", words)
    if shown or not question.asked:
        return shown or text
    if finding.unsure:
        return words.gettext("You are not sure about: {question}").format(question=text)
    return words.gettext("Your answer to: {question}").format(question=text)


def is_of_journal(finding: Finding, question: Question, words: Words) -> bool:
    """Say whether the journal shows a finding, and no answer to a question does."""
    return not question.asked or bool(_shown_by_the_journal(finding, words))


def _shown_by_the_journal(finding: Finding, words: Words) -> str:
    """Return what the journal shows (clinical.md §4.2, end); empty for what was asked and answered."""
    if finding.rule == "T-stop":
        return words.gettext("An exercise was stopped for strong or sudden pain.")
    if finding.rule == "T-base":
        told = dict(finding.values)
        text = words.gettext("The pain in the morning has been too high for {days} days.")
        return text.format(days=f"{told.get('days', SOURCE.baseline_high_days):g}")
    values = dict(finding.values)
    if not values:
        return ""
    days, times = int(values.get("days", 0)), int(values.get("times", 0))
    sentences = {
        "R16": words.ngettext(
            "After {n} day the mornings are no better than at the start.",
            "After {n} days the mornings are no better than at the start.",
            days,
        ).format(n=days),
        "R17": words.gettext("The pain after your runs is severe, stays from run to run, or rises."),
        "R18": words.ngettext(
            "The ankle gave way {n} time within 14 days, or it locks or catches.",
            "The ankle gave way {n} times within 14 days.",
            times,
        ).format(n=times),
        "R19": words.ngettext(
            "After {n} day there is no real change since the start.",
            "After {n} days there is no real change since the start.",
            days,
        ).format(n=days),
    }
    if finding.rule == "R17" and values.get("rest_days", 0) and not values.get("after_run", 0):
        return words.gettext("There is pain at rest.")
    if finding.rule == "R18" and times < 1:
        return words.gettext("The ankle locks or catches, as your weekly review says.")
    return sentences.get(finding.rule, "")
