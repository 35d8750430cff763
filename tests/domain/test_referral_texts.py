"""What a referral says goes with the urgency that holds: never "go on as you are" beside a lock."""

from __future__ import annotations

import pytest

from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.program_texts import referral_source
from ankle_coach.domain.safety import Finding, Scope, ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Escalation, Question
from ankle_coach.domain.safety_screen import ScreenFacts, screen

SCREEN = load_safety().screen
YES = ScreenAnswer.YES
FIELDS = ("action", "see", "meanwhile")
FORBIDDEN = {
    Urgency.EMERGENCY: ("within days", "Go on", "Keep to the doses", "may go on", "Gentle movement"),
    Urgency.URGENT: ("within days", "Go on", "Keep to the doses", "may go on", "Gentle movement"),
    Urgency.PAUSE: ("Go on", "Keep to the doses", "Strength and balance work may go on"),
}
"""Words that contradict an urgency: they let go on what it locks, or put off what is for today."""


def said(finding: Finding) -> tuple[str, ...]:
    """What a referral says of a finding."""
    question = SCREEN.of(finding.rule)
    return tuple(getattr(referral_source(finding, question, SCREEN, name), name) for name in FIELDS)


def check(finding: Finding) -> None:
    """A referral's words fit its urgency."""
    texts = said(finding)
    assert all(texts)
    wrong = [word for word in FORBIDDEN.get(finding.urgency, ()) if any(word in text for text in texts)]
    assert wrong == [], (finding.rule, texts)
    if finding.urgency is Urgency.EMERGENCY:
        assert "emergency number" in texts[0]
    if finding.urgency is Urgency.URGENT:
        assert "today" in texts[0] or "emergency" in texts[0]


@pytest.mark.parametrize("question", [q for q in SCREEN.question if q.asked], ids=lambda q: q.id)
def test_each_row_says_what_its_urgency_asks_for(question: Question) -> None:
    check(Finding(rule=question.id, urgency=question.urgency, references=("DD",), because=(question.id,)))


ESCALATIONS = [(q, e) for q in SCREEN.question for e in q.escalations]


@pytest.mark.parametrize(("question", "escalation"), ESCALATIONS, ids=[e.id for _, e in ESCALATIONS])
def test_an_answer_that_makes_it_more_urgent_brings_its_own_words(
    question: Question, escalation: Escalation
) -> None:
    because = (question.id, escalation.id)
    check(Finding(rule=question.id, urgency=escalation.urgency, references=("DD",), because=because))


def test_R14_with_no_four_steps_known_from_R01_is_for_today() -> None:
    result = screen(SCREEN, {"R14": YES, "R01": YES}, ScreenFacts(injured=False))
    (finding,) = [found for found in result.findings if found.rule == "R14"]
    assert said(finding)[0] == "Be seen by a clinician today."


@pytest.mark.parametrize("rule", ["T-morning", "T-steps-back", "T-no-load", "R16", "R17", "R19"])
def test_a_trend_that_pauses_does_not_say_to_go_on(rule: str) -> None:
    """4.2-trend: pause where it was assessed and goes on."""
    finding = Finding(
        rule=rule,
        urgency=Urgency.PAUSE,
        scopes=(Scope.ALL_LOADING,),
        references=("DD",),
        values=(("days", 9),),
    )
    check(finding)
    assert said(finding)[0] == "Stop loading it, and be seen by a clinician within days."


def test_bone_points_that_cannot_be_trusted_are_for_today() -> None:
    facts = ScreenFacts(injured=True, days_since_injury=1, age=17)
    result = screen(SCREEN, {"O0": YES, "O1": YES}, facts)
    (finding,) = [found for found in result.findings if found.rule == "O-unreliable"]
    assert finding.urgency is Urgency.URGENT
    assert said(finding)[0] == "Be seen by a clinician today."


def test_what_is_only_advice_keeps_its_own_words() -> None:
    finding = Finding(rule="R16", urgency=Urgency.ADVISE, references=("002",))
    assert said(finding)[0].startswith("Go on as you are")
