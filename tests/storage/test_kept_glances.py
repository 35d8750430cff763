"""What the next start may show: only what was made from exactly the journal and settings that are there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ankle_coach.domain.glance import Glance, GlanceCard, GlanceTile
from ankle_coach.domain.morning import ONLY_PAIN
from ankle_coach.domain.sides import Side
from ankle_coach.storage.kept_glances import KeptGlances
from tests.helpers import builders as make

DAY = date(2026, 3, 2)


class Folder:
    """A journal and settings, and what is kept of them."""

    def __init__(self, root: Path) -> None:
        self.file, self.journal, self.settings = root / "glances", root / "journal", root / "settings"
        self.journal.write_bytes(b"records")
        self.settings.write_bytes(b"{}")

    def kept(self, made_by: str = "1 en") -> KeptGlances:
        """What a start of some version of the program in some language finds."""
        return KeptGlances(self.file, self.journal, self.settings, made_by)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder in which nothing is kept yet."""
    return Folder(tmp_path)


def glance(day: date = DAY) -> Glance:
    """Today with one session, and a morning that was answered on one side."""
    tile = GlanceTile(exercise="str-calf-bi", level="l1", side=Side.LEFT, name="Raise", dose="3 sets of 12")
    return Glance(
        day=day,
        title="Monday, March 2",
        place="day 1",
        mornings=((Side.LEFT, make.check_in(side=Side.LEFT)), (Side.RIGHT, None)),
        asked=ONLY_PAIN,
        is_yesterday_missing=True,
        affected=Side.LEFT,
        tone=2,
        cards=(GlanceCard(session="strength", name="Strength", line="1 exercise", tiles=(tile,)),),
    )


def test_the_next_start_finds_what_was_kept_for_its_day(folder: Folder) -> None:
    other = glance(date(2026, 3, 3))
    folder.kept().keep([glance(), other])

    assert folder.kept().of(DAY) == glance()
    assert folder.kept().of(date(2026, 3, 3)) == other
    assert folder.kept().of(date(2026, 3, 4)) is None


def _older_by_a_second(path: Path) -> None:
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10**9))


CHANGES: dict[str, Callable[[Folder], object]] = {
    "the journal has grown": lambda f: f.journal.write_bytes(b"more records"),
    "the journal was written": lambda f: _older_by_a_second(f.journal),
    "the journal is gone": lambda f: f.journal.unlink(),
    "a crash left records beside it": lambda f: f.journal.with_name("journal-wal").write_bytes(b"more"),
    "the settings have changed": lambda f: f.settings.write_bytes(b'{"language": "de"}'),
    "the settings are gone": lambda f: f.settings.unlink(),
    "the file is damaged": lambda f: f.file.write_bytes(f.file.read_bytes()[:-3]),
    "the file is something else": lambda f: f.file.write_bytes(b"\xc0" * 50),
    "the file is empty": lambda f: f.file.write_bytes(b""),
    "the file is far too large": lambda f: f.file.write_bytes(f.file.read_bytes() + b"\0" * 1_000_000),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_it_is_void_as_soon_as_anything_has_changed(
    folder: Folder, change: Callable[[Folder], object]
) -> None:
    folder.kept().keep([glance()])
    change(folder)
    assert folder.kept().of(DAY) is None


@pytest.mark.parametrize("other", ["2 en", "1 de"])
def test_it_is_void_for_another_version_or_language(folder: Folder, other: str) -> None:
    folder.kept("1 en").keep([glance()])
    assert folder.kept(other).of(DAY) is None


def test_an_empty_log_beside_the_journal_says_nothing(folder: Folder) -> None:
    folder.kept().keep([glance()])
    folder.journal.with_name("journal-wal").write_bytes(b"")
    assert folder.kept().of(DAY) == glance()


def test_settings_that_nobody_ever_changed_are_no_file(folder: Folder) -> None:
    folder.settings.unlink()
    folder.kept().keep([glance()])
    assert folder.kept().of(DAY) == glance()


def test_with_nothing_to_keep_what_was_kept_goes(folder: Folder) -> None:
    folder.kept().keep([glance()])
    folder.kept().keep([])
    assert not folder.file.exists()
    folder.kept().keep([])


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the rights of the person's folder")
def test_only_its_owner_can_read_it(folder: Folder) -> None:
    folder.kept().keep([glance()])
    assert stat.S_IMODE(folder.file.stat().st_mode) == 0o600


def test_where_it_cannot_be_written_nothing_is_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.file = tmp_path / "journal" / "glances"  # below a file there can be no folder
    folder.kept().keep([glance()])
    assert folder.kept().of(DAY) is None
