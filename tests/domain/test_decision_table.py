"""The decision table of clinical.md §3.3: each row by its number and both sides of each bound."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import Bout, ExerciseDay, MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.outcome import ROW_REFERENCES, WORST_FIRST, Case, Verdict, judge, worst_of
from ankle_coach.domain.outcome_mornings import Track, mornings_say
from ankle_coach.domain.outcome_values import values_of
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.rules import ALL_FIELDS, MISSING, NOT_ASKED

DAY = date(2026, 3, 3)
STIFF = frozenset({MorningField.STIFFNESS})
SWELLING = frozenset({MorningField.SWELLING})
FIRST_STEP = frozenset({MorningField.FIRST_STEP})


def bout(**fields: Any) -> Bout:
    """A calm session."""
    return Bout(**{"pain_before": 0, "pain_during": 0, "pain_after": 0, "effort": 5, **fields})


def morning(**fields: Any) -> MorningFacts:
    """A morning that is as it always is."""
    return MorningFacts(
        **{"day": DAY, "pain": 2, "first_step": 2, "stiff_minutes": 20, "swelling": 1, **fields}
    )


def case(*bouts: Bout, after: MorningFacts | None = None, no_entry: bool = False, **fields: Any) -> Case:
    """A loaded exercise of a sprain program with a ceiling of 3, done whole, on a baseline of 2."""
    base = fields.pop("base", Base(2, 20, 1))
    share = fields.pop("share", 1.0)
    tracks = fields.pop("tracks", None) or (Track(base, None if no_entry else after or morning()),)
    asked, thresholds = fields.pop("asked", frozenset()), fields.pop("thresholds", Thresholds())
    work = ExerciseDay(
        prescription="p",
        exercise="e",
        side=Side.RIGHT,
        bouts=bouts or (bout(),),
        share=share,
        whole=share >= 1,
    )
    return Case(
        **{
            "work": work,
            "answers": worst_of(work.bouts),
            "mornings": mornings_say(tracks, asked, thresholds),
            "loaded": True,
            "balance": False,
            "tendon": False,
            "ceiling": 3,
            "program_ceiling": 3,
            "repetition_maximum": False,
            "thresholds": thresholds,
            **fields,
        }
    )


UNLOADED: dict[str, Any] = {"loaded": False}
TENDON: dict[str, Any] = {"tendon": True, "ceiling": 5, "program_ceiling": 5}
STOP_SCREEN, NO_LOAD, STOP = Outcome.STOP_SCREEN, Outcome.NO_LOAD, Outcome.STOP
STOP_EXERCISE, STEP_BACK, HOLD, CREDIT = (
    Outcome.STOP_EXERCISE,
    Outcome.STEP_BACK,
    Outcome.HOLD,
    Outcome.CREDIT,
)

TABLE: list[tuple[str, Case, Outcome, int]] = [
    ("3.3-1 a flag of pause or above", case(bout(screened=True)), STOP_SCREEN, 1),
    ("3.3-1 before row 2", case(bout(screened=True, pain_before=9)), STOP_SCREEN, 1),
    ("3.3-2 pain before 6", case(bout(pain_before=6), base=Base(5)), NO_LOAD, 2),
    ("3.3-2 not pain before 5", case(bout(pain_before=5), base=Base(3), after=morning(pain=3)), CREDIT, 8),
    ("3.3-2 three above the baseline", case(bout(pain_before=5)), NO_LOAD, 2),
    ("3.3-2 not two above the baseline", case(bout(pain_before=4)), CREDIT, 8),
    ("3.3-2 unknown baseline: only the number", case(bout(pain_before=5), base=Base()), HOLD, 6),
    ("3.3-2 swelling 3", case(bout(swelling_before=3)), NO_LOAD, 2),
    ("3.3-2 not swelling 2", case(bout(swelling_before=2)), CREDIT, 8),
    ("3.3-2 missing forbids nothing", case(bout(pain_before=MISSING)), CREDIT, 8),
    ("3.3-2 balance", case(bout(pain_before=6), loaded=False, balance=True), NO_LOAD, 2),
    ("3.3-2 others hold", case(bout(pain_before=6), **UNLOADED), HOLD, 2),
    ("3.3-3 pain during 8", case(bout(pain_during=8)), STOP, 3),
    ("3.3-3 not 7", case(bout(pain_during=7)), STOP_EXERCISE, 4),
    ("3.3-3 sharp", case(bout(sharp=True)), STOP, 3),
    ("3.3-3 pop", case(bout(pop=True)), STOP, 3),
    ("3.3-3 unloaded too", case(bout(pop=True), **UNLOADED), STOP, 3),
    ("3.3-4 too painful", case(bout(too_painful=True)), STOP_EXERCISE, 4),
    ("3.3-4 over the ceiling", case(bout(pain_during=4)), STOP_EXERCISE, 4),
    ("3.3-4 not at the ceiling", case(bout(pain_during=3)), HOLD, 6),
    ("3.3-4 tendon ceiling 5", case(bout(pain_during=6), **TENDON), STOP_EXERCISE, 4),
    ("3.3-4 gave way", case(bout(gave_way=True)), STOP_EXERCISE, 4),
    ("3.3-4 limp", case(bout(limp=True)), STOP_EXERCISE, 4),
    ("3.3-4 unloaded over the ceiling", case(bout(pain_during=4), **UNLOADED), STOP_EXERCISE, 4),
    ("3.3-5 pain after over the ceiling", case(bout(pain_after=4)), STEP_BACK, 5),
    (
        "3.3-5 the program's ceiling, not the exercise's",
        case(bout(pain_after=4), **{**TENDON, "ceiling": 3}),
        CREDIT,
        8,
    ),
    ("3.3-5 morning two above", case(after=morning(pain=4)), STEP_BACK, 5),
    ("3.3-5 not one above", case(after=morning(pain=3)), HOLD, 6),
    ("3.3-5 over 5 whatever the base", case(base=Base(4.5), after=morning(pain=6)), STEP_BACK, 5),
    ("3.3-5 over 5 with an unknown base", case(base=Base(), after=morning(pain=6)), STEP_BACK, 5),
    ("3.3-5 not at a base above 5", case(base=Base(7), after=morning(pain=7)), HOLD, 9),
    ("3.3-5 swelling two above", case(after=morning(swelling=3), asked=SWELLING), STEP_BACK, 5),
    ("3.3-5 swelling not asked", case(after=morning(swelling=3)), CREDIT, 8),
    ("3.3-5 stiffness 30 above", case(after=morning(stiff_minutes=50), asked=STIFF), STEP_BACK, 5),
    ("3.3-5 first step counts", case(after=morning(first_step=4), asked=FIRST_STEP), STEP_BACK, 5),
    ("3.3-5 first step not asked", case(after=morning(first_step=9)), CREDIT, 8),
    (
        "3.3-5 first step alone counts against",
        case(after=morning(pain=MISSING, first_step=6), asked=FIRST_STEP),
        STEP_BACK,
        5,
    ),
    ("3.3-5 loaded only", case(after=morning(pain=4), **UNLOADED), HOLD, 9),
    ("3.3-6 pain during 3", case(bout(pain_during=3)), HOLD, 6),
    ("3.3-6 not in tendon programs", case(bout(pain_during=3), **TENDON), CREDIT, 8),
    ("3.3-6 morning one above", case(after=morning(pain=3)), HOLD, 6),
    ("3.3-6 half a point above", case(base=Base(1.5)), HOLD, 6),
    ("3.3-6 swelling one above", case(after=morning(swelling=2), asked=SWELLING), HOLD, 6),
    ("3.3-6 stiffness 10 above", case(after=morning(stiff_minutes=30), asked=STIFF), HOLD, 6),
    ("3.3-6 stiffness 29 above", case(after=morning(stiff_minutes=49), asked=STIFF), HOLD, 6),
    ("3.3-6 not stiffness 9 above", case(after=morning(stiff_minutes=29), asked=STIFF), CREDIT, 8),
    ("3.3-6 60 %", case(share=0.6), HOLD, 6),
    ("3.3-6 99 %", case(share=0.99), HOLD, 6),
    ("3.3-6 effort 8", case(bout(effort=8)), HOLD, 6),
    ("3.3-6 not effort 7", case(bout(effort=7)), CREDIT, 8),
    ("3.3-6 effort 10 of a dose in RM", case(bout(effort=10), repetition_maximum=True), CREDIT, 8),
    ("3.3-6 form lost", case(bout(form_lost=True)), HOLD, 6),
    ("3.3-6 pain during missing", case(bout(pain_during=MISSING)), HOLD, 6),
    ("3.3-6 pain during always asked", case(bout(pain_during=NOT_ASKED)), HOLD, 6),
    ("3.3-6 pain after missing", case(bout(pain_after=MISSING)), HOLD, 6),
    ("3.3-6 effort missing", case(bout(effort=MISSING)), HOLD, 6),
    ("3.3-6 effort not asked", case(bout(effort=NOT_ASKED)), CREDIT, 8),
    ("3.3-6 no morning entry", case(no_entry=True), HOLD, 6),
    ("3.3-6 morning pain missing", case(after=morning(pain=MISSING)), HOLD, 6),
    ("3.3-6 first step missing", case(after=morning(first_step=MISSING), asked=FIRST_STEP), HOLD, 6),
    ("3.3-6 stiffness missing", case(after=morning(stiff_minutes=MISSING), asked=STIFF), HOLD, 6),
    ("3.3-6 stiffness missing, not asked", case(after=morning(stiff_minutes=MISSING)), CREDIT, 8),
    ("3.3-6 swelling missing", case(after=morning(swelling=MISSING), asked=SWELLING), HOLD, 6),
    ("3.3-6 baseline unknown", case(base=Base()), HOLD, 6),
    ("3.3-6 stiffness base unknown", case(base=Base(2), asked=STIFF), HOLD, 6),
    ("3.3-7 59 %", case(share=0.59), HOLD, 7),
    ("3.3-7 unloaded", case(share=0.59, **UNLOADED), HOLD, 7),
    ("3.3-7 unloaded, not at 60 %", case(share=0.6, **UNLOADED), HOLD, 9),
    ("3.3-8 calm", case(), CREDIT, 8),
    ("3.3-8 everything asked and answered", case(asked=frozenset(ALL_FIELDS)), CREDIT, 8),
    ("3.3-8 pain during and after 2", case(bout(pain_during=2, pain_after=2)), CREDIT, 8),
    ("3.3-8 tendon: up to the ceiling", case(bout(pain_during=5, pain_after=5), **TENDON), CREDIT, 8),
    ("3.3-8 better than the baseline", case(after=morning(pain=0)), CREDIT, 8),
    ("3.3-8 unloaded, morning below base + 2", case(after=morning(pain=3), **UNLOADED), CREDIT, 8),
    ("3.3-8 unloaded, pain during not given", case(bout(pain_during=NOT_ASKED), **UNLOADED), CREDIT, 8),
    ("3.3-8 unloaded, baseline unknown", case(base=Base(), **UNLOADED), CREDIT, 8),
    (
        "3.3-8 unloaded, effort and pain after do not matter",
        case(bout(effort=9, pain_after=9), **UNLOADED),
        CREDIT,
        8,
    ),
    ("3.3-9 pain after 3 at a ceiling of 3", case(bout(pain_after=3)), HOLD, 9),
    (
        "3.3-9 unloaded over 2, no tendon exception",
        case(bout(pain_during=3), **{**TENDON, **UNLOADED}),
        HOLD,
        9,
    ),
    ("3.3-9 unloaded, a part of it", case(share=0.8, **UNLOADED), HOLD, 9),
    ("3.3-9 unloaded, no morning entry", case(no_entry=True, **UNLOADED), HOLD, 9),
    ("3.3-9 unloaded, a morning without its pain", case(after=morning(pain=MISSING), **UNLOADED), HOLD, 9),
    ("3.3-9 baseline above 5", case(base=Base(6), after=morning(pain=6)), HOLD, 9),
]


@pytest.mark.parametrize(
    ("looked_at", "outcome", "row"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_row_of_the_table(looked_at: Case, outcome: Outcome, row: int) -> None:
    verdict = judge(looked_at)
    assert verdict is not None
    assert (verdict.outcome, verdict.row) == (outcome, row)


def test_every_row_is_in_the_table_and_stands_on_a_source() -> None:
    assert {int(row[0].removeprefix("3.3-").split()[0]) for row in TABLE} == set(range(1, 10))
    assert set(ROW_REFERENCES) == set(range(1, 10))
    assert all(ROW_REFERENCES.values())


WORST: list[tuple[str, tuple[Bout, ...], Outcome, bool]] = [
    ("3.3 stop-screen before stop", (bout(screened=True), bout(pop=True)), STOP_SCREEN, True),
    ("3.3 stop before stop-exercise", (bout(too_painful=True), bout(pain_during=8)), STOP, True),
    ("3.3 stop-exercise before regress", (bout(pain_after=9), bout(too_painful=True)), STOP_EXERCISE, True),
    ("3.3 regress before no-load", (bout(pain_before=6), bout(pain_after=4)), STEP_BACK, True),
    ("3.3 no-load before hold", (bout(pain_before=6), bout(form_lost=True)), NO_LOAD, False),
    ("3.3 hold before credit", (bout(), bout(pain_during=3)), HOLD, False),
    (
        "3.3 a stop counts as regress under a screen",
        (bout(screened=True, too_painful=True),),
        STOP_SCREEN,
        True,
    ),
    ("3.3 a screen alone does not", (bout(screened=True),), STOP_SCREEN, False),
]


@pytest.mark.parametrize(
    ("bouts", "outcome", "regress"), [row[1:] for row in WORST], ids=[row[0] for row in WORST]
)
def test_of_several_sessions_the_worst_wins(bouts: tuple[Bout, ...], outcome: Outcome, regress: bool) -> None:
    verdict = judge(case(*bouts))
    assert verdict is not None
    assert (verdict.outcome, verdict.regress) == (outcome, regress)


def test_the_outcomes_are_ranked_from_the_worst() -> None:
    assert WORST_FIRST == (STOP_SCREEN, STOP, STOP_EXERCISE, STEP_BACK, NO_LOAD, HOLD, CREDIT)


@pytest.mark.parametrize(
    ("looked_at", "outcome"),
    [
        pytest.param(case(bout(too_painful=True)), STOP_EXERCISE, id="3.3-4 acts at once"),
        pytest.param(case(bout(pop=True)), STOP, id="3.3-3 acts at once"),
        pytest.param(case(bout(pain_before=6)), NO_LOAD, id="3.3-2 acts at once"),
        pytest.param(case(bout(pain_after=9)), None, id="3.3-5 waits for the morning"),
        pytest.param(case(), None, id="3.3-8 waits for the morning"),
        pytest.param(
            case(bout(pain_before=6), bout()), None, id="3.3-2 waits where a later row may be worse"
        ),
    ],
)
def test_before_the_morning_only_rows_1_to_4_speak(looked_at: Case, outcome: Outcome | None) -> None:
    verdict = judge(looked_at, morning_known=False)
    assert (verdict.outcome if verdict else None) is outcome


def test_at_noon_pain_after_alone_may_regress() -> None:
    assert judge(case(bout(pain_after=4), no_entry=True)) == Verdict(STEP_BACK, 5, True)


def test_two_sore_sides_take_the_worse_one() -> None:
    calm, bad = Track(Base(2), morning()), Track(Base(2), morning(pain=4))
    verdict = judge(case(tracks=(calm, bad)))
    assert verdict is not None
    assert verdict.outcome is STEP_BACK


def test_pain_before_is_held_against_the_lower_base() -> None:
    tracks = (Track(Base(5), morning(pain=5)), Track(Base(1), morning(pain=1)))
    verdict = judge(case(bout(pain_before=4), tracks=tracks))
    assert verdict is not None
    assert verdict.outcome is NO_LOAD


def test_the_worst_answers_of_a_days_sessions_count_together() -> None:
    bouts = (
        bout(pain_during=1, pain_after=MISSING, effort=6, form_lost=True),
        bout(pain_during=2, pain_after=MISSING, effort=MISSING, gave_way=True),
    )
    both = worst_of(bouts)
    assert (both.pain_during, both.pain_after, both.effort) == (2, MISSING, 6)
    assert (both.form_lost, both.gave_way, both.pop) == (True, True, False)
    assert worst_of(bouts[:1]) is bouts[0]
    assert dict(values_of(case(*bouts))) == {
        "percent": 100,
        "ceiling": 3,
        "pain_before": 0,
        "pain_during": 2,
        "effort": 6,
        "gave_way": 1,
        "form_lost": 1,
        "base": 2,
        "morning": 2,
        "missing": 1,
        "stiffness": 20,
        "stiffness_base": 20,
        "swelling": 1,
        "swelling_base": 1,
    }


def test_a_plan_may_set_its_own_numbers() -> None:
    strict = case(bout(pain_during=2), thresholds=Thresholds(credit_pain=1))
    verdict = judge(strict)
    assert verdict is not None
    assert verdict.outcome is HOLD


@pytest.mark.parametrize(
    ("bouts", "row"),
    [
        pytest.param((bout(pain_during=3), bout()), 6, id="3.3-6 pain in one of two sessions"),
        pytest.param((bout(effort=8), bout()), 6, id="3.3-6 effort in one of two sessions"),
        pytest.param((bout(form_lost=True), bout()), 6, id="3.3-6 form lost in one of two sessions"),
        pytest.param((bout(pain_during=MISSING), bout()), 6, id="3.3-6 an answer missing in one of two"),
        pytest.param((bout(unanswered=True), bout()), 6, id="3.3-6 the limp left out after one of two"),
        pytest.param((bout(unanswered=True),), 6, id="3.3-6 the limp after a run left out"),
        pytest.param((bout(pain_after=4), bout()), 5, id="3.3-5 pain after one of two sessions"),
        pytest.param((bout(pain_after=3), bout()), 9, id="3.3-9 pain after one of two, up to the ceiling"),
        pytest.param((bout(), bout()), 8, id="3.3-8 two calm sessions"),
    ],
)
def test_one_session_of_a_day_is_enough_to_keep_the_credit(bouts: tuple[Bout, ...], row: int) -> None:
    for order in (bouts, bouts[::-1]):
        verdict = judge(case(*order))
        assert verdict is not None
        assert verdict.row == row
