"""The middle of the plan builder: the plan, over it what several exercises share, or what to start from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.plan_starts import PlanStarts
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.plan_outline import PlanOutline
from ankle_coach.ui.widgets.several_editor import SeveralEditor
from ankle_coach.ui.widgets.start_panel import StartPanel

_LEAST_PLAN = 90
"""Pixels of the plan that are seen under what several exercises share, however little room there is."""


class PlanSide(QWidget):
    """Shows one of the parts as the draft asks for it, and hands the keys to it."""

    def __init__(
        self,
        draft: PlanDraft,
        service: PlanBuilderService,
        library: Library,
        starts: PlanStarts,
        theme: Theme,
        words: Words,
        stills: FigureStills,
    ) -> None:
        """Show a draft.

        Args:
            draft: The plan.
            service: Knows what there is to start from.
            library: The exercises.
            starts: Starts the draft.
            theme: The look.
            words: The reader's language.
            stills: The pictures, shared with the gallery.
        """
        super().__init__()
        self._draft = draft
        self.outline = PlanOutline(draft, library, theme, words, stills)
        self.several = SeveralEditor(draft, theme, words)
        self.start_panel = StartPanel(starts, draft, service, theme, words)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_panel)
        self._stack.addWidget(self.outline)
        self._stack.setMinimumHeight(_LEAST_PLAN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.several)
        column.addWidget(self._stack, 1)
        self.outline.chosen_changed.connect(self._show_several)
        self.outline.several_wanted.connect(self.several.take_keys)
        self.several.cleared.connect(self._on_several_cleared)

    def refresh(self) -> None:
        """Show the plan, or what to start from while it is empty."""
        plan = self._draft.plan
        is_empty = not plan.sessions and not plan.prescriptions
        if is_empty and self._stack.currentWidget() is not self.start_panel:
            self.start_panel.refresh()
        self._stack.setCurrentWidget(self.start_panel if is_empty else self.outline)
        self._show_several()

    def take_keys(self) -> None:
        """Have the keys: at what several exercises share, at a card, or at the first thing to start from."""
        if not self.several.isHidden():
            self.several.take_keys()
        elif self._stack.currentWidget() is self.outline:
            self.outline.take_keys()
        else:
            self.start_panel.take_keys()

    @Slot()
    def _show_several(self) -> None:
        chosen = self.outline.chosen
        several = len(chosen) > 1
        if several:
            self.several.show_several(chosen)
        self.several.setVisible(several)

    @Slot()
    def _on_several_cleared(self) -> None:
        first = self.outline.chosen[:1]
        self.outline.choose(())
        self.outline.take_keys(*first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Escape from what several exercises share to the first of them."""
        if event.key() == Qt.Key.Key_Escape and self.several.isVisible():
            self._on_several_cleared()
        else:
            super().keyPressEvent(event)
