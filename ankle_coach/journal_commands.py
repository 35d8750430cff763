"""The headless commands that read or write journals: replay, export, import."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from ankle_coach.content.catalog import CONTENT_VERSION, open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import outcome_words, reason
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.facts_of_records import until
from ankle_coach.domain.file_copies import JournalCopy
from ankle_coach.domain.journal_fold import RULES_VERSION, fold_journal
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.words import Words
from ankle_coach.exchange.journal_file import read_journal, write_journal
from ankle_coach.i18n import translator
from ankle_coach.paths import app_paths, ensure
from ankle_coach.services.own_library import OwnExercises, with_own
from ankle_coach.services.present import present_moment
from ankle_coach.services.transfer_service import Merged
from ankle_coach.wiring import JournalFile, Services, SettingsFile, SystemClock, build_services


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
        "dose": _dose(decision, library, words) or None,
    }


def export_journal(data_dir: Path | None, path: Path) -> None:
    """Write the person's journal into a file.

    Raises:
        NotFoundError: There is nobody in the journal yet.
        ContentError: The file cannot be written.
    """
    clock = SystemClock()
    with _journal(data_dir) as journal:
        store = _settings(data_dir)
        services = build_services(journal, store, clock, open_library())
        contents = services.transfer.contents()
        copy = JournalCopy(
            contents=contents,
            exported=present_moment(clock, store),
            day_starts_at=store.current().day_starts_at,
            exercises=services.own.used_in(contents.plans),
            content_version=CONTENT_VERSION,
            rules_version=RULES_VERSION,
        )
    write_journal(copy, path)


def import_journal(data_dir: Path | None, path: Path) -> str:
    """Merge a journal file into the journal and return what came in, in one line.

    Raises:
        ContentError: If it is not a journal file; nothing is changed then.
    """
    copy = read_journal(path)
    with _journal(data_dir) as journal:
        services: Services = build_services(journal, _settings(data_dir), SystemClock(), open_library())
        merged = services.transfer.merge(copy.contents)
    return _merged_words(merged)


def _merged_words(merged: Merged) -> str:
    return (
        f"{merged.plans} plan versions, {merged.sessions} sessions, {merged.check_ins} check-ins, "
        f"{merged.entries} other entries"
    )


def _journal(data_dir: Path | None) -> JournalFile:
    paths = app_paths(data_dir)
    try:
        ensure(paths)
    except OSError as error:
        raise NotFoundError(f"{paths.data_dir} cannot be used: {error.strerror}") from error
    return JournalFile(paths.journal_file, paths.backups_dir)


def _settings(data_dir: Path | None) -> SettingsFile:
    return SettingsFile(app_paths(data_dir).settings_file)


def _line(decision: Decision, library: Library, words: Words) -> str:
    side = decision.side.value if decision.side is not None else ""
    where = f"{decision.exercise or 'plan'} {side}".strip()
    what = f"{outcome_words(decision.outcome, words)} [{decision.rule}]"
    dose = _dose(decision, library, words)
    then = f" -> {decision.level}: {dose}" if dose else ""
    return f"{decision.day.isoformat()}  {where:24} {what:30} {reason(decision, words)}{then}"


def _dose(decision: Decision, library: Library, words: Words) -> str:
    if decision.dose is None:
        return ""
    one_side = decision.side in (Side.LEFT, Side.RIGHT)
    mode = SideMode.AFFECTED if one_side else SideMode.BOTH

    def name_of(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    return dose_sentence(decision.dose, mode, decision.side if one_side else None, words, name_of)
