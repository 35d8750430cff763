"""The player from three meters: sizes, places and contrast."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.palette import Scheme, contrast, palette_for
from ankle_coach.ui.pages.exercise_panel import ExercisePanel
from ankle_coach.ui.pages.player_controls import PlayerControls
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.pages.player_start import PlayerStart
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton
from ankle_coach.ui.widgets.pain_scale import PainScale
from tests.helpers.coach import FakeCoach
from tests.helpers.player import PlayedPage, open_player
from tests.helpers.widgets import child

SCALES = (100, 200)
KINDS = (
    ("str-calf-uni", StepKind.READY),
    ("str-calf-uni", StepKind.MOVE),
    ("str-heel-drop", StepKind.MOVE),
    ("str-calf-uni", StepKind.REST),
    ("bal-single-leg", StepKind.HOLD),
    ("bal-single-leg", StepKind.SWITCH),
    ("mob-ankle-circles", StepKind.MOVE),
    ("mob-alphabet", StepKind.TRACE),
    ("mas-ball-foot", StepKind.MOVE),
    ("run-walk", StepKind.MOVE),
    ("gait-heel-toe", StepKind.MANUAL),
    ("rec-compression", StepKind.MANUAL),
    ("rec-ice", StepKind.HOLD),
)


def _at(qtbot: QtBot, theme: Theme, name: str, kind: StepKind) -> PlayedPage:
    player = open_player(qtbot, theme, name)
    player.press(Qt.Key.Key_Space)
    while player.step.kind is not kind:
        if player.step.seconds is None:
            player.press(Qt.Key.Key_Right)
        else:
            player.wait(min(1.0, player.state.remaining or 1.0), tick=1.0)
    for _ in range(5):
        QApplication.processEvents()
    return player


def _place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, widget.rect().topLeft()), widget.size())


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_the_digits_are_a_fifth_of_the_window_and_nothing_is_cut_or_overlaps(
    qtbot: QtBot, dressed: Theme, name: str, kind: StepKind, scale: int
) -> None:
    dressed.set_text_scale(scale)
    player = _at(qtbot, dressed, name, kind)
    stage = child(player.page, PlayerStage)

    assert player.window.size().toTuple() == (1366, 768)
    if kind is StepKind.TRACE:
        assert stage.letters.path.letter_height >= 768 / 5
    else:
        assert stage.digits.digit_height >= 768 / 5
    column = [
        stage.badge,
        stage.word,
        stage.letters,
        stage.digits,
        stage.bar,
        stage.set_line,
        stage.text_line,
        stage.next_line,
    ]
    places = [_place(widget, player.page) for widget in column if widget.isVisible()]
    for above, below in pairwise(places):
        assert above.bottom() < below.top() + 1
    controls = child(player.page, PlayerControls)
    assert places[-1].bottom() <= _place(controls, player.page).top()
    for button in player.page.findChildren(KeyButton):
        if button.isVisible():
            assert player.page.rect().contains(_place(button, player.page))
            assert button.width() >= button.sizeHint().width()


def test_left_and_right_stand_at_different_places(qtbot: QtBot, dressed: Theme) -> None:
    player = _at(qtbot, dressed, "bal-single-leg", StepKind.HOLD)
    badge = child(player.page, PlayerStage).badge
    left = badge.badge_rect()
    assert (badge.side, badge.text) == (Side.LEFT, "LEFT")
    player.press(Qt.Key.Key_S)
    while player.step.side is not Side.RIGHT:
        player.wait(1)

    assert (badge.side, badge.text) == (Side.RIGHT, "RIGHT")
    assert badge.badge_rect().left() > left.right()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_what_is_read_from_afar_has_a_contrast_of_seven(scheme: Scheme) -> None:
    color = palette_for(scheme).color

    for text in ("player_digits", "player_word", "player_muted"):
        assert contrast(color(text), color("player_background")) >= 7
    for text in ("player_panel_text", "player_panel_muted"):
        assert contrast(color(text), color("player_panel")) >= 7
    assert contrast(color("player_button_text"), color("player_button")) >= 7
    assert contrast(color("player_word"), color("player_button")) >= 7


def test_a_long_word_is_drawn_smaller_and_never_cut(qtbot: QtBot, dressed: Theme) -> None:
    player = open_player(qtbot, dressed, "bal-single-leg")
    word = child(player.page, PlayerStage).word
    player.press(Qt.Key.Key_Space)
    for _ in range(5):
        QApplication.processEvents()
    word.set_text("SWITCH TO THE VERY FAR RIGHT SIDE")
    small = word.fitting_font().pixelSize()
    word.set_text("HOLD")

    assert small < word.fitting_font().pixelSize()


@pytest.mark.parametrize("scale", [100, 200])
def test_a_figure_takes_its_place_and_the_cues_make_room(qtbot: QtBot, dressed: Theme, scale: int) -> None:
    dressed.set_text_scale(scale)
    player = _at(qtbot, dressed, "str-calf-uni", StepKind.MOVE)
    panel = child(player.page, PlayerStage).panel
    for _ in range(3):
        QApplication.processEvents()

    assert panel.figure_slot.height() > panel.height() / 3
    assert panel.body.totalHeightForWidth(panel.width()) <= panel.height()
    assert len(panel.cues) == 4 if scale == 100 else len(panel.cues) < 4


@pytest.mark.parametrize("scale", SCALES)
def test_the_first_exercise_moves_before_the_start_and_nothing_overlaps(
    qtbot: QtBot, dressed: Theme, scale: int
) -> None:
    dressed.set_text_scale(scale)
    player = open_player(qtbot, dressed, "str-calf-uni")
    for _ in range(5):
        QApplication.processEvents()
    panel = child(child(player.page, PlayerStart), ExercisePanel)

    assert panel.figure.is_moving
    assert panel.body.totalHeightForWidth(panel.width()) <= panel.height()
    figure = _place(panel.figure, panel)
    shown = [label for label in panel.findChildren(QWidget, "player_cue") if not label.isHidden()]
    assert not any(figure.intersects(_place(label, panel)) for label in shown)
    player.press(Qt.Key.Key_Space)
    assert not panel.figure.is_moving, "its page is not seen any more"


def test_cues_are_large_where_there_is_no_figure(qtbot: QtBot, dressed: Theme) -> None:
    with_figure = _at(qtbot, dressed, "str-calf-uni", StepKind.MOVE)
    small = (
        child(with_figure.page, PlayerStage).panel.findChildren(QWidget, "player_cue")[0].font().pixelSize()
    )
    library = with_figure.coach.library
    coach = FakeCoach(library=Library(library.exercises, library.programs, library.references)).with_plan()
    without = open_player(qtbot, dressed, "str-calf-uni", coach=coach)
    without.press(Qt.Key.Key_Space)
    for _ in range(3):
        QApplication.processEvents()
    panel = child(without.page, PlayerStage).panel

    assert panel.figure_slot.isHidden()
    assert panel.findChildren(QWidget, "player_cue")[0].font().pixelSize() > small


def test_the_end_scrolls_with_large_text_and_cuts_no_scale(qtbot: QtBot, dressed: Theme) -> None:
    dressed.set_text_scale(200)
    player = _at(qtbot, dressed, "str-calf-uni", StepKind.MOVE)
    player.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    for _ in range(6):
        QApplication.processEvents()

    scale = child(player.page, PainScale, "end_pain")
    button = child(scale, QWidget, "scale_10")
    assert scale.height() >= button.height()
    assert button.geometry().right() <= scale.width()


def test_where_whole_words_would_be_cut_the_keys_of_the_buttons_give_way(
    qtbot: QtBot, dressed: Theme
) -> None:
    player = open_player(qtbot, dressed)
    player.begin_work()
    controls = child(player.page, PlayerControls)
    shown = [b for b in controls.findChildren(KeyButton) if b.isVisible()]
    assert all(button.shows_key for button in shown)
    narrow = controls.minimumSizeHint().width() - 40
    controls.resize(narrow, controls.height())
    assert not any(button.shows_key for button in shown)
    assert controls.minimumSizeHint().width() <= narrow
    assert all(button.accessibleDescription() for button in shown), "a screen reader still tells them"
    controls.resize(1300, controls.height())
    assert all(button.shows_key for button in shown)
