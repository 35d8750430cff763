"""Every number of the rules: what its source gives, what it may be, and what it is in this plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.library import Library
from ankle_coach.domain.threshold_words import GROUPS, group_words
from ankle_coach.domain.thresholds import SPECS, Thresholds
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.threshold_row import ThresholdRow
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wrap_row import WrapRow

_WIDE, _HIGH = 860, 720
_NEEDS = 480


class ThresholdDialog(QDialog):
    """Changes numbers. Who keeps them is told by `save_requested`, and closes the dialog.

    Signals:
        save_requested: The numbers that were changed, by name, and the person's own words.
    """

    save_requested = Signal(object, str)

    def __init__(
        self,
        current: Thresholds,
        problem: Callable[[Mapping[str, int]], str],
        library: Library,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            current: The numbers that hold.
            problem: Says why changed numbers cannot be kept; empty where they can.
            library: Knows the sources.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._current, self._problem_of, self._library = current, problem, library
        self._theme, self._words = theme, words
        self._sections: list[tuple[TextLabel, list[ThresholdRow]]] = []
        self.setObjectName("threshold_dialog")
        self.setWindowTitle(words.gettext("Numbers of the rules"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._refresh()
        take_size(self, theme, _WIDE, _HIGH)

    @property
    def rows(self) -> tuple[ThresholdRow, ...]:
        """The rows in their order."""
        return tuple(row for _, rows in self._sections for row in rows)

    @property
    def changed(self) -> dict[str, int]:
        """The numbers that are other than those that hold."""
        return {row.name: row.value for row in self.rows if row.value != getattr(self._current, row.name)}

    def _build(self) -> None:
        words = self._words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(TextLabel(words.gettext("Numbers of the rules"), "heading"))
        column.addWidget(self._filters())
        column.addWidget(self._scroll_area(), 1)
        self._problem = Banner(self._theme, words, "danger", "")
        self._problem.setObjectName("threshold_problem")
        set_shown(self._problem, False)
        column.addWidget(self._problem)
        self._note = QLineEdit()
        self._note.setObjectName("threshold_note")
        self._note.setMaxLength(500)
        self._note.setPlaceholderText(words.gettext("Reason, in your own words"))
        self._note.setAccessibleName(words.gettext("Reason, in your own words"))
        column.addWidget(self._note)
        column.addLayout(self._buttons())

    def _filters(self) -> QWidget:
        words = self._words
        self._search = SearchField(self._theme, words.gettext("Search by name or rule"))
        self._search.setObjectName("threshold_search")
        self._search.search_changed.connect(self._on_search_search_changed)
        self._only = QCheckBox(words.gettext("Only what is changed"))
        self._only.setObjectName("only_changed")
        self._only.toggled.connect(self._on_only_toggled)
        return WrapRow(self._theme, self._search, self._only, needs=_NEEDS)

    def _scroll_area(self) -> QScrollArea:
        body = ScrollBody()
        body.setObjectName("page_body")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, 0, 14, 8)
        self._body.setSpacing(14)
        told = self._words.gettext(
            "Each comes from a source, or is a rule of this app. What you change holds from today on. "
            "Decisions about earlier days stay as they are."
        )
        self._told = TextLabel(told, "muted")
        self._body.addWidget(self._told)
        for group, names in GROUPS.items():
            heading = TextLabel(group_words(group, self._words), "heading")
            self._body.addWidget(heading)
            rows = [self._row(name) for name in names]
            for row in rows:
                self._body.addWidget(row)
            self._sections.append((heading, rows))
        self._nothing = TextLabel(self._words.gettext("No number is like that."), "muted")
        self._nothing.setObjectName("nothing_found")
        self._body.addWidget(self._nothing)
        self._body.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    def _row(self, name: str) -> ThresholdRow:
        spec = SPECS[name]
        references = self._library.shown_references(spec.references)
        value = getattr(self._current, name)
        row = ThresholdRow(name, value, spec, references, self._theme, self._words)
        row.value_changed.connect(self._refresh)
        row.reference_chosen.connect(self._on_row_reference_chosen)
        return row

    def _buttons(self) -> QHBoxLayout:
        words = self._words
        self._reset = dialog_button(words.gettext("Reset all"), "reset_all")
        self._reset.clicked.connect(self._on_reset_clicked)
        self._count = TextLabel("", "small")
        self._count.setObjectName("changed_count")
        cancel = dialog_button(words.gettext("Cancel"), "threshold_cancel")
        cancel.clicked.connect(self.reject)
        self._save = dialog_button(words.gettext("Save"), "threshold_save", "primary")
        self._save.clicked.connect(self._on_save_clicked)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._reset)
        row.addWidget(self._count, 1)
        row.addWidget(cancel)
        row.addWidget(self._save)
        return row

    @Slot()
    def _refresh(self) -> None:
        """Say how many numbers differ and whether the changes can be kept."""
        changed = self.changed
        differing = sum(row.differs for row in self.rows)
        count = self._words.ngettext("◆ {n} changed", "◆ {n} changed", differing)
        self._count.setText(count.format(n=differing) if differing else self._words.gettext("○ as given"))
        self._reset.setEnabled(bool(differing))
        problem = self._problem_of(changed) if changed else ""
        self._problem.set_text(problem)
        set_shown(self._problem, bool(problem))
        set_shown(self._note, bool(changed))
        self._save.setEnabled(bool(changed) and not problem)

    def _filter(self) -> None:
        text, only = self._search.text().strip(), self._only.isChecked()
        found = 0
        for heading, rows in self._sections:
            shown = [row for row in rows if row.matches(text) and (row.differs or not only)]
            for row in rows:
                set_shown(row, row in shown)
            set_shown(heading, bool(shown))
            found += len(shown)
        set_shown(self._nothing, not found)
        set_shown(self._told, not text and not only)

    def open(self) -> None:
        """Show the dialog with the keys on the search."""
        self._filter()
        super().open()
        self._search.setFocus()

    @Slot(str)
    def _on_search_search_changed(self, _text: str) -> None:
        self._filter()

    @Slot(bool)
    def _on_only_toggled(self, _only: bool) -> None:
        self._filter()

    @Slot()
    def _on_reset_clicked(self) -> None:
        for row in self.rows:
            row.reset()

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self.changed, self._note.text().strip())

    @Slot(str)
    def _on_row_reference_chosen(self, reference: str) -> None:
        EvidenceDialog(self._library.reference(reference), self._theme, self._words, self).open()
