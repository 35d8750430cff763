"""A therapist is warned of an exclusion and may prescribe past it; a runner's own plan never goes past it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from ankle_coach.domain.journal import Role
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_warning import WarningKind
from ankle_coach.domain.plan_warnings import plan_warnings
from ankle_coach.domain.settings import UserRole
from tests.helpers.builders import person
from tests.helpers.coach import FakeCoach

PROGRAM, PHASE, BARRED = "achilles-insertional", "p3", "str-heel-drop"


def _past_the_exclusion(plan: Plan, coach: FakeCoach) -> Plan:
    """The plan with the step heel drop, below neutral, in place of its first exercise."""
    level = coach.library.exercise(BARRED).levels[1]
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=BARRED, level=level.id, dose=level.dose)
    return msgspec.structs.replace(plan, prescriptions=(first, *plan.prescriptions[1:]))


def _offered(coach: FakeCoach) -> set[str]:
    """What the coming week offers."""
    today, found = coach.services.journal.today(), set()
    for day in (today + timedelta(days=n) for n in range(7)):
        for session in coach.services.coach.sessions_on(day):
            found |= {prescription.exercise for prescription in session.prescriptions}
    return found


@pytest.fixture
def clinic() -> FakeCoach:
    """A therapist with one person open."""
    made = FakeCoach()
    made.services.settings.change(role=UserRole.THERAPIST)
    made.journal.save_person(person(role=Role.PATIENT))
    made.services.people.open(person().id)
    return made


def test_a_therapists_plan_plays_what_it_names_and_the_builder_warns(clinic: FakeCoach) -> None:
    builder = clinic.services.builder
    plan = _past_the_exclusion(builder.from_program(person().id, PROGRAM, PHASE), clinic)
    warned = plan_warnings(plan, builder.surroundings(plan, person().id))
    assert WarningKind.EXCLUDED in {warning.kind for warning in warned}

    kept, _ = builder.save(person().id, plan)

    assert kept.by_therapist
    assert BARRED in _offered(clinic)
    clinic.clock.advance(24 * 3600)
    assert BARRED in _offered(clinic)


def test_a_runners_own_plan_never_plays_what_the_program_bars() -> None:
    runner = FakeCoach()
    runner.services.settings.change(role=UserRole.RUNNER)
    runner.journal.save_person(person())
    builder = runner.services.builder

    kept, _ = builder.save(
        person().id, _past_the_exclusion(builder.from_program(person().id, PROGRAM, PHASE), runner)
    )

    assert not kept.by_therapist
    assert BARRED not in _offered(runner)


def test_only_the_level_that_is_named_is_let_through(clinic: FakeCoach) -> None:
    builder = clinic.services.builder
    kept, _ = builder.save(
        person().id, _past_the_exclusion(builder.from_program(person().id, PROGRAM, PHASE), clinic)
    )
    fold = clinic.services.coach.fold()
    assert fold is not None
    rungs = fold.context.for_plan(kept).ladders[BARRED].rungs

    named = kept.prescriptions[0].level
    assert [rung.level.id for rung in rungs if not rung.barred] == [named]
