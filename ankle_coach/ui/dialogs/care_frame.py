"""The frame of the dialogs of self-care: a heading, a body that scrolls, and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.ui.dialogs.dialog_size import largest_size
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

_WIDE = 640


class CareFrame(QDialog):
    """Shows one body at a time. Escape closes it; what is on goes on."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Make an empty frame.

        Args:
            theme: The look.
            title: What it is about.
            parent: The window that it belongs to.
        """
        super().__init__(parent)
        self._theme = theme
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._heading = TextLabel(title, "heading")
        self._heading.setObjectName("care_title")
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(10)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._heading)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)

    def show_body(self, widgets: list[QWidget], buttons: list[QPushButton]) -> None:
        """Show other widgets one under the other, and other buttons; the last one is the main one."""
        body = ScrollBody()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 4)
        column.setSpacing(12)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.setWidget(body)
        clear_layout(self._foot)
        self._foot.addStretch(1)
        for button in buttons:
            self._foot.addWidget(button)
        if buttons:
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """Take the height that the body needs, as far as the screen allows."""
        body = self._scroll.widget()
        if body is None:
            return
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # a style sheet's paddings count only from then on
        most = largest_size(self)
        width = min(self._theme.px(_WIDE), most.width())
        inside = body.layout()
        if inside is not None:
            inside.activate()
        height = body.heightForWidth(width - 80) if body.hasHeightForWidth() else body.sizeHint().height()
        chrome = self._heading.sizeHint().height() + self._foot.sizeHint().height() + 40 + 24
        self.resize(width, min(height + chrome + self._theme.px(16), most.height()))

    def button(self, text: str, name: str, kind: str = "") -> QPushButton:
        """Return a new button of the foot."""
        return dialog_button(text, name, kind, default=kind == "primary")
