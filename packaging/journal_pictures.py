"""The pictures of the Journal's sections, each from its top and, where it is longer, once further down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import Section


def take_sections(page: QWidget, settle: Callable[[], None], take: Callable[[str], None]) -> None:
    """Take every section but the first, which the page's own picture shows.

    Args:
        page: The Journal; every other page is left alone.
        settle: Lets Qt lay out and draw.
        take: Keeps the window's picture under a name.
    """
    if not isinstance(page, JournalPage):
        return
    bar = page.verticalScrollBar()
    for section in Section:
        page.show_section(section)
        settle()
        bar.setValue(0)
        if section is not Section.PAIN:
            take(f"journal_{section.value}")
        if bar.maximum() > page.height() // 2:
            bar.setValue(bar.maximum())
            take(f"journal_{section.value}_end")
    page.show_section(Section.PAIN)
    bar.setValue(0)
