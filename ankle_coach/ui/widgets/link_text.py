"""Names in a running line, each of which can be chosen: by a click, or by Tab and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from ankle_coach.ui.widgets.text_label import TextLabel


class LinkText(TextLabel):
    """Shows names as links; whatever was typed in a name is shown as it is.

    Signals:
        link_chosen: The place of the chosen name, from 0.
    """

    link_chosen = Signal(int)

    def __init__(
        self,
        names: Sequence[str],
        told: str,
        kind: str = "body",
        after: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a line.

        Args:
            names: The names, in order.
            told: What choosing one of them does, for a screen reader and a tool tip.
            kind: Style of the text.
            after: Plain text behind the names; none where empty.
            parent: Qt owner.
        """
        super().__init__("", kind, parent=parent)
        self.names = tuple(names)
        links = [f'<a href="{number}">{escape(name)}</a>' for number, name in enumerate(names)]
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(" · ".join(links) + escape(after))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(names) + after)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.linkActivated.connect(self._on_link_activated)

    @Slot(str)
    def _on_link_activated(self, place: str) -> None:
        self.link_chosen.emit(int(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the first name by Tab, and to the last one by Shift+Tab."""
        super().focusInEvent(event)
        reason = event.reason()
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(reason is Qt.FocusReason.TabFocusReason)
