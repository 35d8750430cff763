"""The series of the Journal's charts, read from the records and kept until something is written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from ankle_coach.domain.activities import Activities
from ankle_coach.domain.facts_of_records import Until, mornings_by_day
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.measurements_of import intake_bases
from ankle_coach.domain.measures import Measurement, ScoreEntry
from ankle_coach.domain.own_thresholds import OwnThresholds, numbers_on
from ankle_coach.domain.pain_history import mornings
from ankle_coach.domain.played_runs import runs_of
from ankle_coach.domain.program_rules import traits_of
from ankle_coach.domain.program_traits import PLAIN
from ankle_coach.domain.reviews import ACTIVITIES, CHANGE
from ankle_coach.domain.series_events import Event, events
from ankle_coach.domain.series_ladder import LadderSeries, ladder_series
from ankle_coach.domain.series_morning import (
    MorningRules,
    MorningSeries,
    RulesOn,
    baseline,
    morning_series,
)
from ankle_coach.domain.series_response import Response, responses
from ankle_coach.domain.series_running import RunStretch, run_weeks
from ankle_coach.domain.series_scores import ActivitiesSeries, ScoreSeries, activities_series, score_series
from ankle_coach.domain.series_sides import SidesSeries, sides_series
from ankle_coach.domain.statistics import plan_on
from ankle_coach.services.measurement_service import SELF_TESTS, MeasurementService

if TYPE_CHECKING:
    from ankle_coach.domain.criteria import Criterion
    from ankle_coach.domain.day_facts import MorningFacts
    from ankle_coach.domain.decision import Decision
    from ankle_coach.domain.journal import SessionRecord
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.measures import MeasureCatalog
    from ankle_coach.domain.safety_content import Question
    from ankle_coach.domain.series import DayMean
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.journal_reader import JournalReader, State
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.safety_service import SafetyService

_Series = TypeVar("_Series")


class _Responses(NamedTuple):
    """The responses that are known, and since when; None where none was asked for yet."""

    since: date | None = None
    found: tuple[Response, ...] = ()


def _day_of(record: SessionRecord) -> date:
    return record.started.training_day


class ChartService:
    """Reads what the charts draw; each series is worked out once for each state of the journal and day."""

    def __init__(
        self,
        reader: JournalReader,
        library: Library,
        measurements: MeasurementService,
        plans: PlanService,
        coach: CoachService,
        safety: SafetyService,
    ) -> None:
        """Work on the journal, the library, the measures, the coach's fold, and the safety questions."""
        self._reader, self._library, self._measurements = reader, library, measurements
        self._plans, self._coach, self._safety = plans, coach, safety
        self._state: tuple[State, Until] | None = None
        self._kept: dict[str, object] = {}

    def today(self) -> date:
        """Return the running training day."""
        return self._reader.today()

    def first_day(self) -> date:
        """Return the first day of any other entry than sessions and check-ins; today where there is none."""
        return self._of(
            "first-day",
            lambda known: min((k.moment.training_day for k in known.entries), default=self.today()),
            self.today(),
        )

    def baseline(self) -> tuple[DayMean, ...]:
        """Return the usual morning pain day by day (chart 1)."""
        return self._of(
            "baseline",
            lambda known: baseline(self._mornings(), self._rules_on(known), self.today()),
            (),
        )

    def responses(self, since: date) -> tuple[Response, ...]:
        """Return pain during sessions against the next mornings (chart 2).

        What lies further back is only worked out when it is asked for: ten years are long.

        Args:
            since: The first training day that is of interest; what is known of earlier ones comes along.
        """
        known = self._of("responses", lambda _: _Responses(), _Responses())
        contents = self._reader.contents()
        if contents is not None and (known.since is None or since < known.since):
            sessions, until = contents.sessions, known.since
            low = bisect_left(sessions, since, key=_day_of)
            high = len(sessions) if until is None else bisect_left(sessions, until, key=_day_of)
            older = responses(sessions[low:high], self._mornings(), self._rules_on(contents))
            known = _Responses(since, (*older, *known.found))
            self._kept["responses"] = known
        return known.found

    def mornings(self) -> MorningSeries:
        """Return stiffness, first steps and the checks of the weeks (chart 3)."""
        return self._of(
            "mornings",
            lambda known: morning_series(self._mornings(), self._rules_on(known), self.today()),
            MorningSeries(),
        )

    def ladders(self) -> tuple[LadderSeries, ...]:
        """Return level, dose and load of each exercise (chart 5)."""

        def made(_: JournalContents) -> tuple[LadderSeries, ...]:
            fold = self._coach.fold()
            if fold is None:
                return ()
            folded = fold.folded
            return ladder_series(folded.trail, folded.decisions, self._library.exercise, self.today())

        return self._of("ladders", made, ())

    def running(self) -> tuple[RunStretch, ...]:
        """Return the weeks with a run (chart 6)."""
        return self._of(
            "running",
            lambda known: run_weeks(runs_of(known), mornings(known.check_ins), self.today()),
            (),
        )

    def sides(self) -> tuple[SidesSeries, ...]:
        """Return the self-tests of both sides with what the running phase asks for (chart 7)."""
        measures = tuple(self.catalog.of(name) for name in reversed(SELF_TESTS))

        def made(known: JournalContents) -> tuple[SidesSeries, ...]:
            return sides_series(measures, known.of(Measurement), known.person.affected, self._criteria())

        return self._of("sides", made, sides_series(measures, (), None))

    def activities(self) -> ActivitiesSeries:
        """Return my activities and the overall change (chart 8)."""
        catalog = self.catalog
        return self._of(
            "activities",
            lambda known: activities_series(
                known.of(Activities), known.of(Measurement), catalog.of(ACTIVITIES), catalog.of(CHANGE)
            ),
            ActivitiesSeries(),
        )

    def scores(self) -> tuple[ScoreSeries, ...]:
        """Return the scores of questionnaires (chart 10)."""
        return self._of(
            "scores",
            lambda known: score_series(
                self.catalog.questionnaire, known.of(ScoreEntry), known.person.affected
            ),
            (),
        )

    def events(self) -> tuple[Event, ...]:
        """Return swelling, giving way, flags, locks and ice (chart 9)."""
        return self._of("events", events, ())

    def question(self, rule: str) -> Question | None:
        """Return the safety question or trend that raised a flag; None where the content has it no more."""
        try:
            return self._safety.content.screen.of(rule)
        except KeyError:
            return None

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions, the latest day first (chart 12)."""
        return self._coach.decisions()

    @property
    def catalog(self) -> MeasureCatalog:
        """All measures and questionnaires."""
        return self._measurements.catalog

    def _of(self, name: str, make: Callable[[JournalContents], _Series], nothing: _Series) -> _Series:
        """Return a series, made anew after a write or on another day; `nothing` where there is nobody."""
        state = (self._reader.state, self._reader.until())
        if self._state != state:
            self._state, self._kept = state, {}
        if name not in self._kept:
            contents = self._reader.contents()
            self._kept[name] = nothing if contents is None else make(contents)
        return cast("_Series", self._kept[name])  # kept under the name of its own kind

    def _mornings(self) -> tuple[MorningFacts, ...]:
        def made(known: JournalContents) -> tuple[MorningFacts, ...]:
            by_day = mornings_by_day(known.check_ins, self._reader.day_starts_at)
            return tuple(morning for day in sorted(by_day) for morning in by_day[day])

        return self._of("morning-facts", made, ())

    def _rules_on(self, contents: JournalContents) -> RulesOn:
        """Return what tells the rules of a day: those of its plan version and of the numbers chosen then."""
        if not contents.plans:
            alone = MorningRules(affected=contents.person.affected)
            return lambda _day: alone
        own = contents.of(OwnThresholds)
        changes = {plan.starts_on for plan in contents.plans} | {o.chosen.training_day for o in own}
        days = sorted(changes)
        rules = [self._rules_of(contents, own, day) for day in days]
        return lambda day: rules[max(0, bisect_right(days, day) - 1)]

    def _rules_of(self, contents: JournalContents, own: tuple[OwnThresholds, ...], day: date) -> MorningRules:
        """Return the rules of a day; before the first plan they are those of that plan."""
        plan = plan_on(contents.plans, day) or min(contents.plans, key=lambda one: one.starts_on)
        program = self._library.programs.get(plan.program)
        traits = traits_of(program) if program is not None else PLAIN
        return MorningRules(
            asked=traits.asked,
            thresholds=numbers_on(own, plan, day),
            affected=plan.affected,
            intake=intake_bases(contents, program),
        )

    def _criteria(self) -> tuple[Criterion, ...]:
        """Return what the running phase asks for before it ends."""
        plan = self._plans.current(self.today())
        place = self._plans.place(plan, self.today()) if plan is not None else None
        return place.phase.exit if place is not None and place.phase is not None else ()
