"""The headless commands that read or write journals: replay, export, import, backup, restore."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.arrival import JournalArrival, LibraryArrival, PlanArrival
from ankle_coach.domain.backup_facts import amounts
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import outcome_words, reason
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.facts_of_records import until
from ankle_coach.domain.file_copies import JournalCopy
from ankle_coach.domain.journal_fold import fold_journal
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan_tables import decision_dose
from ankle_coach.domain.words import Words
from ankle_coach.exchange.journal_file import read_journal
from ankle_coach.i18n import translator
from ankle_coach.paths import AppPaths, app_paths, ensure
from ankle_coach.services.own_library import OwnExercises, with_own
from ankle_coach.services.transfer_service import Merged
from ankle_coach.storage.backups import backup_facts, file_for, put_in_place
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.settings_file import SettingsFile
from ankle_coach.system_clock import SystemClock
from ankle_coach.wiring import build_services

_PATIENCE_SECONDS = 1.0
"""How long a restore waits for another command; a window has the journal open for much longer."""


def replayed(copy: JournalCopy, library: Library | None = None) -> tuple[Decision, ...]:
    """Return every decision of a journal file, in the order of the days that they are about.

    Raises:
        NotFoundError: Its plans name an exercise that the library does not have.
    """
    offset = timedelta(minutes=copy.exported.offset_minutes)
    to = until(copy.exported.at, offset, copy.day_starts_at)
    rules, known = RuleFiles(), library_of(copy, library)
    fold = fold_journal(copy.contents, known, lambda: rules.measures.measure, to, copy.day_starts_at)
    return fold.folded.decisions


def library_of(copy: JournalCopy, library: Library | None = None) -> Library:
    """Return the library (the shipped one unless given) with the own exercises of a journal file in it."""
    return with_own(library or open_library(), OwnExercises(lambda: copy.exercises))


def replay_json(path: Path) -> str:
    """Return every decision of a journal file as a JSON list; the names of its keys stay.

    Raises:
        ContentError: If it is not a journal file.
    """
    copy, words = read_journal(path), translator()
    library = library_of(copy)
    rows = [decision_row(one, library, words) for one in replayed(copy, library)]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode()


def replay_text(path: Path) -> str:
    """Return every decision of a journal file as a line each.

    Raises:
        ContentError: If it is not a journal file.
    """
    copy, words = read_journal(path), translator()
    library = library_of(copy)
    return "\n".join(_line(one, library, words) for one in replayed(copy, library))


def decision_row(decision: Decision, library: Library, words: Words) -> dict[str, Any]:
    """Return a decision as other programs read it."""
    return {
        "date": decision.day.isoformat(),
        "exercise": decision.exercise or None,
        "side": decision.side.value if decision.side is not None else None,
        "outcome": decision.outcome.value,
        "rule": decision.rule,
        "reason": reason(decision, words),
        "references": list(decision.references),
        "level": decision.level or None,
        "dose": decision_dose(decision, library, words) or None,
    }


def export(data_dir: Path | None, kind: str, path: Path) -> None:
    """Write what is kept into a file.

    Args:
        data_dir: The data folder; None for the system's.
        kind: ``journal``, ``plan``, ``library``, ``csv`` or ``calendar``.
        path: The file; for ``csv`` one that ends in ``.zip``, else a folder.

    Raises:
        NotFoundError: There is nothing of this kind yet.
        ContentError: The file cannot be written.
    """
    with _journal(data_dir) as journal:
        services = build_services(journal, _settings(data_dir), SystemClock(), open_library())
        match kind:
            case "plan":
                plan = services.plans.current()
                if plan is None:
                    raise NotFoundError("There is no plan yet.")
                services.files.send_plan(plan, path)
            case "library":
                services.files.send_library(path)
            case "csv":
                services.exports.send_tables(path, translator())
            case "calendar":
                services.exports.send_calendar(path, translator())
            case _:
                services.files.send_journal(path)


def import_file(data_dir: Path | None, path: Path) -> str:
    """Take in a plan, library or journal file, and return what came in, in one line.

    Raises:
        ContentError: If it is none of them; nothing is changed then.
    """
    with _journal(data_dir) as journal:
        services = build_services(journal, _settings(data_dir), SystemClock(), open_library())
        match services.files.look(path):
            case PlanArrival() as arrival:
                services.files.take_plan(arrival)
                count = len(arrival.copy.plan.prescriptions)
                return f"the plan {arrival.copy.plan.name!r} with {count} exercises"
            case LibraryArrival() as arrival:
                services.files.take_library(arrival)
                new, changed = len(arrival.new), len(arrival.changed)
                return (
                    f"{new} new and {changed} changed exercises, {len(arrival.new_templates)} new and "
                    f"{len(arrival.changed_templates)} changed templates"
                )
            case JournalArrival() as arrival:
                return _merged_words(services.files.take_journal(arrival))


def backup(data_dir: Path | None, out: Path) -> Path:
    """Write the whole journal into a file, be it open in a window or not.

    Args:
        data_dir: The data folder; None for the system's.
        out: The file, or a folder for a file that is named after the present moment.

    Returns:
        The file.

    Raises:
        NotFoundError: There is no journal yet.
        StorageError: The copy cannot be written.
    """
    if not app_paths(data_dir).journal_file.exists():
        raise NotFoundError("There is no journal yet.")
    path = file_for(out, datetime.now(UTC))
    with _journal(data_dir) as journal:
        journal.backup(path)
    return path


def restore_journal(data_dir: Path | None, source: Path) -> str:
    """Replace the journal by a backup, and return what was done and where the journal before it is kept.

    Args:
        data_dir: The data folder; None for the system's.
        source: The backup.

    Raises:
        StorageError: It is no whole journal, a window has the journal open, or it cannot be written; the
            journal is then as it was.
    """
    paths = _ensured(data_dir)
    kept = put_in_place(source, paths.journal_file, paths.backups_dir, busy_seconds=_PATIENCE_SECONDS)
    done = f"restored: {amounts(backup_facts(paths.journal_file), translator())}"
    return done if kept is None else f"{done}; the journal before it is kept in {kept}"


def _merged_words(merged: Merged) -> str:
    return (
        f"{merged.plans} plan versions, {merged.sessions} sessions, {merged.check_ins} check-ins, "
        f"{merged.entries} other entries"
    )


def _ensured(data_dir: Path | None) -> AppPaths:
    paths = app_paths(data_dir)
    try:
        ensure(paths)
    except OSError as error:
        raise NotFoundError(f"{paths.data_dir} cannot be used: {error.strerror}") from error
    return paths


def _journal(data_dir: Path | None) -> JournalFile:
    paths = _ensured(data_dir)
    return JournalFile(paths.journal_file, paths.backups_dir)


def _settings(data_dir: Path | None) -> SettingsFile:
    return SettingsFile(app_paths(data_dir).settings_file)


def _line(decision: Decision, library: Library, words: Words) -> str:
    side = decision.side.value if decision.side is not None else ""
    where = f"{decision.exercise or 'plan'} {side}".strip()
    what = f"{outcome_words(decision.outcome, words)} [{decision.rule}]"
    dose = decision_dose(decision, library, words)
    then = f" -> {decision.level}: {dose}" if dose else ""
    return f"{decision.day.isoformat()}  {where:24} {what:30} {reason(decision, words)}{then}"
