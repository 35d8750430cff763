"""Settings of how sessions are played: the alphabet's letters, and where the player waits for a tap."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.exercise_texts import group_word
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.settings import LETTER_SECONDS, Settings
from ankle_coach.domain.terms import style_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.settings_row import SettingsRow
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_TIMED = (Group.MOBILITY, Group.FLEXIBILITY, Group.STRENGTH, Group.BALANCE, Group.PLYOMETRIC, Group.MASSAGE)
"""Groups with sets that are timed; what is counted always waits for a tap."""
_PLAN = "plan"
_NEVER_BESIDE = 10_000
"""So many boxes stand under their words, however wide the card is."""


class PlayerCard(Card):
    """Shows settings and tells what is chosen; whoever owns it keeps it."""

    changed = Signal(dict)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Player"), parent=parent)
        self._words = words
        self._boxes: dict[Group, QCheckBox] = {}
        self._build_waits()
        self._build_letters()

    def show_settings(self, settings: Settings) -> None:
        """Show settings as they are kept."""
        for group, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(group in settings.waits_after)
        with QSignalBlocker(self._style):
            self._style.set_current(settings.letter_style or _PLAN)
        with QSignalBlocker(self._pace):
            self._pace.setCurrentIndex(max(0, self._pace.findData(settings.letter_seconds or 0)))

    def _build_waits(self) -> None:
        words = self._words
        boxes = QWidget()
        flow = FlowLayout(boxes, spacing=16)
        for group in _TIMED:
            box = QCheckBox(group_word(group, words))
            box.setObjectName(f"wait_{group}")
            box.toggled.connect(self._on_box_toggled)
            flow.addWidget(box)
            self._boxes[group] = box
        name = words.gettext("Wait for a tap after each timed set")
        hint = words.gettext("Otherwise the player goes on by itself. Counted sets always wait.")
        self.add_widget(SettingsRow(self._theme, name, hint, boxes, needs=_NEVER_BESIDE))

    def _build_letters(self) -> None:
        words = self._words
        name = words.gettext("Letters of the alphabet")
        as_planned = words.pgettext("letters", "as planned")
        styles = [(_PLAN, as_planned), *((style, style_word(style, words)) for style in LetterStyle)]
        self._style = SegmentedControl(name, styles)
        self._style.setObjectName("letter_style")
        self._style.current_changed.connect(self._on_style_current_changed)
        self.add_widget(SettingsRow(self._theme, name, "", self._style, needs=480))
        pace = words.gettext("Time for each letter")
        self._pace = QComboBox()
        self._pace.setObjectName("letter_seconds")
        WheelGuard(self._pace)
        self._pace.addItem(as_planned, 0)
        for seconds in LETTER_SECONDS:
            self._pace.addItem(words.pgettext("time", "{seconds} s").format(seconds=f"{seconds:g}"), seconds)
        self._pace.currentIndexChanged.connect(self._on_pace_index_changed)
        self.add_widget(SettingsRow(self._theme, pace, "", self._pace, needs=480))

    @Slot()
    def _on_box_toggled(self) -> None:
        chosen = tuple(group for group, box in self._boxes.items() if box.isChecked())
        self.changed.emit({"waits_after": chosen})

    @Slot(str)
    def _on_style_current_changed(self, key: str) -> None:
        self.changed.emit({"letter_style": None if key == _PLAN else LetterStyle(key)})

    @Slot(int)
    def _on_pace_index_changed(self, index: int) -> None:
        self.changed.emit({"letter_seconds": self._pace.itemData(index) or None})
