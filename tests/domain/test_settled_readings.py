"""The readings that clinical.md §3.9 settles, and the walk-run stages of §3.7."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.baseline import sore_sides, tracks_for
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_steps import grown
from ankle_coach.domain.exercise import Group, Level, PhaseMark
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.ladder_conditions import may_enter
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.offers import offers
from ankle_coach.domain.program_rules import context_for, traits_of
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import first_standing
from tests.helpers.builders import MONDAY
from tests.helpers.rules import (
    BAD,
    MISSING,
    RIGHT,
    Diary,
    context_of,
    day_number,
    diary,
    exercise,
    level,
    plan_of,
    prescribed,
    row,
    runs,
)

LIBRARY = open_library()
STRENGTH = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcde"), start_level="d")
MOBILITY = exercise("mob-one", Group.MOBILITY, *(level(name) for name in "abcde"), start_level="c")
STAGES = exercise(
    "run-walk",
    Group.PLYOMETRIC,
    level("stage-0", loaded=False),
    level("stage-1", runs(1), condition="The run gate"),
    *(level(f"stage-{n}", runs(n)) for n in range(2, 6)),
    start_level="stage-3",
)


# --- §3.9 ---------------------------------------------------------------------------------------


@row("3.9-second-sore-place")
def test_a_second_sore_place_takes_part_with_a_base_of_its_own(row_id: str) -> None:
    book = diary(STRENGTH).trained(4)
    facts = book.facts()
    other = [MorningFacts(day=f.day, side=Side.LEFT, pain=2) for f in facts]
    with_other = [replace(f, mornings=(*f.mornings, o)) for f, o in zip(facts, other, strict=True)]
    bad = MorningFacts(day=day_number(4), side=Side.LEFT, pain=5)
    with_other[-1] = replace(with_other[-1], next_mornings=(*facts[-1].next_mornings, bad))
    _, decisions = fold_days(with_other, book.context, book.start)
    assert decisions[-1].rule == "3.3-5"
    assert (decisions[-1].value("base"), decisions[-1].value("morning")) == (2, 5)


@row("3.9-two-sore-sides")
def test_a_bilateral_level_takes_the_side_with_the_worse_outcome(row_id: str) -> None:
    assert tracks_for(Side.BOTH, sore_sides(Side.BOTH)) == (Side.LEFT, Side.RIGHT)
    assert tracks_for(Side.LEFT, sore_sides(Side.BOTH)) == (Side.LEFT,)
    assert tracks_for(Side.LEFT, sore_sides(RIGHT)) == (RIGHT,)
    assert sore_sides(None) == (Side.BOTH,)


@row("3.9-training-day")
def test_a_hold_of_n_days_covers_its_own_day_and_the_n_after(row_id: str) -> None:
    book = diary(MOBILITY).rested(6, planned=()).rested(7, planned=(), morning=1)
    book.rested(1, planned=(), morning=1)
    assert book.fold()[0].hold_until == day_number(20)
    book.trained(7, morning=1)
    assert book.decisions(Outcome.ADVANCE) == []
    book.trained(1, morning=1)
    assert [d.day for d in book.decisions(Outcome.ADVANCE)] == [day_number(21)]


@row("3.9-training-day")
def test_a_new_dose_counts_from_the_day_after_its_step(row_id: str) -> None:
    book = diary(STRENGTH).trained(7)
    standing = book.standing()
    assert standing.days_at_dose(day_number(6)) == 0
    assert standing.days_at_dose(day_number(7)) == 1
    assert [d.starts_on for d in book.decisions(Outcome.ADVANCE)] == [day_number(7)]


@row("3.9-logged-rows")
def test_an_unloaded_credit_is_row_8_and_its_other_holds_row_9(row_id: str) -> None:
    book = diary(MOBILITY).trained(1).trained(1, bout={"pain_during": 3})
    assert [d.rule for d in book.decisions()] == ["3.3-8", "3.3-9"]


@row("3.9-missing-one")
def test_one_of_pain_and_first_step_enters_the_base_and_counts_against(row_id: str) -> None:
    asked = {"asked": (MorningField.FIRST_STEP,)}
    alone: dict[str, Any] = {"morning": MISSING, "morning_fields": {"first_step": 3}}
    book = diary(STRENGTH, **asked).rested(14, planned=(), morning=0)
    assert book.trained(1, **alone).last().rule == "3.3-5"
    held = diary(STRENGTH, **asked).trained(1, morning=MISSING, morning_fields={"first_step": 0})
    assert held.last().rule == "3.3-6"


@row("3.9-sibling")
def test_once_the_sibling_is_used_the_level_rules_decide(row_id: str) -> None:
    sibling = exercise("bal-one", Group.BALANCE, level("x"), level("y"), start_level="x")
    hops = exercise("mob-one", Group.MOBILITY, level("a", easier_sibling="bal-one"))
    book = Diary(plan_of(prescribed(hops)), context_of(hops, sibling))
    book.trained(1, bout=BAD).trained(1, bout=BAD).rested(7, planned=()).trained(2)
    standing = book.standing("main.mob-one")
    assert (standing.exercise, standing.level) == ("bal-one", "y")


@row("3.9-barred")
def test_barred_levels_are_skipped_up_and_down(row_id: str) -> None:
    barred = frozenset({("mob-one", "d"), ("mob-one", "b")})
    up = diary(MOBILITY, barred=barred).trained(2)
    assert up.standing("main.mob-one").level == "e"
    down = diary(MOBILITY, barred=barred).trained(1, bout=BAD)
    assert down.standing("main.mob-one").level == "a"


@row("3.9-condition")
def test_a_condition_that_nobody_confirmed_keeps_the_level(row_id: str) -> None:
    guarded = exercise("mob-one", Group.MOBILITY, level("a"), level("b"), level("c", condition="Ask first"))
    book = diary(guarded).trained(3)
    assert book.standing("main.mob-one").level == "b"
    assert book.last().value("waits") == "condition"
    confirmed = diary(guarded, confirmed=frozenset({("mob-one", "c")})).trained(3)
    assert confirmed.standing("main.mob-one").level == "c"


DROP = ("str-heel-drop", "body-weight", "backpack")
HOPS = ("ply-hop", "two-leg-hop", "one-leg-on-spot")
TOWEL = ("str-towel-toe-raise", "one-leg", "backpack-10rm")
HEAVY = ("str-calf-uni", "heavy-15rm", "heavy-12rm")


def heavy_since(number: int) -> dict[str, Any]:
    """On the heavy levels since a day."""
    return {"climbed": (("heavy-15rm", day_number(number)),)}


CONDITIONS: list[tuple[str, tuple[str, str, str], dict[str, Any], bool]] = [
    ("3.9-condition heel drop pain-free", DROP, {"credit_pain": 0}, True),
    ("3.9-condition heel drop not pain-free", DROP, {"credit_pain": 1}, False),
    ("3.9-condition heel drop unknown", DROP, {}, False),
    ("3.9-condition hops at 2", HOPS, {"credit_pain": 2}, True),
    ("3.9-condition hops at 3", HOPS, {"credit_pain": 3}, False),
    ("3.9-condition week 3 on day 14", TOWEL, {"begun": day_number(-13)}, True),
    ("3.9-condition week 3 on day 13", TOWEL, {"begun": day_number(-12)}, False),
    ("3.9-condition heavy week 2", HEAVY, heavy_since(-6), True),
    ("3.9-condition heavy week 1", HEAVY, heavy_since(-5), False),
    ("3.9-condition gate shut", ("run-walk", "stage-0", "stage-1"), {}, False),
]


@pytest.mark.parametrize(
    ("rungs", "fields", "may"), [c[1:] for c in CONDITIONS], ids=[c[0] for c in CONDITIONS]
)
def test_conditions_written_into_ladders(
    rungs: tuple[str, str, str], fields: dict[str, Any], may: bool
) -> None:
    name, at, to = rungs
    context = context_for([LIBRARY.exercise(name)])
    ladder = context.ladders[name]
    plan = prescribed(LIBRARY.exercise(name), level=at, dose=LIBRARY.exercise(name).level(at).dose)
    standing = replace(first_standing(plan, ladder, RIGHT, day_number(0)), **fields)
    assert may_enter(ladder.rung(to), standing, day_number(0)) is may


@row("3.9-barred insertional")
def test_the_insertional_program_never_reaches_below_neutral(row_id: str) -> None:
    program = LIBRARY.program("achilles-insertional")
    context = context_for(LIBRARY.in_catalog_order(), [program])
    for phase in program.phases:
        ladders = context.by_phase[program.id, phase.id]
        for one in ladders.values():
            reachable = [rung for rung in one.rungs if not rung.barred]
            assert not any(rung.level.below_neutral for rung in reachable)


@row("3.2-asked")
def test_programs_say_what_the_morning_asks(row_id: str) -> None:
    asked = {name: traits_of(LIBRARY.program(name)) for name in ("achilles-midportion", "lateral-sprain")}
    assert asked["achilles-midportion"].tendon
    assert asked["achilles-midportion"].asked == {MorningField.FIRST_STEP, MorningField.STIFFNESS}
    assert not asked["lateral-sprain"].tendon
    assert asked["lateral-sprain"].asked == {MorningField.SWELLING}


@row("3.4-limits no exercise is added")
def test_phase_marks_stay_in_their_order(row_id: str) -> None:
    for program in LIBRARY.programs.values():
        marks = [list(PhaseMark).index(phase.mark) for phase in program.phases]
        assert marks == sorted(marks)


# --- §3.7 ---------------------------------------------------------------------------------------


@row("3.7-advance")
def test_a_stage_done_twice_in_a_row_goes_on(row_id: str) -> None:
    book = diary(STAGES).trained(1).rested(1, planned=()).trained(1)
    assert book.standing("main.run-walk").level == "stage-4"
    assert [d.rule for d in book.decisions(Outcome.ADVANCE)] == ["3.7-advance"]


RUN_PAIN: list[tuple[str, dict[str, Any], int, str]] = [
    ("3.7-advance pain 2", {"tendon": False, "pain_ceiling": 3}, 2, "stage-4"),
    ("3.7-hold pain 3", {"tendon": False, "pain_ceiling": 3}, 3, "stage-3"),
    ("3.7-advance tendon pain 3", {"tendon": True}, 3, "stage-4"),
]


@pytest.mark.parametrize(("fields", "pain", "stage"), [r[1:] for r in RUN_PAIN], ids=[r[0] for r in RUN_PAIN])
def test_the_advance_limit_of_pain(fields: dict[str, Any], pain: int, stage: str) -> None:
    book = diary(STAGES, **fields)
    book.trained(1, bout={"pain_during": pain}).rested(1, planned=()).trained(1, bout={"pain_during": pain})
    assert book.standing("main.run-walk").level == stage


@row("3.7-advance clinician")
def test_a_clinician_may_raise_the_ceiling_of_runs(row_id: str) -> None:
    plan = plan_of(prescribed(STAGES, pain_ceiling=5))
    book = Diary(plan, context_of(STAGES))
    book.trained(1, bout={"pain_during": 5}).rested(1, planned=()).trained(1, bout={"pain_during": 5})
    assert book.standing("main.run-walk").level == "stage-4"


@row("3.7-hold")
def test_a_morning_one_above_holds_and_breaks_the_row(row_id: str) -> None:
    book = diary(STAGES).trained(1).trained(1, morning=1).trained(1)
    assert book.standing("main.run-walk").level == "stage-3"


RUN_STOPS: list[tuple[str, dict[str, Any]]] = [
    ("3.7-regress over the ceiling", {"bout": {"pain_during": 4}}),
    ("3.7-regress limp", {"bout": {"limp": True}}),
    ("3.7-regress giving way", {"bout": {"gave_way": True}}),
    ("3.7-regress sharp pain", {"bout": {"sharp": True}}),
    ("3.7-regress morning +2", {"morning": 2}),
]


@pytest.mark.parametrize("lived", [r[1] for r in RUN_STOPS], ids=[r[0] for r in RUN_STOPS])
def test_one_stage_back_and_one_day_off_more(lived: dict[str, Any]) -> None:
    book = diary(STAGES).trained(1, **lived)
    standing = book.standing("main.run-walk")
    assert standing.level == "stage-2"
    assert standing.not_before == day_number(3)
    state, _ = book.fold()
    assert offers(state, book.context, day_number(2)) == ()
    assert len(offers(state, book.context, day_number(3))) == 1


@row("3.7-gate")
def test_the_first_stage_needs_the_run_gate(row_id: str) -> None:
    plan = plan_of(prescribed(STAGES, level="stage-0", dose=STAGES.level("stage-0").dose))
    shut = Diary(plan, context_of(STAGES)).trained(4)
    assert shut.standing("main.run-walk").level == "stage-0"
    opened = Diary(plan, context_of(STAGES)).trained(2, gate_open=True)
    assert opened.standing("main.run-walk").level == "stage-1"


@row("3.9-phase-back")
def test_a_walk_run_stage_is_kept_for_the_return(row_id: str) -> None:
    other = exercise("mob-two", Group.MOBILITY)
    first = plan_of(prescribed(STAGES), phase="p3")
    book = Diary(first, context_of(STAGES, other)).trained(2)
    book.change(plan_of(prescribed(other), phase="p2", version=2, starts_on=book.today)).trained(2)
    book.change(replace(first, version=3, starts_on=book.today)).trained(1)
    assert book.standing("main.run-walk").level == "stage-4"
    assert book.today > MONDAY


@row("3.9-phase-back")
def test_a_walk_run_stage_is_set_back_with_the_phase_and_kept_so(row_id: str) -> None:
    """3.9 phase back: the stage is set back and kept for the return."""
    other = exercise("mob-two", Group.MOBILITY)
    first = plan_of(prescribed(STAGES, level="stage-4"), prescribed(STRENGTH), phase="p3")
    book = Diary(first, context_of(STAGES, STRENGTH, other)).trained(2, only=("str-one",), bout=BAD)
    assert book.standing("main.run-walk").level == "stage-3", "the easy week's own step"
    book.trained(1, only=("str-one",), bout=BAD)
    assert [d.rule for d in book.decisions(Outcome.PHASE_BACK)] == ["3.4-plan"]
    assert book.standing("main.run-walk").level == "stage-2"
    book.change(plan_of(prescribed(other), phase="p2", version=2, starts_on=book.today)).trained(2)
    book.change(replace(first, version=3, starts_on=book.today)).rested(1, planned=())
    assert book.standing("main.run-walk").level == "stage-2"


def test_the_running_drill_is_running_for_the_ceiling_and_an_easy_week() -> None:
    """3.1, 3.5-deload: quick steps are running, whatever group the drill is in."""
    drill = LIBRARY.exercise("gait-run-form")
    plan = plan_of(prescribed(drill), prescribed(STRENGTH))
    book = Diary(plan, context_of(drill, STRENGTH)).trained(1, bout={"pain_during": 4})
    assert [d.rule for d in book.decisions() if d.exercise == drill.id] == ["3.3-4"]
    resting = Diary(plan, context_of(drill, STRENGTH)).trained(2, only=("str-one",), bout=BAD)
    state, _ = resting.fold()
    played = offers(state, resting.context, resting.today)
    assert [offer.prescription.exercise for offer in played] == ["str-one"]


FOLLOWING: list[tuple[str, str, str, str]] = [
    ("lateral-sprain", "p2", "bal-tandem", "bal-single-leg"),
    ("lateral-sprain", "p3", "bal-single-leg", "bal-star-reach"),
    ("lateral-sprain", "p4", "ply-rebound", "ply-hop"),
    ("general", "p3", "str-calf-bi", "str-calf-uni"),
    ("peroneal", "p2", "bal-tandem", "bal-single-leg"),
]


@pytest.mark.parametrize(
    ("program", "phase", "first", "then"), FOLLOWING, ids=[f"3.4-advance {p} {a}" for p, _, a, _ in FOLLOWING]
)
def test_after_the_last_level_comes_the_exercise_that_the_phase_leads_to(
    program: str, phase: str, first: str, then: str
) -> None:
    """§3.6: an arrow in a phase's plan leads on, on the sore side, with credits of its own."""
    known = LIBRARY.program(program)
    top = LIBRARY.exercise(first).levels[-1]
    template = next(t for t in known.contents(phase)[1] if t.exercise == first)
    only = prescribed(LIBRARY.exercise(first), level=top.id, dose=_full(top), side_mode=top.side_mode)
    plan = plan_of(only, program=program, phase=phase, pain_ceiling=known.ceiling(phase))
    context = context_for([LIBRARY.exercise(first), LIBRARY.exercise(then)], [known])
    book = Diary(plan, context).trained(10, level=top.id)
    assert template.leads_to == then
    (moved,) = {s.exercise: s for s in book.fold()[0].standings.values()}.values()
    start = LIBRARY.exercise(then).level()
    assert (moved.exercise, moved.level) == (then, start.id)
    assert moved.side is (Side.BOTH if start.side_mode is SideMode.BOTH else RIGHT)
    advanced = [d for d in book.decisions(Outcome.ADVANCE) if d.exercise == then]
    assert [(d.rule, d.level) for d in advanced][:1] == [("3.4-advance", start.id)]


def _full(top: Level) -> Dose:
    """The dose of a level at the end of its growth."""
    dose = top.dose
    while top.growth is not None and (more := grown(dose, top.growth)) is not None:
        dose = more
    return dose


def test_what_the_plan_has_anyway_does_not_come_a_second_time() -> None:
    """§3.6: the dynamic phase of the Achilles programs has the hop beside the rebound."""
    known = LIBRARY.program("achilles-midportion")
    rebound, hop = LIBRARY.exercise("ply-rebound"), LIBRARY.exercise("ply-hop")
    top = rebound.levels[-1]
    plan = plan_of(
        prescribed(rebound, level=top.id, dose=_full(top), side_mode=top.side_mode),
        prescribed(hop),
        program=known.id,
        phase="p4",
    )
    book = Diary(plan, context_for([rebound, hop], [known])).trained(10, only=("ply-rebound",), level=top.id)
    assert book.standing("main.ply-rebound").exercise == "ply-rebound"
