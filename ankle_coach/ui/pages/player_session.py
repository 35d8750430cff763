"""A session while it is played: its clock, what is kept of it, its tones and the screen that stays awake."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.journal import Answer, NoAnswer, SessionRecord
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.session import Command, CommandKind, lead_in_left
from ankle_coach.domain.session_record import unasked, with_answer, with_state, with_ticks
from ankle_coach.domain.session_state import (
    Event,
    EventKind,
    Said,
    SessionInProgress,
    SessionState,
    Status,
)
from ankle_coach.domain.settings import LETTER_SECONDS
from ankle_coach.domain.steps import Step
from ankle_coach.services.ports import Clock
from ankle_coach.services.session_service import SessionService
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.cue_tones import tone_of
from ankle_coach.ui.keep_awake import AwakeState, KeepAwake
from ankle_coach.ui.session_clock import SessionClock
from ankle_coach.ui.voice import Voice, VoiceState

KEEP_EVERY = 10.0
"""Seconds of a long step after which its place is written again."""
_KEPT_AT = frozenset(
    {
        EventKind.STEP_STARTED,
        EventKind.PAUSED,
        EventKind.SLEPT,
        EventKind.TOO_PAINFUL,
        EventKind.FINISHED,
        EventKind.TOUCHED_DOWN,
        EventKind.SET_ADDED,
    }
)


def next_pace(seconds: float, places: int) -> float:
    """Return the seconds a letter that come some places after those now, slowest and fastest at the ends."""
    nearest = min(range(len(LETTER_SECONDS)), key=lambda n: abs(LETTER_SECONDS[n] - seconds))
    return LETTER_SECONDS[max(0, min(len(LETTER_SECONDS) - 1, nearest + places))]


class PlayerSession(QObject):
    """Plays one session. What it cannot write it keeps, says so, and writes at the next step."""

    state_changed = Signal(object)
    step_started = Signal()
    events_happened = Signal(tuple)
    keeping_failed = Signal(str)
    keeping_recovered = Signal()

    def __init__(
        self,
        sessions: SessionService,
        clock: Clock,
        settings: SettingsService,
        progress: SessionInProgress,
        sounds: CuePlayer,
        keep_awake: KeepAwake,
        voice: Voice,
        parent: QObject | None = None,
    ) -> None:
        """Hold a session; nothing runs before `begin`."""
        super().__init__(parent)
        self._sessions, self._settings, self._progress = sessions, settings, progress
        self._sounds, self._awake, self._voice = sounds, keep_awake, voice
        self._has_failed = False
        self._kept_at = 0.0
        self.clock = SessionClock(clock, progress.state, self)
        self.clock.events_happened.connect(self._on_clock_events_happened)
        self.clock.state_changed.connect(self._on_clock_state_changed)

    @property
    def state(self) -> SessionState:
        """The player's state."""
        return self.clock.state

    @property
    def progress(self) -> SessionInProgress:
        """The session with its newest state, written or not."""
        return with_state(self._progress, self.state)

    @property
    def has_sound(self) -> bool:
        """Whether tones are wanted."""
        return self._settings.current().sound

    @property
    def can_sound(self) -> bool:
        """Whether this computer plays them, as far as is known."""
        return self._sounds.is_available

    @property
    def has_voice(self) -> bool:
        """Whether the steps are to be spoken."""
        return self._settings.current().voice

    @property
    def voice_state(self) -> VoiceState:
        """Whether this computer speaks the language, as far as is known."""
        return self._voice.state

    @property
    def flashes(self) -> bool:
        """Whether a change of step flashes."""
        return self._settings.current().flash

    @property
    def awake(self) -> AwakeState:
        """Whether the screen is kept awake."""
        return self._awake.state

    def begin(self) -> None:
        """Start, or go on where a session was left."""
        settings = self._settings.current()
        if settings.sound:
            self._sounds.prepare(settings.volume, settings.tone_volumes)
        if settings.voice:
            self._voice.prepare(volume=settings.volume, rate=settings.speech_rate, name=settings.speech_voice)
        waiting = self.state.status is Status.WAITING
        self.send(CommandKind.START if waiting else CommandKind.RESUME)

    def send(self, kind: CommandKind, pain: Answer = NoAnswer.MISSING) -> None:
        """Give a command at this moment."""
        self.clock.send(kind, pain)

    def turn_style(self) -> None:
        """Write print instead of cursive or the other way round, now and in every alphabet to come.

        Raises:
            StorageError: If the choice cannot be kept; the letters of this session change all the same.
        """
        is_print = self.state.step.letter_style is not LetterStyle.CURSIVE
        style = LetterStyle.CURSIVE if is_print else LetterStyle.PRINT
        self.clock.give(Command(CommandKind.LETTERS, style=style))
        self._keep()
        self._settings.change(letter_style=style)

    def change_pace(self, places: int) -> None:
        """Give each letter to come more or less time, now and in every alphabet to come.

        Args:
            places: How many places to go in `LETTER_SECONDS`; below 0 is faster.

        Raises:
            StorageError: If the choice cannot be kept; the letters of this session change all the same.
        """
        seconds = next_pace(self._settings.current().letter_seconds or self.state.step.seconds or 0, places)
        self.clock.give(Command(CommandKind.LETTERS, seconds=seconds))
        self._keep()
        self._settings.change(letter_seconds=seconds)

    def say(self, text: str) -> None:
        """Say a text, if that is wanted."""
        if self.has_voice:
            self._voice.say(text)

    def answer(self, step: Step, said: Said) -> None:
        """Keep what was answered to an ask step; a later answer replaces an earlier one."""
        self._progress = with_answer(self._progress, step, said)

    def stop_for_pain(self, said: Said) -> None:
        """End the exercise in play with "too painful", and keep what was ticked of it."""
        self._progress = with_ticks(self._progress, self.state.step, said)
        self.send(CommandKind.TOO_PAINFUL, said.pain)

    def unasked(self) -> tuple[Step, ...]:
        """Return the questions about exercises that were played in part and never asked about."""
        answered = {prescription for prescription, _, _ in self._progress.pain_during}
        return tuple(step for step in unasked(self.state) if step.prescription not in answered)

    def save(self, *, pain_after: Answer, effort: Answer, note: str) -> tuple[SessionRecord, Changes]:
        """Write the session into the journal.

        Raises:
            StorageError: If that fails; nothing is lost, and saving can be tried again.
        """
        record, changes = self._sessions.finish(
            self.progress, pain_after=pain_after, effort=effort, note=note
        )
        self.close()
        return record, changes

    def discard(self) -> Changes:
        """Forget the session.

        Raises:
            StorageError: If that fails.
        """
        changes = self._sessions.discard()
        self.send(CommandKind.ABANDON)
        self.close()
        return changes

    def close(self) -> None:
        """Fall silent and let the screen sleep; a session that runs is paused and kept."""
        if self.state.status is Status.RUNNING:
            self.send(CommandKind.PAUSE)
        self._sounds.stop()
        self._voice.stop()
        self._awake.release()

    @Slot(tuple)
    def _on_clock_events_happened(self, events: tuple[Event, ...]) -> None:
        kinds = {event.kind for event in events}
        if kinds & _KEPT_AT:
            self._keep()
        if self.has_sound:
            leads_in = lead_in_left(self.state) > 0
            tone = tone_of(events, self.state.steps, leads_in=leads_in)
            if tone is not None:
                self._sounds.play(tone)
        self.events_happened.emit(events)
        if kinds & {EventKind.STEP_STARTED, EventKind.WORK_STARTED}:
            self.step_started.emit()

    @Slot(object)
    def _on_clock_state_changed(self, state: SessionState) -> None:
        if state.status is Status.RUNNING:
            self._awake.hold()
            if state.last is not None and state.last.awake - self._kept_at >= KEEP_EVERY:
                self._keep()
        else:
            self._awake.release()
        self.state_changed.emit(state)

    def _keep(self) -> None:
        self._kept_at = self.state.last.awake if self.state.last is not None else 0.0
        try:
            self._progress = self._sessions.keep(self._progress, self.state)
        except StorageError as error:
            self._has_failed = True
            self.keeping_failed.emit(str(error))
            return
        if self._has_failed:
            self._has_failed = False
            self.keeping_recovered.emit()
