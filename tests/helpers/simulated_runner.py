"""A seeded runner who lives through a program: pain, flares, missing answers, gaps, locks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.day_facts import Bout, DayFacts, ExerciseDay, MorningFacts
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.dose_steps import largest_set
from ankle_coach.domain.exercise import Exercise
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.offers import Offer, offers
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program, plan_from_program
from ankle_coach.domain.progression import opened
from ankle_coach.domain.rule_state import START, Context, State
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.safety_facts import Assessed, LockPeriod, lock_periods
from ankle_coach.domain.schedule_changes import planned_sessions
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment


class Nature(Struct, frozen=True, kw_only=True):
    """What a simulated runner is like; chances are per day or per answer."""

    pain: float = 0.0
    flare: float = 0.0
    misses: float = 0.0
    silent: float = 0.0
    gaps: float = 0.0
    locks: float = 0.0
    gives_way: float = 0.0
    form_lost: float = 0.0


CALM = Nature()
DAY = timedelta(days=1)


class Lived(Struct, frozen=True):
    """One training day as it was lived."""

    before: State
    after: State
    offered: tuple[Offer, ...]
    facts: DayFacts
    decisions: tuple[Decision, ...]


Watch = Callable[[Lived], None]


class Life:
    """Runs one person through a program, day by day."""

    def __init__(
        self,
        program: Program,
        exercises: Mapping[str, Exercise],
        context: Context,
        seed: int,
        nature: Nature,
        plans: dict[tuple[str, date], Plan],
    ) -> None:
        self.program = program
        self.exercises = exercises
        self.context = context
        self.random = Random(f"{program.id}-{seed}")
        self.chance = self.random.random
        self.nature = nature
        self.plans = plans
        self.state = START
        self.version = 0
        self.day = MONDAY
        self.flare_until = self.gap_until = MONDAY - DAY
        self.locks: tuple[LockPeriod, ...] = ()
        self.phases = tuple(phase.id for phase in program.phases)
        self._begin(self.phases[0])
        self.phases_seen = [self.phase]

    def _begin(self, phase: str) -> None:
        key = (phase, self.day)
        if key not in self.plans:
            self.plans[key] = plan_from_program(
                self.program,
                phase,
                self.exercises,
                plan_id="plan",
                version=1,
                starts_on=self.day,
                affected=Side.RIGHT,
            )
        self.plan = self.plans[key]
        self.phase = phase
        self.least_days = max(self.program.phase(phase).minimum_days, 7)

    def live(self, days: int, watch: Watch | None = None) -> list[Decision]:
        """Live some days and return every decision."""
        told: list[Decision] = []
        today = self._morning(self.day)
        for _ in range(days):
            following = self.day + DAY
            tomorrow = self._morning(following)
            self._change_phase()
            offered, facts = self._facts(today, tomorrow)
            before = self.state
            self.state, decisions = fold_day(before, facts, self.context)
            told += decisions
            if watch is not None:
                watch(Lived(before, self.state, offered, facts, decisions))
            self.day, today = following, tomorrow
        return told

    def _change_phase(self) -> None:
        state = self.state
        wanted = state.phase_due
        if not wanted and not state.week and self._may_go_on(state):
            following = self.phases.index(self.phase) + 1
            wanted = self.phases[following] if following < len(self.phases) else ""
        if wanted and wanted != self.phase:
            self._begin(wanted)
            self.phases_seen.append(wanted)

    def _may_go_on(self, state: State) -> bool:
        if (self.day - (state.phase_since or self.day)).days < self.least_days:
            return False
        calm = state.last_regress is None or (self.day - state.last_regress).days > 7
        done = not state.phase_planned or state.phase_done * 100 >= 80 * state.phase_planned
        return calm and done and not state.flags

    def _level(self) -> float:
        """Return how much it hurts at this moment; a flare may begin with it."""
        nature = self.nature
        if self.chance() < nature.flare:
            self.flare_until = self.day + timedelta(days=self.random.randint(1, 6))
        return nature.pain + 3.0 if self.day <= self.flare_until else nature.pain

    def _answer(self, level: float) -> Answer:
        silent = self.nature.silent
        if silent and self.chance() < silent:
            return NoAnswer.MISSING
        return max(0, min(10, round(self.random.gauss(level, 1.0)))) if level else 0

    def _felt(self) -> Answer:
        return self._answer(self._level())

    def _morning(self, day: date) -> tuple[MorningFacts, ...]:
        pain = self._felt()
        if pain is NoAnswer.MISSING and self.chance() < 0.7:
            return ()
        level, random = self._level(), self.random
        return (
            MorningFacts(
                day=day,
                side=Side.RIGHT,
                pain=pain,
                first_step=self._answer(level),
                stiff_minutes=0 if not level else random.randint(0, int(level * 12)),
                swelling=0 if not level else random.randint(0, min(3, int(level / 2) + 1)),
            ),
        )

    def _lock(self) -> None:
        random = self.random
        if self.nature.locks and not self.locks and random.random() < self.nature.locks:
            finding = Finding(
                rule="R12", urgency=Urgency.PAUSE, references=("DD",), scopes=(Scope.ALL_LOADING,)
            )
            flag = Flag(id="flag", finding=finding, raised=moment(self.day))
            self.locks = lock_periods((flag,), ())
        elif self.locks and self.locks[0].until_day == self.day - timedelta(days=1):
            self.locks = ()
        elif self.locks and self.locks[0].until_day is None and random.random() < 0.1:
            self.locks = (replace(self.locks[0], until_day=self.day),)

    def _facts(
        self, today: tuple[MorningFacts, ...], tomorrow: tuple[MorningFacts, ...]
    ) -> tuple[tuple[Offer, ...], DayFacts]:
        random = self.random
        self._lock()
        if self.nature.gaps and self.chance() < self.nature.gaps:
            self.gap_until = self.day + timedelta(days=random.choice((3, 6, 11, 20, 33)))
        planned = planned_sessions(self.plan, self.day)
        base = DayFacts(
            day=self.day,
            plan=self.plan,
            mornings=today,
            next_mornings=tomorrow,
            planned=planned,
            locks=self.locks,
            gate_open=True,
            assessed=self._assessed(),
        )
        if not planned or self.day <= self.gap_until:
            return (), base
        session = Bout(
            pain_before=self._felt(),
            pain_after=self._felt(),
            effort=random.randint(4, 8) if self.nature.flare else 5,
        )
        due = {name for name, _ in planned if self.chance() >= self.nature.misses}
        loading = not (isinstance(session.pain_before, int) and session.pain_before >= 6)
        opening = self.state
        if opening.plan is not self.plan or self.locks or base.assessed:
            opening = opened(opening, base, self.context)
        offered = offers(opening, self.context, self.day, loading=loading)
        played = tuple(
            self._played(offer, side, session)
            for offer in offered
            if offer.prescription.session in due
            for side in offer.sides
        )
        sessions = {offer.prescription.session for offer in offered} & due
        done = tuple(name for name, times in planned for _ in range(times) if name in sessions)
        before = ((session.pain_before, session.swelling_before),)
        return offered, replace(base, exercises=played, done=done, before=before)

    def _played(self, offer: Offer, side: Side, session: Bout) -> ExerciseDay:
        chance, nature, prescription = self.chance, self.nature, offer.prescription
        reps, seconds = largest_set(prescription.dose)
        share = 1.0 if not nature.misses or chance() > 0.1 else chance()
        bout = replace(
            session,
            pain_during=self._felt(),
            gave_way=chance() < nature.gives_way,
            form_lost=chance() < nature.form_lost,
        )
        return ExerciseDay(
            prescription=prescription.id,
            exercise=prescription.exercise,
            side=side,
            level=prescription.level,
            share=share,
            whole=share >= 1,
            bouts=(bout,),
            set_reps=reps,
            set_seconds=seconds,
        )

    def _assessed(self) -> tuple[Assessed, ...]:
        if not self.state.flags:
            return ()
        waiting = [flag for flag in self.state.flags if (self.day - flag.day).days >= 4]
        return tuple(Assessed(day=self.day, kind=flag.kind) for flag in waiting)
