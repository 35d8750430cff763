"""From a day's work to its outcomes: what the decision table is asked, one by one (clinical.md §3.3)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ankle_coach.domain.baseline import is_about, sore_sides, tracks_for
from ankle_coach.domain.day_facts import ExerciseDay, MorningFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.outcome import Case, Track, Verdict, judge
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing


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


def judged(work: DayWork) -> list[Judged]:
    """Return the outcomes of the day that can be told, in plan order."""
    done: dict[tuple[str, Side], ExerciseDay] = {(e.prescription, e.side): e for e in work.facts.exercises}
    found = []
    for prescription, standing in work.each():
        exercise_day = done.get((prescription.id, standing.side)) or _of_any_side(work, standing)
        if exercise_day is not None:
            one = _judge(work, prescription, standing, exercise_day)
            if one is not None:
                found.append(one)
    return found


def _of_any_side(work: DayWork, standing: Standing) -> ExerciseDay | None:
    """Return work that was recorded with other sides than the standing has: the one with less of it done."""
    own = [e for e in work.facts.exercises if e.prescription == standing.prescription]
    fitting = [e for e in own if Side.BOTH in (e.side, standing.side)]
    return min(fitting, key=lambda e: (e.share, e.side.value)) if fitting else None


def _judge(
    work: DayWork, prescription: Prescription, standing: Standing, exercise_day: ExerciseDay
) -> Judged | None:
    case = _case(work, prescription, standing, exercise_day, work.facts.next_mornings)
    verdict = judge(case, morning_known=work.facts.closed)
    if verdict is None:
        return None
    late = max((m.late_on for m in work.facts.next_mornings if m.late_on), default=None)
    if late is None or verdict.at_once:
        return Judged(prescription, standing, case, verdict)
    on_time = tuple(m for m in work.facts.next_mornings if m.late_on is None)
    before = judge(_case(work, prescription, standing, exercise_day, on_time))
    return Judged(prescription, standing, case, verdict, late, before)


def _case(
    work: DayWork,
    prescription: Prescription,
    standing: Standing,
    exercise_day: ExerciseDay,
    mornings: tuple[MorningFacts, ...],
) -> Case:
    ladder = work.ladder(standing)
    played = exercise_day.exercise == standing.exercise and exercise_day.level in ladder.places
    rung = ladder.rung(exercise_day.level if played else standing.level)
    plan_ceiling = work.plan.pain_ceiling
    ceiling = prescription.pain_ceiling
    if ceiling is None:
        low = min(plan_ceiling, work.limits.plyometric_ceiling)
        ceiling = low if ladder.is_plyometric else plan_ceiling
    return Case(
        work=exercise_day,
        tracks=_tracks(work, standing.side, mornings),
        loaded=rung.loaded,
        balance=ladder.exercise.group is Group.BALANCE,
        tendon=work.traits.tendon,
        ceiling=ceiling,
        program_ceiling=plan_ceiling,
        repetition_maximum=rung.repetition_maximum or standing.load.repetition_maximum is not None,
        asked=work.traits.asked,
        thresholds=work.limits,
    )


def _tracks(work: DayWork, side: Side, mornings: tuple[MorningFacts, ...]) -> tuple[Track, ...]:
    affected = work.plan.affected
    tracks = tuple(
        Track(work.base(track), next((m for m in mornings if is_about(m, track)), None))
        for track in tracks_for(side, affected)
    )
    # A second sore place has a base of its own and takes part where it was entered (clinical.md §3.9).
    sore = sore_sides(affected)
    for morning in mornings:
        if not any(is_about(morning, track) for track in sore):
            tracks = (*tracks, Track(work.base(morning.side), morning))
    return tracks
