"""Where files of the person's own are offered to be written or opened first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """Return the folder of documents, or the home folder where that does not exist.

    A file dialog that is given a bare name opens where the program was started, which may be a folder of the
    system.
    """
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()
