"""The head of Exercises: what is searched for, the filters, and how many exercises fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Equipment, Exercise, Group, PhaseMark, Position
from ankle_coach.domain.exercise_texts import group_word, phase_word, position_word
from ankle_coach.domain.library import ALWAYS_AT_HAND, Library
from ankle_coach.domain.own_exercise import is_own
from ankle_coach.domain.own_exercise_words import mine_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.equipment_filter import EquipmentFilter
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wrap_row import WrapRow

_SEARCH_WIDTH = 340
_HEADER_NEEDS = 600
_Kind = TypeVar("_Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None for a filter that is not set.

    Attributes:
        text: The words searched for, without white space around them.
        group: A group of the catalog.
        equipment: The things at hand.
        position: A body position.
        phase: A phase.
        mine: Whether only own exercises are wanted.
    """

    text: str = ""
    group: Group | None = None
    equipment: frozenset[Equipment] | None = None
    position: Position | None = None
    phase: PhaseMark | None = None
    mine: bool = False

    def find(self, library: Library) -> tuple[Exercise, ...]:
        """Return the exercises that fit."""
        found = library.search(
            self.text,
            group=self.group,
            equipment=self.equipment,
            position=self.position,
            phase=self.phase,
        )
        return tuple(exercise for exercise in found if is_own(exercise.id)) if self.mine else found


EVERYTHING = Wanted()
"""Nothing is searched for and no filter is set."""


class ExerciseFilters(QWidget):
    """The page's name with the count, the search field, and a row of filters."""

    wanted_changed = Signal()

    def __init__(self, library: Library, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make filters of which none is set.

        Args:
            library: What is filtered; tells which equipment there is to ask for.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._build_filters(_things(library))
        self._build()
        self._connect()

    @property
    def search(self) -> SearchField:
        """The search field."""
        return self._search

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(
            self._search.text().strip(),
            _chosen(self._group, Group),
            self._equipment.at_hand,
            _chosen(self._position, Position),
            _chosen(self._phase, PhaseMark),
            self._mine.isChecked(),
        )

    def show_mine(self, *, shown: bool) -> None:
        """Offer the filter of own exercises, where there are some or it is set."""
        set_shown(self._mine, shown or self._mine.isChecked())

    def add_action(self, action: QWidget) -> None:
        """Put a button beside the search."""
        self._actions.addWidget(action)

    def add_control(self, control: QWidget) -> None:
        """Put a control that filters nothing at the end of the row."""
        self._flow.addWidget(control)

    def clear(self) -> None:
        """Look for nothing and set no filter; tells nobody."""
        for combo in (self._group, self._position, self._phase):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        with QSignalBlocker(self._search):
            self._search.clear()
        self._equipment.clear()
        self._mine.setChecked(False)

    def show_count(self, count: int, total: int) -> None:
        """Say how many of all exercises fit, and tell a screen reader if that is news."""
        words, filtered = self._words, self.wanted != EVERYTHING
        if filtered:
            text = words.ngettext("{n} of {total} exercise", "{n} of {total} exercises", total)
        else:
            text = words.ngettext("{n} exercise", "{n} exercises", count)
        text = text.format(n=count, total=total)
        self._clear_button.setVisible(filtered)
        if text != self._count.text():
            self._count.setText(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _build_filters(self, things: tuple[Equipment, ...]) -> None:
        words = self._words
        self._group = _combo("group_filter", words.gettext("Group"), words.gettext("Any group"))
        for group in Group:
            self._group.addItem(group_word(group, words), group)
        self._equipment = EquipmentFilter(self._theme, words, things)
        self._equipment.setObjectName("equipment_filter")
        self._position = _combo("position_filter", words.gettext("Position"), words.gettext("Any position"))
        for position in Position:
            self._position.addItem(position_word(position, words), position)
        self._phase = _combo("phase_filter", words.gettext("Phase"), words.gettext("Any phase"))
        for phase in PhaseMark:
            self._phase.addItem(phase_word(phase, words), phase)
        self._mine = QPushButton(mine_word(words))
        self._mine.setObjectName("mine_filter")
        self._mine.setProperty("kind", "choice")
        self._mine.setCheckable(True)
        self._mine.setToolTip(words.gettext("Only exercises of your own"))
        self._mine.setAccessibleDescription(words.gettext("Only exercises of your own"))
        self._clear_button = QPushButton(words.gettext("Clear"))
        self._clear_button.setObjectName("clear_filters")
        self._clear_button.setProperty("kind", "link")
        self._clear_button.setAccessibleName(words.gettext("Clear search and filters"))

    def _build(self) -> None:
        words = self._words
        titles = QWidget()
        lines = QVBoxLayout(titles)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(TextLabel(words.gettext("Exercises"), "title"))
        self._count = TextLabel("", "muted")
        self._count.setObjectName("result_count")
        lines.addWidget(self._count)
        self._search = SearchField(self._theme, words.gettext("Search exercises"))
        self._search.setObjectName("exercise_search")
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self._search.setToolTip(words.gettext("Search ({keys} or /)").format(keys=keys))
        filters = QWidget()
        self._flow = flow = FlowLayout(filters, spacing=10)
        chosen = (self._group, self._equipment, self._position, self._phase, self._mine, self._clear_button)
        for widget in chosen:
            flow.addWidget(widget)
        head = QWidget()
        self._actions = FlowLayout(head, spacing=10)
        self._actions.addWidget(self._search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(WrapRow(self._theme, titles, head, needs=_HEADER_NEEDS))
        column.addWidget(filters)

    def _connect(self) -> None:
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._search.search_changed.connect(self.wanted_changed)
        for combo in (self._group, self._position, self._phase):
            combo.currentIndexChanged.connect(self.wanted_changed)
        self._equipment.at_hand_changed.connect(self.wanted_changed)
        self._mine.clicked.connect(self.wanted_changed)
        self._clear_button.clicked.connect(self._on_clear_clicked)
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._search.setMinimumWidth(self._theme.px(_SEARCH_WIDTH))

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear()
        self.wanted_changed.emit()


def _things(library: Library) -> tuple[Equipment, ...]:
    """What the library's exercises need and not everybody has, in the order of the kinds."""
    used: set[Equipment] = set()
    for exercise in library.exercises.values():
        used.update(exercise.equipment)
        for level in exercise.levels:
            used.update(level.equipment)
    return tuple(thing for thing in Equipment if thing in used - ALWAYS_AT_HAND)


def _combo(name: str, accessible: str, any_text: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setAccessibleName(accessible)
    combo.addItem(any_text)
    return combo


def _chosen(combo: QComboBox, kind: type[_Kind]) -> _Kind | None:
    """The kind chosen in a combo box; None for any. Qt gives a `StrEnum` back as plain text."""
    data = combo.currentData()
    return None if data is None else kind(data)
