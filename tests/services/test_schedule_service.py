"""The calendar and the plan as a person changes them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.services.schedule_service import ScheduleError, ScheduleService
from tests.helpers.builders import MONDAY
from tests.helpers.story import Story

TUESDAY, WEDNESDAY, SATURDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 5))
CALF = "strength-a.str-calf-bi"


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


@pytest.fixture
def schedule(story: Story) -> ScheduleService:
    return story.services.schedule


def _planned(schedule: ScheduleService) -> list[list[str]]:
    return [[s.session.id for s in day.sessions if s.times] for day in schedule.week(MONDAY)]


def test_the_week_shows_what_is_planned_on_each_day(schedule: ScheduleService) -> None:
    a, b = ["strength-a"], ["strength-b"]
    assert _planned(schedule) == [a, b, a, b, a, b, []]


def test_a_moved_session_is_planned_there_and_not_where_it_was(schedule: ScheduleService) -> None:
    schedule.move("strength-b", TUESDAY, MONDAY + timedelta(days=6))
    week = schedule.week(MONDAY)
    assert [s.session.id for s in week[1].sessions if s.times] == []
    assert week[1].sessions[0].moved_to == MONDAY + timedelta(days=6)
    moved = next(s for s in week[6].sessions if s.session.id == "strength-b")
    assert moved.moved_from == TUESDAY
    assert moved.offers
    schedule.take_back_move("strength-b", MONDAY + timedelta(days=6))
    assert _planned(schedule)[1] == ["strength-b"]


def test_a_moved_session_can_be_played_on_its_new_day(story: Story, schedule: ScheduleService) -> None:
    schedule.move("strength-b", TUESDAY, MONDAY)
    assert "strength-b" in {record.session for record in story.play_all()}


def test_a_session_is_moved_only_from_where_it_is_and_never_into_the_past(
    story: Story, schedule: ScheduleService
) -> None:
    with pytest.raises(ScheduleError, match="not planned"):
        schedule.move("strength-a", TUESDAY, SATURDAY)
    with pytest.raises(ScheduleError, match="once a day"):
        schedule.move("strength-a", MONDAY, WEDNESDAY)
    story.coach.clock.advance(24 * 3600)
    with pytest.raises(ScheduleError, match="over"):
        schedule.move("strength-a", MONDAY, SATURDAY)


def test_an_excused_skip_is_off_today_and_leaves_the_adherence_alone(
    story: Story, schedule: ScheduleService
) -> None:
    schedule.skip("strength-a", MONDAY, excused=True, reason="visit")
    cards = {card.session.id for card in story.services.today.today().cards}
    assert "strength-a" not in cards
    skip = schedule.week(MONDAY)[0].sessions[0].skip
    assert skip is not None
    assert skip.reason == "visit"
    story.coach.clock.advance(24 * 3600)
    state = story.services.coach.state()
    assert state is not None
    assert state.counted == ()
    schedule.take_back_skip("strength-a", MONDAY)
    state = story.services.coach.state()
    assert state is not None
    assert [(day.planned, day.done) for day in state.counted] == [(1, 0)]


def test_a_pause_excuses_its_days_and_an_illness_ends_with_an_easy_week(
    story: Story, schedule: ScheduleService
) -> None:
    schedule.pause(PauseKind.ILLNESS, MONDAY)
    assert all(day.pause is not None for day in schedule.week(MONDAY))
    story.coach.clock.advance(3 * 24 * 3600)
    schedule.end_pause(MONDAY + timedelta(days=2))
    assert [day.pause is not None for day in schedule.week(MONDAY)] == [True] * 3 + [False] * 4
    assert story.outcomes(Outcome.DELOAD)
    with pytest.raises(ScheduleError, match="no pause"):
        schedule.end_pause(MONDAY)


def test_swapping_makes_a_version_with_its_reason(story: Story, schedule: ScheduleService) -> None:
    swaps = schedule.swaps(CALF)
    assert {swap.kind for swap in swaps} >= {"easier", "harder"}
    easier = next(swap for swap in swaps if swap.kind == "easier")
    schedule.swap(CALF, easier, reason="my wrist needs the wall")
    plans = story.services.plans.versions()
    assert [plan.reason for plan in plans] == ["chosen", "edited"]
    own = next(p for p in plans[-1].prescriptions if p.id == CALF)
    assert (own.level, own.note) == (easier.level, "my wrist needs the wall")
    assert story.levels()["str-calf-bi"] == easier.level


def test_what_is_not_offered_is_not_swapped(schedule: ScheduleService) -> None:
    swap = schedule.swaps(CALF)[0]
    with pytest.raises(ScheduleError, match="not offered"):
        schedule.swap("strength-a.str-band-pf", swap, reason="")


def test_nothing_below_neutral_is_offered_to_an_insertional_tendon(story: Story) -> None:
    plans = story.services.plans
    plans.accept(plans.propose(plans.program("achilles-insertional"), "p3", None))
    plan = plans.current()
    assert plan is not None
    for prescription in plan.prescriptions:
        for swap in story.services.schedule.swaps(prescription.id):
            level = story.coach.library.exercise(swap.exercise).level(swap.level)
            assert not level.below_neutral


def test_a_day_before_the_first_plan_is_no_rest_day() -> None:
    story = Story()
    story.coach.clock.advance(2 * 24 * 3600)
    story.coach.with_plan("p3")
    assert [day.has_plan for day in story.services.schedule.week(MONDAY)] == [False] * 2 + [True] * 5
