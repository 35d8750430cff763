"""The record of one source: what it is, how it is known, and its address, which only a click opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.evidence import Reference
from ankle_coach.domain.evidence_words import kind_sentence, reference_title
from ankle_coach.domain.reference_address import web_address
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel

OpenAddress = Callable[[QUrl], object]

_WIDE = 480


class EvidenceDialog(QDialog):
    """Shows a reference. Nothing is fetched; "Open in browser" hands the address to the system's browser."""

    def __init__(
        self,
        reference: Reference,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
        *,
        open_address: OpenAddress = QDesktopServices.openUrl,
    ) -> None:
        """Make the dialog; show it with `open`.

        Args:
            reference: The source.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
            open_address: Opens an address outside the app.
        """
        super().__init__(parent)
        self._reference, self._words, self._open_address = reference, words, open_address
        self._page = web_address(reference.address)
        self.setObjectName("evidence_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.gettext("Source"))
        self.setMinimumWidth(theme.px(_WIDE))
        self._build()

    def _build(self) -> None:
        words, reference = self._words, self._reference
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # see showEvent
        column.addWidget(_text(reference_title(reference, words), "heading", "reference_title"))
        if reference.publisher:
            column.addWidget(_text(reference.publisher, "body", "reference_publisher"))
        column.addWidget(_text(kind_sentence(reference.kind, words), "muted", "reference_kind"))
        if reference.used_for:
            used = words.gettext("Used here for: {purpose}")
            used = used.format(purpose=words.pgettext("reference", reference.used_for))
            column.addWidget(_text(used, "muted", "reference_used_for"))
        address = reference.address or words.gettext("This source has no stable address.")
        column.addSpacing(6)
        column.addWidget(_text(address, "body" if reference.address else "small", "reference_address"))
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(self._buttons())
        self._close.setFocus()

    def _buttons(self) -> QWidget:
        words = self._words
        self._close = dialog_button(words.gettext("Close"), "close_button", default=True)
        self._close.clicked.connect(self.accept)
        copy = dialog_button(words.gettext("Copy citation"), "copy_button")
        copy.clicked.connect(self._on_copy_clicked)
        browser = dialog_button(words.gettext("Open in browser"), "browser_button")
        browser.setVisible(bool(self._page))
        browser.setToolTip(self._page)
        browser.clicked.connect(self._on_browser_clicked)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        left = QWidget()
        flow = FlowLayout(left, spacing=10)
        flow.addWidget(browser)
        flow.addWidget(copy)
        row.addWidget(left, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        return buttons

    @property
    def citation(self) -> str:
        """What "Copy citation" puts on the clipboard: title, publisher and address."""
        reference = self._reference
        parts = (
            reference_title(reference, self._words),
            reference.publisher,
            self._page or reference.address,
        )
        return ". ".join(part for part in parts if part)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.citation)

    @Slot()
    def _on_browser_clicked(self) -> None:
        self._open_address(QUrl(self._page))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the text in its final type asks for."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


def _text(text: str, kind: str, name: str) -> TextLabel:
    label = TextLabel(text, kind)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
