"""Editing in place: every kind of dose, sides apart, level, load, frequency, ceiling and own words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dose_editor import DoseEditor
from ankle_coach.ui.widgets.ladder_chooser import LadderChooser
from ankle_coach.ui.widgets.prescription_editor import PrescriptionEditor
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.stepper import Stepper
from tests.helpers.building import clinic, draft_of, only
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child


def opened(
    qtbot: QtBot, theme: Theme, words: Words, exercise: str, *, more: bool = False
) -> tuple[PlanDraft, PrescriptionEditor]:
    """A draft of one exercise and its editor, which follows the draft."""
    coach = clinic()
    draft = draft_of(coach, exercise)
    made = PrescriptionEditor(
        draft, only(draft, exercise).id, theme, words, coach.services.library, more=more
    )
    draft.draft_changed.connect(made.refresh)
    qtbot.addWidget(made)
    return draft, made


@pytest.mark.parametrize("exercise", [exercise.id for exercise in LIBRARY.in_catalog_order()])
def test_every_exercise_of_the_library_can_be_edited(
    qtbot: QtBot, theme: Theme, words: Words, exercise: str
) -> None:
    draft, editor = opened(qtbot, theme, words, exercise, more=True)
    own = only(draft, exercise)
    fields = [field for field in dose_fields(own.dose) if field.key is not Key.REST_SIDES]
    common = editor._doses[Side.BOTH]
    for field in fields:
        stepper = common.stepper(field.key, field.path, field.index)
        assert stepper.value == field.value
    if fields:
        first = fields[0]
        stepper = common.stepper(first.key, first.path, first.index)
        stepper.box.stepUp() if first.value < first.range.most else stepper.box.stepDown()
        assert only(draft, exercise).dose != own.dose
        draft.undo()
        assert common.stepper(first.key, first.path, first.index).value == first.value


def test_the_level_brings_its_dose(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "str-calf-bi")
    hardest = LIBRARY.exercise("str-calf-bi").levels[-1]
    child(editor, LadderChooser).level_chosen.emit(hardest.id)
    assert only(draft, "str-calf-bi").level == hardest.id
    assert only(draft, "str-calf-bi").dose == hardest.dose
    assert draft.undo_name.startswith("level ")
    child(editor, Stepper, "step_reps").box.setValue(20)
    child(editor, QPushButton, "reset_dose").click()
    assert only(draft, "str-calf-bi").dose == hardest.dose


def test_sides_differ_only_where_both_are_trained(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "bal-single-leg")
    apart = child(editor, QCheckBox, "own_sides")
    assert apart.isHidden(), "only the affected side is trained"
    child(editor, SegmentedControl, "side_mode").set_current(SideMode.EACH.value)
    assert not apart.isHidden()
    apart.click()
    left = editor._doses[Side.LEFT]
    left.stepper(Key.SECONDS).box.setValue(20)
    own = only(draft, "bal-single-leg")
    assert own.dose.for_side(Side.LEFT)[0].seconds == 20  # type: ignore[union-attr]
    assert own.dose.for_side(Side.RIGHT)[0].seconds == 30  # type: ignore[union-attr]
    assert editor._doses[Side.BOTH].isHidden()
    apart.click()
    joined = only(draft, "bal-single-leg").dose
    assert joined.left is None
    assert joined.blocks[0].seconds == 30, "the affected side's values stay"  # type: ignore[union-attr]


def test_repetitions_may_go_at_the_persons_own_pace(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "str-calf-bi")
    child(editor, QCheckBox, "own_pace").click()
    assert only(draft, "str-calf-bi").dose.blocks[0].tempo is None  # type: ignore[union-attr]
    assert editor.findChild(Stepper, "step_tempo.up") is None
    draft.undo()
    assert child(editor, Stepper, "step_tempo.up").value == 2


def test_circles_may_go_one_way_but_not_none(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "mob-ankle-circles")
    child(editor, QCheckBox, "direction_counterclockwise").click()
    (block,) = only(draft, "mob-ankle-circles").dose.blocks
    assert [direction.value for direction in block.directions] == ["clockwise"]  # type: ignore[union-attr]
    assert not child(editor, QCheckBox, "direction_clockwise").isEnabled()
    child(editor, QCheckBox, "direction_counterclockwise").click()
    assert len(only(draft, "mob-ankle-circles").dose.blocks[0].directions) == 2  # type: ignore[union-attr]


def test_letters_are_print_or_cursive(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "mob-alphabet")
    child(editor, SegmentedControl, "letter_style").set_current("cursive")
    assert only(draft, "mob-alphabet").dose.blocks[0].style == "cursive"  # type: ignore[union-attr]


def test_a_routine_names_its_parts(qtbot: QtBot, theme: Theme, words: Words) -> None:
    _, editor = opened(qtbot, theme, words, "wup-pre-run")
    headings = [label.text() for label in editor._doses[Side.BOTH].findChildren(QLabel)]
    assert "Ankle circles" in headings
    assert isinstance(editor._doses[Side.BOTH], DoseEditor)


def test_load_ceiling_frequency_cues_and_note(qtbot: QtBot, theme: Theme, words: Words) -> None:
    draft, editor = opened(qtbot, theme, words, "str-calf-bi")
    assert editor.findChild(QWidget, "prescription_extras") is None, "made when it is asked for"
    child(editor, QPushButton, "more_button").click()
    child(editor, Stepper, "load_kilograms").box.setValue(5)
    band = child(editor, QComboBox, "band")
    band.setCurrentIndex(band.findData("medium"))
    band.activated.emit(band.currentIndex())
    child(editor, Stepper, "load_maximum").box.setValue(12)
    child(editor, Stepper, "own_ceiling").box.setValue(2)
    rhythm = child(editor, QComboBox, "rhythm")
    rhythm.setCurrentIndex(rhythm.findData("every-days"))
    rhythm.activated.emit(rhythm.currentIndex())
    child(editor, QPlainTextEdit, "own_cues").setPlainText("Slowly\n\nKnee straight")
    child(editor, QPlainTextEdit, "own_note").setPlainText("Use the rail.")
    own = only(draft, "str-calf-bi")
    assert (own.load.kilograms, own.load.band, own.load.repetition_maximum) == (5, "medium", 12)
    assert (own.pain_ceiling, own.cues, own.note) == (2, ("Slowly", "Knee straight"), "Use the rail.")
    assert own.frequency is not None
    child(editor, Stepper, "own_ceiling").box.setValue(-1)
    assert only(draft, "str-calf-bi").pain_ceiling is None
    for _ in range(20):
        draft.undo()
    assert draft.plan.prescriptions == ()


def test_what_is_typed_in_a_cue_is_not_taken_away_while_typing(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    _, editor = opened(qtbot, theme, words, "str-calf-bi", more=True)
    field = child(editor, QPlainTextEdit, "own_cues")
    field.setPlainText("Slowly \n")
    assert field.toPlainText() == "Slowly \n"
