"""The warnings of a plan as a list: the place, the sentence, and what it stands on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan_warning import PlanWarning
from ankle_coach.domain.plan_warning_words import warning_sentence
from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.evidence_chips import EvidenceChips
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.scroll_page import ScrollBody
from ankle_coach.ui.widgets.text_label import TextLabel

_WIDTH = 520


class WarningsPanel(QFrame):
    """A panel under the button that counts them. A press on a place leads there."""

    place_chosen = Signal(str, str)
    """Prescription and group."""
    reference_chosen = Signal(str)

    def __init__(
        self, draft: PlanDraft, library: Library, theme: Theme, words: Words, parent: QWidget
    ) -> None:
        """Make a panel of the warnings as they are now.

        Args:
            draft: The plan.
            library: Names and sources.
            theme: The look.
            words: The reader's language.
            parent: The button that opens it.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("warnings_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.gettext("Warnings"))
        self._draft, self._library, self._theme, self._words = draft, library, theme, words
        inner = ScrollBody()
        inner.setObjectName("warnings_inside")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(12)
        for warning in sorted(draft.warnings, key=lambda found: bool(found.prescription)):
            rows.addWidget(self._row(warning))
        rows.addStretch(1)
        scroller = QScrollArea()
        scroller.setWidget(inner)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 10, 14)
        column.setSpacing(10)
        column.addWidget(TextLabel(words.gettext("Warnings, not walls: you decide."), "small"))
        column.addWidget(scroller, 1)
        self._inner, self._rows = inner, rows

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, as far as the screen has room."""
        screen = button.screen().availableGeometry()
        wide = min(self._theme.px(_WIDTH), screen.width() - 20)
        needed = max(self._rows.totalHeightForWidth(wide - 60), self._inner.sizeHint().height())
        high = min(needed + self._theme.px(70), screen.height() * 7 // 10)
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        left = max(screen.left() + 8, min(corner.x(), screen.right() - wide - 8))
        self.setGeometry(left, min(corner.y(), screen.bottom() - high), wide, high)
        self.show()
        for widget in self.findChildren(QAbstractButton):
            widget.updateGeometry()  # only now it has its style, and knows how wide it is
        first = self.findChild(QPushButton)
        if isinstance(first, QPushButton):
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _row(self, warning: PlanWarning) -> QWidget:
        row = QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        place = self._place_word(warning)
        if place:
            button = QPushButton(place.replace("&", "&&"))
            button.setObjectName("warning_place")
            button.setProperty("kind", "link")
            button.clicked.connect(lambda: self._lead(warning))
            texts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        sentence = TextLabel(warning_sentence(warning, self._words))
        sentence.setObjectName("warning_sentence")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        texts.addWidget(sentence)
        chips = EvidenceChips(self._library.shown_references(warning.references), self._words)
        chips.reference_chosen.connect(self.reference_chosen)
        texts.addWidget(chips)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(IconView(self._theme, "warning", "caution", 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        return row

    def _place_word(self, warning: PlanWarning) -> str:
        own = self._draft.find(warning.prescription) if warning.prescription else None
        exercise = None if own is None else self._draft.exercise(own)
        if exercise is not None:
            return exercise_name(exercise, self._words)
        return "" if own is None else own.exercise

    def _lead(self, warning: PlanWarning) -> None:
        self.close()
        self.place_chosen.emit(warning.prescription, warning.session)
