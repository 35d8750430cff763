"""Where a file dialog opens first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ankle_coach.ui.documents import documents_folder


@pytest.mark.parametrize(("there", "expected"), [(True, "Documents"), (False, "")])
def test_it_is_the_documents_or_home_and_never_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool, expected: str
) -> None:
    documents = tmp_path / "Documents"
    if there:
        documents.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    monkeypatch.chdir("/")
    assert documents_folder() == tmp_path / expected
