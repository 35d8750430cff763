"""Plans are proposed, accepted and versioned."""

from __future__ import annotations

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.sides import Side
from tests.helpers.coach import FakeCoach


def test_proposing_keeps_nothing() -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.propose(plans.first_program(), "p2", Side.LEFT)
    assert plans.versions() == ()
    assert coach.services.people.current() is None


def test_accepting_makes_the_person_and_the_first_version() -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    changes = plans.accept(plans.propose(plans.first_program(), "p2", Side.LEFT))
    assert changes == Changes.PLAN | Changes.PERSON
    person = coach.services.people.required()
    assert person.affected is Side.LEFT
    assert [plan.version for plan in plans.versions()] == [1]


def test_a_second_plan_is_a_new_version_of_the_same_plan() -> None:
    coach = FakeCoach().with_plan("p2", Side.LEFT)
    coach.with_plan("p3", Side.RIGHT)
    first, second = coach.services.plans.versions()
    assert (first.id, first.version, second.version) == (second.id, 1, 2)
    assert second.reason == "phase-changed"
    assert coach.services.plans.current() == second


def test_a_plan_of_a_phase_holds_at_most_four_core_exercises_a_session() -> None:
    coach = FakeCoach().with_plan("p3")
    plan = coach.services.plans.current()
    assert plan is not None
    assert max(len(plan.in_session(session.id)) for session in plan.sessions) == 4
