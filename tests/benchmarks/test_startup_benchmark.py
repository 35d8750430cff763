"""From the start of the process to the first paint, beside an empty PySide6 window. Run with `make bench`.

The two windows take turns, so that a busy computer slows both down; what counts are the ratios. A slow or
busy computer is no failure: the ratios are printed and recorded beside their aims, not asserted.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.helpers.start import Start, folder_with_plan, start_bare, start_coach

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

ROUNDS = 15


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a plan; both windows have been started once, so that all files are cached."""
    folder = folder_with_plan(tmp_path_factory.mktemp("start"))
    start_bare()
    start_coach(folder)
    return folder


def test_today_is_painted(
    benchmark: BenchmarkFixture, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare: list[Start] = []
    coach: list[Start] = []

    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: coach.append(start_coach(folder)),
        setup=lambda: bare.append(start_bare()),
        rounds=ROUNDS,
    )

    # Each start against the one just before it: both were as busy.
    time = statistics.median(c.seconds / b.seconds for c, b in zip(coach, bare, strict=True))
    memory = _middle(coach, "memory") / (_middle(bare, "memory") or 1)
    benchmark.extra_info |= {"time ratio, aim 1.5": round(time, 2), "memory ratio, aim 1.5": round(memory, 2)}
    with capsys.disabled():
        print()
        for name, starts in (("bare window", bare), ("Today", coach)):
            least = min(start.seconds for start in starts)
            middle = _middle(starts, "seconds")
            print(f"{name:12} {middle:.3f} s, at best {least:.3f} s {_middle(starts, 'memory'):6.1f} MiB")
        print(f"{'ratio':12} {time:.2f}   {memory:8.2f}")
    assert all(start.report.colors > 50 for start in coach)


def _middle(starts: list[Start], what: str) -> float:
    return statistics.median(start.seconds if what == "seconds" else start.report.memory for start in starts)
