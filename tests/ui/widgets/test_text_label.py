"""What is typed is shown as it is: no name is markup, neither in a label nor in its tool tip."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.elided_label import ElidedLabel
from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip
from tests.helpers.widgets import label

NAMES = ("Ann <b>O'Neil</b>", "<h1>", "R&B &lt; <i>", "A < B", "5 > 3")


@pytest.mark.parametrize("name", NAMES)
def test_a_label_shows_a_name_as_typed(qtbot: QtBot, name: str) -> None:
    shown = TextLabel(name, wraps=False)
    qtbot.addWidget(shown)
    shown.ensurePolished()

    as_typed = shown.fontMetrics().horizontalAdvance(name)
    assert shown.sizeHint().width() >= as_typed, "markup takes its brackets away"


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_tip_shows_a_name_as_typed(name: str) -> None:
    told = plain_tip(name)

    document = QTextDocument()
    document.setHtml(told)
    assert (document.toPlainText() if told.startswith("<qt>") else told) == name


def test_a_question_names_a_person_as_typed(qtbot: QtBot, theme: Theme, words: Words) -> None:
    dialog = ConfirmDialog(theme, words, "Delete Ann <b>?", "All goes.", "Delete", danger=True)
    qtbot.addWidget(dialog)
    title = label(dialog, "confirm_title")
    title.setWordWrap(False)

    assert title.sizeHint().width() >= title.fontMetrics().horizontalAdvance("Delete Ann <b>?")


def test_a_cut_line_tells_the_whole_name_in_its_tip(qtbot: QtBot) -> None:
    line = ElidedLabel("<b>A long name that does not fit</b>")
    qtbot.addWidget(line)
    line.resize(40, 20)
    line.grab()

    assert line.toolTip() == "<qt>&lt;b>A long name that does not fit&lt;/b></qt>"
