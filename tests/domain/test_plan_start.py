"""Adding exercises where they fit and at the dose that is usual; plans from templates and other plans."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.dose import Dose, Hold
from ankle_coach.domain.plan import Load, Plan, SessionKind
from ankle_coach.domain.plan_edit import find
from ankle_coach.domain.plan_start import (
    Added,
    GroupKind,
    add_exercise,
    as_own_dose,
    as_template,
    empty_plan,
    from_plan,
    from_template,
    new_group,
)
from ankle_coach.domain.plan_template import OwnDose
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY
from tests.helpers.plans import plan_with, program_plan


def added(plan: Plan, exercise: str, **fields: object) -> Added:
    """Add an exercise of the library."""
    one = LIBRARY.exercise(exercise)
    return add_exercise(plan, one, LIBRARY.exercises, PLAIN_WORDS, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("exercise", "group"),
    [
        ("str-step-down", "strength-a"),
        ("bal-board", "strength-b"),
        ("wup-pre-run", "before-run"),
        ("wup-cool-down", "after-run"),
        ("rec-elevation", "ice"),
    ],
)
def test_an_exercise_goes_into_the_group_that_fits(exercise: str, group: str) -> None:
    assert added(program_plan(phase="p3"), exercise).session == group


@pytest.mark.parametrize(
    ("exercise", "name", "kind"),
    [
        ("str-calf-bi", "Core days", SessionKind.CORE),
        ("flx-wall-gastroc", "Every day", SessionKind.CORE),
        ("wup-pre-run", "Before a run", SessionKind.BEFORE_RUN),
        ("rec-ice", "When you need it", SessionKind.RECOVERY),
    ],
)
def test_the_first_exercise_makes_its_group(exercise: str, name: str, kind: SessionKind) -> None:
    made = added(empty_plan("plan-1", "Plan", MONDAY, None), exercise).plan
    assert [(s.name, s.kind) for s in made.sessions] == [(name, kind)]


def test_the_own_dose_comes_before_the_programs_and_that_before_the_catalogs() -> None:
    bare = plan_with()
    catalog = LIBRARY.exercise("str-calf-bi").default
    assert find(added(bare, "str-calf-bi").plan, "strength.str-calf-bi").dose == catalog.dose
    general, plan = LIBRARY.program("general"), program_plan(phase="p3")
    template = general.contents("p3")[1][0]
    again = added(plan, template.exercise, program=general, session_id="ice")
    expected = template.dose or LIBRARY.exercise(template.exercise).level(template.level).dose
    assert find(again.plan, again.prescription).dose == expected
    mine = OwnDose(
        id=template.exercise,
        level=LIBRARY.exercise(template.exercise).levels[0].id,
        dose=Dose(blocks=(Hold(sets=5, seconds=45),)),
        load=Load(kilograms=2),
    )
    own = added(plan, template.exercise, program=general, own=mine, session_id="ice")
    assert find(own.plan, own.prescription).dose == mine.dose
    assert find(own.plan, own.prescription).load == mine.load


def test_what_the_program_excludes_is_added_at_the_next_easier_level() -> None:
    plan, program = program_plan("achilles-insertional", "p3"), LIBRARY.program("achilles-insertional")
    made = added(plan, "str-calf-uni", program=program)
    level = LIBRARY.exercise("str-calf-uni").level(find(made.plan, made.prescription).level)
    assert not level.below_neutral


def test_hops_keep_the_programs_own_ceiling() -> None:
    plan, program = program_plan("achilles-midportion", "p3"), LIBRARY.program("achilles-midportion")
    made = added(plan, "ply-hop", program=program)
    assert plan.pain_ceiling > program.impact_ceiling
    assert find(made.plan, made.prescription).pain_ceiling == program.impact_ceiling


def test_a_template_holds_what_a_plan_does_but_nothing_of_the_person() -> None:
    plan = msgspec.structs.replace(program_plan(), review_on=MONDAY, note="Slowly")
    template = as_template(plan, "t-1", "Calf week")
    made = from_template(template, "plan-9", MONDAY, Side.LEFT)
    assert (made.prescriptions, made.note, made.affected, made.id) == (
        plan.prescriptions,
        "Slowly",
        Side.LEFT,
        "plan-9",
    )
    assert b"affected" not in msgspec.json.encode(template).replace(b'"side_mode":"affected"', b"")


def test_another_persons_plan_leaves_dates_and_sore_side_with_that_person() -> None:
    other = msgspec.structs.replace(program_plan(affected=Side.LEFT), review_on=MONDAY, version=4)
    other = msgspec.structs.replace(other, thresholds=Thresholds(core_cap=6))
    made = from_plan(other, "plan-9", MONDAY, Side.RIGHT)
    assert (made.affected, made.review_on, made.version, made.id) == (Side.RIGHT, None, 1, "plan-9")
    assert made.thresholds is None


def test_a_usual_dose_is_the_same_for_both_sides() -> None:
    plan = plan_with("bal-single-leg")
    apart = msgspec.structs.replace(
        plan.prescriptions[0],
        dose=msgspec.structs.replace(plan.prescriptions[0].dose, left=plan.prescriptions[0].dose.blocks),
    )
    assert as_own_dose(apart).dose.left is None


def test_every_kind_of_group_has_a_name_and_a_rhythm() -> None:
    names = [new_group(kind, PLAIN_WORDS).name for kind in GroupKind]
    assert len(set(names)) == len(names)
