"""Files across the table: looked at first, taken in whole, and never twice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from ankle_coach.domain.arrival import JournalArrival, LibraryArrival, PlanArrival
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import ContentError, NotFoundError
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.journal import Role
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.exchange.plan_file import read_plan, write_plan
from ankle_coach.services.transfer_service import plan_numbers
from tests.helpers import builders as make
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, PICTURE, own_exercise
from tests.helpers.story import Story


def _plan(coach: FakeCoach) -> Plan:
    plan = coach.services.plans.current()
    assert plan is not None
    return plan


def _with_own(coach: FakeCoach) -> Plan:
    """A next version of the coach's plan with an own exercise in it."""
    coach.journal.save_on_shelf(own_exercise(picture=PICTURE))
    coach.services.own.forget()
    plan = _plan(coach)
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=OWN_ID, level="own")
    changed = msgspec.structs.replace(plan, prescriptions=(first, *plan.prescriptions[1:]))
    coach.services.plans.accept(changed)
    return _plan(coach)


@pytest.fixture
def therapist(tmp_path: Path) -> FakeCoach:
    """Somebody with a plan that has an own exercise in it."""
    coach = FakeCoach().with_plan("p3", Side.LEFT)
    _with_own(coach)
    return coach


@pytest.fixture
def plan_file(therapist: FakeCoach, tmp_path: Path) -> Path:
    """Their plan as a file, with a name on it."""
    path = tmp_path / "ada.ankleplan"
    therapist.services.files.send_plan(_plan(therapist), path, person="Ada")
    return path


def test_a_plan_for_somebody_new_is_looked_at_without_changing_anything(plan_file: Path) -> None:
    runner = FakeCoach()

    arrival = runner.services.files.look(plan_file)

    assert isinstance(arrival, PlanArrival)
    assert (arrival.file, arrival.person, arrival.before) == ("ada.ankleplan", None, None)
    assert [own.id for own in arrival.new] == [OWN_ID]
    assert (runner.journal.persons(), runner.services.own.every()) == ((), ())


def test_a_plan_taken_in_makes_the_person_and_brings_its_own_exercises(
    therapist: FakeCoach, plan_file: Path
) -> None:
    runner = FakeCoach()
    files = runner.services.files
    arrival = files.look(plan_file)
    assert isinstance(arrival, PlanArrival)

    changes = files.take_plan(arrival)

    (person,) = runner.journal.persons()
    plan = _plan(runner)
    assert (person.name, person.affected) == ("Ada", Side.LEFT)
    assert plan.prescriptions == _plan(therapist).prescriptions
    assert (plan.reason, plan.version) == ("imported", 2)
    assert runner.services.library.exercise(OWN_ID) == own_exercise().exercise
    assert changes.touches(Changes.PLAN)
    assert changes.touches(Changes.LIBRARY)


def test_a_plan_for_somebody_known_becomes_the_next_version(plan_file: Path) -> None:
    runner = FakeCoach().with_plan("p2", Side.RIGHT)
    runner.journal.save_on_shelf(own_exercise(name="Another name"))
    files = runner.services.files
    arrival = files.look(plan_file)
    assert isinstance(arrival, PlanArrival)
    assert arrival.before == _plan(runner)
    assert [own.id for own in arrival.changed] == [OWN_ID]

    files.take_plan(arrival)

    assert [plan.version for plan in runner.services.plans.versions()] == [1, 2]
    assert runner.services.library.exercise(OWN_ID).name == "Marble pick-up"
    assert len(runner.journal.persons()) == 1


def test_what_this_library_does_not_know_is_refused_with_its_key(
    therapist: FakeCoach, tmp_path: Path
) -> None:
    plan = _plan(FakeCoach().with_plan("p3"))
    first = plan.prescriptions[0]
    cases = (
        (msgspec.structs.replace(plan, program="yoga"), "plan.program", "'yoga' is not a program"),
        (msgspec.structs.replace(plan, phase="p9"), "plan.phase", "'p9' is not a phase of general"),
        (_first(plan, exercise="str-nothing"), "plan.prescriptions[0].exercise", "'str-nothing' is not"),
        (
            _first(plan, level="top"),
            "plan.prescriptions[0].level",
            f"'top' is not a level of {first.exercise}",
        ),
    )
    for wrong, key, problem in cases:
        path = tmp_path / "wrong.ankleplan"
        write_plan(PlanCopy(plan=wrong), path)
        with pytest.raises(ContentError) as refusal:
            therapist.services.files.look(path)
        assert (refusal.value.file, refusal.value.key) == ("wrong.ankleplan", key)
        assert problem in refusal.value.problem


def _first(plan: Plan, **fields: str) -> Plan:
    first = msgspec.structs.replace(plan.prescriptions[0], **fields)
    return msgspec.structs.replace(plan, prescriptions=(first, *plan.prescriptions[1:]))


