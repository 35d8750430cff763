"""Leads from page to page: first run, today, player and back. Knows no data, only the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.ui.file_door import FileDoor
from ankle_coach.ui.main_window import MainWindow, PageSpec
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.session_state import SessionInProgress
    from ankle_coach.services.session_service import SessionService
    from ankle_coach.services.settings_service import SettingsService
    from ankle_coach.ui.care_desk import CareDesk
    from ankle_coach.ui.change_hub import ChangeHub
    from ankle_coach.ui.dialogs.before_session_dialog import BeforeSessionDialog
    from ankle_coach.ui.file_flow import FileFlow
    from ankle_coach.ui.measure_desk import MeasureDesk
    from ankle_coach.ui.pages.exercises_page import ExercisesPage
    from ankle_coach.ui.pages.journal_page import JournalPage
    from ankle_coach.ui.pages.people_page import PeoplePage
    from ankle_coach.ui.pages.plan_page import PlanPage
    from ankle_coach.ui.pages.player_page import PlayerPage
    from ankle_coach.ui.pages.settings_page import SettingsPage
    from ankle_coach.ui.pages.today_page import TodayPage
    from ankle_coach.ui.pages.welcome_page import WelcomePage
    from ankle_coach.ui.person_desk import PersonDesk
    from ankle_coach.ui.widgets.toast import Toast


RUNNER_PAGES: tuple[str, ...] = ("today", "plan", "exercises", "journal", "running", "settings")
"""The pages of a runner's window, in their order."""
PERSON_PAGES: tuple[str, ...] = ("plan", "journal", "running", "today")
"""The pages that show one person; a therapist goes to them once somebody is open."""
THERAPIST_PAGES: tuple[str, ...] = ("people", *PERSON_PAGES, "exercises", "settings")
"""The pages of a therapist's window, in their order."""


@runtime_checkable
class JournalLog(Protocol):
    """A page that can bring the decision log into view."""

    def show_log(self) -> None:
        """Bring it into view."""


class Factories(NamedTuple):
    """Makes the pages and dialogs; each is called when it is first needed.

    Attributes:
        today: Makes Today.
        plan: Makes Plan.
        exercises: Makes Exercises.
        journal: Makes Journal.
        running: Makes Running.
        settings: Makes Settings.
        welcome: Makes the first run (True), or choosing a plan anew (False).
        player: Makes the player of a session.
        care: Makes the bar that watches ice and the like, and their dialogs.
        measures: Makes what opens self-tests.
        people: Makes People.
        person_desk: Makes what leads a therapist from person to person.
        files: Makes what takes files in and sends them out.
        print_plan: Prints a version of the open person's plan over a window; 0 for the one that holds.
        builder: Shows the plan builder for a person, by id, over a window.
    """

    today: Callable[[], TodayPage]
    plan: Callable[[], PlanPage]
    exercises: Callable[[], ExercisesPage]
    journal: Callable[[], JournalPage]
    running: Callable[[], QWidget]
    settings: Callable[[], SettingsPage]
    welcome: Callable[[bool], WelcomePage]
    player: Callable[[SessionInProgress], PlayerPage]
    care: Callable[[MainWindow, Callable[[str], None]], CareDesk]
    measures: Callable[[], MeasureDesk]
    people: Callable[[], PeoplePage]
    person_desk: Callable[[MainWindow, Callable[[str], None], Callable[[], str]], PersonDesk]
    files: Callable[[MainWindow], FileFlow]
    print_plan: Callable[[QWidget, int], None]
    builder: Callable[[MainWindow, str], None]


