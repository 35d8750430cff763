"""Playing a session on numbers alone: no clock, no window."""

from __future__ import annotations

from dataclasses import dataclass, field

from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.dose import Checkpoint, Dose, Hold, Reps, Tempo, Timer
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.session import Command, CommandKind, advance, new_session
from ankle_coach.domain.session_state import Event, EventKind, SessionState, Status
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.steps import Step, compile_dose


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

    def slept(self) -> bool:
        """Whether the session paused because the computer slept."""
        return self.state.slept


RAISES = compile_dose(
    Dose(blocks=(Reps(sets=2, reps=3, tempo=Tempo(up=2, hold=1, down=3), rest_sets=30),)),
    SideMode.BOTH,
    None,
    exercise="str-calf-bi",
    prescription="raises",
)
HOLDS = compile_dose(
    Dose(blocks=(Hold(sets=2, holds=2, seconds=10, rest_reps=4, rest_sets=20),)),
    SideMode.EACH,
    None,
    exercise="bal-single-leg",
    prescription="holds",
)
MANUAL = compile_dose(
    Dose(blocks=(Reps(sets=2, reps=10, rest_sets=30),)),
    SideMode.BOTH,
    None,
    exercise="x",
    prescription="manual",
)
ICE = compile_dose(
    Dose(blocks=(Timer(seconds=900, maximum=1200, checkpoints=(Checkpoint(300, "skin"),)),)),
    SideMode.BOTH,
    None,
    exercise="rec-ice",
    prescription="ice",
)


def at_work(steps: tuple[Step, ...] = RAISES) -> Player:
    """A player at the start of its first work."""
    player = Player.of(steps)
    while not player.state.step.is_work:
        player.wait(player.state.remaining or 0)
    return player
