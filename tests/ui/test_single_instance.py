"""A second start with the same data folder raises the first window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ankle_coach.paths import app_paths, ensure
from ankle_coach.ui.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ankle_coach.paths import app_paths
from ankle_coach.ui.single_instance import SingleInstance
app = QCoreApplication([])
paths = app_paths(Path(sys.argv[1]))
second = SingleInstance(paths.lock_file, lambda: paths.server_name)
print(second.acquire(), second.ask_first_to_raise(*sys.argv[2:]))
"""


def _first(folder: Path) -> SingleInstance:
    paths = app_paths(folder)
    ensure(paths)
    return SingleInstance(paths.lock_file, lambda: paths.server_name)


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = _first(tmp_path)
    assert first.acquire()
    first.listen()
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        pass
    told, _ = second.communicate(timeout=20)
    assert told.split() == ["False", "True"]
    first.release()


def test_a_second_start_with_a_file_shows_it_in_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = _first(tmp_path)
    assert first.acquire()
    first.listen()
    file = "/home/zoë/my plan.ankleplan"
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(tmp_path), file], stdout=subprocess.PIPE, text=True
    )
    with qtbot.waitSignal(first.open_requested, timeout=20_000) as opened:
        pass
    second.communicate(timeout=20)
    assert opened.args == [file]
    first.release()


def test_other_folders_do_not_meet(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = _first(tmp_path / "a"), _first(tmp_path / "b")
    assert first.acquire()
    assert other.acquire()
    first.release()
    other.release()


def test_a_lock_that_a_killed_program_left_does_not_keep_anybody_out(tmp_path: Path) -> None:
    code = (
        SECOND.rsplit("\n", 2)[0]
        + "\nprint(second.acquire(), flush=True)\nimport os\nos.kill(os.getpid(), 9)\n"
    )
    _first(tmp_path)
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert killed.stdout.strip() == "True"
    assert killed.returncode != 0
    first = _first(tmp_path)
    assert first.acquire()
    first.release()