class Shell(QObject):
    """The window with its pages, and the ways between them."""

    demo_requested = Signal(str)

    def __init__(
        self,
        factories: Factories,
        sessions: Callable[[], SessionService],
        settings: SettingsService,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
    ) -> None:
        """Make the window; nothing is shown yet.

        Args:
            factories: Makes the pages.
            sessions: Gives what starts and finishes sessions; not called before one is wanted.
            settings: Remembers the window's place.
            theme: The look.
            words: The reader's language.
            hub: Is told of changes.
        """
        super().__init__()
        self._factories, self._sessions, self._settings = factories, sessions, settings
        self._theme, self._words, self._hub = theme, words, hub
        self._specs = self._all_specs()
        self._by_therapist = self._is_therapist()
        self.window = MainWindow(theme, words, self._pages())
        self.files = FileDoor(self.window, factories.files)
        self._toast: Toast | None = None
        self._before: BeforeSessionDialog | None = None
        self._asked_session = ""
        self._care: CareDesk | None = None
        self._measures: MeasureDesk | None = None
        self._persons: PersonDesk | None = None
        self.files.said.connect(self._say)
        self.files.taken.connect(self._on_files_taken)
        self._restore_place()
        self._serve_role()
        hub.changed.connect(self._on_hub_changed)

    @property
    def home(self) -> str:
        """The page that the window begins with."""
        return "people" if self._by_therapist else "today"

    @property
    def persons(self) -> PersonDesk | None:
        """What leads a therapist from person to person; None for a runner."""
        return self._persons

    def begin(self, *, first_run: bool) -> None:
        """Show Today, a therapist's People, or the first run over them."""
        if first_run:
            self.choose_plan(first_run=True)
        else:
            self.window.show_page(self.home)

    def choose_plan(self, *, first_run: bool = False) -> None:
        """Show the screens that lead to a plan."""
        welcome = self.files.with_menu(lambda: self._factories.welcome(first_run))()
        welcome.accepted.connect(self._on_welcome_accepted)
        welcome.left.connect(self.window.leave_player)
        welcome.demo_requested.connect(self.demo_requested)
        self.window.show_player(welcome)

    @property
    def care(self) -> CareDesk:
        """Ice and the like; made when it is first asked for, which is right after the start."""
        if self._care is None:
            self._care = self._factories.care(self.window, self._say)
        return self._care

    def watch_care(self) -> None:
        """Begin to watch; ice that an earlier run of the program left on is shown at once."""
        self.care.watch.look()

    def build_plan(self, person_id: str) -> None:
        """Show the plan builder for a person over the pages."""
        self._try(lambda: self._factories.builder(self.window, person_id))

    def play(self, progress: SessionInProgress) -> None:
        """Show the player over the pages."""
        player = self._factories.player(progress)
        player.left.connect(self._on_player_left)
        self.window.show_player(player)

    def remember_place(self) -> None:
        """Keep where the window is, for the next start; a full disk does not stop closing."""
        geometry = self.window.saveGeometry().toBase64().toStdString()
        try:
            self._settings.change(window_geometry=geometry)
        except (AnkleCoachError, ValueError):
            return

    def _all_specs(self) -> dict[str, PageSpec]:
        words, made = self._words, self._factories
        specs = (
            PageSpec("people", words.gettext("People"), "people", self._make_people),
            PageSpec("today", words.gettext("Today"), "today", self._make_today),
            PageSpec("plan", words.gettext("Plan"), "plan", self._make_plan),
            PageSpec("exercises", words.gettext("Exercises"), "exercises", self._make_exercises),
            PageSpec("journal", words.gettext("Journal"), "journal", self._make_journal),
            PageSpec("running", words.gettext("Running"), "running", made.running),
            PageSpec("settings", words.gettext("Settings"), "settings", self._make_settings, bottom=True),
        )
        return {spec.key: spec for spec in specs}

    def _is_therapist(self) -> bool:
        return self._settings.current().role is UserRole.THERAPIST

    def _pages(self) -> list[PageSpec]:
        """Return the pages of the role, in their order."""
        return [self._specs[key] for key in (THERAPIST_PAGES if self._by_therapist else RUNNER_PAGES)]

    def _serve_role(self) -> None:
        """Have a head that says who is open, where a therapist uses the window."""
        if self._by_therapist and self._persons is None:
            self._persons = self._factories.person_desk(self.window, self._say, self._held_by)
            self._persons.people_requested.connect(self._on_persons_people_requested)
        if self._persons is not None:
            self._persons.refresh()

    def _held_by(self) -> str:
        """Return why nobody else can be opened: ice on the skin is watched until it is off."""
        if self._care is None or self._care.watch.ice is None:
            return ""
        return self._words.gettext("Ice is on the skin. Take it off before you open another person.")

    def _make_people(self) -> PeoplePage:
        page = self._factories.people()
        page.person_chosen.connect(self._on_people_person_chosen)
        page.plan_requested.connect(self._on_people_plan_requested)
        page.print_requested.connect(self._on_people_print_requested)
        return page

    def _restore_place(self) -> None:
        geometry = self._settings.current().window_geometry
        if geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _make_today(self) -> TodayPage:
        page = self._factories.today()
        page.start_requested.connect(self._on_today_start_requested)
        page.resume_requested.connect(self._on_today_resume_requested)
        page.finish_requested.connect(self._on_today_finish_requested)
        page.discard_requested.connect(self._on_today_discard_requested)
        page.plan_requested.connect(self._on_today_plan_requested)
        page.log_requested.connect(self._on_today_log_requested)
        page.phase_requested.connect(self._on_today_phase_requested)
        page.test_requested.connect(self._on_today_test_requested)
        return page

    def _make_plan(self) -> PlanPage:
        page = self.files.with_menu(self._factories.plan)()
        page.intake_requested.connect(self._on_today_plan_requested)
        page.edit_requested.connect(self.build_plan)
        return page

    def _make_exercises(self) -> QWidget:
        return self.files.with_menu(self._factories.exercises)()

    def _make_journal(self) -> QWidget:
        return self.files.with_menu(self._factories.journal)()

    def _make_settings(self) -> QWidget:
        return self.files.with_menu(self._factories.settings)()

    def _try(self, action: Callable[[], None]) -> None:
        try:
            action()
        except AnkleCoachError as error:
            self._say(str(error))

    def _start(self, session_id: str) -> None:
        """Lead to the flow of self-care where that is what the session is, else to the player."""
        exercise = self._sessions().care_exercise(session_id)
        if exercise is not None:
            self.care.open(exercise)
        elif self._sessions().asks_before(session_id):
            self._ask_before(session_id)
        else:
            self.play(self._sessions().start(session_id))

    def _ask_before(self, session_id: str) -> None:
        """Ask for pain and swelling before a session that loads."""
        from ankle_coach.ui.dialogs.before_session_dialog import (  # noqa: PLC0415 - dialogs are not at start-up
            BeforeSessionDialog,
        )

        self._asked_session = session_id
        self._before = BeforeSessionDialog(self._theme, self._words, self.window)
        self._before.finished.connect(self._on_before_finished)
        self._before.open()

    @Slot(int)
    def _on_before_finished(self, result: int) -> None:
        dialog, self._before = self._before, None
        if dialog is None or result != dialog.DialogCode.Accepted:
            return
        pain, swelling = dialog.pain, dialog.swelling
        self._try(lambda: self.play(self._sessions().start(self._asked_session, pain, swelling)))
        if self.window.player is None:  # the answers may have taken the loading out of the day
            self._hub.publish(Changes.DECISIONS | Changes.PLAN, self)

    def _say(self, sentence: str) -> None:
        from ankle_coach.ui.widgets.toast import Toast  # noqa: PLC0415 - rarely needed

        if self._toast is None:
            self._toast = Toast(self.window)
        self._toast.show_message(sentence)

    @Slot(str)
    def _on_today_start_requested(self, session_id: str) -> None:
        self._try(lambda: self._start(session_id))

    @Slot(str)
    def _on_today_test_requested(self, measure_id: str) -> None:
        if self._measures is None:
            self._measures = self._factories.measures()
            self._measures.failed.connect(self._say)
        self._measures.open_new(measure_id, self.window)

    @Slot()
    def _on_today_resume_requested(self) -> None:
        progress = self._sessions().in_progress()
        if progress is not None:
            self._try(lambda: self.play(progress))

    @Slot()
    def _on_today_finish_requested(self) -> None:
        progress = self._sessions().in_progress()
        if progress is not None:
            self._try(lambda: self._hub.publish(self._sessions().finish(progress)[1]))

    @Slot()
    def _on_today_discard_requested(self) -> None:
        self._try(lambda: self._hub.publish(self._sessions().discard()))

    @Slot()
    def _on_today_plan_requested(self) -> None:
        self.choose_plan()

    @Slot()
    def _on_today_phase_requested(self) -> None:
        self.window.show_page("plan")

    @Slot()
    def _on_today_log_requested(self) -> None:
        journal = self.window.show_page("journal")
        if isinstance(journal, JournalLog):
            journal.show_log()

    @Slot()
    def _on_files_taken(self) -> None:
        """Leave the first run behind: what was taken in has begun a journal."""
        if self.window.current_key is None:
            self._on_welcome_accepted()

    @Slot()
    def _on_welcome_accepted(self) -> None:
        if self._settings.current().role is None:
            self._try(lambda: self._hub.publish(self._settings.change(role=UserRole.RUNNER), self))
        opened = self._persons is not None and self._persons.has_person
        self.window.leave_player()
        self.window.show_page("plan" if opened else self.home).setFocus()

    @Slot()
    def _on_player_left(self) -> None:
        self.window.leave_player()
        self.window.show_page("today")

    @Slot(str)
    def _on_people_person_chosen(self, person_id: str) -> None:
        if self._persons is not None and self._persons.open(person_id):
            self.window.show_page("plan")

    @Slot(str)
    def _on_people_plan_requested(self, person_id: str) -> None:
        """Open the person and build; what is behind the builder is their plan."""
        self._on_people_person_chosen(person_id)
        if self._persons is not None and self.window.current_key == "plan":
            self.build_plan(person_id)

    @Slot(str, int)
    def _on_people_print_requested(self, person_id: str, version: int) -> None:
        """Open the person, whose standings the handout of today shows, and print."""
        if self._persons is not None and self._persons.open(person_id):
            self._try(lambda: self._factories.print_plan(self.window, version))

    @Slot()
    def _on_persons_people_requested(self) -> None:
        self.window.show_page("people")

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if not changes.touches(Changes.SETTINGS) or self._is_therapist() == self._by_therapist:
            return
        self._by_therapist = self._is_therapist()
        self.window.forget_pages(PERSON_PAGES)
        current = self.window.current_key
        self.window.set_pages(self._pages(), current if current == "settings" else self.home)
        self._serve_role()
