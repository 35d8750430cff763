"""What the rules ask for is kept as soon as records change."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ankle_coach.domain.changes import Changes
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.coach_keeper import CoachKeeper
from tests.helpers.story import Story


def test_mornings_that_got_worse_are_flagged_and_told_once(qapp: QApplication) -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(8, pain=1)
    for _ in range(8):
        story.morning(5)
        story.coach.clock.advance(24 * 3600)
    hub, heard = ChangeHub(), []
    CoachKeeper(lambda: story.services.coach, hub)
    hub.changed.connect(lambda changes, _: heard.append(changes))
    hub.publish(Changes.SETTINGS)
    assert story.services.safety.flags() == ()
    hub.publish(Changes.CHECK_INS)
    hub.publish(Changes.CHECK_INS)
    rules = [flag.finding.rule for flag in story.services.safety.flags()]
    assert rules.count("T-morning") == 1
    assert len([changes for changes in heard if changes.touches(Changes.SAFETY)]) == 1
