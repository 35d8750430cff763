"""The words of movement that doses are made of: motions, directions, letters and activities."""

from __future__ import annotations

from enum import StrEnum


class Motion(StrEnum):
    """Which pair of words goes with the two ways of a repetition (raise and lower, push and back, ...)."""

    RAISE = "raise"
    PUSH = "push"
    PULL = "pull"
    TURN = "turn"
    BEND = "bend"
    ROCK = "rock"
    HOP = "hop"
    LIFT = "lift"
    POINT = "point"
    GATHER = "gather"
    REACH = "reach"
    STEP_DOWN = "step-down"


class Direction(StrEnum):
    """A named direction of movement; an open set that grows with the catalog."""

    CLOCKWISE = "clockwise"
    COUNTERCLOCKWISE = "counterclockwise"
    FORWARD = "forward"
    BACKWARD = "backward"
    INWARD = "inward"
    OUTWARD = "outward"
    FRONT = "front"
    BACK_OUT = "back-out"
    BACK_IN = "back-in"


class LetterStyle(StrEnum):
    """How the alphabet is written."""

    PRINT = "print"
    CURSIVE = "cursive"


class Eyes(StrEnum):
    """Whether a balance exercise is done with open or with closed eyes."""

    OPEN = "open"
    CLOSED = "closed"


class Activity(StrEnum):
    """Something that a timed piece asks for besides an exercise of the library."""

    WORK = "work"
    REST = "rest"
    RUN = "run"
    WALK = "walk"
    BRISK_WALK = "brisk-walk"
    HARD = "hard"
    EASY = "easy"
    QUICK_STEPS = "quick-steps"
    ROLL = "roll"
    RIDE = "ride"
    SWIM = "swim"
    ELEVATE = "elevate"
    ICE = "ice"
