"""Tables are kept between starts and never outlive a change of their file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ankle_coach.content import kept_tables
from ankle_coach.content.catalog import open_library
from ankle_coach.content.kept_tables import KeptTables
from ankle_coach.content.toml_file import read_table
from ankle_coach.domain.errors import ContentError
from ankle_coach.resources import resource_path


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    """A small TOML file."""
    path = tmp_path / "one.toml"
    path.write_text('name = "Calf raise"\nsets = [1, 2.5]\n', encoding="utf-8")
    return path


def _must_not_parse(path: Path, file: str) -> dict[str, object]:
    raise AssertionError(f"{file} was parsed")


def test_a_kept_table_is_read_without_parsing(
    tmp_path: Path, toml: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = KeptTables(tmp_path / "kept")
    table = first.read(toml, "one.toml")
    first.keep()
    monkeypatch.setattr(kept_tables, "read_table", _must_not_parse)

    assert (
        KeptTables(tmp_path / "kept").read(toml, "one.toml")
        == table
        == {
            "name": "Calf raise",
            "sets": [1, 2.5],
        }
    )


def test_a_changed_file_is_parsed_anew(tmp_path: Path, toml: Path) -> None:
    tables = KeptTables(tmp_path / "kept")
    tables.read(toml, "one.toml")
    tables.keep()
    toml.write_text('name = "Calf raisf"\nsets = [1, 2.5]\n', encoding="utf-8")
    os.utime(toml, ns=(1, 1))

    assert KeptTables(tmp_path / "kept").read(toml, "one.toml")["name"] == "Calf raisf"


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"\x93\x01\x02\x03", b"\x81\xa1x\x93\x01\x02\xc1"])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, toml: Path, content: bytes) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(content)
    tables = KeptTables(kept)

    assert tables.read(toml, "one.toml")["name"] == "Calf raise"
    tables.keep()
    assert KeptTables(kept).read(toml, "one.toml")["name"] == "Calf raise"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, toml: Path) -> None:
    tables = KeptTables(tmp_path / "missing" / "kept")
    tables.read(toml, "one.toml")
    tables.keep()
    assert not (tmp_path / "missing").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="gone.toml"):
        KeptTables(tmp_path / "kept").read(tmp_path / "gone.toml", "gone.toml")


def test_every_shipped_table_is_the_same_when_it_was_kept(tmp_path: Path) -> None:
    files = sorted(path for path in resource_path().rglob("*.toml") if path.parent.name != "resources")
    first = KeptTables(tmp_path / "kept")
    for path in files:
        first.read(path, path.name)
    first.keep()

    second = KeptTables(tmp_path / "kept")
    assert len(files) > 40
    for path in files:
        assert second.read(path, path.name) == read_table(path, path.name)


def test_the_library_reads_through_it(tmp_path: Path) -> None:
    first = KeptTables(tmp_path / "kept")
    pieces = dict(open_library(read=first.read).exercises)
    first.keep()

    assert dict(open_library(read=KeptTables(tmp_path / "kept").read).exercises) == pieces
    assert (tmp_path / "kept").stat().st_size > 10_000
