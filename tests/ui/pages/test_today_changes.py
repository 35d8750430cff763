"""What Today says has changed: a revision alone, not beside what it revised."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.today_changes import TodayChanges, lately_decided
from ankle_coach.ui.theme import Theme
from tests.helpers.story import Story
from tests.helpers.widgets import texts

_HOUR = 3600.0


def test_what_was_revised_is_not_told_beside_its_revision() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(4)
    story.coach.clock.advance(6 * _HOUR)
    story.services.coach.settle()
    held = {d.outcome for d in lately_decided(story.services.coach)}
    assert held == {Outcome.HOLD}

    story.morning(0)
    story.services.coach.settle()

    told = lately_decided(story.services.coach)
    assert told
    assert not [d for d in told if d.value("provisional") is not None]
    assert Outcome.REVISED in {d.outcome for d in told}
    assert Outcome.HOLD not in {d.outcome for d in told}
    assert [d for d in story.services.coach.decisions() if d.value("provisional") is not None]


def test_after_a_holiday_the_card_says_what_the_next_session_brings(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(14, pain=0)
    story.services.schedule.pause(PauseKind.TRAVEL, story.today, story.days_on(17))
    story.live(18, plays=False, checks_in=False)
    coach = story.services.coach
    assert coach.gap_ahead() == ("3.5-gap-15", 18)

    card = TodayChanges(coach, story.coach.library, theme, words, ChangeHub())
    qtbot.addWidget(card)
    card.refresh()

    qtbot.waitUntil(lambda: not card.isHidden())
    told = texts(card)
    assert "With the next loaded session" in told
    assert "18 days since the first session that was left out. One phase back, with half of it." in told
    assert "Same again" not in told

    story.play_all()
    assert coach.gap_ahead() is None


def test_a_phase_back_comes_first_and_without_the_steps_of_the_phase_that_is_left() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(14, pain=0)
    story.services.schedule.pause(PauseKind.TRAVEL, story.today, story.days_on(17))
    story.live(18, plays=False, checks_in=False)
    story.live(1)
    told = lately_decided(story.services.coach)
    assert told[0].outcome is Outcome.PHASE_BACK
    assert Outcome.STEP_BACK not in {d.outcome for d in told}
    assert [d for d in story.outcomes(Outcome.STEP_BACK) if d.rule == "3.5-gap-15"], "the log has them"
