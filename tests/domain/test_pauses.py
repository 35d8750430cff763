"""Pauses: which may be entered, which go on, and what they are called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.domain.pause_words import pause_line
from ankle_coach.domain.schedule_changes import Pause, PauseKind, PauseProblem, pause_problem
from ankle_coach.i18n import translator
from tests.helpers.builders import MONDAY

WORDS = translator()
TRAVEL, ILLNESS, FEVER = PauseKind.TRAVEL, PauseKind.ILLNESS, PauseKind.FEVER


def _day(number: int | None) -> date | None:
    return None if number is None else MONDAY + timedelta(days=number)


def _pause(first: int, last: int | None = None, kind: PauseKind = TRAVEL) -> Pause:
    return Pause(kind=kind, from_day=MONDAY + timedelta(days=first), until_day=_day(last))


GOING = [
    ("to come", _pause(1, 4), False),
    ("from today", _pause(0, 4), True),
    ("its last day is today", _pause(-3, 0), True),
    ("over", _pause(-3, -1), False),
    ("open", _pause(-3), True),
    ("ill and not well yet", _pause(-3, None, ILLNESS), True),
    ("well again since today", _pause(-3, 0, ILLNESS), False),
    ("48 hours without fever", _pause(-3, -1, FEVER), False),
]


@pytest.mark.parametrize(("pause", "going"), [row[1:] for row in GOING], ids=[row[0] for row in GOING])
def test_a_pause_can_be_ended_while_it_goes_on(pause: Pause, going: bool) -> None:
    assert pause.is_going(MONDAY) is going


PROBLEMS = [
    ("a holiday ahead", _pause(4, 13), (), None),
    ("a holiday ahead without its last day", _pause(4), (), None),
    ("one day", _pause(4, 4), (), None),
    ("its end before its beginning", _pause(4, 3), (), PauseProblem.BACKWARDS),
    ("an illness from today", _pause(0, None, ILLNESS), (), None),
    ("an illness ahead", _pause(1, None, ILLNESS), (), PauseProblem.NOT_AHEAD),
    ("a fever ahead", _pause(1, None, FEVER), (), PauseProblem.NOT_AHEAD),
    ("on the last day of another", _pause(4, 6), (_pause(6, 9),), PauseProblem.OVERLAP),
    ("within an open one", _pause(4, 6), (_pause(2),), PauseProblem.OVERLAP),
    ("open before another", _pause(2), (_pause(4, 6),), PauseProblem.OVERLAP),
    ("right after another", _pause(7, 8), (_pause(4, 6),), None),
    ("an illness on a holiday", _pause(0, None, ILLNESS), (_pause(-2, 6),), None),
    ("a holiday planned while ill", _pause(4, 6), (_pause(-1, None, ILLNESS),), None),
]


@pytest.mark.parametrize(
    ("pause", "others", "problem"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS]
)
def test_a_holiday_may_come_and_lies_on_no_days_of_another(
    pause: Pause, others: tuple[Pause, ...], problem: PauseProblem | None
) -> None:
    assert pause_problem(pause, others, MONDAY) is problem


LINES = [
    (_pause(4, 13), "Holiday or travel from Friday, March 6 to Sunday, March 15"),
    (_pause(4, 4), "Holiday or travel on Friday, March 6"),
    (_pause(4), "Holiday or travel from Friday, March 6 on"),
    (_pause(-1, 4), "Holiday or travel until Friday, March 6"),
    (_pause(-1, 0), "Holiday or travel until today"),
    (_pause(-1), "Holiday or travel since Sunday, March 1"),
    (_pause(0, None, ILLNESS), "Illness since today"),
    (_pause(-3, -1, FEVER), "Fever until Sunday, March 1; training goes on on Wednesday, March 4"),
]


@pytest.mark.parametrize(("pause", "line"), LINES, ids=[line for _, line in LINES])
def test_a_pause_is_told_with_its_days(pause: Pause, line: str) -> None:
    assert pause_line(pause, MONDAY, WORDS) == line
