"""The guards around runs (clinical.md §3.8) and the way from stage 8 to normal running (§3.7)."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.day_facts import DayFacts, MorningFacts
from ankle_coach.domain.fold import fold_day
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import plan_from_program
from ankle_coach.domain.program_rules import context_for
from ankle_coach.domain.rule_state import State
from ankle_coach.domain.run_facts import stage_runs
from ankle_coach.domain.running import (
    Guard,
    RunRecord,
    cap_when_back,
    easy_week_minutes,
    first_run_back,
    next_run_minutes,
    single_run_guard,
    weekly_guard,
)
from ankle_coach.domain.schedule import due_on
from ankle_coach.domain.schedule_changes import planned_sessions
from ankle_coach.domain.shoes import Shoe, ShoeAdvice, ShoeSign, shoe_advice, shoe_meters
from ankle_coach.domain.sides import Side
from ankle_coach.domain.walk_run import STAGES
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import day_number

LIBRARY = open_library()


def at(day: int) -> Moment:
    return moment(MONDAY + timedelta(days=day), time(7))


def run(day: int = 0, minutes: float = 30, **fields: Any) -> RunRecord:
    """A run without pain."""
    known = {"pain_during": 0, "pain_after": 0, "limp": False}
    return RunRecord(id=f"run-{day}", started=at(day), seconds=minutes * 60, **{**known, **fields})


@pytest.mark.parametrize(
    ("minutes", "guard", "references"),
    [
        (33, Guard.NONE, ()),
        (33.1, Guard.WARN, ("S25",)),
        (39, Guard.WARN, ("S25",)),
        (39.1, Guard.STRONG, ("S25",)),
        (60, Guard.STRONG, ("S25",)),
        (60.1, Guard.CONFIRM, ("S25",)),
        (20, Guard.NONE, ()),
    ],
    ids=lambda value: f"3.8-spike-{value}" if isinstance(value, float | int) else None,
)
def test_a_single_run_is_compared_with_the_longest_of_thirty_days(
    minutes: float, guard: Guard, references: tuple[str, ...]
) -> None:
    result = single_run_guard(run(10, minutes), [run(0, 30), run(4, 25), run(20, 90)])
    assert (result.guard, result.references) == (guard, references)
    assert result.ratio == pytest.approx(minutes / 30)
    assert result.compared_with == 30


@pytest.mark.parametrize(
    ("days_before", "guard"),
    [(30, Guard.NONE), (31, Guard.CONFIRM)],
    ids=["3.8-window-30-days", "3.8-window-31-days"],
)
def test_only_the_last_thirty_days_count(days_before: int, guard: Guard) -> None:
    earlier = [run(40 - days_before, 60), run(35, 25)]
    assert single_run_guard(run(40, 60), earlier).guard is guard


def test_3_8_distances_are_compared_where_every_run_has_one() -> None:
    shorter_but_slower = single_run_guard(run(2, 40, meters=5000), [run(0, 30, meters=5000)])
    assert (shorter_but_slower.guard, shorter_but_slower.by_distance) == (Guard.NONE, True)
    without = single_run_guard(run(2, 40, meters=5000), [run(0, 30)])
    assert (without.guard, without.by_distance) == (Guard.STRONG, False)


@pytest.mark.parametrize(
    ("earlier", "new"),
    [([], run(1, 90)), ([run(0, 19)], run(1, 60)), ([run(0, 24)], run(2, 28, stage=5))],
    ids=["3.8-floor-first-run", "3.8-floor-under-20-min", "3.8-floor-walk-run"],
)
def test_percentages_mean_nothing_at_tiny_volumes(earlier: list[RunRecord], new: RunRecord) -> None:
    result = single_run_guard(new, earlier)
    assert (result.guard, result.ratio) == (Guard.NONE, None)


@pytest.mark.parametrize(
    ("this_week", "guard"),
    [(100, Guard.NONE), (110, Guard.NONE), (111, Guard.INFO), (130, Guard.INFO), (131, Guard.CAUTION)],
    ids=lambda value: f"3.8-week-{value}" if isinstance(value, int) else None,
)
def test_a_week_is_compared_with_the_one_before(this_week: float, guard: Guard) -> None:
    runs = [run(0, 50), run(2, 50), run(7, this_week / 2), run(9, this_week / 2)]
    result = weekly_guard(runs, MONDAY + timedelta(days=7))
    assert result.guard is guard
    assert result.references == {Guard.INFO: ("M13", "S27"), Guard.CAUTION: ("S26", "M14")}.get(guard, ())


@pytest.mark.parametrize(
    "runs",
    [
        [run(7, 90)],
        [run(0, 90)],
        [run(0, 10), run(7, 18)],
        [run(0, 30, stage=7), run(7, 30, stage=8), run(9, 30, stage=8)],
    ],
    ids=["no-last-week", "no-this-week", "3.8-floor", "3.8-stages"],
)
def test_a_week_with_nothing_to_compare_says_nothing(runs: list[RunRecord]) -> None:
    result = weekly_guard(runs, MONDAY + timedelta(days=7))
    assert (result.guard, result.ratio) == (Guard.NONE, None)


@pytest.mark.parametrize(
    ("days", "stopped", "back"),
    [
        pytest.param([], None, None, id="3.8-back no break"),
        pytest.param([-28], None, None, id="3.8-back four weeks are none"),
        pytest.param([-29], None, 0, id="3.8-back more than four weeks"),
        pytest.param([-60, -20, -10], None, -20, id="3.8-back the first run after it"),
        pytest.param([-60, -20, -10], -40, -20, id="3.8-back told before the break's end"),
        pytest.param([-10, -5], -7, -5, id="3.8-back the first run after it was told"),
        pytest.param([5], -7, 0, id="3.8-back later runs do not count"),
    ],
)
def test_the_first_run_back_is_the_one_after_the_last_break(
    days: list[int], stopped: int | None, back: int | None
) -> None:
    def day(number: int | None) -> date | None:
        return None if number is None else MONDAY + timedelta(days=number)

    known = [MONDAY + timedelta(days=number) for number in days]
    assert first_run_back(known, MONDAY, day(stopped)) == day(back)


@pytest.mark.parametrize(
    ("longest", "since", "cap"),
    [(60, 0, 30), (60, 27, 30), (60, 28, None), (None, 0, None), (60, None, None), (60, -1, None)],
    ids=["3.8-back-day-1", "3.8-back-day-28", "3.8-back-day-29", "no-longest", "no-break", "not-yet"],
)
def test_the_first_four_weeks_back_are_capped_at_half(
    longest: float | None, since: int | None, cap: float | None
) -> None:
    back = None if since is None else MONDAY - timedelta(days=since)
    assert cap_when_back(longest, back, MONDAY) == cap


@pytest.mark.parametrize(
    ("minutes", "following"),
    [([30], 30), ([30, 30], 33), ([30, 30, 33], 33), ([30, 30, 33, 33], 36.3), ([60, 60], 65), ([], 0)],
    ids=lambda value: f"3.7-after-stage-8-{value}" if isinstance(value, list) else None,
)
def test_after_stage_8_five_minutes_but_never_over_ten_percent_every_two_runs(
    minutes: list[float], following: float
) -> None:
    runs = [run(2 * index, length) for index, length in enumerate(minutes)]
    assert next_run_minutes(runs, MONDAY + timedelta(days=20)) == pytest.approx(following)


def plan_of(program_id: str) -> Plan:
    return plan_from_program(
        LIBRARY.program(program_id),
        "p5",
        LIBRARY.exercises,
        plan_id="plan",
        version=1,
        starts_on=MONDAY,
        affected=Side.LEFT,
    )


def run_days(plan: Plan, days: int) -> list[int]:
    """Days on which a plan asks for a run."""
    return [
        number
        for number in range(days)
        for due in due_on(plan, MONDAY + timedelta(days=number))
        if due.times and any(p.exercise == "run-walk" for p in due.prescriptions)
    ]


RUNNING_PROGRAMS = [p for p in LIBRARY.programs if not p.startswith(("general", "preset-"))]


WEEKS = [
    ("3.5-easy-week the fourth in a row", (90, 90, 90), 67.5),
    ("3.5-easy-week growing weeks count", (80, 88, 96), 72.0),
    ("3.5-easy-week two weeks are too few", (0, 90, 90), None),
    ("3.5-easy-week a week was left out", (90, 0, 90), None),
    ("3.5-easy-week the last one was easy", (90, 90, 70), None),
    ("3.5-easy-week the one before was easy", (90, 68, 90), None),
    ("3.9-easy-week a quarter off", (120, 120, 120), 90.0),
    ("3.9-easy-week not under 20 min", (15, 15, 15), None),
]


@pytest.mark.parametrize(("weeks", "expected"), [w[1:] for w in WEEKS], ids=[w[0] for w in WEEKS])
def test_every_fourth_week_may_be_an_easier_one(weeks: tuple[int, ...], expected: float | None) -> None:
    runs = [run(7 * number, minutes) for number, minutes in enumerate(weeks) if minutes]
    assert easy_week_minutes(runs, MONDAY + timedelta(days=7 * len(weeks) + 3)) == expected


def test_after_an_easy_week_three_full_ones_come_first_and_stages_are_no_weeks_of_running() -> None:
    runs = [run(7 * number, minutes) for number, minutes in enumerate((90, 90, 90, 67, 90, 90, 90))]
    offered = [easy_week_minutes(runs[:number], MONDAY + timedelta(days=7 * number)) for number in range(8)]
    assert [minutes is not None for minutes in offered] == [number in (3, 7) for number in range(8)]
    stages = [run(7 * number, 30, stage=8) for number in range(4)]
    assert easy_week_minutes(stages, MONDAY + timedelta(days=28)) is None


@pytest.mark.parametrize("program_id", RUNNING_PROGRAMS)
def test_no_program_of_ours_trips_our_own_running_guard(program_id: str) -> None:
    """A pain-free runner follows the stages by the rules, then the rule after stage 8, for 26 weeks."""
    plan = walk_run_only(plan_of(program_id))
    context = context_for(LIBRARY.in_catalog_order(), [LIBRARY.program(program_id)])
    state = State(mornings=tuple(calm(-number) for number in (3, 2, 1)))
    runs: list[RunRecord] = []
    planned = set(run_days(plan, 26 * 7))
    for day in range(26 * 7):
        new = run_at(state, runs, day) if day in planned else None
        if new is not None:
            assert single_run_guard(new, runs).guard is Guard.NONE
            runs.append(new)
        state, _ = fold_day(state, day_of(plan, day, new), context)
    weeks = [weekly_guard(runs, MONDAY + timedelta(days=7 * week)).guard for week in range(26)]
    assert not set(weeks) & {Guard.CAUTION, Guard.WARN, Guard.STRONG, Guard.CONFIRM}
    assert [run.stage for run in runs[:16]] == [stage for stage in range(1, 9) for _ in (1, 2)]
    assert max(r.minutes for r in runs) > 60


def walk_run_only(plan: Plan) -> Plan:
    """A plan without what is done beside its runs."""
    own = next(p for p in plan.prescriptions if p.exercise == "run-walk")
    return replace(
        plan, prescriptions=(own,), sessions=tuple(s for s in plan.sessions if s.id == own.session)
    )


def run_at(state: State, runs: list[RunRecord], day: int) -> RunRecord:
    """The run of a day: its stage, and a little more once the last stage was done twice."""
    if [r.stage for r in runs].count(8) >= 2:
        outside = [r for r in runs if r.stage in (None, 8)]
        return run(day, next_run_minutes(outside, MONDAY + timedelta(days=day)))
    standing = next(iter(state.standings.values()), None)
    stage = next(s for s in STAGES if s.level == (standing.level if standing else "stage-1"))
    assert standing is None or standing.not_before is None or standing.not_before <= day_number(day)
    return run(day, stage.run_minutes, stage=stage.number)


def day_of(plan: Plan, day: int, done: RunRecord | None) -> DayFacts:
    """A day of the rules with its run, between two mornings without pain."""
    on = day_number(day)
    counted = stage_runs([done], plan, ()) if done is not None else ()
    return DayFacts(
        day=on,
        plan=plan,
        exercises=tuple(exercise_day for exercise_day, _ in counted),
        done=tuple(session for _, session in counted),
        planned=planned_sessions(plan, on),
        mornings=(calm(day),),
        next_mornings=(calm(day + 1),),
    )


def calm(day: int) -> MorningFacts:
    """A morning without pain, stiffness or swelling."""
    return MorningFacts(
        day=day_number(day), side=Side.LEFT, pain=0, first_step=0, stiff_minutes=0, swelling=0
    )


def test_the_guard_would_notice_a_program_that_did() -> None:
    runs = [run(2 * n, 30 * 1.2**n) for n in range(6)]
    assert single_run_guard(runs[-1], runs[:-1]).guard is Guard.WARN


@pytest.mark.parametrize(
    ("kilometers", "signs", "advice"),
    [
        (479, (), ShoeAdvice.NOTHING),
        (480, (), ShoeAdvice.NOTE),
        (639, (), ShoeAdvice.NOTE),
        (640, (), ShoeAdvice.PROMPT),
        (10, (ShoeSign.WORN,), ShoeAdvice.PROMPT),
        (10, (ShoeSign.POOR_FIT,), ShoeAdvice.PROMPT),
        (10, (ShoeSign.NOT_FOR_RUNNING,), ShoeAdvice.PROMPT),
    ],
    ids=lambda value: f"3.8-shoes-{value}" if isinstance(value, int) else None,
)
def test_shoes_are_noted_by_distance_and_signs(
    kilometers: float, signs: tuple[ShoeSign, ...], advice: ShoeAdvice
) -> None:
    shoe = Shoe(id="shoe", name="Blue", start_meters=2000, signs=signs)
    runs = [run(0, meters=(kilometers - 2) * 1000, shoes="shoe"), run(1, meters=9e6, shoes="other")]
    assert shoe_meters(shoe, runs) == pytest.approx(kilometers * 1000)
    assert shoe_advice(shoe, runs) is advice


def test_retired_shoes_are_left_alone() -> None:
    shoe = Shoe(id="shoe", name="Old", start_meters=900_000, retired=True)
    assert shoe_advice(shoe, []) is ShoeAdvice.NOTHING


@pytest.mark.parametrize(
    "fields", [{"seconds": -1}, {"seconds": 1, "stage": 9}, {"seconds": 1, "pain_during": 11}]
)
def test_an_impossible_run_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must"):
        RunRecord(id="run", started=at(0), **fields)


# --- What a record may say, and edges of the weeks ---------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"seconds": -1},
        {"total_seconds": -1},
        {"meters": -0.5},
        {"stage": -1},
        {"stage": 9},
        {"pain_during": 11},
        {"pain_after": -1},
    ],
    ids=str,
)
def test_a_run_that_cannot_have_been_is_refused(fields: dict[str, Any]) -> None:
    known = {"id": "r", "started": at(0), "seconds": 1800.0}
    with pytest.raises(ValueError, match=r"must"):
        RunRecord(**{**known, **fields})


@pytest.mark.parametrize(
    "fields", [{"seconds": 0}, {"meters": 0}, {"stage": 0}, {"stage": 8}, {"pain_during": 10}], ids=str
)
def test_the_ends_of_each_range_are_runs(fields: dict[str, Any]) -> None:
    known = {"id": "r", "started": at(0), "seconds": 1800.0}
    assert RunRecord(**{**known, **fields}).id == "r"


@pytest.mark.parametrize(("day", "counts"), [(-8, False), (-7, True), (-1, True), (0, False)])
def test_last_week_is_its_seven_days(day: int, counts: bool) -> None:
    """The week of Monday against one run of the days before, which is its own where it is on Monday."""
    runs = [run(day, 30), run(2, 60)]
    result = weekly_guard(runs, MONDAY)
    assert (result.guard is not Guard.NONE) is counts
    assert result.compared_with == (30 if counts else 0)


def test_a_week_of_walks_only_is_nothing_to_compare_with() -> None:
    runs = [run(-3, 0), run(2, 60)]
    assert weekly_guard(runs, MONDAY).ratio is None


def test_a_run_with_a_distance_is_compared_by_minutes_where_an_earlier_one_has_none() -> None:
    known = [run(-2, 30, meters=5000), run(-4, 30)]
    result = single_run_guard(run(0, 30, meters=9000), known)
    assert (result.by_distance, result.ratio) == (False, 1)
    by_minutes = single_run_guard(run(0, 30), [run(-2, 30, meters=5000)])
    assert (by_minutes.by_distance, by_minutes.ratio) == (False, 1)
    by_distance = single_run_guard(run(0, 30, meters=9000), known[:1])
    assert (by_distance.by_distance, by_distance.ratio) == (True, 1.8)


def test_a_run_of_days_to_come_is_not_compared_with() -> None:
    assert next_run_minutes([run(0, 30), run(-2, 30), run(1, 90)], at(0).training_day) == 33
