"""Emitting many signals does not end the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtCore import QObject, Signal
from ankle_coach.ui.kept_true import keep_true

class Source(QObject):
    told = Signal(int)

keep_true()
source = Source()
for number in range(100_000):
    source.told.emit(number)
print("went on")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is never freed there")
def test_a_hundred_thousand_signals_can_be_emitted() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "went on\n"), done.stderr
