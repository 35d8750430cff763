"""The series of the charts read from a journal: each worked out once, anew after a write."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.own_thresholds import OwnThresholds
from ankle_coach.domain.series_response import Settling
from ankle_coach.services.sample_data import sample_journal
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON
from tests.helpers.coach import LIBRARY, FakeCoach


@pytest.fixture
def coach() -> FakeCoach:
    """A coach with a plan of thirty days, a check-in each morning, and a session yesterday."""
    coach = FakeCoach()
    coach.journal.save_person(make.person())
    coach.journal.save_plan(PERSON, make.plan(starts_on=MONDAY - timedelta(days=30)))
    for number in range(30):
        day = MONDAY - timedelta(days=number)
        coach.journal.save_check_in(PERSON, make.check_in(day, id=f"check-in-{number}", pain=1))
    coach.services.journal.replace_session(make.session_record(MONDAY - timedelta(days=1)))
    return coach


def test_nobody_has_empty_series() -> None:
    charts = FakeCoach().services.charts

    assert charts.baseline() == ()
    assert charts.responses(MONDAY) == ()
    assert charts.mornings().is_empty
    assert charts.ladders() == ()
    assert charts.running() == ()
    assert charts.scores() == ()
    assert charts.events() == ()
    assert charts.activities().mean is None
    assert [series.results for series in charts.sides()] == [(), (), ()]
    assert charts.first_day() == MONDAY


def test_a_series_is_kept_until_something_is_written(coach: FakeCoach) -> None:
    charts = coach.services.charts
    before = charts.mornings()
    assert charts.mornings() is before

    coach.services.journal.replace_check_in(make.check_in(MONDAY, id="check-in-0", pain=7))

    assert charts.mornings() is not before
    assert charts.mornings().pain[-1].points[-1].value == 7


def test_the_base_reaches_to_today(coach: FakeCoach) -> None:
    line = coach.services.charts.baseline()

    assert (line[0].day, line[-1].day) == (MONDAY - timedelta(days=29), MONDAY)
    assert line[-1].value == 1


def test_responses_are_worked_out_as_far_back_as_they_are_asked_for(coach: FakeCoach) -> None:
    old = MONDAY - timedelta(days=20)
    coach.services.journal.replace_session(make.session_record(old))
    charts = coach.services.charts

    assert [one.day for one in charts.responses(MONDAY - timedelta(days=5))] == [MONDAY - timedelta(days=1)]
    assert [one.day for one in charts.responses(old)] == [old, MONDAY - timedelta(days=1)]
    assert charts.responses(MONDAY) == charts.responses(old), "what is known comes along"


def test_own_numbers_decide_what_rose_from_their_day_on(coach: FakeCoach) -> None:
    coach.services.journal.replace_check_in(make.check_in(MONDAY, id="check-in-0", pain=3))
    charts, since = coach.services.charts, MONDAY - timedelta(days=5)
    assert charts.responses(since)[-1].settling is Settling.ROSE

    yesterday = make.moment(MONDAY - timedelta(days=1))
    coach.services.reader.keep(OwnThresholds(id="own", chosen=yesterday, values={"regress_rise": 3}))

    assert charts.responses(since)[-1].settling is Settling.A_LITTLE_UP


def test_a_question_of_the_content_is_found_and_a_gone_one_is_not(coach: FakeCoach) -> None:
    question = coach.services.charts.question("R17")

    assert question is not None
    assert "after runs" in question.text
    assert coach.services.charts.question("gone") is None


def test_the_phase_s_criteria_stand_beside_the_tests() -> None:
    coach = FakeCoach().with_plan("p3")

    asked = {series.measure.id: series.percent_line for series in coach.services.charts.sides()}

    assert asked["single-leg-raise-count"] == 90


def test_the_sample_fills_every_series() -> None:
    coach = FakeCoach()
    sample_journal(coach.journal, LIBRARY, coach.services.journal.today(), coach.clock.offset())
    charts = coach.services.charts

    mornings, activities = charts.mornings(), charts.activities()
    assert mornings.first_step
    assert mornings.stiffness
    assert mornings.weeks
    assert activities.mean
    assert activities.change
    assert len(activities.activities) == 3
    assert all(series.results for series in charts.sides())
    assert {series.questionnaire.id for series in charts.scores()} == {"lefs", "cait"}
    assert {event.lane.value for event in charts.events()} == {
        "swelling",
        "giving-way",
        "red-flag",
        "lock",
        "ice",
    }
    assert any(series.has_moved for series in charts.ladders())
    assert len(charts.running()) >= 5
    assert charts.decisions()
