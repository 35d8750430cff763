"""Does a self-test against the clock: a metronome for calf raises, a stopwatch for standing on one leg."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.trial import Trial, TrialKind, TrialStage, begin_trial, look, stop, tap
from ankle_coach.domain.words import Words
from ankle_coach.services.ports import Clock
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

_TICK_MS = 50
_COUNTDOWN = 3
_DIGITS = 72
_FROM_AFAR = 150
"""Pixels of the count, whatever the size of texts: it is read from across the room."""


class TrialPanel(QWidget):
    """One trial of one side at a time. Space starts, counts or stops; Enter stops where Space counts.

    `measured` carries the side and its result, whole raises or seconds.
    """

    measured = Signal(object, float)

    def __init__(
        self,
        clock: Clock,
        cues: CuePlayer | None,
        theme: Theme,
        words: Words,
        *,
        stands: bool,
        first: Side,
        parent: QWidget | None = None,
    ) -> None:
        """Make a trial that has not begun.

        Args:
            clock: The time.
            cues: Sounds the beat; None for silence.
            theme: The look.
            words: The reader's language.
            stands: Whether it is the stand; else it is the raises.
            first: The side to begin with.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("trial_panel")
        self._clock, self._cues, self._theme, self._words = clock, cues, theme, words
        self._stands = stands
        self._trial: Trial | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._build(first)
        self._refresh()

    @property
    def is_running(self) -> bool:
        """Whether a trial runs."""
        return self._timer.isActive()

    @property
    def side(self) -> Side:
        """The side that is chosen."""
        return Side(self._side.current)

    def choose_side(self, side: Side) -> None:
        """Choose a side for the next trial."""
        self._side.set_current(side.value)

    def take_focus(self) -> None:
        """Put the focus on the button that Space presses."""
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Let a running trial go without a result."""
        self._timer.stop()
        self._trial = None
        self._refresh()

    def _build(self, first: Side) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._build_choices(first))
        for row in (self._build_number(), self._build_buttons()):
            row.setSpacing(12)
            column.addLayout(row)

    def _build_choices(self, first: Side) -> QWidget:
        words = self._words.gettext
        sides = [(side.value, side_word(side, self._words)) for side in (Side.LEFT, Side.RIGHT)]
        self._side = SegmentedControl(words("Side"), sides)
        self._side.setObjectName("trial_side")
        self._side.set_current(first.value)
        modes = [
            (TrialKind.BEAT.value, words("With the beat")),
            (TrialKind.TAP.value, words("With Space")),
        ]
        self._mode = SegmentedControl(words("Counting"), modes)
        self._mode.setObjectName("trial_mode")
        self._mode.setVisible(not self._stands)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=10)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._side)
        flow.addWidget(self._mode)
        return choices

    def _build_number(self) -> QHBoxLayout:
        self._number = TextLabel("0", "trial", wraps=False)
        self._number.setObjectName("trial_number")
        font = self._theme.font("digits")
        font.setPixelSize(max(_FROM_AFAR, self._theme.px(_DIGITS)))
        self._number.setFont(font)
        self._word = TextLabel("", "heading")
        self._word.setObjectName("trial_word")
        row = QHBoxLayout()
        row.addWidget(self._number)
        row.addWidget(self._word, 1)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        self._main = QPushButton()
        self._main.setObjectName("trial_main")
        self._main.setProperty("kind", "primary")
        self._main.setAutoDefault(False)
        self._main.pressed.connect(self._on_main_pressed)
        self._stop = QPushButton(self._words.gettext("Stop (Enter)"))
        self._stop.setObjectName("trial_stop")
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self._on_stop_wanted)
        row = QHBoxLayout()
        row.addWidget(self._main)
        row.addWidget(self._stop)
        row.addStretch(1)
        return row

    @Slot()
    def tick(self) -> None:
        """Look at the clock; sound what the moment calls for."""
        before = self._trial
        if before is None:
            return
        self._settle(look(before, self._clock.reading()))

    def _settle(self, now: Trial) -> None:
        """Take a trial over: its tones, its end, its look."""
        before, self._trial = self._trial, now
        if now.stage in (TrialStage.OVER, TrialStage.SLEPT):
            self._timer.stop()
            if before is not None and before.stage is not now.stage and now.stage is TrialStage.OVER:
                self._sound(Tone.SET_DONE)
                self.measured.emit(self.side, float(now.count))
        elif before is not None:
            self._sound_moment(before, now)
        self._refresh()

    def _sound_moment(self, before: Trial, now: Trial) -> None:
        if now.stage is TrialStage.READY:
            left, was = -int(now.passed // 1), -int(before.passed // 1)
            if left != was and left <= _COUNTDOWN:
                self._sound(Tone.TICK)
        elif before.stage is TrialStage.READY:
            self._sound(Tone.GO)
        elif now.beat != before.beat and now.kind is not TrialKind.STAND:
            self._sound(Tone.PHASE if now.is_up else Tone.TICK)

    def _sound(self, tone: Tone) -> None:
        if self._cues is not None:
            self._cues.play(tone)

    @Slot()
    def _refresh(self) -> None:
        words, trial = self._words.gettext, self._trial
        running = self._timer.isActive()
        taps = running and trial is not None and trial.kind is TrialKind.TAP
        self._stop.setVisible(taps)
        for control in (self._side, self._mode):
            control.setEnabled(not running)
        if not running:
            self._main.setText(words("Start (Space)"))
        else:
            self._main.setText(words("Count (Space)") if taps else words("Stop (Space)"))
        self._number.setText(self._count_text())
        self._word.setText(self._moment_word())

    def _count_text(self) -> str:
        if self._trial is None:
            return "0"
        if self._trial.stage is TrialStage.READY:
            return str(-int(self._trial.passed // 1))
        return f"{self._trial.count:.1f}" if self._stands else f"{int(self._trial.count)}"

    def _moment_word(self) -> str:
        words, trial = self._words, self._trial
        if trial is None:
            return ""
        match trial.stage:
            case TrialStage.READY:
                return words.gettext("Get ready")
            case TrialStage.RUNNING if trial.kind is TrialKind.STAND:
                return words.gettext("Stand")
            case TrialStage.RUNNING:
                return words.pgettext("beat", "Up") if trial.is_up else words.pgettext("beat", "Down")
            case TrialStage.OVER:
                return words.pgettext("test", "Done")
            case TrialStage.SLEPT:
                return words.gettext("The computer slept, so this does not count. Try again.")

    @Slot()
    def _on_main_pressed(self) -> None:
        reading = self._clock.reading()
        if not self._timer.isActive():
            kind = TrialKind.STAND if self._stands else TrialKind(self._mode.current)
            self._trial = begin_trial(kind, reading)
            self._timer.start()
            self._refresh()
        elif self._trial is not None and self._trial.kind is TrialKind.TAP:
            self._settle(tap(self._trial, reading))
        elif self._trial is not None:
            self._on_stop_wanted()

    @Slot()
    def _on_stop_wanted(self) -> None:
        if self._trial is not None and self._timer.isActive():
            if self._trial.stage is TrialStage.READY:
                self.end()
            else:
                self._settle(stop(self._trial, self._clock.reading()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop with Enter while a trial runs; else Enter belongs to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._timer.isActive():
            self._on_stop_wanted()
            return
        super().keyPressEvent(event)
