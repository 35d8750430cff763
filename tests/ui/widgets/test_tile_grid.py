"""Tiles share the width in as many columns as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.tile_grid import TileGrid


def _shown(qtbot: QtBot, theme: Theme, count: int, width: int) -> tuple[TileGrid, list[QWidget]]:
    grid = TileGrid(theme, least=100, spacing=10)
    qtbot.addWidget(grid)
    tiles: list[QWidget] = [QLabel(f"tile {number}") for number in range(count)]
    grid.set_tiles(tiles)
    grid.resize(width, 300)
    grid.show()
    return grid, tiles


@pytest.mark.parametrize(
    ("count", "width", "columns"),
    [(4, 430, 4), (4, 429, 3), (4, 210, 2), (4, 90, 1), (2, 800, 2), (0, 500, 1)],
)
def test_there_are_as_many_columns_as_tiles_fit(
    qtbot: QtBot, theme: Theme, count: int, width: int, columns: int
) -> None:
    grid, _ = _shown(qtbot, theme, count, width)

    assert grid.columns == columns


def test_tiles_are_equally_wide_and_in_order(qtbot: QtBot, theme: Theme) -> None:
    _, tiles = _shown(qtbot, theme, 3, 320)

    assert {tile.width() for tile in tiles} == {100}
    assert [tile.x() for tile in tiles] == [0, 110, 220]


def test_a_narrower_grid_goes_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    grid, tiles = _shown(qtbot, theme, 3, 320)

    grid.resize(215, 300)

    assert grid.columns == 2
    qtbot.waitUntil(lambda: tiles[2].x() == 0)
    assert tiles[2].y() > tiles[0].y()
    assert tiles[0].width() in (102, 103)


def test_larger_text_needs_wider_tiles(qtbot: QtBot, theme: Theme) -> None:
    grid, _ = _shown(qtbot, theme, 3, 320)

    theme.set_text_scale(200)

    assert grid.columns == 1
