"""Painted figures: something is drawn, inside its rectangle, mirrored for the left, as vectors in files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from ankle_coach.content.figures import open_figures
from ankle_coach.domain.pose import View
from ankle_coach.domain.pose_motion import Moment, Still, still
from ankle_coach.domain.sides import Side
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.export import export_figure
from ankle_coach.figures.figure_painter import Look, paint_figure
from ankle_coach.figures.foot_profile import draw_profile
from ankle_coach.figures.panels import cells
from ankle_coach.figures.tones import Ground, Tone, figure_colors

FIGURES = open_figures()
SIZE = 160
PAPER = "#ffffff"


def painted(moment: Moment, look: Look | None = None) -> QImage:
    """A picture with a margin of 20 around the figure's rectangle."""
    image = QImage(SIZE + 40, SIZE + 40, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    paint_figure(painter, QRectF(20, 20, SIZE, SIZE), moment, look)
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    """The pixels that are not paper, every second one."""
    white = QColor(PAPER).rgb()
    return [
        (x, y)
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
        if image.pixel(x, y) != white
    ]


@pytest.mark.parametrize("which", list(Still))
@pytest.mark.parametrize("name", list(FIGURES))
def test_a_figure_fills_its_rectangle_and_stays_in_it(name: str, which: Still) -> None:
    pixels = inked(painted(still(FIGURES[name], None, which)))
    assert len(pixels) > 300
    assert min(x for x, _ in pixels) >= 18
    assert max(x for x, _ in pixels) <= SIZE + 22
    assert max(y for _, y in pixels) <= SIZE + 22
    # The cross of an error, and a body bent out of the usual, may reach a little higher.
    assert min(y for _, y in pixels) >= (18 if which is not Still.ERROR else 6)
    height = max(y for _, y in pixels) - min(y for _, y in pixels)
    width = max(x for x, _ in pixels) - min(x for x, _ in pixels)
    assert max(height, width) > SIZE * 0.7


def differing(first: QImage, second: QImage) -> int:
    """How many of every fourth pixel differ plainly."""
    return sum(
        abs(QColor(first.pixel(x, y)).lightness() - QColor(second.pixel(x, y)).lightness()) > 90
        for x in range(0, second.width(), 2)
        for y in range(0, second.height(), 2)
    )


@pytest.mark.parametrize(
    ("name", "level"), [(name, level) for name in FIGURES for level in (None, *FIGURES[name].levels)]
)
def test_the_left_side_is_the_mirror_image(name: str, level: str | None) -> None:
    """Letters, the order of pictures in a row and the sense of circles are not mirrored, the people are."""
    right, left = (still(FIGURES[name], level, Still.START, side) for side in (Side.RIGHT, Side.LEFT))
    pictures = [painted(moment, Look(arrows=False)) for moment in (right, left)]
    whole = QRectF(20, 20, SIZE, SIZE)
    places = (
        cells(whole, len(right.panels)) if len(right.panels) > 1 else [QRectF(0, 0, SIZE + 40, SIZE + 40)]
    )
    for place in places:
        seen, other = (picture.copy(place.toAlignedRect()) for picture in pictures)
        assert differing(seen.transformed(QTransform().scale(-1, 1)), other) < 60


def test_an_error_is_marked_and_a_ghost_is_pale() -> None:
    figure = FIGURES["str-calf-bi"]
    wrong = QColor(figure_colors().wrong).rgb()
    image = painted(still(figure, None, Still.ERROR))
    assert any(image.pixel(x, y) == wrong for x in range(image.width()) for y in range(image.height()))
    end = still(figure, None, Still.END)
    plain = painted(end)
    haunted = painted(end, Look(ghost=still(figure, None, Still.START)))
    assert len(inked(haunted)) > len(inked(plain)) + 30


def test_an_error_shows_its_own_arrows_and_not_those_of_the_movement() -> None:
    accent = QColor(figure_colors().accent).rgb()

    def arrows(name: str) -> bool:
        image = painted(still(FIGURES[name], None, Still.ERROR), Look(targets=False))
        return any(image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height()))

    assert arrows("mob-alphabet")
    assert FIGURES["str-calf-bi"].arrows
    assert not arrows("str-calf-bi")


def test_the_affected_ankle_is_marked_on_its_own_side_only() -> None:
    figure = FIGURES["mas-ball-foot"]
    moment = still(figure, None, Still.START, Side.RIGHT)
    plain = painted(moment)
    assert painted(moment, Look(affected=Side.RIGHT)) != plain
    assert painted(moment, Look(affected=Side.LEFT)) == plain


def test_black_and_white_has_no_color() -> None:
    look = Look(colors=figure_colors(Tone.LIGHT, Ground.BLACK_WHITE))
    image = painted(still(FIGURES["str-heel-drop"], None, Still.END), look)
    for x, y in inked(image):
        color = QColor(image.pixel(x, y))
        assert color.red() == color.green() == color.blue()


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("name", list(FIGURES))
def test_svg_and_pdf_hold_no_raster_image(name: str, ground: Ground, tmp_path: Path) -> None:
    figure = FIGURES[name]
    look = Look(colors=figure_colors(Tone.BROWN, ground), ghost=still(figure, None, Still.START))
    for ending in ("svg", "pdf"):
        path = tmp_path / f"figure.{ending}"
        export_figure(path, still(figure, None, Still.END), look)
        data = path.read_bytes()
        assert b"<image" not in data
        assert not re.search(rb"/Subtype\s*/Image", data)
        assert len(data) > 3000


def test_a_png_has_its_size_and_another_ending_is_refused(tmp_path: Path) -> None:
    moment = still(FIGURES["str-calf-bi"], None, Still.END)
    export_figure(tmp_path / "figure.png", moment, Look(), 320)
    assert QImage(str(tmp_path / "figure.png")).width() == 320
    with pytest.raises(ValueError, match=r"\.gif"):
        export_figure(tmp_path / "figure.gif", moment, Look())


def test_a_profile_shows_the_toes_bend_however_the_leg_lies() -> None:
    pictures = []
    for which in (Still.START, Still.END):
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(QColor(PAPER))
        painter = QPainter(image)
        painter.translate(60, 120)
        painter.scale(0.6, -0.6)
        canvas = Canvas(painter, figure_colors(), View.FOOT_SIDE, 2.0, rich=True)
        draw_profile(canvas, still(FIGURES["flx-plantar-fascia"], None, which))
        painter.end()
        pictures.append(inked(image))
    flat, bent = (min(y for x, y in picture if x > 160) for picture in pictures)
    assert bent < flat - 10
    assert min(x for x, _ in pictures[0]) == min(x for x, _ in pictures[1])


@pytest.mark.parametrize("name", ["bal-single-leg", "bal-tandem", "bal-runner-squat"])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_closed_eyes_are_told_by_a_card_in_an_upper_corner(name: str, side: Side) -> None:
    accent = QColor(figure_colors().accent).rgb()

    def marks(level: str | None) -> int:
        image = painted(still(FIGURES[name], level, Still.START, side), Look(arrows=False, targets=False))
        return sum(image.pixel(x, y) == accent for x in range(200) for y in range(70))

    assert marks(None) == 0
    assert marks("eyes-closed") > 5
