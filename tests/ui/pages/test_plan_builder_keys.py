"""Adding to a plan without the mouse: search, add, search again, and undo from where one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.several_editor import SeveralEditor
from tests.helpers.building import Building, open_builder
from tests.helpers.keys import focused, tab_round
from tests.helpers.widgets import child, press, texts, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def building(qtbot: QtBot, theme: Theme) -> Building:
    """The builder for Robin, who has no plan yet."""
    return open_builder(qtbot, theme)


def _exercises(building: Building) -> list[str]:
    plan = building.draft.plan
    return [p.exercise for session in plan.sessions for p in plan.in_session(session.id)]


def test_the_search_keeps_the_keys_from_the_first_exercise_to_the_last(building: Building) -> None:
    search = building.page.picker.search
    search.setFocus()
    for typed in ("two-leg calf", "single-leg stand", "ankle circles"):
        type_text(search, typed)
        press(search, Qt.Key.Key_Return)
        assert search.hasFocus()
    assert _exercises(building) == ["str-calf-bi", "bal-single-leg", "mob-ankle-circles"]
    press(search, Qt.Key.Key_Z, CONTROL)
    assert _exercises(building) == ["str-calf-bi", "bal-single-leg"], "the plan's undo, not the field's"


def test_a_card_keeps_the_keys_when_it_becomes_a_favorite(building: Building) -> None:
    gallery, search = building.page.picker.gallery, building.page.picker.search
    search.setText("stand")
    gallery.setFocus()
    press(gallery, Qt.Key.Key_Right)
    here = gallery.currentIndex().data()
    type_text(gallery, "*")
    assert gallery.currentIndex().data() == here
    type_text(gallery, "*")
    assert building.service.favorites() == frozenset()


def test_f6_goes_from_part_to_part_and_back(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, printing=True)
    building.fill("str-calf-bi")
    building.page.picker.search.setFocus()
    card = f"card_{building.id_of('str-calf-bi')}"
    for name in (card, "handout_preview", "plan_name", "picker_search", card):
        press(focused(), Qt.Key.Key_F6)
        assert focused().objectName() == name
    press(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused().objectName() == "picker_search"


def test_tab_goes_from_the_exercises_through_the_plan_to_the_handout(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, printing=True)
    for _ in range(2):  # also after the plan was empty again
        building.fill("str-calf-bi")
        building.page.picker.gallery.setFocus()
        order = [stop.objectName() for stop in tab_round()]
        assert order.index("group_name") < order.index("add_group") < order.index("handout_preview")
        assert order.index("handout_preview") < order.index("picker_search")
        head = [
            order.index(name)
            for name in ("template_button", "preview_toggle", "builder_print", "save_button")
        ]
        assert head == sorted(head), "as they stand"
        building.draft.undo()


def test_arrows_go_through_programs_and_phases_which_tab_reaches_as_one(building: Building) -> None:
    building.page.picker.search.setFocus()
    press(focused(), Qt.Key.Key_F6)
    first = focused().objectName()
    for key, name in (
        (Qt.Key.Key_Right, "start_achilles-insertional_p2"),
        (Qt.Key.Key_Down, "start_achilles-midportion_p2"),
        (Qt.Key.Key_End, "start_achilles-midportion_mx"),
        (Qt.Key.Key_Home, "start_achilles-midportion_p1"),
        (Qt.Key.Key_Up, first),
        (Qt.Key.Key_Up, first),
    ):
        press(focused(), key)
        assert focused().objectName() == name
    press(focused(), Qt.Key.Key_Tab)
    assert focused().objectName() == "start_more"


def test_enter_edits_several_chosen_exercises_and_escape_leads_back_to_the_first(building: Building) -> None:
    building.fill("str-calf-bi", "bal-single-leg")
    outline = building.page.outline
    outline.choose(())
    outline.take_keys()
    press(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len([*outline.chosen]) == 2
    press(focused(), Qt.Key.Key_Return)
    assert child(building.page, SeveralEditor).isAncestorOf(focused())
    press(focused(), Qt.Key.Key_Escape)
    assert not [*outline.chosen]
    assert focused() is outline.card(building.id_of("str-calf-bi"))


def test_escape_leads_out_of_the_builder_and_asks_where_something_is_not_saved(
    building: Building, qtbot: QtBot
) -> None:
    search = building.page.picker.search
    search.setFocus()
    type_text(search, "stand")
    press(focused(), Qt.Key.Key_Escape)
    assert search.text() == ""
    with qtbot.waitSignal(building.page.left):
        press(focused(), Qt.Key.Key_Escape)
    building.fill("str-calf-bi")
    with qtbot.assertNotEmitted(building.page.left):
        press(search, Qt.Key.Key_Escape)
    assert "Save the plan before you leave?" in texts(child(building.page, ConfirmDialog))
    child(building.page, ConfirmDialog).reject()
