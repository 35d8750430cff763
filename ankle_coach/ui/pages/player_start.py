"""Before the session starts: what will be played, how long it takes, and what to have at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.library import Library
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.terms import minutes_words
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.exercise_panel import ExercisePanel
from ankle_coach.ui.pages.player_next import piece_name
from ankle_coach.ui.pages.player_text import PlayerText
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.key_button import KeyButton

_MOST_LISTED = 8


class PlayerStart(QWidget):
    """The first exercise at the left; name, minutes, list, equipment and Start at the right."""

    start_chosen = Signal()
    leave_chosen = Signal()

    def __init__(
        self, theme: Theme, library: Library, words: Words, tone: int = 0, parent: QWidget | None = None
    ) -> None:
        """Make an empty page.

        Args:
            theme: The look.
            library: The catalog.
            words: The reader's language.
            tone: Skin tone of the figure, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._theme, self._library, self._words = theme, library, words
        self._panel = ExercisePanel(theme, library, words, tone)
        self._name = PlayerText(theme, "start_name", share=0.07, kind="title")
        self._minutes = PlayerText(theme, "start_minutes", share=0.042, kind="heading", style="cue")
        self._list = PlayerText(theme, "start_list", share=0.036, kind="body")
        self._equipment = PlayerText(theme, "start_equipment", share=0.034, kind="body", style="muted")
        self._build()

    def show_session(self, name: str, state: SessionState) -> None:
        """Show a session that has not started."""
        words = self._words
        self._panel.show_step(state.step, first=True)
        self._panel.figure.show_first(state.step)
        self._name.setText(name)
        pieces = _pieces(state.steps)
        minutes = minutes_words(state.seconds_left(), state.open_left(), words)
        count = words.ngettext("{n} exercise", "{n} exercises", len(pieces)).format(n=len(pieces))
        self._minutes.setText(f"{minutes} · {count}")
        lines = [f"{n}. {piece_name(step, self._library, words)}" for n, step in enumerate(pieces, 1)]
        if len(lines) > _MOST_LISTED:
            more = len(lines) - _MOST_LISTED + 1
            lines[_MOST_LISTED - 1 :] = [words.ngettext("and {n} more", "and {n} more", more).format(n=more)]
        self._list.setText("\n".join(lines))
        needed = ", ".join(equipment_word(item, words) for item in self._equipment_of(pieces))
        self._equipment.setText(words.gettext("Have at hand: {things}").format(things=needed))
        self._equipment.setVisible(bool(needed))

    def _equipment_of(self, pieces: list[Step]) -> list[Equipment]:
        needed: dict[Equipment, None] = {}
        for step in pieces:
            if step.exercise:
                needed |= dict.fromkeys(self._library.exercise(step.exercise).usual_equipment)
        return list(needed)

    def _build(self) -> None:
        words = self._words
        self.start_button = KeyButton(words.gettext("Start"), words.pgettext("key", "Space"), kind="primary")
        self.start_button.setObjectName("start_button")
        self.leave_button = KeyButton(words.gettext("Not now"), words.pgettext("key", "Esc"))
        self.leave_button.setObjectName("start_leave")
        for button in (self.start_button, self.leave_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.start_button.clicked.connect(self.start_chosen)
        self.leave_button.clicked.connect(self.leave_chosen)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addStretch(1)
        for label in (self._name, self._minutes, self._list, self._equipment):
            right.addWidget(label)
        right.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        right.addLayout(buttons)
        right.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(30)
        row.addWidget(self._panel, 43)
        row.addLayout(right, 57)


def _pieces(steps: tuple[Step, ...]) -> list[Step]:
    found: dict[tuple[str, int, str], Step] = {}
    for step in steps:
        if step.kind is not StepKind.ASK:
            found.setdefault((step.prescription, step.item, step.exercise), step)
    return list(found.values())
