"""The use cases wired together, without a window: the headless half of the composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.library import Library
from ankle_coach.services.care_service import CareService
from ankle_coach.services.check_in_service import CheckInService
from ankle_coach.services.coach_service import CoachService
from ankle_coach.services.ice_service import IceService
from ankle_coach.services.intake_service import IntakeService
from ankle_coach.services.journal_reader import JournalReader
from ankle_coach.services.journal_service import JournalService
from ankle_coach.services.measurement_service import MeasurementService
from ankle_coach.services.own_library import OwnExercises, shelf_of, with_own
from ankle_coach.services.person_service import PersonService
from ankle_coach.services.plan_service import PlanService
from ankle_coach.services.ports import Clock, Journal, RuleContent, SettingsStore
from ankle_coach.services.safety_service import SafetyService
from ankle_coach.services.session_service import SessionService
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.services.today_service import TodayService
from ankle_coach.services.watched_journal import WatchedJournal
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.system_clock import SystemClock

if TYPE_CHECKING:
    from ankle_coach.services.chart_service import ChartService
    from ankle_coach.services.clinic_service import ClinicService
    from ankle_coach.services.export_service import ExportService
    from ankle_coach.services.file_service import FileService
    from ankle_coach.services.own_exercise_service import OwnExerciseService
    from ankle_coach.services.paper_week_service import PaperWeekService
    from ankle_coach.services.phase_service import PhaseService
    from ankle_coach.services.plan_builder_service import PlanBuilderService
    from ankle_coach.services.review_service import ReviewService
    from ankle_coach.services.roster_service import RosterService
    from ankle_coach.services.run_service import RunService
    from ankle_coach.services.schedule_service import ScheduleService
    from ankle_coach.services.threshold_service import ThresholdService
    from ankle_coach.services.transfer_service import TransferService

__all__ = [
    "JournalFile",
    "Services",
    "SettingsFile",
    "SystemClock",
    "build_services",
    "open_library",
]


class Services(Struct, frozen=True):
    """The use cases over one journal.

    Attributes:
        library: The shipped library with own exercises in it.
        own: The own exercises.
        records: The journal, every write to which is noticed.
        rules: The shipped rules.
    """

    library: Library
    own: OwnExercises
    records: WatchedJournal
    rules: RuleContent
    people: PersonService
    settings: SettingsService
    plans: PlanService
    check_ins: CheckInService
    sessions: SessionService
    journal: JournalService
    ice: IceService
    care: CareService
    measurements: MeasurementService
    today: TodayService
    safety: SafetyService
    intake: IntakeService
    coach: CoachService
    reader: JournalReader
    watched: WatchedJournal

    @property
    def phases(self) -> PhaseService:
        """What a phase still asks for; made when it is asked for, as all that Today does not need."""
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

        return TransferService(self.records, self.reader)

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

        return PlanBuilderService(self.records, self.library, self.people, self.intake, self.journal.today)

    @property
    def reviews(self) -> ReviewService:
        """The weekly and two-weekly questions and scores; made when they are asked for."""
        from ankle_coach.services.review_service import ReviewService  # noqa: PLC0415 - only one page asks

        return ReviewService(self.reader, self.measurements)

    @property
    def paper(self) -> PaperWeekService:
        """Sheets that come back filled in; made when they are asked for."""
        from ankle_coach.services.paper_week_service import PaperWeekService  # noqa: PLC0415 - rarely asked for

        return PaperWeekService(self.records, self.reader, self.library, self.rules, self.sessions)

    @property
    def own_exercises(self) -> OwnExerciseService:
        """Own exercises; made when they are asked for."""
        from ankle_coach.services.own_exercise_service import (  # noqa: PLC0415 - only for their editor
            OwnExerciseService,
        )

        return OwnExerciseService(self.records, self.own, self.library)

    @property
    def files(self) -> FileService:
        """Files across the table; made when they are asked for."""
        from ankle_coach.exchange.formats import Formats  # noqa: PLC0415 - formats are not at start-up
        from ankle_coach.services.file_service import FileService  # noqa: PLC0415 - as above

        return FileService(
            self.records, self.reader, self.people, self.library, self.own, self.transfer, Formats()
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
    rules = RuleFiles() if rules is None else rules
    journal = WatchedJournal(journal)
    own = OwnExercises(lambda: shelf_of(journal))
    library = with_own(library, own)
    people = PersonService(journal, store)
    reader = JournalReader(journal, people, clock, store)
    plans = PlanService(journal, library, people, clock, store)
    safety = SafetyService(reader, rules)
    coach = CoachService(reader, library, rules, plans, safety)
    sessions = SessionService(journal, library, people, plans, clock, store, coach)
    entries = JournalService(journal, people, clock, store, coach)
    check_ins = CheckInService(journal, people, clock, store, plans)
    ice = IceService(journal, people, clock, store, rules)
    people.hold_while(lambda: ice.running() is not None)
    care = CareService(journal, library, people, clock, store, rules)
    intake = IntakeService(reader, library, people, plans, safety)
    return Services(
        library=library,
        own=own,
        records=journal,
        rules=rules,
        people=people,
        settings=SettingsService(store, people.check_free),
        plans=plans,
        check_ins=check_ins,
        sessions=sessions,
        journal=entries,
        ice=ice,
        care=care,
        measurements=MeasurementService(journal, people, plans, clock, store, rules, coach.loads_today),
        today=TodayService(plans, sessions, entries, check_ins, library, ice, care, coach),
        safety=safety,
        intake=intake,
        coach=coach,
        reader=reader,
        watched=journal,
    )
