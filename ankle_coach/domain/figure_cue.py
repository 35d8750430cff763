"""From the player's state to the cue that moves a figure: the dose's own tempo, and nothing else."""

from __future__ import annotations

import msgspec

from ankle_coach.domain.movement import Activity, Direction, LetterStyle
from ankle_coach.domain.pose_figure import Figure, TrackKind
from ankle_coach.domain.pose_keys import cycles
from ankle_coach.domain.pose_letters import LETTERS
from ankle_coach.domain.pose_levels import at_level
from ankle_coach.domain.pose_motion import Cue, Phase, loop_cue
from ankle_coach.domain.session import lead_in_left
from ankle_coach.domain.session_position import RepPosition, rep_position
from ankle_coach.domain.session_state import SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Part, Step, StepKind

_STANDING = (StepKind.READY, StepKind.SWITCH, StepKind.ASK)
_TURNS = {
    Direction.CLOCKWISE: Phase.CLOCKWISE,
    Direction.COUNTERCLOCKWISE: Phase.COUNTERCLOCKWISE,
}
WALK_RUN = "run-walk"
"""The exercise whose figure has forms for walking and running."""
_ON_FOOT = {
    Activity.WALK: Activity.WALK,
    Activity.BRISK_WALK: Activity.WALK,
    Activity.RUN: Activity.RUN,
}
_PARTS = {
    Part.RISE: Phase.UP,
    Part.UP: Phase.UP,
    Part.HOLD: Phase.HOLD,
    Part.DOWN: Phase.DOWN,
    Part.PAUSE: Phase.PAUSE,
}


def cue_of(state: SessionState, figure: Figure | None = None) -> Cue:
    """Return what the figure does at a moment of a session.

    Time stands still in a paused session, and with it the cue. Rests, getting ready and changes of side are
    the same cue from their beginning to their end.

    Args:
        state: The player's state.
        figure: The figure in play, at the step's level; work without repetitions goes by its own tempo.
            None leaves such work at its beginning.
    """
    step = state.step
    cue = Cue(Phase.READY, side=step.side, form=form_of(step))
    begins = state.position <= 0.0 and lead_in_left(state) > 0.0
    if begins or state.status is Status.WAITING or step.kind in _STANDING:
        return cue
    if step.kind is StepKind.REST and not moves_at_rest(step):
        return msgspec.structs.replace(cue, phase=Phase.REST)
    if step.kind is StepKind.TRACE:
        return _traced(cue, state)
    cue = msgspec.structs.replace(cue, elapsed=state.position)
    place = rep_position(step, state.position)
    if place is not None:
        return _repeated(cue, step, place)
    if step.kind is StepKind.HOLD and (figure is None or not cycles(at_level(figure, None, cue.form))):
        return msgspec.structs.replace(cue, phase=Phase.HOLD)
    if figure is None:
        return msgspec.structs.replace(cue, phase=Phase.WORK)
    return free_cue(figure, state.position, step.side, cue.form)


def free_cue(figure: Figure, seconds: float, side: Side, form: str = "") -> Cue:
    """Return the cue of a figure that moves in its own tempo, again and again.

    Args:
        figure: The figure as its level changes it.
        seconds: Since the movement began.
        side: The side in play.
        form: What the figure differs by within its level.
    """
    shown = at_level(figure, None, form)
    if shown.panels:
        return Cue(Phase.WORK, side=side, elapsed=seconds, form=form)
    return msgspec.structs.replace(loop_cue(shown, seconds, side), form=form)


def shown_exercise(step: Step) -> str:
    """Return the exercise whose figure shows a step: its own, or walk-run's for a routine's walk or run."""
    return WALK_RUN if not step.exercise and step.activity in _ON_FOOT else step.exercise


def form_of(step: Step) -> str:
    """Return what a figure may differ by within a level: the direction, the variant or the activity."""
    if not step.exercise and step.activity in _ON_FOOT:
        return _ON_FOOT[step.activity]
    return step.direction or step.variant or step.activity or ""


def moves_at_rest(step: Step) -> bool:
    """Say whether a step rests by doing something easier, such as walking between runs."""
    return step.kind is StepKind.REST and step.activity not in (None, Activity.REST)


def moves_freely(state: SessionState) -> bool:
    """Say whether a step runs in nobody's tempo, so that the figure may move in its own.

    The session's clock ticks too slowly in such steps to lead a movement.
    """
    free = state.step.kind is StepKind.MANUAL or moves_at_rest(state.step)
    return free and state.status is Status.RUNNING and lead_in_left(state) <= 0.0


def settled(figure: Figure, cue: Cue) -> Cue:
    """Return a cue without what does not show: two cues that come out equal look the same.

    Args:
        figure: The figure as its level changes it.
        cue: What it is led by.
    """
    shown = at_level(figure, None, cue.form)
    waits = cue.phase in (Phase.READY, Phase.REST, Phase.PAUSE)
    stands = waits or (cue.phase is Phase.HOLD)
    sways = cue.phase is Phase.WORK or any(track.kind is TrackKind.SINE for track in shown.tracks)
    sways = sways or (bool(shown.panels) and not waits)
    return msgspec.structs.replace(
        cue, fraction=0.0 if stands else cue.fraction, elapsed=cue.elapsed if sways else 0.0
    )


def _traced(cue: Cue, state: SessionState) -> Cue:
    """Return the cue of a letter; what is no letter of A to Z is not written."""
    step = state.step
    letter = step.letter.upper()
    if letter not in LETTERS or not state.length:
        return cue
    return msgspec.structs.replace(
        cue,
        phase=Phase.TRACE,
        fraction=min(1.0, state.position / state.length),
        elapsed=state.position,
        letter=letter,
        style=step.letter_style or LetterStyle.PRINT,
    )


def _repeated(cue: Cue, step: Step, place: RepPosition) -> Cue:
    """Return the cue of a repetition's part."""
    phase, fraction = _PARTS[place.part], place.share
    if step.direction in _TURNS:
        phase, fraction = _TURNS[step.direction], 1.0 if place.part is Part.HOLD else fraction
    elif step.direction is not None and len(step.parts) == 1:
        phase = Phase.WORK  # there and back in one
    return msgspec.structs.replace(cue, phase=phase, fraction=fraction)
