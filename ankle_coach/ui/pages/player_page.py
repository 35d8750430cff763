"""The player: leads through a session by eye and ear, and asks how it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.library import Library
from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.session_extra import can_add_set
from ankle_coach.domain.session_state import Event, Said, SessionInProgress, SessionState, Status
from ankle_coach.domain.steps import StepKind
from ankle_coach.domain.words import Words
from ankle_coach.services.ports import Clock
from ankle_coach.services.session_service import SessionService
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.keep_awake import KeepAwake
from ankle_coach.ui.pages.key_gate import ENTER, KeyGate
from ankle_coach.ui.pages.player_controls import (
    COMMANDS,
    LETTERS,
    Control,
    control_of,
    is_foreign,
)
from ankle_coach.ui.pages.player_frame import PlayerFrame
from ankle_coach.ui.pages.player_missing import missing_cues
from ankle_coach.ui.pages.player_next import piece_name
from ankle_coach.ui.pages.player_session import PlayerSession
from ankle_coach.ui.pages.player_speech import spoken
from ankle_coach.ui.pages.player_summary import done_line, summary_lines
from ankle_coach.ui.session_clock import SessionClock
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.voice import Voice


class PlayerPage(PlayerFrame):
    """One session from Start to the journal. `left` says that the window should show Today again."""

    left = Signal()

    def __init__(  # noqa: PLR0913 - a page is handed what it works with
        self,
        sessions: SessionService,
        clock: Clock,
        settings: SettingsService,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        progress: SessionInProgress,
        *,
        sounds: CuePlayer | None = None,
        keep_awake: KeepAwake | None = None,
        voice: Voice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a session that has not started, or one that was left unfinished.

        Args:
            sessions: Keeps and finishes sessions.
            clock: The time.
            settings: Says whether tones and flashes are wanted.
            library: The catalog.
            theme: The look.
            words: The reader's language.
            hub: Told when the journal has changed.
            progress: The session.
            sounds: Plays tones; None for Qt's.
            keep_awake: Keeps the screen awake; None for the system's.
            voice: Speaks; None for Qt's in English.
            parent: Qt owner.
        """
        tone = settings.current().skin_tone
        super().__init__(theme, library, words, progress.name, KeyGate(clock), tone, parent)
        self._hub = hub
        self._is_stopping = self._resumes = self._clears_notice = self._asks_after_sleep = False
        self._shown: QWidget | None = None
        self._session = PlayerSession(
            sessions,
            clock,
            settings,
            progress,
            sounds or CuePlayer(),
            keep_awake or KeepAwake(),
            voice or Voice("en"),
            self,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.gettext("Player"))
        self._connect()
        self._refresh(self._session.state)
        if progress.state.status is Status.PAUSED:
            self._notice.say(words.gettext("Paused"), words.gettext("You left this session here. Go on?"))

    @property
    def session_clock(self) -> SessionClock:
        """The clock that drives the session."""
        return self._session.clock

    @Slot()
    def start(self) -> None:
        """Begin, or go on where the session was left."""
        self._session.begin()
        missing = missing_cues(self._session, self._words)
        if missing is not None:
            self._notice.say(*missing)
            self._clears_notice = True
        self.setFocus()

    def _connect(self) -> None:
        self._session.state_changed.connect(self._refresh)
        self._session.events_happened.connect(self._on_session_events_happened)
        self._session.step_started.connect(self._on_session_step_started)
        self._session.keeping_failed.connect(self._on_session_keeping_failed)
        self._session.keeping_recovered.connect(self._notice.clear)
        self._start.start_chosen.connect(self.start)
        self._start.leave_chosen.connect(self._leave)
        self._ask.answered.connect(self._on_ask_answered)
        self._ask.canceled.connect(self._on_ask_canceled)
        self._end.save_chosen.connect(self._save)
        self._end.leave_chosen.connect(self._leave)
        self._ask.more_chosen.connect(self._add_set)
        for giver in (self._controls, self._stage):
            giver.control_used.connect(self._on_control_used)
        self._leaving.finish_chosen.connect(self._finish)
        self._leaving.stay_chosen.connect(self._go_on)
        self._leaving.discard_chosen.connect(self._discard)

    @Slot(object)
    def _refresh(self, state: SessionState) -> None:
        self._top.show_session(self._session)
        screen = self._screen_for(state)
        if screen is not self._shown:
            self._shown = screen
            self._enter(screen, state)
        if screen is self._stage:
            self._stage.show_state(state)
            self._controls.show_state(state)
        asks_after_sleep = state.slept and screen is self._stage
        if asks_after_sleep:
            text = self._words.gettext("The computer slept. Go on?")
            self._notice.say(self._words.gettext("Paused"), text)
        elif self._asks_after_sleep:
            self._notice.clear()
        self._asks_after_sleep = asks_after_sleep

    def _screen_for(self, state: SessionState) -> QWidget:
        if state.status.is_over:
            return self._end
        if state.status is Status.WAITING:
            return self._start
        if self._is_stopping or state.step.kind is StepKind.ASK:
            return self._ask
        return self._stage

    def _enter(self, screen: QWidget, state: SessionState) -> None:
        """Show another screen, filled in before it is seen."""
        self._controls.setVisible(screen is self._stage)
        self._screens.setCurrentWidget(screen)
        if screen is self._start:
            self._start.show_session(self._session.progress.name, state)
        elif screen is self._ask:
            self._fill_ask(state)
        elif screen is self._end and state.status is Status.FINISHED:
            names = [(step, piece_name(step, self._library, self._words)) for step in self._session.unasked()]
            self._end.ask(done_line(state, self._words), names)
        if screen in (self._start, self._stage):
            self.setFocus()

    def _fill_ask(self, state: SessionState) -> None:
        name = piece_name(state.step, self._library, self._words)
        of_run = state.step.exercise == RUN_WALK
        if self._is_stopping:
            self._ask.ask_how_bad(name, of_run=of_run)
        else:
            self._ask.ask_during(name, can_add_set=can_add_set(state), of_run=of_run)

    @Slot()
    def _on_session_step_started(self) -> None:
        if self._clears_notice and self._session.state.step.is_work:
            self._clears_notice = False
            self._notice.clear()
        if self._session.flashes:
            self._stage.word.flash()
            self.flash_edge()

    @Slot(tuple)
    def _on_session_events_happened(self, events: tuple[Event, ...]) -> None:
        if self._session.has_voice:
            self._session.say(spoken(events, self._session.state, self._library, self._words))

    @Slot(str)
    def _on_session_keeping_failed(self, sentence: str) -> None:
        word = self._words.gettext("Not saved yet")
        more = self._words.gettext("Play on: it is tried again at the next step.")
        self._notice.say(word, f"{sentence} {more}")

    @Slot(str)
    def _on_control_used(self, control: str) -> None:
        self._use(Control(control))

    def _use(self, control: Control) -> None:
        """Do what a button or a key asks for, if it applies now."""
        if not self._controls.applies(control):
            return
        if control is Control.PAUSE:
            self._pause_or_go_on()
        elif control is Control.TOO_PAINFUL:
            self._stop_for_pain()
        elif control is Control.FINISH:
            self._ask_finish()
        elif control is Control.MORE:
            self._add_set()
        elif control in LETTERS:
            self._change_letters(control)
        else:
            self._session.send(COMMANDS[control])

    @Slot()
    def _add_set(self) -> None:
        """Add one more set, and say so where it comes later."""
        before = self._session.state
        self._session.send(CommandKind.EXTRA_SET)
        if self._session.state.index == before.index and self._session.state.steps != before.steps:
            text = self._words.gettext("It follows this one, and is recorded as more than planned.")
            self._notice.say(self._words.gettext("One more set"), text)
            self._clears_notice = True

    def _change_letters(self, control: Control) -> None:
        try:
            if control is Control.STYLE:
                self._session.turn_style()
            else:
                self._session.change_pace(1 if control is Control.SLOWER else -1)
        except StorageError as error:
            self._notice.say(self._words.gettext("Not kept for next time"), str(error))

    def _pause_or_go_on(self) -> None:
        state = self._session.state
        if state.status is Status.RUNNING:
            self._session.send(CommandKind.PAUSE)
            return
        self._notice.clear()
        if state.last is None:
            self.start()
        else:
            self._session.send(CommandKind.RESUME)

    def _stop_for_pain(self) -> None:
        self._hold()
        self._is_stopping = True
        self._refresh(self._session.state)

    def _hold(self) -> None:
        """Pause for a question, and remember whether to go on after it."""
        self._resumes = self._session.state.status is Status.RUNNING
        self._session.send(CommandKind.PAUSE)

    @Slot()
    def _go_on(self) -> None:
        if self._resumes:
            self._session.send(CommandKind.RESUME)

    @Slot(object)
    def _on_ask_answered(self, said: Said) -> None:
        if not self._is_stopping:
            self._session.answer(self._session.state.step, said)
            self._session.send(CommandKind.NEXT)
            self._show_again()
            return
        self._is_stopping = False
        self._session.stop_for_pain(said)
        if not self._session.state.status.is_over:
            self._session.send(CommandKind.RESUME)

    @Slot()
    def _on_ask_canceled(self) -> None:
        self._is_stopping = False
        self._refresh(self._session.state)
        self._go_on()

    def _show_again(self) -> None:
        """Ask anew where one question follows another."""
        state = self._session.state
        if self._screens.currentWidget() is self._ask and not state.status.is_over:
            self._fill_ask(state)

    def _ask_finish(self) -> None:
        self._hold()
        self._leaving.ask()

    @Slot()
    def _finish(self) -> None:
        self._gate.note(ENTER[0])  # pressed for this, it does not save what comes
        self._session.send(CommandKind.FINISH)

    @Slot()
    def _discard(self) -> None:
        try:
            changes = self._session.discard()
        except StorageError as error:
            self._notice.say(self._words.gettext("Not discarded"), str(error))
            return
        self._hub.publish(changes, self)
        self.left.emit()

    @Slot()
    def _save(self) -> None:
        answers = self._end.answers
        for step, said in answers.during:
            self._session.answer(step, said)
        try:
            record, changes = self._session.save(
                pain_after=answers.pain_after, effort=answers.effort, note=answers.note
            )
        except StorageError as error:
            text = self._words.gettext("{problem} Nothing is lost: try again.").format(problem=error)
            self._notice.say(self._words.gettext("Not saved yet"), text)
            return
        self._notice.clear()
        self._end.show_summary(summary_lines(record, self._words))
        self._hub.publish(changes, self)

    @Slot()
    def _leave(self) -> None:
        """Go; a session that was never started is forgotten."""
        if self._session.state.status is Status.WAITING:
            self._discard()
            return
        self._session.close()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keyboard and presentation clicker do everything; a key held down counts once."""
        screen = self._shown
        control = control_of(event.key(), self._session.state)
        if is_foreign(event):
            super().keyPressEvent(event)
            return
        if screen in (self._ask, self._end) and not self._gate.lets_through(event):
            return
        self._gate.note(event.key())
        if screen is self._start and (control in (Control.PAUSE, Control.NEXT) or event.key() in ENTER):
            self.start()
        elif screen is self._start and control is Control.FINISH:
            self._leave()
        elif screen is self._ask and (event.key() in ENTER or event.key() == Qt.Key.Key_PageDown):
            self._ask.submit()
        elif screen is self._end and event.key() in ENTER:
            self._end.submit()
        elif screen is self._ask and control is Control.FINISH:
            self._ask_finish()
        elif screen is self._ask and control is Control.MORE and not self._is_stopping:
            self._add_set()
        elif screen is self._stage and control is not None:
            self._use(control)
        elif screen is self._stage and event.key() in ENTER and self._session.state.step.seconds is None:
            self._use(Control.NEXT)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to a question that is in view."""
        super().focusInEvent(event)
        if self._shown is self._ask:
            self._ask.take_focus()
        elif self._shown is self._end:
            self._end.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause a session that nobody sees any more; a minimized window is still seen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._session.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the session where it is."""
        self._session.close()
        super().closeEvent(event)
