"""Renders every page and dialog with the sample data to PNG files, without a screen.

    python packaging/screenshots.py DIR [--only PART] [--size WxH] [--theme NAME] [--text-scale N]

The clock stands still on a fixed morning, so that the same program gives the same pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from ankle_coach.app import make_application
from ankle_coach.coach import Coach, build_coach
from ankle_coach.content.catalog import open_library
from ankle_coach.demo import fill_with_sample
from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.foot_map import FootZone
from ankle_coach.domain.intake import Onset
from ankle_coach.domain.intake_form import Reason
from ankle_coach.domain.library import Library
from ankle_coach.domain.safety import Outcome, ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.settings import ThemeSetting, Units
from ankle_coach.domain.sides import Side
from ankle_coach.i18n import SOURCE_LANGUAGE, Translator, translator
from ankle_coach.paths import AppPaths, app_paths, ensure
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.ui.dialogs.assessment_dialog import AssessmentDialog
from ankle_coach.ui.dialogs.before_session_dialog import BeforeSessionDialog
from ankle_coach.ui.dialogs.check_in_dialog import CheckInDialog
from ankle_coach.ui.dialogs.decision_dialog import DecisionDialog
from ankle_coach.ui.dialogs.entry_form import deletion_question
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.dialogs.override_dialog import OverrideDialog
from ankle_coach.ui.dialogs.review_dialog import ReviewDialog
from ankle_coach.ui.dialogs.run_dialog import RunDialog
from ankle_coach.ui.dialogs.score_dialog import ScoreDialog
from ankle_coach.ui.dialogs.screen_dialog import ScreenDialog
from ankle_coach.ui.dialogs.session_entry_dialog import SessionEntryDialog
from ankle_coach.ui.dialogs.threshold_dialog import ThresholdDialog
from ankle_coach.ui.pages.exercises_page import ExercisesPage
from ankle_coach.ui.pages.today_locks import TodayLocks
from ankle_coach.ui.pages.welcome_page import WelcomePage
from ankle_coach.ui.widgets.equipment_filter import EquipmentFilter
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from file_pictures import take_files
from journal_pictures import take_sections
from own_pictures import take_own
from picture_screen import pretend_screen
from player_pictures import PlayerPictures

MORNING = datetime(2026, 3, 10, 12, 30, tzinfo=UTC)
"""The moment of the pictures: Tuesday, March 10, half past seven in the morning on the US East Coast."""
OFFSET = timedelta(hours=-5)
PARTS = ("pages", "welcome", "dialogs", "files", "player", "safety")
ON_WISH = ("steps", "own")
"""What is only taken when it is asked for: every kind of step of the player, and an own exercise."""
SHOWN_EXERCISE, SHOWN_REFERENCE = "str-calf-bi", "S01"
SHOWN_FOLDER = "/home/robin/.local/share/ankle-coach"
SHOWN_SIGN = "R12"


class StillClock:
    """The `Clock` port, standing still but for `advance`."""

    def __init__(self) -> None:
        self._awake = 1000.0
        self._slept = 0.0

    def reading(self) -> Reading:
        """The monotonic clocks, in seconds."""
        return Reading(awake=self._awake, elapsed=self._awake + self._slept)

    def now(self) -> datetime:
        """The instant, in UTC."""
        return MORNING + timedelta(seconds=self._awake + self._slept - 1000.0)

    def offset(self) -> timedelta:
        """Local time minus UTC."""
        return OFFSET

    def advance(self, seconds: float, slept: float = 0.0) -> None:
        """Let time pass, and the computer sleep."""
        self._awake += seconds
        self._slept += slept


class Studio:
    """An app over sample data, and the folder that its pictures go to."""

    def __init__(
        self,
        app: QApplication,
        coach: Coach,
        clock: StillClock,
        words: Translator,
        paths: AppPaths,
        out: Path,
    ) -> None:
        """Remember what is needed to take pictures."""
        self._app, self._coach, self._clock, self._words, self._out = app, coach, clock, words, out
        self._journal = paths.journal_file
        self._library: Library = open_library()
        self._window = coach.shell.window

    def settle(self) -> None:
        """Let Qt lay out, draw, and do what it put off, pictures of figures included."""
        for _ in range(12):
            self._app.processEvents()
            for stills in self._window.findChildren(FigureStills):
                stills.finish()

    def take(self, widget: QWidget, name: str) -> None:
        """Keep the picture of a widget."""
        self.settle()
        widget.grab()  # what it asks for only while it is painted is there for the next time
        self.settle()
        file = self._out / f"{name}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"{file}: cannot be written")
        print(file.name)

    def take_pages(self) -> None:
        """The pages of the rail."""
        for key in ("today", "plan", "exercises", "journal", "running", "settings"):
            page = self._window.show_page(key)
            if isinstance(page, ExercisesPage):
                self._hold_figure(page)
                self.take(self._window, "exercises_gallery")
                page.show_exercise(SHOWN_EXERCISE)
                self._hold_figure(page)
            if isinstance(folder := page.findChild(QLabel, "data_folder"), QLabel):
                folder.setText(SHOWN_FOLDER)
            self.take(self._window, key)
            take_sections(page, self.settle, lambda name: self.take(self._window, name))
            if isinstance(page, ScrollPage) and key in ("plan", "settings"):
                page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
                self.take(self._window, f"{key}_end")

    def _hold_figure(self, page: QWidget) -> None:
        """Let the detail's figure stand: pictures must repeat."""
        pose = page.findChild(SegmentedControl, "figure_pose")
        if isinstance(pose, SegmentedControl):
            pose.set_current("end")

    def take_own(self) -> None:
        """An own exercise: its editor, and where it is shown and played."""
        take_own(self._coach, self.take, self.settle)

    def take_welcome(self) -> None:
        """The screens of the first run, as a newcomer meets them."""
        self._coach.shell.choose_plan(first_run=True)
        self.take(self._window, "welcome")
        page = self._window.player
        assert isinstance(page, WelcomePage)
        self._press("runner_button")
        page.draft.set_reason(Reason.SPOT)
        page.draft.update(affected=Side.LEFT, onset=Onset.GRADUAL)
        page.draft.set_zones(frozenset({FootZone.ACHILLES_MIDDLE}))
        self.take(self._window, "welcome_where")
        for name in ("welcome_story", "welcome_about", "welcome_safety"):
            self._press("next_button")
            self.take(self._window, name)
        for group in ("now", "joint", "course", "person"):
            self._press(f"no_to_{group}")
        self._press("next_button")
        self.take(self._window, "welcome_plan")
        page.draft.answer("R08", ScreenAnswer.YES)
        self._press("back_button")
        self._press("next_button")
        self.take(self._window, "welcome_stop")
        self._window.leave_player()

    def _press(self, name: str) -> None:
        player = self._window.player
        button = None if player is None else player.findChild(QPushButton, name)
        if button is None:
            raise LookupError(f"there is no button {name!r}")
        button.click()

    def take_safety(self) -> None:
        """A lock on Today, the record that ends it, and the weekly questions."""
        safety, today = self._coach.services.safety, self._window.show_page("today")
        locks = today.findChild(TodayLocks)
        assert locks is not None
        locks.ask(Occasion.WEEKLY)
        self._take_child(locks, ScreenDialog, "dialog_screen")
        kept = safety.save_screen(Occasion.WEEKLY, {SHOWN_SIGN: ScreenAnswer.YES})
        self._coach.hub.publish(kept.changes)
        self.take(self._window, "today_locked")
        record = locks.findChild(QPushButton, f"record_{SHOWN_SIGN}")
        assert record is not None
        record.click()
        self._take_child(locks, AssessmentDialog, "dialog_assessment")
        self._coach.hub.publish(safety.record(kept.flags[0].id, Outcome.MISTAKEN))

    def _take_child(self, owner: QWidget, kind: type[QDialog], name: str) -> None:
        dialog = owner.findChild(kind)
        if dialog is not None:
            self.take(dialog, name)
            dialog.reject()

    def take_dialogs(self) -> None:
        """The dialogs, each by itself."""
        coach, overview = self._coach, self._coach.services.journal.overview()
        record = coach.services.journal.session(overview.sessions[-1].id)
        reference = self._library.reference(SHOWN_REFERENCE)
        log, reviews, runs = coach.services.coach.decisions(), coach.services.reviews, coach.services.runs
        look, rules = (coach.theme, self._words, self._window), coach.services.thresholds
        makers: dict[str, Callable[[], QDialog]] = {
            "dialog_evidence": lambda: EvidenceDialog(reference, *look),
            "dialog_session": lambda: SessionEntryDialog(record, self._library, *look),
            "dialog_check_in": lambda: CheckInDialog(overview.check_ins[-1], *look),
            "dialog_decision": lambda: DecisionDialog(log[0], log, self._library, *look),
            "dialog_override": lambda: OverrideDialog(log[0], self._library, *look),
            "dialog_review": lambda: ReviewDialog(reviews, *look),
            "dialog_score": lambda: ScoreDialog(reviews, *look),
            "dialog_before_session": lambda: BeforeSessionDialog(*look),
            "dialog_run": lambda: RunDialog(
                runs.new_run(), runs, Units.METRIC, overview.today, *look, is_new=True
            ),
            "dialog_thresholds": lambda: ThresholdDialog(
                rules.current(), rules.problem, self._library, *look
            ),
            "dialog_delete": lambda: deletion_question(*look),
        }
        for name, make in makers.items():
            dialog = make()
            dialog.open()
            self.take(dialog, name)
            dialog.reject()
        self._take_equipment()

    def _take_equipment(self) -> None:
        chooser = self._window.show_page("exercises").findChild(EquipmentFilter)
        if chooser is not None:
            chooser.click()
            self.take(chooser.panel, "panel_equipment")
            chooser.panel.close()

    def take_files(self) -> None:
        """What comes and goes as files and on paper."""
        take_files(self._coach, self._words, self._journal, self.take)

    def take_player(self) -> None:
        """The player as a session of the plan goes by."""
        self._players().take_player()

    def take_steps(self) -> None:
        """Each kind of step, self-care, self-tests, and the offer to go on."""
        self._players().take_steps()

    def _players(self) -> PlayerPictures:
        return PlayerPictures(self._coach, self._clock, self._words, self._library, self.take)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Render every page and dialog to PNG files.")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the pictures go; made if missing")
    parser.add_argument(
        "--size",
        type=lambda text: tuple(map(int, text.split("x", 1))),
        default=(1366, 768),
        metavar="WxH",
        help="of the window and the screen",
    )
    parser.add_argument("--theme", choices=[theme.value for theme in ThemeSetting], default="light")
    parser.add_argument("--text-scale", type=int, default=100, metavar="N", help="percent, 80 to 200")
    parser.add_argument("--language", default=SOURCE_LANGUAGE, metavar="CODE", help="qps shows long words")
    parser.add_argument("--only", choices=(*PARTS, *ON_WISH), help="take only these")
    return parser.parse_args()


def _prepare(paths: AppPaths, clock: StillClock, options: argparse.Namespace) -> None:
    ensure(paths)
    settings = SettingsFile(paths.settings_file)
    look = {"theme": ThemeSetting(options.theme), "text_scale": options.text_scale}
    settings.save(msgspec.structs.replace(settings.current(), **look))
    fill_with_sample(paths, clock)


def main() -> int:
    """Take all pictures and print their names."""
    options = _arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ankle-coach-pictures-") as folder:
        pretend_screen(Path(folder), *options.size)
        app, clock, words = make_application(), StillClock(), translator(options.language)
        app.setCursorFlashTime(0)  # a cursor that blinks would make two pictures of one page
        _prepare(paths := app_paths(Path(folder)), clock, options)
        coach = build_coach(paths, app, clock, words=words)
        coach.shell.window.resize(*options.size)
        coach.begin()
        coach.shell.window.show()
        studio = Studio(app, coach, clock, words, paths, options.folder)
        for name in (*PARTS, *ON_WISH):
            if options.only == name or (options.only is None and name in PARTS):
                getattr(studio, f"take_{name}")()
        coach.shell.window.close()
        coach.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
