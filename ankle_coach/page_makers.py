"""Makes the pages of the window from the use cases; a part of the composition root."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ankle_coach.ui.pages.today_page import TodayPage, TodayParts
from ankle_coach.ui.shell import PERSON_PAGES, Factories

if TYPE_CHECKING:
    from ankle_coach.domain.glance import Glance
    from ankle_coach.domain.library import Library
    from ankle_coach.domain.session_state import SessionInProgress
    from ankle_coach.i18n import Translator
    from ankle_coach.services.ports import Backups, Clock
    from ankle_coach.ui.care_desk import CareDesk
    from ankle_coach.ui.change_hub import ChangeHub
    from ankle_coach.ui.export_flow import ExportFlow
    from ankle_coach.ui.file_flow import FileFlow
    from ankle_coach.ui.handout_desk import HandoutDesk
    from ankle_coach.ui.main_window import MainWindow
    from ankle_coach.ui.measure_desk import MeasureDesk
    from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
    from ankle_coach.ui.pages.exercises_page import ExercisesPage
    from ankle_coach.ui.pages.journal_page import JournalPage
    from ankle_coach.ui.pages.people_page import PeoplePage
    from ankle_coach.ui.pages.plan_page import PlanPage
    from ankle_coach.ui.pages.player_page import PlayerPage
    from ankle_coach.ui.pages.settings_page import SettingsPage
    from ankle_coach.ui.pages.welcome_page import WelcomePage
    from ankle_coach.ui.person_desk import PersonDesk
    from ankle_coach.ui.reminder_desk import ReminderDesk
    from ankle_coach.ui.report_desk import ReportDesk
    from ankle_coach.ui.theme import Theme
    from ankle_coach.wiring import Services


class Pages:
    """Makes the pages from the services; what only one page needs is imported with that page."""

    def __init__(  # noqa: PLR0913 - what pages need comes from many places, each named
        self,
        services: Services,
        clock: Clock,
        theme: Theme,
        words: Translator,
        hub: ChangeHub,
        data_folder: Path,
        *,
        backups: Callable[[], Backups] | None = None,
        starting: bool = False,
        glance: Glance | None = None,
    ) -> None:
        """Remember what pages need.

        Args:
            services: The use cases.
            clock: The time.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes, and tells them.
            data_folder: Where everything is kept.
            backups: Makes what copies the whole journal; None where it is in no file.
            starting: Whether the first page shows its sessions before what stands beside them.
            glance: What the first page shows before anything is worked out; None to work it out at once.
        """
        self._starting, self._glance, self._backups = starting, glance, backups
        self._services, self._clock = services, clock
        self._theme, self._words, self._hub, self._data_folder = theme, words, hub, data_folder
        self._desk: HandoutDesk | None = None

    @property
    def _library(self) -> Library:
        return self._services.library

    def factories(self) -> Factories:
        """Return the makers of all pages."""
        return Factories(
            today=self.today,
            plan=self.plan,
            exercises=self.exercises,
            journal=self.journal,
            running=self.running,
            settings=self.settings,
            welcome=self.welcome,
            player=self.player,
            care=self.care,
            measures=self.measures,
            people=self.people,
            builder=self.builder,
            person_desk=self.person_desk,
            files=self.files,
            print_plan=self.print_plan,
        )

    def today(self) -> TodayPage:
        """Make Today; only the first one begins with a glance."""
        glance, self._glance = self._glance, None
        return TodayPage(
            self._today_parts, self._theme, self._words, self._hub, glance=glance, rest_later=self._starting
        )

    def _today_parts(self) -> TodayParts:
        of = self._services
        return TodayParts(
            of.today,
            of.check_ins,
            of.library,
            of.settings,
            of.coach,
            of.safety,
            of.reviews,
            of.measurements.due,
            lambda: of.phases.proposal(),  # noqa: PLW0108 - made when it is asked for
        )

    def plan(self) -> PlanPage:
        """Make Plan."""
        from ankle_coach.ui.pages.plan_page import PlanPage, PlanServices  # noqa: PLC0415 - not at start-up

        services = self._services
        parts = PlanServices(
            services.plans,
            services.coach,
            services.phases,
            services.schedule,
            services.thresholds,
            lambda: {measure.id: measure for measure in services.measurements.catalog.measure},
            services.journal.today,
            lambda: services.settings.current().skin_tone,
            lambda: services.settings.current().role,
            self._handouts(),
            services.people.current,
            services.reviews,
        )
        return PlanPage(parts, self._library, self._theme, self._words, self._hub)

    def print_plan(self, window: QWidget, version: int) -> None:
        """Print a version of the current person's plan; 0 for the one that holds."""
        versions = self._services.plans.versions()
        wanted = next((plan for plan in versions if plan.version == version), None)
        self._handouts().open_print(window, wanted)

    def builder(self, window: MainWindow, person_id: str) -> None:
        """Show the plan builder for a person over the pages of a window."""
        from ankle_coach.ui.pages.plan_builder_page import (  # noqa: PLC0415 - not at start-up
            BuilderParts,
            PlanBuilderPage,
        )

        services = self._services
        tone = services.settings.current().skin_tone
        parts = BuilderParts(services.builder, self._handouts(), tone, self._own_exercises())
        page = PlanBuilderPage(parts, person_id, self._library, self._theme, self._words, self._hub)
        page.left.connect(window.leave_player)
        window.show_player(page)

    def _handouts(self) -> HandoutDesk:
        """Make what prints the plan; it keeps the choices of the last sheet for the next."""
        if self._desk is not None:
            return self._desk
        from ankle_coach.ui.handout_desk import HandoutDesk, HandoutParts  # noqa: PLC0415 - not at start-up

        services = self._services
        parts = HandoutParts(
            services.plans,
            services.coach,
            services.people,
            services.own,
            lambda: services.safety.content,
            services.settings.current,
            services.journal.today,
            services.clinic.letterhead,
        )
        self._desk = HandoutDesk(parts, self._library, self._theme, self._words)
        return self._desk

    def exercises(self) -> ExercisesPage:
        """Make Exercises."""
        from ankle_coach.ui.pages.exercises_page import ExercisesPage  # noqa: PLC0415 - not at start-up

        settings, desk = self._services.settings, self._own_exercises()
        return ExercisesPage(self._library, self._theme, self._words, self._hub, settings, desk)

    def _own_exercises(self) -> OwnExerciseDesk:
        """Make where own exercises are written."""
        from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk  # noqa: PLC0415 - not at start-up

        services = self._services
        return OwnExerciseDesk(
            services.own_exercises,
            self._library,
            self._theme,
            self._words,
            self._hub,
            lambda: services.settings.current().skin_tone,
        )

    def journal(self) -> JournalPage:
        """Make Journal."""
        from ankle_coach.ui.pages.journal_page import JournalPage  # noqa: PLC0415 - not at start-up
        from ankle_coach.ui.pages.journal_sections import JournalServices  # noqa: PLC0415 - as above

        services = self._services
        parts = JournalServices(
            services.journal,
            services.plans,
            services.charts,
            lambda: services.settings.current().units,
            services.coach,
            services.phases,
            services.reviews,
            self.measures(),
        )
        return JournalPage(parts, self._library, self._theme, self._words, self._hub)

    def running(self) -> QWidget:
        """Make Running."""
        from ankle_coach.ui.pages.running_page import RunningPage  # noqa: PLC0415 - not at start-up

        services = self._services
        return RunningPage(services.runs, services.settings, self._theme, self._words, self._hub)

    def settings(self) -> SettingsPage:
        """Make Settings."""
        from ankle_coach.ui.cue_player import CuePlayer  # noqa: PLC0415 - as above
        from ankle_coach.ui.pages.settings_page import SettingsPage  # noqa: PLC0415 - not at start-up
        from ankle_coach.ui.rehearsal import Rehearsal  # noqa: PLC0415 - as above
        from ankle_coach.ui.voice import Voice  # noqa: PLC0415 - as above

        settings, voice = self._services.settings, Voice(self._words.language)
        page = SettingsPage(
            settings,
            self._data_folder,
            self._theme,
            self._words,
            self._hub,
            figures=self._library.figures,
            voice=voice,
            clinic=self._services.clinic,
        )
        rehearsal = Rehearsal(settings, self._words, CuePlayer(), voice, page)
        page.sound_test_requested.connect(rehearsal.play)
        page.voice_test_requested.connect(rehearsal.speak)
        return page

    def welcome(self, first_run: bool) -> WelcomePage:
        """Make the first run, or choosing a plan anew."""
        from ankle_coach.ui.pages.welcome_page import (  # noqa: PLC0415 - not at start-up
            WelcomePage,
            WelcomeServices,
        )

        services = self._services
        return WelcomePage(
            WelcomeServices(
                services.intake,
                services.safety,
                services.plans,
                services.measurements,
                services.journal.today,
                services.clinic,
            ),
            self._library,
            self._theme,
            self._words,
            self._hub,
            first_run=first_run,
            tone=services.settings.current().skin_tone,
        )

    def player(self, progress: SessionInProgress) -> PlayerPage:
        """Make the player of a session."""
        from ankle_coach.ui.pages.player_page import PlayerPage  # noqa: PLC0415 - not at start-up
        from ankle_coach.ui.voice import Voice  # noqa: PLC0415 - as above

        return PlayerPage(
            self._services.sessions,
            self._clock,
            self._services.settings,
            self._library,
            self._theme,
            self._words,
            self._hub,
            progress,
            voice=Voice(self._words.language),
        )

    def people(self) -> PeoplePage:
        """Make People."""
        from ankle_coach.domain.program_texts import question_field  # noqa: PLC0415 - a therapist's start
        from ankle_coach.ui.pages.people_page import PeoplePage  # noqa: PLC0415 - as above

        services = self._services
        words, safety = self._words, services.safety
        return PeoplePage(
            services.people,
            services.roster,
            self._library,
            self._theme,
            words,
            self._hub,
            about=lambda rule: question_field(safety.question(rule), "text", words),
        )

    def person_desk(
        self, window: MainWindow, say: Callable[[str], None], held_by: Callable[[], str]
    ) -> PersonDesk:
        """Make what leads a therapist from person to person."""
        from ankle_coach.ui.person_desk import PersonDesk  # noqa: PLC0415 - only a therapist's start

        people = self._services.people
        return PersonDesk(
            people, window, self._theme, self._words, self._hub, say, held_by, person_pages=PERSON_PAGES
        )

    def reminders(self, window: MainWindow) -> ReminderDesk:
        """Make what reminds of the check-in and of today's sessions."""
        from ankle_coach.services.reminder_service import ReminderService  # noqa: PLC0415 - only when on
        from ankle_coach.system_clock import offset_at  # noqa: PLC0415 - as above
        from ankle_coach.ui.reminder_desk import ReminderDesk  # noqa: PLC0415 - as above
        from ankle_coach.ui.reminder_tray import ReminderTray, has_tray  # noqa: PLC0415 - as above

        services = self._services
        service = ReminderService(
            services.coach,
            services.check_ins,
            services.sessions,
            services.journal,
            services.settings,
            self._clock,
            offset_at,
        )
        tray = ReminderTray(window.windowIcon(), self._words, window) if has_tray() else None
        return ReminderDesk(service, window, self._theme, self._words, self._hub, tray=tray)

    def measures(self) -> MeasureDesk:
        """Make what opens self-tests."""
        from ankle_coach.ui.measure_desk import MeasureDesk  # noqa: PLC0415 - not at start-up

        services = self._services
        return MeasureDesk(
            services.measurements, services.settings, self._clock, self._theme, self._words, self._hub
        )

    def files(self, window: MainWindow) -> FileFlow:
        """Make what takes files in and sends them out."""
        from ankle_coach.ui.file_flow import FileFlow  # noqa: PLC0415 - not at start-up

        services = self._services
        flow = FileFlow(
            services.files,
            services.paper,
            services.plans.current,
            lambda over: self._reports().open(over),
            self._theme,
            self._words,
            self._hub,
            window,
        )
        if self._backups is not None:
            flow.lead_to(self._exports(window, self._backups()))
        return flow

    def _exports(self, window: MainWindow, backups: Backups) -> ExportFlow:
        """Make what writes for other programs, and backups."""
        from ankle_coach.ui.export_flow import ExportFlow  # noqa: PLC0415 - not at start-up

        services, theme, words = self._services, self._theme, self._words
        today, on_ice = services.journal.today, lambda: services.ice.running() is not None
        return ExportFlow(services.exports, backups, today, on_ice, theme, words, window)

    def _reports(self) -> ReportDesk:
        """Make what puts reports together."""
        from ankle_coach.ui.report_desk import ReportDesk  # noqa: PLC0415 - not at start-up

        services = self._services
        return ReportDesk(
            self._handouts(),
            services.reader,
            services.coach,
            services.phases,
            services.measurements,
            self._theme,
            self._words,
        )

    def care(self, window: MainWindow, say: Callable[[str], None]) -> CareDesk:
        """Make what watches ice, a raised leg and a wrap."""
        from ankle_coach.ui.care_desk import CareDesk  # noqa: PLC0415 - after the window is painted
        from ankle_coach.ui.care_watch import CareWatch  # noqa: PLC0415 - as above

        services = self._services
        watch = CareWatch(services.ice, services.care, services.settings, self._hub)
        return CareDesk(watch, services.people, window, self._theme, self._words, say)
