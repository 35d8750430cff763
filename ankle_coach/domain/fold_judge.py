"""From a day's work to its outcomes: what the decision table is asked, one by one (clinical.md §3.3)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.baseline import is_about, morning_pain, sore_sides, tracks_for
from ankle_coach.domain.day_facts import ExerciseDay, MorningFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.outcome import Case, Verdict, judge
from ankle_coach.domain.outcome_mornings import Mornings, Track, mornings_say
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing

_Heard = tuple[tuple[Track, ...], Mornings]
"""The morning tracks of a side and what they say."""


class Judged(Struct, frozen=True):
    """A standing with what the table says of its day.

    Attributes:
        prescription: The prescription.
        standing: The standing before the day's steps.
        case: What was judged.
        verdict: The verdict.
        late: Day of the late entry that changed it; None where none did.
        before: The verdict without that entry; None where there was none.
    """

    prescription: Prescription
    standing: Standing
    case: Case
    verdict: Verdict
    late: date | None = None
    before: Verdict | None = None


class _Day:
    """What all exercises of a day share: the mornings after it, by the side that they judge."""

    def __init__(self, work: DayWork) -> None:
        self.work = work
        after = work.facts.next_mornings
        self.late = max((m.late_on for m in after if m.late_on), default=None)
        self._after = after
        self._on_time = tuple(m for m in after if m.late_on is None) if self.late else after
        self._heard: dict[tuple[Side, bool], _Heard] = {}

    def heard(self, side: Side, *, on_time: bool = False) -> _Heard:
        """Return the tracks of a side with what they say, late entries included or not."""
        heard = self._heard.get((side, on_time))
        if heard is None:
            work = self.work
            tracks = _tracks(work, side, self._on_time if on_time else self._after)
            heard = (tracks, mornings_say(tracks, work.traits.asked, work.limits))
            self._heard[side, on_time] = heard
        return heard


def judged(work: DayWork) -> list[Judged]:
    """Return the outcomes of the day that can be told, in plan order."""
    if not work.facts.exercises:
        return []
    done: dict[str, list[ExerciseDay]] = {}
    for exercise_day in work.facts.exercises:
        done.setdefault(exercise_day.prescription, []).append(exercise_day)
    day = _Day(work)
    found = []
    for prescription, standing in work.each():
        own = done.get(prescription.id)
        fitting = _of_side(own, standing.side) if own else None
        one = _judge(day, prescription, standing, fitting) if fitting is not None else None
        if one is not None:
            found.append(one)
    return found


def _of_side(own: list[ExerciseDay], side: Side) -> ExerciseDay | None:
    """Return the work on a side; of work that was recorded with other sides, the one with less of it done."""
    same = [one for one in own if one.side is side]
    if same:
        return same[-1]
    fitting = [one for one in own if Side.BOTH in (one.side, side)]
    return min(fitting, key=lambda one: (one.share, one.side.value)) if fitting else None


def _judge(
    day: _Day, prescription: Prescription, standing: Standing, exercise_day: ExerciseDay
) -> Judged | None:
    case = _case(day, prescription, standing, exercise_day)
    verdict = judge(case, morning_known=day.work.facts.closed)
    if verdict is None:
        return None
    if day.late is None or verdict.at_once:
        return Judged(prescription, standing, case, verdict)
    tracks, said = day.heard(standing.side, on_time=True)
    before = judge(replace(case, tracks=tracks, said=said))
    return Judged(prescription, standing, case, verdict, day.late, before)


def _case(day: _Day, prescription: Prescription, standing: Standing, exercise_day: ExerciseDay) -> Case:
    work = day.work
    tracks, said = day.heard(standing.side)
    ladder = work.ladder(standing)
    played = exercise_day.exercise == standing.exercise and exercise_day.level in ladder.places
    rung = ladder.rung(exercise_day.level if played else standing.level)
    most = work.limits.plyometric_ceiling if ladder.is_plyometric else None
    return Case(
        work=exercise_day,
        tracks=tracks,
        loaded=rung.loaded,
        balance=ladder.exercise.group is Group.BALANCE,
        tendon=work.traits.tendon,
        ceiling=work.plan.ceiling_of(prescription, most=most),
        program_ceiling=work.plan.pain_ceiling,
        repetition_maximum=rung.repetition_maximum or standing.load.repetition_maximum is not None,
        asked=work.traits.asked,
        thresholds=work.limits,
        said=said,
    )


def _tracks(work: DayWork, side: Side, mornings: tuple[MorningFacts, ...]) -> tuple[Track, ...]:
    affected = work.plan.affected
    tracks = tuple(
        Track(work.base(track), next((m for m in mornings if is_about(m, track)), None))
        for track in tracks_for(side, affected)
    )
    # A second sore place takes part where it was entered, by a base of its own (clinical.md §3.9); until it
    # has one, only a morning that is too high by itself counts.
    sore = sore_sides(affected)
    for morning in mornings:
        if any(is_about(morning, track) for track in sore):
            continue
        base, pain = work.base(morning.side), morning_pain(morning, work.traits.asked)
        if base.pain is not None or (pain is not None and pain > work.limits.morning_most):
            tracks = (*tracks, Track(base, morning))
    return tracks
