"""Where Ankle Coach keeps a person's files on this computer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

_APP = "ankle-coach"
_OWNER_ONLY = 0o700


class AppPaths(NamedTuple):
    """The folders of one set of data.

    Attributes:
        data_dir: Holds the journal and its backups.
        config_dir: Holds the settings.
        cache_dir: Holds what can be made again.
    """

    data_dir: Path
    config_dir: Path
    cache_dir: Path

    @property
    def journal_file(self) -> Path:
        """The SQLite file of persons, plans and records."""
        return self.data_dir / "journal.sqlite3"

    @property
    def settings_file(self) -> Path:
        """The file of settings."""
        return self.config_dir / "settings.json"

    @property
    def backups_dir(self) -> Path:
        """Copies of the journal, made before it is changed to a new form."""
        return self.data_dir / "backups"

    @property
    def lock_file(self) -> Path:
        """Held by the one window that has this data open."""
        return self.data_dir / "ankle-coach.lock"

    @property
    def server_name(self) -> str:
        """The name under which a second start finds the first; short, and the same for the same data."""
        import hashlib  # noqa: PLC0415 - it loads OpenSSL, which the first window does without

        whole = os.fsencode(os.path.normcase(self.data_dir.absolute()))
        return f"{_APP}-{hashlib.sha256(whole).hexdigest()[:16]}"


def app_paths(data_dir: Path | None = None) -> AppPaths:
    """Return the folders to use.

    Args:
        data_dir: The folder given with ``--data-dir``; it then holds everything.
            None means the folders that the system has for programs' files.
    """
    if data_dir is not None:
        root = data_dir.expanduser().resolve()
        return AppPaths(root, root, root / "cache")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not where the folder is given

    dirs = PlatformDirs(_APP, appauthor=False)
    return AppPaths(Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_cache_dir))


def ensure(paths: AppPaths) -> None:
    """Make the folders that are missing, readable by their owner only.

    A folder that is there already keeps its rights: with ``--data-dir`` it may
    hold other things, which are not ours to lock.

    Raises:
        OSError: A folder cannot be made.
    """
    for folder in (paths.data_dir, paths.config_dir, paths.cache_dir, paths.backups_dir):
        folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
