"""The sample of a therapist: twelve invented persons with plans of several programs and weeks of journal.

Every name, code and number is made up; nobody's data is in it, and nothing promises how an ankle gets better.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import CheckIn, Person, Role, SessionRecord
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import plan_from_program
from ankle_coach.domain.sides import Side
from ankle_coach.services.ports import Journal
from ankle_coach.services.sample_coach import SampleCoach
from ankle_coach.services.sample_data import sample_check_in, sample_id, sample_sittings
from ankle_coach.services.sample_session import played
from ankle_coach.services.sample_story import StoryDay

_SEED = 23
_STEADY = 100
"""Number of the first day: later than all that the runner's story tells of single days."""
LETTERHEAD = Letterhead(
    name="Harbor Street Physiotherapy",
    therapist="R. Lindqvist, PT",
    address="12 Harbor Street\nPort Easton",
    phone="555 0142",
)
LOCKED = "Dana Okafor"
"""Who has answered a safety question with yes."""


class _Case(Struct, frozen=True):
    """A person of the sample.

    Attributes:
        name: Name or code.
        side: The affected side.
        born: Year of birth; None for not told.
        program: Id of the program; empty for no plan yet.
        phases: Ids of the phases, each with the days since it began; the first is the plan's first version.
        quiet: Days since the last entry; None for a journal that is empty.
        pain: Morning pain at first and now.
        diligence: Share of the days on which the sessions were done.
        review: Days until the review, negative for overdue; None for none.
        notes: The therapist's notes.
        equipment: What is at hand; None for not asked.
    """

    name: str
    side: Side | None
    born: int | None
    program: str = ""
    phases: tuple[tuple[str, int], ...] = ()
    quiet: int | None = None
    pain: tuple[float, float] = (4, 1)
    diligence: float = 0.8
    review: int | None = None
    notes: str = ""
    equipment: tuple[Equipment, ...] | None = None


_CASES = (
    _Case(
        "Lena Brandt",
        Side.LEFT,
        1991,
        "achilles-midportion",
        (("p2", 40), ("p3", 19)),
        1,
        (5, 2),
        0.85,
        5,
        "Half marathon in fall. Keeps her own log.",
        (Equipment.STEP, Equipment.BACKPACK),
    ),
    _Case("K-17", Side.RIGHT, None, "lateral-sprain", (("p1", 18), ("p2", 9)), 1, (5, 2), 0.9, 3),
    _Case("Tom Adeyemi", Side.RIGHT, 1978, "plantar-heel", (("p2", 30),), 3, (5, 3), 0.6, -2),
    _Case(LOCKED, Side.LEFT, 1986, "peroneal", (("p2", 21),), 1, (4, 4), 0.7, 6, "Rolls it often."),
    _Case("Mia Sorensen", Side.BOTH, 1999, "general", (("p2", 44), ("p3", 30)), 2, (3, 1), 0.9, 12),
    _Case("R-204", Side.LEFT, None, "preset-alfredson", (("weeks-1-12", 33),), 4, (5, 3), 0.75, 9),
    _Case(
        "Ines Carvalho",
        Side.RIGHT,
        1969,
        "achilles-insertional",
        (("p1", 26), ("p2", 12)),
        1,
        (6, 3),
        0.8,
        2,
        "No work below neutral.",
        (Equipment.BAND,),
    ),
    _Case(
        "Yuki Tanaka", Side.LEFT, 2003, "preset-2bfit", (("weeks-1-2", 20), ("weeks-3-5", 6)), 1, (2, 1), 0.95
    ),
    _Case("Omar Haddad", Side.RIGHT, 1982, "preset-rathleff", (("weeks-1-2", 38),), 20, (5, 4), 0.4, -9),
    _Case("B-031", Side.BOTH, 1995, "preset-foot-core", (("weeks-1-8", 110),), 75, (2, 1), 0.5),
    _Case("Greta Nilsson", Side.RIGHT, 1958, "general", (("p2", 1),), None, review=14, notes="First visit."),
    _Case("New referral 88", None, None, notes="Letter from the family doctor, not seen yet."),
)


def sample_clinic(
    journal: Journal, library: Library, today: date, offset: timedelta, seed: int = _SEED
) -> None:
    """Write the sample of a therapist into an empty journal.

    Args:
        journal: The journal.
        library: The content that the plans are made from.
        today: The running training day.
        offset: Local time minus UTC.
        seed: The same seed makes the same data.

    Raises:
        StorageError: The journal cannot be written.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up data, no secret
    journal.save_on_shelf(LETTERHEAD)
    for case in _CASES:
        person = Person(
            id=sample_id(chance),
            name=case.name,
            role=Role.PATIENT,
            affected=case.side,
            birth_year=case.born,
            notes=case.notes,
            equipment=case.equipment,
        )
        journal.save_person(person)
        plans = _plans(case, library, today, chance)
        for plan in plans:
            journal.save_plan(person.id, plan)
        for check_in, records in _days(case, plans, library, today, offset, chance):
            if check_in is not None:
                journal.save_check_in(person.id, check_in)
            for record in records:
                journal.save_session(person.id, record)


def _plans(case: _Case, library: Library, today: date, chance: random.Random) -> tuple[Plan, ...]:
    """The versions of a person's plan, a phase each."""
    plan_id = sample_id(chance)
    made = []
    for version, (phase, days) in enumerate(case.phases, 1):
        plan = plan_from_program(
            library.program(case.program),
            phase,
            library.exercises,
            plan_id=plan_id,
            version=version,
            starts_on=today - timedelta(days=days),
            affected=case.side,
            reason="chosen" if version == 1 else "phase-changed",
        )
        review = None if case.review is None else today + timedelta(days=case.review)
        made.append(replace(plan, review_on=review))
    return tuple(made)


def _days(
    case: _Case,
    plans: tuple[Plan, ...],
    library: Library,
    today: date,
    offset: timedelta,
    chance: random.Random,
) -> Iterator[tuple[CheckIn | None, list[SessionRecord]]]:
    """Each day of a journal: the morning's answers, and what was played of what the coach offered."""
    if not plans or case.quiet is None:
        return
    story = list(_story(case, plans[0].starts_on, today - timedelta(days=case.quiet), chance))
    side = case.side or Side.BOTH
    mornings = {
        day.number: replace(sample_check_in(day, offset, chance), side=side) for day in story if day.checks_in
    }
    coach = SampleCoach(library, plans, tuple(mornings.values()))
    latest: list[SessionRecord] = []
    for day in story:
        due = coach.offered(day.day, latest)
        holding = [plan for plan in plans if plan.starts_on <= day.day][-1]
        sittings = sample_sittings(due, day, offset, chance)
        latest = [played(holding, sitting, library, chance) for sitting in sittings]
        yield mornings.get(day.number), latest


def _story(case: _Case, first: date, last: date, chance: random.Random) -> Iterator[StoryDay]:
    """Days without a story of their own: pain that fades, sessions that are done or not."""
    count = (last - first).days + 1
    for number in range(count):
        share = number / max(1, count - 1)
        pain = case.pain[0] + (case.pain[1] - case.pain[0]) * share + chance.uniform(-0.6, 0.6)
        yield StoryDay(
            number=_STEADY + number,
            day=first + timedelta(days=number),
            pain=pain,
            exercises=chance.random() < case.diligence or number == count - 1,
            runs=False,
            flares=False,
            after_flare=-1,
            checks_in=chance.random() < 0.5 + case.diligence / 2 or number == count - 1,
        )
