"""Own pictures where many exercises are seen at once: stills, cards of Today, rows of the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.today_page import TodayPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.picture_view import PictureView
from ankle_coach.ui.widgets.prescription_row import PrescriptionRow
from tests.helpers.own import OWN_ID, coach_with_own, drawn_picture, own_exercise
from tests.helpers.today import today_parts


def _shown(stills: FigureStills) -> QImage:
    image = QImage(120, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    stills.paint(painter, QRectF(0, 0, 120, 120), OWN_ID)
    painter.end()
    return image


def test_a_still_is_the_picture_and_another_one_once_it_is_edited(theme: Theme) -> None:
    coach = coach_with_own(drawn_picture())
    stills = FigureStills(theme, coach.services.library)
    _shown(stills)
    stills.finish()
    assert _shown(stills).pixelColor(60, 60) == QColor("teal")
    coach.services.own_exercises.save(own_exercise(picture=drawn_picture(color="maroon")))
    _shown(stills)
    stills.finish()
    assert _shown(stills).pixelColor(60, 60) == QColor("maroon")
    assert stills.painted == 2


def test_a_still_is_the_borrowed_figure_and_another_one_once_that_is_edited(theme: Theme) -> None:
    coach = coach_with_own(None)
    stills = FigureStills(theme, coach.services.library)
    _shown(stills)
    stills.finish()
    before = _shown(stills)
    coach.services.own_exercises.save(own_exercise(figure="str-calf-bi"))
    _shown(stills)
    stills.finish()
    assert _shown(stills) != before


@pytest.mark.parametrize("picture", [drawn_picture, None])
def test_today_shows_the_picture_else_the_borrowed_figure(
    qtbot: QtBot, theme: Theme, words: Words, picture: object
) -> None:
    coach = coach_with_own(None if picture is None else drawn_picture())
    services = coach.services
    page = TodayPage(today_parts(services), theme, words, ChangeHub())
    qtbot.addWidget(page)
    views = page.findChildren(PictureView)
    figures = [view.exercise for view in page.findChildren(FigureView)]
    assert [view.picture for view in views] == ([] if picture is None else [drawn_picture()])
    assert (OWN_ID in figures) == (picture is None)


def test_a_row_of_the_plan_shows_it_too(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = coach_with_own(drawn_picture())
    plan = coach.services.plans.current()
    assert plan is not None
    for prescription in plan.prescriptions[:2]:
        row = PrescriptionRow(theme, words, coach.services.library, prescription, (), None)
        qtbot.addWidget(row)
        own = prescription.exercise == OWN_ID
        assert (row.findChild(PictureView) is not None) == own
        assert (row.findChild(FigureView) is None) == own
