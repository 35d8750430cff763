"""A session that is killed at any moment keeps every set that it had said was kept, and offers to go on."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.session_state import Status
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.wiring import build_services
from tests.helpers.builders import PERSON
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.session_victim import finished_sets
from tests.helpers.source import ROOT

Line = dict[str, Any]


def test_a_killed_session_is_there_again(tmp_path: Path) -> None:
    _campaign(tmp_path, kills=10, seed=1)


@pytest.mark.soak
def test_a_session_killed_many_times_is_there_again(tmp_path: Path) -> None:
    _campaign(tmp_path, kills=200, seed=2)


def _campaign(folder: Path, kills: int, seed: int) -> None:
    """Kill the player at seeded moments, each time going on with what the one before left behind."""
    chance = random.Random(seed)
    sets_seen = finished = 0
    for _ in range(kills):
        told = _play_until_killed(folder, chance.randint(0, 9999), lines=chance.randint(1, 25))
        _check_offer(folder, told)
        sets_seen += max((len(line["sets"]) for line in told), default=0)
        finished += sum(line["in_journal"] for line in told)
    assert sets_seen > kills
    assert finished > 0


def _play_until_killed(folder: Path, seed: int, lines: int) -> list[Line]:
    """Run the player, kill it after some lines in whatever it does then, and return all whole lines."""
    command = [sys.executable, "-m", "tests.helpers.session_victim", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as player:
        assert player.stdout is not None
        said = [player.stdout.readline() for _ in range(lines)]
        player.kill()
        said += player.stdout.readlines()
    return [json.loads(line) for line in said if line.endswith("\n")]


def _check_offer(folder: Path, told: list[Line]) -> None:
    """Compare what is stored with the last thing that was said: that, or one step more."""
    last = told[-1]
    with JournalFile(folder / "journal.sqlite3", folder / "backups") as journal:
        assert journal.check() == ()
        stored = {record.id: record for record in journal.sessions(PERSON)}
        sessions = build_services(journal, MemorySettings(), SystemClock(), open_library()).sessions
        offer = sessions.in_progress()
    for line in told:
        if line["in_journal"]:
            assert line["id"] in stored
    if last["id"] in stored:
        record = stored[last["id"]]
        done = {f"{one.prescription}/{one.side}/{one.number}" for one in record.sets if one.done > 0}
        assert done >= set(last["sets"])
        return
    assert offer is not None
    assert offer.id == last["id"]
    assert offer.state.status in (Status.PAUSED, Status.FINISHED)
    assert offer.state.last is None or offer.state.status is Status.FINISHED
    assert set(finished_sets(offer.state)) >= set(last["sets"])
    assert offer.state.index >= last["index"]
