"""Ice that is on: the time left in large digits, what to look for, and the answers that it waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ankle_coach.domain.care import IceStage
from ankle_coach.domain.words import Words
from ankle_coach.ui.care_watch import CareWatch
from ankle_coach.ui.care_words import digits, ice_sentence
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel


class IcePanel(QWidget):
    """Follows the watch. `stopped` carries the sign that ended it, empty for none.

    Other buttons come with another stage, of which `stage_changed` tells.
    """

    stopped = Signal(str)
    stage_changed = Signal()

    def __init__(self, watch: CareWatch, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Show the ice that is on.

        Args:
            watch: What is on.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("ice_panel")
        self._watch, self._theme, self._words = watch, theme, words
        self._stage: IceStage | None = None
        self._build()
        watch.ticked.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        words = self._words.gettext
        self._digits = TextLabel("", "number", wraps=False)
        self._digits.setObjectName("ice_digits")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words("Time of ice that is over"))
        self._sentence = TextLabel("", "strong")
        self._sentence.setObjectName("ice_sentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=10)
        flow.setContentsMargins(0, 0, 0, 0)
        self._fine = dialog_button(words("Skin is fine"), "skin_fine", "primary")
        self._marks = dialog_button(words("White, mottled or blistered"), "skin_marks", "danger")
        self._numb = dialog_button(words("Numb or tingling"), "skin_numb", "danger")
        self._off = dialog_button(words("The ice is off"), "ice_off")
        self._on_time = dialog_button(words("It came off on time"), "ice_on_time")
        for button in (self._fine, self._marks, self._numb, self._off, self._on_time):
            flow.addWidget(button)
        self._sound = TextLabel(words("No sound here: watch the bar at the foot of the window."), "small")
        self._sound.setObjectName("ice_no_sound")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._digits, self._bar, self._sentence, self._buttons, self._sound):
            column.addWidget(widget)
        service = self._watch.ice_service
        self._fine.clicked.connect(lambda: self._watch.do(service.skin_is_fine))
        self._marks.clicked.connect(lambda: self._stop("skin"))
        self._numb.clicked.connect(lambda: self._stop("numb"))
        self._off.clicked.connect(lambda: self._stop(""))
        self._on_time.clicked.connect(lambda: self._stop("", on_time=True))

    @Slot()
    def refresh(self) -> None:
        """Show the moment; nothing where no ice is on."""
        now = self._watch.ice
        if now is None:
            return
        self._digits.setText(digits(now.left))
        self._bar.setRange(0, int(now.ice.seconds))
        self._bar.setValue(int(min(now.passed, now.ice.seconds)))
        self._sentence.setText(ice_sentence(now, self._words))
        self._sound.setVisible(not self._watch.can_sound)
        if now.stage is self._stage:
            return
        self._stage = now.stage
        checking = now.stage is IceStage.CHECK_SKIN
        self._fine.setVisible(checking)
        self._on_time.setVisible(now.stage is IceStage.OVERDUE)
        late = now.stage in (IceStage.TAKE_OFF, IceStage.OVERDUE)
        self._sentence.setProperty("tone", "danger" if now.stage.alarms else "")
        self._off.setProperty("kind", "primary" if late else "")
        for widget in (self._sentence, self._off):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if self.isVisible():
            self.take_focus()
        self.stage_changed.emit()

    def take_focus(self) -> None:
        """Put the focus on the answer that the moment waits for."""
        target = self._fine if self._stage is IceStage.CHECK_SKIN else self._off
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self, sign: str, *, on_time: bool = False) -> None:
        self._watch.do(lambda: self._watch.ice_service.stop(sign, came_off_on_time=on_time))
        if self._watch.ice is None:
            self.stopped.emit(sign)
