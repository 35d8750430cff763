"""The versions of a plan: newest first, what each changed, and its handout again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.versions_card import VersionsCard
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child, texts


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, words: Words) -> VersionsCard:
    plans = [
        make.plan(
            version=number, starts_on=MONDAY + timedelta(days=number), reason="edited", pain_ceiling=ceiling
        )
        for number, ceiling in enumerate((3, 4, *([4] * 12)), 1)
    ]
    card = VersionsCard(theme, words, LIBRARY, plans, printable=True)
    qtbot.addWidget(card)
    return card


def test_the_newest_comes_first_and_older_ones_are_counted(card: VersionsCard) -> None:
    said = texts(card).splitlines()
    heads = [line for line in said if line.startswith("Version ") and "·" in line]
    assert heads[0] == "Version 14 · from Mar 16 · The plan was edited"
    assert len(heads) == 12
    assert "And 2 older versions." in said
    assert "Old handouts can be printed again" in texts(card)


def test_each_version_can_be_printed_again(card: VersionsCard, qtbot: QtBot) -> None:
    button = child(card, QPushButton, "print_version_5")
    assert button.accessibleName() == "Print version 5…"
    with qtbot.waitSignal(card.print_requested) as told:
        button.click()
    assert told.args[0].version == 5


def test_what_a_version_changed_is_a_sentence(qtbot: QtBot, theme: Theme, words: Words) -> None:
    plans = [make.plan(), make.plan(version=2, pain_ceiling=4)]
    card = VersionsCard(theme, words, LIBRARY, plans, printable=False)
    qtbot.addWidget(card)
    assert "Pain ceiling: 3 became 4." in texts(card)
    assert card.findChildren(QPushButton) == []
