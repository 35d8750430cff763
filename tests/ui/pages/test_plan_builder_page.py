"""Building a plan as a therapist does: starting, adding, editing, moving, saving, printing, leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.domain.exercise import Equipment
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.own_exercise_dialog import OwnExerciseDialog
from ankle_coach.ui.models.exercise_list_model import EXERCISE
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.plan_card import PRESCRIPTIONS
from ankle_coach.ui.widgets.prescription_editor import PrescriptionEditor
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.several_editor import SeveralEditor
from ankle_coach.ui.widgets.stepper import Stepper
from tests.helpers.building import FOUR, ROBIN, Building, clinic, open_builder
from tests.helpers.widgets import child, press, texts, type_text

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def building(qtbot: QtBot, theme: Theme) -> Building:
    """The builder for Robin, who has no plan yet."""
    return open_builder(qtbot, theme)


@pytest.fixture
def four(building: Building) -> Building:
    """With four exercises."""
    return building.fill(*FOUR)


def button(building: Building, name: str) -> QPushButton:
    """A button of the page."""
    return child(building.page, QPushButton, name)


def exercises(building: Building) -> list[str]:
    """Exercises as the cards stand."""
    plan = building.draft.plan
    return [p.exercise for session in plan.sessions for p in plan.in_session(session.id)]


def editor(building: Building, exercise: str) -> PrescriptionEditor:
    """The open editor of an exercise."""
    found = building.page.outline.card(building.id_of(exercise)).editor
    assert isinstance(found, PrescriptionEditor)
    return found


def value(building: Building, exercise: str, key: Key) -> float:
    """A value of a dose."""
    dose = next(p.dose for p in building.draft.plan.prescriptions if p.exercise == exercise)
    return next(field.value for field in dose_fields(dose) if field.key is key)


# --- starting -------------------------------------------------------------------------------------


def test_an_empty_plan_offers_everything_to_start_from(building: Building) -> None:
    shown = texts(building.page)
    assert "A program and phase" in shown
    assert "Start from one of these" in shown
    assert not button(building, "save_button").isEnabled()
    button(building, "start_general_p3").click()
    assert len(exercises(building)) == 10
    assert child(building.page, QLineEdit, "plan_name").text() == "General soreness and prevention"
    assert building.draft.undo_name == "start from General soreness and prevention, Strength"
    button(building, "undo_button").click()
    assert exercises(building) == []


def test_a_template_of_mine_is_one_click(qtbot: QtBot, theme: Theme) -> None:
    coach = clinic()
    service = coach.services.builder
    service.save_template(service.from_program(ROBIN, "lateral-sprain", "p2"), "Sprain, week 1")
    building = open_builder(qtbot, theme, coach)
    (template,) = service.templates()
    button(building, f"template_{template.id}").click()
    assert building.draft.plan.name == "Sprain, week 1"
    assert building.draft.is_changed


def test_a_template_is_deleted_once_that_is_confirmed(qtbot: QtBot, theme: Theme) -> None:
    coach = clinic()
    service = coach.services.builder
    service.save_template(service.from_program(ROBIN, "lateral-sprain", "p2"), "Sprain, week 1")
    building = open_builder(qtbot, theme, coach)
    (template,) = service.templates()
    button(building, f"template_{template.id}").customContextMenuRequested.emit(QPoint())
    trigger(building.page._start_panel.menu, "delete_template")
    question = child(building.page, ConfirmDialog)
    assert service.templates() == (template,)
    child(question, QPushButton, "confirm_accept").click()
    assert service.templates() == ()
    assert "My templates" not in texts(building.page._start_panel)


def test_the_persons_own_plan_is_there_to_go_on_with(qtbot: QtBot, theme: Theme) -> None:
    coach = clinic()
    service = coach.services.builder
    service.save(ROBIN, service.from_program(ROBIN, "general", "p3"))
    building = open_builder(qtbot, theme, coach)
    assert not building.draft.is_changed
    assert "saved as version 1" in child(building.page, QLabel, "builder_who").text()


# --- adding ---------------------------------------------------------------------------------------


def test_a_click_and_enter_add_at_the_usual_dose(building: Building) -> None:
    gallery, search = building.page.picker.gallery, building.page.picker.search
    search.setText("two-leg calf")
    press(search, Qt.Key.Key_Return)
    assert exercises(building) == ["str-calf-bi"]
    search.clear()
    index = gallery.model().index(2, 0)
    gallery.scrollTo(index)
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=gallery.visualRect(index).center())
    assert len(exercises(building)) == 2
    assert building.page.outline.chosen == (building.draft.plan.prescriptions[-1].id,)


def test_a_second_click_adds_nothing_and_shows_what_is_there(four: Building) -> None:
    four.page.adder.add("str-calf-bi")
    assert exercises(four) == list(FOUR)
    assert four.page.toast.message.startswith("Two-leg calf raise is in Core days already")
    assert four.page.outline.chosen == (four.id_of("str-calf-bi"),)


def test_the_usual_dose_of_the_therapist_is_kept_and_used(four: Building) -> None:
    balance = four.id_of("bal-single-leg")
    four.page.outline.choose((balance,), opens=True)
    own = editor(four, "bal-single-leg")
    child(own, QWidget, "step_seconds").box.setValue(45)  # type: ignore[attr-defined]
    child(own, QPushButton, "usual_dose").click()
    assert four.page.toast.message.startswith("Kept")
    four.page.outline.remove()
    four.page.adder.add("bal-single-leg")
    assert value(four, "bal-single-leg", Key.SECONDS) == 45


def test_the_star_makes_a_favorite_that_comes_first(building: Building) -> None:
    gallery = building.page.picker.gallery
    index = gallery.model().index(1, 0)
    exercise = building.page.picker._model.exercise_ids[0]
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=gallery.star_of(index).center())
    assert building.service.favorites() == {exercise}
    assert exercises(building) == [], "the star adds nothing"
    assert gallery.model().index(0, 0).data() == "Favorites"
    press(gallery, Qt.Key.Key_Asterisk)
    assert building.service.favorites() == {exercise}, "nothing is current, so nothing is toggled"


def test_an_exercise_and_a_card_are_dropped_where_the_line_is(four: Building) -> None:
    group = four.page.outline.group("core-days")
    first = group.cards[0].geometry()
    drop(group, QPoint(first.center().x(), first.top() + 2), EXERCISE, b"str-short-foot")
    assert exercises(four)[0] == "str-short-foot"
    last = group.cards[-1].geometry()
    moved = four.id_of("str-calf-bi").encode()
    drop(group, QPoint(last.center().x(), last.bottom()), PRESCRIPTIONS, moved)
    assert exercises(four)[-1] == "str-calf-bi"
    assert four.draft.undo_name == "move: Two-leg calf raise"
    assert four.page.outline.card(four.id_of("str-calf-bi")).hasFocus(), "the keys go with the card"


def drop(target: QWidget, place: QPoint, kind: str, data: bytes) -> None:
    """Drag something over a widget and drop it there."""
    QApplication.sendPostedEvents()
    mime = QMimeData()
    mime.setData(kind, data)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(target, QDragEnterEvent(place, action, mime, buttons, none))
    QApplication.sendEvent(target, QDragMoveEvent(place, action, mime, buttons, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(place), action, mime, buttons, none))


# --- editing --------------------------------------------------------------------------------------


def test_a_click_opens_the_editor_in_place_and_its_steppers_change_the_sentence(four: Building) -> None:
    card = four.page.outline.card(four.id_of("str-calf-bi"))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    more = child(child(card, QWidget, "step_reps"), QToolButton, "more")
    more.click()
    more.click()
    assert "3 sets of 14" in texts(card)
    assert four.draft.undo_name == "repetitions 14: Two-leg calf raise"
    press(card, Qt.Key.Key_Z, CONTROL)
    assert "3 sets of 12" in texts(card), "stepping one value is one step"


def test_undo_is_the_pages_own_in_every_field(four: Building) -> None:
    four.page.outline.choose((four.id_of("str-calf-bi"),), opens=True)
    own = editor(four, "str-calf-bi")
    child(own, QPushButton, "more_button").click()
    box = child(own, Stepper, "step_sets").box
    note = child(own, QPlainTextEdit, "own_note")
    note.setFocus()
    type_text(note, "Hold the rail")
    box.setFocus()
    press(box, Qt.Key.Key_Up)
    for field in (box, note, child(four.page, QLineEdit, "plan_name")):
        field.setFocus()
        press(field, Qt.Key.Key_Z, CONTROL)
    assert (note.toPlainText(), box.value()) == ("", 3)
    assert exercises(four) == list(FOUR[:3]), "the third undo took the last added exercise back"
    press(box, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert exercises(four) == list(FOUR)


def test_all_by_keyboard(four: Building) -> None:
    outline = four.page.outline
    first = outline.card(four.id_of("str-calf-bi"))
    first.setFocus()
    press(first, Qt.Key.Key_Down)
    second = outline.card(four.id_of("bal-single-leg"))
    assert second.hasFocus()
    press(second, Qt.Key.Key_Up, ALT)
    assert exercises(four)[:2] == ["bal-single-leg", "str-calf-bi"]
    press(second, Qt.Key.Key_Down, SHIFT)
    assert len(outline.chosen) == 2
    press(outline.card(outline.chosen[1]), Qt.Key.Key_Delete)
    assert exercises(four) == ["flx-wall-gastroc", "mob-ankle-circles"]
    left = outline.card(four.id_of("flx-wall-gastroc"))
    assert left.hasFocus()
    press(left, Qt.Key.Key_D, CONTROL)
    assert exercises(four) == ["flx-wall-gastroc"] * 2 + ["mob-ankle-circles"]
    press(left, Qt.Key.Key_D, CONTROL)
    press(left, Qt.Key.Key_Return)
    assert outline.open_id == left.prescription_id
    press(left, Qt.Key.Key_Escape)
    assert outline.open_id == ""


def test_a_third_copy_is_refused_politely(four: Building) -> None:
    four.page.outline.choose((four.id_of("str-calf-bi"),))
    four.page.outline.duplicate()
    four.page.outline.duplicate()
    assert exercises(four).count("str-calf-bi") == 2
    assert "twice already" in four.page.toast.message


def test_several_are_edited_at_once(four: Building) -> None:
    outline = four.page.outline
    for exercise, modifier in (
        ("str-calf-bi", None),
        ("bal-single-leg", CONTROL),
        ("flx-wall-gastroc", CONTROL),
    ):
        card = outline.card(four.id_of(exercise))
        QTest.mouseClick(
            card, Qt.MouseButton.LeftButton, modifier or Qt.KeyboardModifier.NoModifier, QPoint(120, 12)
        )
    several = child(four.page, SeveralEditor)
    assert several.isVisible()
    assert "3 exercises chosen" in texts(several)
    several.stepper(Key.REST_SETS).box.setValue(60)
    assert four.draft.undo_name == "rest between sets 60 s for 3 exercises"
    assert {value(four, name, Key.REST_SETS) for name in FOUR[:3]} == {60}
    assert value(four, "mob-ankle-circles", Key.REST_SETS) != 60
    child(several, QPushButton, "several_done").click()
    assert not several.isVisible()


def test_warnings_stand_on_their_card_and_in_the_list_with_their_source(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, clinic((Equipment.TOWEL,)))
    building.fill(*FOUR, "bal-board", "bal-tandem", "str-short-foot")
    card = building.page.outline.card(building.id_of("bal-board"))
    assert "Not at hand: wobble board." in texts(card)
    opener = button(building, "warnings_button")
    assert opener.text() == f"{len(building.draft.warnings)} warnings"
    opener.click()
    panel = building.page.desk.dialog
    assert panel is not None
    assert "5 core exercises on one day (Monday, Wednesday, Friday)" in texts(panel)
    assert {chip.text() for chip in panel.findChildren(QToolButton)} >= {
        "App rule",
        "Arensman: thesis on home exercise",
    }
    child(panel, QPushButton, "warning_place").click()
    assert building.page.outline.chosen == (building.id_of("bal-board"),)


def test_name_side_dates_ceiling_and_note_belong_to_the_plan(four: Building) -> None:
    name = child(four.page, QLineEdit, "plan_name")
    name.selectAll()
    type_text(name, "Calf plan")
    assert four.draft.plan.name == "Calf plan"
    assert four.draft.undo_name == "name"
    button(four, "undo_button").click()
    assert name.text() == "Exercise plan", "typing is one step"
    child(child(four.page, QWidget, "plan_ceiling"), QToolButton, "more").click()
    assert four.draft.plan.pain_ceiling == 4
    child(four.page, QWidget, "has_review").click()  # type: ignore[attr-defined]
    review = four.draft.plan.review_on
    assert review is not None
    assert (review - four.draft.plan.starts_on).days == 28
    four.page._facts._note.setPlainText("Ice after work.")
    assert four.draft.plan.note == "Ice after work."


def test_groups_are_added_named_timed_and_deleted(four: Building) -> None:
    outline, menus = four.page.outline, four.page.menus
    button(four, "add_group").click()
    assert menus.menu is not None
    trigger(menus.menu, "action_new_evening")
    group = outline.group("evening")
    assert "Nothing in this group yet" in texts(group)
    name = child(group, QLineEdit, "group_name")
    name.selectAll()
    type_text(name, "Before bed")
    assert four.draft.plan.session("evening").name == "Before bed"
    child(group, QPushButton, "group_frequency").click()
    assert group.popup is not None
    child(group.popup, QPushButton, "slot_midday").click()
    assert child(group, QPushButton, "group_frequency").text().startswith("2 times a day")
    group.popup.close()
    menus.open_card(four.id_of("str-calf-bi"), QPoint())
    outline.choose((four.id_of("str-calf-bi"),))
    trigger(menus.menu, "action_to_evening")
    assert four.draft.plan.in_session("evening")[0].exercise == "str-calf-bi"
    menus.open_group("evening", QPoint())
    trigger(menus.menu, "action_delete")
    assert exercises(four) == list(FOUR[1:])


def trigger(menu: QWidget | None, name: str) -> None:
    """Choose an entry of a menu, in it or in one of its menus."""
    from PySide6.QtGui import QAction

    assert menu is not None
    found = menu.findChild(QAction, name)
    assert isinstance(found, QAction), name
    found.trigger()
    menu.close()


# --- narrow and large -----------------------------------------------------------------------------


def test_in_a_narrow_window_the_parts_take_turns(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, size=(820, 600), printing=True).fill(*FOUR)
    tabs = child(building.page, SegmentedControl, "builder_tabs")
    assert tabs.keys == ("plan", "exercises", "facts", "preview")
    assert not building.page.picker.isVisible()
    tabs.set_current("exercises")
    assert building.page.picker.isVisible()
    assert not building.page.outline.isVisible()


def test_an_exercise_is_written_in_the_builder_and_found_at_once(building: Building) -> None:
    button(building, "new_exercise").click()
    dialog = building.page.window().findChild(OwnExerciseDialog)
    assert dialog is not None
    dialog._name.edit.setText("Towel lift")
    dialog._cues.edit.setPlainText("Lift")
    dialog.accept()
    gallery = building.page.picker.gallery
    assert gallery.currentIndex().data() == "Towel lift"
    assert exercises(building) == [], "it is written, not prescribed"
    press(gallery, Qt.Key.Key_Return)
    assert [building.coach.services.library.exercise(one).name for one in exercises(building)] == [
        "Towel lift"
    ]
