"""Files across the table: a plan out and in, own things to share, a journal back to the therapist.

Taking a file in has two steps: `look` says what is in it and what it would change; only `take` changes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ankle_coach.domain.arrival import (
    Arrival,
    JournalArrival,
    LibraryArrival,
    PlanArrival,
    news,
)
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import ContentError, NotFoundError
from ankle_coach.domain.file_copies import JournalCopy, LibraryCopy, PlanCopy
from ankle_coach.domain.journal import Person, Role
from ankle_coach.domain.journal_fold import RULES_VERSION, thresholds_of
from ankle_coach.domain.library import CONTENT_VERSION
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.own_exercise_edit import with_levels_of
from ankle_coach.domain.own_thresholds import OwnThresholds
from ankle_coach.domain.plan_check import plan_problems, prescription_problems
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.domain.thresholds import differences
from ankle_coach.services.new_id import new_id
from ankle_coach.services.own_library import OwnExercises, with_own
from ankle_coach.services.transfer_service import Merged, plan_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ankle_coach.domain.library import Library
    from ankle_coach.domain.plan import Plan
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.ports import FileFormats, Journal
    from ankle_coach.services.transfer_service import TransferService


class FileService:
    """Looks at files, takes them in, and writes them."""

    def __init__(
        self,
        journal: Journal,
        reader: JournalReader,
        people: PersonService,
        library: Library,
        own: OwnExercises,
        transfer: TransferService,
        formats: FileFormats,
    ) -> None:
        """Work on a journal, its library and the formats of files."""
        self._journal, self._reader, self._people = journal, reader, people
        self._library, self._own = library, own
        self._transfer, self._formats = transfer, formats

    # --- a file comes in ----------------------------------------------------------------------

    def look(self, path: Path) -> Arrival:
        """Read a file and say what it would change; nothing is changed.

        Raises:
            ContentError: If it cannot be read, or names something that this library does not have.
        """
        match self._formats.read(path):
            case PlanCopy() as copy:
                return self._look_at_plan(copy, path.name)
            case LibraryCopy() as copy:
                return self._look_at_library(copy, path.name)
            case JournalCopy() as copy:
                return self._look_at_journal(copy, path.name)

    def library_with(self, exercises: Iterable[OwnExercise]) -> Library:
        """Return the library with own exercises of a file in it, those of the shelf replaced by theirs."""
        kept = {own.id: own for own in self._own.every()} | {own.id: own for own in exercises}
        return with_own(self._library, OwnExercises(lambda: tuple(kept.values())))

    def _look_at_plan(self, copy: PlanCopy, file: str) -> PlanArrival:
        library = self.library_with(copy.exercises)
        for key, problem in plan_problems(copy.plan, library.exercises, library.programs):
            raise ContentError(file, f"plan.{key}", problem)
        new, changed = news(copy.exercises, self._own.own)
        person = self._people.current()
        plans = self._journal.plans(person.id) if person is not None else ()
        before = plans[-1] if plans else None
        return PlanArrival(file=file, copy=copy, person=person, before=before, new=new, changed=changed)

    def _look_at_library(self, copy: LibraryCopy, file: str) -> LibraryArrival:
        library = self.library_with(copy.exercises)
        for place, template in enumerate(copy.templates):
            for key, problem in prescription_problems(template.prescriptions, library.exercises):
                raise ContentError(file, f"templates[{place}].{key}", problem)
        templates = {template.id: template for template in self._journal.shelf(PlanTemplate)}
        new, changed = news(copy.exercises, self._own.own)
        new_templates, changed_templates = news(copy.templates, templates.get)
        return LibraryArrival(
            file=file,
            copy=copy,
            new=new,
            changed=changed,
            new_templates=new_templates,
            changed_templates=changed_templates,
        )

    def _look_at_journal(self, copy: JournalCopy, file: str) -> JournalArrival:
        library = self.library_with(copy.exercises)
        for place, plan in enumerate(copy.contents.plans):
            for key, problem in plan_problems(plan, library.exercises, library.programs):
                raise ContentError(file, f"plans[{place}].{key}", problem)
        person = self.owner_of(copy)
        return self.for_person(JournalArrival(file=file, copy=copy, person=person), person)

    def for_person(self, arrival: JournalArrival, person: Person | None) -> JournalArrival:
        """Return what a journal file would bring to a person; None for one who is not here yet."""
        contents = arrival.copy.contents
        if person is None:
            return replace(
                arrival,
                person=None,
                sessions=len(contents.sessions),
                check_ins=len(contents.check_ins),
                plans=len(contents.plans),
            )
        sessions = {record.id for record in self._journal.summaries(person.id)}
        check_ins = {check_in.id for check_in in self._journal.check_ins(person.id)}
        plans = self._journal.plans(person.id)
        taken = {plan.version for plan in plans}
        numbers = plan_numbers(plans, contents.plans)
        return replace(
            arrival,
            person=person,
            sessions=sum(record.id not in sessions for record in contents.sessions),
            check_ins=sum(check_in.id not in check_ins for check_in in contents.check_ins),
            plans=sum(number not in taken for number in numbers.values()),
        )

    def people(self) -> tuple[Person, ...]:
        """Return into whose journal a file may go: a therapist's persons, or the runner."""
        if self._people.by_therapist:
            return self._people.people()
        person = self._people.current()
        return (person,) if person is not None else ()

    def owner_of(self, copy: JournalCopy) -> Person | None:
        """Return whose journal a file is: the same person, or the one who was given one of its plans."""
        people = self.people()
        same = next((person for person in people if person.id == copy.contents.person.id), None)
        if same is not None:
            return same
        theirs = {plan.id for plan in copy.contents.plans}
        if not theirs:
            return None
        with_plan = self._journal.plan_owners(theirs)
        return next((person for person in people if person.id in with_plan), None)

    # --- taking it in -------------------------------------------------------------------------

    def take_plan(self, arrival: PlanArrival, *, name: str = "") -> Changes:
        """Make the plan of a file the newest version of its person's; without a person, make one.

        Args:
            arrival: The file as `look` saw it.
            name: Name of a new person; empty for the one in the file.

        Raises:
            StorageError: The journal cannot be written.
            IceOnError: Another person would be opened while ice lies on the skin of this one.
        """
        person = replace(
            arrival.person or self._newcomer(name or arrival.copy.person, arrival.copy.plan.name),
            affected=arrival.copy.plan.affected,
        )
        self._check_free(person)
        self._keep_own((*arrival.new, *arrival.changed))
        self._journal.save_person(person)
        plans = self._journal.plans(person.id)
        version = max(arrival.copy.plan.version, plans[-1].version + 1 if plans else 1)
        came = arrival.copy.plan
        plan = replace(
            came, version=version, starts_on=self._reader.today(), reason="imported", thresholds=None
        )
        self._journal.save_plan(person.id, plan)
        self._take_numbers(came, person)
        return Changes.PLAN | Changes.PERSON | Changes.LIBRARY | self._open(person)

    def _take_numbers(self, plan: Plan, person: Person) -> None:
        """Keep the numbers of the rules that came with a plan as a choice: later versions keep them."""
        if plan.thresholds is None:
            return
        moment = self._reader.moment()
        values = {known.name: known.value for known in differences(plan.thresholds)}
        own = OwnThresholds(id=new_id(), chosen=moment, values=values, by_therapist=True)
        self._journal.save_entry(person.id, own, own.id, moment)

    def take_library(self, arrival: LibraryArrival, *, replace_changed: bool = True) -> Changes:
        """Put a file's own exercises and templates on the shelf.

        Args:
            arrival: The file as `look` saw it.
            replace_changed: Whether those that differ here are replaced by the file's.

        Raises:
            StorageError: The journal cannot be written.
        """
        self._keep_own((*arrival.new, *arrival.changed) if replace_changed else arrival.new)
        templates = arrival.new_templates
        for template in (*templates, *arrival.changed_templates) if replace_changed else templates:
            self._journal.save_on_shelf(template)
        return Changes.LIBRARY

    def take_journal(self, arrival: JournalArrival) -> Merged:
        """Merge a journal file into its person's journal, without duplicates.

        Raises:
            StorageError: The journal cannot be written, or a record belongs to somebody else.
            NotFoundError: The person is not in the journal any more.
            IceOnError: Another person would be opened while ice lies on the skin of this one.
        """
        contents, person = arrival.copy.contents, arrival.person
        self._check_free(person or contents.person)
        here = {own.id for own in self._own.every()}
        self._keep_own(own for own in arrival.copy.exercises if own.id not in here)
        if person is None and self._people.by_therapist:
            name = contents.person.name or arrival.file.rpartition(".")[0]
            person = replace(contents.person, role=Role.PATIENT, name=name)
            self._journal.save_person(person)
        merged = self._transfer.merge(contents, person.id if person is not None else "")
        opened = self._open(person) if person is not None else Changes.NONE
        return replace(merged, changes=merged.changes | opened)

    def _newcomer(self, name: str, plan: str) -> Person:
        """A person to whom a plan goes that nobody here has yet; a therapist's is listed by some name."""
        if self._people.by_therapist:
            return replace(self._people.new(), name=name or plan)
        return Person(id=new_id(), role=Role.RUNNER, name=name)

    def _check_free(self, person: Person) -> None:
        """Raise before anything is written where a file would open another person than may be open now."""
        if self._people.by_therapist:
            self._people.check_free(person.id)

    def _open(self, person: Person) -> Changes:
        """Make a therapist's person the open one; a runner is the one there is."""
        return self._people.open(person.id) if self._people.by_therapist else Changes.NONE

    def _keep_own(self, exercises: Iterable[OwnExercise]) -> None:
        """Put own exercises on the shelf; levels that only the one here has stay, for plans name them."""
        for own in exercises:
            self._journal.save_on_shelf(with_levels_of(own, self._own.own(own.id)))
        self._own.forget()

    # --- a file goes out ----------------------------------------------------------------------

    def person_name(self) -> str:
        """Return the name or code of the current person; empty for nobody, or for who has none."""
        person = self._people.current()
        return "" if person is None else person.name

    def send_plan(self, plan: Plan, path: Path, *, person: str = "") -> None:
        """Write a plan file with the own exercises that the plan uses.

        Args:
            plan: The plan.
            path: The file.
            person: The person's name where it is to travel; empty otherwise.

        Raises:
            ContentError: If it cannot be written.
        """
        copy = PlanCopy(
            plan=self._with_numbers(plan),
            exercises=self._own.used_in((plan,)),
            person=person,
            made_on=self._reader.today(),
            rules_version=RULES_VERSION,
        )
        self._formats.write(copy, path)

    def _with_numbers(self, plan: Plan) -> Plan:
        """Return a person's plan with the numbers of the rules that hold, where they are not the source's."""
        contents = self._reader.contents()
        if contents is None or all(plan.id != own.id for own in contents.plans):
            return plan
        limits = thresholds_of(contents, self._reader.today())
        return replace(plan, thresholds=limits if differences(limits) else None)

    def send_library(
        self, path: Path, exercises: Iterable[str] | None = None, templates: Iterable[str] | None = None
    ) -> LibraryCopy:
        """Write own exercises and templates into a file, and return what went into it.

        Args:
            path: The file.
            exercises: Ids of own exercises; None for all.
            templates: Ids of templates; None for all. The own exercises that they use go along.

        Raises:
            ContentError: If it cannot be written.
            NotFoundError: There is nothing to write.
        """
        wanted = None if templates is None else set(templates)
        chosen = tuple(t for t in self._journal.shelf(PlanTemplate) if wanted is None or t.id in wanted)
        named = {p.exercise for template in chosen for p in template.prescriptions}
        ids = None if exercises is None else set(exercises) | named
        own = tuple(one for one in self._own.every() if ids is None or one.id in ids)
        if not own and not chosen:
            raise NotFoundError("There are no own exercises and no templates yet.")
        copy = LibraryCopy(exercises=own, templates=chosen)
        self._formats.write(copy, path)
        return copy

    def journal_copy(self) -> JournalCopy:
        """Return the current person's whole journal as a file holds it.

        Raises:
            NotFoundError: There is nobody in the journal yet.
        """
        contents = self._transfer.contents()
        return JournalCopy(
            contents=contents,
            exported=self._reader.moment(),
            day_starts_at=self._reader.day_starts_at,
            exercises=self._own.used_in(contents.plans),
            content_version=CONTENT_VERSION,
            rules_version=RULES_VERSION,
        )

    def send_journal(self, path: Path) -> None:
        """Write the current person's whole journal into a file.

        Raises:
            ContentError: If it cannot be written.
            NotFoundError: There is nobody in the journal yet.
        """
        self._formats.write(self.journal_copy(), path)
