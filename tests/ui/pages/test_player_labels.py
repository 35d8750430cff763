"""The player's words and digits for every kind of step."""

from __future__ import annotations

import pytest

from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session import CommandKind, new_session
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator
from ankle_coach.ui.pages.player_labels import Face, bar_position, face_of
from ankle_coach.ui.pages.player_times import clock_text, seconds_up, time_left_text
from tests.helpers.builders import balance
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.player import session_of
from tests.helpers.playing import Player


def _player(*exercises: str, affected: Side | None = None) -> Player:
    player = Player(session_of(FakeCoach().with_plan(), *exercises, affected=affected))
    player.send(CommandKind.START)
    return player


def _face(player: Player) -> Face:
    return face_of(player.state, LIBRARY, PLAIN_WORDS)


def _digits(player: Player) -> str:
    return _face(player).digits


def _until(player: Player, kind: StepKind, side: Side | None = None) -> None:
    while player.state.step.kind is not kind or side not in (None, player.state.step.side):
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(0.25)


def test_getting_ready_counts_down_and_says_what_comes() -> None:
    player = _player("str-calf-bi")
    player.wait(1.2)
    face = _face(player)

    assert (face.word, face.digits, face.suffix) == ("GET READY", "4", "s")
    assert face.set_line == "Set 1 of 3"
    assert face.next_line == "Next: 12 repetitions"


def test_repetitions_show_their_number_and_the_word_of_their_part() -> None:
    player = _player("str-calf-uni")
    _until(player, StepKind.MOVE)
    player.wait(6 * 6 + 4.5)
    face = _face(player)

    assert (face.word, face.digits, face.suffix, face.side) == ("LOWER", "7", "of 10", Side.LEFT)
    assert list(face.phases) == [("raise 2", 2), ("hold 1", 1), ("lower 3", 3)]
    assert bar_position(player.state).part == 2
    assert bar_position(player.state).share == pytest.approx(0.5)
    assert face.next_line == "Next: rest 90 s, then set 2 of 3"


def test_a_hold_counts_its_seconds_down_to_one() -> None:
    player = _player("bal-single-leg")
    _until(player, StepKind.HOLD)
    assert (_face(player).word, _digits(player)) == ("HOLD", "30")
    player.wait(29.5)
    assert (_digits(player), _face(player).suffix) == ("1", "s")
    assert bar_position(player.state).share == pytest.approx(29.5 / 30)


def test_changing_sides_names_the_side_that_comes() -> None:
    player = _player("bal-single-leg")
    _until(player, StepKind.SWITCH)

    assert _face(player).word == "SWITCH TO RIGHT"
    assert _face(player).side is Side.RIGHT


def test_before_the_side_changes_the_line_says_so() -> None:
    player = _player("bal-single-leg")
    while player.state.upcoming(1)[0].kind is not StepKind.SWITCH:
        player.stall(0.25)

    assert _face(player).next_line == "Next: switch to RIGHT"


def test_circles_count_and_say_which_way() -> None:
    player = _player("mob-ankle-circles")
    _until(player, StepKind.MOVE)
    assert _face(player).word == "CLOCKWISE ↻"
    assert _face(player).next_line == "Next: counterclockwise"
    player.wait(41)
    face = _face(player)

    assert (face.word, face.digits, face.suffix) == ("COUNTERCLOCKWISE ↺", "1", "of 20")
    assert face.set_line == "Direction 2 of 2 · Set 1 of 3"


def test_the_alphabet_shows_its_letter_and_which_pass() -> None:
    player = _player("mob-alphabet")
    _until(player, StepKind.TRACE)
    player.wait(3 * 22 + 1)
    face = _face(player)

    assert (face.digits, face.suffix, face.set_line) == (
        "W",
        "23 of 26",
        "Pass 1 of 2 · print · 3 s a letter",
    )
    assert face.letter == ("W", LetterStyle.PRINT)
    assert face.next_line == "Next: X"


def test_intervals_show_minutes_and_what_to_do() -> None:
    player = _player("run-walk")
    _until(player, StepKind.MOVE)
    run = _face(player)
    _until(player, StepKind.REST)

    assert (run.word, run.digits, run.set_line) == ("RUN", "1:00", "Round 1 of 6")
    assert (_face(player).word, _face(player).digits) == ("WALK", "4:00")


