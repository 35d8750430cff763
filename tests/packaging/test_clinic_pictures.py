"""The pictures of a therapist's window: every page and dialog, in the size asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from tests.helpers.source import ROOT

SCRIPT = ROOT / "packaging" / "clinic_pictures.py"
PAGES = {
    "builder",
    "builder_empty",
    "builder_open",
    "builder_several",
    "people",
    "people_locked",
    "person_plan",
    "person_journal",
    "person_today",
    "person_locked",
    "settings_role",
    "welcome_who",
    "welcome_therapist",
}
OTHERS = {
    "dialog_template",
    "dialog_save_plan",
    "dialog_other_plan",
    "dialog_person_new",
    "dialog_person",
    "dialog_delete_person",
    "settings_letterhead",
}


def test_every_page_and_dialog_of_a_therapist_has_its_picture(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), "--size", "1000x700", "--persons", "40"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert answer.returncode == 0, answer.stderr
    assert {file.stem for file in tmp_path.glob("*.png")} == PAGES | OTHERS
    for name in PAGES:
        picture = QImage(str(tmp_path / f"{name}.png"))
        assert (picture.width(), picture.height()) == (1000, 700), name
