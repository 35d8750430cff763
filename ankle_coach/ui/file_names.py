"""Names of files that every system takes, and where the person wants one saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.words import Words
from ankle_coach.ui.documents import documents_folder


def file_name(name: str) -> str:
    """Return a name that every file system takes."""
    kept = "".join(character if character.isalnum() or character in " -_" else "-" for character in name)
    return kept.strip(" -")[:80] or "ankle-coach"


def ask_where(window: QWidget, words: Words, name: str, suffix: str) -> Path | None:
    """Ask where a file is to be saved.

    Args:
        window: The window to stand over.
        words: The reader's language.
        name: The name that is offered, without its ending.
        suffix: The ending, with its dot; it is added where the person leaves it out.

    Returns:
        The file; None where the person thought better of it.
    """
    title = words.gettext("Save as")
    offered = str(documents_folder() / (file_name(name) + suffix))
    chosen, _ = QFileDialog.getSaveFileName(window, title, offered, f"*{suffix}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def write_where(
    window: QWidget, words: Words, name: str, suffix: str, write: Callable[[Path], object]
) -> str:
    """Write a file where the person says.

    Args:
        window: The window to stand over.
        words: The reader's language.
        name: The name that is offered, without its ending.
        suffix: The ending, with its dot.
        write: Writes it; what it refuses is said, not raised.

    Returns:
        The sentence that says what came of it; empty where the person thought better of it.
    """
    chosen = ask_where(window, words, name, suffix)
    if chosen is None:
        return ""
    try:
        write(chosen)
    except AnkleCoachError as error:
        return str(error)
    return words.gettext("Written: {file}").format(file=chosen.name)
