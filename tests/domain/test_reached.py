"""What a person has reached beyond the plan as it is written."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ankle_coach.domain.dose_fields import Key
from ankle_coach.domain.prescription_edit import set_everywhere
from ankle_coach.domain.reached import reached_of
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing
from tests.helpers import builders as make

PLAN = make.plan()
CALF = PLAN.prescriptions[0]
DAY = date(2026, 3, 2)


def _standing(level: str, side: Side = Side.BOTH) -> Standing:
    return Standing(
        prescription=CALF.id,
        exercise=CALF.exercise,
        side=side,
        level=level,
        dose=CALF.dose,
        load=CALF.load,
        since=DAY,
        begun=DAY,
    )


def test_who_stands_as_it_is_written_has_reached_nothing_more() -> None:
    assert reached_of(CALF, PLAN, PLAN, (_standing(CALF.level),)) is None
    assert reached_of(CALF, PLAN, None, (_standing("step"),)) is None
    assert reached_of(PLAN.prescriptions[1], PLAN, PLAN, (_standing("step"),)) is None


def test_a_climbed_exercise_goes_on_where_it_is_not_changed() -> None:
    standings = (_standing("step", Side.LEFT), _standing("step", Side.RIGHT))
    found = reached_of(CALF, PLAN, PLAN, standings)
    assert found is not None
    assert (found.levels, found.goes_on) == (("step",), True)


def test_a_changed_dose_or_phase_leaves_what_was_reached() -> None:
    changed, _ = set_everywhere(PLAN, {CALF.id}, Key.SETS, 5)
    for plan in (changed, replace(PLAN, phase="p5")):
        found = reached_of(plan.prescriptions[0], plan, PLAN, (_standing("step"),))
        assert found is not None
        assert not found.goes_on
    told_in_words = replace(PLAN, prescriptions=(replace(CALF, note="slowly"), *PLAN.prescriptions[1:]))
    found = reached_of(told_in_words.prescriptions[0], told_in_words, PLAN, (_standing("step"),))
    assert found is not None
    assert found.goes_on, "a note changes nothing of the dose"
