"""A prescription in the plan builder: picture, name, level, dose, warnings, and its editor when open."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.still_view import StillView
from ankle_coach.ui.widgets.tab_chain import stops_inside
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

PRESCRIPTIONS = "application/x-ankle-coach-prescriptions"
"""What is dragged of the plan: ids, a line each."""
_PICTURE = 62
_RADIUS = 10.0
_BAR = 4.0


class CardFacts(NamedTuple):
    """What a card says.

    Attributes:
        name: Name of the exercise.
        level: Name of the level.
        dose: The dose sentence.
        details: Load, own frequency, own ceiling, own words; empty for none.
        warnings: A sentence each.
    """

    name: str
    level: str
    dose: str
    details: str = ""
    warnings: tuple[str, ...] = ()


class PlanCard(QFrame):
    """One prescription. A click chooses it, with Ctrl or Shift beside others; it is dragged as a whole."""

    pressed = Signal(str, object)
    """Id and keyboard modifiers."""
    menu_requested = Signal(str, QPoint)
    drag_begun = Signal(str)

    def __init__(
        self,
        prescription_id: str,
        exercise: str,
        theme: Theme,
        words: Words,
        stills: FigureStills,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card without words.

        Args:
            prescription_id: Id of the prescription.
            exercise: Id of its exercise.
            theme: The look.
            words: The reader's language.
            stills: The pictures.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._id, self._theme, self._words = prescription_id, theme, words
        self._facts: CardFacts | None = None
        self._chosen = False
        self._pressed_at: QPoint | None = None
        self._waits: Qt.KeyboardModifier | None = None
        self.editor: QWidget | None = None
        self._stops: list[QWidget] = []
        self.setObjectName(f"card_{prescription_id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build(exercise, stills)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def prescription_id(self) -> str:
        """Id of the prescription."""
        return self._id

    @property
    def facts(self) -> CardFacts | None:
        """What it says; None before it was told."""
        return self._facts

    def show_facts(self, facts: CardFacts) -> None:
        """Say something; only what is another changes."""
        if facts == self._facts:
            return
        before, self._facts = self._facts, facts
        for label, name in ((self._name, "name"), (self._level, "level"), (self._dose, "dose")):
            label.setText(getattr(facts, name))
        self._details.setText(facts.details)
        self._details.setVisible(bool(facts.details))
        if before is None or before.warnings != facts.warnings:
            self._show_warnings(facts.warnings)
        self._tell_name()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as one of the chosen ones, or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._tell_name()
            self.update()

    def open(self, editor: QWidget) -> None:
        """Show an editor in it."""
        self.close_editor()
        self.editor = editor
        self._column.addWidget(editor)
        self._chain_tabs()

    def close_editor(self) -> None:
        """Take the editor away."""
        if self.editor is not None:
            self._column.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self._stops = []

    def _chain_tabs(self) -> None:
        """Let Tab come to the editor's fields right after the card, also to those made since."""
        stops = stops_inside(self)
        if stops != self._stops:
            self._stops = stops
            for earlier, later in pairwise([self, *stops]):
                QWidget.setTabOrder(earlier, later)

    def _build(self, exercise: str, stills: FigureStills) -> None:
        self._name = TextLabel("", "strong")
        self._level = TextLabel("", "small")
        self._dose = TextLabel("")
        self._details = TextLabel("", "small")
        for label, name in (
            (self._name, "card_name"),
            (self._level, "card_level"),
            (self._dose, "card_dose"),
            (self._details, "card_details"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for label in (self._name, self._level, self._dose, self._details):
            texts.addWidget(label)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(2)
        texts.addLayout(self._warnings)
        self._menu = QToolButton()
        self._menu.setObjectName("card_menu")
        self._menu.setAutoRaise(True)
        self._menu.clicked.connect(self._on_menu_clicked)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(StillView(self._theme, stills, exercise, _PICTURE), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 8, 8)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._on_theme_changed()

    def _show_warnings(self, warnings: tuple[str, ...]) -> None:
        clear_layout(self._warnings, detach=True)
        for sentence in warnings:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 2, 0, 0)
            row.setSpacing(6)
            label = TextLabel(sentence, "small")
            label.setObjectName("card_warning")
            label.setProperty("tone", "caution")
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(IconView(self._theme, "warning", "caution", 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            self._warnings.addWidget(line)

    def _tell_name(self) -> None:
        facts = self._facts
        if facts is None:
            return
        parts = [facts.name, facts.level, facts.dose, facts.details, *facts.warnings]
        told = ". ".join(part.rstrip(".") for part in parts if part)
        if self._chosen:
            told = self._words.gettext("Chosen: {card}").format(card=told)
        self.setAccessibleName(told)
        self._menu.setAccessibleName(self._words.gettext("More for {exercise}").format(exercise=facts.name))

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu_requested.emit(self._id, self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._menu.setIcon(self._theme.icon("more", "text_muted"))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Come to new fields of the editor where they stand; Qt puts them behind all others."""
        if event.type() is QEvent.Type.LayoutRequest and self.editor is not None:
            self._chain_tabs()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it; one of several chosen ones is chosen alone when the button is let go without a drag."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._waits = event.modifiers() if plain and self._chosen else None
        if self._waits is None:
            self.pressed.emit(self._id, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the chosen ones."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed_at = self._waits = None
            self.drag_begun.emit(self._id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it alone, where it was one of several."""
        self._pressed_at = None
        if self._waits is not None:
            self._waits = None
            self.pressed.emit(self._id, Qt.KeyboardModifier.NoModifier)

    def drag(self, ids: list[str]) -> None:
        """Drag prescriptions, with the picture of this card."""
        data = QMimeData()
        data.setData(PRESCRIPTIONS, "\n".join(ids).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(min(self.width(), 320)))
        drag.exec(Qt.DropAction.MoveAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it."""
        self.menu_requested.emit(self._id, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is gone."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground; the chosen one has a bar, so that it is told by shape, and the focus a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, place = self._theme.color, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "focus" if self.hasFocus() else "accent" if self._chosen else "border"
        painter.setPen(QPen(color(edge), 2 if self._chosen or self.hasFocus() else 1))
        tinted = self._chosen and self.editor is None
        painter.setBrush(color("accent_soft" if tinted else "surface"))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        if self._chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            bar = QRectF(place.left() + 4, place.top() + 10, _BAR, place.height() - 20)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
