"""The surface that content lies on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from tests.helpers.widgets import label


def test_a_card_shows_its_heading_actions_and_body(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme, "Strength A", "24 min")
    qtbot.addWidget(card)
    start, content = QPushButton("Start"), QLabel("content")
    card.add_action(start)
    card.add_widget(content)
    card.resize(600, 200)
    card.show()
    title = label(card, "card_title")
    assert (title.text(), card.accessibleName()) == ("Strength A", "Strength A")
    assert start.x() > title.geometry().center().x()
    assert content.y() > start.y()


def test_empty_words_take_no_room(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme)
    qtbot.addWidget(card)
    card.show()
    assert not label(card, "card_title").isVisible()
    card.set_title("Now there is one")
    card.set_subtitle("and a line under it")
    assert label(card, "card_title").isVisible()
    assert label(card, "card_subtitle").isVisible()


def test_the_edge_takes_its_roles_color(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme, "Stop", edge="caution_fill")
    qtbot.addWidget(card)
    card.resize(200, 100)
    caution = theme.color("caution_fill").name()
    assert card.grab().toImage().pixelColor(1, 50).name() == caution
    assert card.grab().toImage().pixelColor(6, 50).name() != caution
    card.set_edge(None)
    assert card.grab().toImage().pixelColor(1, 50).name() != caution
