"""The report dialog: own words reach the page and the text, and the text goes to the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.report_dialog import ReportDialog
from ankle_coach.ui.theme import Theme
from tests.helpers.printing import squeezed
from tests.helpers.report import report, sample_coach
from tests.helpers.widgets import child, click


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> ReportDialog:
    """The report of the sample's runner."""
    made = ReportDialog(report(sample_coach()), theme, words, printers=lambda: ())
    qtbot.addWidget(made)
    return made


def _page(dialog: ReportDialog) -> str:
    assert dialog.document is not None
    return squeezed(" ".join(leaf.text for page in dialog.document.pages for leaf in page.leaves()))


def test_what_is_typed_stands_on_the_page_once_the_typing_rests(qtbot: QtBot, dialog: ReportDialog) -> None:
    note = child(dialog, QPlainTextEdit, "report_note")
    note.setPlainText('Walks to work again <b>"fine"</b>')

    typed = squeezed('Walks to work again <b>"fine"</b>')
    qtbot.waitUntil(lambda: typed in _page(dialog), timeout=5000)

    assert len(dialog.document.pages if dialog.document else ()) == 1


def test_the_text_for_a_record_system_says_the_same_as_the_page(dialog: ReportDialog) -> None:
    child(dialog, QPlainTextEdit, "report_note").setPlainText("Review in May")
    click(child(dialog, QPushButton, "copy_button"))

    text = QGuiApplication.clipboard().text()
    assert "clipboard" in child(dialog, QLabel, "told").text()
    assert text.startswith("Ankle Coach, report of the last 4 weeks\n")
    for said in ("LEVELS AND DOSES NOW", "- Review in May", "Education, not a diagnosis."):
        assert said in text
    page = _page(dialog)
    for line in text.splitlines():
        if line.startswith("- Where:"):
            assert squeezed(line.removeprefix("- ")) in page


def test_without_a_printer_the_way_to_a_pdf_is_said(dialog: ReportDialog) -> None:
    click(child(dialog, QPushButton, "printer_button"))

    assert "No printer was found" in child(dialog, QLabel, "told").text()
