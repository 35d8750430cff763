"""A rounded surface with an optional heading, a row of actions, and a body to fill."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_RADIUS = 14.0
_EDGE = 4.0


class Card(QFrame):
    """A rounded surface. Fill `body`; put buttons in with `add_action`."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        subtitle: str = "",
        *,
        edge: str | None = None,
        tone: str = "plain",
        parent: QWidget | None = None,
    ) -> None:
        """Make a card.

        Args:
            theme: The look.
            title: Its heading; none where empty.
            subtitle: A line under the heading; none where empty.
            edge: The role of a color for the left edge, such as ``caution_fill``.
            tone: ``plain``; ``alt`` for a quiet tile inside a card; ``soft`` for the accent's soft ground.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._edge = edge
        self._title: TextLabel | None = None
        self._subtitle: TextLabel | None = None
        self.setProperty("tone", tone)
        self._build(title, subtitle)
        theme.theme_changed.connect(self.update)

    @property
    def body(self) -> QVBoxLayout:
        """Where the card's content goes."""
        return self._body

    def set_title(self, title: str) -> None:
        """Change the heading; an empty one is hidden."""
        if title or self._title is not None:
            self._title = self._titled(self._title, "card_title", "heading")
            self._title.setText(title)
            set_shown(self._title, bool(title))
        self.setAccessibleName(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line under the heading; an empty one is hidden."""
        if subtitle or self._subtitle is not None:
            self._subtitle = self._titled(self._subtitle, "card_subtitle", "muted")
            self._subtitle.setText(subtitle)
            set_shown(self._subtitle, bool(subtitle))

    def set_edge(self, role: str | None) -> None:
        """Color the left edge with a role, or with none."""
        self._edge = role
        self.update()

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget at the end of the body."""
        self._body.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end of the heading's row."""
        self._actions.addWidget(widget)

    def _build(self, title: str, subtitle: str) -> None:
        margin = 14 if self.property("tone") == "alt" else 20
        self._words_column = words = QVBoxLayout()
        words.setSpacing(4)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(10)
        header = QHBoxLayout()
        header.setSpacing(16)
        header.addLayout(words, 1)
        header.addLayout(self._actions)
        self._body = QVBoxLayout()
        self._body.setSpacing(4 if margin < 20 else 12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin - 3, margin, margin - 2)
        outer.setSpacing(12)
        outer.addLayout(header)
        outer.addLayout(self._body, 1)
        self.set_title(title)
        self.set_subtitle(subtitle)

    def _titled(self, label: TextLabel | None, name: str, kind: str) -> TextLabel:
        """Return the label of the heading or of the line under it, made when it first has words."""
        if label is None:
            label = TextLabel("", kind)
            label.setObjectName(name)
            self._words_column.insertWidget(0 if name == "card_title" else -1, label)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, then the colored edge inside its rounding."""
        super().paintEvent(event)
        if self._edge is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        inner = QPainterPath()
        inner.addRect(QRectF(self.rect()).adjusted(_EDGE, 0, 0, 0))
        painter.fillPath(outline.subtracted(inner), self._theme.color(self._edge))
