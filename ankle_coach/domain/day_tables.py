"""Mornings, runs and pauses as tables."""

from __future__ import annotations

from ankle_coach.domain.journal import CheckIn
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.schedule_changes import Pause
from ankle_coach.domain.shoes import Shoe
from ankle_coach.domain.tables import Cell, Table, columns, local_time, yes_or_no
from ankle_coach.domain.words import Words


def morning_table(contents: JournalContents, words: Words) -> Table:
    """Return the check-ins."""
    return Table(
        name="mornings",
        about=words.gettext("One row is the check-in of one morning about one side."),
        columns=columns(
            ("check_in_id", words.gettext("its id")),
            ("training_day", words.gettext("the day that the answers are about")),
            ("entered", words.gettext("when it was typed in, in local time")),
            ("side", words.gettext("left, right or both")),
            ("pain", words.gettext("worst pain since getting up")),
            ("first_step_pain", words.gettext("pain of the first steps")),
            ("stiffness_min", words.gettext("how long the ankle was stiff")),
            ("swelling", words.gettext("0 none, 1 mild, 2 moderate, 3 severe")),
            ("source", words.gettext("played, typed, paper or imported")),
            ("note", words.gettext("own words")),
        ),
        rows=tuple(_morning_row(check_in) for check_in in contents.check_ins),
    )


def _morning_row(check_in: CheckIn) -> tuple[Cell, ...]:
    return (
        check_in.id,
        check_in.entered.training_day,
        local_time(check_in.entered),
        check_in.side.value,
        check_in.pain,
        check_in.first_step,
        check_in.stiff_minutes,
        check_in.swelling,
        check_in.source.value,
        check_in.note,
    )


def run_table(contents: JournalContents, words: Words) -> Table:
    """Return the runs."""
    shoes = {shoe.id: shoe.name for shoe in contents.of(Shoe)}
    return Table(
        name="runs",
        about=words.gettext("One row is one run that was written down; played walk-runs are sessions."),
        columns=columns(
            ("run_id", words.gettext("its id")),
            ("training_day", words.gettext("the training day")),
            ("started", words.gettext("when it began, in local time")),
            ("running_s", words.gettext("time of running without walking breaks")),
            ("total_s", words.gettext("time from start to end")),
            ("distance_m", words.gettext("distance; empty where it was not measured")),
            ("walk_run_stage", words.gettext("stage 0 to 8; empty outside of the stages")),
            ("surface", words.gettext("surface; empty where not said")),
            ("shoes", words.gettext("the shoes; empty where not said")),
            ("side", words.gettext("left, right or both")),
            ("pain_during", words.gettext("worst pain during it")),
            ("pain_after", words.gettext("pain right after it")),
            ("limp", words.gettext("whether there was a limp")),
            ("gave_way", words.gettext("whether the ankle gave way")),
            ("sharp_pain", words.gettext("whether there was a sudden sharp pain")),
            ("note", words.gettext("own words")),
            ("session_id", words.gettext("the session of the player that it was; empty for none")),
        ),
        rows=tuple(_run_row(run, shoes.get(run.shoes, "")) for run in contents.of(RunRecord)),
    )


def _run_row(run: RunRecord, shoes: str) -> tuple[Cell, ...]:
    return (
        run.id,
        run.started.training_day,
        local_time(run.started),
        run.seconds,
        run.total_seconds or run.seconds,
        run.meters,
        run.stage,
        run.surface,
        shoes,
        run.side.value,
        run.pain_during,
        run.pain_after,
        yes_or_no(answer=run.limp),
        yes_or_no(answer=run.gave_way),
        yes_or_no(answer=run.sharp_pain),
        run.note,
        run.session or None,
    )


def pause_table(contents: JournalContents, words: Words) -> Table:
    """Return the pauses of the plan."""
    return Table(
        name="pauses",
        about=words.gettext("One row is one pause of the plan: its planned sessions are excused."),
        columns=columns(
            ("pause_id", words.gettext("its id")),
            ("entered", words.gettext("when it was typed in, in local time")),
            ("kind", words.gettext("travel (or a holiday), illness or fever")),
            ("first_day", words.gettext("its first training day")),
            ("last_day", words.gettext("its last training day; empty while it is not known")),
            ("back_on", words.gettext("the first training day after it; after a fever 48 hours later")),
        ),
        rows=tuple(
            (
                kept.id,
                local_time(kept.moment),
                kept.entry.kind.value,
                kept.entry.from_day,
                kept.entry.until_day,
                kept.entry.back_on,
            )
            for kept in contents.kept(Pause)
        ),
    )
