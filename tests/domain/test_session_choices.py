"""Letters of one's own, touch-downs, eyes, and waiting for a tap."""

from __future__ import annotations

from itertools import pairwise

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.dose import Dose, Hold, Tracing
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.movement import Eyes, LetterStyle
from ankle_coach.domain.session import Command, CommandKind, advance, can_extend, can_touch_down
from ankle_coach.domain.session_record import exercise_answers
from ankle_coach.domain.session_state import EventKind
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.step_choices import PlayChoices, with_choices
from ankle_coach.domain.steps import Step, StepKind, compile_dose
from tests.helpers.builders import progress
from tests.helpers.playing import Player, at_work

LIBRARY = open_library()
LETTERS = compile_dose(
    Dose(blocks=(Tracing(passes=1, seconds_per_letter=3, letters="ABC"),)), SideMode.EACH, None, exercise="x"
)
STANDS = with_choices(
    compile_dose(
        Dose(blocks=(Hold(sets=2, holds=1, seconds=15, rest_sets=20),)),
        SideMode.EACH,
        None,
        exercise="bal-single-leg",
        level="eyes-closed",
        prescription="stand",
    ),
    LIBRARY,
    PlayChoices(),
)


def send_letters(player: Player, style: LetterStyle | None, seconds: float | None = None) -> None:
    """Ask for other letters."""
    command = Command(CommandKind.LETTERS, style=style, seconds=seconds)
    player.state, _ = advance(player.state, command, Reading(player.awake, player.elapsed))


def waits(steps: tuple[Step, ...]) -> list[int]:
    """The places of steps that wait for a tap."""
    return [n for n, step in enumerate(steps) if step.kind is StepKind.READY and step.seconds is None]


def test_another_style_takes_the_letter_in_play_and_all_that_follow() -> None:
    player = at_work(LETTERS)
    player.wait(3.5)
    assert player.state.step.letter == "B"
    send_letters(player, LetterStyle.CURSIVE)
    styles = [(s.letter, s.side, s.letter_style) for s in player.state.steps if s.kind is StepKind.TRACE]
    first = styles[0][1]
    assert styles[0] == ("A", first, LetterStyle.PRINT)
    assert {style for _, _, style in styles[1:]} == {LetterStyle.CURSIVE}


def test_another_pace_begins_with_the_next_letter_and_credits_stay_right() -> None:
    player = at_work(LETTERS)
    player.wait(4)
    send_letters(player, None, 5)
    lengths = [step.seconds for step in player.state.steps if step.kind is StepKind.TRACE]
    assert lengths == [3, 3, 5, 5, 5, 5]
    assert player.state.remaining == 2
    player.play_on()
    credited = [
        (credit.seconds, credit.done)
        for step, credit in zip(player.state.steps, player.state.credits, strict=True)
        if step.is_work
    ]
    assert credited == [(seconds, True) for seconds in lengths]


def test_a_letter_that_has_some_credit_keeps_its_time() -> None:
    player = at_work(LETTERS)
    player.wait(4)
    player.send(CommandKind.BACK)
    assert player.state.step.letter == "A"
    send_letters(player, None, 1)
    lengths = [step.seconds for step in player.state.steps if step.kind is StepKind.TRACE]
    assert lengths == [3, 3, 1, 1, 1, 1]


def test_a_person_s_letters_are_in_the_compiled_steps() -> None:
    chosen = PlayChoices(letter_style=LetterStyle.CURSIVE, letter_seconds=4)
    letters = [s for s in with_choices(LETTERS, LIBRARY, chosen) if s.kind is StepKind.TRACE]
    assert {(step.letter_style, step.seconds) for step in letters} == {(LetterStyle.CURSIVE, 4)}
    assert with_choices(LETTERS, LIBRARY, PlayChoices()) == LETTERS


