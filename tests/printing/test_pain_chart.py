"""The chart of the report: marks and days are told apart by shape, and a gap stays a gap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.pain_history import PainPoint, PainSeries
from ankle_coach.domain.statistics import DayState
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import DOTS_PER_INCH, mm
from ankle_coach.printing.handout import Options
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pain_chart import Span, draw_day, draw_mark, pain_chart

pytestmark = pytest.mark.usefixtures("qapp")
FIRST = date(2026, 3, 2)


def _picture(draw: Callable[[QPainter], None], width: float, height: float) -> bytes:
    scale = 300 / DOTS_PER_INCH
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw(painter)
    painter.end()
    return bytes(image.constBits())


def test_marks_have_different_shapes() -> None:
    size = mm(4)
    shapes = {
        _picture(lambda p, s=series: draw_mark(p, QPointF(size / 2, size / 2), s, "#000000"), size, size)  # type: ignore[misc]
        for series in PainSeries
    }
    assert len(shapes) == len(PainSeries)


def test_days_have_different_shapes() -> None:
    cell = QRectF(mm(1), mm(1), mm(4), mm(4))
    shown = (DayState.DONE, DayState.PARTLY, DayState.MISSED, DayState.EXCUSED, DayState.OPEN, DayState.REST)
    shapes = {
        _picture(lambda p, s=state: draw_day(p, cell, s, "#000000"), mm(6), mm(6))  # type: ignore[misc]
        for state in shown
    }
    assert len(shapes) == len(shown)


def _chart(*pains: int | NoAnswer) -> bytes:
    composer = Composer(Options(ink=Ink.BLACK), PLAIN_WORDS, points=9)
    points = tuple(
        PainPoint(FIRST + timedelta(days=n), 1, pain, NoAnswer.NOT_ASKED, NoAnswer.NOT_ASKED)
        for n, pain in enumerate(pains)
    )
    chart = pain_chart(composer, points, (), Span(FIRST, FIRST + timedelta(days=27)), mm(38))
    return _picture(lambda painter: chart.paint(painter, 0, 0), chart.width, chart.height)


def test_a_line_shows_its_numbers_and_breaks_where_one_is_missing() -> None:
    assert _chart(2, 2, 2) != _chart(2, 4, 2)
    assert _chart(2, NoAnswer.MISSING, 2) != _chart(2, NoAnswer.NOT_ASKED, 2)


def test_days_outside_of_the_span_are_left_out() -> None:
    assert _chart(*[1] * 28) == _chart(*[1] * 40)


def test_a_chart_without_numbers_still_has_its_scale() -> None:
    composer = Composer(Options(), PLAIN_WORDS, points=9)
    chart = pain_chart(composer, (), (), Span(FIRST, FIRST + timedelta(days=27)), mm(38))
    texts = [leaf.text for leaf in chart.leaves(0, 0)]
    assert {"0", "2", "5", "10", "Mar 2", "Mar 23"} <= set(texts)
