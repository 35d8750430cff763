"""The therapist's report: a page of the last four weeks, own words on it, paper, PDF, or text to paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ankle_coach.domain.text_bounds import LONGEST_NOTE
from ankle_coach.printing.report import Report
from ankle_coach.printing.report_page import lay_out_report
from ankle_coach.printing.report_plain import plain_report
from ankle_coach.ui.dialogs.pages_dialog import PagesDialog, printer_names
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.domain.words import Words

_TYPING_MS = 300
"""The page is laid out again when nothing was typed for so long."""


class ReportDialog(PagesDialog):
    """Shows the report of one person."""

    def __init__(
        self,
        report: Report,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
        *,
        printers: Callable[[], Sequence[str]] = printer_names,
    ) -> None:
        """Show a report.

        Args:
            report: What is known of the last four weeks.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            printers: Tells the names of the printers there are.
        """
        title = words.gettext("Report of the last 4 weeks")
        super().__init__(theme, words, title, parent, printers=printers)
        self._report = report
        self.setObjectName("report_dialog")
        self._note = QPlainTextEdit()
        self._note.setObjectName("report_note")
        self._note.setTabChangesFocus(True)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_TYPING_MS)
        copy = self.button(words.gettext("Copy as text"), "copy_button")
        copy.setToolTip(words.gettext("Plain text, for pasting into a record system"))
        copy.clicked.connect(self._on_copy_clicked)
        self.build(self._left(), (copy,))
        self._note.textChanged.connect(self._waiting.start)
        self._waiting.timeout.connect(self._on_waiting_timeout)
        self._refresh()

    @property
    def report(self) -> Report:
        """The report with what was typed."""
        return replace(self._report, note=self._note.toPlainText()[:LONGEST_NOTE].strip())

    def _left(self) -> QWidget:
        words, left = self._words, QWidget()
        left.setFixedWidth(self._theme.px(300))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = TextLabel(words.gettext("Notes"), "strong")
        label.setBuddy(self._note)
        self._note.setAccessibleName(words.gettext("Notes"))
        column.addWidget(label)
        hint = words.gettext("They stand at the end of the page and are kept nowhere else.")
        column.addWidget(TextLabel(hint, "small"))
        column.addWidget(self._note, 1)
        return left

    def _refresh(self) -> None:
        self.show_pages(lambda: lay_out_report(self.report))

    @Slot()
    def _on_waiting_timeout(self) -> None:
        self._refresh()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(plain_report(self.report))
        self.tell(self._words.gettext("The report is on the clipboard as text."))

    def done(self, result: int) -> None:
        """Close; what waits to be laid out is let go."""
        self._waiting.stop()
        super().done(result)
