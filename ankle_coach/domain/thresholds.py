"""The numbers of the rules: each with its source, its sane range and its unit, editable in every plan."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import asdict


class Spec(Struct, frozen=True):
    """What a threshold may be and where its number comes from.

    Attributes:
        low: Lowest sane value.
        high: Highest sane value.
        references: Source ids; ``DD`` for our own rule.
        row: The row of the rules that it belongs to (``3.3-5``).
    """

    low: int
    high: int
    references: tuple[str, ...]
    row: str


class Thresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every number that a decision can hang on (clinical.md §3.2 to §3.7).

    Pain and effort are on the 0-10 scale, swelling on 0-3, stiffness is in minutes, days are training days,
    shares are in percent. `SPECS` names range and source of each.

    Attributes:
        no_load_pain: Pain before a session from which nothing loads.
        no_load_rise: The same, as points above the morning's baseline.
        no_load_swelling: Swelling before a session from which nothing loads.
        stop_pain: Pain during an exercise that stops all loading of the day.
        plyometric_ceiling: Highest pain during hops and runs unless a prescription says otherwise.
        regress_rise: Points of the next morning above its baseline that step back.
        morning_most: Highest next-morning pain, whatever the baseline.
        swelling_regress_rise: Swelling of the next morning above its baseline that steps back.
        stiffness_regress_rise: Minutes of stiffness above the baseline that step back.
        stiffness_hold_rise: Minutes of stiffness above the baseline that hold.
        credit_pain: Highest pain during and after that earns a credit outside the tendon programs.
        credit_effort: Highest effort that earns a credit.
        done_percent: Share of the dose from which it counts as done.
        baseline_days: How far back the mornings of the baseline lie.
        baseline_most: How many of them count, the last ones.
        baseline_least: How many are needed.
        baseline_high: Baseline above which loaded exercises earn no credit.
        baseline_high_days: Days of such a baseline that raise the advise flag.
        credits_in_a_row: Credits in a row that advance mobility, flexibility, balance, gait and massage.
        credits_strength: Credits that advance strength.
        days_strength: Days at the present dose that strength needs.
        credits_plyometric: Credits that advance plyometrics.
        apart_plyometric: Days from the first of them to the last.
        days_plyometric: Days at the present dose that plyometrics need.
        credits_run: Credits in a row that advance a walk-run stage.
        run_extra_days: Days off more before a walk-run stage that was set back.
        most_advances: Exercises that may advance on one day.
        lowest_cut_percent: Volume taken off on the lowest level.
        second_regress_days: Days in which a second step back counts double.
        second_hold_days: Days without an advance after it.
        deload_regress_days: Days with a step back that make a deload.
        deload_window: Days in which they are counted.
        phase_regress_days: Days with a step back that make a phase back.
        phase_window: Days in which they are counted.
        deload_days: Length of a deload.
        deload_watch_days: Days after a deload in which one step back makes a phase back.
        review_hold_days: Days of holds on one level that prompt for a review.
        smaller_plan_after: Unfinished doses in a row that offer a smaller plan.
        adherence_days: Window of the adherence.
        adherence_advance: Adherence from which exercises may advance.
        adherence_low: Adherence below which a smaller plan is offered.
        adherence_from: Planned sessions from which adherence counts.
        week_entries: Mornings that each of the two weeks needs.
        week_hold_rise: Rise of the weekly mean pain that holds.
        week_hold_stiffness: Rise of the weekly mean stiffness that holds.
        week_deload_rise: Rise of the weekly mean pain that makes a deload.
        week_hold_days: Days of that hold.
        gap_same: Longest gap that changes nothing but the day's advance.
        gap_repeat: Longest gap that repeats the last completed session.
        gap_level: Longest gap that costs one level.
        gap_phase: Longest gap that costs one phase; a longer one starts with the intake again.
        gap_hold_days: Days without an advance after a gap of the second kind.
        gap_level_percent: Volume taken off after a gap of the third kind.
        gap_phase_percent: Volume taken off after a gap of the fourth kind.
        preset_week_days: Days of a preset's week.
        phase_calm_days: Days without a step back before a phase ends.
        reassess_days: Days after an assessment in which the same trend raises a pause.
        core_cap: Core exercises on one day at most.
        hard_apart: Training days from one hard load to the next.
    """

    no_load_pain: int = 6
    no_load_rise: int = 3
    no_load_swelling: int = 3
    stop_pain: int = 8
    plyometric_ceiling: int = 3
    regress_rise: int = 2
    morning_most: int = 5
    swelling_regress_rise: int = 2
    stiffness_regress_rise: int = 30
    stiffness_hold_rise: int = 10
    credit_pain: int = 2
    credit_effort: int = 7
    done_percent: int = 60
    baseline_days: int = 14
    baseline_most: int = 7
    baseline_least: int = 3
    baseline_high: int = 5
    baseline_high_days: int = 7
    credits_in_a_row: int = 2
    credits_strength: int = 3
    days_strength: int = 7
    credits_plyometric: int = 2
    apart_plyometric: int = 2
    days_plyometric: int = 7
    credits_run: int = 2
    run_extra_days: int = 1
    most_advances: int = 2
    lowest_cut_percent: int = 30
    second_regress_days: int = 14
    second_hold_days: int = 7
    deload_regress_days: int = 2
    deload_window: int = 7
    phase_regress_days: int = 3
    phase_window: int = 14
    deload_days: int = 7
    deload_watch_days: int = 14
    review_hold_days: int = 21
    smaller_plan_after: int = 3
    adherence_days: int = 14
    adherence_advance: int = 80
    adherence_low: int = 50
    adherence_from: int = 7
    week_entries: int = 4
    week_hold_rise: int = 1
    week_hold_stiffness: int = 10
    week_deload_rise: int = 2
    week_hold_days: int = 7
    gap_same: int = 3
    gap_repeat: int = 7
    gap_level: int = 14
    gap_phase: int = 28
    gap_hold_days: int = 7
    gap_level_percent: int = 25
    gap_phase_percent: int = 50
    preset_week_days: int = 7
    phase_calm_days: int = 7
    reassess_days: int = 28
    core_cap: int = 4
    hard_apart: int = 2

    def __post_init__(self) -> None:
        """Refuse a number out of its sane range, and gaps that are not in order."""
        for name, spec in SPECS.items():
            value = getattr(self, name)
            if not spec.low <= value <= spec.high:
                raise ValueError(f"{name} must be between {spec.low} and {spec.high}, not {value}")
        gaps = (self.gap_same, self.gap_repeat, self.gap_level, self.gap_phase)
        if list(gaps) != sorted(set(gaps)):
            raise ValueError("gap_same, gap_repeat, gap_level and gap_phase must rise")


