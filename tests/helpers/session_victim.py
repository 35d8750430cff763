"""A process that plays sessions over a real journal until it is killed, and says what it has kept.

Each line is JSON: the session's id, its finished sets, and whether it is in the journal. A line is written
only after the storage has said that it is done. Run as ``python -m tests.helpers.session_victim DIR SEED``.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QCoreApplication, QTimer

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.dose import Dose, Hold, Reps, Tempo
from ankle_coach.domain.journal import NoAnswer, SessionRecord
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.session import CommandKind, credit_now, new_session
from ankle_coach.domain.session_state import SessionInProgress, SessionState, Status
from ankle_coach.domain.settings import Settings
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.steps import Step, compile_session
from ankle_coach.services.new_id import new_id
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.keep_awake import KeepAwake, Mode
from ankle_coach.ui.pages.player_session import PlayerSession
from ankle_coach.ui.voice import Voice
from ankle_coach.wiring import Services, build_services
from tests.helpers import builders as make
from tests.helpers.memory_settings import MemorySettings

LONGEST = 0.12
"""No step takes longer than this, in seconds."""
_COMMANDS = (
    CommandKind.NEXT,
    CommandKind.EXTRA_SET,
    CommandKind.TOUCH_DOWN,
    CommandKind.PAUSE,
    CommandKind.SKIP_SIDE,
)
_DOSES = (
    ("str-calf-bi", Reps(sets=2, reps=2, tempo=Tempo(up=0.03, hold=0, down=0.03), rest_sets=0.05)),
    ("bal-single-leg", Hold(sets=2, seconds=0.1, rest_sets=0.05)),
    ("str-calf-uni", Reps(sets=2, reps=5)),
)


class SleepyScreen(KeepAwake):
    """A screen that nobody keeps awake: the tests' machine need not know of it."""

    def _new_mode(self) -> Mode:
        raise RuntimeError("not in a test")


def short_steps() -> tuple[Step, ...]:
    """The steps of a session of three exercises in which nothing takes long."""
    plan = [
        Prescription(
            id=name, exercise=name, level="", dose=Dose(blocks=(block,)), side_mode=SideMode.EACH, session="s"
        )
        for name, block in _DOSES
    ]
    return tuple(
        msgspec.structs.replace(
            step,
            seconds=None if step.seconds is None else min(LONGEST, step.seconds),
            counts_touches=step.is_work and step.exercise == "bal-single-leg",
        )
        for step in compile_session(plan, None, frozenset({"bal-single-leg"}))
    )


def finished_sets(state: SessionState) -> list[str]:
    """The sets of which every step is done, as text."""
    done: dict[str, bool] = {}
    for step, credit in zip(state.steps, credit_now(state), strict=True):
        if step.is_work:
            key = f"{step.prescription}/{step.side}/{step.set_number}"
            done[key] = done.get(key, True) and credit.done
    return sorted(key for key, whole in done.items() if whole)


class Telling(JournalFile):
    """A journal that says what it has written, once it has."""

    def save_progress(self, person: str, progress: SessionInProgress) -> None:
        super().save_progress(person, progress)
        tell(progress.id, progress.state.index, finished_sets(progress.state), in_journal=False)

    def finish_session(self, person: str, record: SessionRecord) -> None:
        super().finish_session(person, record)
        tell(record.id, 0, [], in_journal=True)


def tell(session: str, index: int, sets: list[str], *, in_journal: bool) -> None:
    """Write a line."""
    print(json.dumps({"id": session, "index": index, "sets": sets, "in_journal": in_journal}), flush=True)


class Victim:
    """Plays one session after the other and presses keys at random."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        journal = Telling(folder / "journal.sqlite3", folder / "backups")
        if not journal.persons():
            journal.save_person(make.person())
        settings = MemorySettings(Settings(sound=False))
        self.services: Services = build_services(journal, settings, SystemClock(), open_library())
        self.session = self.begin()

    def begin(self) -> PlayerSession:
        """Go on with what was left, or begin anew."""
        sessions = self.services.sessions
        left = sessions.in_progress()
        if left is None:
            state = new_session(short_steps())
            left = sessions.keep(make.progress(id=new_id(), session="s", name="S", state=state), state)
        session = PlayerSession(
            sessions, SystemClock(), self.services.settings, left, CuePlayer(), SleepyScreen(), Voice("en")
        )
        if not left.state.status.is_over:
            session.begin()
        return session

    def act(self) -> None:
        """Press a key, or go on where the person would have to."""
        state = self.session.state
        if state.status.is_over:
            self.session.save(pain_after=NoAnswer.MISSING, effort=NoAnswer.MISSING, note="")
            self.session = self.begin()
        elif state.status is Status.PAUSED:
            self.session.send(CommandKind.RESUME)
        elif state.step.seconds is None:
            self.session.send(CommandKind.NEXT)
        elif self.chance.random() < 0.3:
            self.session.send(self.chance.choice(_COMMANDS))


def main() -> None:
    """Play until killed."""
    app = QCoreApplication([])
    victim = Victim(Path(sys.argv[1]), int(sys.argv[2]))
    keys = QTimer()
    keys.timeout.connect(victim.act)
    keys.start(20)
    app.exec()


if __name__ == "__main__":
    main()
