"""What the pages for readers say is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import ankle_coach
from tests.helpers.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONS_OF_EVERY_PROGRAM = {"--help"}


def test_every_command_and_option_is_in_the_readme() -> None:
    offered = _help()
    options = set(re.findall(r"--[a-z][a-z-]+", offered)) - OPTIONS_OF_EVERY_PROGRAM
    commands = _commands(offered)

    assert commands
    assert [option for option in sorted(options) if f"`{option}" not in README] == []
    assert [command for command in commands if f"`ankle-coach {command}" not in README] == []


def test_every_option_of_a_command_is_in_its_row_of_the_readme() -> None:
    for command in _commands(_help()):
        row = next(line for line in README.splitlines() if line.startswith(f"| `ankle-coach {command}"))
        options = set(re.findall(r"--[a-z][a-z-]+", _help(command))) - OPTIONS_OF_EVERY_PROGRAM

        assert [option for option in sorted(options) if option not in row] == [], command


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"^\| `ankle-coach ([a-z]+)", README, re.MULTILINE))

    assert named == set(_commands(_help()))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_every_page_that_a_page_links_to_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target]

    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_changelog_tells_of_this_version_or_of_what_is_not_released() -> None:
    headings = re.findall(
        r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert headings[0] in {"Unreleased", ankle_coach.__version__}


def _help(*words: str) -> str:
    """What the program answers to --help, after a command's name if one is given."""
    answer = subprocess.run(
        [sys.executable, "-m", "ankle_coach", *words, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def _commands(offered: str) -> list[str]:
    """The commands that a help text lists."""
    return re.findall(r"^    ([a-z]+) ", offered, re.MULTILINE)
