"""Starts a window in a process of its own and reports when it was painted: run as a script.

``python start_probe.py bare`` opens an empty PySide6 window; ``python start_probe.py coach FOLDER`` opens
Ankle Coach over a data folder with a plan. Prints one JSON line: seconds since the process began to import,
peak memory in MiB, and the heavy modules that were loaded.
"""

from __future__ import annotations

import time

BEGUN = time.perf_counter()

import json  # noqa: E402 - the clock starts before the first import
import resource  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

HEAVY = (
    "numpy",
    "pyqtgraph",
    "wakepy",
    "PySide6.QtMultimedia",
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "PySide6.QtNetwork",
)


def _report() -> None:
    seconds = time.perf_counter() - BEGUN
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    loaded = [name for name in HEAVY if name in sys.modules]
    print(json.dumps({"seconds": seconds, "memory": memory, "loaded": loaded}), flush=True)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Today"))
    window.resize(1366, 768)
    window.show()
    _when_painted(app.processEvents, window.grab)


def _coach(folder: Path) -> None:
    from ankle_coach import wiring  # noqa: F401 - in the order of the command line

    from ankle_coach.app import build_coach, make_application  # isort: skip
    from ankle_coach.paths import app_paths
    from ankle_coach.system_clock import SystemClock

    app = make_application()
    coach = build_coach(app_paths(folder), app, SystemClock())
    coach.begin()
    coach.shell.window.show()
    _when_painted(app.processEvents, coach.shell.window.grab)
    coach.close()


def _when_painted(process_events: Callable[[], None], grab: Callable[[], object]) -> None:
    process_events()
    grab()
    _report()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _coach(Path(sys.argv[2]))
