"""The morning check-in: one a day, changed and taken back."""

from __future__ import annotations

from datetime import date

from msgspec import structs

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.program import MorningField
from ankle_coach.domain.sides import Side
from ankle_coach.services.check_in_service import MorningAnswers
from tests.helpers.coach import FakeCoach


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
    assert check_ins.missing_yesterday() is None  # there was no plan yesterday
    coach.clock.advance(24 * 3600)
    blank = check_ins.missing_yesterday()
    assert blank is not None
    assert (blank.pain, blank.swelling) == (NoAnswer.MISSING, NoAnswer.NOT_ASKED)
    assert check_ins.save_late(blank) is Changes.NONE  # nothing was answered
    assert check_ins.save_late(structs.replace(blank, pain=1)) is Changes.CHECK_INS
    (kept,) = coach.services.journal.check_ins()
    assert kept.entered.training_day == date(2026, 3, 2)
    assert kept.entered.at == coach.clock.now()
    assert check_ins.missing_yesterday() is None
    assert check_ins.today() is None
