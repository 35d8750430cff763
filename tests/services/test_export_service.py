"""What leaves for other programs is what the journal and the plan say, and no more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.schedule_changes import Pause, PauseKind, Skip
from ankle_coach.domain.tables import Cell, Tables
from ankle_coach.exchange.calendar_file import encode_calendar
from ankle_coach.i18n import translator
from tests.helpers import builders as make
from tests.helpers.calendar_reader import read_events
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story

WORDS = translator()


@pytest.fixture
def story() -> Story:
    """A runner who lived three days of the third phase."""
    story = Story()
    story.coach.with_plan("p3")
    story.live(3)
    return story


def _rows(tables: Tables, name: str) -> list[dict[str, Cell]]:
    (table,) = [one for one in tables.tables if one.name == name]
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]


def test_every_table_is_explained_column_by_column(story: Story) -> None:
    tables = story.services.exports.tables(WORDS)
    names = [table.name for table in tables.tables]
    assert names == [
        "sessions",
        "sets",
        "answers",
        "mornings",
        "runs",
        "pauses",
        "prescriptions",
        "decisions",
    ]
    for table in tables.tables:
        assert f"\n{table.name}.csv\n{table.about}\n" in tables.readme
        for column in table.columns:
            assert f"\n- {column.name}: {column.about}\n" in tables.readme
    for word in ("not asked", "missing", "was zero"):
        assert word in tables.readme


def test_the_tables_hold_every_session_set_and_morning(story: Story) -> None:
    contents = story.services.transfer.contents()
    tables = story.services.exports.tables(WORDS)
    assert [row["session_id"] for row in _rows(tables, "sessions")] == [s.id for s in contents.sessions]
    assert len(_rows(tables, "sets")) == sum(len(session.sets) for session in contents.sessions) > 0
    assert [row["pain"] for row in _rows(tables, "mornings")] == [0, 0, 0]
    assert len(_rows(tables, "decisions")) == len(story.services.coach.decisions()) > 0


def test_the_dose_is_the_one_sentence_of_the_plan(story: Story) -> None:
    plan = story.services.plans.current()
    assert plan is not None
    said = {
        p.id: dose_sentence(
            p.dose, p.side_mode, plan.affected, WORDS, lambda name: story.services.library.exercise(name).name
        )
        for p in plan.prescriptions
    }
    tables = story.services.exports.tables(WORDS)
    assert {row["prescription"]: row["dose"] for row in _rows(tables, "prescriptions")} == said
    assert all(row["dose_in_plan"] == said[str(row["prescription"])] for row in _rows(tables, "sets"))


def test_zero_missing_and_not_asked_are_three_cells() -> None:
    coach = FakeCoach().with_plan("p3")
    person = coach.services.people.required().id
    record = make.session_record(
        pain_before=0,
        pain_after=NoAnswer.MISSING,
        effort=NoAnswer.NOT_ASKED,
        sets=(
            make.set_record(reps_planned=12, reps_done=0, seconds_planned=0, seconds_done=0),
            make.set_record(number=2, reps_planned=0, reps_done=0, seconds_planned=30, seconds_done=30),
        ),
        answers=(
            make.exercise_answer(),
            make.exercise_answer(prescription="b", exercise="bal-single-leg"),
        ),
    )
    coach.journal.save_session(person, record)
    run = RunRecord(id="run", started=make.moment(), seconds=600, limp=None, shoes="sold")
    coach.journal.save_entry(person, run, "run", run.started)
    tables = coach.services.exports.tables(WORDS)
    (session,) = _rows(tables, "sessions")
    assert (session["pain_before"], session["pain_after"], session["effort"]) == (
        0,
        NoAnswer.MISSING,
        NoAnswer.NOT_ASKED,
    )
    first, second = _rows(tables, "sets")
    assert (first["reps_planned"], first["reps_done"]) == (12, 0)
    assert (first["work_planned_s"], first["work_done_s"]) == (None, None)
    assert (second["reps_planned"], second["reps_done"], second["work_done_s"]) == (None, None, 30)
    raises, balance = _rows(tables, "answers")
    assert (raises["touch_downs"], balance["touch_downs"]) == (None, 0)
    (row,) = _rows(tables, "runs")
    assert (row["limp"], row["gave_way"], row["distance_m"], row["total_s"]) == (None, "no", None, 600)


def test_an_exercise_that_is_gone_keeps_its_id_and_has_no_name() -> None:
    coach = FakeCoach().with_plan("p3")
    record = make.session_record(sets=(make.set_record(exercise="own-gone"),))
    coach.journal.save_session(coach.services.people.required().id, record)
    (row,) = _rows(coach.services.exports.tables(WORDS), "sets")
    assert (row["exercise"], row["exercise_name"], row["dose_in_plan"]) == ("own-gone", "", None)


def test_without_a_person_or_a_plan_there_is_nothing_to_write(tmp_path: Path) -> None:
    exports = FakeCoach().services.exports
    with pytest.raises(NotFoundError, match="nobody"):
        exports.send_tables(tmp_path / "out.zip", WORDS)
    with pytest.raises(NotFoundError, match="no plan"):
        exports.send_calendar(tmp_path / "out.ics", WORDS)
    assert list(tmp_path.iterdir()) == []


def test_the_calendar_holds_what_the_week_view_plans(story: Story) -> None:
    today, coach = story.today, story.services.coach
    events = story.services.exports.calendar(WORDS).events
    expected = [
        (day, session.session.name)
        for day in (today + timedelta(days=number) for number in range(28))
        for session in coach.sessions_on(day)
        if session.due is Due.PLANNED and session.offers
    ]
    assert [(event.day, event.title.split(" (")[0]) for event in events] == expected
    assert {event.day for event in events} <= {today + timedelta(days=number) for number in range(28)}


def test_a_later_file_replaces_the_events_of_an_earlier_one(story: Story) -> None:
    before = {event.uid: event.day for event in story.services.exports.calendar(WORDS).events}
    story.live(1)
    after = {event.uid: event.day for event in story.services.exports.calendar(WORDS).events}
    assert {uid: day for uid, day in before.items() if day >= story.today}.items() <= after.items()


def test_what_is_skipped_or_paused_is_not_in_the_calendar(story: Story) -> None:
    exports, reader = story.services.exports, story.services.reader
    first = exports.calendar(WORDS).events[0]
    session = first.uid.split(".")[1]
    reader.keep(Skip(session=session, day=first.day, excused=True))
    assert first.uid not in {event.uid for event in exports.calendar(WORDS).events}
    reader.keep(Pause(kind=PauseKind.TRAVEL, from_day=story.today))
    with pytest.raises(NotFoundError, match="Nothing is planned"):
        exports.calendar(WORDS)


def test_a_gap_that_is_only_to_come_lowers_no_dose() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(2)
    story.live(2, plays=False)
    said: dict[str, set[str]] = {}
    for event in story.services.exports.calendar(WORDS).events:
        for line in event.lines[:-1]:
            exercise, _, dose = line.partition(": ")
            said.setdefault(exercise, set()).add(dose)
    assert said
    assert all(len(doses) == 1 for doses in said.values())


def test_the_calendar_says_nothing_of_the_person_but_the_plan(story: Story) -> None:
    person = story.services.people.required()
    import msgspec

    story.coach.journal.save_person(msgspec.structs.replace(person, name="Robin Secret", notes="private"))
    data = encode_calendar(story.services.exports.calendar(WORDS))
    events = read_events(data)
    whole = "\n".join(text for event in events for text in event.values())
    for word in ("Robin", "private", "pain", "Pain", person.id):
        assert word not in whole
    assert all("Version 1 of the plan, doses as of March 5, 2026" in event["DESCRIPTION"] for event in events)
