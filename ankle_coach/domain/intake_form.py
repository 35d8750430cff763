"""Which questions of the intake matter for what was said, and what answers already tell (§3.6a)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from msgspec.structs import replace

from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.intake import Intake, Onset, Place, WalkPain
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.pointer import ADULT_AGE
from ankle_coach.domain.safety import ScreenAnswer

PLACE_OF_ZONE: Final[Mapping[FootZone, Place]] = {
    FootZone.OUTER_ANKLE: Place.OUTER_ANKLE,
    FootZone.INNER_ANKLE: Place.INNER_ANKLE,
    FootZone.ABOVE_ANKLE: Place.ABOVE_ANKLE,
    FootZone.ACHILLES_MIDDLE: Place.TENDON_MIDDLE,
    FootZone.ACHILLES_HEEL: Place.TENDON_HEEL,
    FootZone.UNDER_HEEL: Place.UNDER_HEEL,
}
"""Zones of the foot map that a program looks at; every other zone is "other"."""

_TENDON = frozenset({Place.TENDON_MIDDLE, Place.TENDON_HEEL})


class Reason(StrEnum):
    """What brings a runner here."""

    PREVENT = "prevent"
    """Nothing hurts, not after runs or a long walk either."""
    DULL = "dull"
    """A dull ache after runs, without a spot."""
    SPOT = "spot"
    """It hurts somewhere that can be shown."""
    UNSURE = "unsure"


def with_answers(intake: Intake, **answers: Any) -> Intake:
    """Return an intake with some answers changed.

    Raises:
        ValueError: If an answer is out of its range.
    """
    return replace(intake, **answers)


def reason_of(intake: Intake) -> Reason | None:
    """Return what brings the person here, as far as it was said."""
    if not intake.places:
        return None
    if Place.NO_SPOT in intake.places:
        return Reason.DULL if intake.dull_after_runs else Reason.PREVENT
    return Reason.UNSURE if Place.UNSURE in intake.places else Reason.SPOT


def with_reason(intake: Intake, reason: Reason | None) -> Intake:
    """Return an intake with what brings the person here; what only hung on another reason is forgotten."""
    if reason is reason_of(intake):
        return intake
    intake = replace(intake, places=(), dull_after_runs=None, onset=None, injured_on=None)
    match reason:
        case Reason.PREVENT:
            return replace(
                intake,
                places=(Place.NO_SPOT,),
                dull_after_runs=False,
                onset=Onset.GRADUAL,
                rest_pain=0,
                pain=0,
            )
        case Reason.DULL:
            return replace(intake, places=(Place.NO_SPOT,), dull_after_runs=True)
        case Reason.UNSURE:
            return replace(intake, places=(Place.UNSURE,))
        case _:
            return intake


def with_zones(intake: Intake, zones: Iterable[FootZone]) -> Intake:
    """Return an intake with the places of the zones that were touched, a fingertip's spot kept."""
    places = dict.fromkeys(PLACE_OF_ZONE.get(zone, Place.OTHER) for zone in FootZone if zone in set(zones))
    if places and Place.ONE_BONE_SPOT in intake.places:
        places[Place.ONE_BONE_SPOT] = None
    return replace(intake, places=tuple(places))


def zones_of(intake: Intake) -> frozenset[FootZone]:
    """Return the zones that stand for an intake's places; "other" has none of its own."""
    return frozenset(zone for zone, place in PLACE_OF_ZONE.items() if place in intake.places)


def with_bone_spot(intake: Intake, *, is_spot: bool) -> Intake:
    """Return an intake that says whether it is one spot on a bone, the size of a fingertip."""
    places = tuple(place for place in intake.places if place is not Place.ONE_BONE_SPOT)
    return replace(intake, places=(*places, Place.ONE_BONE_SPOT) if is_spot else places)


def asked_fields(intake: Intake) -> frozenset[str]:
    """Return the fields of the intake that matter for what was said so far."""
    reason, places = reason_of(intake), set(intake.places)
    if reason in (None, Reason.PREVENT):
        return frozenset()
    asked = {"onset", "pain", "rest_pain", "surgery", "broken"}
    if intake.injured:
        asked |= {"injured_on", "swelling", "bruise", "walking", "very_loose"}
        asked |= {"intoxicated", "numb_feet", "other_injury"}
    else:
        asked |= {"since"}
    if reason is Reason.SPOT:
        asked |= {"bone_spot"}
    if Place.ONE_BONE_SPOT in places:
        asked |= {"worse_through_run", "night_pain"}
    if places & _TENDON:
        asked |= {"worst_in_morning", "ruptured"}
    if Place.UNDER_HEEL in places:
        asked |= {"sharp_first_steps"}
    if places & {*_TENDON, Place.UNDER_HEEL}:
        asked |= {"first_step", "stiff_minutes"}  # what the first mornings are held against
    return frozenset(asked)


def told_answers(intake: Intake) -> dict[str, ScreenAnswer]:
    """Return the safety answers that other answers tell already, so that nothing is asked twice."""
    told = {}
    if intake.age is not None:
        told["R24"] = ScreenAnswer.YES if intake.age < ADULT_AGE.value else ScreenAnswer.NO
    if intake.walking is not None and intake.injured:
        four = intake.walking is not WalkPain.NOT_FOUR_STEPS
        told["O5"] = ScreenAnswer.YES if four else ScreenAnswer.NO
        told["R01"] = ScreenAnswer.NO if four else ScreenAnswer.YES
    return told


def all_safety_answers(intake: Intake) -> dict[str, ScreenAnswer]:
    """Return the safety answers, those that other answers tell included; the graver one holds."""
    answers = dict(intake.safety)
    answers.update(told_answers(intake))
    return answers


def told_measures(intake: Intake, moment: Moment, new_id: str) -> tuple[Measurement, ...]:
    """Return what the answers say in measures: pain at rest, and that nothing hurts where that was said.

    Args:
        intake: The answers.
        moment: When they were given.
        new_id: Begins the ids of the measurements.
    """
    told: dict[str, float] = {}
    if isinstance(intake.rest_pain, int):
        told["rest-pain"] = intake.rest_pain
    if reason_of(intake) is Reason.PREVENT:
        told |= {"walk-30-min-pain": 0, "residual-soreness": 0}
    return tuple(
        Measurement(id=f"{new_id}-{name}", measure=name, entered=moment, whole=value)
        for name, value in told.items()
    )
