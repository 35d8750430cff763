"""A filled sheet goes into the journal as if it had been live, again and again without doubles."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import Answer, NoAnswer, SessionStatus, Source
from ankle_coach.domain.paper_week import DAYS, PaperCell, PaperDay, PaperWeek
from tests.helpers.story import Story

WEEK = 7 * 24 * 3600.0


@pytest.fixture
def story() -> Story:
    """A runner in the strength phase whose first week lies behind, with nothing in the journal."""
    story = Story()
    story.coach.with_plan("p3")
    story.coach.clock.advance(WEEK)
    return story


def _week(story: Story) -> PaperWeek:
    paper = story.services.paper
    return paper.week(paper.last_week())


def _filled(week: PaperWeek, pain: Answer = 1, morning: Answer = 0) -> PaperWeek:
    """Everything that was planned is ticked."""
    cells = tuple(tuple(PaperCell(times=times) for times in row.planned) for row in week.rows)
    return msgspec.structs.replace(week, cells=cells, days=(PaperDay(pain=pain, morning=morning),) * DAYS)


def _decided(story: Story, day: date) -> dict[tuple[str, object], str]:
    """The rule that each exercise and side of a day was judged by in the end, revisions taken in."""
    judged = (Outcome.CREDIT, Outcome.HOLD, Outcome.STEP_BACK, Outcome.STOP_EXERCISE, Outcome.REVISED)
    decided = [one for one in story.services.coach.decisions(day, day) if one.outcome in judged]
    in_order = sorted(decided, key=lambda one: one.outcome is Outcome.REVISED)
    return {(one.exercise, one.side): one.rule for one in in_order}


def test_the_sheet_shows_what_is_planned_on_which_day(story: Story) -> None:
    week = _week(story)

    assert week.first.weekday() == 0
    raises = next(row for row in week.rows if row.offer.prescription.exercise == "str-calf-bi")
    assert raises.planned == (1, 0, 1, 0, 1, 0, 0)
    assert week.is_empty
    assert all(cell == PaperCell() for row in week.cells for cell in row)
    assert all(day == PaperDay() for day in week.days)


def test_a_week_comes_back_from_the_journal_as_it_was_entered(story: Story) -> None:
    entered = _filled(_week(story), pain=2, morning=1)
    one_off = msgspec.structs.replace(entered.cells[0][0], times=0)
    cells = ((one_off, *entered.cells[0][1:]), *entered.cells[1:])
    entered = msgspec.structs.replace(entered, cells=cells)

    story.services.paper.save(entered)

    again = _week(story)
    assert again.cells == entered.cells
    assert [day.morning for day in again.days] == [1] * DAYS
    trained = {index for index in range(DAYS) if any(row[index].times for row in entered.cells)}
    assert {i: day.pain for i, day in enumerate(again.days)} == {
        i: 2 if i in trained else NoAnswer.MISSING for i in range(DAYS)
    }


def test_records_are_marked_as_from_paper_and_leave_open_what_paper_does_not_say(story: Story) -> None:
    story.services.paper.save(_filled(_week(story)))

    contents = story.services.transfer.contents()
    assert {record.source for record in contents.sessions} == {Source.PAPER}
    assert {check_in.source for check_in in contents.check_ins} == {Source.PAPER}
    record = contents.sessions[0]
    assert record.status is SessionStatus.FINISHED
    assert record.share_done == 1
    assert (record.pain_before, record.pain_after, record.effort) == (NoAnswer.NOT_ASKED,) * 3
    assert {answer.pain_during for answer in record.answers} == {1}


def test_the_rules_decide_as_if_it_had_been_live(story: Story) -> None:
    live = Story()
    live.coach.with_plan("p3")
    live.live(1, checks_in=False, during=1, after=NoAnswer.NOT_ASKED)  # the sheet has no Monday morning
    live.live(6, pain=0, during=1, after=NoAnswer.NOT_ASKED)
    live.morning(0)

    story.services.paper.save(_filled(_week(story)))

    monday = _week(story).first
    for day in (monday + timedelta(days=index) for index in range(DAYS)):
        assert _decided(story, day) == _decided(live, day), day
    assert "3.3-8" in _decided(story, monday + timedelta(days=4)).values()


def test_an_empty_pain_field_is_missing_and_earns_nothing(story: Story) -> None:
    story.services.paper.save(_filled(_week(story), pain=NoAnswer.MISSING))

    record = story.services.transfer.contents().sessions[0]
    assert {answer.pain_during for answer in record.answers} == {NoAnswer.MISSING}
    loaded = {answer.exercise for answer in record.answers}
    decided = _decided(story, _week(story).first + timedelta(days=4))
    assert {rule for (exercise, _), rule in decided.items() if exercise in loaded} == {"3.3-6"}


def test_a_number_of_its_own_steps_back_that_exercise_alone(story: Story) -> None:
    week = _filled(_week(story))
    place = next(i for i, row in enumerate(week.rows) if row.offer.prescription.exercise == "str-calf-bi")
    sore = (PaperCell(times=1, pain=6), *week.cells[place][1:])
    week = msgspec.structs.replace(week, cells=(*week.cells[:place], sore, *week.cells[place + 1 :]))

    story.services.paper.save(week)

    decided = _decided(story, week.first)
    assert {exercise for (exercise, _), rule in decided.items() if rule == "3.3-4"} == {"str-calf-bi"}


def test_entering_a_week_again_replaces_it_without_doubles(story: Story) -> None:
    paper = story.services.paper
    paper.save(_filled(_week(story)))
    count = len(story.services.transfer.contents().sessions)

    paper.save(_filled(_week(story), pain=3))
    assert len(story.services.transfer.contents().sessions) == count

    empty = msgspec.structs.replace(
        _week(story), cells=((PaperCell(),) * DAYS,) * len(_week(story).rows), days=(PaperDay(),) * DAYS
    )
    paper.save(empty)
    assert story.services.transfer.contents().sessions == ()
    assert story.services.transfer.contents().check_ins == ()


def test_what_was_played_live_is_shown_and_stays_as_it_is() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(1, pain=2, during=1)
    played = story.services.transfer.contents().sessions
    story.coach.clock.advance(WEEK)

    week = _week(story)
    assert any(row.elsewhere[0] for row in week.rows)
    story.services.paper.save(_filled(_week(story)))

    assert [r for r in story.services.transfer.contents().sessions if r.source is Source.PLAYED] == list(
        played
    )


def test_a_morning_that_was_entered_live_is_not_overwritten_by_paper() -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(2, pain=2)
    story.coach.clock.advance(WEEK)
    week = _week(story)
    assert 0 in week.known_mornings
    assert week.days[0].morning == 2

    story.services.paper.save(_filled(week, morning=7))

    tuesday = week.first + timedelta(days=1)
    (morning,) = story.coach.journal.check_ins(story.services.people.required().id, tuesday, tuesday)
    assert (morning.pain, morning.source) == (2, Source.TYPED)


def test_a_week_before_the_plan_has_no_sheet(story: Story) -> None:
    with pytest.raises(NotFoundError, match="no plan in this week"):
        story.services.paper.week(_week(story).first - timedelta(days=28))
