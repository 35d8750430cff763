"""The pictures of the window: taken without a screen, in the size asked for, and the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.source import ROOT

SCRIPT = ROOT / "packaging" / "screenshots.py"
PAGES = {
    "today",
    "plan",
    "plan_end",
    "exercises",
    "exercises_gallery",
    "journal",
    "running",
    "settings",
    "settings_end",
}
SECTIONS = {
    f"journal_{section}"
    for section in ("morning", "adherence", "levels", "running", "tests", "events", "decisions")
}
WELCOME = {
    "welcome",
    "welcome_where",
    "welcome_story",
    "welcome_about",
    "welcome_safety",
    "welcome_plan",
    "welcome_stop",
}
DIALOGS = {
    "dialog_before_session",
    "dialog_check_in",
    "dialog_decision",
    "dialog_delete",
    "dialog_evidence",
    "dialog_override",
    "dialog_review",
    "dialog_run",
    "dialog_score",
    "dialog_session",
    "dialog_thresholds",
    "panel_equipment",
}
FILES = {
    "dialog_paper_week",
    "dialog_report",
    "dialog_print",
    "dialog_arrival_plan",
    "dialog_arrival_journal",
    "dialog_restore",
    "dialog_restored",
    "dialog_skip",
    "dialog_pause",
}
SAFETY = {"today_locked", "dialog_screen", "dialog_assessment"}
PLAYER = {
    f"player{kind}"
    for kind in ("", "_start", "_ready", "_paused", "_hold", "_rest", "_switch", "_trace", "_ask", "_end")
}


def test_every_page_dialog_and_kind_of_step_has_its_picture(tmp_path: Path) -> None:
    _run(tmp_path, "--size", "1000x700", "--theme", "dark", "--text-scale", "110")
    names = {file.stem for file in tmp_path.glob("*.png")}
    assert names >= PAGES | SECTIONS | WELCOME | DIALOGS | FILES | PLAYER | SAFETY
    for name in sorted(name for name in names if not name.startswith(("dialog_", "panel_"))):
        picture = QImage(str(tmp_path / f"{name}.png"))
        assert (picture.width(), picture.height()) == (1000, 700), name
    corner = QImage(str(tmp_path / "settings.png")).pixelColor(800, 8)
    assert corner.lightness() < 64, "the dark theme was asked for"


STEPS = [
    "ready",
    "raise",
    "top",
    "lower",
    "rest",
    "switch",
    "ask",
    "hold",
    "clockwise",
    "counterclockwise",
    "letter_print",
    "letter_cursive",
    "zone_1",
    "zone_2",
    "zone_3",
    "balance_open",
    "balance_closed",
    "reach",
    "manual",
    "walk",
    "run",
    "intervals",
    "sequence",
    "paused",
    "resuming",
    "slept",
    "too_painful",
    "end",
    "offer",
    "ice_questions",
    "ice_on",
    "ice_check",
    "ice_off",
    "ice_too_soon",
    "rec-elevation",
    "rec-compression",
]


def test_every_kind_of_step_has_its_picture_on_wish(tmp_path: Path) -> None:
    _run(tmp_path, "--only", "steps")
    names = {file.stem for file in tmp_path.glob("*.png")}
    assert names >= {f"step_{name}" for name in STEPS}
    assert sum(name.startswith("step_test_") for name in names) == 3
    assert all(name.startswith("step_") for name in names)


def test_the_same_program_takes_the_same_pictures(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        _run(folder, "--only", "pages")
    for name in PAGES:
        assert QImage(str(first / f"{name}.png")) == QImage(str(second / f"{name}.png")), name


def test_a_dialog_has_the_room_of_the_screen_that_the_window_fills(tmp_path: Path) -> None:
    _run(tmp_path, "--only", "dialogs", "--text-scale", "200", "--size", "1366x768")
    picture = QImage(str(tmp_path / "dialog_check_in.png"))
    assert 1000 < picture.width() <= 1366, "a scale of 0 to 10 fits without scrolling to the side"
    assert picture.height() <= 768


def _run(folder: Path, *arguments: str) -> None:
    """Run the script and fail with what it said if it fails."""
    answer = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert answer.returncode == 0, answer.stderr


OWN = {
    "exercises_own",
    "own_exercise",
    "own_exercise_how",
    "own_exercise_end",
    "own_exercise_figures",
    "own_exercise_missing",
    "own_exercise_levels",
    "today_own",
    "player_own_start",
    "player_own_ready",
    "player_own",
}


def test_an_own_exercise_is_pictured_from_its_editor_to_the_player(tmp_path: Path) -> None:
    _run(tmp_path, "--only", "own", "--language", "qps")
    assert {file.stem for file in tmp_path.glob("*.png")} == OWN
