"""Settings survive, and a broken file of them is never a reason not to start."""

from __future__ import annotations

import os
from datetime import time
from typing import TYPE_CHECKING

import pytest

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.settings import Settings, ThemeSetting, Units, UserRole
from ankle_coach.storage.settings_file import SettingsFile
from tests.helpers.memory_settings import MemorySettings

if TYPE_CHECKING:
    from pathlib import Path

    from ankle_coach.services.ports import SettingsStore

CHANGED = Settings(
    role=UserRole.THERAPIST,
    sound=False,
    volume=0,
    voice=True,
    flash=True,
    theme=ThemeSetting.HIGH_CONTRAST,
    text_scale=200,
    units=Units.US,
    country="DE",
    language="pt_BR",
    day_starts_at=time(2, 30),
    skin_tone=3,
    reminders=True,
    remind_check_in_at=time(7, 30),
    remind_sessions_at=None,
    quiet_from=time(22),
    quiet_until=time(7),
    window_geometry="AdnQywADAAA=",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings lie, in a folder that is not there yet."""
    return tmp_path / "config" / "settings.json"


def test_both_stores_fit_the_port_and_keep_what_is_saved(path: Path) -> None:
    stores: list[SettingsStore] = [SettingsFile(path), MemorySettings()]
    for store in stores:
        assert store.current() == Settings()
        store.save(CHANGED)
        assert store.current() == CHANGED


def test_a_missing_file_means_the_defaults_and_no_problem(path: Path) -> None:
    store = SettingsFile(path)

    assert store.load() == Settings()
    assert store.problem == ""
    assert not path.exists()


def test_saved_settings_come_back_whole(path: Path) -> None:
    SettingsFile(path).save(CHANGED)

    store = SettingsFile(path)
    assert store.current() == CHANGED
    assert store.problem == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no rights of this kind")
def test_only_the_owner_can_read_the_file(path: Path) -> None:
    SettingsFile(path).save(CHANGED)
    path.chmod(0o644)
    SettingsFile(path).save(CHANGED)

    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"\xff\xfe", b'{"volume": 1} x', b"[" * 100_000],
    ids=["empty", "cut off", "a list", "no UTF-8", "more after it", "deeply nested"],
)
def test_a_broken_file_is_kept_aside_and_the_defaults_are_used(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.with_name("settings.json.broken-1").write_bytes(b"an earlier one")
    path.write_bytes(content)
    store = SettingsFile(path)

    assert store.current() == Settings()

    aside = path.with_name("settings.json.broken-2")
    assert aside.read_bytes() == content
    assert store.problem == (
        f"The settings could not be read, so the defaults are used; they are kept in {aside}."
    )
    store.save(CHANGED)
    assert SettingsFile(path).current() == CHANGED


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('"volume": 101', "volume must be between 0 and 100, not 101"),
        ('"text_scale": 79', "text_scale must be between 80 and 200, not 79"),
        ('"skin_tone": -1', "skin_tone must be between 0 and 4, not -1"),
        ('"theme": "pink"', "theme: Invalid enum value 'pink'"),
        ('"sound": 1', "sound: Expected `bool`, got `int`"),
        ('"country": "Germany"', "country must be two capital letters or empty, not 'Germany'"),
        ('"language": "../en"', "language must be a language code or 'system', not '../en'"),
        ('"day_starts_at": "13:00:00"', "day_starts_at must be before noon, not 13:00"),
        ('"day_starts_at": "25:00"', "day_starts_at: Invalid RFC3339 encoded time"),
        ('"volume": null', "volume: Expected `int`, got `null`"),
    ],
)
def test_one_wrong_setting_alone_gets_its_default(path: Path, entry: str, problem: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"units": "us", {entry}, "reminders": true}}', encoding="utf-8")
    store = SettingsFile(path)

    assert store.current() == Settings(units=Units.US, reminders=True)
    assert store.problem == f"Some settings in {path} got their default: {problem}."


def test_settings_of_a_newer_program_are_passed_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"volume": 5, "hologram": {"on": true}}', encoding="utf-8")
    store = SettingsFile(path)

    assert store.current() == Settings(volume=5)
    assert store.problem == ""


def test_a_file_that_cannot_be_read_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    store = SettingsFile(path)

    assert store.current() == Settings()
    assert f"The settings in {path} cannot be read" in store.problem
    assert path.is_dir()


def test_settings_that_cannot_be_saved_are_said_and_the_old_ones_stay(path: Path) -> None:
    path.mkdir(parents=True)
    store = SettingsFile(path)

    with pytest.raises(StorageError, match=r"settings.json cannot be used"):
        store.save(CHANGED)

    assert store.current() == Settings()
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]
