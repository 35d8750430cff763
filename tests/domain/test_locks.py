"""Locks: what flags forbid, and what ends them (clinical.md §4.2, scopes of a lock)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.locks import Locks, lock_covers, locks
from ankle_coach.domain.safety import (
    Assessment,
    Finding,
    Flag,
    Outcome,
    RecordedBy,
    Scope,
    Urgency,
)
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row

LIBRARY = open_library()


def flag(urgency: str = "pause", *scopes: str, rule: str = "R12", **fields: Any) -> Flag:
    finding = Finding(
        rule=rule,
        urgency=Urgency(urgency),
        scopes=tuple(Scope(scope) for scope in scopes),
        references=("DD",),
        **fields,
    )
    return Flag(id=f"flag-{rule}", finding=finding, raised=moment())


def record(outcome: str, days: int = 1, by: str = "person", rule: str = "R12") -> Assessment:
    return Assessment(
        id=f"{outcome}-{days}",
        flag=f"flag-{rule}",
        recorded=moment(MONDAY + timedelta(days=days)),
        outcome=Outcome(outcome),
        by=RecordedBy(by),
    )


def covers(found: Locks, exercise_id: str, level_id: str = "") -> bool:
    exercise = LIBRARY.exercise(exercise_id)
    return any(lock_covers(lock, exercise, exercise.level(level_id)) for lock in found.active)


COVERED = [
    ("pause", "all-loading", "str-calf-bi", True),
    ("pause", "all-loading", "run-walk", True),
    ("pause", "all-loading", "ply-hop", True),
    ("pause", "all-loading", "gait-run-form", True),
    ("pause", "all-loading", "bal-single-leg", True),
    ("pause", "all-loading", "gait-heel-toe", True),
    ("pause", "all-loading", "xtr-airbike", True),
    ("pause", "all-loading", "mob-alphabet", False),
    ("pause", "all-loading", "flx-towel-calf", False),
    ("pause", "all-loading", "rec-ice", False),
    ("urgent", "all-loading", "mob-alphabet", True),
    ("emergency", "all-loading", "mob-pumps", True),
    ("emergency", "all-loading", "rec-elevation", False),
    ("pause", "calf-work", "str-calf-bi", True),
    ("pause", "calf-work", "str-calf-seated", True),
    ("pause", "calf-work", "str-heel-drop", True),
    ("pause", "calf-work", "str-towel-toe-raise", True),
    ("pause", "calf-work", "str-band-pf", False),
    ("pause", "calf-work", "ply-rebound", True),
    ("pause", "calf-work", "run-walk", True),
    ("pause", "calf-work", "str-band-ev", False),
    ("pause", "calf-work", "bal-single-leg", False),
    ("pause", "calf-work", "wup-pre-run", True),
    ("pause", "calf-work", "wup-cool-down", False),
    ("pause", "calf-work", "gait-heel-toe ankling", True),
    ("pause", "calf-work", "gait-heel-toe toe-and-heel-walk", True),
    ("pause", "calf-work", "gait-heel-toe normal-pace", False),
    ("advise", "plyometrics-and-running", "gait-heel-toe ankling", True),
    ("advise", "plyometrics-and-running", "gait-heel-toe toe-and-heel-walk", False),
    ("advise", "plyometrics", "gait-heel-toe ankling", True),
    ("advise", "plyometrics", "gait-heel-toe normal-pace", False),
    ("advise", "plyometrics-and-running", "ply-hop-stick", True),
    ("advise", "plyometrics-and-running", "run-walk", True),
    ("advise", "plyometrics-and-running", "gait-run-form", True),
    ("advise", "plyometrics-and-running", "str-calf-uni", False),
    ("advise", "plyometrics", "ply-hop", True),
    ("advise", "plyometrics", "run-walk", False),
    ("pause", "ice", "rec-ice", True),
    ("pause", "ice", "rec-elevation", False),
    ("urgent", "massage", "mas-ball-foot", True),
    ("urgent", "massage", "str-calf-bi", False),
]


@row("4.2-scopes")
@pytest.mark.parametrize(
    ("urgency", "scope", "exercise", "covered"), COVERED, ids=[f"{s}-{u}-{e}" for u, s, e, _ in COVERED]
)
def test_a_scope_covers_what_it_says(
    urgency: str, scope: str, exercise: str, covered: bool, row_id: str
) -> None:
    name, _, level = exercise.partition(" ")
    assert covers(locks([flag(urgency, scope)], []), name, level) is covered


def test_the_band_for_the_calf_is_calf_work_and_without_a_band_it_is_no_load() -> None:
    found = locks([flag("pause", "calf-work")], [])
    assert covers(found, "str-band-pf", "light")
    assert not covers(found, "str-band-pf", "no-band")


def test_every_loaded_exercise_is_covered_by_all_loading() -> None:
    (lock,) = locks([flag("pause", "all-loading")], []).active
    for exercise in LIBRARY.exercises.values():
        for level in exercise.levels:
            if exercise.is_loaded(level):
                assert lock_covers(lock, exercise, level), (exercise.id, level.id)


@row("3.9-frozen-bottle")
def test_the_frozen_bottle_obeys_the_lock_on_ice(row_id: str) -> None:
    found = locks([flag("pause", "ice")], [])
    assert covers(found, "mas-ball-foot", "frozen-bottle")
    assert not covers(found, "mas-ball-foot", "seated-tennis-ball")


@pytest.mark.parametrize(
    ("records", "locked"),
    [
        ([], True),
        ([record("not-seen")], True),
        ([record("not-cleared")], True),
        ([record("cleared")], False),
        ([record("mistaken")], False),
        ([record("not-cleared", 1), record("cleared", 2)], False),
        ([record("cleared", 1), record("not-cleared", 2)], True),
        ([record("cleared", rule="R02")], True),
    ],
    ids=[
        "nothing-recorded",
        "not-seen",
        "seen-not-cleared",
        "cleared",
        "mistaken",
        "cleared-later",
        "taken-back",
        "another-flag",
    ],
)
def test_a_lock_holds_until_somebody_records_that_it_may_go_on(
    records: list[Assessment], locked: bool
) -> None:
    found = locks([flag("pause", "all-loading")], records)
    assert bool(found.active) is locked
    assert found.holds_advance is locked


@pytest.mark.parametrize(
    ("by", "therapist_only", "outcome", "barred"),
    [
        ("person", True, "cleared", True),
        ("therapist", True, "cleared", False),
        ("person", False, "cleared", False),
        ("person", True, "mistaken", False),
        ("therapist", True, "not-cleared", True),
    ],
)
def test_after_suspected_bone_stress_only_a_therapist_opens_a_program_again(
    by: str, therapist_only: bool, outcome: str, barred: bool
) -> None:
    raised = flag("pause", "all-loading", no_plan=True, therapist_only=therapist_only)
    found = locks([raised], [record(outcome, by=by)])
    assert found.no_plan == (("R12",) if barred else ())


def test_an_advise_flag_locks_nothing_and_holds_every_advance_until_assessed() -> None:
    raised = flag("advise", rule="R16")
    found = locks([raised], [])
    assert (found.active, found.holds_advance) == ((), True)
    assert not covers(found, "str-calf-bi")
    assert not locks([raised], [record("cleared", rule="R16")]).holds_advance


def test_a_caution_holds_nothing_back() -> None:
    found = locks([flag("caution", rule="R25-pregnancy")], [])
    assert (found.active, found.holds_advance) == ((), False)
    assert len(found.open_flags) == 1


def test_low_energy_holds_running_and_a_lock_tells_where_it_comes_from() -> None:
    energy = flag("advise", rule="R25-energy", holds_running=True)
    pause = flag("pause", "all-loading")
    found = locks([energy, pause], [])
    assert found.holds_running
    (lock,) = found.active
    assert (lock.rule, lock.since, lock.references, lock.flag) == ("R12", pause, ("DD",), "flag-R12")


def test_the_most_urgent_lock_comes_first() -> None:
    found = locks(
        [flag("pause", "all-loading"), flag("emergency", "all-loading", rule="R02")],
        [],
    )
    assert [lock.rule for lock in found.active] == ["R02", "R12"]
    assert found.scopes == {Scope.ALL_LOADING}


def test_running_is_held_by_any_advise_flag_and_by_a_caution_only_where_it_says_so() -> None:
    assert locks([flag("advise", rule="R16")], []).holds_running
    assert not locks([flag("caution", rule="R25-pregnancy")], []).holds_running
    energy = locks([flag("caution", rule="R25-energy", holds_running=True)], [])
    assert (energy.holds_advance, energy.holds_running) == (False, True)
    assert not locks([], []).holds_running


def test_a_lock_with_several_scopes_covers_what_any_of_them_covers() -> None:
    found = locks([flag("advise", "ice", "plyometrics-and-running")], [])
    assert covers(found, "ply-hop")
    assert covers(found, "rec-ice")
    assert not covers(found, "str-calf-bi")
