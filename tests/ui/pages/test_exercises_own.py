"""Own exercises on the page of exercises: written, marked, filtered, shown, and sent as a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose_fields import Key
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.models.exercise_list_model import Role
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.pages.exercises_page import ExercisesPage
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.picture_view import PictureView
from ankle_coach.ui.widgets.toast import Toast
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, drawn_picture, own_exercise
from tests.helpers.widgets import child, label, press, texts


@pytest.fixture
def coach() -> FakeCoach:
    """A wired app with an own exercise that has a picture."""
    coach = FakeCoach()
    coach.services.own_exercises.save(own_exercise(picture=drawn_picture()))
    return coach


@pytest.fixture
def hub() -> ChangeHub:
    """Tells of changes."""
    return ChangeHub()


@pytest.fixture
def desk(coach: FakeCoach, theme: Theme, words: Words, hub: ChangeHub) -> OwnExerciseDesk:
    """Where exercises are written."""
    services = coach.services
    return OwnExerciseDesk(services.own_exercises, services.library, theme, words, hub, lambda: 0)


@pytest.fixture
def page(
    qtbot: QtBot, coach: FakeCoach, theme: Theme, words: Words, hub: ChangeHub, desk: OwnExerciseDesk
) -> ExercisesPage:
    """The page as wide as a laptop's."""
    page = ExercisesPage(coach.services.library, theme, words, hub, coach.services.settings, desk)
    qtbot.addWidget(page)
    page.resize(1270, 768)
    with qtbot.waitActive(page):
        page.show()
    return page


def test_they_are_marked_and_can_be_shown_alone(page: ExercisesPage) -> None:
    index = page._model.index_of(OWN_ID)
    assert index.data(Role.BADGE) == "Mine"
    assert "Mine" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page._model.index_of("str-calf-bi").data(Role.BADGE) == ""
    mine = child(page, QPushButton, "mine_filter")
    mine.click()
    assert page._model.exercise_ids == (OWN_ID,)
    assert label(page, "result_count").text() == "1 of 47 exercises"
    child(page, QPushButton, "clear_filters").click()
    assert not mine.isChecked()
    assert len(page._model.exercise_ids) == 47


def test_the_filter_is_there_once_there_is_something_of_one_s_own(
    page: ExercisesPage, coach: FakeCoach, hub: ChangeHub
) -> None:
    mine = child(page, QPushButton, "mine_filter")
    assert mine.isVisible()
    hub.publish(coach.services.own_exercises.delete(OWN_ID))
    assert not mine.isVisible()


def test_the_detail_shows_the_picture_and_the_author_s_words(page: ExercisesPage) -> None:
    page.show_exercise(OWN_ID)
    detail = page._detail
    assert child(detail, PictureView).picture == drawn_picture()
    assert detail.figure is None
    told = texts(detail)
    for words in ("Mine", "Get ready:", "Lift a marble with your toes.", "Three days a week", "each foot"):
        assert words in told
    assert "It claims no source." in texts(child(detail, QWidget, "evidence_card"))
    page.show_exercise("str-calf-bi")
    assert "Mine" not in texts(detail)
    assert detail.findChild(PictureView) is None


def test_one_is_written_with_ctrl_n_and_is_in_view_then(
    qtbot: QtBot, page: ExercisesPage, desk: OwnExerciseDesk
) -> None:
    page._filters.search.setText("circles")
    press(page._list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.dialog
    assert dialog is not None
    dialog._name.edit.setText("Towel lift")
    dialog._cues.edit.setPlainText("Lift")
    dialog.accept()
    assert label(page, "detail_name").text() == "Towel lift"
    assert label(page, "result_count").text() == "48 exercises"


def test_what_was_edited_is_seen_at_once(page: ExercisesPage, desk: OwnExerciseDesk) -> None:
    page.show_exercise(OWN_ID)
    assert "2 sets of 10" in page._model.index_of(OWN_ID).data(Role.DOSE).replace("\u00a0", " ")
    child(page, QPushButton, "edit_exercise").click()
    dialog = desk.dialog
    assert dialog is not None
    dialog._name.edit.setText("Marbles, big ones")
    dialog._levels.dose_editor.stepper(Key.REPS).box.setValue(15)
    dialog.accept()
    assert label(page, "detail_name").text() == "Marbles, big ones"
    index = page._model.index_of(OWN_ID)
    assert "2 sets of 15" in index.data(Role.DOSE).replace("\u00a0", " ")


def test_copy_edit_and_delete_stand_where_they_apply(page: ExercisesPage, desk: OwnExerciseDesk) -> None:
    page.show_exercise("str-calf-bi")
    assert page.findChild(QPushButton, "edit_exercise") is None
    child(page, QPushButton, "copy_exercise").click()
    assert desk.dialog is not None
    desk.dialog.accept()
    assert page.current_id.startswith("own-")
    assert page._detail.figure is not None, "a copy borrows the figure"
    page.show_exercise(OWN_ID)
    child(page, QPushButton, "delete_exercise").click()
    assert desk.question is not None
    desk.question.accept()
    assert page.current_id != OWN_ID
    assert "is deleted" in label(page, "toast_text").text()
    child(page, Toast).hide_message()


def test_without_a_desk_nothing_can_be_written(
    qtbot: QtBot, coach: FakeCoach, theme: Theme, words: Words, hub: ChangeHub
) -> None:
    page = ExercisesPage(coach.services.library, theme, words, hub)
    qtbot.addWidget(page)
    for name in ("new_exercise", "copy_exercise", "file_menu"):
        assert page.findChild(QPushButton, name) is None


def test_another_picture_is_painted_anew(page: ExercisesPage, coach: FakeCoach, hub: ChangeHub) -> None:
    page.show_exercise(OWN_ID)
    stills = page._list.stills
    page._list.viewport().repaint()
    stills.finish()
    before = page._list.viewport().grab().toImage()
    hub.publish(coach.services.own_exercises.save(own_exercise(picture=drawn_picture(color="maroon"))))
    page._list.viewport().repaint()
    stills.finish()
    assert page._list.viewport().grab().toImage() != before


def test_files_lead_to_the_window_s_door(
    qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, hub = coach.services, ChangeHub()
    pages = Pages(services, coach.clock, theme, translator(), hub, tmp_path)
    shell = Shell(pages.factories(), lambda: services.sessions, services.settings, theme, translator(), hub)
    qtbot.addWidget(shell.window)
    page = shell.window.show_page("exercises")
    done: list[str] = []
    monkeypatch.setattr(shell.files.flow, "act", done.append)
    for name in ("file_send-library", "file_open"):
        action = page.findChild(QAction, name)
        assert isinstance(action, QAction)
        action.trigger()
    assert done == ["send-library", "open"]
