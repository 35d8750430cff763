"""The painted foot map: zones lie on the skin, marks show, and a left foot is the mirror image."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter, QTransform

from ankle_coach.domain.foot_map import FRAMES, OUTLINES, SOLE_ZONES, FootView, FootZone, zone_at
from ankle_coach.domain.sides import Side
from ankle_coach.figures.foot_map_painter import (
    MapState,
    paint_foot_view,
    paint_sole_zones,
    silhouette,
    view_transform,
    zone_middle,
)
from ankle_coach.figures.tones import FigureColors, Ground, Tone, figure_colors

BOX = QRectF(10, 10, 220, 280)
PLACES = [(view, zone) for view in FootView for zone in OUTLINES[view]]


def painted(
    view: FootView,
    state: MapState | None = None,
    side: Side = Side.RIGHT,
    colors: FigureColors | None = None,
) -> QImage:
    """One view on its paper."""
    colors = colors or figure_colors()
    image = QImage(240, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(colors.paper))
    painter = QPainter(image)
    paint_foot_view(painter, BOX, view, side, colors, state or MapState())
    painter.end()
    return image


def color_at(image: QImage, view: FootView, zone: FootZone, down: int = 0) -> QColor:
    """The color in the middle of a zone of a right foot."""
    place = view_transform(BOX, view, Side.RIGHT).map(zone_middle(view, zone))
    return QColor(image.pixel(int(place.x()), int(place.y()) + down))


@pytest.mark.parametrize(("view", "zone"), PLACES)
def test_the_middle_of_a_zone_is_skin_and_hits_that_zone(view: FootView, zone: FootZone) -> None:
    middle = zone_middle(view, zone)
    assert silhouette(view).contains(middle)
    assert zone_at(view, (middle.x(), middle.y())) is zone


@pytest.mark.parametrize("view", list(FootView))
def test_the_foot_fits_its_frame(view: FootView) -> None:
    frame, skin = FRAMES[view], silhouette(view).boundingRect()
    assert frame.left < skin.left()
    assert skin.right() < frame.right
    assert frame.bottom < skin.top()
    assert skin.bottom() < frame.top


@pytest.mark.parametrize(("view", "zone"), PLACES)
def test_a_chosen_zone_has_a_tick_and_a_hovered_one_is_lit(view: FootView, zone: FootZone) -> None:
    plain = painted(view)
    chosen = painted(view, MapState(selected=frozenset({zone})))
    ticks = {QColor(figure_colors().mark).rgb(), QColor(figure_colors().paper).rgb()}
    place = view_transform(BOX, view, Side.RIGHT).map(zone_middle(view, zone))
    around = {
        chosen.pixel(int(place.x()) + dx, int(place.y()) + dy) for dx in range(-4, 5) for dy in range(-4, 5)
    }
    assert ticks <= around
    assert painted(view, MapState(hovered=zone)) != plain
    assert painted(view, MapState(focused=zone, ring="#1c7ed6")) != plain


@pytest.mark.parametrize("ground", list(Ground))
def test_marks_show_on_every_ground(ground: Ground) -> None:
    colors = figure_colors(Tone.DEEP, ground)
    plain = painted(FootView.SOLE, colors=colors)
    for state in (MapState(selected=frozenset({FootZone.ARCH})), MapState(focused=FootZone.ARCH)):
        marked = painted(FootView.SOLE, state, colors=colors)
        differing = sum(
            abs(QColor(marked.pixel(x, y)).lightness() - QColor(plain.pixel(x, y)).lightness()) > 24
            for x in range(240)
            for y in range(300)
        )
        assert differing > 120


@pytest.mark.parametrize("view", list(FootView))
def test_a_left_foot_is_the_mirror_image(view: FootView) -> None:
    right, left = painted(view), painted(view, side=Side.LEFT)
    flipped = right.transformed(QTransform().scale(-1, 1))
    differing = sum(
        abs(QColor(flipped.pixel(x, y)).lightness() - QColor(left.pixel(x, y)).lightness()) > 90
        for x in range(0, 240, 2)
        for y in range(0, 300, 2)
    )
    assert differing < 20


def test_toes_point_right_from_outside_and_left_from_inside() -> None:
    toes = [
        view_transform(BOX, view, Side.RIGHT).map(QPointF(200.0, -60.0)).x()
        for view in (FootView.OUTER, FootView.INNER)
    ]
    assert toes[0] > BOX.center().x() > toes[1]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("zone", list(SOLE_ZONES))
def test_a_rolled_zone_is_marked_where_it_lies(zone: str, side: Side) -> None:
    image = QImage(240, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_sole_zones(painter, BOX, zone, side)
    painter.end()
    accent = QColor(figure_colors().accent).rgb()
    found = [(x, y) for x in range(240) for y in range(300) if image.pixel(x, y) == accent]
    assert found
    x, y = (sum(values) / len(values) for values in zip(*found, strict=True))
    middle = BOX.center()
    if zone in ("heel", "ball-of-foot"):
        assert (y > middle.y() + 40) == (zone == "heel")
    else:
        assert (x > middle.x()) == ((zone == "inner-arch") == (side is Side.RIGHT))


def test_the_map_on_paper_is_vector(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "map.pdf"))
    writer.setPageSize(QPageSize(QSizeF(100, 100), QPageSize.Unit.Millimeter))
    painter = QPainter(writer)
    state = MapState(selected=frozenset({FootZone.CALF}))
    paint_foot_view(painter, QRectF(0, 0, 600, 600), FootView.BACK, Side.RIGHT, figure_colors(), state)
    painter.end()
    data = (tmp_path / "map.pdf").read_bytes()
    assert b"/Image" not in data.replace(b"/ImageB", b"").replace(b"/ImageC", b"").replace(b"/ImageI", b"")
    assert len(data) > 3000
