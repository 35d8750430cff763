"""A group of the plan in the builder: its name, when it is due, its cards, and room to drop more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.plan import PlannedSession
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.exercise_list_model import EXERCISE
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.frequency_panel import FrequencyPanel
from ankle_coach.ui.widgets.history_keys import HistoryKeys
from ankle_coach.ui.widgets.plan_card import PRESCRIPTIONS, PlanCard
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_RADIUS = 14.0
_LEAST_NAME = 110
"""Pixels at 100 % text of the name of a group."""


class PlanGroup(QFrame):
    """Shows one group. What is dropped on it lands between the cards where the line is."""

    renamed = Signal(str, str)
    name_left = Signal()
    frequency_changed = Signal(str, object)
    menu_requested = Signal(str, QPoint)
    prescriptions_dropped = Signal(str, list, int)
    exercise_dropped = Signal(str, str, int)

    def __init__(
        self, session: PlannedSession, theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Make a group without cards.

        Args:
            session: The group.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._id, self._theme, self._words = session.id, theme, words
        self._session = session
        self._cards: list[PlanCard] = []
        self._line_at: int | None = None
        self._popup: FrequencyPanel | None = None
        self.setObjectName(f"group_{session.id}")
        self.setAcceptDrops(True)
        self._build()
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def cards(self) -> tuple[PlanCard, ...]:
        """Its cards in order."""
        return tuple(self._cards)

    @property
    def popup(self) -> FrequencyPanel | None:
        """The panel in which its frequency is chosen; None before it was first opened."""
        return self._popup

    def show_session(self, session: PlannedSession, minutes: str) -> None:
        """Show name, frequency and length of the group."""
        if session.name != " ".join(self._name.text().split()):
            with QSignalBlocker(self._name):
                self._name.setText(session.name)
                self._name.setCursorPosition(0)  # a long one is read from its beginning
        self._session = session
        when = frequency_sentence(session.frequency, self._words)
        self._when.setText(when[:1].upper() + when[1:])
        told = self._words.gettext("{group}: {when}. Change when it is due.")
        self._when.setAccessibleName(told.format(group=session.name, when=when))
        self._minutes.setText(minutes)
        self._menu.setAccessibleName(self._words.gettext("More for {group}").format(group=session.name))
        self.setAccessibleName(session.name)

    def show_cards(self, cards: Sequence[PlanCard]) -> None:
        """Show cards in an order; they are taken from wherever they are."""
        if list(cards) != self._cards:
            for place, card in enumerate(cards):
                if self._body.indexOf(card) != place:
                    self._body.insertWidget(place, card)
                    card.show()
            self._cards = list(cards)
        set_shown(self._hint, not cards)

    def edit_name(self) -> None:
        """Let the name be typed."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def _build(self) -> None:
        words = self._words
        self._name = QLineEdit(self._session.name)
        self._name.setObjectName("group_name")
        self._name.setProperty("flat", "true")
        self._name.setAccessibleName(words.gettext("Name of the group"))
        self._name.setMaxLength(120)
        self._name.setCursorPosition(0)
        self._name.setMinimumWidth(self._theme.px(_LEAST_NAME))
        HistoryKeys(self._name)
        self._name.textEdited.connect(self._on_name_text_edited)
        self._name.editingFinished.connect(self.name_left)
        self._when = QPushButton()
        self._when.setObjectName("group_frequency")
        self._when.setProperty("kind", "link")
        self._when.clicked.connect(self._on_when_clicked)
        self._minutes = TextLabel("", "small", wraps=False)
        self._minutes.setObjectName("group_minutes")
        self._menu = QToolButton()
        self._menu.setObjectName("group_menu")
        self._menu.setAutoRaise(True)
        self._menu.clicked.connect(self._on_menu_clicked)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._when)
        head.addWidget(self._minutes)
        head.addWidget(self._menu)
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        hint = words.gettext("Nothing in this group yet. Drag an exercise here, or click one in the list.")
        self._hint = TextLabel(hint, "muted")
        self._hint.setObjectName("group_hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addWidget(self._hint)

    def _place_of(self, point: QPoint) -> int:
        """Return before which card a point lies."""
        for place, card in enumerate(self._cards):
            if point.y() < card.geometry().center().y():
                return place
        return len(self._cards)

    def _takes(self, data: QMimeData) -> bool:
        return data.hasFormat(PRESCRIPTIONS) or data.hasFormat(EXERCISE)

    def _set_line(self, place: int | None) -> None:
        if place != self._line_at:
            self._line_at = place
            self.update()

    @Slot(str)
    def _on_name_text_edited(self, text: str) -> None:
        self.renamed.emit(self._id, text)

    @Slot()
    def _on_when_clicked(self) -> None:
        popup = self._popup = FrequencyPanel(self._theme, self._words, self)
        popup.show_frequency(self._session.frequency)
        popup.frequency_changed.connect(self._on_popup_frequency_changed)
        popup.open_under(self._when)

    @Slot(object)
    def _on_popup_frequency_changed(self, frequency: Frequency) -> None:
        self.frequency_changed.emit(self._id, frequency)

    @Slot()
    def _on_menu_clicked(self) -> None:
        self.menu_requested.emit(self._id, self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._menu.setIcon(self._theme.icon("more", "text_muted"))
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take exercises and prescriptions."""
        if self._takes(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        if self._takes(event.mimeData()):
            self._set_line(self._place_of(event.position().toPoint()))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no line any more."""
        self._set_line(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and before which card."""
        self._set_line(None)
        place, data = self._place_of(event.position().toPoint()), event.mimeData()
        if data.hasFormat(PRESCRIPTIONS):
            ids = bytes(data.data(PRESCRIPTIONS).data()).decode().split("\n")
            others = [card for card in self._cards[:place] if card.prescription_id not in ids]
            event.acceptProposedAction()
            self.prescriptions_dropped.emit(self._id, ids, len(others))
        elif data.hasFormat(EXERCISE):
            event.acceptProposedAction()
            self.exercise_dropped.emit(self._id, bytes(data.data(EXERCISE).data()).decode(), place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the line where something would land."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        over = self._line_at is not None
        painter.setPen(QPen(self._theme.color("accent" if over else "border"), 2 if over else 1))
        painter.setBrush(self._theme.color("surface_alt"))
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        if self._line_at is None or not self._cards:
            return
        at_end = self._line_at >= len(self._cards)
        beside = self._cards[-1] if at_end else self._cards[self._line_at]
        height = beside.geometry().bottom() + 4 if at_end else beside.geometry().top() - 4
        painter.setPen(QPen(self._theme.color("accent"), 3))
        painter.drawLine(14, height, self.width() - 14, height)
