"""What is said of a walk-run's stages and of the Achilles tendon's loads (clinical.md §3.7)."""

from __future__ import annotations

import pytest

from ankle_coach.domain.run_words import spacing_words, stage_rules
from ankle_coach.domain.walk_run import RunLimits
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.rules import row

LIMITS_OF_3 = RunLimits(advance=2, ceiling=3)


@row("3.7-achilles")
def test_the_achilles_tendon_gets_two_days_after_medium_and_three_after_high_load(row_id: str) -> None:
    told = spacing_words(PLAIN_WORDS)
    assert "2 days from a medium load to the next, 3 after jumps, sprints or fast hills" in told
    assert "not re-checked" in told


RULES: list[tuple[str, RunLimits, int, str]] = [
    ("3.7-advance in words", LIMITS_OF_3, 0, "done twice in a row with pain of 2 or less"),
    ("3.7-advance own number", RunLimits(advance=2, ceiling=3, credits=3), 0, "done 3 times in a row"),
    (
        "3.7-hold in words",
        LIMITS_OF_3,
        1,
        "pain above 2 and up to 3, or a morning above usual by less than 2.",
    ),
    (
        "3.7-hold tendon",
        RunLimits(advance=3, ceiling=3),
        1,
        "Same again: a morning above usual by less than 2.",
    ),
    (
        "3.7-regress in words",
        LIMITS_OF_3,
        2,
        "after 1 more day off: pain over 3, a limp, or a morning 2 or more",
    ),
    ("3.7-regress two days", RunLimits(advance=2, ceiling=3, days_off=2), 2, "after 2 more days off: pain"),
    ("3.7-regress no day", RunLimits(advance=2, ceiling=3, days_off=0), 2, "Back one stage: pain over 3"),
]


@pytest.mark.parametrize(("limits", "place", "part"), [r[1:] for r in RULES], ids=[r[0] for r in RULES])
def test_the_rules_of_a_stage_are_told_with_the_numbers_that_hold(
    limits: RunLimits, place: int, part: str
) -> None:
    assert part in stage_rules(limits, PLAIN_WORDS)[place]
