"""Prints a plan's sheets: choices at the left, the pages as they will be at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.i18n import SOURCE_LANGUAGE, translator
from ankle_coach.printing.handout import Handout, Options
from ankle_coach.printing.sheets import lay_out_sheet
from ankle_coach.ui.dialogs.pages_dialog import PagesDialog, printer_names
from ankle_coach.ui.dialogs.print_options import PrintOptions
from ankle_coach.ui.theme import Theme

if TYPE_CHECKING:
    from ankle_coach.domain.words import Words


class PrintDialog(PagesDialog):
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
        title = words.gettext("Print version {number}").format(number=handout.plan.version)
        super().__init__(theme, words, title, parent, printers=printers)
        self._handout = handout
        self.setObjectName("print_dialog")
        self._choices = PrintOptions(theme, words, handout.options, handout.name, languages, handout.language)
        self.build(self._choices)
        self._choices.options_changed.connect(self._on_choices_options_changed)
        self._refresh()

    @property
    def options(self) -> Options:
        """The options as they are chosen."""
        return self._choices.options

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
        self.show_pages(lambda: lay_out_sheet(sheet, chosen.kind))

    @Slot()
    def _on_choices_options_changed(self) -> None:
        self._refresh()
