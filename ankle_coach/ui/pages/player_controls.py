"""The player's buttons: each shows its key, none takes the focus, and what does not apply is away."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ankle_coach.domain.session import CommandKind, can_extend, can_touch_down
from ankle_coach.domain.session_extra import can_add_set
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import StepKind
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton

_GAP = 10
_ROOMY, _TIGHT = 28, 18
"""What a button is higher than its text, in pixels: in one line of buttons, and in two."""


class Control(StrEnum):
    """What a button or a key asks for."""

    BACK = "back"
    PAUSE = "pause"
    NEXT = "next"
    RESTART = "restart"
    EXTEND = "extend"
    SKIP_SIDE = "skip_side"
    SKIP_EXERCISE = "skip_exercise"
    TOO_PAINFUL = "too_painful"
    FINISH = "finish"
    MORE = "more"
    TOUCH = "touch"
    STYLE = "style"
    SLOWER = "slower"
    FASTER = "faster"


class _Look(NamedTuple):
    """How a button looks: words, key cap, kind and group."""

    label: str
    key: str
    kind: str
    group: int


KEYS: dict[int, Control] = {
    Qt.Key.Key_Left: Control.BACK,
    Qt.Key.Key_PageUp: Control.BACK,
    Qt.Key.Key_Space: Control.PAUSE,
    Qt.Key.Key_F5: Control.PAUSE,
    Qt.Key.Key_Period: Control.PAUSE,
    Qt.Key.Key_Right: Control.NEXT,
    Qt.Key.Key_PageDown: Control.NEXT,
    Qt.Key.Key_R: Control.RESTART,
    Qt.Key.Key_Plus: Control.EXTEND,
    Qt.Key.Key_Equal: Control.EXTEND,
    Qt.Key.Key_S: Control.SKIP_SIDE,
    Qt.Key.Key_X: Control.SKIP_EXERCISE,
    Qt.Key.Key_P: Control.TOO_PAINFUL,
    Qt.Key.Key_Escape: Control.FINISH,
    Qt.Key.Key_E: Control.MORE,
    Qt.Key.Key_T: Control.TOUCH,
    Qt.Key.Key_C: Control.STYLE,
    Qt.Key.Key_Minus: Control.FASTER,
}
"""Keyboard and presentation clickers (Page Up, Page Down, F5, period)."""
COMMANDS = {
    Control.BACK: CommandKind.BACK,
    Control.NEXT: CommandKind.NEXT,
    Control.RESTART: CommandKind.RESTART_SET,
    Control.EXTEND: CommandKind.EXTEND_REST,
    Control.SKIP_SIDE: CommandKind.SKIP_SIDE,
    Control.SKIP_EXERCISE: CommandKind.SKIP_EXERCISE,
    Control.TOUCH: CommandKind.TOUCH_DOWN,
}
"""Controls that are nothing but a command."""
LETTERS = frozenset({Control.STYLE, Control.SLOWER, Control.FASTER})
"""What changes the letters that are still to be written."""
ON_STAGE = LETTERS | {Control.TOUCH}
"""What stands beside the digits, not among the buttons at the foot."""
_FOREIGN = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_foreign(event: QKeyEvent) -> bool:
    """Say whether a key is not the player's: held down, or with keys of the window or the system."""
    return event.isAutoRepeat() or bool(event.modifiers() & _FOREIGN)


def control_of(key: int, state: SessionState) -> Control | None:
    """Return what a key asks for in a state; plus gives more time to whatever is in play."""
    control = KEYS.get(key)
    if control is Control.EXTEND and state.step.kind is StepKind.TRACE:
        return Control.SLOWER
    return control


def make_compact(button: KeyButton) -> None:
    """Make a button no higher and wider than the player has room for."""
    row = button.layout()
    assert row is not None
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(8)
    button.setFixedHeight(button.fontMetrics().height() + _TIGHT)


