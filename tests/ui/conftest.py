"""What tests of the window share: a look, and English as written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.words import PLAIN_WORDS, Words
from ankle_coach.ui.theme import Theme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light look, which widgets paint with; the application itself stays undressed."""
    return Theme(ThemeChoice.LIGHT)


@pytest.fixture
def dressed(qapp: QApplication, theme: Theme) -> Iterator[Theme]:
    """The light look in force in the whole application, for this test only."""
    style, font, palette = qapp.styleSheet(), qapp.font(), qapp.palette()
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def words() -> Words:
    """English as written."""
    return PLAIN_WORDS
