"""The pure player on a timer: ticks it, passes commands on, and tells what happened."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.session import Command, CommandKind, advance, lead_in_left
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.services.ports import Clock

WORKING, RESTING = 50, 250
"""Milliseconds between ticks of timed work, and at most between those of rests and open steps."""


class SessionClock(QObject):
    """Feeds a session with the time. The timer stands still unless the session runs.

    Ticks only look: a step ends at its deadline, however late the tick comes.
    """

    events_happened = Signal(tuple)
    state_changed = Signal(object)

    def __init__(self, clock: Clock, state: SessionState, parent: QObject | None = None) -> None:
        """Hold a session; nothing runs before a command starts it."""
        super().__init__(parent)
        self._clock, self._state = clock, state
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    @property
    def state(self) -> SessionState:
        """The session as of the last tick."""
        return self._state

    @property
    def is_ticking(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        self.send(CommandKind.TICK)

    def send(self, kind: CommandKind, pain: Answer = NoAnswer.MISSING) -> None:
        """Give a command at this moment; `pain` goes with "too painful"."""
        self.give(Command(kind, pain))

    def give(self, command: Command) -> None:
        """Give a whole command at this moment."""
        self._state, events = advance(self._state, command, self._clock.reading())
        if self._state.status is Status.RUNNING:
            self._timer.start(interval(self._state))
        else:
            self._timer.stop()
        if events:
            self.events_happened.emit(events)
        self.state_changed.emit(self._state)


def interval(state: SessionState) -> int:
    """Return the milliseconds until the next tick: soon in timed work, else when the seconds turn over."""
    remaining = state.remaining
    if (state.step.is_work and remaining is not None) or lead_in_left(state) > 0:
        return WORKING
    to_next_second = math.ceil(((remaining or 0) % 1 or 1) * 1000) + 1
    return RESTING if remaining is None else min(RESTING, max(WORKING, to_next_second))
