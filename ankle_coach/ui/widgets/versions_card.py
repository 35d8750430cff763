"""The versions of a plan, the newest first: why each was made, what it changed, and its handout again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_diff import difference, reason_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel

_SHOWN = 12


class VersionsCard(Card):
    """Shows the last versions; `print_requested` tells the plan whose handout is wanted."""

    print_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        library: Library,
        versions: Sequence[Plan],
        *,
        printable: bool,
        kind: str = "muted",
    ) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            library: The exercises and programs.
            versions: All versions, oldest first.
            printable: Whether each version's handout can be printed.
            kind: Style of what a version changed.
        """
        hint = words.gettext("The newest first. Old handouts can be printed again.")
        super().__init__(
            theme,
            words.gettext("Versions of the plan"),
            hint if printable else words.gettext("The newest first."),
        )
        self.setObjectName("versions_card")
        self._words = words
        pairs = list(zip((None, *versions), versions, strict=False))[::-1]
        for before, after in pairs[:_SHOWN]:
            self._add_head(after, printable=printable)
            for line in difference(before, after, library.exercises, library.programs, words):
                self.add_widget(_plain(line, kind))
        left_out = len(pairs) - _SHOWN
        if left_out > 0:
            more = words.ngettext("And {n} older version.", "And {n} older versions.", left_out)
            self.add_widget(TextLabel(more.format(n=left_out), "small"))

    def _add_head(self, plan: Plan, *, printable: bool) -> None:
        words = self._words
        head = words.gettext("Version {number} · from {day} · {reason}").format(
            number=plan.version,
            day=short_date(plan.starts_on, words),
            reason=reason_words(plan.reason, words),
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(_plain(head, "strong"), 1)
        if printable:
            again = QPushButton(words.gettext("Print…"))
            again.setObjectName(f"print_version_{plan.version}")
            again.setProperty("kind", "link")
            again.setAccessibleName(words.gettext("Print version {number}…").format(number=plan.version))
            again.clicked.connect(lambda: self.print_requested.emit(plan))
            row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)


def _plain(text: str, kind: str) -> TextLabel:
    label = TextLabel(text, kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
