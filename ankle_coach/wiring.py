"""The use cases wired together, without a window: the headless half of the composition root."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ankle_coach.domain.library import Library
    from ankle_coach.services.care_service import CareService
    from ankle_coach.services.chart_service import ChartService
    from ankle_coach.services.check_in_service import CheckInService
    from ankle_coach.services.clinic_service import ClinicService
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.export_service import ExportService
    from ankle_coach.services.file_service import FileService
    from ankle_coach.services.ice_service import IceService
    from ankle_coach.services.intake_service import IntakeService
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.journal_service import JournalService
    from ankle_coach.services.measurement_service import MeasurementService
    from ankle_coach.services.own_exercise_service import OwnExerciseService
    from ankle_coach.services.own_library import OwnExercises
    from ankle_coach.services.paper_week_service import PaperWeekService
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.phase_service import PhaseService
    from ankle_coach.services.plan_builder_service import PlanBuilderService
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.services.ports import Clock, Journal, RuleContent, SettingsStore
    from ankle_coach.services.review_service import ReviewService
    from ankle_coach.services.roster_service import RosterService
    from ankle_coach.services.run_service import RunService
    from ankle_coach.services.safety_service import SafetyService
    from ankle_coach.services.schedule_service import ScheduleService
    from ankle_coach.services.session_service import SessionService
    from ankle_coach.services.settings_service import SettingsService
    from ankle_coach.services.threshold_service import ThresholdService
    from ankle_coach.services.today_service import TodayService
    from ankle_coach.services.transfer_service import TransferService
    from ankle_coach.services.watched_journal import WatchedJournal

__all__ = ["Services", "build_services"]


class Services:
    """The use cases over one journal, each loaded and made when it is first asked for.

    So the window can be on the screen before any of them (ARCHITECTURE.md, Decisions).
    """

    def __init__(
        self,
        journal: Callable[[], Journal],
        store: SettingsStore,
        clock: Clock,
        library: Callable[[], Library],
        rules: Callable[[], RuleContent],
    ) -> None:
        """Remember what they work on.

        Args:
            journal: Opens the journal; called once.
            store: Where the settings are.
            clock: The time.
            library: Opens the shipped library; called once.
            rules: Opens the shipped rules; called once.
        """
        self._open_journal, self._open_library, self._open_rules = journal, library, rules
        self._store, self._clock = store, clock

    @cached_property
    def watched(self) -> WatchedJournal:
        """The journal, every write to which is noticed."""
        from ankle_coach.services.watched_journal import WatchedJournal  # noqa: PLC0415 - made when it is asked for

        return WatchedJournal(self._open_journal())

    @cached_property
    def rules(self) -> RuleContent:
        """The shipped rules."""
        return self._open_rules()

    @cached_property
    def own(self) -> OwnExercises:
        """The own exercises."""
        from ankle_coach.services.own_library import OwnExercises, shelf_of  # noqa: PLC0415 - made when it is asked for

        return OwnExercises(lambda: shelf_of(self.watched))

    @cached_property
    def library(self) -> Library:
        """The shipped library with own exercises in it."""
        from ankle_coach.services.own_library import with_own  # noqa: PLC0415 - made when it is asked for

        return with_own(self._open_library(), self.own)

    @cached_property
    def people(self) -> PersonService:
        """Who the journal is about; nobody else is opened while ice is on."""
        from ankle_coach.services.person_service import PersonService  # noqa: PLC0415 - made when it is asked for

        people = PersonService(self.watched, self._store)
        people.hold_while(lambda: self.ice.running() is not None)
        return people

    @cached_property
    def settings(self) -> SettingsService:
        """The settings; the role stays while nobody else may be opened."""
        from ankle_coach.services.settings_service import SettingsService  # noqa: PLC0415 - made when it is asked for

        def check_role() -> None:
            self.people.check_free()

        return SettingsService(self._store, check_role)

    @cached_property
    def reader(self) -> JournalReader:
        """What is read of the current person, once."""
        from ankle_coach.services.journal_reader import JournalReader  # noqa: PLC0415 - made when it is asked for

        return JournalReader(self.watched, self.people, self._clock, self._store)

    @cached_property
    def plans(self) -> PlanService:
        """The plans."""
        from ankle_coach.services.plan_service import PlanService  # noqa: PLC0415 - made when it is asked for

        return PlanService(self.watched, self.library, self.people, self._clock, self._store)

    @cached_property
    def safety(self) -> SafetyService:
        """Questions, flags and locks."""
        from ankle_coach.services.safety_service import SafetyService  # noqa: PLC0415 - made when it is asked for

        return SafetyService(self.reader, self.rules)

    @cached_property
    def coach(self) -> CoachService:
        """What is due and what the rules decide."""
        from ankle_coach.services.coach_service import CoachService  # noqa: PLC0415 - made when it is asked for

        return CoachService(self.reader, self.library, self.rules, self.plans, self.safety)

    @cached_property
    def sessions(self) -> SessionService:
        """Sessions begun, kept and ended."""
        from ankle_coach.services.session_service import SessionService  # noqa: PLC0415 - made when it is asked for

        return SessionService(
            self.watched, self.library, self.people, self.plans, self._clock, self._store, self.coach
        )

    @cached_property
    def journal(self) -> JournalService:
        """What was done and answered."""
        from ankle_coach.services.journal_service import JournalService  # noqa: PLC0415 - made when it is asked for

        return JournalService(self.watched, self.people, self._clock, self._store, self.coach)

    @cached_property
    def check_ins(self) -> CheckInService:
        """The mornings."""
        from ankle_coach.services.check_in_service import CheckInService  # noqa: PLC0415 - made when it is asked for

        return CheckInService(self.watched, self.people, self._clock, self._store, self.plans)

    @cached_property
    def ice(self) -> IceService:
        """Ice."""
        from ankle_coach.services.ice_service import IceService  # noqa: PLC0415 - made when it is asked for

        return IceService(self.watched, self.people, self._clock, self._store, self.rules)

    @cached_property
    def care(self) -> CareService:
        """A raised leg and a wrap."""
        from ankle_coach.services.care_service import CareService  # noqa: PLC0415 - made when it is asked for

        return CareService(self.watched, self.library, self.people, self._clock, self._store, self.rules)

    @cached_property
    def intake(self) -> IntakeService:
        """The first questions and the program they lead to."""
        from ankle_coach.services.intake_service import IntakeService  # noqa: PLC0415 - made when it is asked for

        return IntakeService(self.reader, self.library, self.people, self.plans, self.safety)

    @cached_property
    def measurements(self) -> MeasurementService:
        """Self-tests and questionnaires."""
        from ankle_coach.services.measurement_service import MeasurementService  # noqa: PLC0415 - made when it is asked for

        return MeasurementService(
            self.watched,
            self.people,
            self.plans,
            self._clock,
            self._store,
            self.rules,
            self.coach.loads_today,
        )

    @cached_property
    def today(self) -> TodayService:
        """What the page of today shows."""
        from ankle_coach.services.today_service import TodayService  # noqa: PLC0415 - made when it is asked for

        return TodayService(
            self.plans,
            self.sessions,
            self.journal,
            self.check_ins,
            self.library,
            self.ice,
            self.care,
            self.coach,
        )

    @property
    def phases(self) -> PhaseService:
        """What a phase still asks for; made anew whenever it is asked for, as all that follow."""
        from ankle_coach.services.phase_service import PhaseService  # noqa: PLC0415 - not at start-up

        return PhaseService(self.reader, self.coach, self.plans, self.intake, self.safety)

    @property
    def thresholds(self) -> ThresholdService:
        """The numbers of the rules; made when they are asked for."""
        from ankle_coach.services.threshold_service import ThresholdService  # noqa: PLC0415 - as above

        return ThresholdService(self.reader)

    @property
    def schedule(self) -> ScheduleService:
        """The calendar; made when it is asked for."""
        from ankle_coach.services.schedule_service import ScheduleService  # noqa: PLC0415 - as above

        return ScheduleService(self.reader, self.library, self.plans, self.coach, self.intake)

    @property
    def runs(self) -> RunService:
        """Runs, stages and shoes; made when they are asked for."""
        from ankle_coach.services.run_service import RunService  # noqa: PLC0415 - as above

        return RunService(self.reader, self.plans, self.coach, self.safety)

    @property
    def transfer(self) -> TransferService:
        """The journal as one value, to give away and to take in; made when it is asked for."""
        from ankle_coach.services.transfer_service import TransferService  # noqa: PLC0415 - as above

        return TransferService(self.watched, self.reader)

    @property
    def clinic(self) -> ClinicService:
        """The letterhead and the role; made when a therapist asks for it."""
        from ankle_coach.services.clinic_service import ClinicService  # noqa: PLC0415 - rarely needed

        return ClinicService(self.watched, self.settings)

    @property
    def roster(self) -> RosterService:
        """The list of persons; made when a therapist looks at it."""
        from ankle_coach.services.roster_service import RosterService  # noqa: PLC0415 - only one page asks

        return RosterService(self.watched, self.people, self.journal.today)

    @property
    def builder(self) -> PlanBuilderService:
        """Plans, templates and usual doses; made when somebody builds a plan."""
        from ankle_coach.services.plan_builder_service import (  # noqa: PLC0415 - only one page asks
            PlanBuilderService,
        )

        today, standings = self.journal.today, self.coach.standings
        return PlanBuilderService(self.watched, self.library, self.people, self.intake, today, standings)

    @property
    def reviews(self) -> ReviewService:
        """The weekly and two-weekly questions and scores; made when they are asked for."""
        from ankle_coach.services.review_service import ReviewService  # noqa: PLC0415 - only one page asks

        return ReviewService(self.reader, self.measurements)

    @property
    def paper(self) -> PaperWeekService:
        """Sheets that come back filled in; made when they are asked for."""
        from ankle_coach.services.paper_week_service import PaperWeekService  # noqa: PLC0415 - rarely asked for

        return PaperWeekService(self.watched, self.reader, self.library, self.rules, self.sessions)

    @property
    def own_exercises(self) -> OwnExerciseService:
        """Own exercises; made when they are asked for."""
        from ankle_coach.services.own_exercise_service import (  # noqa: PLC0415 - only for their editor
            OwnExerciseService,
        )

        return OwnExerciseService(self.watched, self.own, self.library)

    @property
    def files(self) -> FileService:
        """Files across the table; made when they are asked for."""
        from ankle_coach.exchange.formats import Formats  # noqa: PLC0415 - formats are not at start-up
        from ankle_coach.services.file_service import FileService  # noqa: PLC0415 - as above

        return FileService(
            self.watched, self.reader, self.people, self.library, self.own, self.transfer, Formats()
        )

    @property
    def exports(self) -> ExportService:
        """Tables and calendars for other programs; made when they are asked for."""
        from ankle_coach.exchange.formats import Formats  # noqa: PLC0415 - formats are not at start-up
        from ankle_coach.services.export_service import ExportService  # noqa: PLC0415 - as above

        return ExportService(self.reader, self.coach, self.library, Formats())

    @property
    def charts(self) -> ChartService:
        """What reads the series of the Journal's charts; it keeps them, so ask once."""
        from ankle_coach.services.chart_service import ChartService  # noqa: PLC0415 - only one page asks

        return ChartService(self.reader, self.library, self.measurements, self.plans, self.coach, self.safety)


def build_services(
    journal: Journal,
    store: SettingsStore,
    clock: Clock,
    library: Library,
    rules: RuleContent | None = None,
) -> Services:
    """Wire the use cases to a journal, settings, a clock and content; None for the shipped rules."""

    def shipped() -> RuleContent:
        from ankle_coach.content.rule_files import RuleFiles  # noqa: PLC0415 - made when it is asked for

        return RuleFiles() if rules is None else rules

    return Services(lambda: journal, store, clock, lambda: library, shipped)
