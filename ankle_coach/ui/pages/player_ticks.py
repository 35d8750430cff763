"""What can be ticked beside the pain during an exercise: form lost, giving way, and of a run a limp."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from ankle_coach.domain.session_state import Tick
from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.visibility import set_shown

_GAP = 28

KEYS: dict[int, Tick] = {
    Qt.Key.Key_F: Tick.FORM_LOST,
    Qt.Key.Key_G: Tick.GAVE_WAY,
    Qt.Key.Key_L: Tick.LIMPED,
}
"""The key that ticks, and takes the tick away."""


class PlayerTicks(QWidget):
    """Boxes, each with the key that does the same; not ticked is no. A limp is asked of a run only."""

    changed = Signal()

    def __init__(self, words: Words, exercise: str = "", parent: QWidget | None = None) -> None:
        """Make empty boxes.

        Args:
            words: The reader's language.
            exercise: The exercise that they are about, where there are several on a screen.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("player_ticks")
        self._words = words
        labels = {
            Tick.FORM_LOST: (words.gettext("I could not keep the form"), "F"),
            Tick.GAVE_WAY: (words.gettext("It gave way"), "G"),
            Tick.LIMPED: (words.gettext("I limped during it or after it"), "L"),
        }
        flow = FlowLayout(self, spacing=_GAP)
        self._boxes: dict[Tick, QCheckBox] = {}
        for tick, (text, key) in labels.items():
            self._boxes[tick] = self._box(tick, text, key, exercise)
            pair = _with_cap(self._boxes[tick], key)
            flow.addWidget(pair)
            if tick is Tick.LIMPED:
                self._limped = pair
        self.ask_limp(asked=False)

    def ask_limp(self, *, asked: bool) -> None:
        """Show the box of a limp, or take it away with its tick."""
        self._asks_limp = asked
        set_shown(self._limped, asked)
        if not asked:
            with QSignalBlocker(self._boxes[Tick.LIMPED]):
                self._boxes[Tick.LIMPED].setChecked(False)

    @property
    def ticks(self) -> frozenset[Tick]:
        """What is ticked."""
        return frozenset(tick for tick, box in self._boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Tick nothing, without telling."""
        for box in self._boxes.values():
            with QSignalBlocker(box):
                box.setChecked(False)

    def take_key(self, key: int) -> bool:
        """Turn the tick of a key; return whether it was one of theirs."""
        tick = KEYS.get(key)
        if tick is Tick.LIMPED and not self._asks_limp:
            return False
        if tick is not None:
            self._boxes[tick].toggle()
        return tick is not None

    def _box(self, tick: Tick, text: str, key: str, exercise: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(f"tick_{tick}")
        box.setAccessibleName(f"{text}: {exercise}" if exercise else text)
        box.setAccessibleDescription(key)
        box.toggled.connect(self.changed)
        return box


def _with_cap(box: QCheckBox, key: str) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    cap = QLabel(key)
    cap.setObjectName("key_cap")
    row.addWidget(box)
    row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return pair
