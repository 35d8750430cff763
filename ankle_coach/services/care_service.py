"""A raised leg and a wrap: asked for, timed and recorded by their own rules (clinical.md §4.4)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ankle_coach.domain.care import CareKind, CareRecord, CareRunning, is_night, passed_since
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.dose import Timer
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.ice_rules import check_blocks
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.library import Library
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import CompressionFile
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.ports import Clock, Journal, RuleContent, SettingsStore
from ankle_coach.services.present import present_moment

EXERCISES = {CareKind.ELEVATION: "rec-elevation", CareKind.COMPRESSION: "rec-compression"}
"""The exercise that holds the words and the dose of each kind."""


class CareNow(Struct, frozen=True, kw_only=True):
    """A raised leg or a wrap at this moment.

    Attributes:
        care: As it was started.
        passed: Seconds since then, sleep of the computer included.
        is_due: Whether the timer has run out, or the night has come for a wrap.
    """

    care: CareRunning
    passed: float
    is_due: bool

    @property
    def left(self) -> float:
        """Seconds left of the timer; 0 where there is none."""
        return max(0.0, self.care.seconds - self.passed)


class CareService:
    """Starts, watches and records a raised leg and a wrap; one of each kind at a time."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        people: PersonService,
        clock: Clock,
        settings: SettingsStore,
        rules: RuleContent,
    ) -> None:
        """Work on a journal; the content is read when it is first needed."""
        self._journal, self._library, self._people = journal, library, people
        self._clock, self._settings, self._rules = clock, settings, rules
        self._anchors: dict[str, tuple[float, float]] = {}

    @property
    def wrap_content(self) -> CompressionFile:
        """What blocks a wrap, and how it is put on."""
        return self._rules.compression

    def exercise(self, kind: CareKind) -> Exercise:
        """Return the exercise with the words of a kind."""
        return self._library.exercise(EXERCISES[kind])

    def elevation_seconds(self) -> tuple[float, float]:
        """Return the usual and the longest time of a raised leg in seconds, from its dose."""
        exercise = self.exercise(CareKind.ELEVATION)
        block = exercise.level(exercise.start_level).dose.blocks[0]
        assert isinstance(block, Timer)
        return block.seconds, block.maximum or block.seconds

    def wrap_blocks(self, answers: Mapping[str, ScreenAnswer]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of questions that forbid a wrap, and of those without an answer."""
        return check_blocks(self.wrap_content.blocks, answers)

    def start_elevation(self, minutes: float | None = None) -> Changes:
        """Start the timer of a raised leg.

        Args:
            minutes: How long; None for the usual time. More than the longest is cut to it.
        """
        usual, longest = self.elevation_seconds()
        seconds = usual if minutes is None else min(minutes * 60, longest)
        return self._start(CareKind.ELEVATION, seconds)

    def start_wrap(self, answers: Mapping[str, ScreenAnswer]) -> bool:
        """Keep that a wrap is on, if its questions were answered and none forbids it; say whether it is."""
        blocking, still_open = self.wrap_blocks(answers)
        if blocking or still_open:
            return False
        self._start(CareKind.COMPRESSION, 0)
        return True

    def running(self, kind: CareKind) -> CareNow | None:
        """Return what is on now of a kind, or None."""
        person = self._people.current()
        stored = self._journal.entries(person.id, CareRunning) if person else ()
        care = next((one for one in stored if one.kind is kind), None)
        if care is None:
            return None
        passed = self._passed(care)
        if kind is CareKind.ELEVATION:
            return CareNow(care=care, passed=passed, is_due=passed >= care.seconds)
        return CareNow(care=care, passed=passed, is_due=is_night(self._clock.now(), self._clock.offset()))

    def stop(self, kind: CareKind, stopped_for: str = "") -> Changes:
        """Record that the leg is down, or the wrap off.

        Args:
            kind: Which of them.
            stopped_for: ``toes`` where a sign at the toes ended a wrap; empty for no reason.
        """
        now = self.running(kind)
        if now is None:
            return Changes.NONE
        person, care = self._people.required(), now.care
        record = CareRecord(
            id=care.id,
            kind=kind,
            started=care.started,
            seconds=min(now.passed, self.elevation_seconds()[1])
            if kind is CareKind.ELEVATION
            else now.passed,
            side=care.side,
            stopped_for=stopped_for,
        )
        self._journal.save_entry(person.id, record, record.id, record.started)
        self._journal.delete_entry(_running_id(person.id, kind))
        return Changes.ICE

    def used_today(self, kind: CareKind) -> int:
        """Return how often a kind was used on this training day, what is on now included."""
        person, day = self._people.current(), self._moment().training_day
        done = self._journal.entries(person.id, CareRecord, day, day) if person else ()
        return sum(record.kind is kind for record in done) + (self.running(kind) is not None)

    def _start(self, kind: CareKind, seconds: float) -> Changes:
        person, moment = self._people.required(), self._moment()
        care = CareRunning(
            id=new_id(),
            kind=kind,
            started=moment,
            elapsed=self._clock.reading().elapsed,
            seconds=seconds,
            side=person.affected or Side.BOTH,
        )
        self._journal.save_entry(person.id, care, _running_id(person.id, kind), moment)
        self._anchors[care.id] = (0.0, care.elapsed)
        return Changes.ICE

    def _passed(self, care: CareRunning) -> float:
        reading = self._clock.reading()
        if care.id not in self._anchors:
            passed = passed_since(care.started, care.elapsed, self._clock.now(), reading)
            self._anchors[care.id] = (passed, reading.elapsed)
        passed, counter = self._anchors[care.id]
        return passed + max(0.0, reading.elapsed - counter)

    def _moment(self) -> Moment:
        return present_moment(self._clock, self._settings)


def _running_id(person: str, kind: CareKind) -> str:
    return f"care-running.{kind}.{person}"
