"""Reasons in the reader's words: every rule has one, with its numbers, through the translator."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import alternative_words, outcome_words, reason
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS, PlainWords
from tests.domain.test_progression_simulation import DAYS, EXERCISES, NATURES
from tests.helpers.builders import MONDAY
from tests.helpers.simulated_runner import Life

LIBRARY = open_library()
SECOND = "The second time within 14 days: two levels back, no advance for 7 days."
CALM_DAY = "The whole dose, and calm during it, after it and the next morning."
STEP_BACK, HOLD, CREDIT = Outcome.STEP_BACK, Outcome.HOLD, Outcome.CREDIT


def decided(outcome: Outcome, rule: str, *, plan_wide: bool = False, **values: Any) -> Decision:
    """A decision about an exercise, or the plan."""
    of: dict[str, Any] = {} if plan_wide else {"prescription": "p", "exercise": "e", "side": Side.LEFT}
    alternative = values.pop("alternative", "")
    return Decision(
        day=MONDAY, outcome=outcome, rule=rule, values=tuple(values.items()), alternative=alternative, **of
    )


SENTENCES: list[tuple[str, Decision, str]] = [
    (
        "3.3-4 pain",
        decided(Outcome.STOP_EXERCISE, "3.3-4", pain_during=6, ceiling=5, step="level"),
        "Pain during it 6, over the ceiling of 5. One level back.",
    ),
    (
        "3.3-5 morning",
        decided(STEP_BACK, "3.3-5", morning=4, base=2, percent=100, ceiling=3, step="two-levels"),
        f"Pain the next morning 4, usually 2. {SECOND}",
    ),
    (
        "3.3-6 missing",
        decided(HOLD, "3.3-6", missing=1, percent=100, base=0, morning=0),
        "An answer is missing.",
    ),
    (
        "3.3-6 no morning",
        decided(HOLD, "3.3-6", missing=1, percent=100, base=0),
        "There was no check-in the next morning.",
    ),
    (
        "3.3-9 no morning",
        decided(HOLD, "3.3-9", percent=100, base=0),
        "There was no check-in the next morning.",
    ),
    (
        "3.3-6 several",
        decided(HOLD, "3.3-6", percent=80, effort=9, base=0),
        "80 % of the dose done; effort 9 of 10.",
    ),
    ("3.3-7 share", decided(HOLD, "3.3-7", percent=40), "40 % of the dose done."),
    (
        "3.3-8 waits",
        decided(CREDIT, "3.3-8", percent=100, waits="adherence"),
        f"{CALM_DAY} The advance waits: less than 80 % of the sessions were done.",
    ),
    (
        "3.4-advance",
        decided(Outcome.ADVANCE, "3.4-advance", credits=3, days=7),
        "3 credits and 7 days at this dose.",
    ),
    (
        "3.5-gap-8",
        decided(Outcome.PLAN_HOLD, "3.5-gap-8", plan_wide=True, gap=9),
        "9 days since the first session that was left out. One level back, with a quarter less.",
    ),
    (
        "3.4-plan",
        decided(Outcome.DELOAD, "3.4-plan", plan_wide=True, regress_days=2),
        "2 days with a step back of a loaded exercise.",
    ),
    (
        "3.4-plan-one",
        decided(Outcome.PHASE_BACK, "3.4-plan", plan_wide=True, regress_days=1, after_deload=0),
        "1 day with a step back of a loaded exercise.",
    ),
    (
        "3.4-plan-after-deload",
        decided(Outcome.PHASE_BACK, "3.4-plan", plan_wide=True, regress_days=1, after_deload=1),
        "A loaded exercise stepped back in an easy week, or within two weeks after it.",
    ),
    (
        "provisional",
        decided(HOLD, "3.3-6", provisional=1),
        "There was no morning entry by noon; a later one revises this.",
    ),
]


@pytest.mark.parametrize(("decision", "sentence"), [s[1:] for s in SENTENCES], ids=[s[0] for s in SENTENCES])
def test_a_reason_names_its_numbers(decision: Decision, sentence: str) -> None:
    assert reason(decision, PLAIN_WORDS) == sentence


def test_every_outcome_has_a_name() -> None:
    names = [outcome_words(outcome, PLAIN_WORDS) for outcome in Outcome]
    assert len(set(names)) == len(Outcome)


def test_what_was_not_chosen_is_said() -> None:
    other = decided(CREDIT, "3.3-8", alternative="advance")
    assert alternative_words(other, PLAIN_WORDS) == "Not chosen: Step forward."
    assert alternative_words(decided(CREDIT, "3.3-8"), PLAIN_WORDS) == ""


class Marked(PlainWords):
    """A translator that marks what passed through it."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return f"«{singular if n == 1 else plural}»"


@pytest.mark.parametrize("program", ["general", "achilles-midportion", "preset-rathleff"])
def test_every_decision_of_a_life_has_a_reason_without_safety_promises(program: str) -> None:
    own = LIBRARY.program(program)
    context = context_for(EXERCISES.values(), [own])
    for seed in (1, 2):
        for decision in Life(own, EXERCISES, context, seed, NATURES[seed], {}).live(DAYS):
            text = reason(decision, PLAIN_WORDS)
            assert text.endswith(".")
            assert text != decision.rule
            assert "?" not in text
            assert "{" not in text
            assert not any(word in text.lower() for word in ("safe.", "healed", "no fracture"))
            assert reason(decision, Marked()).count("«") >= 1


@pytest.mark.parametrize("program", ["general", "lateral-sprain"])
def test_every_decision_resolves_to_references(program: str) -> None:
    own = LIBRARY.program(program)
    context = context_for(EXERCISES.values(), [own])
    for decision in Life(own, EXERCISES, context, 2, NATURES[2], {}).live(DAYS):
        assert decision.references
        assert set(decision.references) <= set(LIBRARY.references)
