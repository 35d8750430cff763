"""The Journal's page, opened over a fake coach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.theme import Theme
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.journal import Opened, journal_services


@pytest.fixture
def journal_hub() -> ChangeHub:
    """Tells the page what has changed."""
    return ChangeHub()


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, words: Words, journal_hub: ChangeHub) -> Iterator[Opened]:
    """Opens the page of a coach and waits until it is drawn."""
    pages: list[JournalPage] = []

    def open_page(coach: FakeCoach, *, whole: bool = False) -> JournalPage:
        page = JournalPage(journal_services(coach, whole=whole), LIBRARY, theme, words, journal_hub)
        page.resize(1270, 768)
        qtbot.addWidget(page)
        pages.append(page)
        page.show()
        qtbot.waitUntil(lambda: not page._is_stale)
        return page

    yield open_page
    for page in pages:
        page.hide()


@pytest.fixture
def journal_coach() -> FakeCoach:
    """A coach with a session and a check-in."""
    coach = FakeCoach()
    coach.journal.save_person(make.person())
    coach.journal.save_plan(PERSON, make.plan(starts_on=MONDAY - timedelta(days=30)))
    coach.journal.save_session(PERSON, make.session_record(MONDAY - timedelta(days=1)))
    coach.journal.save_check_in(PERSON, make.check_in(MONDAY))
    return coach
