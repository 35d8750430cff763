"""The plan in the builder: what is in view, and what the keyboard comes to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.plan_edit import rename_session
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.tab_chain import stops_inside
from tests.helpers.building import FOUR, Building, open_builder
from tests.helpers.widgets import child


@pytest.fixture
def four(qtbot: QtBot, theme: Theme) -> Building:
    """The builder for Robin with four exercises, not saved yet."""
    return open_builder(qtbot, theme).fill(*FOUR)


def test_an_opened_card_shows_its_head_though_the_one_above_closes(four: Building, qtbot: QtBot) -> None:
    outline = four.page.outline
    four.page.resize(1366, 520)
    first, second = (outline.card(four.id_of(name)) for name in ("str-calf-bi", "bal-single-leg"))

    def open_card(name: str) -> None:
        card = outline.card(four.id_of(name))
        qtbot.waitUntil(lambda: card.height() < 150)
        outline.ensureWidgetVisible(card)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
        qtbot.waitUntil(lambda: card.height() > 250)

    open_card("str-calf-bi")
    outline.verticalScrollBar().setValue(outline.verticalScrollBar().maximum())
    open_card("bal-single-leg")
    qtbot.waitUntil(lambda: first.height() < 150)
    qtbot.waitUntil(lambda: second.mapTo(outline.viewport(), QPoint(0, 0)).y() >= 0)


def _stops(first: QWidget, last: QWidget) -> list[QWidget]:
    """What Tab comes to from one widget to another."""
    found, here = [first], first
    while here is not last:
        here = here.nextInFocusChain() or last
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.focusProxy() is None:
            found.append(here)
    return found


def test_tab_goes_through_groups_and_cards_as_they_stand(four: Building) -> None:
    outline = four.page.outline
    names = ("str-calf-bi", "bal-single-leg", "flx-wall-gastroc", "mob-ankle-circles")
    outline.choose((four.id_of("mob-ankle-circles"),))
    outline.shift(-1)  # a card that moved is come to where it stands now
    order = [four.id_of(name) for name in (*names[:2], names[3], names[2])]
    session = four.draft.plan.sessions[0].id
    name = child(outline.group(session), QLineEdit, "group_name")
    stops = _stops(name, child(outline, QPushButton, "add_group"))
    cards = [stop for stop in stops if stop in [outline.card(one) for one in order]]
    assert cards == [outline.card(one) for one in order]
    assert stops[stops.index(cards[0]) + 1] is child(cards[0], QToolButton)


def test_a_started_plan_is_gone_on_with_at_its_first_card(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme)
    start = child(building.page, QPushButton, "start_general_p2")
    start.setFocus()
    start.click()
    outline, plan = building.page.outline, building.draft.plan
    assert plan.prescriptions
    first = outline.card(plan.in_session(plan.sessions[0].id)[0].id)
    assert building.page.focusWidget() is first


def test_tab_goes_from_an_opened_card_into_its_editor_and_then_to_the_next(four: Building) -> None:
    outline = four.page.outline
    first, second = (outline.card(four.id_of(name)) for name in ("str-calf-bi", "bal-single-leg"))
    outline.choose((first.prescription_id,), opens=True)
    assert first.editor is not None

    for more in (False, True):  # also with the fields that are made when they are asked for
        if more:
            child(first.editor, QPushButton, "more_button").click()
            QApplication.sendPostedEvents(first, QEvent.Type.LayoutRequest)
        stops = _stops(first, second)
        assert stops[-1] is second
        assert all(first.isAncestorOf(stop) for stop in stops[1:-1])
        assert set(stops_inside(first.editor)) <= set(stops)


def test_a_long_name_of_a_group_is_read_from_its_beginning(four: Building) -> None:
    outline, session = four.page.outline, four.draft.plan.sessions[0].id
    long = "Calf and strength, heavy, on the days without a run"
    four.draft.do("rename", lambda plan: rename_session(plan, session, long))
    name = child(outline.group(session), QLineEdit, "group_name")
    assert (name.text(), name.cursorPosition()) == (long, 0)
    assert name.minimumWidth() >= 100
