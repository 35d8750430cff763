"""Writing, copying, changing and deleting own exercises over a page."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, own_exercise


@pytest.fixture
def coach() -> FakeCoach:
    """A wired app with a plan and an own exercise."""
    coach = FakeCoach().with_plan("p3")
    coach.services.own_exercises.save(own_exercise())
    return coach


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The page that asks."""
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def hub() -> ChangeHub:
    """Is told of changes."""
    return ChangeHub()


@pytest.fixture
def desk(coach: FakeCoach, over: QWidget, theme: Theme, words: Words, hub: ChangeHub) -> OwnExerciseDesk:
    """The desk."""
    services = coach.services
    return OwnExerciseDesk(services.own_exercises, services.library, theme, words, hub, lambda: 2, over)


def test_a_new_one_is_told_of_once_it_is_kept(
    qtbot: QtBot, desk: OwnExerciseDesk, over: QWidget, hub: ChangeHub, coach: FakeCoach
) -> None:
    desk.write_new(over)
    dialog = desk.dialog
    assert dialog is not None
    dialog._name.edit.setText("Towel lift")
    dialog._cues.edit.setPlainText("Lift")
    with qtbot.waitSignal(hub.changed) as changed, qtbot.waitSignal(desk.exercise_saved):
        dialog.accept()
    assert changed.args is not None
    assert changed.args[0].touches(Changes.LIBRARY)
    assert desk.dialog is None
    assert [own.exercise.name for own in coach.services.own_exercises.every()] == [
        "Marble pick-up",
        "Towel lift",
    ]


def test_a_copy_begins_with_all_of_the_other_and_is_another(
    desk: OwnExerciseDesk, over: QWidget, coach: FakeCoach
) -> None:
    desk.copy("str-calf-bi", over)
    assert desk.dialog is not None
    assert desk.dialog.own.figure == "str-calf-bi"
    desk.dialog.accept()
    assert len(coach.services.own_exercises.every()) == 2
    desk.copy(OWN_ID, over)
    assert desk.dialog is not None
    assert desk.dialog.own.id != OWN_ID
    desk.dialog.reject()


def test_a_failed_save_keeps_the_form(desk: OwnExerciseDesk, over: QWidget, coach: FakeCoach) -> None:
    desk.edit(OWN_ID, over)
    dialog = desk.dialog
    assert dialog is not None
    dialog._name.edit.setText("Marbles")
    coach.journal.failure = StorageError("The disk is full.")
    dialog.accept()
    assert desk.dialog is dialog
    assert dialog.problem.startswith("The disk is full.")
    coach.journal.failure = None
    dialog.accept()
    assert coach.services.library.exercise(OWN_ID).name == "Marbles"


def _use(coach: FakeCoach) -> None:
    plan = coach.services.plans.current()
    assert plan is not None
    first = msgspec.structs.replace(plan.prescriptions[0], exercise=OWN_ID, level="own")
    prescriptions = (first, *plan.prescriptions[1:])
    coach.services.plans.accept(msgspec.structs.replace(plan, prescriptions=prescriptions))


def test_a_plan_keeps_its_level_and_dose_when_the_exercise_is_changed(
    desk: OwnExerciseDesk, over: QWidget, coach: FakeCoach
) -> None:
    _use(coach)
    before = coach.services.plans.current()
    assert before is not None
    desk.edit(OWN_ID, over)
    assert desk.dialog is not None
    desk.dialog._levels._kinds.set_current("hold")
    desk.dialog.accept()
    after = coach.services.plans.current()
    assert after is not None
    assert after.prescriptions == before.prescriptions
    assert coach.services.library.exercise(OWN_ID).level(after.prescriptions[0].level).id == "own"
    assert coach.services.sessions.start(after.prescriptions[0].session).state.steps


def test_one_that_a_plan_uses_is_not_deleted_and_the_reason_is_told(
    qtbot: QtBot, desk: OwnExerciseDesk, over: QWidget, coach: FakeCoach
) -> None:
    _use(coach)
    with qtbot.waitSignal(desk.said) as said:
        desk.ask_delete(OWN_ID, over)
    assert said.args[0].startswith("It stays, because 1 plan version uses it.")
    assert desk.question is None
    assert coach.services.own_exercises.find(OWN_ID) is not None


def test_one_that_nobody_uses_is_deleted_after_a_question(
    qtbot: QtBot, desk: OwnExerciseDesk, over: QWidget, hub: ChangeHub, coach: FakeCoach
) -> None:
    assert desk.any_there
    desk.ask_delete(OWN_ID, over)
    assert desk.question is not None
    desk.question.reject()
    assert coach.services.own_exercises.find(OWN_ID) is not None
    desk.ask_delete(OWN_ID, over)
    with qtbot.waitSignals([hub.changed, desk.said]):
        desk.question.accept()
    assert coach.services.own_exercises.find(OWN_ID) is None
    assert not desk.any_there


def test_a_disk_that_fails_while_deleting_is_told(
    qtbot: QtBot, desk: OwnExerciseDesk, over: QWidget, coach: FakeCoach
) -> None:
    desk.ask_delete(OWN_ID, over)
    assert desk.question is not None
    coach.journal.failure = StorageError("The disk is full.")
    with qtbot.waitSignal(desk.said) as said:
        desk.question.accept()
    assert said.args == ["The disk is full."]


def test_a_shipped_exercise_is_neither_edited_nor_deleted(desk: OwnExerciseDesk, over: QWidget) -> None:
    desk.edit("str-calf-bi", over)
    desk.ask_delete("str-calf-bi", over)
    assert (desk.dialog, desk.question) == (None, None)
