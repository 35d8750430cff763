"""Letters, touch-downs, extra sets, voice, flash and waiting in the player, as a person uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.settings import Settings
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.pages.player_ask import PlayerAsk
from ankle_coach.ui.pages.player_session import next_pace
from ankle_coach.ui.pages.player_stage import PlayerStage
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.player import FakeSounds, FakeVoice, PlayedPage, open_player
from tests.helpers.widgets import child

Key = Qt.Key


def coach_with(**fields: object) -> FakeCoach:
    """A coach whose person has chosen some settings."""
    coach = FakeCoach().with_plan()
    coach.services.settings.change(**fields)
    return coach


def settings_of(player: PlayedPage) -> Settings:
    """The settings as they are kept."""
    return player.coach.services.settings.current()


def shown_style(player: PlayedPage) -> LetterStyle:
    """The style of the letter in view."""
    return child(player.page, PlayerStage).letters.path.style_shown


def play_to(player: PlayedPage, kind: StepKind, tick: float = 1.0) -> None:
    """Play on to a kind of step."""
    while player.step.kind is not kind:
        if player.step.seconds is None:
            player.press(Key.Key_Right)
        else:
            player.wait(min(tick, player.state.remaining or tick), tick)


def to_last_set(player: PlayedPage) -> None:
    """Play to the work of the last set."""
    while not player.step.is_work or player.step.set_number != player.step.set_count:
        player.wait(1, 1)


def test_a_letter_is_drawn_with_the_pen_where_the_time_is(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-alphabet")
    player.begin_work()
    stage = child(player.page, PlayerStage)
    player.wait(1.5)
    assert stage.letters.path.letter == "A"
    assert stage.letters.path.share == pytest.approx(0.5)
    assert stage.letters.place.text() == "A  1 of 26"
    assert "Pass 1 of 2" in stage.set_line.text()
    assert stage.digits.isHidden()
    player.wait(3)
    assert stage.letters.path.letter == "B"
    assert stage.next_line.text() == "Next: C"


def test_c_turns_print_into_cursive_here_and_from_now_on(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-alphabet")
    player.begin_work()
    stage = child(player.page, PlayerStage)
    player.press(Key.Key_C)
    assert shown_style(player) is LetterStyle.CURSIVE
    assert stage.letters.style_button.label == "Print"
    assert settings_of(player).letter_style == "cursive"
    kept = player.kept()
    assert kept is not None
    assert kept.state.step.letter_style is LetterStyle.CURSIVE
    player.press(Key.Key_C)
    assert shown_style(player) is LetterStyle.PRINT
    assert settings_of(player).letter_style == "print"


def test_plus_and_minus_change_the_time_of_the_letters_to_come(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-alphabet")
    player.begin_work()
    first = player.state.index
    player.press(Key.Key_Plus, Key.Key_Plus)
    assert settings_of(player).letter_seconds == 4
    assert [step.seconds for step in player.state.steps[first : first + 3]] == [3, 4, 4]
    player.press(*[Key.Key_Minus] * 20)
    assert settings_of(player).letter_seconds == 1
    assert player.state.steps[first + 1].seconds == 1
    again = open_player(qtbot, theme, "mob-alphabet", coach=player.coach)
    again.begin_work()
    assert again.step.seconds == 1


@pytest.mark.parametrize(
    ("seconds", "places", "expected"), [(3, 1, 3.5), (3, -1, 2.5), (10, 1, 10), (3.1, 0, 3)]
)
def test_paces_come_in_steps_with_two_ends(seconds: float, places: int, expected: float) -> None:
    assert next_pace(seconds, places) == expected


def test_a_choice_that_cannot_be_kept_is_said_and_played_all_the_same(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = open_player(qtbot, theme, "mob-alphabet")
    player.begin_work()

    def refuse(**_fields: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(player.coach.services.settings, "change", refuse)
    player.press(Key.Key_C)
    assert player.step.letter_style is LetterStyle.CURSIVE
    assert "disk is full" in player.notice()


def test_plus_still_gives_a_rest_more_time(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni")
    player.begin_work()
    play_to(player, StepKind.REST)
    before = player.state.remaining or 0
    player.press(Key.Key_Plus)
    assert player.state.remaining == before + 15


def test_t_counts_a_touch_down_that_is_shown_and_recorded(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "bal-single-leg", affected=Side.RIGHT)
    player.begin_work()
    stage = child(player.page, PlayerStage)
    assert stage.touches.count.text() == "0 touch-downs"
    player.wait(2)
    player.press(Key.Key_T)
    assert stage.touches.count.text() == "1 touch-down"
    stage.touches.button.click()
    assert stage.touches.count.text() == "2 touch-downs"
    kept = player.kept()
    assert kept is not None
    assert len(kept.state.touches) == 2
    player.press(Key.Key_Escape, Key.Key_Return, Key.Key_Return)
    player.press(Key.Key_Return)
    (answer,) = player.records()[0].answers
    assert (answer.side, answer.touch_downs) == (Side.RIGHT, 2)


def test_t_does_nothing_where_nothing_is_counted(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni")
    player.begin_work()
    player.press(Key.Key_T, Key.Key_C, Key.Key_Minus)
    assert player.state.touches == ()
    assert child(player.page, PlayerStage).touches.isHidden()
    assert settings_of(player).letter_style is None


def test_e_in_the_last_set_adds_one_and_says_so(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni", affected=Side.LEFT)
    player.begin_work()
    steps = len(player.state.steps)
    player.press(Key.Key_E)
    assert len(player.state.steps) == steps
    to_last_set(player)
    player.press(Key.Key_E)
    assert len(player.state.steps) > steps
    kept = player.kept()
    assert kept is not None
    assert kept.state.steps == player.state.steps
    assert "more than planned" in player.notice()
    while not player.step.is_extra or not player.step.is_work:
        player.wait(1, 1)
    assert child(player.page, PlayerStage).set_line.text() == "One more set than planned"
    assert player.notice() == ""


def test_e_at_the_question_plays_one_more_set(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni", affected=Side.LEFT)
    player.begin_work()
    play_to(player, StepKind.ASK)
    ask = child(player.page, PlayerAsk)
    assert not ask.more_button.isHidden()
    assert ask.more_button.key == "E"
    player.press(Key.Key_E)
    assert player.step.is_extra
    assert player.screen() == "PlayerStage"
    play_to(player, StepKind.ASK)
    player.press(Key.Key_Return)
    player.press(Key.Key_Return)
    extra = [one for one in player.records()[0].sets if one.is_extra]
    assert [(one.side, one.reps_planned, one.reps_done) for one in extra] == [(Side.LEFT, 0, 10)]
    assert player.records()[0].share_done == 1


def test_sets_wait_for_a_tap_where_that_was_chosen(qtbot: QtBot, theme: Theme) -> None:
    coach = coach_with(waits_after=(Group.STRENGTH,))
    player = open_player(qtbot, theme, "str-calf-uni", coach=coach)
    player.begin_work()
    while player.step.is_work:
        player.wait(1, 1)
    stage = child(player.page, PlayerStage)
    assert stage.word.text == "SET DONE"
    assert "Tap when" in stage.text_line.text()
    player.wait(300, 10)
    assert stage.word.text == "SET DONE"
    player.press(Key.Key_Right)
    assert player.step.kind is not StepKind.READY


def test_the_zone_of_the_sole_is_drawn_and_named(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mas-ball-foot")
    player.begin_work()
    stage = child(player.page, PlayerStage)
    assert (stage.sole.zone, stage.sole.side, stage.word.text) == ("heel", player.step.side, "HEEL")
    player.wait(31)
    assert (stage.sole.zone, stage.word.text) == ("inner-arch", "INNER ARCH")
    assert not stage.sole.isHidden()


def test_a_change_of_direction_has_its_word_its_arrow_and_its_tone(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-ankle-circles")
    player.begin_work()
    stage = child(player.page, PlayerStage)
    assert stage.word.text.startswith("CLOCKWISE")
    player.sounds.heard.clear()
    player.wait(39.9)
    assert "counterclockwise" in stage.next_line.text()
    player.wait(0.5)
    assert stage.word.text.startswith("COUNTERCLOCKWISE")
    assert stage.word.text != "COUNTERCLOCKWISE"
    assert player.sounds.heard[-1] is Tone.SWITCH
    assert stage.digits.text == "1"


def test_walk_and_run_are_told_in_a_word_with_the_round(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "run-walk")
    player.begin_work()
    stage = child(player.page, PlayerStage)
    assert stage.word.text == "RUN"
    assert "Round 1 of" in stage.set_line.text()
    play_to(player, StepKind.REST)
    assert stage.word.text == "WALK"


def test_the_edge_lights_up_where_that_was_chosen_and_only_then(qtbot: QtBot, theme: Theme) -> None:
    quiet, lit = open_player(qtbot, theme), open_player(qtbot, theme, coach=coach_with(flash=True))
    for player in (quiet, lit):
        player.begin_work()
    assert not quiet.page.is_flashing
    assert lit.page.is_flashing
    edges = [player.page.grab().toImage().pixelColor(3, 400) for player in (quiet, lit)]
    assert edges[1] == theme.color("player_word")
    assert edges[0] != edges[1]


def test_the_voice_says_exercise_side_set_and_count(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "str-calf-uni", coach=coach_with(voice=True), affected=Side.LEFT)
    player.begin_work()
    assert player.voice.said == ["Single-leg calf raise, left.", "Set 1 of 3. Raise."]
    player.wait(13)
    assert player.voice.said[2:] == ["2", "3"]
    play_to(player, StepKind.REST)
    assert player.voice.said[-1] == "Rest, 90 s."
    play_to(player, StepKind.MOVE)
    assert player.voice.said[-1] == "Set 2 of 3. Raise."
    assert player.voice.engine.volume == 0.7


def test_the_voice_spells_letters_and_is_silent_after_leaving(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-alphabet", coach=coach_with(voice=True))
    player.begin_work()
    player.wait(3.5)
    assert player.voice.said[-2:] == ["A", "B"]
    stops = player.voice.engine.stops
    player.page.close()
    assert player.voice.engine.stops > stops


def test_nobody_speaks_unless_it_was_chosen(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme)
    player.begin_work()
    assert (player.voice.loaded, player.voice.said) == (0, [])


@pytest.mark.parametrize(
    ("sound", "engine", "language", "word"),
    [
        (True, True, "en", ""),
        (True, False, "en", "This computer has no voice."),
        (True, True, "sw", "no voice for your language"),
        (False, True, "en", "This computer plays no sound."),
        (False, False, "en", "plays no sound and speaks none"),
    ],
    ids=["both", "no engine", "no language", "no sound", "neither"],
)
def test_a_session_goes_its_way_whatever_is_missing(
    qtbot: QtBot, theme: Theme, sound: bool, engine: bool, language: str, word: str
) -> None:
    player = open_player(
        qtbot,
        theme,
        "bal-single-leg",
        coach=coach_with(voice=True),
        sounds=FakeSounds(has_device=sound),
        voice=FakeVoice(has_engine=engine, language=language),
        affected=Side.LEFT,
    )
    player.press(Key.Key_Space)
    assert word in player.notice()
    assert bool(player.notice()) == bool(word)
    play_to(player, StepKind.ASK)
    assert player.notice() == ""
    player.press(Key.Key_2, Key.Key_Return)
    assert player.status() is Status.FINISHED
    player.press(Key.Key_Return)
    assert player.records()[0].share_done == 1
    assert bool(player.sounds.heard) is sound
    assert bool(player.voice.said) is (engine and language == "en")


def test_each_kind_of_tone_has_its_own_volume(qtbot: QtBot, theme: Theme) -> None:
    coach = coach_with(volume=50, tone_volumes={"tick": 20})
    player = open_player(qtbot, theme, coach=coach)
    player.press(Key.Key_Space)
    volumes = {tone: effect.volume for tone, effect in player.sounds.effects.items()}
    assert volumes[Tone.TICK] == pytest.approx(0.1)
    assert volumes[Tone.GO] == pytest.approx(0.5)


def test_every_button_on_the_stage_is_left_alone_by_the_tab_key(qtbot: QtBot, theme: Theme) -> None:
    player = open_player(qtbot, theme, "mob-alphabet")
    player.begin_work()
    letters = child(player.page, PlayerStage).letters
    for button in letters.findChildren(QPushButton):
        button.click()
        assert player.window.focusWidget() is player.page
