"""A guard against an error in PySide6 6.12.0 that ends the program on Python 3.11.

There each ``Signal.emit`` gives back ``True`` without counting the reference,
so that after a few hundred signals Python frees ``True`` itself and aborts.
From Python 3.12 on ``True`` is never freed.
"""

from __future__ import annotations

import sys

_MANY = 1 << 40


def keep_true() -> None:
    """Count so many references to ``True`` that signals cannot use them up; call it once, at start."""
    if sys.version_info >= (3, 12):
        return
    import ctypes  # noqa: PLC0415 - not loaded where it is not needed

    ctypes.c_ssize_t.from_address(id(True)).value += _MANY
