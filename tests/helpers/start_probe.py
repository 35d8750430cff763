"""Starts a window in a process of its own and reports when it was painted: run as a script.

``python start_probe.py bare`` opens an empty PySide6 window; ``python start_probe.py coach FOLDER`` opens
Ankle Coach over a data folder, in the same steps as the command line. Once the window is painted, it prints
the line ``painted``, and whoever started the process takes the time; then a line of JSON with the peak memory
in MiB at that moment (0 where the system does not tell), how many colors are on the screen, and the modules
that were loaded, with Qt's namespace of flags as if it were one.
"""

from __future__ import annotations

import sys


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Today"))
    window.resize(1366, 768)
    window.show()
    app.processEvents()
    _report()


def _coach(folder: str) -> None:
    from ankle_coach.cli import prepare_window

    prepare_window()
    from pathlib import Path

    from ankle_coach.app import run_window

    run_window(Path(folder), stay=_painted)


def _painted() -> int:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    _report()
    return 0


def _report() -> None:
    """Write the line that ends the measured time, and only then look at what is on the screen."""
    loaded, memory = _loaded(), _peak()
    print("painted", flush=True)

    import json

    from PySide6.QtWidgets import QApplication

    window = QApplication.topLevelWidgets()[0]
    picture = window.screen().grabWindow(window.winId()).toImage()
    step = 8
    colors = {
        picture.pixel(x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)
    }
    print(json.dumps({"memory": memory, "colors": len(colors), "loaded": loaded}), flush=True)


def _loaded() -> list[str]:
    """Return the loaded modules, and `Qt` with them where somebody has named it: it is made then."""
    names = sorted(sys.modules)
    if "Qt" in vars(sys.modules["PySide6.QtCore"]):
        names.append("PySide6.QtCore.Qt")
    return names


def _peak() -> float:
    """Return the peak memory of this program in MiB, without that of the program that started it."""
    # Not `ru_maxrss`, which on Linux begins with the peak of the parent process.
    from pathlib import Path

    try:
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    else:
        _coach(sys.argv[2])
