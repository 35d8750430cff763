"""A runner who lives through days of the real window: the app over a folder, by key and click."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ankle_coach.coach import Coach, build_coach
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.session_state import Status
from ankle_coach.domain.steps import StepKind
from ankle_coach.i18n import translator
from ankle_coach.paths import app_paths
from ankle_coach.ui.day_watch import DayWatch
from ankle_coach.ui.pages.player_page import PlayerPage
from ankle_coach.ui.widgets.answer_strip import AnswerStrip
from ankle_coach.ui.widgets.foot_map import FootMap
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.question_row import QuestionRow
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.session_card import PlannedSessionCard
from tests.helpers.fake_clock import FakeClock
from tests.helpers.widgets import child, click, press, texts, type_text

Value = str | int | bool
"""What a field of a form is answered with: the key of a choice, a number, a tick, or words."""
_RULE = re.compile("[OR][0-9]")
"""How the ids of safety questions begin."""
_TICK = 25.0
"""Seconds between looks of the player at the clock: fewer than it takes for a computer's sleep."""
_BETWEEN_BOUTS = 2 * 3600.0
_MOST_BOUTS = 8


class WindowStory:
    """One runner at one computer; each day begins in the morning at eight local time.

    Nothing is written but through widgets that are in view; services are only read, to assert on.
    """

    def __init__(self, folder: Path, app: QApplication, clock: FakeClock | None = None) -> None:
        """Open the window over an empty folder for the first time."""
        self.folder, self._app = folder, app
        self.clock = clock or FakeClock()
        self._coach: Coach | None = None
        self.open()

    # --- the program --------------------------------------------------------------------------

    @property
    def coach(self) -> Coach:
        """The open app."""
        assert self._coach is not None, "the window is closed"
        return self._coach

    def open(self) -> None:
        """Start the program."""
        coach = self._coach = build_coach(
            app_paths(self.folder), self._app, self.clock, words=translator(), starting=True
        )
        coach.services.settings.change(sound=False)  # a computer without a sound device
        coach.begin()
        coach.shell.window.resize(1366, 768)
        coach.shell.window.show()
        self._watch = DayWatch(coach.services.reader.until, coach.hub)
        self.settle()

    def close(self) -> None:
        """End the program."""
        coach, self._coach = self.coach, None
        coach.shell.window.close()
        self.settle()
        coach.close()
        for part in (coach.shell.window, coach.shell, coach.hub, coach.theme):
            part.deleteLater()
        self.settle()

    def reopen(self) -> None:
        """End the program and start it again."""
        self.close()
        self.open()

    def settle(self) -> None:
        """Let the window do what it put off."""
        for _ in range(3):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- looking and touching -----------------------------------------------------------------

    def find(self, name: str, owner: QWidget | None = None) -> QWidget | None:
        """Return the widget of a name that is in view; None where there is none."""
        found = (owner or self.coach.shell.window).findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def get(self, name: str, owner: QWidget | None = None) -> QWidget:
        """Return the widget of a name; fails where it is not in view."""
        found = self.find(name, owner)
        assert found is not None, f"{name} is not in view"
        return found

    def click(self, name: str, owner: QWidget | None = None) -> None:
        """Click what is in view and enabled."""
        widget = self.get(name, owner)
        assert widget.isEnabled(), f"{name} cannot be clicked"
        click(widget)
        self.settle()

    def page(self, key: str) -> QWidget:
        """Go to a page by the rail."""
        self.click(f"rail_{key}")
        page = self.coach.shell.window.page(key)
        assert page is not None
        return page

    def told(self, key: str = "today") -> str:
        """Return what a page says."""
        return texts(self.page(key))

    def dialog(self, name: str) -> QDialog:
        """Return the dialog that is open."""
        found = self.get(name)
        assert isinstance(found, QDialog)
        return found

    def fill(self, owner: QWidget, answers: Mapping[str, Value]) -> None:
        """Answer fields by their names; one that is not in view fails."""
        for name, value in answers.items():
            self._answer(self.get(name, owner), value)
            self.settle()

    def _answer(self, field: QWidget, value: Value) -> None:
        if isinstance(field, PainScale):
            click(child(field, QToolButton, f"scale_{value}"))
        elif isinstance(field, SegmentedControl):
            click(child(field, QToolButton, f"choice_{value}"))
        elif isinstance(field, AnswerStrip):
            key = ("no", "yes")[value] if isinstance(value, bool) else value
            click(child(field, QToolButton, f"answer_{key}"))
        elif isinstance(field, QAbstractSpinBox):
            field.setFocus()
            field.selectAll()
            type_text(field, str(value))
            press(field, Qt.Key.Key_Tab)
        elif isinstance(field, QLineEdit):
            type_text(field, str(value))
        else:
            assert isinstance(field, QCheckBox)
            press(field, Qt.Key.Key_Space)

    # --- the first run ------------------------------------------------------------------------

    def begin(
        self,
        reason: str,
        *zones: FootZone,
        affected: str = "",
        story: Mapping[str, Value] | None = None,
        about: Mapping[str, Value] | None = None,
        program: str = "",
    ) -> None:
        """Say who you are and answer the first questions, no sign among them; accept the plan."""
        self.click("runner_button")
        welcome = self.coach.shell.window.player
        assert welcome is not None
        self.fill(welcome, {"reason": reason, **({"affected": affected} if affected else {})})
        for zone in zones:
            self._touch(child(welcome, FootMap), zone)
        self.click("next_button")
        if self.find("story_screen") is not None:
            self.fill(welcome, story or {})
            self.click("next_button")
        self.fill(welcome, about or {})
        self.click("next_button")
        self._answer_no(welcome, {})
        self.click("next_button")
        if program:
            self.fill(welcome, {"program_choice": program})
        self.click("accept_button")

    def _touch(self, foot: FootMap, zone: FootZone) -> None:
        foot.setFocus()
        while foot.current is not zone:
            press(foot, Qt.Key.Key_Right)
        press(foot, Qt.Key.Key_Space)

    def _answer_no(self, owner: QWidget, given: Mapping[str, str]) -> None:
        """Answer every safety question in view with no but those given, and the walk of four steps well."""
        for _ in range(3):  # an answer may bring another question
            for row in owner.findChildren(QuestionRow):
                if row.isVisible() and row.strip.value is None and _RULE.match(row.key):
                    self._answer(row.strip, given.get(row.key, "yes" if row.key == "O5" else "no"))
                    self.settle()

    # --- days ---------------------------------------------------------------------------------

    def live(
        self,
        days: int = 1,
        *,
        pain: int = 0,
        first_step: int | None = None,
        stiff: int = 0,
        swelling: int = 0,
        during: int = 1,
        after: int = 1,
        plays: bool = True,
    ) -> None:
        """Live some days: check in, answer what is due, play what is planned, sleep."""
        for _ in range(days):
            self.morning(pain, first_step=first_step, stiff=stiff, swelling=swelling)
            self.screen()
            if plays:
                self.play_all(during, after)
            self.night()

    def night(self, days: int = 1) -> None:
        """Let the night pass, or several; the window stays open."""
        morning = self.clock.now().replace(hour=7, minute=0, second=0) + timedelta(days=days)
        self.clock.suspend((morning - self.clock.now()).total_seconds())
        self._watch.look()
        self.settle()

    def morning(self, pain: int, *, first_step: int | None = None, stiff: int = 0, swelling: int = 0) -> None:
        """Check in with whatever is asked."""
        today = self.page("today")
        self.fill(today, {"check_in_scale": pain})
        told: dict[str, Value] = {
            "check_in_first_step": pain if first_step is None else first_step,
            "check_in_stiff": stiff,
            "check_in_swelling": swelling,
        }
        self.fill(today, {name: value for name, value in told.items() if self.find(name, today)})

    def screen(self, **given: str) -> bool:
        """Answer the weekly safety questions where they are due: no but for those given."""
        self.page("today")
        banner = self.find("weekly_screen")
        if banner is None:
            return False
        button = next(one for one in banner.findChildren(QPushButton) if one.isVisible())
        click(button)
        dialog = self.dialog("screen_dialog")
        self._answer_no(dialog, given)
        self.click("entry_save", dialog)
        return True

    def starts(self) -> list[str]:
        """Return the sessions whose Start stands out: planned, and not done yet."""
        today = self.page("today")
        cards = [card for card in today.findChildren(PlannedSessionCard) if card.isVisible()]
        buttons = [b for card in cards for b in card.findChildren(QPushButton) if b.isVisible()]
        return [b.objectName().removeprefix("start_") for b in buttons if b.property("kind") == "primary"]

    def play_all(self, during: int = 1, after: int = 1) -> list[str]:
        """Play every planned session of the day, as often as it is planned."""
        played: list[str] = []
        for _ in range(_MOST_BOUTS):
            left = self.starts()
            if not left:
                break
            for name in left:
                self.play(name, during, after)
                played.append(name)
            self.clock.advance(_BETWEEN_BOUTS)
        return played

    def play(self, session: str, during: int = 1, after: int = 1, effort: int = 5) -> None:
        """Start a session on Today, lead it to its end by key, and answer what is asked."""
        self.page("today")
        self.click(f"start_{session}")
        before = self.find("before_session_dialog")
        if before is not None:
            press(before, Qt.Key.Key_Return)
            self.settle()
        player = self.coach.shell.window.player
        assert isinstance(player, PlayerPage), f"{session} does not start"
        press(player, Qt.Key.Key_Space)
        while not player.session_clock.state.status.is_over:
            self._play_on(player, during)
        self.settle()
        for name, value in (("end_pain", after), ("end_effort", effort)):
            self._answer(self.get(name, player), value)
        self.click("end_save", player)
        self.click("end_leave", player)

    def _play_on(self, player: PlayerPage, during: int) -> None:
        """Let a step pass, tap where it is open, or answer its question."""
        state = player.session_clock.state
        if state.status is Status.PAUSED:
            press(player, Qt.Key.Key_Space)
        elif state.step.kind is StepKind.ASK:
            self._answer(self.get("ask_scale", player), during)
            self.click("ask_go", player)
        elif state.step.seconds is None:
            self.clock.advance(_TICK)
            player.session_clock.tick()
            press(player, Qt.Key.Key_Right)
        else:
            self.clock.advance(min(_TICK, (state.remaining or 0) + 0.01))
            player.session_clock.tick()

    # --- the plan -----------------------------------------------------------------------------

    def answer_phase(self, **answers: Value) -> None:
        """Answer on the plan page what the phase asks, by measure."""
        self.page("plan")
        self.click("phase_answers_button")
        dialog = self.dialog("review_dialog")
        self.fill(dialog, {f"review_{name.replace('_', '-')}": value for name, value in answers.items()})
        self.click("entry_save", dialog)

    def next_phase(self) -> None:
        """Go on to the next phase, which the plan page must offer."""
        self.page("plan")
        self.click("next_phase_button")
        press(self.dialog("confirm_dialog"), Qt.Key.Key_Return)
        self.settle()

    def record(self, rule: str, outcome: str, note: str = "") -> None:
        """Record what happened after a flag."""
        self.page("today")
        self.click(f"record_{rule}")
        dialog = self.dialog("assessment_dialog")
        self.fill(dialog, {"outcome": outcome, **({"note": note} if note else {})})
        self.click("entry_save", dialog)

    def pause(self, kind: str) -> None:
        """Pause the plan from today on, until it is ended."""
        self.page("plan")
        self.click("pause_button")
        dialog = self.dialog("pause_dialog")
        self.fill(dialog, {"kind": kind})
        if self.find("pause_open_end", dialog) is not None:
            self.fill(dialog, {"pause_open_end": True})
        self.click("entry_save", dialog)

    def end_pause(self) -> None:
        """End the pause that is going on."""
        self.page("plan")
        self.click("pause_button")

    def offers(self, page: str, name: str) -> bool:
        """Say whether a page has a widget of a name in view."""
        return self.find(name, self.page(page)) is not None

    def self_tests(self, values: Mapping[str, int]) -> None:
        """Do the self-tests that Today asks for: the other side as given, the sore one a little less."""
        for name, value in values.items():
            if self.offers("today", f"start_test_{name}"):
                self.click(f"start_test_{name}")
                dialog = self.dialog("self_test_dialog")
                self.fill(dialog, {"left_0": value, "right_0": value - 1})
                self.click("entry_save", dialog)

    def answer_all(self, *, pain: int, other: int = 0) -> None:
        """Answer all that the phase asks: pain with one number, and how often or yes and no with another."""
        self.page("plan")
        self.click("phase_answers_button")
        dialog = self.dialog("review_dialog")
        for field in dialog.findChildren(QWidget):
            if field.isVisible() and field.objectName().startswith("review_"):
                self._answer(field, pain if isinstance(field, PainScale) else other)
                self.settle()
        self.click("entry_save", dialog)

    # --- what was decided ---------------------------------------------------------------------

    def outcomes(self, *outcomes: Outcome) -> list[Decision]:
        """Return the decisions of some outcomes, oldest first."""
        return [d for d in reversed(self.coach.services.coach.decisions()) if d.outcome in outcomes]
