"""A plan version as the rules climb it: what stays the same from day to day, worked out once."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ankle_coach.domain.baseline import sore_sides, tracks_for
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.ladder import Ladder, Rung
from ankle_coach.domain.ladder_conditions import waits_for_start
from ankle_coach.domain.plan import Load, Plan, Prescription
from ankle_coach.domain.program_traits import ProgramTraits
from ankle_coach.domain.sides import Side, SideMode, sides_to_train
from ankle_coach.domain.standing import Standing, Standings, mode_at, start_dose, start_load
from ankle_coach.domain.thresholds import Thresholds


class Place(Struct, frozen=True, kw_only=True):
    """A rung as a prescription of the plan stands on it.

    Attributes:
        prescription: The prescription.
        session: Id of its session.
        ladder: The ladder; that of an easier sibling after a change to it.
        rung: The rung.
        barred: Whether the program or the equipment bars it.
        asks_first: Whether its exercise has a prerequisite in this plan (clinical.md §2B).
        loaded: Whether it loads.
        balance: Whether it is a balance exercise.
        plyometric: Whether it is a hop or running, which an easy week leaves out.
        mode: How the sides are used on it.
        sides: The sides that it is for.
        ceiling: Highest acceptable pain during it (clinical.md §3.1).
        doses: The dose that it starts with, by side.
        load: The load that it starts with.
        above: The next rung up that is not barred; None at the top.
        below: The next rung down that is not barred; None at the bottom.
    """

    prescription: Prescription
    session: str
    ladder: Ladder
    rung: Rung
    barred: bool
    asks_first: bool
    loaded: bool
    balance: bool
    plyometric: bool
    mode: SideMode
    sides: tuple[Side, ...]
    ceiling: int
    doses: Mapping[Side, Dose]
    load: Load
    above: Rung | None
    below: Rung | None


class _Places(dict[tuple[str, str, str], Place]):
    """The places by prescription, exercise and level; each is worked out when it is first asked for."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._prescriptions = {prescription.id: prescription for prescription in course.plan.prescriptions}

    def __missing__(self, key: tuple[str, str, str]) -> Place:
        name, exercise, level = key
        plan, prescription = self._course.plan, self._prescriptions[name]
        ladder = self._course.ladders[exercise]
        rung = ladder.rung(level)
        mode = mode_at(prescription, ladder, rung)
        most = self._course.limits.plyometric_ceiling if ladder.is_plyometric else None
        place = self[key] = Place(
            prescription=prescription,
            session=prescription.session,
            ladder=ladder,
            rung=rung,
            barred=rung.barred,
            asks_first=waits_for_start(
                exercise,
                (),
                by_therapist=plan.by_therapist,
                is_preset=bool(self._course.traits.weeks),
            ),
            loaded=rung.loaded,
            balance=ladder.exercise.group is Group.BALANCE,
            plyometric=ladder.is_plyometric,
            mode=mode,
            sides=sides_to_train(mode, plan.affected),
            ceiling=plan.ceiling_of(prescription, most=most),
            doses={side: start_dose(prescription, ladder, rung, side) for side in Side},
            load=start_load(prescription, ladder, rung),
            above=ladder.above(rung.index),
            below=ladder.below(rung.index),
        )
        return place


class Course:
    """A plan version with the ladders of its phase and the numbers that hold for it.

    Attributes:
        plan: The plan version.
        ladders: The exercises by id, with the levels that the phase bars.
        traits: What the rules ask of its program.
        limits: The numbers.
        sore: The sides that the morning asks about.
        judges: The sore sides whose mornings judge an exercise, by its side.
    """

    def __init__(
        self, plan: Plan, ladders: Mapping[str, Ladder], traits: ProgramTraits, limits: Thresholds
    ) -> None:
        """Begin with no place known."""
        self.plan = plan
        self.ladders = ladders
        self.traits = traits
        self.limits = limits
        self.sore = sore_sides(plan.affected)
        self.judges = {side: tracks_for(side, self.sore) for side in Side}
        self._places = _Places(self)

    def at(self, standing: Standing) -> Place:
        """Return the place of a standing of this plan; an unknown level is the start level.

        Raises:
            KeyError: The plan has no such prescription, or its exercise is not known.
        """
        return self._places[standing.prescription, standing.exercise, standing.level]

    def start(self, prescription: str, exercise: str) -> Place:
        """Return the place of a prescription on the start level of an exercise."""
        return self._places[prescription, exercise, ""]

    def beside(self, place: Place, rung: Rung) -> Place:
        """Return the place of the same prescription on another rung of the same ladder."""
        return self._places[place.prescription.id, place.ladder.exercise.id, rung.level.id]

    def each(self, standings: Standings) -> list[tuple[Place, Standing]]:
        """Return standings of this plan with their places."""
        places = self._places
        return [(places[s.prescription, s.exercise, s.level], s) for s in standings.values()]
