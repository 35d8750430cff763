"""What lists and heads say of a person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ankle_coach.domain.person_overview import PersonOverview, PlanHead
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.languages import language_name
from ankle_coach.ui.person_words import (
    about_words,
    activity_words,
    affected_words,
    flag_lines,
    flag_mark,
    person_name,
    phase_title,
    phase_words,
    plan_words,
    review_words,
)
from tests.helpers import builders as make
from tests.helpers.coach import LIBRARY

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, "never"), (0, "today"), (1, "yesterday"), (3, "3 days ago"), (60, "60 days ago"), (61, "Jan 8")],
)
def test_the_last_activity_in_words(days: int | None, said: str) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert activity_words(last, TODAY, PLAIN_WORDS) == said


def test_an_activity_of_another_year_names_the_year() -> None:
    assert activity_words(date(2025, 11, 3), TODAY, PLAIN_WORDS) == "November 2025"


def test_side_and_birth_year_as_far_as_they_are_known() -> None:
    known = make.person(affected=Side.LEFT, birth_year=1988)
    assert about_words(known, PLAIN_WORDS) == "Left ankle · born 1988"
    assert about_words(make.person(affected=None, birth_year=1988), PLAIN_WORDS) == "born 1988"
    assert about_words(make.person(affected=None), PLAIN_WORDS) == ""
    assert affected_words(Side.BOTH, PLAIN_WORDS) == "Both ankles"
    assert person_name(make.person(name=""), PLAIN_WORDS) == "Without a name"


def _head(**fields: object) -> PlanHead:
    return PlanHead(**{"version": 1, "name": "Own plan", "starts_on": TODAY, **fields})  # type: ignore[arg-type]


def test_program_and_phase_of_a_plan() -> None:
    general = LIBRARY.program("general")
    head = _head(program="general", phase="p2")
    assert plan_words(head, LIBRARY.programs, PLAIN_WORDS) == general.name
    assert phase_words(head, LIBRARY.programs, PLAIN_WORDS) == "Phase 2 of 6"
    assert phase_title(head, LIBRARY.programs, PLAIN_WORDS) == f"Phase 2 of 6, {general.phases[1].name}"
    assert phase_words(None, LIBRARY.programs, PLAIN_WORDS) == ""
    assert phase_title(_head(), LIBRARY.programs, PLAIN_WORDS) == ""
    assert plan_words(None, LIBRARY.programs, PLAIN_WORDS) == "No plan yet"
    assert plan_words(_head(), LIBRARY.programs, PLAIN_WORDS) == "Own plan"
    assert plan_words(_head(program="gone", phase="p1"), LIBRARY.programs, PLAIN_WORDS) == "Own plan"
    of_another_version = _head(program="general", phase="p99")
    assert plan_words(of_another_version, LIBRARY.programs, PLAIN_WORDS) == general.name
    assert phase_words(of_another_version, LIBRARY.programs, PLAIN_WORDS) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, ("", False)), (3, ("Review Mar 13", False)), (0, ("Review due since Mar 10", True))],
)
def test_the_review(days: int | None, said: tuple[str, bool]) -> None:
    review_on = None if days is None else TODAY + timedelta(days=days)
    assert review_words(review_on, TODAY, PLAIN_WORDS) == said


def _flag(urgency: Urgency, *scopes: Scope) -> Flag:
    finding = Finding(rule=f"R-{urgency}", urgency=urgency, references=("S01",), scopes=scopes)
    return Flag(id=urgency, finding=finding, raised=make.moment(date(2026, 3, 2)))


def test_the_most_urgent_flag_is_a_word_and_a_shape() -> None:
    locked = _flag(Urgency.URGENT, Scope.ALL_LOADING)
    flags = (_flag(Urgency.CAUTION), _flag(Urgency.ADVISE), locked)
    marks = []
    for count in (0, 1, 2, 3):
        mark = flag_mark(PersonOverview(person=make.person(), flags=flags[:count]).locks, PLAIN_WORDS)
        marks.append((mark.text, mark.icon, mark.tone) if mark else None)
    assert marks == [
        None,
        ("Caution", "info", "caution"),
        ("Advise", "warning", "caution"),
        ("Locked", "lock", "danger"),
    ]
    cleared = Assessment(id="a", flag=locked.id, recorded=make.moment(TODAY), outcome=Outcome.CLEARED)
    overview = PersonOverview(person=make.person(), flags=(locked,), assessments=(cleared,))
    assert flag_mark(overview.locks, PLAIN_WORDS) is None


def test_each_open_flag_is_a_sentence_with_its_day() -> None:
    flags = (_flag(Urgency.CAUTION), _flag(Urgency.ADVISE), _flag(Urgency.URGENT, Scope.ALL_LOADING))
    locks = PersonOverview(person=make.person(), flags=flags).locks
    assert flag_lines(locks, lambda rule: f"Is it {rule}?", PLAIN_WORDS) == [
        ("Locked", "Since Mar 2: Is it R-urgent?", "danger"),
        ("Advise", "Since Mar 2: Is it R-advise?", "caution"),
        ("Caution", "Since Mar 2: Is it R-caution?", "caution"),
    ]


def test_languages_are_named_in_themselves() -> None:
    assert language_name("de", PLAIN_WORDS) == "Deutsch"
    assert language_name("fr", PLAIN_WORDS) == "Français"
    assert language_name("zzz", PLAIN_WORDS) == "zzz"
    assert language_name("qps", PLAIN_WORDS) == "Long words (for tests)"
