"""Keeps the screen awake while a session runs, and only then."""

from __future__ import annotations

from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self


class AwakeState(StrEnum):
    """Whether the screen is kept awake."""

    OFF = "off"
    HELD = "held"
    REFUSED = "refused"
    """It was asked for, and the system did not do it."""


class Mode(Protocol):
    """What wakepy gives: a context that keeps the screen on, and whether that worked."""

    active: bool

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None: ...


class KeepAwake:
    """Holds the screen awake between `hold` and `release`; failing is a state, never an error."""

    def __init__(self) -> None:
        """Hold nothing; wakepy is imported by the first `hold`."""
        self._mode: Mode | None = None
        self._state = AwakeState.OFF

    @property
    def state(self) -> AwakeState:
        """Whether the screen is kept awake."""
        return self._state

    def hold(self) -> None:
        """Keep the screen awake; nothing happens where it is already."""
        if self._mode is not None:
            return
        try:
            mode = self._new_mode()
            mode.__enter__()
            self._mode = mode
            self._state = AwakeState.HELD if mode.active else AwakeState.REFUSED
        except Exception:
            self._mode, self._state = None, AwakeState.REFUSED

    def release(self) -> None:
        """Let the screen sleep again."""
        mode, self._mode = self._mode, None
        self._state = AwakeState.OFF
        if mode is None:
            return
        try:
            mode.__exit__(None, None, None)
        except Exception:
            self._state = AwakeState.OFF

    def _new_mode(self) -> Mode:
        from wakepy import keep  # noqa: PLC0415 - not at start-up, and never where no session runs

        return keep.presenting(on_fail="pass")
