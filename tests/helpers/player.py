"""A player over fakes: a window, tones that only count, a screen that only says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import SessionRecord
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.safety_facts import StopSign
from ankle_coach.domain.session import new_session
from ankle_coach.domain.session_state import SessionInProgress, SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer, NoSoundError
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.keep_awake import AwakeState, KeepAwake
from ankle_coach.ui.pages.player_notice import PlayerNotice
from ankle_coach.ui.pages.player_page import PlayerPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.voice import NoVoiceError, Voice
from tests.helpers.builders import progress
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child


@dataclass
class FakeEffect:
    """One tone that writes down when it sounds."""

    tone: Tone
    heard: list[Tone]
    volume: float = 1.0

    def play(self) -> None:
        self.heard.append(self.tone)

    def stop(self) -> None:
        pass

    def setVolume(self, volume: float) -> None:
        self.volume = volume


class FakeSounds(CuePlayer):
    """The tones of a computer with, or without, a sound device."""

    def __init__(self, *, has_device: bool = True) -> None:
        self.heard: list[Tone] = []
        self.loaded = 0
        self.effects: dict[Tone, FakeEffect] = {}

        def load(tone: Tone) -> FakeEffect:
            self.loaded += 1
            if not has_device:
                raise NoSoundError("There is no sound device.")
            self.effects[tone] = FakeEffect(tone, self.heard)
            return self.effects[tone]

        super().__init__(load)


@dataclass
class FakeEngine:
    """A speech engine that writes down what it says."""

    voices: dict[str, list[str]] = field(default_factory=lambda: {"en": ["Ada", "Bob"]})
    said: list[str] = field(default_factory=list)
    chosen: tuple[str, str] = ("", "")
    rate: float = 0.0
    volume: float = 1.0
    stops: int = 0

    def names(self, language: str) -> list[str]:
        return self.voices.get(language, [])

    def choose(self, language: str, name: str) -> None:
        self.chosen = (language, name)

    def set_rate(self, rate: float) -> None:
        self.rate = rate

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1


class FakeVoice(Voice):
    """The voice of a computer with, or without, a speech engine."""

    def __init__(self, *, language: str = "en", has_engine: bool = True) -> None:
        self.engine = FakeEngine()
        self.loaded = 0

        def load() -> FakeEngine:
            self.loaded += 1
            if not has_engine:
                raise NoVoiceError("There is no speech engine.")
            return self.engine

        super().__init__(language, load)

    @property
    def said(self) -> list[str]:
        """What was said, in order."""
        return self.engine.said


class FakeAwake(KeepAwake):
    """A screen that is kept awake, or refuses."""

    def __init__(self, *, works: bool = True) -> None:
        super().__init__()
        self.holds = self.releases = 0
        self._works = works

    def hold(self) -> None:
        if self._state is AwakeState.OFF:
            self.holds += 1
            self._state = AwakeState.HELD if self._works else AwakeState.REFUSED

    def release(self) -> None:
        if self._state is not AwakeState.OFF:
            self.releases += 1
        self._state = AwakeState.OFF


def session_of(coach: FakeCoach, *exercises: str, affected: Side | None = None) -> SessionState:
    """A session of exercises at their default doses that has not started."""
    prescriptions = []
    for name in exercises:
        level = coach.library.exercise(name).default
        prescriptions.append(
            Prescription(
                id=f"s.{name}",
                exercise=name,
                level=level.id,
                dose=level.dose,
                side_mode=level.side_mode,
                session="s",
            )
        )
    return new_session(coach.services.sessions.steps(prescriptions, affected))


@dataclass
class PlayedPage:
    """A player in a window of 1366 x 768, used as a person at the keyboard does.

    Attributes:
        coach: The wired app under it.
        page: The player.
        window: The window.
        sounds: What was heard.
        awake: Whether the screen was kept awake.
        voice: What was said.
        left: How often the page asked to be left.
    """

    coach: FakeCoach
    page: PlayerPage
    window: QMainWindow
    sounds: FakeSounds
    awake: FakeAwake
    voice: FakeVoice
    left: list[bool] = field(default_factory=list)

    @property
    def state(self) -> SessionState:
        return self.page.session_clock.state

    @property
    def step(self) -> Step:
        return self.state.step

    def status(self) -> Status:
        """How the session is, now."""
        return self.state.status

    def screen(self) -> str:
        """The name of the screen in view."""
        return type(child(self.page, QStackedWidget, "player_screens").currentWidget()).__name__

    def notice(self) -> str:
        """What the line across the player says."""
        return child(self.page, PlayerNotice).text

    def kept_awake(self) -> AwakeState:
        """Whether the screen is kept awake, now."""
        return self.awake.state

    def records(self) -> tuple[SessionRecord, ...]:
        """The journal's sessions."""
        return self.coach.journal.sessions(self.coach.services.people.required().id)

    def signs(self) -> tuple[StopSign, ...]:
        """The journal's signs to stop."""
        return self.coach.journal.entries(self.coach.services.people.required().id, StopSign)

    def kept(self) -> SessionInProgress | None:
        """The session in progress as it is stored."""
        return self.coach.journal.progress(self.coach.services.people.required().id)

    def begin_work(self) -> None:
        """Start and wait for the first work."""
        self.press(Qt.Key.Key_Space)
        while not self.step.is_work:
            self.wait(0.25)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is: in a dialog, on a scale, or on the player.

        Whoever is asked looks for a second before each key; `press_hastily` does not.
        """
        for key in keys:
            if self.screen() in ("PlayerAsk", "SessionEndPanel"):
                self.coach.clock.advance(1)
            QTest.keyClick(self.target(), key)

    def press_hastily(self, *keys: Qt.Key) -> None:
        """Press keys one right after the other, whatever is in view."""
        for key in keys:
            QTest.keyClick(self.target(), key)

    def hold(self, key: Qt.Key, repeats: int = 5, text: str = "") -> None:
        """Press a key, and hold it down until it has repeated some times."""
        QTest.keyPress(self.target(), key)
        for _ in range(repeats):
            self.coach.clock.advance(1)
            kind, plain = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
            QCoreApplication.sendEvent(self.target(), QKeyEvent(kind, key, plain, text, True))

    def target(self) -> QWidget:
        dialogs = [
            child for child in self.window.findChildren(QWidget, "confirm_dialog") if child.isVisible()
        ]
        top = dialogs[-1] if dialogs else self.window
        focus: QWidget | None = top.focusWidget()
        if focus is not None:
            return focus
        return top if dialogs else self.page

    def wait(self, seconds: float, tick: float = 0.25) -> None:
        """Let time pass with ticks."""
        while seconds > 1e-9:
            self.coach.clock.advance(min(tick, seconds))
            self.page.session_clock.tick()
            seconds -= tick

    def suspend(self, seconds: float) -> None:
        """Let the computer sleep and wake up."""
        self.coach.clock.suspend(seconds)
        self.page.session_clock.tick()


def open_player(
    qtbot: QtBot,
    theme: Theme,
    *exercises: str,
    coach: FakeCoach | None = None,
    stored: SessionInProgress | None = None,
    sounds: FakeSounds | None = None,
    awake: FakeAwake | None = None,
    voice: FakeVoice | None = None,
    affected: Side | None = None,
) -> PlayedPage:
    """Open the player on exercises of the library, or on a stored session."""
    coach = coach or FakeCoach().with_plan()
    if stored is None:
        state = session_of(coach, *(exercises or ("str-calf-uni",)), affected=affected)
        stored = progress(state=state, name="Strength A")
    sounds, awake, voice = sounds or FakeSounds(), awake or FakeAwake(), voice or FakeVoice()
    services = coach.services
    page = PlayerPage(
        services.sessions,
        coach.clock,
        services.settings,
        coach.library,
        theme,
        PLAIN_WORDS,
        ChangeHub(),
        stored,
        sounds=sounds,
        keep_awake=awake,
        voice=voice,
    )
    window = QMainWindow()
    window.resize(1366, 768)
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    played = PlayedPage(coach, page, window, sounds, awake, voice)
    page.left.connect(lambda: played.left.append(True))
    window.show()
    window.activateWindow()
    page.setFocus()
    return played