def test_a_plan_goes_out_without_the_name_unless_it_is_asked_for(
    therapist: FakeCoach, tmp_path: Path
) -> None:
    path = tmp_path / "plain.ankleplan"
    therapist.journal.save_person(
        msgspec.structs.replace(therapist.services.people.required(), name="Ada Lovelace", notes="tired")
    )

    therapist.services.files.send_plan(_plan(therapist), path)

    assert read_plan(path).person == ""
    assert b"Ada" not in path.read_bytes()
    assert b"tired" not in path.read_bytes()


def test_own_exercises_and_templates_are_shared_and_taken_in_once(
    therapist: FakeCoach, tmp_path: Path
) -> None:
    plan = _plan(therapist)
    template = PlanTemplate(id="t", name="Mine", sessions=plan.sessions, prescriptions=plan.prescriptions)
    therapist.journal.save_on_shelf(template)
    path = tmp_path / "mine.anklelibrary"
    assert therapist.services.files.send_library(path, exercises=()).exercises == (
        own_exercise(picture=PICTURE),
    )
    colleague = FakeCoach()
    files = colleague.services.files
    arrival = files.look(path)
    assert isinstance(arrival, LibraryArrival)
    assert ([own.id for own in arrival.new], arrival.new_templates) == ([OWN_ID], (template,))

    files.take_library(arrival)

    again = files.look(path)
    assert isinstance(again, LibraryArrival)
    assert (again.new, again.changed, again.new_templates, again.changed_templates) == ((), (), (), ())
    assert colleague.journal.shelf(PlanTemplate) == (template,)


def test_what_differs_here_stays_if_the_therapist_says_so(therapist: FakeCoach, tmp_path: Path) -> None:
    path = tmp_path / "mine.anklelibrary"
    therapist.services.files.send_library(path)
    colleague = FakeCoach()
    colleague.journal.save_on_shelf(own_exercise(name="Mine is better"))
    arrival = colleague.services.files.look(path)
    assert isinstance(arrival, LibraryArrival)
    assert [own.id for own in arrival.changed] == [OWN_ID]

    colleague.services.files.take_library(arrival, replace_changed=False)
    assert colleague.services.library.exercise(OWN_ID).name == "Mine is better"

    colleague.services.files.take_library(arrival)
    assert colleague.services.library.exercise(OWN_ID).name == "Marble pick-up"


def test_levels_that_a_file_lacks_stay_for_the_plans_that_name_them(
    therapist: FakeCoach, tmp_path: Path
) -> None:
    path = tmp_path / "mine.anklelibrary"
    therapist.services.files.send_library(path)
    colleague, mine = FakeCoach(), own_exercise()
    harder = msgspec.structs.replace(mine.exercise.levels[0], id="harder", name="With a weight")
    exercise = msgspec.structs.replace(mine.exercise, levels=(*mine.exercise.levels, harder))
    colleague.journal.save_on_shelf(msgspec.structs.replace(mine, exercise=exercise))
    arrival = colleague.services.files.look(path)
    assert isinstance(arrival, LibraryArrival)

    colleague.services.files.take_library(arrival)

    kept = colleague.services.own.own(OWN_ID)
    assert kept is not None
    assert kept.picture == PICTURE
    assert [level.id for level in kept.exercise.levels] == ["own", "harder"]


def test_nothing_to_share_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no own exercises and no templates"):
        FakeCoach().services.files.send_library(tmp_path / "empty.anklelibrary")


def test_a_journal_comes_back_to_the_one_who_was_given_the_plan(
    therapist: FakeCoach, plan_file: Path, tmp_path: Path
) -> None:
    runner = Story()
    arrival = runner.services.files.look(plan_file)
    assert isinstance(arrival, PlanArrival)
    runner.services.files.take_plan(arrival)
    runner.live(5)
    back = tmp_path / "ada.anklejournal"
    runner.services.files.send_journal(back)
    files = therapist.services.files

    journal = files.look(back)

    assert isinstance(journal, JournalArrival)
    assert journal.person == therapist.services.people.current()
    assert (journal.sessions, journal.check_ins) == (
        len(runner.services.transfer.contents().sessions),
        len(runner.services.transfer.contents().check_ins),
    )
    merged = files.take_journal(journal)
    assert (merged.sessions, merged.check_ins) == (journal.sessions, journal.check_ins)
    sent = [plan.version for plan in therapist.services.plans.versions()]
    assert _plan(runner.coach).version in sent
    assert journal.plans == 0, "the version that was sent out comes back as itself"
    once_more = files.look(back)
    assert isinstance(once_more, JournalArrival)
    assert (once_more.sessions, once_more.check_ins, once_more.plans) == (0, 0, 0)
    assert files.take_journal(once_more).changes is Changes.NONE
    assert len(therapist.journal.persons()) == 1


def _clinic() -> FakeCoach:
    """A therapist with two persons, nobody open."""
    coach = FakeCoach()
    coach.services.settings.change(role=UserRole.THERAPIST)
    for name in ("Ada", "K. M."):
        people = coach.services.people
        people.add(msgspec.structs.replace(people.new(), name=name))
    return coach


