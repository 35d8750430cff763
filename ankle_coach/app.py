"""The composition root of the window: wires the use cases, the store and the pages together.

Call `ankle_coach.cli.prepare_window` before importing this module: once PySide6 is loaded, it reads the
source of every module that is imported after it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from ankle_coach import __version__
from ankle_coach.content.catalog import open_library
from ankle_coach.content.kept_tables import KeptTables
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.errors import AnkleCoachError, StorageError
from ankle_coach.domain.settings import UserRole
from ankle_coach.i18n import Translator, translator
from ankle_coach.page_makers import Pages
from ankle_coach.paths import AppPaths, app_paths, ensure
from ankle_coach.resources import resource_path
from ankle_coach.services.ports import Clock
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.coach_keeper import CoachKeeper
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.single_instance import SingleInstance
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.wiring import Services, build_services

_SETTLED_MS = 100
"""By then the window is painted: what is not part of it may load."""


class Coach(Struct, frozen=True):
    """A wired app over one data folder, its window not yet shown.

    Attributes:
        services: The use cases.
        shell: The window with its pages.
        theme: The look.
        hub: Broadcasts changes.
        journal: The open journal.
        tables: The content as it was parsed.
        reminders: Makes what reminds of the check-in and of sessions.
    """

    services: Services
    shell: Shell
    theme: Theme
    hub: ChangeHub
    journal: JournalFile
    tables: KeptTables
    reminders: Callable[[], QObject]

    def begin(self) -> None:
        """Show Today, a therapist's People, or the first run where there is nobody yet."""
        people = self.services.people
        self.shell.begin(first_run=not people.by_therapist and people.current() is None)

    def close(self) -> None:
        """Delete who was deleted, let the journal go, and keep what the next start need not parse again."""
        with suppress(StorageError):  # who cannot be deleted comes back at the next start
            self.services.people.purge()
        self.journal.close()
        self.tables.keep()


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
        starting: Whether Today shows its sessions before what stands beside them.

    Raises:
        StorageError: If the folder or the journal cannot be used.
    """
    try:
        ensure(paths)
    except OSError as error:
        raise StorageError(f"{error.filename}: this folder cannot be made ({error.strerror})") from error
    store = SettingsFile(paths.settings_file)
    settings = store.current()
    language = words or translator(settings.language)
    theme = Theme(ThemeChoice(settings.theme.value), settings.text_scale)
    theme.apply(app)
    tables = KeptTables(paths.cache_dir / "content.msgpack")
    shipped = open_library(read=tables.read)
    journal = JournalFile(paths.journal_file, paths.backups_dir)
    services = build_services(journal, store, clock, shipped, RuleFiles(tables.read))
    hub = ChangeHub()
    CoachKeeper(services.coach, hub)  # the hub owns it
    pages = Pages(services, services.library, clock, theme, language, hub, paths.data_dir, starting=starting)
    shell = Shell(pages.factories(), services.sessions, services.settings, theme, language, hub)
    return Coach(services, shell, theme, hub, journal, tables, lambda: pages.reminders(shell.window))


def make_application() -> QApplication:
    """Return the Qt application with its name and icon."""
    app = QApplication.instance()
    if app is None:
        # The style is named here, for `setStyle` returns an object whose class takes time to load.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty("fusion", True)
    assert isinstance(app, QApplication)
    app.setApplicationName("ankle-coach")
    app.setApplicationDisplayName("Ankle Coach")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("ankle-coach")
    app.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    return app


def run_window(
    data_dir: Path | None,
    *,
    demo: UserRole | None = None,
    file: Path | None = None,
    stay: Callable[[], int] = QApplication.exec,
) -> int:
    """Open the window and stay until it is closed.

    Args:
        data_dir: The folder of ``--data-dir``; None for the system's.
        demo: For whom to open a throw-away copy with sample data; None for no copy.
        file: A plan, library or journal file to show; None for none.
        stay: Handles events until the window is closed, and returns the exit status.

    Returns:
        The exit status.

    Raises:
        StorageError: If the data folder cannot be used.
    """
    if demo is None:
        return _run(app_paths(data_dir), SystemClock(), stay, file)
    import tempfile  # noqa: PLC0415 - only the demo needs it

    from ankle_coach.demo import fill_with_clinic, fill_with_sample  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory(prefix="ankle-coach-demo-") as folder:
        paths, clock = app_paths(Path(folder)), SystemClock()
        (fill_with_clinic if demo is UserRole.THERAPIST else fill_with_sample)(paths, clock)
        return _run(paths, clock, stay)


def _run(paths: AppPaths, clock: Clock, stay: Callable[[], int], file: Path | None = None) -> int:
    app = make_application()
    try:
        ensure(paths)
    except OSError as error:
        raise StorageError(f"{error.filename}: this folder cannot be made ({error.strerror})") from error
    instance = SingleInstance(paths.lock_file, lambda: paths.server_name)
    if not instance.acquire():
        if instance.ask_first_to_raise(str(file.absolute()) if file is not None else ""):
            return 0
        raise StorageError(f"{paths.data_dir}: another Ankle Coach has this folder open and does not answer")
    try:
        coach = build_coach(paths, app, clock, starting=True)
    except AnkleCoachError as error:
        instance.release()
        _tell(str(error))
        raise
    _connect(coach, instance, app)
    coach.begin()
    coach.shell.window.show_within(coach.shell.window.screen().availableSize())
    if file is not None:
        QTimer.singleShot(_SETTLED_MS, lambda: coach.shell.files.open_given(str(file.absolute())))
    QTimer.singleShot(_SETTLED_MS, lambda: _after_the_start(coach, instance))
    status = stay()
    coach.close()
    instance.release()
    return status


def _after_the_start(coach: Coach, instance: SingleInstance) -> None:
    """Do what the first picture of the window needs not wait for."""
    from ankle_coach.ui.day_watch import DayWatch  # noqa: PLC0415 - after the window is painted
    from ankle_coach.ui.reminder_switch import ReminderSwitch  # noqa: PLC0415 - after the window is painted

    coach.theme.follow_system()
    coach.shell.watch_care()
    DayWatch(coach.services.reader.until, coach.hub)  # the hub owns it
    ReminderSwitch(coach.services.settings, coach.hub, coach.reminders)  # the hub owns it
    gc.freeze()
    gc.enable()
    instance.listen()


def _connect(coach: Coach, instance: SingleInstance, app: QApplication) -> None:
    window = coach.shell.window

    def open_demo(role: str) -> None:
        from PySide6.QtCore import QProcess  # noqa: PLC0415 - rarely needed

        option = "--demo-therapist" if role == UserRole.THERAPIST else "--demo"
        QProcess.startDetached(sys.executable, ["-m", "ankle_coach", option])

    instance.open_requested.connect(coach.shell.files.open)
    instance.raise_requested.connect(window.come_to_front)
    coach.shell.demo_requested.connect(open_demo)
    app.aboutToQuit.connect(coach.shell.remember_place)


def _tell(sentence: str) -> None:
    """Show why the window cannot open, where there is a screen to show it on."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely needed

    QMessageBox.critical(None, "Ankle Coach", sentence)
