"""Files in the window: shown before anything changes, taken in on a word, written where the person says."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.words import Words
from ankle_coach.exchange.plan_file import read_plan
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.arrival_dialog import ArrivalDialog
from ankle_coach.ui.file_flow import FileFlow
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.file_menu import FileAction, FileMenu
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.own import OWN_ID, PICTURE, own_exercise
from tests.helpers.story import Story
from tests.helpers.widgets import child, click, texts

_REPORTED: list[QWidget] = []
"""Windows over which a report was asked for."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What dialogs stand over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _flow(coach: FakeCoach, window: QWidget, theme: Theme, words: Words) -> tuple[FileFlow, list[str]]:
    services = coach.services
    plan, report = services.plans.current, _REPORTED.append
    flow = FileFlow(services.files, services.paper, plan, report, theme, words, ChangeHub(), window)
    said: list[str] = []
    flow.said.connect(said.append)
    return flow, said


def _plan_file(folder: Path, person: str = "") -> Path:
    coach = FakeCoach().with_plan("p3")
    plan = coach.services.plans.current()
    assert plan is not None
    path = folder / "plan.ankleplan"
    coach.services.files.send_plan(plan, path, person=person)
    return path


def test_a_plan_is_shown_with_its_doses_and_taken_in_on_a_word(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words
) -> None:
    runner = FakeCoach().with_plan("p2")
    flow, said = _flow(runner, window, theme, words)

    flow.open(_plan_file(tmp_path))

    dialog = child(window, ArrivalDialog)
    shown = texts(dialog)
    assert "3 sets of 12" in shown
    assert "General soreness and prevention, Strength, version 1" in shown
    assert "Monday, Wednesday, Friday" in shown
    assert child(dialog, QPushButton, "arrival_accept") is dialog.focusWidget()
    assert "What changes against the present plan" in shown
    assert len(runner.services.plans.versions()) == 1
    click(child(dialog, QPushButton, "arrival_accept"))
    assert [plan.reason for plan in runner.services.plans.versions()] == ["chosen", "imported"]
    assert said == ["The plan of the file holds from today on."]


def test_cancel_changes_nothing(tmp_path: Path, window: QWidget, theme: Theme, words: Words) -> None:
    runner = FakeCoach()
    flow, said = _flow(runner, window, theme, words)
    flow.open(_plan_file(tmp_path, "Ada"))

    dialog = child(window, ArrivalDialog)
    assert "A plan for Ada" in texts(dialog)
    assert "It begins a new journal." in texts(dialog)
    click(child(dialog, QPushButton, "arrival_cancel"))

    assert (runner.journal.persons(), said) == ((), [])


def test_names_from_a_file_are_never_read_as_markup(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words
) -> None:
    flow, _ = _flow(FakeCoach(), window, theme, words)
    flow.open(_plan_file(tmp_path, '<b>Ada</b> & "co"'))

    dialog = child(window, ArrivalDialog)
    assert 'A plan for <b>Ada</b> & "co"' in texts(dialog)
    from PySide6.QtWidgets import QLabel

    formats = {found.textFormat() for found in dialog.findChildren(QLabel) if "<b>" in found.text()}
    assert formats == {Qt.TextFormat.PlainText}
    dialog.reject()


def test_a_broken_file_is_one_sentence(tmp_path: Path, window: QWidget, theme: Theme, words: Words) -> None:
    path = tmp_path / "broken.ankleplan"
    path.write_text('{"format": "ankle-coach-plan", "version": 9}')
    flow, said = _flow(FakeCoach(), window, theme, words)

    flow.open(path)

    assert said == ["broken.ankleplan: version: is 9; this program reads up to 1: please update it"]
    assert window.findChild(QDialog) is None


def test_own_exercises_that_differ_can_stay(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words
) -> None:
    colleague = FakeCoach()
    colleague.journal.save_on_shelf(own_exercise(picture=PICTURE))
    path = tmp_path / "mine.anklelibrary"
    colleague.services.files.send_library(path)
    coach = FakeCoach()
    coach.journal.save_on_shelf(own_exercise(name="Mine is better"))
    flow, _ = _flow(coach, window, theme, words)

    flow.open(path)
    dialog = child(window, ArrivalDialog)
    assert "Marble pick-up, with a picture" in texts(dialog)
    child(dialog, QCheckBox, "arrival_replace").setChecked(False)
    click(child(dialog, QPushButton, "arrival_accept"))

    assert coach.services.library.exercise(OWN_ID).name == "Mine is better"


def test_a_journal_is_told_whose_it_is(tmp_path: Path, window: QWidget, theme: Theme, words: Words) -> None:
    runner = Story()
    runner.coach.with_plan("p3")
    runner.live(2)
    path = tmp_path / "back.anklejournal"
    runner.services.files.send_journal(path)
    mine = FakeCoach().with_plan("p3")
    flow, said = _flow(mine, window, theme, words)

    flow.open(path)
    dialog = child(window, ArrivalDialog)
    whose = child(dialog, QComboBox, "arrival_person")
    assert whose.currentText() == "Somebody new"
    assert "2 sessions" in texts(dialog)
    whose.setCurrentIndex(0)
    click(child(dialog, QPushButton, "arrival_accept"))

    assert said == ["The journal is merged."]
    assert len(mine.services.transfer.contents().sessions) == 2


