"""The few errors that Ankle Coach raises on purpose, each with one clear sentence."""

from __future__ import annotations


class AnkleCoachError(Exception):
    """Anything that went wrong in a way we understand; its text is shown to the person as it is."""


class ContentError(AnkleCoachError):
    """A content or exchange file says something that cannot be used.

    Attributes:
        file: The file's name as the person knows it.
        key: The path of the key inside the file, for example ``levels[2].dose``; empty for the whole file.
        problem: What is wrong, in one clause.
    """

    def __init__(self, file: str, key: str, problem: str) -> None:
        """Remember the three parts and make the sentence ``FILE: key: what is wrong``."""
        self.file = file
        self.key = key
        self.problem = problem
        super().__init__(": ".join(part for part in (file, key, problem) if part))


class StorageError(AnkleCoachError):
    """The journal could not be read or written for a reason outside the app (disk full, locked)."""


class NotFoundError(AnkleCoachError):
    """Somebody asked for an exercise, program, plan or record that does not exist."""
