"""Today leads to the next phase: where it can begin, and where the running one waits only for answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS, Words
from ankle_coach.i18n import translator
from ankle_coach.page_makers import Pages
from ankle_coach.services.phase_service import PhaseProposal
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.today_phase import TodayPhase, phase_told
from ankle_coach.ui.shell import Shell
from ankle_coach.ui.theme import Theme
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, click, texts

DAY = 24 * 3600


@pytest.fixture
def coach() -> FakeCoach:
    """A sprain in its first phase for three mornings, with all said but the walk of five minutes."""
    coach = FakeCoach()
    plans, services = coach.services.plans, coach.services
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p1", Side.RIGHT))
    services.reviews.save({"rest-pain": 1})
    for day in range(3):
        services.check_ins.save(2, swelling=1)
        if day < 2:
            coach.clock.advance(DAY)
    return coach


def _told(coach: FakeCoach) -> str:
    proposal = coach.services.phases.proposal()
    assert proposal is not None
    asked = {measure.id for measure in coach.services.reviews.phase_questions()}
    return phase_told(proposal, asked, PLAIN_WORDS)


def test_a_phase_that_waits_only_for_answers_names_them(coach: FakeCoach) -> None:
    assert _told(coach) == (
        "Protect waits only for your answers: Four steps or more, then 5 minutes without any aid, "
        "with pain of 3 or less."
    )


def test_a_phase_whose_criteria_are_met_names_the_next_one(coach: FakeCoach) -> None:
    coach.services.reviews.save({"walk-5-min-pain": 2})
    assert _told(coach) == "All that Protect asks for is met. You can go on to Move and load early."


def test_nothing_is_told_where_answers_would_not_help(coach: FakeCoach) -> None:
    coach.services.reviews.save({"walk-5-min-pain": 5})
    assert _told(coach) == ""
    early = FakeCoach().with_plan("p3")
    assert _told(early) == ""


def test_the_card_leads_from_today_to_the_plan(
    qtbot: QtBot, theme: Theme, coach: FakeCoach, tmp_path: Path
) -> None:
    services, hub, words = coach.services, ChangeHub(), translator()
    pages = Pages(services, coach.clock, theme, words, hub, tmp_path)
    shell = Shell(pages.factories(), lambda: services.sessions, services.settings, theme, words, hub)
    qtbot.addWidget(shell.window)
    shell.begin(first_run=False)
    shell.window.show()
    today = shell.window.page("today")
    assert today is not None
    card = child(today, TodayPhase)
    qtbot.waitUntil(lambda: not card.isHidden())
    assert "waits only for your answers" in texts(card)

    click(child(card, QPushButton, "open_plan_button"))

    assert shell.window.current_key == "plan"
    shell.window.hide()


def test_a_day_without_a_way_on_shows_no_card(qtbot: QtBot, theme: Theme, words: Words) -> None:
    looked: list[bool] = []

    def nowhere() -> PhaseProposal | None:
        looked.append(True)
        return None

    asked: Callable[[], frozenset[str]] = frozenset
    card = TodayPhase(nowhere, asked, theme, words)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(lambda: bool(looked))
    assert card.isHidden()
