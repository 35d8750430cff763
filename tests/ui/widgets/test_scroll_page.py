"""What every page stands on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.text_label import TextLabel
from tests.helpers.widgets import child, label


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ScrollPage:
    """A page with something in both columns."""
    page = ScrollPage(theme, "Today", "day 12")
    page.add_widget(QLabel("content"))
    page.add_side_widget(QLabel("side"))
    qtbot.addWidget(page)
    page.resize(1270, 768)
    page.show()
    return page


def place(page: ScrollPage, text: str) -> tuple[int, int]:
    """Return where a label stands on the page."""
    label = next(label for label in page.findChildren(QLabel) if label.text() == text)
    point = label.mapTo(child(page, QWidget, "page_body"), label.rect().topLeft())
    return point.x(), point.y()


def test_the_side_column_stands_at_the_right(page: ScrollPage) -> None:
    content, side = place(page, "content"), place(page, "side")
    assert not page.is_stacked
    assert side[0] > content[0] + 500
    assert side[1] == content[1]


@pytest.mark.parametrize(("width", "scale"), [(800, 100), (1270, 200)])
def test_the_side_column_moves_under_the_content(
    qtbot: QtBot, page: ScrollPage, theme: Theme, width: int, scale: int
) -> None:
    theme.set_text_scale(scale)
    page.resize(width, 768)
    assert page.is_stacked
    qtbot.waitUntil(lambda: place(page, "side")[0] == place(page, "content")[0])
    assert place(page, "side")[1] > place(page, "content")[1]


def test_the_title_and_its_line_can_change(page: ScrollPage) -> None:
    page.set_title("Tomorrow", "")
    assert page.title == page.accessibleName() == "Tomorrow"
    assert not label(page, "page_subtitle").isVisible()


def test_content_is_not_wider_than_can_be_read(page: ScrollPage) -> None:
    page.resize(2500, 768)
    column = child(page, QWidget, "page_column")
    assert column.width() == 1320
    assert column.x() == pytest.approx((page.viewport().width() - 1320) / 2, abs=2)


def test_a_high_content_scrolls(qtbot: QtBot, page: ScrollPage) -> None:
    tall = QLabel("tall")
    tall.setMinimumHeight(2000)
    page.add_widget(tall)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1000)


def test_actions_stand_beside_the_title(qtbot: QtBot, page: ScrollPage) -> None:
    button, body = QPushButton("Print"), child(page, QWidget, "page_body")
    page.add_action(button)
    qtbot.waitUntil(lambda: button.mapTo(body, button.rect().topLeft()).x() > 1000)


def test_actions_stand_under_the_title_where_there_is_no_room(qtbot: QtBot, page: ScrollPage) -> None:
    buttons, body = (
        [QPushButton(f"A long button {number}") for number in range(6)],
        child(page, QWidget, "page_body"),
    )
    for button in buttons:
        page.add_action(button)
    page.resize(700, 600)
    title = child(page, QLabel, "page_title")
    qtbot.waitUntil(lambda: place_of(buttons[0], body)[1] > place_of(title, body)[1])
    assert place_of(buttons[0], body)[0] < 100
    assert page.horizontalScrollBar().maximum() == 0


def place_of(widget: QWidget, owner: QWidget) -> tuple[int, int]:
    """Where a widget stands in another."""
    point = widget.mapTo(owner, widget.rect().topLeft())
    return point.x(), point.y()


def test_the_room_that_is_left_of_a_stacked_page_lies_under_both_columns(
    qtbot: QtBot, page: ScrollPage
) -> None:
    page.resize(800, 768)
    qtbot.waitUntil(lambda: place(page, "side")[0] == place(page, "content")[0])

    content = next(found for found in page.findChildren(QLabel) if found.text() == "content")
    assert place(page, "side")[1] <= place(page, "content")[1] + content.height() + 20


def test_a_widget_over_both_columns_stands_under_the_title(qtbot: QtBot, page: ScrollPage) -> None:
    page.add_top_widget(QLabel("chooser"))
    page.resize(1270, 760)

    qtbot.waitUntil(lambda: place(page, "chooser")[1] > place(page, "day 12")[1])
    assert place(page, "chooser")[1] < place(page, "content")[1]
    assert place(page, "chooser")[0] == place(page, "content")[0]


def test_a_page_does_not_scroll_past_its_content(qtbot: QtBot, theme: Theme) -> None:
    page = ScrollPage(theme, "Settings", "a line")
    for _ in range(6):
        card = Card(theme, "Words that take one line where there is room and many where there is none")
        card.add_widget(long := TextLabel(" ".join(["Words that take one line, or many."] * 3)))
        page.add_widget(card)
    qtbot.addWidget(page)
    page.resize(1270, 300)
    page.show()
    body = child(page, QWidget, "page_body")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    under = body.height() - long.mapTo(body, long.rect().bottomLeft()).y()
    assert 0 < under <= 60
    assert page.verticalScrollBar().maximum() == body.height() - page.viewport().height()
