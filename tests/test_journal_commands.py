"""Journals out of a data folder, into another one, and through the rules, at the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from ankle_coach.cli import main
from ankle_coach.demo import fill_with_sample
from ankle_coach.exchange.journal_file import read_journal
from ankle_coach.paths import app_paths
from tests.helpers.fake_clock import FakeClock


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal as a file."""
    folder = tmp_path_factory.mktemp("data")
    fill_with_sample(app_paths(folder), FakeClock(offset=timedelta(hours=1)))
    path = folder / "robin.anklejournal"
    assert main(["--data-dir", str(folder), "export", "journal", "-o", str(path)]) == 0
    return path


def test_replay_prints_every_decision_as_a_line(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(exported)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["replay", str(exported), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(lines) == len(rows) > 50
    assert [line[:10] for line in lines] == [row["date"] for row in rows]
    assert all(f"[{row['rule']}]" in line for line, row in zip(lines, rows, strict=True))


def test_an_imported_journal_comes_out_as_it_went_in(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, copy = tmp_path / "other", tmp_path / "copy.anklejournal"
    assert main(["--data-dir", str(folder), "import", str(exported)]) == 0
    assert main(["--data-dir", str(folder), "import", str(exported)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "0 plan versions, 0 sessions, 0 check-ins, 0 other entries"
    )
    assert main(["--data-dir", str(folder), "export", "journal", "-o", str(copy)]) == 0
    assert read_journal(copy).contents == read_journal(exported).contents


def test_what_is_no_journal_is_one_line_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.anklejournal"
    path.write_text('{"format": "ankle-coach-plan", "version": 1}', encoding="utf-8")
    assert main(["replay", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "broken.anklejournal: format" in error


def test_an_empty_journal_is_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.anklejournal"
    assert main(["--data-dir", str(tmp_path / "new"), "export", "journal", "-o", str(out)]) == 1
    assert "nobody" in capsys.readouterr().err
    assert not out.exists()
