"""A therapist's first day by keys alone, sent to what has them: from an empty folder to a printed plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ankle_coach.coach import Coach, build_coach
from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.sides import Side
from ankle_coach.i18n import translator
from ankle_coach.paths import app_paths
from ankle_coach.ui.theme import Theme
from tests.helpers.fake_clock import FakeClock
from tests.helpers.keys import focused
from tests.helpers.widgets import press, type_text

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
SECONDS_A_KEY, SECONDS_A_THOUGHT = 0.25, 1.5


def _activate() -> None:
    """Give the keys back as a window manager does once a dialog is gone; the screen of tests has none."""
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        modal = QApplication.activeModalWidget()
        for window in [modal] if modal is not None else shown[:1]:
            window.activateWindow()
            QApplication.processEvents()


class Hand:
    """Presses keys on whatever has them, and counts keys and thoughts."""

    def __init__(self, qtbot: QtBot) -> None:
        """Begin with nothing pressed."""
        self._qtbot = qtbot
        self.keys = self.thoughts = 0

    @property
    def seconds(self) -> float:
        """How long a person would take."""
        return self.keys * SECONDS_A_KEY + self.thoughts * SECONDS_A_THOUGHT

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.keys += 1
        press(focused(), key, modifier)
        QApplication.processEvents()
        _activate()

    def type(self, text: str) -> None:
        """Think, and type."""
        self.thoughts += 1
        self.keys += len(text)
        type_text(focused(), text)

    def wait(self, done: Callable[[], bool]) -> None:
        """Wait until something has come about."""
        self._qtbot.waitUntil(done, timeout=5_000)

    def at(self, name: str) -> None:
        """See that the keys are where they are expected, and think what to do there."""
        self.thoughts += 1

        def arrived() -> None:
            _activate()
            here = getattr(QApplication.focusWidget(), "objectName", lambda: "nothing")()
            assert here == name, f"{here} has the keys, not {name}"

        self._qtbot.waitUntil(arrived, timeout=5_000)


@pytest.fixture
def coach(qtbot: QtBot, qapp: QApplication, dressed: Theme, tmp_path: Path) -> Iterator[Coach]:
    """The app over an empty folder, in view."""
    coach = build_coach(app_paths(tmp_path), qapp, FakeClock(), words=translator())
    qtbot.addWidget(coach.shell.window)
    coach.begin()
    with qtbot.waitActive(coach.shell.window):
        coach.shell.window.show()
    yield coach
    coach.shell.window.leave_player()
    coach.close()


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot)


def _begin(hand: Hand) -> None:
    """From the first screen to the builder of a new person."""
    hand.at("runner_button")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Return)
    hand.at("letterhead_name")
    hand.type("Lakeside")
    hand.key(Qt.Key.Key_Return)
    hand.at("empty_action")
    hand.key(Qt.Key.Key_N, CONTROL)
    hand.at("person_name")
    hand.type("K-17")
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.at("picker_search")


def _add(hand: Hand, *searched: str) -> None:
    for words in searched:
        hand.type(words)
        hand.key(Qt.Key.Key_Return)
        hand.at("picker_search")


def _plan(coach: Coach) -> Plan:
    return coach.services.plans.versions()[-1]


def _exercises(plan: Plan) -> list[str]:
    return [one.exercise for session in plan.sessions for one in plan.in_session(session.id)]


def _sets(plan: Plan, exercise: str) -> float:
    found = next(one for one in plan.prescriptions if one.exercise == exercise)
    return next(field.value for field in dose_fields(found.dose) if field.key is Key.SETS)


def test_from_an_empty_folder_to_a_pdf(coach: Coach, hand: Hand, home_folder: Path) -> None:
    _begin(hand)
    _add(hand, "two-leg calf", "towel stretch", "single-leg stand", "alphabet")
    hand.key(Qt.Key.Key_F6)  # to the exercise that was added last
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Return)
    for _ in range(3):
        hand.key(Qt.Key.Key_Tab)  # its menu, its level, its sets
    hand.at("value")
    hand.type("5")
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Up, ALT)
    hand.key(Qt.Key.Key_P, CONTROL)
    hand.at("sheet")
    hand.key(Qt.Key.Key_Return)
    hand.at("fileNameEdit")
    hand.key(Qt.Key.Key_Return)
    hand.wait(lambda: any(home_folder.rglob("*.pdf")))
    (paper,) = home_folder.rglob("*.pdf")

    plan = _plan(coach)
    assert _exercises(plan) == ["str-calf-bi", "bal-single-leg", "flx-towel-calf", "mob-alphabet"]
    assert (_sets(plan, "bal-single-leg"), plan.affected, plan.version) == (5, Side.LEFT, 1)
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    for said in ("Lakeside", "K-17", "5 holds of 30 s", "Toe alphabet"):
        assert said in words
    assert hand.seconds < 90, f"{hand.keys} keys and {hand.thoughts} thoughts are {hand.seconds:.0f} s"
    hand.key(Qt.Key.Key_Escape)
    hand.at("card_core-days.bal-single-leg")


def test_from_a_program_to_a_second_version_and_back_out(coach: Coach, hand: Hand) -> None:
    _begin(hand)
    hand.key(Qt.Key.Key_F6)
    hand.at("start_achilles-insertional_p1")
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    hand.key(Qt.Key.Key_S, CONTROL)
    first = _plan(coach)
    assert (first.program, first.phase, first.version) == ("achilles-midportion", "p2", 1)

    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_Return)  # into what both share
    hand.at("value")
    hand.type("4")
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Delete)
    hand.key(Qt.Key.Key_Z, CONTROL)
    hand.key(Qt.Key.Key_S, CONTROL)
    hand.at("save_accept")
    hand.key(Qt.Key.Key_Return)
    second = _plan(coach)
    assert second.version == 2
    changed = _exercises(second)[:2]
    assert [_sets(second, exercise) for exercise in changed] == [4, 4]
    assert len(second.prescriptions) == len(first.prescriptions)

    hand.key(Qt.Key.Key_Escape)
    for _ in range(2):
        if coach.shell.window.player is not None:
            hand.key(Qt.Key.Key_Escape)
    assert coach.shell.window.player is None
    assert coach.shell.window.current_key == "plan"
    focused()
