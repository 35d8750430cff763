"""The strip of events: what began when, zero and left out apart, locks as stretches."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from ankle_coach.domain.entries import Kept
from ankle_coach.domain.ice_rules import IceRecord
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.domain.safety_facts import Sign, StopSign
from ankle_coach.domain.series_events import Event, Lane, events, giving_way
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY


def _day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def _contents(*entries: Struct, **fields: Any) -> JournalContents:
    kept = tuple(Kept(id=str(n), moment=make.moment(), entry=entry) for n, entry in enumerate(entries))
    return JournalContents(person=make.person(), entries=kept, **fields)


def _lane(contents: JournalContents, lane: Lane) -> list[Event]:
    return [event for event in events(contents) if event.lane is lane]


def _flag(offset: int, urgency: Urgency, *scopes: Scope) -> Flag:
    finding = Finding(rule="R18", urgency=urgency, references=("DD",), scopes=scopes)
    return Flag(id=f"flag-{offset}", finding=finding, raised=make.moment(_day(offset)))


def test_no_swelling_is_drawn_left_out_is_told_and_not_asked_is_nothing() -> None:
    check_ins = tuple(
        make.check_in(_day(n), id=str(n), swelling=answer)
        for n, answer in enumerate((0, 2, NoAnswer.MISSING, NoAnswer.NOT_ASKED))
    )

    found = _lane(_contents(check_ins=check_ins), Lane.SWELLING)

    assert [(event.day, event.value) for event in found] == [
        (_day(0), 0),
        (_day(1), 2),
        (_day(2), NoAnswer.MISSING),
    ]


def test_giving_way_is_counted_from_sessions_signs_runs_and_reviews() -> None:
    session = make.session_record(_day(0), answers=(make.exercise_answer(gave_way=True),))
    contents = _contents(
        StopSign(session=session.id, sign=Sign.GAVE_WAY),
        StopSign(session="gone", sign=Sign.GAVE_WAY),
        StopSign(session=session.id, sign=Sign.LIMP),
        RunRecord(id="r", started=make.moment(_day(1)), seconds=60, gave_way=True),
        Measurement(id="w", measure="giving-way", entered=make.moment(_day(6)), whole=0),
        sessions=(session,),
    )

    assert sorted(giving_way(contents)) == [(_day(0), 1), (_day(0), 1), (_day(1), 1), (_day(6), 0)]
    assert [(e.day, e.value) for e in _lane(contents, Lane.GIVING_WAY)] == [
        (_day(0), 2),
        (_day(1), 1),
        (_day(6), 0),
    ]


def test_a_flag_that_locks_is_a_mark_and_a_stretch_until_it_was_lifted() -> None:
    flag = _flag(2, Urgency.PAUSE, Scope.ALL_LOADING)
    lifted = Assessment(id="a", flag=flag.id, recorded=make.moment(_day(5)), outcome=Outcome.CLEARED)

    (mark,) = _lane(_contents(flag, lifted), Lane.RED_FLAG)
    (lock,) = _lane(_contents(flag, lifted), Lane.LOCK)

    assert (mark.day, mark.rule, mark.urgency) == (_day(2), "R18", Urgency.PAUSE)
    assert (lock.day, lock.until, lock.holds) == (_day(2), _day(5), False)


def test_a_lock_that_nobody_lifted_holds_and_advice_locks_nothing() -> None:
    contents = _contents(_flag(2, Urgency.PAUSE, Scope.ALL_LOADING), _flag(3, Urgency.ADVISE))

    (lock,) = _lane(contents, Lane.LOCK)

    assert (lock.until, lock.holds) == (None, True)
    assert [event.day for event in _lane(contents, Lane.RED_FLAG)] == [_day(2), _day(3)]


def test_ice_counts_the_timer_and_sittings_that_played_it_once_a_day() -> None:
    iced = make.session_record(
        _day(0), sets=(make.set_record(exercise="rec-ice", reps_planned=0, reps_done=0, seconds_done=600),)
    )
    undone = make.session_record(
        _day(1),
        sets=(make.set_record(exercise="rec-ice", reps_planned=0, reps_done=0, seconds_done=0),),
    )
    contents = _contents(
        IceRecord(id="i", started=make.moment(_day(0)), seconds=900), sessions=(iced, undone)
    )

    assert [(event.day, event.value) for event in _lane(contents, Lane.ICE)] == [(_day(0), 2)]


def test_events_are_in_order_of_days_and_then_of_lanes() -> None:
    contents = _contents(
        IceRecord(id="i", started=make.moment(_day(0)), seconds=900),
        _flag(0, Urgency.PAUSE, Scope.ALL_LOADING),
        check_ins=(make.check_in(_day(0), swelling=1),),
    )

    assert [event.lane for event in events(contents)] == [
        Lane.SWELLING,
        Lane.RED_FLAG,
        Lane.LOCK,
        Lane.ICE,
    ]


def test_nothing_but_giving_way_is_counted_as_giving_way() -> None:
    calm = make.exercise_answer(gave_way=False, form_lost=True)
    session = make.session_record(_day(0), answers=(calm, make.exercise_answer(gave_way=True)))
    contents = _contents(
        StopSign(session=session.id, sign=Sign.POP),
        RunRecord(id="r", started=make.moment(_day(1)), seconds=60, limp=True),
        Measurement(id="a", measure="confidence", entered=make.moment(_day(2)), whole=7),
        Measurement(id="b", measure="giving-way", entered=make.moment(_day(3))),
        Measurement(id="c", measure="giving-way", entered=make.moment(_day(4)), whole=3),
        sessions=(session,),
    )
    assert giving_way(contents) == ((_day(0), 1), (_day(4), 3))


def test_a_flag_is_of_its_side_or_of_both_where_none_is_named() -> None:
    named = msgspec.structs.replace(_flag(1, Urgency.ADVISE), side=Side.LEFT)
    found = _lane(_contents(_flag(0, Urgency.ADVISE), named), Lane.RED_FLAG)
    assert [event.side for event in found] == [Side.BOTH, Side.LEFT]
