"""The palette applied to Qt: colors, type and tinted icons, in the system's scheme or a chosen one."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ankle_coach.palette import CLEAR, Palette, Scheme, palette_for
from ankle_coach.resources import read_text, resource_path

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

MIN_TEXT_SCALE, MAX_TEXT_SCALE = 80, 200
_LINUX_FAMILIES = ("Inter", "Noto Sans")
_BODY_PIXELS = 15.0
_HALF_LIGHT = 128
_RATIOS = {"title": 1.8, "number": 1.5, "heading": 1.22, "key": 1.12, "body": 1.0, "small": 0.87}
_BOLD = {"title": QFont.Weight.Bold, "number": QFont.Weight.Bold, "heading": QFont.Weight.Bold}
_SPACES = (*range(1, 9), 10, 12, 14, 16, 18, 20, 24)


class ThemeChoice(StrEnum):
    """What a person chose: follow the system, or one scheme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Theme(QObject):
    """The look in force. Widgets that paint ask it for colors and repaint on `theme_changed`.

    Sizes are in pixels of the system's scale at 100 % text; :meth:`px` grows
    them with the text.
    """

    theme_changed = Signal()

    def __init__(
        self, choice: ThemeChoice = ThemeChoice.SYSTEM, text_scale: int = 100, parent: QObject | None = None
    ) -> None:
        """Make a look; nothing changes on the screen before :meth:`apply`.

        Args:
            choice: The scheme, or `SYSTEM` to follow the system's.
            text_scale: In percent, 80 to 200; values beyond are brought to the nearest.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._choice = choice
        self._text_scale = _clamped(text_scale)
        self._app: QApplication | None = None
        self._family: str | None = None
        self._body_pixels = _BODY_PIXELS
        self._use(self._first_scheme())

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen."""
        return self._choice

    @property
    def scheme(self) -> Scheme:
        """The scheme in force."""
        return self._palette.scheme

    @property
    def palette(self) -> Palette:
        """The colors in force."""
        return self._palette

    @property
    def text_scale(self) -> int:
        """The size of text in percent of the usual."""
        return self._text_scale

    def set_choice(self, choice: ThemeChoice) -> None:
        """Follow the system or show one scheme."""
        self._choice = choice
        self._refresh()

    def set_text_scale(self, percent: int) -> None:
        """Make all text smaller or larger: 80 to 200 percent."""
        self._text_scale = _clamped(percent)
        self._refresh()

    def apply(self, app: QApplication) -> None:
        """Dress an application, and keep following the system's scheme from now on."""
        self._app = app
        if app.property("fusion") is not True:  # asked for on the command line at the usual start
            app.setStyle("Fusion")
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._family = _preferred_family()
        self._body_pixels = max(_BODY_PIXELS, _pixels(system))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_color_scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_hints_contrast_changed)
        self._use(self._first_scheme())
        self._dress(app)

    def follow_system(self) -> None:
        """Take up the system's scheme where that is wanted, with what its palette alone does not tell."""
        if self._wanted_scheme() is not self.scheme:
            self._refresh()

    def color(self, role: str) -> QColor:
        """Return a role's color; see `Palette.roles` for the names.

        Raises:
            KeyError: There is no such role.
        """
        return QColor(self._roles[role])

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in pixels; given at 100 %."""
        return max(1, round(length * self._body_pixels / _BODY_PIXELS * self._text_scale / 100))

    def font(self, kind: str = "body") -> QFont:
        """Return a font of the type scale: title, number, heading, body, small or digits.

        The digits of ``digits`` and ``number`` all have the same width; give
        ``digits`` its size where it is drawn.
        """
        font = QFont(QApplication.font()) if self._family is None else QFont(self._family)
        font.setPixelSize(self.px(_BODY_PIXELS * _RATIOS.get(kind, 1.0)))
        font.setWeight(_BOLD.get(kind, QFont.Weight.Normal))
        if kind in ("digits", "number"):
            font.setWeight(QFont.Weight.ExtraBold if kind == "digits" else QFont.Weight.Bold)
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, role: str = "text") -> None:
        """Draw an icon into a rectangle, sharp at any size."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name, self._roles[role]).render(painter, rect)

    def pixmap(self, name: str, role: str = "text", size: int = 24, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture.

        Args:
            name: The icon's file name without its suffix.
            role: The color it is drawn in.
            size: Its side in logical pixels.
            ratio: Device pixels per logical pixel.
        """
        renderer = _renderer(name, self._roles[role])
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(QColor(CLEAR))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, role: str = "text", on_role: str | None = None, size: int = 18) -> QIcon:
        """Return an icon in a role's color, and in another's while its button is checked.

        Icons do not follow a later change of theme: ask again on `theme_changed`.

        Args:
            name: The icon's file name without its suffix.
            role: The color it is drawn in.
            on_role: The color while checked; None for the same.
            size: The side at 100 % text that it will be shown with; it is drawn for that, and for the screen.

        Raises:
            ResourceError: There is no such icon.
        """
        icon = QIcon()
        ratio = self._app.devicePixelRatio() if self._app is not None else 1.0
        icon.addPixmap(self.pixmap(name, role, self.px(size), ratio))
        if on_role is not None:
            checked = self.pixmap(name, on_role, self.px(size), ratio)
            icon.addPixmap(checked, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def style_sheet(self, name: str = "app") -> str:
        """Return a style sheet, the window's or another, with this look's colors and sizes filled in.

        Raises:
            ResourceError: There is no such style sheet.
        """
        values = dict(self._roles)
        values |= {name: f"{self.px(_BODY_PIXELS * ratio)}px" for name, ratio in _RATIOS.items()}
        values |= {f"s{space}": f"{self.px(space)}px" for space in _SPACES}
        values |= {"radius": "10px", "radius_card": "14px", "radius_panel": "20px"}
        values |= {"radius_chip": f"{self.px(9)}px", "line": f"{self.px(20)}px"}
        flat = self.scheme is not Scheme.HIGH_CONTRAST
        for arrow in ("arrow_up", "arrow_down"):
            values[arrow] = resource_path("icons", f"{arrow.replace('_', '-')}.svg").as_posix()
        mark = "mark-light" if self.scheme is Scheme.LIGHT else "mark-dark"
        values["mark"] = resource_path("icons", f"{mark}.svg").as_posix()
        values["player_mark"] = resource_path("icons", "mark-dark.svg").as_posix()
        values["button_edge"] = "transparent" if flat else values["border"]
        values["player_panel_edge"] = values["player_panel" if flat else "player_button_border"]
        return Template(read_text("style", f"{name}.qss")).substitute(values)

    def _use(self, scheme: Scheme) -> None:
        self._palette = palette_for(scheme)
        self._roles = self._palette.roles()

    def _refresh(self) -> None:
        self._use(self._wanted_scheme())
        if self._app is not None:
            self._dress(self._app)
        self.theme_changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setFont(self.font())
        app.setPalette(self._qt_palette())
        app.setStyleSheet(self.style_sheet())

    def _first_scheme(self) -> Scheme:
        """Return the wanted scheme, the system's as its palette shows it: asking outright loads `Qt`."""
        if self._choice is not ThemeChoice.SYSTEM:
            return Scheme(self._choice.value)
        dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF_LIGHT
        return Scheme.DARK if dark else Scheme.LIGHT

    def _wanted_scheme(self) -> Scheme:
        if self._choice is not ThemeChoice.SYSTEM:
            return Scheme(self._choice.value)
        return system_scheme()

    def _qt_palette(self) -> QPalette:
        role = QPalette.ColorRole
        names = {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "surface_alt",
            role.Text: "text",
            role.PlaceholderText: "text_muted",
            role.Button: "button",
            role.ButtonText: "button_text",
            role.BrightText: "danger",
            role.Highlight: "accent",
            role.HighlightedText: "accent_text",
            role.Accent: "accent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "text",
            role.ToolTipText: "surface",
            role.Light: "surface",
            role.Midlight: "surface_alt",
            role.Mid: "border",
            role.Dark: "border_strong",
            role.Shadow: "border_strong",
        }
        palette = QPalette()
        for color_role, name in names.items():
            palette.setColor(color_role, self.color(name))
        for color_role in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("disabled"))
        return palette

    @Slot()
    def _on_hints_color_scheme_changed(self) -> None:
        self.follow_system()

    @Slot()
    def _on_hints_contrast_changed(self) -> None:
        self.follow_system()


def system_scheme() -> Scheme:
    """Return the scheme that the system asks for."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is QtCore.Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if hints.colorScheme() is QtCore.Qt.ColorScheme.Dark else Scheme.LIGHT


def _clamped(percent: int) -> int:
    return max(MIN_TEXT_SCALE, min(MAX_TEXT_SCALE, percent))


def _pixels(font: QFont) -> float:
    """Return a font's size in logical pixels."""
    if font.pixelSize() > 0:
        return float(font.pixelSize())
    return font.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInchY() / 72


def _preferred_family() -> str | None:
    """Return the family to use in place of the system's, where a Linux names none but the plain default."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    plain = ("", "Sans", "Sans Serif", "sans-serif", "DejaVu Sans", "Bitstream Vera Sans")
    if QGuiApplication.platformName() in ("windows", "cocoa") or system not in plain:
        return system
    return next((family for family in _LINUX_FAMILIES if QFontDatabase.hasFamily(family)), system)


@lru_cache(maxsize=128)
def _renderer(name: str, color: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first icon, not before

    text = read_text("icons", f"{name}.svg").replace("#000000", color)
    return QSvgRenderer(text.encode())
