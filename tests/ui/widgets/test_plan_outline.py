"""The plan as cards: what they say, keeping widgets, choosing, dragging, and warnings in their place."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.frequency import EveryDays
from ankle_coach.domain.plan import Load
from ankle_coach.domain.plan_edit import add_session, move, remove
from ankle_coach.domain.plan_start import GroupKind, new_group
from ankle_coach.domain.prescription_edit import (
    set_cues,
    set_frequency,
    set_load,
    set_own_ceiling,
    set_own_note,
)
from ankle_coach.domain.words import PLAIN_WORDS, Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.plan_outline import PlanOutline
from tests.helpers.building import FOUR, clinic, draft_of, only
from tests.helpers.widgets import child, texts

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def draft() -> PlanDraft:
    """Four exercises in one group."""
    return draft_of(clinic(), *FOUR)


@pytest.fixture
def outline(qtbot: QtBot, theme: Theme, words: Words, draft: PlanDraft) -> PlanOutline:
    """The cards of the draft, in view."""
    library = draft._library
    stills = FigureStills(theme, library)
    made = PlanOutline(draft, library, theme, words, stills)
    stills.setParent(made)
    qtbot.addWidget(made)
    made.resize(640, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def said(outline: PlanOutline, draft: PlanDraft, exercise: str) -> str:
    """All words of a card."""
    return texts(outline.card(only(draft, exercise).id))


def test_a_card_says_name_level_dose_and_what_is_special(outline: PlanOutline, draft: PlanDraft) -> None:
    assert said(outline, draft, "str-calf-bi") == (
        "Two-leg calf raise\nStanding on two legs, with support\n"
        "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s"
    )
    calf = only(draft, "str-calf-bi").id
    for verb in (
        lambda plan: set_load(plan, {calf}, Load(kilograms=5, band="light", repetition_maximum=12)),
        lambda plan: set_frequency(plan, {calf}, EveryDays(days=2)),
        lambda plan: set_own_ceiling(plan, {calf}, 2),
        lambda plan: set_cues(plan, calf, ["Slowly"]),
        lambda plan: set_own_note(plan, calf, "Use the rail."),
    ):
        draft.do("change", verb)
    details = child(outline.card(calf), QLabel, "card_details").text().replace("\u00a0", " ")
    assert details == "5 kg, light band, 12 RM · every other day · pain up to 2 · own cue · note"


def test_a_screen_reader_hears_the_card_and_that_it_is_chosen(outline: PlanOutline, draft: PlanDraft) -> None:
    card = outline.card(only(draft, "bal-single-leg").id)
    assert card.accessibleName().startswith("Single-leg stand. Fingertips on a support. 3 holds of")
    outline.choose((card.prescription_id,))
    assert card.accessibleName().startswith("Chosen: Single-leg stand")
    assert child(card, QToolButton, "card_menu").accessibleName() == "More for Single-leg stand"


def test_cards_that_stay_are_the_same_widgets(outline: PlanOutline, draft: PlanDraft) -> None:
    ids = [p.id for p in draft.plan.prescriptions]
    before = {one: outline.card(one) for one in ids}
    draft.do("group", lambda plan: add_session(plan, new_group(GroupKind.EVENING, PLAIN_WORDS), 0)[0])
    draft.do("move", lambda plan: move(plan, {ids[3]}, "evening", 0))
    draft.do("remove", lambda plan: remove(plan, {ids[1]}))
    assert [card.prescription_id for card in outline.group("evening").cards] == [ids[3]]
    assert [card.prescription_id for card in outline.group("core-days").cards] == [ids[0], ids[2]]
    assert all(outline.card(one) is before[one] for one in (ids[0], ids[2], ids[3]))
    with pytest.raises(KeyError):
        outline.card(ids[1])
    draft.undo()
    assert [card.prescription_id for card in outline.group("core-days").cards] == ids[:3]


def test_groups_stand_in_the_order_of_the_plan_and_say_when_and_how_long(
    outline: PlanOutline, draft: PlanDraft
) -> None:
    group = outline.group("core-days")
    assert child(group, QPushButton, "group_frequency").text() == "Monday, Wednesday, Friday"
    assert child(group, QLabel, "group_minutes").text() == "19 min"
    draft.do("group", lambda plan: add_session(plan, new_group(GroupKind.MORNING, PLAIN_WORDS), 0)[0])
    morning = outline.group("morning")
    assert morning.y() < group.y() or outline._column.indexOf(morning) == 0
    assert child(morning, QLabel, "group_minutes").text() == ""
    assert morning.accessibleName() == "Morning"


def test_clicks_choose_one_several_and_a_stretch(outline: PlanOutline, draft: PlanDraft) -> None:
    ids = [p.id for p in draft.plan.prescriptions]

    def click(number: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(outline.card(ids[number]), Qt.MouseButton.LeftButton, modifier, QPoint(120, 12))

    click(0)
    assert (list(outline.chosen), outline.open_id) == ([ids[0]], ids[0])
    click(2, CONTROL)
    assert (list(outline.chosen), outline.open_id) == ([ids[0], ids[2]], "")
    click(3, SHIFT)
    assert list(outline.chosen) == [ids[2], ids[3]]
    click(2)
    assert list(outline.chosen) == [ids[2]], "one of several is chosen alone when the button is let go"


def test_a_warning_leads_to_its_card(outline: PlanOutline, draft: PlanDraft) -> None:
    calf = only(draft, "str-calf-bi").id
    outline.show_warning(calf, "")
    assert outline.chosen == (calf,)
    assert outline.card(calf).hasFocus()
    outline.show_warning("", "core-days")
    outline.show_warning("gone", "gone")
    assert outline.chosen == (calf,)


def test_an_exercise_that_is_gone_from_the_library_is_shown_and_cannot_be_opened(
    outline: PlanOutline, draft: PlanDraft
) -> None:
    gone = msgspec.structs.replace(draft.plan.prescriptions[0], exercise="own-gone", id="own")
    plan = msgspec.structs.replace(draft.plan, prescriptions=(gone, *draft.plan.prescriptions[1:]))
    draft.start_anew("start", plan)
    assert "not in the library" in texts(outline.card("own"))
    outline.choose(("own",), opens=True)
    assert outline.open_id == ""
    outline.remove()
    with pytest.raises(KeyError):
        outline.card("own")


def test_the_open_editor_follows_undo_and_goes_with_its_card(outline: PlanOutline, draft: PlanDraft) -> None:
    last = only(draft, "mob-ankle-circles").id
    outline.choose((last,), opens=True)
    assert outline.card(last).editor is not None
    draft.undo()
    assert outline.open_id == ""
    draft.redo()
    assert outline.card(last).editor is None


def test_what_is_rarely_changed_stays_open_from_card_to_card(outline: PlanOutline, draft: PlanDraft) -> None:
    outline.choose((only(draft, "str-calf-bi").id,), opens=True)
    child(outline, QPushButton, "more_button").click()
    outline.choose((only(draft, "bal-single-leg").id,), opens=True)
    assert child(outline, QPushButton, "more_button").isChecked()
