"""The record of a source: what it says, and that only a click opens anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.theme import Theme
from tests.helpers.widgets import child

LIBRARY = open_library()


class FakeBrowser:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, address: QUrl) -> bool:
        self.opened.append(address.toString())
        return True


def _dialog(
    qtbot: QtBot, theme: Theme, words: Words, reference: str, browser: FakeBrowser | None = None
) -> EvidenceDialog:
    record = LIBRARY.reference(reference)
    dialog = EvidenceDialog(record, theme, words, open_address=browser or FakeBrowser())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test's end deletes it
    qtbot.addWidget(dialog)
    return dialog


def _label(dialog: EvidenceDialog, name: str) -> str:
    return child(dialog, QLabel, name).text()


def test_a_record_tells_title_publisher_kind_and_address(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words, "S17")
    assert _label(dialog, "reference_title").startswith("Janssen 2014")
    assert _label(dialog, "reference_publisher") == "British Journal of Sports Medicine 2014"
    assert "public source" in _label(dialog, "reference_kind")
    assert _label(dialog, "reference_address") == "bjsm.bmj.com/content/48/16/1235.abstract"
    flags = child(dialog, QLabel, "reference_address").textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


def test_only_a_click_opens_the_page(qtbot: QtBot, theme: Theme, words: Words) -> None:
    browser = FakeBrowser()
    dialog = _dialog(qtbot, theme, words, "S17", browser)
    dialog.show()
    assert browser.opened == []
    child(dialog, QPushButton, "browser_button").click()
    assert browser.opened == ["https://bjsm.bmj.com/content/48/16/1235.abstract"]


def test_a_source_without_a_page_has_no_button_for_it(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words, "M18")
    assert child(dialog, QPushButton, "browser_button").isHidden()
    assert _label(dialog, "reference_address") == "This source has no stable address."
    assert "from memory" in _label(dialog, "reference_kind")


def test_our_own_rules_are_called_that(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words, "DD")
    assert _label(dialog, "reference_title") == "App rule"
    assert "Our own rule" in _label(dialog, "reference_kind")


def test_the_citation_can_be_copied_and_the_dialog_closed(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, theme, words, "S47")
    dialog.open()
    child(dialog, QPushButton, "copy_button").click()
    assert QGuiApplication.clipboard().text() == (
        "Range of motion of the ankle (table 5). World Journal of Orthopedics 2017. "
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5241541"
    )
    child(dialog, QPushButton, "close_button").click()
    assert dialog.isHidden()


def test_the_dialog_is_as_high_as_its_text(qtbot: QtBot, dressed: Theme, words: Words) -> None:
    dialog = _dialog(qtbot, dressed, words, "S01")
    dialog.show()
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())
