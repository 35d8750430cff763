"""The preview: pages as they will be printed, painted when they are seen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.printing.handout import Layout
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.pages import Document, Paper
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.page_preview import LEAST_ZOOM, MOST_ZOOM, PagePreview
from tests.helpers.printing import handout, some_plan
from tests.helpers.widgets import press


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, words: Words) -> PagePreview:
    preview = PagePreview(theme, words)
    qtbot.addWidget(preview)
    preview.resize(600, 700)
    return preview


def _document(layout: Layout = Layout.CARDS_1, **options: Any) -> Document:
    return lay_out(handout(some_plan(4, seed=2), layout=layout, **options))


def _seen(preview: PagePreview, qtbot: QtBot) -> None:
    with qtbot.waitExposed(preview):
        preview.show()
    preview.grab()


def test_only_pages_in_view_are_painted(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_document(_document())
    _seen(preview, qtbot)
    assert preview.page_count >= 5
    assert 1 <= preview.painted_pages <= 2
    press(preview, Qt.Key.Key_End)
    preview.grab()
    assert preview.painted_pages <= 4


def test_a_page_fits_the_width_and_keeps_its_proportions(preview: PagePreview) -> None:
    preview.show_document(_document(paper=Paper.LETTER))
    place = preview.page_rect(0)
    assert preview.viewport().rect().contains(place.topLeft())
    assert place.right() < preview.viewport().width()
    assert place.height() / place.width() == pytest.approx(11 / 8.5, abs=0.01)


def test_the_page_at_the_top_is_told(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_document(_document())
    told: list[tuple[int, int]] = []
    preview.page_changed.connect(lambda number, count: told.append((number, count)))
    _seen(preview, qtbot)
    press(preview, Qt.Key.Key_End)
    assert told[-1] == (preview.page_count, preview.page_count)
    assert preview.accessibleDescription() == f"Page {preview.page_count} of {preview.page_count}"
    press(preview, Qt.Key.Key_Home)
    assert told[-1] == (1, preview.page_count)


def test_keys_and_the_wheel_zoom(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_document(_document())
    _seen(preview, qtbot)
    width = preview.page_rect(0).width()
    press(preview, Qt.Key.Key_Plus)
    assert preview.zoom == 125
    assert preview.page_rect(0).width() == pytest.approx(1.25 * width, abs=2)
    _wheel(preview, -120)
    assert preview.zoom == 100
    press(preview, Qt.Key.Key_Minus)
    press(preview, Qt.Key.Key_0)
    assert preview.zoom == 100
    preview.set_zoom(9999)
    assert preview.zoom == MOST_ZOOM
    preview.set_zoom(1)
    assert preview.zoom == LEAST_ZOOM


def _wheel(preview: PagePreview, turn: int) -> None:
    middle = QPointF(preview.viewport().rect().center())
    event = QWheelEvent(
        middle, preview.mapToGlobal(middle), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), event)


def test_another_document_keeps_the_place(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_document(_document())
    _seen(preview, qtbot)
    preview.verticalScrollBar().setValue(300)
    preview.show_document(_document(points=13))
    assert preview.verticalScrollBar().value() == 300
    preview.show_document(None)
    assert (preview.page_count, preview.document) == (0, None)
    preview.grab()


def test_what_is_painted_is_the_page(preview: PagePreview, qtbot: QtBot) -> None:
    preview.show_document(_document())
    _seen(preview, qtbot)
    picture = preview.viewport().grab().toImage()
    place = preview.page_rect(0)
    assert picture.pixelColor(place.left() + 5, place.top() + 5).name() == "#ffffff"
    dark = [
        picture.pixelColor(x, y).lightness() < 100
        for x in range(place.left(), place.center().x(), 3)
        for y in range(place.top(), min(place.center().y(), picture.height()), 3)
    ]
    assert any(dark)


class _Watch(QObject):
    """Counts how often something is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_the_pages_are_painted_anew_when_the_keys_come_and_go(preview: PagePreview, qtbot: QtBot) -> None:
    preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitActive(preview):
        preview.show()
    preview.repaint()
    watch = _Watch(preview)
    preview.viewport().installEventFilter(watch)
    for act in (preview.setFocus, preview.clearFocus):
        watch.count = 0
        act()
        qtbot.waitUntil(lambda: watch.count > 0)
