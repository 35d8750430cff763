"""What we need of PySide6 itself."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    told = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is never freed from Python 3.12 on")
def test_a_signal_takes_no_reference_to_true_away() -> None:
    """PySide6 6.12.0 does, and after some hundred signals Python frees True and aborts."""
    sender = _Sender()
    sender.told.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(50):
        sender.told.emit()
    assert sys.getrefcount(True) > before - 25
