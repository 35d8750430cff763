"""The bar at the foot of the window while ice, a raised leg or a wrap is on, whatever page is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.care import CareKind, IceStage
from ankle_coach.domain.words import Words
from ankle_coach.services.care_service import CareNow
from ankle_coach.ui.care_watch import CareWatch
from ankle_coach.ui.care_words import care_sentence, ice_sentence
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import clear_layout

_ICONS = {CareKind.ELEVATION: "leg-up", CareKind.COMPRESSION: "wrap"}


class _BarRow(QFrame):
    """One thing that is on: icon, sentence, and the buttons that its state asks for."""

    def __init__(self, theme: Theme, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._state = ""
        self._icon_name = icon
        self._icon = IconView(theme, icon, "accent", 22)
        self._text = TextLabel("", "strong")
        self._text.setObjectName(f"{name}_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QWidget()
        self._flow = QHBoxLayout(self._buttons)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._buttons)

    def show_state(
        self, state: str, sentence: str, buttons: list[tuple[str, str, Callable[[], None]]], *, urgent: bool
    ) -> None:
        """Show a sentence; the buttons, (name, words, action), are made anew with a new state only."""
        self._text.setText(sentence)
        if state == self._state:
            return
        self._state = state
        self._icon.set_icon("warning" if urgent else self._icon_name, "danger" if urgent else "accent")
        self.setProperty("kind", "danger" if urgent else "info")
        self.style().unpolish(self)
        self.style().polish(self)
        clear_layout(self._flow)
        for number, (name, label, action) in enumerate(buttons):
            button = QPushButton(label)
            button.setObjectName(name)
            if urgent and not number:
                button.setProperty("kind", "primary")
            button.clicked.connect(action)
            self._flow.addWidget(button)
        if urgent:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))


class CareBar(QWidget):
    """Rows of what is on. `ice_requested` and `care_requested` ask for the panel with more of it."""

    ice_requested = Signal()

    def __init__(self, watch: CareWatch, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the bar; it is hidden while nothing is on.

        Args:
            watch: What is on.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("care_bar")
        self.setAccessibleName(words.gettext("Ice and self-care that is on now"))
        self._watch, self._theme, self._words = watch, theme, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: dict[str, _BarRow] = {}
        watch.ticked.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is on now."""
        wanted = set()
        if self._watch.ice is not None:
            wanted.add("ice")
            self._show_ice()
        for now in self._watch.cares:
            wanted.add(now.care.kind.value)
            self._show_care(now)
        for name, row in self._rows.items():
            row.setVisible(name in wanted)
        self.setVisible(bool(wanted))

    def _row(self, name: str, icon: str) -> _BarRow:
        if name not in self._rows:
            self._rows[name] = _BarRow(self._theme, f"bar_{name}", icon)
            self._column.addWidget(self._rows[name])
        return self._rows[name]

    def _show_ice(self) -> None:
        now = self._watch.ice
        assert now is not None
        words, service = self._words.gettext, self._watch.ice_service
        off = ("bar_ice_off", words("It is off"), lambda: self._watch.do(service.stop))
        buttons: list[tuple[str, str, Callable[[], None]]] = []
        match now.stage:
            case IceStage.ON:
                buttons = [("bar_ice_open", words("Show"), self.ice_requested.emit)]
            case IceStage.CHECK_SKIN:
                fine = ("bar_skin_fine", words("Skin is fine"), lambda: self._watch.do(service.skin_is_fine))
                buttons = [fine, ("bar_skin_not_fine", words("Not fine"), self.ice_requested.emit)]
            case IceStage.TAKE_OFF:
                buttons = [off]
            case IceStage.OVERDUE:
                on_time = (
                    "bar_ice_on_time",
                    words("It came off on time"),
                    lambda: self._watch.do(lambda: service.stop(came_off_on_time=True)),
                )
                buttons = [off, on_time]
        sentence = ice_sentence(now, self._words)
        self._row("ice", "ice").show_state(now.stage.value, sentence, buttons, urgent=now.stage.alarms)

    def _show_care(self, now: CareNow) -> None:
        words, service, kind = self._words.gettext, self._watch.care_service, now.care.kind
        label = words("Leg is down") if kind is CareKind.ELEVATION else words("It is off")
        buttons: list[tuple[str, str, Callable[[], None]]] = [
            (f"bar_{kind}_off", label, lambda: self._watch.do(lambda: service.stop(kind)))
        ]
        if kind is CareKind.COMPRESSION:
            buttons.append(
                (
                    "bar_toes",
                    words("Off because of the toes"),
                    lambda: self._watch.do(lambda: service.stop(kind, "toes")),
                )
            )
        state = f"{now.care.id}.{now.is_due}"
        self._row(kind.value, _ICONS[kind]).show_state(
            state, care_sentence(now, self._words), buttons, urgent=now.is_due
        )
