"""The handout of the plan that is being built, laid out anew a moment after every edit."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.words import Words
from ankle_coach.ui.handout_desk import HandoutDesk
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.page_preview import PagePreview
from ankle_coach.ui.widgets.text_label import TextLabel

AFTER_MS = 15
"""How long an edit waits for the next one before pages are laid out: typing does not stumble over it."""


class BuilderPreview(QWidget):
    """Follows a draft while it can be seen; costs nothing while it is hidden."""

    def __init__(
        self,
        draft: PlanDraft,
        handouts: HandoutDesk,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty preview.

        Args:
            draft: The plan.
            handouts: Makes handouts.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("builder_preview")
        self._draft, self._handouts, self._words = draft, handouts, words
        self._pages = PagePreview(theme, words)
        self._pages.setObjectName("handout_preview")
        self._line = TextLabel("", "small", wraps=False)
        self._line.setObjectName("preview_line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._pages, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        draft.draft_changed.connect(self._on_draft_changed)
        self._pages.page_changed.connect(self._on_pages_page_changed)

    @property
    def pages(self) -> PagePreview:
        """The pages."""
        return self._pages

    @Slot()
    def refresh(self) -> None:
        """Lay the handout out as the plan is now."""
        from ankle_coach.printing.handout import SheetKind  # noqa: PLC0415 - with the first preview
        from ankle_coach.printing.sheets import lay_out_sheet  # noqa: PLC0415 - as above

        self._timer.stop()
        plan = self._draft.plan
        handout = self._handouts.handout(plan) if plan.prescriptions else None
        try:
            document = None if handout is None else lay_out_sheet(handout, SheetKind.HANDOUT)
        except AnkleCoachError as error:
            self._pages.show_document(None)
            self._line.setText(str(error))
            return
        self._pages.show_document(document)

    @Slot()
    def _on_draft_changed(self) -> None:
        if self.isVisible():
            self._timer.start()

    @Slot(int, int)
    def _on_pages_page_changed(self, number: int, count: int) -> None:
        page = self._words.gettext("Handout, page {number} of {count}").format(number=number, count=count)
        empty = self._words.gettext("The handout appears here with the first exercise.")
        self._line.setText(page if count else empty)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the plan."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()
