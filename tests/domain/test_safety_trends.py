"""Flags that raise themselves from the journal (clinical.md §4.2, end, and R16 to R19)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.safety import Scope, Urgency
from ankle_coach.domain.safety_trends import JournalFacts, trend_findings
from tests.helpers.builders import MONDAY

SCREEN = load_safety().screen
DAY = MONDAY + timedelta(days=100)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def raised(**fields: Any) -> dict[str, str]:
    """Rule and urgency of each flag that the facts raise."""
    return {f.rule: f.urgency.value for f in trend_findings(SCREEN, JournalFacts(day=DAY, **fields))}


def two_weeks(before: float, now: float, entries: int = 7) -> tuple[tuple[date, float], ...]:
    """Morning pain of two weeks."""
    weeks = [(ago(7 + n), before) for n in range(entries)] + [(ago(n), now) for n in range(entries)]
    return tuple(weeks)


@pytest.mark.parametrize(
    ("mornings", "flags"),
    [
        (two_weeks(1, 3), {"T-morning": "advise"}),
        (two_weeks(1, 2.9), {}),
        (two_weeks(1, 3, entries=4), {"T-morning": "advise"}),
        (two_weeks(1, 9, entries=3), {}),
        ((), {}),
    ],
    ids=["4.2-rise-2", "4.2-rise-below-2", "4.2-rise-4-entries", "4.2-rise-3-entries", "4.2-rise-none"],
)
def test_the_mean_morning_pain_of_a_week(mornings: Any, flags: dict[str, str]) -> None:
    assert raised(mornings=mornings) == flags


@pytest.mark.parametrize(
    ("days", "flags"),
    [
        ((0, 5, 13), {"T-steps-back": "advise"}),
        ((0, 5, 14), {}),
        ((0, 5), {}),
        ((0, 0, 0), {}),
    ],
    ids=["4.2-three-in-14", "4.2-three-in-15", "4.2-two", "4.2-one-day-thrice"],
)
def test_three_days_with_a_step_back_in_fourteen(days: tuple[int, ...], flags: dict[str, str]) -> None:
    assert raised(regress_days=tuple(ago(day) for day in days)) == flags


@pytest.mark.parametrize(
    ("no_load", "sessions", "flags"),
    [
        ((0, 2), (0, 2, 4), {"T-no-load": "advise"}),
        ((0, 4), (0, 2, 4), {}),
        ((2, 4), (0, 2, 4), {}),
        ((0,), (0,), {}),
    ],
    ids=["4.2-two-running", "4.2-with-one-between", "4.2-over-since", "4.2-one"],
)
def test_two_session_days_in_a_row_too_sore_to_load(
    no_load: tuple[int, ...], sessions: tuple[int, ...], flags: dict[str, str]
) -> None:
    facts = {
        "no_load_days": tuple(ago(day) for day in no_load),
        "session_days": tuple(ago(day) for day in sessions),
    }
    assert raised(**facts) == flags


@pytest.mark.parametrize(
    ("days", "morning", "flags"),
    [(7, 4, {"R16": "advise"}), (7, 5, {"R16": "advise"}), (7, 3, {}), (6, 5, {}), (7, None, {})],
    ids=["R16-same", "R16-worse", "R16-better", "R16-too-early", "R16-no-morning"],
)
def test_a_week_without_getting_better(days: int, morning: float | None, flags: dict[str, str]) -> None:
    mornings = () if morning is None else ((ago(0), morning),)
    facts = {"started_on": ago(days), "baseline": 4, "program": "lateral-sprain", "mornings": mornings}
    assert raised(**facts) == flags


@pytest.mark.parametrize(
    ("pains", "rest", "flags"),
    [
        ((6,), (), {"R17": "advise"}),
        ((5,), (), {}),
        ((3, 3, 3), (), {"R17": "advise"}),
        ((3, 2, 3), (), {}),
        ((0, 1, 2), (), {"R17": "advise"}),
        ((), (5, 5, 5), {"R17": "pause"}),
        ((6,), (5, 5, 4), {"R17": "advise"}),
        ((6,), (5, 6, 7), {"R17": "pause"}),
    ],
    ids=[
        "R17-severe",
        "R17-not-severe",
        "R17-persistent",
        "R17-not-persistent",
        "R17-worsening",
        "R17-rest-pain",
        "R17-rest-pain-two-days",
        "R17-severe-and-rest-pain",
    ],
)
def test_pain_after_runs_and_at_rest(
    pains: tuple[int, ...], rest: tuple[int, ...], flags: dict[str, str]
) -> None:
    after = tuple((ago(len(pains) - n), float(pain)) for n, pain in enumerate(pains))
    resting = tuple((ago(n), float(pain)) for n, pain in enumerate(rest))
    assert raised(after_runs=after, rest_pain=resting) == flags


@pytest.mark.parametrize(
    ("times", "injury", "flags"),
    [
        (((0, 1), (13, 1)), None, {"R18": "advise"}),
        (((0, 2),), None, {"R18": "advise"}),
        (((0, 1), (14, 1)), None, {}),
        (((0, 1),), None, {}),
        (((0, 2),), 3, {"R18": "pause"}),
        (((0, 2),), 30, {"R18": "advise"}),
    ],
    ids=["R18-two-days", "R18-twice", "R18-15-days", "R18-once", "R18-new-injury", "R18-old-injury"],
)
def test_giving_way(times: Any, injury: int | None, flags: dict[str, str]) -> None:
    facts = {
        "giving_way": tuple((ago(day), count) for day, count in times),
        "new_injury_on": None if injury is None else ago(injury),
    }
    assert raised(**facts) == flags


def test_R18_locks_hops_and_running_and_locking_raises_it_too() -> None:
    (finding,) = trend_findings(SCREEN, JournalFacts(day=DAY, locked_or_catching=True))
    assert (finding.rule, finding.scopes) == ("R18", (Scope.PLYOMETRICS_AND_RUNNING,))


@pytest.mark.parametrize(
    ("program", "days", "gain", "flags"),
    [
        ("lateral-sprain", 42, 1, {"R19": "advise"}),
        ("lateral-sprain", 42, 2, {}),
        ("lateral-sprain", 41, 1, {}),
        ("peroneal", 42, 0.5, {"R19": "advise"}),
        ("plantar-heel", 42, 1, {"R19": "advise"}),
        ("achilles-midportion", 83, 1, {}),
        ("achilles-midportion", 84, 1, {"R19": "advise"}),
        ("achilles-insertional", 84, 1, {"R19": "advise"}),
        ("general", 400, 1, {}),
    ],
    ids=lambda value: f"R19-{value}" if isinstance(value, str) else None,
)
def test_no_real_change_after_six_or_twelve_weeks(
    program: str, days: int, gain: float, flags: dict[str, str]
) -> None:
    facts = {
        "program": program,
        "started_on": ago(days),
        "baseline": 5,
        "mornings": tuple((ago(n), 5 - gain) for n in range(7)),
    }
    assert raised(**facts) == flags


def test_4_2_what_was_assessed_and_still_worsens_pauses() -> None:
    facts = JournalFacts(day=DAY, mornings=two_weeks(1, 4), assessed={"T-morning": ago(3)})
    (finding,) = trend_findings(SCREEN, facts)
    assert (finding.urgency, finding.scopes) == (Urgency.PAUSE, (Scope.ALL_LOADING,))
    assert dict(finding.values) == {"rise": 3}


def test_an_empty_journal_raises_nothing() -> None:
    assert raised() == {}


@pytest.mark.parametrize(
    ("fields", "flags"),
    [
        pytest.param({"baseline": 1}, {"R16": "advise"}, id="R16 from the lowest pain on"),
        pytest.param({"baseline": 0}, {}, id="R16 nothing hurt at the start"),
        pytest.param({"baseline": None}, {}, id="R16 not known how it was at the start"),
        pytest.param({"baseline": 4, "started_on": None}, {}, id="R16 not known when it started"),
        pytest.param({"baseline": 4, "started_on": ago(41)}, {"R16": "advise"}, id="R16 until six weeks"),
        pytest.param(
            {"baseline": 4, "started_on": ago(42)}, {"R19": "advise"}, id="R19 in its place from then on"
        ),
    ],
)
def test_what_a_week_without_getting_better_is_held_against(
    fields: dict[str, Any], flags: dict[str, str]
) -> None:
    known = {"started_on": ago(7), "program": "lateral-sprain"}
    mornings = tuple((ago(n), float(fields["baseline"] or 0)) for n in range(3))
    assert raised(**{**known, "mornings": mornings, **fields}) == flags


@pytest.mark.parametrize(
    ("fields", "because"),
    [
        pytest.param(
            {"after_runs": ((ago(4), 8), (ago(1), 7))}, {"after_run": 7, "rest_days": 0}, id="R17 last run"
        ),
        pytest.param(
            {"rest_pain": tuple((ago(n), 5) for n in (1, 2, 3))},
            {"after_run": 0, "rest_days": 3},
            id="R17 at rest",
        ),
    ],
)
def test_pain_after_runs_names_the_last_run_and_the_days_of_pain_at_rest(
    fields: dict[str, Any], because: dict[str, float]
) -> None:
    (finding,) = trend_findings(SCREEN, JournalFacts(day=DAY, **fields))
    assert (finding.rule, dict(finding.values)) == ("R17", because)
