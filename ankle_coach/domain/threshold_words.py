"""The numbers of the rules in the reader's words: groups, plain names, units, and what a change says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ankle_coach.domain.words import Words

GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "before": ("no_load_pain", "no_load_rise", "no_load_swelling"),
        "during": (
            "stop_pain",
            "plyometric_ceiling",
            "credit_pain",
            "credit_effort",
            "done_percent",
            "smaller_plan_after",
        ),
        "morning": (
            "regress_rise",
            "morning_most",
            "swelling_regress_rise",
            "stiffness_regress_rise",
            "stiffness_hold_rise",
        ),
        "usual": (
            "baseline_days",
            "baseline_most",
            "baseline_least",
            "baseline_high",
            "baseline_high_days",
        ),
        "forward": (
            "credits_in_a_row",
            "credits_strength",
            "days_strength",
            "credits_plyometric",
            "apart_plyometric",
            "days_plyometric",
            "credits_run",
            "run_extra_days",
            "most_advances",
            "hard_apart",
            "core_cap",
        ),
        "back": (
            "lowest_cut_percent",
            "second_regress_days",
            "second_hold_days",
            "deload_regress_days",
            "deload_window",
            "deload_days",
            "deload_watch_days",
            "phase_regress_days",
            "phase_window",
            "phase_calm_days",
        ),
        "week": (
            "week_entries",
            "week_hold_rise",
            "week_hold_stiffness",
            "week_deload_rise",
            "week_hold_days",
            "preset_week_days",
        ),
        "adherence": ("adherence_days", "adherence_advance", "adherence_low", "adherence_from"),
        "gap": (
            "gap_same",
            "gap_repeat",
            "gap_level",
            "gap_phase",
            "gap_hold_days",
            "gap_level_percent",
            "gap_phase_percent",
        ),
        "review": ("review_hold_days", "reassess_days"),
    }
)
"""The thresholds by what they are about, in the order in which a person meets them."""


def group_words(group: str, words: Words) -> str:
    """Return the heading of a group."""
    return {
        "before": words.gettext("Before a session: when nothing loads"),
        "during": words.gettext("During and after a session"),
        "morning": words.gettext("The next morning"),
        "usual": words.gettext("What counts as a usual morning"),
        "forward": words.gettext("Going forward"),
        "back": words.gettext("Stepping back"),
        "week": words.gettext("From week to week"),
        "adherence": words.gettext("How much of the plan is done"),
        "gap": words.gettext("After days without training"),
        "review": words.gettext("When somebody should look at it"),
    }[group]


def threshold_name(name: str, words: Words) -> str:
    """Return the plain name of a threshold.

    Raises:
        KeyError: There is no such threshold.
    """
    return (_symptoms(words) | _steps(words) | _weeks(words))[name]


def _symptoms(words: Words) -> dict[str, str]:
    gettext = words.gettext
    return {
        "no_load_pain": gettext("Pain before a session from which nothing loads"),
        "no_load_rise": gettext("Or that much above the usual morning"),
        "no_load_swelling": gettext("Swelling before a session from which nothing loads"),
        "stop_pain": gettext("Pain during an exercise that stops all loading of the day"),
        "plyometric_ceiling": gettext("Pain ceiling of hops and runs"),
        "credit_pain": gettext("Highest pain during and after that earns a credit, outside tendon programs"),
        "credit_effort": gettext("Highest effort that earns a credit"),
        "done_percent": gettext("Part of the dose from which a session counts as done"),
        "smaller_plan_after": gettext("Unfinished doses in a row that offer a smaller plan"),
        "regress_rise": gettext("Pain above the usual morning that steps back"),
        "morning_most": gettext("Highest morning pain that does not step back"),
        "swelling_regress_rise": gettext("Swelling above the usual morning that steps back"),
        "stiffness_regress_rise": gettext("Stiffness above the usual morning that steps back"),
        "stiffness_hold_rise": gettext("Stiffness above the usual morning that holds"),
        "baseline_days": gettext("How many days back it looks"),
        "baseline_most": gettext("How many of their mornings count, the last ones"),
        "baseline_least": gettext("How many mornings it needs"),
        "baseline_high": gettext("Usual pain above which loaded exercises earn no credit"),
        "baseline_high_days": gettext("Days of that which ask to have it looked at"),
    }


def _steps(words: Words) -> dict[str, str]:
    gettext = words.gettext
    return {
        "credits_in_a_row": gettext("Credits in a row for mobility, stretching, balance, gait and massage"),
        "credits_strength": gettext("Credits for strength"),
        "days_strength": gettext("Days at one dose for strength"),
        "credits_plyometric": gettext("Credits for hops"),
        "apart_plyometric": gettext("Days from the first of them to the last"),
        "days_plyometric": gettext("Days at one dose for hops"),
        "credits_run": gettext("Credits in a row for a walk-run stage"),
        "run_extra_days": gettext("Extra days off before a stage that was set back"),
        "most_advances": gettext("Exercises that go forward on one day, at most"),
        "hard_apart": gettext("Days from one hard load to the next, at least"),
        "core_cap": gettext("Core exercises on one day; the week marks a day with more"),
        "lowest_cut_percent": gettext("Taken off on the lowest level"),
        "second_regress_days": gettext("Days in which a second step back counts double"),
        "second_hold_days": gettext("Days without going forward after it"),
        "deload_regress_days": gettext("Days with a step back that make an easy week"),
        "deload_window": gettext("Days in which they are counted"),
        "deload_days": gettext("Length of an easy week"),
        "deload_watch_days": gettext("Days after it in which one more step back costs a phase"),
        "phase_regress_days": gettext("Days with a step back that cost a phase"),
        "phase_window": gettext("Days in which those are counted"),
        "phase_calm_days": gettext("Days without a step back before a phase ends"),
    }


def _weeks(words: Words) -> dict[str, str]:
    gettext = words.gettext
    return {
        "week_entries": gettext("Mornings that each of the two weeks needs"),
        "week_hold_rise": gettext("Rise of the mean morning pain that holds the plan"),
        "week_hold_stiffness": gettext("Rise of the mean stiffness that holds the plan"),
        "week_deload_rise": gettext("Rise of the mean morning pain that makes an easy week"),
        "week_hold_days": gettext("How long the plan is held"),
        "preset_week_days": gettext("Length of a week in a published program"),
        "adherence_days": gettext("Days that are looked at"),
        "adherence_advance": gettext("Sessions done from which exercises go forward"),
        "adherence_low": gettext("Sessions done below which a smaller plan is offered"),
        "adherence_from": gettext("Planned sessions from which it counts"),
        "gap_same": gettext("Longest gap after which only that day's step forward waits"),
        "gap_repeat": gettext("Longest gap after which the last session is repeated"),
        "gap_level": gettext("Longest gap that costs one level"),
        "gap_phase": gettext("Longest gap that costs one phase; a longer one begins with the questions"),
        "gap_hold_days": gettext("Days without going forward after a repeated session"),
        "gap_level_percent": gettext("Taken off after a gap that costs a level"),
        "gap_phase_percent": gettext("Taken off after a gap that costs a phase"),
        "review_hold_days": gettext("Days at one dose after which a therapist should look at it"),
        "reassess_days": gettext("Days after a look in which the same trend pauses the plan"),
    }


def unit_of(name: str) -> str:
    """Return the unit of a threshold as a stable key.

    Returns:
        ``pain`` (of 10), ``points`` (above something), ``swelling`` (of 3), ``minutes``, ``percent``,
        ``days`` or ``count``.
    """
    if name.endswith("percent") or name in ("adherence_advance", "adherence_low"):
        return "percent"
    if name == "no_load_swelling":
        return "swelling"
    if "stiffness" in name:
        return "minutes"
    if name.endswith("_rise"):
        return "points"
    if name in _COUNTS:
        return "count"
    return "pain" if name in _PAIN else "days"


_COUNTS = frozenset(
    {
        "adherence_from",
        "baseline_least",
        "baseline_most",
        "core_cap",
        "credits_in_a_row",
        "credits_plyometric",
        "credits_run",
        "credits_strength",
        "most_advances",
        "smaller_plan_after",
        "week_entries",
    }
)
_PAIN = frozenset(
    {
        "baseline_high",
        "credit_effort",
        "credit_pain",
        "morning_most",
        "no_load_pain",
        "plyometric_ceiling",
        "stop_pain",
    }
)


def unit_suffix(name: str, words: Words) -> str:
    """Return what stands after a threshold's number; empty for a plain count."""
    return {
        "pain": words.pgettext("unit", "of 10"),
        "points": words.pgettext("unit", "points"),
        "swelling": words.pgettext("unit", "of 3"),
        "minutes": words.pgettext("unit", "min"),
        "percent": words.pgettext("unit", "%"),
        "days": words.pgettext("unit", "days"),
        "count": "",
    }[unit_of(name)]


def threshold_value(name: str, value: int, words: Words) -> str:
    """Return a number of a threshold with its unit."""
    unit = unit_of(name)
    if unit == "days":
        return words.ngettext("{n} day", "{n} days", value).format(n=value)
    if unit == "points":
        return words.ngettext("{n} point", "{n} points", value).format(n=value)
    suffix = unit_suffix(name, words)
    return f"{value} {suffix}" if suffix else str(value)


def change_sentence(name: str, before: int, after: int, words: Words) -> str:
    """Return what a change of a threshold says, with its plain name."""
    return words.gettext("{name}: {after} instead of {before}.").format(
        name=threshold_name(name, words),
        after=threshold_value(name, after, words),
        before=threshold_value(name, before, words),
    )
