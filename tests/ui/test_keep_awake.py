"""The screen stays awake while it is held; a system that refuses is a state, not an error."""

from __future__ import annotations

import subprocess
import sys
from types import TracebackType
from typing import Self

import pytest

from ankle_coach.ui.keep_awake import AwakeState, KeepAwake, Mode


class FakeMode:
    """A wakepy mode."""

    def __init__(self, *, works: bool = True) -> None:
        self.active = False
        self.works = works
        self.exits = 0

    def __enter__(self) -> Self:
        self.active = self.works
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.exits += 1
        self.active = False


def _awake(monkeypatch: pytest.MonkeyPatch, mode: Mode | Exception) -> tuple[KeepAwake, list[int]]:
    made: list[int] = []

    def new_mode(self: KeepAwake) -> Mode:
        made.append(1)
        if isinstance(mode, Exception):
            raise mode
        return mode

    monkeypatch.setattr(KeepAwake, "_new_mode", new_mode)
    return KeepAwake(), made


def _state(awake: KeepAwake) -> AwakeState:
    return awake.state


def test_it_holds_once_and_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    mode = FakeMode()
    awake, made = _awake(monkeypatch, mode)
    assert _state(awake) is AwakeState.OFF
    awake.hold()
    awake.hold()
    assert _state(awake) is AwakeState.HELD
    assert made == [1]
    awake.release()
    awake.release()
    assert _state(awake) is AwakeState.OFF
    assert mode.exits == 1


def test_a_system_that_does_not_do_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    awake, _ = _awake(monkeypatch, FakeMode(works=False))
    awake.hold()

    assert _state(awake) is AwakeState.REFUSED


@pytest.mark.parametrize("problem", [ImportError("wakepy"), OSError("no bus"), RuntimeError("thread")])
def test_whatever_goes_wrong_the_session_goes_on(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    awake, made = _awake(monkeypatch, problem)
    awake.hold()
    assert _state(awake) is AwakeState.REFUSED
    awake.release()
    awake.hold()
    assert made == [1, 1]


def test_wakepy_and_multimedia_wait_for_the_first_session() -> None:
    code = (
        "import sys, ankle_coach.ui.pages.player_page;"
        "print([m for m in ('wakepy', 'PySide6.QtMultimedia', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
