"""The other entries of the sample: runs, self-tests, reviews, scores, ice, and a flag that was looked at.

They tell the same story as the sessions, and are made up like them.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from ankle_coach.domain.activities import Activities, Activity
from ankle_coach.domain.criteria import symmetry
from ankle_coach.domain.entries import Kept
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.journal import Answer, Moment, NoAnswer
from ankle_coach.domain.measures import Measurement, ScoreEntry
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.domain.shoes import Shoe
from ankle_coach.domain.sides import Side
from ankle_coach.services.sample_story import StoryDay

TOO_FAR_METERS = 9000
"""The run on the day before the flare, as its note tells."""
USUAL_METERS = 6000
"""The longest run before it."""
GAVE_WAY_ON = (3, 16)
"""Days on which the weekly count of giving way has one."""
_SECONDS_A_KM = 365
_SHORT_WEEKDAY = 3
"""The third run of a week, on Thursdays, is a short one."""
_TESTS_ON = (12, 19, 26, 33, 40, 47)
_REVIEWS_ON = (6, 13, 20, 27, 34, 41, 48)
_ACTIVITIES_ON = (1, 14, 29, 42)
_SCORES_ON = (0, 21, 42)
_STAND, _WALL, _RAISES = "single-leg-stand-seconds", "knee-to-wall-cm", "single-leg-raise-count"
_GOALS = ("Down the stairs in the morning", "An hour in the garden", "10 km along the river")

_Entries = Iterator[Kept[Struct]]


class Teller:
    """Makes the entries of the sample, in the order of their kinds."""

    def __init__(self, days: Sequence[StoryDay], offset: timedelta, affected: Side, seed: int) -> None:
        """Tell of the days of a story.

        Args:
            days: All of them, in order.
            offset: Local time minus UTC.
            affected: The sore side, left or right.
            seed: Seed of the small accidents.
        """
        self._days, self._offset, self._affected = tuple(days), offset, affected
        self._chance = random.Random(seed)  # noqa: S311 - made-up data, no secret
        self._flare = next(day for day in self._days if day.flares)

    def entries(self) -> tuple[Kept[Struct], ...]:
        """Return all entries."""
        return (
            *self._runs(),
            *self._tests(),
            *self._reviews(),
            *self._activities(),
            *self._scores(),
            *self._ice(),
            *self.flags(),
        )

    # --- running ------------------------------------------------------------------------------

    def _runs(self) -> _Entries:
        road = Shoe(id=self._id(), name="Everyday trainers", start_meters=212_000)
        trail = Shoe(id=self._id(), name="Trail shoes", start_meters=96_000)
        for shoe in (road, trail):
            yield self._kept(shoe, shoe.id, self._at(self._days[0].day, 12, 0))
        for day in self._days:
            too_far = day.number == self._flare.number - 1
            if not (day.runs or too_far):
                continue
            meters = TOO_FAR_METERS if too_far else self._meters(day)
            run = self._run(day, float(meters), too_far, (trail if too_far else road).id)
            yield self._kept(run, run.id, run.started)

    def _meters(self, day: StoryDay) -> int:
        """A little more from week to week, from short again after the flare on."""
        weeks = day.number / 7 if day.after_flare < 0 else (day.after_flare - 8) / 7
        grown = 4200 + 420 * weeks if day.after_flare < 0 else 3600 + 600 * weeks
        short = 0.6 if day.day.weekday() == _SHORT_WEEKDAY else 1.0
        return min(USUAL_METERS, round((grown * short + self._chance.uniform(-150, 150)) / 100) * 100)

    def _run(self, day: StoryDay, meters: float, too_far: bool, shoes: str) -> RunRecord:
        during: Answer = 3 if too_far else _scale(day.pain - 0.8)
        after: Answer = 4 if too_far else _scale(day.pain - 0.9)
        if self._chance.random() < 0.07 and not too_far:
            after = NoAnswer.MISSING
        seconds = meters / 1000 * (_SECONDS_A_KM + self._chance.uniform(-12, 12))
        return RunRecord(
            id=self._id(),
            started=self._at(day.day, 17, self._chance.randint(20, 50)),
            seconds=float(round(seconds)),
            meters=None if day.number == 12 else meters,
            surface="trail" if too_far else self._chance.choice(("road", "path", "path")),
            shoes=shoes,
            pain_during=during,
            pain_after=after,
            limp=False,
            side=self._affected,
            note="Felt so good that I went the long way round." if too_far else "",
        )

    # --- tests and answers --------------------------------------------------------------------

    def _tests(self) -> _Entries:
        """Each test once a week; the sore side comes up to the other one, with a dip after the flare."""
        for place, number in enumerate(_TESTS_ON):
            dip = 0.8 if 0 <= self._days[number].after_flare <= 7 else 1.0
            share = place / (len(_TESTS_ON) - 1)
            for measure, (first, last), other, step in (
                (_STAND, (13, 38), 44, 1.0),
                (_WALL, (7.0, 10.5), 11.0, 0.5),
                (_RAISES, (8, 19), 22, 1.0),
            ):
                weaker = measure != _WALL
                sore = (first + (last - first) * share) * (dip if weaker else 1.0)
                other_now = other + self._chance.choice((-1, 0, 0, 1)) * step
                yield self._test(number, measure, round(sore / step) * step, other_now)

    def _test(self, number: int, measure: str, sore: float, other: float) -> Kept[Struct]:
        left, right = (sore, other) if self._affected is Side.LEFT else (other, sore)
        moment = self._at(self._days[number].day, 9, self._chance.randint(0, 40))
        result = Measurement(
            id=self._id(),
            measure=measure,
            entered=moment,
            left=left,
            right=right,
            symmetry=symmetry(sore, other),
        )
        return self._kept(result, result.id, moment)

    def _reviews(self) -> _Entries:
        for number in _REVIEWS_ON:
            day = self._days[number]
            moment = self._at(day.day, 20, self._chance.randint(0, 50))
            gave_way = sum(number - 7 < known <= number for known in GAVE_WAY_ON)
            answers = {
                "rest-pain": float(_scale(day.pain - 2)),
                "daily-life-pain": float(_scale(day.pain)),
                "walk-30-min-pain": float(_scale(day.pain - 0.7)),
                "limp": float(0 <= day.after_flare <= 7),
                "giving-way": float(gave_way),
                "confidence": float(_scale(8.6 - day.pain)),
            }
            for measure, value in answers.items():
                yield self._answer(measure, value, moment)

    def _answer(self, measure: str, value: float, moment: Moment) -> Kept[Struct]:
        result = Measurement(id=self._id(), measure=measure, entered=moment, whole=value)
        return self._kept(result, result.id, moment)

    def _activities(self) -> _Entries:
        """What matters to Robin; once one of the three is left out."""
        told = (((4, 3, 2), 0), ((6, 5, 3), 1), ((6, None, 3), 1), ((9, 8, 7), 3))
        for number, (values, change) in zip(_ACTIVITIES_ON, told, strict=True):
            moment = self._at(self._days[number].day, 20, 55)
            items = tuple(Activity(name=name, value=v) for name, v in zip(_GOALS, values, strict=True))
            entry = Activities(id=self._id(), entered=moment, items=items)
            yield self._kept(entry, entry.id, moment)
            known = [value for value in values if value is not None]
            yield self._answer("my-activities", sum(known) / len(known), moment)
            yield self._answer("global-change", float(change), moment)

    def _scores(self) -> _Entries:
        other = Side.LEFT if self._affected is Side.RIGHT else Side.RIGHT
        told = (
            ("lefs", "total", Side.BOTH, (51, 60, 69)),
            ("cait", "total", self._affected, (17, 19, 23)),
            ("cait", "total", other, (28, 28, 29)),
        )
        for questionnaire, score, side, values in told:
            for number, value in zip(_SCORES_ON, values, strict=True):
                moment = self._at(self._days[number].day, 19, 30)
                entry = ScoreEntry(
                    id=self._id(),
                    questionnaire=questionnaire,
                    score=score,
                    entered=moment,
                    value=float(value),
                    side=side,
                )
                yield self._kept(entry, entry.id, moment)

    # --- ice and safety -----------------------------------------------------------------------

    def _ice(self) -> _Entries:
        flare = self._flare.number
        for number, hour, minutes in ((2, 20, 12), (4, 20, 12), (flare + 1, 9, 15), (flare + 1, 19, 15)):
            moment = self._at(self._days[number].day, hour, self._chance.randint(0, 30))
            record = IceRecord(id=self._id(), started=moment, seconds=60.0 * minutes, side=self._affected)
            yield self._kept(record, record.id, moment)

    def flags(self) -> _Entries:
        """The morning after the flare the pain at rest was answered with unsure; the next day it was seen."""
        raised = self._at(self._days[self._flare.number + 1].day, 8, 20)
        seen = self._at(self._days[self._flare.number + 2].day, 16, 40)
        finding = Finding(
            rule="R17",
            urgency=Urgency.PAUSE,
            scopes=(Scope.ALL_LOADING,),
            because=("R17", "R17-rest"),
            unsure=True,
            references=("001",),
        )
        flag = Flag(id=self._id(), finding=finding, raised=raised, side=self._affected)
        assessment = Assessment(
            id=self._id(),
            flag=flag.id,
            recorded=seen,
            outcome=Outcome.CLEARED,
            note="Seen by the physical therapist: irritated, nothing else. Go on with a smaller dose.",
        )
        yield self._kept(flag, flag.id, raised)
        yield self._kept(assessment, assessment.id, seen)

    # --- small things -------------------------------------------------------------------------

    def _kept(self, entry: Struct, entry_id: str, moment: Moment) -> Kept[Struct]:
        return Kept(id=entry_id, moment=moment, entry=entry)

    def _at(self, day: date, hour: int, minute: int) -> Moment:
        local = datetime.combine(day, time(hour), tzinfo=UTC) + timedelta(minutes=minute)
        return Moment(local - self._offset, round(self._offset.total_seconds() / 60), day)

    def _id(self) -> str:
        return str(uuid.UUID(int=self._chance.getrandbits(128), version=4))


def _scale(soreness: float) -> int:
    return max(0, min(10, round(soreness)))
