"""The decision table again, written from the text of clinical.md §3.3 alone, against the one that runs."""

from __future__ import annotations

from random import Random
from typing import Any

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import Bout, ExerciseDay, MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.outcome import Case, judge, worst_of
from ankle_coach.domain.outcome_mornings import Track, mornings_say
from ankle_coach.domain.program import MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.builders import MONDAY

MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED
NO_NUMBER = (MISSING, NOT_ASKED)
CASES = 20_000


def case_of(rng: Random) -> dict[str, Any]:
    """One bout of one exercise with a single sore side, its program, and the morning after.

    Most days are calm, so that most cases come as far as the morning; numbers lie around the limits.
    """

    def pain(most: int = 5) -> object:
        return rng.choice([*range(most + 1), *range(most + 1), rng.randint(0, 10), MISSING])

    def sign() -> bool:
        return rng.random() < 0.02

    program = rng.choice([3, 4, 5])
    return {
        "tendon": rng.random() < 0.5,
        "program": program,
        "ceiling": rng.choice([min(3, program), program]),
        "loaded": rng.random() < 0.8,
        "balance": rng.random() < 0.3,
        "rm": rng.random() < 0.3,
        "asked": frozenset(f for f in (MorningField.STIFFNESS, MorningField.SWELLING) if rng.random() < 0.5),
        "before": rng.choice([0, 0, 1, *NO_NUMBER, rng.randint(0, 10)]),
        "swollen": rng.choice([0, 0, 0, 1, 2, rng.randint(0, 3), *NO_NUMBER]),
        "during": rng.choice([pain(3), pain(3), NOT_ASKED]) if rng.random() < 0.2 else pain(3),
        "after": pain(3),
        "effort": rng.choice([3, 5, 7, rng.randint(0, 10), MISSING]),
        "share": rng.choice([1.0, 1.0, 1.0, 1.0, 0.0, 0.3, 0.59, 0.6, 0.61, 0.99]),
        "flag": sign(),
        "painful": sign(),
        "sharp": sign(),
        "pop": sign(),
        "gave_way": sign(),
        "limp": sign(),
        "form_lost": sign(),
        "base": rng.choice([0, 1, 1.5, 2, 3, 4, 5, 5.5, 6, None]),
        "base_stiff": rng.choice([0, 5, 30, 5, None]),
        "base_swelling": rng.choice([0, 0, 0.5, 1, None]),
        "morning": rng.choice([None, pain(7)]) if rng.random() < 0.2 else pain(7),
        "stiff": rng.choice([0, 5, 9, 10, 14, 15, 29, 30, 34, 35, 60, MISSING]),
        "swelling": rng.choice([0, 0, 1, 2, 3, MISSING]),
    }


def number(answer: object) -> float | None:
    """The number of an answer; a missing one, or one that was not asked, has none."""
    return float(answer) if isinstance(answer, int) else None


def over(answer: object, limit: float) -> bool:
    """Whether an answer is a number above a limit."""
    value = number(answer)
    return value is not None and value > limit


def told(c: dict[str, Any]) -> tuple[str, int, bool]:
    """Outcome, row and whether it counts as REGRESS, read off the table of §3.3 from top to bottom."""
    stopped = (
        c["sharp"] or c["pop"] or over(c["during"], 7.5) or c["painful"] or over(c["during"], c["ceiling"])
    ) or (c["gave_way"] or c["limp"])
    if c["flag"]:
        return "STOP_SCREEN", 1, stopped
    before, base = number(c["before"]), c["base"]
    if (
        over(c["before"], 5.5)
        or (before is not None and base is not None and before >= base + 3)
        or c["swollen"] == 3
    ):
        return ("NO_LOAD" if c["loaded"] or c["balance"] else "HOLD"), 2, stopped
    if c["sharp"] or c["pop"] or over(c["during"], 7.5):
        return "STOP", 3, True
    if stopped:
        return "STOP_EXERCISE", 4, True
    return told_by_the_morning(c) if c["loaded"] else told_unloaded(c)