def test_the_plan_goes_where_the_person_says(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = FakeCoach().with_plan("p3")
    flow, said = _flow(coach, window, theme, words)
    chosen = tmp_path / "for the therapist"
    monkeypatch.setattr("ankle_coach.ui.file_flow.QFileDialog.getSaveFileName", lambda *_: (str(chosen), ""))

    flow.act(FileAction.SEND_PLAN)

    assert said == ["Written: for the therapist.ankleplan"]
    assert read_plan(tmp_path / "for the therapist.ankleplan").plan == coach.services.plans.current()


@pytest.mark.parametrize(
    ("action", "name", "offered"),
    [
        (FileAction.SEND_PLAN, "", "General soreness and prevention version 1.ankleplan"),
        (FileAction.SEND_NAMED_PLAN, "K-17", "K-17 General soreness and prevention version 1.ankleplan"),
    ],
)
def test_the_name_goes_along_only_where_that_is_asked(
    tmp_path: Path,
    window: QWidget,
    theme: Theme,
    words: Words,
    monkeypatch: pytest.MonkeyPatch,
    action: FileAction,
    name: str,
    offered: str,
) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.journal.save_person(replace(coach.services.people.required(), name="K-17"))
    flow, _ = _flow(coach, window, theme, words)
    asked: list[str] = []

    def choose(_window: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(path).name)
        return str(tmp_path / "plan.ankleplan"), ""

    monkeypatch.setattr("ankle_coach.ui.file_flow.QFileDialog.getSaveFileName", choose)
    flow.act(action)
    assert asked == [offered]
    assert read_plan(tmp_path / "plan.ankleplan").person == name


def test_a_file_that_cannot_be_written_is_said(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow, said = _flow(FakeCoach().with_plan("p3"), window, theme, words)
    chosen = tmp_path / "no such folder" / "a.ankleplan"
    monkeypatch.setattr("ankle_coach.ui.file_flow.QFileDialog.getSaveFileName", lambda *_: (str(chosen), ""))

    flow.act(FileAction.SEND_PLAN)

    assert said == ["a.ankleplan: cannot be written: No such file or directory"]


def test_every_action_of_the_menu_is_told_by_its_name(qtbot: QtBot, words: Words) -> None:
    button = FileMenu(words, tuple(FileAction))
    qtbot.addWidget(button)
    told: list[str] = []
    button.action_chosen.connect(told.append)

    for item in button.menu().actions():
        item.trigger()

    assert told == [action.value for action in FileAction]


def test_only_a_file_of_ours_can_be_dropped_onto_the_window(qtbot: QtBot, theme: Theme, words: Words) -> None:
    window = MainWindow(theme, words, ())
    qtbot.addWidget(window)
    dropped: list[str] = []
    window.file_dropped.connect(dropped.append)

    for name in ("plan.ankleplan", "letter.txt", "J.ANKLEJOURNAL"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(f"/tmp/{name}")])
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPoint(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
        window.dropEvent(event)

    assert [Path(path).name for path in dropped] == ["plan.ankleplan", "J.ANKLEJOURNAL"]


def test_a_doubt_about_whose_journal_it_is_is_said(
    tmp_path: Path, window: QWidget, theme: Theme, words: Words
) -> None:
    runner = Story()
    runner.coach.with_plan("p3")
    runner.live(1)
    path = tmp_path / "back.anklejournal"
    runner.services.files.send_journal(path)
    clinic = FakeCoach(settings=MemorySettings(Settings(role=UserRole.THERAPIST)))
    people = clinic.services.people
    for name in ("Ada", "Ben"):
        people.add(replace(people.new(), name=name))
    flow, _ = _flow(clinic, window, theme, words)

    flow.open(path)
    dialog = child(window, ArrivalDialog)
    whose, doubt = child(dialog, QComboBox, "arrival_person"), child(dialog, QLabel, "arrival_doubt")
    assert doubt.isHidden(), "nobody was chosen who is here"
    whose.setCurrentText("Ada")
    assert doubt.text() == "Nothing in this file says that it is of Ada."
    click(child(dialog, QPushButton, "arrival_accept"))

    flow.open(path)
    dialog = window.findChildren(ArrivalDialog)[-1]
    whose, doubt = child(dialog, QComboBox, "arrival_person"), child(dialog, QLabel, "arrival_doubt")
    assert whose.currentText() == "Ada"
    assert doubt.isHidden()
    whose.setCurrentText("Ben")
    assert doubt.text() == "This file knows Ada: it holds their plan or their records."
    dialog.reject()
