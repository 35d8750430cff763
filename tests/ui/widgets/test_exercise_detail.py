"""What the detail of an exercise tells, and the place of its figure."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Checklist
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chip import EvidenceChip
from ankle_coach.ui.widgets.exercise_detail import ExerciseDetail
from ankle_coach.ui.widgets.figure_panel import FigurePanel
from tests.helpers.widgets import child, texts


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped library, read once."""
    return open_library()


@pytest.fixture
def detail(qtbot: QtBot, library: Library, theme: Theme, words: Words) -> ExerciseDetail:
    """An empty detail."""
    detail = ExerciseDetail(library, theme, words)
    qtbot.addWidget(detail)
    return detail


def _card(detail: ExerciseDetail, name: str) -> str:
    return texts(child(detail, QWidget, name))


def test_cues_dose_and_what_it_takes_are_told(detail: ExerciseDetail, library: Library) -> None:
    detail.show_exercise(library.exercise("str-calf-bi"))
    assert "Rise slowly, 2 counts" in _card(detail, "how_card")
    dose = _card(detail, "dose_card")
    assert "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s" in dose
    assert "Standing on two legs, with support" in dose
    assert "Daily while it is light, or every other day" in dose
    assert "support to hold" in dose
    assert "P2 Early load, P3 Strength" in dose
    assert "The step level is not for insertional Achilles pain" in _card(detail, "care_card")


def test_the_ladder_marks_its_levels_in_words(detail: ExerciseDetail, library: Library) -> None:
    detail.show_exercise(library.exercise("str-calf-bi"))
    assert "Start here" in _card(detail, "level_support")
    assert "Start here" not in _card(detail, "level_seated")
    assert "Heel goes below the forefoot" in _card(detail, "level_step")
    assert "Load: light backpack" in _card(detail, "level_weighted")
    assert "3 sets of 10, up 2 s" in _card(detail, "level_weighted")
    assert "Grows by 2 reps, up to 15 reps" in _card(detail, "level_step")
    assert child(child(detail, QWidget, "level_step"), EvidenceChip, "evidence_DD").text() == "App rule"
    numbers = [
        child(detail, QWidget, f"level_{level.id}") for level in library.exercise("str-calf-bi").levels
    ]
    assert numbers[0].accessibleName() == "Level 1: Sitting, without load"
    assert len(numbers) == 5


def test_the_level_of_the_usual_dose_is_marked_where_it_is_not_the_first(
    detail: ExerciseDetail, library: Library
) -> None:
    detail.show_exercise(library.exercise("str-band-ev"))
    assert "Start here" in _card(detail, "level_no-band")
    assert "Usual dose" in _card(detail, "level_light")


def test_chips_show_papers_in_place_of_copies_and_name_what_has_no_source(
    detail: ExerciseDetail, library: Library
) -> None:
    detail.show_exercise(library.exercise("str-calf-press"))
    evidence = child(detail, QWidget, "evidence_card")
    names = [chip.objectName() for chip in evidence.findChildren(EvidenceChip)]
    assert names == ["evidence_M07"], "S10 is a copy that is never shown"
    detail.show_exercise(library.exercise("mob-knee-wall"))
    evidence = child(detail, QWidget, "evidence_card")
    assert child(evidence, EvidenceChip, "evidence_c").text() == "Clinical convention"
    assert "usual in practice" in child(detail, QLabel, "dose_note").text()


def test_an_ampersand_in_a_title_is_no_shortcut(detail: ExerciseDetail, library: Library) -> None:
    detail.show_exercise(next(e for e in library.exercises.values() if "002" in e.references))
    chip = child(detail, EvidenceChip, "evidence_002")
    assert chip.text().count("&") in (0, 2)
    for exercise in library.exercises.values():
        detail.show_exercise(exercise)
        assert all("&" not in chip.text().replace("&&", "") for chip in detail.findChildren(EvidenceChip))


def test_every_exercise_can_be_shown_in_any_language(qtbot: QtBot, library: Library, theme: Theme) -> None:
    detail = ExerciseDetail(library, theme, translator("qps"))
    qtbot.addWidget(detail)
    for exercise in library.in_catalog_order():
        if isinstance(exercise.default.dose.blocks[0], Checklist):
            continue  # the items of a checklist are content that a plan may carry as typed
        detail.show_exercise(exercise)
        assert child(detail, QLabel, "detail_name").text().startswith("["), exercise.id
        assert len(detail.findChildren(QLabel, "level_dose")) == len(exercise.levels), exercise.id
        assert detail.findChildren(EvidenceChip), exercise.id
        plain = [line for line in texts(detail).splitlines() if line.strip("•") and "[" not in line]
        assert plain == [], f"{exercise.id} says words that no translator was asked for"


def test_nothing_is_shown_for_no_exercise(detail: ExerciseDetail, library: Library) -> None:
    detail.show_exercise(library.exercise("rec-ice"))
    detail.show_exercise(None)
    assert detail.exercise_id == ""
    assert texts(detail) == ""


def test_the_figure_stands_beside_the_cues_whatever_the_theme(
    detail: ExerciseDetail, library: Library, theme: Theme
) -> None:
    detail.show_exercise(library.exercise("str-calf-bi"))
    figure = detail.figure
    assert child(child(detail, QWidget, "how_card"), FigurePanel) is figure
    theme.set_text_scale(150)
    assert child(child(detail, QWidget, "how_card"), FigurePanel) is figure
    detail.show_exercise(library.exercise("str-heel-drop"))
    assert child(child(detail, QWidget, "how_card"), FigurePanel) is not figure


def test_an_exercise_without_a_figure_has_no_place_for_one(
    qtbot: QtBot, library: Library, theme: Theme, words: Words
) -> None:
    bare = ExerciseDetail(Library(library.exercises, {}, library.references), theme, words)
    qtbot.addWidget(bare)
    bare.show_exercise(library.exercise("str-calf-bi"))
    assert bare.figure is None
    assert bare.findChild(QPushButton, "show_step") is None, "no level can be shown in a picture"


def test_a_level_of_the_ladder_is_shown_in_the_figure(
    detail: ExerciseDetail, library: Library, theme: Theme
) -> None:
    detail.show_exercise(library.exercise("str-calf-bi"))
    figure = child(detail, FigurePanel)
    assert figure.level == "support", "the level of the usual dose comes first"
    assert not child(detail, QPushButton, "show_support").isEnabled()
    child(detail, QPushButton, "show_step").click()
    assert figure.level == "step"
    assert "step" in figure.view.accessibleDescription()
    assert child(detail, QPushButton, "show_support").isEnabled()
    theme.set_text_scale(120)
    assert not child(detail, QPushButton, "show_step").isEnabled()
