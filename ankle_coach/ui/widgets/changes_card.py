"""What changed, and why: one line a change, with its rule; the full reasoning is a click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import outcome_words
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.decision_texts import ChangeLine, change_lines, mark_icon
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go

MOST_LINES = 4
"""Lines that Today shows; the Journal has all of them."""


class ChangesCard(Card):
    """Shows decisions.

    Signals:
        reasoning_requested: The full reasoning of a `Decision` is wanted.
        log_requested: All decisions are wanted.
    """

    reasoning_requested = Signal(object)
    log_requested = Signal()

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make an empty card.

        Args:
            theme: The look.
            words: The reader's language.
            library: Names exercises and sources.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("What changed, and why"), parent=parent)
        self.setObjectName("changes_card")
        self._words, self._library = words, library
        self._rows: QWidget | None = None

    def show_decisions(self, decisions: Sequence[Decision], ahead: str = "") -> None:
        """Show decisions, the most important first; without any the card says that nothing changed.

        Args:
            decisions: What was decided.
            ahead: What the next loaded session will change; empty for nothing.
        """
        if self._rows is not None:
            let_go(self._rows)
        lines = change_lines(decisions, self._library, self._words)
        self._rows = QWidget()
        self._rows.setObjectName("changes")
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if ahead:
            self._add_ahead(grid, ahead)
        for line in lines[:MOST_LINES]:
            self._add_line(grid, line)
        if not lines and ahead:
            grid.addWidget(self._all_button(0), grid.rowCount(), 1)
        elif not lines:
            sentence = self._words.gettext("Nothing changed. Decisions appear here after your sessions.")
            grid.addWidget(TextLabel(sentence, "muted"), 0, 0, 1, 2)
        else:
            grid.addWidget(self._all_button(len(lines)), grid.rowCount(), 1)
        self.add_widget(self._rows)

    def _add_ahead(self, grid: QGridLayout, ahead: str) -> None:
        """Put what is about to change before what has changed."""
        grid.addWidget(IconView(self._theme, "info", "accent", 16), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(self._words.gettext("With the next loaded session"), "body"), 0, 1)
        why = TextLabel(keep_units(ahead), "small")
        why.setObjectName("change_ahead")
        grid.addWidget(why, 1, 1)
        grid.setRowMinimumHeight(2, 6)

    def _add_line(self, grid: QGridLayout, line: ChangeLine) -> None:
        row = grid.rowCount()
        mark = IconView(self._theme, mark_icon(line.decision.outcome), "accent", 16)
        mark.setToolTip(outcome_words(line.decision.outcome, self._words))
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        title = TextLabel(keep_units(line.title), "body")
        title.setObjectName("change_title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(title, row, 1)
        small = TextLabel(keep_units(f"{line.reason} {line.rule}"), "small")
        small.setObjectName("change_reason")
        small.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(small, row + 1, 1)
        more = QPushButton(self._words.gettext("Full reasoning"))
        more.setObjectName("full_reasoning")
        more.setProperty("kind", "link")
        more.setAccessibleName(self._words.gettext("Full reasoning: {title}").format(title=line.title))
        more.clicked.connect(lambda _=False, shown=line.decision: self.reasoning_requested.emit(shown))
        grid.addWidget(more, row + 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setRowMinimumHeight(row + 3, 6)

    def _all_button(self, count: int) -> QPushButton:
        button = QPushButton(self._words.gettext("All decisions"))
        button.setObjectName("all_decisions")
        button.setProperty("kind", "link")
        if count > MOST_LINES:
            more = count - MOST_LINES
            message = self._words.ngettext("{n} more, all decisions", "{n} more, all decisions", more)
            button.setText(message.format(n=more))
        button.clicked.connect(self.log_requested)
        return button
