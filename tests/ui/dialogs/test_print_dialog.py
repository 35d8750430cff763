"""The print dialog: every choice shows at once, and the pages go to a printer or into a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.printing.handout import Handout, Layout, SheetKind
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pages import Paper
from ankle_coach.ui.dialogs.print_dialog import PrintDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.page_preview import PagePreview
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.printing import handout, read_pdf, some_plan, squeezed
from tests.helpers.widgets import child

LANGUAGES = (("en", "English"), ("qps", "Pseudo"))


def _dialog(
    qtbot: QtBot, theme: Theme, words: Words, made: Handout | None = None, *names: str
) -> PrintDialog:
    made = made or handout(some_plan(3, seed=1))
    dialog = PrintDialog(made, theme, words, languages=LANGUAGES, printers=lambda: names)
    qtbot.addWidget(dialog)
    return dialog


def _texts(dialog: PrintDialog) -> str:
    assert dialog.document is not None
    return squeezed(" ".join(leaf.text for page in dialog.document.pages for leaf in page.leaves()))


def _told(dialog: PrintDialog) -> str:
    return child(dialog, QLabel, "told").text()


def test_every_choice_reaches_the_pages(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words)
    before = dialog.document
    child(dialog, QComboBox, "layout").setCurrentIndex(list(Layout).index(Layout.CARDS_1))
    child(dialog, SegmentedControl, "paper").set_current("letter")
    child(dialog, SegmentedControl, "ink").set_current("black")
    child(dialog, QSpinBox, "points").setValue(20)
    child(dialog, QSpinBox, "weeks").setValue(3)
    child(dialog, QCheckBox, "by_position").setChecked(True)
    child(dialog, QLineEdit, "name").setText("Kim <b>Doe</b>")
    options = dialog.options
    assert (options.layout, options.paper, options.ink) == (Layout.CARDS_1, Paper.LETTER, Ink.BLACK)
    assert (options.points, options.grid_weeks, options.by_position) == (20, 3, True)
    assert dialog.document is not before
    assert dialog.document is child(dialog, PagePreview, "preview").document
    assert squeezed("Kim <b>Doe</b>") in _texts(dialog)
    assert squeezed("Week 3 of 3") in _texts(dialog)


def test_the_sheet_has_a_language_of_its_own(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words)
    child(dialog, QComboBox, "language").setCurrentIndex(1)
    assert squeezed(translator("qps").gettext("Your ankle program")) in _texts(dialog)
    assert dialog.document is not None
    assert dialog.document.language == "qps"
    assert dialog.windowTitle() == "Print version 4"


def test_only_choices_that_a_sheet_knows_are_offered(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words)
    sheet = child(dialog, QComboBox, "sheet")
    for kind, layout, weeks in (
        (SheetKind.HANDOUT, True, True),
        (SheetKind.DIARY, False, True),
        (SheetKind.WALK_RUN, False, False),
        (SheetKind.ICE, False, False),
    ):
        sheet.setCurrentIndex(list(SheetKind).index(kind))
        assert child(dialog, QComboBox, "layout").isHidden() is not layout
        assert child(dialog, QSpinBox, "weeks").isHidden() is not weeks
        assert dialog.document is not None


def test_a_single_language_is_no_choice(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = PrintDialog(handout(some_plan(1)), theme, words, printers=list)
    qtbot.addWidget(dialog)
    assert child(dialog, QComboBox, "language").isHidden()


def test_the_pages_become_a_pdf(qtbot: QtBot, theme: Theme, words: Words, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, theme, words)
    child(dialog, QPushButton, "pdf_button").click()
    chooser = child(dialog, QFileDialog, "file_dialog")
    assert chooser.defaultSuffix() == "pdf"
    chooser.fileSelected.emit(str(tmp_path / "out.pdf"))
    chooser.close()
    assert read_pdf((tmp_path / "out.pdf").read_bytes()).facts["/Title"] == "Your ankle program: Alex Runner"
    assert _told(dialog) == "Saved: out.pdf"
    dialog.save_pdf(tmp_path / "no" / "out.pdf")
    assert "out.pdf cannot be written: No such file or directory" in _told(dialog)


def test_no_printer_is_a_sentence_and_the_pdf_stays(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words)
    child(dialog, QPushButton, "printer_button").click()
    assert _told(dialog) == "No printer was found on this computer. Save it as PDF instead."
    assert child(dialog, QPushButton, "pdf_button").isEnabled()
    assert dialog.findChild(QDialog, "system_print_dialog") is None


def test_a_range_of_pages_goes_to_the_printer(
    qtbot: QtBot, theme: Theme, words: Words, tmp_path: Path
) -> None:
    made = handout(some_plan(3, seed=1), layout=Layout.CARDS_1, paper=Paper.LETTER)
    dialog = _dialog(qtbot, theme, words, made, "Upstairs")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageMargins(QMarginsF())
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    dialog.print_on(printer)
    sheet = read_pdf((tmp_path / "out.pdf").read_bytes())
    assert len(sheet.texts) == 2
    assert squeezed("Page 2 of") in squeezed(sheet.texts[0])
    assert _told(dialog) == "Sent to the printer."


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_told(qtbot: QtBot, theme: Theme, words: Words, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, theme, words)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "out.pdf"))
    dialog.print_on(printer)
    assert "did not take it" in _told(dialog)


def test_a_plan_that_cannot_be_laid_out_is_told(qtbot: QtBot, theme: Theme, words: Words) -> None:
    from msgspec.structs import replace

    plan = some_plan(1)
    broken = replace(plan, prescriptions=(replace(plan.prescriptions[0], exercise="own-gone"),))
    dialog = _dialog(qtbot, theme, words, handout(broken))
    assert dialog.document is None
    assert "own-gone" in _told(dialog)
    assert not child(dialog, QPushButton, "pdf_button").isEnabled()


@pytest.mark.parametrize("key", ["Print version 4", "What to print", "Name on the sheet"])
def test_the_dialog_is_named(qtbot: QtBot, theme: Theme, words: Words, key: str) -> None:
    dialog = _dialog(qtbot, theme, words)
    assert key in [label.text() for label in dialog.findChildren(QLabel)]
