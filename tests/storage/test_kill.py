"""A program that is killed at any moment loses nothing that it had said was written."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ankle_coach.storage.journal_file import JournalFile
from tests.helpers.builders import PERSON
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import itertools, sys
from pathlib import Path
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make

path, first = Path(sys.argv[1]), int(sys.argv[2])
with JournalFile(path, path.parent / "backups") as journal:
    if not journal.persons():
        journal.save_person(make.person())
    print("open", flush=True)
    for number in itertools.count(first):
        if number % 7:
            journal.save_progress(make.PERSON, make.progress(id=str(number)))
        else:
            journal.finish_session(make.PERSON, make.session_record(id=str(number)))
        print(number, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    _campaign(tmp_path / "journal.sqlite3", kills=10, seed=1)


@pytest.mark.soak
def test_what_was_acknowledged_survives_many_kills(tmp_path: Path) -> None:
    _campaign(tmp_path / "journal.sqlite3", kills=200, seed=2)


def _campaign(path: Path, kills: int, seed: int) -> None:
    """Kill the writer at seeded moments, each time going on with what the one before left behind."""
    chance = random.Random(seed)
    number = 0
    for _ in range(kills):
        last = _write_until_killed(path, number + 1, answers=chance.randint(1, 40))
        number = _number_in(path, at_least=max(last, number))


def _write_until_killed(path: Path, first: int, answers: int) -> int:
    """Run the writer, kill it after some answers in the middle of whatever it does then, and return the last.

    Returns:
        The last number that it acknowledged, 0 for none.
    """
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(answers)]
        writer.kill()
        lines += writer.stdout.readlines()
    whole = [line.strip() for line in lines if line.endswith("\n")]
    assert whole[0] == "open"
    return int(whole[-1]) if len(whole) > 1 else 0


def _number_in(path: Path, at_least: int) -> int:
    """Check what the journal holds, and return the number it had come to.

    That is the last acknowledged one, or the next: written, and killed before it could be said.
    """
    with JournalFile(path, path.parent / "backups") as journal:
        assert journal.check() == ()
        progress = journal.progress(PERSON)
        finished = [int(record.id) for record in journal.sessions(PERSON)]
    number = int(progress.id) if progress else max(finished, default=0)
    assert number in (at_least, at_least + 1)
    assert sorted(finished) == list(range(7, number + 1, 7))
    return number
