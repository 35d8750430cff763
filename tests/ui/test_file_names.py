"""Names of files, and where the person wants them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.words import Words
from ankle_coach.ui.documents import documents_folder
from ankle_coach.ui.file_names import ask_where, file_name, write_where


def test_a_name_for_a_file_is_taken_by_every_system() -> None:
    assert file_name('Plan: "A/B" <1>') == "Plan- -A-B- -1"
    assert file_name("...") == "ankle-coach"


@pytest.mark.parametrize(
    ("chosen", "path"),
    [("/x/a.zip", "/x/a.zip"), ("/x/a.ZIP", "/x/a.ZIP"), ("/x/a", "/x/a.zip"), ("/x/v1.2", "/x/v1.2.zip")],
)
def test_the_ending_is_added_where_it_is_left_out(
    qtbot: QtBot, words: Words, monkeypatch: pytest.MonkeyPatch, chosen: str, path: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    offered: list[str] = []

    def ask(_window: QWidget, _title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.extend((name, kinds))
        return chosen, kinds

    monkeypatch.setattr("ankle_coach.ui.file_names.QFileDialog.getSaveFileName", ask)
    assert ask_where(window, words, "My journal", ".zip") == Path(path)
    assert offered == [str(documents_folder() / "My journal.zip"), "*.zip"]


def test_canceling_gives_no_file(qtbot: QtBot, words: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr("ankle_coach.ui.file_names.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    assert ask_where(window, words, "a", ".zip") is None


def test_what_is_written_and_what_is_refused_are_one_sentence_each(
    qtbot: QtBot, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    written: list[Path] = []
    qtbot.addWidget(window)

    def refuse(path: Path) -> None:
        raise StorageError(f"{path.name}: the disk is full.")

    chosen = iter(("/x/a", "/x/a", ""))
    monkeypatch.setattr(
        "ankle_coach.ui.file_names.QFileDialog.getSaveFileName", lambda *_: (next(chosen), "")
    )
    assert write_where(window, words, "a", ".zip", written.append) == "Written: a.zip"
    assert write_where(window, words, "a", ".zip", refuse) == "a.zip: the disk is full."
    assert write_where(window, words, "a", ".zip", written.append) == ""
    assert written == [Path("/x/a.zip")]