def told_by_the_morning(c: dict[str, Any]) -> tuple[str, int, bool]:
    """Rows 5 to 9 of loaded work."""
    base, entered = c["base"], c["morning"] is not None
    am = number(c["morning"]) if entered else None
    stiff = number(c["stiff"]) if entered and MorningField.STIFFNESS in c["asked"] else None
    swelling = number(c["swelling"]) if entered and MorningField.SWELLING in c["asked"] else None
    stiff_up = None if stiff is None or c["base_stiff"] is None else stiff - c["base_stiff"]
    swelling_up = None if swelling is None or c["base_swelling"] is None else swelling - c["base_swelling"]
    if (
        over(c["after"], c["program"])
        or (am is not None and base is not None and am >= base + 2)
        or (am is not None and am > max(5, base or 0))
        or (swelling_up is not None and swelling_up >= 2)
        or (stiff_up is not None and stiff_up >= 30)
    ):
        return "STEP_BACK", 5, True
    missing = [c["during"], c["after"]]
    missing += [] if c["rm"] else [c["effort"]]
    missing += [c["morning"] if entered else None]
    missing += [c["stiff"] if entered else None] if MorningField.STIFFNESS in c["asked"] else []
    missing += [c["swelling"] if entered else None] if MorningField.SWELLING in c["asked"] else []
    unknown = base is None
    unknown = unknown or (MorningField.STIFFNESS in c["asked"] and c["base_stiff"] is None)
    unknown = unknown or (MorningField.SWELLING in c["asked"] and c["base_swelling"] is None)
    if (
        (not c["tendon"] and over(c["during"], 2))
        or (am is not None and base is not None and am > base)
        or (swelling_up is not None and swelling_up > 0)
        or (stiff_up is not None and stiff_up >= 10)
        or 0.6 <= c["share"] < 1
        or (not c["rm"] and over(c["effort"], 7))
        or c["form_lost"]
        or any(number(answer) is None for answer in missing)
        or unknown
    ):
        return "HOLD", 6, False
    if c["share"] < 0.6:
        return "HOLD", 7, False
    calm = (c["ceiling"], c["program"]) if c["tendon"] else (2, 2)
    if not over(c["during"], calm[0]) and not over(c["after"], calm[1]) and base <= 5:
        return "CREDIT", 8, False
    return "HOLD", 9, False


def told_unloaded(c: dict[str, Any]) -> tuple[str, int, bool]:
    """Rows 7 to 9 of what does not load: its own pain, the whole dose, the next morning's pain."""
    if c["share"] < 0.6:
        return "HOLD", 7, False
    am = number(c["morning"])
    calm = am is not None and (c["base"] is None or am < c["base"] + 2)
    if c["share"] >= 1 and calm and not over(c["during"], 2):
        return "CREDIT", 8, False
    return "HOLD", 9, False


def ran(c: dict[str, Any]) -> tuple[str, int, bool]:
    """What the program says of the same case."""
    bout = Bout(
        pain_before=c["before"],
        swelling_before=c["swollen"],
        pain_during=c["during"],
        pain_after=c["after"],
        effort=c["effort"],
        screened=c["flag"],
        too_painful=c["painful"],
        sharp=c["sharp"],
        pop=c["pop"],
        gave_way=c["gave_way"],
        limp=c["limp"],
        form_lost=c["form_lost"],
    )
    work = ExerciseDay(
        prescription="p",
        exercise="e",
        side=Side.RIGHT,
        bouts=(bout,),
        share=c["share"],
        whole=c["share"] >= 1,
    )
    morning = None
    if c["morning"] is not None:
        morning = MorningFacts(
            day=MONDAY, pain=c["morning"], stiff_minutes=c["stiff"], swelling=c["swelling"]
        )
    track = Track(Base(c["base"], c["base_stiff"], c["base_swelling"]), morning)
    case = Case(
        work=work,
        answers=worst_of(work.bouts),
        mornings=mornings_say((track,), c["asked"], SOURCE),
        loaded=c["loaded"],
        balance=c["balance"],
        tendon=c["tendon"],
        ceiling=c["ceiling"],
        program_ceiling=c["program"],
        repetition_maximum=c["rm"],
        thresholds=SOURCE,
    )
    verdict = judge(case)
    assert verdict is not None
    return verdict.outcome.name, verdict.row, verdict.regress


def test_the_table_that_runs_says_what_the_text_says() -> None:
    rng = Random(20260328)
    said = set()
    for _ in range(CASES):
        case = case_of(rng)
        assert ran(case) == told(case), case
        said.add(told(case))
    assert {row for _, row, _ in said} == set(range(1, 10)), "a row that no case reaches is not tested"


def test_the_names_of_the_outcomes_are_those_of_the_text() -> None:
    wanted = {"STOP_SCREEN", "STOP", "STOP_EXERCISE", "STEP_BACK", "NO_LOAD", "HOLD", "CREDIT"}
    assert wanted <= {outcome.name for outcome in Outcome}
