"""Prints a plan's sheets: choices at the left, the pages as they will be at the right.

The only module that loads Qt's print support, and only when a printer is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.i18n import SOURCE_LANGUAGE, translator
from ankle_coach.printing.handout import Handout, Options
from ankle_coach.printing.pages import Document
from ankle_coach.printing.press import page_layout, print_pages, write_pdf
from ankle_coach.printing.sheets import lay_out_sheet
from ankle_coach.ui.dialogs.print_options import PrintOptions
from ankle_coach.ui.theme import Theme
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


class PrintDialog(QDialog):
    """Shows a handout as it will be printed, and prints it or saves it as PDF."""

    def __init__(
        self,
        handout: Handout,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
        *,
        languages: Sequence[tuple[str, str]] = ((SOURCE_LANGUAGE, "English"),),
        printers: Callable[[], Sequence[str]] = printer_names,
    ) -> None:
        """Show a handout.

        Args:
            handout: What is printed; its options are chosen at first.
            theme: The look.
            words: The reader's language; the sheet has its own.
            parent: The window that it belongs to.
            languages: Code and name of the languages that a sheet can have.
            printers: Tells the names of the printers there are.
        """
        super().__init__(parent)
        self._theme, self._words, self._handout = theme, words, handout
        self._printers = printers
        self._document: Document | None = None
        self.setObjectName("print_dialog")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.gettext("Print"))
        self._choices = PrintOptions(theme, words, handout.options, handout.name, languages, handout.language)
        self._build()
        self._choices.options_changed.connect(self._on_choices_options_changed)
        self._refresh()
        self._fit()

    @property
    def options(self) -> Options:
        """The options as they are chosen."""
        return self._choices.options

    @property
    def document(self) -> Document | None:
        """The pages that would be printed; None where they cannot be laid out."""
        return self._document

    def _build(self) -> None:
        words = self._words
        self._preview = PagePreview(self._theme, words)
        self._preview.setObjectName("preview")
        self._pages = TextLabel("", "muted")
        self._pages.setObjectName("page_line")
        self._preview.page_changed.connect(self._on_preview_page_changed)
        self._told = TextLabel("", "body")
        self._told.setObjectName("told")
        self._told.setWordWrap(True)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._choices)
        middle.addWidget(self._preview, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 18)
        outer.setSpacing(12)
        outer.addWidget(TextLabel(words.gettext("Print"), "heading"))
        outer.addLayout(middle, 1)
        outer.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        words = self._words
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._pages)
        row.addWidget(self._told, 1)
        close = self._button(words.gettext("Close"), "close_button")
        close.clicked.connect(self.reject)
        printing = self._button(words.gettext("Print…"), "printer_button")
        printing.clicked.connect(self._on_printer_button_clicked)
        save = self._button(words.gettext("Save as PDF…"), "pdf_button", "primary")
        save.clicked.connect(self._on_pdf_button_clicked)
        for button in (close, printing, save):
            row.addWidget(button)
        self._writing = (printing, save)
        return row

    def _button(self, text: str, name: str, kind: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        button.setAutoDefault(kind == "primary")
        button.setDefault(kind == "primary")
        return button

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        width, height = (self._theme.px(length) for length in _SIZE)
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))

    def _refresh(self) -> None:
        """Lay the sheet out as chosen and show it."""
        chosen = self._choices
        sheet = replace(
            self._handout,
            options=chosen.options,
            name=chosen.name,
            words=translator(chosen.language),
            language=chosen.language,
        )
        try:
            self._document = lay_out_sheet(sheet, chosen.kind)
            self._told.setText("")
        except AnkleCoachError as error:
            self._document = None
            self._told.setText(str(error))
        for button in self._writing:
            button.setEnabled(self._document is not None)
        self._preview.show_document(self._document)

    def save_pdf(self, path: Path) -> None:
        """Write the pages as PDF, and say where they are or why they cannot be written."""
        if self._document is None:
            return
        try:
            write_pdf(self._document, path)
        except OSError as error:
            message = self._words.gettext("{file} cannot be written: {reason}")
            self._told.setText(message.format(file=path.name, reason=error.strerror or str(error)))
            return
        self._told.setText(self._words.gettext("Saved: {file}").format(file=path.name))

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
            self._told.setText(self._words.gettext("Sent to the printer."))
        else:
            self._told.setText(self._words.gettext("The printer did not take it. Save it as PDF instead."))

    def _default_path(self) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = self._document.title if self._document is not None else ""
        kept = "".join(c if c.isalnum() or c in " -" else " " for c in title)
        return str(Path(folder) / (" ".join(kept.split()) + ".pdf"))

    @Slot()
    def _on_choices_options_changed(self) -> None:
        self._refresh()

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
            self._told.setText(
                self._words.gettext("No printer was found on this computer. Save it as PDF instead.")
            )
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
