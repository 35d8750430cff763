"""The headless commands, run as a person runs them."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ankle_coach.cli import main
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.exchange.plan_file import write_plan
from tests.helpers.coach import FakeCoach


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_exercises_lists_all_46_with_what_each_needs(capsys: pytest.CaptureFixture[str]) -> None:
    entries = _json(capsys, "exercises", "--json")
    assert len(entries) == 46
    for entry in entries:
        assert set(entry) == {
            "id", "name", "group", "equipment", "dose", "cues", "levels", "references",
        }  # fmt: skip
        assert entry["dose"]
        assert entry["cues"]
        assert entry["levels"]
        assert entry["references"]


def test_ankle_circles_play_two_passes_in_the_order_of_the_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = _json(capsys, "steps", "mob-ankle-circles", "--json")
    moves = [(s["side"], s["set"], s["direction"], s["reps"]) for s in found["steps"] if s["kind"] == "move"]
    ways = ("clockwise", "counterclockwise")
    order = [("left", 1), ("left", 2), ("right", 1), ("right", 2), ("left", 3), ("right", 3)]
    assert moves == [(side, number, way, 20) for side, number in order for way in ways]
    work = sum(s["seconds"] for s in found["steps"] if s["kind"] == "move")
    assert work == 480  # clinical.md §3.9
    assert found["seconds"] == sum(s["seconds"] for s in found["steps"])
    assert found["open_steps"] == 0


def test_the_alphabet_is_traced_twice_with_each_foot(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "steps", "mob-alphabet", "--json")
    traces = [s for s in found["steps"] if s["kind"] == "trace"]
    assert Counter((s["side"], s["set"]) for s in traces) == {
        (side, number): 26 for side in ("left", "right") for number in (1, 2)
    }
    assert [s["label"][-1] for s in traces[:26]] == [chr(65 + n) for n in range(26)]


def test_the_two_leg_calf_raise_is_three_sets_of_twelve_at_2_1_3(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "steps", "str-calf-bi", "--json")
    moves = [s for s in found["steps"] if s["kind"] == "move"]
    assert [(s["side"], s["set"], s["reps"], s["seconds"]) for s in moves] == [
        ("both", n, 12, 12 * 6) for n in (1, 2, 3)
    ]


def test_a_plan_file_plays_what_is_planned_on_the_day(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plan = FakeCoach().with_plan("p3").services.plans.current()
    assert plan is not None
    path = tmp_path / "p.ankleplan"
    write_plan(PlanCopy(plan=plan), path)
    monday = _json(capsys, "steps", str(path), "--on", "2026-03-02", "--json")
    assert {s["session"] for s in monday["steps"]} == {"strength-a"}
    sunday = _json(capsys, "steps", str(path), "--on", "2026-03-08", "--json")
    assert sunday == {"seconds": 0, "steps": [], "open_steps": 0}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["steps", "str-nothing"], "str-nothing: there is no plan file and no exercise of this name"),
        (["steps", "gone.ankleplan"], "gone.ankleplan: cannot be read: No such file or directory"),
    ],
)
def test_a_mistake_is_one_line_and_status_1(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert capsys.readouterr().err == f"ankle-coach: {sentence}\n"


@pytest.mark.parametrize("arguments", [["steps"], ["nonsense"], ["steps", "x", "--on", "never"]])
def test_wrong_arguments_exit_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_check_names_file_and_key_of_a_broken_copy(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = Path("resources/exercises/str-calf-bi.toml")
    text = (Path(__file__).parents[1] / source).read_text(encoding="utf-8")
    broken = tmp_path / "str-calf-bi.toml"
    broken.write_text(text.replace("reps = 12", "reps = 0", 1), encoding="utf-8")
    assert main(["check", str(broken)]) == 1
    message = capsys.readouterr().err
    assert "str-calf-bi.toml: levels[" in message
    assert "reps must be between 1 and 1000, not 0" in message


def test_check_of_the_shipped_content_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", [["exercises"], ["check"], ["steps", "str-calf-bi"], ["--version"]])
def test_headless_commands_load_no_qt(command: list[str]) -> None:
    code = (
        "import sys\nfrom ankle_coach.cli import main\n"
        f"try:\n    main({command!r})\nexcept SystemExit:\n    pass\n"
        "loaded = [name for name in sys.modules if name.startswith(('PySide6', 'numpy', 'pyqtgraph'))]\n"
        "sys.exit(repr(loaded) if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["open", "a.ankleplan"], "a.ankleplan"),
        (["a.ankleplan"], "a.ankleplan"),
        (["--data-dir", "home", "B.ANKLEJOURNAL"], "B.ANKLEJOURNAL"),
        (["--data-dir", "home"], None),
    ],
)
def test_a_file_of_ours_is_opened_where_no_command_is_named(
    words: list[str], file: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str | None] = []

    def run(options: argparse.Namespace) -> int:
        given = getattr(options, "file", None)
        opened.append(None if given is None else str(given))
        return 0

    monkeypatch.setattr("ankle_coach.cli._run_window", run)
    assert main(words) == 0
    assert opened == [file]


def test_a_file_after_a_command_is_the_command_s(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "none.ankleplan")]) == 1
    assert "none.ankleplan" in capsys.readouterr().err
