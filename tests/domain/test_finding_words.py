"""Why a finding stands: what was answered is called an answer, what the journal shows is not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from ankle_coach.domain.finding_words import finding_reason
from ankle_coach.domain.safety import Finding, Urgency
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.coach import FakeCoach

SAFETY = FakeCoach().services.safety
"""Knows the shipped questions."""


def _reason(rule: str, values: Mapping[str, float] = MappingProxyType({}), *, unsure: bool = False) -> str:
    finding = Finding(
        rule=rule, urgency=Urgency.ADVISE, unsure=unsure, values=tuple(values.items()), references=()
    )
    return finding_reason(finding, SAFETY.question(rule), PLAIN_WORDS)


def test_an_answer_is_called_an_answer() -> None:
    assert _reason("R16") == "Your answer to: Has it not improved after 7 days of rest and self-care?"
    assert _reason("R16", unsure=True).startswith("You are not sure about: Has it not improved")


@pytest.mark.parametrize(
    ("rule", "values", "sentence"),
    [
        ("R16", {"days": 7, "gain": 0}, "After 7 days the mornings are no better than at the start."),
        (
            "R17",
            {"after_run": 6, "rest_days": 0},
            "The pain after your runs is severe, stays from run to run, or rises.",
        ),
        ("R17", {"after_run": 0, "rest_days": 2}, "There is pain at rest."),
        ("R18", {"times": 2}, "The ankle gave way 2 times within 14 days."),
        ("R18", {"times": 1}, "The ankle gave way 1 time within 14 days, or it locks or catches."),
        ("R18", {"times": 0}, "The ankle locks or catches, as your weekly review says."),
        ("R19", {"days": 42, "gain": 1}, "After 42 days there is no real change since the start."),
        ("T-stop", {}, "An exercise was stopped for strong or sudden pain."),
        ("T-base", {}, "The pain in the morning has been too high for 7 days."),
        ("T-base", {"base": 6, "days": 9}, "The pain in the morning has been too high for 9 days."),
        ("T-steps-back", {}, "The plan had to step back too often within a short time."),
    ],
)
def test_what_the_journal_shows_is_not_called_an_answer(
    rule: str, values: dict[str, float], sentence: str
) -> None:
    assert _reason(rule, values) == sentence
