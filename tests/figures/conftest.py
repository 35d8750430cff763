"""Qt for drawing."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _drawing(qapp: QApplication) -> None:
    """An application, without which Qt draws no text."""
