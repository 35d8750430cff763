"""Qt for drawing, and a guard against a fault of one release of the Qt bindings."""

from __future__ import annotations

import ctypes
import os
import sys

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _drawing(qapp: QApplication) -> None:
    """An application, without which Qt draws no text.

    PySide6 6.12.0 forgets to count the None that its void methods return; before Python 3.12, where None
    became immortal, thousands of drawing calls free it and end the interpreter.
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 24
