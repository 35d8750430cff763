"""Flags that raise themselves from the journal (clinical.md §4.2, end, and R16 to R19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from ankle_coach.domain.means import mean
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import Finding, Scope, Urgency
from ankle_coach.domain.safety_content import ScreenFile

RISE_POINTS = RuleNumber(2, ("DD",))
"""Rise of the mean morning pain from one week to the next that raises a flag."""
WEEK_ENTRIES = RuleNumber(4, ("DD",))
"""Entries that each of the two weeks must have (clinical.md §3.5)."""
REGRESS_DAYS = RuleNumber(3, ("DD",))
REGRESS_WINDOW = RuleNumber(14, ("DD",))
NO_LOAD_DAYS = RuleNumber(2, ("DD",))
SELF_CARE_DAYS = RuleNumber(7, ("002",))
"""R16: days of rest and self-care without getting better."""
LAST_MORNINGS = RuleNumber(3, ("DD",))
"""R16: the mornings that are held against the start."""
NO_GAIN_POINTS = RuleNumber(2, ("S57",))
"""R16, R19: an improvement of fewer points is no real change."""
NO_CHANGE_DAYS: Mapping[str, RuleNumber] = {
    "achilles-midportion": RuleNumber(84, ("DD",)),
    "achilles-insertional": RuleNumber(84, ("DD",)),
    "lateral-sprain": RuleNumber(42, ("DD",)),
    "peroneal": RuleNumber(42, ("DD",)),
    "plantar-heel": RuleNumber(42, ("DD",)),
}
"""R19: days without a real change, by program; the general program has none."""
SEVERE_AFTER_RUN = RuleNumber(6, ("M01", "DD"))
"""R17: pain after a run from which on it is severe (the band 6 to 10 is too high)."""
SORE_AFTER_RUN = RuleNumber(3, ("DD",))
"""R17: pain after a run from which on it counts as sore."""
RUNS_IN_A_ROW = RuleNumber(3, ("DD",))
"""R17: sore after this many runs in a row is persistent; rising over them is getting worse."""
REST_PAIN = RuleNumber(5, ("DD",))
REST_PAIN_DAYS = RuleNumber(3, ("DD",))
"""R17: pain at rest of this much on this many days pauses."""
GIVING_WAY = RuleNumber(2, ("002", "S38"))
GIVING_WAY_WINDOW = RuleNumber(14, ("DD",))
RECENT_DAYS = RuleNumber(14, ("DD",))
"""R17: days, the day judged included, that the runs and the pain at rest are looked for in."""


class JournalFacts(Struct, frozen=True, kw_only=True):
    """What the trend rules read of the journal. Days without an entry are simply not there.

    Attributes:
        day: Training day judged.
        started_on: First training day of the program, or of self-care; None where there is none.
        program: Id of the program.
        baseline: Morning pain at the start; None where nobody said.
        mornings: Training day and morning pain.
        regress_days: Training days on which a loaded exercise had a REGRESS (clinical.md §3.4).
        no_load_days: Session days whose outcome was NO-LOAD.
        session_days: All session days.
        after_runs: Training day and pain after each run, oldest first.
        rest_pain: Training day and pain at rest.
        giving_way: Training day and how often the ankle gave way.
        new_injury_on: Day of a new injury; None for none.
        assessed: Rules whose flag was already assessed, with the day of the record.
        locked_or_catching: Whether the ankle locks or catches, as the weekly review says.
    """

    day: date
    started_on: date | None = None
    program: str = ""
    baseline: float | None = None
    mornings: tuple[tuple[date, float], ...] = ()
    regress_days: tuple[date, ...] = ()
    no_load_days: tuple[date, ...] = ()
    session_days: tuple[date, ...] = ()
    after_runs: tuple[tuple[date, float], ...] = ()
    rest_pain: tuple[tuple[date, float], ...] = ()
    giving_way: tuple[tuple[date, int], ...] = ()
    new_injury_on: date | None = None
    assessed: Mapping[str, date] = {}
    locked_or_catching: bool = False


def trend_findings(screen: ScreenFile, facts: JournalFacts) -> tuple[Finding, ...]:
    """Return the flags that the journal raises at the end of a training day, in the order of their rules."""
    found = (
        _morning_rise(facts),
        _steps_back(facts),
        _no_load(facts),
        _no_better(facts),
        _after_runs(facts),
        _giving_way(facts),
        _no_change(facts),
    )
    return tuple(_finding(screen, facts, *hit) for hit in found if hit is not None)


_Hit = tuple[str, bool, tuple[tuple[str, float], ...]]
"""Rule, whether it pauses at once, and the numbers that fired it."""


def _finding(
    screen: ScreenFile, facts: JournalFacts, rule: str, pauses: bool, values: tuple[tuple[str, float], ...]
) -> Finding:
    """An advise flag; a pause where the rule says so, or where it was assessed and is still getting worse.

    What stays as it was is no better, and no worse either: it advises again (clinical.md §4.2).
    """
    question = screen.of(rule)
    since = facts.assessed.get(rule)
    worse_again = since is not None and since < facts.day and dict(values).get("gain", -1.0) < 0
    pause = pauses or worse_again
    return Finding(
        rule=rule,
        urgency=Urgency.PAUSE if pause else question.urgency,
        scopes=(Scope.ALL_LOADING,) if pause else question.scopes,
        values=values,
        references=question.references,
    )


def _window(days: Sequence[tuple[date, float]], last: date, length: float) -> list[float]:
    """Values of the days of a window that ends with its last day, which counts."""
    first = last - timedelta(days=int(length) - 1)
    return [value for day, value in days if first <= day <= last]


def _morning_rise(facts: JournalFacts) -> _Hit | None:
    now = _window(facts.mornings, facts.day, 7)
    before = _window(facts.mornings, facts.day - timedelta(days=7), 7)
    if min(len(now), len(before)) < WEEK_ENTRIES.value:
        return None
    rise = mean(now) - mean(before)
    return ("T-morning", False, (("rise", rise),)) if rise >= RISE_POINTS.value else None


def _steps_back(facts: JournalFacts) -> _Hit | None:
    first = facts.day - timedelta(days=int(REGRESS_WINDOW.value) - 1)
    days = len({day for day in facts.regress_days if first <= day <= facts.day})
    return ("T-steps-back", False, (("days", days),)) if days >= REGRESS_DAYS.value else None


def _no_load(facts: JournalFacts) -> _Hit | None:
    count = int(NO_LOAD_DAYS.value)
    days = {day for day in (*facts.session_days, *facts.no_load_days) if day <= facts.day}
    last = sorted(days)[-count:]
    running = len(last) == count and all(day in facts.no_load_days for day in last)
    return ("T-no-load", False, (("days", count),)) if running else None


def _no_better(facts: JournalFacts) -> _Hit | None:
    """R16: a week after the start the mornings are no better than at the start."""
    if facts.started_on is None or facts.baseline is None or facts.baseline <= 0:
        return None
    days = (facts.day - facts.started_on).days
    mornings = _window(facts.mornings, facts.day, LAST_MORNINGS.value)
    if days < SELF_CARE_DAYS.value or not mornings or days >= _no_change_after(facts):
        return None
    gain = facts.baseline - mean(mornings)
    return ("R16", False, (("days", days), ("gain", gain))) if gain <= 0 else None


def _after_runs(facts: JournalFacts) -> _Hit | None:
    """R17: severe after a run, or sore after three in a row, or rising over three; rest pain pauses."""
    rest = [day for day, pain in facts.rest_pain if pain >= REST_PAIN.value and _is_recent(day, facts.day)]
    pauses = len(set(rest)) >= REST_PAIN_DAYS.value
    pains = [pain for day, pain in facts.after_runs if _is_recent(day, facts.day)]
    last = pains[-int(RUNS_IN_A_ROW.value) :]
    enough = len(last) == int(RUNS_IN_A_ROW.value)
    severe = bool(pains) and pains[-1] >= SEVERE_AFTER_RUN.value
    persistent = enough and min(last) >= SORE_AFTER_RUN.value
    rising = enough and all(a < b for a, b in pairwise(last))
    if not (severe or persistent or rising or pauses):
        return None
    return "R17", pauses, (("after_run", pains[-1] if pains else 0), ("rest_days", len(set(rest))))


def _giving_way(facts: JournalFacts) -> _Hit | None:
    """R18: twice or more in 14 days, or locking; a pause where it began after a new injury."""
    times = sum(_window(facts.giving_way, facts.day, GIVING_WAY_WINDOW.value))
    if times < GIVING_WAY.value and not facts.locked_or_catching:
        return None
    injured = facts.new_injury_on
    fresh = injured is not None and _is_recent(injured, facts.day)
    return "R18", fresh, (("times", times),)


def _no_change(facts: JournalFacts) -> _Hit | None:
    """R19: no real change after 6 weeks (Achilles 12)."""
    if facts.started_on is None or facts.baseline is None or facts.program not in NO_CHANGE_DAYS:
        return None
    days = (facts.day - facts.started_on).days
    mornings = _window(facts.mornings, facts.day, 7)
    if days < _no_change_after(facts) or not mornings or facts.baseline < NO_GAIN_POINTS.value:
        return None
    gain = facts.baseline - mean(mornings)
    return ("R19", False, (("days", days), ("gain", gain))) if gain < NO_GAIN_POINTS.value else None


def _no_change_after(facts: JournalFacts) -> float:
    number = NO_CHANGE_DAYS.get(facts.program)
    return float("inf") if number is None else number.value


def _is_recent(day: date, today: date) -> bool:
    return 0 <= (today - day).days < RECENT_DAYS.value
