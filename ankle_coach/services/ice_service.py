"""Ice: what blocks it, the ice on the skin now, and when it may be used again (clinical.md §4.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct

from ankle_coach.domain.care import (
    LEAST_SECONDS,
    IceAnswers,
    IceRunning,
    IceStage,
    ice_stage,
    passed_since,
)
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.ice_rules import (
    IceDecision,
    IceReason,
    IceRecord,
    ice_seconds,
    ice_today,
    may_ice,
    may_ice_by_clock,
)
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.locks import Locks, locks
from ankle_coach.domain.safety import Assessment, Flag, ScreenAnswer
from ankle_coach.domain.safety_content import IceFile
from ankle_coach.domain.sides import Side
from ankle_coach.services.new_id import new_id
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.ports import Clock, Journal, RuleContent, SettingsStore
from ankle_coach.services.present import present_moment

Answers = Mapping[str, ScreenAnswer]


class IceNow(Struct, frozen=True, kw_only=True):
    """The ice on the skin at this moment.

    Attributes:
        ice: As it was started.
        passed: Seconds that it has lain there, sleep of the computer included.
        stage: What it asks for.
    """

    ice: IceRunning
    passed: float
    stage: IceStage

    @property
    def left(self) -> float:
        """Seconds until it is to come off; 0 when that time has come."""
        return max(0.0, self.ice.seconds - self.passed)


class IceStanding(Struct, frozen=True, kw_only=True):
    """How often ice was used today, and when it may be used again.

    Attributes:
        used: Times on this training day, the ice that is on now included.
        most: Times that a training day allows.
        next_at: When the next one is possible; None for now.
        on_now: Whether ice lies on the skin.
    """

    used: int
    most: int
    next_at: Moment | None = None
    on_now: bool = False


class IceService:
    """Starts, watches and records ice. There is no pause; nothing but the clock and the person ends it."""

    def __init__(
        self,
        journal: Journal,
        people: PersonService,
        clock: Clock,
        settings: SettingsStore,
        rules: RuleContent,
    ) -> None:
        """Work on a journal; the content is read when it is first needed."""
        self._journal, self._people = journal, people
        self._clock, self._settings, self._rules = clock, settings, rules
        self._anchor: tuple[str, float, float] | None = None
        """Of ice that this run of the program knows: id, seconds passed, and the counter's reading then."""

    @property
    def content(self) -> IceFile:
        """Questions, limits and how ice is used."""
        return self._rules.ice

    def kept_answers(self) -> dict[str, ScreenAnswer]:
        """Return the answers that still count: those of this training day that are not asked every time."""
        person = self._people.current()
        day = self._moment().training_day
        kept = self._journal.entries(person.id, IceAnswers, day, day) if person else ()
        return dict(kept[-1].answers) if kept else {}

    def earlier_answers(self) -> dict[str, ScreenAnswer]:
        """Return the answers of the last day that has any, to be confirmed or changed."""
        person = self._people.current()
        kept = self._journal.entries(person.id, IceAnswers) if person else ()
        return dict(kept[-1].answers) if kept else {}

    def decision(self, answers: Answers | None = None) -> IceDecision:
        """Decide whether ice may be used now.

        Args:
            answers: Answers just given; those kept of today count as well.
        """
        if self.running() is not None:
            return IceDecision(allowed=False, reason=IceReason.TOO_SOON)
        moment = self._moment()
        given = {**self.kept_answers(), **(answers or {})}
        decided = may_ice(self.content, given, self._records(moment), moment, self._locks(), self._side())
        return self._with_time(decided, moment)

    def standing(self) -> IceStanding:
        """Return how ice stands today, without asking anything."""
        moment = self._moment()
        limits = self.content.limits
        records, side = self._records(moment), self._side()
        on_now = self.running() is not None
        decided = self._with_time(may_ice_by_clock(limits, records, moment, side), moment)
        again = None if decided.not_before is None or on_now else self._moment_at(decided.not_before, moment)
        used = len(ice_today(records, moment, side)) + on_now
        return IceStanding(used=used, most=int(limits.most_per_day.value), next_at=again, on_now=on_now)

    def start(self, answers: Answers, minutes: float | None = None) -> tuple[IceDecision, Changes]:
        """Start ice if nothing speaks against it; the answers are kept for the day either way.

        Args:
            answers: Answers just given.
            minutes: How long; None for the default. More than the hard stop is cut to it.
        """
        person = self._people.required()
        decided = self.decision(answers)
        self._keep(answers)
        if not decided.allowed:
            return decided, Changes.ICE
        seconds, hard_stop = ice_seconds(self.content.limits, minutes)
        moment, counter = self._moment(), self._clock.reading().elapsed
        ice = IceRunning(
            id=new_id(),
            started=moment,
            elapsed=counter,
            seconds=seconds,
            hard_stop=hard_stop,
            check_at=self.content.limits.check_minutes.value * 60,
            side=self._side(),
        )
        self._journal.save_entry(person.id, ice, _running_id(person.id), moment)
        self._anchor = (ice.id, 0.0, counter)
        return decided, Changes.ICE

    def running(self) -> IceNow | None:
        """Return the ice on the skin now, or None; after a restart the wall clock tells how long."""
        person = self._people.current()
        stored = self._journal.entries(person.id, IceRunning) if person else ()
        if not stored:
            return None
        ice = stored[-1]
        passed = self._passed(ice)
        return IceNow(ice=ice, passed=passed, stage=ice_stage(ice, passed))

    def skin_is_fine(self) -> Changes:
        """Keep that the skin was looked at and is fine."""
        now = self.running()
        if now is None:
            return Changes.NONE
        person = self._people.required()
        ice = msgspec.structs.replace(now.ice, skin_fine=True)
        self._journal.save_entry(person.id, ice, _running_id(person.id), ice.started)
        return Changes.ICE

    def stop(self, stopped_for: str = "", *, came_off_on_time: bool = False) -> Changes:
        """Record that the ice is off.

        Args:
            stopped_for: Why it ended early (``skin``, ``numb``); empty for no reason.
            came_off_on_time: Whether it came off when it was to, and is only told now.
        """
        now = self.running()
        if now is None:
            return Changes.NONE
        person = self._people.required()
        seconds = min(now.passed, now.ice.seconds) if came_off_on_time else now.passed
        if seconds >= LEAST_SECONDS.value or stopped_for:
            record = IceRecord(
                id=now.ice.id,
                started=now.ice.started,
                seconds=seconds,
                side=now.ice.side,
                stopped_for=stopped_for,
            )
            self._journal.save_entry(person.id, record, record.id, record.started)
        self._journal.delete_entry(_running_id(person.id))
        self._anchor = None
        return Changes.ICE

    def _passed(self, ice: IceRunning) -> float:
        reading = self._clock.reading()
        if self._anchor is None or self._anchor[0] != ice.id:
            passed = passed_since(ice.started, ice.elapsed, self._clock.now(), reading)
            self._anchor = (ice.id, passed, reading.elapsed)
        _, passed, counter = self._anchor
        return passed + max(0.0, reading.elapsed - counter)

    def _keep(self, answers: Answers) -> None:
        person, moment = self._people.required(), self._moment()
        fresh = {block.id for block in self.content.blocks if block.every_time}
        given = {**self.kept_answers(), **answers}
        kept = IceAnswers(
            day=moment.training_day, answers={key: a for key, a in given.items() if key not in fresh}
        )
        entry_id = f"ice-answers.{person.id}.{moment.training_day.isoformat()}"
        self._journal.save_entry(person.id, kept, entry_id, moment)

    def _records(self, moment: Moment) -> tuple[IceRecord, ...]:
        person = self._people.current()
        since = moment.training_day - timedelta(days=1)
        return self._journal.entries(person.id, IceRecord, since) if person else ()

    def _locks(self) -> Locks:
        person = self._people.current()
        if person is None:
            return Locks()
        flags = self._journal.entries(person.id, Flag)
        return locks(flags, self._journal.entries(person.id, Assessment))

    def _with_time(self, decided: IceDecision, moment: Moment) -> IceDecision:
        """Say when the next one is possible, also where the day has had enough of them."""
        if decided.reason is not IceReason.ENOUGH_TODAY:
            return decided
        starts = self._settings.current().day_starts_at
        local = datetime.combine(moment.training_day + timedelta(days=1), starts, tzinfo=UTC)
        next_day = local - timedelta(minutes=moment.offset_minutes)
        gap = timedelta(hours=self.content.limits.gap_hours.value)
        ended = max(record.ended_at for record in self._records(moment))
        return msgspec.structs.replace(decided, not_before=max(next_day, ended + gap))

    def _moment_at(self, instant: datetime, moment: Moment) -> Moment:
        return Moment(instant, moment.offset_minutes, moment.training_day)

    def _moment(self) -> Moment:
        return present_moment(self._clock, self._settings)

    def _side(self) -> Side:
        person = self._people.current()
        return (person.affected if person else None) or Side.BOTH


def _running_id(person: str) -> str:
    return f"ice-running.{person}"
