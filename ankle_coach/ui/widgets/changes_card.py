"""What changed, and why: one line a reason, with its exercises and its rule; the rest is a click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import outcome_words
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.ui.decision_texts import ChangeLine, change_groups, mark_icon
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.link_text import LinkText
from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip
from ankle_coach.ui.widgets.visibility import let_go

MOST_LINES = 4
"""Reasons that Today shows; the Journal has all decisions."""
_MOST_DOSES = 3
"""Exercises of one reason whose new dose stands beside them; of more, it is with the full reasoning."""


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
        groups = change_groups(decisions, self._library, self._words)
        self._rows = QWidget()
        self._rows.setObjectName("changes")
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if ahead:
            self._add_ahead(grid, ahead)
        for group in groups[:MOST_LINES]:
            self._add_group(grid, group)
        if not groups and ahead:
            self._add_all(grid, 0)
        elif not groups:
            sentence = self._words.gettext("Nothing changed. Decisions appear here after your sessions.")
            grid.addWidget(TextLabel(sentence, "muted"), 0, 0, 1, 2)
        else:
            self._add_all(grid, sum(len(group) for group in groups[MOST_LINES:]))
        self.add_widget(self._rows)

    def _add_ahead(self, grid: QGridLayout, ahead: str) -> None:
        """Put what is about to change before what has changed."""
        grid.addWidget(IconView(self._theme, "info", "accent", 16), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(self._words.gettext("With the next loaded session"), "body"), 0, 1)
        why = TextLabel(keep_units(ahead), "small")
        why.setObjectName("change_ahead")
        grid.addWidget(why, 1, 1)
        grid.setRowMinimumHeight(2, 6)

    def _add_group(self, grid: QGridLayout, group: Sequence[ChangeLine]) -> None:
        """Add what one rule decided for one reason: an exercise, or several by their names."""
        row, first = grid.rowCount(), group[0]
        mark = IconView(self._theme, mark_icon(first.decision.outcome), "accent", 16)
        mark.setToolTip(outcome_words(first.decision.outcome, self._words))
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        lines: list[QWidget] = []
        if len(group) == 1:
            lines.append(_plain(first.title, "body", "change_title"))
            lines.append(_plain(f"{first.reason} {first.rule}", "small", "change_reason"))
            lines.append(self._link(first, self._words.gettext("Full reasoning")))
        else:
            lines.append(_plain(self._counted(group), "body", "change_title"))
            lines += self._named(group)
            lines.append(_plain(f"{first.why} {first.rule}", "small", "change_reason"))
        for number, widget in enumerate(lines):
            left = isinstance(widget, QPushButton)
            way = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0)
            grid.addWidget(widget, row + number, 1, way)
        grid.setRowMinimumHeight(row + len(lines), 6)

    def _counted(self, group: Sequence[ChangeLine]) -> str:
        count = len({line.decision.prescription for line in group})
        message = self._words.ngettext("{outcome}: {n} exercise", "{outcome}: {n} exercises", count)
        return message.format(outcome=group[0].outcome, n=count)

    def _named(self, group: Sequence[ChangeLine]) -> list[QWidget]:
        """Return the names of exercises, each of which leads to its reasoning, with their doses if few."""
        if len(group) <= _MOST_DOSES and any(line.now for line in group):
            return [self._names([line], "small", f". {line.now}" if line.now else "") for line in group]
        return [self._names(group, "body")]

    def _names(self, lines: Sequence[ChangeLine], kind: str, after: str = "") -> LinkText:
        told = self._words.gettext("Full reasoning")
        names = LinkText([keep_units(line.subject) for line in lines], told, kind, keep_units(after))
        names.setObjectName("change_names")
        names.link_chosen.connect(lambda place: self.reasoning_requested.emit(lines[place].decision))
        return names

    def _link(self, line: ChangeLine, text: str) -> QPushButton:
        """Return a button that asks for the full reasoning of a line."""
        button = QPushButton(text.replace("&", "&&"))
        button.setObjectName("full_reasoning")
        button.setProperty("kind", "link")
        told = self._words.gettext("Full reasoning: {title}").format(title=line.title)
        button.setAccessibleName(told)
        button.setToolTip(plain_tip(told))
        button.clicked.connect(lambda _=False, shown=line.decision: self.reasoning_requested.emit(shown))
        return button

    def _add_all(self, grid: QGridLayout, more: int) -> None:
        button = QPushButton(self._words.gettext("All decisions"))
        button.setObjectName("all_decisions")
        button.setProperty("kind", "link")
        if more:
            message = self._words.ngettext("{n} more, all decisions", "{n} more, all decisions", more)
            button.setText(message.format(n=more))
        button.clicked.connect(self.log_requested)
        grid.addWidget(button, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)


def _plain(text: str, kind: str, name: str) -> TextLabel:
    label = TextLabel(keep_units(text), kind)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
