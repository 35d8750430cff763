"""What importing a room loads, seen from a fresh interpreter: rooms without Qt must load none of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.helpers.source import ROOT

CHARTS = {"numpy", "pyqtgraph"}
QT = {"PySide6", "shiboken6"}
PLAYER_ONLY = {"PySide6.QtMultimedia", "PySide6.QtTextToSpeech", "wakepy"}
PAPER_ONLY = {"PySide6.QtPrintSupport"}

# Room -> what importing the whole of it must not load.
PURE_ROOMS = {
    "domain": QT | CHARTS | {"sqlite3", "socket"},
    "resources": QT | CHARTS,
    "paths": QT | CHARTS,
    "palette": QT | CHARTS,
    "i18n": QT | CHARTS,
    "content": QT | CHARTS | {"sqlite3"},
    "storage": QT | CHARTS,
    "exchange": QT | CHARTS | {"sqlite3"},
    "services": QT | CHARTS | {"sqlite3"},
    "figures": {"PySide6.QtWidgets"} | CHARTS | PLAYER_ONLY | PAPER_ONLY,
    "printing": CHARTS | PLAYER_ONLY,
}

# Single modules that are written to load the heavy parts only when they are used.
LIGHT_MODULES = {
    "cli": QT | CHARTS | {"sqlite3"},
    "commands": QT | CHARTS,
    "journal_commands": QT | CHARTS,
    "app": CHARTS | PLAYER_ONLY | PAPER_ONLY,
    "ui.main_window": CHARTS | PLAYER_ONLY | PAPER_ONLY,
}

IMPORT_ALL = """
import importlib, pkgutil, sys
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(module.name)
print("\\n".join(sys.modules))
"""
IMPORT_ONE = """
import importlib, sys
importlib.import_module(sys.argv[1])
print("\\n".join(sys.modules))
"""


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_importing_the_whole_of_a_room_loads_nothing_it_must_not_know(room: str) -> None:
    loaded = _loaded_by(IMPORT_ALL, f"ankle_coach.{room}")

    assert loaded & PURE_ROOMS[room] == set()


@pytest.mark.parametrize("module", LIGHT_MODULES)
def test_a_module_on_the_way_to_the_first_window_loads_nothing_heavy(module: str) -> None:
    loaded = _loaded_by(IMPORT_ONE, f"ankle_coach.{module}")

    assert loaded & LIGHT_MODULES[module] == set()


def _loaded_by(program: str, module: str) -> set[str]:
    """The names of all modules that a fresh interpreter has loaded after running a program."""
    answer = subprocess.run(
        [sys.executable, "-c", program, module],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())