def test_touch_downs_are_counted_for_each_side_and_recorded() -> None:
    player = at_work(STANDS)
    first = player.state.step.side
    for _ in range(2):
        player.wait(2)
        player.send(CommandKind.TOUCH_DOWN)
    assert player.state.touch_downs("stand", first) == 2
    while player.state.step.side is first or not player.state.step.is_work:
        player.stall(1)
    player.send(CommandKind.TOUCH_DOWN)
    other = player.state.step.side
    answers = {a.side: a for a in exercise_answers(progress(state=player.state))}
    assert {side: answer.touch_downs for side, answer in answers.items()} == {first: 2, other: 1}
    assert {answer.pain_during for answer in answers.values()} == {NoAnswer.NOT_ASKED}
    assert player.kinds().count(EventKind.TOUCHED_DOWN) == 3


def test_a_touch_down_counts_only_while_one_stands() -> None:
    player = Player.of(STANDS)
    assert player.state.step.kind is StepKind.READY
    player.send(CommandKind.TOUCH_DOWN)
    player = at_work(STANDS)
    player.send(CommandKind.PAUSE)
    assert not can_touch_down(player.state)
    player.send(CommandKind.TOUCH_DOWN)
    player.send(CommandKind.RESUME)
    assert EventKind.RESUMED in player.kinds()
    player.send(CommandKind.TOUCH_DOWN)
    assert player.state.touch_downs("stand", player.state.step.side) == 0
    player.wait(3.5)
    player.send(CommandKind.TOUCH_DOWN)
    assert player.state.touch_downs("stand", player.state.step.side) == 1
    raises = at_work()
    raises.send(CommandKind.TOUCH_DOWN)
    assert raises.state.touches == ()


def test_eyes_are_those_of_the_level() -> None:
    assert {step.eyes for step in STANDS} == {Eyes.CLOSED}
    assert {step.counts_touches for step in STANDS if step.is_work} == {True}
    assert not any(step.counts_touches for step in STANDS if not step.is_work)


def test_every_balance_level_that_names_eyes_says_so_as_data() -> None:
    for exercise in LIBRARY.exercises.values():
        for level in exercise.levels:
            if exercise.group is Group.BALANCE:
                named = [eyes for eyes in Eyes if f"eyes {eyes}" in level.name.lower()]
                assert not named or level.eyes is named[0], (exercise.id, level.id)
            else:
                assert level.eyes is None


def test_sets_of_a_chosen_group_wait_for_a_tap() -> None:
    waiting = with_choices(STANDS, LIBRARY, PlayChoices(waits_after=frozenset({Group.BALANCE})))
    places = waits(waiting)
    sets = len({step.set_key for step in STANDS if step.is_work})
    assert len(places) == sets - 1
    assert all(waiting[place - 1].is_work for place in places)
    assert not waits(with_choices(STANDS, LIBRARY, PlayChoices(waits_after=frozenset({Group.STRENGTH}))))


def test_a_wait_ends_with_a_tap_only_and_is_no_work() -> None:
    steps = with_choices(STANDS, LIBRARY, PlayChoices(waits_after=frozenset({Group.BALANCE})))
    player = at_work(steps)
    player.wait(15)
    step = player.state.step
    assert (step.kind, step.seconds, step.is_work) == (StepKind.READY, None, False)
    assert not can_extend(player.state)
    player.wait(120, tick=5)
    assert player.state.step == step
    player.send(CommandKind.NEXT)
    assert player.state.step.kind is not StepKind.READY
    assert player.state.credits[player.state.index - 2].done


def test_nothing_waits_within_a_set() -> None:
    holds = compile_dose(
        Dose(blocks=(Hold(sets=2, holds=3, seconds=5, rest_reps=2, rest_sets=20),)),
        SideMode.BOTH,
        None,
        exercise="bal-board",
    )
    steps = with_choices(holds, LIBRARY, PlayChoices(waits_after=frozenset({Group.BALANCE})))
    for before, after in pairwise(steps):
        if after.kind is StepKind.READY and after.seconds is None:
            assert before.part_number == before.part_count
    assert Side.BOTH in {step.side for step in steps}
