"""From an intake to a program and the phase to begin in, with the reasons (clinical.md §3.6, §3.6a).

The pointer chooses a program; it is never shown as a diagnosis. Where it cannot choose, it says so: the
general program from its first phase, and the advice to be seen.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from msgspec import Struct

from ankle_coach.domain.criteria import all_hold, evaluate
from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.intake import Intake, Onset, Place, SprainGrade, sprain_grade
from ankle_coach.domain.journal import Moment, value_of
from ankle_coach.domain.locks import Locks
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.program import Program
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import ScreenAnswer

ADULT_AGE = RuleNumber(18, ("M",))
STEROID_DAYS = RuleNumber(90, ("DD",))
"""First 3 months after a steroid injection into or near the tendon: no self-guided plan."""
FRESH_DAYS = RuleNumber(14, ("DD",))
"""An injury of at most this many days ago is fresh."""
BASE_PAIN_P1 = RuleNumber(5, ("DD",))
"""While the morning pain is above this, the person stays in P1 (clinical.md §3.6)."""

GENERAL = "general"


class Pointer(Struct, frozen=True, kw_only=True):
    """Where an intake points.

    Attributes:
        program: Id of the program; empty where no self-guided plan is made.
        rows: Ids of the rows of §3.6a that matched.
        exclusions: Ids of what allows no self-guided plan: rules of the screen, or keys such as ``surgery``.
        see_clinician: Whether the advice to be seen goes with it.
        screen_first: Ids of safety questions that must be asked for these rows.
        open_questions: Those of them that still have no answer; no plan starts before they have.
        prompts: Keys of things to look at (``shoes``, ``load``, ``old-injury``).
        start_at_p1: Whether it begins in P1 whatever the answers.
        grade: How bad a twist looks; None where it is none.
    """

    program: str = ""
    rows: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    see_clinician: bool = False
    screen_first: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    start_at_p1: bool = False
    grade: SprainGrade | None = None


class _Row(Struct, frozen=True, kw_only=True):
    """A row of §3.6a: what it points to, and what must be asked for it."""

    id: str
    program: str
    ask: tuple[str, ...] = ()
    excluded: bool = False
    prompts: tuple[str, ...] = ()


SPRAIN = _Row(id="3.6a-sprain", program="lateral-sprain", ask=("O0", "O1", "O2", "O3", "O4", "O5"))
HIGH_OR_MEDIAL = _Row(id="3.6a-high-medial", program="", ask=("R14", "R15"), excluded=True)
MIDPORTION = _Row(id="3.6a-midportion", program="achilles-midportion", ask=("R08", "R23"))
INSERTIONAL = _Row(id="3.6a-insertional", program="achilles-insertional", ask=("R08", "R23"))
PERONEAL = _Row(id="3.6a-peroneal", program="peroneal", ask=("R15", "O3"))
HEEL = _Row(id="3.6a-heel", program="plantar-heel", ask=("R12", "R20"))
BONE = _Row(id="3.6a-bone", program="", ask=("R12", "R13"), excluded=True)
SORENESS = _Row(id="3.6a-soreness", program=GENERAL, prompts=("shoes", "load", "old-injury"))
SEVERAL = "3.6a-several"
ROW_REFERENCES: dict[str, tuple[str, ...]] = {
    SPRAIN.id: ("002",),
    HIGH_OR_MEDIAL.id: ("002", "S46"),
    MIDPORTION.id: ("002", "S79"),
    INSERTIONAL.id: ("S09",),
    PERONEAL.id: ("002", "S65"),
    HEEL.id: ("002",),
    BONE.id: ("002", "S45"),
    SORENESS.id: ("000", "003", "004"),
    SEVERAL: ("DD",),
}
"""Sources of each row."""


ASKED_AFTER = {"O1": "O0", "O2": "O0", "O4": "O0", "R13": "R12"}
"""Questions that are asked only after another one was not answered with no; O3 is asked by itself too."""


def point(intake: Intake, locks: Locks | None = None) -> Pointer:
    """Choose a program for an intake, or say that no self-guided plan is made.

    Args:
        intake: The answers.
        locks: What open flags say; flags without a program exclude one here.
    """
    rows = matching_rows(intake)
    grade = sprain_grade(intake) if SPRAIN in rows else None
    excluded = _exclusions(intake, rows, grade, locks)
    first = SPRAIN.ask if intake.injured else ()
    ask = tuple(dict.fromkeys([*first, *(question for row in rows for question in row.ask)]))
    ids = tuple(row.id for row in rows)
    still_open = _open_questions(ask, intake)
    if excluded:
        return Pointer(
            rows=ids,
            exclusions=excluded,
            see_clinician=True,
            screen_first=ask,
            open_questions=still_open,
            grade=grade,
        )
    row = _chosen(rows, intake)
    if row is None:
        return Pointer(
            program=GENERAL,
            rows=(*ids, SEVERAL),
            see_clinician=True,
            screen_first=ask,
            open_questions=still_open,
            prompts=SORENESS.prompts,
            start_at_p1=True,
            grade=grade,
        )
    return Pointer(
        program=row.program,
        rows=(row.id,),
        screen_first=ask,
        open_questions=still_open,
        prompts=row.prompts,
        grade=grade,
    )


def matching_rows(intake: Intake) -> tuple[_Row, ...]:
    """Return the rows of §3.6a that an intake matches, in their order."""
    places = set(intake.places)
    twisted = intake.onset is Onset.TWIST
    bone = Place.ONE_BONE_SPOT in places and (intake.worse_through_run or intake.night_pain) is not False
    tests = (
        (SPRAIN, twisted and Place.OUTER_ANKLE in places),
        (HIGH_OR_MEDIAL, twisted and bool(places & {Place.INNER_ANKLE, Place.ABOVE_ANKLE})),
        (MIDPORTION, Place.TENDON_MIDDLE in places),
        (INSERTIONAL, Place.TENDON_HEEL in places),
        (PERONEAL, intake.onset is Onset.GRADUAL and bool(places & {Place.OUTER_TENDONS, Place.OUTER_ANKLE})),
        (HEEL, Place.UNDER_HEEL in places),
        (BONE, bone),
        (SORENESS, not intake.injured and _is_soreness(intake, places)),
    )
    return tuple(row for row, matches in tests if matches)


def entry_phase(program: Program, pointer: Pointer, intake: Intake, day: date) -> str:
    """Return the phase to begin in: the highest up to P3 whose earlier exits are met by the answers.

    Else P1 after a fresh injury, with morning pain above 5, or where the pointer is unsure; else P2
    (clinical.md §3.6). A phase without a measure of its exit in the answers is not passed.

    Args:
        program: The program.
        pointer: Where the intake points.
        intake: The answers.
        day: The training day.
    """
    phases = {phase.mark: phase for phase in program.phases}
    first = phases.get(PhaseMark.P1, program.phases[0])
    pains = [answer for answer in (intake.pain, intake.first_step) if isinstance(answer, int)]
    if pointer.start_at_p1 or max(pains, default=0) > BASE_PAIN_P1.value:
        return first.id
    known = (*intake.measured, *answers_as_measurements(intake, day))
    reached = None
    for mark, later in ((PhaseMark.P1, PhaseMark.P2), (PhaseMark.P2, PhaseMark.P3)):
        phase = phases.get(mark)
        if phase is None or not all_hold(evaluate(phase.exit, known, intake.affected, day)):
            break
        reached = phases.get(later, reached)
    if reached is not None:
        return reached.id
    days = intake.days_since_injury(day)
    fresh = intake.injured and (days is None or days <= FRESH_DAYS.value)
    return first.id if fresh else phases.get(PhaseMark.P2, first).id


def answers_as_measurements(intake: Intake, day: date) -> tuple[Measurement, ...]:
    """Return the numbers of an intake as measurements of its training day; what was left out is not there."""
    entered = Moment(at=datetime.combine(day, time(), UTC), offset_minutes=0, training_day=day)
    fields = {
        "morning-pain": intake.pain,
        "first-step-pain": intake.first_step,
        "stiffness-minutes": intake.stiff_minutes,
        "rest-pain": intake.rest_pain,
        "swelling": intake.swelling,
    }
    return tuple(
        Measurement(id=f"intake.{measure}", measure=measure, entered=entered, whole=float(value))
        for measure, answer in fields.items()
        if (value := value_of(answer)) is not None
    )


def _open_questions(ask: tuple[str, ...], intake: Intake) -> tuple[str, ...]:
    """Questions without an answer, apart from those that a "no" made needless."""
    needless = {rule for rule, first in ASKED_AFTER.items() if intake.safety.get(first) is ScreenAnswer.NO}
    return tuple(rule for rule in ask if rule not in intake.safety and rule not in needless)


def _is_soreness(intake: Intake, places: set[Place]) -> bool:
    if places - {Place.NO_SPOT}:
        return False
    return Place.NO_SPOT in places or bool(intake.dull_after_runs)


def _chosen(rows: tuple[_Row, ...], intake: Intake) -> _Row | None:
    """The one row, or that of the worse of two places that need the same program; None where unsure."""
    if Place.UNSURE in intake.places or Place.OTHER in intake.places:
        return None
    return rows[0] if len({row.program for row in rows}) == 1 else None


def _exclusions(
    intake: Intake, rows: tuple[_Row, ...], grade: SprainGrade | None, locks: Locks | None
) -> tuple[str, ...]:
    """What allows no self-guided plan (clinical.md §3.6, "out of self-guided scope")."""
    found = [row.id for row in rows if row.excluded]
    if grade is SprainGrade.THREE:
        found.append("grade-3")
    if intake.age is not None and intake.age < ADULT_AGE.value:
        found.append("under-18")
    found += [key for key in ("surgery", "broken", "ruptured") if getattr(intake, key)]
    injection = intake.steroid_injection_days
    if injection is not None and injection <= STEROID_DAYS.value:
        found.append("steroid-injection")
    found += locks.no_plan if locks is not None else ()
    return tuple(dict.fromkeys(found))
