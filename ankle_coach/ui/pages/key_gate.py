"""Keeps keys that were meant for a step from answering the question that comes after it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ankle_coach.services.ports import Clock

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAFS = (Qt.Key.Key_PageDown, *ENTER)
"""Keys that go on from a question: only when they are pressed anew, and not right after it has come."""
_ARROW = Qt.Key.Key_Right
"""Goes on in a step and answers on a scale: it answers once anything else was done in the form."""
QUIET = 1.0
"""Seconds after a question has come in which a second press is still meant for the step before it."""


class KeyGate:
    """Says of each key whether it is for the question in view.

    Next is pressed once too often when the timer was faster, or a key bounces or is held down. What then
    answered a scale or saved the form was never meant, and nobody standing three meters away would see it.
    """

    def __init__(self, clock: Clock) -> None:
        """Make an open gate.

        Args:
            clock: Tells how long a question has been in view.
        """
        self._clock = clock
        self._since = -QUIET
        self._pressed: set[int] = set()
        self._is_open = True
        self._last = self._came_by = 0

    def note(self, key: int) -> None:
        """Remember a key that did something outside of a question."""
        self._last = key

    def close(self) -> None:
        """A question comes into view: what is pressed for the step before it is not for this."""
        self._since = self._clock.reading().awake
        self._pressed.clear()
        self._is_open, self._came_by = False, self._last

    def open(self) -> None:
        """The person has seen the question: a number was clicked."""
        self._is_open = True

    def lets_through(self, event: QKeyEvent) -> bool:
        """Say whether a key is for the question; asking again about the same press gives the same."""
        key = event.key()
        if event.isAutoRepeat() and (key in _LEAFS or key not in self._pressed):
            return False
        if not self._is_open and (key == _ARROW or (key in _LEAFS and self._is_too_soon(key))):
            return False
        self._pressed.add(key)
        if key not in _LEAFS and not event.isAutoRepeat():
            self._is_open = True
        self._last = key
        return True

    def _is_too_soon(self, key: int) -> bool:
        """Say whether a key that goes on is pressed twice; Enter only where it was Enter that came here."""
        if key in ENTER and self._came_by not in ENTER:
            return False
        return self._clock.reading().awake - self._since < QUIET
