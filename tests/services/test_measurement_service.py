"""Self-tests: offered from their phase, once a week, never while locked; results kept with their symmetry."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.criteria import Status
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.measures import MeasureKind, Measurement
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.services.measurement_service import MeasurementService
from tests.helpers import builders as make
from tests.helpers.coach import FakeCoach

FIRST = "single-leg-raise-3x15-pain"
STAND, WALL, RAISE = "single-leg-stand-seconds", "knee-to-wall-cm", "single-leg-raise-count"
DAY = 24 * 3600


def _coach(phase: str = "p3", affected: Side | None = Side.RIGHT) -> FakeCoach:
    return FakeCoach().with_plan(phase, affected)


def _due(service: MeasurementService) -> list[str]:
    return [test.measure.id for test in service.due()]


def _result(
    service: MeasurementService, measure: str, left: float | None, right: float | None
) -> Measurement:
    return msgspec.structs.replace(service.new(measure), left=left, right=right)


def _lock(coach: FakeCoach, scope: Scope) -> None:
    finding = Finding(rule="R12", urgency=Urgency.PAUSE, references=("002",), scopes=(scope,))
    flag = Flag(id="flag", finding=finding, raised=make.moment())
    coach.journal.save_entry(coach.services.people.required().id, flag, flag.id, flag.raised)


@pytest.mark.parametrize(
    ("phase", "tests"),
    [("p1", []), ("p2", [STAND, WALL]), ("p3", [STAND, WALL, RAISE]), ("p5", [STAND, WALL, RAISE])],
)
def test_a_test_is_offered_from_the_phase_whose_exit_asks_for_it(phase: str, tests: list[str]) -> None:
    assert _due(_coach(phase).services.measurements) == tests


def test_a_tendon_program_offers_the_raise_a_phase_earlier() -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("achilles-midportion"), "p2", Side.RIGHT))

    assert RAISE in _due(coach.services.measurements)


@pytest.mark.parametrize(
    ("program", "offered"),
    [
        pytest.param("achilles-midportion", True, id="3.9-self-tests"),
        pytest.param("achilles-insertional", False, id="3.9-self-tests not to the end of the range"),
    ],
)
def test_the_knee_is_not_pushed_to_the_wall_where_that_end_of_the_range_is_excluded(
    program: str, offered: bool
) -> None:
    assert (WALL in _due(_in(program, "p2").services.measurements)) is offered


def _in(program: str, phase: str) -> FakeCoach:
    """A runner in a phase of a program, right side sore."""
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program(program), phase, Side.RIGHT))
    return coach


PHASES = [
    (program.id, phase.id)
    for program in open_library().programs.values()
    for phase in program.phases
    if phase.exit
]


@pytest.mark.parametrize(("program", "phase"), PHASES, ids=[f"3.6-exit {p} {n}" for p, n in PHASES])
def test_every_criterion_of_a_phase_can_be_measured_by_the_runner(program: str, phase: str) -> None:
    coach = _in(program, phase)
    service = coach.services.measurements
    asked = {measure.id for measure in service.asked_by_phase()}
    for criterion in coach.library.program(program).phase(phase).exit:
        measure = service.catalog.of(criterion.measured_by)
        ways = {
            "read from the journal": measure.kind is MeasureKind.DERIVED,
            "a test with a player": measure.id in {test.id for test in service.offered()},
            "asked on the Plan page": measure.id in asked,
        }
        assert sum(ways.values()) == 1, (criterion.id, ways)


@pytest.mark.parametrize(
    ("program", "phase", "review"),
    [
        ("lateral-sprain", "p1", {"walk-5-min-pain"}),
        ("lateral-sprain", "p4", {"walk-30-min-limp", "two-leg-hops-pain", "single-leg-hops-pain", FIRST}),
        ("achilles-midportion", "p4", {"walk-30-min-limp"}),
        ("plantar-heel", "p4", {"walk-30-min-limp", FIRST}),
        ("peroneal", "p3", {"band-ev-same-dose", "band-ev-feels-equal"}),
        ("general", "p2", {"residual-soreness"}),
        ("general", "p5", set()),
    ],
)
def test_the_weekly_review_asks_what_nothing_else_tells(program: str, phase: str, review: set[str]) -> None:
    reviews = _in(program, phase).services.reviews
    assert {measure.id for measure in reviews.more_questions()} == review


@pytest.mark.parametrize(
    ("scope", "gone"),
    [
        (
            Scope.ALL_LOADING,
            {"walk-30-min-pain", "walk-30-min-limp", "two-leg-hops-pain", "single-leg-hops-pain", FIRST},
        ),
        (Scope.PLYOMETRICS_AND_RUNNING, {"two-leg-hops-pain", "single-leg-hops-pain"}),
        (Scope.PLYOMETRICS, {"two-leg-hops-pain", "single-leg-hops-pain"}),
        (Scope.CALF_WORK, {"two-leg-hops-pain", "single-leg-hops-pain", FIRST}),
        (Scope.MASSAGE, set()),
    ],
    ids=lambda value: f"3.9-self-tests {value}" if isinstance(value, Scope) else "gone",
)
def test_nothing_that_a_lock_covers_is_asked_for(scope: Scope, gone: set[str]) -> None:
    coach = _in("lateral-sprain", "p4")
    service = coach.services.measurements
    before = {measure.id for measure in service.asked_by_phase()}
    _lock(coach, scope)
    assert before - {measure.id for measure in service.asked_by_phase()} == gone


@pytest.mark.parametrize(
    ("program", "phase", "asked"),
    [
        ("achilles-midportion", "p2", True),
        ("achilles-midportion", "p1", False),
        ("preset-silbernagel", "phase-2", False),
    ],
)
def test_the_prerequisite_of_rebounds_is_asked_where_they_are_in_the_plan(
    program: str, phase: str, asked: bool
) -> None:
    """3.9-condition; a published program goes without (3.4-preset)."""
    service = _in(program, phase).services.measurements
    assert (FIRST in {measure.id for measure in service.asked_by_phase()}) is asked


def test_an_answer_that_the_phase_asks_for_meets_its_criterion() -> None:
    coach = _in("lateral-sprain", "p1")
    coach.services.reviews.save({"walk-5-min-pain": 3, "rest-pain": 2})
    proposal = coach.services.phases.proposal()
    assert proposal is not None
    standing = {result.criterion.id: result.status for result in proposal.exit.criteria}
    assert (standing["walk-5-min-pain"], standing["rest-pain"]) == (Status.MET, Status.MET)


def test_a_day_without_loading_offers_no_test_that_loads() -> None:
    coach = _coach()
    coach.services.coach.before_session(7, NoAnswer.NOT_ASKED)

    assert RAISE not in _due(coach.services.measurements)
    assert WALL in _due(coach.services.measurements)

    coach.clock.advance(DAY)
    assert RAISE in _due(coach.services.measurements)


def test_nothing_is_due_without_a_plan() -> None:
    assert FakeCoach().services.measurements.due() == ()


def test_a_test_comes_back_after_a_week() -> None:
    coach = _coach()
    service = coach.services.measurements
    service.save(_result(service, WALL, 9, 8))
    assert _due(service) == [STAND, RAISE]
    coach.clock.advance(6 * DAY)
    assert WALL not in _due(service)
    assert WALL in [measure.id for measure in service.offered()]
    coach.clock.advance(DAY)

    assert WALL in _due(service)
    (again,) = [test for test in service.due() if test.measure.id == WALL]
    assert again.last is not None
    assert again.last.left == 9


@pytest.mark.parametrize(
    ("scope", "left"),
    [(Scope.ALL_LOADING, []), (Scope.CALF_WORK, [STAND, WALL]), (Scope.ICE, [STAND, WALL, RAISE])],
)
def test_a_lock_takes_away_what_it_covers_until_it_is_cleared(scope: Scope, left: list[str]) -> None:
    coach = _coach()
    _lock(coach, scope)
    coach.clock.advance(DAY)  # the day of the flag itself is without any loading
    assert _due(coach.services.measurements) == left

    cleared = Assessment(id="seen", flag="flag", recorded=make.moment(), outcome=Outcome.CLEARED)
    coach.journal.save_entry(coach.services.people.required().id, cleared, cleared.id, cleared.recorded)

    assert _due(coach.services.measurements) == [STAND, WALL, RAISE]


@pytest.mark.parametrize(
    ("affected", "left", "right", "percent"),
    [
        (Side.RIGHT, 20, 15, 75),
        (Side.LEFT, 20, 15, 400 / 3),
        (Side.BOTH, 20, 15, None),
        (None, 20, 15, None),
        (Side.RIGHT, 20, None, None),
        (Side.RIGHT, 0, 15, None),
        (Side.RIGHT, 20, 0, 0),
    ],
)
def test_the_symmetry_is_the_sore_side_in_percent_of_the_other_and_is_stored(
    affected: Side | None, left: float, right: float | None, percent: float | None
) -> None:
    service = _coach(affected=affected).services.measurements
    service.save(_result(service, RAISE, left, right))

    (kept,) = service.history(RAISE)
    assert kept.symmetry == (None if percent is None else pytest.approx(percent))
    assert (kept.left, kept.right) == (left, right)


def test_a_corrected_result_has_a_new_symmetry_and_a_deleted_one_is_gone() -> None:
    service = _coach().services.measurements
    result = _result(service, RAISE, 20, 10)
    service.save(result)
    service.save(msgspec.structs.replace(result, right=20))
    assert [kept.symmetry for kept in service.history()] == [100]

    service.delete(result.id)

    assert service.history() == ()


@pytest.mark.parametrize(("measure", "value"), [(STAND, 61), (WALL, 31), (RAISE, -1), (WALL, None)], ids=str)
def test_what_cannot_be_is_refused_and_not_kept(measure: str, value: float | None) -> None:
    service = _coach().services.measurements

    with pytest.raises(ValueError, match=measure):
        service.save(_result(service, measure, value, None))
    assert service.history() == ()
