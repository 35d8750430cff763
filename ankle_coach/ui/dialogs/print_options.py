"""The choices of a printed sheet: which one, its layout, paper, size of text, ink, weeks and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.text_bounds import LONGEST_NAME
from ankle_coach.domain.words import Words
from ankle_coach.printing.handout import (
    LARGEST_POINTS,
    MOST_WEEKS,
    SMALLEST_POINTS,
    Layout,
    Options,
    SheetKind,
)
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pages import Paper
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_WIDE: Final = 300


def layout_words(layout: Layout, words: Words) -> str:
    """Return what a layout is called."""
    return {
        Layout.CARDS_1: words.pgettext("layout", "1 exercise a page"),
        Layout.CARDS_2: words.pgettext("layout", "2 exercises a page"),
        Layout.CARDS_4: words.pgettext("layout", "4 exercises a page"),
        Layout.CARDS_6: words.pgettext("layout", "6 exercises a page"),
        Layout.COMPACT: words.pgettext("layout", "Compact, on one sheet if it fits"),
        Layout.LARGE: words.pgettext("layout", "Large print"),
        Layout.LOG: words.pgettext("layout", "Exercise log only"),
    }[layout]


def sheet_words(kind: SheetKind, words: Words) -> str:
    """Return what a sheet is called."""
    return {
        SheetKind.HANDOUT: words.pgettext("sheet", "Handout"),
        SheetKind.DIARY: words.pgettext("sheet", "Pain diary"),
        SheetKind.WALK_RUN: words.pgettext("sheet", "Walk-run table"),
        SheetKind.ICE: words.pgettext("sheet", "Ice card"),
    }[kind]


class PrintOptions(QScrollArea):
    """A column of choices. It tells `options_changed` whenever one of them is another."""

    options_changed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: Words,
        options: Options,
        name: str,
        languages: Sequence[tuple[str, str]],
        language: str,
    ) -> None:
        """Show choices.

        Args:
            theme: The look.
            words: The reader's language.
            options: What is chosen at first.
            name: Whose sheet it is.
            languages: Code and name of the languages there are; with one there is nothing to choose.
            language: Code of the one that is chosen at first.
        """
        super().__init__()
        self._theme, self._words, self._first = theme, words, options
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("page_body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(2, 2, 14, 2)
        self._column.setSpacing(4)
        self._build(options, name)
        self._build_language(languages, language)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setFixedWidth(theme.px(_WIDE) + 34)
        self._connect()
        self._refresh()

    @property
    def kind(self) -> SheetKind:
        """Which sheet is chosen."""
        return SheetKind(self._sheet.currentData())

    @property
    def name(self) -> str:
        """Whose name stands on it."""
        return self._name.text().strip()

    @property
    def language(self) -> str:
        """Code of its language."""
        return str(self._language.currentData())

    @property
    def options(self) -> Options:
        """How it looks."""
        return replace(
            self._first,
            layout=Layout(self._layout.currentData()),
            paper=Paper(self._paper.current),
            points=self._points.value(),
            grid_weeks=self._weeks.value(),
            ink=Ink(self._ink.current),
            by_position=self._by_position.isChecked(),
        )

    def _build(self, options: Options, name: str) -> None:
        words, gettext = self._words, self._words.gettext
        self._sheet = self._combo("sheet", [(kind.value, sheet_words(kind, words)) for kind in SheetKind])
        self._layout = self._combo("layout", [(kind.value, layout_words(kind, words)) for kind in Layout])
        self._layout.setCurrentIndex(list(Layout).index(options.layout))
        self._paper = self._strip("paper", gettext("Paper"), [("a4", "A4"), ("letter", "Letter")])
        self._paper.set_current(options.paper.value)
        self._points = self._spin("points", SMALLEST_POINTS, LARGEST_POINTS, options.points, " pt")
        inks = [
            (Ink.COLOR.value, gettext("Color")),
            (Ink.GRAY.value, gettext("Gray")),
            (Ink.BLACK.value, gettext("Black")),
        ]
        self._ink = self._strip("ink", gettext("Ink"), inks)
        self._ink.set_current(options.ink.value)
        self._weeks = self._spin("weeks", 0, MOST_WEEKS, options.grid_weeks, "")
        self._by_position = QCheckBox(gettext("Group by position"))
        self._by_position.setToolTip(gettext("Sitting, standing and lying exercises stand together"))
        self._by_position.setObjectName("by_position")
        self._by_position.setChecked(options.by_position)
        self._name = QLineEdit(name)
        self._name.setObjectName("name")
        self._name.setMaxLength(LONGEST_NAME)
        self._add(gettext("What to print"), self._sheet)
        self._layout_label = self._add(gettext("Layout"), self._layout)
        self._add(gettext("Size of the text"), self._points)
        self._add(gettext("Paper"), self._paper)
        self._add(gettext("Ink"), self._ink)
        self._weeks_label = self._add(gettext("Weeks to tick off"), self._weeks)
        self._add(gettext("Name on the sheet"), self._name)
        self._column.addSpacing(8)
        self._column.addWidget(self._by_position)

    def _build_language(self, languages: Sequence[tuple[str, str]], language: str) -> None:
        self._language = self._combo("language", languages)
        codes = [code for code, _ in languages]
        self._language.setCurrentIndex(codes.index(language) if language in codes else 0)
        label = self._add(self._words.gettext("Language of the sheet"), self._language)
        for widget in (label, self._language):
            widget.setVisible(len(languages) > 1)

    def _add(self, name: str, field: QWidget) -> TextLabel:
        label = TextLabel(name, "strong")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        self._column.addSpacing(8)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return label

    def _combo(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, text in choices:
            combo.addItem(text, key)
        WheelGuard(combo)
        return combo

    def _strip(self, name: str, title: str, choices: Sequence[tuple[str, str]]) -> SegmentedControl:
        strip = SegmentedControl(title, choices)
        strip.setObjectName(name)
        return strip

    def _spin(self, name: str, least: int, most: int, value: int, unit: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(name)
        spin.setRange(least, most)
        spin.setValue(value)
        spin.setSuffix(unit)
        FieldInset(spin, self._theme)
        WheelGuard(spin)
        return spin

    def _connect(self) -> None:
        for combo in (self._sheet, self._layout, self._language):
            combo.currentIndexChanged.connect(self._on_choice_made)
        for strip in (self._paper, self._ink):
            strip.current_changed.connect(self._on_choice_made)
        for spin in (self._points, self._weeks):
            spin.valueChanged.connect(self._on_choice_made)
        self._by_position.toggled.connect(self._on_choice_made)
        self._name.textChanged.connect(self._on_choice_made)

    def _refresh(self) -> None:
        """Offer only what the sheet knows."""
        handout = self.kind is SheetKind.HANDOUT
        cards = handout and self._layout.currentData() != Layout.LOG.value
        weeks = self.kind in (SheetKind.HANDOUT, SheetKind.DIARY)
        self._layout.setVisible(handout)
        self._layout_label.setVisible(handout)
        self._weeks.setVisible(weeks)
        self._weeks_label.setVisible(weeks)
        self._by_position.setVisible(cards)

    @Slot()
    def _on_choice_made(self) -> None:
        self._refresh()
        self.options_changed.emit()
