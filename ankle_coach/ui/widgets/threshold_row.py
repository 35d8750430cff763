"""One number of the rules: its name, source and range at the left, the number and its mark at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from ankle_coach.domain.evidence import Reference, ReferenceKind
from ankle_coach.domain.threshold_words import threshold_name, threshold_value, unit_suffix
from ankle_coach.domain.thresholds import SOURCE, Spec
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.field_inset import FieldInset
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard
from ankle_coach.ui.widgets.wrap_row import WrapRow

_NEEDS = 620
_FIELD = 150


class ThresholdRow(QWidget):
    """A number to change within its range.

    Signals:
        value_changed: The number was changed.
        reference_chosen: Id of a source whose chip is pressed.
    """

    value_changed = Signal()
    reference_chosen = Signal(str)

    def __init__(
        self,
        name: str,
        value: int,
        spec: Spec,
        references: Sequence[Reference],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row.

        Args:
            name: The threshold.
            value: The number that holds.
            spec: Its range and row.
            references: Its sources, as `Library.shown_references` gives them.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName(f"threshold_{name}")
        self._theme, self._words = theme, words
        self._name, self._spec, self._title = name, spec, threshold_name(name, words)
        self._source: int = getattr(SOURCE, name)
        self._build(references)
        self.set_value(value)

    @property
    def name(self) -> str:
        """The threshold."""
        return self._name

    @property
    def value(self) -> int:
        """The number as it stands in the field."""
        return self._field.value()

    @property
    def differs(self) -> bool:
        """Whether the number is another than the source's."""
        return self.value != self._source

    def set_value(self, value: int) -> None:
        """Show a number without telling anybody."""
        with QSignalBlocker(self._field):
            self._field.setValue(value)
        self._show_mark()

    def reset(self) -> None:
        """Go back to the source's number."""
        self._field.setValue(self._source)

    def matches(self, text: str) -> bool:
        """Say whether a search finds it, by its name or its rule."""
        return text.casefold() in f"{self._title} {self._spec.row}".casefold()

    def take_focus(self) -> None:
        """Take the keys."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, references: Sequence[Reference]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrapRow(self._theme, self._texts(references), self._controls(), needs=_NEEDS))

    def _texts(self, references: Sequence[Reference]) -> QWidget:
        words = self._words
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(TextLabel(self._title, "strong"))
        own = all(reference.kind is ReferenceKind.APP_RULE for reference in references)
        pattern = (
            words.gettext("App rule: {source} · may be {low} to {high} · rule {row}")
            if own
            else words.gettext("Source: {source} · may be {low} to {high} · rule {row}")
        )
        facts = TextLabel(
            pattern.format(
                source=threshold_value(self._name, self._source, words),
                low=self._spec.low,
                high=self._spec.high,
                row=self._spec.row,
            ),
            "small",
        )
        facts.setObjectName("facts")
        column.addWidget(facts)
        chips = EvidenceChips(references, words)
        chips.setMinimumWidth(1)  # a long title gives way instead of widening the list
        chips.reference_chosen.connect(self.reference_chosen)
        column.addWidget(chips)
        return texts

    def _controls(self) -> QWidget:
        words = self._words
        self._field = QSpinBox()
        self._field.setObjectName("value")
        self._field.setRange(self._spec.low, self._spec.high)
        suffix = unit_suffix(self._name, words)
        self._field.setSuffix(f" {suffix}" if suffix else "")
        self._field.setAccessibleName(self._title)
        self._field.setFixedWidth(self._theme.px(_FIELD))
        FieldInset(self._field, self._theme)
        WheelGuard(self._field)
        self._field.valueChanged.connect(self._on_field_value_changed)
        self._mark = TextLabel("", "small", wraps=False)
        self._mark.setObjectName("mark")
        self._reset = QPushButton(words.gettext("Reset"))
        self._reset.setObjectName("reset")
        self._reset.setProperty("kind", "link")
        self._reset.setAutoDefault(False)
        self._reset.setAccessibleName(words.gettext("Reset: {name}").format(name=self._title))
        self._reset.clicked.connect(self.reset)
        under = QHBoxLayout()
        under.setSpacing(6)
        under.addWidget(self._mark)
        under.addStretch(1)
        under.addWidget(self._reset)
        controls = QWidget()
        controls.setFixedWidth(self._theme.px(_FIELD + 40))
        column = QVBoxLayout(controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._field)
        column.addLayout(under)
        column.addStretch(1)
        return controls

    def _show_mark(self) -> None:
        words, differs = self._words, self.differs
        self._mark.setText(words.gettext("◆ changed") if differs else words.gettext("○ as given"))
        self._field.setAccessibleDescription(self._mark.text())
        set_shown(self._reset, differs)

    @Slot(int)
    def _on_field_value_changed(self, _value: int) -> None:
        self._show_mark()
        self.value_changed.emit()
