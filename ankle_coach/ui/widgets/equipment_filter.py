"""Which things are at hand: a button, and under it a panel of boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel

_COLUMNS = 2
_ARROW = 15


class EquipmentPanel(QFrame):
    """The boxes. Escape and a click beside it close it."""

    at_hand_changed = Signal()

    def __init__(self, theme: Theme, words: Words, things: Sequence[Equipment], parent: QWidget) -> None:
        """Make a hidden panel where nothing is asked for yet.

        Args:
            theme: The look.
            words: The reader's language.
            things: What can be ticked, in their order.
            parent: The button that opens it.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setObjectName("equipment_panel")
        self.setAccessibleName(words.gettext("Equipment at hand"))
        self._only = QCheckBox(words.gettext("Only what I can do with the things ticked here"))
        self._only.setObjectName("equipment_only")
        self._boxes = {thing: QCheckBox(_capital(equipment_word(thing, words))) for thing in things}
        self._build(words)
        self._only.toggled.connect(self.at_hand_changed)
        for thing, box in self._boxes.items():
            box.setObjectName(f"equipment_{thing}")
            box.toggled.connect(self._on_box_toggled)

    @property
    def at_hand(self) -> frozenset[Equipment] | None:
        """The things ticked; None where it does not matter what an exercise needs."""
        if not self._only.isChecked():
            return None
        return frozenset(thing for thing, box in self._boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Tick nothing; tells nobody."""
        for box in (self._only, *self._boxes.values()):
            with QSignalBlocker(box):
                box.setChecked(False)

    def _build(self, words: Words) -> None:
        self._inner = inner = QWidget()
        inner.setObjectName("equipment_boxes")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(2)
        rows = -(-len(self._boxes) // _COLUMNS)
        for number, box in enumerate(self._boxes.values()):
            grid.addWidget(box, number % rows, number // rows)
        self._scroller = QScrollArea()
        self._scroller.setWidget(inner)
        self._scroller.setWidgetResizable(True)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        column.addWidget(self._only)
        note = words.gettext("A chair, a wall, something to hold and a flat path count as always there.")
        column.addWidget(TextLabel(note, "small"))
        column.addWidget(self._scroller, 1)

    def open_under(self, button: QWidget) -> None:
        """Show the panel below a button, as far as the screen has room."""
        screen = button.screen().availableGeometry()
        wide = self._inner.sizeHint().width() + self._theme.px(20) + 28
        wide = min(max(wide, self._only.sizeHint().width() + 32), screen.width())
        high = min(self._inner.sizeHint().height() + self._theme.px(110), screen.height() * 9 // 10)
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        left = max(screen.left(), min(corner.x(), screen.right() - wide))
        top = max(screen.top(), min(corner.y(), screen.bottom() - high))
        self.setGeometry(left, top, wide, high)
        self.show()
        self._only.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(bool)
    def _on_box_toggled(self, checked: bool) -> None:
        if checked and not self._only.isChecked():
            self._only.setChecked(True)  # tells of the change
        else:
            self.at_hand_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class EquipmentFilter(QPushButton):
    """Says how many things are at hand and opens the panel to tick them."""

    at_hand_changed = Signal()

    def __init__(
        self, theme: Theme, words: Words, things: Sequence[Equipment], parent: QWidget | None = None
    ) -> None:
        """Make a button for any equipment.

        Args:
            theme: The look.
            words: The reader's language.
            things: What can be ticked, in their order.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._panel = EquipmentPanel(theme, words, things, self)
        self._panel.at_hand_changed.connect(self._on_panel_at_hand_changed)
        self.clicked.connect(self._on_self_clicked)
        theme.theme_changed.connect(self.update)
        self._refresh()

    @property
    def at_hand(self) -> frozenset[Equipment] | None:
        """The things at hand; None where any equipment will do."""
        return self._panel.at_hand

    @property
    def panel(self) -> EquipmentPanel:
        """The boxes."""
        return self._panel

    def clear(self) -> None:
        """Go back to any equipment; tells nobody."""
        self._panel.clear()
        self._refresh()

    def _refresh(self) -> None:
        at_hand = self.at_hand
        if at_hand is None:
            text = self._words.gettext("Any equipment")
        elif at_hand:
            message = self._words.ngettext("{n} thing at hand", "{n} things at hand", len(at_hand))
            text = message.format(n=len(at_hand))
        else:
            text = self._words.gettext("No equipment")
        self.setText(text)
        self.setAccessibleName(self._words.gettext("Equipment: {choice}").format(choice=text))

    @Slot()
    def _on_self_clicked(self) -> None:
        self._panel.open_under(self)

    @Slot()
    def _on_panel_at_hand_changed(self) -> None:
        self._refresh()
        self.at_hand_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the arrow that other choices have."""
        super().paintEvent(event)
        side = self._theme.px(_ARROW)
        left = self._theme.px(5) if self.isRightToLeft() else self.width() - side - self._theme.px(5)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        self._theme.paint_icon(QPainter(self), place, "chevron-down", "text_muted")


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
