"""Opens the window: one over a data folder, again after a restore, and what follows its first paint.

Call `ankle_coach.cli.prepare_window` before importing this module: it loads Qt as quickly as it goes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from ankle_coach import __version__
from ankle_coach.coach import Coach, build_coach
from ankle_coach.domain.errors import AnkleCoachError, StorageError
from ankle_coach.domain.settings import UserRole
from ankle_coach.i18n import translator
from ankle_coach.paths import AppPaths, app_paths, ensure
from ankle_coach.resources import resource_path
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from ankle_coach.services.ports import Clock

_SETTLED_MS = 100
"""By then the window is painted: what is not part of it may load."""


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
    restored: Restored | None = None
    try:
        while True:
            status, backup = _open_once(paths, app, clock, instance, stay, file, restored)
            if backup is None:
                return status
            restored, file = _restore(paths, backup), None
    finally:
        instance.release()


class Restored(Struct, frozen=True):
    """What a restore came to.

    Attributes:
        kept: Where the journal before it is kept; None where there was none.
        problem: Why nothing was restored; empty where it was.
    """

    kept: Path | None = None
    problem: str = ""


def _restore(paths: AppPaths, backup: Path) -> Restored:
    """Put a backup in the place of the journal, which no window has open now."""
    from ankle_coach.storage.backups import put_in_place  # noqa: PLC0415 - rarely needed

    try:
        kept = put_in_place(backup, paths.journal_file, paths.backups_dir)
        _remember_role(paths)
    except StorageError as error:
        return Restored(problem=str(error))
    return Restored(kept=kept)


def _remember_role(paths: AppPaths) -> None:
    """Where nobody has said yet who uses the app, take it from whom the journal is about."""
    from ankle_coach.domain.journal import Role  # noqa: PLC0415 - rarely needed
    from ankle_coach.storage.journal_file import JournalFile  # noqa: PLC0415 - as above

    store = SettingsFile(paths.settings_file)
    settings = store.current()
    if settings.role is not None:
        return
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        roles = {person.role for person in journal.persons()}
    if roles:
        role = UserRole.RUNNER if Role.RUNNER in roles else UserRole.THERAPIST
        store.save(replace(settings, role=role))


def _open_once(
    paths: AppPaths,
    app: QApplication,
    clock: Clock,
    instance: SingleInstance,
    stay: Callable[[], int],
    file: Path | None,
    restored: Restored | None,
) -> tuple[int, Path | None]:
    """Open the window and stay; return the exit status, and the backup that is wanted instead, if any."""
    try:
        coach = build_coach(paths, app, clock, starting=True)
    except AnkleCoachError as error:
        _tell(str(error))
        raise
    wanted: list[Path] = []

    def restore(path: str) -> None:
        wanted.append(Path(path))
        app.exit()

    coach.shell.files.restore_wanted.connect(restore)
    _connect(coach, instance, app)
    coach.begin()
    window = coach.shell.window
    window.show_within(window.screen().availableSize())
    if file is not None:
        QTimer.singleShot(_SETTLED_MS, window, lambda: coach.shell.files.open_given(str(file.absolute())))
    QTimer.singleShot(_SETTLED_MS, window, lambda: _after_the_start(coach, instance))
    if restored is not None:
        _tell_restored(coach, restored, paths.backups_dir)
    status = stay()
    coach.close()
    app.aboutToQuit.disconnect(coach.shell.remember_place)
    _take_down(coach, instance, app)
    if coach.problem is not None:
        _tell(str(coach.problem))
        raise coach.problem
    return status, wanted[-1] if wanted else None


def _tell_restored(coach: Coach, restored: Restored, folder: Path) -> None:
    from ankle_coach.ui.restore_notice import RestoreNotice  # noqa: PLC0415 - rarely needed

    words, window = translator(coach.services.settings.current().language), coach.shell.window
    RestoreNotice(coach.theme, words, folder, window, kept=restored.kept, problem=restored.problem).open()


def _take_down(coach: Coach, instance: SingleInstance, app: QApplication) -> None:
    """Delete a window with all that hangs on it; that it was the last one must not end the program."""
    instance.open_requested.disconnect(coach.shell.files.open)
    instance.raise_requested.disconnect(coach.shell.window.come_to_front)
    ends = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)
    coach.shell.window.hide()
    for part in (coach.shell.window, coach.shell, coach.hub, coach.theme):
        part.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setQuitOnLastWindowClosed(ends)


def _after_the_start(coach: Coach, instance: SingleInstance) -> None:
    """Do what the first picture of the window needs not wait for."""
    from ankle_coach.ui.day_watch import DayWatch  # noqa: PLC0415 - after the window is painted
    from ankle_coach.ui.focus_ring import FocusRing  # noqa: PLC0415 - after the window is painted
    from ankle_coach.ui.reminder_switch import ReminderSwitch  # noqa: PLC0415 - after the window is painted

    coach.theme.follow_system()
    coach.shell.watch_care()
    DayWatch(coach.services.reader.until, coach.hub)  # the hub owns it
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    FocusRing(app, coach.theme, coach.hub)  # the hub owns it
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
