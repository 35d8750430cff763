"""Small exercises, plans and diaries for the tests of the rules: a test names only what it is about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.domain.day_facts import Bout, DayFacts, ExerciseDay, MorningFacts
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.dose import Dose, Duration, Hold, Intervals, Reps
from ankle_coach.domain.exercise import Exercise, Group, Growth, Level, PhaseMark, Position, Quantity
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.ladder import ladder_of
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.program_traits import ProgramTraits
from ankle_coach.domain.rule_state import START, Context, State
from ankle_coach.domain.schedule_changes import planned_sessions
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.standing import Standing
from tests.helpers.builders import MONDAY
from tests.helpers.clinical_rows import ROWS

MISSING = NoAnswer.MISSING
NOT_ASKED = NoAnswer.NOT_ASKED
RIGHT = Side.RIGHT


def row(row_id: str) -> pytest.MarkDecorator:
    """Put the id of a row of the rules into a test's id; what follows a space is free.

    Raises:
        KeyError: There is no such row in ``tests/clinical_rows.toml``.
    """
    ROWS[row_id.partition(" ")[0]]
    return pytest.mark.parametrize("row_id", [row_id])


def reps(count: int, sets: int = 3, **fields: Any) -> Dose:
    """Sets of repetitions."""
    return Dose(blocks=(Reps(sets=sets, reps=count, **fields),))


def holds(seconds: float, sets: int = 3) -> Dose:
    """Sets of one hold."""
    return Dose(blocks=(Hold(sets=sets, seconds=seconds),))


def minutes(count: float) -> Dose:
    """Work for a time."""
    return Dose(blocks=(Duration(seconds=count * 60),))


def runs(minutes_run: float) -> Dose:
    """Six rounds of running and walking."""
    return Dose(
        blocks=(
            Intervals(
                rounds=6,
                work=minutes_run * 60,
                easy=60,
                work_activity=Activity.RUN,
                easy_activity=Activity.WALK,
            ),
        )
    )


def level(level_id: str, dose: Dose | None = None, **fields: Any) -> Level:
    """A rung of 3 x 10 on the affected side."""
    return Level(
        **{
            "id": level_id,
            "name": level_id,
            "dose": dose or reps(10),
            "side_mode": SideMode.AFFECTED,
            **fields,
        }
    )


def growth(step: float = 2, top: float | None = 14, quantity: Quantity = Quantity.REPS) -> Growth:
    """Two repetitions a step, up to 14."""
    return Growth(quantity=quantity, step=step, top=top)


def exercise(
    exercise_id: str = "str-one", group: Group = Group.STRENGTH, *levels: Level, **fields: Any
) -> Exercise:
    """A strength exercise of three levels; the start level is the middle one of three."""
    ladder = levels or (level("easy"), level("middle"), level("hard"))
    return Exercise(
        **{
            "id": exercise_id,
            "name": exercise_id,
            "group": group,
            "target": "ankle",
            "position": "standing",
            "positions": (Position.STANDING,),
            "sides": "one",
            "frequency": (TimesPerDay(),),
            "frequency_note": "daily",
            "start_level": ladder[min(1, len(ladder) - 1)].id,
            "levels": ladder,
            "phases": (PhaseMark.P3,),
            "cues": ("slowly",),
            "references": ("DD",),
            **fields,
        }
    )


def prescribed(of: Exercise, **fields: Any) -> Prescription:
    """An exercise at its start level, in the one session."""
    start = of.level(fields.get("level", ""))
    return Prescription(
        **{
            "id": f"main.{of.id}",
            "exercise": of.id,
            "level": start.id,
            "dose": start.dose,
            "side_mode": start.side_mode,
            "session": "main",
            **fields,
        }
    )


def plan_of(*prescriptions: Prescription, **fields: Any) -> Plan:
    """A plan of one daily core session from `MONDAY`, right side sore, ceiling 5."""
    sessions = fields.pop("sessions", None) or (
        PlannedSession(id="main", name="Main", kind=SessionKind.CORE, frequency=TimesPerDay()),
    )
    return Plan(
        **{
            "id": "plan",
            "version": 1,
            "name": "Plan",
            "starts_on": MONDAY,
            "sessions": sessions,
            "prescriptions": prescriptions,
            "program": "tiny",
            "phase": "p2",
            "affected": RIGHT,
            "pain_ceiling": 5,
            **fields,
        }
    )


def context_of(*exercises: Exercise, tendon: bool = True, **fields: Any) -> Context:
    """The rules for some exercises; a tendon program of three phases that asks pain only."""
    barred = fields.pop("barred", frozenset())
    traits = ProgramTraits(
        tendon=tendon,
        asked=frozenset(fields.pop("asked", ())),
        phases=("p1", "p2", "p3"),
        weeks=fields.pop("weeks", ()),
    )
    return Context(
        **{
            "ladders": {one.id: ladder_of(one, barred) for one in exercises},
            "traits": {"tiny": traits},
            **fields,
        }
    )


ALL_FIELDS = (MorningField.FIRST_STEP, MorningField.STIFFNESS, MorningField.SWELLING)
_CALM = Bout(pain_before=0, pain_during=0, pain_after=0, effort=5)


class Diary:
    """Days of one person, written down one after the other and then folded.

    Before the first day there are three mornings without pain, so that a baseline is known.
    """

    def __init__(self, plan: Plan, context: Context, *, based: bool = True) -> None:
        self.plan = plan
        self.context = context
        self.days: list[dict[str, Any]] = []
        self.mornings: dict[date, tuple[MorningFacts, ...]] = {}
        self.start = START
        if based:
            early = tuple(self._morning(MONDAY - timedelta(days=n), 0) for n in (3, 2, 1))
            self.start = State(mornings=early)

    def _morning(self, day: date, pain: Answer, **fields: Any) -> MorningFacts:
        base = {"side": RIGHT, "first_step": 0, "stiff_minutes": 0, "swelling": 0}
        return MorningFacts(day=day, pain=pain, **{**base, **fields})

    @property
    def today(self) -> date:
        """The day that the next entry is about."""
        return MONDAY + timedelta(days=len(self.days))

    def trained(
        self,
        times: int = 1,
        *,
        only: tuple[str, ...] = (),
        share: float = 1.0,
        level: str = "",
        morning: Answer | None = 0,
        morning_fields: dict[str, Any] | None = None,
        bout: dict[str, Any] | None = None,
        bouts: tuple[dict[str, Any], ...] = (),
        **facts: Any,
    ) -> Diary:
        """Train on some days, calmly unless said otherwise; `morning` is the one after the day."""
        for _ in range(times):
            parts = bouts or (bout or {},)
            done = tuple(
                ExerciseDay(
                    prescription=p.id,
                    exercise=p.exercise,
                    side=side,
                    level=level,
                    share=share,
                    whole=share >= 1,
                    bouts=tuple(_bout(**part) for part in parts),
                )
                for p in self.plan.prescriptions
                if not only or p.exercise in only
                for side in ((Side.BOTH,) if p.side_mode is SideMode.BOTH else (RIGHT,))
            )
            before = tuple((b.pain_before, b.swelling_before) for b in (done[0].bouts if done else ()))
            sessions = {p.session for p in self.plan.prescriptions}
            self._add(
                morning,
                morning_fields,
                {"exercises": done, "done": tuple(sessions), "before": before, **facts},
            )
        return self

    def rested(self, times: int = 1, *, morning: Answer | None = 0, **facts: Any) -> Diary:
        """Do nothing on some days; what was planned is missed."""
        for _ in range(times):
            self._add(morning, None, facts)
        return self

    def _add(self, morning: Answer | None, fields: dict[str, Any] | None, facts: dict[str, Any]) -> None:
        following = self.today + timedelta(days=1)
        if morning is not None:
            self.mornings[following] = (self._morning(following, morning, **(fields or {})),)
        self.days.append({"plan": self.plan, "planned": planned_sessions(self.plan, self.today), **facts})

    def change(self, plan: Plan) -> Diary:
        """Go on with another plan version from the next day on."""
        self.plan = plan
        return self

    def facts(self) -> list[DayFacts]:
        """Return the facts of the days written so far."""
        found = []
        for number, fields in enumerate(self.days):
            day = MONDAY + timedelta(days=number)
            mornings = self.mornings.get(day) or ((self._morning(day, 0),) if number == 0 else ())
            following = self.mornings.get(day + timedelta(days=1), ())
            found.append(DayFacts(**{"day": day, "mornings": mornings, "next_mornings": following, **fields}))
        return found

    def fold(self) -> tuple[State, list[Decision]]:
        """Fold the days."""
        state = self.start
        decisions: list[Decision] = []
        for facts in self.facts():
            state, made = fold_day(state, facts, self.context)
            decisions += made
        return state, decisions

    def standing(self, prescription: str = "main.str-one", side: Side = RIGHT) -> Standing:
        """Return a standing after the last day."""
        return self.fold()[0].standings[prescription, side]

    def decisions(self, *outcomes: Outcome) -> list[Decision]:
        """Return the decisions of some outcomes, or all."""
        return [d for d in self.fold()[1] if not outcomes or d.outcome in outcomes]

    def last(self) -> Decision:
        """Return the last decision about an exercise."""
        return [d for d in self.fold()[1] if d.prescription][-1]


def _bout(**fields: Any) -> Bout:
    return Bout(**{**{name: getattr(_CALM, name) for name in _CALM.__struct_fields__}, **fields})


def day_number(number: int) -> date:
    """Return a training day, 0 being `MONDAY`."""
    return MONDAY + timedelta(days=number)


STRENGTH = exercise()
MOBILITY = exercise("mob-one", Group.MOBILITY)
HOP = exercise("ply-one", Group.PLYOMETRIC)
FIVE = exercise("str-one", Group.STRENGTH, *(level(name) for name in "abcde"), start_level="d")
"""Five levels of strength, on the fourth."""
BAD = {"too_painful": True}
"""A bout that was too painful."""
_OF_RULES = ("tendon", "weeks", "thresholds", "barred", "confirmed", "asked", "review_weekday", "intake")


def diary(*exercises: Exercise, **fields: Any) -> Diary:
    """A diary of a plan of some exercises at their start levels; strength unless said otherwise."""
    of = exercises or (STRENGTH,)
    context = {name: fields.pop(name) for name in tuple(fields) if name in _OF_RULES}
    return Diary(plan_of(*(prescribed(one) for one in of), **fields), context_of(*of, **context))


def advanced_on(book: Diary) -> list[int]:
    """Return the numbers of the days on which something advanced."""
    return [(decision.day - MONDAY).days for decision in book.decisions(Outcome.ADVANCE)]
