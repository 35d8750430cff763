"""One data folder and the window over it: settings, journal, content, use cases and pages, wired together.

What the first picture of the window does not need is opened when it is first asked for.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ankle_coach import __version__
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.training_day import training_day
from ankle_coach.i18n import Translator, translator
from ankle_coach.page_makers import Pages
from ankle_coach.paths import AppPaths, ensure
from ankle_coach.storage.kept_glances import KeptGlances
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.coach_keeper import CoachKeeper
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.wiring import Services

if TYPE_CHECKING:
    from ankle_coach.content.kept_tables import KeptTables
    from ankle_coach.content.rule_files import RuleFiles
    from ankle_coach.domain.glance import Glance
    from ankle_coach.domain.library import Library
    from ankle_coach.services.ports import Clock
    from ankle_coach.storage.backups import Backups
    from ankle_coach.storage.journal_file import JournalFile


class Coach:
    """A wired app over one data folder, its window not yet shown.

    Attributes:
        services: The use cases.
        shell: The window with its pages.
        theme: The look.
        hub: Broadcasts changes.
        problem: Why the journal cannot be used, where that came out after the first paint.
    """

    def __init__(
        self,
        paths: AppPaths,
        app: QApplication,
        clock: Clock,
        *,
        words: Translator | None = None,
        starting: bool = False,
    ) -> None:
        """Dress the application and make the window; see `build_coach`."""
        self._paths, self._app, self._clock = paths, app, clock
        self.problem: StorageError | None = None
        self._store = SettingsFile(paths.settings_file)
        settings = self._store.current()
        self._words = words or translator(settings.language)
        self.theme = Theme(ThemeChoice(settings.theme.value), settings.text_scale)
        self.theme.apply(app)
        self.services = self._services_at(clock)
        self._glance = self._kept_glance() if starting else None
        self._keeps_glances = starting
        if self._glance is None:
            _ = self.journal  # what is wrong with it is told before there is a window
        self.hub = ChangeHub()
        CoachKeeper(lambda: self.services.coach, self.hub)  # the hub owns it
        self._pages = Pages(
            self.services,
            clock,
            self.theme,
            self._words,
            self.hub,
            paths.data_dir,
            starting=starting,
            backups=self._backups,
            glance=self._glance,
        )
        self.shell = Shell(
            self._pages.factories(),
            lambda: self.services.sessions,
            self.services.settings,
            self.theme,
            self._words,
            self.hub,
        )

    @cached_property
    def journal(self) -> JournalFile:
        """The open journal.

        Raises:
            StorageError: If it cannot be used; a window that is open already ends.
        """
        from ankle_coach.storage.journal_file import JournalFile  # noqa: PLC0415 - may follow the first paint

        try:
            return JournalFile(self._paths.journal_file, self._paths.backups_dir)
        except StorageError as error:
            self.problem = error
            self._app.exit(1)
            raise

    @cached_property
    def _tables(self) -> KeptTables:
        from ankle_coach.content.kept_tables import KeptTables  # noqa: PLC0415 - as above

        return KeptTables(self._paths.cache_dir / "content.msgpack")

    @cached_property
    def _shipped(self) -> Library:
        from ankle_coach.content.catalog import open_library  # noqa: PLC0415 - as above

        return open_library(read=self._tables.read)

    @cached_property
    def _rules(self) -> RuleFiles:
        from ankle_coach.content.rule_files import RuleFiles  # noqa: PLC0415 - as above

        return RuleFiles(self._tables.read)

    @property
    def _glances(self) -> KeptGlances:
        paths = self._paths
        file = paths.cache_dir / "glances.msgpack"
        made_by = f"{__version__} {self._words.language}"
        return KeptGlances(file, paths.journal_file, paths.settings_file, made_by)

    def reminders(self) -> QObject:
        """Make what reminds of the check-in and of sessions."""
        return self._pages.reminders(self.shell.window)

    def begin(self) -> None:
        """Show Today, a therapist's People, or the first run where there is nobody yet."""
        if self._glance is not None:
            self.shell.begin(first_run=False)
            return
        people = self.services.people
        self.shell.begin(first_run=not people.by_therapist and people.current() is None)

    def close(self) -> None:
        """Delete who was deleted, let the journal go, and keep what makes the next start quick."""
        if self.problem is not None:
            return
        with suppress(StorageError):  # who cannot be deleted comes back at the next start
            self.services.people.purge()
        ahead = self._glances_ahead() if self._keeps_glances else ()
        self.journal.close()
        self._tables.keep()
        if self._keeps_glances:
            self._glances.keep(ahead)

    def _services_at(self, clock: Clock) -> Services:
        return Services(lambda: self.journal, self._store, clock, lambda: self._shipped, lambda: self._rules)

    def _kept_glance(self) -> Glance | None:
        """Return what was kept for the running training day, for a runner."""
        settings, clock = self._store.current(), self._clock
        if settings.role is UserRole.THERAPIST:
            return None
        return self._glances.of(training_day(clock.now(), clock.offset(), settings.day_starts_at))

    def _glances_ahead(self) -> tuple[Glance, ...]:
        from ankle_coach.glances import LaterClock, glances_ahead  # noqa: PLC0415 - at the end

        return glances_ahead(
            self.services,
            lambda days: self._services_at(LaterClock(self._clock, days)),
            self._words,
        )

    def _backups(self) -> Backups:
        from ankle_coach.storage.backups import Backups  # noqa: PLC0415 - rarely needed

        return Backups(self.journal, self._paths.backups_dir)


def build_coach(
    paths: AppPaths,
    app: QApplication,
    clock: Clock,
    *,
    words: Translator | None = None,
    starting: bool = False,
) -> Coach:
    """Open a data folder and wire the app over it.

    Args:
        paths: The folders.
        app: The Qt application, which is dressed in the person's theme.
        clock: The time.
        words: The language; None for the one of the settings.
        starting: Whether Today shows its sessions before what stands beside them, and shows what the last
            window kept of today before anything is worked out.

    Raises:
        StorageError: If the folder or the journal cannot be used.
    """
    try:
        ensure(paths)
    except OSError as error:
        raise StorageError(f"{error.filename}: this folder cannot be made ({error.strerror})") from error
    return Coach(paths, app, clock, words=words, starting=starting)