class PlayerControls(QWidget):
    """The buttons in three groups: along, around, and out; in a narrow window in two lines."""

    control_used = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make the buttons.

        Args:
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._buttons: dict[Control, KeyButton] = {}
        self._shown: tuple[object, ...] = ()
        self._on_stage: frozenset[Control] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        theme.theme_changed.connect(self._arrange)

    def button(self, control: Control) -> KeyButton:
        """Return a button."""
        return self._buttons[control]

    def applies(self, control: Control) -> bool:
        """Say whether a control does something now: whether its button is there."""
        if control in ON_STAGE:
            return control in self._on_stage
        return not self._buttons[control].isHidden()

    def show_state(self, state: SessionState) -> None:
        """Offer what makes sense in a state; nothing is laid out again where that is the same."""
        self._on_stage = _on_stage(state)
        shown = (*_offered(state), state.status, state.step.seconds is None)
        if shown == self._shown:
            return
        self._shown = shown
        offered = _offered(state)
        for control, button in self._buttons.items():
            button.setVisible(control in offered)
        words = self._words
        paused = state.status is Status.PAUSED
        open_step = state.step.seconds is None and not paused
        self._relabel(Control.PAUSE, words.gettext("Go on") if paused else words.gettext("Pause"))
        self._relabel(Control.NEXT, words.gettext("Done") if open_step else words.gettext("Next"))
        self._buttons[Control.PAUSE].set_kind("plain" if open_step else "primary")
        self._buttons[Control.NEXT].set_kind("primary" if open_step else "plain")
        self._arrange()

    def _relabel(self, control: Control, label: str) -> None:
        if self._buttons[control].label != label:
            self._buttons[control].set_label(label)

    def _looks(self) -> dict[Control, _Look]:
        words = self._words
        return {
            Control.BACK: _Look(words.gettext("Back"), "←", "plain", 0),
            Control.PAUSE: _Look(words.gettext("Pause"), words.pgettext("key", "Space"), "primary", 0),
            Control.NEXT: _Look(words.gettext("Next"), "→", "plain", 0),
            Control.RESTART: _Look(words.gettext("Restart set"), "R", "plain", 1),
            Control.EXTEND: _Look(words.gettext("15 s more"), "+", "plain", 1),
            Control.MORE: _Look(words.gettext("One more set"), "E", "plain", 1),
            Control.SKIP_SIDE: _Look(words.gettext("Skip side"), "S", "plain", 1),
            Control.SKIP_EXERCISE: _Look(words.gettext("Skip exercise"), "X", "plain", 1),
            Control.TOO_PAINFUL: _Look(words.gettext("Too painful"), "P", "danger", 2),
            Control.FINISH: _Look(words.gettext("Finish"), words.pgettext("key", "Esc"), "plain", 2),
        }

    def _build(self) -> None:
        self._groups = [QWidget(self) for _ in range(3)]
        for group in self._groups:
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_GAP)
        for control, look in self._looks().items():
            self._buttons[control] = self._button(control, look)
            self._row_of(look.group).addWidget(self._buttons[control])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for line in (self._first, self._second):
            line.setSpacing(_GAP)
            rows.addLayout(line)
        self._first.addWidget(self._groups[0])
        self._first.addStretch(1)
        self._first.addWidget(self._groups[2])
        self._second.addStretch(1)

    def _button(self, control: Control, look: _Look) -> KeyButton:
        button = KeyButton(look.label, look.key, kind=look.kind)
        button.setObjectName(f"control_{control}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        make_compact(button)
        button.clicked.connect(lambda _checked=False: self.control_used.emit(control))
        return button

    def _row_of(self, group: int) -> QLayout:
        row = self._groups[group].layout()
        assert row is not None
        return row

    @Slot()
    def _arrange(self) -> None:
        """Put the middle group beside the first where there is room, else under it."""
        self._offer_keys(offered=True)
        if self._least_width() > self.width():
            self._offer_keys(offered=False)
        wanted = sum(self._row_of(number).sizeHint().width() for number in range(3)) + 4 * _GAP
        fits = wanted <= self.width()
        (self._first if fits else self._second).insertWidget(int(fits), self._groups[1])
        for button in self._buttons.values():
            button.setFixedHeight(button.fontMetrics().height() + (_ROOMY if fits else _TIGHT))
        self.updateGeometry()

    def _offer_keys(self, *, offered: bool) -> None:
        """Show the caps of all keys, or of none where whole words would be cut for them."""
        for button in self._buttons.values():
            button.offer_key(offered=offered)

    def _least_width(self) -> int:
        """Return the width of the wider of two lines of buttons."""
        widths = [self._row_of(number).sizeHint().width() for number in range(3)]
        return max(widths[0] + widths[2] + 2 * _GAP, widths[1])

    def minimumSizeHint(self) -> QSize:
        """Return the room for two lines of buttons: the window may be as narrow as that."""
        return QSize(self._least_width(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Find the groups' places again where a style or a font has changed the buttons' widths."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the groups' places."""
        super().resizeEvent(event)
        self._arrange()


def _offered(state: SessionState) -> tuple[Control, ...]:
    extends = can_extend(state)
    sided = state.step.side is not Side.BOTH
    rest = (Control.EXTEND,) if extends else (Control.RESTART,)
    side = (Control.SKIP_SIDE,) if sided else ()
    more = (Control.MORE,) if can_add_set(state) else ()
    return (
        Control.BACK,
        Control.PAUSE,
        Control.NEXT,
        *rest,
        *more,
        *side,
        Control.SKIP_EXERCISE,
        Control.TOO_PAINFUL,
        Control.FINISH,
    )


def _on_stage(state: SessionState) -> frozenset[Control]:
    if can_touch_down(state):
        return frozenset({Control.TOUCH})
    if state.step.kind is StepKind.TRACE:
        return LETTERS
    return frozenset()
