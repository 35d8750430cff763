"""Sessions, their sets and what was said of single exercises, as tables."""

from __future__ import annotations

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.journal import ExerciseAnswer, SessionRecord, SetRecord
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan_tables import plan_doses
from ankle_coach.domain.tables import Cell, Table, columns, local_time, name_of, yes_or_no
from ankle_coach.domain.words import Words


def session_tables(contents: JournalContents, library: Library, words: Words) -> tuple[Table, ...]:
    """Return the tables of what was done."""
    return (
        _sessions(contents, words),
        _sets(contents, library, words),
        _answers(contents, library, words),
    )


def _sessions(contents: JournalContents, words: Words) -> Table:
    return Table(
        name="sessions",
        about=words.gettext("One row is one sitting."),
        columns=columns(
            ("session_id", words.gettext("its id, which the other tables name")),
            ("training_day", words.gettext("the training day")),
            ("started", words.gettext("when it started, in local time")),
            ("name", words.gettext("its name at the time")),
            (
                "planned_session",
                words.gettext("id of the planned session; empty for one outside of the plan"),
            ),
            ("plan_version", words.gettext("version of the plan that it followed")),
            ("status", words.gettext("finished, ended-early or stopped-for-pain")),
            ("source", words.gettext("played, typed, paper or imported")),
            ("duration_s", words.gettext("time from start to end without pauses")),
            ("share_done", words.gettext("done share of the planned dose, from 0 to 1")),
            ("pain_before", words.gettext("pain before it")),
            ("pain_during", words.gettext("worst pain during it")),
            ("pain_after", words.gettext("pain right after it")),
            ("effort", words.gettext("how hard it was")),
            ("note", words.gettext("own words")),
        ),
        rows=tuple(_session_row(record) for record in contents.sessions),
    )


def _session_row(record: SessionRecord) -> tuple[Cell, ...]:
    return (
        record.id,
        record.started.training_day,
        local_time(record.started),
        record.name,
        record.session,
        record.plan_version,
        record.status.value,
        record.source.value,
        record.duration,
        record.share_done,
        record.pain_before,
        record.pain_during,
        record.pain_after,
        record.effort,
        record.note,
    )


def _sets(contents: JournalContents, library: Library, words: Words) -> Table:
    doses = plan_doses(contents, library, words)
    return Table(
        name="sets",
        about=words.gettext("One row is one set of one side."),
        columns=columns(
            ("session_id", words.gettext("the session that it belongs to")),
            ("training_day", words.gettext("the training day")),
            ("prescription", words.gettext("id of the prescription")),
            ("exercise", words.gettext("id of the exercise")),
            ("exercise_name", words.gettext("name of the exercise")),
            ("level", words.gettext("id of the level")),
            ("side", words.gettext("left, right or both")),
            ("block", words.gettext("place of the block in the dose, from 1")),
            ("item", words.gettext("place of the piece in a sequence, from 1")),
            ("set", words.gettext("number of the set on this side, from 1")),
            ("reps_planned", words.gettext("repetitions planned; empty where none were asked")),
            ("reps_done", words.gettext("repetitions done")),
            ("work_planned_s", words.gettext("time of work planned; empty where the person decides")),
            ("work_done_s", words.gettext("time of work done")),
            ("added_weight_kg", words.gettext("weight added to the body's own")),
            ("band", words.gettext("strength of the band; empty for none")),
            ("dose_in_plan", words.gettext("the dose that this plan version prescribes, as on the sheet")),
        ),
        rows=tuple(
            _set_row(session, record, library, words, doses.get((session.plan_version, record.prescription)))
            for session in contents.sessions
            for record in session.sets
        ),
    )


def _set_row(
    session: SessionRecord, record: SetRecord, library: Library, words: Words, dose: str | None
) -> tuple[Cell, ...]:
    return (
        session.id,
        session.started.training_day,
        record.prescription,
        record.exercise,
        name_of(record.exercise, library, words),
        record.level,
        record.side.value,
        record.block + 1,
        record.item + 1,
        record.number,
        record.reps_planned or None,
        _done(record.reps_done, asked=record.reps_planned > 0),
        record.seconds_planned or None,
        _done(record.seconds_done, asked=record.seconds_planned > 0),
        record.kilograms,
        record.band,
        dose,
    )


def _done(amount: float, *, asked: bool) -> Cell:
    """Return what was done: zero only where something was asked."""
    return amount if asked or amount else None


def _answers(contents: JournalContents, library: Library, words: Words) -> Table:
    return Table(
        name="answers",
        about=words.gettext("One row is what was said of one exercise and side in a session."),
        columns=columns(
            ("session_id", words.gettext("the session that it belongs to")),
            ("training_day", words.gettext("the training day")),
            ("prescription", words.gettext("id of the prescription")),
            ("exercise", words.gettext("id of the exercise")),
            ("exercise_name", words.gettext("name of the exercise")),
            ("side", words.gettext("left, right or both")),
            ("pain_during", words.gettext("worst pain during it")),
            ("too_painful", words.gettext("whether it was ended with “too painful”")),
            ("form_lost", words.gettext("whether the form could not be kept")),
            ("gave_way", words.gettext("whether the ankle gave way")),
            ("touch_downs", words.gettext("touch-downs in a balance exercise; empty for another")),
        ),
        rows=tuple(
            _answer_row(session, answer, library, words)
            for session in contents.sessions
            for answer in session.answers
        ),
    )


def _answer_row(
    session: SessionRecord, answer: ExerciseAnswer, library: Library, words: Words
) -> tuple[Cell, ...]:
    return (
        session.id,
        session.started.training_day,
        answer.prescription,
        answer.exercise,
        name_of(answer.exercise, library, words),
        answer.side.value,
        answer.pain_during,
        yes_or_no(answer=answer.too_painful),
        yes_or_no(answer=answer.form_lost),
        yes_or_no(answer=answer.gave_way),
        _done(answer.touch_downs, asked=_counts_touch_downs(answer.exercise, library)),
    )


def _counts_touch_downs(exercise_id: str, library: Library) -> bool:
    exercise = library.exercises.get(exercise_id)
    return exercise is not None and exercise.group is Group.BALANCE
