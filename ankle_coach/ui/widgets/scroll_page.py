"""What every page stands on: a title, a column of content, and a side column that finds its place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.ui.first_flags import STRONG_FOCUS, hide_bars, reach_by
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_WIDEST = 1320
_SIDE = 330
_TWO_COLUMNS_FROM = 980


class ScrollBody(QWidget):
    """What a scroll area shows: as high as its text is at its width, so that nothing scrolls without need.

    The least height that Qt counts is that of the text at its narrowest, far too high.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: the scroll area adds the height for the width by itself."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class ScrollPage(QScrollArea):
    """A page that scrolls. Fill it with `add_widget`, and its side column with `add_side_widget`.

    The side column stands at the right; in a narrow window or with large text
    it moves under the content.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        subtitle: str = "",
        *,
        widest: int = _WIDEST,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page.

        Args:
            theme: The look.
            title: The page's name, shown large.
            subtitle: A line under it; none where empty.
            widest: Widest column of content, in pixels at 100 % text.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._widest = widest
        self._actions: QLayout | None = None
        self._head: QBoxLayout
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        hide_bars(self)
        reach_by(self, STRONG_FOCUS)
        self._build_page(title, subtitle)
        theme.theme_changed.connect(self._arrange)

    @property
    def body(self) -> QVBoxLayout:
        """The column of content."""
        return self._main

    @property
    def side(self) -> QVBoxLayout:
        """The side column; takes no room while it is empty."""
        return self._side_column

    @property
    def heading(self) -> QWidget:
        """What shows the page's name."""
        return self._title

    @property
    def title(self) -> str:
        """The page's name."""
        return self._title.text()

    @property
    def is_stacked(self) -> bool:
        """Whether the side column stands under the content."""
        return self._columns.direction() is QBoxLayout.Direction.TopToBottom

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Change the page's name, and the line under it unless None."""
        self._title.setText(title)
        set_shown(self._title, bool(title))
        self.setAccessibleName(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
            set_shown(self._subtitle, bool(subtitle))

    def add_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the content; with a stretch it takes the height that is left."""
        self._main.addWidget(widget, stretch)
        if stretch:
            self._filler.setStretch(0, 1)
            self._filler.setStretch(1, 0)

    def add_top_widget(self, widget: QWidget) -> None:
        """Put a widget under the title, over content and side column."""
        self._inside.insertWidget(self._inside.count() - 1, widget)

    def add_side_widget(self, widget: QWidget) -> None:
        """Put a widget at the end of the side column."""
        self._side_column.addWidget(widget)
        self.keep_side_free()

    def keep_side_free(self) -> None:
        """Leave room for the side column though nothing may be in it yet."""
        set_shown(self._side, True)
        self._arrange()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the title; under it where there is no room beside."""
        if self._actions is None:
            from ankle_coach.ui.widgets.flow_layout import FlowLayout  # noqa: PLC0415 - Today has no button there

            row = QWidget()
            self._actions = FlowLayout(row, spacing=10)
            self._head.addWidget(row)
        self._actions.addWidget(widget)

    def _build_page(self, title: str, subtitle: str) -> None:
        page = ScrollBody()
        page.setObjectName("page_body")
        centered = QHBoxLayout(page)
        centered.setContentsMargins(36, 28, 36, 28)
        column = QWidget()
        column.setObjectName("page_column")
        column.setMaximumWidth(self._widest)
        centered.addStretch(1)
        centered.addWidget(column, 1000)
        centered.addStretch(1)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(18)
        inside.addLayout(self._header())
        inside.addLayout(self._content(), 1)
        self._inside = inside
        self.setWidget(page)
        self._column = column
        self.set_title(title, subtitle)

    def _header(self) -> QBoxLayout:
        self._title = TextLabel("", "title")
        self._title.setObjectName("page_title")
        self._subtitle = TextLabel("", "muted")
        self._subtitle.setObjectName("page_subtitle")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(words, 1)
        return self._head

    def _content(self) -> QBoxLayout:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(20)
        self._main = QVBoxLayout()
        self._main.setSpacing(16)
        self._filler = QVBoxLayout()
        self._filler.addLayout(self._main)
        self._filler.addStretch(1)
        self._side = QWidget()
        self._side_column = QVBoxLayout()
        self._side_column.setSpacing(16)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(self._side_column)
        side.addStretch(1)
        set_shown(self._side, False)
        self._columns.addLayout(self._filler, 1)
        self._columns.addWidget(self._side)
        return self._columns

    @Slot()
    def _arrange(self) -> None:
        # Not `viewport()`: wrapping it makes PySide6 load every class of QtWidgets, 15 ms at the start.
        stacked = self.width() < self._theme.px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._head.setDirection(way)
        self._head.setSpacing(12 if stacked else -1)
        self._side.setMaximumWidth(16_777_215 if stacked else self._theme.px(_SIDE))
        self._side.setMinimumWidth(0 if stacked else self._theme.px(_SIDE))
        # Under each other, the room that is left belongs under both, not between them.
        self._columns.setStretch(0, 0 if stacked else 1)
        self._columns.setStretch(1, 1 if stacked else 0)
        self._column.setMaximumWidth(self._theme.px(self._widest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the side column's place."""
        super().resizeEvent(event)
        self._arrange()
