"""Starts the windows of `start_probe` in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
from msgspec import Struct

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.plan import Plan, SessionKind
from ankle_coach.paths import app_paths, ensure
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.wiring import build_services

_ROOT = Path(__file__).parents[2]
_PROBE = _ROOT / "tests" / "helpers" / "start_probe.py"


class Report(Struct, frozen=True):
    """What a window's process says about itself at its first paint.

    Attributes:
        memory: Its peak so far, in MiB.
        colors: How many colors are on the screen.
        loaded: The modules that are loaded.
    """

    memory: float
    colors: int
    loaded: frozenset[str]


class Start(Struct, frozen=True):
    """One start of a window: the seconds from the start of its process to its first paint, and its report."""

    seconds: float
    report: Report


def start_bare() -> Start:
    """Start a window that holds one label."""
    return _start("bare")


def start_coach(folder: Path) -> Start:
    """Start Ankle Coach over a data folder."""
    return _start("coach", str(folder))


def folder_with_plan(folder: Path) -> Path:
    """Fill a data folder with a plan that has a strength session every day, so that Today is always full."""
    paths = app_paths(folder)
    ensure(paths)
    with JournalFile(paths.journal_file, paths.backups_dir) as journal:
        clock, library = SystemClock(), open_library()
        plans = build_services(journal, SettingsFile(paths.settings_file), clock, library).plans
        plans.accept(_every_day(plans.propose(plans.first_program(), "p3", None)))
    return folder


def _every_day(plan: Plan) -> Plan:
    """Return a plan with its first core session on every day, and no other core session."""
    core = next(session for session in plan.sessions if session.kind is SessionKind.CORE)
    kept = [session for session in plan.sessions if session is core or session.kind is not SessionKind.CORE]
    names = {session.id for session in kept}
    return msgspec.structs.replace(
        plan,
        sessions=tuple(
            msgspec.structs.replace(session, frequency=TimesPerDay()) if session is core else session
            for session in kept
        ),
        prescriptions=tuple(piece for piece in plan.prescriptions if piece.session in names),
    )


def _start(*arguments: str) -> Start:
    # The compiled modules are kept, as they are in an installation.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(_PROBE), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        painted = process.stdout.readline()
        seconds = time.perf_counter() - begun
        report = process.stdout.read()
    assert painted == b"painted\n", f"the {arguments[0]} window was not painted"
    return Start(seconds, msgspec.json.decode(report, type=Report))
