"""Saying where it hurts: with the pointer, with keys, on either foot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.foot_map import OUTLINES, FootView, FootZone, foot_zone_word
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.foot_map import FootMap
from tests.helpers.widgets import press

PLACES = [(view, zone) for view in FootView for zone in OUTLINES[view]]
ZONES = list(FootZone)


@pytest.fixture
def foot(qtbot: QtBot, theme: Theme, words: Words) -> FootMap:
    """A map of a right foot on the screen."""
    foot = FootMap(theme, words)
    qtbot.addWidget(foot)
    foot.resize(760, 380)
    foot.show()
    return foot


def click_zone(foot: FootMap, zone: FootZone, view: FootView | None = None) -> None:
    """Click a zone's middle."""
    QTest.mouseClick(foot, Qt.MouseButton.LeftButton, pos=foot.place_of(zone, view).toPoint())


@pytest.mark.parametrize("size", [(760, 380), (420, 600)], ids=["in a row", "two by two"])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize(("view", "zone"), PLACES)
def test_each_zone_is_found_where_it_is_drawn(
    foot: FootMap, view: FootView, zone: FootZone, side: Side, size: tuple[int, int]
) -> None:
    foot.set_side(side)
    foot.resize(*size)
    assert foot.zone_under(foot.place_of(zone, view)) is zone


def test_a_left_foot_is_mirrored(foot: FootMap) -> None:
    rect = foot.view_rects()[FootView.OUTER]
    right = foot.place_of(FootZone.FOREFOOT, FootView.OUTER)
    foot.set_side(Side.LEFT)
    left = foot.place_of(FootZone.FOREFOOT, FootView.OUTER)
    assert left.x() - rect.left() == pytest.approx(rect.right() - right.x())
    assert left.y() == right.y()
    assert "Left foot" in foot.accessibleName()


def test_several_zones_are_chosen_and_taken_back_by_clicks(qtbot: QtBot, foot: FootMap) -> None:
    with qtbot.waitSignal(foot.zones_changed) as told:
        click_zone(foot, FootZone.ARCH)
    assert told.args == [frozenset({FootZone.ARCH})]
    click_zone(foot, FootZone.CALF, FootView.BACK)
    assert foot.zones == {FootZone.ARCH, FootZone.CALF}
    click_zone(foot, FootZone.ARCH, FootView.SOLE)
    assert foot.zones == {FootZone.CALF}


def test_a_click_beside_the_foot_chooses_nothing(qtbot: QtBot, foot: FootMap) -> None:
    with qtbot.assertNotEmitted(foot.zones_changed):
        QTest.mouseClick(foot, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        QTest.mouseClick(foot, Qt.MouseButton.RightButton, pos=foot.place_of(FootZone.ARCH).toPoint())
    assert foot.zones == frozenset()


def test_setting_the_same_zones_tells_nothing(qtbot: QtBot, foot: FootMap) -> None:
    foot.set_zones([FootZone.ARCH])
    with qtbot.assertNotEmitted(foot.zones_changed):
        foot.set_zones([FootZone.ARCH])


def test_tab_visits_every_zone_and_then_leaves(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    before, foot, after = QWidget(), FootMap(theme, words), QWidget()
    column = QVBoxLayout(page)
    for widget in (before, foot, after):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(widget)
    page.show()
    page.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    seen = []
    for _ in ZONES:
        press(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(foot.current)
    assert seen == ZONES
    press(foot, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert foot.accessibleName().endswith("nothing chosen")
    press(after, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert [foot.current] == ZONES[-1:]
    for _ in ZONES:
        press(foot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert before.hasFocus()


def test_arrows_go_and_space_chooses(foot: FootMap) -> None:
    foot.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(foot, key)
    assert foot.current is ZONES[2]
    assert foot.zones == {ZONES[2]}
    press(foot, Qt.Key.Key_End)
    press(foot, Qt.Key.Key_Right)
    assert foot.current is ZONES[-1]
    press(foot, Qt.Key.Key_Return)
    assert foot.zones == {ZONES[2], ZONES[-1]}
    press(foot, Qt.Key.Key_Home)
    press(foot, Qt.Key.Key_Up)
    assert foot.current is ZONES[0]


def test_the_name_says_the_zone_and_whether_it_is_chosen(foot: FootMap, words: Words) -> None:
    foot.clearFocus()
    assert "nothing chosen" in foot.accessibleName()
    foot.setFocus(Qt.FocusReason.TabFocusReason)
    for zone in ZONES:
        assert f"{foot_zone_word(zone, words)}, not chosen" in foot.accessibleName()
        press(foot, Qt.Key.Key_Space)
        assert f"{foot_zone_word(zone, words)}, chosen" in foot.accessibleName()
        press(foot, Qt.Key.Key_Right)
    foot.clearFocus()
    assert "chosen: Calf, Above the ankle" in foot.accessibleName()


def test_the_zone_under_the_pointer_is_read_out(qtbot: QtBot, foot: FootMap) -> None:
    heard: list[str] = []
    foot.readout_changed.connect(heard.append)
    QTest.mouseMove(foot, foot.place_of(FootZone.UNDER_HEEL, FootView.SOLE).toPoint())
    QTest.mouseMove(foot, QPoint(1, 1))
    assert heard == ["Under the heel, not chosen", ""]


def test_the_ring_is_seen_only_with_the_focus(foot: FootMap, theme: Theme) -> None:
    foot.clearFocus()
    plain = foot.grab().toImage()
    foot.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = foot.grab().toImage()
    ring = theme.color("focus").rgb()

    def count(image: QImage) -> int:
        return sum(image.pixel(x, y) == ring for x in range(image.width()) for y in range(image.height()))

    assert count(plain) == 0
    assert count(ringed) > 100


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_it_is_drawn_in_every_look_and_grows_with_the_text(
    qtbot: QtBot, words: Words, choice: ThemeChoice
) -> None:
    theme = Theme(choice)
    foot = FootMap(theme, words)
    qtbot.addWidget(foot)
    small = foot.sizeHint()
    theme.set_text_scale(200)
    assert foot.sizeHint().width() >= 1.9 * small.width()
    foot.resize(foot.sizeHint())
    foot.set_zones([FootZone.OUTER_ANKLE])
    image = foot.grab().toImage()
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}) > 3
    )
    assert foot.zone_under(QPointF(foot.place_of(FootZone.OUTER_ANKLE))) is FootZone.OUTER_ANKLE
