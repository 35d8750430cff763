"""What the day still asks for, as reminders see it: nothing that is done, begun, put off or locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ankle_coach.domain.reminder_times import ReminderKind
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.settings import UserRole
from ankle_coach.services.reminder_service import ReminderService
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story

HOUR = 3600.0


def service_of(coach: FakeCoach) -> ReminderService:
    """The reminders of a coach."""
    services = coach.services
    return ReminderService(
        services.coach,
        services.check_ins,
        services.sessions,
        services.journal,
        services.settings,
        coach.clock,
    )


@pytest.fixture
def story() -> Story:
    """A Monday with a session, reminders on."""
    lived = Story(FakeCoach().with_plan("p3"))
    lived.services.settings.change(reminders=True)
    return lived


@pytest.fixture
def service(story: Story) -> ReminderService:
    return service_of(story.coach)


def test_check_in_and_session_are_open_until_they_are_done(story: Story, service: ReminderService) -> None:
    needs = service.needs()
    assert needs is not None
    assert (needs.check_in, needs.sessions) == (True, ("Strength A",))
    story.morning(1)
    story.play_all()
    needs = service.needs()
    assert needs is not None
    assert (needs.check_in, needs.sessions) == (False, ())


def test_what_is_begun_is_not_reminded_of(story: Story, service: ReminderService) -> None:
    story.services.sessions.start("strength-a")
    needs = service.needs()
    assert needs is not None
    assert needs.sessions == ()


def _skip(story: Story) -> None:
    story.services.schedule.skip("strength-a", story.today, excused=False)


def _pause(story: Story) -> None:
    story.services.schedule.pause(PauseKind.TRAVEL, story.today)


def _lock(story: Story) -> None:
    story.services.safety.save_screen(Occasion.WEEKLY, {"R01": ScreenAnswer.YES})


@pytest.mark.parametrize("rests", [_skip, _pause, _lock], ids=["skipped", "paused", "locked"])
def test_what_is_put_off_or_locked_is_not_reminded_of(
    story: Story, service: ReminderService, rests: Callable[[Story], None]
) -> None:
    rests(story)
    needs = service.needs()
    assert needs is not None
    assert needs.sessions == ()
    assert needs.check_in


def test_a_rest_day_asks_for_the_check_in_alone(story: Story, service: ReminderService) -> None:
    story.coach.clock.advance(6 * 24 * HOUR)
    needs = service.needs()
    assert needs is not None
    assert (needs.check_in, needs.sessions) == (True, ())


def test_nothing_is_due_while_they_are_off_or_before_there_is_a_plan(
    story: Story, service: ReminderService
) -> None:
    assert [reminder.kind for reminder in service.due(())] == [ReminderKind.CHECK_IN]
    story.services.settings.change(reminders=False)
    assert service.due(()) == ()
    assert service.next_moment(()) is None
    nobody = FakeCoach()
    nobody.services.settings.change(reminders=True)
    assert service_of(nobody).needs() is None
    assert service_of(nobody).next_moment(()) is None


def test_a_therapist_is_not_reminded_of_persons(story: Story, service: ReminderService) -> None:
    assert service.due(())
    story.services.settings.change(role=UserRole.THERAPIST)
    assert service.due(()) == ()


def test_the_next_moment_is_the_evening_once_the_morning_is_told(
    story: Story, service: ReminderService
) -> None:
    told = {(ReminderKind.CHECK_IN, story.today)}
    following = service.next_moment(told)
    assert following is not None
    assert following - service.now() == timedelta(hours=10)
