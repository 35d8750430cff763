"""Finding the files that belong to the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from ankle_coach.resources import ResourceError, find_root, list_files, read_bytes, read_text, resource_path


def test_a_shipped_file_is_found_and_read() -> None:
    assert resource_path("style", "app.qss").is_file()
    assert read_text("style", "app.qss").encode() == read_bytes("style", "app.qss")


@pytest.mark.parametrize("read", [resource_path, read_text, read_bytes])
def test_a_missing_file_is_named(read: object) -> None:
    assert callable(read)
    with pytest.raises(ResourceError, match="no-such-icon"):
        read("icons", "no-such-icon.svg")


def test_a_folder_is_no_file() -> None:
    with pytest.raises(ResourceError, match="icons cannot be read"):
        read_bytes("icons")


def test_files_are_listed_by_name() -> None:
    names = [path.name for path in list_files("icons", ".svg")]
    assert names == sorted(names)
    assert "today.svg" in names
    assert list_files("icons", ".toml") == ()


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(ResourceError, match="nowhere is missing"):
        list_files("nowhere", ".svg")


def test_the_copy_inside_the_package_comes_first(tmp_path: Path) -> None:
    package = tmp_path / "ankle_coach"
    (tmp_path / "resources").mkdir()
    assert find_root(package) == tmp_path / "resources"
    (package / "_resources").mkdir(parents=True)
    assert find_root(package) == package / "_resources"


def test_no_folder_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match="missing"):
        find_root(tmp_path / "ankle_coach")
