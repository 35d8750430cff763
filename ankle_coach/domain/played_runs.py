"""The runs of a journal: those that were written down, and the walk-runs that the player has recorded.

A walk-run that was played and written down as well is one run. It is recognized by the session that the run
was completed from, else by the training day together with the stage, or where the run names no stage, by its
minutes: no fewer than the player's running time and no more than the whole time, with a tenth on both sides
for a watch that was started and stopped by hand (app rule). Then what was written down is shown and compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from ankle_coach.domain.journal import NoAnswer, SessionRecord
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.ladder import RUN_WALK
from ankle_coach.domain.pain_history import worst
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety_facts import Sign, StopSign
from ankle_coach.domain.sides import Side
from ankle_coach.domain.walk_run import STAGES, Stage

SAME_RUN = RuleNumber(0.1, ("DD",))
"""By how large a part the minutes of one run may differ as the player and a watch say them."""
_STAGES = {stage.level: stage for stage in STAGES}


class KnownRun(Struct, frozen=True, kw_only=True):
    """One run, however it came into the journal.

    Attributes:
        run: The run; as it was written down, where it was.
        session: Id of the session record in which the player recorded it; empty where it did not.
        is_written: Whether it was written down.
    """

    run: RunRecord
    session: str = ""
    is_written: bool = True


def runs_of(contents: JournalContents) -> tuple[RunRecord, ...]:
    """Return all runs of a journal, each once, in the order of their beginning."""
    return tuple(known.run for known in known_runs(contents))


def known_runs(contents: JournalContents, written: Sequence[RunRecord] | None = None) -> tuple[KnownRun, ...]:
    """Return all runs of a journal, each once, in the order of their beginning.

    Args:
        contents: What the journal holds.
        written: The runs that were written down; None for those of the journal.
    """
    runs = contents.of(RunRecord) if written is None else tuple(written)
    played = _played(contents)
    found = {run.id: KnownRun(run=run) for run in runs}
    completed = {run.session: run for run in runs if run.session}
    sessions = {one.session for one in played}
    left: dict[date, list[RunRecord]] = defaultdict(list)
    for run in runs:
        if run.session not in sessions:
            left[run.day].append(run)
    for one in played:
        same = completed.get(one.session) or _same(one, left[one.day])
        if same is None:
            found[one.id] = KnownRun(run=one, session=one.session, is_written=False)
        else:
            found[same.id] = KnownRun(run=same, session=one.session)
            left[one.day] = [run for run in left[one.day] if run is not same]
    return tuple(sorted(found.values(), key=lambda known: (known.run.started.at, known.run.id)))


def _same(played: RunRecord, written: Iterable[RunRecord]) -> RunRecord | None:
    """Return the run of the same day that is the played one, written down; None where there is none."""
    fitting = [run for run in written if _fits(run, played)]
    return min(fitting, key=lambda run: abs(run.seconds - played.seconds), default=None)


def _fits(run: RunRecord, played: RunRecord) -> bool:
    if run.stage is not None:
        return run.stage == played.stage
    whole = played.total_seconds or played.seconds
    return played.seconds * (1 - SAME_RUN.value) <= run.seconds <= whole * (1 + SAME_RUN.value)


def _played(contents: JournalContents) -> list[RunRecord]:
    signs: dict[str, set[Sign]] = defaultdict(set)
    for sign in contents.of(StopSign):
        signs[sign.session].add(sign.sign)
    runs = [_run_of(record, signs.get(record.id, set())) for record in contents.sessions]
    return [run for run in runs if run is not None]


def _run_of(record: SessionRecord, signs: set[Sign]) -> RunRecord | None:
    """Return the run that was played in a session; None where nothing was run, as in stage 0.

    Its walks are not in the record: their time is that of the stage, for as much as was run of it.
    """
    sets = [done for done in record.sets if done.exercise == RUN_WALK and done.seconds_done > 0]
    stage = _STAGES.get(sets[0].level) if sets else None
    if not sets or stage is None or not stage.run:
        return None
    seconds = sum(done.seconds_done for done in sets)
    answers = [answer for answer in record.answers if answer.exercise == RUN_WALK]
    return RunRecord(
        id=record.id,
        started=record.started,
        seconds=seconds,
        total_seconds=_whole(seconds, stage),
        stage=stage.number,
        pain_during=worst(answer.pain_during for answer in answers) if answers else NoAnswer.NOT_ASKED,
        pain_after=record.pain_after,
        limp=True if Sign.LIMP in signs else None,
        gave_way=Sign.GAVE_WAY in signs or any(answer.gave_way for answer in answers),
        sharp_pain=Sign.SHARP_PAIN in signs,
        side=answers[0].side if answers else Side.BOTH,
        note=record.note,
        session=record.id,
    )


def _whole(seconds: float, stage: Stage) -> float:
    """Return the time with the walks; 0 where there are none."""
    return round(seconds * stage.total / stage.run_minutes) if stage.walk else 0