def test_in_a_clinic_a_journal_of_a_stranger_makes_a_person_and_opens_it(tmp_path: Path) -> None:
    runner = Story()
    runner.coach.with_plan("p3")
    runner.live(2)
    back = tmp_path / "new runner.anklejournal"
    runner.services.files.send_journal(back)
    clinic = _clinic()
    arrival = clinic.services.files.look(back)
    assert isinstance(arrival, JournalArrival)
    assert arrival.person is None

    clinic.services.files.take_journal(arrival)

    opened = clinic.services.people.opened
    assert opened is not None
    assert (opened.name, opened.role) == ("new runner", Role.PATIENT)
    assert len(clinic.services.transfer.contents().sessions) == arrival.sessions


def test_in_a_clinic_a_journal_goes_to_the_person_whom_the_therapist_names(tmp_path: Path) -> None:
    runner = Story()
    runner.coach.with_plan("p3")
    runner.live(2)
    back = tmp_path / "back.anklejournal"
    runner.services.files.send_journal(back)
    clinic = _clinic()
    files = clinic.services.files
    arrival = files.look(back)
    assert isinstance(arrival, JournalArrival)
    second = files.people()[1]

    files.take_journal(files.for_person(arrival, second))

    assert clinic.services.people.opened == second
    assert len(clinic.journal.sessions(second.id)) == arrival.sessions
    assert len(clinic.services.people.people()) == 2


def test_in_a_clinic_a_plan_goes_to_the_open_person_or_to_a_new_one(plan_file: Path) -> None:
    clinic = _clinic()
    files, people = clinic.services.files, clinic.services.people
    first = people.people()[0]
    people.open(first.id)
    arrival = files.look(plan_file)
    assert isinstance(arrival, PlanArrival)
    assert arrival.person == first
    files.take_plan(arrival)
    assert len(clinic.journal.plans(first.id)) == 1

    people.close()
    arrival = files.look(plan_file)
    assert isinstance(arrival, PlanArrival)
    files.take_plan(arrival)
    assert [person.name for person in people.people()] == ["Ada", "K. M.", "Ada"]
    assert people.opened == people.people()[2]


def test_the_sessions_of_a_renumbered_version_follow_it() -> None:
    mine = make.plan(version=1)
    other = make.plan(version=2, name="The therapist's own second")
    theirs = make.plan(version=2, name="The runner's second")

    assert plan_numbers((mine, other), (mine, theirs)) == {1: 1, 2: 3}
    assert plan_numbers((mine,), (msgspec.structs.replace(mine, version=5), theirs)) == {5: 1, 2: 2}
    taken_in = msgspec.structs.replace(mine, version=2, reason="imported", thresholds=None)
    assert plan_numbers((mine,), (taken_in,)) == {2: 1}
    later = msgspec.structs.replace(taken_in, starts_on=mine.starts_on + timedelta(days=2))
    assert plan_numbers((mine,), (later,)) == {2: 2}, "from when on it held is another story"


def test_a_plan_without_a_name_names_nobody_after_itself(therapist: FakeCoach, tmp_path: Path) -> None:
    path = tmp_path / "plan.ankleplan"
    therapist.services.files.send_plan(_plan(therapist), path)
    runner = FakeCoach()
    arrival = runner.services.files.look(path)
    assert isinstance(arrival, PlanArrival)
    runner.services.files.take_plan(arrival)
    assert [person.name for person in runner.journal.persons()] == [""]


def test_a_file_that_is_none_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada")
    with pytest.raises(ContentError, match=r"letter\.txt: this is not a file of Ankle Coach"):
        FakeCoach().services.files.look(path)


def test_changed_numbers_of_the_rules_travel_with_the_plan_and_outlive_its_next_version(
    therapist: FakeCoach, tmp_path: Path
) -> None:
    therapist.services.thresholds.change("deload_days", 10, by_therapist=True)
    path = tmp_path / "numbers.ankleplan"
    therapist.services.files.send_plan(_plan(therapist), path)
    runner = FakeCoach()
    arrival = runner.services.files.look(path)
    assert isinstance(arrival, PlanArrival)
    runner.services.files.take_plan(arrival)
    thresholds = runner.services.thresholds
    assert [(d.name, d.value) for d in thresholds.differences()] == [("deload_days", 10)]
    assert [(c.name, c.after, c.by_therapist) for c in thresholds.history()] == [("deload_days", 10, True)]
    runner.clock.advance(24 * 3600)
    general = runner.library.program("general")
    runner.services.plans.accept(runner.services.plans.propose(general, "p4", Side.LEFT))
    assert [d.name for d in thresholds.differences()] == ["deload_days"]
    fold = runner.services.coach.fold()
    assert fold is not None
    assert fold.context.for_plan(_plan(runner)).thresholds.deload_days == 10


def test_a_plan_with_the_numbers_of_the_sources_brings_none(plan_file: Path) -> None:
    runner = FakeCoach()
    arrival = runner.services.files.look(plan_file)
    assert isinstance(arrival, PlanArrival)
    assert arrival.copy.plan.thresholds is None
    runner.services.files.take_plan(arrival)
    assert runner.services.thresholds.history() == ()
