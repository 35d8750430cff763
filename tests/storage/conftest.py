"""The two journals that one contract holds for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.memory_journal import MemoryJournal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ankle_coach.services.ports import Journal


@pytest.fixture(params=["file", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """A journal with one person; the annotation is what mypy holds both kinds to the port with."""
    if request.param == "memory":
        in_memory: Journal = MemoryJournal(make.person())
        yield in_memory
        return
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups") as in_file:
        in_file.save_person(make.person())
        yield in_file
