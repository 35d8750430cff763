"""The morning check-in: one a day, changed and taken back."""

from __future__ import annotations

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.sides import Side
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
