"""Where a person's files are kept."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from ankle_coach.paths import AppPaths, app_paths, ensure


def test_a_given_folder_holds_everything(tmp_path: Path) -> None:
    paths = app_paths(tmp_path)
    files = [paths.journal_file, paths.settings_file, paths.backups_dir, paths.cache_dir, paths.lock_file]
    assert all(file.is_relative_to(tmp_path) for file in files)
    assert (paths.journal_file.name, paths.settings_file.name) == ("journal.sqlite3", "settings.json")


def test_a_relative_folder_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert app_paths(Path("mine")).data_dir == tmp_path.resolve() / "mine"


def test_without_a_folder_the_systems_own_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/data")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somewhere/config")
    paths = app_paths()
    assert paths.data_dir.name == paths.config_dir.name == "ankle-coach"
    if sys.platform == "linux":
        assert paths.data_dir == Path("/somewhere/data/ankle-coach")
        assert paths.settings_file == Path("/somewhere/config/ankle-coach/settings.json")


def test_the_server_name_tells_data_folders_apart(tmp_path: Path) -> None:
    one, again, other = (
        app_paths(tmp_path / "a"),
        app_paths(tmp_path / "b" / ".." / "a"),
        app_paths(tmp_path / "b"),
    )
    assert one.server_name == again.server_name != other.server_name
    assert len(one.server_name) < 40


def test_asking_makes_no_folder(tmp_path: Path) -> None:
    app_paths(tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_new_folders_are_their_owners_only(tmp_path: Path) -> None:
    paths = app_paths(tmp_path / "new")
    ensure(paths)
    for folder in (paths.data_dir, paths.backups_dir, paths.cache_dir):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    ensure(AppPaths(shared, shared, shared / "cache"))
    ensure(AppPaths(shared, shared, shared / "cache"))
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
