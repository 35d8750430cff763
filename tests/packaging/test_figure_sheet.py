"""The sheet of all figures: every one is on it, and it stays small enough for the documentation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.source import ROOT

SCRIPT = ROOT / "packaging" / "figure_sheet.py"
LARGEST = 3_000_000


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False, timeout=120
    )


def _sheet(out: Path, *names: str) -> QImage:
    answer = _run(str(out), *names)
    assert answer.returncode == 0, answer.stderr
    return QImage(str(out))


def test_the_sheet_holds_all_figures_and_is_no_burden(tmp_path: Path) -> None:
    count = len(list((ROOT / "resources" / "figures").glob("*.toml")))
    one = _sheet(tmp_path / "one.png", "str-calf-bi")
    three = _sheet(tmp_path / "three.png", "str-calf-bi", "str-calf-uni", "bal-single-leg")
    sheet = _sheet(tmp_path / "all.png")
    row = three.height() - one.height()
    assert sheet.height() == one.height() + ((count + 1) // 2 - 1) * row
    assert (tmp_path / "all.png").stat().st_size < LARGEST


def test_without_a_name_for_the_file_it_says_how_it_is_used() -> None:
    answer = _run()
    assert answer.returncode == 2
    assert "figure_sheet.py OUT.png" in answer.stderr
