"""Pictures of the player: a session of the plan as it goes by, and every kind of step by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, NamedTuple, Protocol

import msgspec
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ankle_coach.coach import Coach
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.library import Library
from ankle_coach.domain.movement import Activity, Direction, Eyes, LetterStyle
from ankle_coach.domain.plan import Prescription, SessionKind
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.session import CommandKind, lead_in_left, new_session
from ankle_coach.domain.session_state import Said, SessionInProgress, Status
from ankle_coach.domain.steps import Step, StepKind
from ankle_coach.domain.words import Words
from ankle_coach.services.ports import Clock
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.dialogs.self_test_dialog import SelfTestDialog
from ankle_coach.ui.keep_awake import AwakeState, KeepAwake
from ankle_coach.ui.pages.player_ask import PlayerAsk
from ankle_coach.ui.pages.player_page import PlayerPage
from ankle_coach.ui.pages.today_page import TodayPage

SHOWN_PAIN = 1
_STRIDE = 2.0


class PassingClock(Clock, Protocol):
    """A clock that is turned by hand."""

    def advance(self, seconds: float, slept: float = 0.0) -> None:
        """Let time pass, and the computer sleep."""


def _nothing(*_: object) -> None:
    """Do nothing."""


_SILENCE: Any = SimpleNamespace(play=_nothing, stop=_nothing, setVolume=_nothing)
"""A sound that is not heard."""


class _Awake(KeepAwake):
    """A screen that stays awake by itself."""

    @property
    def state(self) -> AwakeState:
        """Always held."""
        return AwakeState.HELD

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""


class Shot(NamedTuple):
    """One picture of a step.

    Attributes:
        name: Name of the picture.
        exercise: The exercise that is played.
        wanted: Says which step is meant.
        level: Its level; empty for the default one.
        seconds: How far into the step; None for nearly half of it.
    """

    name: str
    exercise: str
    wanted: Callable[[Step], bool]
    level: str = ""
    seconds: float | None = None


def _kind(kind: StepKind) -> Callable[[Step], bool]:
    return lambda step: step.kind is kind


def _work(step: Step) -> bool:
    return step.is_work


SHOTS = (
    Shot("ready", "str-calf-uni", _kind(StepKind.READY), seconds=2),
    Shot("raise", "str-calf-uni", _kind(StepKind.MOVE), seconds=1.2),
    Shot("top", "str-calf-uni", _kind(StepKind.MOVE), seconds=8.5),
    Shot("lower", "str-calf-uni", _kind(StepKind.MOVE), seconds=16),
    Shot("rest", "str-calf-uni", _kind(StepKind.REST)),
    Shot("switch", "str-calf-uni", _kind(StepKind.SWITCH), seconds=2),
    Shot("ask", "str-calf-uni", _kind(StepKind.ASK)),
    Shot("hold", "flx-towel-calf", _kind(StepKind.HOLD)),
    Shot("clockwise", "mob-ankle-circles", lambda s: s.is_work and s.direction is Direction.CLOCKWISE),
    Shot(
        "counterclockwise",
        "mob-ankle-circles",
        lambda s: s.is_work and s.direction is Direction.COUNTERCLOCKWISE,
        seconds=0.5,
    ),
    Shot("letter_print", "mob-alphabet", lambda s: s.letter == "B"),
    Shot("zone_1", "mas-ball-foot", lambda s: s.is_work and s.part_number == 1),
    Shot("zone_2", "mas-ball-foot", lambda s: s.is_work and s.part_number == 2),
    Shot("zone_3", "mas-ball-foot", lambda s: s.is_work and s.part_number == 3),
    Shot("reach", "bal-star-reach", _work),
    Shot("manual", "gait-heel-toe", _work),
    Shot("walk", "run-walk", lambda s: s.kind is StepKind.REST and s.activity is Activity.WALK),
    Shot("run", "run-walk", lambda s: s.activity is Activity.RUN),
    Shot("intervals", "xtr-airbike", _work),
    Shot("sequence", "wup-pre-run", lambda s: s.is_work and s.item == 2),
)
"""Each kind of step, with an exercise that has it."""
TESTS = ("single-leg-raise-count", "knee-to-wall-cm", "single-leg-stand-seconds")


class PlayerPictures:
    """Plays sessions over the sample data and hands out what is to be pictured."""

    def __init__(
        self,
        coach: Coach,
        clock: PassingClock,
        words: Words,
        library: Library,
        take: Callable[[QWidget, str], None],
    ) -> None:
        """Remember what is needed to play."""
        self._coach, self._clock, self._words, self._library = coach, clock, words, library
        self._take = take
        self._window = coach.shell.window

    def take_player(self) -> None:
        """The player: the first step of each kind over the sessions of the plan, a pause, and the end."""
        plan = self._coach.services.today.today().plan
        if plan is None:
            return
        seen: set[str] = set()
        order = (SessionKind.CORE, SessionKind.BEFORE_RUN, SessionKind.AFTER_RUN)
        played = [session for session in plan.sessions if session.kind in order]
        for session in sorted(played, key=lambda session: order.index(session.kind)):
            with self._playing(session.id) as player:
                if "start" not in seen:
                    seen.add("start")
                    self._take(self._window, "player_start")
                self._play_through(player, seen)

    @contextmanager
    def _playing(self, session: str | SessionInProgress) -> Iterator[PlayerPage]:
        """Show the player over a session of the plan, or over one that was made up."""
        coach = self._coach
        kept = coach.services.sessions.start(session) if isinstance(session, str) else session
        player = PlayerPage(
            coach.services.sessions,
            self._clock,
            coach.services.settings,
            self._library,
            coach.theme,
            self._words,
            coach.hub,
            kept,
            sounds=CuePlayer(lambda _tone: _SILENCE),
            keep_awake=_Awake(),
        )
        self._window.show_player(player)
        yield player
        self._window.leave_player()
        coach.services.sessions.discard()

    def _play_through(self, player: PlayerPage, seen: set[str]) -> None:
        player.start()
        clock = player.session_clock
        for _ in range(400):
            if clock.state.status.is_over:
                break
            kind = clock.state.step.kind
            if kind not in seen:
                seen.add(kind)
                self._go_into(player)
                self._take(self._window, "player" if kind is StepKind.MOVE else f"player_{kind}")
                self._pause(player, kind)
            self._go_past(player)
        if "end" not in seen:
            seen.add("end")
            self._take(self._window, "player_end")

    def _pause(self, player: PlayerPage, kind: StepKind) -> None:
        if kind is StepKind.MOVE:
            player.session_clock.send(CommandKind.PAUSE)
            self._take(self._window, "player_paused")
            player.session_clock.send(CommandKind.RESUME)

    def _go_into(self, player: PlayerPage) -> None:
        """Let time pass to the middle of the step in play."""
        state = player.session_clock.state
        self._pass(player, lead_in_left(state) + min(20.0, (state.step.seconds or 0) * 0.45))

    def _go_past(self, player: PlayerPage) -> None:
        """Let the step in play run out, or end it where only the person can."""
        clock = player.session_clock
        index, remaining = clock.state.index, clock.state.remaining
        question = player.findChild(PlayerAsk)
        if clock.state.step.kind is StepKind.ASK and isinstance(question, PlayerAsk):
            question.answered.emit(Said(SHOWN_PAIN))
        elif remaining is None:
            clock.send(CommandKind.NEXT)
        else:
            self._pass(player, lead_in_left(clock.state) + remaining)
        if clock.state.index == index and not clock.state.status.is_over:
            clock.send(CommandKind.NEXT)

    def _pass(self, player: PlayerPage, seconds: float) -> None:
        """Let time pass in strides that are no stall."""
        clock = player.session_clock
        while seconds > 0 and clock.state.status is Status.RUNNING:
            stride = min(_STRIDE, seconds)
            self._clock.advance(stride)
            clock.tick()
            seconds -= stride

    # --- Every kind of step -----------------------------------------------------------------------

    def take_steps(self) -> None:
        """Each kind of step, what may happen on the way, self-care and self-tests."""
        for shot in SHOTS:
            self._take_step(shot)
        levels = self._library.exercise("bal-single-leg").levels
        for eyes in Eyes:
            level = next(level.id for level in levels if level.eyes is eyes)
            self._take_step(Shot(f"balance_{eyes}", "bal-single-leg", _work, level))
        self._coach.services.settings.change(letter_style=LetterStyle.CURSIVE)
        self._take_step(Shot("letter_cursive", "mob-alphabet", lambda s: s.letter == "B"))
        self._take_interruptions()
        self._take_offer()
        for measure in TESTS:
            self._take_test(measure)
        self._take_ice()
        self._take_others()

    def _take_step(self, shot: Shot) -> None:
        with self._playing(self._progress(shot)) as player:
            self._reach(player, shot)
            self._take(self._window, f"step_{shot.name}")

    def _progress(self, shot: Shot) -> SessionInProgress:
        exercise = self._library.exercise(shot.exercise)
        level = exercise.level(shot.level) if shot.level else exercise.default
        prescription = Prescription(
            id=f"shown.{exercise.id}",
            exercise=exercise.id,
            level=level.id,
            dose=level.dose,
            side_mode=level.side_mode,
            session="shown",
        )
        moment = self._coach.services.reader.moment()
        return SessionInProgress(
            id="shown",
            session="shown",
            name=self._words.gettext("Strength A"),
            plan_version=1,
            started=moment,
            saved=moment,
            state=new_session(self._coach.services.sessions.steps([prescription], None)),
            played=(prescription,),
        )

    def _reach(self, player: PlayerPage, shot: Shot) -> None:
        player.start()
        clock = player.session_clock
        while not (clock.state.status.is_over or shot.wanted(clock.state.step)):
            if clock.state.step.is_work:
                self._pass(player, lead_in_left(clock.state) + 1)
            clock.send(CommandKind.NEXT)
        if shot.seconds is None:
            self._go_into(player)
        else:
            self._pass(player, lead_in_left(clock.state) + shot.seconds)

    def _take_interruptions(self) -> None:
        """A pause, going on, sleep, too painful, and the end of a session that was left early."""
        shot = Shot("", "str-calf-uni", _kind(StepKind.MOVE), seconds=8.5)
        with self._playing(self._progress(shot)) as player:
            self._reach(player, shot)
            clock = player.session_clock
            clock.send(CommandKind.PAUSE)
            self._take(self._window, "step_paused")
            clock.send(CommandKind.RESUME)
            self._take(self._window, "step_resuming")
            self._pass(player, 5)
            self._clock.advance(0, slept=1200)
            clock.tick()
            self._take(self._window, "step_slept")
            self._press(player, "control_pause")
            self._press(player, "control_too_painful")
            self._take(self._window, "step_too_painful")
            self._press(player, "ask_cancel")
            clock.send(CommandKind.FINISH)
            self._take(self._window, "step_end")

    def _take_offer(self) -> None:
        """What Today offers where a session was left."""
        services = self._coach.services
        session = next(s for s in services.coach.todays_sessions() if s.offers and s.times)
        kept = services.sessions.start(session.session.id)
        services.sessions.keep(kept, msgspec.structs.replace(kept.state, status=Status.PAUSED, index=1))
        self._window.show_page("today")
        self._coach.hub.publish(Changes.PROGRESS)
        self._take(self._window, "step_offer")
        self._coach.hub.publish(services.sessions.discard())

    def _take_test(self, measure: str) -> None:
        today = self._window.show_page("today")
        assert isinstance(today, TodayPage)
        today.test_requested.emit(measure)
        dialog = self._window.findChildren(SelfTestDialog)[-1]
        self._take_dialog(dialog, f"test_{measure}")

    def _take_ice(self) -> None:
        """Ice: the questions, on the skin, the look at it, off, and not again so soon."""
        desk, ice, hub = self._coach.shell.care, self._coach.services.ice, self._coach.hub
        self._take_dialog(desk.open("rec-ice"), "ice_questions")
        clear = {
            block.id: ScreenAnswer.NO if block.flagged_by == "yes" else ScreenAnswer.YES
            for block in ice.content.blocks
        }
        _, changes = ice.start(clear)
        hub.publish(changes)
        for seconds, name in ((60, "on"), (300, "check"), (1000, "off")):
            self._clock.advance(seconds)
            desk.watch.look()
            self._take_dialog(desk.open("rec-ice"), f"ice_{name}")
            self._take(self._window, f"step_ice_bar_{name}")
        hub.publish(ice.stop())
        self._take_dialog(desk.open("rec-ice"), "ice_too_soon")

    def _take_others(self) -> None:
        """A raised leg and a wrap, before and while they are on."""
        desk, care, hub = self._coach.shell.care, self._coach.services.care, self._coach.hub
        rules = self._coach.services.rules
        for exercise in ("rec-elevation", "rec-compression"):
            self._take_dialog(desk.open(exercise), exercise)
        hub.publish(care.start_elevation())
        care.start_wrap({block.id: ScreenAnswer.NO for block in rules.compression.blocks})
        hub.publish(Changes.ICE)
        for exercise in ("rec-elevation", "rec-compression"):
            self._take_dialog(desk.open(exercise), f"{exercise}_on")

    def _take_dialog(self, dialog: QDialog, name: str) -> None:
        self._take(dialog, f"step_{name}")
        dialog.reject()

    def _press(self, player: PlayerPage, name: str) -> None:
        button = player.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
