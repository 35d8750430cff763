"""Pictures of what comes and goes as files and on paper: arrivals, a filled week, the report, backups."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ankle_coach.coach import Coach
from ankle_coach.domain.schedule_changes import Pause, PauseKind
from ankle_coach.i18n import Translator
from ankle_coach.ui.dialogs.pause_dialog import PauseDialog
from ankle_coach.ui.dialogs.skip_dialog import SkipDialog
from ankle_coach.ui.export_flow import ExportFlow
from ankle_coach.ui.restore_notice import RestoreNotice

Take = Callable[[QWidget, str], None]
"""Keeps the picture of a widget under a name."""
SHOWN_COPIES = Path("/home/robin/.local/share/ankle-coach/backups")


def take_open_dialog(take: Take, name: str) -> None:
    """Keep the picture of the dialog that is in front, and close it.

    Raises:
        LookupError: There is none.
    """
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    if not shown:
        raise LookupError(f"no dialog is open for {name}")
    take(shown[-1], name)
    shown[-1].reject()


def take_files(coach: Coach, words: Translator, journal: Path, take: Take) -> None:
    """Take all pictures; nothing is kept or replaced.

    Args:
        coach: The app over sample data.
        words: The reader's language.
        journal: The file of the open journal.
        take: Keeps the picture of a widget under a name.
    """
    window, flow = coach.shell.window, coach.shell.files.flow
    look = (coach.theme, words, window)
    flow.enter_sheet()
    take_open_dialog(take, "dialog_paper_week")
    flow.report()
    take_open_dialog(take, "dialog_report")
    button = window.show_page("plan").findChild(QPushButton, "print_button")
    assert button is not None
    button.click()
    take_open_dialog(take, "dialog_print")
    with TemporaryDirectory(prefix="ankle-coach-pictures-") as folder:
        _take_arrivals(coach, Path(folder), take)
        _take_restore(coach, journal, Path(folder), take)
    today = coach.services.journal.today()
    holiday = Pause(
        kind=PauseKind.TRAVEL, from_day=today + timedelta(days=3), until_day=today + timedelta(days=12)
    )
    for name, dialog in (
        ("dialog_restored", RestoreNotice(*look[:2], SHOWN_COPIES, window, kept=SHOWN_COPIES / "before.db")),
        ("dialog_skip", SkipDialog("Strength A", "Wednesday, March 11", *look)),
        ("dialog_pause", PauseDialog(*look, today, lambda _pause: True, holiday)),
    ):
        dialog.open()
        take_open_dialog(take, name)


def _take_arrivals(coach: Coach, folder: Path, take: Take) -> None:
    """What a plan and a journal that arrive are shown as before they are taken in."""
    files, flow, plan = coach.services.files, coach.shell.files.flow, coach.services.plans.current()
    assert plan is not None
    files.send_plan(plan, folder / "Plan.ankleplan")
    files.send_journal(folder / "Journal.anklejournal")
    for name in ("Plan.ankleplan", "Journal.anklejournal"):
        flow.open(folder / name)
        take_open_dialog(take, f"dialog_arrival_{Path(name).stem.lower()}")


def _take_restore(coach: Coach, journal: Path, folder: Path, take: Take) -> None:
    """What is asked before a backup takes the place of the journal."""
    copy = folder / "Ankle Coach backup 2026-03-09.ankle.db"
    with closing(sqlite3.connect(journal)) as here, closing(sqlite3.connect(copy)) as there:
        here.backup(there)
    exports = coach.shell.window.findChild(ExportFlow)
    assert exports is not None
    exports.confirm(copy)
    take_open_dialog(take, "dialog_restore")
