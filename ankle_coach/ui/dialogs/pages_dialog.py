"""What dialogs of printed pages share: the pages as they will be, a printer, and a PDF.

The only module that loads Qt's print support, and only when a printer is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.printing.pages import Document
from ankle_coach.printing.press import page_layout, print_pages, write_pdf
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.documents import documents_folder
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.page_preview import PagePreview
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ankle_coach.domain.words import Words

_SIZE: Final = (1080, 760)


def printer_names() -> list[str]:
    """Return the names of the printers that the system knows."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - only when somebody prints

    return list(QPrinterInfo.availablePrinterNames())


class PagesDialog(QDialog):
    """Shows pages beside what decides them, and prints them or saves them as PDF.

    A subclass calls `build` with what stands at the left, and `show_pages` whenever that has changed.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        parent: QWidget | None = None,
        *,
        printers: Callable[[], Sequence[str]] = printer_names,
    ) -> None:
        """Make a dialog without pages.

        Args:
            theme: The look.
            words: The reader's language.
            title: What is printed.
            parent: The window that it belongs to.
            printers: Tells the names of the printers there are.
        """
        super().__init__(parent)
        self._theme, self._words, self._printers = theme, words, printers
        self._document: Document | None = None
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)

    @property
    def document(self) -> Document | None:
        """The pages that would be printed; None where they cannot be laid out."""
        return self._document

    def build(self, left: QWidget, extra: Sequence[QPushButton] = ()) -> None:
        """Put everything in its place.

        Args:
            left: What decides the pages.
            extra: Buttons of the foot beside the usual ones.
        """
        self._preview = PagePreview(self._theme, self._words)
        self._preview.setObjectName("preview")
        self._pages = TextLabel("", "muted")
        self._pages.setObjectName("page_line")
        self._preview.page_changed.connect(self._on_preview_page_changed)
        self._told = TextLabel("", "body")
        self._told.setObjectName("told")
        self._told.setWordWrap(True)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(left)
        middle.addWidget(self._preview, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 18)
        outer.setSpacing(12)
        outer.addWidget(TextLabel(self.windowTitle(), "heading"))
        outer.addLayout(middle, 1)
        outer.addLayout(self._foot(extra))
        take_size(self, self._theme, *_SIZE)

    def show_pages(self, lay_out: Callable[[], Document]) -> None:
        """Lay the pages out and show them, or say why they cannot be."""
        try:
            self._document = lay_out()
            self.tell("")
        except AnkleCoachError as error:
            self._document = None
            self.tell(str(error))
        for button in self._writing:
            button.setEnabled(self._document is not None)
        self._preview.show_document(self._document)

    def tell(self, sentence: str) -> None:
        """Say something at the foot."""
        self._told.setText(sentence)

    def button(self, text: str, name: str, kind: str = "") -> QPushButton:
        """Return a new button of the foot."""
        return dialog_button(text, name, kind, default=kind == "primary")

    def _foot(self, extra: Sequence[QPushButton]) -> QHBoxLayout:
        words = self._words
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._pages)
        row.addWidget(self._told, 1)
        close = self.button(words.gettext("Close"), "close_button")
        close.clicked.connect(self.reject)
        printing = self.button(words.gettext("Print…"), "printer_button")
        printing.clicked.connect(self._on_printer_button_clicked)
        save = self.button(words.gettext("Save as PDF…"), "pdf_button", "primary")
        save.clicked.connect(self._on_pdf_button_clicked)
        for button in (*extra, close, printing, save):
            row.addWidget(button)
        self._writing = (printing, save)
        return row

    def save_pdf(self, path: Path) -> None:
        """Write the pages as PDF, and say where they are or why they cannot be written."""
        if self._document is None:
            return
        try:
            write_pdf(self._document, path)
        except OSError as error:
            message = self._words.gettext("{file} cannot be written: {reason}")
            self.tell(message.format(file=path.name, reason=error.strerror or str(error)))
            return
        self.tell(self._words.gettext("Saved: {file}").format(file=path.name))

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that were chosen in the system's dialog on a printer."""
        if self._document is None:
            return
        from PySide6.QtPrintSupport import QPrinter as Printer  # noqa: PLC0415 - only when somebody prints

        pages = self._document.pages
        if printer.printRange() is Printer.PrintRange.PageRange:
            pages = pages[max(0, printer.fromPage() - 1) : printer.toPage()]
        chosen = self._document._replace(pages=pages)
        if pages and print_pages(chosen, printer, printer.resolution()):
            self.tell(self._words.gettext("Sent to the printer."))
        else:
            self.tell(self._words.gettext("The printer did not take it. Save it as PDF instead."))

    def _default_path(self) -> str:
        title = self._document.title if self._document is not None else ""
        kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
        return str(documents_folder() / (" ".join(kept.split()) + ".pdf"))

    @Slot(int, int)
    def _on_preview_page_changed(self, number: int, count: int) -> None:
        text = self._words.gettext("Page {number} of {count}").format(number=number, count=count)
        self._pages.setText(text if count else "")

    @Slot()
    def _on_pdf_button_clicked(self) -> None:
        dialog = QFileDialog(self, self._words.gettext("Save as PDF"), self._default_path())
        dialog.setObjectName("file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._words.gettext("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_dialog_file_selected)
        dialog.open()

    @Slot(str)
    def _on_file_dialog_file_selected(self, name: str) -> None:
        self.save_pdf(Path(name))

    @Slot()
    def _on_printer_button_clicked(self) -> None:
        if self._document is None:
            return
        if not self._printers():
            self.tell(self._words.gettext("No printer was found on this computer. Save it as PDF instead."))
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when somebody prints

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(self._document.paper))
        printer.setFullPage(True)
        printer.setDocName(self._document.title)
        asking = QPrintDialog(printer, self)
        asking.setObjectName("system_print_dialog")
        asking.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asking.setMinMax(1, len(self._document.pages))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(asking)  # Qt's own open() takes a slot by its name, which has changed over time
