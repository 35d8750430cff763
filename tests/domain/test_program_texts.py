"""Criteria, urgencies and scopes in words: a number with its unit, and never a promise."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.safety_files import load_measures, load_safety
from ankle_coach.domain.criteria import Criterion, CriterionResult, Reading, Status
from ankle_coach.domain.program_texts import (
    criterion_standing,
    criterion_text,
    phase_name,
    program_name,
    question_field,
    refer_line,
    scope_words,
    urgency_word,
)
from ankle_coach.domain.safety import Scope, Urgency
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator

MEASURES = load_measures()
PROGRAM = open_library().program("lateral-sprain")


def standing(measure: str, status: str, reading: Reading = Reading.VALUE, **fields: Any) -> str:
    criterion = Criterion(
        id=measure, text="Test", references=("DD",), reading=reading, at_most=2, days=7, entries=4
    )
    result = CriterionResult(criterion=criterion, status=Status(status), **fields)
    return criterion_standing(result, MEASURES.of(measure), PLAIN_WORDS)


@pytest.mark.parametrize(
    ("measure", "status", "reading", "fields", "said"),
    [
        ("walk-30-min-pain", "met", "value", {"value": 2}, "met: 2"),
        ("walk-30-min-pain", "met", "value", {"value": 0}, "met: 0"),
        ("walk-30-min-pain", "unmet", "value", {"value": 4, "short_by": 2}, "not yet: 4, 2 away"),
        (
            "knee-to-wall-cm",
            "unmet",
            "difference",
            {"value": 2.5, "short_by": 0.5},
            "not yet: 2.5 cm, 0.5 cm away",
        ),
        (
            "single-leg-raise-count",
            "unmet",
            "symmetry",
            {"value": 75, "short_by": 5},
            "not yet: 75 %, 5 % away",
        ),
        ("single-leg-stand-seconds", "met", "value", {"value": 31}, "met: 31 s"),
        ("stiffness-minutes", "unmet", "value", {"value": 10}, "not yet: 10 min"),
        ("band-ev-feels-equal", "unmet", "value", {"value": 0}, "not yet: no"),
        ("band-ev-feels-equal", "met", "value", {"value": 1}, "met: yes"),
        ("walk-30-min-pain", "not-measured", "value", {}, "not measured yet"),
        ("morning-pain", "not-measured", "value", {"entries": 2}, "not measured often enough yet: 2 of 4"),
        (
            "single-leg-raise-count",
            "not-applicable",
            "symmetry",
            {},
            "does not apply: no single side is sore",
        ),
    ],
)
def test_how_a_criterion_stands(
    measure: str, status: str, reading: str, fields: dict[str, Any], said: str
) -> None:
    assert standing(measure, status, Reading(reading), **fields) == said


def test_every_urgency_and_scope_has_words_and_an_urgent_lock_says_that_it_covers_everything() -> None:
    assert all(urgency_word(urgency, PLAIN_WORDS) for urgency in Urgency)
    assert all(scope_words(scope, Urgency.PAUSE, PLAIN_WORDS) for scope in Scope)
    assert scope_words(Scope.ALL_LOADING, Urgency.URGENT, PLAIN_WORDS) == "all exercises"


def test_content_is_translated_by_id_and_field() -> None:
    pseudo = translator("qps")
    phase = PROGRAM.phase("p1")
    result = CriterionResult(criterion=phase.exit[0], status=Status.UNMET)
    question = load_safety().screen.of("R01")
    texts = {
        program_name(PROGRAM, pseudo): PROGRAM.name,
        phase_name(PROGRAM, phase, pseudo): phase.name,
        criterion_text(PROGRAM, phase, result, pseudo): phase.exit[0].text,
        refer_line(PROGRAM, PROGRAM.refer_if[0], pseudo): PROGRAM.refer_if[0].text,
        question_field(question, "action", pseudo): question.action,
    }
    assert all(translated != text for translated, text in texts.items())
    assert question_field(load_safety().screen.of("R17"), "cause", pseudo) == ""
