"""Renders a therapist's pages and dialogs with the invented persons to PNG files, without a screen.

    python packaging/clinic_pictures.py DIR [--size WxH] [--theme NAME] [--text-scale N] [--language CODE]

The clock stands still on the morning of `screenshots.py`, so that the same program gives the same pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ankle_coach.app import make_application
from ankle_coach.coach import Coach, build_coach
from ankle_coach.demo import fill_with_clinic
from ankle_coach.domain.clocks import Reading
from ankle_coach.domain.journal import Person
from ankle_coach.domain.plan_edit import remove
from ankle_coach.domain.settings import ThemeSetting
from ankle_coach.i18n import SOURCE_LANGUAGE, translator
from ankle_coach.paths import app_paths, ensure
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.person_dialog import PersonDialog
from ankle_coach.ui.main_window import MainWindow
from ankle_coach.ui.pages.plan_builder_page import PlanBuilderPage
from ankle_coach.ui.pages.settings_clinic import LetterheadCard
from ankle_coach.ui.widgets.builder_preview import BuilderPreview
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.people_list import PeopleList
from file_pictures import take_open_dialog
from picture_screen import pretend_screen

W = TypeVar("W", bound=QObject)
SHOWN, LOCKED = "Lena Brandt", "Dana Okafor"


class StillClock:
    """The `Clock` port, standing still."""

    def reading(self) -> Reading:
        """The monotonic clocks, in seconds."""
        return Reading(awake=1000.0, elapsed=1000.0)

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime(2026, 3, 10, 12, 30, tzinfo=UTC)

    def offset(self) -> timedelta:
        """Local time minus UTC."""
        return timedelta(hours=-5)


class Clinic:
    """A therapist's app, and the folder that its pictures go to."""

    def __init__(self, app: QApplication, coach: Coach, out: Path) -> None:
        """Remember what is needed to take pictures."""
        self._app, self._coach, self._out = app, coach, out
        self._window: MainWindow = coach.shell.window

    def take(self, widget: QWidget, name: str) -> None:
        """Keep the picture of a widget."""
        for _ in range(6):
            self._app.processEvents()
        file = self._out / f"{name}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"{file}: cannot be written")
        print(file.name)

    def take_all(self) -> None:
        """The list, a person open with their pages, the dialogs, and the first run."""
        self._choose(SHOWN)
        self.take(self._window, "people")
        self._take_dialogs()
        self._press("panel_open")
        for key in ("plan", "journal", "today"):
            self._window.show_page(key)
            self.take(self._window, f"person_{key}")
        self.take_builder()
        self._window.show_page("people")
        self._choose(LOCKED)
        self.take(self._window, "people_locked")
        self._press("panel_open")
        self._window.show_page("today")
        self.take(self._window, "person_locked")
        settings = self._window.show_page("settings")
        self.take(self._window, "settings_role")
        self.take(_found(settings, LetterheadCard), "settings_letterhead")
        self._coach.shell.choose_plan(first_run=True)
        self.take(self._window, "welcome_who")
        self._press("therapist_button")
        self.take(self._window, "welcome_therapist")
        self._window.leave_player()

    def take_builder(self) -> None:
        """The plan builder: as it opens, one exercise open, several chosen, and the empty plan's starts."""
        self._coach.shell.build_plan(self._coach.services.people.required().id)
        page = self._window.player
        assert isinstance(page, PlanBuilderPage)
        ids = tuple(prescription.id for prescription in page.draft.plan.prescriptions)
        self._take_built(page, "builder")
        page.outline.choose(ids[1:2], opens=True)
        self._take_built(page, "builder_open")
        page.outline.choose(ids[:3])
        self._take_built(page, "builder_several")
        self._press("template_button")
        take_open_dialog(self.take, "dialog_template")
        page.draft.do("Remove", lambda plan: remove(plan, ids[:1]))
        self._press("save_button")
        take_open_dialog(self.take, "dialog_save_plan")
        page.starts.start_blank()
        self._take_built(page, "builder_empty")
        _found(page.starts.menu(page), QAction, "start_other").trigger()
        take_open_dialog(self.take, "dialog_other_plan")
        self._window.leave_player()

    def _take_built(self, page: PlanBuilderPage, name: str) -> None:
        """Keep a picture of the builder with all figures and the preview in it."""
        self._app.processEvents()
        for stills in page.findChildren(FigureStills):
            stills.finish()
        for preview in page.findChildren(BuilderPreview):
            preview.refresh()
        self.take(self._window, name)

    def add_persons(self, count: int) -> None:
        """Add persons without a plan, until there are so many."""
        people = self._coach.services.people
        for number in range(len(people.people()), count):
            new = people.new()
            people.add(Person(id=new.id, role=new.role, name=f"P-{number:03d}"))

    def _take_dialogs(self) -> None:
        self._take_dialog("add_person", PersonDialog, "dialog_person_new")
        self._take_dialog("panel_edit", PersonDialog, "dialog_person")
        self._take_dialog("panel_delete", ConfirmDialog, "dialog_delete_person")

    def _take_dialog(self, button: str, kind: type[QDialog], name: str) -> None:
        self._press(button)
        dialog = self._window.findChildren(kind)[-1]
        self.take(dialog, name)
        dialog.reject()

    def _choose(self, name: str) -> None:
        people = _found(self._window, PeopleList)
        person = next(p for p in self._coach.services.people.people() if p.name == name)
        people.refresh(person.id)

    def _press(self, name: str) -> None:
        _found(self._window, QPushButton, name).click()


def _found(owner: QWidget, kind: type[W], name: str = "") -> W:
    found = owner.findChild(kind, name) if name else owner.findChild(kind)
    if not isinstance(found, kind):
        raise LookupError(f"there is no {kind.__name__} {name!r}")
    return found


def _size(text: str) -> tuple[int, ...]:
    return tuple(int(side) for side in text.lower().split("x", 1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Render a therapist's pages and dialogs to PNG files.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument(
        "--size", type=_size, default=(1366, 768), metavar="WxH", help="of the window and the screen"
    )
    parser.add_argument("--theme", choices=[theme.value for theme in ThemeSetting], default="light")
    parser.add_argument("--text-scale", type=int, default=100, metavar="N", help="percent, 80 to 200")
    parser.add_argument("--language", default=SOURCE_LANGUAGE, metavar="CODE", help="qps shows long words")
    parser.add_argument("--persons", type=int, default=12, metavar="N", help="as many persons at least")
    return parser.parse_args()


def main() -> int:
    """Take all pictures and print their names."""
    options = _arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ankle-coach-pictures-") as folder:
        pretend_screen(Path(folder), *options.size)
        app, clock = make_application(), StillClock()
        app.setCursorFlashTime(0)  # a cursor that blinks would make two pictures of one page
        ensure(paths := app_paths(Path(folder)))
        settings = SettingsFile(paths.settings_file)
        look = {"theme": ThemeSetting(options.theme), "text_scale": options.text_scale}
        settings.save(msgspec.structs.replace(settings.current(), **look))
        fill_with_clinic(paths, clock)
        coach = build_coach(paths, app, clock, words=translator(options.language))
        clinic = Clinic(app, coach, options.folder)
        clinic.add_persons(options.persons)
        coach.shell.window.resize(*options.size)
        coach.begin()
        coach.shell.window.show()
        clinic.take_all()
        coach.shell.window.close()
        coach.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
