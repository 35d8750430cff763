"""The intake: what a person says, and which program it points to. It never names a diagnosis.

Every answer may be left out, and what was left out is never good news. Answers are kept and can be changed.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Answer, NoAnswer, check_answer
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.sides import Side


class Place(StrEnum):
    """Where it hurts, as touched on the drawn foot."""

    OUTER_ANKLE = "outer-ankle"
    INNER_ANKLE = "inner-ankle"
    ABOVE_ANKLE = "above-ankle"
    """Above the ankle, between the shin bones."""
    TENDON_MIDDLE = "tendon-middle"
    """Back of the ankle, 2 to 6 cm above the heel bone."""
    TENDON_HEEL = "tendon-heel"
    """Back of the ankle, at the heel bone itself."""
    OUTER_TENDONS = "outer-tendons"
    """Along the tendons behind and below the outer ankle bone."""
    UNDER_HEEL = "under-heel"
    ONE_BONE_SPOT = "one-bone-spot"
    """One spot on a bone, the size of a fingertip."""
    NO_SPOT = "no-spot"
    """A dull ache without a spot."""
    OTHER = "other"
    UNSURE = "unsure"


class Onset(StrEnum):
    """What happened."""

    TWIST = "twist"
    BLOW = "blow"
    GRADUAL = "gradual"
    UNSURE = "unsure"


class WalkPain(StrEnum):
    """How walking goes after a twist, in lay words."""

    LITTLE = "little"
    HURTS = "hurts"
    NOT_FOUR_STEPS = "not-four-steps"


class SprainGrade(StrEnum):
    """How bad a twist looks, in lay words; not a finding (clinical.md §3.6a)."""

    ONE = "1"
    TWO = "2"
    THREE = "3"


class Intake(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answers of the intake. None, an empty tuple or "missing" is an answer that was left out.

    Attributes:
        places: Where it hurts; more than one is possible.
        onset: What happened.
        injured_on: Day of the injury.
        since: Day since which it hurts.
        swelling: 0 none, 1 mild, 2 clear, 3 large.
        bruise: Whether there is a bruise.
        walking: How walking goes.
        very_loose: Whether the ankle feels very loose.
        worst_in_morning: Whether it is stiff or worst in the morning.
        sharp_first_steps: Whether the first steps are sharp.
        worse_through_run: Whether it gets worse through a run.
        night_pain: Whether it aches at rest or at night.
        dull_after_runs: Whether it is a dull ache after runs.
        old_injury: Whether the ankle was injured before, even years ago.
        old_injury_note: Which one, in own words.
        age: Age in years.
        medicines: Medicines in own words.
        running_km_week: Usual running, km a week.
        longest_run_minutes: Longest usual run before it began.
        days_without_running: Days since the last run.
        shoes_note: Shoes in own words.
        equipment: Equipment at hand; None where it was not answered.
        days_a_week: Days a week that the person wants to train.
        minutes_a_day: Minutes a day.
        affected: The affected side; both where both are sore.
        worse_place: Of several sore places the worse one; None where it was not asked.
        pain: Morning pain now, 0 to 10.
        first_step: Pain of the first steps now, 0 to 10.
        stiff_minutes: Morning stiffness now.
        rest_pain: Pain at rest now, 0 to 10.
        safety: Answers of the safety screen by question.
        measured: Self-tests done at the intake.
        intoxicated: Alcohol or drugs now (it spoils the ankle rules).
        numb_feet: Reduced feeling in the feet.
        other_injury: Another painful injury.
        surgery: Operation on this ankle that is still being treated.
        broken: A fracture of this ankle that is still being treated.
        ruptured: A rupture of this Achilles tendon that is still being treated.
        steroid_injection_days: Days since a steroid injection into or near the tendon.
    """

    places: tuple[Place, ...] = ()
    onset: Onset | None = None
    injured_on: date | None = None
    since: date | None = None
    swelling: Answer = NoAnswer.MISSING
    bruise: bool | None = None
    walking: WalkPain | None = None
    very_loose: bool | None = None
    worst_in_morning: bool | None = None
    sharp_first_steps: bool | None = None
    worse_through_run: bool | None = None
    night_pain: bool | None = None
    dull_after_runs: bool | None = None
    old_injury: bool | None = None
    old_injury_note: str = ""
    age: int | None = None
    medicines: str = ""
    running_km_week: float | None = None
    longest_run_minutes: float | None = None
    days_without_running: int | None = None
    shoes_note: str = ""
    equipment: tuple[Equipment, ...] | None = None
    days_a_week: int | None = None
    minutes_a_day: int | None = None
    affected: Side | None = None
    worse_place: Place | None = None
    pain: Answer = NoAnswer.MISSING
    first_step: Answer = NoAnswer.MISSING
    stiff_minutes: Answer = NoAnswer.MISSING
    rest_pain: Answer = NoAnswer.MISSING
    safety: dict[str, ScreenAnswer] = {}
    measured: tuple[Measurement, ...] = ()
    intoxicated: bool | None = None
    numb_feet: bool | None = None
    other_injury: bool | None = None
    surgery: bool | None = None
    broken: bool | None = None
    ruptured: bool | None = None
    steroid_injection_days: int | None = None

    def __post_init__(self) -> None:
        """Check the range of the numbers."""
        check_answer("swelling", self.swelling, 3)
        check_answer("stiff_minutes", self.stiff_minutes, 24 * 60)
        for name in ("pain", "first_step", "rest_pain"):
            check_answer(name, getattr(self, name))
        for name, most in (("age", 130), ("days_a_week", 7), ("minutes_a_day", 24 * 60)):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= most:
                raise ValueError(f"{name} must be between 0 and {most}, not {value}")

    @property
    def injured(self) -> bool | None:
        """Whether there was a twist or blow; None where it is not known."""
        if self.onset in (Onset.TWIST, Onset.BLOW):
            return True
        return False if self.onset is Onset.GRADUAL else None

    def days_since_injury(self, day: date) -> int | None:
        """Return whole days since the injury; None where its day is not known."""
        return (day - self.injured_on).days if self.injured_on is not None else None


def sprain_grade(intake: Intake) -> SprainGrade | None:
    """Return how bad a twist looks by the worst of its signs; None where none was answered."""
    swelling = intake.swelling if isinstance(intake.swelling, int) else None
    no_steps = intake.safety.get("O5") is ScreenAnswer.NO or intake.safety.get("R01") is ScreenAnswer.YES
    if no_steps or intake.walking is WalkPain.NOT_FOUR_STEPS or intake.very_loose or swelling == 3:
        return SprainGrade.THREE
    if intake.walking is WalkPain.HURTS or intake.bruise or swelling == 2:
        return SprainGrade.TWO
    if intake.walking is WalkPain.LITTLE or swelling is not None:
        return SprainGrade.ONE
    return None
