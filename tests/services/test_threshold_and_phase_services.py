"""Thresholds as they are changed, and the way from phase to phase."""

from __future__ import annotations

import pytest

from ankle_coach.domain.criteria import Status
from ankle_coach.domain.phase_exit import Obstacle
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import SOURCE
from ankle_coach.services.phase_service import PhaseError
from ankle_coach.services.threshold_service import ThresholdError
from tests.helpers.story import Story


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p2")
    return lived


def test_a_changed_threshold_holds_and_is_shown_beside_its_source(story: Story) -> None:
    thresholds = story.services.thresholds
    assert thresholds.current() == SOURCE
    thresholds.change("credits_strength", 5, by_therapist=True)
    thresholds.change("deload_days", 10)
    found = [(d.name, d.value, d.source) for d in thresholds.differences()]
    assert sorted(found) == [("credits_strength", 5, 3), ("deload_days", 10, 7)]
    fold = story.services.coach.fold()
    assert fold is not None
    assert fold.context.thresholds.credits_strength == 5
    story.coach.clock.advance(1)
    thresholds.restore("deload_days")
    assert [d.name for d in thresholds.differences()] == ["credits_strength"]
    story.coach.clock.advance(1)
    thresholds.restore()
    assert thresholds.differences() == ()


@pytest.mark.parametrize(("name", "value"), [("stop_pain", 11), ("gap_same", 8), ("no_such", 1)])
def test_a_number_out_of_its_range_is_refused_and_nothing_changes(
    story: Story, name: str, value: int
) -> None:
    with pytest.raises(ThresholdError, match=name):
        story.services.thresholds.change(name, value)
    assert story.services.thresholds.current() == SOURCE


def test_a_phase_says_what_is_met_and_what_stands_in_the_way(story: Story) -> None:
    proposal = story.services.phases.proposal()
    assert proposal is not None
    assert proposal.next_phase is not None
    assert (proposal.phase.id, proposal.next_phase.id) == ("p2", "p3")
    assert not proposal.is_ready
    assert Obstacle.CRITERIA in proposal.exit.obstacles
    assert {result.status for result in proposal.exit.criteria} == {Status.NOT_MEASURED}
    with pytest.raises(PhaseError, match="not met"):
        story.services.phases.accept()


def test_a_therapist_goes_on_before_the_criteria_are_met(story: Story) -> None:
    story.services.phases.accept(by_therapist=True)
    plan = story.services.plans.current()
    assert plan is not None
    assert (plan.phase, plan.version, plan.reason) == ("p3", 2, "phase-changed")


def test_after_a_session_of_today_the_next_phase_begins_tomorrow(story: Story) -> None:
    story.play_all()
    story.services.phases.accept(by_therapist=True)
    today = story.services.plans.current()
    tomorrow = story.services.plans.current(story.days_on(1))
    assert today is not None
    assert tomorrow is not None
    assert (today.phase, tomorrow.phase) == ("p2", "p3")


def test_presets_go_by_weeks_and_propose_no_phase() -> None:
    story = Story()
    plans = story.services.plans
    plans.accept(plans.propose(plans.program("preset-rathleff"), "weeks-1-2", Side.RIGHT))
    assert story.services.phases.proposal() is None
