"""What holds for every test: no screen, no network, no home folder, and nothing left behind."""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.helpers.no_network import deny_network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
deny_network()

hypothesis.settings.register_profile("fast", deadline=None, max_examples=50, print_blob=True)
hypothesis.settings.register_profile(
    "soak",
    deadline=None,
    max_examples=5_000,
    stateful_step_count=200,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the home folder of each test."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home_folder(_homes: Path) -> Iterator[Path]:
    """An empty home folder of the test's own, so that no test reads or writes the data of a person."""
    home = _homes / str(len(list(_homes.iterdir())))
    home.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in HOME_VARIABLES.items():
            patch.setenv(name, str(home / folder))
        yield home


@pytest.fixture(autouse=True)
def _nothing_outlives_the_test() -> Iterator[None]:
    """Fail a test that leaves a window on the screen, a running timer in a window, or a thread."""
    threads_before = set(threading.enumerate())
    yield
    left_over = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads_before]
    left_over += _leftovers_of_qt()
    if left_over:
        pytest.fail("The test left behind: " + ", ".join(sorted(left_over)), pytrace=False)


def _leftovers_of_qt() -> list[str]:
    """Visible windows, and running timers inside any window, once Qt has done its pending deletions."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [
        window for window in QApplication.topLevelWidgets() if window.windowType() != Qt.WindowType.ToolTip
    ]
    found = [f"visible window {_name(window)}" for window in windows if window.isVisible()]
    for window in windows:
        timers = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
        found += [f"running timer {_name(timer)} of {_name(window)}" for timer in timers]
        for timer in timers:
            timer.stop()  # so that only this test is blamed
        window.close()
    return found


def _name(thing: object) -> str:
    """How a message names a Qt object: its class and, where it has one, its object name."""
    object_name = getattr(thing, "objectName", str)()
    return f"{type(thing).__name__} {object_name!r}" if object_name else type(thing).__name__
