"""Double clicks: the desktop entry and the MIME types name the same kinds of file as the program."""

from __future__ import annotations

import configparser
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ankle_coach.cli import main
from ankle_coach.ui.main_window import FILE_SUFFIXES

PACKAGING = Path(__file__).parents[2] / "packaging"
_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their capitals
    parser.read(path)
    return parser["Desktop Entry"]


def test_every_kind_of_file_has_a_type_that_the_entry_opens() -> None:
    types = ET.parse(PACKAGING / "ankle-coach-mime.xml").getroot().findall(f"{_SPACE}mime-type")
    patterns = {glob.get("pattern") for kind in types for glob in kind.findall(f"{_SPACE}glob")}

    assert patterns == {f"*{suffix}" for suffix in FILE_SUFFIXES}
    opened = _entry(PACKAGING / "ankle-coach.desktop")["MimeType"].rstrip(";").split(";")
    assert set(opened) == {kind.get("type") for kind in types}


def test_the_entry_asks_for_a_command_that_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    command = _entry(PACKAGING / "ankle-coach.desktop")["Exec"]
    assert command == "ankle-coach open %f"
    with pytest.raises(SystemExit) as ended:
        main(["open", "--help"])
    assert ended.value.code == 0
    assert "FILE" in capsys.readouterr().out


def test_the_types_can_be_installed_for_one_person_and_taken_back(tmp_path: Path) -> None:
    script, data = PACKAGING / "install_file_types.sh", tmp_path / "share"
    environment = {"XDG_DATA_HOME": str(data), "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    environment["ANKLE_COACH"] = "/opt/ankle coach/bin/ankle-coach"

    subprocess.run(["sh", str(script)], env=environment, check=True, capture_output=True)
    entry = _entry(data / "applications" / "ankle-coach.desktop")
    assert entry["Exec"] == '"/opt/ankle coach/bin/ankle-coach" open %f'
    assert (data / "mime" / "packages" / "ankle-coach-mime.xml").is_file()
    subprocess.run(["sh", str(script), "--remove"], env=environment, check=True, capture_output=True)
    assert not list(data.rglob("ankle-coach*"))
