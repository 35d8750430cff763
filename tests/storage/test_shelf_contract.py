"""Persons with all that is known of them, and the shelf of own things, in a file and in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Role
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.plan_template import Favorite, OwnDose, PlanTemplate
from ankle_coach.domain.shelf import KINDS, shelf_name
from tests.helpers import builders as make
from tests.helpers.own import own_exercise

if TYPE_CHECKING:
    from ankle_coach.services.ports import Journal


@pytest.mark.parametrize(
    "equipment", [None, (), (Equipment.STEP, Equipment.BAND)], ids=["not asked", "none", "some"]
)
def test_a_person_comes_back_with_all_that_is_known(
    journal: Journal, equipment: tuple[Equipment, ...] | None
) -> None:
    person = make.person(
        id="p2",
        name='Zoë "Z" <O\'Hara>',
        role=Role.PATIENT,
        birth_year=1990,
        language="de",
        notes="Runs at noon",
        equipment=equipment,
    )

    journal.save_person(person)

    assert journal.person("p2") == person
    assert journal.person("nobody") is None


def test_a_deleted_person_takes_everything_along_and_leaves_the_others(journal: Journal) -> None:
    journal.save_person(make.person(id="p2"))
    for person in (make.PERSON, "p2"):
        journal.save_plan(person, make.plan())
        journal.save_session(person, make.session_record(id=f"session of {person}"))
        journal.save_check_in(person, make.check_in(id=f"morning of {person}"))

    journal.delete_person("p2")
    journal.delete_person("p2")

    assert [person.id for person in journal.persons()] == [make.PERSON]
    assert (journal.plans("p2"), journal.sessions("p2"), journal.check_ins("p2")) == ((), (), ())
    assert len(journal.sessions(make.PERSON)) == len(journal.check_ins(make.PERSON)) == 1


def test_things_on_the_shelf_come_back_by_id_replace_their_like_and_can_be_taken(journal: Journal) -> None:
    plan = make.plan()
    template = PlanTemplate(id="t", name="Mine", sessions=plan.sessions, prescriptions=plan.prescriptions)
    first = plan.prescriptions[0]
    dose = OwnDose(id=first.exercise, level=first.level, dose=first.dose)
    own = own_exercise()
    for thing in (template, dose, own, Letterhead(name="Lakeside"), Favorite(id="b"), Favorite(id="a")):
        journal.save_on_shelf(thing)
    journal.save_on_shelf(Letterhead(name="Lakeside Physical Therapy"))

    assert journal.shelf(PlanTemplate) == (template,)
    assert journal.shelf(OwnDose) == (dose,)
    assert journal.shelf(OwnExercise) == (own,)
    assert journal.shelf(Letterhead) == (Letterhead(name="Lakeside Physical Therapy"),)
    assert journal.shelf(Favorite) == (Favorite(id="a"), Favorite(id="b"))

    journal.take_from_shelf(Favorite, "a")
    journal.take_from_shelf(Favorite, "a")

    assert journal.shelf(Favorite) == (Favorite(id="b"),)


def test_who_has_a_plan_and_how_many_prescribe_an_exercise(journal: Journal) -> None:
    journal.save_person(make.person(id="p2"))
    journal.save_plan(make.PERSON, make.plan())
    journal.save_plan(make.PERSON, make.plan(version=2))
    journal.save_plan("p2", make.plan(id="another", prescriptions=()))
    exercise = make.plan().prescriptions[0].exercise

    assert journal.plan_owners({make.plan().id}) == {make.PERSON}
    assert journal.plan_owners({make.plan().id, "another", "none"}) == {make.PERSON, "p2"}
    assert journal.plans_with(exercise) == 2
    assert journal.plans_with("own-nothing") == 0


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_the_shelf_is_a_class_with_an_id(name: str) -> None:
    module, _, class_name = KINDS[name].partition(":")
    kind: type[msgspec.Struct] = getattr(__import__(module, fromlist=[class_name]), class_name)

    assert shelf_name(kind) == name
    assert hasattr(kind, "id") or "id" in kind.__struct_fields__
