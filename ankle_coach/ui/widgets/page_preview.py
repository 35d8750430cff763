"""Pages as they will be printed, one below the other, painted by what prints them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.printing.dots import DOTS_PER_INCH
from ankle_coach.printing.pages import Document
from ankle_coach.printing.press import page_image
from ankle_coach.ui.theme import Theme

_GAP: Final = 18
_EDGE: Final = 20
LEAST_ZOOM, MOST_ZOOM = 50, 300
"""Zoom in percent of the width that fits."""
_WIDEST: Final = 1000
"""Widest page at 100 %, in logical pixels: larger only blurs what paper shows."""


class PagePreview(QAbstractScrollArea):
    """Shows a document's pages as wide as fits. Plus, minus and Ctrl with the wheel zoom, 0 fits again.

    Only pages in view are painted, each when it is first seen. A document that replaces another
    keeps the place.
    """

    page_changed = Signal(int, int)
    """The page at the top, from 1, and their count."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty preview.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._document: Document | None = None
        self._painted: dict[int, QPixmap] = {}
        self._zoom, self._page = 100, 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        theme.theme_changed.connect(self.viewport().update)
        self._tell_page()

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._document.pages) if self._document is not None else 0

    @property
    def zoom(self) -> int:
        """The zoom in percent of the width that fits."""
        return self._zoom

    @property
    def painted_pages(self) -> int:
        """How many pages were painted since the document is shown."""
        return len(self._painted)

    def show_document(self, document: Document | None) -> None:
        """Show a document in place of the one before; None for nothing."""
        self._document = document
        self._painted.clear()
        self._arrange()
        self._tell_page()
        self.viewport().update()

    def set_zoom(self, percent: int) -> None:
        """Change the zoom, kept within 50 to 300 percent."""
        zoom = max(LEAST_ZOOM, min(MOST_ZOOM, percent))
        if zoom == self._zoom:
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._painted.clear()
        self._arrange()
        bar.setValue(round(share * bar.maximum()))
        self.viewport().update()

    def _page_size(self) -> QSize:
        """Return the size of a page on the screen, in logical pixels."""
        if self._document is None:
            return QSize(0, 0)
        width, height = self._document.size
        room = min(self._theme.px(_WIDEST), max(120, self.viewport().width() - 2 * _EDGE))
        shown = room * self._zoom / 100
        return QSize(round(shown), round(shown * height / width))

    def _arrange(self) -> None:
        """Give the scroll bars their ranges."""
        size, count = self._page_size(), self.page_count
        height = count * (size.height() + _GAP) - _GAP + 2 * _EDGE if count else 0
        view = self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(max(20, size.height() // 12))
        vertical.setRange(0, max(0, height - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setRange(0, max(0, size.width() + 2 * _EDGE - view.width()))

    def page_rect(self, number: int) -> QRect:
        """Return where a page, counted from 0, stands in the view."""
        size, view = self._page_size(), self.viewport()
        left = max(_EDGE, (view.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = _EDGE + number * (size.height() + _GAP) - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _pixmap(self, number: int) -> QPixmap:
        """Return a page as it is painted for this screen."""
        assert self._document is not None
        if number not in self._painted:
            ratio, size = self.devicePixelRatioF(), self._page_size()
            inch = size.width() * ratio * DOTS_PER_INCH / self._document.size[0]
            picture = QPixmap.fromImage(page_image(self._document, number, inch))
            picture.setDevicePixelRatio(ratio)
            self._painted[number] = picture
        return self._painted[number]

    def _tell_page(self) -> None:
        """Say which page is at the top."""
        size = self._page_size()
        step = size.height() + _GAP
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = min(self.page_count, max(1, middle // step + 1)) if self.page_count else 0
        text = self._words.gettext("Page {number} of {count}").format(number=page, count=self.page_count)
        self.setAccessibleName(self._words.gettext("Preview of the printed pages"))
        self.setAccessibleDescription(text if page else "")
        if page != self._page or self._document is None:
            self._page = page
        self.page_changed.emit(page, self.page_count)

    @Slot(int)
    def _on_scroll_bar_value_changed(self, _value: int) -> None:
        self._tell_page()

    def sizeHint(self) -> QSize:
        """Ask for a readable page."""
        return QSize(self._theme.px(520), self._theme.px(640))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("track"))
        for number in range(self.page_count):
            place = self.page_rect(number)
            if not place.intersects(event.rect()):
                continue
            painter.drawPixmap(place.topLeft(), self._pixmap(number))
            painter.setPen(QPen(QColor(self._theme.color("outline")), 1))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus; Qt would paint only the frame anew, and not the pages."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._painted.clear()
        self._arrange()
        self._tell_page()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint at the new place."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, and go to the first and last page."""
        bar = self.verticalScrollBar()
        match Qt.Key(event.key()):
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self._zoom + 25)
            case Qt.Key.Key_Minus:
                self.set_zoom(self._zoom - 25)
            case Qt.Key.Key_0:
                self.set_zoom(100)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (25 if event.angleDelta().y() > 0 else -25))
            event.accept()
            return
        super().wheelEvent(event)
