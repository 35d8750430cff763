"""The palette on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ankle_coach.palette import DARK, HIGH_CONTRAST, LIGHT, Scheme
from ankle_coach.resources import ResourceError, list_files
from ankle_coach.ui import theme as theme_module
from ankle_coach.ui.theme import Theme, ThemeChoice

ICONS = [path.stem for path in list_files("icons", ".svg")]


def colors_of(image: QImage) -> set[str]:
    """Return the names of the opaque colors in a picture."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    pixels = [image.pixelColor(x, y) for x, y in points]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize(
    ("choice", "palette"),
    [(ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK), (ThemeChoice.HIGH_CONTRAST, HIGH_CONTRAST)],
)
def test_a_chosen_scheme_is_in_force(
    qapp: QApplication, dressed: Theme, choice: ThemeChoice, palette: object
) -> None:
    dressed.set_choice(choice)
    assert dressed.palette is palette
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == dressed.palette.window
    assert dressed.palette.accent in qapp.styleSheet()


def test_the_system_is_followed(qapp: QApplication) -> None:
    theme = Theme(ThemeChoice.SYSTEM)
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.scheme is (Scheme.DARK if dark else Scheme.LIGHT)


def test_a_change_of_the_systems_scheme_is_followed(
    qtbot: QtBot, dressed: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed.set_choice(ThemeChoice.SYSTEM)
    monkeypatch.setattr(theme_module, "system_scheme", lambda: Scheme.DARK)
    with qtbot.waitSignal(dressed.theme_changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert dressed.scheme is Scheme.DARK


def test_an_explicit_choice_stands_against_the_system(
    qtbot: QtBot, dressed: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "system_scheme", lambda: Scheme.DARK)
    with qtbot.assertNotEmitted(dressed.theme_changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert dressed.scheme is Scheme.LIGHT


def test_a_change_is_told(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.theme_changed):
        theme.set_choice(ThemeChoice.DARK)
    with qtbot.waitSignal(theme.theme_changed):
        theme.set_text_scale(150)


def test_text_and_lengths_grow_with_the_scale(qapp: QApplication, dressed: Theme) -> None:
    body, length = qapp.font().pixelSize(), dressed.px(100)
    dressed.set_text_scale(200)
    assert qapp.font().pixelSize() == 2 * body
    assert dressed.px(100) == 2 * length


@pytest.mark.parametrize(("asked", "given"), [(10, 80), (80, 80), (133, 133), (900, 200)])
def test_the_scale_has_limits(theme: Theme, asked: int, given: int) -> None:
    theme.set_text_scale(asked)
    assert theme.text_scale == given


def test_the_type_scale_descends(theme: Theme) -> None:
    sizes = [theme.font(kind).pixelSize() for kind in ("title", "number", "heading", "body", "small")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)


def test_digits_are_of_one_width(theme: Theme) -> None:
    features = [bytes(tag.toString().data()).decode() for tag in theme.font("digits").featureTags()]
    assert features == ["tnum"]


def test_colors_are_found_by_role(theme: Theme) -> None:
    assert theme.color("player_word") == QColor(LIGHT.player.word)
    with pytest.raises(KeyError):
        theme.color("no_such_role")


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_something(theme: Theme, name: str) -> None:
    image = theme.pixmap(name, "danger").toImage()
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))


def test_an_icon_takes_its_roles_color(theme: Theme) -> None:
    icon = theme.icon("up", "caution", "accent")
    size = QSize(18, 18)
    assert LIGHT.caution.line in colors_of(icon.pixmap(size).toImage())
    checked = icon.pixmap(size, QIcon.Mode.Normal, QIcon.State.On)
    assert LIGHT.accent in colors_of(checked.toImage())


def test_an_icon_is_sharp_on_a_fine_screen(theme: Theme) -> None:
    pixmap = theme.pixmap("today", size=24, ratio=2)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (48, 24)


def test_a_missing_icon_is_named(theme: Theme) -> None:
    with pytest.raises(ResourceError, match="no-such-icon"):
        theme.icon("no-such-icon")


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize("name", ["app", "player"])
def test_style_sheets_are_filled_in(theme: Theme, choice: ThemeChoice, name: str) -> None:
    theme.set_choice(choice)
    assert "$" not in theme.style_sheet(name)
