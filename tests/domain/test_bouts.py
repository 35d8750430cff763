"""What a training day's records say of each exercise and side."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.bouts import exercises_of
from ankle_coach.domain.day_facts import Bout, ExerciseDay
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.frequency import TimesPerDay
from ankle_coach.domain.journal import ExerciseAnswer, NoAnswer, SessionRecord, SetRecord
from ankle_coach.domain.plan import PlannedSession, SessionKind
from ankle_coach.domain.safety_facts import BeforeSession, Sign, StopSign
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.records import session
from tests.helpers.rules import RIGHT, exercise, level, plan_of, prescribed, reps

LIBRARY = open_library()
WHOLE = make.set_record(number=1, reps_planned=12, reps_done=12)
HALF = make.set_record(number=2, reps_planned=12, reps_done=6)
EXTRA = make.set_record(number=3, reps_planned=0, reps_done=12, seconds_planned=0, seconds_done=72)


def share_of(*sets: SetRecord) -> tuple[float, bool]:
    """Share of the dose that was done, and whether that was all of it."""
    record = make.session_record(sets=sets, answers=())
    (day,) = exercises_of([record], make.plan(), MONDAY, LIBRARY.exercises, (), (), ())
    return day.share, day.whole


def test_a_set_on_top_changes_nothing_of_a_whole_dose() -> None:
    assert share_of(WHOLE, EXTRA) == share_of(WHOLE) == (1, True)


def test_a_set_on_top_never_makes_up_for_the_plan() -> None:
    assert share_of(WHOLE, HALF, EXTRA) == share_of(WHOLE, HALF) == (0.75, False)


# --- Whose answers and signs they are ----------------------------------------------------------

ONE, TWO = "main.str-one", "main.str-two"
BOTH = Side.BOTH


def sets_of(side: Side = RIGHT, prescription: str = ONE, **fields: Any) -> SetRecord:
    """A set of ten, done whole."""
    known = {"exercise": "str-one", "level": "b", "number": 1, "reps_planned": 10, "reps_done": 10}
    return SetRecord(**{"prescription": prescription, "side": side, **known, **fields})


def said(prescription: str = ONE, side: Side = RIGHT, **fields: Any) -> ExerciseAnswer:
    """An answer about an exercise."""
    return ExerciseAnswer(prescription=prescription, exercise="str-one", side=side, **fields)


def days(
    *records: SessionRecord,
    signs: tuple[StopSign, ...] = (),
    before: tuple[BeforeSession, ...] = (),
    screened: tuple[str, ...] = (),
    times: int = 1,
) -> dict[tuple[str, Side], ExerciseDay]:
    """What was begun on the first day, by prescription and side."""
    twice = PlannedSession(
        id="main", name="Main", kind=SessionKind.CORE, frequency=TimesPerDay(least=times, most=times)
    )
    one, two = exercise(), exercise("str-two")
    plan = plan_of(prescribed(one), prescribed(two), sessions=(twice,))
    known = {"str-one": one, "str-two": two}
    found = exercises_of(records, plan, MONDAY, known, signs, before, screened)
    return {(day.prescription, day.side): day for day in found}


def bout_of(record: SessionRecord, key: tuple[str, Side] = (ONE, RIGHT), **rest: Any) -> Bout:
    """The one bout of a prescription and side."""
    (bout,) = days(record, **rest)[key].bouts
    return bout


@pytest.mark.parametrize(
    ("answer", "pain"),
    [
        pytest.param(said(pain_during=4), 4, id="its own"),
        pytest.param(said(side=BOTH, pain_during=4), 4, id="about both sides"),
        pytest.param(said(side=Side.LEFT, pain_during=4), NoAnswer.NOT_ASKED, id="of the other side"),
        pytest.param(said(TWO, pain_during=4), NoAnswer.NOT_ASKED, id="of another exercise"),
    ],
)
def test_an_answer_counts_for_its_exercise_and_side(answer: ExerciseAnswer, pain: Any) -> None:
    assert bout_of(session(0, sets=(sets_of(),), answers=(answer,))).pain_during == pain


def test_an_answer_about_one_side_counts_for_work_of_both() -> None:
    record = session(0, sets=(sets_of(BOTH),), answers=(said(side=Side.LEFT, pain_during=4),))
    assert bout_of(record, (ONE, BOTH)).pain_during == 4


@pytest.mark.parametrize("name", ["too_painful", "gave_way", "form_lost"])
def test_what_was_ticked_of_an_exercise_is_a_sign_of_its_bout(name: str) -> None:
    tick: dict[str, Any] = {name: True}
    ticked = bout_of(session(0, sets=(sets_of(),), answers=(said(**tick),)))
    calm = bout_of(session(0, sets=(sets_of(),), answers=(said(),)))
    assert [getattr(ticked, name), getattr(calm, name)] == [True, False]


FIELDS = {Sign.SHARP_PAIN: "sharp", Sign.POP: "pop", Sign.LIMP: "limp", Sign.GAVE_WAY: "gave_way"}


@pytest.mark.parametrize("sign", list(Sign))
def test_a_sign_is_a_sign_of_its_own_kind_only(sign: Sign) -> None:
    bout = bout_of(session(0, sets=(sets_of(),)), signs=(StopSign(session="s0", sign=sign),))
    assert [name for name in FIELDS.values() if getattr(bout, name)] == [FIELDS[sign]]


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        pytest.param({}, True, id="about the session"),
        pytest.param({"prescription": ONE}, True, id="about the exercise"),
        pytest.param({"prescription": TWO}, False, id="about another exercise"),
        pytest.param({"side": RIGHT}, True, id="about the side"),
        pytest.param({"side": Side.LEFT}, False, id="about the other side"),
        pytest.param({"session": "s9"}, False, id="about another session"),
    ],
)
def test_a_sign_counts_for_its_session_exercise_and_side(fields: dict[str, Any], counts: bool) -> None:
    sign = StopSign(**{"session": "s0", "sign": Sign.POP, **fields})
    assert bout_of(session(0, sets=(sets_of(),)), signs=(sign,)).pop is counts


@pytest.mark.parametrize(
    ("before", "pain", "swelling"),
    [
        pytest.param((), 1, NoAnswer.NOT_ASKED, id="not asked before it"),
        pytest.param(
            (BeforeSession(day=MONDAY, pain=4, swelling=2, session="s0"),), 4, 2, id="the worse one"
        ),
        pytest.param(
            (BeforeSession(day=MONDAY, pain=0, swelling=0, session="s0"),), 1, 0, id="its own is worse"
        ),
        pytest.param(
            (BeforeSession(day=MONDAY, pain=4, swelling=2, session="s9"),),
            1,
            NoAnswer.NOT_ASKED,
            id="before another session",
        ),
    ],
)
def test_the_questions_before_belong_to_their_session(
    before: tuple[BeforeSession, ...], pain: int, swelling: Any
) -> None:
    bout = bout_of(session(0, sets=(sets_of(),), pain_before=1), before=before)
    assert (bout.pain_before, bout.swelling_before) == (pain, swelling)


@pytest.mark.parametrize(
    ("screened", "ended"), [((), False), (("s0",), True), (("s9",), False), (("",), True)]
)
def test_a_flag_ends_its_session_or_where_it_names_none_every_one(
    screened: tuple[str, ...], ended: bool
) -> None:
    assert bout_of(session(0, sets=(sets_of(),)), screened=screened).screened is ended


# --- How much was done -------------------------------------------------------------------------


def test_what_was_not_begun_is_no_work_unless_it_hurt_too_much() -> None:
    nothing = sets_of(reps_done=0)
    assert days(session(0, sets=(nothing,), answers=())) == {}
    hurt = days(session(0, sets=(nothing,), answers=(said(too_painful=True),)))
    assert [(day.share, day.whole) for day in hurt.values()] == [(0, False)]
    assert days() == {}


@pytest.mark.parametrize(
    ("done", "times", "share", "whole"),
    [
        pytest.param((10,), 1, 1, True, id="once of once"),
        pytest.param((12,), 1, 1, True, id="more is not more than all"),
        pytest.param((10,), 2, 0.5, False, id="once of twice"),
        pytest.param((10, 10), 2, 1, True, id="twice of twice"),
        pytest.param((10, 4), 2, 0.7, False, id="and a part"),
        pytest.param((10, 10), 1, 1, True, id="twice of once"),
        pytest.param((6, 6), 1, 1, False, id="two parts are not a whole"),
    ],
)
def test_a_dose_that_is_due_several_times_a_day_is_whole_when_all_of_them_are(
    done: tuple[int, ...], times: int, share: float, whole: bool
) -> None:
    records = [session(0, id=f"s{n}", sets=(sets_of(reps_done=reps),)) for n, reps in enumerate(done)]
    (day,) = days(*records, times=times).values()
    assert day.share == pytest.approx(share)
    assert (day.whole, len(day.bouts)) == (whole, len(done))


def test_each_exercise_and_side_is_a_work_of_its_own_with_its_level_and_largest_set() -> None:
    sets = (
        sets_of(reps_planned=8, reps_done=8),
        sets_of(reps_planned=10, reps_done=10, number=2, seconds_planned=60),
        sets_of(Side.LEFT, reps_done=5),
        sets_of(prescription=TWO, exercise="str-two", level="a"),
    )
    found = days(session(0, sets=sets))
    assert {key: (d.exercise, d.level, d.share, d.set_reps, d.set_seconds) for key, d in found.items()} == {
        (ONE, RIGHT): ("str-one", "b", 1, 10, 60),
        (ONE, Side.LEFT): ("str-one", "b", 0.5, 10, 0),
        (TWO, RIGHT): ("str-two", "a", 1, 10, 0),
    }


@pytest.mark.parametrize(
    ("fields", "share"),
    [
        pytest.param({"level": "limit", "reps_done": 1}, 1, id="as many as tolerated"),
        pytest.param({"level": "limit", "reps_done": 1, "block": 1}, 0.1, id="a block that is a target"),
        pytest.param({"level": "limit", "reps_done": 1, "block": 2}, 0.1, id="a block that is no more"),
        pytest.param({"level": "target", "reps_done": 1}, 0.1, id="a level with a target"),
        pytest.param({"level": "gone", "reps_done": 1}, 0.1, id="a level that is no more"),
        pytest.param({"level": "", "reps_done": 1}, 0.1, id="no level known"),
        pytest.param(
            {"level": "limit", "reps_done": 1, "exercise": "gone"}, 0.1, id="an exercise that is no more"
        ),
    ],
)
def test_only_a_dose_of_as_many_as_tolerated_is_whole_with_any(fields: dict[str, Any], share: float) -> None:
    limit = Dose(blocks=(*reps(10, up_to=True).blocks, *reps(10).blocks))
    of = exercise("str-one", Group.STRENGTH, level("target"), level("limit", limit))
    record = session(0, sets=(sets_of(**fields),), answers=())
    (day,) = exercises_of([record], plan_of(prescribed(of)), MONDAY, {"str-one": of}, (), (), ())
    assert day.share == pytest.approx(share)


def test_a_timed_set_on_top_of_the_plan_was_done_as_long_as_it_lasted() -> None:
    extra = make.set_record(reps_planned=0, reps_done=0, seconds_planned=0, seconds_done=29)
    assert extra.is_extra
    assert extra.done == 29
