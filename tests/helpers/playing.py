"""Playing a session on numbers alone: no clock, no window."""

from __future__ import annotations

from dataclasses import dataclass, field

from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.session import Command, CommandKind, advance, new_session
from ankle_coach.domain.session_state import Event, EventKind, Reading, SessionState, Status
from ankle_coach.domain.steps import Step


@dataclass
class Player:
    """Feeds the pure player with commands and a clock that is turned by hand.

    Attributes:
        state: The player's state.
        events: Everything that happened, in order.
        awake: The clock that stops in sleep.
        elapsed: The clock that counts it.
    """

    state: SessionState
    events: list[Event] = field(default_factory=list)
    awake: float = 100.0
    elapsed: float = 7000.0

    @classmethod
    def of(cls, steps: tuple[Step, ...]) -> Player:
        """Return a player of steps that has been started."""
        player = cls(new_session(steps))
        player.send(CommandKind.START)
        return player

    def send(self, kind: CommandKind, pain: Answer = NoAnswer.MISSING) -> None:
        """Give a command now."""
        reading = Reading(self.awake, self.elapsed)
        self.state, events = advance(self.state, Command(kind, pain), reading)
        self.events += events

    def wait(self, seconds: float, tick: float = 0.25) -> None:
        """Let time pass with regular ticks."""
        while seconds > 1e-9:
            step = min(tick, seconds)
            self.stall(step)
            seconds -= step

    def stall(self, seconds: float) -> None:
        """Let time pass with one tick at its end."""
        self.awake += seconds
        self.elapsed += seconds
        self.send(CommandKind.TICK)

    def suspend(self, seconds: float) -> None:
        """Let the computer sleep, then tick."""
        self.elapsed += seconds
        self.send(CommandKind.TICK)

    def play_on(self, tick: float = 0.25, most: int = 1_000_000) -> None:
        """Play to the end, tapping at once where the person decides."""
        for _ in range(most):
            if self.state.status is not Status.RUNNING:
                return
            if self.state.step.seconds is None:
                self.send(CommandKind.NEXT)
            else:
                self.stall(tick)
        raise AssertionError("the session does not end")

    def kinds(self) -> list[EventKind]:
        """The kinds of what happened."""
        return [event.kind for event in self.events]
