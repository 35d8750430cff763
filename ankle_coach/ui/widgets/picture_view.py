"""A picture that somebody took in, as large as there is room for and in the middle of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ankle_coach.domain.picture import Picture
from ankle_coach.palette import CLEAR, Scheme, palette_for
from ankle_coach.ui.picture_file import image_of
from ankle_coach.ui.theme import Theme

_ROUND = 8.0


def picture_pixmap(picture: Picture, size: QSizeF, ratio: float) -> QPixmap:
    """Return a picture in the middle of a clear place; what is see-through in it lies on white paper.

    Args:
        picture: The picture.
        size: Of the place, in pixels of the window.
        ratio: Pixels of the screen for one of the window.
    """
    place = QPixmap((size * ratio).toSize().expandedTo(QSize(1, 1)))
    place.setDevicePixelRatio(ratio)
    place.fill(QColor(CLEAR))
    image = image_of(picture, (size * ratio).toSize())
    if image.isNull():
        return place
    fitted = QSizeF(picture.width, picture.height).scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    frame = QRectF(0, 0, fitted.width(), fitted.height())
    frame.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
    rounded = QPainterPath()
    rounded.addRoundedRect(frame, _ROUND, _ROUND)
    painter = QPainter(place)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(rounded)
    if image.hasAlphaChannel():
        painter.fillRect(frame, QColor(palette_for(Scheme.PAPER).surface))
    painter.drawImage(frame, image)
    painter.end()
    return place


class PictureView(QWidget):
    """Shows a picture, or nothing. It has no timer, and decodes the picture once for each size."""

    def __init__(
        self, theme: Theme, *, size: tuple[int, int] = (120, 120), parent: QWidget | None = None
    ) -> None:
        """Make an empty view.

        Args:
            theme: The look.
            size: Smallest size in pixels at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("picture_view")
        self._theme, self._least = theme, size
        self._picture: Picture | None = None
        self._shown: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def picture(self) -> Picture | None:
        """What is in view."""
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show a picture, or nothing; its words go to a screen reader."""
        if picture == self._picture:
            return
        self._picture, self._shown = picture, None
        self.setAccessibleName("" if picture is None else picture.alternative)
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Its smallest size."""
        return QSize(self._theme.px(self._least[0]), self._theme.px(self._least[1]))

    def minimumSizeHint(self) -> QSize:
        """Its smallest size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, scaled anew if the size has changed."""
        if self._picture is None or self.rect().isEmpty():
            return
        ratio = self.devicePixelRatioF()
        if self._shown is None or self._shown.size() != (QSizeF(self.size()) * ratio).toSize():
            self._shown = picture_pixmap(self._picture, QSizeF(self.size()), ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._shown)
        painter.end()
