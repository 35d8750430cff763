"""From a day's work to its outcomes: what the decision table is asked, one by one (clinical.md §3.3)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.baseline import is_about, morning_pain
from ankle_coach.domain.course import Place
from ankle_coach.domain.day_facts import ExerciseDay, MorningFacts
from ankle_coach.domain.day_work import DayWork
from ankle_coach.domain.outcome import Case, Verdict, judge, worst_of
from ankle_coach.domain.outcome_mornings import Mornings, Track, mornings_say
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing


class Judged(Struct, frozen=True):
    """A standing with what the table says of its day.

    Attributes:
        place: Where it stands.
        standing: The standing before the day's steps.
        case: What was judged.
        verdict: The verdict.
        late: Day of the late entry that changed it; None where none did.
        before: The verdict without that entry; None where there was none.
    """

    place: Place
    standing: Standing
    case: Case
    verdict: Verdict
    late: date | None = None
    before: Verdict | None = None


class _Day:
    """What all exercises of a day share: the mornings after it, by the sore sides that judge."""

    def __init__(self, work: DayWork) -> None:
        self.work = work
        self.course = work.course
        self.closed = work.facts.closed
        after = work.facts.next_mornings
        self.late = max((m.late_on for m in after if m.late_on), default=None)
        self._after = after
        self._heard: dict[tuple[Side, ...], Mornings] = {}

    def heard(self, side: Side) -> Mornings:
        """Return what the mornings that judge a side say."""
        judges = self.course.judges[side]
        heard = self._heard.get(judges)
        if heard is None:
            heard = self._heard[judges] = self._listen(judges, self._after)
        return heard

    def heard_on_time(self, side: Side) -> Mornings:
        """Return what the mornings that judge a side said without the late entries."""
        on_time = tuple(morning for morning in self._after if morning.late_on is None)
        return self._listen(self.course.judges[side], on_time)

    def _listen(self, judges: tuple[Side, ...], mornings: tuple[MorningFacts, ...]) -> Mornings:
        tracks = _tracks(self.work, judges, mornings)
        return mornings_say(tracks, self.course.traits.asked, self.course.limits)


def judged(work: DayWork) -> list[Judged]:
    """Return the outcomes of the day that can be told, in plan order."""
    if not work.facts.exercises:
        return []
    exercises = work.facts.exercises
    begun = {done.prescription for done in exercises}
    by_side = {(done.prescription, done.side): done for done in exercises}
    day = _Day(work)
    found = []
    for place, standing in work.each():
        name, side = standing.prescription, standing.side
        if name not in begun:
            continue
        fitting = by_side.get((name, side)) or _of_other_sides(exercises, name, side)
        one = _judge(day, place, standing, fitting) if fitting is not None else None
        if one is not None:
            found.append(one)
    return found


def _of_other_sides(exercises: tuple[ExerciseDay, ...], name: str, side: Side) -> ExerciseDay | None:
    """Return the work that was recorded with other sides than the standing: the one with less of it done."""
    fitting = [one for one in exercises if one.prescription == name and Side.BOTH in (one.side, side)]
    return min(fitting, key=lambda one: (one.share, one.side.value), default=None)


def _judge(day: _Day, place: Place, standing: Standing, done: ExerciseDay) -> Judged | None:
    case = _case(day, place, standing, done)
    verdict = judge(case, morning_known=day.closed)
    if verdict is None:
        return None
    if day.late is None or verdict.at_once:
        return Judged(place, standing, case, verdict)
    before = judge(replace(case, mornings=day.heard_on_time(standing.side)))
    return Judged(place, standing, case, verdict, day.late, before)


def _case(day: _Day, place: Place, standing: Standing, done: ExerciseDay) -> Case:
    course, ladder, rung = day.course, place.ladder, place.rung
    if done.level != standing.level and done.exercise == standing.exercise and done.level in ladder.places:
        rung = ladder.rung(done.level)
    return Case(
        work=done,
        answers=worst_of(done.bouts),
        mornings=day.heard(standing.side),
        loaded=rung.loaded,
        balance=place.balance,
        tendon=course.traits.tendon,
        ceiling=place.ceiling,
        program_ceiling=course.plan.pain_ceiling,
        repetition_maximum=rung.repetition_maximum or standing.load.repetition_maximum is not None,
        thresholds=course.limits,
    )


def _tracks(work: DayWork, judges: tuple[Side, ...], mornings: tuple[MorningFacts, ...]) -> tuple[Track, ...]:
    tracks = tuple(
        Track(work.base(track), next((m for m in mornings if is_about(m, track)), None)) for track in judges
    )
    # A second sore place takes part where it was entered, by a base of its own (clinical.md §3.9); until it
    # has one, only a morning that is too high by itself counts.
    for morning in mornings:
        if any(is_about(morning, track) for track in work.course.sore):
            continue
        base, pain = work.base(morning.side), morning_pain(morning, work.traits.asked)
        if base.pain is not None or (pain is not None and pain > work.limits.morning_most):
            tracks = (*tracks, Track(base, morning))
    return tracks
