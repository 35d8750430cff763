"""A picture in a view: whole, in the middle, without a timer, and decoded once for each size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ankle_coach.palette import Scheme, palette_for
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets import picture_view
from ankle_coach.ui.widgets.picture_view import PictureView, picture_pixmap
from tests.helpers.own import PICTURE, drawn_picture


def test_it_is_as_large_as_fits_and_in_the_middle(qapp: object) -> None:
    shown = picture_pixmap(drawn_picture(60, 40), QSizeF(120, 120), 2.0).toImage()
    assert shown.width() == 240
    assert shown.pixelColor(120, 120) == QColor("teal")
    assert shown.pixelColor(4, 120) == QColor("teal")
    assert shown.pixelColor(120, 30).alpha() == 0, "above the picture the ground stays"
    assert shown.pixelColor(120, 44) == QColor("teal")


def test_what_can_be_seen_through_lies_on_paper_in_every_theme(qapp: object) -> None:
    shown = picture_pixmap(drawn_picture(alpha=True), QSizeF(60, 40), 1.0).toImage()
    assert shown.pixelColor(30, 20) == QColor(palette_for(Scheme.PAPER).surface)


def test_a_broken_picture_is_an_empty_place(qapp: object) -> None:
    shown = picture_pixmap(PICTURE, QSizeF(0.2, 0.2), 1.0)
    assert shown.width() == 1


def test_it_is_decoded_once_and_has_no_timer(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    whole = picture_view.picture_pixmap

    def counted(*given: object) -> object:
        calls.append(1)
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(picture_view, "picture_pixmap", counted)
    view = PictureView(theme)
    qtbot.addWidget(view)
    view.resize(200, 150)
    view.show_picture(drawn_picture())
    for _ in range(3):
        view.grab()
    assert len(calls) == 1
    view.resize(260, 150)
    view.grab()
    assert len(calls) == 2
    view.show_picture(drawn_picture(color="navy"))
    view.grab()
    assert len(calls) == 3
    assert view.findChildren(QTimer) == []


def test_a_screen_reader_hears_what_it_shows(qtbot: QtBot, theme: Theme) -> None:
    view = PictureView(theme, size=(90, 60))
    qtbot.addWidget(view)
    assert view.grab().toImage() is not None, "nothing is painted for no picture"
    view.show_picture(drawn_picture(alternative="A foot on a towel"))
    assert view.accessibleName() == "A foot on a towel"
    assert (view.sizeHint().width(), view.minimumSizeHint().height()) == (90, 60)
    view.show_picture(None)
    assert (view.accessibleName(), view.picture) == ("", None)
