"""Several exercises at once: what they share, what varies, and one step for all of them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose_fields import Key
from ankle_coach.domain.frequency import EveryDays
from ankle_coach.domain.plan_edit import add_session
from ankle_coach.domain.plan_start import GroupKind, new_group
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.words import PLAIN_WORDS, Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.several_editor import SeveralEditor
from tests.helpers.building import FOUR, clinic, draft_of, only
from tests.helpers.widgets import child, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def draft() -> PlanDraft:
    """Four exercises."""
    return draft_of(clinic(), *FOUR)


@pytest.fixture
def editor(qtbot: QtBot, theme: Theme, words: Words, draft: PlanDraft) -> SeveralEditor:
    """The editor of a stand and a stretch, both holds."""
    made = SeveralEditor(draft, theme, words)
    qtbot.addWidget(made)
    made.show_several((only(draft, "bal-single-leg").id, only(draft, "flx-wall-gastroc").id))
    return made


def trigger(editor: SeveralEditor, name: str) -> None:
    """Choose an entry of the open menu."""
    assert editor.menu is not None
    action = editor.menu.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()
    editor.menu.close()


def test_only_what_two_of_them_have_is_offered(editor: SeveralEditor, draft: PlanDraft) -> None:
    assert "2 exercises chosen" in texts(editor)
    assert Key.REPS not in editor._steppers
    editor.show_several(tuple(p.id for p in draft.plan.prescriptions))
    assert set(editor._steppers) >= {Key.SETS, Key.REPS, Key.REST_SETS}


def test_what_varies_is_said_and_one_value_ends_that(editor: SeveralEditor, draft: PlanDraft) -> None:
    assert "Rest between sets · varies" in texts(editor)
    assert "Time · varies" not in texts(editor)
    editor.stepper(Key.REST_SETS).box.setValue(40)
    editor.show_several(editor.ids)
    assert "varies" not in texts(editor)
    assert draft.undo_name == "rest between sets 40 s for 2 exercises"


def test_stepping_on_is_one_step_for_undo(editor: SeveralEditor, draft: PlanDraft) -> None:
    before = draft.plan
    for value in (35, 40, 45):
        editor.stepper(Key.SECONDS).box.setValue(value)
    draft.undo()
    assert draft.plan == before


def test_sides_frequency_group_and_removal_are_for_all(editor: SeveralEditor, draft: PlanDraft) -> None:
    draft.do("group", lambda plan: add_session(plan, new_group(GroupKind.EVENING, PLAIN_WORDS))[0])
    child(editor, QPushButton, "several_sides").click()
    trigger(editor, "mode_each")
    assert {p.side_mode for p in draft.plan.prescriptions if p.id in editor.ids} == {SideMode.EACH}
    child(editor, QPushButton, "several_often").click()
    assert editor.popup is not None
    rhythm = child(editor.popup, QComboBox, "rhythm")
    rhythm.setCurrentIndex(rhythm.findData("every-days"))
    rhythm.activated.emit(rhythm.currentIndex())
    editor.popup.close()
    assert {p.frequency for p in draft.plan.prescriptions if p.id in editor.ids} == {EveryDays(days=2)}
    child(editor, QPushButton, "several_move").click()
    trigger(editor, "to_evening")
    assert tuple(p.id for p in draft.plan.in_session("evening")) == editor.ids
    child(editor, QPushButton, "several_remove").click()
    assert draft.undo_name == "remove for 2 exercises"
    assert [p.exercise for p in draft.plan.prescriptions] == ["str-calf-bi", "mob-ankle-circles"]


def test_tab_goes_from_the_head_through_the_values_to_what_is_under_them(editor: SeveralEditor) -> None:
    here: QWidget = child(editor, QPushButton, "several_done")
    last, met = child(editor, QPushButton, "several_remove"), []
    while here is not last:
        after = here.nextInFocusChain()
        assert after is not None
        assert editor.isAncestorOf(after), "nothing of the page comes between"
        here = after
        met.append(here)

    boxes = [editor.stepper(key).box for key in (Key.SETS, Key.SECONDS)]
    assert [met.index(box) for box in boxes] == sorted(met.index(box) for box in boxes)
    assert met.index(boxes[-1]) < met.index(child(editor, QPushButton, "several_sides"))


def test_with_little_room_the_values_scroll_and_none_is_cut(qtbot: QtBot, editor: SeveralEditor) -> None:
    editor.resize(300, 900)
    editor.show()
    values = child(editor, QScrollArea)
    inside = values.widget()
    assert inside is not None
    assert values.height() >= inside.heightForWidth(values.viewport().width()), "all of them are seen"
    assert values.verticalScrollBar().maximum() == 0
    editor.resize(300, 260)
    assert values.height() < inside.height()
    assert values.verticalScrollBar().maximum() > 0
    assert inside.height() >= inside.heightForWidth(values.viewport().width())
