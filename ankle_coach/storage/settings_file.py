"""The settings in a small JSON file; a broken one is kept aside, never a reason not to start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from ankle_coach.domain.settings import Settings
from ankle_coach.storage.private_file import replace_private_file

if TYPE_CHECKING:
    from pathlib import Path


class SettingsFile:
    """Where the settings are kept.

    Attributes:
        path: The file.
        problem: What was wrong with the file when it was read, in a sentence or two; empty for nothing.
    """

    def __init__(self, path: Path) -> None:
        """Remember the file; it is read when the settings are first asked for."""
        self.path = path
        self.problem = ""
        self._current: Settings | None = None

    def current(self) -> Settings:
        """Return the settings as they are now."""
        return self.load() if self._current is None else self._current

    def load(self) -> Settings:
        """Read the file again; what is missing or wrong in it gets its default, and `problem` says so."""
        self.problem = ""
        self._current = self._read()
        return self._current

    def save(self, settings: Settings) -> None:
        """Keep the settings, durably.

        Raises:
            StorageError: The file cannot be written; the old settings stay.
        """
        from ankle_coach.storage.failures import failures_of  # noqa: PLC0415 - it loads SQLite

        content = msgspec.json.format(msgspec.json.encode(settings), indent=2)
        with failures_of(self.path):
            replace_private_file(self.path, content + b"\n")
        self._current = settings

    def _read(self) -> Settings:
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            reason = error.strerror or error
            self.problem = f"The settings in {self.path} cannot be read ({reason}); the defaults are used."
            return Settings()
        try:
            table = msgspec.json.decode(content, type=dict[str, Any])
        except (ValueError, RecursionError):
            self._keep_aside()
            return Settings()
        settings, wrong = settings_from(table)
        if wrong:
            problems = "; ".join(wrong)
            self.problem = f"Some settings in {self.path} got their default: {problems}."
        return settings

    def _keep_aside(self) -> None:
        """Rename a file that is no JSON, so that a person can still look into it."""
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.broken-{number}")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError:
            aside = self.path
        self.problem = f"The settings could not be read, so the defaults are used; they are kept in {aside}."


def settings_from(table: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Return the settings that a table names, each wrong one at its default, and what is wrong with those.

    Names that this program does not know (a newer one wrote them) are passed over.
    """
    settings = Settings()
    wrong = []
    for field in msgspec.structs.fields(Settings):
        if field.encode_name not in table:
            continue
        try:
            value = msgspec.convert(table[field.encode_name], field.type)
            settings = msgspec.structs.replace(settings, **{field.name: value})
        except ValueError as error:
            problem = str(error)
            named = problem.startswith(field.name)
            wrong.append(problem if named else f"{field.name}: {problem}")
    return settings, wrong