_DD = ("DD",)
SPECS: Mapping[str, Spec] = MappingProxyType(
    {
        "no_load_pain": Spec(3, 10, _DD, "3.3-2"),
        "no_load_rise": Spec(1, 5, _DD, "3.3-2"),
        "no_load_swelling": Spec(1, 3, _DD, "3.3-2"),
        "stop_pain": Spec(5, 10, _DD, "3.3-3"),
        "plyometric_ceiling": Spec(0, 5, _DD, "3.1"),
        "regress_rise": Spec(1, 3, ("S57", "DD"), "3.3-5"),
        "morning_most": Spec(1, 5, ("S04", "M02", "S06"), "3.3-5"),
        "swelling_regress_rise": Spec(1, 3, _DD, "3.3-5"),
        "stiffness_regress_rise": Spec(11, 120, _DD, "3.3-5"),
        "stiffness_hold_rise": Spec(1, 60, _DD, "3.3-6"),
        "credit_pain": Spec(0, 5, ("M01", "DD"), "3.3-8"),
        "credit_effort": Spec(3, 10, _DD, "3.3-8"),
        "done_percent": Spec(40, 100, _DD, "3.3-7"),
        "baseline_days": Spec(7, 28, _DD, "3.2-baseline"),
        "baseline_most": Spec(3, 28, _DD, "3.2-baseline"),
        "baseline_least": Spec(1, 7, _DD, "3.2-baseline"),
        "baseline_high": Spec(2, 5, _DD, "3.2-baseline"),
        "baseline_high_days": Spec(3, 14, _DD, "3.6-base"),
        "credits_in_a_row": Spec(1, 10, _DD, "3.4-advance"),
        "credits_strength": Spec(2, 20, _DD, "3.4-advance"),
        "days_strength": Spec(7, 28, _DD, "3.4-limits"),
        "credits_plyometric": Spec(2, 20, _DD, "3.4-advance"),
        "apart_plyometric": Spec(2, 7, _DD, "3.4-advance"),
        "days_plyometric": Spec(7, 28, _DD, "3.4-limits"),
        "credits_run": Spec(2, 10, ("S28", "DD"), "3.7-advance"),
        "run_extra_days": Spec(0, 7, _DD, "3.7-regress"),
        "most_advances": Spec(1, 4, _DD, "3.4-limits"),
        "lowest_cut_percent": Spec(10, 70, _DD, "3.4-regress"),
        "second_regress_days": Spec(7, 28, _DD, "3.4-second"),
        "second_hold_days": Spec(3, 28, _DD, "3.4-second"),
        "deload_regress_days": Spec(1, 4, _DD, "3.4-plan"),
        "deload_window": Spec(3, 14, _DD, "3.4-plan"),
        "phase_regress_days": Spec(2, 6, _DD, "3.4-plan"),
        "phase_window": Spec(7, 28, _DD, "3.4-plan"),
        "deload_days": Spec(3, 14, _DD, "3.5-deload"),
        "deload_watch_days": Spec(7, 28, _DD, "3.4-plan"),
        "review_hold_days": Spec(7, 42, _DD, "3.4-review"),
        "smaller_plan_after": Spec(2, 10, _DD, "3.3-7"),
        "adherence_days": Spec(7, 28, _DD, "3.5-adherence"),
        "adherence_advance": Spec(50, 100, ("S52",), "3.5-adherence"),
        "adherence_low": Spec(20, 80, _DD, "3.5-adherence"),
        "adherence_from": Spec(3, 14, _DD, "3.5-adherence"),
        "week_entries": Spec(3, 7, _DD, "3.5-week"),
        "week_hold_rise": Spec(1, 3, ("M02", "DD"), "3.5-week"),
        "week_hold_stiffness": Spec(5, 60, ("M02", "DD"), "3.5-week"),
        "week_deload_rise": Spec(2, 4, ("M02", "DD"), "3.5-week"),
        "week_hold_days": Spec(3, 14, _DD, "3.5-week"),
        "gap_same": Spec(1, 5, ("S56",), "3.5-gap-1"),
        "gap_repeat": Spec(3, 10, ("S56", "DD"), "3.5-gap-4"),
        "gap_level": Spec(7, 21, ("S56", "DD"), "3.5-gap-8"),
        "gap_phase": Spec(14, 42, ("S56", "DD"), "3.5-gap-15"),
        "gap_hold_days": Spec(3, 14, _DD, "3.5-gap-4"),
        "gap_level_percent": Spec(10, 60, ("S56", "DD"), "3.5-gap-8"),
        "gap_phase_percent": Spec(25, 80, ("S56", "DD"), "3.5-gap-15"),
        "preset_week_days": Spec(7, 14, _DD, "3.4-preset"),
        "phase_calm_days": Spec(3, 28, _DD, "3.6-exit"),
        "reassess_days": Spec(7, 90, _DD, "4.2-trend"),
        "core_cap": Spec(2, 8, _DD, "3.6-cap"),
        "hard_apart": Spec(2, 4, _DD, "3.4-limits"),
    }
)
"""Range, source and row of each threshold, by its name."""

SOURCE = Thresholds()
"""The numbers exactly as the sources and the app rules give them."""


class Difference(Struct, frozen=True):
    """A threshold that a plan has changed.

    Attributes:
        name: Its name.
        value: The plan's number.
        source: The number of the source.
        references: Where that comes from.
    """

    name: str
    value: int
    source: int
    references: tuple[str, ...]


def differences(thresholds: Thresholds) -> tuple[Difference, ...]:
    """Return the thresholds that differ from the source, in their order."""
    own, source = asdict(thresholds), asdict(SOURCE)
    return tuple(
        Difference(name, own[name], source[name], SPECS[name].references)
        for name in SPECS
        if own[name] != source[name]
    )
