"""Today, the Journal and the rules go by one adherence: the same sessions in both numbers (§3.5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.statistics import Adherence, DayState, adherence
from ankle_coach.services.session_service import WithheldError
from tests.helpers.coach import FakeCoach
from tests.helpers.rules import row
from tests.helpers.story import Story


def lived() -> Story:
    """Two weeks, of which the first is played, so that the window is half full."""
    story = Story(FakeCoach().with_plan("p2"))
    story.live(7)
    story.live(7, plays=False)
    return story


def numbers(story: Story) -> tuple[int, int]:
    """Done and planned sessions, the same wherever they are asked for."""
    services = story.services
    overview = services.journal.overview()
    fold = services.coach.fold()
    assert fold is not None
    first = story.today - timedelta(days=13)
    drawn = adherence([day for day in overview.days if day.day >= first], story.today)
    shown = services.today.today().adherence
    counted = [day for day in fold.folded.state.counted if day.day >= first]
    assert shown == overview.adherence == services.journal.adherence() == services.coach.adherence()
    assert (shown.done, shown.planned) == (drawn.done, drawn.planned)
    assert (shown.done, shown.planned) == (sum(d.done for d in counted), sum(d.planned for d in counted))
    return shown.done, shown.planned


@row("3.5-adherence")
def test_what_is_missed_is_planned_and_not_done(row_id: str) -> None:
    story = lived()
    done, planned = numbers(story)
    assert 0 < done < planned
    assert story.services.today.today().adherence.shown_ratio == done / planned


def _pause(story: Story) -> None:
    story.services.schedule.pause(PauseKind.TRAVEL, story.today)


def _flag(story: Story) -> None:
    story.services.safety.save_screen(Occasion.WEEKLY, {"R01": ScreenAnswer.YES})


def _swell(story: Story) -> None:
    story.services.coach.before_session(7, 0)


@row("3.5-adherence")
@pytest.mark.parametrize("rests", [_pause, _flag, _swell], ids=["pause", "lock", "NO-LOAD"])
def test_a_day_that_rests_is_in_neither_number_and_colored_as_excused(
    row_id: str, rests: Callable[[Story], None]
) -> None:
    story = lived()
    while not story.services.journal.week()[story.today.weekday()].planned:
        story.live(plays=False)
    rests(story)
    day = story.today
    before = numbers(story)
    story.live(plays=False)
    found = next(d for d in story.services.journal.overview().days if d.day == day)
    assert (found.planned, found.state) == (0, DayState.EXCUSED)
    done, planned = numbers(story)
    assert planned <= before[1]
    assert done <= before[0]


@row("3.5-adherence")
@pytest.mark.parametrize("excused", [True, False], ids=["excused", "not excused"])
def test_only_an_excused_skip_leaves_the_numbers_alone(row_id: str, excused: bool) -> None:
    story = Story(FakeCoach().with_plan("p2"))
    (session,) = {s.session.id for s in story.services.coach.todays_sessions() if s.times} or {""}
    story.services.schedule.skip(session, story.today, excused=excused, reason="a wedding")
    story.live(plays=False)
    assert numbers(story) == (0, 0 if excused else 1)


@row("3.5-adherence")
def test_three_sessions_a_week_show_a_percentage_from_the_seventh_on(row_id: str) -> None:
    story = Story(FakeCoach().with_plan("p3"))
    assert story.services.today.today().adherence == Adherence(0, 0)
    shown = []
    for _ in range(14):
        today = story.services.today.today().adherence
        shown.append((today.total, today.shown_ratio is not None))
        story.live()
    assert all(visible is (total >= 7) for total, visible in shown)
    assert shown[-1][1]
    assert numbers(story)[1] >= 7


def test_a_changed_window_is_the_window_of_the_ring_too() -> None:
    story = lived()
    story.services.thresholds.change("adherence_days", 7)
    today = story.services.today.today().adherence
    assert (today.done, today.planned) == (0, numbers_of_last_week(story))


def numbers_of_last_week(story: Story) -> int:
    """Planned sessions of the last seven training days."""
    first = story.today - timedelta(days=6)
    days = [day for day in story.services.journal.overview().days if first <= day.day < story.today]
    return sum(day.planned for day in days)


def _today_in_the_calendar(story: Story) -> DayState:
    return next(day.state for day in story.services.journal.week() if day.day == story.today)


def test_a_day_without_loading_is_excused_at_once_and_not_to_come() -> None:
    story = Story(FakeCoach().with_plan("p3"))
    story.live(2)
    story.morning(0)
    assert _today_in_the_calendar(story) is DayState.OPEN
    before = numbers(story)

    with pytest.raises(WithheldError):
        story.services.sessions.start("strength-a", 7)

    assert _today_in_the_calendar(story) is DayState.EXCUSED
    assert numbers(story) == before


def test_a_locked_day_is_excused_at_once() -> None:
    story = Story(FakeCoach().with_plan("p3"))
    story.live(2)
    assert _today_in_the_calendar(story) is DayState.OPEN
    story.services.safety.save_screen(Occasion.WEEKLY, {"R05": ScreenAnswer.YES})
    assert _today_in_the_calendar(story) is DayState.EXCUSED
