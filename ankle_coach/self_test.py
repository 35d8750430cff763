"""`--self-test`: checks that this installation has what it needs and says so, a line each."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from ankle_coach import __version__
from ankle_coach.content.catalog import open_library
from ankle_coach.content.check import check_shipped
from ankle_coach.domain.dose_time import total_time
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import compile_dose, steps_time
from ankle_coach.paths import app_paths
from ankle_coach.storage.journal_file import JournalFile

Check = Callable[[], str]


class SelfTestError(AnkleCoachError):
    """Something that this installation needs does not work."""


def run_self_test() -> int:
    """Run every check and print what it found; 0 if all of them passed, else 1."""
    checks: tuple[tuple[str, Check], ...] = (
        ("content", _check_content),
        ("doses", _check_doses),
        ("journal", _check_journal),
        ("window", _check_window),
        ("sound", _check_sound),
    )
    print(f"Ankle Coach {__version__}, Python {sys.version_info.major}.{sys.version_info.minor}")
    failed = 0
    for name, check in checks:
        try:
            print(f"ok      {name}: {check()}")
        except Exception as error:
            failed += 1
            print(f"FAILED  {name}: {type(error).__name__}: {error}")
    print("All checks passed." if not failed else f"{failed} of {len(checks)} checks failed.")
    return 1 if failed else 0


def _check_content() -> str:
    problems = check_shipped()
    if problems:
        raise SelfTestError(str(problems[0]))
    library = open_library()
    return f"{len(library.exercises)} exercises, {len(library.references)} references"


def _check_doses() -> str:
    library = open_library()
    for exercise in library.in_catalog_order():
        for level in exercise.levels:
            steps = compile_dose(level.dose, level.side_mode, Side.LEFT)
            if steps_time(steps) != total_time(level.dose, level.side_mode, Side.LEFT):
                raise SelfTestError(f"{exercise.id}, {level.id}: steps and total time disagree")
    return "steps and total times agree"


def _check_journal() -> str:
    with tempfile.TemporaryDirectory(prefix="ankle-coach-self-test-") as folder:
        with JournalFile(Path(folder) / "journal.sqlite3", Path(folder)) as journal:
            problems = journal.check()
        if problems:
            raise SelfTestError(problems[0])
    return "a new journal can be written and read"


def _check_window() -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ankle_coach.app import make_application  # noqa: PLC0415 - loads Qt
    from ankle_coach.coach import build_coach  # noqa: PLC0415 - loads Qt
    from ankle_coach.system_clock import SystemClock  # noqa: PLC0415 - with the window

    app = make_application()
    with tempfile.TemporaryDirectory(prefix="ankle-coach-self-test-") as folder:
        coach = build_coach(app_paths(Path(folder)), app, SystemClock())
        for page in ("today", "exercises", "journal", "settings"):
            coach.shell.window.show_page(page)
        coach.shell.window.show()
        app.processEvents()
        coach.shell.window.close()
        coach.close()
    return f"the pages open on the {app.platformName()} platform"


def _check_sound() -> str:
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415 - may be missing, which is no failure
    except ImportError:
        return "none here; the player works without it"
    return "available" if QMediaDevices.audioOutputs() else "no device here; the player works without it"
