"""The shoes and their distance: a note, never an alarm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.run_words import distance_words, shoe_words, unit_meters, unit_word
from ankle_coach.domain.settings import Units
from ankle_coach.domain.shoes import Shoe
from ankle_coach.domain.words import Words
from ankle_coach.services.run_service import ShoeView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_MOST_DISTANCE = 5000.0


class ShoesCard(Card):
    """Lists pairs, takes new ones and puts old ones out of use.

    Signals:
        shoe_added: A new `Shoe` without an id.
        retire_requested: Id of a pair that is not used any more.
    """

    shoe_added = Signal(object)
    retire_requested = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(theme, words.gettext("Shoes"), parent=parent)
        self.setObjectName("shoes_card")
        self._words, self._units = words, Units.METRIC
        self._rows: QWidget | None = None
        self._build_form()

    def show_shoes(self, shoes: Sequence[ShoeView], units: Units) -> None:
        """Show the pairs in the chosen units."""
        self._units = units
        self._used.setSuffix(f" {unit_word(units, self._words)}")
        if self._rows is not None:
            let_go(self._rows)
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for view in shoes:
            column.addWidget(self._row(view))
        if not shoes:
            told = self._words.gettext("Add a pair to see how far it has come.")
            column.addWidget(TextLabel(told, "muted"))
        self.body.insertWidget(0, self._rows)

    def _row(self, view: ShoeView) -> QWidget:
        words = self._words
        row = QWidget()
        row.setObjectName(f"shoe_{view.shoe.id}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        name = view.shoe.name
        if view.shoe.retired:
            name = words.gettext("{shoes} (no longer used)").format(shoes=name)
        told = TextLabel(f"{name} · {distance_words(view.meters, self._units, words)}", "strong")
        told.setTextFormat(Qt.TextFormat.PlainText)
        first = QHBoxLayout()
        first.addWidget(told, 1)
        if not view.shoe.retired:
            first.addWidget(self._retire_button(view.shoe))
        column.addLayout(first)
        advice = shoe_words(view.advice, view.shoe.signs, self._units, words)
        if advice:
            note = TextLabel(advice, "small")
            note.setObjectName("shoe_advice")
            column.addWidget(note)
        return row

    def _retire_button(self, shoe: Shoe) -> QPushButton:
        words = self._words
        button = QPushButton(words.gettext("Put away"))
        button.setObjectName("shoe_retire")
        button.setProperty("kind", "link")
        button.setAccessibleName(words.gettext("Put away {shoes}").format(shoes=shoe.name))
        button.clicked.connect(lambda: self.retire_requested.emit(shoe.id))
        return button

    def _build_form(self) -> None:
        gettext = self._words.gettext
        self._name = QLineEdit()
        self._name.setObjectName("shoe_name")
        self._name.setAccessibleName(gettext("Name of the shoes"))
        self._name.setPlaceholderText(gettext("Name of the shoes"))
        self._name.returnPressed.connect(self._on_add_clicked)
        self._used = QDoubleSpinBox()
        self._used.setObjectName("shoe_used")
        self._used.setAccessibleName(gettext("Distance that they have already"))
        self._used.setRange(0, _MOST_DISTANCE)
        self._used.setDecimals(0)
        FieldInset(self._used, self._theme)
        WheelGuard(self._used)
        add = QPushButton(gettext("Add"))
        add.setObjectName("shoe_add")
        add.clicked.connect(self._on_add_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._used)
        row.addWidget(add)
        row.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addLayout(row)

    @Slot()
    def _on_add_clicked(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._name.setFocus()
            return
        meters = self._used.value() * unit_meters(self._units)
        self._name.clear()
        self._used.setValue(0)
        self.shoe_added.emit(Shoe(id="", name=name, start_meters=meters))