def test_massage_shows_its_zone() -> None:
    player = _player("mas-ball-foot")
    _until(player, StepKind.MOVE)

    assert (_face(player).word, _face(player).set_line) == ("HEEL", "Zone 1 of 4")


def test_open_steps_say_how_much_and_to_tap() -> None:
    player = _player("gait-heel-toe")
    face = _face(player)
    assert (face.word, face.digits, face.suffix) == ("WALK", "10", "m")
    assert face.text == "At your own pace; then tap Done."
    assert face.phases == ()

    listed = _face(_player("rec-compression"))
    assert (listed.word, listed.digits, listed.suffix) == ("DO THIS", "1", "of 5")
    assert listed.text.startswith("Hold the foot")


def test_ice_counts_down_in_minutes() -> None:
    player = _player("rec-ice")
    player.wait(20)

    assert (_face(player).word, _face(player).digits) == ("ICE", "14:40")


def test_paused_and_getting_ready_again_have_their_words() -> None:
    player = _player("str-calf-bi")
    _until(player, StepKind.MOVE)
    player.send(CommandKind.PAUSE)
    assert _face(player).word == "PAUSED"
    player.send(CommandKind.RESUME)
    assert (_face(player).word, _face(player).digits) == ("GET READY", "3")
    player.wait(3.1)
    assert _face(player).word == "RAISE"


@pytest.mark.parametrize("name", sorted(LIBRARY.exercises))
def test_every_moment_of_every_exercise_has_a_word_digits_and_a_next_line(name: str) -> None:
    player, pseudo = _player(name), translator("qps")
    while player.state.status is Status.RUNNING:
        face = face_of(player.state, LIBRARY, pseudo)
        assert face.word
        assert face.digits
        assert face.next_line.startswith("[")
        if player.state.step.kind is not StepKind.TRACE:
            assert face.digits[0].isdigit()
        if player.state.step.seconds is None:
            player.send(CommandKind.NEXT)
        else:
            player.stall(min(7.0, player.state.remaining or 7.0))


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (0.2, "0:01"), (59.0, "0:59"), (90, "1:30"), (3600, "1:00:00")]
)
def test_a_second_that_has_begun_counts(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text
    assert seconds_up(seconds) >= seconds


def test_open_steps_make_the_time_left_open() -> None:
    assert time_left_text(90, 0, PLAIN_WORDS) == "1:30 left"
    assert time_left_text(90, 2, PLAIN_WORDS) == "1:30 left and your own pace"
    assert time_left_text(0, 2, PLAIN_WORDS) == "at your own pace"


@pytest.mark.parametrize(
    ("level", "kind", "word", "text"),
    [
        ("eyes-closed", StepKind.HOLD, "HOLD · EYES CLOSED", ""),
        ("eyes-open", StepKind.HOLD, "HOLD · EYES OPEN", ""),
        ("eyes-closed", StepKind.READY, "GET READY", "Eyes closed"),
        ("fingertips", StepKind.HOLD, "HOLD", ""),
    ],
)
def test_whether_eyes_are_closed_is_said_in_words(level: str, kind: StepKind, word: str, text: str) -> None:
    coach = FakeCoach().with_plan()
    rung = coach.library.exercise("bal-single-leg").level(level)
    plan = balance(level=level, dose=rung.dose, side_mode=rung.side_mode)
    player = Player(new_session(coach.services.sessions.steps([plan], Side.LEFT)))
    player.send(CommandKind.START)
    _until(player, kind)
    player.wait(4)

    assert (_face(player).word, _face(player).text) == (word, text)
    assert _face(player).touches == (0 if kind is StepKind.HOLD else None)


def test_eyes_closed_in_repetitions_stand_beside_the_set() -> None:
    coach = FakeCoach().with_plan()
    rung = coach.library.exercise("bal-runner-squat").level("eyes-closed")
    plan = balance(exercise="bal-runner-squat", level=rung.id, dose=rung.dose, side_mode=rung.side_mode)
    player = Player(new_session(coach.services.sessions.steps([plan], Side.LEFT)))
    player.send(CommandKind.START)
    _until(player, StepKind.MOVE)

    assert _face(player).set_line == "Eyes closed · Set 1 of 2"
