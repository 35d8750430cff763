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
    empty = card.sizeHint().height()
    card.set_subtitle("A line under the title")
    card.set_title("Now there is one")
    qtbot.waitUntil(lambda: label(card, "card_title").isVisible())
    assert label(card, "card_subtitle").isVisible()
    assert label(card, "card_title").y() < label(card, "card_subtitle").y()
    card.set_title("")
    card.set_subtitle("")
    assert not label(card, "card_title").isVisible()
    assert not label(card, "card_subtitle").isVisible()
    qtbot.waitUntil(lambda: card.sizeHint().height() == empty)


def test_the_edge_takes_its_roles_color(qtbot: QtBot, theme: Theme) -> None:
    card = Card(theme, "Stop", edge="caution_fill")
    qtbot.addWidget(card)
    card.resize(200, 100)
    caution = theme.color("caution_fill").name()
    assert card.grab().toImage().pixelColor(1, 50).name() == caution
    assert card.grab().toImage().pixelColor(6, 50).name() != caution
    card.set_edge(None)
    assert card.grab().toImage().pixelColor(1, 50).name() != caution
