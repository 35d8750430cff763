"""Decisions in lines: marks beside words, sides that share a line, rule and source."""

from __future__ import annotations

from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.dose import Dose, Reps
from ankle_coach.domain.sides import Side
from ankle_coach.domain.value_words import fired_values
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.decision_texts import change_lines, mark_icon
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY

STEP_BACK = Decision(
    day=MONDAY,
    outcome=Outcome.STEP_BACK,
    rule="3.3-5",
    prescription="strength-a.str-calf-uni",
    exercise="str-calf-uni",
    side=Side.RIGHT,
    values=(("percent", 100), ("ceiling", 5), ("pain_after", 6), ("base", 1), ("step", "level")),
    references=("S04", "DD"),
    alternative="hold",
    level=LIBRARY.exercise("str-calf-uni").levels[0].id,
    dose=Dose(blocks=(Reps(sets=3, reps=10),)),
)


def test_a_line_names_exercise_side_outcome_numbers_rule_and_what_holds_now() -> None:
    (line,) = change_lines([STEP_BACK], LIBRARY, PLAIN_WORDS)
    assert line.title == "Single-leg calf raise · Right: Step back"
    assert "Pain after it 6" in line.reason
    assert "Now: " in line.reason
    assert "3 sets of 10" in line.reason
    assert line.rule.startswith("Rule 3.3-5 · ")


def test_sides_that_say_the_same_share_a_line_and_others_do_not() -> None:
    left = replace(STEP_BACK, side=Side.LEFT)
    (line,) = change_lines([STEP_BACK, left], LIBRARY, PLAIN_WORDS)
    assert line.title == "Single-leg calf raise: Step back"
    held = replace(left, outcome=Outcome.HOLD)
    assert len(change_lines([STEP_BACK, held], LIBRARY, PLAIN_WORDS)) == 2


def test_our_own_rules_are_called_app_rules() -> None:
    (line,) = change_lines([replace(STEP_BACK, references=("DD",))], LIBRARY, PLAIN_WORDS)
    assert line.rule == "Rule 3.3-5 · App rule"


def test_marks_differ_by_shape() -> None:
    marks = [mark_icon(outcome) for outcome in (Outcome.ADVANCE, Outcome.HOLD, Outcome.STEP_BACK)]
    assert marks == ["up", "same", "down"]
    assert all(mark_icon(outcome) for outcome in Outcome)


def test_values_are_named_and_what_the_sentence_says_is_left_out() -> None:
    values = dict(fired_values(STEP_BACK, PLAIN_WORDS))
    assert values["Pain after it"] == "6"
    assert values["Usual morning pain"] == "1"
    assert "step" not in values
    revised = replace(STEP_BACK, values=(("from", "hold"), ("to", "step_back"), ("gave_way", 1)))
    assert fired_values(revised, PLAIN_WORDS) == (
        ("From", "Same again"),
        ("To", "Step back"),
        ("The ankle gave way", "Yes"),
    )


def test_a_revision_says_what_became_of_it() -> None:
    revised = replace(STEP_BACK, outcome=Outcome.REVISED, values=(("from", "hold"), ("to", "step_back")))
    (line,) = change_lines([revised], LIBRARY, PLAIN_WORDS)
    assert line.title == "Single-leg calf raise · Right: Revised, now: Step back"
    assert "Now: " in line.reason
