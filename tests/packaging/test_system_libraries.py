"""On a bare machine, the one line to type is exact; on a furnished one, nothing is said."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.helpers.source import ROOT

SCRIPT = ROOT / "packaging" / "system_libraries.py"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")
needs_apt = pytest.mark.skipif(shutil.which("apt-cache") is None, reason="this system has no apt")


def test_a_furnished_machine_is_left_alone() -> None:
    answer = _run()

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


@needs_apt
def test_a_bare_machine_is_told_the_one_line_to_type() -> None:
    answer = _run("--explain", "--pretend-missing", "libEGL.so.1", "--pretend-missing", "libpulse.so.0")

    assert answer.returncode == 1
    command = answer.stderr.splitlines()[-1]
    assert command.startswith("sudo apt-get update && sudo apt-get install -y --no-install-recommends ")
    assert {"libegl1", "libpulse0"} <= set(command.split())


@needs_apt
def test_a_window_asks_for_libraries_that_tests_do_without() -> None:
    cursor = ("--explain", "--pretend-missing", "libxcb-cursor.so.0")

    assert _run(*cursor).returncode == 0
    answer = _run(*cursor, "--window")
    assert answer.returncode == 1
    assert "libxcb-cursor0" in answer.stderr


@needs_apt
def test_a_machine_without_fonts_is_given_one() -> None:
    answer = _run("--explain", "--pretend-missing", "fonts")

    assert answer.returncode == 1
    assert "fonts-" in answer.stderr.splitlines()[-1]


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The script's answer."""
    command = [sys.executable, str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
