"""What is built holds everything the program needs to run, and nothing else."""

from __future__ import annotations

import re
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

import ankle_coach
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from email.message import Message

RESOURCES = ROOT / "resources"
DEPENDENCIES = {"PySide6-Essentials", "PySide6-Addons", "pyqtgraph", "platformdirs", "msgspec", "wakepy"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as an installer would build it, but without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = list(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"]))
    return zipfile.ZipFile(built[0])


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    """What the wheel says about itself."""
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return message_from_bytes(wheel.read(name))


def test_every_resource_is_in_the_wheel_unchanged(wheel: zipfile.ZipFile) -> None:
    expected = {path.relative_to(RESOURCES).as_posix(): path.read_bytes() for path in _resources()}
    prefix = "ankle_coach/_resources/"
    found = {
        name.removeprefix(prefix): wheel.read(name) for name in wheel.namelist() if name.startswith(prefix)
    }

    assert sorted(found) == sorted(expected)
    assert [name for name in expected if found[name] != expected[name]] == []


def test_every_module_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / "ankle_coach").rglob("*.py")}

    assert expected <= set(wheel.namelist())


def test_the_wheel_brings_no_other_package(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}

    assert tops == {"ankle_coach", f"ankle_coach-{ankle_coach.__version__}.dist-info"}


def test_the_command_is_a_console_command(wheel: zipfile.ZipFile) -> None:
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert wheel.read(name).decode().splitlines() == [
        "[console_scripts]",
        "ankle-coach = ankle_coach.cli:main",
    ]


def test_the_wheel_asks_for_the_known_dependencies_and_no_others(metadata: Message) -> None:
    required = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]

    assert {re.split(r"[<>=!,; ]", line)[0] for line in required} == {name.lower() for name in DEPENDENCIES}
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Version"] == ankle_coach.__version__


def test_the_source_archive_can_be_built_from(tmp_path: Path) -> None:
    built = list(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with tarfile.open(built[0]) as archive:
        names = {Path(name).relative_to(Path(name).parts[0]).as_posix() for name in archive.getnames()}

    assert {f"resources/{path.relative_to(RESOURCES).as_posix()}" for path in _resources()} <= names
    assert {"pyproject.toml", "LICENSE", "README.md", "Makefile", "constraints.txt"} <= names


def _resources() -> list[Path]:
    """The files of resources/, without what a system or an editor leaves lying about."""
    return [path for path in sorted(RESOURCES.rglob("*")) if path.is_file() and path.name != ".DS_Store"]
