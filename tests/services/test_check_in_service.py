"""The morning check-in: one a day, changed and taken back."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.morning import MorningAnswers, MorningField
from ankle_coach.domain.sides import Side
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story


def test_an_answer_given_again_replaces_the_one_before() -> None:
    coach = FakeCoach().with_plan(affected=Side.RIGHT)
    check_ins = coach.services.check_ins
    assert check_ins.today() is None
    check_ins.save(3)
    first = check_ins.today()
    check_ins.save(0)
    second = check_ins.today()
    assert first is not None
    assert second is not None
    assert (first.id, first.side) == (second.id, Side.RIGHT)
    assert second.pain == 0
    assert second.swelling is NoAnswer.NOT_ASKED
    assert len(coach.services.journal.check_ins()) == 1


def test_taking_back_leaves_a_day_without_an_answer() -> None:
    coach = FakeCoach().with_plan()
    assert coach.services.check_ins.withdraw() is Changes.NONE
    coach.services.check_ins.save(3)
    assert coach.services.check_ins.withdraw() is Changes.CHECK_INS
    assert coach.services.check_ins.today() is None


def test_a_new_day_asks_again() -> None:
    coach = FakeCoach().with_plan()
    coach.services.check_ins.save(3)
    coach.clock.advance(24 * 3600)
    assert coach.services.check_ins.today() is None


def _achilles() -> FakeCoach:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("achilles-midportion"), "p2", Side.RIGHT))
    return coach


def test_the_program_says_what_the_morning_asks() -> None:
    assert FakeCoach().services.check_ins.asked() == {MorningField.PAIN}
    asked = _achilles().services.check_ins.asked()
    assert asked == {MorningField.PAIN, MorningField.FIRST_STEP, MorningField.STIFFNESS}


def test_what_was_asked_and_left_out_is_missing_and_zero_is_an_answer() -> None:
    coach = _achilles()
    missing = NoAnswer.MISSING
    answers = MorningAnswers(pain=0, first_step=missing, stiff_minutes=missing)
    coach.services.check_ins.save_answers(answers)
    kept = coach.services.check_ins.today()
    assert kept is not None
    assert (kept.pain, kept.first_step, kept.swelling) == (0, missing, NoAnswer.NOT_ASKED)


def test_taking_the_last_number_back_takes_the_check_in_back_but_a_note_survives_a_change() -> None:
    coach = _achilles()
    check_ins = coach.services.check_ins
    check_ins.save(2, note="Slept well.")
    check_ins.save_answers(MorningAnswers(pain=3))
    kept = check_ins.today()
    assert kept is not None
    assert (kept.pain, kept.note) == (3, "Slept well.")
    check_ins.save_answers(MorningAnswers(pain=NoAnswer.MISSING))
    assert check_ins.today() is None


def test_yesterdays_morning_can_be_entered_late_and_is_known_as_late() -> None:
    coach = _achilles()
    check_ins = coach.services.check_ins
    assert check_ins.missing_yesterday() == ()  # there was no plan yesterday
    coach.clock.advance(24 * 3600)
    (blank,) = check_ins.missing_yesterday()
    assert (blank.pain, blank.swelling) == (NoAnswer.MISSING, NoAnswer.NOT_ASKED)
    assert check_ins.save_late(blank) is Changes.NONE  # nothing was answered
    assert check_ins.save_late(structs.replace(blank, pain=1)) is Changes.CHECK_INS
    (kept,) = coach.services.journal.check_ins()
    assert kept.entered.training_day == date(2026, 3, 2)
    assert kept.entered.at == coach.clock.now()
    assert check_ins.missing_yesterday() == ()
    assert check_ins.today() is None


def _both_sore() -> FakeCoach:
    return FakeCoach().with_plan(affected=Side.BOTH)


def test_3_2_with_two_sore_sides_each_has_a_morning_of_its_own() -> None:
    coach = _both_sore()
    check_ins = coach.services.check_ins
    assert check_ins.sides() == (Side.LEFT, Side.RIGHT)
    check_ins.save_answers(MorningAnswers(side=Side.RIGHT, pain=4))
    assert [(side, kept is None) for side, kept in check_ins.mornings()] == [
        (Side.LEFT, True),
        (Side.RIGHT, False),
    ]
    check_ins.save_answers(MorningAnswers(side=Side.LEFT, pain=0))
    check_ins.save_answers(MorningAnswers(side=Side.RIGHT, pain=5))
    assert {one.side: one.pain for one in coach.services.journal.check_ins()} == {Side.LEFT: 0, Side.RIGHT: 5}


def test_3_2_with_one_sore_side_or_none_one_morning_is_asked() -> None:
    assert FakeCoach().with_plan(affected=Side.LEFT).services.check_ins.sides() == (Side.LEFT,)
    assert FakeCoach().with_plan(affected=None).services.check_ins.sides() == (Side.BOTH,)
    assert FakeCoach().services.check_ins.sides() == (Side.BOTH,)


def test_taking_one_side_back_leaves_the_other() -> None:
    coach = _both_sore()
    check_ins = coach.services.check_ins
    check_ins.save(2, side=Side.LEFT)
    check_ins.save(3, side=Side.RIGHT)
    check_ins.save_answers(MorningAnswers(side=Side.LEFT, pain=NoAnswer.MISSING))
    (kept,) = coach.services.journal.check_ins()
    assert (kept.side, kept.pain) == (Side.RIGHT, 3)


def test_an_answer_about_both_sides_goes_on_as_the_other_sides() -> None:
    coach = FakeCoach().with_plan(affected=None)
    check_ins = coach.services.check_ins
    check_ins.save(2, note="Woke early.")
    coach.with_plan(affected=Side.BOTH)
    assert [kept.pain for _, kept in check_ins.mornings() if kept is not None] == [2, 2]
    check_ins.save_answers(MorningAnswers(side=Side.LEFT, pain=5))
    kept = sorted((one.side, one.pain, one.note) for one in coach.services.journal.check_ins())
    assert kept == [(Side.LEFT, 5, "Woke early."), (Side.RIGHT, 2, "Woke early.")]


def test_each_sides_yesterday_is_asked_for() -> None:
    coach = _both_sore()
    coach.services.check_ins.save(1, side=Side.LEFT)
    coach.clock.advance(24 * 3600)
    (missing,) = coach.services.check_ins.missing_yesterday()
    assert missing.side is Side.RIGHT
    coach.clock.advance(24 * 3600)
    assert [one.side for one in coach.services.check_ins.missing_yesterday()] == [Side.LEFT, Side.RIGHT]


def test_3_3_an_exercise_of_each_leg_is_judged_by_its_own_sides_morning() -> None:
    story = Story(_both_sore())
    for _ in range(4):
        story.services.check_ins.save(1, side=Side.LEFT)
        story.services.check_ins.save(1, side=Side.RIGHT)
        last = story.today
        story.play_all()
        story.coach.clock.advance(24 * 3600)
    story.services.check_ins.save(1, side=Side.LEFT)
    story.services.check_ins.save(5, side=Side.RIGHT)
    decisions = [d for d in story.services.coach.decisions() if d.day == last and d.exercise and d.side]
    stepped_back = {d.side for d in decisions if d.outcome is Outcome.STEP_BACK}
    assert Side.LEFT in {d.side for d in decisions}
    assert stepped_back == {Side.RIGHT}
